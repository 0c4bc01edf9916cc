//! Checks of quotation marks; all of them read the roles that the pairing gave.

pub(super) mod apostrophe;
mod attribution;
pub(super) mod capitalised_fragment;
pub(super) mod closing_as_opening;
pub(super) mod dash;
pub(super) mod dialogue_dash;
pub(super) mod doubled;
pub(super) mod doubled_punctuation;
pub(super) mod foreign;
pub(super) mod inner_space;
pub(super) mod missing_comma;
pub(super) mod missing_space;
pub(super) mod mixed_pair;
pub(super) mod nested;
pub(super) mod opening_as_closing;
pub(super) mod reversed;
pub(super) mod space_before_punctuation;
pub(super) mod two_singles;
pub(super) mod unclosed;
pub(super) mod unopened;

use crate::analysis::Analysis;
use crate::analysis::mark::{Lean, Mark};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// The longest quotation, in bytes, that is marked as a whole and not at one of its ends.
const SHORT: usize = 48;

/// Whether a pair of marks stands the wrong way round on both sides, in a shape that English uses.
fn is_reversed(open: &Mark, close: &Mark) -> bool {
    let foreign = open.glyph.is_foreign() || close.glyph.is_foreign();
    !foreign && open.glyph.lean() == Lean::Closing && close.glyph.lean() == Lean::Opening
}

/// Says that fixes need a look in paragraphs where a mark lacks its partner: there every mark may be the other end.
fn doubt_where_torn(analysis: &Analysis<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    let doubted = |finding: Finding| {
        if analysis.marks_are_whole(finding.span.start) { finding } else { finding.doubtful() }
    };
    findings.into_iter().map(doubted).collect()
}

/// The white space just after byte `at`, up to byte `limit`.
fn space_after(text: &str, at: usize, limit: usize) -> Span {
    let rest = &text[at..limit];
    Span::new(at, at + rest.len() - rest.trim_start().len())
}

/// The white space just before byte `at`, down to byte `limit`.
fn space_before(text: &str, at: usize, limit: usize) -> Span {
    let before = &text[limit..at];
    Span::new(limit + before.trim_end().len(), at)
}

/// Writes `mark` for an opening mark and takes the space after it away.
fn mend_opening(text: &str, open: &Mark, limit: usize, mark: &str) -> Edit {
    Edit::replace(open.span.cover(space_after(text, open.span.end, limit)), mark)
}

/// Writes `mark` for a closing mark and takes the space before it away.
fn mend_closing(text: &str, close: &Mark, limit: usize, mark: &str) -> Edit {
    Edit::replace(space_before(text, close.span.start, limit).cover(close.span), mark)
}

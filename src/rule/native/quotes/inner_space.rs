//! `a long winter ”`, `“ a deal”`, `with" The Long Night"`: a space on the inner side of a mark.

use super::{is_reversed, space_after, space_before};
use crate::analysis::Analysis;
use crate::analysis::mark::{Glyph, Lean, Mark};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Finds white space after an opening or before a closing mark.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let mut findings = Vec::new();
    for quotation in analysis.quotations.iter().filter(|quotation| !quotation.single) {
        let ends = (quotation.open.map(|n| &analysis.marks[n]), quotation.close.map(|n| &analysis.marks[n]));
        // The fix of a reversed pair takes the space away with it.
        if matches!(ends, (Some(open), Some(close)) if is_reversed(open, close)) {
            continue;
        }
        let paired = quotation.open.is_some() && quotation.close.is_some();
        if let (Some(open), _) = ends
            && mends_space_itself(open, Lean::Opening, paired)
        {
            let space = space_after(text, open.span.end, quotation.span.end);
            let joined = open.before.is_some_and(char::is_alphanumeric);
            findings.extend(space_finding(text, space, open.span, joined.then_some(open.span.start)));
        }
        if let (_, Some(close)) = ends
            && mends_space_itself(close, Lean::Closing, paired)
        {
            let space = space_before(text, close.span.start, quotation.span.start);
            let joined = close.after.is_some_and(char::is_alphanumeric);
            findings.extend(space_finding(text, space, close.span, joined.then_some(close.span.end)));
        }
    }
    super::doubt_where_torn(analysis, findings)
}

/// Whether the space beside `mark` is this check's: the mark faces the right way, is English, and is no
/// straight mark that may as well be the other end of the quotation.
fn mends_space_itself(mark: &Mark, end: Lean, paired: bool) -> bool {
    let lean = mark.glyph.lean();
    !mark.glyph.is_foreign() && (lean == end || (lean == Lean::Either && paired))
}

/// The finding for `space` beside `mark`; where a word touches the mark's other side, at byte `joined`, the
/// space moves there.
fn space_finding(text: &str, space: Span, mark: Span, joined: Option<usize>) -> Option<Finding> {
    // A line break is the wrapping of the file; a mark inside of a mark may be set off by a thin space.
    let beyond = if space.start == mark.end {
        text[space.end..].chars().next()
    } else {
        text[..space.start].chars().next_back()
    };
    if space.is_empty() || space.of(text).contains(['\n', '\r']) || beyond.and_then(Glyph::of).is_some() {
        return None;
    }
    let finding = Finding::at(space.cover(mark)).edit(Edit::delete(space));
    Some(match joined {
        Some(at) => finding
            .edit(Edit::insert(at, " "))
            .message("the space stands on the wrong side of the mark")
            .doubtful(),
        None => finding,
    })
}

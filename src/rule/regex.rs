//! Rules that a regular expression can say.

use regex::Regex;

use super::finding::Finding;
use super::lazy_regex::LazyRegex;
use crate::analysis::Analysis;
use crate::diagnostic::Edit;
use crate::document::BlockKind;
use crate::span::Span;

/// The longest block, in bytes, that is reported as a whole; of a longer one, only the telling words are.
const SHORT_BLOCK: usize = 80;

/// How far, in bytes, an exception may reach beyond the match that it excuses.
const UNLESS_REACH: usize = 120;

/// A pattern of a rule; a group called `target` narrows what is reported.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) regex: LazyRegex,
    /// Strings in ASCII lower case, one of which every match has; none where no such are known.
    pub(super) literals: Vec<String>,
}

/// Patterns that are searched block by block, with their exceptions.
#[derive(Debug)]
pub(crate) struct RegexMatcher {
    /// What is searched; where two match in one place, the earlier and longer match counts.
    pub(super) patterns: Vec<Pattern>,
    /// A match that touches one of these is none.
    pub(super) unless: Vec<LazyRegex>,
    /// What to write instead, with `$1` or `${name}` for groups.
    pub(super) suggest: Option<String>,
    /// The kinds of block that are searched; all where it is empty.
    pub(super) blocks: Vec<BlockKind>,
    /// A match tells what its block is: a short block is reported as a whole, and the fix removes it.
    pub(super) whole_block: bool,
}

impl RegexMatcher {
    /// All matches in the document of the patterns that pass `can_match`, by number.
    pub(super) fn find(&self, analysis: &Analysis<'_>, can_match: impl Fn(usize) -> bool) -> Vec<Finding> {
        let patterns: Vec<&Regex> = self
            .patterns
            .iter()
            .enumerate()
            .filter(|(n, _)| can_match(*n))
            .filter_map(|(_, pattern)| pattern.regex.get())
            .collect();
        let mut findings = Vec::new();
        for block in analysis.document.blocks() {
            if self.blocks.is_empty() || self.blocks.contains(&block.kind) {
                self.find_in(block.span, analysis.text(), &patterns, &mut findings);
            }
        }
        findings
    }

    /// Adds the matches in `block`: of those that overlap, the one that begins first, and the longest of these.
    fn find_in(&self, block: Span, text: &str, patterns: &[&Regex], findings: &mut Vec<Finding>) {
        let inside = block.of(text);
        let mut matches: Vec<(Span, &Regex)> = Vec::new();
        for pattern in patterns {
            matches.extend(pattern.find_iter(inside).map(|found| (Span::from(found.range()), *pattern)));
        }
        matches.sort_by_key(|(span, _)| (span.start, usize::MAX - span.end));
        let mut end = 0;
        for (span, pattern) in matches {
            if span.start < end || self.excused(inside, span) {
                continue;
            }
            if self.whole_block {
                findings.push(block_finding(text, block, span.shifted(block.start)));
                return;
            }
            end = span.end;
            findings.push(self.finding(pattern, inside, span, block.start));
        }
    }

    /// The finding for a match at `whole` in a block that begins at byte `offset`.
    fn finding(&self, pattern: &Regex, inside: &str, whole: Span, offset: usize) -> Finding {
        let captures = pattern
            .captures_at(inside, whole.start)
            .filter(|c| c.get_match().range() == (whole.start..whole.end));
        let Some(captures) = captures else {
            return Finding::at(whole.shifted(offset));
        };
        let target: Span = captures.name("target").map_or(whole, |target| target.range().into());
        let finding = Finding::at(target.shifted(offset));
        let Some(suggest) = &self.suggest else {
            return finding;
        };
        let mut replacement = String::new();
        captures.expand(suggest, &mut replacement);
        finding.edit(Edit::replace(target.shifted(offset), replacement))
    }

    /// Whether an exception touches the match at `whole`.
    fn excused(&self, inside: &str, whole: Span) -> bool {
        if self.unless.is_empty() {
            return false;
        }
        let from = inside.floor_char_boundary(whole.start.saturating_sub(UNLESS_REACH));
        let to = inside.ceil_char_boundary((whole.end + UNLESS_REACH).min(inside.len()));
        self.unless.iter().filter_map(LazyRegex::get).any(|unless| {
            unless.find_iter(&inside[from..to]).any(|found| {
                let span = Span::from(found.range()).shifted(from);
                span.overlaps(whole) || span.contains(whole)
            })
        })
    }
}

/// The finding for the whole of `block`, known by the words at `told`, with the edit that removes it and
/// the line ends and white space behind it, or before it at the end of the text.
///
/// Of a block that is long or has several lines, only `told` is known to be wrong, and nothing is removed.
fn block_finding(text: &str, block: Span, told: Span) -> Finding {
    if block.len() > SHORT_BLOCK || block.of(text).contains(['\n', '\r']) {
        return Finding::at(told);
    }
    let after = text.len() - text[block.end..].trim_start().len();
    let gone = if after < text.len() {
        Span::new(block.start, after)
    } else {
        Span::new(text[..block.start].trim_end().len(), block.end)
    };
    Finding::at(block).edit(Edit::delete(gone))
}

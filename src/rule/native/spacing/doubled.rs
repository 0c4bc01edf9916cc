//! Two spaces inside a sentence.

use super::super::neighbours::{after, before, is_gap};
use crate::analysis::Analysis;
use crate::rule::finding::Finding;
use crate::span::Span;

/// A wider gap, in characters, is alignment.
const WIDEST: usize = 3;
/// A block with a gap more often than after so many words is a table.
const WORDS_PER_GAP: usize = 5;

/// Finds wide gaps between the words of a sentence. A wide gap after a full stop is a habit of typists.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in analysis.document.blocks() {
        let text = block.span.of(analysis.text());
        let found = gaps(text);
        if found.is_empty() || found.len() * WORDS_PER_GAP > text.split_whitespace().count() {
            continue;
        }
        findings.extend(found.into_iter().map(|gap| Finding::replace(gap.shifted(block.span.start), " ")));
    }
    findings
}

/// Gaps of two or three spaces between words.
fn gaps(text: &str) -> Vec<Span> {
    let mut gaps = Vec::new();
    let mut at = 0;
    while let Some(space) = memchr::memchr2(b' ', 0xc2, &text.as_bytes()[at..]) {
        let start = at + space;
        let run = &text[start..];
        let end = start + run.len() - run.trim_start_matches(is_gap).len();
        at = end.max(start + 1);
        let width = text.get(start..end).map_or(0, |gap| gap.chars().count());
        if (2..=WIDEST).contains(&width) && is_inside(text, start, end) {
            gaps.push(Span::new(start, end));
        }
    }
    gaps
}

/// Whether the gap stands inside a sentence, between words or behind a comma.
fn is_inside(text: &str, start: usize, end: usize) -> bool {
    let (Some(left), Some(right)) = (before(text, start), after(text, end)) else {
        return false;
    };
    let digits = left.is_ascii_digit() && right.is_ascii_digit();
    (left.is_alphanumeric() || matches!(left, ',' | ';' | ')'))
        && (right.is_alphanumeric() || right == '(')
        && !digits
}

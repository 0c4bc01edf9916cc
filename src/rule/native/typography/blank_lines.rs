//! Runs of blank lines between the parts of an article.

use crate::analysis::Analysis;
use crate::rule::finding::Finding;
use crate::span::Span;

/// So many line breaks in a row leave three blank lines.
const FEWEST_BREAKS: usize = 4;

/// Finds three or more blank lines between two blocks.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let mut findings = Vec::new();
    for pair in analysis.document.blocks().windows(2) {
        let (from, to) = (pair[0].span.end, pair[1].span.start);
        let between = &text[from..to];
        // Markup between two blocks is no blank line.
        if between.bytes().filter(|&b| b == b'\n').count() < FEWEST_BREAKS || !between.trim().is_empty() {
            continue;
        }
        let (Some(first), Some(last)) = (between.find(['\r', '\n']), between.rfind('\n')) else {
            continue;
        };
        let line_break = if between[first..].starts_with('\r') { "\r\n" } else { "\n" };
        let run = Span::new(from + first, from + last + 1);
        findings.push(Finding::replace(run, line_break.repeat(2)));
    }
    findings
}

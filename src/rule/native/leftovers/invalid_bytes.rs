//! Bytes that could not be read.

use crate::analysis::Analysis;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Stands where a character was lost.
const REPLACEMENT: &str = "\u{fffd}";

/// Reports each run of U+FFFD, and says whether the file itself holds it or bytes that mean nothing.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let document = analysis.document;
    let mut invalid = document.invalid().iter().peekable();
    let mut runs: Vec<Span> = Vec::new();
    for at in memchr::memmem::find_iter(text.as_bytes(), REPLACEMENT) {
        let end = at + REPLACEMENT.len();
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = end,
            _ => runs.push(Span::new(at, end)),
        }
    }
    let mut findings = Vec::with_capacity(runs.len());
    for run in runs {
        let place = document.map().span_to_source(run);
        while invalid.next_if(|span| span.end <= place.start).is_some() {}
        let finding = Finding::at(run);
        findings.push(if invalid.peek().is_some_and(|span| span.overlaps(place)) {
            finding.message(format!("bytes that mean nothing in {}", document.encoding()))
        } else {
            finding
        });
    }
    findings
}

//! `““the end”`, `“"the end”`: two marks where one belongs.

use crate::analysis::Analysis;
use crate::analysis::mark::Role;
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;

/// Finds marks that say again what the mark before them says.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for pair in analysis.marks.windows(2) {
        let [before, mark] = pair else { continue };
        if mark.role == Role::Repeat && before.span.end == mark.span.start {
            findings.push(Finding::at(before.span.cover(mark.span)).edit(Edit::delete(mark.span)));
        }
    }
    findings
}

//! `““the end”`, `“"the end”`: two marks where one belongs.

use crate::analysis::Analysis;
use crate::analysis::mark::Role;
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Finds marks that say again what the mark before them says.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for pair in analysis.marks.windows(2) {
        let [before, mark] = pair else { continue };
        if mark.role == Role::Repeat && mark.span.start - before.span.end <= 1 {
            let again = Span::new(before.span.end, mark.span.end);
            findings.push(Finding::at(before.span.cover(mark.span)).edit(Edit::delete(again)));
        }
    }
    super::doubt_where_torn(analysis, findings)
}

//! `“Call it “art” if you like”`: a quotation inside of another, in the same marks.

use super::SHORT;
use crate::analysis::mark::Mark;
use crate::analysis::{Analysis, QuoteStyle};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;

/// Finds double marks inside of double marks.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut outer: Option<(&Mark, &Mark)> = None;
    for quotation in analysis.quotations.iter().filter(|quotation| !quotation.single) {
        let Some((open, close)) = analysis.both_marks(quotation) else { continue };
        let inside = outer.filter(|(_, end)| close.span.end <= end.span.start);
        let Some((around, _)) = inside else {
            outer = Some((open, close));
            continue;
        };
        // Marks of another language inside of English ones are `quotes/foreign`.
        if open.glyph.is_foreign() || close.glyph.is_foreign() || around.glyph.is_foreign() {
            continue;
        }
        let (left, right) =
            if analysis.quote_style == QuoteStyle::STRAIGHT { ("'", "'") } else { ("‘", "’") };
        let span = if quotation.span.len() <= SHORT { quotation.span } else { open.span };
        findings.push(
            Finding::at(span)
                .label(around.span, "inside of this quotation")
                .edit(Edit::replace(open.span, left))
                .edit(Edit::replace(close.span, right)),
        );
    }
    findings
}

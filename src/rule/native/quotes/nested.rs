//! `“Call it “art” if you like”`: a quotation inside of another, in the same marks.

use super::SHORT;
use crate::analysis::mark::{Lean, Mark};
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
        let Some((around, end)) = inside else {
            outer = Some((open, close));
            continue;
        };
        // Among marks that stand badly, what is inside of what is anybody's guess.
        if ![(around, end), (open, close)].into_iter().all(stands_well) || quotation.span.len() > SHORT {
            continue;
        }
        // Marks of another language inside of English ones are `quotes/foreign`.
        if open.glyph.is_foreign() || close.glyph.is_foreign() || around.glyph.is_foreign() {
            continue;
        }
        let (left, right) =
            if analysis.quote_style == QuoteStyle::STRAIGHT { ("'", "'") } else { ("‘", "’") };
        findings.push(
            Finding::at(quotation.span)
                .label(around.span, "inside of this quotation")
                .edit(Edit::replace(open.span, left))
                .edit(Edit::replace(close.span, right)),
        );
    }
    findings
}

/// Whether both marks touch the quotation and not the words around it.
fn stands_well((open, close): (&Mark, &Mark)) -> bool {
    open.before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ',' | ';' | '!' | '?'))
        && open.after.is_some_and(|c| !c.is_whitespace())
        && close.before.is_some_and(|c| !c.is_whitespace())
        && close.after.is_none_or(|c| !c.is_alphanumeric())
        && open.glyph.lean() != Lean::Closing
        && close.glyph.lean() != Lean::Opening
}

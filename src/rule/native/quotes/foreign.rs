//! `« a text »`, `„a text“`: a whole quotation in marks that English does not use.

use super::{SHORT, mend_closing, mend_opening};
use crate::analysis::mark::{Glyph, Mark, Role};
use crate::analysis::{Analysis, Quotation};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;

/// Finds quotations whose both ends are foreign.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let style = analysis.quote_style;
    let mut findings = Vec::new();
    for quotation in &analysis.quotations {
        let Some((open, close)) = analysis.both_marks(quotation) else {
            continue;
        };
        let german = open.glyph == Glyph::Low && matches!(close.glyph, Glyph::Left | Glyph::Right);
        // Two single marks that face the same way are no pair but an arrow, as in a trail of menus.
        let arrows = quotation.single && open.glyph == close.glyph;
        if arrows || !(german || (open.glyph.is_foreign() && close.glyph.is_foreign())) {
            continue;
        }
        let (left, right) = if quotation.single { ("‘", "’") } else { (style.open, style.close) };
        let finding = if quotation.span.len() <= SHORT {
            Finding::at(quotation.span)
        } else {
            Finding::at(open.span).label(close.span, "closed here")
        };
        let mut finding = finding.edit(mend_opening(text, open, close.span.start, left));
        for again in reopened(analysis, quotation) {
            finding = finding.edit(Edit::replace(again.span, left));
        }
        findings.push(finding.edit(mend_closing(text, close, open.span.end, right)));
    }
    super::doubt_where_torn(analysis, findings)
}

/// The marks at the head of further paragraphs of `quotation`.
fn reopened<'a>(analysis: &'a Analysis<'_>, quotation: &Quotation) -> impl Iterator<Item = &'a Mark> {
    let between = quotation.open.zip(quotation.close).map_or(0..0, |(open, close)| open + 1..close);
    let quotation = between.start.checked_sub(1).and_then(|open| analysis.marks[open].quotation);
    let marks = analysis.marks[between].iter();
    marks.filter(move |mark| mark.role == Role::Reopen && mark.quotation == quotation)
}

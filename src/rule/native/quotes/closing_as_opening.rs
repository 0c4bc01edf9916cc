//! `he called it ”a mess”`: a closing mark where the quotation opens.

use super::{is_reversed, mend_opening};
use crate::analysis::mark::{Lean, Role};
use crate::analysis::{Analysis, QuoteStyle};
use crate::rule::finding::Finding;

/// Finds `”` in the place of `“`.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for mark in &analysis.marks {
        let opens = matches!(mark.role, Role::Open | Role::Reopen);
        if !opens || mark.glyph.is_single() || mark.glyph.is_foreign() || mark.glyph.lean() != Lean::Closing {
            continue;
        }
        let quotation = mark.quotation.map(|q| &analysis.quotations[q]);
        let pair = quotation.and_then(|quotation| analysis.both_marks(quotation));
        if pair.is_some_and(|(open, close)| is_reversed(open, close)) {
            continue;
        }
        let limit = analysis.document.blocks()[mark.block].span.end;
        let finding =
            Finding::at(mark.span).edit(mend_opening(analysis.text(), mark, limit, QuoteStyle::CURLY.open));
        findings.push(match pair {
            Some((_, close)) => finding.label(close.span, "closed here"),
            None => finding,
        });
    }
    super::doubt_where_torn(analysis, findings)
}

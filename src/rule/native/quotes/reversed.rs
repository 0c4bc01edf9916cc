//! `” time bomb “`: a closing mark opens and an opening mark closes.

use super::{SHORT, is_reversed, mend_closing, mend_opening};
use crate::analysis::{Analysis, QuoteStyle};
use crate::rule::finding::Finding;

/// Finds quotations whose two marks have changed places.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let pairs = analysis.quotations.iter().filter(|quotation| !quotation.single);
    let findings = pairs
        .filter_map(|quotation| {
            let (open, close) = analysis.both_marks(quotation)?;
            if !is_reversed(open, close) {
                return None;
            }
            let finding = if quotation.span.len() <= SHORT {
                Finding::at(quotation.span)
            } else {
                Finding::at(open.span).label(close.span, "closed here by an opening mark")
            };
            let QuoteStyle { open: left, close: right } = QuoteStyle::CURLY;
            Some(finding.edit(mend_opening(text, open, close.span.start, left)).edit(mend_closing(
                text,
                close,
                open.span.end,
                right,
            )))
        })
        .collect();
    super::doubt_where_torn(analysis, findings)
}

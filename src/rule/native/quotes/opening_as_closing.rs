//! `the vote“, said the mayor`: an opening mark where the quotation closes.

use super::{is_reversed, mend_closing};
use crate::analysis::mark::{Glyph, Lean, Role};
use crate::analysis::{Analysis, QuoteStyle};
use crate::rule::finding::Finding;

/// Finds `“` in the place of `”`. German does close with it, after `„`: that pair is `quotes/foreign`.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for mark in &analysis.marks {
        if mark.role != Role::Close || mark.glyph.is_single() || mark.glyph.lean() != Lean::Opening {
            continue;
        }
        let quotation = mark.quotation.map(|q| &analysis.quotations[q]);
        let open = quotation.and_then(|quotation| quotation.open).map(|open| &analysis.marks[open]);
        if open.is_some_and(|open| is_reversed(open, mark) || open.glyph == Glyph::Low)
            || (mark.glyph.is_foreign() && open.is_some_and(|open| open.glyph == Glyph::GuillemetRight))
        {
            continue;
        }
        let limit = analysis.document.blocks()[mark.block].span.start;
        let limit = open.filter(|open| open.block == mark.block).map_or(limit, |open| open.span.end);
        let finding =
            Finding::at(mark.span).edit(mend_closing(analysis.text(), mark, limit, QuoteStyle::CURLY.close));
        findings.push(match open {
            Some(open) => finding.label(open.span, "opened here"),
            None => finding,
        });
    }
    super::doubt_where_torn(analysis, findings)
}

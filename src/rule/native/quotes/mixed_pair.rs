//! `“a text»`, `"a text”`: the two ends are of different kinds.

use super::{mend_closing, mend_opening};
use crate::analysis::mark::{Glyph, Lean, Mark};
use crate::analysis::{Analysis, QuoteStyle};
use crate::rule::finding::Finding;

/// Finds quotations whose ends do not belong to one kind of mark.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let style = analysis.quote_style;
    let mut findings = Vec::new();
    for quotation in analysis.quotations.iter().filter(|quotation| !quotation.single) {
        let Some((open, close)) = analysis.both_marks(quotation) else {
            continue;
        };
        // A mark that faces the wrong way is reported for that.
        if kind(open) == kind(close)
            || close.glyph.lean() == Lean::Opening
            || open.glyph.lean() == Lean::Closing
        {
            continue;
        }
        let (kept, odd, message) =
            if is_of(style, open) { (open, close, "opened here") } else { (close, open, "closed here") };
        let mut finding = Finding::at(odd.span).label(kept.span, message);
        if !is_of(style, open) {
            finding = finding.edit(mend_opening(text, open, close.span.start, style.open));
        }
        if !is_of(style, close) {
            finding = finding.edit(mend_closing(text, close, open.span.end, style.close));
        }
        findings.push(finding);
    }
    super::doubt_where_torn(analysis, findings)
}

/// The kind of a mark; the German low mark is closed by `“` and, in Polish, by `”`.
fn kind(mark: &Mark) -> u8 {
    match mark.glyph {
        Glyph::Straight => 0,
        Glyph::Left | Glyph::Right | Glyph::Reversed | Glyph::Low => 1,
        Glyph::GuillemetLeft | Glyph::GuillemetRight => 2,
        Glyph::DoublePrime => 3,
        Glyph::Pair(_) | Glyph::Single(_) => 4,
    }
}

/// Whether `mark` is of the article's own style.
fn is_of(style: QuoteStyle, mark: &Mark) -> bool {
    match mark.glyph {
        Glyph::Straight => style == QuoteStyle::STRAIGHT,
        Glyph::Left | Glyph::Right => style == QuoteStyle::CURLY,
        _ => false,
    }
}

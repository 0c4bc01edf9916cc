//! `A pity”, she said.`: a quotation that is closed and never opened.

use crate::analysis::mark::Mark;
use crate::analysis::{Analysis, Quotation, Token};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;

/// Finds closing marks without an opening one, and says where the quotation probably begins.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for quotation in analysis.quotations.iter().filter(|quotation| !quotation.single) {
        if let (None, Some(close)) = (quotation.open, quotation.close) {
            findings.push(finding(analysis, quotation, &analysis.marks[close]));
        }
    }
    findings
}

fn finding(analysis: &Analysis<'_>, quotation: &Quotation, close: &Mark) -> Finding {
    let open = analysis.quote_style.open;
    if let Some(first) = announced(analysis, quotation, close) {
        return Finding::at(first.span)
            .label(close.span, "closed here")
            .message("a quotation that is closed further on is never opened; it probably begins here")
            .edit(Edit::insert(first.span.start, open));
    }
    let finding = Finding::at(close.span);
    let start = analysis.sentence_at(close.span.start.saturating_sub(1)).map(|sentence| sentence.span.start);
    match start.filter(|&start| start >= quotation.span.start && start < close.span.start) {
        Some(start) => finding.edit(Edit::insert(start, open)),
        None => finding,
    }
}

/// The first word behind a reporting verb and a colon: `He said: We will not yield.”`
fn announced(analysis: &Analysis<'_>, quotation: &Quotation, close: &Mark) -> Option<Token> {
    let text = analysis.text();
    let tokens = analysis.tokens_in(quotation.span.start, close.span.start);
    let colon = tokens.windows(3).find(|three| {
        three[1].of(text) == ":"
            && three[2].of(text).starts_with(char::is_uppercase)
            && analysis.language.reporting_verbs.contains(&three[0].of(text).to_lowercase())
    })?;
    Some(colon[2])
}

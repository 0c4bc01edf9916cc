//! `A pity”, she said.`: a quotation that is closed and never opened.

use super::{SHORT, attribution};
use crate::analysis::mark::Mark;
use crate::analysis::{Analysis, Quotation, Token, TokenKind};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// How many bytes behind a closing mark are looked at for a speaker.
const ATTRIBUTION: usize = 80;

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
        return at_beginning(first.span, close).edit(Edit::insert(first.span.start, open));
    }
    let start = analysis.sentence_at(close.span.start.saturating_sub(1)).map(|sentence| sentence.span.start);
    let Some(start) = start.filter(|&start| start >= quotation.span.start && start < close.span.start) else {
        return Finding::at(close.span);
    };
    let sentence = Span::new(start, close.span.end);
    let limit = analysis.document.blocks()[close.block].span.end;
    let finding = if sentence.len() <= SHORT {
        Finding::at(sentence)
    } else if is_whole_sentence(analysis, close, limit)
        && let Some(first) = analysis.tokens_in(start, close.span.start).first()
    {
        at_beginning(first.span, close)
    } else {
        Finding::at(close.span)
    };
    finding.edit(Edit::insert(start, open))
}

fn at_beginning(first: Span, close: &Mark) -> Finding {
    Finding::at(first)
        .label(close.span, "closed here")
        .message("a quotation that is closed further on is never opened; it probably begins here")
}

/// Whether what `close` closes began with its sentence: the sentence ends inside of the mark, or a speaker is
/// named behind it.
fn is_whole_sentence(analysis: &Analysis<'_>, close: &Mark, limit: usize) -> bool {
    let text = analysis.text();
    if matches!(close.before, Some('.' | '!' | '?')) {
        return true;
    }
    let reach = text.ceil_char_boundary((close.span.end + ATTRIBUTION).min(limit));
    let behind = analysis.tokens_in(close.span.end, reach);
    let comma = behind.first().is_some_and(|token| token.of(text) == ",");
    (comma || close.before == Some(',')) && attribution::begins(analysis, &behind[usize::from(comma)..])
}

/// The first word behind a colon that introduces the quotation: `He said: We will not yield.”`
fn announced(analysis: &Analysis<'_>, quotation: &Quotation, close: &Mark) -> Option<Token> {
    let text = analysis.text();
    let tokens = analysis.tokens_in(quotation.span.start, close.span.start);
    let colon = tokens.windows(3).find(|three| {
        three[1].of(text) == ":" && three[0].kind == TokenKind::Word && three[2].kind == TokenKind::Word
    })?;
    Some(colon[2])
}

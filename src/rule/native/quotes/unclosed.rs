//! `“They sleep badly, explained the nurse.`: a quotation that is opened and never closed.

use super::{SHORT, attribution};
use crate::analysis::mark::{Mark, Role};
use crate::analysis::{Analysis, Quotation, Token, TokenKind};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Finds opening marks without a closing one, and says where the quotation probably ends.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for quotation in analysis.quotations.iter().filter(|quotation| !quotation.single) {
        if let (Some(open), None) = (quotation.open, quotation.close) {
            findings.push(finding(analysis, quotation, &analysis.marks[open]));
        }
    }
    findings.extend(swallowed(analysis));
    findings
}

/// Quotations whose first paragraph has an attribution outside of any mark, although the next paragraph seems
/// to go on with them: the closing mark before the attribution is missing.
fn swallowed<'a>(analysis: &'a Analysis<'_>) -> impl Iterator<Item = Finding> + 'a {
    analysis.marks.iter().filter(|mark| mark.role == Role::Reopen && !mark.glyph.is_single()).filter_map(
        |mark| {
            let quotation = &analysis.quotations[mark.quotation?];
            let open = &analysis.marks[quotation.open?];
            if open.block + 1 != mark.block {
                return None;
            }
            let end = analysis.document.blocks()[open.block].span.end;
            attributed(analysis, open, open.span.end, end)
        },
    )
}

fn finding(analysis: &Analysis<'_>, quotation: &Quotation, open: &Mark) -> Finding {
    let text = analysis.text();
    let block = analysis.document.blocks()[open.block].span;
    let end = quotation.span.end.min(block.end);
    if let Some(finding) = attributed(analysis, open, open.span.end, end) {
        return finding;
    }
    let close = analysis.quote_style.close;
    if let Some(single) = single_end(analysis, open, end) {
        return Finding::at(single.span)
            .label(open.span, "opened here")
            .message("a single mark closes what a double mark opened")
            .edit(Edit::replace(single.span, close));
    }
    let is_fragment = open.after.is_some_and(char::is_lowercase);
    if is_fragment && let Some((last, stop)) = clause_end(analysis, open.span.end, end) {
        return at_gap(open, last.span.cover(stop.span)).edit(Edit::insert(stop.span.start, close));
    }
    let last = open.span.end + text[open.span.end..end].trim_end().len();
    let at_open = Finding::at(open.span);
    // A whole sentence that nobody is named for ends with its paragraph; otherwise the place cannot be told.
    let whole = !is_fragment && end == block.end;
    let gap = analysis.tokens_in(open.span.end, end).iter().rfind(|token| token.kind == TokenKind::Word);
    let finding = match gap {
        Some(word) if whole => at_gap(open, Span::new(word.span.start, last)),
        _ => at_open,
    };
    finding.edit(Edit::insert(last, close))
}

/// A single mark up to byte `end` that stands like a closing one and belongs to no quotation.
fn single_end<'a>(analysis: &'a Analysis<'_>, open: &Mark, end: usize) -> Option<&'a Mark> {
    let marks = &analysis.marks;
    let from = marks.partition_point(|mark| mark.span.start < open.span.end);
    let inside = marks[from..].iter().take_while(|mark| mark.span.end <= end);
    inside.into_iter().find(|mark| {
        let free = mark.quotation.is_none_or(|q| analysis.quotations[q].open.is_none());
        // behind an s it is a possessive, mostly
        let ends = mark.before.is_some_and(|c| !matches!(c, 's' | 'S' | 'z' | 'x'))
            && mark.after.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | '!' | '?' | ')'));
        mark.glyph.is_single() && free && ends && mark.role != Role::Prime
    })
}

/// The finding for a mark that is missing at `gap`; a short quotation is marked as a whole.
fn at_gap(open: &Mark, gap: Span) -> Finding {
    let whole = open.span.cover(gap);
    if whole.len() <= SHORT { Finding::at(whole) } else { Finding::at(gap).label(open.span, "opened here") }
}

/// The finding where an attribution follows a comma between bytes `start` and `end`.
fn attributed(analysis: &Analysis<'_>, open: &Mark, start: usize, end: usize) -> Option<Finding> {
    let text = analysis.text();
    let tokens = analysis.tokens_in(start, end);
    let comma = (1..tokens.len()).find(|&n| {
        matches!(tokens[n].of(text), "," | "!" | "?") && attribution::begins(analysis, &tokens[n + 1..])
    })?;
    let (last, comma, speaker) = (tokens[comma - 1], tokens[comma], tokens[comma + 1]);
    let finding = Finding::at(last.span.cover(speaker.span)).label(open.span, "opened here");
    Some(
        finding
            .message("the quotation is never closed; it probably ends before the speaker is named")
            .edit(Edit::delete(Span::new(last.span.end, comma.span.start)))
            .edit(Edit::insert(comma.span.end, analysis.quote_style.close)),
    )
}

/// The first comma, colon, dash or full stop between bytes `start` and `end`, with the word before it.
fn clause_end(analysis: &Analysis<'_>, start: usize, end: usize) -> Option<(Token, Token)> {
    let text = analysis.text();
    let ends = |token: &Token| matches!(token.of(text), "," | "." | ";" | ":" | "!" | "?" | "—" | "–");
    let mut pairs = analysis.tokens_in(start, end).windows(2);
    pairs.find(|pair| ends(&pair[1])).map(|pair| (pair[0], pair[1]))
}

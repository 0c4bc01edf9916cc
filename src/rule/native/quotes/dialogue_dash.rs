//! `— I am leaving — said the minister`: direct speech between dashes, as Spanish, Portuguese, French and
//! Russian set it.

use super::attribution;
use crate::analysis::{Analysis, QuoteStyle, Token};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Finds a dash that opens speech, and the dash before its attribution; each is reported, with the fix of both.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut opened: Option<Token> = None;
    // The block in which speech was last found: a dash there that no second one follows takes the speech up again.
    let mut speech = None;
    for (n, token) in analysis.tokens.iter().enumerate() {
        if !is_dash(analysis, *token) {
            continue;
        }
        if let Some([last, dash, verb]) = analysis.tokens.get(n.wrapping_sub(1)..n + 2)
            && let Some(open) = opened
            && open.block == token.block
            && open.span.end < last.span.end
            && (attribution::begins(analysis, &analysis.tokens[n + 1..]) || names_speaker(analysis, n))
        {
            findings.extend(both(analysis, open, [*last, *dash, *verb]));
            opened = None;
            speech = Some(token.block);
        } else if opens_speech(analysis, n) {
            let left = opened.replace(*token).filter(|open| speech == Some(open.block));
            findings.extend(left.map(|open| resumed(analysis, open)));
        }
    }
    let left = opened.filter(|open| speech == Some(open.block));
    findings.extend(left.map(|open| resumed(analysis, open)));
    findings
}

/// Whether a verb in the past and a speaker with an article stand behind token `n`, a dash that follows speech:
/// the place tells that the verb reports.
fn names_speaker(analysis: &Analysis<'_>, n: usize) -> bool {
    let text = analysis.text();
    analysis.tokens[n + 1..].get(..2).is_some_and(|two| {
        let (verb, article) = (two[0].of(text), two[1].of(text));
        verb.ends_with("ed")
            && verb.starts_with(char::is_lowercase)
            && matches!(article, "the" | "a" | "an" | "his" | "her")
    })
}

/// Whether token `n`, a dash, begins a block or a sentence, with a space and a capital behind it.
fn opens_speech(analysis: &Analysis<'_>, n: usize) -> bool {
    let text = analysis.text();
    let dash = analysis.tokens[n];
    let begins = n.checked_sub(1).map(|n| analysis.tokens[n]).is_none_or(|before| {
        before.block != dash.block || matches!(before.of(text), "." | "!" | "?" | "…" | "”" | ":")
    });
    let spaced = text[dash.span.end..].starts_with([' ', '\u{a0}']);
    let next = analysis.tokens.get(n + 1);
    begins && spaced && next.is_some_and(|next| next.of(text).starts_with(char::is_uppercase))
}

fn is_dash(analysis: &Analysis<'_>, token: Token) -> bool {
    matches!(token.of(analysis.text()), "—" | "–" | "―")
}

/// The finding at a dash that takes speech up again behind its attribution.
fn resumed(analysis: &Analysis<'_>, dash: Token) -> Finding {
    let block = analysis.document.blocks()[dash.block].span;
    let end = block.start + block.of(analysis.text()).trim_end().len();
    let QuoteStyle { open, close } = analysis.quote_style;
    Finding::at(dash.span)
        .edit(Edit::replace(Span::new(dash.span.start, dash.span.end + 1), open))
        .edit(Edit::insert(end, close))
}

/// The findings at the dash `open` and at the dash in the middle of `around`.
fn both(analysis: &Analysis<'_>, open: Token, [last, dash, verb]: [Token; 3]) -> Vec<Finding> {
    let text = analysis.text();
    let QuoteStyle { open: left, close: right } = analysis.quote_style;
    let ends = matches!(last.of(text), "!" | "?" | "…" | "," | "...");
    let closing = if ends { right.to_owned() } else { format!(",{right}") };
    let opening = Span::new(open.span.start, open.span.end + 1);
    let at_open = Finding::at(open.span).label(dash.span, "closed here");
    let at_close = Finding::at(dash.span.cover(verb.span)).label(open.span, "opened here");
    [at_open, at_close]
        .into_iter()
        .map(|finding| {
            finding
                .edit(Edit::replace(opening, left))
                .edit(Edit::replace(Span::new(last.span.end, verb.span.start), format!("{closing} ")))
        })
        .collect()
}

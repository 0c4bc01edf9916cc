//! A sentence that names its source at both ends.

use super::super::token_key::token_key;
use crate::analysis::{Analysis, Sentence, Token, TokenKind};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// The most words of a source (`the spokeswoman of the port authority`).
const LONGEST: usize = 7;

/// A sentence with more tokens is a list, or no sentence.
const LONGEST_SENTENCE: usize = 120;

/// Finds “According to the port, …, according to the port” and “The port said …, the port said”.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    analysis.sentences.iter().filter_map(|sentence| repeated(analysis, sentence)).collect()
}

/// The second attribution of a sentence, where it says what the first one does.
fn repeated(analysis: &Analysis<'_>, sentence: &Sentence) -> Option<Finding> {
    let text = analysis.text();
    let tokens = &analysis.tokens[sentence.tokens.clone()];
    if tokens.len() > LONGEST_SENTENCE {
        return None;
    }
    let mut seen: Vec<(&[Token], Vec<u64>)> = Vec::new();
    for n in 0..tokens.len() {
        for found in attributions(text, tokens, n) {
            let keys: Vec<u64> = found.iter().map(|token| token_key(*token, text)).collect();
            if let Some((first, _)) = seen.iter().find(|(_, said)| *said == keys) {
                // Far apart they may belong to two statements.
                let start = found[0].span.start;
                let gone = tokens[..n].iter().rev().find(|token| token.span.end <= start)?;
                let from = if gone.of(text) == "," { gone.span.start } else { start };
                let end = found[found.len() - 1].span.end;
                let span = Span::new(from, end);
                return Some(
                    Finding::at(span)
                        .label(first[0].span.cover(first[first.len() - 1].span), "said here before")
                        .edit(Edit::delete(span)),
                );
            }
            seen.push((found, keys));
        }
    }
    None
}

/// Attributions whose first telling word is token `n`: `according to the port`, `the port said`, `said the port`.
///
/// Each must have a mark or the end of the sentence on its outer side, so that it stands by itself.
fn attributions<'t>(text: &str, tokens: &'t [Token], n: usize) -> Vec<&'t [Token]> {
    let is_edge = |at: Option<&Token>| at.is_none_or(|token| token.kind == TokenKind::Punctuation);
    let is_word = |token: &Token| token.kind == TokenKind::Word;
    let mut found = Vec::new();
    let word = tokens[n].of(text).to_lowercase();
    let starts_at_edge = n == 0 || is_edge(tokens.get(n - 1));
    let source_from =
        |from: usize| tokens[from..].iter().take(LONGEST).take_while(|token| is_word(token)).count();
    if word == "according" && tokens.get(n + 1).is_some_and(|to| to.of(text) == "to") {
        let len = source_from(n + 2);
        if len > 0 && is_edge(tokens.get(n + 2 + len)) {
            found.push(&tokens[n..n + 2 + len]);
        }
    }
    if word == "said" || word == "says" {
        let len = source_from(n + 1);
        if starts_at_edge && len > 0 && is_edge(tokens.get(n + 1 + len)) {
            found.push(&tokens[n..=n + len]);
        }
        let before = tokens[..n].iter().rev().take(LONGEST).take_while(|token| is_word(token)).count();
        if before > 1
            && is_edge(tokens.get(n - before).and_then(|_| n.checked_sub(before + 1)).map(|at| &tokens[at]))
        {
            found.push(&tokens[n - before..=n]);
        }
    }
    found
}

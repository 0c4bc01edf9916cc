//! Words that come round and round, as a decoder does that is stuck.

use super::super::token_key::token_key;
use crate::analysis::{Analysis, Token, TokenKind};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// The longest phrase, in tokens, that is looked for.
const LONGEST: usize = 8;

/// How often a phrase comes round before it is a loop.
const TIMES: usize = 3;

/// The same for a single word, with or without a mark behind it: a speaker may say it three times, or four.
const TIMES_OF_A_WORD: usize = 5;

/// Reports runs of one phrase, and leaves it once.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let tokens = &analysis.tokens;
    let keys: Vec<u64> = tokens.iter().map(|token| token_key(*token, text)).collect();
    let mut findings: Vec<Finding> = Vec::new();
    // A loop of two words is also one of four; the shortest phrase is reported.
    let mut told = vec![false; tokens.len()];
    for len in 1..=LONGEST {
        let mut start = 0;
        let mut n = len;
        while n <= tokens.len() {
            let goes_on =
                n < tokens.len() && keys[n] == keys[n - len] && tokens[n].block == tokens[n - len].block;
            if !goes_on {
                let run = &tokens[start..n];
                if !told[start] && is_loop(text, run, len) {
                    told[start..n].fill(true);
                    findings.push(finding(run, len));
                }
                start = n + 1 - len;
            }
            n += 1;
        }
    }
    findings
}

/// Whether `run`, a phrase of `len` tokens and what equals it, comes round often enough to be no speech.
fn is_loop(text: &str, run: &[Token], len: usize) -> bool {
    if run.len() < TIMES * len {
        return false;
    }
    let phrase = &run[..len];
    // Whole sentences that come back are `repetition/sentence`'s.
    if phrase.iter().any(|token| matches!(token.of(text), "." | "!" | "?")) {
        return false;
    }
    let words: Vec<&str> =
        phrase.iter().filter(|token| token.kind == TokenKind::Word).map(|token| token.of(text)).collect();
    // Laughter, song and spelt-out letters are short; so are rows of a table.
    let says_something =
        words.iter().any(|word| word.len() > 2 || matches!(*word, "of" | "to" | "in" | "at"));
    let times = if words.len() < 2 || tied(&words) { TIMES_OF_A_WORD } else { TIMES };
    says_something && run.len() >= times * len
}

/// Whether the phrase is a word and what ties it to itself: `and on and on and on`.
fn tied(words: &[&str]) -> bool {
    words.len() == 2
        && words
            .iter()
            .any(|word| matches!(*word, "and" | "by" | "or" | "after" | "upon" | "in" | "no" | "yes"))
}

/// The finding, and the edit that leaves the phrase once.
fn finding(run: &[Token], len: usize) -> Finding {
    let span = run[0].span.cover(run[run.len() - 1].span);
    Finding::at(span)
        .message(format!("the same words {} times over", run.len() / len))
        .edit(Edit::delete(Span::new(run[len - 1].span.end, span.end)))
}

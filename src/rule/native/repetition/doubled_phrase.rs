//! The same few words twice in a row.

use super::super::token_key::token_key;
use crate::analysis::{Analysis, Token, TokenKind};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// The lengths of phrase, in words, that are compared.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;

/// Words that tie a word to itself: `again and again and again`, `step by step by step`.
const TIES: &[&str] = &["after", "and", "by", "in", "into", "of", "on", "or", "to", "upon", "versus", "vs"];

/// Words of which a phrase that was said twice by mistake holds one.
const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "has", "have", "he",
    "her", "his", "in", "is", "it", "its", "of", "on", "or", "our", "she", "that", "the", "their", "they",
    "this", "to", "was", "we", "were", "which", "who", "will", "with", "would",
];

/// Reports a phrase that is followed by itself; three times and more are `repetition/looping`.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let tokens = &analysis.tokens;
    let keys: Vec<u64> = tokens.iter().map(|token| token_key(*token, text)).collect();
    let mut findings: Vec<Finding> = Vec::new();
    for len in LENGTHS {
        // How many tokens up to here equal the one a phrase's length before.
        let mut equal = 0;
        for n in len..tokens.len() {
            let goes_on = keys[n] == keys[n - len]
                && tokens[n].kind == TokenKind::Word
                && tokens[n].block == tokens[n - len].block;
            equal = if goes_on { equal + 1 } else { 0 };
            if equal < len {
                continue;
            }
            let next_too = keys.get(n + 1).is_some_and(|key| *key == keys[n + 1 - len]);
            if equal == len && !next_too {
                let twice = &tokens[n + 1 - 2 * len..=n];
                if is_slip(analysis, twice) {
                    findings.push(finding(twice));
                }
            }
        }
    }
    findings
}

/// Whether the tokens, a phrase and itself again, are words with nothing between, and no figure of speech.
fn is_slip(analysis: &Analysis<'_>, twice: &[Token]) -> bool {
    let text = analysis.text();
    let words: Vec<String> =
        twice[..twice.len() / 2].iter().map(|token| token.of(text).to_lowercase()).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    // “case by case by case” is a figure of speech, “in prison in prison” none: there the tie comes first.
    let leads = words.len() == 2 && matches!(words[0].as_str(), "at" | "for" | "in" | "into" | "of" | "to");
    let tied = words.len() == 2
        && has(TIES)
        && !leads
        && !words.iter().any(|word| {
            matches!(word.as_str(), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "this")
        });
    let all_same = words.iter().all(|word| *word == words[0]);
    let joined = twice.windows(2).all(|pair| {
        let gap = &text[pair[0].span.end..pair[1].span.start];
        !gap.is_empty() && gap.chars().all(char::is_whitespace)
    });
    joined && has(FUNCTION_WORDS) && !tied && !all_same
}

/// The finding, and the edit that leaves the phrase once.
fn finding(twice: &[Token]) -> Finding {
    let middle = twice[twice.len() / 2 - 1].span.end;
    let span = twice[0].span.cover(twice[twice.len() - 1].span);
    Finding::at(span).edit(Edit::delete(Span::new(middle, span.end)))
}

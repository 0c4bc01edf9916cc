//! Words that say who spoke, as far as they can be told without tags.

use crate::analysis::{Analysis, Token, TokenKind};

/// Whether an attribution begins at the first of `tokens`: `said the mayor`, `explains Ms Roy`, `he added`.
pub(super) fn begins(analysis: &Analysis<'_>, tokens: &[Token]) -> bool {
    let text = analysis.text();
    let word =
        |n: usize| tokens.get(n).filter(|token| token.kind == TokenKind::Word).map(|token| token.of(text));
    let Some(first) = word(0) else { return false };
    let reports = |word: &str| analysis.language.reporting_verbs.contains(&word.to_lowercase());
    if reports(first) {
        return word(1).is_some_and(|next| is_speaker(next) || matches!(next, "on" | "in" | "at"));
    }
    if is_pronoun(first) || first.starts_with(char::is_uppercase) {
        return (1..4).any(|n| word(n).is_some_and(reports));
    }
    // `, the harbour office said on Friday`, but not `, the men said nothing`.
    is_determiner(first)
        && (2..6)
            .find(|&n| word(n).is_none_or(reports))
            .is_some_and(|n| word(n).is_some() && word(n + 1).is_none_or(ends_attribution))
}

/// Whether the words of an attribution may end before `word`.
fn ends_attribution(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        || matches!(word, "after" | "at" | "during" | "in" | "last" | "on" | "to" | "when" | "yesterday")
}

/// Whether a speaker may begin with `word`.
fn is_speaker(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || is_pronoun(word) || is_determiner(word)
}

fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "one"
            | "another"
            | "some"
            | "several"
    )
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "it" | "they" | "we" | "I")
}

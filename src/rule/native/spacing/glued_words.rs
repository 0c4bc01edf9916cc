//! Two words with no space between them.

use std::collections::HashMap;

use super::super::neighbours::{after, before, is_capitalised};
use crate::analysis::{Analysis, Token, TokenKind};
use crate::diagnostic::Edit;
use crate::language::Language;
use crate::rule::finding::Finding;

/// Function words that neither begin nor end other words of English, so that a word made of one and another word is two.
const FUNCTION_WORDS: [&str; 30] = [
    "and", "are", "because", "been", "could", "from", "had", "has", "have", "into", "its", "of", "our",
    "should", "than", "that", "the", "their", "them", "these", "they", "this", "those", "was", "were",
    "which", "who", "with", "would", "your",
];
/// Short words that stand before one of [`FUNCTION_WORDS`] so often that the two run together.
const SHORT_WORDS: [&str; 12] = ["as", "at", "be", "by", "for", "he", "in", "is", "it", "on", "to", "we"];
/// Adverbs and prepositions that a headline or a link runs into; with other words, a capital inside makes a brand.
const LEADS: [&str; 21] = [
    "about", "after", "against", "also", "before", "between", "both", "during", "even", "here", "just",
    "more", "most", "only", "over", "some", "such", "then", "there", "under", "when",
];
/// Heads of compounds such as `thereof` and `wherewith`.
const COMPOUNDING: [&str; 3] = ["here", "there", "where"];
/// Words that begin a sentence and no part of a brand.
const OPENERS: [&str; 16] = [
    "According",
    "After",
    "Although",
    "Because",
    "Before",
    "But",
    "He",
    "However",
    "She",
    "That",
    "The",
    "These",
    "They",
    "This",
    "When",
    "While",
];

/// Finds glued words. What has a capital inside and comes twice in a document is a name.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let words = || analysis.tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let mut found = Vec::new();
    let mut times: HashMap<&str, usize> = HashMap::new();
    for token in words() {
        let word = token.of(text);
        if let Some(split) = split(word, analysis.language) {
            *times.entry(word).or_default() += 1;
            found.push((token, split));
        }
    }
    found.retain(|(token, _)| {
        let joined = |c: char| matches!(c, '#' | '@' | '_' | '/' | '-' | '.' | '\\' | '$' | '=');
        let left = before(text, token.span.start).is_some_and(joined);
        let right =
            after(text, token.span.end).is_some_and(|c| matches!(c, '(' | '_' | '/' | '\\' | '=' | '-'));
        let word = token.of(text);
        let name = times[word] > 1 && word.chars().any(char::is_uppercase);
        !name && !left && !right && !ends_label(analysis, token)
    });
    let finding = |(token, split): (&Token, usize)| {
        Finding::at(token.span).edit(Edit::insert(token.span.start + split, " "))
    };
    found.into_iter().map(finding).collect()
}

/// Whether the word is the end of a label and the title behind it (`Read alsoFloods: …`): the whole block is
/// then left over from the page, and a space mends nothing.
fn ends_label(analysis: &Analysis<'_>, token: &Token) -> bool {
    let block = analysis.document.blocks()[token.block].span;
    let label = &analysis.text()[block.start..token.span.start];
    label.len() < 20
        && label
            .split_whitespace()
            .any(|word| matches!(word.to_lowercase().as_str(), "read" | "see" | "watch" | "listen"))
        && token.of(analysis.text()).chars().skip(1).any(char::is_uppercase)
}

/// The byte at which `word` falls into two words.
fn split(word: &str, language: &Language) -> Option<usize> {
    if word.len() < 5 || word.len() > 40 || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let mut capitals = word.char_indices().skip(1).filter(|(_, c)| c.is_uppercase());
    match (capitals.next(), capitals.next()) {
        (None, _) if word.bytes().all(|b| b.is_ascii_lowercase()) => split_small(word, language),
        (None, _) if word.is_ascii() => split_opener(&word.to_ascii_lowercase(), language),
        (Some((at, _)), None) => splits_at_capital(&word[..at], &word[at..], language).then_some(at),
        _ => None,
    }
}

/// Where a word in small letters falls into a function word and a common word.
fn split_small(word: &str, language: &Language) -> Option<usize> {
    let function = |part: &str| FUNCTION_WORDS.binary_search(&part).is_ok();
    let short = |part: &str| SHORT_WORDS.binary_search(&part).is_ok();
    let common = |part: &str, least: usize| part.len() >= least && language.common_words.contains(part);
    // Most words end here, before any dictionary is opened.
    let touches = |part: &&str| word.starts_with(*part) || word.ends_with(*part);
    if !FUNCTION_WORDS.iter().any(touches) || language.words.contains(word) {
        return None;
    }
    (2..=word.len() - 2).find(|&at| {
        let (left, right) = word.split_at(at);
        // Words of other languages begin like `our` and `has` more often than a space is lost behind these.
        let least = if left.len() == 3 && left != "the" && left != "and" { 5 } else { 4 };
        function(left) && (function(right) || short(right) || common(right, least))
            || function(right) && (short(left) || common(left, 4)) && !COMPOUNDING.contains(&left)
    })
}

/// Where a word with a capital falls into two function words (`Inthe`); with other words it may be a name.
fn split_opener(word: &str, language: &Language) -> Option<usize> {
    let function = |part: &str| FUNCTION_WORDS.binary_search(&part).is_ok();
    let begins = |part: &str| function(part) || SHORT_WORDS.binary_search(&part).is_ok();
    let found = (2..=word.len() - 3).find(|&at| begins(&word[..at]) && function(&word[at..]));
    found.filter(|_| !language.words.contains(word))
}

/// Whether a capital inside a word begins a word of its own.
fn splits_at_capital(left: &str, right: &str, language: &Language) -> bool {
    if !is_capitalised(right) || right.len() < 2 {
        return false;
    }
    let left_small = left.chars().all(char::is_lowercase);
    if OPENERS.binary_search(&right).is_ok() && left.chars().count() >= 4 {
        return left_small || right.len() > 2 && is_capitalised(left);
    }
    let known = right.len() >= 3 && language.words.contains(&right.to_lowercase());
    let function = FUNCTION_WORDS.binary_search(&left).is_ok();
    left_small
        && (left == "a" && known && right.len() >= 4
            || function && right.len() >= 4
            || known && LEADS.binary_search(&left).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_by_halving_are_sorted() {
        assert!(
            FUNCTION_WORDS.is_sorted() && LEADS.is_sorted() && SHORT_WORDS.is_sorted() && OPENERS.is_sorted()
        );
    }
}

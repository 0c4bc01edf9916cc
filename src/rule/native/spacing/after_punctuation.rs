//! A mark between two words with no space behind it.

use super::super::neighbours::{before, is_capitalised, run_around, word_after, word_before};
use crate::analysis::Analysis;
use crate::diagnostic::Edit;
use crate::language::Language;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Finds `stopped,looked` and `leaks.Below`; addresses, file names, initials and chemical names are none.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in analysis.document.blocks() {
        let text = block.span.of(analysis.text());
        for (at, byte) in text.bytes().enumerate() {
            if matches!(byte, b',' | b';' | b':' | b'!' | b'?' | b'.') && is_slip(text, at, analysis.language)
            {
                let left = word_before(text, at);
                let right = word_after(text, at + 1);
                let span = Span::new(at - left.len(), at + 1 + right.len()).shifted(block.span.start);
                let place = block.span.start + at + 1;
                findings.push(Finding::at(span).edit(Edit::insert(place, " ")));
            }
        }
    }
    findings
}

/// Whether the mark at byte `at` should have a space behind it.
fn is_slip(text: &str, at: usize, language: &Language) -> bool {
    let left = word_before(text, at);
    let right = word_after(text, at + 1);
    let long_enough = |word: &str| word.chars().nth(1).is_some();
    if !long_enough(left) || !(long_enough(right) || matches!(right, "a" | "I")) {
        return false;
    }
    let outer = before(text, at - left.len());
    if outer.is_some_and(|c| matches!(c, '.' | '&' | '#' | '@' | '/' | '_' | ':' | ';'))
        || is_code(run_around(text, at))
    {
        return false;
    }
    let known = |word: &str| language.words.contains(&word.to_lowercase());
    let next = text[at + 1 + right.len()..].chars().next();
    // `Will.I.Am`, `Some.File.Name`, `name:space:local`
    let chained = next.is_some_and(|c| c == char::from(text.as_bytes()[at]))
        && text[at + 2 + right.len()..].starts_with(char::is_alphabetic);
    let capitals = |word: &str| word.chars().all(char::is_uppercase);
    match text.as_bytes()[at] {
        b',' => !(capitals(left) && capitals(right)) && (known(left) || known(right)),
        b';' => known(left) && known(right),
        b'.' => {
            let ends_sentence = left.chars().next_back().is_some_and(char::is_lowercase)
                && !language.abbreviations.contains(left);
            let begins_sentence = right == "I" || long_enough(right) && is_capitalised(right);
            let common = |word: &str| language.common_words.contains(&word.to_lowercase());
            !chained
                && ends_sentence
                && begins_sentence
                && known(left)
                && (!is_capitalised(left) || common(right))
        }
        // A capital keeps names such as `mailto:someone` out.
        _ => {
            !chained
                && is_capitalised(right)
                && long_enough(right)
                && known(left)
                && language.common_words.contains(&right.to_lowercase())
                && left.chars().all(char::is_lowercase)
        }
    }
}

/// Whether a run without spaces is an address, a tag or a piece of code.
fn is_code(run: &str) -> bool {
    run.contains(['/', '\\', '@', '#', '_', '=', '<', '>', '{', '|', '`', '*']) || run.starts_with("www.")
}

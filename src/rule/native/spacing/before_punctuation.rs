//! White space before a comma, a stop, or a question or exclamation mark.

use super::super::neighbours::{after, before, is_capitalised, is_gap, marks, word_after, word_before};
use crate::analysis::Analysis;
use crate::language::Language;
use crate::rule::finding::Finding;
use crate::span::Span;

/// A wider gap, in bytes, is alignment.
const WIDEST: usize = 6;

/// A longer number, in digits, numbers no entry of a list.
const LONGEST_NUMBER: usize = 6;

/// Finds a gap before a mark; where the space behind the mark is missing, the gap has slipped over it.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in analysis.document.blocks() {
        let text = block.span.of(analysis.text());
        for (at, byte) in marks(text) {
            let start = text[..at].trim_end_matches(is_gap).len();
            if start == at || at - start > WIDEST || !is_slip(text, start, at, analysis.language) {
                continue;
            }
            let mark = char::from(byte);
            let is_digit = |c: char| c.is_ascii_digit();
            // `3 ,5` is one number.
            let inside_number = before(text, start).is_some_and(is_digit);
            let slipped = after(text, at + 1)
                .is_some_and(|c| c.is_alphabetic() || byte == b',' && is_digit(c) && !inside_number);
            let mended = if slipped { format!("{mark} ") } else { mark.to_string() };
            let span = Span::new(start, at + 1).shifted(block.span.start);
            findings.push(Finding::replace(span, mended));
        }
    }
    findings
}

/// Whether the mark at byte `at` belongs to what stands before the gap that begins at byte `start`.
fn is_slip(text: &str, start: usize, at: usize, language: &Language) -> bool {
    let Some(left) = before(text, start) else {
        return false;
    };
    let abbreviated = left == '.'
        && text[..start - 1].ends_with(char::is_alphabetic)
        && matches!(text.as_bytes()[at], b',' | b';');
    if !left.is_alphanumeric() && !abbreviated && !matches!(left, ')' | ']' | '%' | '°' | '€' | '£') {
        return false;
    }
    let right = after(text, at + 1);
    let next = text[at + 1..].trim_start_matches(is_gap).chars().next();
    let ends = right.is_none_or(|c| c.is_whitespace() || is_gap(c)) || closes_quotation(text, at + 1);
    let between_digits = left.is_ascii_digit() && next.is_some_and(|c| c.is_ascii_digit());
    // `1 . First` numbers a list.
    let numbers =
        left.is_ascii_digit() && start <= LONGEST_NUMBER && text[..start].bytes().all(|b| b.is_ascii_digit());
    match text.as_bytes()[at] {
        b',' => ends && next != Some(',') || right.is_some_and(char::is_alphanumeric),
        b';' => ends,
        b':' => ends && !between_digits && next != Some(':'),
        b'.' if right.is_some_and(char::is_alphabetic) => {
            let (word, next_word) = (word_before(text, start), word_after(text, at + 1));
            // `.NET` and `.Net` are names.
            let common = |word: &str| language.common_words.contains(&word.to_lowercase());
            is_capitalised(next_word)
                && next_word != "Net"
                && (language.abbreviations.contains(word) && next_word.len() > 2
                    || common(next_word) && word.ends_with(char::is_lowercase))
        }
        b'.' => (ends || right == Some(')')) && next != Some('.') && !between_digits && !numbers,
        // Several marks with spaces between them stand for characters that were lost.
        _ => (ends || right == Some(')')) && !matches!(next, Some('?' | '!')),
    }
}

/// Whether a closing quotation mark stands at byte `at`.
fn closes_quotation(text: &str, at: usize) -> bool {
    match after(text, at) {
        Some('”' | '»') => true,
        Some('"') => !after(text, at + 1).is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

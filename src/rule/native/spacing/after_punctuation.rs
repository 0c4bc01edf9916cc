//! A mark between two words with no space behind it.

use super::super::neighbours::{after, before, is_capitalised, marks, run_around, word_after, word_before};
use crate::analysis::Analysis;
use crate::diagnostic::Edit;
use crate::language::Language;
use crate::rule::finding::Finding;
use crate::span::Span;

/// How far, in bytes, a figure is followed.
const LONGEST_FIGURE: usize = 20;
/// Words that begin a sentence even where the full stop could be that of an abbreviation or an address.
const OPENERS: [&str; 10] = ["and", "but", "he", "however", "she", "the", "there", "they", "this", "we"];
/// Abbreviations that only ever stand before a name, with a space between.
const TITLES: [&str; 5] = ["Dr", "Mr", "Mrs", "Ms", "Prof"];
/// The months, behind which a day and a year are set apart by a comma and a space.
const MONTHS: [&str; 12] = [
    "April",
    "August",
    "December",
    "February",
    "January",
    "July",
    "June",
    "March",
    "May",
    "November",
    "October",
    "September",
];

/// Finds `stopped,looked`, `leaks.Below` and `40%,which`; addresses, file names, initials and chemical names are none.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in analysis.document.blocks() {
        let text = block.span.of(analysis.text());
        for (at, _) in marks(text) {
            let slip = between_words(text, at, analysis.language)
                .or_else(|| behind_figure(text, at, analysis.language))
                .or_else(|| before_figure(text, at, analysis.language));
            if let Some(span) = slip {
                let place = block.span.start + at + 1;
                findings.push(Finding::at(span.shifted(block.span.start)).edit(Edit::insert(place, " ")));
            }
        }
    }
    findings
}

/// The two words on either side of the mark at byte `at`, where a space is missing between them.
fn between_words(text: &str, at: usize, language: &Language) -> Option<Span> {
    let mark = text.as_bytes()[at];
    let word_end =
        if matches!(mark, b'!' | b'?') { text[..at].trim_end_matches(['!', '?']).len() } else { at };
    let left = word_before(text, word_end);
    let right = word_after(text, at + 1);
    let long_enough = |word: &str| word.chars().nth(1).is_some();
    if !long_enough(left) || !(long_enough(right) || matches!(right, "a" | "I")) {
        return None;
    }
    let start = word_end - left.len();
    let outer = before(text, start);
    if outer.is_some_and(|c| matches!(c, '.' | '&' | '#' | '@' | '/' | '_' | ':' | ';'))
        || is_code(run_around(text, at))
    {
        return None;
    }
    // `Will.I.Am`, `Some.File.Name`, `name:space:local`
    let rest = &text[at + 1 + right.len()..];
    let chained = rest.starts_with(char::from(mark)) && rest[1..].starts_with(char::is_alphabetic);
    let known = |word: &str| language.words.contains(&word.to_lowercase());
    let common = |word: &str| language.common_words.contains(&word.to_lowercase());
    let is_small = |word: &str| word.chars().all(char::is_lowercase);
    let capitals = |word: &str| word.chars().all(char::is_uppercase);
    let is_slip = match mark {
        b',' => !(capitals(left) && capitals(right)) && (known(left) || known(right)),
        b';' => known(left) && known(right),
        b'.' => !chained && stop_ends_sentence(left, right, language),
        b':' if is_small(right) => !chained && language.reporting_verbs.contains(left) && common(right),
        // A capital keeps names such as `mailto:someone` out, a common word `Yahoo!Mail`.
        _ => {
            !chained
                && is_capitalised(right)
                && long_enough(right)
                && common(right)
                && (known(left) && is_small(left) || mark != b':' && common(left))
        }
    };
    is_slip.then(|| Span::new(start, at + 1 + right.len()))
}

/// Whether the full stop between two words ends a sentence, or a title before a name.
fn stop_ends_sentence(left: &str, right: &str, language: &Language) -> bool {
    let common = |word: &str| language.common_words.contains(&word.to_lowercase());
    let opens = OPENERS.binary_search(&right.to_lowercase().as_str()).is_ok();
    if TITLES.contains(&left) {
        return is_capitalised(right) && right.len() > 2;
    }
    if right.starts_with(char::is_lowercase) {
        return opens && left.len() > 2 && left.chars().all(char::is_lowercase) && common(left);
    }
    let ends = left.chars().next_back().is_some_and(char::is_lowercase)
        && (opens || !language.abbreviations.contains(left));
    let begins = right == "I" || right.len() > 1 && is_capitalised(right);
    let known = language.words.contains(&left.to_lowercase());
    ends && begins && known && (!is_capitalised(left) || common(right))
}

/// The figure or bracket before the mark at byte `at` and the word behind it: `40%,which`, `in 2019.The`.
fn behind_figure(text: &str, at: usize, language: &Language) -> Option<Span> {
    let right = word_after(text, at + 1);
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | ')');
    let near = &text[text.floor_char_boundary(at.saturating_sub(LONGEST_FIGURE))..at];
    let left = &near[near.trim_end_matches(figure).len()..];
    let start = at - left.len();
    let stands_alone = before(text, start).is_none_or(|c| c.is_whitespace() || "($€£“\"".contains(c));
    let closes_bracket = left.ends_with(')');
    if right.len() < 2 || left.len() < 2 || !(stands_alone || closes_bracket) || is_code(run_around(text, at))
    {
        return None;
    }
    let goes_on = after(text, at + 1 + right.len()).is_some_and(|c| matches!(c, '-' | '.' | '(' | ':'));
    let common = language.common_words.contains(&right.to_lowercase());
    let is_slip = match text.as_bytes()[at] {
        b',' | b';' => common && right.chars().all(char::is_lowercase),
        b'.' => is_capitalised(right) && language.sentence_starters.contains(&right.to_lowercase()),
        _ => false,
    };
    (is_slip && !goes_on).then(|| Span::new(start, at + 1 + right.len()))
}

/// The word or the date before the comma at byte `at` and the figure behind it: `years,20`, `May 3,2021`.
fn before_figure(text: &str, at: usize, language: &Language) -> Option<Span> {
    let behind = &text[at + 1..text.ceil_char_boundary((at + LONGEST_FIGURE).min(text.len()).max(at + 1))];
    let len = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let ends = after(text, at + 1 + len).is_none_or(|c| !c.is_alphanumeric() && c != '-');
    if text.as_bytes()[at] != b',' || len == 0 || !ends || is_code(run_around(text, at)) {
        return None;
    }
    let word = word_before(text, at);
    if word.len() > 3 && word.chars().all(char::is_lowercase) && language.common_words.contains(word) {
        let start = at - word.len();
        let stands_alone = before(text, start).is_none_or(char::is_whitespace);
        return stands_alone.then(|| Span::new(start, at + 1 + len));
    }
    let near = &text[text.floor_char_boundary(at.saturating_sub(LONGEST_FIGURE))..at];
    let day = at - (near.len() - near.trim_end_matches(|c: char| c.is_ascii_digit()).len());
    let month = text[..day].strip_suffix(' ').map_or("", |text| word_before(text, text.len()));
    let is_date = len == 4 && (1..=2).contains(&(at - day)) && MONTHS.binary_search(&month).is_ok();
    is_date.then(|| Span::new(day, at + 1 + len))
}

/// Whether a run without spaces is an address, a tag or a piece of code.
fn is_code(run: &str) -> bool {
    run.contains(['/', '\\', '@', '#', '_', '=', '<', '>', '{', '|', '`', '*']) || run.starts_with("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_by_halving_are_sorted() {
        assert!(OPENERS.is_sorted() && MONTHS.is_sorted());
    }
}

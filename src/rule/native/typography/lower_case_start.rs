//! A sentence that begins with a small letter.

use super::super::neighbours::{before, word_after, word_before};
use crate::analysis::Analysis;
use crate::diagnostic::Edit;
use crate::document::{Block, BlockKind};
use crate::language::Language;
use crate::rule::finding::Finding;
use crate::span::Span;

/// A shorter paragraph may be a caption, an entry or a line of verse.
const FEWEST_WORDS: usize = 5;
/// Small words at the head of names.
const PARTICLES: [&str; 17] = [
    "al", "d", "da", "das", "de", "del", "der", "di", "dos", "du", "el", "la", "le", "ten", "van", "von",
    "zu",
];

/// Finds paragraphs and sentences without their capital.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let blocks = analysis.document.blocks();
    let mut findings = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let headline = index == 0 && block.kind == BlockKind::Heading;
        if !headline && !matches!(block.kind, BlockKind::Paragraph | BlockKind::Quotation) {
            continue;
        }
        let inside = block.span.of(text);
        let previous = index.checked_sub(1).map(|n| &blocks[n]);
        let next = blocks.get(index + 1);
        let word = word_after(inside, 0);
        if is_plain(inside, 0, word, analysis.language)
            && (begins_paragraph(text, previous, block)
                || previous.is_none() && is_headline(text, block, next))
        {
            findings.push(finding(block.span.start, word));
        }
        for at in memchr::memmem::find_iter(inside.as_bytes(), b". ").map(|stop| stop + 2) {
            let word = word_after(inside, at);
            if is_plain(inside, at, word, analysis.language)
                && ends_sentence(inside, at - 2, analysis.language)
            {
                findings.push(finding(block.span.start + at, word));
            }
        }
    }
    findings
}

/// Writes the first letter of `word` at byte `at` as a capital.
fn finding(at: usize, word: &str) -> Finding {
    let first = word.chars().next().unwrap_or_default();
    let letter = Span::new(at, at + first.len_utf8());
    Finding::at(Span::new(at, at + word.len()))
        .edit(Edit::replace(letter, first.to_uppercase().collect::<String>()))
}

/// Whether `word` at byte `at` is a common word in small letters that stands by itself.
fn is_plain(text: &str, at: usize, word: &str, language: &Language) -> bool {
    let alone = text[at + word.len()..].starts_with([' ', ',']);
    alone
        && (word.len() > 1 || word == "a")
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && language.common_words.contains(word)
        && PARTICLES.binary_search(&word).is_err()
}

/// Whether a block is a paragraph of its own, and not the rest of a line that was broken or an entry of a list.
fn begins_paragraph(text: &str, previous: Option<&Block>, block: &Block) -> bool {
    let inside = block.span.of(text);
    if !ends(inside) || !is_long(inside) {
        return false;
    }
    let Some(previous) = previous else {
        return true;
    };
    let blank_line = text[previous.span.end..block.span.start].bytes().filter(|&b| b == b'\n').count() > 1;
    let before = previous.span.of(text);
    let goes_on = before.ends_with([',', ';', ':', '…', '-', '–', '—', '(', '&']) || before.ends_with("...");
    let list = word_after(before, 0).starts_with(char::is_lowercase);
    !goes_on && !list && (blank_line || ends(before))
}

/// Whether the first block is a headline over prose.
fn is_headline(text: &str, first: &Block, next: Option<&Block>) -> bool {
    let over_prose = next.is_some_and(|next| {
        let below = next.span.of(text);
        ends(below) && is_long(below) && below.starts_with(|c: char| !c.is_lowercase())
    });
    over_prose && is_long(first.span.of(text)) && !first.span.of(text).ends_with([',', ';', ':'])
}

/// Whether a text ends as a sentence does.
fn ends(text: &str) -> bool {
    text.trim_end_matches(['”', '"', '»', '’', '\'', ')']).ends_with(['.', '!', '?'])
}

/// Whether a text has enough words for a paragraph.
fn is_long(text: &str) -> bool {
    text.split_whitespace().nth(FEWEST_WORDS - 1).is_some()
}

/// Whether the full stop at byte `stop` ends a sentence: it stands behind a word or a number, not behind an abbreviation.
fn ends_sentence(text: &str, stop: usize, language: &Language) -> bool {
    let word = word_before(text, stop);
    if word.is_empty() {
        let digits = text[..stop].bytes().rev().take(5).take_while(u8::is_ascii_digit).count();
        let outside = before(text, stop - digits);
        return (1..=4).contains(&digits) && outside == Some(' ');
    }
    let mut chars = word.chars();
    let capitalised: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    word.len() >= 4
        && before(text, stop - word.len()).is_some_and(|c| c == ' ' || c == '-')
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && language.words.contains(word)
        && !language.abbreviations.contains(word)
        && !language.abbreviations.contains(&capitalised)
}

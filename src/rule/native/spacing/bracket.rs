//! Spaces on the wrong side of a bracket.

use super::super::neighbours::{after, before, is_gap, word_after, word_before};
use crate::analysis::Analysis;
use crate::diagnostic::Edit;
use crate::language::Language;
use crate::rule::finding::Finding;
use crate::span::Span;

/// The longest remark in brackets, in bytes, whose ends are looked at together.
const LONGEST: usize = 400;

/// Finds `( so )`, `mayor(who` and `(so)said`; plurals (`word(s)`), functions and faces are none.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in analysis.document.blocks() {
        let text = block.span.of(analysis.text());
        for pair in pairs(text) {
            let mut add = |span: Span, edit: Edit| {
                findings.push(Finding::at(span.shifted(block.span.start)).edit(edit));
            };
            let offset = block.span.start;
            let inside = Span::new(pair.start + 1, pair.end - 1);
            if !inside.of(text).contains(char::is_alphanumeric) {
                continue;
            }
            let head = inside.end - inside.of(text).trim_start_matches(is_gap).len();
            let tail = inside.start + inside.of(text).trim_end_matches(is_gap).len();
            if head > inside.start && !is_face(text, pair.start) {
                add(Span::new(pair.start, head), Edit::delete(Span::new(inside.start, head).shifted(offset)));
            }
            if tail < inside.end {
                add(Span::new(tail, pair.end), Edit::delete(Span::new(tail, inside.end).shifted(offset)));
            }
            if text[pair.start..].starts_with('(') {
                if lacks_space_before(text, pair, analysis.language) {
                    let word = word_before(text, pair.start);
                    let span = Span::new(pair.start - word.len(), pair.start + 1);
                    add(span, Edit::insert(offset + pair.start, " "));
                }
                if lacks_space_after(text, pair, analysis.language) {
                    let word = word_after(text, pair.end);
                    let span = Span::new(pair.end - 1, pair.end + word.len());
                    add(span, Edit::insert(offset + pair.end, " "));
                }
            }
        }
    }
    findings
}

/// Brackets of one kind with none inside, near to each other.
fn pairs(text: &str) -> Vec<Span> {
    let mut pairs = Vec::new();
    let mut open: Option<usize> = None;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' | b'[' => open = Some(at),
            b')' | b']' => {
                let same_kind = |from: usize| (text.as_bytes()[from] == b'(') == (byte == b')');
                if let Some(from) = open.take()
                    && same_kind(from)
                    && at - from <= LONGEST
                {
                    pairs.push(Span::new(from, at + 1));
                }
            }
            _ => {}
        }
    }
    pairs
}

/// Whether the bracket at byte `at` is the mouth of a face: `:(`, `:-(`.
fn is_face(text: &str, at: usize) -> bool {
    before(text, at).is_some_and(|c| matches!(c, ':' | ';' | '=' | '-'))
}

/// Whether the brackets hold a remark and not the end of a word (`mayor(s)`) or what a function is given.
fn holds_remark(text: &str, pair: Span, language: &Language) -> bool {
    let inside = Span::new(pair.start + 1, pair.end - 1).of(text).trim();
    let several = inside.split_whitespace().nth(1).is_some();
    let is_acronym = inside.len() > 1 && inside.bytes().all(|byte| byte.is_ascii_uppercase());
    let first = word_after(inside, 0);
    let plain = !inside.contains(['=', ',', '_', '|', '+', '*', '<', '>', '^']) || several;
    plain && (several && (language.words.contains(&first.to_lowercase()) || first.len() > 2) || is_acronym)
}

/// Whether a word runs into the opening bracket.
fn lacks_space_before(text: &str, pair: Span, language: &Language) -> bool {
    let word = word_before(text, pair.start);
    let joined = before(text, pair.start - word.len())
        .is_some_and(|c| matches!(c, '.' | '_' | '@' | '/' | '\\' | '$' | '-' | ']'));
    word.len() > 2
        && !joined
        && (language.words.contains(&word.to_lowercase()) || word.starts_with(char::is_uppercase))
        && holds_remark(text, pair, language)
}

/// Whether the closing bracket runs into a word.
fn lacks_space_after(text: &str, pair: Span, language: &Language) -> bool {
    let word = word_after(text, pair.end);
    let goes_on = after(text, pair.end + word.len()).is_some_and(|c| matches!(c, '.' | '_' | '(' | '-'));
    word.len() > 1
        && !(goes_on && word.len() < 3)
        && language.common_words.contains(&word.to_lowercase())
        && holds_remark(text, pair, language)
}

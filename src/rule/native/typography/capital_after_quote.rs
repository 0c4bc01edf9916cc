//! A capital on the reporting verb behind a quotation.

use super::super::neighbours::{after, before, is_capitalised, word_after};
use crate::analysis::Analysis;
use crate::analysis::mark::Glyph;
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Words in small letters that begin the speaker.
const DETERMINERS: [&str; 9] = ["a", "an", "her", "his", "its", "our", "the", "their", "this"];

/// Finds `”, Replied the judge`.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let mut findings = Vec::new();
    for mark in &analysis.marks {
        if !matches!(mark.glyph, Glyph::Straight | Glyph::Left | Glyph::Right | Glyph::GuillemetRight) {
            continue;
        }
        let Some(verb) = verb_behind(text, mark.span) else {
            continue;
        };
        let word = verb.of(text);
        if analysis.language.reporting_verbs.contains(&word.to_lowercase()) && names_speaker(text, verb.end) {
            let capital = Span::new(verb.start, verb.start + word.chars().next().map_or(0, char::len_utf8));
            let small = capital.of(text).to_lowercase();
            findings.push(Finding::at(verb).edit(Edit::replace(capital, small)));
        }
    }
    findings
}

/// The capitalised word behind a closing mark that does not end a sentence.
fn verb_behind(text: &str, mark: Span) -> Option<Span> {
    let inner = before(text, mark.start).filter(|c| !c.is_whitespace())?;
    let comma = after(text, mark.end) == Some(',');
    if !comma && !matches!(inner, ',' | '!' | '?') {
        return None;
    }
    let gap = mark.end + usize::from(comma);
    let start = gap + 1;
    if after(text, gap) != Some(' ') {
        return None;
    }
    let word = word_after(text, start);
    (word.len() > 2 && is_capitalised(word)).then(|| Span::new(start, start + word.len()))
}

/// Whether a speaker follows: a name, or a noun with its article.
fn names_speaker(text: &str, at: usize) -> bool {
    let word = text[at..].strip_prefix(' ').map_or("", |_| word_after(text, at + 1));
    DETERMINERS.binary_search(&word).is_ok() || word.len() > 1 && is_capitalised(word)
}

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
        let Some((word, link)) = word_behind(text, mark.span) else {
            continue;
        };
        let verb = |word: &str| analysis.language.reporting_verbs.contains(&word.to_lowercase());
        let next = text[word.end..].strip_prefix(' ').map_or("", |_| word_after(text, word.end + 1));
        let determiner = DETERMINERS.binary_search(&next).is_ok();
        let goes_on = match word.of(text) {
            "He" | "She" | "It" | "They" | "We" => link == Link::Comma && verb(next),
            first if verb(first) => {
                determiner || link != Link::None && next.len() > 1 && is_capitalised(next)
            }
            _ => false,
        };
        if goes_on {
            let capital =
                Span::new(word.start, word.start + word.of(text).chars().next().map_or(0, char::len_utf8));
            let small = capital.of(text).to_lowercase();
            findings.push(Finding::at(word).edit(Edit::replace(capital, small)));
        }
    }
    findings
}

/// How the words behind a quotation are tied to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// By a comma on either side of the mark.
    Comma,
    /// By a question or exclamation mark inside.
    Exclamation,
    /// By nothing, so that only a verb can go on.
    None,
}

/// The capitalised word behind a closing mark that does not end a sentence.
fn word_behind(text: &str, mark: Span) -> Option<(Span, Link)> {
    let inner = before(text, mark.start).filter(|c| !c.is_whitespace())?;
    let comma = after(text, mark.end) == Some(',');
    let link = match inner {
        _ if comma => Link::Comma,
        ',' => Link::Comma,
        '!' | '?' => Link::Exclamation,
        c if c.is_alphabetic() => Link::None,
        _ => return None,
    };
    let gap = mark.end + usize::from(comma);
    let start = gap + 1;
    if after(text, gap) != Some(' ') {
        return None;
    }
    let word = word_after(text, start);
    (word.len() > 1 && is_capitalised(word)).then(|| (Span::new(start, start + word.len()), link))
}

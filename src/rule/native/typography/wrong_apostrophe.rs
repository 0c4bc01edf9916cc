//! An accent or a prime in the place of an apostrophe.

use super::super::neighbours::{after, before, word_after, word_before};
use crate::analysis::Analysis;
use crate::rule::finding::Finding;
use crate::span::Span;

/// What stands behind an apostrophe in English.
const ENDINGS: [&str; 7] = ["d", "ll", "m", "re", "s", "t", "ve"];

/// Finds ``don`t`` and `it´s`; the mend is the apostrophe that the document uses most.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let (mut found, mut curly, mut straight) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '’' => curly += 1,
            '\'' => straight += 1,
            '`' | '´' | '′' if is_apostrophe(text, at, c) => found.push(Span::new(at, at + c.len_utf8())),
            _ => {}
        }
    }
    let apostrophe = if curly > straight { "’" } else { "'" };
    found.into_iter().map(|span| Finding::replace(span, apostrophe)).collect()
}

/// Whether the mark `c` at byte `at` stands between letters where English has an apostrophe.
fn is_apostrophe(text: &str, at: usize, c: char) -> bool {
    let next = at + c.len_utf8();
    let (left, right) = (word_before(text, at), word_after(text, next));
    let elision = matches!(left, "d" | "D" | "l" | "L" | "O");
    // A pair of grave accents sets code: `word`s.
    let opened = before(text, at - left.len()) == Some('`');
    let closes = after(text, next + right.len()) == Some(c);
    !left.is_empty()
        && !opened
        && !closes
        && (ENDINGS.binary_search(&right).is_ok() || elision && right.chars().nth(1).is_some())
}

//! `over.”South`, `a“quiet night`, `boats".Her`: no space between a quotation and the words around it.

use crate::analysis::Analysis;
use crate::analysis::mark::{Mark, Role};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Finds words that touch the outer side of a mark, or of the punctuation behind it.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let double = analysis.marks.iter().filter(|mark| !mark.glyph.is_single());
    let findings = double
        .filter_map(|mark| match mark.role {
            Role::Open => before_opening(text, mark),
            Role::Close => after_closing(analysis, mark, analysis.document.blocks()[mark.block].span.end),
            _ => None,
        })
        .collect();
    super::doubt_where_torn(analysis, findings)
}

/// A letter or a sentence's end just before an opening mark.
fn before_opening(text: &str, mark: &Mark) -> Option<Finding> {
    let before = mark.before?;
    let touches = before.is_alphabetic() || matches!(before, ',' | ';' | ':' | '.' | '!' | '?' | '%');
    // With a space inside, the space stands on the wrong side: `quotes/inner-space` moves it.
    if !touches || mark.after.is_none_or(char::is_whitespace) {
        return None;
    }
    let start = mark.span.start - before.len_utf8();
    // l"État, dell'"Unità": an article that French and Italian write together with its noun.
    if text[..start].ends_with(['\'', '’']) || matches!(before, '\'' | '’') {
        return None;
    }
    Some(Finding::at(Span::new(start, mark.span.end)).edit(Edit::insert(mark.span.start, " ")))
}

/// A letter just after a closing mark, or after the punctuation that follows it.
fn after_closing(analysis: &Analysis<'_>, mark: &Mark, limit: usize) -> Option<Finding> {
    let text = analysis.text();
    let mut rest = text[mark.span.end..limit].chars();
    let (first, second) = (rest.next()?, rest.next());
    if first.is_alphanumeric() {
        // “A”s, a plural; a space inside is moved by `quotes/inner-space`.
        let plural = first == 's' && second.is_none_or(|c| !c.is_alphanumeric());
        if plural || is_suffix(analysis, mark.span.end) || mark.before.is_none_or(char::is_whitespace) {
            return None;
        }
        let span = Span::new(mark.span.start, mark.span.end + first.len_utf8());
        return Some(Finding::at(span).edit(Edit::insert(mark.span.end, " ")));
    }
    let second = second?;
    if !matches!(first, ',' | '.' | ';' | ':' | '!' | '?') || !second.is_alphabetic() {
        return None;
    }
    let at = mark.span.end + first.len_utf8();
    let span = Span::new(mark.span.start, at + second.len_utf8());
    Some(Finding::at(span).edit(Edit::insert(at, " ")))
}

/// Whether the letters at byte `at` are the end of a word and no word: “google”ing, “A”s.
fn is_suffix(analysis: &Analysis<'_>, at: usize) -> bool {
    let next = analysis.tokens.partition_point(|token| token.span.start < at);
    let word = analysis.tokens.get(next).map_or("", |token| token.of(analysis.text()));
    word.starts_with(char::is_lowercase) && !analysis.language.words.contains(word)
}

//! `“We are ready” he said`: no comma between a quoted sentence and its speaker.

use super::attribution;
use crate::analysis::mark::Mark;
use crate::analysis::{Analysis, TokenKind};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// How many bytes behind a quotation are looked at for its speaker.
const REACH: usize = 60;
/// A shorter quotation may be a title or a word that is spoken of.
const FEWEST_WORDS: usize = 3;

/// Finds quoted sentences that run into `he said` or `said the mayor` without punctuation.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let pairs = analysis.quotations.iter().filter(|quotation| !quotation.single);
    pairs
        .filter_map(|quotation| {
            let (open, close) = analysis.both_marks(quotation)?;
            (begins_sentence(analysis, open) && ends_bare(close) && runs_on(analysis, open, close)).then(
                || {
                    let end = close.span.end + close.after.map_or(0, char::len_utf8);
                    Finding::at(Span::new(close.span.start, end)).edit(Edit::insert(close.span.start, ","))
                },
            )
        })
        .collect()
}

/// Whether a quotation with a capital stands at the head of a paragraph or of a sentence.
fn begins_sentence(analysis: &Analysis<'_>, open: &Mark) -> bool {
    let start = analysis.document.blocks()[open.block].span.start;
    let before = analysis.text()[start..open.span.start].trim_end();
    open.after.is_some_and(char::is_uppercase)
        && (before.is_empty() || before.ends_with(['.', '!', '?', ':', '”', '"']))
}

/// Whether a letter stands before the mark and a space behind it.
fn ends_bare(close: &Mark) -> bool {
    close.before.is_some_and(char::is_alphanumeric) && close.after == Some(' ')
}

/// Whether a sentence is quoted and its speaker named at once.
fn runs_on(analysis: &Analysis<'_>, open: &Mark, close: &Mark) -> bool {
    let text = analysis.text();
    let inside = analysis.tokens_in(open.span.end, close.span.start);
    let limit = analysis.document.blocks()[close.block].span.end;
    let reach = text.ceil_char_boundary((close.span.end + REACH).min(limit));
    let behind = analysis.tokens_in(close.span.end, reach);
    let [first, second, ..] = behind else { return false };
    let words = inside.iter().filter(|token| token.kind == TokenKind::Word);
    let small = words.clone().filter(|token| token.of(text).starts_with(char::is_lowercase)).count();
    // `“The Wall” tells the story`, `“The Mail” reported the case`: works and papers do that and do not say.
    let speaks = match first.of(text) {
        "he" | "she" | "they" | "we" | "I" => {
            analysis.language.reporting_verbs.contains(&second.of(text).to_lowercase())
        }
        "said" | "says" | "added" | "adds" | "replied" | "replies" => true,
        _ => false,
    };
    speaks && words.count() >= FEWEST_WORDS && small >= 2 && attribution::begins(analysis, behind)
}

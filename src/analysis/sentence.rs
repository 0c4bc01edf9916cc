//! Sentences inside blocks, by UAX #29 with the abbreviations of the language.

use icu_segmenter::{SentenceSegmenter, options::SentenceBreakInvariantOptions};

use super::Token;
use crate::document::Document;
use crate::language::Language;
use crate::span::Span;

/// One sentence, or a heading or list item as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its text, without surrounding white space.
    pub span: Span,
    /// Index of its block.
    pub block: usize,
    /// Indexes of its tokens.
    pub tokens: std::ops::Range<usize>,
}

/// All sentences of the document.
pub(super) fn sentences(document: &Document, tokens: &[Token], language: &Language) -> Vec<Sentence> {
    let text = document.text();
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let mut sentences = Vec::new();
    let mut token = 0;
    for (block, found) in document.blocks().iter().enumerate() {
        let inside = found.span.of(text);
        let mut start = 0;
        for end in segmenter.segment_str(inside).skip(1) {
            if end < inside.len() && goes_on(&inside[start..end], &inside[end..], language) {
                continue;
            }
            let piece = &inside[start..end];
            let trimmed = piece.trim();
            if !trimmed.is_empty() {
                let at = found.span.start + start + (piece.len() - piece.trim_start().len());
                let span = Span::new(at, at + trimmed.len());
                let first = token + tokens[token..].partition_point(|t| t.span.start < span.start);
                token = first + tokens[first..].partition_point(|t| t.span.end <= span.end);
                sentences.push(Sentence { span, block, tokens: first..token });
            }
            start = end;
        }
    }
    sentences
}

/// Whether a break that UAX #29 allows after `before` is none: behind an abbreviation or an initial, or
/// before a word in lower case.
fn goes_on(before: &str, after: &str, language: &Language) -> bool {
    let before = before.trim_end();
    if after.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
        && !after.starts_with(['“', '"', '«', '‘'])
    {
        return before.ends_with(['.', '…', '”', '"', '\'', '’', ')']);
    }
    let Some(stem) = before.strip_suffix('.') else {
        return false;
    };
    let word =
        stem.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '‘')).next().unwrap_or(stem);
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    is_initial || language.abbreviations.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        let document = Document::plain("Mr. Kim met J. Doe of the U.S. delegation. “It went well.” He left.");
        let language = crate::language::english();
        let tokens = super::super::token::tokens(&document);
        let texts: Vec<_> = sentences(&document, &tokens, language)
            .iter()
            .map(|s| s.span.of(document.text()).to_owned())
            .collect();
        assert_eq!(texts, ["Mr. Kim met J. Doe of the U.S. delegation.", "“It went well.”", "He left."]);
    }
}

//! What a document says, as far as can be told without a parser: sentences, tokens, quotation marks.

mod address;
pub mod mark;
mod pairing;
pub mod part_of_speech;
mod quotation;
mod sentence;
mod sentence_end;
mod token;
mod word;

pub use quotation::{Quotation, QuoteStyle};
pub use sentence::Sentence;
pub use token::{Token, TokenKind};
pub use word::Word;

use crate::document::Document;
use crate::language::Language;
use mark::Mark;

/// A document with everything that rules look at; made once per document.
#[derive(Debug)]
pub struct Analysis<'d> {
    /// The document.
    pub document: &'d Document,
    /// The words and lists of the target language.
    pub language: &'static Language,
    /// All tokens, in order; white space is no token.
    pub tokens: Vec<Token>,
    /// All sentences, in order; none crosses a block.
    pub sentences: Vec<Sentence>,
    /// All quotation marks, apostrophes and primes, in order.
    pub marks: Vec<Mark>,
    /// All quotations, in the order of their spans.
    pub quotations: Vec<Quotation>,
    /// The marks that the article prefers.
    pub quote_style: QuoteStyle,
    /// The blocks in which a double mark lacks its partner, in order.
    torn: Vec<usize>,
}

impl<'d> Analysis<'d> {
    /// Analyses `document` as text in `language`.
    pub fn new(document: &'d Document, language: &'static Language) -> Self {
        let tokens = token::tokens(document);
        let sentences = sentence::sentences(document, &tokens, language);
        let marks = mark::marks(document);
        let (marks, quotations) = quotation::pair(document, marks);
        let quote_style = QuoteStyle::of(&marks);
        let torn = quotation::torn_blocks(&marks, &quotations);
        Self { document, language, tokens, sentences, marks, quotations, quote_style, torn }
    }

    /// The opening and the closing mark of a quotation, where it has both.
    pub fn both_marks(&self, quotation: &Quotation) -> Option<(&Mark, &Mark)> {
        Some((&self.marks[quotation.open?], &self.marks[quotation.close?]))
    }

    /// Whether all double marks around byte `at` have their partners; where not, the pairing of their neighbours is
    /// a guess too.
    pub fn marks_are_whole(&self, at: usize) -> bool {
        let block = self.document.blocks().partition_point(|block| block.span.end <= at);
        self.torn.binary_search(&block).is_err()
    }

    /// The sentence that holds byte `at`, or the next one behind it.
    pub fn sentence_at(&self, at: usize) -> Option<&Sentence> {
        self.sentences.get(self.sentences.partition_point(|sentence| sentence.span.end <= at))
    }

    /// The tokens from byte `start` up to byte `end`.
    pub fn tokens_in(&self, start: usize, end: usize) -> &[Token] {
        let first = self.tokens.partition_point(|token| token.span.start < start);
        let count = self.tokens[first..].partition_point(|token| token.span.end <= end);
        &self.tokens[first..first + count]
    }

    /// The text that all spans point into.
    pub fn text(&self) -> &'d str {
        self.document.text()
    }
}

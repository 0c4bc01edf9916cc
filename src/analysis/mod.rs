//! What a document says, as far as can be told without a parser: sentences, tokens, quotation marks.

mod address;
pub mod mark;
mod quotation;
mod sentence;
mod sentence_end;
mod token;

pub use quotation::Quotation;
pub use sentence::Sentence;
pub use token::{Token, TokenKind};

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
    /// All quotations, in the order of their opening marks.
    pub quotations: Vec<Quotation>,
}

impl<'d> Analysis<'d> {
    /// Analyses `document` as text in `language`.
    pub fn new(document: &'d Document, language: &'static Language) -> Self {
        let tokens = token::tokens(document);
        let sentences = sentence::sentences(document, &tokens, language);
        let marks = mark::marks(document);
        let (marks, quotations) = quotation::pair(document, marks);
        Self {
            document,
            language,
            tokens,
            sentences,
            marks,
            quotations,
        }
    }

    /// The text that all spans point into.
    pub fn text(&self) -> &'d str {
        self.document.text()
    }
}

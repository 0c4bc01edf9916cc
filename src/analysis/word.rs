//! Words as grammar counts them: tokens, with clitics cut off, and the tag of each.

use super::part_of_speech::Tag;
use super::token::TokenKind;
use crate::span::Span;

/// A syntactic word in the sense of Universal Dependencies: `don’t` is two (`do`, `n’t`), a mark is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the document’s text.
    pub span: Span,
    /// What its token is made of.
    pub kind: TokenKind,
    /// Index of its sentence.
    pub sentence: usize,
    /// What it is in its sentence.
    pub tag: Tag,
}

impl Word {
    /// The word’s text.
    pub fn of(self, text: &str) -> &str {
        self.span.of(text)
    }
}

//! Quotation marks, apostrophes and primes: which character stands where, and between what.

use crate::document::Document;
use crate::span::Span;

/// The shapes that quotation marks come in; the names are those of Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Glyph {
    /// `"`
    Straight,
    /// `“`
    Left,
    /// `”`
    Right,
    /// `„`
    Low,
    /// `‟`
    Reversed,
    /// `«`
    GuillemetLeft,
    /// `»`
    GuillemetRight,
    /// `″`
    Prime,
    /// `'`
    StraightSingle,
    /// `‘`
    LeftSingle,
    /// `’`
    RightSingle,
    /// `‚` as a mark, never as a comma
    LowSingle,
    /// `‛`
    ReversedSingle,
    /// `‹`
    AngleLeft,
    /// `›`
    AngleRight,
    /// `′`
    PrimeSingle,
    /// `` ` ``
    Grave,
    /// `´`
    Acute,
}

impl Glyph {
    /// The glyph of a character, if it is one.
    pub const fn of(c: char) -> Option<Self> {
        Some(match c {
            '"' | '＂' => Self::Straight,
            '“' => Self::Left,
            '”' => Self::Right,
            '„' => Self::Low,
            '‟' => Self::Reversed,
            '«' | '《' => Self::GuillemetLeft,
            '»' | '》' => Self::GuillemetRight,
            '″' => Self::Prime,
            '\'' => Self::StraightSingle,
            '‘' => Self::LeftSingle,
            '’' => Self::RightSingle,
            '‚' => Self::LowSingle,
            '‛' => Self::ReversedSingle,
            '‹' | '〈' => Self::AngleLeft,
            '›' | '〉' => Self::AngleRight,
            '′' => Self::PrimeSingle,
            '`' => Self::Grave,
            '´' => Self::Acute,
            _ => return None,
        })
    }
}

/// What a mark does in its place; decided over the whole article by [`super::quotation`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Opens a quotation.
    Open,
    /// Closes one.
    Close,
    /// Stands at the head of a further paragraph of a quotation that is still open.
    Reopen,
    /// Stands for letters left out or for a possessive.
    Apostrophe,
    /// Feet, inches, minutes, seconds.
    Prime,
    /// Says again what the mark just before it says.
    Repeat,
}

/// One mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands in the document's text.
    pub span: Span,
    /// Its shape.
    pub glyph: Glyph,
    /// What it does.
    pub role: Role,
    /// Index of its block.
    pub block: usize,
    /// Index of its quotation, where it opens, closes or reopens one.
    pub quotation: Option<usize>,
}

/// All marks of the document, each an apostrophe until it is paired.
pub(super) fn marks(document: &Document) -> Vec<Mark> {
    let text = document.text();
    let mut marks = Vec::new();
    for (block, found) in document.blocks().iter().enumerate() {
        for (at, c) in found.span.of(text).char_indices() {
            if let Some(glyph) = Glyph::of(c) {
                let start = found.span.start + at;
                let span = Span::new(start, start + c.len_utf8());
                marks.push(Mark {
                    span,
                    glyph,
                    role: Role::Apostrophe,
                    block,
                    quotation: None,
                });
            }
        }
    }
    marks
}

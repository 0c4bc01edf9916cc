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
    DoublePrime,
    /// Two single marks in a row for one double mark (`''`, `‘‘`, ` `` `), leaning as the first of them does.
    Pair(Single),
    /// A single mark.
    Single(Single),
}

/// The shapes of single marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Single {
    /// `'`
    Straight,
    /// `‘`
    Left,
    /// `’`
    Right,
    /// `‹`
    AngleLeft,
    /// `›`
    AngleRight,
    /// `′`
    Prime,
    /// `` ` ``
    Grave,
    /// `´`
    Acute,
}

/// Which end of a quotation a shape is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lean {
    /// Made to open.
    Opening,
    /// Made to close.
    Closing,
    /// Made for both.
    Either,
    /// Made for measures.
    Prime,
}

impl Glyph {
    /// The glyph of a character, if it is a quotation mark, an apostrophe or a prime.
    pub const fn of(c: char) -> Option<Self> {
        Some(match c {
            '"' => Self::Straight,
            '“' => Self::Left,
            '”' => Self::Right,
            '„' => Self::Low,
            '‟' => Self::Reversed,
            '«' => Self::GuillemetLeft,
            '»' => Self::GuillemetRight,
            '″' => Self::DoublePrime,
            '\'' => Self::Single(Single::Straight),
            '‘' | '‛' => Self::Single(Single::Left),
            '’' => Self::Single(Single::Right),
            '‹' => Self::Single(Single::AngleLeft),
            '›' => Self::Single(Single::AngleRight),
            '′' => Self::Single(Single::Prime),
            '`' => Self::Single(Single::Grave),
            '´' => Self::Single(Single::Acute),
            _ => return None,
        })
    }

    /// Whether it is a single mark.
    pub const fn is_single(self) -> bool {
        matches!(self, Self::Single(_))
    }

    /// The end that the shape is made for.
    pub const fn lean(self) -> Lean {
        match self {
            Self::Straight => Lean::Either,
            Self::Left | Self::Low | Self::Reversed | Self::GuillemetLeft => Lean::Opening,
            Self::Right | Self::GuillemetRight => Lean::Closing,
            Self::DoublePrime => Lean::Prime,
            Self::Pair(single) | Self::Single(single) => match single {
                Single::Straight | Single::Acute => Lean::Either,
                Single::Left | Single::AngleLeft | Single::Grave => Lean::Opening,
                Single::Right | Single::AngleRight => Lean::Closing,
                Single::Prime => Lean::Prime,
            },
        }
    }

    /// Whether English does not use the shape at all.
    pub const fn is_foreign(self) -> bool {
        matches!(
            self,
            Self::Low
                | Self::Reversed
                | Self::GuillemetLeft
                | Self::GuillemetRight
                | Self::Single(Single::AngleLeft | Single::AngleRight)
        )
    }
}

/// What a mark does in its place; decided over the whole article by the pairing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Opens a quotation.
    Open,
    /// Closes one.
    Close,
    /// Stands at the head of a further paragraph of a quotation that is still open.
    Reopen,
    /// Stands for letters left out, or makes a possessive.
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
    /// Index of the quotation that it opens, closes or reopens.
    pub quotation: Option<usize>,
    /// The character before it in its block.
    pub before: Option<char>,
    /// The character after it in its block.
    pub after: Option<char>,
}

/// All marks of the document in order. None has a role yet but sure inches; the others pass for apostrophes.
pub(super) fn marks(document: &Document) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (block, found) in document.blocks().iter().enumerate() {
        block_marks(found.span.of(document.text()), found.span.start, block, &mut marks);
    }
    marks
}

/// The marks of the block `text`, which begins at byte `offset`.
fn block_marks(text: &str, offset: usize, block: usize, marks: &mut Vec<Mark>) {
    let mut skip_to = 0;
    // Every mark is one of these ASCII characters, or begins with one of these bytes in UTF-8.
    let candidates = memchr::memchr3_iter(b'"', b'\'', b'`', text.as_bytes());
    let others = memchr::memchr2_iter(0xE2, 0xC2, text.as_bytes());
    for at in merge(candidates, others) {
        let mut rest = text[at..].chars();
        let (Some(c), after) = (rest.next(), rest.next()) else {
            continue;
        };
        let Some(glyph) = Glyph::of(c) else { continue };
        if at < skip_to {
            continue;
        }
        let before = text[..at].chars().next_back();
        let (glyph, after, len) = match glyph {
            Glyph::Single(single) if after == Some(c) && single != Single::Prime => {
                (Glyph::Pair(single), rest.next(), 2 * c.len_utf8())
            }
            glyph => (glyph, after, c.len_utf8()),
        };
        skip_to = at + len;
        let span = Span::new(offset + at, offset + at + len);
        let role = if is_inches(glyph, &text[..at]) { Role::Prime } else { Role::Apostrophe };
        marks.push(Mark { span, glyph, role, block, quotation: None, before, after });
    }
}

/// Whether a double mark behind `before` measures inches, because feet stand before them: `6'9"`, `5' 11"`.
fn is_inches(glyph: Glyph, before: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let feet = before.trim_end_matches(digit);
    let inches = before.len() - feet.len();
    let feet = feet.strip_suffix(' ').unwrap_or(feet);
    !glyph.is_single()
        && matches!(inches, 1 | 2)
        && feet.strip_suffix(['\'', '’', '′']).is_some_and(|feet| feet.ends_with(digit))
}

/// Two ascending sequences as one.
fn merge(a: impl Iterator<Item = usize>, b: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
    let (mut a, mut b) = (a.peekable(), b.peekable());
    std::iter::from_fn(move || match (a.peek(), b.peek()) {
        (Some(x), Some(y)) if x < y => a.next(),
        (Some(_), None) => a.next(),
        _ => b.next(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_single_marks_are_one_mark_and_letters_are_none() {
        let document = Document::plain("``It’s ''é\" Â« b`");
        let glyphs: Vec<_> = marks(&document).iter().map(|mark| mark.glyph).collect();
        assert_eq!(
            glyphs,
            [
                Glyph::Pair(Single::Grave),
                Glyph::Single(Single::Right),
                Glyph::Pair(Single::Straight),
                Glyph::Straight,
                Glyph::GuillemetLeft,
                Glyph::Single(Single::Grave)
            ]
        );
        assert_eq!(marks(&document)[2].after, Some('é'));
    }
}

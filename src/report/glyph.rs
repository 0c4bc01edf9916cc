//! How a character of an article is drawn in a terminal, and how many columns it takes there.
//!
//! Nothing that could move the cursor, hide text or turn it round is ever passed on: control characters
//! and bidirectional controls are drawn as stand-ins everywhere, invisible characters where they are meant.

use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// What stands for a line end that is itself meant.
pub(super) const LINE_END: &str = "↵";
/// What stands for text that is left out.
pub(super) const ELLIPSIS: &str = "…";

/// One character as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glyph {
    /// The character itself, and its columns.
    Itself(char, usize),
    /// A fixed stand-in, and its columns.
    Picture(&'static str, usize),
    /// Another character in its place, one column wide.
    Other(char),
    /// The code point, as ‹U+202E›.
    Code(char),
    /// A character that joins the one before it and takes no column.
    Combining(char),
    /// Nothing: an invisible character that is not meant.
    Hidden,
}

impl Glyph {
    /// How `c` is drawn; `meant` where it lies in a marked place.
    pub(super) fn of(c: char, meant: bool) -> Self {
        match c {
            ' '..='~' => Self::Itself(c, 1),
            '\t' if meant => Self::Picture("→   ", 4),
            '\t' => Self::Picture("    ", 4),
            '\n' | '\r' => Self::Picture(LINE_END, 1),
            // U+2400 and on are the pictures of U+0000 to U+001F.
            '\0'..='\u{1f}' => Self::Other(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{2426}')),
            '\u{7f}' => Self::Other('\u{2421}'),
            '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => Self::Code(c),
            _ if is_bidi_control(c) => Self::Code(c),
            '\u{a0}' | '\u{2007}' | '\u{202f}' if meant => Self::Picture("␣", 1),
            _ if is_invisible(c) && meant => Self::Code(c),
            _ if is_invisible(c) => Self::Hidden,
            _ => match c.width() {
                Some(0) if is_combining_mark(c) => Self::Combining(c),
                width => Self::Itself(c, width.unwrap_or(1)),
            },
        }
    }

    /// Columns.
    pub(super) fn width(self) -> usize {
        match self {
            Self::Itself(_, width) | Self::Picture(_, width) => width,
            Self::Other(_) => 1,
            Self::Code(c) => code(c).chars().count(),
            Self::Combining(_) | Self::Hidden => 0,
        }
    }

    /// Appends the glyph.
    pub(super) fn push(self, out: &mut String) {
        match self {
            Self::Itself(c, _) | Self::Other(c) | Self::Combining(c) => out.push(c),
            Self::Picture(picture, _) => out.push_str(picture),
            Self::Code(c) => out.push_str(&code(c)),
            Self::Hidden => {}
        }
    }
}

/// A code point in words.
fn code(c: char) -> String {
    format!("‹U+{:04X}›", u32::from(c))
}

/// Whether `c` changes the direction of the text around it (UAX #9).
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether `c` leaves no trace of its own, though terminals disagree about its width.
fn is_invisible(c: char) -> bool {
    let selector = matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}');
    // Hangul vowels and finals take no column because they are drawn inside the syllable before them.
    let jamo = matches!(c, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7ff}');
    selector || (c.width() == Some(0) && !jamo && !is_combining_mark(c))
}

/// Words of ours or of a rule, made fit to print: one line, every odd character visible.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        Glyph::of(c, true).push(&mut out);
    }
    out
}

/// Columns of a text that [`visible`] has made.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(|c| Glyph::of(c, true).width()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_characters_are_shown_as_what_they_are() {
        assert_eq!(
            visible("a\u{1b}[31m\u{7f}\u{9b}\u{202e}\u{200b}\u{2028}b"),
            "a␛[31m␡‹U+009B›‹U+202E›‹U+200B›‹U+2028›b"
        );
        assert_eq!(visible("one\r\ntwo"), "one↵↵two");
        assert_eq!(visible("e\u{301} 中"), "e\u{301} 中");
    }

    #[test]
    fn invisible_characters_are_hidden_where_they_are_not_meant() {
        for c in ['\u{200b}', '\u{200d}', '\u{ad}', '\u{fe0f}', '\u{feff}', '\u{e0041}'] {
            assert_eq!(Glyph::of(c, false), Glyph::Hidden);
            assert_eq!(Glyph::of(c, true), Glyph::Code(c));
        }
        assert_eq!(Glyph::of('\u{202e}', false), Glyph::Code('\u{202e}'));
    }

    #[test]
    fn columns_are_those_of_the_terminal() {
        assert_eq!(columns("e\u{301}"), 1);
        assert_eq!(columns("中文"), 4);
        assert_eq!(Glyph::of('\u{202e}', false).width(), "‹U+202E›".chars().count());
    }
}

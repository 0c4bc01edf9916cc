//! Places in a text: byte spans while checking, lines and columns only at the edge.

use serde::Serialize;

/// A half-open range of UTF-8 bytes, always on character boundaries of the text it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// An insertion point: the empty span before byte `at`.
    pub const fn empty(at: usize) -> Self {
        Self { start: at, end: at }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether this is an insertion point.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text that the span covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether the two spans share a byte; an insertion point shares one with a span that has it inside.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span around both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span, `by` bytes further on.
    #[must_use]
    pub const fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

/// One place of a file in the units that people and programs ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    /// UTF-8 bytes from the start of the file.
    pub byte: usize,
    /// Unicode scalar values from the start of the file.
    pub char: usize,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in Unicode scalar values, counted from 1.
    pub column: usize,
}

/// Bytes between two counts of characters that a [`LineIndex`] keeps.
const STRIDE: usize = 1024;

/// Finds lines, columns and character offsets in one text; built once per file, at the edge.
///
/// Lines end at `\n`, `\r\n` or a lone `\r`. A position costs the same on a line of ten bytes and of
/// ten megabytes: characters are counted from the nearest of many known counts, not from the line's start.
#[derive(Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    /// Byte at which each line starts.
    starts: Vec<usize>,
    /// Number of scalar values that start before byte 0, `STRIDE`, 2 × `STRIDE` and so on.
    chars: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            let first_of_pair = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
            if !first_of_pair {
                starts.push(at + 1);
            }
        }
        let mut chars = Vec::with_capacity(bytes.len() / STRIDE + 1);
        let mut total = 0;
        chars.push(total);
        for chunk in bytes.chunks_exact(STRIDE) {
            total += count_chars(chunk);
            chars.push(total);
        }
        Self { text, starts, chars }
    }

    /// The text that was read.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Number of lines; an empty text has one.
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// Line (from 0) that holds byte `byte`.
    pub fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte).saturating_sub(1)
    }

    /// The span of line `line` (from 0), without its line end.
    pub fn line_span(&self, line: usize) -> Span {
        let start = self.starts[line];
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let content = self.text[start..end].trim_end_matches(['\n', '\r']);
        Span::new(start, start + content.len())
    }

    /// The position of byte `byte`, which must be on a character boundary of the text or at its end.
    pub fn position(&self, byte: usize) -> Position {
        let line = self.line_of(byte);
        let char = self.chars_before(byte);
        Position { byte, char, line: line + 1, column: char - self.chars_before(self.starts[line]) + 1 }
    }

    /// Number of scalar values that start before byte `byte`.
    fn chars_before(&self, byte: usize) -> usize {
        let stride = byte / STRIDE;
        self.chars[stride] + count_chars(&self.text.as_bytes()[stride * STRIDE..byte])
    }
}

/// Number of scalar values that start in a piece of UTF-8, whether or not it is cut inside one.
fn count_chars(utf8: &[u8]) -> usize {
    utf8.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_lines_of_every_ending() {
        let index = LineIndex::new("é1\r\nb\rc\n");
        assert_eq!(index.line_count(), 4);
        assert_eq!(index.position(5), Position { byte: 5, char: 4, line: 2, column: 1 });
        assert_eq!(index.position(7), Position { byte: 7, char: 6, line: 3, column: 1 });
        assert_eq!(index.line_span(0).of(index.text()), "é1");
        assert_eq!(index.position(9).line, 4);
    }
    #[test]
    fn positions_on_a_giant_line_agree_with_counting_from_its_start() {
        let text = format!("first\n{}", "aé中😀 ".repeat(2000));
        let index = LineIndex::new(&text);
        for (char, (byte, _)) in text.char_indices().enumerate().skip(6).step_by(7) {
            let expected = Position { byte, char, line: 2, column: char - 5 };
            assert_eq!(index.position(byte), expected);
        }
        assert_eq!(index.position(text.len()).char, text.chars().count());
    }
}

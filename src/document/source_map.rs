//! The way back from the text that rules read to the file on disk.

use crate::span::Span;

/// From byte `text` on, the text stands in the file at byte `source`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Byte in the document's text.
    pub text: usize,
    /// Byte in the file.
    pub source: usize,
}

/// Maps spans of a document's text to spans of its file.
///
/// Without pieces it is the identity, which costs nothing: plain text is read as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceMap {
    pieces: Vec<Piece>,
}

impl SourceMap {
    /// Text and file are the same.
    pub const fn identity() -> Self {
        Self { pieces: Vec::new() }
    }

    /// From pieces in ascending order of both bytes.
    pub fn new(pieces: Vec<Piece>) -> Self {
        debug_assert!(pieces.is_sorted_by(|a, b| a.text <= b.text && a.source <= b.source));
        Self { pieces }
    }

    /// The place in the file of byte `at` of the text.
    pub fn to_source(&self, at: usize) -> usize {
        match self.pieces.partition_point(|piece| piece.text <= at) {
            0 => at,
            n => self.pieces[n - 1].source + (at - self.pieces[n - 1].text),
        }
    }

    /// The span in the file of a span of the text.
    ///
    /// The end is mapped from the last byte inside, so that a span never runs into markup behind it.
    pub fn span_to_source(&self, span: Span) -> Span {
        let start = self.to_source(span.start);
        if span.is_empty() {
            return Span::empty(start);
        }
        Span::new(start, self.to_source(span.end - 1) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_between_pieces_stays_outside_of_a_span() {
        // file: `one **two** three`, text: `one two three`
        let map = SourceMap::new(vec![
            Piece { text: 0, source: 0 },
            Piece { text: 4, source: 6 },
            Piece { text: 7, source: 11 },
        ]);
        assert_eq!(map.span_to_source(Span::new(4, 7)), Span::new(6, 9));
        assert_eq!(map.span_to_source(Span::new(0, 13)), Span::new(0, 17));
        assert_eq!(SourceMap::identity().span_to_source(Span::new(2, 5)), Span::new(2, 5));
    }
}

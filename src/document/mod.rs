//! Bytes of a file become a [`Document`]: blocks of prose, and the way back to the file.
//!
//! A reader of a format (plain text now; Markdown and HTML later) is a function from the decoded file to
//! a [`Document`]. Nothing behind it knows formats.

mod block;
mod dateline;
mod decode;
mod kind;
mod plain;
mod signature;
mod source_map;

pub use block::{Block, BlockKind};
pub use decode::{Decoded, NotText, decode};
pub use source_map::{Piece, SourceMap};

use crate::span::Span;

/// An article as the rules read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What the rules read. For plain text this is the decoded file itself.
    text: String,
    /// The decoded file, where it is not `text`.
    source: Option<String>,
    map: SourceMap,
    blocks: Vec<Block>,
    encoding: &'static str,
    invalid: Vec<Span>,
}

impl Document {
    /// Reads the bytes of a plain-text file.
    ///
    /// # Errors
    /// [`NotText`] where the bytes are no text in any encoding (an image, an archive, a program).
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, NotText> {
        let Decoded { text, encoding, invalid } = decode(bytes)?;
        Ok(Self { encoding, invalid, ..Self::plain(text) })
    }

    /// Reads plain text that is already decoded.
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        let blocks = plain::blocks(&text);
        Self {
            text,
            source: None,
            map: SourceMap::identity(),
            blocks,
            encoding: "UTF-8",
            invalid: Vec::new(),
        }
    }

    /// The text that the rules read; spans of the analysis point into it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The decoded file; spans of diagnostics point into it.
    pub fn source(&self) -> &str {
        self.source.as_deref().unwrap_or(&self.text)
    }

    /// Headings, paragraphs and so on, in order, without overlap.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Number of words: runs between white space that have a letter or a digit.
    pub fn word_count(&self) -> usize {
        let words = |block: &Block| {
            let runs = block.span.of(&self.text).split_whitespace();
            runs.filter(|run| run.chars().any(char::is_alphanumeric)).count()
        };
        self.blocks.iter().map(words).sum()
    }

    /// From `text` to `source`.
    pub fn map(&self) -> &SourceMap {
        &self.map
    }

    /// The encoding that the file was read as, by its WHATWG name. Offsets always count its UTF-8 form.
    pub fn encoding(&self) -> &'static str {
        self.encoding
    }

    /// Where bytes that the encoding does not allow were replaced by U+FFFD, in `source`.
    pub fn invalid(&self) -> &[Span] {
        &self.invalid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_with_a_letter_or_a_digit() {
        let text = "\u{feff}A café\r\n\r\n- It’s 3.5 — well-known …\n> “Yes.”\n* * *\n";
        assert_eq!(Document::plain(text).word_count(), 6);
        assert_eq!(Document::plain("").word_count(), 0);
    }

    #[test]
    fn a_document_tells_what_its_file_was_read_as() {
        let document = Document::from_bytes(b"He didn\x92t say \x93yes\x94.".to_vec()).expect("is text");
        assert_eq!(document.encoding(), "windows-1252");
        assert_eq!(document.text(), "He didn’t say “yes”.");
        assert!(document.invalid().is_empty());
        let damaged = Document::from_bytes("“Yes” \u{e9}".bytes().chain([0xff]).collect()).expect("is text");
        assert_eq!(damaged.encoding(), "UTF-8");
        assert_eq!(damaged.invalid().len(), 1);
    }
}

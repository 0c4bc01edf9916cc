//! Words, numbers and marks, with their places.

use crate::document::Document;
use crate::span::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with apostrophes inside (`don’t`, `d’Aubigny`); a hyphen is a token of its own.
    Word,
    /// Begins with a digit (`1,000`, `3.5`, `4th`).
    Number,
    /// An address on the net, a mail address or a file path.
    Address,
    /// Punctuation, one character each, except that a run of full stops is one token.
    Punctuation,
    /// Anything else: currency, arrows, pictographs, control characters.
    Symbol,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the document's text.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Index of its block.
    pub block: usize,
}

impl Token {
    /// The token's text.
    pub fn of(self, text: &str) -> &str {
        self.span.of(text)
    }
}

/// All tokens of the document, block by block.
pub(super) fn tokens(document: &Document) -> Vec<Token> {
    let text = document.text();
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for (block, found) in document.blocks().iter().enumerate() {
        let end = found.span.end;
        let mut at = found.span.start;
        while let Some(c) = text[at..end].chars().next() {
            if c.is_whitespace() {
                at += c.len_utf8();
                continue;
            }
            let (kind, len) = read(&text[at..end], c);
            tokens.push(Token { span: Span::new(at, at + len), kind, block });
            at += len;
        }
    }
    tokens
}

/// The kind and length in bytes of the token at the start of `rest`, whose first character is `first`.
fn read(rest: &str, first: char) -> (TokenKind, usize) {
    if first.is_alphanumeric() {
        if let Some(len) = address(rest) {
            return (TokenKind::Address, len);
        }
        let kind = if first.is_numeric() { TokenKind::Number } else { TokenKind::Word };
        return (kind, word(rest, kind));
    }
    if first == '.' {
        return (TokenKind::Punctuation, rest.len() - rest.trim_start_matches('.').len());
    }
    let kind = if is_punctuation(first) { TokenKind::Punctuation } else { TokenKind::Symbol };
    (kind, first.len_utf8())
}

/// Length of the word or number at the start of `rest`.
fn word(rest: &str, kind: TokenKind) -> usize {
    let joins = |c: char| match kind {
        TokenKind::Number => matches!(c, '.' | ',' | ':'),
        _ => matches!(c, '\'' | '’' | '\u{ad}' | '\u{200c}' | '\u{200d}'),
    };
    let mut len = 0;
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let inside = is_word_char(c)
            || (joins(c)
                && chars.peek().is_some_and(|&next| match kind {
                    TokenKind::Number => next.is_ascii_digit(),
                    _ => next.is_alphabetic(),
                }));
        if !inside {
            break;
        }
        len += c.len_utf8();
    }
    len
}

/// Letters, digits and the marks that combine with them.
pub(crate) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || unicode_normalization::char::is_combining_mark(c)
}

/// Characters of the Unicode categories P* that occur in prose.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~')
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}')
        || matches!(c, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿')
}

/// Length of the address at the start of `rest`, if there is one.
fn address(rest: &str) -> Option<usize> {
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let run = &rest[..end];
    let is_address = run.contains("://")
        || run.starts_with("www.")
        || run.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    if !is_address {
        return None;
    }
    let kept = run.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/');
    Some(kept.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let document = Document::plain(text);
        tokens(&document).iter().map(|token| token.span).map(|span| &text[span.start..span.end]).collect()
    }

    #[test]
    fn words_keep_their_apostrophes_and_numbers_their_points() {
        assert_eq!(
            split("d’Aubigny don't 1,000.5 re-open the ’70s..."),
            ["d’Aubigny", "don't", "1,000.5", "re", "-", "open", "the", "’", "70s", "..."]
        );
    }

    #[test]
    fn addresses_are_one_token() {
        assert_eq!(
            split("see https://a.example/b?c=d, or a@b.example."),
            ["see", "https://a.example/b?c=d", ",", "or", "a@b.example", "."]
        );
    }
}

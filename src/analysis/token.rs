//! Words, numbers and marks, with their places.

use super::address::addresses;
use crate::document::Document;
use crate::span::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with apostrophes inside (`don’t`, `d’Aubigny`); a hyphen is a token of its own.
    Word,
    /// Begins with a digit (`1,000`, `3.5`, `4th`).
    Number,
    /// An address on the net or a mail address.
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
        let inside = found.span.of(text);
        let mut push = |kind, span: Span| {
            let span = span.shifted(found.span.start);
            tokens.push(Token { span, kind, block });
        };
        let mut at = 0;
        for address in addresses(inside) {
            read_all(&inside[at..address.start], |kind, span| {
                push(kind, span.shifted(at));
            });
            at = address.end;
            push(TokenKind::Address, address.into());
        }
        read_all(&inside[at..], |kind, span| {
            push(kind, span.shifted(at));
        });
    }
    tokens
}

/// Hands every token of `text` that is no address to `take`, with its place in `text`.
fn read_all(text: &str, mut take: impl FnMut(TokenKind, Span)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let (kind, len) = match bytes[at] {
            b' ' | b'\t'..=b'\r' => {
                at += 1;
                continue;
            }
            b'a'..=b'z' | b'A'..=b'Z' => (TokenKind::Word, word(text, at)),
            b'0'..=b'9' => (TokenKind::Number, number(text, at)),
            b'.' => {
                let stops = bytes[at..].iter().take_while(|&&byte| byte == b'.').count();
                (TokenKind::Punctuation, stops)
            }
            byte if byte.is_ascii() => (kind_of_mark(char::from(byte)), 1),
            _ => {
                let first = char_at(text, at);
                if first.is_whitespace() {
                    at += first.len_utf8();
                    continue;
                }
                if first.is_numeric() {
                    (TokenKind::Number, number(text, at))
                } else if first.is_alphabetic() {
                    (TokenKind::Word, word(text, at))
                } else {
                    (kind_of_mark(first), first.len_utf8())
                }
            }
        };
        take(kind, Span::new(at, at + len));
        at += len;
    }
}

fn kind_of_mark(c: char) -> TokenKind {
    if is_punctuation(c) { TokenKind::Punctuation } else { TokenKind::Symbol }
}

/// The character at byte `at`, which is on a character boundary before the end.
fn char_at(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or_default()
}

/// Length of the word that begins at byte `start`.
fn word(text: &str, start: usize) -> usize {
    let joins = |c: char| matches!(c, '\'' | '’' | '\u{ad}' | '\u{200c}' | '\u{200d}');
    run(text, start, joins, char::is_alphabetic)
}

/// Length of the number that begins at byte `start`.
fn number(text: &str, start: usize) -> usize {
    run(text, start, |c| matches!(c, '.' | ',' | ':'), |next| next.is_ascii_digit())
}

/// Length of the word characters from byte `start` on, and of those that `joins` where `follows` comes next.
fn run(text: &str, start: usize, joins: impl Fn(char) -> bool, follows: impl Fn(char) -> bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() || *byte == b'_' {
            at += 1;
            continue;
        }
        if *byte == b' ' {
            break;
        }
        let c = char_at(text, at);
        let end = at + c.len_utf8();
        let is_inside = is_word_char(c) || (joins(c) && text[end..].chars().next().is_some_and(&follows));
        if !is_inside {
            break;
        }
        at = end;
    }
    at - start
}

/// Letters, digits and the marks that combine with them.
pub(crate) fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// Characters of the Unicode categories P* that occur in prose, of any script in living use.
const fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~');
    }
    matches!(c,
        '¡' | '§' | '«' | '¶' | '·' | '»' | '¿'
        // Greek, Armenian, Hebrew, Arabic
        | '\u{37e}' | '\u{387}' | '\u{55a}'..='\u{55f}' | '\u{589}' | '\u{58a}'
        | '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '\u{5c6}' | '\u{5f3}' | '\u{5f4}'
        | '\u{609}' | '\u{60a}' | '\u{60c}' | '\u{60d}' | '\u{61b}' | '\u{61d}'..='\u{61f}'
        | '\u{66a}'..='\u{66d}' | '\u{6d4}'
        // Devanagari, Thai, Tibetan, Georgian, Ethiopic, Khmer
        | '\u{964}' | '\u{965}' | '\u{970}' | '\u{e4f}' | '\u{e5a}' | '\u{e5b}'
        | '\u{f04}'..='\u{f12}' | '\u{10fb}' | '\u{1360}'..='\u{1368}' | '\u{17d4}'..='\u{17d6}'
        // General punctuation without the fraction slash and the commercial minus, which are symbols
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}' | '\u{2045}'..='\u{2051}'
        | '\u{2053}'..='\u{205e}' | '\u{207d}' | '\u{207e}' | '\u{208d}' | '\u{208e}'
        // Mathematical and ornamental brackets, further marks
        | '\u{2308}'..='\u{230b}' | '\u{2329}' | '\u{232a}' | '\u{2768}'..='\u{2775}'
        | '\u{27e6}'..='\u{27ef}' | '\u{2983}'..='\u{2998}' | '\u{2e00}'..='\u{2e2e}'
        | '\u{2e30}'..='\u{2e4f}'
        // Chinese, Japanese, Korean, with vertical, small and full-width forms
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{3030}'
        | '\u{303d}' | '\u{30a0}' | '\u{30fb}' | '\u{fe10}'..='\u{fe19}' | '\u{fe30}'..='\u{fe52}'
        | '\u{fe54}'..='\u{fe61}' | '\u{fe63}' | '\u{fe68}' | '\u{fe6a}' | '\u{fe6b}'
        | '\u{ff01}'..='\u{ff03}' | '\u{ff05}'..='\u{ff0a}' | '\u{ff0c}'..='\u{ff0f}' | '\u{ff1a}'
        | '\u{ff1b}' | '\u{ff1f}' | '\u{ff20}' | '\u{ff3b}'..='\u{ff3d}' | '\u{ff3f}' | '\u{ff5b}'
        | '\u{ff5d}' | '\u{ff5f}'..='\u{ff65}'
    )
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

    #[test]
    fn a_word_ends_where_an_address_begins() {
        assert_eq!(
            split("见https://a.example/b。left—a@b.example"),
            ["见", "https://a.example/b", "。", "left", "—", "a@b.example"]
        );
    }

    #[test]
    fn marks_of_every_script_are_punctuation_and_signs_are_symbols() {
        let kinds = |text: &str| -> Vec<TokenKind> {
            tokens(&Document::plain(text)).iter().map(|token| token.kind).collect()
        };
        let punctuation = "“”«»„‚…—–‐·。，、！？：；（）「」【】《》〈〉・～؟،।";
        let (signs, marks): (Vec<char>, Vec<char>) = punctuation.chars().partition(|&c| c == '～');
        assert_eq!(signs, ['～'], "the full-width tilde is a mathematical sign");
        assert!(marks.iter().all(|&c| kinds(&c.to_string()) == [TokenKind::Punctuation]));
        for sign in "$+<=>^`|~£€¥©®°´→★😀⁄".chars() {
            assert_eq!(kinds(&sign.to_string()), [TokenKind::Symbol], "{sign}");
        }
    }

    #[test]
    fn combining_marks_and_joiners_stay_inside_a_word() {
        assert_eq!(
            split("cafe\u{301}s co\u{ad}operate a\u{200b}b ’tis"),
            ["cafe\u{301}s", "co\u{ad}operate", "a", "\u{200b}", "b", "’", "tis"]
        );
    }
}

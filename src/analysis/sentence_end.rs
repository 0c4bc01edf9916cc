//! Where a sentence ends: behind a mark that may end one, by what stands before and after it.

use super::token::{Token, TokenKind};
use crate::language::Language;

/// How far to look past marks for the word that follows, in tokens.
const FURTHEST_WORD: usize = 8;

/// How long a name between a quotation and its reporting verb may be (`“Why?” Mr. Jean de la Marsh asked`).
const LONGEST_NAME: usize = 7;

/// Which side of a quotation a mark stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
}

/// The marks that end what may be a sentence.
#[derive(Debug, Clone, Copy)]
struct Ending {
    /// The first of them.
    at: usize,
    /// One past the last of them, with closing marks and brackets.
    end: usize,
    /// Whether there is one that is no full stop and no ellipsis.
    is_loud: bool,
    /// Whether a quotation mark closes behind it.
    is_quoted: bool,
}

/// Reads the tokens of one block from end to end of its sentences, each token once and a few after it.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    language: &'a Language,
    /// The next token to be read.
    at: usize,
    /// Whether an odd number of straight marks has been read.
    is_straight_open: bool,
}

impl<'a> Reader<'a> {
    /// A reader of `tokens`, which are those of one block of `text`.
    pub(super) const fn new(text: &'a str, tokens: &'a [Token], language: &'a Language) -> Self {
        Self { text, tokens, language, at: 0, is_straight_open: false }
    }

    /// One past the last token of the sentence that begins with token `start`.
    pub(super) fn next_end(&mut self, start: usize) -> Option<usize> {
        let mut has_word = false;
        while self.at < self.tokens.len() {
            if has_word && self.is_terminator(self.at) {
                let ending = self.read_ending();
                if ending.end == self.tokens.len() || self.is_end(start, ending) {
                    return Some(ending.end);
                }
                continue;
            }
            has_word |= self.tokens[self.at].kind != TokenKind::Punctuation;
            self.pass();
        }
        (start < self.tokens.len()).then_some(self.tokens.len())
    }

    /// Goes on to the next token and counts straight marks.
    fn pass(&mut self) {
        self.is_straight_open ^= self.of(self.at) == "\"";
        self.at += 1;
    }

    /// Reads the terminators at the current token and everything that closes behind them.
    fn read_ending(&mut self) -> Ending {
        let mut ending = Ending { at: self.at, end: self.at, is_loud: false, is_quoted: false };
        while self.at < self.tokens.len() {
            if self.is_terminator(self.at) {
                ending.is_loud |= !self.of(self.at).starts_with(['.', '…']);
            } else if let Some(side) = self.side(self.at) {
                if side == Side::Opens {
                    break;
                }
                ending.is_quoted = true;
            } else if self.is_note() {
                self.at += 2;
            } else if !matches!(self.of(self.at), ")" | "]" | "}" | "）") {
                break;
            }
            self.pass();
        }
        ending.end = self.at;
        ending
    }

    /// Whether the number of a note stands here: `[12]`.
    fn is_note(&self) -> bool {
        let [open, number, close, ..] = &self.tokens[self.at..] else {
            return false;
        };
        number.kind == TokenKind::Number && open.of(self.text) == "[" && close.of(self.text) == "]"
    }

    /// Whether a sentence ends with `ending`, which is not the end of the block.
    fn is_end(&self, start: usize, ending: Ending) -> bool {
        let next = ending.end;
        if matches!(self.of(next), "," | ";" | ":" | "，" | "；" | "：") {
            return false;
        }
        let Some(word) = self.word_from(next) else {
            return true;
        };
        let is_wide = self.of(ending.at).starts_with(['。', '！', '？']);
        let first = self.first_char(word);
        if is_wide {
            return true;
        }
        if first.is_lowercase() {
            return self.ends_before_small_letter(ending, word);
        }
        if ending.is_loud {
            return !(ending.is_quoted && self.is_attribution(word));
        }
        let has_gap = self.gap(ending.end - 1);
        if self.of(ending.at) != "." {
            return has_gap || ending.is_quoted;
        }
        if !has_gap && word == next && ending.end == ending.at + 1 {
            return self.has_lost_its_space(ending.at, word);
        }
        !self.stop_belongs_to_word(start, ending.at, word)
    }

    /// A small letter goes on with the sentence, except behind a full stop after a plain word.
    fn ends_before_small_letter(&self, ending: Ending, word: usize) -> bool {
        let before = self.of(ending.at - 1);
        let next = self.of(word);
        self.of(ending.at) == "."
            && !ending.is_loud
            && ending.end == ending.at + 1
            && self.gap(ending.at)
            && word == ending.end
            && before.len() > 2
            && !before.starts_with(char::is_uppercase)
            && self.language.words.contains(before)
            && !self.language.abbreviations.contains(before)
            && !self.language.numbered_abbreviations.contains(before)
            && (self.language.words.contains(next) || next.contains(char::is_uppercase))
    }

    /// `calm.The`: a plain word, a full stop and a word with a capital, where `Node.Js` and `U.S` stay whole.
    fn has_lost_its_space(&self, stop: usize, word: usize) -> bool {
        let before = self.of(stop - 1);
        let is_plain = |word: &str| word.len() > 1 && word.chars().all(char::is_lowercase);
        let next = self.of(word);
        let mut rest = next.chars().skip(1).peekable();
        is_plain(before)
            && self.language.words.contains(before)
            && (rest.peek().is_none() || rest.all(|c| !c.is_uppercase()))
    }

    /// Whether the full stop at `stop` is that of an abbreviation, an initial or an ordinal inside a sentence
    /// that goes on with `word`, a word with a capital or a number.
    fn stop_belongs_to_word(&self, start: usize, stop: usize, word: usize) -> bool {
        if self.gap(stop - 1) {
            return false;
        }
        let before = self.tokens[stop - 1];
        if before.kind == TokenKind::Number {
            return stop - 1 == start && before.span.len() <= 3;
        }
        if before.kind != TokenKind::Word {
            return false;
        }
        let is_number = self.tokens[word].kind == TokenKind::Number;
        let name = self.dotted(start, stop);
        if self.language.numbered_abbreviations.contains(name) {
            return is_number;
        }
        let mut letters = name.chars();
        let is_letter = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        let is_dotted = name.contains('.');
        let is_abbreviation = is_letter || is_dotted || self.language.abbreviations.contains(name);
        if !is_abbreviation || (is_letter && is_number) || (name == "I") {
            return false;
        }
        !self.begins_sentence(word)
    }

    /// Whether the word at `at`, which has a capital, has it because a sentence begins: it is no name.
    fn begins_sentence(&self, at: usize) -> bool {
        self.language.sentence_starters.contains(&self.of(at).to_lowercase())
    }

    /// The word before the full stop at `stop` with what is joined to it by full stops: `U.S`, `p.m`, `Mr`.
    fn dotted(&self, start: usize, stop: usize) -> &'a str {
        let mut first = stop - 1;
        while first >= start + 2
            && stop - first < 8
            && self.of(first - 1) == "."
            && self.tokens[first - 2].kind == TokenKind::Word
            && !self.gap(first - 1)
            && !self.gap(first - 2)
        {
            first -= 2;
        }
        &self.text[self.tokens[first].span.start..self.tokens[stop - 1].span.end]
    }

    /// Whether a name and a reporting verb stand from token `word` on: `“Why?” Mr. Marsh asked`.
    fn is_attribution(&self, word: usize) -> bool {
        if self.begins_sentence(word) {
            return false;
        }
        for at in word + 1..self.tokens.len().min(word + LONGEST_NAME) {
            let text = self.of(at);
            if self.language.reporting_verbs.contains(text) {
                return true;
            }
            let is_particle = matches!(text, "." | "-" | "de" | "la" | "van" | "von" | "der");
            if !(is_particle || text.starts_with(char::is_uppercase)) {
                return false;
            }
        }
        false
    }

    /// The first word or number from token `from` on, past marks.
    fn word_from(&self, from: usize) -> Option<usize> {
        let has_letters = |at: &usize| self.first_char(*at).is_alphanumeric();
        (from..self.tokens.len().min(from + FURTHEST_WORD)).find(has_letters)
    }

    /// Which side the quotation mark at `at` is on; `None` if it is none.
    ///
    /// White space decides before the shape does: `vote“, said` closes. Where both sides are alike, a straight
    /// mark closes if one is open.
    fn side(&self, at: usize) -> Option<Side> {
        let mark = self.of(at);
        let by_shape = match mark {
            "\"" if self.is_straight_open => Side::Closes,
            "'" if at > 0 && !self.gap(at - 1) => Side::Closes,
            "”" | "»" | "’" | "›" | "」" | "』" => Side::Closes,
            "“" | "«" | "„" | "‘" | "‹" | "「" | "『" | "\"" | "'" => Side::Opens,
            _ => return None,
        };
        let is_free_before = at == 0 || self.gap(at - 1);
        let is_free_after = match self.tokens.get(at + 1) {
            None => true,
            Some(next) => {
                self.gap(at) || (next.kind == TokenKind::Punctuation && self.is_closing_mark(at + 1))
            }
        };
        Some(match (is_free_before, is_free_after) {
            (true, false) => Side::Opens,
            (false, true) => Side::Closes,
            _ => by_shape,
        })
    }

    /// Whether the mark at `at` stands at the end of something.
    fn is_closing_mark(&self, at: usize) -> bool {
        !matches!(self.of(at), "(" | "[" | "“" | "‘" | "«" | "„" | "¿" | "¡")
    }

    /// Whether the mark at `at` may end a sentence; that of `.227` or `.NET` belongs to what follows.
    fn is_terminator(&self, at: usize) -> bool {
        let mark = self.of(at);
        let is_prefix = |at: usize| {
            let next = self.tokens.get(at + 1).map(|next| next.kind);
            let is_word = matches!(next, Some(TokenKind::Number | TokenKind::Word));
            mark == "." && is_word && !self.gap(at) && (at == 0 || self.gap(at - 1))
        };
        self.tokens[at].kind == TokenKind::Punctuation
            && mark.starts_with(['.', '!', '?', '…', '‽', '。', '！', '？'])
            && !is_prefix(at)
    }

    /// Whether white space stands behind token `at`.
    fn gap(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1);
        next.is_none_or(|next| next.span.start > self.tokens[at].span.end)
    }

    fn of(&self, at: usize) -> &'a str {
        self.tokens[at].of(self.text)
    }

    fn first_char(&self, at: usize) -> char {
        self.of(at).chars().next().unwrap_or_default()
    }
}

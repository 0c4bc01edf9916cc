//! A stretch of the source that was left as it was.

use crate::analysis::{Analysis, Token, TokenKind};
use crate::language::{LOAN_PHRASES, SOURCES, SourceLanguage};
use crate::rule::finding::Finding;
use crate::span::Span;

/// The fewest words that are reported.
const SHORTEST: usize = 3;

/// How many tokens around a run are searched for the marks of a title.
const REACH: usize = 3;

/// Words that join the parts of a name, or the name to what it names.
const PARTICLES: &[&str] = &[
    "aux", "da", "das", "de", "degli", "dei", "del", "della", "delle", "dello", "der", "des", "di", "do",
    "dos", "du", "e", "el", "en", "et", "für", "im", "la", "las", "le", "les", "lo", "los", "para", "pour",
    "sans", "sous", "sur", "und", "van", "vom", "von", "y", "zu", "zum", "zur", "à",
];

/// Reports runs of words in lower case that English does not have, at least half of them function words of
/// one source language, two of them different. Names, titles in quotation marks, glosses in brackets and
/// loan phrases are left alone.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let tokens = &analysis.tokens;
    let mut findings = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let end = run_end(analysis, start);
        if end - start >= SHORTEST
            && let Some(language) = language_of(analysis, &tokens[start..end])
            && !is_name(analysis, start, end)
            && !is_set_off(analysis, start, end)
            && !is_loan(analysis, &tokens[start..end])
        {
            let span = tokens[start].span.cover(tokens[end - 1].span);
            findings.push(Finding::at(span).message(format!("“{{match}}” is still {}", language.name)));
        }
        start = end.max(start + 1);
    }
    findings
}

/// One past the last token of the run of foreign words that begins with token `start`.
fn run_end(analysis: &Analysis<'_>, start: usize) -> usize {
    let text = analysis.text();
    let tokens = &analysis.tokens;
    let mut end = start;
    while let Some(token) = tokens.get(end) {
        let joined = end == start
            || tokens[end - 1].block == token.block
                && text[tokens[end - 1].span.end..token.span.start].chars().all(char::is_whitespace);
        if !joined || !(is_foreign(analysis, *token) || end > start && is_between(analysis, end)) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether the token is a word in lower case that English does not have.
fn is_foreign(analysis: &Analysis<'_>, token: Token) -> bool {
    let word = token.of(analysis.text());
    token.kind == TokenKind::Word
        && word.starts_with(char::is_lowercase)
        && (SOURCES.iter().any(|source| source.is_function_word(word)) || !is_english(analysis, word))
}

/// Whether function words of one language stand on both sides of token `n`: `part` in “de la part du” is no
/// English word.
fn is_between(analysis: &Analysis<'_>, n: usize) -> bool {
    let text = analysis.text();
    let [before, token, after] = &analysis.tokens[n - 1..(n + 2).min(analysis.tokens.len())] else {
        return false;
    };
    let both = |source: &SourceLanguage| {
        source.function_words.contains(before.of(text)) && source.is_function_word(after.of(text))
    };
    token.kind == TokenKind::Word
        && token.of(text).starts_with(char::is_lowercase)
        && SOURCES.iter().any(both)
}

/// Whether English has the word, or the word before its apostrophe.
fn is_english(analysis: &Analysis<'_>, word: &str) -> bool {
    let stem = word.split(['’', '\'']).next().unwrap_or(word);
    analysis.language.words.contains(word) || stem.len() > 1 && analysis.language.words.contains(stem)
}

/// The language that at least half of the words are function words of, two of them different.
fn language_of(analysis: &Analysis<'_>, run: &[Token]) -> Option<&'static SourceLanguage> {
    let text = analysis.text();
    let count =
        |source: &SourceLanguage| run.iter().filter(|token| source.is_function_word(token.of(text))).count();
    let best = SOURCES.iter().rev().max_by_key(|source| count(source))?;
    let mut words = run.iter().map(|token| token.of(text)).filter(|word| best.is_function_word(word));
    let first = words.next()?;
    (words.any(|word| word != first) && 2 * count(best) >= run.len()).then_some(best)
}

/// Whether the run goes on from a name, or joins two.
fn is_name(analysis: &Analysis<'_>, start: usize, end: usize) -> bool {
    let text = analysis.text();
    let tokens = &analysis.tokens;
    let is_name = |token: &Token| {
        let word = token.of(text);
        let lower = word.to_lowercase();
        token.kind == TokenKind::Word
            && token.block == tokens[start].block
            && word.starts_with(char::is_uppercase)
            && (SOURCES.iter().any(|source| source.is_function_word(&lower)) || !is_english(analysis, &lower))
    };
    let before = tokens[start.saturating_sub(REACH)..start].iter().rev();
    let follows = before.take_while(|token| token.kind == TokenKind::Word).any(is_name);
    let leads = tokens.get(end).is_some_and(is_name);
    let is_particle =
        |token: &Token| PARTICLES.contains(&token.of(text)) || token.of(text).contains(['’', '\'']);
    // “Commission nationale de …”: a capital inside a sentence begins a name, in whatever language.
    let begins_inside = start > 1
        && tokens[start - 1].of(text).starts_with(char::is_uppercase)
        && tokens[start - 2].block == tokens[start].block
        && !tokens[start - 2].of(text).ends_with(['.', '!', '?', ':']);
    begins_inside
        || follows && (leads || is_particle(&tokens[start]))
        || leads && tokens[start..end].iter().all(is_particle)
}

/// Whether quotation marks or brackets stand close by on both sides.
fn is_set_off(analysis: &Analysis<'_>, start: usize, end: usize) -> bool {
    let text = analysis.text();
    let tokens = &analysis.tokens;
    let has = |tokens: &[Token], marks: &[&str]| tokens.iter().any(|token| marks.contains(&token.of(text)));
    let before = &tokens[start.saturating_sub(REACH)..start];
    let after = &tokens[end..(end + REACH).min(tokens.len())];
    has(before, &["“", "\"", "«", "‘", "'", "„", "(", "[", "*", "_"])
        && has(after, &["”", "\"", "»", "’", "'", "“", ")", "]", "*", "_"])
}

/// Whether the run holds a phrase that English has taken over.
fn is_loan(analysis: &Analysis<'_>, run: &[Token]) -> bool {
    let text = analysis.text();
    (3..=6).any(|len| {
        run.windows(len).any(|window| {
            let words: Vec<_> = window.iter().map(|token| token.of(text).replace('\'', "’")).collect();
            LOAN_PHRASES.contains(&words.join(" "))
        })
    })
}

/// The source language of the words inside brackets, where none of them is English.
pub(super) fn language_of_bracket(
    analysis: &Analysis<'_>,
    inside: &[Token],
) -> Option<&'static SourceLanguage> {
    let text = analysis.text();
    let words: Vec<_> = inside.iter().filter(|token| token.kind == TokenKind::Word).copied().collect();
    if words.len() < 2 || !words.iter().all(|token| is_foreign(analysis, *token)) {
        return None;
    }
    SOURCES.iter().find(|source| words.iter().any(|token| source.is_function_word(token.of(text))))
}

/// The span of the tokens.
pub(super) fn span_of(tokens: &[Token]) -> Option<Span> {
    Some(tokens.first()?.span.cover(tokens.last()?.span))
}

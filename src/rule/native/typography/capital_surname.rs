//! A surname in capitals, as French, Spanish and Chinese offices write it.

use super::super::neighbours::is_capitalised;
use crate::analysis::{Analysis, Token, TokenKind};
use crate::language::Language;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Shorter words in capitals are mostly acronyms.
const FEWEST_LETTERS: usize = 5;
/// Particles of surnames, in capitals.
const PARTICLES: [&str; 14] =
    ["AL", "BEN", "DA", "DE", "DEL", "DELLA", "DES", "DI", "DU", "EL", "LA", "LE", "VAN", "VON"];
/// Acronyms that read as words and are written beside names.
const ACRONYMS: [&str; 19] = [
    "ASEAN", "BREXIT", "COVID", "ECOWAS", "EURATOM", "EUROPOL", "FRONTEX", "INTERPOL", "LGBTQ", "MERCOSUR",
    "NAFTA", "NASCAR", "NASDAQ", "NHTSA", "SWIFT", "UNESCO", "UNHCR", "UNICEF", "UNRWA",
];

/// Finds `Emmanuel DURANDEAU` in a paragraph that is otherwise in small letters.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let tokens = &analysis.tokens;
    let mut findings = Vec::new();
    for (index, pair) in tokens.windows(2).enumerate() {
        let given = pair[0].of(text);
        if !follows(text, pair[0], pair[1]) || !is_given_name(given, analysis.language) {
            continue;
        }
        let Some(last) = surname(text, &tokens[index + 1..], analysis.language) else {
            continue;
        };
        let span = Span::new(tokens[index + 1].span.start, tokens[index + 1 + last].span.end);
        if opens_dateline(text, span.end)
            || is_loud(text, &tokens[..index], &tokens[index + 2 + last..], pair[0].block)
        {
            continue;
        }
        findings.push(Finding::replace(span, title_case(span.of(text))));
    }
    findings
}

/// Whether `b` stands one space behind `a`.
fn follows(text: &str, a: Token, b: Token) -> bool {
    a.block == b.block && &text[a.span.end..b.span.start] == " "
}

/// Whether a word may be a given name: capitalised, no word of the dictionary and no demonym (`the Hungarian MALÉV`).
fn is_given_name(word: &str, language: &Language) -> bool {
    word.chars().count() >= 3
        && word.chars().all(char::is_alphabetic)
        && is_capitalised(word)
        && !["ian", "ean", "ese", "ish"].iter().any(|ending| word.ends_with(ending))
        && !language.words.contains(&word.to_lowercase())
}

/// The index of the last token of a surname in capitals at the head of `tokens`.
fn surname(text: &str, tokens: &[Token], language: &Language) -> Option<usize> {
    let capitals = |token: &Token| {
        let word = token.of(text);
        token.kind == TokenKind::Word
            && word.len() > 1
            && word.chars().all(|c| c.is_uppercase() || matches!(c, '\'' | '’'))
    };
    let particles = tokens.iter().take(3).take_while(|token| PARTICLES.contains(&token.of(text))).count();
    let name = tokens.get(particles).filter(|token| capitals(token))?;
    let word = name.of(text);
    let joined = tokens[..=particles].windows(2).all(|pair| follows(text, pair[0], pair[1]));
    if !joined || word.chars().count() < FEWEST_LETTERS || ACRONYMS.binary_search(&word).is_ok() {
        return None;
    }
    // `New York TIMES`: without a particle, a word of the dictionary is no surname.
    if particles == 0 && language.words.contains(&word.to_lowercase()) {
        return None;
    }
    Some(particles)
}

/// Whether a dash or a bracket follows before the first small word, as behind the place of a dateline.
fn opens_dateline(text: &str, at: usize) -> bool {
    const REACH: usize = 24;
    let near = &text[at..text.ceil_char_boundary((at + REACH).min(text.len()))];
    let first_small =
        near.match_indices(' ').find(|(space, _)| near[space + 1..].starts_with(char::is_lowercase));
    near[..first_small.map_or(near.len(), |(space, _)| space)].contains(['-', '–', '—', '('])
}

/// Whether the words around a name are in capitals too: a heading or a dateline.
fn is_loud(text: &str, left: &[Token], right: &[Token], block: usize) -> bool {
    let loud = |token: &Token| {
        let word = token.of(text);
        token.block == block && word.len() > 3 && word.chars().all(char::is_uppercase)
    };
    left.iter().rev().take(2).any(loud) || right.iter().take(2).any(loud)
}

/// `LE GOFFIC` as `Le Goffic`.
fn title_case(name: &str) -> String {
    let mut first = true;
    name.chars()
        .map(|c| {
            let written = if first { c.to_string() } else { c.to_lowercase().collect() };
            first = !c.is_alphabetic();
            written
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_with_capitals_at_their_heads_alone() {
        assert_eq!(title_case("LE GOFFIC-ÉMERY"), "Le Goffic-Émery");
        assert!(ACRONYMS.is_sorted());
    }
}

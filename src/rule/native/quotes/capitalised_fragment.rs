//! `had “Expressed its regret”`, `a “Lasting peace”`: a capital on a quoted fragment that runs on from the
//! sentence around it.

use crate::analysis::mark::{Mark, Role};
use crate::analysis::{Analysis, Token, TokenKind};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// A sentence of its own cannot follow these: a noun or a participle must.
const GOVERNORS: [&str; 42] = [
    "a", "an", "are", "be", "been", "being", "can", "could", "did", "every", "had", "has", "have", "having",
    "her", "his", "is", "its", "may", "might", "more", "most", "must", "my", "no", "not", "our", "shall",
    "should", "such", "that", "the", "their", "these", "this", "those", "very", "was", "were", "will",
    "would", "your",
];

/// A noun usually follows these, and now and then a sentence (`chants of “We want bread”`).
const PREPOSITIONS: [&str; 20] = [
    "about", "against", "and", "as", "at", "between", "but", "by", "for", "from", "in", "into", "like", "of",
    "on", "or", "over", "to", "towards", "with",
];

/// A sentence begins with one of these, not a noun phrase.
const STARTERS: [&str; 37] = [
    "All", "Always", "Do", "Don", "Go", "Here", "How", "I", "If", "It", "Let", "Long", "Never", "No",
    "Nobody", "Nothing", "Not", "One", "Over", "Please", "She", "Stop", "Thank", "That", "There", "They",
    "This", "We", "Welcome", "What", "When", "Where", "Who", "Why", "Yes", "You", "He",
];

/// Verb forms that can only be finite.
const FINITE: [&str; 27] = [
    "am", "are", "can", "cannot", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "shall", "should", "was", "were", "will", "would", "isn", "wasn", "don", "doesn", "won", "can’t",
];

/// What is a wording keeps its capital behind `is`: the motto is “Ready for anything”.
const WORDINGS: [&str; 16] = [
    "answer", "caption", "chant", "cry", "headline", "line", "message", "motto", "name", "reply", "sign",
    "slogan", "song", "theme", "title", "word",
];

/// What has a title: the author of “The wall”.
const WORKS: [&str; 25] = [
    "author",
    "book",
    "cast",
    "chapter",
    "copies",
    "copy",
    "creator",
    "director",
    "edition",
    "episode",
    "film",
    "performance",
    "premiere",
    "presentation",
    "production",
    "publication",
    "reading",
    "release",
    "screening",
    "series",
    "show",
    "song",
    "star",
    "version",
    "writer",
];

/// Verbs with an object that is no title.
const TAKES_OBJECT: [&str; 22] = [
    "advocates",
    "condemned",
    "condemns",
    "demand",
    "demanded",
    "demanding",
    "demands",
    "denounced",
    "denounces",
    "denouncing",
    "deplored",
    "deplores",
    "expects",
    "fears",
    "guarantees",
    "promised",
    "promises",
    "promising",
    "regrets",
    "requested",
    "wants",
    "welcomed",
];

/// Finds capitals at the head of quoted fragments.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let pairs = analysis.quotations.iter().filter(|quotation| !quotation.single);
    pairs
        .filter_map(|quotation| {
            let (open, close) = analysis.both_marks(quotation)?;
            let inside = analysis.tokens_in(open.span.end, close.span.start);
            let first = *inside.first()?;
            let runs_on = follows_governor(analysis, open, close, inside);
            (runs_on && capital_is_the_quotations(analysis, inside)).then(|| finding(analysis, open, first))
        })
        .collect()
}

fn finding(analysis: &Analysis<'_>, open: &Mark, first: Token) -> Finding {
    let word = first.of(analysis.text());
    let mut chars = word.chars();
    let lower: String = chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect();
    Finding::at(Span::new(open.span.start, first.span.end)).edit(Edit::replace(first.span, lower))
}

/// Whether the word before the quotation needs a phrase behind it and not a sentence.
fn follows_governor(analysis: &Analysis<'_>, open: &Mark, close: &Mark, inside: &[Token]) -> bool {
    let text = analysis.text();
    let block = analysis.document.blocks()[open.block].span;
    let from = text.floor_char_boundary(open.span.start.saturating_sub(40)).max(block.start);
    let before = analysis.tokens_in(from, open.span.start);
    let words: Vec<&str> = before.iter().map(|token| token.of(text)).collect();
    let Some((&word, earlier)) = words.split_last() else { return false };
    let is_work = earlier.last().is_some_and(|noun| WORKS.contains(&noun.to_lowercase().as_str()));
    let phrase = !is_clause(analysis, inside);
    match word {
        "am" | "is" | "are" | "was" | "were" | "be" | "been" | "being" => {
            phrase && !earlier.iter().any(|noun| WORDINGS.contains(noun))
        }
        // the “Clean hands” inquiry: a name in front of its noun; the “Diary of a maid”: a title.
        "the" | "this" | "these" | "those" => {
            !noun_follows(analysis, close, block.end)
                && inside.first().is_some_and(|first| is_adjective(first.of(text)))
        }
        "a" | "an" => !inside.first().is_some_and(|first| STARTERS.contains(&first.of(text))),
        _ if GOVERNORS.contains(&word) => true,
        "and" | "or" => phrase && !is_coordinate(analysis, open) && !is_named_after(analysis, inside),
        // In “The plot of Cairo”, films like “Ice music”: titles.
        "like" => false,
        "as" | "at" | "by" | "from" | "in" if begins_with_article(analysis, inside) => false,
        _ if PREPOSITIONS.contains(&word) => {
            let spoken = earlier.last().is_some_and(|verb| is_spoken_of(analysis, verb));
            phrase && !is_work && (spoken || !is_named_after(analysis, inside))
        }
        _ => {
            let sentence = matches!(close.before, Some('.' | '!' | '?'));
            let adjective = inside.first().is_some_and(|first| is_adjective(first.of(text)));
            let object = begins_with_article(analysis, inside) || adjective && inside.len() > 1;
            TAKES_OBJECT.contains(&word) && phrase && !sentence && object
        }
    }
}

/// Whether `word` ends as adjectives and participles do. Behind “the”, a noun rather begins a name: the “Art lounge”.
fn is_adjective(word: &str) -> bool {
    ["able", "al", "ant", "ed", "ent", "ful", "ible", "ic", "ing", "ive", "less", "ous"]
        .iter()
        .any(|ending| word.ends_with(ending))
}

/// Whether something is said with `verb` and a preposition: `speaks of`, `warned against`, `pointing to`.
fn is_spoken_of(analysis: &Analysis<'_>, verb: &str) -> bool {
    analysis.language.reporting_verbs.contains(verb)
        || ["speak", "spoke", "talk", "warn", "accus", "point", "denounc"]
            .iter()
            .any(|stem| verb.starts_with(stem))
}

fn begins_with_article(analysis: &Analysis<'_>, inside: &[Token]) -> bool {
    inside.first().is_some_and(|first| matches!(first.of(analysis.text()), "The" | "A" | "An"))
}

/// Whether the first word is followed by a preposition as in the names of works, bodies and campaigns: `Diary of
/// a maid`, `Justice for all`.
fn is_named_after(analysis: &Analysis<'_>, inside: &[Token]) -> bool {
    let adjective = inside.first().is_some_and(|first| is_adjective(first.of(analysis.text())));
    !adjective
        && inside.get(1).is_some_and(|second| {
            matches!(
                second.of(analysis.text()),
                "of" | "for" | "in" | "on" | "to" | "at" | "from" | "with" | "and"
            )
        })
}

/// Whether another quotation with a capital stands just before the conjunction: “No more” and “Go home”.
fn is_coordinate(analysis: &Analysis<'_>, open: &Mark) -> bool {
    let marks = &analysis.marks;
    let Some(before) = marks.partition_point(|mark| mark.span.start < open.span.start).checked_sub(1) else {
        return false;
    };
    let close = &marks[before];
    let first = close.quotation.and_then(|q| analysis.quotations[q].open).and_then(|open| marks[open].after);
    close.role == Role::Close
        && open.span.start - close.span.end <= 6
        && first.is_some_and(char::is_uppercase)
}

/// Whether a word that may be a noun stands just behind the quotation.
fn noun_follows(analysis: &Analysis<'_>, close: &Mark, limit: usize) -> bool {
    let text = analysis.text();
    let next = analysis.tokens_in(close.span.end, limit.min(text.ceil_char_boundary(close.span.end + 40)));
    next.first().is_some_and(|token| {
        let word = token.of(text);
        token.kind == TokenKind::Word && !PREPOSITIONS.contains(&word) && !FINITE.contains(&word)
    })
}

/// Whether the quotation can stand as a sentence: it has a finite verb that is not in a relative clause.
fn is_clause(analysis: &Analysis<'_>, inside: &[Token]) -> bool {
    let text = analysis.text();
    let words: Vec<&str> = inside.iter().map(|token| token.of(text)).collect();
    if words.first().is_some_and(|first| STARTERS.contains(first)) {
        return true;
    }
    let main =
        words.iter().take_while(|word| !matches!(**word, "who" | "which" | "that" | "whose" | "where"));
    main.flat_map(|word| word.split(['\'', '’']))
        .any(|word| FINITE.contains(&word) || matches!(word, "s" | "re" | "ll" | "ve"))
}

/// Whether nothing but the quotation's beginning explains the capital of its first word: no name, no title, no
/// acronym.
fn capital_is_the_quotations(analysis: &Analysis<'_>, inside: &[Token]) -> bool {
    let text = analysis.text();
    let [first, rest @ ..] = inside else { return false };
    let word = first.of(text);
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.clone().all(char::is_lowercase);
    if first.kind != TokenKind::Word || !capital || word == "I" {
        return false;
    }
    if !analysis.language.words.contains(&word.to_lowercase()) {
        return false;
    }
    // A title has a capital on its next weighty word too.
    let mut phrase = rest.iter().map(|token| (token, token.of(text)));
    let weighty = phrase.find(|(token, word)| {
        token.kind != TokenKind::Word || !(GOVERNORS.contains(word) || PREPOSITIONS.contains(word))
    });
    // A title may be foreign: “La porta chiusa”.
    weighty.is_some_and(|(token, word)| {
        token.kind == TokenKind::Word
            && word.starts_with(char::is_lowercase)
            && (analysis.language.words.contains(word) || word.contains(['-', '\'', '’']))
    })
}

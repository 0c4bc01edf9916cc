//! The same word twice in a row.

use crate::analysis::{Analysis, Token, TokenKind};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Words that no sentence doubles: articles, prepositions, conjunctions, auxiliaries.
const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "because", "been", "but", "by", "can", "could", "for", "from",
    "has", "have", "he", "his", "i", "if", "in", "into", "its", "may", "of", "on", "or", "our", "she",
    "should", "than", "the", "their", "they", "this", "to", "was", "we", "were", "which", "while", "will",
    "with", "would",
];

/// Function words that may also stand on both sides of an opening mark (`said that “that man …”`).
const NOT_ACROSS_MARKS: &[&str] = &["a", "he", "i", "she", "they", "this", "we", "his", "their", "if", "be"];

/// Words that are doubled for good reason: two constructions meet (`had had`), or the doubling is the word.
const MAY_DOUBLE: &[&str] = &[
    "again", "aye", "bang", "best", "big", "blah", "boo", "bye", "can", "cha", "chop", "dear", "do", "ever",
    "far", "fifty", "go", "good", "ha", "had", "hear", "her", "hey", "him", "is", "it", "knock", "late",
    "less", "little", "long", "many", "more", "most", "much", "never", "nearly", "night", "no", "now", "oh",
    "old", "okay", "please", "pretty", "quite", "rah", "real", "really", "right", "same", "so", "sure",
    "tap", "that", "there", "tick", "tom", "too", "tut", "very", "wait", "way", "well", "what", "whatever",
    "who", "win", "yes", "you",
];

/// Verbs that take `in` or `on` as a particle, before a phrase that begins with the same word.
const PHRASAL: &[&str] = &[
    "bring", "brought", "came", "check", "checked", "come", "comes", "coming", "drop", "get", "give",
    "given", "go", "goes", "going", "gone", "held", "hold", "keep", "kept", "live", "log", "logged", "move",
    "moved", "pass", "passed", "phased", "set", "settled", "step", "stepped", "take", "taken", "took",
    "went",
];

/// Words that say when, whose doubling over a comma is a slip of dictation.
const WHEN: &[&str] = &["today", "tonight", "tomorrow", "yesterday"];

/// How far, in tokens, the beginning of a clause is looked for.
const LONGEST_CLAUSE: usize = 20;

/// A run as long as this is a loop, which `repetition/looping` reports.
const LOOP: usize = 4;

/// Reports each run of the same word, also over a line break, an opening mark or, for a few, a comma.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let tokens = &analysis.tokens;
    let mut findings = Vec::new();
    let mut n = 0;
    while n + 1 < tokens.len() {
        let mut last = n;
        while tokens.get(last + 1).is_some_and(|next| doubles(text, tokens[last], *next)) {
            last += 1;
        }
        if last > n {
            if last - n + 1 < LOOP && is_slip(analysis, n, last) {
                findings.push(run(text, tokens[n], tokens[last]));
            }
            n = last;
        } else if let Some(finding) = over_mark(analysis, n) {
            findings.push(finding);
        }
        n += 1;
    }
    findings
}

/// Whether `next` says the same word with only white space between.
fn doubles(text: &str, token: Token, next: Token) -> bool {
    let gap = &text[token.span.end..next.span.start];
    token.kind == TokenKind::Word
        && token.block == next.block
        && !gap.is_empty()
        && gap.chars().all(char::is_whitespace)
        && same(token.of(text), next.of(text))
}

fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.to_lowercase() == b.to_lowercase()
}

/// Whether the run of one word from token `first` to `last` is none that English has.
fn is_slip(analysis: &Analysis<'_>, first: usize, last: usize) -> bool {
    let text = analysis.text();
    let (one, two) = (analysis.tokens[first].of(text), analysis.tokens[last].of(text));
    let word = one.to_lowercase();
    if one == "is" && two == "is" {
        return !subject_is_clause(analysis, first);
    }
    if MAY_DOUBLE.contains(&word.as_str()) || two.starts_with(char::is_uppercase) && two != "I" {
        return false;
    }
    if FUNCTION_WORDS.contains(&word.as_str()) {
        let before = first.checked_sub(1).map_or("", |n| analysis.tokens[n].of(text)).to_lowercase();
        let is_particle = matches!(word.as_str(), "in" | "on") && PHRASAL.contains(&before.as_str());
        let is_letter = before == "letter" || before == "vitamin";
        return !is_particle && !is_letter;
    }
    one.starts_with(char::is_lowercase) && word.len() > 2 && analysis.language.words.contains(&word)
}

/// Whether the sentence before token `n` may be a clause that ends in a verb and is the subject of another one:
/// `What it is | is a mill`, `All there is | is sand`.
fn subject_is_clause(analysis: &Analysis<'_>, n: usize) -> bool {
    let text = analysis.text();
    let sentence = analysis.sentence_at(analysis.tokens[n].span.start).map_or(n, |found| found.tokens.start);
    let near = sentence.max(n.saturating_sub(LONGEST_CLAUSE));
    let opens = |word: &str| {
        matches!(
            word,
            "what"
                | "whatever"
                | "who"
                | "whoever"
                | "how"
                | "where"
                | "why"
                | "when"
                | "all"
                | "that"
                | "thing"
                | "which"
                | "one"
                | "problem"
                | "question"
                | "fact"
                | "truth"
                | "as"
        )
    };
    near > sentence || analysis.tokens[near..n].iter().any(|token| opens(&token.of(text).to_lowercase()))
}

/// A run, and the edit that leaves its first word.
fn run(text: &str, first: Token, last: Token) -> Finding {
    let finding = Finding::at(first.span.cover(last.span))
        .message(format!("“{}” stands twice in a row", first.of(text)))
        .edit(Edit::delete(Span::new(first.span.end, last.span.end)));
    let word = first.of(text).to_lowercase();
    let on_one_line = !text[first.span.end..last.span.start].contains('\n');
    // A particle may meet the preposition behind it: `gave in in the end`.
    let particle = matches!(word.as_str(), "in" | "on" | "by" | "up" | "over" | "to" | "for");
    let sure = FUNCTION_WORDS.contains(&word.as_str()) && !particle;
    if sure && on_one_line { finding } else { finding.doubtful() }
}

/// A word that is said again behind the mark that follows it: `of “of the`, `today, today`.
fn over_mark(analysis: &Analysis<'_>, n: usize) -> Option<Finding> {
    let text = analysis.text();
    let [one, mark, two] = analysis.tokens.get(n..n + 3)? else {
        return None;
    };
    if one.kind != TokenKind::Word || one.block != two.block || !same(one.of(text), two.of(text)) {
        return None;
    }
    let word = one.of(text).to_lowercase();
    let (blank_before, blank_after) = (one.span.end < mark.span.start, mark.span.end < two.span.start);
    let finding = Finding::at(one.span.cover(two.span));
    match mark.of(text) {
        "“" | "«" | "„" | "‘" | "\"" if blank_before => {
            let wanted =
                FUNCTION_WORDS.contains(&word.as_str()) && !NOT_ACROSS_MARKS.contains(&word.as_str());
            let is_opening = mark.of(text) != "\"" || !blank_after;
            (wanted && is_opening && two.of(text) != "A").then(|| {
                finding
                    .message(format!("“{word}” stands both before the quotation and in it"))
                    .edit(Edit::delete(Span::new(one.span.start, mark.span.start)))
                    .doubtful()
            })
        }
        "," if blank_after && WHEN.contains(&word.as_str()) => {
            let again = |token: Option<&Token>| token.is_some_and(|token| same(token.of(text), one.of(text)));
            let sung = again(analysis.tokens.get(n + 4)) || n > 1 && again(analysis.tokens.get(n - 2));
            let stays = matches!(
                analysis.tokens.get(n + 3).map(|token| token.of(text)),
                None | Some("," | "." | "!" | "…")
            );
            (!sung && !stays).then(|| {
                finding
                    .message(format!("“{word}” stands twice in a row"))
                    .edit(Edit::delete(Span::new(one.span.end, two.span.end)))
                    .doubtful()
            })
        }
        _ => None,
    }
}

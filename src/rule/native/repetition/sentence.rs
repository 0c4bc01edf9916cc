//! A sentence that was said before.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::super::token_key::token_key;
use super::paragraph::repeats;
use crate::analysis::{Analysis, Sentence, TokenKind};
use crate::document::BlockKind;
use crate::rule::finding::Finding;

/// The fewest words of a sentence that nobody says twice by chance.
const SHORTEST: usize = 7;

/// Reports sentences of running prose that the article has had, except inside of a repeated paragraph.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let paragraphs: HashSet<usize> = repeats(analysis).into_iter().map(|(block, _)| block).collect();
    let mut seen: HashMap<u64, usize> = HashMap::new();
    let mut findings = Vec::new();
    for (n, sentence) in analysis.sentences.iter().enumerate() {
        let kind = analysis.document.blocks()[sentence.block].kind;
        if !matches!(kind, BlockKind::Paragraph | BlockKind::Quotation) {
            continue;
        }
        let Some(key) = key(analysis, sentence) else {
            continue;
        };
        let first = *seen.entry(key).or_insert(n);
        if first != n && !paragraphs.contains(&sentence.block) {
            findings
                .push(Finding::at(sentence.span).label(analysis.sentences[first].span, "said here before"));
        }
    }
    findings
}

/// A hash of the words of a sentence that is long enough and ends as one.
fn key(analysis: &Analysis<'_>, sentence: &Sentence) -> Option<u64> {
    let text = analysis.text();
    let mut hasher = DefaultHasher::new();
    let mut words = 0;
    let mut small = 0;
    for token in &analysis.tokens[sentence.tokens.clone()] {
        if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            token_key(*token, text).hash(&mut hasher);
            words += 1;
            small += usize::from(token.of(text).starts_with(char::is_lowercase));
        }
    }
    let ends = sentence
        .span
        .of(text)
        .trim_end_matches(['”', '"', '»', '’', '\'', ')'])
        .ends_with(['.', '!', '?', '…']);
    // A name or a title may well come twice, and so may the line that gives a source.
    let is_prose = 2 * small > words;
    (words >= SHORTEST && ends && is_prose).then(|| hasher.finish())
}

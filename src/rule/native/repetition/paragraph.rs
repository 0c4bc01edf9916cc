//! A paragraph that was printed before.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::super::token_key::token_key;
use crate::analysis::{Analysis, TokenKind};
use crate::diagnostic::Edit;
use crate::document::BlockKind;
use crate::rule::finding::Finding;
use crate::span::Span;

/// The fewest words of a paragraph that nobody writes twice by chance.
const SHORTEST: usize = 8;

/// Reports paragraphs that the article has had, and removes them.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let blocks = analysis.document.blocks();
    repeats(analysis)
        .into_iter()
        .map(|(block, first)| {
            let gone = Span::new(blocks[block - 1].span.end, blocks[block].span.end);
            Finding::at(blocks[block].span)
                .label(blocks[first].span, "printed here before")
                .edit(Edit::delete(gone))
        })
        .collect()
}

/// Blocks of prose that repeat an earlier one, each with the first of its kind.
pub(super) fn repeats(analysis: &Analysis<'_>) -> Vec<(usize, usize)> {
    let text = analysis.text();
    let blocks = analysis.document.blocks();
    let mut seen: HashMap<u64, usize> = HashMap::new();
    let mut repeats = Vec::new();
    for tokens in analysis.tokens.chunk_by(|a, b| a.block == b.block) {
        let block = tokens[0].block;
        if !matches!(blocks[block].kind, BlockKind::Paragraph | BlockKind::Quotation) {
            continue;
        }
        let mut hasher = DefaultHasher::new();
        let mut words = 0;
        for token in tokens.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number)) {
            token_key(*token, text).hash(&mut hasher);
            words += 1;
        }
        if words >= SHORTEST {
            let first = *seen.entry(hasher.finish()).or_insert(block);
            if first != block {
                repeats.push((block, first));
            }
        }
    }
    repeats
}

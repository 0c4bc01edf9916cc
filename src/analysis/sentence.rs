//! Sentences inside blocks.
//!
//! A block is read from mark to mark that may end a sentence; [`super::sentence_end`] decides for each. The
//! general rules of Unicode (UAX #29) do not know abbreviations, attributions (`“Why?” he asked`) or the broken
//! marks of machine translation (`signed.”North`), and end a sentence at every line end.

use std::ops::Range;

use super::sentence_end::Reader;
use super::token::Token;
use crate::document::{BlockKind, Document};
use crate::language::Language;
use crate::span::Span;

/// One sentence; a heading, a byline and a dateline count as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its text, without surrounding white space.
    pub span: Span,
    /// Index of its block.
    pub block: usize,
    /// Indexes of its tokens.
    pub tokens: Range<usize>,
}

/// All sentences of the document. Every token belongs to exactly one.
pub(super) fn sentences(document: &Document, tokens: &[Token], language: &Language) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut next = 0;
    for in_block in tokens.chunk_by(|a, b| a.block == b.block) {
        let block = in_block[0].block;
        let kind = document.blocks()[block].kind;
        let mut push = |range: Range<usize>| {
            sentences.push(Sentence {
                span: in_block[range.start].span.cover(in_block[range.end - 1].span),
                block,
                tokens: next + range.start..next + range.end,
            });
        };
        if matches!(kind, BlockKind::Heading | BlockKind::Byline | BlockKind::Dateline) {
            push(0..in_block.len());
        } else {
            let mut start = 0;
            let mut reader = Reader::new(document.text(), in_block, language);
            while let Some(end) = reader.next_end(start) {
                push(start..end);
                start = end;
            }
        }
        next += in_block.len();
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::token::tokens;

    fn split(text: &str) -> Vec<String> {
        let document = Document::plain(text);
        let tokens = tokens(&document);
        let sentences = sentences(&document, &tokens, crate::language::english());
        sentences.iter().map(|s| s.span.of(document.text()).to_owned()).collect()
    }

    /// Each text is written with `|` between its sentences, beside the space if there is one.
    fn all_split(marked: &[&str]) {
        for marked in marked {
            let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
            assert_eq!(split(&marked.replace('|', "")), expected);
        }
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        all_split(&[
            "Mr. Hale met J. Doe and George W. Marsh of the U.S. delegation.| They spoke at 5 p.m. Monday.",
            "He lives in the U.S.| The others left at 10 a.m.| It was late.",
            "See No. 5 on p. 12 of vol. 3.| He said no.| Nobody came.",
            "Hale, Marsh & Co. Ltd. was sold.| Apples, pears, etc. are sold here.",
            "It cost approx. ten pounds, i.e. less than Dr. Marsh, Ph.D., had paid.",
            "The plan was Plan B.| However, nobody knew.",
        ]);
    }

    #[test]
    fn numbers_and_addresses_keep_their_points() {
        all_split(&[
            "He hit .227 with .NET code.| eBooks sell.| He (b. 1990) is old.| It rose by 3.5 per cent, says example.com.| Then 40 people left.",
        ]);
        all_split(&["It rained.| 1. FC Altdorf won.| They had lost in 2020.| 35 fans came."]);
    }

    #[test]
    fn quotations_end_with_their_marks() {
        all_split(&[
            "“It went well.”| He left.",
            "“Why?” he asked.| “Because.”| He nodded.",
            "“Stop!” Mr. Marsh cried.| \"It is late.\"| \"Is it?\"| She left.",
            "“Is it late?” Marsh asked.| (It was.)| He left.",
            "“It is late. ” |Nobody moved.",
        ]);
    }

    #[test]
    fn ellipses_end_a_sentence_before_a_capital_only() {
        all_split(&[
            "No school … again.| Well...| Nobody came.",
            "“The mayor hopes (…) to resume”, he said.",
            "...and nobody came.",
        ]);
    }

    #[test]
    fn broken_marks_do_not_glue_sentences() {
        all_split(&[
            "The bells were rung.”|South of the town, it rained.",
            "It goes on ”, adds the mayor.| The game“, said Marsh, “is over”.",
            "The town was calm.|The mayor was not.",
            "It was late .| Nobody came.",
            "The town was calm. |“The mayor was not.",
            "It rained.|“Nobody came.”",
            "He left the house.| the mayor stayed.",
            "I ask that you wait.| — We have no time.",
        ]);
    }

    #[test]
    fn exclamations_inside_names_and_several_marks_are_one_end() {
        all_split(&[
            "He works for Yahoo! in Leeds.| Really?!| Yes!!!| Good.",
            "He left.[12] |She stayed. [3] |They ate.",
        ]);
    }

    #[test]
    fn a_wrapped_line_is_no_end() {
        let text = "The night ferry takes on a pilot for Capt.\nMarsh, who is ninety, and for his wife, whose\nname is Jo.";
        assert_eq!(split(text), [text]);
    }

    #[test]
    fn sentences_of_other_scripts_end() {
        all_split(&["“Hello.”| 你好。|再见！"]);
    }
}

//! Whatever the bytes: no panic, and every span in order, in range and on character boundaries.

use mtlint::analysis::Analysis;
use mtlint::language::english;
use mtlint::span::Span;
use mtlint::{Document, document::BlockKind};
use proptest::prelude::*;

/// Pieces of text that blocks, tokens and sentences are decided by.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "«",
    ".",
    "..",
    "?",
    "!",
    "…",
    ",",
    "。",
    "(",
    ")",
    "[1]",
    "— ",
    "- ",
    "* ",
    "• ",
    "> ",
    "1. ",
    "Mr.",
    "U.S.",
    "a.m.",
    "No. ",
    "3.5",
    "https://a.b/c",
    "a@b.c",
    "www.",
    "://",
    "@",
    "He ",
    "he ",
    "said ",
    "Photo: ",
    "© ",
    "By ",
    "Ada Hale",
    "12/06/2023 ",
    "at 07:15",
    "é",
    "e\u{301}",
    "\u{301}",
    "\u{ad}",
    "你好",
    "😀",
    "\u{0}",
    "a rather longer stretch of words that fills a line, ",
];

/// Asserts that spans are ordered, apart from each other, not empty, inside `outer` and on boundaries.
fn assert_in_order(text: &str, outer: Span, spans: impl Iterator<Item = Span>) {
    let mut at = outer.start;
    for span in spans {
        assert!(at <= span.start && span.start < span.end && span.end <= outer.end, "{span:?} in {outer:?}");
        assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span:?}");
        at = span.end;
    }
}

fn check(document: &Document) {
    let text = document.text();
    let whole = Span::new(0, text.len());
    assert_in_order(text, whole, document.invalid().iter().copied());
    assert!(document.invalid().iter().all(|span| span.of(text) == "\u{fffd}"));
    assert_in_order(text, whole, document.blocks().iter().map(|block| block.span));

    let analysis = Analysis::new(document, english());
    assert!(analysis.tokens.is_sorted_by_key(|token| token.block));
    assert!(analysis.sentences.is_sorted_by_key(|sentence| sentence.block));
    for (at, block) in document.blocks().iter().enumerate() {
        let inside = block.span.of(text);
        assert_eq!(inside.trim(), inside);
        let in_block = analysis.tokens.iter().filter(|token| token.block == at);
        let tokens: Vec<Span> = in_block.map(|token| token.span).collect();
        let in_block = analysis.sentences.iter().filter(|sentence| sentence.block == at);
        let sentences: Vec<Span> = in_block.map(|sentence| sentence.span).collect();
        assert_in_order(text, block.span, tokens.iter().copied());
        assert_in_order(text, block.span, sentences.iter().copied());
        let mut gaps = tokens.windows(2).map(|pair| Span::new(pair[0].end, pair[1].start));
        assert!(gaps.all(|gap| gap.of(text).trim().is_empty()), "a token is missing in {inside:?}");
        assert_eq!(tokens.first().map(|span| span.start), Some(block.span.start));
        assert_eq!(tokens.last().map(|span| span.end), Some(block.span.end));
        if matches!(block.kind, BlockKind::Heading | BlockKind::Byline | BlockKind::Dateline) {
            assert_eq!(sentences.len(), 1);
        }
    }
    assert_sentences_have_every_token_once(&analysis);
}

fn assert_sentences_have_every_token_once(analysis: &Analysis) {
    let mut next = 0;
    for sentence in &analysis.sentences {
        assert_eq!(sentence.tokens.start, next);
        next = sentence.tokens.end;
        let tokens = &analysis.tokens[sentence.tokens.clone()];
        assert!(tokens.iter().all(|token| token.block == sentence.block));
        assert_eq!(tokens.first().map(|token| token.span.start), Some(sentence.span.start));
        assert_eq!(tokens.last().map(|token| token.span.end), Some(sentence.span.end));
    }
    assert_eq!(next, analysis.tokens.len());
}

/// Were any of these read in quadratic time, the test would not end.
#[test]
fn no_run_of_characters_is_slow() {
    for piece in [
        "a", "a.", "a. ", "U.S.", "“", "\"", "a.\".\".", "a@b.c://", "@", "www.", ":", "[1]", "x .[[[[",
        "— ", "> ", "- ", "1. ", "\r", "ab cd\n", "ab.\n", "a?”", "Mr. ", "你。", "\u{200b}", "\u{301}",
        "a’", "?! ", "a (b. ",
    ] {
        let document = Document::plain(piece.repeat(300_000 / piece.len()));
        let analysis = Analysis::new(&document, english());
        assert_sentences_have_every_token_once(&analysis);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop_oneof![
        prop::collection::vec(any::<u8>(), 0..300),
        prop::collection::vec(b' '..=u8::MAX, 0..300),
    ]) {
        if let Ok(document) = Document::from_bytes(bytes) {
            check(&document);
        }
    }

    #[test]
    fn damaged_text_is_read(text in "\\PC{0,80}", at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = text.into_bytes();
        bytes.insert(at.index(bytes.len() + 1), byte);
        if let Ok(document) = Document::from_bytes(bytes) {
            check(&document);
        }
    }

    #[test]
    fn any_text_is_divided(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        check(&Document::plain(pieces.concat()));
    }
}

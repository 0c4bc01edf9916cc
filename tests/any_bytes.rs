//! Any bytes at all: no panic, and every place inside the file and on the boundary of a character.

use std::path::Path;
use std::sync::LazyLock;

use mtlint::diagnostic::Diagnostic;
use mtlint::span::Span;
use mtlint::{Document, Options, RuleSet, Selection, check};
use proptest::prelude::*;

/// All rules, preview or not, and a few of the tests' own.
static RULES: LazyLock<RuleSet> = LazyLock::new(|| {
    let mut rules = RuleSet::builtin().unwrap();
    rules.add_folder(Path::new("tests/cli/files/house")).unwrap();
    let selection = Selection { preview: true, ..Selection::default() };
    rules.select(selection).unwrap();
    rules
});

/// White space, marks and leftovers that rules look at.
#[rustfmt::skip]
const SIGNS: &[&str] = &[
    " ", "  ", "\n", "\r\n", "\r", "\t", "\n\n", "\u{a0}", "\u{202f}", "\u{200b}", "\u{feff}", "\u{ad}", "\0",
    "“", "”", "„", "‟", "‘", "’", "‚", "«", "»", "‹", "›", "\"", "'", "′", "″", "`", "´", "``", "''",
    ".", ",", ";", ":", "!", "?", "…", "...", ". . .", "(…)", "[...]", "(", ")", "[", "]", "{", "}", "-", "–", "—",
    "--", "%", "&amp;", "&nbsp;", "<br/>", "</p>", "[gallery ids=\"1\"]", "Ã©", "â€œ", "\u{fffd}", "e\u{301}",
    "訳文", "для", "а", "🇫🇷", "👩\u{200d}👧", "ﬁ", "İ", "ß", "1,5", "1.5", "10 000", "https://example.com/a?b=c",
    "@name", "#tag",
];

/// Words that rules look at.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "teh", "the", "The", "said", "of", "of the", "a", "A", "he", "minister", "wasn", "t", "qu’elle ait", "was very",
    "Read also", "Here is the translation", "make a walk", "whichthe", "aSerious", "U.S.", "Mr.", "(AFP)",
];

/// What articles are made of, and what breaks them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(SIGNS).prop_map(str::to_owned),
        prop::sample::select(WORDS).prop_map(str::to_owned),
        "[a-zA-Z]{1,12}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn examine(bytes: Vec<u8>, from: Option<&str>) -> Result<(), TestCaseError> {
    let Ok(document) = Document::from_bytes(bytes) else {
        return Ok(());
    };
    let options = Options { from: from.map(str::to_owned) };
    let source = document.source();
    for diagnostic in check(&document, &RULES, &options) {
        for span in spans(&diagnostic) {
            prop_assert!(span.start <= span.end && span.end <= source.len(), "{diagnostic:?}");
            prop_assert!(
                source.is_char_boundary(span.start) && source.is_char_boundary(span.end),
                "{diagnostic:?}"
            );
        }
        for fix in &diagnostic.fixes {
            let apart = fix.edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
            prop_assert!(apart, "{diagnostic:?}");
        }
    }
    Ok(())
}

fn spans(diagnostic: &Diagnostic) -> Vec<Span> {
    let labels = diagnostic.labels.iter().map(|label| label.span);
    let edits = diagnostic.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
    std::iter::once(diagnostic.span).chain(labels).chain(edits).collect()
}

#[test]
fn quotations_of_nothing_but_white_space() -> Result<(), TestCaseError> {
    for text in ["„ “", "” “ word", "« »", "“ ”", "‘ ’", "\" \""] {
        examine(text.into(), None)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        examine(bytes, None)?;
    }

    #[test]
    fn text(text in pieces()) {
        examine(text.into_bytes(), Some("fr"))?;
    }

    #[test]
    fn text_with_broken_bytes(text in pieces(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = text.into_bytes();
        if !bytes.is_empty() {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        examine(bytes, None)?;
    }
}

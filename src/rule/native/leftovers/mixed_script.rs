//! Letters of two alphabets in one word.

use unicode_script::{Script, UnicodeScript};

use crate::analysis::{Analysis, TokenKind};
use crate::rule::finding::Finding;

/// Latin letters that Cyrillic and Greek letters look like.
const LOOK_ALIKES: &[(char, char)] = &[
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('З', '3'),
    ('І', 'I'),
    ('Ј', 'J'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Ѕ', 'S'),
    ('Т', 'T'),
    ('У', 'Y'),
    ('Х', 'X'),
    ('а', 'a'),
    ('е', 'e'),
    ('һ', 'h'),
    ('і', 'i'),
    ('ј', 'j'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('ѕ', 's'),
    ('у', 'y'),
    ('х', 'x'),
    ('ԁ', 'd'),
    ('ԛ', 'q'),
    ('ԝ', 'w'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
    ('ο', 'o'),
];

/// Reports words of Latin letters with Cyrillic ones, or with Greek ones that look Latin.
///
/// Other Greek letters beside Latin ones are symbols (`μm`, `kΩ`, `TGFβ`).
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let words = analysis.tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let mut findings = Vec::new();
    for token in words {
        let word = token.of(text);
        if word.is_ascii() || !word.contains(is_latin) {
            continue;
        }
        let cyrillic = word.contains(|c: char| c.script() == Script::Cyrillic);
        let greek = word.contains(|c: char| c.script() == Script::Greek);
        let written = latin(word);
        if let Some(written) = written.filter(|_| cyrillic || greek) {
            findings.push(Finding::replace(token.span, written));
        } else if cyrillic {
            findings.push(Finding::at(token.span));
        }
    }
    findings
}

fn is_latin(c: char) -> bool {
    c.script() == Script::Latin
}

/// The word in Latin letters, where every other letter has a look-alike.
fn latin(word: &str) -> Option<String> {
    let latin_of = |c: char| match c.script() {
        Script::Cyrillic | Script::Greek => {
            LOOK_ALIKES.iter().find(|(other, _)| *other == c).map(|&(_, latin)| latin)
        }
        _ => Some(c),
    };
    word.chars().map(latin_of).collect()
}

//! Full-width punctuation of Chinese and Japanese between words of Latin letters.

use crate::analysis::Analysis;
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Finds full-width marks that touch a Latin letter or a digit, on a line that is not East Asian itself.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in analysis.document.blocks() {
        let text = block.span.of(analysis.text());
        // U+3001 and U+3002 begin with E3 in UTF-8, the full-width forms with EF.
        for at in memchr::memchr2_iter(0xE3, 0xEF, text.as_bytes()) {
            let mut rest = text[at..].chars();
            let (Some(mark), next) = (rest.next(), rest.next()) else { continue };
            let Some(ascii) = ascii(mark) else { continue };
            let before = text[..at].chars().next_back();
            if !before.is_some_and(is_latin) && !next.is_some_and(is_latin) {
                continue;
            }
            let opens = ascii == '(';
            let joined = if opens { before } else { next }.is_some_and(char::is_alphanumeric);
            let written = match (joined, opens) {
                (true, true) => format!(" {ascii}"),
                (true, false) => format!("{ascii} "),
                (false, _) => ascii.to_string(),
            };
            let span = Span::new(at, at + mark.len_utf8()).shifted(block.span.start);
            findings.push(Finding::at(span).edit(Edit::replace(span, written)));
        }
    }
    findings
}

/// What English writes for a full-width mark.
const fn ascii(mark: char) -> Option<char> {
    Some(match mark {
        '，' | '、' => ',',
        '。' | '．' => '.',
        '；' => ';',
        '：' => ':',
        '！' => '!',
        '？' => '?',
        '（' => '(',
        '）' => ')',
        _ => return None,
    })
}

/// Whether `c` is a letter of the Latin alphabet, a digit, or a mark that stands behind one in English.
const fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..='\u{24f}' | ' ' | ')' | '%')
}

//! Characters that nobody sees and that break searching, sorting and spell-checking.

use unicode_script::{Script, UnicodeScript};

use super::super::neighbours::{after, before, is_gap};
use crate::analysis::Analysis;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Finds runs of invisible characters; joiners are left to the scripts and emoji that need them.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let mut findings: Vec<Finding> = Vec::new();
    let mut at = 0;
    while let Some(found) = memchr::memchr3(0xc2, 0xe2, 0xef, &text.as_bytes()[at..]) {
        let start = at + found;
        let run = &text[start..];
        let end = start + run.len() - run.trim_start_matches(is_invisible).len();
        at = end.max(text.ceil_char_boundary(start + 1));
        // U+FEFF at the head of the file is the byte-order mark.
        if end == start || start == 0 || !is_stray(text, start, end) {
            continue;
        }
        // Between two spaces, one of them goes as well.
        let spaced = before(text, start).is_none_or(is_gap) && after(text, end) == Some(' ');
        let finding = Finding::replace(Span::new(start, end + usize::from(spaced)), "");
        // A space of no width may stand where a space was meant.
        let between_words = text[start..end].contains('\u{200b}')
            && before(text, start).is_some_and(char::is_alphanumeric)
            && after(text, end).is_some_and(char::is_alphanumeric);
        findings.push(if between_words { finding.doubtful() } else { finding });
    }
    findings
}

/// ZERO WIDTH SPACE, WORD JOINER, ZERO WIDTH NO-BREAK SPACE, SOFT HYPHEN, and the two joiners.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Whether the run has no use between its neighbours.
fn is_stray(text: &str, start: usize, end: usize) -> bool {
    let needs_it = |c: char| {
        let writes_no_spaces =
            matches!(c.script(), Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar);
        let joined = !matches!(c.script(), Script::Latin | Script::Common);
        if text[start..end].contains(['\u{200c}', '\u{200d}']) {
            joined || !c.is_alphanumeric()
        } else {
            writes_no_spaces
        }
    };
    !before(text, start).is_some_and(needs_it) && !after(text, end).is_some_and(needs_it)
}

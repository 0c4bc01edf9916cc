//! Invisible characters that turn the direction of writing.

use unicode_script::{Script, UnicodeScript};

use crate::analysis::Analysis;
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Reports them in blocks that are written from left to right throughout.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let mut findings: Vec<Finding> = Vec::new();
    for block in analysis.document.blocks() {
        let inside = block.span.of(text);
        if inside.is_ascii() || !inside.contains(turns) || inside.chars().any(is_right_to_left) {
            continue;
        }
        for (at, c) in inside.char_indices().filter(|&(_, c)| turns(c)) {
            let start = block.span.start + at;
            let span = Span::new(start, start + c.len_utf8());
            match findings.last_mut() {
                Some(last) if last.span.end == start => {
                    last.span.end = span.end;
                    last.edits = vec![Edit::delete(last.span)];
                }
                _ => findings.push(
                    Finding::at(span)
                        .message(format!("an invisible mark of writing direction, U+{:04X}", u32::from(c)))
                        .edit(Edit::delete(span)),
                ),
            }
        }
    }
    findings
}

/// Embeddings, overrides, isolates and marks of direction.
fn turns(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Letters of the scripts that are written from right to left and met in the news.
fn is_right_to_left(c: char) -> bool {
    c.is_alphabetic()
        && matches!(
            c.script(),
            Script::Arabic | Script::Hebrew | Script::Syriac | Script::Thaana | Script::Nko | Script::Adlam
        )
}

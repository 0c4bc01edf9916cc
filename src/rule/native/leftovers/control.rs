//! Characters that have no shape of their own and no business in prose.

use crate::analysis::Analysis;
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Reports control characters, noncharacters and characters of private use, one finding a run.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let mut findings: Vec<Finding> = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        if let Some(kind) = Kind::of(c).filter(|_| !is_half(c, before)) {
            let span =
                Span::new(at, at + c.len_utf8() + if c == '\u{1b}' { sequence(&text[at + 1..]) } else { 0 });
            match findings.last_mut() {
                Some(last) if last.span.end == at => extend(last, span, kind),
                _ => findings.push(new(span, c, kind)),
            }
        }
        before = Some(c);
    }
    findings
}

/// Length in bytes of what ESCAPE makes a terminal obey (ECMA-48, control sequences): `[31m`.
fn sequence(rest: &str) -> usize {
    const LONGEST: usize = 32;
    let Some(parameters) = rest.strip_prefix('[') else { return 0 };
    let end = parameters.bytes().take(LONGEST).position(|b| matches!(b, b'@'..=b'~'));
    end.map_or(0, |end| 1 + end + 1)
}

/// What becomes of a character.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// It goes without trace.
    Nothing,
    /// A printer or a word processor breaks the line there.
    Break,
    /// Some font has a shape for it that nobody else knows.
    Private,
}

impl Kind {
    const fn of(c: char) -> Option<Self> {
        match c {
            '\t' | '\n' | '\r' => None,
            '\u{b}' | '\u{c}' | '\u{85}' => Some(Self::Break),
            '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}'
            | '\u{ffff}' => Some(Self::Nothing),
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Some(Self::Private),
            _ => None,
        }
    }
}

/// Whether `c` is the second half of a broken character, which `leftovers/mojibake` reports.
fn is_half(c: char, before: Option<char>) -> bool {
    ('\u{80}'..='\u{9f}').contains(&c) && before.is_some_and(|c| !c.is_ascii())
}

/// A finding for one character.
fn new(span: Span, c: char, kind: Kind) -> Finding {
    let what = if kind == Kind::Private { "a character of private use" } else { "a control character" };
    let finding = Finding::at(span).message(format!("{what}, U+{:04X}", u32::from(c)));
    match kind {
        Kind::Nothing => finding.edit(Edit::delete(span)),
        Kind::Break => finding.edit(Edit::replace(span, " ")),
        Kind::Private => finding,
    }
}

/// Takes one more character into the finding before it.
fn extend(last: &mut Finding, span: Span, kind: Kind) {
    last.span = last.span.cover(span);
    match last.edits.first_mut() {
        Some(edit) if kind != Kind::Private => {
            edit.span = last.span;
            if kind == Kind::Break {
                " ".clone_into(&mut edit.text);
            }
        }
        _ => last.edits.clear(),
    }
}

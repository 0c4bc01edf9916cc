//! A fix as one line: the words around as they will stand, what changes in colour.

use super::excerpt::{Cut, columns_between, reach_left, reach_right};
use super::glyph::{Glyph, LINE_END};
use super::paint::{Paint, Role};
use crate::diagnostic::{Applicability, Edit, Fix};
use crate::span::{LineIndex, Span};

/// Unchanged words on either side of what changes, in columns.
const MOST_CONTEXT: usize = 28;
/// Kept even where there is hardly room.
const LEAST_CONTEXT: usize = 8;
/// More edits than this are told by the fix's title.
const MOST_EDITS: usize = 8;

/// `fix: …` or `suggestion: …`, in about `width` columns.
pub(super) fn line(index: &LineIndex<'_>, fix: &Fix, width: usize, paint: Paint) -> String {
    let (name, role) = match fix.applicability {
        Applicability::Safe => ("fix", Role::Fix),
        Applicability::Unsafe => ("suggestion", Role::Suggestion),
    };
    let room = width.saturating_sub(name.len() + 2);
    let text = preview(index, &fix.edits, room, role, paint)
        .unwrap_or_else(|| paint.paint(role, &super::glyph::visible(&fix.title)));
    format!("{}: {text}", paint.paint(role, name))
}

/// The text after the edits; `None` where the title says it better.
fn preview(index: &LineIndex<'_>, edits: &[Edit], room: usize, role: Role, paint: Paint) -> Option<String> {
    let text = index.text();
    let in_order = edits.iter().all(|edit| fits(edit.span, text))
        && edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    if !in_order || !(1..=MOST_EDITS).contains(&edits.len()) || removes_much(text, edits, room) {
        return None;
    }
    let changed: usize = edits.iter().map(|edit| columns_of(&edit.text, room + 1)).sum();
    if changed > room {
        return None;
    }
    let context = ((room - changed) / (2 * edits.len())).clamp(LEAST_CONTEXT, MOST_CONTEXT);
    let mut line = Line::new(role);
    let first = edits.first()?.span.start;
    let before = reach_left(text, line_around(index, first), first, context);
    line.ellipsis(before.more, "… ");
    line.keep(Span::new(before.at, first).of(text));
    for (n, edit) in edits.iter().enumerate() {
        line.change(&edit.text);
        if let Some(next) = edits.get(n + 1) {
            line.between(index, Span::new(edit.span.end, next.span.start), context);
        } else {
            let after = to_right(index, edit.span.end, context);
            line.keep(Span::new(edit.span.end, after.at).of(text));
            line.ellipsis(after.more, " …");
        }
    }
    Some(line.painted(paint))
}

/// Whether a span is one of the text.
fn fits(span: Span, text: &str) -> bool {
    text.get(span.start..span.end).is_some()
}

/// Whether the edits remove so much that a line without it does not show what they do.
fn removes_much(text: &str, edits: &[Edit], room: usize) -> bool {
    edits.iter().filter(|edit| edit.text.is_empty()).any(|edit| {
        let gone = edit.span.of(text);
        columns_between(text, edit.span, room) > room / 2 || gone.contains(['\n', '\r'])
    })
}

/// Columns of a replacement; stops counting at `most`.
fn columns_of(text: &str, most: usize) -> usize {
    columns_between(text, Span::new(0, text.len()), most)
}

/// The line that byte `at` is on.
fn line_around(index: &LineIndex<'_>, at: usize) -> Span {
    let line = index.line_span(index.line_of(at));
    // Between `\r` and `\n` a place is behind the end of its line.
    Span::new(line.start, line.end.max(at))
}

fn to_right(index: &LineIndex<'_>, at: usize, columns: usize) -> Cut {
    reach_right(index.text(), line_around(index, at), at, columns)
}

/// The preview as it is put together.
struct Line {
    runs: Vec<(Role, String)>,
    /// The role of what changes.
    role: Role,
    /// Whether text was removed behind what is there.
    joint: bool,
}

impl Line {
    fn new(role: Role) -> Self {
        Self { runs: Vec::new(), role, joint: false }
    }

    /// Appends text that stays. Where something was removed inside a word, the word has changed.
    fn keep(&mut self, text: &str) {
        let text = drawn(text);
        let mut changed = 0;
        if std::mem::take(&mut self.joint)
            && !text.starts_with(char::is_whitespace)
            && let Some((Role::Plain, last)) = self.runs.last_mut()
            && !last.ends_with(char::is_whitespace)
        {
            let word = last.split_off(last.trim_end_matches(|c: char| !c.is_whitespace()).len());
            self.push(self.role, &word);
            changed = text.find(char::is_whitespace).unwrap_or(text.len());
        }
        self.push(self.role, &text[..changed]);
        self.push(Role::Plain, &text[changed..]);
    }

    /// Appends text that is new, if there is any.
    fn change(&mut self, text: &str) {
        self.push(self.role, &drawn(text));
        self.joint = text.is_empty();
    }

    /// Appends what stays between two edits, its middle left out where it is long.
    fn between(&mut self, index: &LineIndex<'_>, span: Span, context: usize) {
        let text = index.text();
        let after = to_right(index, span.start, context);
        let before = reach_left(text, line_around(index, span.end), span.end, context);
        if before.at <= after.at {
            self.keep(span.of(text));
        } else {
            self.keep(Span::new(span.start, after.at.min(span.end)).of(text));
            self.ellipsis(true, " … ");
            self.keep(Span::new(before.at.max(span.start), span.end).of(text));
        }
    }

    fn ellipsis(&mut self, cut: bool, text: &str) {
        if cut {
            self.push(Role::Faint, text);
        }
    }

    fn push(&mut self, role: Role, text: &str) {
        if !text.is_empty() {
            self.runs.push((role, text.to_owned()));
        }
    }

    fn painted(&self, paint: Paint) -> String {
        paint.line(&self.runs)
    }
}

/// Text of an article or of a rule, fit to print on one line.
fn drawn(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' => out.push_str(LINE_END),
            _ => Glyph::of(c, false).push(&mut out),
        }
    }
    out
}

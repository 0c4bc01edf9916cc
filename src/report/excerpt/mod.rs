//! Quotes the places of a diagnostic from the article and marks them.
//!
//! Drawn by hand, not by `annotate-snippets`: that crate has one window for all marks of a file, cuts lines
//! anywhere, and measures every line from end to end. A line of prose is a paragraph; two places in it may
//! be a thousand columns apart and want an excerpt each, cut between words.

mod row;
mod window;

use std::collections::{BTreeMap, BTreeSet};

use super::paint::{Paint, Role};
use crate::span::{LineIndex, Span};
pub(super) use window::{Cut, columns_between, reach_left, reach_right};

/// A place to mark.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// Where; an empty span is a point between characters.
    pub(super) span: Span,
    /// [`Role::Severity`] is underlined `^^^`, [`Role::Plain`] not at all, anything else `---`.
    pub(super) role: Role,
    /// What to say about it; printed as it stands, on one line.
    pub(super) message: Option<String>,
}

/// What is marked on one line.
#[derive(Debug, Clone)]
struct Piece {
    /// Inside the line, without its end.
    span: Span,
    role: Role,
    message: Option<String>,
    /// Whether the line end is marked, and nothing else of the line.
    line_end: bool,
}

/// An excerpt: rows of text with a margin of line numbers.
#[derive(Debug)]
pub(super) struct Excerpt {
    /// Columns of the greatest line number.
    pub(super) margin: usize,
    /// The lines to print, painted.
    pub(super) lines: Vec<String>,
}

/// A mark longer than this many lines is shown by its first two and its last.
const MOST_LINES: usize = 4;

/// Draws `marks` at most `width` columns wide, as far as their messages allow.
pub(super) fn draw(index: &LineIndex<'_>, marks: &[Mark], width: usize, paint: Paint) -> Excerpt {
    let (by_line, gaps) = split(index, marks);
    let last = by_line.keys().next_back().map_or(1, |line| line + 1);
    let margin = last.to_string().len();
    let budget = width.saturating_sub(margin + 3);
    let mut lines = Vec::new();
    for (&line, pieces) in &by_line {
        for row in window::rows(index.text(), index.line_span(line), pieces, budget) {
            let drawn = row::draw(index.text(), &row, budget, paint);
            let number = paint.paint(Role::Frame, &format!("{:>margin$} │", line + 1));
            let blank = paint.paint(Role::Frame, &format!("{:margin$} │", ""));
            let mut gutters = std::iter::once(&number).chain(std::iter::repeat(&blank));
            lines.extend(drawn.iter().zip(&mut gutters).map(|(text, gutter)| match text.as_str() {
                "" => gutter.clone(),
                text => format!("{gutter} {text}"),
            }));
        }
        if gaps.contains(&line) && !by_line.contains_key(&(line + 1)) {
            lines.push(paint.paint(Role::Frame, &format!("{:margin$} ⋮", "")));
        }
    }
    Excerpt { margin, lines }
}

/// The pieces of the marks by line (from 0), and the lines after which a mark goes on unseen.
fn split(index: &LineIndex<'_>, marks: &[Mark]) -> (BTreeMap<usize, Vec<Piece>>, BTreeSet<usize>) {
    let mut by_line: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
    let mut gaps = BTreeSet::new();
    for mark in marks {
        let span = snapped(mark.span, index.text());
        let first = index.line_of(span.start);
        // The end is exclusive: a span that ends with a line end does not touch the next line.
        let last = index.line_of(span.end.saturating_sub(1).max(span.start));
        let mut shown: Vec<usize> = (first..=last).take(MOST_LINES).collect();
        if last - first >= MOST_LINES {
            shown = vec![first, first + 1, last];
            gaps.insert(first + 1);
        }
        for line in shown {
            let whole = index.line_span(line);
            let start = span.start.clamp(whole.start, whole.end);
            let end = span.end.clamp(start, whole.end);
            by_line.entry(line).or_default().push(Piece {
                span: Span::new(start, end),
                role: mark.role,
                message: mark.message.clone().filter(|_| line == last),
                line_end: start == end && span.end > whole.end,
            });
        }
    }
    if let Some(line) = before_blank(index, by_line.keys().next().copied()) {
        let span = Span::empty(index.line_span(line).end);
        by_line.entry(line).or_default().push(Piece {
            span,
            role: Role::Plain,
            message: None,
            line_end: false,
        });
    }
    for pieces in by_line.values_mut() {
        pieces.sort_by_key(|piece| piece.span);
    }
    (by_line, gaps)
}

/// The line before `first` where that one is empty: an empty line alone does not say where it is.
fn before_blank(index: &LineIndex<'_>, first: Option<usize>) -> Option<usize> {
    let line = first?.checked_sub(1)?;
    let (before, blank) = (index.line_span(line), index.line_span(line + 1));
    (blank.is_empty() && !before.is_empty()).then_some(line)
}

/// The span inside the text and on character boundaries: a rule's slip must not cost the user the report.
fn snapped(span: Span, text: &str) -> Span {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    Span::new(start, text.ceil_char_boundary(span.end.clamp(start, text.len())))
}

#[cfg(test)]
mod tests;

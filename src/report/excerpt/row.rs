//! One row of an excerpt: the text, the line of marks under it, and the messages that belong to them.

use super::Piece;
use super::window::{Chunk, Row};
use crate::report::glyph::{ELLIPSIS, Glyph, LINE_END, columns};
use crate::report::paint::{Paint, Role};

/// A mark in columns.
struct Stroke<'p> {
    start: usize,
    /// Exclusive; after `start`.
    end: usize,
    role: Role,
    message: Option<&'p str>,
}

/// Draws a row: its text first, then what stands under it.
pub(super) fn draw(text: &str, row: &Row, budget: usize, paint: Paint) -> Vec<String> {
    let mut canvas = Canvas::default();
    for (n, chunk) in row.chunks.iter().enumerate() {
        canvas.chunk(text, chunk, n > 0, &row.pieces);
    }
    if let Some(piece) = row.pieces.iter().find(|piece| piece.line_end) {
        canvas.put(piece.role, LINE_END, 1);
    }
    let strokes = strokes(&canvas, &row.pieces);
    let mut lines = vec![canvas.painted(paint)];
    if !strokes.is_empty() {
        lines.extend(under(&strokes, budget, paint));
    }
    lines
}

/// The text of a row as it is put together.
#[derive(Default)]
struct Canvas {
    runs: Vec<(Role, String)>,
    columns: usize,
    /// Byte and column of every glyph, in order.
    stops: Vec<(usize, usize)>,
}

impl Canvas {
    /// Appends a chunk with its ellipses.
    fn chunk(&mut self, text: &str, chunk: &Chunk, joined: bool, pieces: &[Piece]) {
        if joined {
            self.put(Role::Plain, " ", 1);
        }
        if chunk.cut_left {
            self.put(Role::Faint, ELLIPSIS, 1);
            self.put(Role::Plain, " ", 1);
        }
        for (at, c) in chunk.span.of(text).char_indices() {
            let byte = chunk.span.start + at;
            let meant = shortest_around(pieces, byte);
            let role = meant.map_or(Role::Plain, |piece| piece.role);
            let glyph = Glyph::of(c, meant.is_some());
            let alone = byte == chunk.span.start || pieces.iter().any(|piece| piece.span.start == byte);
            self.stops.push((byte, self.columns));
            if matches!(glyph, Glyph::Combining(_)) && alone {
                // A combining mark without its base gets the dotted circle that Unicode charts use.
                self.put(role, "◌", 1);
            }
            let mut drawn = String::new();
            glyph.push(&mut drawn);
            self.put(role, &drawn, glyph.width());
        }
        self.stops.push((chunk.span.end, self.columns));
        let hole = chunk.cut_right && !pieces.iter().any(|piece| piece.span.end > chunk.span.end);
        if hole {
            self.put(Role::Plain, " ", 1);
            self.put(Role::Faint, ELLIPSIS, 1);
        }
    }

    /// Appends a text of known width.
    fn put(&mut self, role: Role, text: &str, columns: usize) {
        match self.runs.last_mut() {
            Some((last, run)) if *last == role => run.push_str(text),
            _ => self.runs.push((role, text.to_owned())),
        }
        self.columns += columns;
    }

    /// The column at which byte `byte` of the file is drawn, or would be.
    fn column(&self, byte: usize) -> usize {
        let stop = self.stops.partition_point(|&(at, _)| at < byte);
        self.stops.get(stop).or(self.stops.last()).map_or(0, |&(_, column)| column)
    }

    /// The text with its colours.
    fn painted(&self, paint: Paint) -> String {
        paint.line(&self.runs)
    }
}

/// The shortest piece that has byte `byte` inside.
fn shortest_around(pieces: &[Piece], byte: usize) -> Option<&Piece> {
    pieces
        .iter()
        .filter(|piece| piece.span.start <= byte && byte < piece.span.end)
        .min_by_key(|piece| (piece.span.len(), !matches!(piece.role, Role::Severity(_))))
}

/// The pieces in columns, from left to right.
fn strokes<'p>(canvas: &Canvas, pieces: &'p [Piece]) -> Vec<Stroke<'p>> {
    let mut strokes: Vec<Stroke<'p>> = pieces
        .iter()
        .filter(|piece| piece.role != Role::Plain)
        .map(|piece| {
            let start = canvas.column(piece.span.start);
            Stroke {
                start,
                end: canvas.column(piece.span.end).max(start + 1),
                role: piece.role,
                message: piece.message.as_deref(),
            }
        })
        .collect();
    strokes.sort_by_key(|stroke| (stroke.start, stroke.end));
    strokes
}

/// Whether this is the place itself, not a related one.
fn is_place(stroke: &Stroke<'_>) -> bool {
    matches!(stroke.role, Role::Severity(_))
}

/// The line of marks, with the messages that fit behind their own, and the lines of the other messages.
fn under(strokes: &[Stroke<'_>], budget: usize, paint: Paint) -> Vec<String> {
    let mut line = Line::default();
    let mut by_length: Vec<&Stroke<'_>> = strokes.iter().collect();
    // The shorter mark stays visible on a longer one, and the place itself on a related one.
    by_length.sort_by_key(|stroke| (std::cmp::Reverse(stroke.end - stroke.start), is_place(stroke)));
    for stroke in by_length {
        let sign = if is_place(stroke) { "^" } else { "-" };
        line.write(stroke.start, stroke.role, &sign.repeat(stroke.end - stroke.start));
    }
    for place in strokes.iter().filter(|stroke| is_place(stroke)) {
        if !line.shows(place.start, place.end, place.role) {
            line.write(place.start, place.role, &"^".repeat(place.end - place.start));
        }
    }
    let mut hanging = Vec::new();
    for stroke in strokes {
        let Some(message) = stroke.message else { continue };
        let (start, end) = (stroke.end + 1, stroke.end + 1 + columns(message));
        if end <= budget && line.is_free(stroke.end, end + 1) {
            line.write(start, stroke.role, message);
        } else {
            hanging.push(stroke);
        }
    }
    let mut lines = vec![line.painted(paint)];
    while let Some(stroke) = hanging.pop() {
        lines.push(hung(stroke, &hanging, budget, paint));
    }
    lines
}

/// A message below its mark, with bars for the marks whose messages come further down.
fn hung(stroke: &Stroke<'_>, waiting: &[&Stroke<'_>], budget: usize, paint: Paint) -> String {
    let message = stroke.message.unwrap_or_default();
    let mut line = Line::default();
    let mut least = 0;
    for other in waiting.iter().filter(|other| other.start < stroke.start) {
        line.write(other.start, other.role, "│");
        least = least.max(other.start + 2);
    }
    let latest = budget.saturating_sub(columns(message));
    line.write(stroke.start.min(latest.max(least)), stroke.role, message);
    line.painted(paint)
}

/// A line addressed by columns.
#[derive(Default)]
struct Line {
    cells: Vec<Option<(Role, char)>>,
}

impl Line {
    /// Writes over what stands at `column`; a wide character takes its first column and empties the next.
    fn write(&mut self, column: usize, role: Role, text: &str) {
        let mut at = column;
        for c in text.chars() {
            let wide = columns(c.encode_utf8(&mut [0; 4])).max(1);
            if self.cells.len() < at + wide {
                self.cells.resize(at + wide, Some((Role::Plain, ' ')));
            }
            self.cells[at] = Some((role, c));
            for rest in &mut self.cells[at + 1..at + wide] {
                *rest = None;
            }
            at += wide;
        }
    }

    /// Whether something of `role` stands from column `start` up to `end`.
    fn shows(&self, start: usize, end: usize, role: Role) -> bool {
        let cells = self.cells.get(start..end).unwrap_or_default();
        cells.iter().flatten().any(|cell| cell.0 == role)
    }

    /// Whether nothing stands from column `start` up to `end`.
    fn is_free(&self, start: usize, end: usize) -> bool {
        let mut cells = self.cells.iter().skip(start).take(end.saturating_sub(start));
        cells.all(|cell| matches!(cell, Some((Role::Plain, ' '))))
    }

    /// The line with its colours.
    fn painted(&self, paint: Paint) -> String {
        let mut out = String::new();
        let cells: Vec<(Role, char)> = self.cells.iter().flatten().copied().collect();
        for run in cells.chunk_by(|a, b| a.0 == b.0) {
            let text: String = run.iter().map(|&(_, c)| c).collect();
            paint.push(&mut out, run[0].0, &text);
        }
        out
    }
}

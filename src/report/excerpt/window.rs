//! Which stretches of a long line are shown: those with marks, and as many words around as there is room.

use super::Piece;
use crate::report::glyph::{self, Glyph};
use crate::span::Span;

/// A stretch of a line that is shown without a gap.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk {
    pub(super) span: Span,
    /// Whether the line goes on before it.
    pub(super) cut_left: bool,
    /// Whether the line goes on behind it.
    pub(super) cut_right: bool,
}

/// One row of an excerpt: one chunk, or the two ends of a mark that is too long to show.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) chunks: Vec<Chunk>,
    pub(super) pieces: Vec<Piece>,
}

/// Where a walk along the line stopped.
#[derive(Debug, Clone, Copy)]
pub(in crate::report) struct Cut {
    /// Byte.
    pub(in crate::report) at: usize,
    /// Whether the line goes on beyond.
    pub(in crate::report) more: bool,
    /// Columns from the start of the walk.
    pub(in crate::report) columns: usize,
}

/// Columns that `… ` takes.
const ELLIPSIS_COLUMNS: usize = 2;
/// A cut between words may leave this many columns unused; beyond that it goes through a word.
const MOST_UNUSED: usize = 24;
/// So much room is not left empty where no word fits at all.
const WORTH_FILLING: usize = 12;
/// Context kept on either side of a mark whose message wants the room.
const LEAST_CONTEXT: usize = 16;
/// Columns of context before and after a mark that is too long to show.
const LONG_CONTEXT: usize = 12;

/// Distributes the pieces of one line, sorted by position, over rows of at most `budget` columns.
pub(super) fn rows(text: &str, line: Span, pieces: &[Piece], budget: usize) -> Vec<Row> {
    let longest = budget.saturating_sub(2 * ELLIPSIS_COLUMNS);
    let too_long = |span: Span| columns_between(text, span, longest + 1) > longest;
    let (long, short): (Vec<&Piece>, Vec<&Piece>) = pieces.iter().partition(|piece| too_long(piece.span));
    let mut rows: Vec<Row> = long
        .into_iter()
        .map(|piece| Row { chunks: ends(text, line, piece.span, budget), pieces: vec![piece.clone()] })
        .collect();
    let mut group: Vec<Piece> = Vec::new();
    for piece in short {
        let inside = |row: &&mut Row| row.chunks.iter().any(|chunk| chunk.span.contains(piece.span));
        if let Some(row) = rows.iter_mut().find(inside) {
            row.pieces.push(piece.clone());
            continue;
        }
        let near = budget * 3 / 4;
        let grown = around(&group).map_or(piece.span, |group| group.cover(piece.span));
        if !group.is_empty() && columns_between(text, grown, near + 1) > near {
            rows.push(plain_row(text, line, std::mem::take(&mut group), budget));
        }
        group.push(piece.clone());
    }
    if !group.is_empty() {
        rows.push(plain_row(text, line, group, budget));
    }
    rows.sort_by_key(|row| row.chunks[0].span);
    rows
}

/// The span around all pieces.
fn around(pieces: &[Piece]) -> Option<Span> {
    pieces.iter().map(|piece| piece.span).reduce(Span::cover)
}

/// A row of one chunk around pieces that fit into it.
fn plain_row(text: &str, line: Span, pieces: Vec<Piece>, budget: usize) -> Row {
    let core = around(&pieces).unwrap_or(line);
    let last = pieces.iter().max_by_key(|piece| piece.span.end);
    let message = last.and_then(|piece| piece.message.as_deref());
    let room = message.map_or(0, |message| glyph::columns(message) + 1);
    Row { chunks: vec![chunk_around(text, line, core, budget, room)], pieces }
}

/// The chunk around `core`, with a message `room` columns wide to go behind it on the next row.
fn chunk_around(text: &str, line: Span, core: Span, budget: usize, room: usize) -> Chunk {
    // A point behind the last character, or a line end, takes one column more.
    let wide = columns_between(text, core, budget) + 1;
    let spare = budget.saturating_sub(wide);
    // One more than `spare` stands for anything that does not fit.
    let needed = |cut: Cut| if cut.more { spare + 1 } else { cut.columns };
    let left = needed(walk_left(text, line, core.start, spare));
    let right = needed(walk_right(text, line, core.end, spare));
    let most_left = spare.saturating_sub(room).max(LEAST_CONTEXT.min(spare));
    let fair = if right < spare / 2 { spare - right } else { spare / 2 };
    let before = if left + right <= spare { left } else { fair };
    let before = before.min(most_left);
    let start = reach_left(text, line, core.start, before);
    let end = reach_right(text, line, core.end, spare.saturating_sub(start.columns));
    Chunk { span: Span::new(start.at, end.at), cut_left: start.more, cut_right: end.more }
}

/// The two ends of a long mark, with a few words around.
fn ends(text: &str, line: Span, mark: Span, budget: usize) -> Vec<Chunk> {
    let half = budget.saturating_sub(ELLIPSIS_COLUMNS + 1) / 2;
    let context = LONG_CONTEXT.min(half / 3);
    let before = reach_left(text, line, mark.start, context);
    let head = reach_right(text, mark, mark.start, half.saturating_sub(before.columns));
    let after = reach_right(text, line, mark.end, context);
    let tail = reach_left(text, mark, mark.end, half.saturating_sub(after.columns));
    let first = Chunk { span: Span::new(before.at, head.at), cut_left: before.more, cut_right: true };
    let second =
        Chunk { span: Span::new(tail.at.max(head.at), after.at), cut_left: true, cut_right: after.more };
    vec![first, second]
}

/// From `from` to the left as far as words fit into `columns`, the ellipsis included where one is needed.
pub(in crate::report) fn reach_left(text: &str, line: Span, from: usize, columns: usize) -> Cut {
    let whole = walk_left(text, line, from, columns);
    if !whole.more {
        return whole;
    }
    let room = columns.saturating_sub(ELLIPSIS_COLUMNS);
    let hard = walk_left(text, line, from, room);
    let piece = &text[hard.at..from];
    let between_words = text[line.start..hard.at].ends_with(char::is_whitespace);
    let word = if between_words { Some(0) } else { piece.find(char::is_whitespace) };
    let tail = word.map_or("", |at| piece[at..].trim_start());
    settle(text, from, from - tail.len(), hard, room)
}

/// From `from` to the right as far as words fit into `columns`, the ellipsis included where one is needed.
pub(in crate::report) fn reach_right(text: &str, line: Span, from: usize, columns: usize) -> Cut {
    let whole = walk_right(text, line, from, columns);
    if !whole.more {
        return whole;
    }
    let room = columns.saturating_sub(ELLIPSIS_COLUMNS);
    let hard = walk_right(text, line, from, room);
    let piece = &text[from..hard.at];
    let between_words = text[hard.at..line.end].starts_with(char::is_whitespace);
    let word = if between_words { Some(piece.len()) } else { piece.rfind(char::is_whitespace) };
    let head = word.map_or("", |at| piece[..at].trim_end());
    settle(text, from, from + head.len(), hard, room)
}

/// The cut `at` between words, unless it wastes too much room; then the hard cut.
fn settle(text: &str, from: usize, at: usize, hard: Cut, room: usize) -> Cut {
    let words = Span::new(from.min(at), from.max(at));
    let columns = columns_between(text, words, room + 1);
    let wasted = room.saturating_sub(columns);
    let wasteful = wasted > MOST_UNUSED || (words.is_empty() && wasted > WORTH_FILLING);
    if wasteful && hard.columns > columns {
        return Cut { columns: hard.columns + ELLIPSIS_COLUMNS, ..hard };
    }
    Cut { at, more: true, columns: columns + ELLIPSIS_COLUMNS }
}

/// Columns of a span whose every character is meant; `most` where it is as wide, or too long to look at.
pub(in crate::report) fn columns_between(text: &str, span: Span, most: usize) -> usize {
    let mut columns = 0;
    for (n, c) in span.of(text).chars().enumerate() {
        let glyph = Glyph::of(c, true);
        let alone = n == 0 && matches!(glyph, Glyph::Combining(_));
        columns += glyph.width() + usize::from(alone);
        if columns >= most || n >= most_chars(most) {
            return most;
        }
    }
    columns
}

/// From `from` to the left, character by character.
fn walk_left(text: &str, line: Span, from: usize, columns: usize) -> Cut {
    let chars = text[line.start..from].chars().rev();
    let (bytes, columns) = walk(chars, columns, true);
    let at = from - bytes;
    Cut { at, more: at > line.start, columns }
}

/// From `from` to the right, character by character.
fn walk_right(text: &str, line: Span, from: usize, columns: usize) -> Cut {
    let (bytes, columns) = walk(text[from..line.end].chars(), columns, false);
    let at = from + bytes;
    Cut { at, more: at < line.end, columns }
}

/// How many bytes of `chars` fit into `columns`, and how many columns they take.
///
/// A base and its combining marks stay together: backwards, marks count only once their base does.
fn walk(chars: impl Iterator<Item = char>, columns: usize, backwards: bool) -> (usize, usize) {
    let (mut bytes, mut used) = (0, 0);
    let mut marks = 0;
    for c in chars.take(most_chars(columns)) {
        // As wide as it can get: whether a mark will lie on it is not known here.
        let glyph = Glyph::of(c, true);
        if backwards && matches!(glyph, Glyph::Combining(_)) {
            marks += c.len_utf8();
            continue;
        }
        if used + glyph.width() > columns {
            break;
        }
        used += glyph.width();
        bytes += c.len_utf8() + std::mem::take(&mut marks);
    }
    (bytes, used)
}

/// How many characters are looked at for so many columns: some take none, and there may be millions.
const fn most_chars(columns: usize) -> usize {
    64 + 4 * columns
}

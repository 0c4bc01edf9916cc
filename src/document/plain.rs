//! Plain text to blocks.
//!
//! Plain text does not say where its paragraphs end. Blank lines do, where there are any; between them a
//! line is either a paragraph of its own or a piece of one that was wrapped at some column. [`is_wrapped`]
//! decides that for each run of lines, [`super::kind`] decides what a block is.

use super::kind::{self, Neighbours};
use super::{Block, BlockKind};
use crate::span::Span;

/// Nobody wraps prose at a wider column, in characters.
const WIDEST_COLUMN: usize = 120;

/// The blocks of a plain text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut drafts = Vec::new();
    let mut run = Vec::new();
    let mut after_blank = true;
    for line in lines(text) {
        if line.marker == Marker::Blank {
            join(text, &mut run, &mut drafts);
            after_blank = true;
            continue;
        }
        // A marker begins a block of its own; lines under a list entry may be its wrapped rest.
        let is_alone = |line: &Line| matches!(line.marker, Marker::Quotation | Marker::Rule);
        if line.marker != Marker::None || run.last().is_some_and(is_alone) {
            join(text, &mut run, &mut drafts);
        }
        run.push(Line { after_blank, ..line });
        after_blank = false;
    }
    join(text, &mut run, &mut drafts);
    classify(text, &drafts)
}

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    /// Nothing but white space and characters of no width: it separates blocks.
    Blank,
    /// Prose.
    None,
    /// `- `, `* `, `• ` or a number with a full stop. A dash (`— I am leaving, he said`) opens speech.
    List,
    /// `> `
    Quotation,
    /// No letter or digit at all, as in `* * *`.
    Rule,
}

/// One line of the file.
#[derive(Debug, Clone, Copy)]
struct Line {
    /// The line without its end and without white space behind.
    whole: Span,
    /// The line without its marker and without white space on either side.
    content: Span,
    marker: Marker,
    after_blank: bool,
}

/// A block whose kind is still to be found.
#[derive(Debug, Clone, Copy)]
struct Draft {
    span: Span,
    marker: Marker,
    after_blank: bool,
}

/// The lines of the text, which end at `\n`, `\r\n` or a lone `\r`.
fn lines(text: &str) -> impl Iterator<Item = Line> {
    let bytes = text.as_bytes();
    let ends = memchr::memchr2_iter(b'\n', b'\r', bytes).chain([bytes.len()]);
    // The byte-order mark belongs to the file, not to its first line. Between `\r` and `\n` stands an empty
    // line that is none.
    let mut start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    ends.filter_map(move |end| {
        let span = Span::new(start, end);
        start = end + 1;
        let is_inside_crlf =
            span.is_empty() && end > 0 && bytes[end - 1] == b'\r' && bytes.get(end) == Some(&b'\n');
        (!is_inside_crlf).then(|| line(text, span))
    })
}

/// The line at `span`.
fn line(text: &str, span: Span) -> Line {
    let whole = trimmed_end(text, span);
    let mut content = trimmed_start(text, whole);
    let (mut marker, len) = marker(content.of(text));
    if marker == Marker::List || marker == Marker::Quotation {
        let behind = Span::new(content.start + len, content.end);
        let inside = trimmed_start(text, behind);
        if inside.of(text).contains(char::is_alphanumeric) {
            content = inside;
        } else {
            marker = Marker::Rule;
        }
    }
    Line { whole, content, marker, after_blank: false }
}

fn trimmed_start(text: &str, span: Span) -> Span {
    Span::new(span.end - span.of(text).trim_start().len(), span.end)
}

fn trimmed_end(text: &str, span: Span) -> Span {
    Span::new(span.start, span.start + span.of(text).trim_end().len())
}

/// The marker at the start of a line and its length in bytes.
fn marker(line: &str) -> (Marker, usize) {
    if let Some(len) = quotation_marker(line) {
        return (Marker::Quotation, len);
    }
    let digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let sign = match line.chars().next() {
        None => return (Marker::Blank, 0),
        Some(sign @ ('-' | '*' | '•')) => sign.len_utf8(),
        Some(_) if digits > 0 && line[digits..].starts_with('.') => digits + 1,
        Some(_) => 0,
    };
    if sign > 0 && line[sign..].starts_with(char::is_whitespace) {
        return (Marker::List, sign);
    }
    if line.contains(char::is_alphanumeric) {
        return (Marker::None, 0);
    }
    let has_width =
        |c: char| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let marker = if line.contains(has_width) { Marker::Rule } else { Marker::Blank };
    (marker, 0)
}

/// Length of the markers of a quotation, one for each level: `> `, `> > ` or `>> `.
fn quotation_marker(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
    let marker = &line[..line.len() - rest.len()];
    let is_set_off = rest.is_empty() || marker.ends_with(char::is_whitespace);
    (marker.starts_with('>') && is_set_off).then_some(marker.len())
}

/// Turns a run of lines into one block, if it is one wrapped paragraph, or into several.
fn join(text: &str, run: &mut Vec<Line>, drafts: &mut Vec<Draft>) {
    let full = is_wrapped(text, run);
    let mut joins_before = false;
    for (line, is_full) in run.drain(..).zip(full) {
        match drafts.last_mut() {
            Some(last) if joins_before => last.span.end = line.content.end,
            _ => {
                drafts.push(Draft { span: line.content, marker: line.marker, after_blank: line.after_blank });
            }
        }
        joins_before = is_full;
    }
}

/// For each line of a run, whether it was broken off because the next word did not fit.
///
/// A line is full if the first word of the next one would have made it wider than the widest line of the
/// run: that holds for every line but the last of a paragraph that was wrapped at a column, whatever the
/// column. It can hold for a paragraph a line by chance, so the run is taken as wrapped only if
/// - its widest line is no wider than [`WIDEST_COLUMN`],
/// - at least half of the lines before the last are full,
/// - at least one full line breaks off inside a sentence: it ends without a mark that ends one, and the next
///   line begins with a small letter,
/// - no line that is not full breaks off in this way.
///
/// A line that is not full ends its paragraph, or is a heading over it.
fn is_wrapped(text: &str, run: &[Line]) -> Vec<bool> {
    let mut full = vec![false; run.len()];
    if run.len() < 2 || run.iter().any(|line| line.whole.len() > 4 * WIDEST_COLUMN) {
        return full;
    }
    let width = |span: Span| span.of(text).chars().count();
    let widest = run.iter().map(|line| width(line.whole)).max().unwrap_or(0);
    if widest > WIDEST_COLUMN {
        return full;
    }
    let mut breaks_off_when_full = false;
    for (at, pair) in run.windows(2).enumerate() {
        let next = pair[1].content.of(text);
        let first_word = next.split_whitespace().next().unwrap_or("");
        full[at] = width(pair[0].whole) + 1 + first_word.chars().count() > widest;
        let breaks_off = kind::breaks_off(pair[0].content.of(text), next);
        if breaks_off && !full[at] {
            return vec![false; run.len()];
        }
        breaks_off_when_full |= breaks_off;
    }
    let count = full.iter().filter(|&&is_full| is_full).count();
    if !breaks_off_when_full || count * 2 < run.len() - 1 {
        return vec![false; run.len()];
    }
    full
}

/// Gives every draft its kind.
fn classify(text: &str, drafts: &[Draft]) -> Vec<Block> {
    let kind = |(at, draft): (usize, &Draft)| match draft.marker {
        Marker::List => BlockKind::ListItem,
        Marker::Quotation => BlockKind::Quotation,
        Marker::Rule | Marker::Blank => BlockKind::Paragraph,
        Marker::None => {
            let next = drafts.get(at + 1);
            let neighbours = Neighbours {
                is_first: at == 0,
                next: next.map(|next| next.span.of(text)),
                next_after_blank: next.is_some_and(|next| next.after_blank),
            };
            kind::of(draft.span.of(text), neighbours)
        }
    };
    let blocks =
        drafts.iter().enumerate().map(|(at, draft)| Block { kind: kind((at, draft)), span: draft.span });
    blocks.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<(BlockKind, &str)> {
        let blocks = blocks(text);
        blocks.iter().map(|block| (block.kind, block.span.of(text))).collect()
    }

    fn texts(text: &str) -> Vec<&str> {
        split(text).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn lines_end_in_three_ways() {
        assert_eq!(
            texts("It rained.\r\nIt poured.\rIt froze.\n\r\n\n It thawed.\u{a0}\r\n"),
            ["It rained.", "It poured.", "It froze.", "It thawed."]
        );
    }

    #[test]
    fn the_byte_order_mark_is_outside_and_other_invisible_characters_are_inside() {
        assert_eq!(
            texts("\u{feff}It rained.\n\u{200b}It poured.\u{200b}"),
            ["It rained.", "\u{200b}It poured.\u{200b}"]
        );
        assert_eq!(texts("\u{feff}\n\u{200b}\n\u{a0}"), [] as [&str; 0]);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let wrapped = "The night ferry takes on a pilot near the old\nlighthouse, and passengers sleep until seven or\nso in the lounge.";
        assert_eq!(split(wrapped), [(BlockKind::Paragraph, wrapped)]);
        let two =
            format!("{wrapped}\nIt sails every other Friday in the winter\nmonths, weather permitting.");
        assert_eq!(texts(&two), [wrapped, &two[wrapped.len() + 1..]]);
        assert_eq!(texts("He spoke of\r\nof the plan."), ["He spoke of\r\nof the plan."]);
    }

    #[test]
    fn a_heading_over_wrapped_lines_stays_apart() {
        let text = "The night boat\nThe night ferry takes on a pilot near the old\nlighthouse, and passengers sleep.";
        assert_eq!(
            split(text),
            [(BlockKind::Heading, "The night boat"), (BlockKind::Paragraph, &text[15..])]
        );
    }

    #[test]
    fn a_line_can_be_a_paragraph() {
        let lines = [
            "The night ferry takes on a pilot.",
            "It carries eighty lorries.",
            "The captain spoke of a calm crossing.",
        ];
        assert_eq!(texts(&lines.join("\n")), lines);
        let long = "word ".repeat(30) + "end of the line without a stop";
        let lower = format!("{long}\nand more words.");
        assert_eq!(texts(&lower).len(), 2, "no prose is wrapped as wide as that");
    }

    #[test]
    fn markers_are_outside_and_dashes_are_speech() {
        assert_eq!(
            split(
                "- bread\n* milk\n• salt\n12. flour\n> It is late.\n> > Is it?\n— We shall wait, he said.\n-5 degrees.\n>x"
            ),
            [
                (BlockKind::ListItem, "bread"),
                (BlockKind::ListItem, "milk"),
                (BlockKind::ListItem, "salt"),
                (BlockKind::ListItem, "flour"),
                (BlockKind::Quotation, "It is late."),
                (BlockKind::Quotation, "Is it?"),
                (BlockKind::Paragraph, "— We shall wait, he said."),
                (BlockKind::Paragraph, "-5 degrees."),
                (BlockKind::Paragraph, ">x"),
            ]
        );
        assert_eq!(split("* * *\n"), [(BlockKind::Paragraph, "* * *")]);
    }

    #[test]
    fn the_wrapped_rest_of_a_list_entry_belongs_to_it() {
        let text = "- a pilot for the ferry near the old\n  lighthouse\n- eighty lorries";
        assert_eq!(
            split(text),
            [
                (BlockKind::ListItem, "a pilot for the ferry near the old\n  lighthouse"),
                (BlockKind::ListItem, "eighty lorries"),
            ]
        );
    }
}

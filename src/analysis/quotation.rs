//! Quotations: which marks belong together, over paragraphs and inside of one another.

use super::mark::{Glyph, Mark};
use super::pairing::{self, Action};
use crate::document::Document;
use crate::span::Span;

/// A stretch of quoted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// Index of the mark that opens it; `None` where it is missing.
    pub open: Option<usize>,
    /// Index of the mark that closes it; `None` where it is missing.
    pub close: Option<usize>,
    /// Whether it stands in single marks.
    pub single: bool,
    /// From its opening mark to its closing mark, both included. Where one of them is missing: to the end of
    /// its paragraph or to the next opening mark, and from the end of the mark or the start of the paragraph before.
    pub span: Span,
}

/// The double marks that an article uses, by majority; curly where it uses none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuoteStyle {
    /// The mark that opens.
    pub open: &'static str,
    /// The mark that closes.
    pub close: &'static str,
}

impl QuoteStyle {
    /// `“…”`
    pub const CURLY: Self = Self { open: "“", close: "”" };
    /// `"…"`
    pub const STRAIGHT: Self = Self { open: "\"", close: "\"" };

    /// The style of most of `marks`.
    pub(super) fn of(marks: &[Mark]) -> Self {
        let count = |glyphs: &[Glyph]| marks.iter().filter(|mark| glyphs.contains(&mark.glyph)).count();
        let straight = count(&[Glyph::Straight]);
        if straight > count(&[Glyph::Left, Glyph::Right]) { Self::STRAIGHT } else { Self::CURLY }
    }
}

/// Gives every mark its role and pairs them.
pub(super) fn pair(document: &Document, mut marks: Vec<Mark>) -> (Vec<Mark>, Vec<Quotation>) {
    let mut quotations = Vec::new();
    for single in [false, true] {
        let chosen: Vec<usize> = (0..marks.len()).filter(|&n| marks[n].glyph.is_single() == single).collect();
        let actions = pairing::read(document, &marks, &chosen);
        replay(document, &mut marks, &chosen, &actions, single, &mut quotations);
    }
    sort(&mut marks, &mut quotations);
    (marks, quotations)
}

/// Turns the actions on the marks `chosen` into roles and quotations.
fn replay(
    document: &Document,
    marks: &mut [Mark],
    chosen: &[usize],
    actions: &[(Action, bool)],
    single: bool,
    quotations: &mut Vec<Quotation>,
) {
    let mut open: Vec<usize> = Vec::new();
    let mut behind = 0;
    let mut last_block = 0;
    for (&n, &(action, gave_up)) in chosen.iter().zip(actions) {
        let mark = &mut marks[n];
        mark.role = action.role();
        if gave_up {
            for left in open.drain(..) {
                end_of_block(document, marks, &mut quotations[left]);
            }
        }
        // What is quoted inside of a quotation does not run over the end of its paragraph.
        if marks[n].block != last_block {
            last_block = marks[n].block;
            for left in open.drain(1.min(open.len())..) {
                end_of_block(document, marks, &mut quotations[left]);
            }
        }
        let mark = &mut marks[n];
        let block = document.blocks()[mark.block].span;
        match action {
            Action::Open | Action::OpenInner | Action::OpenAnew => {
                if action == Action::OpenAnew
                    && let Some(left) = open.pop()
                {
                    quotations[left].span.end = mark.span.start;
                }
                open.push(quotations.len());
                mark.quotation = Some(quotations.len());
                quotations.push(Quotation { open: Some(n), close: None, single, span: mark.span });
            }
            Action::Close | Action::CloseOuter => {
                if action == Action::CloseOuter
                    && let Some(left) = open.pop()
                {
                    quotations[left].span.end = mark.span.start;
                }
                if let Some(closed) = open.pop() {
                    mark.quotation = Some(closed);
                    quotations[closed].close = Some(n);
                    quotations[closed].span.end = mark.span.end;
                }
            }
            Action::CloseUnopened => {
                mark.quotation = Some(quotations.len());
                let span = Span::new(block.start.max(behind), mark.span.end);
                quotations.push(Quotation { open: None, close: Some(n), single, span });
            }
            Action::Reopen => mark.quotation = open.last().copied(),
            Action::Apostrophe | Action::Prime | Action::Repeat => {}
        }
        if !matches!(action, Action::Apostrophe | Action::Prime) {
            behind = mark.span.end;
        }
    }
    for left in open {
        end_of_block(document, marks, &mut quotations[left]);
    }
}

/// Ends a quotation that is never closed with its paragraph.
fn end_of_block(document: &Document, marks: &[Mark], quotation: &mut Quotation) {
    if let Some(open) = quotation.open {
        quotation.span.end = document.blocks()[marks[open].block].span.end;
    }
}

/// The blocks in which a double mark lacks its partner, in order.
pub(super) fn torn_blocks(marks: &[Mark], quotations: &[Quotation]) -> Vec<usize> {
    let torn = quotations.iter().filter(|quotation| !quotation.single);
    let torn = torn.filter(|quotation| quotation.open.is_none() || quotation.close.is_none());
    let mut blocks: Vec<usize> = torn
        .filter_map(|quotation| quotation.open.or(quotation.close))
        .map(|mark| marks[mark].block)
        .collect();
    blocks.sort_unstable();
    blocks.dedup();
    blocks
}

/// Puts the quotations in the order of their spans.
fn sort(marks: &mut [Mark], quotations: &mut Vec<Quotation>) {
    let mut order: Vec<usize> = (0..quotations.len()).collect();
    order.sort_by_key(|&n| quotations[n].span);
    let mut place = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    for mark in marks {
        mark.quotation = mark.quotation.map(|old| place[old]);
    }
    *quotations = order.into_iter().map(|old| quotations[old]).collect();
}

#[cfg(test)]
mod tests {
    use super::super::mark::{self, Role};
    use super::*;

    /// The text with `‹…›` around each quotation, `?` for a missing end, and nothing around apostrophes.
    fn read(text: &str) -> String {
        let document = Document::plain(text);
        let (marks, quotations) = pair(&document, mark::marks(&document));
        let mut out = String::new();
        let mut at = 0;
        for mark in &marks {
            out += &text[at..mark.span.start];
            at = mark.span.end;
            let missing =
                mark.quotation.is_some_and(|q| quotations[q].open.is_none() || quotations[q].close.is_none());
            out += match mark.role {
                Role::Open if missing => "[?",
                Role::Open => "[",
                Role::Close if missing => "?]",
                Role::Close => "]",
                Role::Reopen => "+",
                Role::Prime => "in",
                Role::Repeat => "=",
                Role::Apostrophe => "'",
            };
        }
        out + &text[at..]
    }

    #[test]
    fn right_marks_of_every_kind_are_paired() {
        assert_eq!(read("He said “yes”, she “no”."), "He said [yes], she [no].");
        assert_eq!(read("\"He's 6'9\" tall,\" she said."), "[He's 6in9in tall,] she said.");
        assert_eq!(
            read("It stopped at 48\". \"Only 48,\" he said."),
            "It stopped at 48in. [Only 48,] he said."
        );
        assert_eq!(
            read("“My aunt wrote: ‘We’ll come at noon,’” he said."),
            "[My aunt wrote: [We'll come at noon,]] he said."
        );
        assert_eq!(read("Der „Bund“ und »Länder«, les « amis »."), "Der [Bund] und [Länder], les [ amis ].");
        assert_eq!(
            read("the players' bus, the '70s and 'soul' music"),
            "the players' bus, the '70s and [soul] music"
        );
    }

    #[test]
    fn a_quotation_may_run_over_paragraphs() {
        assert_eq!(read("“One.\n\n“Two.\n\n“Three.” End."), "[One.\n\n+Two.\n\n+Three.] End.");
        assert_eq!(read("\"One.\n\n\"Two,\" he said. \"Yes.\""), "[One.\n\n+Two,] he said. [Yes.]");
    }

    #[test]
    fn broken_marks_find_their_partners() {
        assert_eq!(read("hoping for a ” new dawn “."), "hoping for a [ new dawn ].");
        assert_eq!(
            read("“a trifle“, said Mrs. Oakes. “It hums.”"),
            "[a trifle], said Mrs. Oakes. [It hums.]"
        );
        assert_eq!(
            read("they offer “loans“For every farm and “to lend a hand”."),
            "they offer [loans]For every farm and [to lend a hand]."
        );
        assert_eq!(read("“never sell this mill», Adds the owner"), "[never sell this mill], Adds the owner");
        assert_eq!(read("a”fragile truce” was"), "a[fragile truce] was");
    }

    #[test]
    fn a_quotation_inside_may_have_the_same_marks() {
        assert_eq!(read("\"Is it \"art\", then?\" he asked."), "[Is it [art], then?] he asked.");
        assert_eq!(read("“Call it “art” if you like,” he said."), "[Call it [art] if you like,] he said.");
    }

    #[test]
    fn missing_ends_are_seen() {
        assert_eq!(
            read("A delay\", she conceded. \"We wait,\" he said."),
            "A delay?], she conceded. [We wait,] he said."
        );
        assert_eq!(
            read("“They sleep, said the nurse. “My mother does.”"),
            "[?They sleep, said the nurse. [My mother does.]"
        );
        assert_eq!(read("a “warm bed, and\n\nNext one. “Yes.”"), "a [?warm bed, and\n\nNext one. [Yes.]");
    }

    #[test]
    fn a_fragment_rarely_fills_paragraphs() {
        assert_eq!(
            read("It is “a shame, they say. Yes.\n\n“No,” he said. “Never.”"),
            "It is [?a shame, they say. Yes.\n\n[No,] he said. [Never.]"
        );
    }

    #[test]
    fn only_lines_that_are_sentences_run_on() {
        assert_eq!(read("\"It rained.\nIt snowed,\" he said."), "[It rained.\nIt snowed,] he said.");
        assert_eq!(
            read("\"I saw it, said Ann. \"He did not.\"\nBo was short: We try. Some sleep.\""),
            "[?I saw it, said Ann. [He did not.]\nBo was short: We try. Some sleep.?]"
        );
    }

    #[test]
    fn a_straight_mark_faces_what_it_touches() {
        assert_eq!(read("Never a Sunday.\" The club said \"no\"."), "Never a Sunday.?] The club said [no].");
        assert_eq!(read("in “a trap” ” of his"), "in [a trap] = of his");
    }
}

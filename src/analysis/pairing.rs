//! Decides what every quotation mark does: the cheapest reading of all marks of the article.
//!
//! Broken copy cannot be paired by the shapes of its marks alone (`” time bomb “`), nor by the spaces around
//! them (`relations ”`), nor by counting (`the vote“, said`). Each gives evidence; a reading that goes against
//! it pays. The automaton keeps the cheapest reading for each state (which marks are open), so the work is
//! linear in the number of marks. Costs are in tenths; only their order and sums matter. They were set by
//! hand: a quotation that lacks an end (50) costs more than two wrong shapes (20 each) or spaces (15 each).

use super::mark::{Glyph, Lean, Mark, Role, Single};
use crate::document::{Block, BlockKind, Document};

/// A quotation that is never closed.
const UNCLOSED: u32 = 50;
/// A closing mark with nothing to close.
const UNOPENED: u32 = 50;
/// A quotation that runs into the next paragraph, which repeats the opening mark, as English wants it.
const REOPENED: u32 = 5;
/// The same where the quotation began as a fragment of a sentence, which rarely fills paragraphs: a missing end
/// is likelier.
const FRAGMENT_REOPENED: u32 = 55;
/// A quotation that runs into the next paragraph without the mark: dearer than one missing end, cheaper than two.
const RUNS_ON: u32 = 60;
/// The same where the next block is the next line, in a file with a sentence a line.
const NEXT_LINE: u32 = 15;
/// A quotation inside of another, in marks of another shape.
const NESTED: u32 = 10;
/// A straight double mark that stands for an apostrophe.
const DOUBLE_APOSTROPHE: u32 = 35;
/// What the same costs on top where a quotation is open: dearer than a closing mark that is never opened.
const LIKELIER_CLOSES: u32 = 20;
/// A quotation inside of another in marks of the same shape: a fault, and a smaller one than a missing end.
const NESTED_ALIKE: u32 = 40;
/// Dearer than any two missing ends: no quotation runs so far.
const TOO_FAR: u32 = 1000;
/// An opening shape that is set off on the left and touches its word on the right does not close.
const FACES_AWAY: u32 = 100;
/// How many readings are carried on; copy of one language needs six at most.
const WIDTH: usize = 16;
/// A mark beside its like.
const REPEATED: u32 = 15;
/// The same with a space between the two.
const REPEATED_APART: u32 = 25;

/// What a reading says of one mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Open,
    /// Opens, and what was open before is left unclosed.
    OpenAnew,
    /// Opens inside of the open quotation.
    OpenInner,
    Close,
    /// Closes the outer quotation, and the one inside is left unclosed.
    CloseOuter,
    CloseUnopened,
    Reopen,
    Apostrophe,
    Prime,
    Repeat,
}

impl Action {
    pub(super) const fn role(self) -> Role {
        match self {
            Self::Open | Self::OpenAnew | Self::OpenInner => Role::Open,
            Self::Close | Self::CloseOuter | Self::CloseUnopened => Role::Close,
            Self::Reopen => Role::Reopen,
            Self::Apostrophe => Role::Apostrophe,
            Self::Prime => Role::Prime,
            Self::Repeat => Role::Repeat,
        }
    }
}

/// One step of a reading: the action on a mark, and the step before it.
#[derive(Debug, Clone, Copy)]
struct Step {
    action: Action,
    /// Set where what was open before this mark's block had to be given up.
    gave_up: bool,
    before: u32,
}

/// No step: the beginning.
const START: u32 = u32::MAX;

/// A reading so far: what it leaves open, and what it has cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reading {
    outer: Option<Glyph>,
    inner: Option<Glyph>,
    /// What is open began with a small letter.
    fragment: bool,
    /// The next mark has to repeat the opening mark.
    reopens: bool,
    gave_up: bool,
    /// What the mark before did, for marks that stand side by side.
    last: Option<Action>,
    cost: u32,
    step: u32,
}

impl Reading {
    const START: Self = Self {
        outer: None,
        inner: None,
        fragment: false,
        reopens: false,
        gave_up: false,
        last: None,
        cost: 0,
        step: START,
    };

    /// Whether another reading has the same future.
    fn same_state(&self, other: &Self) -> bool {
        (self.outer, self.inner, self.reopens) == (other.outer, other.inner, other.reopens)
            && (self.outer.is_none() || self.fragment == other.fragment)
            && self.last.map(Action::role) == other.last.map(Action::role)
    }
}

/// The cheapest reading of the `chosen` ones of `marks`, which are all double or all single: an action for each, and whether what
/// was open before its block was given up there.
pub(super) fn read(document: &Document, marks: &[Mark], chosen: &[usize]) -> Vec<(Action, bool)> {
    let mut steps: Vec<Step> = Vec::with_capacity(chosen.len() * 2);
    let mut readings = vec![Reading::START];
    let mut next = Vec::new();
    let next_line = if has_sentence_lines(document) { NEXT_LINE } else { RUNS_ON };
    for (n, &at) in chosen.iter().enumerate() {
        let mark = &marks[at];
        let before = n.checked_sub(1).map(|n| &marks[chosen[n]]);
        if let Some(before) = before
            && before.block != mark.block
        {
            readings = cross(document, &readings, [before, mark], next_line);
        }
        let beside = before.and_then(|before| match mark.span.start - before.span.end {
            0 => Some(REPEATED),
            1 if mark.before == Some(' ') => Some(REPEATED_APART),
            _ => None,
        });
        next.clear();
        for reading in &readings {
            extend(reading, mark, beside, |action, after| {
                let step = u32::try_from(steps.len()).unwrap_or(START);
                if keep(&mut next, Reading { step, last: Some(action), gave_up: false, ..after }) {
                    steps.push(Step { action, gave_up: reading.gave_up, before: reading.step });
                }
            });
        }
        if next.len() > WIDTH {
            next.sort_by_key(|reading| reading.cost);
            next.truncate(WIDTH);
        }
        std::mem::swap(&mut readings, &mut next);
        // Only differences count; the sum over an archive of marks would outgrow its number.
        let least = readings.iter().map(|reading| reading.cost).min().unwrap_or(0);
        for reading in &mut readings {
            reading.cost -= least;
        }
    }
    let best = readings.iter().min_by_key(|reading| reading.cost + open_count(reading) * UNCLOSED);
    let mut step = best.map_or(START, |reading| reading.step);
    let mut actions = Vec::with_capacity(chosen.len());
    while let Some(found) = steps.get(step as usize) {
        actions.push((found.action, found.gave_up));
        step = found.before;
    }
    actions.reverse();
    actions
}

/// Adds `reading` unless one with the same future is cheaper; says whether it was added.
fn keep(readings: &mut Vec<Reading>, reading: Reading) -> bool {
    match readings.iter_mut().find(|known| known.same_state(&reading)) {
        Some(known) if known.cost <= reading.cost => false,
        Some(known) => {
            *known = reading;
            true
        }
        None => {
            readings.push(reading);
            true
        }
    }
}

/// How many quotations a reading leaves open.
fn open_count(reading: &Reading) -> u32 {
    u32::from(reading.outer.is_some()) + u32::from(reading.inner.is_some())
}

/// Takes readings over the end of the block of `from`, up to the block of `to`; to run on into the next line
/// costs `next_line`.
fn cross(document: &Document, readings: &[Reading], [from, to]: [&Mark; 2], next_line: u32) -> Vec<Reading> {
    let blocks = &document.blocks()[from.block..=to.block];
    let next = to.block - from.block == 1;
    let running_on = blocks
        .windows(2)
        .map(|pair| running_on(document, pair, next_line))
        .fold(0, |sum, cost| (sum + cost).min(TOO_FAR));
    let prose = blocks.iter().all(|block| !matches!(block.kind, BlockKind::Heading | BlockKind::Caption));
    let at_head = to.before.is_none() && matches!(to.glyph.lean(), Lean::Opening | Lean::Either);
    let mut crossed = Vec::with_capacity(readings.len());
    for reading in readings {
        let closed = Reading {
            outer: None,
            inner: None,
            last: None,
            gave_up: reading.outer.is_some(),
            cost: reading.cost + open_count(reading) * UNCLOSED,
            ..*reading
        };
        keep(&mut crossed, closed);
        if reading.outer.is_none() || !prose {
            continue;
        }
        let goes_on = Reading { inner: None, last: None, cost: closed.cost - UNCLOSED, ..*reading };
        if next && at_head {
            let again = if reading.fragment { FRAGMENT_REOPENED } else { REOPENED };
            let cost = goes_on.cost + again;
            keep(&mut crossed, Reading { reopens: true, fragment: false, cost, ..goes_on });
        } else {
            keep(&mut crossed, Reading { cost: goes_on.cost + running_on, ..goes_on });
        }
    }
    crossed
}

/// What it costs a quotation to run from the first of two blocks into the second without a mark.
fn running_on(document: &Document, pair: &[Block], next_line: u32) -> u32 {
    let [from, to] = pair else { return 0 };
    let between = &document.text().as_bytes()[from.span.end..to.span.start];
    if memchr::memchr_iter(b'\n', between).nth(1).is_some() { RUNS_ON } else { next_line }
}

/// Whether the lines of a document are sentences and not paragraphs: few of them have a sentence's end inside.
fn has_sentence_lines(document: &Document) -> bool {
    let paragraphs = || document.blocks().iter().filter(|block| block.kind == BlockKind::Paragraph);
    let several = paragraphs().filter(|block| {
        let text = block.span.of(document.text());
        let mut stops = memchr::memchr3_iter(b'.', b'!', b'?', text.as_bytes());
        stops.any(|stop| {
            let behind = text[stop + 1..].trim_start_matches(['"', '”', '’', '»']);
            behind.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase))
        })
    });
    several.count() * 3 < paragraphs().count()
}

/// Every way to read `mark` after `reading`.
fn extend(reading: &Reading, mark: &Mark, beside: Option<u32>, mut push: impl FnMut(Action, Reading)) {
    let Reading { outer, inner, cost, .. } = *reading;
    if reading.reopens {
        push(Action::Reopen, Reading { reopens: false, cost, ..*reading });
        return;
    }
    if mark.role == Role::Prime {
        push(Action::Prime, *reading);
        return;
    }
    if let Some(mut extra) = apostrophe_cost(mark) {
        if !mark.glyph.is_single() && outer.is_some() {
            // The mark may as well close what is open.
            extra += LIKELIER_CLOSES;
        }
        push(Action::Apostrophe, Reading { cost: cost + extra, ..*reading });
        if extra == 0 {
            return;
        }
    }
    if let Some(extra) = prime_cost(mark) {
        push(Action::Prime, Reading { cost: cost + extra, ..*reading });
    }
    if let Some(extra) = beside
        && reading.last.is_some_and(|last| matches!(last.role(), Role::Open | Role::Close))
    {
        push(Action::Repeat, Reading { cost: cost + extra, ..*reading });
    }
    let fragment = mark.after.is_some_and(char::is_lowercase);
    let opening = cost + open_cost(mark);
    match (outer, inner) {
        (None, _) => {
            push(Action::Open, Reading { outer: Some(mark.glyph), fragment, cost: opening, ..*reading });
        }
        (Some(open), None) => {
            let anew = Reading { outer: Some(mark.glyph), fragment, cost: opening + UNCLOSED, ..*reading };
            push(Action::OpenAnew, anew);
            let nested = if shape(open) == shape(mark.glyph) { NESTED_ALIKE } else { NESTED };
            let inside = Reading { inner: Some(mark.glyph), cost: opening + nested, ..*reading };
            push(Action::OpenInner, inside);
        }
        (Some(_), Some(_)) => {
            push(Action::OpenAnew, Reading { inner: Some(mark.glyph), cost: opening + UNCLOSED, ..*reading });
        }
    }
    let closing = cost + close_cost(mark, inner.or(outer));
    match (outer, inner) {
        (None, _) => push(Action::CloseUnopened, Reading { cost: closing + UNOPENED, ..*reading }),
        (Some(_), None) => push(Action::Close, Reading { outer: None, cost: closing, ..*reading }),
        (Some(_), Some(_)) => {
            push(Action::Close, Reading { inner: None, cost: closing, ..*reading });
            let both = cost + close_cost(mark, outer) + UNCLOSED;
            push(Action::CloseOuter, Reading { outer: None, inner: None, cost: both, ..*reading });
        }
    }
}

/// The kind of mark, whichever end it is made for.
pub(super) const fn shape(glyph: Glyph) -> u8 {
    match glyph {
        Glyph::Straight | Glyph::DoublePrime => 0,
        Glyph::Left | Glyph::Right | Glyph::Reversed => 1,
        Glyph::Low => 2,
        Glyph::GuillemetLeft | Glyph::GuillemetRight => 3,
        Glyph::Pair(_) => 4,
        Glyph::Single(Single::Straight | Single::Grave | Single::Acute | Single::Prime) => 5,
        Glyph::Single(Single::Left | Single::Right) => 6,
        Glyph::Single(Single::AngleLeft | Single::AngleRight) => 7,
    }
}

/// Against `mark` as an opening mark: its shape, and what stands around it.
fn open_cost(mark: &Mark) -> u32 {
    let shape = match mark.glyph.lean() {
        Lean::Opening | Lean::Either => 0,
        Lean::Closing => 20,
        Lean::Prime => 25,
    };
    let before = match mark.before {
        None => 0,
        Some(c) if c.is_whitespace() || is_opening(c) || is_dash(c) || c == '/' => 0,
        Some(c) if Glyph::of(c).is_some() => 10,
        Some(',' | ';' | ':' | '.' | '!' | '?' | '…' | ')' | ']') => 15,
        Some(_) => 20,
    };
    let after = match mark.after {
        None => 50,
        Some(c) if c.is_whitespace() => inner_space(mark, c),
        Some(',' | ';' | ':' | '!' | '?' | ')' | ']' | '}') => 30,
        Some('.') => 10,
        Some(_) => 0,
    };
    // A mark that could face either way faces the side that it touches: here it touches what stands before it.
    let faces_left = mark.glyph.lean() == Lean::Either
        && mark.before.is_some_and(|c| !c.is_whitespace() && !is_opening(c) && !is_dash(c))
        && mark.after.is_some_and(char::is_whitespace);
    shape + before + after + if faces_left { 15 } else { 0 }
}

/// Against `mark` as the mark that closes `open`.
fn close_cost(mark: &Mark, open: Option<Glyph>) -> u32 {
    let before = match mark.before {
        None => 50,
        Some(c) if c.is_whitespace() => inner_space(mark, c),
        Some(c) if is_opening(c) => 30,
        Some(_) => 0,
    };
    let after = match mark.after {
        Some(c) if c.is_alphanumeric() => 20,
        Some(c) if is_opening(c) => 5,
        _ => 0,
    };
    let spaced = mark.before.is_some_and(char::is_whitespace);
    let touches = mark.after.is_some_and(char::is_alphanumeric);
    // German and Danish set »…« and ›…‹: there the shape is no sign.
    let turned = open.is_some_and(|open| open.lean() == Lean::Closing);
    let faces_away = spaced && touches && mark.glyph.lean() == Lean::Opening && !turned;
    closing_shape_cost(mark.glyph, open) + before + after + if faces_away { FACES_AWAY } else { 0 }
}

/// Against `glyph` as the shape that closes what `open` opened.
fn closing_shape_cost(glyph: Glyph, open: Option<Glyph>) -> u32 {
    let Some(open) = open else {
        return if glyph.lean() == Lean::Opening { 20 } else { 0 };
    };
    let same = shape(glyph) == shape(open);
    match (glyph.lean(), open.lean()) {
        // „German“ and »German«
        (Lean::Opening, _) if open == Glyph::Low && glyph == Glyph::Left => 0,
        (Lean::Opening, Lean::Closing) if same => 5,
        (Lean::Opening, _) if glyph == Glyph::Low => 60,
        (Lean::Opening, _) => 20 + if same { 0 } else { 10 },
        _ if same || (open == Glyph::Low && glyph == Glyph::Right) => 0,
        _ => 15,
    }
}

/// Against a space on the inner side of `mark`: French guillemets have one by right.
fn inner_space(mark: &Mark, space: char) -> u32 {
    let french = matches!(mark.glyph, Glyph::GuillemetLeft | Glyph::GuillemetRight);
    if french { if space == ' ' { 8 } else { 2 } } else { 15 }
}

/// Against `mark` as a sign for inches or feet; `None` where it cannot be one.
fn prime_cost(mark: &Mark) -> Option<u32> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match mark.glyph {
        _ if !digit(mark.before) => None,
        Glyph::Single(Single::Straight | Single::Right) if digit(mark.after) => Some(0),
        Glyph::DoublePrime | Glyph::Single(Single::Prime) => Some(0),
        Glyph::Straight | Glyph::Pair(_) | Glyph::Single(Single::Straight) => Some(10),
        Glyph::Right | Glyph::Single(Single::Right) => Some(20),
        _ => None,
    }
}

/// Against a mark as an apostrophe; `None` where it cannot be one.
fn apostrophe_cost(mark: &Mark) -> Option<u32> {
    let Glyph::Single(single) = mark.glyph else {
        // the workers" mood: a straight double mark for a possessive.
        let possessive = mark.before == Some('s') && mark.after == Some(' ');
        return (mark.glyph == Glyph::Straight && possessive).then_some(DOUBLE_APOSTROPHE);
    };
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let (before, after) = (letter(mark.before), letter(mark.after));
    let letters = mark.before.is_some_and(char::is_alphabetic) || mark.after.is_some_and(char::is_alphabetic);
    Some(match single {
        Single::AngleLeft | Single::AngleRight => 60,
        _ if before && after => {
            if letters {
                0
            } else {
                5
            }
        }
        Single::Left => 20,
        // the players’ bus, dancin’
        _ if before => {
            if matches!(mark.before, Some('s' | 'S' | 'x' | 'z')) {
                5
            } else {
                12
            }
        }
        // ’em, ’70s
        Single::Right if after => 3,
        _ if mark.after.is_some_and(|c| c.is_ascii_digit()) => 8,
        _ => 15,
    })
}

const fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '¿' | '¡')
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}')
}

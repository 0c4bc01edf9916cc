//! What a block of plain text is to the reader: by its words, its punctuation and what follows.
//!
//! Rules about sentences skip everything but paragraphs, so a paragraph that is taken for a heading hides
//! its errors, and a heading that is taken for a paragraph is reported as a fragment. Where nothing decides,
//! a block is a paragraph. What cannot be told by form alone: a headline that is a whole question (only the
//! first block may be one), a short paragraph that has lost its full stop (a heading, unless it is the last
//! block), and a name alone on its line (a heading, though it may sign the article).

use super::BlockKind;
use super::dateline::is_dateline;

/// A longer block is no heading, byline or dateline, in characters.
const LONGEST_HEADING: usize = 120;

/// A longer block is no caption, in bytes: credits stand beside a sentence or two.
const LONGEST_CAPTION: usize = 400;

/// What stands around a block, as far as it matters for its kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Neighbours<'t> {
    /// Whether nothing stands before it.
    pub(super) is_first: bool,
    /// The next block.
    pub(super) next: Option<&'t str>,
    /// Whether a blank line stands before the next block.
    pub(super) next_after_blank: bool,
}

/// The kind of a block of prose, whose text is trimmed.
pub(super) fn of(text: &str, around: Neighbours) -> BlockKind {
    if text.len() <= LONGEST_CAPTION && is_caption(text) {
        return BlockKind::Caption;
    }
    // Four bytes are the most that a character takes.
    if text.len() > 4 * LONGEST_HEADING || text.chars().count() > LONGEST_HEADING {
        return BlockKind::Paragraph;
    }
    if is_dateline(text) {
        BlockKind::Dateline
    } else if is_byline(text) {
        BlockKind::Byline
    } else if is_heading(text, around) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// Whether `line` stops inside a sentence that `next` goes on with.
pub(super) fn breaks_off(line: &str, next: &str) -> bool {
    !ends_sentence(line) && next.starts_with(char::is_lowercase)
}

/// Whether a mark that ends a sentence stands last, before quotation marks, brackets and the numbers of notes
/// (`[18]`) at most.
fn ends_sentence(text: &str) -> bool {
    let mut text = text.trim_end_matches(is_closer);
    while let Some((before, note)) = text.rsplit_once('[') {
        if note.is_empty() || note.len() > 3 || !note.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        text = before.trim_end_matches(is_closer);
    }
    text.ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

fn is_closer(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' | '›' | ')' | ']')
}

/// A line that is set over what follows: short, in one piece, begins like a title and ends without a stop.
fn is_heading(text: &str, around: Neighbours) -> bool {
    let Some(next) = around.next else {
        return false;
    };
    let goes_on = !around.next_after_blank && next.starts_with(char::is_lowercase);
    let words = text.split_whitespace().count();
    let first = text.chars().find(|c| !is_closer(*c));
    let begins_well = first
        .is_some_and(|c| c.is_numeric() || (c.is_alphabetic() && (!c.is_lowercase() || around.is_first)));
    let ends_open = text.trim_end_matches(is_closer).ends_with([',', ';', ':', '-', '–', '—']);
    let is_title_question = around.is_first && around.next_after_blank && text.ends_with('?');
    !goes_on
        && words <= 16
        && begins_well
        && !ends_open
        && (!ends_sentence(text) || is_title_question)
        && !ends_inside_phrase(text)
        && !has_sentence_end_inside(text)
}

/// Whether the last word needs another one after it, as in a line that was cut off.
fn ends_inside_phrase(text: &str) -> bool {
    const WORDS: &[&str] =
        &["a", "an", "and", "but", "its", "of", "or", "than", "the", "their", "which", "whose"];
    let last = text.split_whitespace().next_back().unwrap_or("");
    WORDS.contains(&last) || last.ends_with(['(', '['])
}

/// Whether a sentence ends before the last word. A short word before the stop may be an abbreviation.
fn has_sentence_end_inside(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_end_matches(is_closer);
        let letters = bare.trim_matches(|c: char| !c.is_alphanumeric());
        let longest_abbreviation = if letters.starts_with(char::is_lowercase) { 3 } else { 5 };
        let is_long = letters.chars().count() > longest_abbreviation;
        let ends = bare.ends_with(['!', '?']) || (bare.ends_with('.') && is_long);
        if ends && words.peek().is_some_and(|next| next.starts_with(|c: char| !c.is_lowercase())) {
            return true;
        }
    }
    false
}

/// A line that names a picture or its maker.
fn is_caption(text: &str) -> bool {
    const LABELS: &[&str] = &[
        "photo",
        "photos",
        "photograph",
        "image",
        "picture",
        "illustration",
        "file photo",
        "photo credit",
        "image credit",
        "picture credit",
        "credit",
        "archive photo",
    ];
    const CREDITS: &[&str] =
        &["photo by ", "photograph by ", "image by ", "picture by ", "illustration by ", "©"];
    const INSIDE: &[&str] = &[
        "(photo by ",
        "(photo: ",
        "(image: ",
        "(ap photo",
        "/getty images",
        "/afp)",
        "/reuters)",
        "(file photo",
    ];
    let lower = text.to_lowercase();
    let label = lower.split_once(':').map_or("", |(label, _)| label.trim_end());
    let has_sign_behind = text.rfind('©').is_some_and(|at| text[at..].chars().count() <= 60);
    LABELS.contains(&label)
        || CREDITS.iter().any(|credit| lower.starts_with(credit))
        || INSIDE.iter().any(|credit| lower.contains(credit))
        || has_sign_behind
}

/// A line that says who wrote: `By Jane Doe`, `From our correspondent in Lima`.
fn is_byline(text: &str) -> bool {
    const VERBS: &[&str] =
        &["by", "written by", "reported by", "story by", "text by", "interview by", "posted by"];
    const SMALL: &[&str] = &[
        "and",
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "van",
        "von",
        "zu",
        "bin",
        "al",
        "el",
        "y",
        "in",
        "with",
        "for",
        "our",
        "correspondent",
        "correspondents",
        "staff",
        "writer",
        "writers",
        "reporter",
        "reporters",
        "editor",
        "at",
    ];
    if ends_sentence(text) {
        return false;
    }
    let lower = text.to_lowercase();
    let is_ours = |start: &str| {
        lower.strip_prefix(start).is_some_and(|rest| {
            let mut words = rest.split_whitespace().take(3);
            words.any(|word| word.starts_with("correspondent") || word.starts_with("envoy"))
        })
    };
    if is_ours("from our ") || is_ours("by our ") {
        return true;
    }
    let count = |words: &str| words.split(' ').count();
    let verb = VERBS
        .iter()
        .rev()
        .find(|verb| lower.strip_prefix(**verb).is_some_and(|rest| rest.starts_with([' ', ':', '\u{a0}'])));
    let Some(verb) = verb else { return false };
    let names: Vec<&str> = text
        .split_whitespace()
        .skip(count(verb))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    // One capitalised word may be a title (“By Night”), two are a name.
    names.len() <= 12
        && names.iter().take(2).filter(|word| is_name(word)).count() == 2
        && names.iter().all(|word| is_name(word) || SMALL.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE_PROSE: Neighbours =
        Neighbours { is_first: false, next: Some("The next paragraph is prose."), next_after_blank: true };

    fn all_are(kind: BlockKind, texts: &[&str]) {
        for text in texts {
            assert_eq!(of(text, BEFORE_PROSE), kind, "{text}");
        }
    }

    #[test]
    fn headings_are_short_and_have_no_stop() {
        all_are(
            BlockKind::Heading,
            &[
                "A villa by the lake",
                "The council in favour of a “quiet summer”",
                "Mr. Hale goes to the Senate",
                "2024 was a good year for apples",
                "“Nobody came”",
            ],
        );
        all_are(
            BlockKind::Paragraph,
            &[
                "It never came.",
                "“Nobody came.”",
                "Who came?",
                "It said:",
                "a villa by the lake",
                "They have taken up the",
                "— We shall wait, said the mayor",
                "He never came. She did",
                "The board, which did wait for the report for the better part of the year, was not at all amused by it in the end",
            ],
        );
    }

    #[test]
    fn a_heading_needs_something_under_it() {
        let around = |next, next_after_blank, is_first| Neighbours { is_first, next, next_after_blank };
        assert_eq!(of("A villa by the lake", around(None, false, true)), BlockKind::Paragraph);
        assert_eq!(of("A villa by the lake", around(Some("was sold."), false, false)), BlockKind::Paragraph);
        assert_eq!(of("Who sold the villa?", around(Some("It was."), true, true)), BlockKind::Heading);
        assert_eq!(of("a villa is sold", around(Some("It was."), true, true)), BlockKind::Heading);
    }

    #[test]
    fn bylines_name_their_writers() {
        all_are(
            BlockKind::Byline,
            &[
                "By Ada Hale",
                "BY ADA HALE",
                "By Ada Hale and Jon van der Meer, Harbour Times",
                "Written by Ada Hale",
                "From our special correspondent in Lima",
                "By our correspondent",
            ],
        );
        all_are(BlockKind::Heading, &["By night", "By the lake"]);
        all_are(
            BlockKind::Paragraph,
            &["By Monday evening the town was cut off.", "From our house we saw it."],
        );
    }

    #[test]
    fn datelines_hold_a_date_or_a_time() {
        all_are(
            BlockKind::Dateline,
            &[
                "04/11/2019 at 07:15",
                "PARIS, 3 June 2021",
                "New York, May 3rd (Reuters) —",
                "Monday, May 18, 2015",
                "Updated on 3 June 2021 at 10:05 a.m. GMT",
                "2023-06-12 10pm",
                "03.06.2021",
            ],
        );
        all_are(
            BlockKind::Heading,
            &["2021", "May Day", "The June of 2021", "Apollo 11", "Windows 3.1", "Paris 2024"],
        );
    }

    #[test]
    fn captions_name_a_picture_or_its_maker() {
        all_are(
            BlockKind::Caption,
            &[
                "Photo: The harbour at dawn. AGENCY",
                "Photo by Ada Hale",
                "© Ada Hale",
                "The harbour at dawn, on May 3. © DR",
                "The mayor speaks. (AP Photo/Ada Hale)",
            ],
        );
        all_are(BlockKind::Paragraph, &["Photo agencies protested.", "The image by then was lost."]);
    }
}

//! What stands beside a place in a text.

/// How far, in bytes, a word or a run is followed from its place: no word of prose is longer.
const REACH: usize = 80;

/// Whether `c` is a space that stands between words on one line: SPACE or one of the no-break spaces.
pub(super) const fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

/// The commas, stops and their like in a text: the byte where each stands, and which it is.
pub(super) fn marks(text: &str) -> impl Iterator<Item = (usize, u8)> {
    text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b',' | b';' | b':' | b'!' | b'?' | b'.'))
}

/// The character before byte `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character at byte `at`.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// The letters that end at byte `at`.
pub(super) fn word_before(text: &str, at: usize) -> &str {
    let near = &text[text.floor_char_boundary(at.saturating_sub(REACH))..at];
    &near[near.trim_end_matches(char::is_alphabetic).len()..]
}

/// The letters that begin at byte `at`.
pub(super) fn word_after(text: &str, at: usize) -> &str {
    let near = &text[at..text.ceil_char_boundary((at + REACH).min(text.len()))];
    &near[..near.len() - near.trim_start_matches(char::is_alphabetic).len()]
}

/// The characters without white space around byte `at`.
pub(super) fn run_around(text: &str, at: usize) -> &str {
    let from = text.floor_char_boundary(at.saturating_sub(REACH));
    let to = text.ceil_char_boundary((at + REACH).min(text.len()));
    let start = text[from..at]
        .rfind(char::is_whitespace)
        .map_or(from, |space| text.ceil_char_boundary(from + space + 1));
    let end = text[at..to].find(char::is_whitespace).map_or(to, |space| at + space);
    &text[start..end]
}

/// Whether the first letter is a capital and no other is.
pub(super) fn is_capitalised(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.all(|c| !c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_runs_end_at_the_text_and_at_white_space() {
        let text = "état,ému\u{a0}là";
        let comma = text.find(',').unwrap();
        assert_eq!(word_before(text, comma), "état");
        assert_eq!(word_after(text, comma + 1), "ému");
        assert_eq!(run_around(text, comma), "état,ému");
        assert_eq!(run_around(text, text.len()), "là");
        assert!(is_capitalised("Émue") && !is_capitalised("ÉMUE") && !is_capitalised("émue"));
    }
}

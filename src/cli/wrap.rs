//! Text in lines of a given width.

use unicode_width::UnicodeWidthStr;

use crate::span::Span;

/// The lines of `text` at most `width` columns wide, broken at white space; a longer word has its own line.
pub(super) fn lines(text: &str, width: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut offset = 0;
    for paragraph in text.split('\n') {
        let mut line = Span::empty(offset);
        let mut columns = 0;
        for piece in paragraph.split_inclusive(char::is_whitespace) {
            let needed = piece.trim_end().width();
            if columns > 0 && columns + needed > width {
                lines.push(line);
                line = Span::empty(line.end);
                columns = 0;
            }
            columns += piece.width();
            line.end += piece.len();
        }
        lines.push(line);
        offset += paragraph.len() + 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_white_space_and_lose_nothing() {
        let text = "one two three\n\nextraordinarily 訳 文";
        let lines: Vec<&str> = lines(text, 9).into_iter().map(|line| line.of(text)).collect();
        assert_eq!(lines, ["one two ", "three", "", "extraordinarily ", "訳 文"]);
    }
}

//! A sorted list of words that is searched where it lies, so that loading it costs nothing.

/// Words, one a line, sorted by bytes, after a header of lines that begin with `#`.
#[derive(Debug, Clone, Copy)]
pub struct WordList {
    text: &'static str,
}

impl WordList {
    /// The list in `text`.
    pub const fn new(text: &'static str) -> Self {
        Self { text }
    }

    /// Whether the list has `word`, letter by letter.
    pub fn contains(&self, word: &str) -> bool {
        let (mut low, mut high) = (0, self.text.len());
        while low < high {
            let middle = self.text.floor_char_boundary(low.midpoint(high));
            let start = self.text[low..middle].rfind('\n').map_or(low, |at| low + at + 1);
            let end = self.text[start..high].find('\n').map_or(high, |at| start + at);
            let entry = &self.text[start..end];
            if entry.is_empty() || entry.starts_with('#') || entry < word {
                low = (end + 1).min(high);
            } else if entry == word {
                return true;
            } else {
                high = start;
            }
        }
        false
    }

    /// The words, in order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_word_and_no_other() {
        let list = WordList::new("# a header\n# of two lines\nant\nbee\ncicada\nélan\n");
        for word in list.iter() {
            assert!(list.contains(word), "{word}");
        }
        for word in ["", "a", "ants", "be", "d", "zebra", "élans", "# a header"] {
            assert!(!list.contains(word), "{word}");
        }
    }
}

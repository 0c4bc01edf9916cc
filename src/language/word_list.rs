//! A list of words as it lies in the binary, indexed when it is first asked.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

/// Words, one a line, after a header of lines that begin with `#`.
#[derive(Debug)]
pub struct WordList {
    text: &'static str,
    /// A run that never asks for a word of the list never pays for its index (about 1 ms for 60,000 words).
    index: OnceLock<FxHashSet<&'static str>>,
}

impl WordList {
    /// The list in `text`.
    pub const fn new(text: &'static str) -> Self {
        Self { text, index: OnceLock::new() }
    }

    /// Whether the list has `word`, letter by letter.
    pub fn contains(&self, word: &str) -> bool {
        self.index.get_or_init(|| self.iter().collect()).contains(word)
    }

    /// The words, in the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
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

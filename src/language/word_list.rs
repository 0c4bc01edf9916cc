//! A list of words as it lies in the binary, indexed when it is asked often.

use std::cmp::Ordering;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use rustc_hash::FxHashSet;

/// Words, one a line and sorted by bytes, after a header of lines that begin with `#`.
#[derive(Debug)]
pub struct WordList {
    text: &'static str,
    /// How often the list was searched.
    searches: AtomicUsize,
    index: OnceLock<FxHashSet<&'static str>>,
}

/// Indexing a list of 60,000 words (5 ms) takes as long as searching it about this often, so that a run over one
/// article never pays for an index.
const WORTH_AN_INDEX: usize = 5000;

impl WordList {
    /// The list in `text`.
    pub const fn new(text: &'static str) -> Self {
        Self { text, searches: AtomicUsize::new(0), index: OnceLock::new() }
    }

    /// Whether the list has `word`, letter by letter.
    pub fn contains(&self, word: &str) -> bool {
        if let Some(index) = self.index.get() {
            return index.contains(word);
        }
        if self.searches.fetch_add(1, Relaxed) > WORTH_AN_INDEX {
            return self.index.get_or_init(|| self.iter().collect()).contains(word);
        }
        self.search(word)
    }

    /// Halves the text until the line of `word` is found, or its place is empty.
    fn search(&self, word: &str) -> bool {
        let bytes = self.text.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            let start = memchr::memrchr(b'\n', &bytes[low..middle]).map_or(low, |at| low + at + 1);
            let end = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |at| start + at);
            let line = &bytes[start..end];
            // The header stands before all words.
            let order = if line.starts_with(b"#") { Ordering::Less } else { line.cmp(word.as_bytes()) };
            match order {
                Ordering::Equal => return true,
                Ordering::Less => low = end + 1,
                Ordering::Greater => high = start,
            }
        }
        false
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
    fn finds_every_word_and_no_other_with_and_without_an_index() {
        let list = WordList::new("# a header\n# of two lines\nant\nbee\ncicada\nélan\n");
        for searches in [0, WORTH_AN_INDEX + 1] {
            list.searches.store(searches, Relaxed);
            for word in list.iter() {
                assert!(list.contains(word), "{word}");
            }
            for word in ["", "a", "ants", "be", "d", "zebra", "élans", "# a header"] {
                assert!(!list.contains(word), "{word}");
            }
            assert_eq!(list.index.get().is_some(), searches > 0);
        }
    }

    #[test]
    fn lists_that_come_with_mtlint_are_sorted() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/en/lexicon");
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        for path in files.filter(|path| path.extension().is_some_and(|found| found == "txt")) {
            let text = std::fs::read_to_string(&path).unwrap();
            let words: Vec<&str> =
                text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
            let header = text.lines().take_while(|line| line.starts_with('#')).count();
            assert_eq!(
                text.lines().count(),
                header + words.len(),
                "{}: header in the middle",
                path.display()
            );
            assert!(words.is_sorted(), "{} is not sorted by bytes", path.display());
        }
    }
}

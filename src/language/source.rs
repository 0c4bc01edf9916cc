//! What shows that a stretch of text is not English: the function words of the languages that texts are
//! translated from.

use super::WordList;

/// A language that texts are translated from.
#[derive(Debug)]
pub struct SourceLanguage {
    /// Its English name.
    pub name: &'static str,
    /// Function words that are not English words, in lower case.
    pub function_words: WordList,
    /// Elided words that are written together with the next one, before the apostrophe.
    elided: &'static [&'static str],
}

/// All that are known.
pub static SOURCES: [SourceLanguage; 5] = [
    SourceLanguage {
        name: "French",
        function_words: WordList::new(include_str!("../../rules/en/lexicon/source-fr.txt")),
        elided: &["c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "s", "t"],
    },
    SourceLanguage {
        name: "Spanish",
        function_words: WordList::new(include_str!("../../rules/en/lexicon/source-es.txt")),
        elided: &[],
    },
    SourceLanguage {
        name: "German",
        function_words: WordList::new(include_str!("../../rules/en/lexicon/source-de.txt")),
        elided: &[],
    },
    SourceLanguage {
        name: "Italian",
        function_words: WordList::new(include_str!("../../rules/en/lexicon/source-it.txt")),
        elided: &["all", "c", "d", "dall", "dell", "l", "nell", "quell", "sull", "un"],
    },
    SourceLanguage {
        name: "Portuguese",
        function_words: WordList::new(include_str!("../../rules/en/lexicon/source-pt.txt")),
        elided: &[],
    },
];

impl SourceLanguage {
    /// Whether `word` is a function word of the language, or begins with one that is elided.
    ///
    /// A name in capitals (`d’Artagnan`) is none.
    pub fn is_function_word(&self, word: &str) -> bool {
        match word.split_once(['’', '\'']) {
            Some((before, after)) => self.elided.contains(&before) && after.starts_with(char::is_lowercase),
            None => self.function_words.contains(word),
        }
    }
}

/// Phrases of three words and more that English has taken over, in lower case, with `’`.
pub static LOAN_PHRASES: WordList = WordList::new(include_str!("../../rules/en/lexicon/loan-phrases.txt"));

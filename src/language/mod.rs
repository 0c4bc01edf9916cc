//! Data of a target language, read from `rules/<language>/`.

pub mod iso_639;
mod source;
mod word_list;

pub use source::{LOAN_PHRASES, SOURCES, SourceLanguage};
pub use word_list::WordList;

/// The words and lists of one language.
#[derive(Debug)]
pub struct Language {
    /// Words in lower case that a dictionary has; names are not among them.
    pub words: WordList,
    /// The commonest of [`Self::words`].
    pub common_words: WordList,
    /// Abbreviations that are written with a full stop and do not end a sentence, without the stop.
    pub abbreviations: WordList,
    /// Those of the abbreviations that stand before a number, and are words elsewhere (`No. 5`).
    pub numbered_abbreviations: WordList,
    /// Words in lower case that begin a sentence when they have a capital behind an abbreviation.
    pub sentence_starters: WordList,
    /// Verbs that report speech, in the forms that stand beside a quotation.
    pub reporting_verbs: WordList,
}

/// English.
pub fn english() -> &'static Language {
    static ENGLISH: Language = Language {
        words: WordList::new(include_str!("../../rules/en/lexicon/words.txt")),
        common_words: WordList::new(include_str!("../../rules/en/lexicon/common-words.txt")),
        abbreviations: WordList::new(include_str!("../../rules/en/lexicon/abbreviations.txt")),
        numbered_abbreviations: WordList::new(include_str!(
            "../../rules/en/lexicon/numbered-abbreviations.txt"
        )),
        sentence_starters: WordList::new(include_str!("../../rules/en/lexicon/sentence-starters.txt")),
        reporting_verbs: WordList::new(include_str!("../../rules/en/lexicon/reporting-verbs.txt")),
    };
    &ENGLISH
}

//! Data of a target language, read from `rules/<language>/`.

mod source;
mod word_list;

pub use source::{LOAN_PHRASES, SOURCES, SourceLanguage};
pub use word_list::WordList;

/// The words and lists of one language.
#[derive(Debug)]
pub struct Language {
    /// Words in lower case that a dictionary has; names are not among them.
    pub words: WordList,
    /// Abbreviations that are written with a full stop and do not end a sentence, without the stop.
    pub abbreviations: WordList,
    /// Verbs that report speech, in the forms that stand beside a quotation.
    pub reporting_verbs: WordList,
}

/// English.
pub fn english() -> &'static Language {
    static ENGLISH: Language = Language {
        words: WordList::new(include_str!("../../rules/en/lexicon/words.txt")),
        abbreviations: WordList::new(include_str!("../../rules/en/lexicon/abbreviations.txt")),
        reporting_verbs: WordList::new(include_str!("../../rules/en/lexicon/reporting-verbs.txt")),
    };
    &ENGLISH
}

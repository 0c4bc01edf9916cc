//! Parts of speech in the two tag sets of English treebanks.
//!
//! [`Upos`] are the seventeen universal classes of Universal Dependencies, [`Penn`] the tags of the Penn Treebank
//! with the additions of the English Web Treebank (`HYPH`, `ADD`, `AFX`, `GW`, `NFP`), [`VerbForm`] the feature of
//! that name in Universal Dependencies.

/// Declares a tag set: the enum, its spelling and the way back from the spelling.
macro_rules! tag_set {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $tag:ident = $text:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])* $tag,)*
        }

        impl $name {
            /// All tags of the set, in their order.
            pub const ALL: &[Self] = &[$(Self::$tag),*];

            /// The tag as treebanks write it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$tag => $text,)*
                }
            }

            /// The tag that treebanks write as `text`.
            pub fn parse(text: &str) -> Option<Self> {
                match text {
                    $($text => Some(Self::$tag),)*
                    _ => None,
                }
            }
        }
    };
}

tag_set! {
    /// A class of words in Universal Dependencies.
    Upos {
        /// Adjective.
        Adj = "ADJ",
        /// Preposition or postposition.
        Adp = "ADP",
        /// Adverb.
        Adv = "ADV",
        /// Auxiliary, modal verb and the copula.
        Aux = "AUX",
        /// Coordinating conjunction.
        Cconj = "CCONJ",
        /// Determiner.
        Det = "DET",
        /// Interjection.
        Intj = "INTJ",
        /// Common noun.
        Noun = "NOUN",
        /// Number.
        Num = "NUM",
        /// The *to* of an infinitive, *not*, a possessive *’s*.
        Part = "PART",
        /// Pronoun.
        Pron = "PRON",
        /// Name.
        Propn = "PROPN",
        /// Punctuation.
        Punct = "PUNCT",
        /// Subordinating conjunction.
        Sconj = "SCONJ",
        /// Symbol.
        Sym = "SYM",
        /// Main verb.
        Verb = "VERB",
        /// Anything else: foreign words, parts of torn words.
        X = "X",
    }
}

tag_set! {
    /// A tag of the Penn Treebank.
    Penn {
        /// Coordinating conjunction.
        Cc = "CC",
        /// Cardinal number.
        Cd = "CD",
        /// Determiner.
        Dt = "DT",
        /// Existential *there*.
        Ex = "EX",
        /// Foreign word.
        Fw = "FW",
        /// Preposition or subordinating conjunction.
        In = "IN",
        /// Adjective.
        Jj = "JJ",
        /// Comparative adjective.
        Jjr = "JJR",
        /// Superlative adjective.
        Jjs = "JJS",
        /// Marker of a list item.
        Ls = "LS",
        /// Modal verb.
        Md = "MD",
        /// Noun, singular or mass.
        Nn = "NN",
        /// Noun, plural.
        Nns = "NNS",
        /// Name, singular.
        Nnp = "NNP",
        /// Name, plural.
        Nnps = "NNPS",
        /// Predeterminer (*all* the).
        Pdt = "PDT",
        /// Possessive ending.
        Pos = "POS",
        /// Personal pronoun.
        Prp = "PRP",
        /// Possessive pronoun.
        PrpS = "PRP$",
        /// Adverb.
        Rb = "RB",
        /// Comparative adverb.
        Rbr = "RBR",
        /// Superlative adverb.
        Rbs = "RBS",
        /// Particle of a verb.
        Rp = "RP",
        /// Symbol.
        Sym = "SYM",
        /// The word *to*, of an infinitive and as a preposition.
        To = "TO",
        /// Interjection.
        Uh = "UH",
        /// Verb, base form.
        Vb = "VB",
        /// Verb, past tense.
        Vbd = "VBD",
        /// Verb, -ing form.
        Vbg = "VBG",
        /// Verb, past participle.
        Vbn = "VBN",
        /// Verb, present tense, not third person singular.
        Vbp = "VBP",
        /// Verb, present tense, third person singular.
        Vbz = "VBZ",
        /// *Which*, *that*, *whatever* as relative or determiner.
        Wdt = "WDT",
        /// *Who*, *what* as pronoun.
        Wp = "WP",
        /// *Whose*.
        WpS = "WP$",
        /// *When*, *where*, *why*, *how*.
        Wrb = "WRB",
        /// Sign of a currency.
        Dollar = "$",
        /// Opening quotation mark.
        OpenQuote = "``",
        /// Closing quotation mark.
        CloseQuote = "''",
        /// Opening bracket.
        OpenBracket = "-LRB-",
        /// Closing bracket.
        CloseBracket = "-RRB-",
        /// Comma.
        Comma = ",",
        /// Mark that ends a sentence.
        Stop = ".",
        /// Colon, semicolon, dash, dots.
        Colon = ":",
        /// Hyphen inside a word.
        Hyph = "HYPH",
        /// Address on the net.
        Add = "ADD",
        /// Part of a word that stands apart (*non* - *fiction*).
        Afx = "AFX",
        /// Part of a torn word.
        Gw = "GW",
        /// Superfluous punctuation, emoticon.
        Nfp = "NFP",
        /// Word that cannot be read.
        Xx = "XX",
    }
}

tag_set! {
    /// The form of a verb in Universal Dependencies.
    VerbForm {
        /// Finite: *runs*, *ran*, *must*, imperative *run*.
        Fin = "Fin",
        /// Infinitive: to *run*, can *run*.
        Inf = "Inf",
        /// Participle: has *run*, *running* water.
        Part = "Part",
        /// Gerund: *running* is healthy.
        Ger = "Ger",
    }
}

/// What a word is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tag {
    /// Its universal class.
    pub upos: Upos,
    /// Its tag of the Penn Treebank.
    pub penn: Penn,
    /// The form of a verb; nothing for other words.
    pub verb_form: Option<VerbForm>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_is_read_back_from_its_spelling() {
        assert!(Upos::ALL.iter().all(|&tag| Upos::parse(tag.as_str()) == Some(tag)));
        assert!(Penn::ALL.iter().all(|&tag| Penn::parse(tag.as_str()) == Some(tag)));
        assert!(VerbForm::ALL.iter().all(|&form| VerbForm::parse(form.as_str()) == Some(form)));
        assert_eq!((Penn::parse("prp"), Penn::parse("")), (None, None));
    }
}

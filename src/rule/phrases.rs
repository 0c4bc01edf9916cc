//! Rules that are tables of phrases: what stands there, what to write instead, what must be near.

use std::borrow::Cow;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use toml::Spanned;

use super::example::{Example, ExampleKind};
use super::finding::Finding;
use super::rule_text::{RuleText, is_name};
use crate::analysis::{Analysis, Sentence};
use crate::diagnostic::Edit;
use crate::file_error::FileError;
use crate::span::Span;

/// A table of phrases; all of them are found in one pass over the text.
#[derive(Debug)]
pub(crate) struct PhraseTable {
    entries: Vec<Entry>,
    /// The entry of each needle of the automaton.
    entry_of: Vec<usize>,
    automaton: AhoCorasick,
}

#[derive(Debug)]
struct Entry {
    id: Option<Arc<str>>,
    write: Option<String>,
    message: Option<String>,
    near: Vec<String>,
    not_near: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPhrases {
    entries: Vec<Spanned<RawEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawEntry {
    /// Name of the entry; it reports as `group/id`.
    id: Option<Spanned<String>>,
    /// The phrase, or several that are treated alike.
    find: Spanned<OneOrMany>,
    /// What to write instead.
    write: Option<String>,
    /// Why, where the rule's message does not say it.
    message: Option<String>,
    /// One of these words must stand in the same sentence.
    #[serde(default)]
    near: Vec<String>,
    /// None of these words may.
    #[serde(default)]
    not_near: Vec<String>,
    bad: Option<Spanned<String>>,
    fixed: Option<String>,
    good: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl PhraseTable {
    /// Compiles the table of rule `id`, and reads the examples beside its entries.
    ///
    /// # Errors
    /// An empty table or phrase, or an example without its mark.
    pub(super) fn new(
        id: &str,
        raw: RawPhrases,
        file: RuleText<'_>,
    ) -> Result<(Self, Vec<Example>), FileError> {
        let group = id.split('/').next().unwrap_or(id);
        let (mut entries, mut needles, mut entry_of) = (Vec::new(), Vec::new(), Vec::new());
        let mut examples = Vec::new();
        for spanned in raw.entries {
            let raw = spanned.into_inner();
            let name =
                raw.id.as_ref().map_or_else(|| id.to_owned(), |entry| format!("{group}/{}", entry.get_ref()));
            let phrases = match raw.find.get_ref() {
                OneOrMany::One(phrase) => std::slice::from_ref(phrase),
                OneOrMany::Many(phrases) => phrases,
            };
            if let Some(id) = &raw.id {
                check_id(id, &entries, &name, file)?;
                if raw.bad.is_none() || raw.good.is_none() {
                    let error = file.error(id, format!("the entry `{name}` lacks an example"));
                    return Err(error.with_help("an entry with an id has a `bad` and a `good` of its own"));
                }
            }
            if phrases.is_empty() || phrases.iter().any(|phrase| phrase.trim().is_empty()) {
                return Err(file.error(&raw.find, "an empty phrase"));
            }
            for phrase in phrases {
                needles.push(phrase.clone());
                entry_of.push(entries.len());
            }
            if let Some(text) = &raw.bad {
                examples.push(file.example(&name, ExampleKind::Bad, text, raw.fixed.clone())?);
            }
            if let Some(text) = &raw.good {
                examples.push(file.example(&name, ExampleKind::Good, text, None)?);
            }
            entries.push(Entry {
                id: raw.id.map(|_| name.into()),
                write: raw.write,
                message: raw.message,
                near: raw.near,
                not_near: raw.not_near,
            });
        }
        if entries.is_empty() {
            return Err(FileError::new(file.path, "the table of phrases is empty"));
        }
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(&needles)
            .map_err(|error| {
                FileError::new(file.path, format!("the table of phrases is too large: {error}"))
            })?;
        Ok((Self { entries, entry_of, automaton }, examples))
    }

    /// Ids of the entries that report under a name of their own.
    pub(super) fn entry_ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter_map(|entry| entry.id.as_deref())
    }

    /// All entries found in the document, as whole words; of two that overlap, the one that begins first, and of
    /// two that begin together, the longer one.
    pub(super) fn find(&self, analysis: &Analysis<'_>) -> Vec<Finding> {
        let text = analysis.text();
        let mut findings = Vec::new();
        let mut context = Context::new(analysis);
        for block in analysis.document.blocks() {
            let inside = unwrapped(block.span.of(text));
            let mut found: Vec<(Span, usize)> = self
                .automaton
                .find_overlapping_iter(inside.as_ref())
                .map(|found| (Span::from(found.range()), self.entry_of[found.pattern().as_usize()]))
                .filter(|(span, _)| is_whole(&inside, *span))
                .collect();
            found.sort_by_key(|(span, entry)| (span.start, usize::MAX - span.end, *entry));
            let mut free = 0;
            for (span, n) in found {
                let place = span.shifted(block.span.start);
                if span.start >= free && context.allows(&self.entries, n, place) {
                    findings.push(self.entries[n].finding(text, place));
                    free = span.end;
                }
            }
        }
        findings
    }
}

/// The text of a block with its line ends as spaces, so that a phrase may run over them; no place moves.
fn unwrapped(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { Cow::Owned(text.replace('\n', " ")) } else { Cow::Borrowed(text) }
}

/// What the sentences around phrases allow; each sentence is read once for each entry.
struct Context<'a, 'd> {
    analysis: &'a Analysis<'d>,
    decided: FxHashMap<(usize, usize), bool>,
}

impl<'a, 'd> Context<'a, 'd> {
    fn new(analysis: &'a Analysis<'d>) -> Self {
        Self { analysis, decided: FxHashMap::default() }
    }

    /// Whether the words around `place` allow entry `n` of `entries`.
    fn allows(&mut self, entries: &[Entry], n: usize, place: Span) -> bool {
        let entry = &entries[n];
        if entry.near.is_empty() && entry.not_near.is_empty() {
            return true;
        }
        let Some(sentence) = self.analysis.sentence_at(place.start) else { return false };
        let decided = self.decided.entry((sentence.span.start, n));
        *decided.or_insert_with(|| entry.fits(self.analysis, sentence))
    }
}

impl Entry {
    /// Whether the words of `sentence` allow the entry.
    fn fits(&self, analysis: &Analysis<'_>, sentence: &Sentence) -> bool {
        let tokens = &analysis.tokens[sentence.tokens.clone()];
        let has =
            |word: &String| tokens.iter().any(|token| token.of(analysis.text()).eq_ignore_ascii_case(word));
        (self.near.is_empty() || self.near.iter().any(has)) && !self.not_near.iter().any(has)
    }

    /// The finding for the entry at `span`; a capital at its start is kept in what is written instead.
    fn finding(&self, text: &str, span: Span) -> Finding {
        let mut finding = Finding::at(span);
        finding.id.clone_from(&self.id);
        finding.message.clone_from(&self.message);
        match &self.write {
            Some(write) if span.of(text).starts_with(char::is_uppercase) => {
                finding.edit(Edit::replace(span, capitalised(write)))
            }
            Some(write) => finding.edit(Edit::replace(span, write.as_str())),
            None => finding,
        }
    }
}

/// Checks the id of an entry: it is a name, and no entry before it has it.
fn check_id(
    id: &Spanned<String>,
    entries: &[Entry],
    name: &str,
    file: RuleText<'_>,
) -> Result<(), FileError> {
    if !is_name(id.get_ref()) {
        return Err(file.error(id, "an id is written in lower case with hyphens"));
    }
    if entries.iter().any(|entry| entry.id.as_deref() == Some(name)) {
        return Err(file.error(id, format!("another entry of this table is called `{name}`")));
    }
    Ok(())
}

/// Whether no letter or digit touches `span` where its own edge is one.
fn is_whole(text: &str, span: Span) -> bool {
    let joined = |outer: Option<char>, inner: Option<char>| {
        outer.is_some_and(char::is_alphanumeric) && inner.is_some_and(char::is_alphanumeric)
    };
    let inside = span.of(text);
    !joined(text[..span.start].chars().next_back(), inside.chars().next())
        && !joined(text[span.end..].chars().next(), inside.chars().next_back())
}

/// `word` with a capital at its start.
fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

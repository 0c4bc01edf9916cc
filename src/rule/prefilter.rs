//! One pass over an article that says which patterns can match in it at all.

use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use aho_corasick::{AhoCorasick, MatchKind};
use memchr::memmem;

use super::file::{Matcher, Rule};

/// Building the automaton takes as long as looking for every string in a text of about this many bytes.
const WORTH_AN_AUTOMATON: usize = 50_000;

/// The strings that patterns wait for.
///
/// The patterns are numbered over all rules; a rule without patterns counts as one that matches anywhere.
#[derive(Debug, Default)]
pub(super) struct Prefilter {
    strings: Vec<String>,
    /// For each string, the number of the pattern that waits for it.
    waiting: Vec<usize>,
    /// Whether a pattern can match in every article.
    always: Vec<bool>,
    /// The patterns of each rule.
    of_rule: Vec<Range<usize>>,
    /// Bytes of the texts that were read so far.
    read: AtomicUsize,
    /// Built when many bytes were read; nothing where the strings are too many for it.
    automaton: OnceLock<Option<AhoCorasick>>,
}

impl Prefilter {
    /// The prefilter of `rules`, which are numbered in their order.
    pub(super) fn new<'r>(rules: impl Iterator<Item = &'r Rule>) -> Self {
        let mut prefilter = Self::default();
        for rule in rules {
            let first = prefilter.always.len();
            match &rule.matcher {
                Matcher::Regex(regex) => {
                    regex.patterns.iter().for_each(|pattern| prefilter.add(&pattern.literals));
                }
                _ => prefilter.add(&[]),
            }
            prefilter.of_rule.push(first..prefilter.always.len());
        }
        prefilter
    }

    /// Adds a pattern that waits for one of `strings`.
    fn add(&mut self, strings: &[String]) {
        let number = self.always.len();
        self.always.push(strings.is_empty());
        self.strings.extend_from_slice(strings);
        self.waiting.resize(self.strings.len(), number);
    }

    /// The numbers of the patterns of rule `n`.
    pub(super) fn patterns_of(&self, n: usize) -> Range<usize> {
        self.of_rule[n].clone()
    }

    /// Which patterns can match somewhere in `text`, by number.
    pub(super) fn candidates(&self, text: &str) -> Vec<bool> {
        let mut candidates = self.always.clone();
        let read = self.read.fetch_add(text.len(), Ordering::Relaxed) + text.len();
        if read < WORTH_AN_AUTOMATON {
            let text = text.to_ascii_lowercase();
            for (string, &number) in self.strings.iter().zip(&self.waiting) {
                candidates[number] =
                    candidates[number] || memmem::find(text.as_bytes(), string.as_bytes()).is_some();
            }
            return candidates;
        }
        let Some(automaton) = self.automaton.get_or_init(|| self.build()) else {
            return vec![true; candidates.len()];
        };
        let mut left = candidates.iter().filter(|runs| !**runs).count();
        for found in automaton.find_overlapping_iter(text) {
            let runs = &mut candidates[self.waiting[found.pattern().as_usize()]];
            if !*runs {
                *runs = true;
                left -= 1;
            }
            if left == 0 {
                break;
            }
        }
        candidates
    }

    fn build(&self) -> Option<AhoCorasick> {
        let mut builder = AhoCorasick::builder();
        builder.ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(&self.strings).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::{ExampleKind, RuleSet};

    #[test]
    fn no_rule_is_kept_from_its_own_examples() {
        let rules = RuleSet::builtin().unwrap();
        let prefilter = Prefilter::new(rules.all());
        for (n, rule) in rules.all().enumerate() {
            for example in rule.examples.iter().filter(|example| example.kind == ExampleKind::Bad) {
                let candidates = prefilter.candidates(&example.text);
                let runs = prefilter.patterns_of(n).any(|pattern| candidates[pattern]);
                assert!(runs, "{}: {}", rule.id, example.text);
            }
        }
    }

    #[test]
    fn short_and_long_texts_have_the_same_candidates() {
        let rules = RuleSet::builtin().unwrap();
        let prefilter = Prefilter::new(rules.all());
        let examples: Vec<&str> =
            rules.all().flat_map(|rule| &rule.examples).map(|example| example.text.as_str()).collect();
        let mut short = Vec::new();
        for text in &examples {
            prefilter.read.store(0, Ordering::Relaxed);
            short.push(prefilter.candidates(text));
        }
        prefilter.read.store(WORTH_AN_AUTOMATON, Ordering::Relaxed);
        let long: Vec<Vec<bool>> = examples.iter().map(|text| prefilter.candidates(text)).collect();
        assert!(short == long);
    }

    #[test]
    fn patterns_that_come_with_mtlint_compile() {
        let rules = RuleSet::builtin().unwrap();
        for rule in rules.all() {
            if let Matcher::Regex(regex) = &rule.matcher {
                let patterns = regex.patterns.iter().map(|pattern| &pattern.regex);
                for pattern in regex.unless.iter().chain(patterns.clone()) {
                    assert_eq!(pattern.compile(), Ok(()), "{}", rule.id);
                }
                let suggest = regex.suggest.as_deref().unwrap_or_default();
                for pattern in patterns {
                    assert_eq!(pattern.unknown_group(suggest), None, "{}", rule.id);
                }
            }
        }
    }
}

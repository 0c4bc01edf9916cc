//! One pass over an article that says which patterns can match in it at all.

use aho_corasick::{AhoCorasick, MatchKind};

use super::file::{Matcher, Rule};

/// The words that rules wait for.
#[derive(Debug, Default)]
pub(super) struct Prefilter {
    automaton: Option<AhoCorasick>,
    /// For each word, the number of the rule that waits for it.
    waiting: Vec<usize>,
    /// Whether a rule runs on every article.
    always: Vec<bool>,
}

impl Prefilter {
    /// The prefilter of `rules`, which are numbered in their order.
    pub(super) fn new<'r>(rules: impl Iterator<Item = &'r Rule>) -> Self {
        let (mut words, mut waiting, mut always) = (Vec::new(), Vec::new(), Vec::new());
        for (n, rule) in rules.enumerate() {
            let required = match &rule.matcher {
                Matcher::Regex(regex) => regex.required.as_ref(),
                _ => None,
            };
            always.push(required.is_none());
            for word in required.into_iter().flat_map(|literals| &literals.0) {
                words.push(word);
                waiting.push(n);
            }
        }
        let automaton =
            AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::Standard).build(&words);
        match automaton {
            Ok(automaton) => Self { automaton: Some(automaton), waiting, always },
            // Too many words for an automaton: then every rule runs.
            Err(_) => Self { automaton: None, waiting, always: vec![true; always.len()] },
        }
    }

    /// Which rules can match somewhere in `text`, by number.
    pub(super) fn candidates(&self, text: &str) -> Vec<bool> {
        let mut candidates = self.always.clone();
        let mut left = candidates.iter().filter(|runs| !**runs).count();
        let Some(automaton) = self.automaton.as_ref().filter(|_| left > 0) else { return candidates };
        for found in automaton.find_overlapping_iter(text) {
            let runs = &mut candidates[self.waiting[found.pattern().as_usize()]];
            if !*runs {
                *runs = true;
                left -= 1;
                if left == 0 {
                    break;
                }
            }
        }
        candidates
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
                assert!(prefilter.candidates(&example.text)[n], "{}: {}", rule.id, example.text);
            }
        }
    }

    #[test]
    fn patterns_that_come_with_mtlint_compile() {
        let rules = RuleSet::builtin().unwrap();
        for rule in rules.all() {
            if let Matcher::Regex(regex) = &rule.matcher {
                for pattern in regex.unless.iter().chain([&regex.pattern]) {
                    assert_eq!(pattern.compile(), Ok(()), "{}", rule.id);
                }
                let suggest = regex.suggest.as_deref().unwrap_or_default();
                assert_eq!(regex.pattern.unknown_group(suggest), None, "{}", rule.id);
            }
        }
    }
}

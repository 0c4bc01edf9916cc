//! A rule at work, and its examples as tests.

use super::example::{self, Example, ExampleKind, Failure};
use super::file::{Matcher, Rule};
use super::finding::Finding;
use super::phrases::PhraseTable;
use super::set::RuleSet;
use crate::analysis::Analysis;
use crate::document::Document;
use crate::fix;
use crate::language;
use crate::span::Span;

/// A rule that can find something in a text.
#[derive(Debug)]
pub(crate) struct Candidate<'r> {
    pub(crate) rule: &'r Rule,
    /// Which of its patterns can match.
    pub(super) patterns: Vec<bool>,
}

impl Candidate<'_> {
    /// Everything the rule finds in a document that consists of the text.
    pub(crate) fn find(&self, analysis: &Analysis<'_>) -> Vec<Finding> {
        match &self.rule.matcher {
            Matcher::Regex(regex) => regex.find(analysis, |n| self.patterns[n]),
            Matcher::Phrases(table) => table.find(analysis),
            Matcher::Native(check) => check(analysis),
        }
    }

    /// Compiles what the rule needs, if that was not done yet.
    pub(super) fn prepare(&self) {
        if let Matcher::Regex(regex) = &self.rule.matcher {
            let patterns = regex.patterns.iter().zip(&self.patterns).filter(|(_, can_match)| **can_match);
            for (pattern, _) in patterns {
                pattern.regex.get();
            }
        }
    }
}

impl Rule {
    /// Everything the rule finds in a document, whichever of its patterns finds it.
    fn find(&self, analysis: &Analysis<'_>) -> Vec<Finding> {
        let patterns = if let Matcher::Regex(regex) = &self.matcher { regex.patterns.len() } else { 1 };
        Candidate { rule: self, patterns: vec![true; patterns] }.find(analysis)
    }

    /// Ids of the entries of its phrases that report under a name of their own.
    pub(crate) fn entry_ids(&self) -> impl Iterator<Item = &str> {
        let table = if let Matcher::Phrases(table) = &self.matcher { Some(table) } else { None };
        table.into_iter().flat_map(PhraseTable::entry_ids)
    }

    /// Runs the rule on its example; `None` where they agree.
    fn try_example(&self, example: &Example) -> Option<String> {
        let document = Document::plain(example.text.as_str());
        let analysis = Analysis::new(&document, language::english());
        let mut findings = self.find(&analysis);
        findings.sort_by_key(|finding| finding.span);
        let spans: Vec<Span> = findings.iter().map(|finding| finding.span).collect();
        let as_marked = spans == example.spans;
        let found = example::mark(&example.text, &spans);
        let expected = example::mark(&example.text, &example.spans);
        match example.kind {
            ExampleKind::Bad if !as_marked => Some(format!("expected  {expected}\n    found     {found}")),
            ExampleKind::Good if !spans.is_empty() => {
                Some(format!("expected no finding\n    found     {found}"))
            }
            ExampleKind::Missed if as_marked => Some("it is found now: move it to `[[bad]]`".to_owned()),
            ExampleKind::FalseAlarm if !as_marked => {
                Some("it is no longer reported as marked: move it to `[[good]]`, or mark it anew".to_owned())
            }
            ExampleKind::Bad => self.compare_fix(example, &findings),
            _ => None,
        }
    }

    /// Compares the text after all fixes with the example's.
    fn compare_fix(&self, example: &Example, findings: &[Finding]) -> Option<String> {
        let edits: Vec<_> = findings.iter().map(|finding| finding.edits.clone()).collect();
        let fixed = fix::apply(&example.text, edits.iter().map(Vec::as_slice)).text;
        match &example.fixed {
            Some(expected) if *expected != fixed => {
                Some(format!("expected fix  {expected}\n    made          {fixed}"))
            }
            None if self.fix.is_some() && edits.iter().any(|edits| !edits.is_empty()) => {
                Some(format!("the example has a fix but no `fixed` text; it would read\n    {fixed}"))
            }
            _ => None,
        }
    }
}

impl RuleSet {
    /// Runs the examples of every rule whose id passes `wanted`; returns how many ran, and the failures.
    pub fn run_examples(&self, wanted: impl Fn(&str) -> bool) -> (usize, Vec<Failure>) {
        let mut count = 0;
        let mut failures = Vec::new();
        for rule in self.all().filter(|rule| wanted(&rule.id)) {
            for example in &rule.examples {
                count += 1;
                if let Some(message) = rule.try_example(example) {
                    let (path, line) = (rule.path.clone(), example.line);
                    failures.push(Failure { rule: rule.id.to_string(), path, line, message });
                }
            }
        }
        (count, failures)
    }
}

//! Words of the source that the translator kept in square brackets.

use super::source_run::{language_of_bracket, span_of};
use crate::analysis::Analysis;
use crate::rule::finding::Finding;

/// The most tokens between two brackets that belong together.
const LONGEST: usize = 40;

/// Reports square brackets around words of one source language.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let tokens = &analysis.tokens;
    let mut findings = Vec::new();
    let mut open: Option<usize> = None;
    for (n, token) in tokens.iter().enumerate() {
        match token.of(text) {
            "[" => open = Some(n),
            "]" => {
                if let Some(start) = open.take()
                    && tokens[start].block == token.block
                    && n - start <= LONGEST
                    && let Some(language) = language_of_bracket(analysis, &tokens[start + 1..n])
                    && let Some(span) = span_of(&tokens[start..=n])
                {
                    findings
                        .push(Finding::at(span).message(format!("“{{match}}” is still {}", language.name)));
                }
            }
            _ => {}
        }
    }
    findings
}

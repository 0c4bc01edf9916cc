//! “The readers and readers”: the two genders of the source became one word.

use crate::analysis::{Analysis, TokenKind};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Words before the pair that show that persons or things are counted, not time that drags on.
const DETERMINERS: &[&str] = &[
    "all", "dear", "former", "his", "her", "its", "many", "my", "our", "other", "some", "the", "their",
    "these", "those", "young", "your",
];

/// Reports `X and X` and `X or X` behind a determiner, the noun in the plural.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let mut findings = Vec::new();
    for (n, window) in analysis.tokens.windows(4).enumerate() {
        let [before, one, and, two] = window else { continue };
        let word = one.of(text);
        if !matches!(and.of(text), "and" | "or") || word != two.of(text) || before.block != two.block {
            continue;
        }
        let is_plural = one.kind == TokenKind::Word
            && word.len() > 3
            && word.starts_with(char::is_lowercase)
            && word.ends_with('s')
            && !word.ends_with("ss");
        let determined = DETERMINERS.contains(&before.of(text).to_lowercase().as_str());
        // “the hours and hours of waiting”: the repetition counts.
        let counts =
            analysis.tokens.get(n + 4).is_some_and(|token| matches!(token.of(text), "of" | "and" | "-"));
        if is_plural && determined && !counts {
            let finding = Finding::at(before.span.cover(two.span));
            findings.push(finding.edit(Edit::delete(Span::new(one.span.end, two.span.end))));
        }
    }
    findings
}

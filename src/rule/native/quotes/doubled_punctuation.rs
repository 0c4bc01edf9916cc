//! `we are ready.”, he said`: a comma or full stop on either side of the closing mark.

use crate::analysis::Analysis;
use crate::analysis::mark::{Mark, Role};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// How many bytes of a word or of the words behind a quotation are looked at.
const LONGEST: usize = 60;

/// Finds a full stop or comma before a closing mark and another one behind it.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let closing = analysis.marks.iter().filter(|mark| mark.role == Role::Close);
    closing.filter_map(|mark| finding(analysis, mark)).collect()
}

fn finding(analysis: &Analysis<'_>, mark: &Mark) -> Option<Finding> {
    let text = analysis.text();
    let (inner, outer) = (mark.before?, mark.after?);
    let (before, after) = (mark.span.start - inner.len_utf8(), mark.span.end + outer.len_utf8());
    let (inside, outside) = (Span::new(before, mark.span.start), Span::new(mark.span.end, after));
    let finding = Finding::at(Span::new(before, after));
    match (inner, outer) {
        // One of the two is enough; English has it inside.
        ('.', '.') | (',', ',') if !abbreviates(text, before, analysis) => {
            Some(finding.edit(Edit::delete(outside)))
        }
        // “… ready.”, he said: the sentence goes on, so the comma stays and moves inside.
        ('.', ',') if !abbreviates(text, before, analysis) => {
            Some(finding.edit(Edit::replace(inside, ",")).edit(Edit::delete(outside)))
        }
        (',', '.') => Some(finding.edit(Edit::replace(inside, ".")).edit(Edit::delete(outside))),
        // “Why?”, he asked. A title may end so: only before an attribution is it an error.
        ('!' | '?', ',') if attribution_follows(analysis, after) => Some(finding.edit(Edit::delete(outside))),
        _ => None,
    }
}

/// Whether the full stop at byte `stop` belongs to an abbreviation or an ellipsis.
fn abbreviates(text: &str, stop: usize, analysis: &Analysis<'_>) -> bool {
    let word =
        text[..stop].rsplit(|c: char| c.is_whitespace() || matches!(c, '“' | '"' | '(')).next().unwrap_or("");
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    word.contains('.')
        || initial
        || analysis.language.abbreviations.contains(word)
        || matches!(word, "Inc" | "Ltd" | "Co" | "Corp" | "Bros" | "Jr" | "etc" | "Plc")
}

/// Whether the words after byte `at` say who spoke: `he said`, `says the mayor`.
fn attribution_follows(analysis: &Analysis<'_>, at: usize) -> bool {
    let text = analysis.text();
    let tokens = analysis.tokens_in(at, text.ceil_char_boundary((at + LONGEST).min(text.len())));
    tokens
        .iter()
        .take(2)
        .any(|token| analysis.language.reporting_verbs.contains(&token.of(text).to_lowercase()))
}

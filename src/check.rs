//! The one call: a document and rules in, diagnostics out.

use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Edit, Fix, Label};
use crate::document::{Document, SourceMap};
use crate::language;
use crate::rule::{Finding, Rule, RuleSet};
use crate::span::Span;

/// What is known about the text beside the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The language it was translated from (ISO 639-1), if known.
    pub from: Option<String>,
}

/// Checks a document with the selected rules.
///
/// The diagnostics come by position, then by rule; the same input gives the same output.
pub fn check(document: &Document, rules: &RuleSet, options: &Options) -> Vec<Diagnostic> {
    let analysis = Analysis::new(document, language::english());
    let mut diagnostics = Vec::new();
    for candidate in rules.active_on(options.from.as_deref(), document.text()) {
        let rule = candidate.rule;
        for finding in candidate.find(&analysis) {
            let diagnostic = diagnostic(rule, finding, document);
            if rules.reports(rule, &diagnostic.rule) {
                diagnostics.push(diagnostic);
            }
        }
    }
    diagnostics.sort_by(|a, b| (a.span, &a.rule, &a.message).cmp(&(b.span, &b.rule, &b.message)));
    diagnostics.dedup();
    diagnostics
}

/// A finding with the words of its rule, in bytes of the file.
fn diagnostic(rule: &Rule, finding: Finding, document: &Document) -> Diagnostic {
    let map = document.map();
    let found = finding.span.of(document.text());
    let message = finding.message.as_deref().unwrap_or(&rule.message).replace("{match}", &shortened(found));
    Diagnostic {
        rule: finding.id.clone().unwrap_or_else(|| rule.id.clone()),
        category: rule.category.clone(),
        severity: rule.severity,
        status: rule.status,
        message,
        span: map.span_to_source(finding.span),
        fixes: fix(rule, &finding, document).into_iter().collect(),
        labels: finding
            .labels
            .into_iter()
            .map(|label| Label { span: map.span_to_source(label.span), ..label })
            .collect(),
    }
}

/// The fix of a finding, if it has edits and its rule allows them.
fn fix(rule: &Rule, finding: &Finding, document: &Document) -> Option<Fix> {
    let applicability = finding.applicability(rule.fix?);
    if finding.edits.is_empty() {
        return None;
    }
    let mut edits = finding.edits.clone();
    edits.sort();
    // Two marks with white space alone between them may both claim it; then only a person can mend it.
    if edits.windows(2).any(|pair| pair[0].span.end > pair[1].span.start) {
        return None;
    }
    let title = title(&edits, finding.span, document.text());
    let edits = to_source(edits, document.map());
    Some(Fix { title, applicability, edits })
}

/// Edits in bytes of the file.
fn to_source(edits: Vec<Edit>, map: &SourceMap) -> Vec<Edit> {
    edits.into_iter().map(|edit| Edit { span: map.span_to_source(edit.span), ..edit }).collect()
}

/// What the edits do, as a button would say it: the words around them as they will stand.
fn title(edits: &[Edit], place: Span, text: &str) -> String {
    let whole = edits.iter().fold(place, |whole, edit| whole.cover(edit.span));
    let whole = with_words(whole, text);
    if let [edit] = edits
        && edit.text.is_empty()
    {
        return match edit.span.of(text) {
            blank if blank.trim().is_empty() => "remove the white space".to_owned(),
            gone => format!("remove “{}”", shortened(gone)),
        };
    }
    let mut written = String::new();
    let mut at = whole.start;
    for edit in edits {
        written += &text[at..edit.span.start];
        written += &edit.text;
        at = edit.span.end;
    }
    written += &text[at..whole.end];
    format!("write {}", shortened(&written))
}

/// `span` out to the white space around it, so that a mark is shown with the word it touches.
fn with_words(span: Span, text: &str) -> Span {
    const REACH: usize = 24;
    let from = text.floor_char_boundary(span.start.saturating_sub(REACH));
    let to = text.ceil_char_boundary((span.end + REACH).min(text.len()));
    let left = text[from..span.start].rfind(char::is_whitespace);
    let right = text[span.end..to].find(char::is_whitespace);
    let start =
        left.map_or(from, |at| at + from + text[at + from..].chars().next().map_or(0, char::len_utf8));
    Span::new(start, right.map_or(to, |at| span.end + at))
}

/// The text on one line, its middle left out where it is long.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = line.chars().count();
    if count <= LONGEST {
        return line;
    }
    let head: String = line.chars().take(LONGEST / 2).collect();
    let tail: String = line.chars().skip(count - LONGEST / 2 + 3).collect();
    // The cut is at a word's edge where there is one.
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(words, _)| words);
    let tail = tail.split_once(' ').map_or(tail.as_str(), |(_, words)| words);
    format!("{head} … {tail}")
}

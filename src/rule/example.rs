//! The examples inside a rule file: marked text, and the test that they are.

use std::fmt;

use crate::span::Span;

/// What an example shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExampleKind {
    /// The rule reports the marked spans and nothing else.
    Bad,
    /// The rule reports nothing.
    Good,
    /// The rule should report the marked spans, and does not yet.
    Missed,
    /// The rule reports the marked spans, and should not.
    FalseAlarm,
}

/// One example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// What it shows.
    pub kind: ExampleKind,
    /// The text without the braces that mark the spans.
    pub text: String,
    /// The marked spans.
    pub spans: Vec<Span>,
    /// The text after every fix is made.
    pub fixed: Option<String>,
    /// Line of the rule file, from 1.
    pub line: usize,
}

/// An example that its rule does not live up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Id of the rule.
    pub rule: String,
    /// Path of the rule file.
    pub path: String,
    /// Line of the example, from 1.
    pub line: usize,
    /// What was expected and what came.
    pub message: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.path, self.line, self.rule, self.message)
    }
}

/// Takes the braces out of a marked text; a doubled brace is a brace of the text.
///
/// # Errors
/// What is wrong with the braces.
pub(super) fn unmark(marked: &str) -> Result<(String, Vec<Span>), &'static str> {
    let mut text = String::with_capacity(marked.len());
    let mut spans = Vec::new();
    let mut opened = None;
    let mut chars = marked.chars().peekable();
    while let Some(c) = chars.next() {
        if matches!(c, '{' | '}') && chars.next_if_eq(&c).is_some() {
            text.push(c);
            continue;
        }
        match (c, opened) {
            ('{', None) => opened = Some(text.len()),
            ('{', Some(_)) => return Err("a `{` inside of `{…}`; write `{{` for a brace of the text"),
            ('}', Some(start)) => {
                spans.push(Span::new(start, text.len()));
                opened = None;
            }
            ('}', None) => return Err("a `}` without a `{`; write `}}` for a brace of the text"),
            _ => text.push(c),
        }
    }
    if opened.is_some() {
        return Err("a `{` without a `}`");
    }
    Ok((text, spans))
}

/// Puts braces around `spans` of `text`, as a rule file would write it.
pub(super) fn mark(text: &str, spans: &[Span]) -> String {
    let mut marked = String::with_capacity(text.len() + 2 * spans.len());
    let mut at = 0;
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    for span in spans {
        let start = span.start.max(at);
        let end = span.end.max(start);
        marked += &escaped(&text[at..start]);
        marked.push('{');
        marked += &escaped(&text[start..end]);
        marked.push('}');
        at = end;
    }
    marked + &escaped(&text[at..])
}

/// `text` with its own braces doubled.
fn escaped(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_mark_spans_and_doubled_braces_are_text() {
        let (text, spans) = unmark("a {“b”} {{c}} {d}").unwrap();
        assert_eq!(text, "a “b” {c} d");
        assert_eq!(spans.iter().map(|s| s.of(&text)).collect::<Vec<_>>(), ["“b”", "d"]);
        assert_eq!(mark("a b {c}", &[Span::new(2, 3)]), "a {b} {{c}}");
        assert!(unmark("a {b").is_err() && unmark("a} b").is_err() && unmark("{a {b}}").is_err());
    }
}

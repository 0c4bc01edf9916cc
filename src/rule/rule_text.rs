//! The text of a rule file while it is read: what every error about it needs.

use toml::Spanned;

use super::example::{Example, ExampleKind, unmark};
use super::lazy_regex::LazyRegex;
use super::required::{PLACE, framed};
use crate::file_error::FileError;

/// A rule file's path, as it should be named to the user, and its text.
#[derive(Clone, Copy)]
pub(super) struct RuleText<'t> {
    pub(super) path: &'t str,
    pub(super) text: &'t str,
    /// Whether it comes with mtlint: a test has compiled its patterns, so that loading need not.
    pub(super) built_in: bool,
}

/// Whether `part` can be the group, the name or the entry in a rule id.
pub(super) fn is_name(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

impl RuleText<'_> {
    /// An error at the place of `value`.
    pub(super) fn error<T>(&self, value: &Spanned<T>, message: impl Into<String>) -> FileError {
        FileError::at(self.path, self.text, value.span(), message)
    }

    /// A regular expression of the file in its `frame`, and the strings one of which its matches have.
    pub(super) fn regex(
        &self,
        pattern: &Spanned<String>,
        frame: Option<&Spanned<String>>,
    ) -> Result<(LazyRegex, Vec<String>), FileError> {
        if let Some(frame) = frame.filter(|frame| !frame.get_ref().contains(PLACE)) {
            return Err(self
                .error(frame, "the frame has no place for a pattern")
                .with_help(format!("write `{PLACE}` where the patterns stand")));
        }
        let whole = framed(frame.map(|frame| frame.get_ref().as_str()), pattern.get_ref());
        if self.built_in
            && let Some(known) = LazyRegex::built_in(&whole)
        {
            return Ok(known);
        }
        let refused =
            |reason: String| self.error(pattern, format!("this is no regular expression: {reason}"));
        let (regex, literals) = LazyRegex::new(whole).map_err(refused)?;
        regex.compile().map_err(refused)?;
        Ok((regex, literals))
    }

    /// Checks that `suggest` names groups that `pattern` has; of a rule that comes with mtlint, a test has.
    pub(super) fn check_groups(
        &self,
        suggest: &Spanned<String>,
        pattern: &LazyRegex,
    ) -> Result<(), FileError> {
        if self.built_in {
            return Ok(());
        }
        match pattern.unknown_group(suggest.get_ref()) {
            None => Ok(()),
            Some(name) => Err(self
                .error(suggest, format!("the pattern has no group `{name}`"))
                .with_help("write `${1}` or `${name}` where letters follow, and `$$` for a dollar sign")),
        }
    }

    /// An example of the rule or entry `id`, with its braces taken out.
    pub(super) fn example(
        &self,
        id: &str,
        kind: ExampleKind,
        text: &Spanned<String>,
        fixed: Option<String>,
    ) -> Result<Example, FileError> {
        let (unmarked, spans) = unmark(text.get_ref()).map_err(|reason| self.error(text, reason))?;
        let marked = kind != ExampleKind::Good;
        if marked == spans.is_empty() {
            let message = if marked {
                format!("this example of `{id}` marks no place")
            } else {
                format!("this good example of `{id}` marks a place")
            };
            return Err(self
                .error(text, message)
                .with_help("put `{…}` around what the rule reports, in `bad`, `missed` and `false_alarm`"));
        }
        let line = 1 + memchr::memchr_iter(b'\n', &self.text.as_bytes()[..text.span().start]).count();
        Ok(Example { kind, text: unmarked, spans, fixed, line })
    }
}

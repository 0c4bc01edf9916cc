//! Errors in files that people write (rules, configuration): what, where, and what to do.

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;

use crate::span::{LineIndex, Span};

/// An error at a place of a TOML file.
///
/// Its `Display` shows the place as compilers do: path, line, column, the line itself, and help.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct FileError {
    /// The file as it should be named to the user.
    pub path: PathBuf,
    /// What is wrong.
    pub message: String,
    /// Where, if the error has a place.
    pub place: Option<Place>,
    /// What to do about it.
    pub help: Option<String>,
}

/// A place and the line around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalar values, from 1.
    pub column: usize,
    /// Length of what is meant, in scalar values on this line; at least 1.
    pub width: usize,
    /// The line.
    pub text: String,
}

impl FileError {
    /// An error about the whole file.
    pub fn new(path: impl Into<PathBuf>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into(), place: None, help: None }
    }

    /// An error at bytes `range` of the file's `text`.
    pub fn at(path: impl Into<PathBuf>, text: &str, range: Range<usize>, message: impl Into<String>) -> Self {
        let index = LineIndex::new(text);
        let start = text.floor_char_boundary(range.start.min(text.len()));
        let end = text.ceil_char_boundary(range.end.min(text.len()));
        let position = index.position(start);
        let line = index.line_span(position.line - 1);
        let width = Span::new(start.min(line.end), end.clamp(start.min(line.end), line.end)).of(text);
        let place = Place {
            line: position.line,
            column: position.column,
            width: width.chars().count().max(1),
            text: line.of(text).to_owned(),
        };
        Self { place: Some(place), ..Self::new(path, message) }
    }

    /// An error of the TOML parser; an unknown key gets a “did you mean”.
    pub fn toml(path: impl Into<PathBuf>, text: &str, error: &toml::de::Error) -> Self {
        let message = error.message().trim_end();
        let help = nearest_expected(message);
        let error = match error.span() {
            Some(range) => Self::at(path, text, range, message),
            None => Self::new(path, message),
        };
        Self { help, ..error }
    }

    /// The same error with a line of help.
    #[must_use]
    pub fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.message)?;
        let margin = self.place.as_ref().map_or(1, |place| place.line.to_string().len());
        let path = self.path.display();
        match &self.place {
            None => write!(f, "{:margin$} ┌─ {path}", "")?,
            Some(Place { line, column, width, text }) => {
                writeln!(f, "{:margin$} ┌─ {path}:{line}:{column}", "")?;
                writeln!(f, "{line} │ {}", text.replace('\t', " "))?;
                let (indent, carets) = (" ".repeat(column - 1), "^".repeat(*width));
                write!(f, "{:margin$} │ {indent}{carets}", "")?;
            }
        }
        match &self.help {
            Some(help) => write!(f, "\n{:margin$} = help: {help}", ""),
            None => Ok(()),
        }
    }
}

/// The name among `known` that `name` was probably meant to be (Damerau–Levenshtein within a third of its length).
pub fn did_you_mean<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let limit = (name.chars().count() / 3).max(2);
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= limit && *distance < candidate.chars().count())
        .min()
        .map(|(_, candidate)| candidate)
}

/// Reads serde's “unknown field `x`, expected one of `a`, `b`” for the nearest name.
fn nearest_expected(message: &str) -> Option<String> {
    let rest =
        message.strip_prefix("unknown field `").or_else(|| message.strip_prefix("unknown variant `"))?;
    let (name, expected) = rest.split_once('`')?;
    let names = expected.split('`').skip(1).step_by(2);
    did_you_mean(name, names).map(|name| format!("did you mean `{name}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_the_line_and_the_place() {
        let error = FileError::at("r.toml", "a = 1\nsevrity = 2\n", 6..13, "unknown key")
            .with_help("did you mean `severity`?");
        assert_eq!(
            error.to_string(),
            "unknown key\n  ┌─ r.toml:2:1\n2 │ sevrity = 2\n  │ ^^^^^^^\n  = help: did you mean `severity`?"
        );
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        assert_eq!(
            did_you_mean("quotes/revresed", ["quotes/reversed", "quotes/unclosed"]),
            Some("quotes/reversed")
        );
        assert_eq!(did_you_mean("zzz", ["quotes/reversed"]), None);
    }
}

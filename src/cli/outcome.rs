//! How a command ended.

use std::fmt;
use std::io;
use std::process::ExitCode;

use crate::file_error::FileError;
use crate::input;

/// How a command ended that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing to complain about.
    Clean,
    /// Something was found.
    Findings,
    /// Part of the work could not be done; the reason is printed already.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Standard output does not take what is written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write to standard output: {}", input::system_words(.0))]
pub(super) struct OutputError(#[from] pub(super) io::Error);

/// Files of rules or configuration that are wrong, at least one.
#[derive(Debug, thiserror::Error)]
pub(super) struct BrokenFiles(pub(super) Vec<FileError>);

impl fmt::Display for BrokenFiles {
    /// One after the other; the first begins without the word “error”, which whoever prints it writes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, error) in self.0.iter().enumerate() {
            if n > 0 {
                write!(f, "\n\nerror: ")?;
            }
            write!(f, "{error}")?;
        }
        Ok(())
    }
}

impl From<FileError> for BrokenFiles {
    fn from(error: FileError) -> Self {
        Self(vec![error])
    }
}

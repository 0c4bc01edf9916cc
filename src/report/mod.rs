//! Diagnostics as people and programs read them: one file a format.

use std::io::{self, Write};
use std::str::FromStr;

use crate::diagnostic::Diagnostic;

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Quoted lines with marks under the words; for people.
    Pretty,
    /// One line a finding: `path:line:column: severity[rule] message`.
    Concise,
    /// The contract `mtlint/1`; for programs.
    Json,
}

/// What came of one file.
#[derive(Debug, Clone, Copy)]
pub struct FileReport<'r> {
    /// The path as the user knows it.
    pub path: &'r str,
    /// The decoded file; spans of `diagnostics` point into it. Empty where the file could not be read.
    pub source: &'r str,
    /// WHATWG name of the encoding it was read as.
    pub encoding: &'r str,
    /// Number of words.
    pub words: usize,
    /// By position.
    pub diagnostics: &'r [Diagnostic],
    /// Why the file could not be checked, if it could not.
    pub error: Option<&'r str>,
}

/// Writes reports of files, one after the other, and a summary.
pub struct Printer<W: Write> {
    _out: W,
    _format: Format,
}

impl<W: Write> Printer<W> {
    /// Starts a report on `out`.
    pub fn new(out: W, format: Format) -> Self {
        Self { _out: out, _format: format }
    }

    /// Writes what came of one file.
    ///
    /// # Errors
    /// What `out` says.
    pub fn file(&mut self, _report: &FileReport<'_>) -> io::Result<()> {
        Ok(())
    }

    /// Writes what comes after the last file.
    ///
    /// # Errors
    /// What `out` says.
    pub fn finish(self) -> io::Result<()> {
        Ok(())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "pretty" => Ok(Self::Pretty),
            "concise" => Ok(Self::Concise),
            "json" => Ok(Self::Json),
            _ => Err(format!("no format is called `{name}`")),
        }
    }
}

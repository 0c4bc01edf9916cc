//! Diagnostics as people and programs read them: one file a format.

mod concise;
mod excerpt;
mod fix_line;
mod glyph;
mod json;
mod paint;
mod pretty;
mod summary;

use std::io::{self, BufWriter, Write};
use std::str::FromStr;

use crate::diagnostic::Diagnostic;
use paint::Paint;
use pretty::Pretty;
use summary::Summary;

pub use glyph::visible;

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Quoted lines with marks under the words; for people.
    Pretty,
    /// One line a finding: `path:line:column: severity[rule]: message`.
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

/// Columns of a pretty report that goes to no terminal.
const DEFAULT_WIDTH: usize = 100;
/// Narrower than this, an excerpt says nothing.
const LEAST_WIDTH: usize = 40;
/// Wider than this, the eye loses the line.
const MOST_WIDTH: usize = 120;

/// Writes reports of files, one after the other, and a summary.
///
/// Each file is written when it comes and then forgotten, so that an archive of any size can be reported.
pub struct Printer<W: Write> {
    out: BufWriter<W>,
    format: Format,
    pretty: Pretty,
    summary: Summary,
}

impl<W: Write> Printer<W> {
    /// Starts a report on `out`: 100 columns wide, without colours.
    pub fn new(out: W, format: Format) -> Self {
        Self {
            out: BufWriter::new(out),
            format,
            pretty: Pretty::new(DEFAULT_WIDTH, Paint::new(false)),
            summary: Summary::default(),
        }
    }

    /// Sets how many columns a pretty report may take; kept between 40 and 120, where it can be read.
    #[must_use]
    pub fn width(mut self, columns: usize) -> Self {
        self.pretty.width = columns.clamp(LEAST_WIDTH, MOST_WIDTH);
        self
    }

    /// Sets whether a pretty report is coloured.
    #[must_use]
    pub fn color(mut self, on: bool) -> Self {
        self.pretty.paint = Paint::new(on);
        self
    }

    /// Sets the command that a pretty report names for the pages of rules; `mtlint explain` at first.
    #[must_use]
    pub fn explain_with(mut self, command: impl Into<String>) -> Self {
        self.pretty.explain = command.into();
        self
    }

    /// Writes what came of one file.
    ///
    /// # Errors
    /// What `out` says.
    pub fn file(&mut self, report: &FileReport<'_>) -> io::Result<()> {
        let first = self.summary.files() == 0;
        self.summary.add(report);
        match self.format {
            Format::Pretty => self.pretty.file(&mut self.out, report)?,
            Format::Concise => concise::file(&mut self.out, report)?,
            Format::Json => json::file(&mut self.out, report, first)?,
        }
        self.out.flush()
    }

    /// Writes what comes after the last file.
    ///
    /// # Errors
    /// What `out` says.
    pub fn finish(mut self) -> io::Result<()> {
        match self.format {
            Format::Pretty => self.pretty.finish(&mut self.out, &self.summary)?,
            Format::Concise => {}
            Format::Json => json::finish(&mut self.out, &self.summary)?,
        }
        self.out.flush()
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "pretty" => Ok(Self::Pretty),
            "concise" => Ok(Self::Concise),
            "json" => Ok(Self::Json),
            _ => Err(format!("no format is called `{name}`; there are pretty, concise and json")),
        }
    }
}

#[cfg(test)]
mod tests;

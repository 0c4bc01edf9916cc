//! Where the output goes: colours, width, and complaints beside the report.

use std::env;
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use colored::Colorize;

use super::args::Color;
use crate::report::{Format, Printer, visible};

/// Columns to write in where there is no terminal to ask.
const DEFAULT_WIDTH: usize = 100;

/// What is known about standard output and standard error.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terminal {
    /// Whether standard output takes colours.
    pub(super) color: bool,
    /// Whether standard error does.
    error_color: bool,
    /// Columns of standard output.
    pub(super) width: usize,
    /// Whether both end on a screen, so that what a report for people says need not be said twice.
    pub(super) shows_both: bool,
}

impl Terminal {
    /// Asks the terminal and the environment.
    pub(super) fn new(choice: Color) -> Self {
        let color = wants_color(choice, io::stdout().is_terminal());
        let error_color = wants_color(choice, io::stderr().is_terminal());
        // Whether to colour is decided here, for each stream, and nowhere else.
        colored::control::set_override(color || error_color);
        let width = terminal_size::terminal_size_of(io::stdout())
            .map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0));
        Self {
            color,
            error_color,
            width,
            shows_both: io::stdout().is_terminal() && io::stderr().is_terminal(),
        }
    }

    /// No colours, the default width.
    pub(super) fn plain() -> Self {
        Self { color: false, error_color: false, width: DEFAULT_WIDTH, shows_both: false }
    }

    /// The printer of a report for this terminal.
    pub(super) fn printer<W: Write>(&self, out: W, format: Format) -> Printer<W> {
        Printer::new(out, format).width(self.width).color(self.color)
    }

    /// Prints a message on standard error. If that is closed too, there is nobody left to tell.
    pub(super) fn complain(&self, message: impl Display) {
        let word = if self.error_color { "error:".red().bold() } else { "error:".normal() };
        let _ = writeln!(io::stderr(), "{word} {}", printable(message));
    }

    /// Prints a remark on standard error.
    pub(super) fn note(&self, message: impl Display) {
        let word = if self.error_color { "note:".bold() } else { "note:".normal() };
        let _ = writeln!(io::stderr(), "{word} {}", printable(message));
    }

    /// `text` set off from its surroundings, where there are colours.
    pub(super) fn strong(&self, text: &str) -> String {
        if self.color { text.bold().to_string() } else { text.to_owned() }
    }
}

/// A message whose lines have nothing that a terminal would obey: names of files and rules may hold anything.
fn printable(message: impl Display) -> String {
    message.to_string().lines().map(visible).collect::<Vec<_>>().join("\n")
}

/// `--color`, then `NO_COLOR` (<https://no-color.org>), then `CLICOLOR_FORCE` and `CLICOLOR`
/// (<https://bixense.com/clicolors>), then what the stream is.
fn wants_color(choice: Color, is_terminal: bool) -> bool {
    let variable = |name| env::var_os(name).filter(|value| !value.is_empty());
    match choice {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if variable("NO_COLOR").is_some() => false,
        Color::Auto if variable("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
        Color::Auto if variable("CLICOLOR").is_some_and(|value| value == "0") => false,
        Color::Auto => is_terminal && variable("TERM").is_none_or(|value| value != "dumb"),
    }
}

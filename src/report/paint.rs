//! Colours of the pretty report, by what a text is there for.

use std::fmt::Write as _;

use colored::Color;

use crate::diagnostic::Severity;

/// What a piece of text is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The article, and words of ours that need no weight.
    Plain,
    /// What the eye should find first: messages, paths.
    Strong,
    /// What it may skip: ellipses, hints.
    Faint,
    /// Line numbers and the frame.
    Frame,
    /// A related place and its message.
    Label,
    /// The place itself, and the name of its severity.
    Severity(Severity),
    /// A fix that may be made without a look.
    Fix,
    /// A fix to confirm.
    Suggestion,
    /// A file that could not be checked.
    Error,
}

/// Adds the escapes of a role to a text, or does not.
///
/// Whether to is decided by the caller and not, as `colored` would have it, by a global switch, so that a
/// report depends on its input alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    on: bool,
}

impl Paint {
    /// With colours, or without.
    pub(super) const fn new(on: bool) -> Self {
        Self { on }
    }

    /// Appends `text` in the colour of `role`.
    pub(super) fn push(self, out: &mut String, role: Role, text: &str) {
        let escapes = if self.on && !text.is_empty() { escapes(role) } else { None };
        match escapes {
            None => out.push_str(text),
            Some((weight, color)) => {
                let separator = if weight.is_empty() || color.is_empty() { "" } else { ";" };
                // Writing to a string cannot fail.
                let _ = write!(out, "\x1b[{weight}{separator}{color}m{text}\x1b[0m");
            }
        }
    }

    /// A line of runs, each in the colour of its role, without the white space at its end.
    pub(super) fn line(self, runs: &[(Role, String)]) -> String {
        let mut out = String::new();
        for (role, run) in runs {
            self.push(&mut out, *role, run);
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// `text` in the colour of `role`.
    pub(super) fn paint(self, role: Role, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 12);
        self.push(&mut out, role, text);
        out
    }
}

/// Weight and colour of a role, as parameters of the escape “select graphic rendition”.
fn escapes(role: Role) -> Option<(&'static str, std::borrow::Cow<'static, str>)> {
    const BOLD: &str = "1";
    let color = |color: Color| (BOLD, color.to_fg_str());
    Some(match role {
        Role::Plain => return None,
        Role::Strong => (BOLD, "".into()),
        Role::Faint => ("2", "".into()),
        Role::Frame => ("", Color::BrightBlue.to_fg_str()),
        Role::Label | Role::Suggestion => color(Color::Cyan),
        Role::Severity(Severity::Neutral) => color(Color::BrightBlue),
        Role::Severity(Severity::Minor) => color(Color::Yellow),
        Role::Severity(Severity::Major) | Role::Error => color(Color::Red),
        Role::Severity(Severity::Critical) => color(Color::Magenta),
        Role::Fix => color(Color::Green),
    })
}

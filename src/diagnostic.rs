//! What a rule reports: a place, a reason, related places, and edits that would mend it.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// How much a defect costs the reader, in the words of MQM.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing, no penalty.
    Neutral,
    /// Noticed, understood all the same.
    Minor,
    /// Misleads or stops the reader.
    Major,
    /// Unfit to print.
    Critical,
}

impl Severity {
    /// All severities, mildest first.
    pub const ALL: [Self; 4] = [Self::Neutral, Self::Minor, Self::Major, Self::Critical];

    /// The name as rule files and reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Minor => "minor",
            Self::Major => "major",
            Self::Critical => "critical",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Severity {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|severity| severity.name() == name).ok_or_else(|| {
            format!("no severity is called `{name}`; there are neutral, minor, major and critical")
        })
    }
}

/// Whether a rule has been measured and found right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Runs by default.
    Stable,
    /// Runs only when asked for.
    Preview,
}

impl Status {
    /// The name as rule files and reports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::Preview => "preview",
        }
    }
}

/// Whether an edit may be made without a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// The meaning cannot change.
    Safe,
    /// A suggestion for a person to confirm.
    Unsafe,
}

/// Replaces the text of `span` by `text`; an empty span inserts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

impl Edit {
    /// Replaces `span` by `text`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Inserts `text` before byte `at`.
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::empty(at), text)
    }

    /// Removes `span`.
    pub fn delete(span: Span) -> Self {
        Self::replace(span, "")
    }
}

/// One way to mend a diagnostic: edits that are made together, in order, without overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What the fix does, as a button would say it.
    pub title: String,
    /// Whether it may be made without a look.
    pub applicability: Applicability,
    /// The edits, by position.
    pub edits: Vec<Edit>,
}

/// A place that belongs to a diagnostic, with what it has to do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// For example “opened here”.
    pub message: String,
}

/// One finding of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// `group/name` of the rule.
    pub rule: Arc<str>,
    /// MQM category, for example `Fluency/Punctuation`.
    pub category: Arc<str>,
    /// How bad it is.
    pub severity: Severity,
    /// Whether the rule is stable.
    pub status: Status,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where, in bytes of the file.
    pub span: Span,
    /// Related places.
    pub labels: Vec<Label>,
    /// Ways to mend it, the best first.
    pub fixes: Vec<Fix>,
}

//! How many findings of which kind, and the score: a file's, and the whole report's.

use std::fmt::Write as _;

use super::FileReport;
use crate::diagnostic::{Applicability, Diagnostic, Severity};
use crate::score::Score;

/// Counts over one file or many.
#[derive(Debug, Clone, Default)]
pub(super) struct Summary {
    files: usize,
    /// Files that could not be checked.
    failed: usize,
    /// Files with findings.
    marked: usize,
    /// Findings by severity, mildest first.
    severities: [usize; 4],
    /// Findings with a fix that may be made without a look.
    safe: usize,
    score: Score,
    /// The path of the first file: the name of the report when there is no other.
    first: Option<String>,
    /// The rule of the first finding.
    rule: Option<String>,
}

impl Summary {
    /// Adds a file.
    pub(super) fn add(&mut self, report: &FileReport<'_>) {
        self.files += 1;
        self.failed += usize::from(report.error.is_some());
        self.marked += usize::from(!report.diagnostics.is_empty());
        for diagnostic in report.diagnostics {
            self.severities[diagnostic.severity as usize] += 1;
            self.safe += usize::from(has_safe_fix(diagnostic));
        }
        self.score.add(report.words, report.diagnostics);
        if self.first.is_none() {
            self.first = Some(report.path.to_owned());
        }
        if self.rule.is_none() {
            self.rule = report.diagnostics.first().map(|diagnostic| diagnostic.rule.to_string());
        }
    }

    /// Number of files.
    pub(super) const fn files(&self) -> usize {
        self.files
    }

    /// Number of files that could not be checked.
    pub(super) const fn failed(&self) -> usize {
        self.failed
    }

    /// Number of files with findings.
    pub(super) const fn marked(&self) -> usize {
        self.marked
    }

    /// Number of findings.
    pub(super) fn findings(&self) -> usize {
        self.severities.iter().sum()
    }

    /// The score of everything.
    pub(super) const fn score(&self) -> Score {
        self.score
    }

    /// The path of the first file.
    pub(super) fn first(&self) -> Option<&str> {
        self.first.as_deref()
    }

    /// The rule of the first finding.
    pub(super) fn rule(&self) -> Option<&str> {
        self.rule.as_deref()
    }

    /// For example `9 findings (7 major, 2 minor), 6 with a safe fix`.
    pub(super) fn counts(&self) -> String {
        let findings = self.findings();
        if findings == 0 {
            return "no findings".to_owned();
        }
        let severities: Vec<String> = Severity::ALL
            .into_iter()
            .rev()
            .filter(|&severity| self.severities[severity as usize] > 0)
            .map(|severity| format!("{} {severity}", grouped(self.severities[severity as usize])))
            .collect();
        let mut text = format!("{} ({})", counted(findings, "finding"), severities.join(", "));
        if self.safe > 0 {
            let _ = write!(text, ", {} with a safe fix", grouped(self.safe));
        }
        text
    }

    /// Whether no file could be checked.
    pub(super) const fn nothing_checked(&self) -> bool {
        self.files > 0 && self.failed == self.files
    }

    /// For example `412 words · MQM score 71.3`.
    pub(super) fn measure(&self) -> String {
        let words = counted(self.score.words(), "word");
        format!("{words} · MQM score {:.1}", self.score.score())
    }
}

/// Whether one of its fixes may be made without a look.
fn has_safe_fix(diagnostic: &Diagnostic) -> bool {
    let safe = |fix: &crate::diagnostic::Fix| fix.applicability == Applicability::Safe;
    diagnostic.fixes.iter().any(safe)
}

/// A number and what it counts, in the plural where it should be.
pub(super) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(count))
}

/// A number with commas between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

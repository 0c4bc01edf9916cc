//! The contract `mtlint/1`: one JSON object, written file by file.
//!
//! Offsets called `byte` count UTF-8 bytes and `char` Unicode scalar values, both from the start of the
//! decoded file, ends exclusive; `line` and `column` count from 1, columns in scalar values.

use std::io::{self, Write};

use serde::Serialize;

use super::FileReport;
use super::summary::Summary;
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Label, Severity, Status};
use crate::span::{LineIndex, Position, Span};

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct FileJson<'r> {
    path: &'r str,
    /// `null` where the file could not be read.
    encoding: Option<&'r str>,
    words: usize,
    error: Option<&'r str>,
    diagnostics: Vec<DiagnosticJson<'r>>,
}

#[derive(Serialize)]
struct DiagnosticJson<'r> {
    rule: &'r str,
    category: &'r str,
    severity: Severity,
    status: Status,
    message: &'r str,
    #[serde(flatten)]
    place: Range,
    labels: Vec<LabelJson<'r>>,
    fixes: Vec<FixJson<'r>>,
}

#[derive(Serialize)]
struct LabelJson<'r> {
    #[serde(flatten)]
    place: Range,
    message: &'r str,
}

#[derive(Serialize)]
struct FixJson<'r> {
    title: &'r str,
    applicability: Applicability,
    edits: Vec<EditJson<'r>>,
}

#[derive(Serialize)]
struct EditJson<'r> {
    #[serde(flatten)]
    place: Range,
    text: &'r str,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct SummaryJson {
    files: usize,
    words: usize,
    diagnostics: usize,
    penalty: f64,
    score: f64,
}

/// Writes one file; before the first, what opens the object.
pub(super) fn file(out: &mut impl Write, report: &FileReport<'_>, first: bool) -> io::Result<()> {
    if first {
        open(out)?;
    } else {
        out.write_all(b",")?;
    }
    out.write_all(b"\n")?;
    let index = LineIndex::new(report.source);
    let file = FileJson {
        path: report.path,
        encoding: Some(report.encoding).filter(|name| !name.is_empty() && report.error.is_none()),
        words: report.words,
        error: report.error,
        diagnostics: report.diagnostics.iter().map(|d| diagnostic(d, &index)).collect(),
    };
    Ok(serde_json::to_writer(out, &file)?)
}

/// Writes what closes the object; all of it where there was no file.
pub(super) fn finish(out: &mut impl Write, summary: &Summary) -> io::Result<()> {
    if summary.files() == 0 {
        open(out)?;
    }
    out.write_all(b"],\n\"summary\":")?;
    let score = summary.score();
    let summary = SummaryJson {
        files: summary.files(),
        words: score.words(),
        diagnostics: summary.findings(),
        penalty: score.penalty(),
        score: score.score(),
    };
    serde_json::to_writer(&mut *out, &summary)?;
    out.write_all(b"}\n")
}

/// Writes everything up to the list of files.
fn open(out: &mut impl Write) -> io::Result<()> {
    out.write_all(br#"{"schema":"mtlint/1","tool":"#)?;
    let tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
    serde_json::to_writer(&mut *out, &tool)?;
    out.write_all(br#","files":["#)
}

fn diagnostic<'r>(diagnostic: &'r Diagnostic, index: &LineIndex<'_>) -> DiagnosticJson<'r> {
    let label = |label: &'r Label| LabelJson { place: range(label.span, index), message: &label.message };
    let edit = |edit: &'r Edit| EditJson { place: range(edit.span, index), text: &edit.text };
    let fix = |fix: &'r Fix| FixJson {
        title: &fix.title,
        applicability: fix.applicability,
        edits: fix.edits.iter().map(edit).collect(),
    };
    DiagnosticJson {
        rule: &diagnostic.rule,
        category: &diagnostic.category,
        severity: diagnostic.severity,
        status: diagnostic.status,
        message: &diagnostic.message,
        place: range(diagnostic.span, index),
        labels: diagnostic.labels.iter().map(label).collect(),
        fixes: diagnostic.fixes.iter().map(fix).collect(),
    }
}

fn range(span: Span, index: &LineIndex<'_>) -> Range {
    Range { start: index.position(span.start), end: index.position(span.end) }
}

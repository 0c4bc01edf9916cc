//! The report for people: each finding with the words it is about, how they would read mended, and the sum.

use std::io::{self, Write};

use super::FileReport;
use super::excerpt::{self, Mark};
use super::fix_line;
use super::glyph::{columns, visible};
use super::paint::{Paint, Role};
use super::summary::{Summary, counted};
use crate::diagnostic::{Diagnostic, Status};
use crate::span::LineIndex;

/// Related places shown with one finding; a sentence that is repeated a hundred times has a hundred.
const MOST_LABELS: usize = 6;

/// Writes files one after the other, an empty line between blocks.
#[derive(Debug, Clone)]
pub(super) struct Pretty {
    /// Columns that an excerpt may take.
    pub(super) width: usize,
    pub(super) paint: Paint,
    /// The command that explains a rule, without the rule.
    pub(super) explain: String,
    last: Written,
}

/// What was written last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    Nothing,
    /// An error or a note.
    Line,
    /// Findings and their sum.
    Block,
}

impl Pretty {
    /// Starts a report.
    pub(super) fn new(width: usize, paint: Paint) -> Self {
        Self { width, paint, explain: "mtlint explain".to_owned(), last: Written::Nothing }
    }

    /// Writes the findings of one file and its summary line; nothing where all is well.
    pub(super) fn file(&mut self, out: &mut impl Write, report: &FileReport<'_>) -> io::Result<()> {
        let path = visible(report.path);
        if let Some(error) = report.error {
            self.line(out, Role::Error, "error", &path, error)?;
        } else if report.encoding != "UTF-8" && !report.encoding.is_empty() {
            let note = format!("read as {}", report.encoding);
            self.line(out, Role::Label, "note", &path, &note)?;
        }
        if report.diagnostics.is_empty() {
            return Ok(());
        }
        if self.last != Written::Nothing {
            writeln!(out)?;
        }
        let index = LineIndex::new(report.source);
        for diagnostic in report.diagnostics {
            self.diagnostic(out, diagnostic, &path, &index)?;
        }
        let mut summary = Summary::default();
        summary.add(report);
        self.last = Written::Block;
        writeln!(out, "{}", summary_line(&path, &summary, self.paint))
    }

    /// Writes the sum over all files; the line of the file itself where there was one only.
    pub(super) fn finish(self, out: &mut impl Write, summary: &Summary) -> io::Result<()> {
        match (summary.files(), summary.first()) {
            (0, _) => writeln!(out, "no files checked")?,
            (1, _) if summary.findings() + summary.failed() > 0 => {}
            (1, Some(path)) => writeln!(out, "{}", summary_line(&visible(path), summary, self.paint))?,
            _ => {
                if self.last != Written::Nothing {
                    writeln!(out)?;
                }
                let line = if summary.nothing_checked() {
                    format!("{}, none checked", counted(summary.files(), "file"))
                } else {
                    summary_line(&all_files(summary), summary, self.paint)
                };
                writeln!(out, "{line}")?;
            }
        }
        if let Some(rule) = summary.rule() {
            let hint = format!("why, with examples: {} {}", self.explain, visible(rule));
            writeln!(out, "{}", self.paint.paint(Role::Faint, &hint))?;
        }
        Ok(())
    }

    /// Writes an error or a note about a file.
    fn line(
        &mut self,
        out: &mut impl Write,
        role: Role,
        name: &str,
        path: &str,
        text: &str,
    ) -> io::Result<()> {
        if self.last == Written::Block {
            writeln!(out)?;
        }
        self.last = Written::Line;
        let text: Vec<String> = text.trim_end().lines().map(visible).collect();
        writeln!(out, "{}: {path}: {}", self.paint.paint(role, name), text.join("\n  "))
    }

    /// Writes one finding and an empty line.
    fn diagnostic(
        &self,
        out: &mut impl Write,
        diagnostic: &Diagnostic,
        path: &str,
        index: &LineIndex<'_>,
    ) -> io::Result<()> {
        let Self { width, paint, .. } = *self;
        writeln!(out, "{}", header(diagnostic, width, paint))?;
        let excerpt = excerpt::draw(index, &marks(diagnostic), width, paint);
        let margin = excerpt.margin;
        let at = index.position(diagnostic.span.start);
        let frame = paint.paint(Role::Frame, &format!("{:margin$} ┌─", ""));
        writeln!(out, "{frame} {path}:{}:{}", at.line, at.column)?;
        for line in &excerpt.lines {
            writeln!(out, "{line}")?;
        }
        let bullet = paint.paint(Role::Frame, &format!("{:margin$} =", ""));
        let more = diagnostic.labels.len().saturating_sub(MOST_LABELS);
        if more > 0 {
            writeln!(out, "{bullet} and {}", counted(more, "more related place"))?;
        }
        for fix in &diagnostic.fixes {
            let room = width.saturating_sub(margin + 3);
            writeln!(out, "{bullet} {}", fix_line::line(index, fix, room, paint))?;
        }
        writeln!(out)
    }
}

/// For example `12 files, 3 with findings, 1 not checked`.
fn all_files(summary: &Summary) -> String {
    let mut parts = vec![counted(summary.files(), "file")];
    for (count, what) in [(summary.marked(), "with findings"), (summary.failed(), "not checked")] {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    }
    parts.join(", ")
}

/// For example `article.md: 9 findings (7 major, 2 minor), 6 with a safe fix · 412 words · MQM score 71.3`.
fn summary_line(name: &str, summary: &Summary, paint: Paint) -> String {
    let role = if summary.findings() == 0 { Role::Fix } else { Role::Strong };
    let (name, counts) = (paint.paint(Role::Strong, name), paint.paint(role, &summary.counts()));
    format!("{name}: {counts} · {}", summary.measure())
}

/// Severity, rule and message, wrapped between words.
fn header(diagnostic: &Diagnostic, width: usize, paint: Paint) -> String {
    let name = format!("{}[{}]", diagnostic.severity, visible(&diagnostic.rule));
    let preview = match diagnostic.status {
        Status::Stable => "",
        Status::Preview => " (preview)",
    };
    let mut used = columns(&name) + preview.len() + 1;
    let mut lines = vec![String::new()];
    for (n, word) in visible(&diagnostic.message).split(' ').enumerate() {
        let wide = columns(word) + 1;
        if n > 0 && used + wide > width {
            lines.push(" ".to_owned());
            used = 1;
        }
        used += wide;
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(word);
        }
    }
    let name = paint.paint(Role::Severity(diagnostic.severity), &name);
    let preview = paint.paint(Role::Faint, preview);
    // A colour per line: some terminals and pagers drop it at a line break.
    let lines: Vec<String> = lines.iter().map(|line| paint.paint(Role::Strong, line)).collect();
    format!("{name}{preview}:{}", lines.join("\n"))
}

/// The place and its related places; a label on the place itself is its message.
pub(super) fn marks(diagnostic: &Diagnostic) -> Vec<Mark> {
    let mut marks =
        vec![Mark { span: diagnostic.span, role: Role::Severity(diagnostic.severity), message: None }];
    for label in diagnostic.labels.iter().take(MOST_LABELS) {
        let message = Some(visible(&label.message)).filter(|message| !message.is_empty());
        if label.span == diagnostic.span && marks[0].message.is_none() {
            marks[0].message = message;
        } else {
            marks.push(Mark { span: label.span, role: Role::Label, message });
        }
    }
    marks
}

//! One line a finding, for `grep` and for editors that jump to `path:line:column`.

use std::io::{self, Write};

use super::FileReport;
use super::glyph::visible;
use crate::span::LineIndex;

/// Writes the findings of one file.
pub(super) fn file(out: &mut impl Write, report: &FileReport<'_>) -> io::Result<()> {
    let path = visible(report.path);
    if let Some(error) = report.error {
        writeln!(out, "{path}: error: {}", visible(error))?;
    }
    let index = LineIndex::new(report.source);
    for diagnostic in report.diagnostics {
        let at = index.position(diagnostic.span.start);
        let (line, column) = (at.line, at.column);
        let (severity, rule) = (diagnostic.severity, visible(&diagnostic.rule));
        let message = visible(&diagnostic.message);
        writeln!(out, "{path}:{line}:{column}: {severity}[{rule}]: {message}")?;
    }
    Ok(())
}

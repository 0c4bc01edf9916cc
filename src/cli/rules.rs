//! `mtlint rules`: the list of rules.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use super::args::{ListFormat, RulesArgs};
use super::outcome::{Outcome, OutputError};
use super::setup::Setup;
use super::terminal::Terminal;
use crate::diagnostic::{Applicability, Severity, Status};
use crate::rule::{Rule, RuleSet};

/// One rule of the list.
#[derive(Serialize)]
struct Row<'r> {
    id: &'r str,
    category: &'r str,
    severity: Severity,
    status: Status,
    /// The source languages it is for; any where it is empty.
    source: &'r [String],
    fix: &'static str,
    message: &'r str,
}

impl<'r> Row<'r> {
    fn new(rule: &'r Rule) -> Self {
        Self {
            id: &rule.id,
            category: &rule.category,
            severity: rule.severity,
            status: rule.status,
            source: &rule.source,
            fix: fix_name(rule.fix),
            message: &rule.message,
        }
    }
}

/// What a rule file calls its fixes.
pub(super) fn fix_name(fix: Option<Applicability>) -> &'static str {
    match fix {
        Some(Applicability::Safe) => "safe",
        Some(Applicability::Unsafe) => "unsafe",
        None => "none",
    }
}

/// Runs the command.
pub(super) fn run(args: &RulesArgs, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let setup = Setup::load(&args.sources, &[])?;
    let mut out = BufWriter::new(io::stdout().lock());
    let printed = match args.format {
        ListFormat::Pretty => table(&setup.rules, terminal, &mut out),
        ListFormat::Json => json(&setup.rules, &mut out),
    };
    printed.and_then(|()| out.flush()).map_err(OutputError)?;
    Ok(Outcome::Clean)
}

fn json(rules: &RuleSet, out: &mut impl Write) -> io::Result<()> {
    let rows: Vec<Row<'_>> = rules.all().map(Row::new).collect();
    serde_json::to_writer_pretty(&mut *out, &rows)?;
    writeln!(out)
}

/// A table, group by group.
fn table(rules: &RuleSet, terminal: &Terminal, out: &mut impl Write) -> io::Result<()> {
    let rows: Vec<Row<'_>> = rules.all().map(Row::new).collect();
    let widest = rows.iter().map(|row| row.id.len()).max().unwrap_or(0);
    let mut group = "";
    for row in &rows {
        let own = row.id.split('/').next().unwrap_or(row.id);
        if own != group {
            let gap = if group.is_empty() { "" } else { "\n" };
            writeln!(out, "{gap}{}", terminal.strong(own))?;
            group = own;
        }
        let Row { id, severity, status, fix, message, .. } = row;
        let message = message.replace("{match}", "…");
        writeln!(
            out,
            "  {id:widest$}  {severity:8}  {:7}  {:10}  {message}",
            status.name(),
            fix_column(fix)
        )?;
    }
    let stable = rows.iter().filter(|row| row.status == Status::Stable).count();
    let gap = if rows.is_empty() { "" } else { "\n" };
    let noun = if rows.len() == 1 { "rule" } else { "rules" };
    writeln!(out, "{gap}{} {noun}: {stable} stable, {} preview", rows.len(), rows.len() - stable)
}

/// How the table says what a rule's fixes are.
fn fix_column(fix: &str) -> String {
    match fix {
        "none" => "no fix".to_owned(),
        sure => format!("{sure} fix"),
    }
}

//! `mtlint explain`: the page of a rule.

use std::io::{self, BufWriter, Write};

use anyhow::anyhow;
use unicode_width::UnicodeWidthStr;

use super::args::ExplainArgs;
use super::outcome::{Outcome, OutputError};
use super::rules::fix_name;
use super::setup::Setup;
use super::terminal::Terminal;
use super::wrap;
use crate::diagnostic::Status;
use crate::file_error::did_you_mean;
use crate::rule::{Example, ExampleKind, Rule, RuleSet};
use crate::span::Span;

/// The widest a page gets, in columns; longer lines are hard to read.
const WIDEST: usize = 100;

/// What stands before every line under a headline.
const INDENT: &str = "  ";

/// Runs the command.
pub(super) fn run(args: &ExplainArgs, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let setup = Setup::load(&args.sources, &[])?;
    let rule = setup.rules.reporting(&args.id).ok_or_else(|| unknown(&args.id, &setup.rules))?;
    let mut page = Page {
        out: BufWriter::new(io::stdout().lock()),
        width: terminal.width.min(WIDEST).saturating_sub(INDENT.len()).max(20),
        terminal,
    };
    page.write(rule).and_then(|()| page.out.flush()).map_err(OutputError)?;
    Ok(Outcome::Clean)
}

/// Says that no rule has this name, and which one may be meant.
fn unknown(id: &str, rules: &RuleSet) -> anyhow::Error {
    let group: Vec<&str> =
        rules.names().filter(|name| name.split('/').next() == Some(id) && *name != id).collect();
    if !group.is_empty() {
        return anyhow!("`{id}` is a group; its rules are\n  {}", group.join("\n  "));
    }
    match did_you_mean(id, rules.names()) {
        Some(near) => anyhow!("no rule is called `{id}`; did you mean `{near}`?"),
        None => anyhow!("no rule is called `{id}`; `mtlint rules` lists them"),
    }
}

/// A page while it is written.
struct Page<'t, W: Write> {
    out: W,
    /// Columns for text behind the indent.
    width: usize,
    terminal: &'t Terminal,
}

impl<W: Write> Page<'_, W> {
    fn write(&mut self, rule: &Rule) -> io::Result<()> {
        writeln!(self.out, "{}", self.terminal.strong(&rule.id))?;
        self.text(&message(rule))?;
        writeln!(self.out)?;
        self.facts(rule)?;
        self.headline("Why")?;
        // The lines of a rule file end where they end for its author; only empty lines part paragraphs.
        for (n, paragraph) in rule.explain.split("\n\n").enumerate() {
            if n > 0 {
                writeln!(self.out)?;
            }
            self.text(&paragraph.split_whitespace().collect::<Vec<_>>().join(" "))?;
        }
        if let Some(url) = &rule.url {
            writeln!(self.out, "{INDENT}{url}")?;
        }
        for (kind, headline) in [
            (ExampleKind::Bad, "Reported"),
            (ExampleKind::Good, "Left alone"),
            (ExampleKind::Missed, "Known to be missed"),
            (ExampleKind::FalseAlarm, "Known false alarms"),
        ] {
            self.examples(headline, rule.examples.iter().filter(|example| example.kind == kind))?;
        }
        Ok(())
    }

    fn facts(&mut self, rule: &Rule) -> io::Result<()> {
        writeln!(self.out, "{INDENT}category  {}", rule.category)?;
        writeln!(self.out, "{INDENT}severity  {}", rule.severity)?;
        let only = if rule.status == Status::Preview {
            " (runs with --preview, or where it is selected by its id)"
        } else {
            ""
        };
        writeln!(self.out, "{INDENT}status    {}{only}", rule.status.name())?;
        writeln!(self.out, "{INDENT}fix       {}", fix_name(rule.fix))?;
        if !rule.source.is_empty() {
            let unknown =
                if rule.source_only { "only with --from" } else { "and where the source is unknown" };
            writeln!(self.out, "{INDENT}source    {} ({unknown})", rule.source.join(", "))?;
        }
        Ok(())
    }

    fn headline(&mut self, words: &str) -> io::Result<()> {
        writeln!(self.out, "\n{}", self.terminal.strong(words))
    }

    fn examples<'e>(
        &mut self,
        headline: &str,
        examples: impl Iterator<Item = &'e Example>,
    ) -> io::Result<()> {
        for (n, example) in examples.enumerate() {
            if n == 0 {
                self.headline(headline)?;
            } else {
                writeln!(self.out)?;
            }
            self.marked(&example.text, &example.spans)?;
            if let Some(fixed) = &example.fixed {
                self.text(&format!("fixed: {fixed}"))?;
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        self.marked(text, &[])
    }

    /// Writes `text` line by line, with carets under what `spans` mark.
    fn marked(&mut self, text: &str, spans: &[Span]) -> io::Result<()> {
        for line in wrap::lines(text, self.width) {
            writeln!(self.out, "{INDENT}{}", visible(line.of(text)).trim_end())?;
            let carets = carets(text, line, spans);
            if !carets.is_empty() {
                writeln!(self.out, "{INDENT}{}", self.terminal.strong(&carets))?;
            }
        }
        Ok(())
    }
}

/// The message as the first example would get it.
fn message(rule: &Rule) -> String {
    let first = rule.examples.iter().find(|example| example.kind == ExampleKind::Bad);
    let found = first.and_then(|example| Some(example.spans.first()?.of(&example.text)));
    rule.message.replace("{match}", found.unwrap_or("…"))
}

/// The line of carets for the part of `spans` that lies on `line`; empty where there is none.
fn carets(text: &str, line: Span, spans: &[Span]) -> String {
    let mut carets = String::new();
    let mut columns = 0;
    for span in spans {
        let on_line = Span::new(span.start.max(line.start), span.end.min(line.end));
        let here = on_line.start < on_line.end
            || (span.is_empty() && line.start <= span.start && span.start <= line.end);
        if !here {
            continue;
        }
        let before = visible(&text[line.start..on_line.start]).width();
        let marked = visible(on_line.of(text)).width().max(1);
        carets += &" ".repeat(before.saturating_sub(columns));
        carets += &"^".repeat(marked);
        columns = before + marked;
    }
    carets
}

/// `text` with a sign for every character that a terminal would not show in its place.
fn visible(text: &str) -> String {
    let sign = |c: char| match c {
        '\t' => ' ',
        '\u{a0}' | '\u{202f}' => '␣',
        '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' => '·',
        c if c.is_control() => '�',
        c => c,
    };
    text.chars().map(sign).collect()
}

//! `mtlint rules test`: every example of every rule.

use std::io::{self, BufWriter, Write};

use super::args::TestArgs;
use super::outcome::{Outcome, OutputError};
use super::setup::Setup;
use crate::rule::Failure;

/// Runs the command.
pub(super) fn run(args: &TestArgs) -> anyhow::Result<Outcome> {
    let setup = Setup::load(&args.sources, &args.folders)?;
    let (count, failures) = setup.rules.run_examples(|_| true);
    let mut out = BufWriter::new(io::stdout().lock());
    print(count, setup.rules.all().count(), &failures, &mut out)
        .and_then(|()| out.flush())
        .map_err(OutputError)?;
    Ok(if failures.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

fn print(count: usize, rules: usize, failures: &[Failure], out: &mut impl Write) -> io::Result<()> {
    for failure in failures {
        writeln!(out, "{failure}\n")?;
    }
    let of = format!("{count} example{} of {rules} rule{}", plural(count), plural(rules));
    match failures.len() {
        0 => writeln!(out, "{of} passed"),
        failed => writeln!(out, "{failed} of {of} failed"),
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

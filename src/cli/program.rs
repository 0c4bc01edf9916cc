//! From the arguments to the exit code.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::{Cli, Command, RulesCommand};
use super::outcome::{Outcome, OutputError};
use super::terminal::Terminal;
use super::{check, explain, rules, rules_test};

/// What a shell reports for a program that a closed pipe ended (128 + SIGPIPE).
const CLOSED_PIPE: u8 = 141;

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(error) => return usage(&error, &arguments),
    };
    let terminal = Terminal::new(cli.color);
    let outcome = match &cli.command {
        Command::Check(args) => check::run(args, &terminal),
        Command::Explain(args) => explain::run(args, &terminal),
        Command::Rules(args) => match &args.command {
            None => rules::run(args, &terminal),
            Some(RulesCommand::Test(args)) => rules_test::run(args),
        },
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(error) => failed(&error, &terminal),
    }
}

/// Prints help, the version, or what is wrong with the arguments.
fn usage(error: &clap::Error, arguments: &[OsString]) -> ExitCode {
    let printed = error.print().and_then(|()| io::stdout().flush());
    if error.kind() == ErrorKind::InvalidSubcommand
        && let Some(ContextValue::String(name)) = error.get(ContextKind::InvalidSubcommand)
        && Path::new(name).exists()
        && arguments.len() > 1
    {
        let _ = writeln!(io::stderr(), "\nTo check this file, write `mtlint check {name}`.");
    }
    match printed {
        Err(error) => failed(&OutputError(error).into(), &Terminal::plain()),
        Ok(()) if error.use_stderr() => Outcome::Failed.into(),
        Ok(()) => Outcome::Clean.into(),
    }
}

/// Prints why the run failed; a reader that went away needs no word.
fn failed(error: &anyhow::Error, terminal: &Terminal) -> ExitCode {
    match error.downcast_ref() {
        Some(OutputError(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(CLOSED_PIPE),
        _ => {
            terminal.complain(error);
            Outcome::Failed.into()
        }
    }
}

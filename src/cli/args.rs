//! What can be written on the command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::config::FailOn;
use crate::language::iso_639;
use crate::report::Format;

/// Finds what a machine translation into English left broken, and shows it with a reason and a fix.
#[derive(Debug, Parser)]
#[command(name = "mtlint", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(super) color: Color,
}

const EXAMPLES: &str = "\
Examples:
  mtlint check article.txt          show what is broken in an article
  mtlint check --from fr drafts/    every article of a folder, translated from French
  mtlint explain quotes/reversed    why a rule reports what it reports";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check articles and show what an editor would mark
    Check(CheckArgs),
    /// List the rules, or test their examples
    Rules(RulesArgs),
    /// Show what a rule reports and why, with examples
    Explain(ExplainArgs),
}

/// When to use colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless `NO_COLOR` or `CLICOLOR` say otherwise
    #[default]
    Auto,
    /// Even into a file or a pipe
    Always,
    /// Not at all
    Never,
}

#[derive(Debug, Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub(super) struct CheckArgs {
    /// Files and folders; `-` is standard input [default: .]
    ///
    /// In folders, *.txt and *.text are checked, but no hidden and no git-ignored file. A file that is named
    /// is checked whatever its name. The largest file that is read has 256 MB.
    #[arg(value_name = "PATHS")]
    pub(super) paths: Vec<PathBuf>,
    /// Read standard input and call it NAME in the report
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_filename: Option<String>,
    /// Language the articles were translated from (fr, es, de, zh …)
    #[arg(long, value_name = "LANG", value_parser = iso_639::code)]
    pub(super) from: Option<&'static str>,
    /// How to print what is found
    #[arg(long, value_name = "FORMAT", default_value = "pretty", value_parser = format_parser())]
    pub(super) format: Format,
    /// Run only these rules or groups (comma separated); a preview rule runs if it is named itself
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rule_name)]
    pub(super) select: Vec<String>,
    /// Do not run these rules or groups (comma separated)
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rule_name)]
    pub(super) ignore: Vec<String>,
    /// Run preview rules too: useful, but not yet measured to be right
    #[arg(long)]
    pub(super) preview: bool,
    /// Least severity that makes the exit code 1
    ///
    /// neutral, minor, major, critical or never [default: minor]
    #[arg(long, value_name = "SEVERITY", value_parser = str::parse::<FailOn>)]
    pub(super) fail_on: Option<FailOn>,
    #[command(flatten)]
    pub(super) sources: RuleSources,
    /// Files to check at the same time [default: one a processor]
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(super) jobs: Option<NonZeroUsize>,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  mtlint check article.txt
  mtlint check --from fr --fail-on major drafts/
  mtlint check --select quotes,spacing --format json article.txt > report.json
  pbpaste | mtlint check --stdin-filename draft.txt

Exit code: 0 nothing found, 1 something found at or above --fail-on, 2 the run failed
(usage, configuration, a file that cannot be read; the other files are checked all the same).";

/// Where rules and settings come from.
#[derive(Debug, Args)]
pub(super) struct RuleSources {
    /// Add a folder of rules of your own: DIR/<group>/<name>.toml (repeatable)
    #[arg(long, value_name = "DIR")]
    pub(super) rules: Vec<PathBuf>,
    /// Use this configuration file [default: mtlint.toml here or above]
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Use no configuration file
    #[arg(long, conflicts_with = "config")]
    pub(super) isolated: bool,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, after_help = RULES_EXAMPLES)]
pub(super) struct RulesArgs {
    #[command(subcommand)]
    pub(super) command: Option<RulesCommand>,
    /// How to print the list
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(super) format: ListFormat,
    #[command(flatten)]
    pub(super) sources: RuleSources,
}

const RULES_EXAMPLES: &str = "\
Examples:
  mtlint rules
  mtlint rules --format json
  mtlint rules test my-rules";

/// How to print a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// For people
    #[default]
    Pretty,
    /// For programs
    Json,
}

#[derive(Debug, Subcommand)]
pub(super) enum RulesCommand {
    /// Test that every rule does what its examples say
    Test(TestArgs),
}

#[derive(Debug, Args)]
pub(super) struct TestArgs {
    /// Folders of rules to test beside the built-in ones
    #[arg(value_name = "DIR")]
    pub(super) folders: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) sources: RuleSources,
}

#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mtlint explain quotes/reversed")]
pub(super) struct ExplainArgs {
    /// The rule, as findings name it: group/name
    #[arg(value_name = "ID")]
    pub(super) id: String,
    #[command(flatten)]
    pub(super) sources: RuleSources,
}

/// A name of a list that is written with or without spaces behind its commas.
#[expect(clippy::unnecessary_wraps, reason = "clap wants a parser that may fail")]
fn rule_name(name: &str) -> Result<String, &'static str> {
    Ok(name.trim().to_owned())
}

fn jobs(number: &str) -> Result<NonZeroUsize, &'static str> {
    number.parse().map_err(|_| "write a number, 1 or more")
}

fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["pretty", "concise", "json"]).try_map(|name| name.parse::<Format>())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }
}

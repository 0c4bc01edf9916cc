//! `mtlint check`: articles in, a report out.

use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::thread;

use anyhow::bail;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::args::CheckArgs;
use super::outcome::{Outcome, OutputError};
use super::paths::{self, Article};
use super::setup::Setup;
use super::terminal::Terminal;
use crate::check::{Options, check};
use crate::config::{Config, FailOn};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::report::{FileReport, Format, Printer};
use crate::rule::RuleSet;

/// Articles that are checked before their results are printed: so many at most, and so many bytes.
///
/// Results wait for their turn in memory; this bounds how much of it they take.
const BATCH_ARTICLES: usize = 256;
const BATCH_BYTES: u64 = 16 << 20;

/// Runs the command.
pub(super) fn run(args: &CheckArgs, terminal: &Terminal) -> anyhow::Result<Outcome> {
    if args.stdin_filename.is_some()
        && !args.paths.is_empty()
        && !args.paths.iter().any(|path| path.as_os_str() == "-")
    {
        bail!("--stdin-filename names standard input, but paths are given and `-` is none of them");
    }
    let mut setup = Setup::load(&args.sources, &[])?;
    setup.select(&args.select, &args.ignore, args.preview)?;
    let config = setup.config.as_ref();
    let from = args.from.or(config.and_then(Config::from));
    let run = Run {
        rules: &setup.rules,
        options: Options { from: from.map(str::to_owned) },
        fail_on: args.fail_on.or(config.and_then(Config::fail_on)).unwrap_or_default(),
    };
    if run.rules.active(from).next().is_none() {
        bail!("no rule is left to run; see what --select, --ignore and the configuration say");
    }
    let articles = paths::articles(&args.paths, args.stdin_filename.as_deref());
    if articles.iter().any(Article::is_typed) {
        terminal.note("standard input is read from the keyboard; end it with Ctrl-D");
    }
    let folders = args.sources.rules.iter().map(|folder| format!(" --rules {}", folder.display()));
    let explain = format!("mtlint explain{}", folders.collect::<String>());
    let printer = terminal.printer(io::stdout().lock(), args.format).explain_with(explain);
    let tally = run.all(&articles, args.jobs, printer)?;
    let is_said = terminal.shows_both && args.format != Format::Json;
    for error in tally.errors.iter().filter(|_| !is_said) {
        terminal.complain(error);
    }
    Ok(tally.outcome())
}

/// What stays the same for every article.
struct Run<'s> {
    rules: &'s RuleSet,
    options: Options,
    fail_on: FailOn,
}

/// What the exit code depends on.
#[derive(Default)]
struct Tally {
    failing: bool,
    errors: Vec<String>,
}

impl Tally {
    fn outcome(&self) -> Outcome {
        match self {
            Self { errors, .. } if !errors.is_empty() => Outcome::Failed,
            Self { failing: true, .. } => Outcome::Findings,
            _ => Outcome::Clean,
        }
    }
}

/// What came of one article: a document with its diagnostics, or the reason why there is none.
type Checked = Result<(Document, Vec<Diagnostic>), String>;

impl Run<'_> {
    /// Checks all articles and prints them in order, batch by batch.
    fn all<W: Write>(
        &self,
        articles: &[Article],
        jobs: Option<NonZeroUsize>,
        mut printer: Printer<W>,
    ) -> anyhow::Result<Tally> {
        let pool = pool(articles.len(), jobs)?;
        let mut tally = Tally::default();
        let mut rest = articles;
        while !rest.is_empty() {
            let (batch, later) = rest.split_at(batch_length(rest));
            rest = later;
            let results: Vec<Checked> = match &pool {
                Some(pool) => pool.install(|| batch.par_iter().map(|article| self.one(article)).collect()),
                None => batch.iter().map(|article| self.one(article)).collect(),
            };
            for (article, result) in batch.iter().zip(&results) {
                self.print(article, result, &mut printer, &mut tally).map_err(OutputError)?;
            }
        }
        printer.finish().map_err(OutputError)?;
        Ok(tally)
    }

    /// Checks one article.
    fn one(&self, article: &Article) -> Checked {
        let document = Document::from_bytes(article.read()?).map_err(|error| error.to_string())?;
        if document.source().trim_start_matches('\u{feff}').trim().is_empty() {
            return Err("there is no text in it: the file is empty, or white space alone".to_owned());
        }
        let diagnostics = check(&document, self.rules, &self.options);
        Ok((document, diagnostics))
    }

    /// Prints what came of one article and counts it.
    fn print<W: Write>(
        &self,
        article: &Article,
        result: &Checked,
        printer: &mut Printer<W>,
        tally: &mut Tally,
    ) -> io::Result<()> {
        let path = article.name.as_str();
        match result {
            Ok((document, diagnostics)) => {
                tally.failing |= diagnostics.iter().any(|found| self.fail_on.fails(found.severity));
                printer.file(&FileReport {
                    path,
                    source: document.source(),
                    encoding: document.encoding(),
                    words: document.word_count(),
                    diagnostics,
                    error: None,
                })
            }
            Err(reason) => {
                tally.errors.push(format!("{path}: {reason}"));
                printer.file(&FileReport {
                    path,
                    source: "",
                    encoding: "",
                    words: 0,
                    diagnostics: &[],
                    error: Some(reason),
                })
            }
        }
    }
}

/// How many of `articles` make the next batch; at least one.
fn batch_length(articles: &[Article]) -> usize {
    let mut bytes = 0;
    let fitting = articles.iter().take(BATCH_ARTICLES).take_while(|article| {
        bytes += article.size();
        bytes <= BATCH_BYTES
    });
    fitting.count().max(1)
}

/// Threads to share the work; none where there is nothing to share.
fn pool(articles: usize, jobs: Option<NonZeroUsize>) -> anyhow::Result<Option<ThreadPool>> {
    let jobs = jobs.or(thread::available_parallelism().ok());
    let jobs = jobs.map_or(1, NonZeroUsize::get).min(articles);
    if jobs < 2 {
        return Ok(None);
    }
    Ok(Some(ThreadPoolBuilder::new().num_threads(jobs).build()?))
}

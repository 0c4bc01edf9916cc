//! The TOML file of a rule: its schema, and everything that can be wrong with it.

use std::sync::Arc;

use regex::Regex;
use serde::Deserialize;
use toml::Spanned;

use super::example::{Example, ExampleKind, unmark};
use super::native::{self, Check};
use super::phrases::{PhraseTable, RawPhrases};
use super::regex::RegexMatcher;
use crate::diagnostic::{Applicability, Severity, Status};
use crate::document::BlockKind;
use crate::file_error::{FileError, did_you_mean};

/// The first parts of the MQM and WMT category names that rules may use.
const CATEGORIES: [&str; 8] = [
    "Accuracy",
    "Fluency",
    "Terminology",
    "Style",
    "Locale convention",
    "Non-translation",
    "Design",
    "Other",
];

/// A rule, loaded and valid.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) id: Arc<str>,
    pub(crate) category: Arc<str>,
    pub(crate) severity: Severity,
    pub(crate) status: Status,
    /// Source languages (ISO 639-1) whose translations have this defect; any where it is empty.
    pub(crate) source: Vec<String>,
    /// Whether it stays off while the source language is unknown.
    pub(crate) source_only: bool,
    /// How sure its fixes are; `None` where it has none.
    pub(crate) fix: Option<Applicability>,
    /// One sentence; `{match}` stands for the text found.
    pub(crate) message: String,
    pub(crate) explain: String,
    pub(crate) url: Option<String>,
    pub(crate) matcher: Matcher,
    pub(crate) examples: Vec<Example>,
    /// The file, as it should be named to the user.
    pub(crate) path: String,
}

/// How a rule finds its places.
#[derive(Debug)]
pub(crate) enum Matcher {
    Regex(RegexMatcher),
    Phrases(PhraseTable),
    Native(Check),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    category: Spanned<String>,
    severity: Severity,
    status: Status,
    #[serde(default)]
    source: Vec<Spanned<String>>,
    #[serde(default)]
    source_only: bool,
    fix: RawFix,
    message: Spanned<String>,
    explain: Spanned<String>,
    url: Option<String>,
    #[serde(rename = "match")]
    matcher: Spanned<RawMatch>,
    #[serde(default)]
    bad: Vec<Spanned<RawExample>>,
    #[serde(default)]
    good: Vec<Spanned<RawExample>>,
    #[serde(default)]
    missed: Vec<Spanned<RawExample>>,
    #[serde(default)]
    false_alarm: Vec<Spanned<RawExample>>,
}

#[derive(Deserialize, Clone, Copy, PartialEq)]
#[serde(rename_all = "lowercase")]
enum RawFix {
    Safe,
    Unsafe,
    None,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMatch {
    regex: Option<RawRegex>,
    phrases: Option<RawPhrases>,
    native: Option<RawNative>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRegex {
    pattern: Spanned<String>,
    #[serde(default)]
    unless: Vec<Spanned<String>>,
    suggest: Option<String>,
    /// The kinds of block to search.
    #[serde(default, rename = "in")]
    blocks: Vec<BlockKind>,
    /// The match stands for the whole block around it.
    #[serde(default, rename = "whole-block")]
    whole_block: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNative {
    check: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExample {
    text: Spanned<String>,
    fixed: Option<String>,
}

/// One file while it is read: what every error needs.
#[derive(Clone, Copy)]
pub(super) struct Source<'t> {
    pub(super) path: &'t str,
    pub(super) text: &'t str,
}

impl Source<'_> {
    /// An error at the place of `value`.
    pub(super) fn error<T>(&self, value: &Spanned<T>, message: impl Into<String>) -> FileError {
        FileError::at(self.path, self.text, value.span(), message)
    }

    /// A regular expression of the file, compiled.
    pub(super) fn regex(&self, pattern: &Spanned<String>) -> Result<Regex, FileError> {
        Regex::new(pattern.get_ref()).map_err(|error| {
            let reason = error.to_string();
            let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
            self.error(pattern, format!("this is no regular expression: {reason}"))
        })
    }
}

/// Reads the rule `id` from its file.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub(super) fn parse(id: &str, path: &str, text: &str) -> Result<Rule, FileError> {
    let source = Source { path, text };
    let raw: RawRule = toml::from_str(text).map_err(|error| FileError::toml(path, text, &error))?;
    check_words(&raw, source)?;
    let mut matcher = matcher(id, raw.matcher, source)?;
    let (examples, phrase_examples) =
        (examples(id, &raw.bad, &raw.good, &raw.missed, &raw.false_alarm, source)?, {
            if let Matcher::Phrases(table) = &mut matcher { table.take_examples() } else { Vec::new() }
        });
    let examples: Vec<Example> = examples.into_iter().chain(phrase_examples).collect();
    for (kind, name) in [(ExampleKind::Bad, "bad"), (ExampleKind::Good, "good")] {
        if !examples.iter().any(|example| example.kind == kind) {
            let message = format!("the rule has no `[[{name}]]` example");
            return Err(FileError::new(path, message).with_help(
                "every rule shows at least one text that it reports and one that it leaves alone",
            ));
        }
    }
    let fix = match raw.fix {
        RawFix::Safe => Some(Applicability::Safe),
        RawFix::Unsafe => Some(Applicability::Unsafe),
        RawFix::None => None,
    };
    if fix.is_none()
        && let Some(example) = examples.iter().find(|example| example.fixed.is_some())
    {
        let message = format!(
            "the example on line {} has a `fixed` text, but the rule says `fix = \"none\"`",
            example.line
        );
        return Err(FileError::new(path, message));
    }
    Ok(Rule {
        id: id.into(),
        category: raw.category.into_inner().into(),
        severity: raw.severity,
        status: raw.status,
        source: raw.source.into_iter().map(Spanned::into_inner).collect(),
        source_only: raw.source_only,
        fix,
        message: raw.message.into_inner(),
        explain: raw.explain.into_inner().trim().to_owned(),
        url: raw.url,
        matcher,
        examples,
        path: path.to_owned(),
    })
}

/// Checks the values that TOML's types cannot.
fn check_words(raw: &RawRule, source: Source<'_>) -> Result<(), FileError> {
    let top = raw.category.get_ref().split('/').next().unwrap_or_default();
    if !CATEGORIES.contains(&top) {
        let help = match did_you_mean(top, CATEGORIES) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("MQM's are {}", CATEGORIES.join(", ")),
        };
        return Err(source
            .error(&raw.category, format!("no MQM category is called `{top}`"))
            .with_help(help));
    }
    for language in &raw.source {
        let code = language.get_ref();
        if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_lowercase()) {
            return Err(source
                .error(language, format!("`{code}` is no language code"))
                .with_help("write ISO 639-1, for example `fr`"));
        }
    }
    for (value, name) in [(&raw.message, "message"), (&raw.explain, "explain")] {
        if value.get_ref().trim().is_empty() {
            return Err(source.error(value, format!("the `{name}` is empty")));
        }
    }
    Ok(())
}

/// Compiles what the rule looks for.
fn matcher(id: &str, raw: Spanned<RawMatch>, source: Source<'_>) -> Result<Matcher, FileError> {
    let span = raw.span();
    match raw.into_inner() {
        RawMatch { regex: Some(raw), phrases: None, native: None } => Ok(Matcher::Regex(RegexMatcher {
            pattern: source.regex(&raw.pattern)?,
            unless: raw.unless.iter().map(|unless| source.regex(unless)).collect::<Result<_, _>>()?,
            suggest: raw.suggest,
            blocks: raw.blocks,
            whole_block: raw.whole_block,
        })),
        RawMatch { regex: None, phrases: Some(raw), native: None } => {
            PhraseTable::new(id, raw, source).map(Matcher::Phrases)
        }
        RawMatch { regex: None, phrases: None, native: Some(raw) } => {
            let name = raw.check.get_ref();
            native::find(name).map(Matcher::Native).ok_or_else(|| {
                let error = source.error(&raw.check, format!("no native check is called `{name}`"));
                match did_you_mean(name, native::names()) {
                    Some(near) => error.with_help(format!("did you mean `{near}`?")),
                    None => error,
                }
            })
        }
        _ => Err(FileError::at(source.path, source.text, span, "a rule has exactly one matcher")
            .with_help("write one of `[match.regex]`, `[match.phrases]`, `[match.native]`")),
    }
}

/// All examples of the file, in its order.
fn examples(
    id: &str,
    bad: &[Spanned<RawExample>],
    good: &[Spanned<RawExample>],
    missed: &[Spanned<RawExample>],
    false_alarm: &[Spanned<RawExample>],
    source: Source<'_>,
) -> Result<Vec<Example>, FileError> {
    let kinds = [
        (ExampleKind::Bad, bad),
        (ExampleKind::Good, good),
        (ExampleKind::Missed, missed),
        (ExampleKind::FalseAlarm, false_alarm),
    ];
    let mut examples = Vec::new();
    for (kind, raw) in kinds {
        for spanned in raw {
            let raw = spanned.get_ref();
            examples.push(example(id, kind, &raw.text, raw.fixed.clone(), source)?);
        }
    }
    examples.sort_by_key(|example| example.line);
    Ok(examples)
}

/// One example, with its braces taken out.
pub(super) fn example(
    id: &str,
    kind: ExampleKind,
    text: &Spanned<String>,
    fixed: Option<String>,
    source: Source<'_>,
) -> Result<Example, FileError> {
    let (unmarked, spans) = unmark(text.get_ref()).map_err(|reason| source.error(text, reason))?;
    let marked = kind != ExampleKind::Good;
    if marked == spans.is_empty() {
        let message = if marked {
            format!("this example of `{id}` marks no place")
        } else {
            format!("this good example of `{id}` marks a place")
        };
        return Err(source
            .error(text, message)
            .with_help("put `{…}` around what the rule reports, in `bad`, `missed` and `false_alarm`"));
    }
    let line = source.error(text, "").place.map_or(1, |place| place.line);
    Ok(Example { kind, text: unmarked, spans, fixed, line })
}

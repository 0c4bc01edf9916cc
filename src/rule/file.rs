//! The TOML file of a rule: its schema, and everything that can be wrong with it.

use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::example::{Example, ExampleKind};
use super::native::{self, Check};
use super::phrases::{PhraseTable, RawPhrases};
use super::regex::{Pattern, RegexMatcher};
use super::rule_text::RuleText;
use crate::diagnostic::{Applicability, Severity, Status};
use crate::document::BlockKind;
use crate::file_error::{FileError, did_you_mean};
use crate::language::iso_639;

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
    pattern: Option<Spanned<String>>,
    /// Several patterns that are treated alike; one of `pattern` and `patterns` is given.
    #[serde(default)]
    patterns: Vec<Spanned<String>>,
    /// What stands around each of the patterns, which stand at `{pattern}`.
    frame: Option<Spanned<String>>,
    #[serde(default)]
    unless: Vec<Spanned<String>>,
    suggest: Option<Spanned<String>>,
    /// The kinds of block to search.
    #[serde(rename = "in")]
    blocks: Option<Spanned<Vec<BlockKind>>>,
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

/// Reads the rule `id` from its file.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub(super) fn parse(id: &str, file: RuleText<'_>) -> Result<Rule, FileError> {
    let raw: RawRule =
        toml::from_str(file.text).map_err(|error| FileError::toml(file.path, file.text, &error))?;
    check_words(&raw, file)?;
    let mut examples = examples(id, &raw, file)?;
    let (matcher, entry_examples) = matcher(id, raw.matcher, file)?;
    if let Matcher::Regex(regex) = &matcher {
        check_suggest(regex, raw.fix, file)?;
    }
    examples.extend(entry_examples);
    check_examples(&examples, raw.fix, file)?;
    let fix = match raw.fix {
        RawFix::Safe => Some(Applicability::Safe),
        RawFix::Unsafe => Some(Applicability::Unsafe),
        RawFix::None => None,
    };
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
        path: file.path.to_owned(),
    })
}

/// Checks that both kinds of example are there, and that none has a fix that the rule denies.
fn check_examples(examples: &[Example], fix: RawFix, file: RuleText<'_>) -> Result<(), FileError> {
    for (kind, name) in [(ExampleKind::Bad, "bad"), (ExampleKind::Good, "good")] {
        if !examples.iter().any(|example| example.kind == kind) {
            return Err(FileError::new(file.path, format!("the rule has no `[[{name}]]` example"))
                .with_help(
                    "every rule shows at least one text that it reports and one that it leaves alone",
                ));
        }
    }
    match examples.iter().find(|example| fix == RawFix::None && example.fixed.is_some()) {
        None => Ok(()),
        Some(Example { line, .. }) => {
            let message =
                format!("the example on line {line} has a `fixed` text, but the rule says `fix = \"none\"`");
            Err(FileError::new(file.path, message))
        }
    }
}

/// Checks the values that TOML's types cannot.
fn check_words(raw: &RawRule, file: RuleText<'_>) -> Result<(), FileError> {
    let top = raw.category.get_ref().split('/').next().unwrap_or_default();
    if !CATEGORIES.contains(&top) {
        let help = match did_you_mean(top, CATEGORIES) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("MQM's are {}", CATEGORIES.join(", ")),
        };
        return Err(file.error(&raw.category, format!("no MQM category is called `{top}`")).with_help(help));
    }
    for language in &raw.source {
        let known = iso_639::code(language.get_ref()).map_err(|reason| file.error(language, reason))?;
        if known != language.get_ref() {
            return Err(file.error(language, format!("write `{known}` for this language")));
        }
    }
    for (value, name) in [(&raw.message, "message"), (&raw.explain, "explain")] {
        if value.get_ref().trim().is_empty() {
            return Err(file.error(value, format!("the `{name}` is empty")));
        }
    }
    let mut placeholders = raw.message.get_ref().split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    match placeholders.find(|(name, _)| *name != "match") {
        None => Ok(()),
        Some((name, _)) => Err(file
            .error(&raw.message, format!("the message has no placeholder `{{{name}}}`"))
            .with_help("`{match}` stands for the text that is reported")),
    }
}

/// Checks that a pattern can mend what the rule says it mends, and nothing else.
fn check_suggest(regex: &RegexMatcher, fix: RawFix, file: RuleText<'_>) -> Result<(), FileError> {
    let mends = regex.suggest.is_some() || regex.whole_block;
    let (message, help) = match fix {
        RawFix::None if regex.suggest.is_some() => {
            ("the rule has a `suggest`, but says `fix = \"none\"`", "say whether its fix is safe or unsafe")
        }
        RawFix::Safe | RawFix::Unsafe if !mends => {
            ("the rule promises a fix and has nothing to write", "add `suggest`, or say `fix = \"none\"`")
        }
        _ => return Ok(()),
    };
    Err(FileError::new(file.path, message).with_help(help))
}

/// Compiles what the rule looks for; the entries of a table bring examples of their own.
fn matcher(
    id: &str,
    raw: Spanned<RawMatch>,
    file: RuleText<'_>,
) -> Result<(Matcher, Vec<Example>), FileError> {
    let span = raw.span();
    match raw.into_inner() {
        RawMatch { regex: Some(raw), phrases: None, native: None } => {
            Ok((Matcher::Regex(regex_matcher(raw, span, file)?), Vec::new()))
        }
        RawMatch { regex: None, phrases: Some(raw), native: None } => {
            let (table, examples) = PhraseTable::new(id, raw, file)?;
            Ok((Matcher::Phrases(table), examples))
        }
        RawMatch { regex: None, phrases: None, native: Some(raw) } => {
            Ok((Matcher::Native(native_check(&raw.check, file)?), Vec::new()))
        }
        _ => Err(FileError::at(file.path, file.text, span, "a rule has exactly one matcher")
            .with_help("write one of `[match.regex]`, `[match.phrases]`, `[match.native]`")),
    }
}

/// The patterns of a rule, with what belongs to them.
fn regex_matcher(raw: RawRegex, span: Range<usize>, file: RuleText<'_>) -> Result<RegexMatcher, FileError> {
    if raw.pattern.is_some() != raw.patterns.is_empty() {
        return Err(FileError::at(file.path, file.text, span, "a regex rule has `pattern` or `patterns`"));
    }
    let mut patterns = Vec::new();
    for pattern in raw.pattern.iter().chain(&raw.patterns) {
        let (regex, literals) = file.regex(pattern, raw.frame.as_ref())?;
        if let Some(suggest) = &raw.suggest {
            file.check_groups(suggest, &regex)?;
        }
        patterns.push(Pattern { regex, literals });
    }
    if raw.blocks.as_ref().is_some_and(|blocks| blocks.get_ref().is_empty()) {
        return Err(FileError::at(file.path, file.text, span, "`in` names no kind of block")
            .with_help("leave it out to search all blocks"));
    }
    let unless = raw.unless.iter().map(|unless| Ok(file.regex(unless, None)?.0));
    Ok(RegexMatcher {
        patterns,
        unless: unless.collect::<Result<_, FileError>>()?,
        suggest: raw.suggest.map(Spanned::into_inner),
        blocks: raw.blocks.map(Spanned::into_inner).unwrap_or_default(),
        whole_block: raw.whole_block,
    })
}

/// The native check of this name.
fn native_check(name: &Spanned<String>, file: RuleText<'_>) -> Result<Check, FileError> {
    native::find(name.get_ref()).ok_or_else(|| {
        let error = file.error(name, format!("no native check is called `{}`", name.get_ref()));
        match did_you_mean(name.get_ref(), native::names()) {
            Some(near) => error.with_help(format!("did you mean `{near}`?")),
            None => error,
        }
    })
}

/// All examples of the file, in its order.
fn examples(id: &str, raw: &RawRule, file: RuleText<'_>) -> Result<Vec<Example>, FileError> {
    let kinds = [
        (ExampleKind::Bad, &raw.bad),
        (ExampleKind::Good, &raw.good),
        (ExampleKind::Missed, &raw.missed),
        (ExampleKind::FalseAlarm, &raw.false_alarm),
    ];
    let mut examples = Vec::new();
    for (kind, raw) in kinds {
        for spanned in raw {
            let raw = spanned.get_ref();
            examples.push(file.example(id, kind, &raw.text, raw.fixed.clone())?);
        }
    }
    examples.sort_by_key(|example| example.line);
    Ok(examples)
}

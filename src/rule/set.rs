//! The rules that are loaded, and which of them run.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use include_dir::{Dir, DirEntry, include_dir};
use rayon::prelude::*;

use super::file::{self, Rule};
use super::prefilter::Prefilter;
use super::rule_text::{RuleText, is_name};
use super::run::Candidate;
use crate::diagnostic::Status;
use crate::file_error::{FileError, did_you_mean};

/// The rule files that come with mtlint.
static BUILTIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules/en");

/// Which rules run; names are rule ids (`quotes/reversed`) or groups (`quotes`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these run; all stable ones where it is empty. A preview rule runs where it is named itself.
    pub select: Vec<String>,
    /// These do not run.
    pub ignore: Vec<String>,
    /// Preview rules run beside the stable ones.
    pub preview: bool,
}

/// A name that no rule or group has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no rule or group is called `{name}`{}", .near.as_ref().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default())]
pub struct UnknownRule {
    /// The name that was given.
    pub name: String,
    /// The rule or group that was probably meant.
    pub near: Option<String>,
}

/// Rules by id.
#[derive(Debug, Default)]
pub struct RuleSet {
    rules: BTreeMap<String, Rule>,
    selection: Selection,
    /// Made when the first document is checked.
    prefilter: OnceLock<Prefilter>,
}

impl RuleSet {
    /// No rules.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The rules that come with mtlint, the stable ones selected.
    ///
    /// # Errors
    /// The first rule file that is wrong; the tests see that none is.
    pub fn builtin() -> Result<Self, FileError> {
        let mut files = Vec::new();
        embedded(&BUILTIN, &mut files);
        let rules: Vec<Rule> = files
            .par_iter()
            .map(|(id, path, text)| file::parse(id, RuleText { path, text, built_in: true }))
            .collect::<Result<_, _>>()?;
        let mut set = Self::empty();
        for rule in rules {
            set.refuse_known_entries(&rule)?;
            set.rules.insert(rule.id.to_string(), rule);
        }
        Ok(set)
    }

    /// Adds the rule `id` from the `text` of its file, in place of any rule of that id.
    ///
    /// # Errors
    /// What is wrong with the file, and where.
    pub fn add(&mut self, id: &str, path: &str, text: &str) -> Result<(), FileError> {
        let file = RuleText { path, text, built_in: false };
        if !id.split_once('/').is_some_and(|(group, name)| is_name(group) && is_name(name)) {
            return Err(FileError::new(file.path, format!("`{id}` is no rule id"))
                .with_help("a rule stands at `<group>/<name>.toml`, both in lower case with hyphens"));
        }
        let rule = file::parse(id, file)?;
        self.refuse_known_entries(&rule)?;
        self.rules.insert(id.to_owned(), rule);
        self.prefilter = OnceLock::new();
        Ok(())
    }

    /// Refuses a rule with an entry that reports as another rule, or another rule's entry, does.
    fn refuse_known_entries(&self, rule: &Rule) -> Result<(), FileError> {
        for entry in rule.entry_ids() {
            if let Some(other) = self.reporting(entry).filter(|other| other.id != rule.id) {
                let message = format!("`{entry}` is the id of another rule or entry");
                return Err(
                    FileError::new(&rule.path, message).with_help(format!("it stands in {}", other.path))
                );
            }
        }
        Ok(())
    }

    /// Chooses which rules run.
    ///
    /// # Errors
    /// The first name that no rule or group has.
    pub fn select(&mut self, selection: Selection) -> Result<(), UnknownRule> {
        for name in selection.select.iter().chain(&selection.ignore) {
            if !self.names().any(|known| known == name) {
                let near = did_you_mean(name, self.names()).map(str::to_owned);
                return Err(UnknownRule { name: name.clone(), near });
            }
        }
        self.selection = selection;
        Ok(())
    }

    /// Ids, groups and the ids of phrase entries.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.rules
            .iter()
            .flat_map(|(id, rule)| [id.as_str(), group_of(id)].into_iter().chain(rule.entry_ids()))
    }

    /// All rules that are loaded, by id.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Rule> {
        self.rules.values()
    }

    /// The rule that reports under `id`: its own, or that of an entry of its phrases.
    pub(crate) fn reporting(&self, id: &str) -> Option<&Rule> {
        let has_entry = |rule: &&Rule| rule.entry_ids().any(|entry| entry == id);
        self.rules.get(id).or_else(|| self.all().find(has_entry))
    }

    /// The rules that run on a translation from `source` (ISO 639-1), by id.
    pub(crate) fn active<'s>(&'s self, source: Option<&'s str>) -> impl Iterator<Item = &'s Rule> {
        self.rules.values().filter(move |rule| self.is_active(rule, source))
    }

    /// Whether `rule` is selected and meant for translations from `source`.
    fn is_active(&self, rule: &Rule, source: Option<&str>) -> bool {
        self.may_report(rule)
            && match source {
                None => !rule.source_only,
                Some(language) => rule.source.is_empty() || rule.source.iter().any(|known| known == language),
            }
    }

    /// Those of the active rules that can find something in `text`, by id, ready to run.
    pub(crate) fn active_on(&self, source: Option<&str>, text: &str) -> Vec<Candidate<'_>> {
        let prefilter = self.prefilter.get_or_init(|| Prefilter::new(self.rules.values()));
        let can_match = prefilter.candidates(text);
        let mut candidates = Vec::new();
        for (n, rule) in self.rules.values().enumerate().filter(|(_, rule)| self.is_active(rule, source)) {
            let patterns = can_match[prefilter.patterns_of(n)].to_vec();
            if patterns.contains(&true) {
                candidates.push(Candidate { rule, patterns });
            }
        }
        candidates.par_iter().for_each(Candidate::prepare);
        candidates
    }

    /// Whether the selection lets `rule` run, or one of its entries.
    fn may_report(&self, rule: &Rule) -> bool {
        std::iter::once(&*rule.id).chain(rule.entry_ids()).any(|id| self.reports(rule, id))
    }

    /// Whether a finding of `rule` under `id`, which is its own or that of an entry, is wanted.
    ///
    /// A name chooses the entry, the rule with all its entries, or the group; the nearer name wins.
    pub(crate) fn reports(&self, rule: &Rule, id: &str) -> bool {
        let Selection { select, ignore, preview } = &self.selection;
        let named = |names: &[String], wanted: &str| names.iter().any(|name| name == wanted);
        let by_id = |names: &[String]| named(names, id) || named(names, &rule.id);
        let group = group_of(&rule.id);
        let selected = select.is_empty() || by_id(select) || named(select, group);
        let ignored = named(ignore, id) || (!named(select, id) && named(ignore, &rule.id));
        let ignored = ignored || (!by_id(select) && named(ignore, group));
        selected && !ignored && (rule.status == Status::Stable || *preview || by_id(select))
    }
}

/// The id, the path and the text of every rule file below `dir`.
fn embedded(dir: &Dir<'static>, files: &mut Vec<(String, String, &'static str)>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) => embedded(dir, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                if let (Some(id), Some(text)) = (path.strip_suffix(".toml"), file.contents_utf8()) {
                    files.push((id.to_owned(), format!("rules/en/{path}"), text));
                }
            }
        }
    }
}

/// The group of a rule id.
fn group_of(id: &str) -> &str {
    id.split('/').next().unwrap_or(id)
}

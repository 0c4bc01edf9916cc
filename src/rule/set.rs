//! The rules that are loaded, and which of them run.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use include_dir::{Dir, DirEntry, include_dir};

use super::file::{self, Matcher, Rule};
use super::prefilter::Prefilter;
use super::rule_text::RuleText;
use crate::diagnostic::Status;
use crate::file_error::{FileError, did_you_mean};

/// The rule files that come with mtlint.
static BUILTIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules/en");

/// Which rules run; names are rule ids (`quotes/reversed`) or groups (`quotes`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these run, preview or not; all stable ones where it is empty.
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
    /// Names that never matched are refused before this is filled.
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
        let mut set = Self::empty();
        set.add_embedded(&BUILTIN)?;
        Ok(set)
    }

    fn add_embedded(&mut self, dir: &Dir<'_>) -> Result<(), FileError> {
        for entry in dir.entries() {
            match entry {
                DirEntry::Dir(dir) => self.add_embedded(dir)?,
                DirEntry::File(file) => {
                    let path = file.path().to_string_lossy().replace('\\', "/");
                    let (Some(id), Some(text)) = (path.strip_suffix(".toml"), file.contents_utf8()) else {
                        continue;
                    };
                    let path = format!("rules/en/{path}");
                    self.insert(id, RuleText { path: &path, text, built_in: true })?;
                }
            }
        }
        Ok(())
    }

    /// Adds the rule `id` from the `text` of its file, in place of any rule of that id.
    ///
    /// # Errors
    /// What is wrong with the file, and where.
    pub fn add(&mut self, id: &str, path: &str, text: &str) -> Result<(), FileError> {
        self.insert(id, RuleText { path, text, built_in: false })
    }

    fn insert(&mut self, id: &str, file: RuleText<'_>) -> Result<(), FileError> {
        let is_name = |part: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        };
        if !id.split_once('/').is_some_and(|(group, name)| is_name(group) && is_name(name)) {
            return Err(FileError::new(file.path, format!("`{id}` is no rule id"))
                .with_help("a rule stands at `<group>/<name>.toml`, both in lower case with hyphens"));
        }
        self.rules.insert(id.to_owned(), file::parse(id, file)?);
        self.prefilter = OnceLock::new();
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
        self.rules.iter().flat_map(|(id, rule)| {
            let entries: Vec<&str> = match &rule.matcher {
                Matcher::Phrases(table) => table.entry_ids().collect(),
                _ => Vec::new(),
            };
            [id.as_str(), group_of(id)].into_iter().chain(entries)
        })
    }

    /// All rules that are loaded, by id.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Rule> {
        self.rules.values()
    }

    /// The rule that reports under `id`: its own, or that of an entry of its phrases.
    pub(crate) fn reporting(&self, id: &str) -> Option<&Rule> {
        let has_entry = |rule: &&Rule| match &rule.matcher {
            Matcher::Phrases(table) => table.entry_ids().any(|entry| entry == id),
            _ => false,
        };
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

    /// Those of the active rules that can find something in `text`, by id.
    pub(crate) fn active_on<'s>(
        &'s self,
        source: Option<&'s str>,
        text: &str,
    ) -> impl Iterator<Item = &'s Rule> {
        let prefilter = self.prefilter.get_or_init(|| Prefilter::new(self.rules.values()));
        let candidates = prefilter.candidates(text);
        let can_match = self.rules.values().zip(candidates).filter(|(_, can)| *can);
        can_match.map(|(rule, _)| rule).filter(move |rule| self.is_active(rule, source))
    }

    /// Whether the selection lets `rule` run, or one of its entries.
    fn may_report(&self, rule: &Rule) -> bool {
        let entries: Vec<&str> = match &rule.matcher {
            Matcher::Phrases(table) => table.entry_ids().collect(),
            _ => Vec::new(),
        };
        self.reports(&rule.id, rule.status) || entries.into_iter().any(|id| self.reports(id, rule.status))
    }

    /// Whether a finding of rule or entry `id` is wanted.
    pub(crate) fn reports(&self, id: &str, status: Status) -> bool {
        let named = |names: &[String]| names.iter().any(|name| name == id || name == group_of(id));
        let Selection { select, ignore, preview } = &self.selection;
        let by_id = select.iter().any(|name| name == id);
        let wanted = if select.is_empty() { true } else { named(select) };
        wanted && (status == Status::Stable || *preview || by_id) && (by_id || !named(ignore))
    }
}

/// The group of a rule id.
fn group_of(id: &str) -> &str {
    id.split('/').next().unwrap_or(id)
}

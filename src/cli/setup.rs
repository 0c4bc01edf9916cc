//! Rules and settings from the command line and the configuration file.

use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};

use super::args::RuleSources;
use super::outcome::BrokenFiles;
use crate::config::Config;
use crate::rule::{RuleSet, Selection};

/// Everything that is read before any article.
#[derive(Debug)]
pub(super) struct Setup {
    /// The configuration file, if there is one.
    pub(super) config: Option<Config>,
    /// Built-in rules and the user's own.
    pub(super) rules: RuleSet,
}

impl Setup {
    /// Reads the configuration, and rules from its folders, those of `sources`, and `more`.
    pub(super) fn load(sources: &RuleSources, more: &[PathBuf]) -> anyhow::Result<Self> {
        let config = config(sources)?;
        let mut rules = RuleSet::builtin().map_err(BrokenFiles::from)?;
        let configured: Vec<PathBuf> = config.iter().flat_map(Config::rule_folders).collect();
        let mut errors = Vec::new();
        let mut loaded = BTreeSet::new();
        for folder in configured.iter().chain(&sources.rules).chain(more) {
            let identity = folder.canonicalize().unwrap_or_else(|_| folder.clone());
            if loaded.insert(identity) {
                errors.extend(rules.add_folder(folder).err().into_iter().flatten());
            }
        }
        if errors.is_empty() { Ok(Self { config, rules }) } else { Err(BrokenFiles(errors).into()) }
    }

    /// Chooses which rules run; what the command line says stands in place of what the configuration says.
    pub(super) fn select(
        &mut self,
        select: &[String],
        ignore: &[String],
        preview: bool,
    ) -> anyhow::Result<()> {
        let config = self.config.as_ref();
        let or_configured = |given: &[String], configured: fn(&Config) -> Vec<String>| match config {
            Some(config) if given.is_empty() => configured(config),
            _ => given.to_vec(),
        };
        let selection = Selection {
            select: or_configured(select, Config::select),
            ignore: or_configured(ignore, Config::ignore),
            preview: preview || config.is_some_and(Config::preview),
        };
        self.rules.select(selection).map_err(|unknown| {
            let given = select.iter().chain(ignore).any(|name| *name == unknown.name);
            match config.and_then(|config| config.unknown_rule(&unknown)) {
                Some(error) if !given => BrokenFiles::from(error).into(),
                _ if unknown.near.is_some() => anyhow::Error::from(unknown),
                _ => anyhow::anyhow!("{unknown}; `mtlint rules` lists them"),
            }
        })
    }
}

/// The configuration file that applies.
fn config(sources: &RuleSources) -> Result<Option<Config>, BrokenFiles> {
    if sources.isolated {
        return Ok(None);
    }
    let path = match &sources.config {
        Some(path) => Some(path.clone()),
        None => env::current_dir().ok().and_then(|here| {
            let found = Config::find(&here)?;
            // What stands in the current folder is named as the user names it.
            Some(found.strip_prefix(&here).map(Path::to_owned).unwrap_or(found))
        }),
    };
    Ok(path.map(|path| Config::read(&path)).transpose()?)
}

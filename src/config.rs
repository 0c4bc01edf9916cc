//! The configuration file `mtlint.toml`.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::Severity;
use crate::file_error::{FileError, did_you_mean};
use crate::input::{CONFIG_NAME, read_toml};
use crate::language::iso_639;
use crate::rule::UnknownRule;

/// From which severity on findings make the run fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailOn {
    /// Findings of this severity and worse ones.
    Severity(Severity),
    /// No finding.
    Never,
}

impl FailOn {
    /// All values as they are written, mildest first.
    pub const NAMES: [&str; 5] = ["neutral", "minor", "major", "critical", "never"];

    /// Whether a finding of `severity` makes the run fail.
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            Self::Severity(least) => severity >= least,
            Self::Never => false,
        }
    }
}

impl Default for FailOn {
    fn default() -> Self {
        Self::Severity(Severity::Minor)
    }
}

impl std::str::FromStr for FailOn {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        if name == "never" {
            return Ok(Self::Never);
        }
        name.parse().map(Self::Severity).map_err(|_| {
            let known = "a severity (neutral, minor, major, critical) or `never`";
            match did_you_mean(name, Self::NAMES) {
                Some(near) => format!("`{name}` is not {known}; did you mean `{near}`?"),
                None => format!("`{name}` is not {known}"),
            }
        })
    }
}

/// A configuration file, read and valid but for the names of rules.
#[derive(Debug)]
pub struct Config {
    path: PathBuf,
    text: String,
    raw: RawConfig,
    from: Option<&'static str>,
    fail_on: Option<FailOn>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawConfig {
    /// Folders of rules, relative to the file.
    #[serde(default)]
    rules: Vec<Spanned<PathBuf>>,
    #[serde(default)]
    select: Vec<Spanned<String>>,
    #[serde(default)]
    ignore: Vec<Spanned<String>>,
    #[serde(default)]
    preview: bool,
    from: Option<Spanned<String>>,
    fail_on: Option<Spanned<String>>,
}

impl Config {
    /// The nearest file called [`CONFIG_NAME`] in `folder` or above it.
    pub fn find(folder: &Path) -> Option<PathBuf> {
        folder.ancestors().map(|above| above.join(CONFIG_NAME)).find(|path| path.exists())
    }

    /// Reads the file at `path`.
    ///
    /// # Errors
    /// What is wrong with the file, and where.
    pub fn read(path: &Path) -> Result<Self, FileError> {
        let text = read_toml(path)?;
        let raw: RawConfig = toml::from_str(&text).map_err(|error| FileError::toml(path, &text, &error))?;
        let at = |value: &Spanned<String>, message| FileError::at(path, &text, value.span(), message);
        let from =
            raw.from.as_ref().map(|from| iso_639::code(from.get_ref()).map_err(|message| at(from, message)));
        let fail_on =
            raw.fail_on.as_ref().map(|least| least.get_ref().parse().map_err(|message| at(least, message)));
        Ok(Self { from: from.transpose()?, fail_on: fail_on.transpose()?, path: path.to_owned(), text, raw })
    }

    /// Folders of rules, from the file's own folder.
    pub fn rule_folders(&self) -> impl Iterator<Item = PathBuf> {
        let base = self.path.parent().unwrap_or(Path::new(""));
        self.raw.rules.iter().map(move |folder| base.join(folder.get_ref()))
    }

    /// Rules and groups of which alone any run.
    pub fn select(&self) -> Vec<String> {
        self.raw.select.iter().map(|name| name.get_ref().clone()).collect()
    }

    /// Rules and groups that do not run.
    pub fn ignore(&self) -> Vec<String> {
        self.raw.ignore.iter().map(|name| name.get_ref().clone()).collect()
    }

    /// Whether preview rules run.
    pub fn preview(&self) -> bool {
        self.raw.preview
    }

    /// The language that the articles were translated from (ISO 639-1).
    pub fn from(&self) -> Option<&'static str> {
        self.from
    }

    /// From which severity on findings make the run fail.
    pub fn fail_on(&self) -> Option<FailOn> {
        self.fail_on
    }

    /// The place of a rule's name that turned out to be unknown, where this file has it.
    pub fn unknown_rule(&self, unknown: &UnknownRule) -> Option<FileError> {
        let mut names = self.raw.select.iter().chain(&self.raw.ignore);
        let name = names.find(|name| *name.get_ref() == unknown.name)?;
        let message = format!("no rule or group is called `{}`", unknown.name);
        let error = FileError::at(&self.path, &self.text, name.span(), message);
        Some(match &unknown.near {
            Some(near) => error.with_help(format!("did you mean `{near}`?")),
            None => error.with_help("`mtlint rules` lists them"),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn read(text: &str) -> Result<Config, FileError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(CONFIG_NAME);
        fs::write(&path, text).unwrap();
        Config::read(&path)
    }

    #[test]
    fn the_nearest_file_above_is_found() {
        let top = tempfile::tempdir().unwrap();
        let deep = top.path().join("a/b");
        fs::create_dir_all(&deep).unwrap();
        fs::write(top.path().join(CONFIG_NAME), "").unwrap();
        assert_eq!(Config::find(&deep), Some(top.path().join(CONFIG_NAME)));
        fs::write(top.path().join("a").join(CONFIG_NAME), "").unwrap();
        assert_eq!(Config::find(&deep), Some(top.path().join("a").join(CONFIG_NAME)));
    }

    #[test]
    fn every_key_is_read() {
        let text = "rules = ['house']\nselect = ['a']\nignore = ['b/c']\npreview = true\n\
                    from = 'pt-BR'\nfail-on = 'never'\n";
        let config = read(text).unwrap();
        assert!(config.rule_folders().next().unwrap().ends_with("house"));
        assert_eq!((config.select(), config.ignore()), (vec!["a".into()], vec!["b/c".into()]));
        assert!(config.preview());
        assert_eq!((config.from(), config.fail_on()), (Some("pt"), Some(FailOn::Never)));
    }

    #[test]
    fn what_is_wrong_is_shown_at_its_place() {
        for (text, line, column, words) in [
            ("\nselct = ['a']", 2, 1, "did you mean `select`?"),
            ("preview = 1", 1, 11, "boolean"),
            ("from = 'french'", 1, 8, "did you mean `fr` (French)?"),
            ("fail-on = 'majr'", 1, 11, "did you mean `major`?"),
            ("select = [", 1, 11, "array"),
        ] {
            let error = read(text).unwrap_err();
            let place = error.place.as_ref().unwrap();
            assert_eq!((place.line, place.column), (line, column), "{error}");
            assert!(error.to_string().contains(words), "{error}");
        }
    }
}

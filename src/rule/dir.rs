//! Rules of a folder on disk: `<folder>/<group>/<name>.toml`.

use std::path::Path;

use ignore::WalkBuilder;

use super::set::RuleSet;
use crate::file_error::FileError;
use crate::input::{self, CONFIG_NAME, read_toml};

/// How deep a folder is searched. A rule stands at depth 2; what stands deeper is reported, not overlooked.
const DEEPEST: usize = 8;

impl RuleSet {
    /// Adds every rule of `folder`; a rule whose id is known already takes that rule's place.
    ///
    /// # Errors
    /// Everything that is wrong with its files, by path: all broken files, not just the first.
    pub fn add_folder(&mut self, folder: &Path) -> Result<(), Vec<FileError>> {
        if !folder.is_dir() {
            return Err(vec![no_folder(folder)]);
        }
        let mut errors = Vec::new();
        let mut found = false;
        let walk = WalkBuilder::new(folder)
            .standard_filters(false)
            .hidden(true)
            .follow_links(true)
            .max_depth(Some(DEEPEST))
            .sort_by_file_path(Ord::cmp)
            .build();
        for entry in walk {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    errors.push(FileError::new(folder, error.to_string()));
                    continue;
                }
            };
            let path = entry.path();
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            let is_rule = path.extension().is_some_and(|extension| extension == "toml");
            let is_config = entry.depth() == 1 && entry.file_name() == CONFIG_NAME;
            if is_folder || !is_rule || is_config {
                continue;
            }
            found = true;
            errors.extend(self.add_file(folder, path).err());
        }
        if !found && errors.is_empty() {
            let error = FileError::new(folder, "there is no rule file in this folder");
            errors.push(error.with_help("a rule stands at `<group>/<name>.toml` inside of it"));
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// Adds the rule at `path` in `folder`.
    fn add_file(&mut self, folder: &Path, path: &Path) -> Result<(), FileError> {
        let text = read_toml(path)?;
        let inside = path.strip_prefix(folder).unwrap_or(path).with_extension("");
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        self.add(&parts.join("/"), &path.to_string_lossy(), &text)
    }
}

/// Why `folder` is none.
fn no_folder(folder: &Path) -> FileError {
    match folder.metadata() {
        Ok(_) => FileError::new(folder, "this is a file, not a folder of rules")
            .with_help("name the folder that holds `<group>/<name>.toml`"),
        Err(error) => {
            let reason = match input::InputError::from(error) {
                input::InputError::Missing => "there is no such folder of rules".to_owned(),
                other => other.to_string(),
            };
            FileError::new(folder, reason)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A rule that reports the word `teh`.
    const RULE: &str = r#"
category = "Fluency/Spelling"
severity = "minor"
status   = "stable"
fix      = "safe"
message  = "“{match}” is misspelt."
explain  = "Two letters changed places."

[match.regex]
pattern = '\bteh\b'
suggest = "the"

[[bad]]
text  = "This is {teh} end."
fixed = "This is the end."

[[good]]
text = "This is the end."
"#;

    fn errors(files: &[(&str, &[u8])]) -> Vec<FileError> {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        RuleSet::empty().add_folder(folder.path()).err().unwrap_or_default()
    }

    #[test]
    fn a_folder_of_rules_loads() {
        let files = [
            ("house/teh.toml", RULE.as_bytes()),
            ("house/notes.md", b"no rule".as_slice()),
            ("mtlint.toml", b"rules = [\".\"]".as_slice()),
            (".git/config.toml", b"hidden".as_slice()),
        ];
        assert_eq!(errors(&files), []);
    }

    #[test]
    fn every_broken_file_is_reported_with_its_place() {
        let misspelt = RULE.replace("severity", "sevrity");
        let files = [
            ("a/one.toml", misspelt.as_bytes()),
            ("a/two.toml", RULE.as_bytes()),
            ("b/three.toml", b"category = \"caf\xe9\"".as_slice()),
            ("top.toml", RULE.as_bytes()),
            ("a/b/deep.toml", RULE.as_bytes()),
        ];
        let errors = errors(&files);
        let names: Vec<_> = errors.iter().map(|e| e.path.file_name().unwrap()).collect();
        assert_eq!(names, ["deep.toml", "one.toml", "three.toml", "top.toml"]);
        assert_eq!(errors[1].place.as_ref().unwrap().line, 3);
        assert_eq!(errors[1].help.as_deref(), Some("did you mean `severity`?"));
        assert_eq!(errors[2].place.as_ref().unwrap().column, 16);
        assert!(errors[2].message.contains("0xE9"), "{}", errors[2].message);
    }

    #[test]
    fn a_folder_without_rules_is_an_error() {
        assert!(errors(&[])[0].message.contains("no rule file"));
        let nowhere = RuleSet::empty().add_folder(Path::new("no/such/folder")).unwrap_err();
        assert!(nowhere[0].message.contains("no such folder"));
    }
}

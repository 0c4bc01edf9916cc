//! Checks that a pattern cannot say: one function in one file each.
//!
//! A check reads the [`Analysis`] and returns what it found; the rule file that names it says everything else.

mod leftovers;
mod neighbours;
mod quotes;
mod repetition;
mod spacing;
mod token_key;
mod typography;

use super::finding::Finding;
use crate::analysis::Analysis;

/// A native check.
pub(crate) type Check = fn(&Analysis<'_>) -> Vec<Finding>;

/// Every check by name; a test holds this table and the files of this folder equal.
const CHECKS: &[(&str, Check)] = &[
    ("leftovers/bidi-control", leftovers::bidi_control::check),
    ("leftovers/bracketed-source", leftovers::bracketed_source::check),
    ("leftovers/control", leftovers::control::check),
    ("leftovers/entity", leftovers::entity::check),
    ("leftovers/fullwidth", leftovers::fullwidth::check),
    ("leftovers/invalid-bytes", leftovers::invalid_bytes::check),
    ("leftovers/mixed-script", leftovers::mixed_script::check),
    ("leftovers/mojibake", leftovers::mojibake::check),
    ("leftovers/source-run", leftovers::source_run::check),
    ("quotes/apostrophe", quotes::apostrophe::check),
    ("quotes/capitalised-fragment", quotes::capitalised_fragment::check),
    ("quotes/closing-as-opening", quotes::closing_as_opening::check),
    ("quotes/dash", quotes::dash::check),
    ("quotes/dialogue-dash", quotes::dialogue_dash::check),
    ("quotes/doubled", quotes::doubled::check),
    ("quotes/doubled-punctuation", quotes::doubled_punctuation::check),
    ("quotes/foreign", quotes::foreign::check),
    ("quotes/inner-space", quotes::inner_space::check),
    ("quotes/missing-comma", quotes::missing_comma::check),
    ("quotes/missing-space", quotes::missing_space::check),
    ("quotes/mixed-pair", quotes::mixed_pair::check),
    ("quotes/nested", quotes::nested::check),
    ("quotes/opening-as-closing", quotes::opening_as_closing::check),
    ("quotes/reversed", quotes::reversed::check),
    ("quotes/space-before-punctuation", quotes::space_before_punctuation::check),
    ("quotes/two-singles", quotes::two_singles::check),
    ("quotes/unclosed", quotes::unclosed::check),
    ("quotes/unopened", quotes::unopened::check),
    ("repetition/doubled-phrase", repetition::doubled_phrase::check),
    ("repetition/doubled-word", repetition::doubled_word::check),
    ("repetition/looping", repetition::looping::check),
    ("repetition/paragraph", repetition::paragraph::check),
    ("repetition/same-coordinate", repetition::same_coordinate::check),
    ("repetition/same-source", repetition::same_source::check),
    ("repetition/sentence", repetition::sentence::check),
    ("spacing/after-punctuation", spacing::after_punctuation::check),
    ("spacing/before-punctuation", spacing::before_punctuation::check),
    ("spacing/bracket", spacing::bracket::check),
    ("spacing/doubled", spacing::doubled::check),
    ("spacing/glued-words", spacing::glued_words::check),
    ("spacing/zero-width", spacing::zero_width::check),
    ("typography/blank-lines", typography::blank_lines::check),
    ("typography/capital-after-quote", typography::capital_after_quote::check),
    ("typography/capital-surname", typography::capital_surname::check),
    ("typography/lower-case-start", typography::lower_case_start::check),
    ("typography/spaced-hyphen-name", typography::spaced_hyphen_name::check),
    ("typography/wrong-apostrophe", typography::wrong_apostrophe::check),
];

/// The check called `name`.
pub(super) fn find(name: &str) -> Option<Check> {
    CHECKS.iter().find(|(known, _)| *known == name).map(|(_, check)| *check)
}

/// The names of all checks.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    /// The rule files, by rule id.
    fn rule_files() -> Vec<(String, PathBuf)> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/en");
        let entries = |folder: &Path| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let stem = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
        let groups: Vec<PathBuf> = entries(&root).filter(|path| path.is_dir()).collect();
        let files = groups.iter().flat_map(|group| {
            let ids = entries(group).filter(|path| path.extension().is_some_and(|found| found == "toml"));
            ids.map(|path| (format!("{}/{}", stem(group), stem(&path)), path))
        });
        files.collect()
    }

    #[test]
    fn every_check_belongs_to_the_rule_of_its_name() {
        let named: BTreeSet<String> = rule_files()
            .into_iter()
            .filter(|(_, path)| fs::read_to_string(path).unwrap().contains("[match.native]"))
            .map(|(id, _)| id)
            .collect();
        let listed: BTreeSet<String> = names().map(str::to_owned).collect();
        assert_eq!(listed, named, "the table of checks and the rule files differ");
        assert_eq!(listed.len(), CHECKS.len(), "a check is listed twice");
    }

    #[test]
    fn every_rule_names_the_check_of_its_own_id() {
        for (id, path) in rule_files() {
            let text = fs::read_to_string(path).unwrap();
            let check = text.split_once("[match.native]").map(|(_, rest)| rest);
            let own = format!("\"{id}\"");
            assert!(check.is_none_or(|rest| rest.contains(&own)), "`{id}` names another check");
        }
    }
}

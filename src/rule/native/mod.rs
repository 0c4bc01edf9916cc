//! Checks that a pattern cannot say: one function in one file each.
//!
//! A check reads the [`Analysis`] and returns what it found; the rule file that names it says everything else.

mod leftovers;
mod repetition;
mod token_key;

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
    ("leftovers/invalid-bytes", leftovers::invalid_bytes::check),
    ("leftovers/mixed-script", leftovers::mixed_script::check),
    ("leftovers/mojibake", leftovers::mojibake::check),
    ("leftovers/source-run", leftovers::source_run::check),
    ("repetition/doubled-phrase", repetition::doubled_phrase::check),
    ("repetition/doubled-word", repetition::doubled_word::check),
    ("repetition/looping", repetition::looping::check),
    ("repetition/paragraph", repetition::paragraph::check),
    ("repetition/same-coordinate", repetition::same_coordinate::check),
    ("repetition/sentence", repetition::sentence::check),
];

/// The check called `name`.
pub(super) fn find(name: &str) -> Option<Check> {
    CHECKS.iter().find(|(known, _)| *known == name).map(|(_, check)| *check)
}

/// The names of all checks.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|(name, _)| *name)
}

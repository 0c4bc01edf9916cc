//! Checks that a pattern cannot say: one function in one file each.
//!
//! A check reads the [`Analysis`] and returns what it found; the rule file that names it says everything else.

mod neighbours;
mod spacing;
mod typography;

use super::finding::Finding;
use crate::analysis::Analysis;

/// A native check.
pub(crate) type Check = fn(&Analysis<'_>) -> Vec<Finding>;

/// Every check by name; a test holds this table and the files of this folder equal.
const CHECKS: &[(&str, Check)] = &[
    ("spacing/after-punctuation", spacing::after_punctuation::check),
    ("spacing/before-punctuation", spacing::before_punctuation::check),
    ("spacing/doubled", spacing::doubled::check),
    ("spacing/glued-words", spacing::glued_words::check),
    ("spacing/zero-width", spacing::zero_width::check),
    ("typography/blank-lines", typography::blank_lines::check),
    (
        "typography/capital-after-quote",
        typography::capital_after_quote::check,
    ),
    ("typography/capital-surname", typography::capital_surname::check),
    ("typography/lower-case-start", typography::lower_case_start::check),
    (
        "typography/spaced-hyphen-name",
        typography::spaced_hyphen_name::check,
    ),
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

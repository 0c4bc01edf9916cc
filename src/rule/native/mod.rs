//! Checks that a pattern cannot say: one function in one file each.
//!
//! A check reads the [`Analysis`] and returns what it found; the rule file that names it says everything else.

mod quotes;

use super::finding::Finding;
use crate::analysis::Analysis;

/// A native check.
pub(crate) type Check = fn(&Analysis<'_>) -> Vec<Finding>;

/// Every check by name; a test holds this table and the files of this folder equal.
const CHECKS: &[(&str, Check)] = &[
    ("quotes/apostrophe", quotes::apostrophe::check),
    ("quotes/capitalised-fragment", quotes::capitalised_fragment::check),
    ("quotes/closing-as-opening", quotes::closing_as_opening::check),
    ("quotes/dash", quotes::dash::check),
    ("quotes/dialogue-dash", quotes::dialogue_dash::check),
    ("quotes/doubled", quotes::doubled::check),
    ("quotes/doubled-punctuation", quotes::doubled_punctuation::check),
    ("quotes/foreign", quotes::foreign::check),
    ("quotes/inner-space", quotes::inner_space::check),
    ("quotes/missing-space", quotes::missing_space::check),
    ("quotes/mixed-pair", quotes::mixed_pair::check),
    ("quotes/opening-as-closing", quotes::opening_as_closing::check),
    ("quotes/reversed", quotes::reversed::check),
    ("quotes/space-before-punctuation", quotes::space_before_punctuation::check),
    ("quotes/two-singles", quotes::two_singles::check),
    ("quotes/unclosed", quotes::unclosed::check),
    ("quotes/unopened", quotes::unopened::check),
];

/// The check called `name`.
pub(super) fn find(name: &str) -> Option<Check> {
    CHECKS.iter().find(|(known, _)| *known == name).map(|(_, check)| *check)
}

/// The names of all checks.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|(name, _)| *name)
}

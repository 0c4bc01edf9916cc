//! Checks that a pattern cannot say: one function in one file each.
//!
//! A check reads the [`Analysis`] and returns what it found; the rule file that names it says everything else.

use super::finding::Finding;
use crate::analysis::Analysis;

/// A native check.
pub(crate) type Check = fn(&Analysis<'_>) -> Vec<Finding>;

/// Every check by name; a test holds this table and the files of this folder equal.
const CHECKS: &[(&str, Check)] = &[];

/// The check called `name`.
pub(super) fn find(name: &str) -> Option<Check> {
    CHECKS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, check)| *check)
}

/// The names of all checks.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|(name, _)| *name)
}

//! `don‘t`, `the workers" mood`: another mark where an apostrophe belongs.

use crate::analysis::Analysis;
use crate::analysis::mark::{Glyph, Role, Single};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;

/// Finds apostrophes that are turned round, and double marks that stand for one.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let apostrophes = analysis.marks.iter().filter(|mark| mark.role == Role::Apostrophe);
    apostrophes
        .filter_map(|mark| match mark.glyph {
            Glyph::Single(Single::Left) if mark.before.is_some_and(char::is_alphanumeric) => {
                Some(Finding::at(mark.span).edit(Edit::replace(mark.span, "’")))
            }
            Glyph::Straight => {
                let finding = Finding::at(mark.span).edit(Edit::replace(mark.span, "'"));
                Some(finding.message("a quotation mark where an apostrophe belongs").doubtful())
            }
            _ => None,
        })
        .collect()
}

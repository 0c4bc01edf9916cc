//! `''the end''`, ` ``the end'' `: two single marks for one double mark.

use crate::analysis::Analysis;
use crate::analysis::mark::{Glyph, Role};
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;

/// Finds quotations set in pairs of single marks.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let style = analysis.quote_style;
    let paired = analysis.marks.iter().filter(|mark| matches!(mark.glyph, Glyph::Pair(_)));
    let findings = paired
        .filter_map(|mark| {
            let double = match mark.role {
                Role::Open | Role::Reopen => style.open,
                Role::Close => style.close,
                _ => return None,
            };
            Some(Finding::at(mark.span).edit(Edit::replace(mark.span, double)))
        })
        .collect();
    super::doubt_where_torn(analysis, findings)
}

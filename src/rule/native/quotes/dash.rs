//! `“– We are ready”`: a dialogue dash left inside of the opening mark.

use super::space_after;
use crate::analysis::Analysis;
use crate::analysis::mark::Role;
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Finds a dash between an opening mark and the first word.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let opening = analysis.marks.iter().filter(|mark| mark.role == Role::Open && !mark.glyph.is_single());
    opening
        .filter_map(|mark| {
            let dash = mark.after.filter(|c| matches!(c, '-' | '–' | '—'))?;
            let behind = mark.span.end + dash.len_utf8();
            let limit = analysis.document.blocks()[mark.block].span.end;
            let space = space_after(text, behind, limit);
            let next = text[space.end..limit].chars().next()?;
            // “—and so on” takes up a sentence that was broken off; “-phobia” is a part of a word.
            if !next.is_uppercase() || space.of(text).contains('\n') {
                return None;
            }
            let gone = Span::new(mark.span.end, space.end);
            Some(Finding::at(Span::new(mark.span.start, behind)).edit(Edit::delete(gone)))
        })
        .collect()
}

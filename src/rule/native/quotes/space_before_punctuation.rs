//! `like a stone” , sighs`: a space between a closing mark and the punctuation behind it.

use super::space_after;
use crate::analysis::Analysis;
use crate::analysis::mark::Role;
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Finds white space between a closing mark and a comma, full stop, colon and the like.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let closing = analysis.marks.iter().filter(|mark| mark.role == Role::Close && !mark.glyph.is_single());
    closing
        .filter_map(|mark| {
            let limit = analysis.document.blocks()[mark.block].span.end;
            let space = space_after(text, mark.span.end, limit);
            let mut rest = text[space.end..limit].chars();
            let (sign, next) = (rest.next()?, rest.next());
            let punctuation = matches!(sign, ',' | '.' | ';' | ':' | '!' | '?');
            // An ellipsis, a file ending or a smiley keeps its space.
            let alone = next.is_none_or(char::is_whitespace);
            if space.is_empty() || space.of(text).contains(['\n', '\r']) || !punctuation || !alone {
                return None;
            }
            let span = Span::new(mark.span.start, space.end + sign.len_utf8());
            Some(Finding::at(span).edit(Edit::delete(space)))
        })
        .collect()
}

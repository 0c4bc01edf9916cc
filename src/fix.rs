//! Edits made to a text.

use crate::diagnostic::Edit;

/// A text after edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The text.
    pub text: String,
    /// How many fixes were made.
    pub made: usize,
    /// How many were left out because they overlap one that was made.
    pub skipped: usize,
}

/// Makes fixes, each a list of edits that belong together; the first of two that overlap wins.
pub fn apply<'f>(text: &str, fixes: impl IntoIterator<Item = &'f [Edit]>) -> Applied {
    let mut taken: Vec<&Edit> = Vec::new();
    let (mut made, mut skipped) = (0, 0);
    for fix in fixes.into_iter().filter(|fix| !fix.is_empty()) {
        if fix
            .iter()
            .any(|edit| taken.iter().any(|other| clash(edit, other)))
        {
            skipped += 1;
        } else {
            taken.extend(fix);
            made += 1;
        }
    }
    taken.sort();
    let mut fixed = String::with_capacity(text.len());
    let mut at = 0;
    for edit in taken {
        fixed += &text[at..edit.span.start];
        fixed += &edit.text;
        at = edit.span.end;
    }
    fixed += &text[at..];
    Applied {
        text: fixed,
        made,
        skipped,
    }
}

/// Whether two edits cannot both be made: they overlap, or insert at the same place.
fn clash(a: &Edit, b: &Edit) -> bool {
    a.span.overlaps(b.span) || (a.span.is_empty() && b.span.is_empty() && a.span == b.span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn the_first_of_two_overlapping_fixes_wins() {
        let first = [Edit::replace(Span::new(0, 3), "one")];
        let second = [Edit::replace(Span::new(2, 5), "x")];
        let third = [Edit::insert(3, "!")];
        let applied = apply("abc def", [&first[..], &second[..], &third[..]]);
        assert_eq!(
            applied,
            Applied {
                text: "one! def".into(),
                made: 2,
                skipped: 1
            }
        );
    }
}

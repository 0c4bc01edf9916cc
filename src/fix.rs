//! Edits made to a text.

use std::collections::BTreeMap;

use crate::diagnostic::Edit;
use crate::span::Span;

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

/// Makes fixes, each a list of edits that belong together; the first of two that clash wins.
pub fn apply<'f>(text: &str, fixes: impl IntoIterator<Item = &'f [Edit]>) -> Applied {
    let mut taken: BTreeMap<Span, &str> = BTreeMap::new();
    let (mut made, mut skipped) = (0, 0);
    for fix in fixes.into_iter().filter(|fix| !fix.is_empty()) {
        if fix.iter().any(|edit| clashes(&taken, edit.span)) {
            skipped += 1;
        } else {
            taken.extend(fix.iter().map(|edit| (edit.span, edit.text.as_str())));
            made += 1;
        }
    }
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    for (span, written) in taken {
        result += &text[at..span.start];
        result += written;
        at = span.end;
    }
    result += &text[at..];
    Applied { text: result, made, skipped }
}

/// Whether an edit of `span` cannot be made beside those of `taken`, which do not overlap one another: it
/// overlaps one of them, or is at the very same place.
fn clashes(taken: &BTreeMap<Span, &str>, span: Span) -> bool {
    let before = taken.range(..=span).next_back();
    let after = taken.range(span..).next();
    before.into_iter().chain(after).any(|(&other, _)| other == span || other.overlaps(span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_two_overlapping_fixes_wins() {
        let first = [Edit::replace(Span::new(0, 3), "one")];
        let second = [Edit::replace(Span::new(2, 5), "x")];
        let third = [Edit::insert(3, "!")];
        let applied = apply("abc def", [&first[..], &second[..], &third[..]]);
        assert_eq!(applied, Applied { text: "one! def".into(), made: 2, skipped: 1 });
    }
}

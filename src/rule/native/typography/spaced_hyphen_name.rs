//! Spaces around the hyphen of a double name.

use std::collections::HashMap;

use super::super::neighbours::is_capitalised;
use crate::analysis::{Analysis, Token};
use crate::rule::finding::Finding;
use crate::span::Span;

/// First halves of French given names that are made of two.
const FIRST_HALVES: [&str; 4] = ["Anne", "Jean", "Marie", "Pierre"];
/// Second halves of such names.
const SECOND_HALVES: [&str; 33] = [
    "Ange",
    "Antoine",
    "Baptiste",
    "Bernard",
    "Charles",
    "Christine",
    "Christophe",
    "Claire",
    "Claude",
    "Emmanuel",
    "France",
    "François",
    "Hélène",
    "Jacques",
    "Laure",
    "Lou",
    "Louis",
    "Louise",
    "Luc",
    "Marc",
    "Marie",
    "Michel",
    "Noël",
    "Paul",
    "Philippe",
    "Pierre",
    "René",
    "Rose",
    "Sophie",
    "Sébastien",
    "Thérèse",
    "Vincent",
    "Yves",
];

/// Finds `Sommer - Adler` where the article has `Sommer-Adler` as well, and given names such as `Jean - Claude`.
pub(crate) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let triples = || analysis.tokens.windows(3).filter(|t| is_pair(text, t));
    let closed: HashMap<(&str, &str), Span> = triples()
        .filter(|t| gaps(text, t) == ("", ""))
        .map(|t| ((t[0].of(text), t[2].of(text)), t[0].span.cover(t[2].span)))
        .collect();
    let mut findings = Vec::new();
    for t in triples() {
        let (left, right) = (t[0].of(text), t[2].of(text));
        if !matches!(gaps(text, t), (" ", " " | "") | ("", " ")) {
            continue;
        }
        let other = closed.get(&(left, right));
        let given = FIRST_HALVES.contains(&left) && SECOND_HALVES.contains(&right);
        if other.is_none() && !given {
            continue;
        }
        let finding = Finding::replace(t[0].span.cover(t[2].span), format!("{left}-{right}"));
        findings.push(match other {
            Some(&other) => finding.label(other, "written with a bare hyphen here"),
            None => finding,
        });
    }
    findings
}

/// Whether three tokens of a block are two capitalised words around a hyphen.
fn is_pair(text: &str, tokens: &[Token]) -> bool {
    let name = |token: Token| is_capitalised(token.of(text)) && token.span.len() > 2;
    tokens[1].of(text) == "-" && tokens[0].block == tokens[2].block && name(tokens[0]) && name(tokens[2])
}

/// What stands on either side of the hyphen.
fn gaps<'t>(text: &'t str, tokens: &[Token]) -> (&'t str, &'t str) {
    (&text[tokens[0].span.end..tokens[1].span.start], &text[tokens[1].span.end..tokens[2].span.start])
}

//! Regular expressions that are compiled when they are first needed.

use std::sync::OnceLock;

use regex::Regex;

use super::required::{last_line, literals};

/// The strings that each pattern of the built-in rules waits for, sorted by pattern; made by the build script.
static BUILTIN: &[(&str, &[&str])] = include!(concat!(env!("OUT_DIR"), "/required.rs"));

/// A valid pattern and, once it was needed, its automaton.
///
/// Most patterns wait for words that most articles do not have.
#[derive(Debug)]
pub(super) struct LazyRegex {
    pattern: String,
    compiled: OnceLock<Option<Regex>>,
}

impl LazyRegex {
    /// A pattern, and strings in ASCII lower case, one of which every match has; none where no such are known.
    ///
    /// # Errors
    /// Why it is no regular expression.
    pub(super) fn new(pattern: String) -> Result<(Self, Vec<String>), String> {
        let literals = literals(&pattern)?;
        Ok((Self { pattern, compiled: OnceLock::new() }, literals))
    }

    /// A pattern that comes with mtlint, and its strings, without parsing it.
    pub(super) fn built_in(pattern: &str) -> Option<(Self, Vec<String>)> {
        let at = BUILTIN.binary_search_by(|(known, _)| (*known).cmp(pattern)).ok()?;
        let literals = BUILTIN[at].1.iter().map(|&literal| literal.to_owned()).collect();
        Some((Self { pattern: pattern.to_owned(), compiled: OnceLock::new() }, literals))
    }

    /// Compiles the pattern.
    ///
    /// # Errors
    /// Why it cannot be: its automaton would be too large.
    pub(super) fn compile(&self) -> Result<(), String> {
        match Regex::new(&self.pattern) {
            Ok(regex) => {
                let _ = self.compiled.set(Some(regex));
                Ok(())
            }
            Err(error) => Err(last_line(&error.to_string())),
        }
    }

    /// The first group that `template` names and the pattern lacks.
    pub(super) fn unknown_group(&self, template: &str) -> Option<String> {
        let known: Vec<(usize, Option<&str>)> = self.get()?.capture_names().enumerate().collect();
        let has = |name: &str| known.iter().any(|(n, known)| name.parse() == Ok(*n) || *known == Some(name));
        let mut rest = template;
        while let Some((_, behind)) = rest.split_once('$') {
            rest = behind;
            if let Some(after) = behind.strip_prefix('$') {
                rest = after;
                continue;
            }
            let name = match behind.strip_prefix('{') {
                Some(braced) => braced.split('}').next().unwrap_or_default(),
                None => {
                    &behind[..behind
                        .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                        .unwrap_or(behind.len())]
                }
            };
            if !name.is_empty() && !has(name) {
                return Some(name.to_owned());
            }
        }
        None
    }

    /// The automaton; `None` for a pattern that [`Self::compile`] refuses, which then matches nothing.
    pub(super) fn get(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| Regex::new(&self.pattern).ok()).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pattern: &str) -> Option<Vec<String>> {
        Some(LazyRegex::new(pattern.to_owned()).unwrap().1).filter(|literals| !literals.is_empty())
    }

    #[test]
    fn every_match_has_one_of_the_literals() {
        assert_eq!(of(r"\bsince then\b"), Some(vec!["since then".into()]));
        assert_eq!(of(r"(?i)^(?:read|see) also\b"), Some(vec!["read also".into(), "see also".into()]));
        assert_eq!(of(r"(?:Photo|Video): \w+"), Some(vec!["photo: ".into(), "video: ".into()]));
        assert_eq!(of(r"\d ?%"), Some(vec![" %".into(), "%".into()]));
        assert_eq!(of(r"(?i)kiosks?"), Some(vec!["kiosks".into(), "kiosk".into()]));
    }

    #[test]
    fn a_pattern_that_may_do_without_them_has_none() {
        assert_eq!(of(r"\w+ \w+"), None);
        assert_eq!(of(r"(?:photo|\d+)"), None);
        assert_eq!(of(r"(?:photo)?x"), None);
        assert_eq!(of(r"a, b"), Some(vec!["a, b".into()]));
        assert_eq!(of(r"a ?b"), None);
    }
}

//! Rules: how they are written, loaded, chosen and tried.
//!
//! A rule is a TOML file under `rules/`. [`RuleSet`] holds the rules that are loaded; its selection decides
//! which of them run.

mod dir;
mod example;
mod file;
mod finding;
mod lazy_regex;
mod native;
mod phrases;
mod prefilter;
mod regex;
mod required;
mod rule_text;
mod run;
mod set;

pub use example::{Example, ExampleKind, Failure};
pub use set::{RuleSet, Selection, UnknownRule};

pub(crate) use file::Rule;
pub(crate) use finding::Finding;

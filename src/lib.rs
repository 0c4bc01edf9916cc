//! A linter for machine-translated copy.
//!
//! ```
//! use mtlint::{Document, Options, RuleSet, check};
//!
//! let rules = RuleSet::builtin()?;
//! let document = Document::plain("They hoped for a ” new dawn “.");
//! for diagnostic in check(&document, &rules, &Options::default()) {
//!     println!("{}: {}", diagnostic.rule, diagnostic.message);
//! }
//! # Ok::<(), mtlint::FileError>(())
//! ```

pub mod analysis;
mod check;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod document;
mod file_error;
pub mod fix;
pub mod input;
pub mod language;
pub mod report;
pub mod rule;
pub mod score;
pub mod span;

pub use check::{Options, check};
pub use diagnostic::Diagnostic;
pub use document::Document;
pub use file_error::{FileError, Place, did_you_mean};
pub use rule::{RuleSet, Selection};

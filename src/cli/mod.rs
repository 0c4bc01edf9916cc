//! The command line: arguments in, one file a command, an exit code out.
//!
//! | exit code | meaning |
//! |---|---|
//! | 0 | nothing was found at or above `--fail-on` |
//! | 1 | something was found |
//! | 2 | the run itself failed: usage, configuration, a file that cannot be read |
//! | 141 | whoever read the output went away, as with <code>mtlint check &#124; head -1</code> |

mod args;
mod check;
mod explain;
mod outcome;
mod paths;
mod program;
mod rules;
mod rules_test;
mod setup;
mod terminal;
mod wrap;

pub use program::main;

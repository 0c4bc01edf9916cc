//! The program `mtlint`.

use std::process::ExitCode;

fn main() -> ExitCode {
    mtlint::cli::main()
}

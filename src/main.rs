//! The program `mtlint`.

fn main() {}

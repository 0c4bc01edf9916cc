//! The command line as it is typed: every case of `tests/cli` is a command with its output and exit code.

#[test]
fn cases() {
    trycmd::TestCases::new().case("tests/cli/*.trycmd");
}

//! A file of 200 MB. It takes minutes without optimisation: `cargo test --release --test large -- --ignored`.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::process::Command;

#[test]
#[ignore = "slow without --release"]
fn two_hundred_megabytes_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.txt");
    let mut out = BufWriter::new(File::create(&path).unwrap());
    let paragraph = "The council met on Monday to speak about the bridge, “which is old,” said the mayor. \
                     It was closed in the spring, and nobody knows when the works will begin.\n\n";
    for n in 0..200_000_000 / paragraph.len() {
        write!(out, "{n} {paragraph}").unwrap();
    }
    out.write_all(b"This is teh end.\n").unwrap();
    drop(out);
    let output = Command::new(env!("CARGO_BIN_EXE_mtlint"))
        .args(["check", "--isolated", "--rules", "tests/cli/files/house", "--select", "house-words"])
        .arg(&path)
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{errors}");
}

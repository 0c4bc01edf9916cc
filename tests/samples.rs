//! What mtlint prints for the sample articles, as people and as programs read it.
//!
//! The expected reports stand in `samples/expected`; after a wanted change, `cargo insta review` or
//! `INSTA_UPDATE=always cargo test --test samples` writes them anew. Read the difference before you commit it.

use std::path::Path;
use std::process::Command;

/// The report on a sample, made from the root of the project so that paths read as a user types them.
fn report(sample: &str, format: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mtlint"));
    command.args(["check", "--isolated", "--color", "never", "--format", format]);
    let language = &sample[..2];
    if language != "en" {
        command.args(["--from", language]);
    }
    let path = format!("samples/{sample}.txt");
    let output = command.arg(&path).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn samples_are_reported_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder.join("expected"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    let mut samples: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(".txt").map(str::to_owned))
        .collect();
    samples.sort();
    assert!(samples.len() >= 6);
    for sample in samples {
        for format in ["pretty", "json"] {
            insta::assert_snapshot!(format!("{sample}.{format}"), report(&sample, format));
        }
    }
}

#[test]
fn the_clean_sample_has_no_finding() {
    assert_eq!(report("en-clean", "concise"), "");
}

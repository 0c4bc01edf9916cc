//! Input that is no article: a clear message, the right exit code, the other files checked all the same.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A folder with a rule that reports the word `teh`, and a place for articles.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let rule = folder.path().join("rules/house/teh.toml");
        fs::create_dir_all(rule.parent().unwrap()).unwrap();
        fs::copy("tests/cli/files/house/house-words/teh.toml", rule).unwrap();
        fs::create_dir(folder.path().join("copy")).unwrap();
        Self { folder }
    }

    /// The folder that the program runs in.
    fn copy(&self) -> PathBuf {
        self.folder.path().join("copy")
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.copy().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// `mtlint check` with the one rule, on `paths`.
    fn command(&self, paths: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mtlint"));
        command
            .current_dir(self.copy())
            .args(["check", "--isolated", "--select", "house", "--rules", "../rules"])
            .args(paths)
            .stdin(Stdio::null());
        command
    }

    fn check(&self, paths: &[&str]) -> Checked {
        Checked::new(&self.command(paths).output().unwrap())
    }

    /// Checks `path` beside an article with a finding, which must come out at the same time.
    fn refused(&self, path: &str, words: &str) {
        self.write("good.txt", "This is teh end.\n");
        let start = Instant::now();
        let checked = self.check(&[path, "good.txt"]);
        assert_eq!(checked.code, Some(2), "{checked:?}");
        assert!(checked.errors.starts_with(&format!("error: {path}: ")), "{checked:?}");
        assert!(checked.errors.contains(words), "{checked:?}");
        assert_eq!(checked.errors.lines().count(), 1, "{checked:?}");
        assert!(checked.report.contains("good.txt:1:9"), "{checked:?}");
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());

        let json: serde_json::Value =
            serde_json::from_str(&self.check(&["--format", "json", path]).report).unwrap();
        assert!(json["files"][0]["error"].as_str().unwrap().contains(words), "{json}");
    }
}

#[derive(Debug)]
struct Checked {
    code: Option<i32>,
    report: String,
    errors: String,
}

impl Checked {
    fn new(output: &Output) -> Self {
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!errors.contains("panicked"), "{errors}");
        Self {
            code: output.status.code(),
            report: String::from_utf8_lossy(&output.stdout).into_owned(),
            errors,
        }
    }
}

#[test]
fn a_missing_file_is_named_with_its_neighbour() {
    let desk = Desk::new();
    desk.refused("goodd.txt", "there is no such file or folder; did you mean `good.txt`?");
}

#[test]
fn a_path_through_a_file_leads_nowhere() {
    Desk::new().refused("good.txt/inside.txt", "there is no such file");
}

#[test]
fn an_empty_file_has_no_text() {
    let desk = Desk::new();
    for (name, content) in [("empty.txt", ""), ("mark.txt", "\u{feff}"), ("white.txt", " \r\n\t\n")] {
        desk.write(name, content);
        desk.refused(name, "no text");
    }
}

#[test]
fn a_folder_without_text_says_what_was_looked_for() {
    let desk = Desk::new();
    desk.write("notes/read.md", "teh");
    desk.write("notes/.hidden.txt", "teh");
    desk.refused("notes", "no *.txt or *.text");
}

#[test]
fn a_binary_file_is_refused_or_reported_but_not_read_as_words() {
    let desk = Desk::new();
    let file = File::create(desk.copy().join("sparse.txt")).unwrap();
    file.set_len(1 << 30).unwrap();
    desk.refused("sparse.txt", "");
    let checked = desk.check(&["sparse.txt"]);
    assert!(checked.errors.contains("not a text file"), "{checked:?}");
}

#[test]
fn a_file_above_the_limit_is_refused_by_its_size() {
    let desk = Desk::new();
    let path = desk.write("long.txt", "A line of an article.\n".repeat(10_000));
    File::options().write(true).open(path).unwrap().set_len(1 << 30).unwrap();
    desk.refused("long.txt", "too large: the limit is 256 MB");
}

#[test]
fn bytes_that_are_no_utf8_do_not_stop_the_check() {
    let desk = Desk::new();
    desk.write("broken.txt", b"Caf\xe9 \xff\xfe is teh end \x80.\n");
    assert_eq!(desk.check(&["broken.txt"]).code, Some(1));
}

#[test]
fn git_ignored_files_are_left_alone_even_outside_of_a_repository() {
    let desk = Desk::new();
    desk.write(".gitignore", "old/\n");
    desk.write("old/a.txt", "teh");
    desk.write("new/b.txt", "Fine.");
    assert_eq!(desk.check(&["."]).code, Some(0));
    assert_eq!(desk.check(&["old/a.txt"]).code, Some(1));
    assert_eq!(desk.check(&["old"]).code, Some(1));
}

#[test]
fn the_configuration_above_the_current_folder_applies() {
    let desk = Desk::new();
    desk.write("deep/a.txt", "This is teh end.");
    desk.write("mtlint.toml", "rules = [\"../rules\"]\nselect = [\"house\"]\nfail-on = \"critical\"\n");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mtlint"));
        command.current_dir(desk.copy().join("deep")).arg("check").args(arguments);
        Checked::new(&command.output().unwrap()).code
    };
    assert_eq!(run(&[]), Some(0));
    assert_eq!(run(&["--fail-on", "minor"]), Some(1));
    desk.write("mtlint.toml", "rules = [\"../nowhere\"]\n");
    assert_eq!(run(&[]), Some(2));
}

#[test]
fn standard_input_is_checked_under_any_name() {
    let desk = Desk::new();
    for (arguments, text, code) in [
        (&["-"][..], "teh", 1),
        (&["--stdin-filename", "draft.txt"][..], "teh", 1),
        (&["-", "-"][..], "Fine.", 0),
        (&["-"][..], "", 2),
    ] {
        let mut child = desk
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let checked = Checked::new(&child.wait_with_output().unwrap());
        assert_eq!(checked.code, Some(code), "{arguments:?} {text:?}: {checked:?}");
    }
}

#[test]
fn many_files_come_out_in_the_same_order_on_any_number_of_threads() {
    let desk = Desk::new();
    for n in 0..600 {
        desk.write(&format!("{:02}/{n:03}.txt", n % 7), format!("This is teh end of {n}.\n"));
    }
    let report = |jobs| desk.check(&["--format", "concise", "--jobs", jobs, "."]).report;
    let alone = report("1");
    assert_eq!(alone, report("4"));
    assert_eq!(alone.lines().count(), 600);
    assert!(alone.lines().is_sorted());
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn pipes_devices_and_sockets_are_refused_without_waiting() {
        let desk = Desk::new();
        desk.refused("/dev/zero", "a device");
        let _socket = UnixListener::bind(desk.copy().join("socket.txt")).unwrap();
        desk.refused("socket.txt", "a socket");
        match Command::new("mkfifo").arg(desk.copy().join("pipe.txt")).status() {
            Ok(status) if status.success() => desk.refused("pipe.txt", "a pipe"),
            _ => eprintln!("skipped: there is no mkfifo here"),
        }
    }

    #[test]
    fn an_unreadable_file_is_named() {
        let desk = Desk::new();
        let path = desk.write("secret.txt", "teh");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        if File::open(&path).is_ok() {
            eprintln!("skipped: this user may read everything");
        } else {
            desk.refused("secret.txt", "permission denied");
        }
    }

    #[test]
    fn links_in_a_circle_end() {
        let desk = Desk::new();
        symlink("two.txt", desk.copy().join("one.txt")).unwrap();
        symlink("one.txt", desk.copy().join("two.txt")).unwrap();
        desk.refused("one.txt", "leads back to itself");
        desk.write("folder/a.txt", "Fine.");
        symlink(".", desk.copy().join("folder/again")).unwrap();
        assert_eq!(desk.check(&["folder"]).code, Some(0));
    }

    #[test]
    fn rules_behind_links_in_a_circle_are_an_error() {
        let desk = Desk::new();
        desk.write("a.txt", "Fine.");
        symlink(".", desk.folder.path().join("rules/house/again")).unwrap();
        let checked = desk.check(&["a.txt"]);
        assert_eq!(checked.code, Some(2), "{checked:?}");
        assert!(checked.errors.contains("loop"), "{checked:?}");
    }

    #[test]
    fn a_name_that_is_no_utf8_is_no_obstacle() {
        let desk = Desk::new();
        let name = OsStr::from_bytes(b"caf\xe9.txt");
        if fs::write(desk.copy().join(name), "This is teh end.").is_err() {
            eprintln!("skipped: the file system takes only UTF-8 names");
            return;
        }
        assert_eq!(desk.check(&["."]).code, Some(1));
        let named = desk.command(&[]).arg(name).output().unwrap();
        assert_eq!(Checked::new(&named).code, Some(1));
    }

    #[test]
    fn the_same_file_is_checked_once() {
        let desk = Desk::new();
        desk.write("sub/a.txt", "This is teh end.");
        symlink("sub/a.txt", desk.copy().join("link.txt")).unwrap();
        let many = ["--format", "concise", "sub/a.txt", "./sub/a.txt", "sub", "link.txt", "sub/../sub/a.txt"];
        let once = desk.check(&["--format", "concise", "./sub/a.txt"]);
        let all = desk.check(&many);
        assert_eq!(all.code, Some(1));
        assert_eq!((once.report.lines().count(), all.report.lines().count()), (1, 1), "{all:?}");
    }

    #[test]
    fn a_full_disk_is_said() {
        if !Path::new("/dev/full").exists() {
            eprintln!("skipped: there is no /dev/full here");
            return;
        }
        let check = ["check", "--isolated", "tests/cli/files/articles/bridge.txt"];
        for arguments in [&["rules"][..], &["rules", "test"], &["--help"], &["--version"], &check] {
            let full = File::options().write(true).open("/dev/full").unwrap();
            let output = Command::new(env!("CARGO_BIN_EXE_mtlint"))
                .args(arguments)
                .stdout(full)
                .stderr(Stdio::piped())
                .output()
                .unwrap();
            let checked = Checked::new(&output);
            assert_eq!(checked.code, Some(2), "{arguments:?} {checked:?}");
            let words = "cannot write to standard output: no space left on device";
            assert!(checked.errors.contains(words), "{checked:?}");
        }
    }

    #[test]
    fn a_closed_pipe_ends_the_run_without_a_word() {
        let check = ["check", "--isolated", "tests/cli/files/articles/bridge.txt"];
        for arguments in [&["rules"][..], &["--help"], &check] {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            let output = Command::new(env!("CARGO_BIN_EXE_mtlint"))
                .args(arguments)
                .stdout(writer)
                .stderr(Stdio::piped())
                .output()
                .unwrap();
            let checked = Checked::new(&output);
            assert_eq!((checked.code, checked.errors.as_str()), (Some(141), ""), "{arguments:?}");
        }
    }
}

//! Whole reports.

use insta::assert_snapshot;

use super::{FileReport, Format, Printer};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Label, Severity, Status};
use crate::span::Span;

/// An article and a finding in it, written with marks: `⟦the place⟧`, `⟪message|a related place⟫`.
pub(super) fn marked(text: &str) -> (String, Diagnostic) {
    let mut plain = String::new();
    let mut starts = Vec::new();
    let mut message = None;
    let mut span = Span::empty(0);
    let mut labels = Vec::new();
    for c in text.chars() {
        match c {
            '⟦' | '⟪' => {
                starts.push(plain.len());
                message = (c == '⟪').then(String::new).or(message);
            }
            '|' if message.is_some() => labels.push((message.take().unwrap(), *starts.last().unwrap(), 0)),
            '⟧' => span = Span::new(starts.pop().unwrap(), plain.len()),
            '⟫' => {
                let start = starts.pop().unwrap();
                labels.iter_mut().find(|(_, at, end)| (*at, *end) == (start, 0)).unwrap().2 = plain.len();
            }
            c => message.as_mut().unwrap_or(&mut plain).push(c),
        }
    }
    let labels =
        labels.into_iter().map(|(message, start, end)| Label { span: Span::new(start, end), message });
    let diagnostic = Diagnostic {
        rule: "group/name".into(),
        category: "Fluency/Punctuation".into(),
        severity: Severity::Major,
        status: Status::Stable,
        message: "what is wrong".into(),
        span,
        labels: labels.collect(),
        fixes: Vec::new(),
    };
    (plain, diagnostic)
}

/// A fix of one edit.
fn fix(applicability: Applicability, span: Span, text: &str) -> Fix {
    Fix { title: "do as the title says".into(), applicability, edits: vec![Edit::replace(span, text)] }
}

/// A report of one file.
fn report<'r>(source: &'r str, diagnostics: &'r [Diagnostic]) -> FileReport<'r> {
    FileReport { path: "article.txt", source, encoding: "UTF-8", words: 100, diagnostics, error: None }
}

/// What is printed of `files`.
fn printed(format: Format, files: &[FileReport<'_>]) -> String {
    let mut out = Vec::new();
    let mut printer = Printer::new(&mut out, format);
    for file in files {
        printer.file(file).unwrap();
    }
    printer.finish().unwrap();
    String::from_utf8(out).unwrap()
}

/// The pretty report of a marked article with one fix.
fn mended(text: &str, applicability: Applicability, replacement: &str) -> String {
    let (source, mut diagnostic) = marked(text);
    diagnostic.fixes = vec![fix(applicability, diagnostic.span, replacement)];
    printed(Format::Pretty, &[report(&source, &[diagnostic])])
}

#[test]
fn a_finding_shows_its_place_and_how_it_will_read() {
    let text = "Talks\n\nThe mayor of the old harbour town accused his critics of having kept silent \
                about a ⟦” hidden deficit “⟧ for years, and said that he would not resign before the vote.";
    assert_snapshot!(mended(text, Applicability::Safe, "“hidden deficit”"), @r"
    major[group/name]: what is wrong
      ┌─ article.txt:3:85
    3 │ … of having kept silent about a ” hidden deficit “ for years, and said that he would not …
      │                                 ^^^^^^^^^^^^^^^^^^
      = fix: … kept silent about a “hidden deficit” for years, and said that …

    article.txt: 1 finding (1 major), 1 with a safe fix · 100 words · MQM score 95.0
    why, with examples: mtlint explain group/name
    ");
}

#[test]
fn a_fix_to_confirm_is_called_a_suggestion() {
    assert_snapshot!(mended("She was⟦ ⟧n’t there.", Applicability::Unsafe, ""), @r"
    major[group/name]: what is wrong
      ┌─ article.txt:1:8
    1 │ She was n’t there.
      │        ^
      = suggestion: She wasn’t there.

    article.txt: 1 finding (1 major) · 100 words · MQM score 95.0
    why, with examples: mtlint explain group/name
    ");
}

#[test]
fn a_fix_that_removes_lines_is_told_by_its_title() {
    assert_snapshot!(mended("One.\n⟦Two.\nThree.\n⟧Four.", Applicability::Safe, ""), @r"
    major[group/name]: what is wrong
      ┌─ article.txt:2:1
    2 │ Two.
      │ ^^^^
    3 │ Three.
      │ ^^^^^^
      = fix: do as the title says

    article.txt: 1 finding (1 major), 1 with a safe fix · 100 words · MQM score 95.0
    why, with examples: mtlint explain group/name
    ");
}

#[test]
fn edits_far_apart_are_shown_with_what_is_around_each() {
    let text = "⟦«⟧The council has not yet decided, and nobody knows when it will, because half of its \
                members have gone on holiday and the others cannot agree about the order of the day», she said.";
    let (source, mut diagnostic) = marked(text);
    let close = source.find('»').unwrap();
    diagnostic.fixes = vec![Fix {
        edits: vec![Edit::replace(diagnostic.span, "“"), Edit::replace(Span::new(close, close + 2), "”")],
        ..fix(Applicability::Safe, Span::empty(0), "")
    }];
    assert_snapshot!(printed(Format::Pretty, &[report(&source, &[diagnostic])]), @r"
    major[group/name]: what is wrong
      ┌─ article.txt:1:1
    1 │ «The council has not yet decided, and nobody knows when it will, because half of its members …
      │ ^
      = fix: “The council has not … the order of the day”, she said.

    article.txt: 1 finding (1 major), 1 with a safe fix · 100 words · MQM score 95.0
    why, with examples: mtlint explain group/name
    ");
}

#[test]
fn a_clean_file_alone_says_so() {
    assert_snapshot!(printed(Format::Pretty, &[report("All is well.", &[])]), @r"
    article.txt: no findings · 100 words · MQM score 100.0
    ");
    assert_snapshot!(printed(Format::Pretty, &[]), @r"
    no files checked
    ");
}

#[test]
fn several_files_get_a_sum_and_clean_ones_no_line() {
    let (source, diagnostic) = marked("A ⟦b⟧ c.");
    let preview = Diagnostic { status: Status::Preview, severity: Severity::Minor, ..diagnostic.clone() };
    let found = [diagnostic, preview];
    let files = [
        report("", &[]),
        report(&source, &found),
        FileReport { encoding: "windows-1252", path: "old.txt", ..report(&source, &found[..1]) },
        FileReport {
            error: Some("permission denied\x1b[2J"),
            path: "secret.txt",
            encoding: "",
            words: 0,
            ..report("", &[])
        },
    ];
    assert_snapshot!(printed(Format::Pretty, &files), @r"
    major[group/name]: what is wrong
      ┌─ article.txt:1:3
    1 │ A b c.
      │   ^

    minor[group/name] (preview): what is wrong
      ┌─ article.txt:1:3
    1 │ A b c.
      │   ^

    article.txt: 2 findings (1 major, 1 minor) · 100 words · MQM score 94.9

    note: old.txt: read as windows-1252

    major[group/name]: what is wrong
      ┌─ old.txt:1:3
    1 │ A b c.
      │   ^

    old.txt: 1 finding (1 major) · 100 words · MQM score 95.0

    error: secret.txt: permission denied␛[2J

    4 files, 2 with findings, 1 not checked: 3 findings (2 major, 1 minor) · 300 words · MQM score 96.6
    why, with examples: mtlint explain group/name
    ");
}

#[test]
fn concise_is_one_line_a_finding() {
    let (source, mut diagnostic) = marked("é\nb ⟦c⟧");
    diagnostic.message = "two\nlines".into();
    let error = FileReport { error: Some("no such file"), path: "gone.txt", ..report("", &[]) };
    assert_snapshot!(printed(Format::Concise, &[report(&source, &[diagnostic]), error]), @r"
    article.txt:2:3: major[group/name]: two↵lines
    gone.txt: error: no such file
    ");
}

#[test]
fn json_keeps_the_contract() {
    let (source, mut diagnostic) = marked("é\r\n⟪opened here|“⟫b⟦“⟧");
    diagnostic.fixes = vec![fix(Applicability::Safe, diagnostic.span, "”")];
    let error = FileReport {
        error: Some("is \"not\" text"),
        path: "image.png",
        encoding: "",
        words: 0,
        ..report("", &[])
    };
    let json = printed(Format::Json, &[report(&source, &[diagnostic]), error]);
    serde_json::from_str::<serde_json::Value>(&json).unwrap();
    assert_snapshot!(json.replace(env!("CARGO_PKG_VERSION"), "VERSION"), @r#"
    {"schema":"mtlint/1","tool":{"name":"mtlint","version":"VERSION"},"files":[
    {"path":"article.txt","encoding":"UTF-8","words":100,"error":null,"diagnostics":[{"rule":"group/name","category":"Fluency/Punctuation","severity":"major","status":"stable","message":"what is wrong","start":{"byte":8,"char":5,"line":2,"column":3},"end":{"byte":11,"char":6,"line":2,"column":4},"labels":[{"start":{"byte":4,"char":3,"line":2,"column":1},"end":{"byte":7,"char":4,"line":2,"column":2},"message":"opened here"}],"fixes":[{"title":"do as the title says","applicability":"safe","edits":[{"start":{"byte":8,"char":5,"line":2,"column":3},"end":{"byte":11,"char":6,"line":2,"column":4},"text":"”"}]}]}]},
    {"path":"image.png","encoding":null,"words":0,"error":"is \"not\" text","diagnostics":[]}],
    "summary":{"files":2,"words":100,"diagnostics":1,"penalty":5.0,"score":95.0}}
    "#);
}

#[test]
fn json_without_files_is_json() {
    let json: serde_json::Value = serde_json::from_str(&printed(Format::Json, &[])).unwrap();
    assert_eq!(json["files"], serde_json::json!([]));
    assert_eq!(json["summary"]["score"], 100.0);
}

#[test]
fn without_colours_nothing_of_an_article_can_command_the_terminal() {
    let odd: String = (0..0x3000)
        .chain([0xfeff, 0xe0041])
        .filter_map(char::from_u32)
        .filter(|c| !matches!(c, '⟦' | '⟧' | '⟪' | '⟫' | '|'))
        .collect();
    let (source, mut diagnostic) = marked(&format!("{odd}⟦\u{1b}[2J\u{202e}⟧{odd}⟪{odd}|\u{9b}⟫\u{1b}"));
    diagnostic.message = odd.clone();
    diagnostic.rule = "a/\u{1b}".into();
    diagnostic.fixes = vec![
        fix(Applicability::Safe, diagnostic.span, "\u{1b}\u{202e}\u{7f}"),
        Fix { title: odd.clone(), ..fix(Applicability::Safe, diagnostic.span, &odd) },
    ];
    let diagnostics = [diagnostic];
    let file = FileReport { path: "\u{1b}]0;x\u{7}", encoding: "\u{1b}", ..report(&source, &diagnostics) };
    let error = FileReport { error: Some(&odd), ..file };
    for format in [Format::Pretty, Format::Concise] {
        let out = printed(format, &[file, error]);
        let raw = out.chars().find(|c| {
            (c.is_control() && *c != '\n')
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        });
        assert_eq!(raw, None, "{format:?}");
    }
}

#[test]
fn colours_add_escapes_and_change_nothing_else() {
    let (source, mut diagnostic) = marked("It ⟪x|was⟫ ⟦ ’⟧t so.");
    diagnostic.fixes = vec![fix(Applicability::Safe, diagnostic.span, "’")];
    let diagnostics = [diagnostic];
    let file = report(&source, &diagnostics);
    let mut out = Vec::new();
    let mut printer = Printer::new(&mut out, Format::Pretty).color(true);
    printer.file(&file).unwrap();
    printer.finish().unwrap();
    let colored = String::from_utf8(out).unwrap();
    assert!(colored.contains("\x1b[1;31m^^\x1b[0m"), "{colored}");
    let escape = regex::Regex::new("\x1b\\[[0-9;]*m").unwrap();
    assert_eq!(escape.replace_all(&colored, ""), printed(Format::Pretty, &[file]));
}

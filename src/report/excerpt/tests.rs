//! Excerpts of every awkward kind. `⟦…⟧` is the place, `⟪message|…⟫` a related place.

use insta::assert_snapshot;
use proptest::prelude::*;

use super::{Mark, draw};
use crate::diagnostic::{Applicability, Edit, Fix, Label};
use crate::report::glyph;
use crate::report::paint::{Paint, Role};
use crate::report::tests::marked;
use crate::report::{FileReport, Format, Printer};
use crate::span::{LineIndex, Span};

/// The excerpt of a marked text, 60 columns wide.
fn excerpt(text: &str) -> String {
    let (source, diagnostic) = marked(text);
    let marks = crate::report::pretty::marks(&diagnostic);
    let index = LineIndex::new(&source);
    draw(&index, &marks, 60, Paint::new(false)).lines.join("\n")
}

const LONG: &str = "The committee that was to look into the costs of the new bridge has met only twice";

#[test]
fn one_place() {
    assert_snapshot!(excerpt("The ⟦cat⟧ sat."), @r"
    1 │ The cat sat.
      │     ^^^
    ");
}

#[test]
fn a_label_on_the_place_itself_is_its_message() {
    assert_snapshot!(excerpt("The ⟦⟪an animal|cat⟫⟧ sat."), @r"
    1 │ The cat sat.
      │     ^^^ an animal
    ");
}

#[test]
fn two_labels_on_one_line() {
    assert_snapshot!(excerpt("⟪opened here|“⟫The ⟪one|cat⟫ and ⟪another one|dog⟫ sat⟦“⟧ there."), @r"
    1 │ “The cat and dog sat“ there.
      │ -    --- one ---    ^
      │ │            another one
      │ opened here
    ");
}

#[test]
fn messages_that_do_not_fit_behind_their_mark_hang_below() {
    assert_snapshot!(
        excerpt("⟪the first of three|a⟫ ⟪the second of three|b⟫ ⟪the third of three|c⟫ ⟦d⟧"), @r"
    1 │ a b c d
      │ - - - ^
      │ │ │ the third of three
      │ │ the second of three
      │ the first of three
    ");
}

#[test]
fn marks_inside_marks() {
    assert_snapshot!(excerpt("She ⟪the whole|said ⟦that⟧ he⟫ left."), @r"
    1 │ She said that he left.
      │     -----^^^^--- the whole
    ");
    assert_snapshot!(excerpt("⟦⟪starts here|T⟫he whole⟧ of it"), @r"
    1 │ The whole of it
      │ -^^^^^^^^
      │ starts here
    ");
}

#[test]
fn labels_do_not_hide_the_place() {
    assert_snapshot!(excerpt("⟦⟪subject|She⟫⟪verb| left⟫⟧."), @r"
    1 │ She left.
      │ ^^^^^^^^ verb
      │ subject
    ");
}

#[test]
fn a_far_label_gets_its_own_excerpt() {
    assert_snapshot!(excerpt(&format!("He said: ⟪opened here|“⟫{LONG}, {LONG}, {LONG}.⟦⟧")), @r"
    1 │ He said: “The committee that was to look into the …
      │          - opened here
    1 │ … into the costs of the new bridge has met only twice.
      │                                                       ^
    ");
}

#[test]
fn a_label_on_another_line() {
    assert_snapshot!(excerpt("one ⟪here too|two⟫\nthree\nfour ⟦two⟧ five"), @r"
    1 │ one two
      │     --- here too
    3 │ four two five
      │      ^^^
    ");
}

#[test]
fn a_long_line_is_cut_between_words() {
    assert_snapshot!(excerpt(&format!("{LONG}, and {LONG}; ⟦this⟧, {LONG}.")), @r"
    1 │ … has met only twice; this, The committee that was to …
      │                       ^^^^
    ");
}

#[test]
fn a_long_word_is_cut_anywhere() {
    let word = "abcdefghij".repeat(30);
    assert_snapshot!(excerpt(&format!("{word}⟦x⟧{word}")), @r"
    1 │ … fghijabcdefghijabcdefghijxabcdefghijabcdefghijabcde …
      │                            ^
    ");
}

#[test]
fn a_long_place_is_shown_by_its_ends() {
    assert_snapshot!(excerpt(&format!("Then ⟦{LONG}, and {LONG}⟧, he said, and {LONG}.")), @r"
    1 │ Then The committee that … has met only twice, he …
      │      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    ");
}

#[test]
fn wide_characters() {
    assert_snapshot!(excerpt("据新华社报道，⟪source|部长⟫ said ⟦“渡轮法”⟧ 将推迟。"), @r"
    1 │ 据新华社报道，部长 said “渡轮法” 将推迟。
      │               ----      ^^^^^^^^
      │               source
    ");
    let chinese = "委员会只开过两次会议而且没有作出任何决定".repeat(5);
    assert_snapshot!(excerpt(&format!("{chinese}⟦。⟧{chinese}")), @r"
    1 │ … 会议而且没有作出任何决定。委员会只开过两次会议而且 …
      │                           ^^
    ");
}

#[test]
fn combining_marks() {
    assert_eq!(
        excerpt("Re\u{301}sume\u{301} of ⟦Jose\u{301}⟧, e⟪alone|\u{301}⟫ here"),
        "1 │ Re\u{301}sume\u{301} of Jose\u{301}, e◌\u{301} here\n  │           ^^^^   - alone"
    );
}

#[test]
fn tabs_are_as_wide_as_they_are_drawn() {
    assert_snapshot!(excerpt("\tone\t⟦two\tthree⟧"), @r"
    1 │     one    two→   three
      │            ^^^^^^^^^^^^
    ");
}

#[test]
fn control_and_bidirectional_characters_are_stand_ins() {
    assert_snapshot!(excerpt("a\u{1b}[31mb ⟦\u{202e}c\u{7}⟧ d\u{2066}"), @r"
    1 │ a␛[31mb ‹U+202E›c␇ d‹U+2066›
      │         ^^^^^^^^^^
    ");
}

#[test]
fn invisible_characters_show_where_they_are_meant() {
    assert_snapshot!(excerpt("zero\u{200b}width ⟦zero\u{200b}width⟧ ⟪a no-break space|\u{a0}⟫."), @r"
    1 │ zerowidth zero‹U+200B›width ␣.
      │           ^^^^^^^^^^^^^^^^^ - a no-break space
    ");
}

#[test]
fn a_place_over_two_lines() {
    assert_snapshot!(excerpt("It was ⟦the\nthe⟧ end."), @r"
    1 │ It was the
      │        ^^^
    2 │ the end.
      │ ^^^
    ");
}

#[test]
fn a_run_of_blank_lines() {
    assert_snapshot!(excerpt("One.⟦\n\n\n⟧Two."), @r"
    1 │ One.↵
      │     ^
    2 │ ↵
      │ ^
    3 │ ↵
      │ ^
    ");
    assert_snapshot!(excerpt("One.\n⟦\n\n\n\n\n\n⟧Two."), @r"
    1 │ One.
    2 │ ↵
      │ ^
    3 │ ↵
      │ ^
      ⋮
    7 │ ↵
      │ ^
    ");
}

#[test]
fn a_wrapped_paragraph() {
    assert_snapshot!(excerpt("⟪first here|One and\ntwo and\nthree.⟫\n\n⟦One and\r\ntwo and\r\nthree.⟧\r\n"), @r"
    1 │ One and
      │ -------
    2 │ two and
      │ -------
    3 │ three.
      │ ------ first here
    5 │ One and
      │ ^^^^^^^
    6 │ two and
      │ ^^^^^^^
    7 │ three.
      │ ^^^^^^
    ");
}

#[test]
fn a_point_between_characters() {
    assert_snapshot!(excerpt("No stop⟦⟧"), @r"
    1 │ No stop
      │        ^
    ");
    assert_snapshot!(excerpt("No stop⟦⟧\r\nNext"), @r"
    1 │ No stop
      │        ^
    ");
    assert_snapshot!(excerpt("⟦⟧No start"), @r"
    1 │ No start
      │ ^
    ");
    assert_snapshot!(excerpt("End of file\n⟦⟧"), @r"
    1 │ End of file
    2 │
      │ ^
    ");
    assert_snapshot!(excerpt("⟦⟧"), @r"
    1 │
      │ ^
    ");
}

#[test]
fn a_point_at_the_end_of_a_long_line_stays_within_the_width() {
    let lines = excerpt(&format!("{LONG}, {LONG}.⟦⟧"));
    let longest = lines.lines().map(|line| line.chars().count()).max();
    assert!(longest <= Some(60), "{lines}");
}

#[test]
fn spans_that_do_not_fit_the_text_are_mended() {
    let index = LineIndex::new("é");
    let mark = Mark { span: Span::new(1, 9), role: Role::Label, message: None };
    let drawn = draw(&index, &[mark], 60, Paint::new(false));
    assert_snapshot!(drawn.lines.join("\n"), @r"
    1 │ é
      │ -
    ");
}

/// A place of `text` from two numbers.
fn place(text: &str, a: usize, b: usize) -> Span {
    let at = |n: usize| text.floor_char_boundary(n % (text.len() + 1));
    Span::new(at(a).min(at(b)), at(a).max(at(b)))
}

proptest! {
    #[test]
    fn excerpts_keep_to_the_width(
        text in "([a-z ]{0,40}|[“”\u{301}\u{200b}\u{1b}\t\n中😀\u{202e}]{0,12}|[a-z中]{0,90}){0,8}",
        places in prop::collection::vec((any::<u16>(), any::<u16>()), 1..4),
        width in 40..120_usize,
    ) {
        let mark = |&(a, b): &(u16, u16)| Mark {
            span: place(&text, a.into(), b.into()),
            role: Role::Label,
            message: None,
        };
        let marks: Vec<Mark> = places.iter().map(mark).collect();
        let drawn = draw(&LineIndex::new(&text), &marks, width, Paint::new(false));
        for line in drawn.lines {
            prop_assert!(glyph::columns(&line) <= width, "{} > {}: {}", glyph::columns(&line), width, line);
        }
    }

    #[test]
    fn no_text_and_no_places_make_it_panic(
        text in "([a-z ]{0,40}|[“”\u{301}\u{200d}\u{200b}\u{1b}\t\r\n中😀🇫🇷ع\u{202e}]{0,12}|\\PC{0,9}){0,8}",
        places in prop::collection::vec((any::<u16>(), any::<u16>(), "\\PC{0,30}"), 1..6),
        width in 0..130_usize,
    ) {
        let (_, mut diagnostic) = marked("⟦⟧");
        let spans: Vec<Span> =
            places.iter().map(|&(a, b, _)| place(&text, a.into(), b.into())).collect();
        diagnostic.span = spans[0];
        for (span, (_, _, message)) in spans.iter().zip(&places).skip(1) {
            diagnostic.labels.push(Label { span: *span, message: message.clone() });
        }
        let edits = spans.iter().zip(&places).map(|(span, (_, _, new))| Edit::replace(*span, new.clone()));
        let mut edits: Vec<Edit> = edits.collect();
        edits.sort();
        edits.dedup_by(|next, last| next.span.start < last.span.end);
        diagnostic.fixes.push(Fix {
            title: places[0].2.clone(),
            applicability: Applicability::Safe,
            edits,
        });
        let diagnostics = [diagnostic];
        for format in [Format::Pretty, Format::Concise, Format::Json] {
            let mut out = Vec::new();
            let mut printer = Printer::new(&mut out, format).width(width);
            let (path, encoding) = ("a", "UTF-8");
            printer.file(&FileReport {
                path, encoding, source: &text, words: 9, diagnostics: &diagnostics, error: None,
            }).unwrap();
            printer.finish().unwrap();
            let out = String::from_utf8(out).unwrap();
            prop_assert!(!out.contains('\x1b'), "an escape in {:?}", out);
            prop_assert!(format != Format::Pretty || out.contains('^'), "no mark in {}", out);
        }
    }
}

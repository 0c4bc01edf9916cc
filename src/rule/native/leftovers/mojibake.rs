//! UTF-8 that was read in an encoding of one byte a character, and saved so.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

use crate::analysis::Analysis;
use crate::diagnostic::Edit;
use crate::rule::finding::Finding;
use crate::span::Span;

/// How often a text can have gone through the wrong encoding before it is past help.
const MOST_ROUNDS: usize = 3;

/// The most characters that are read back together; a bound on what is looked at again where a run makes
/// no sense.
const LONGEST_RUN: usize = 64;

/// Reports runs of characters whose bytes are UTF-8, and writes what they stand for.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let mut findings = Vec::new();
    let mut at = 0;
    while let Some(found) = text.as_bytes()[at..].iter().position(|byte| !byte.is_ascii()) {
        let start = at + found;
        let mut end = start;
        for encoding in [WINDOWS_1252, MACINTOSH] {
            if let Some((len, decoded)) = decode_run(text, start, encoding) {
                end = start + len;
                findings.push(finding(text, Span::new(start, end), decoded));
                break;
            }
        }
        if end == start
            && let Some((len, finding)) = lost_second_half(text, start)
        {
            end = start + len;
            findings.push(finding);
        }
        at = end.max(start + text[start..].chars().next().map_or(1, char::len_utf8));
    }
    findings
}

/// The finding for a run that stands for `decoded`, which may itself need decoding.
fn finding(text: &str, span: Span, mut decoded: String) -> Finding {
    for _ in 1..MOST_ROUNDS {
        let again = decode_chars(&decoded, WINDOWS_1252);
        if again.0 < decoded.len() || !is_plausible(text, span, &decoded, &again.1) {
            break;
        }
        decoded = again.1;
    }
    decoded.retain(|c| c != '\u{feff}');
    Finding::replace(span, decoded)
}

/// The length in bytes of the run at `start` that is UTF-8 read in `encoding`, and what it stands for.
fn decode_run(text: &str, start: usize, encoding: &'static Encoding) -> Option<(usize, String)> {
    let (len, decoded) = decode_chars(&text[start..], encoding);
    let span = Span::new(start, start + len);
    is_plausible(text, span, span.of(text), &decoded).then_some((len, decoded))
}

/// All characters that the start of `rest` stands for, and the length of what stands for them.
fn decode_chars(rest: &str, encoding: &'static Encoding) -> (usize, String) {
    let mut decoded = String::new();
    let mut len = 0;
    for _ in 0..LONGEST_RUN {
        let Some((read, c)) = decode_char(&rest[len..], encoding) else {
            break;
        };
        decoded.push(c);
        len += read;
    }
    (len, decoded)
}

/// The character that the start of `rest` stands for, and the length of what stands for it.
fn decode_char(rest: &str, encoding: &'static Encoding) -> Option<(usize, char)> {
    let mut bytes = [0; 4];
    let mut len = 0;
    let mut needed = 1;
    for (n, c) in rest.chars().take(4).enumerate() {
        bytes[n] = byte_of(c, encoding)?;
        len += c.len_utf8();
        if n == 0 {
            needed = match bytes[0] {
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                0xf0..=0xf4 => 4,
                _ => return None,
            };
        }
        if n + 1 == needed {
            let c = std::str::from_utf8(&bytes[..needed]).ok()?.chars().next()?;
            return Some((len, c));
        }
    }
    None
}

/// The byte above ASCII that `encoding` reads as `c`.
fn byte_of(c: char, encoding: &'static Encoding) -> Option<u8> {
    if c.is_ascii() {
        return None;
    }
    if ('\u{a0}'..='\u{ff}').contains(&c) && encoding == WINDOWS_1252 {
        return u8::try_from(u32::from(c)).ok();
    }
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = encoding.encode(c.encode_utf8(&mut buffer));
    match *bytes {
        [byte] if !unmappable => Some(byte),
        _ => None,
    }
}

/// Whether `decoded` is what a writer may have meant at `span` and `run` is not.
///
/// A capital with an accent before a closing mark (`CAFÉ»`) is UTF-8 by chance; so is a single letter of a
/// rare alphabet.
fn is_plausible(text: &str, span: Span, run: &str, decoded: &str) -> bool {
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    let mut chars = decoded.chars();
    let (Some(first), rest) = (chars.next(), chars.next()) else {
        return false;
    };
    if rest.is_some() {
        let common = |c: char| is_latin(c) || is_common_symbol(c);
        let script = first.script();
        return decoded.chars().all(common)
            || decoded
                .chars()
                .all(|c| c.script() == script || matches!(c.script(), Script::Common | Script::Inherited));
    }
    let trail = run.chars().nth(1);
    let inside_word = before.is_some_and(char::is_alphabetic) || after.is_some_and(char::is_lowercase);
    let by_chance = before.is_some_and(char::is_uppercase)
        || !inside_word && !run.starts_with(['Ã', 'Â', '√', '¬', 'â', 'ï', 'ð', '‚']);
    match first {
        // Latin letters and signs: the second half must not be a mark that may stand there by itself.
        '\u{a0}'..='\u{17f}' => !(by_chance && trail.is_some_and(|c| !c.is_alphabetic())),
        '\u{2000}'..='\u{22ff}' => is_common_symbol(first),
        '\u{feff}' | '\u{1f000}'..='\u{1faff}' => true,
        _ => is_combining_mark(first) && before.is_some_and(char::is_lowercase),
    }
}

/// Letters and signs of Latin-1 and Latin Extended-A.
fn is_latin(c: char) -> bool {
    ('\u{a0}'..='\u{17f}').contains(&c) || is_combining_mark(c)
}

/// Punctuation, currency, arrows and pictographs.
fn is_common_symbol(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206f}' | '\u{20ac}' | '\u{2116}' | '\u{2122}' | '\u{2190}'..='\u{21ff}' | '\u{2200}'..='\u{22ff}' | '\u{feff}' | '\u{1f000}'..='\u{1faff}')
}

/// A half that is left where the other one was invisible and has been lost or made a plain space:
/// `dÃ©jÃ  vu`, `10Â km`, `he saidâ€ and`.
fn lost_second_half(text: &str, start: usize) -> Option<(usize, Finding)> {
    let rest = &text[start..];
    let before = text[..start].chars().next_back();
    if let Some(after) = rest.strip_prefix("â€") {
        let ends = after.chars().next().is_none_or(|c| c.is_ascii());
        let len = rest.len() - after.len();
        return ends.then(|| (len, doubtful(Span::new(start, start + len), "”")));
    }
    let c = rest.chars().next().filter(|c| matches!(c, 'Ã' | 'Â'))?;
    let after = rest[c.len_utf8()..].strip_prefix(' ')?;
    let in_word = before.is_some_and(|b| b.is_lowercase() || b.is_ascii_digit());
    let alone = before.is_none_or(char::is_whitespace) && after.starts_with(|c: char| c.is_lowercase());
    let written = match c {
        'Ã' if in_word || alone => "à",
        'Â' if in_word => "",
        _ => return None,
    };
    // Two spaces: one was the second half, the other one is a space.
    let half = usize::from(after.starts_with(' '));
    let end = start + c.len_utf8() + half;
    Some((end - start, doubtful(Span::new(start, end), written)))
}

/// A finding whose fix is a guess.
fn doubtful(span: Span, written: &str) -> Finding {
    let mut finding = Finding::at(span);
    finding.edits.push(Edit::replace(span, written));
    finding.doubtful()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `text` looks like after its UTF-8 was read in `encoding`.
    fn misread(text: &str, encoding: &'static Encoding) -> String {
        encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    fn mended(text: &str) -> String {
        let document = crate::document::Document::plain(text);
        let findings = check(&Analysis::new(&document, crate::language::english()));
        let edits: Vec<_> = findings.iter().map(|finding| finding.edits.as_slice()).collect();
        crate::fix::apply(text, edits).text
    }

    #[test]
    fn what_was_misread_once_or_twice_is_read_back() {
        for text in [
            "Zoë’s café – “naïve”, 12 € … déjà vu, œuvre, Łódź, Şişli, Žižkov",
            "Пушкин, Αθήνα, القاهرة and 北京 are far",
            "→ 🙂 ™ ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß",
        ] {
            let once = misread(text, WINDOWS_1252);
            assert_eq!(mended(&once), text);
            assert_eq!(mended(&misread(&once, WINDOWS_1252)), text);
        }
        let text = "Zoë’s café – “naïve”";
        assert_eq!(mended(&misread(text, MACINTOSH)), text);
    }

    #[test]
    fn letters_and_marks_that_are_right_stay() {
        for letter in ('\u{c0}'..='\u{17f}').filter(|c| c.is_alphabetic()) {
            for mark in ["”", "“", "»", "’", "…", "–", "”…", "’”", "™", " ", "\u{a0}"] {
                let text = format!("“AB{letter}{mark} ab{letter}{mark}");
                let upper = format!("“AB{letter}{mark}");
                assert_eq!(mended(&upper), upper);
                if letter.is_lowercase() {
                    assert_eq!(mended(&text), text);
                }
            }
        }
    }
}

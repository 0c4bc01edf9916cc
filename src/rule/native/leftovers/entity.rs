//! Character references of HTML that were never resolved.

use crate::analysis::Analysis;
use crate::rule::finding::Finding;
use crate::span::Span;

/// Named references that news pages use, and what they stand for. A space of any width is a plain space in
/// prose, and what only steers the breaking of lines is nothing.
/// Source: the list of named character references in the HTML standard.
const NAMES: &[(&str, &str)] = &[
    ("AMP", "&"),
    ("Aacute", "Á"),
    ("Agrave", "À"),
    ("Auml", "Ä"),
    ("Ccedil", "Ç"),
    ("Eacute", "É"),
    ("Egrave", "È"),
    ("Ntilde", "Ñ"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("aacute", "á"),
    ("acirc", "â"),
    ("aelig", "æ"),
    ("agrave", "à"),
    ("amp", "&"),
    ("apos", "'"),
    ("aring", "å"),
    ("atilde", "ã"),
    ("auml", "ä"),
    ("bdquo", "„"),
    ("bull", "•"),
    ("ccedil", "ç"),
    ("cent", "¢"),
    ("copy", "©"),
    ("dagger", "†"),
    ("deg", "°"),
    ("eacute", "é"),
    ("ecirc", "ê"),
    ("egrave", "è"),
    ("emsp", " "),
    ("ensp", " "),
    ("euml", "ë"),
    ("euro", "€"),
    ("frac12", "½"),
    ("frac14", "¼"),
    ("gt", ">"),
    ("hellip", "…"),
    ("iacute", "í"),
    ("icirc", "î"),
    ("iexcl", "¡"),
    ("iquest", "¿"),
    ("iuml", "ï"),
    ("laquo", "«"),
    ("ldquo", "“"),
    ("lsaquo", "‹"),
    ("lsquo", "‘"),
    ("lt", "<"),
    ("mdash", "—"),
    ("middot", "·"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("ntilde", "ñ"),
    ("oacute", "ó"),
    ("ocirc", "ô"),
    ("oelig", "œ"),
    ("ograve", "ò"),
    ("oslash", "ø"),
    ("otilde", "õ"),
    ("ouml", "ö"),
    ("para", "¶"),
    ("plusmn", "±"),
    ("pound", "£"),
    ("quot", "\""),
    ("raquo", "»"),
    ("rdquo", "”"),
    ("reg", "®"),
    ("rsaquo", "›"),
    ("rsquo", "’"),
    ("sbquo", "‚"),
    ("sect", "§"),
    ("shy", ""),
    ("sup2", "²"),
    ("szlig", "ß"),
    ("thinsp", " "),
    ("times", "×"),
    ("trade", "™"),
    ("uacute", "ú"),
    ("ucirc", "û"),
    ("ugrave", "ù"),
    ("uuml", "ü"),
    ("yen", "¥"),
    ("zwj", ""),
    ("zwnj", ""),
];

/// Longest reference in bytes.
const LONGEST: usize = 12;

/// Reports references, also doubly escaped ones (`&amp;nbsp;`) and ones that lost their semicolon.
pub(in crate::rule::native) fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    let text = analysis.text();
    let mut findings = Vec::new();
    let mut done = 0;
    for at in memchr::memchr_iter(b'&', text.as_bytes()) {
        if at < done {
            continue;
        }
        if let Some((len, written)) = read(&text[at..]) {
            done = at + len;
            let spaced = text[..at].ends_with(' ') || text[done..].starts_with(' ');
            let written = if written == " " && spaced { String::new() } else { written };
            let finding = Finding::replace(Span::new(at, done), written.as_str());
            // A sign of markup may be part of an example of it.
            let sure = text[..done].ends_with(';') && !matches!(written.as_str(), "<" | ">");
            findings.push(if sure { finding } else { finding.doubtful() });
        }
    }
    findings
}

/// Length in bytes of the reference at the start of `rest`, and what it stands for.
fn read(rest: &str) -> Option<(usize, String)> {
    let inner = ["&amp;", "&#38;"].iter().find_map(|amp| rest.strip_prefix(amp));
    if let Some(inner) = inner {
        let len = rest.len() - inner.len();
        let name = body(inner);
        if let Some(written) = stands_for(name).filter(|_| inner[name.len()..].starts_with(';')) {
            return Some((len + name.len() + 1, written));
        }
        return Some((len, "&".to_owned()));
    }
    let name = body(&rest[1..]);
    let written = stands_for(name)?;
    let after = &rest[1 + name.len()..];
    if after.starts_with(';') {
        return Some((name.len() + 2, written));
    }
    let is_parameter = after.starts_with(['=', '&']);
    (!is_parameter && has_no_other_sense(name)).then_some((name.len() + 1, written))
}

/// The name or number at the start of `rest`.
fn body(rest: &str) -> &str {
    let len = rest
        .bytes()
        .take(LONGEST)
        .position(|b| !b.is_ascii_alphanumeric() && b != b'#')
        .unwrap_or(rest.len().min(LONGEST));
    rest.get(..len).unwrap_or_default()
}

/// Whether `name` after `&` can only be a reference, even without its semicolon.
fn has_no_other_sense(name: &str) -> bool {
    matches!(
        name,
        "nbsp"
            | "quot"
            | "rsquo"
            | "lsquo"
            | "ldquo"
            | "rdquo"
            | "laquo"
            | "raquo"
            | "hellip"
            | "ndash"
            | "mdash"
            | "eacute"
            | "egrave"
            | "agrave"
    ) || name.starts_with('#') && name.len() >= 4
}

/// What the reference called `name` stands for.
fn stands_for(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        let known = NAMES.iter().find(|(known, _)| *known == name);
        return known.map(|&(_, written)| written.to_owned());
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    Some(match char::from_u32(code).filter(|c| !c.is_control())? {
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => " ".to_owned(),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => String::new(),
        c => c.to_string(),
    })
}

//! Addresses on the net inside prose, each found once in a single pass.

use std::ops::Range;

/// Top-level domains that are taken for one without `www.` or `https://`. Those that are English words
/// (`it`, `is`, `in`, `me`, `us`) are left out: there a full stop has more often lost its space.
const DOMAINS: &[&str] =
    &["cn", "com", "de", "edu", "eu", "fr", "gov", "info", "net", "org", "ru", "tv", "uk"];

/// Longest scheme or mailbox name that is looked for before `://` or `@`, in bytes.
const LONGEST_NAME: usize = 64;

/// Most labels of a host name (`www.news.example.co.uk` has five).
const MOST_LABELS: usize = 6;

/// The byte ranges of all addresses in `text`, in order: `https://…`, `www.…`, `name@host`, `example.com/…`.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut floor = 0;
    // Most hits are full stops at the end of a sentence, which the first comparison sends away.
    for hit in memchr::memchr3_iter(b':', b'@', b'.', bytes) {
        let Some(next) = bytes.get(hit + 1) else { break };
        if hit < floor || !(next.is_ascii_alphanumeric() || *next == b'/') {
            continue;
        }
        let before = &bytes[floor.max(hit.saturating_sub(LONGEST_NAME))..hit];
        let address = match bytes[hit] {
            b':' => with_scheme(text, before, hit),
            b'@' => mail(bytes, before, hit),
            _ => host_alone(text, before, hit),
        };
        if let Some(address) = address {
            floor = address.end;
            found.push(address);
        }
    }
    found
}

/// `https://…` around the colon at `colon`.
fn with_scheme(text: &str, before: &[u8], colon: usize) -> Option<Range<usize>> {
    let scheme = trailing(before, |byte| byte.is_ascii_alphabetic());
    let rest = text[colon..].strip_prefix("://")?;
    // Only what is surely an address is read to its end, so that no character is read for two of them.
    let is_address = scheme > 0 && rest.starts_with(char::is_alphanumeric);
    is_address.then(|| colon - scheme..colon + 3 + reach(rest))
}

/// `name@host` around the sign at `at`.
fn mail(bytes: &[u8], before: &[u8], at: usize) -> Option<Range<usize>> {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte);
    let name = trailing(before, is_name);
    let (len, labels) = host(&bytes[at + 1..]);
    (name > 0 && labels.contains(&b'.')).then(|| at - name..at + 1 + len)
}

/// `www.example.org/…` or `example.com/…` around the full stop at `stop`.
fn host_alone(text: &str, before: &[u8], stop: usize) -> Option<Range<usize>> {
    let label = trailing(before, is_label);
    let start = stop - label;
    let first = &text.as_bytes()[start..stop];
    let (len, labels) = host(&text.as_bytes()[stop + 1..]);
    let last = labels.rsplit(|&byte| byte == b'.').next()?;
    let is_known = DOMAINS.iter().any(|domain| domain.as_bytes() == last);
    let is_host = first.eq_ignore_ascii_case(b"www") || (label > 1 && is_known);
    if !is_host || len == 0 {
        return None;
    }
    let end = stop + 1 + len;
    let path = if text[end..].starts_with(['/', '?', '#', ':']) { reach(&text[end..]) } else { 0 };
    Some(start..end + path)
}

/// Length and bytes of the labels of a host name at the start of `bytes`.
fn host(bytes: &[u8]) -> (usize, &[u8]) {
    let mut len = 0;
    for _ in 0..MOST_LABELS {
        let from = if len == 0 { 0 } else { len + 1 };
        let label = bytes[from..].iter().take(LONGEST_NAME).take_while(|&&byte| is_label(byte)).count();
        if label == 0 {
            break;
        }
        len = from + label;
        if bytes.get(len) != Some(&b'.') {
            break;
        }
    }
    (len, &bytes[..len])
}

const fn is_label(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}

/// Length of the part of an address at the start of `rest`: up to white space, a quotation mark, an angle
/// bracket or a mark beyond ASCII, and without the punctuation of the sentence behind it.
fn reach(rest: &str) -> usize {
    let ends = |c: char| {
        c.is_whitespace()
            || matches!(c, '"' | '<' | '>' | '`' | '{' | '}' | '|' | '\\' | '^')
            || !(c.is_ascii() || c.is_alphanumeric())
    };
    let run = &rest[..rest.find(ends).unwrap_or(rest.len())];
    run.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/').len()
}

/// How many bytes at the end of `bytes` satisfy `belongs`.
fn trailing(bytes: &[u8], belongs: impl Fn(u8) -> bool) -> usize {
    bytes.iter().rev().take_while(|&&byte| belongs(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        addresses(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        assert_eq!(
            found("See (https://a.example/b?c=d), www.b.example, “http://c.example/é”; or x.y@d.co.uk."),
            ["https://a.example/b?c=d", "www.b.example", "http://c.example/é", "x.y@d.co.uk"]
        );
    }

    #[test]
    fn a_host_alone_needs_a_domain_that_is_no_word() {
        assert_eq!(
            found("Booking.com and bbc.co.uk/news said so.It rained.it poured.the end 3.5 a.m. e.g. x"),
            ["Booking.com", "bbc.co.uk/news"]
        );
    }

    #[test]
    fn lone_marks_are_no_address() {
        assert_eq!(found("a @ b, @name, ://x, a://, x@y, 10:30, www."), [] as [&str; 0]);
    }
}

//! Lines that say where and when, and nothing else.

/// A line with a date or a time and nothing else but a place: `04/11/2019 at 07:15`, `PARIS, 3 June 2021`.
pub(super) fn is_dateline(text: &str) -> bool {
    let mut has_date = false;
    let mut has_number = false;
    let mut places = 0;
    let mut is_place_over = false;
    for word in text.split([' ', '\u{a0}', '\u{202f}', '(', ')', '|', '\t', '\n']) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase();
        if bare.is_empty() {
            is_place_over |= matches!(word, "-" | "–" | "—");
            continue;
        }
        let starts_with_digit = bare.starts_with(|c: char| c.is_ascii_digit());
        if starts_with_digit && is_date_or_time(&lower) {
            has_number = true;
            has_date |=
                lower.contains([':', '/']) || lower.matches(['.', '-']).count() == 2 || is_hour(&lower);
        } else if is_month(&lower) {
            has_date = true;
        } else if !is_date_word(&lower) {
            // A place stands first and is set off by a comma or a dash.
            if is_place_over || has_number || !bare.starts_with(char::is_uppercase) {
                return false;
            }
            places += 1;
        }
        is_place_over |= word.ends_with(',') && places > 0;
    }
    has_date && has_number && places <= 3 && (places == 0 || is_place_over)
}

/// `3`, `3rd`, `2021`, `04/11/2019`, `07:15`, `07h15`, `10am`.
fn is_date_or_time(word: &str) -> bool {
    let rest =
        word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | ':' | '-' | 'h'));
    matches!(rest, "" | "st" | "nd" | "rd" | "th" | "am" | "pm" | "a.m" | "p.m")
}

/// `10am`, `23h41`.
fn is_hour(word: &str) -> bool {
    word.ends_with('m') || word.contains('h') && !word.ends_with("th")
}

fn is_month(word: &str) -> bool {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    MONTHS.contains(&word)
        || (word.len() >= 3 && word != "mar" && MONTHS.iter().any(|month| &month[..3] == word))
        || word == "sept"
}

/// The other words of a date.
fn is_date_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "at",
        "on",
        "of",
        "am",
        "pm",
        "a.m",
        "p.m",
        "h",
        "hours",
        "gmt",
        "utc",
        "cet",
        "cest",
        "bst",
        "est",
        "edt",
        "et",
        "pst",
        "pdt",
        "pt",
        "published",
        "posted",
        "updated",
        "modified",
        "created",
        "last",
        "update",
        "date",
        "reuters",
        "ap",
        "afp",
        "dpa",
    ];
    WORDS.contains(&word)
}

//! The strings that every match of a pattern has, so that most patterns need not even be compiled.
//!
//! The build script reads this file too: it lists the strings for the patterns that come with mtlint, whose
//! loading then parses no pattern.

use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind};

/// `pattern` in its frame, at the place that reads `{pattern}`.
pub(super) fn framed(frame: Option<&str>, pattern: &str) -> String {
    frame.map_or_else(|| pattern.to_owned(), |frame| frame.replacen(PLACE, pattern, 1))
}

/// What a frame has in the place of a pattern.
pub(super) const PLACE: &str = "{pattern}";

/// Parses `pattern` and lists strings in ASCII lower case, one of which every match has, whatever its case; none
/// where no such strings are known.
///
/// # Errors
/// Why it is no regular expression.
pub(super) fn literals(pattern: &str) -> Result<Vec<String>, String> {
    let hir = regex_syntax::parse(pattern).map_err(|error| last_line(&error.to_string()))?;
    if hir.properties().minimum_len().unwrap_or(0) == 0 {
        return Err("it matches the empty string, so every place would be reported".to_owned());
    }
    Ok(required(&hir).filter(Literals::are_telling).map(|set| set.0).unwrap_or_default())
}

/// The reason in an error of several lines.
pub(super) fn last_line(error: &str) -> String {
    error.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

/// Strings one of which a match must have.
struct Literals(Vec<String>);

impl Literals {
    /// More strings than this are no longer worth looking for.
    const MOST: usize = 2048;

    /// Bytes of the shortest string.
    fn shortest(&self) -> usize {
        self.0.iter().map(String::len).min().unwrap_or(0)
    }

    /// Whether few articles have one of them by chance: three letters, two signs, or a sign that prose lacks.
    fn are_telling(&self) -> bool {
        let rare = |c: char| {
            !c.is_ascii() || matches!(c, '%' | '[' | '<' | '{' | '_' | '*' | '(' | '|' | '\\' | '#')
        };
        let signs = |text: &str| text.len() >= 2 && !text.contains(|c: char| c.is_ascii_alphanumeric());
        let telling = |text: &String| text.len() >= 3 || text.contains(rare) || signs(text);
        self.0.len() <= Self::MOST && self.0.iter().all(telling)
    }

    /// The set that is telling, then the one whose shortest string is longer, then the smaller one.
    fn better(self, other: Self) -> Self {
        let rank = |set: &Self| (set.are_telling(), set.shortest(), usize::MAX - set.0.len());
        if rank(&self) >= rank(&other) { self } else { other }
    }
}

/// The strings one of which every match of `hir` has; `None` where there are none.
fn required(hir: &Hir) -> Option<Literals> {
    match hir.kind() {
        HirKind::Capture(capture) => required(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        HirKind::Alternation(branches) => {
            let sets: Option<Vec<Literals>> = branches.iter().map(required).collect();
            Some(Literals(sets?.into_iter().flat_map(|set| set.0).collect()))
        }
        HirKind::Concat(parts) => required_of_sequence(parts),
        _ => texts(hir).map(Literals).filter(|set| set.shortest() > 0),
    }
}

/// The best of the runs in a sequence whose texts are all known, and of what its other parts require.
fn required_of_sequence(parts: &[Hir]) -> Option<Literals> {
    let mut best: Option<Literals> = None;
    let mut offer = |set: Literals| {
        if set.shortest() > 0 {
            best = Some(match best.take() {
                Some(known) => known.better(set),
                None => set,
            });
        }
    };
    let mut run = vec![String::new()];
    for part in parts {
        let texts = texts(part);
        if let Some(longer) = texts.as_ref().and_then(|texts| product(&run, texts)) {
            run = longer;
            continue;
        }
        let next = texts.unwrap_or_else(|| vec![String::new()]);
        offer(Literals(std::mem::replace(&mut run, next)));
        required(part).into_iter().for_each(&mut offer);
    }
    offer(Literals(run));
    best
}

/// More texts than this are no longer listed.
const MOST_TEXTS: usize = 16;

/// Each of `heads` before each of `tails`, if these are not too many.
fn product(heads: &[String], tails: &[String]) -> Option<Vec<String>> {
    let few = heads.len() * tails.len() <= MOST_TEXTS;
    few.then(|| heads.iter().flat_map(|head| tails.iter().map(move |tail| format!("{head}{tail}"))).collect())
}

/// Every text that `hir` can match, in ASCII lower case, if they are few.
fn texts(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(vec![String::new()]),
        HirKind::Capture(capture) => texts(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min == 0 && repetition.max == Some(1) => {
            let mut optional = texts(&repetition.sub)?;
            optional.push(String::new());
            Some(optional)
        }
        HirKind::Alternation(branches) => {
            let sets: Option<Vec<Vec<String>>> = branches.iter().map(texts).collect();
            Some(sets?.concat()).filter(|texts| texts.len() <= MOST_TEXTS)
        }
        HirKind::Concat(parts) => {
            parts.iter().try_fold(vec![String::new()], |heads, part| product(&heads, &texts(part)?))
        }
        HirKind::Class(Class::Unicode(class)) if letters(hir).is_none() => few_characters(class),
        _ => letters(hir).map(|text| vec![text]),
    }
}

/// The characters of a small class, in ASCII lower case.
fn few_characters(class: &ClassUnicode) -> Option<Vec<String>> {
    const MOST_CHARACTERS: usize = 12;
    let count: usize = class.iter().map(regex_syntax::hir::ClassUnicodeRange::len).sum();
    let characters = class.iter().flat_map(|range| range.start()..=range.end());
    (count <= MOST_CHARACTERS).then(|| characters.map(|c| c.to_ascii_lowercase().to_string()).collect())
}

/// The text of a literal, or of a class that is one letter in both cases.
fn letters(hir: &Hir) -> Option<String> {
    match hir.kind() {
        HirKind::Literal(literal) => {
            String::from_utf8(literal.0.to_vec()).ok().map(|text| text.to_ascii_lowercase())
        }
        HirKind::Class(Class::Unicode(class)) => {
            let mut ranges = class.iter();
            let first = ranges.next().filter(|range| range.start() == range.end())?.start();
            let letter = first.to_ascii_lowercase();
            // Unicode folds `s` with U+017F and `k` with U+212A; no article spells a word with them.
            let folds = |c: char| c.to_lowercase().eq([letter]) || matches!(c, '\u{17f}' | '\u{212a}');
            ranges
                .all(|range| range.start() == range.end() && folds(range.start()))
                .then(|| letter.to_string())
        }
        _ => None,
    }
}

//! The MQM score: what the findings cost the reader, in proportion to the length of the text.

use crate::diagnostic::{Diagnostic, Severity};

/// Penalty points of findings, set against a number of words.
///
/// The weights are those of Google's expert evaluation of WMT (Freitag et al. 2021, “Experts, Errors, and
/// Context: A Large-Scale Study of Human Evaluation for Machine Translation”, TACL 9): neutral 0,
/// minor 1, major 5, minor punctuation 0.1, non-translation 25. MQM's critical, which that table does not
/// have, weighs 25 as well.
///
/// Points are counted in whole tenths, so that the result does not depend on the order of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    words: usize,
    tenths: u64,
}

impl Score {
    /// Adds a text, or a part of one: its words and what was found in it.
    pub fn add(&mut self, words: usize, diagnostics: &[Diagnostic]) {
        self.words += words;
        self.tenths += diagnostics
            .iter()
            .map(|diagnostic| tenths(diagnostic.severity, &diagnostic.category))
            .sum::<u64>();
    }

    /// Number of words.
    pub const fn words(self) -> usize {
        self.words
    }

    /// The sum of the weights.
    pub fn penalty(self) -> f64 {
        from_tenths(self.tenths)
    }

    /// 100 × (1 − penalty / words), not less than 0; 100 where there are no words.
    ///
    /// Rounded down to one decimal: only a text without penalty scores 100.
    pub fn score(self) -> f64 {
        let words = self.words as u64;
        if words == 0 {
            return 100.0;
        }
        let lost = self.tenths.saturating_mul(100).div_ceil(words);
        from_tenths(1000_u64.saturating_sub(lost))
    }
}

/// The weight of one finding, in tenths of a point.
fn tenths(severity: Severity, category: &str) -> u64 {
    match severity {
        Severity::Neutral => 0,
        _ if category == "Non-translation" => 250,
        Severity::Minor if category == "Fluency/Punctuation" => 1,
        Severity::Minor => 10,
        Severity::Major => 50,
        Severity::Critical => 250,
    }
}

/// Tenths as a number that prints with at most one decimal.
#[expect(clippy::cast_precision_loss, reason = "exact below 9 × 10¹⁵")]
fn from_tenths(tenths: u64) -> f64 {
    tenths as f64 / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Status;
    use crate::span::Span;

    fn finding(severity: Severity, category: &str) -> Diagnostic {
        Diagnostic {
            rule: "group/name".into(),
            category: category.into(),
            severity,
            status: Status::Stable,
            message: String::new(),
            span: Span::empty(0),
            labels: Vec::new(),
            fixes: Vec::new(),
        }
    }

    fn scored(words: usize, findings: &[(Severity, &str)]) -> (f64, f64) {
        let findings: Vec<_> = findings.iter().map(|&(s, c)| finding(s, c)).collect();
        let mut score = Score::default();
        score.add(words, &findings);
        (score.penalty(), score.score())
    }

    #[test]
    fn weighs_as_the_table_says() {
        use Severity::{Critical, Major, Minor, Neutral};
        assert_eq!(scored(100, &[(Neutral, "Style")]), (0.0, 100.0));
        assert_eq!(scored(100, &[(Minor, "Style")]), (1.0, 99.0));
        assert_eq!(scored(100, &[(Minor, "Fluency/Punctuation")]), (0.1, 99.9));
        assert_eq!(scored(100, &[(Major, "Fluency/Punctuation")]), (5.0, 95.0));
        assert_eq!(scored(100, &[(Critical, "Accuracy")]), (25.0, 75.0));
        assert_eq!(scored(100, &[(Major, "Non-translation")]), (25.0, 75.0));
    }

    #[test]
    fn rounds_down_and_stays_between_0_and_100() {
        let findings = [
            vec![(Severity::Major, "Accuracy"); 6],
            vec![(Severity::Minor, "Style")],
            vec![(Severity::Minor, "Fluency/Punctuation")],
        ]
        .concat();
        assert_eq!(scored(412, &findings), (31.1, 92.4));
        assert_eq!(scored(3, &findings), (31.1, 0.0));
        assert_eq!(scored(0, &findings), (31.1, 100.0));
        let comma = (Severity::Minor, "Fluency/Punctuation");
        assert_eq!(scored(1_000_000, &[comma]), (0.1, 99.9));
    }

    #[test]
    fn ten_tenths_are_one_point() {
        let findings = [(Severity::Minor, "Fluency/Punctuation"); 10];
        assert_eq!(scored(100, &findings), (1.0, 99.0));
    }
}

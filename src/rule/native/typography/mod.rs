//! Checks of the rules in `rules/en/typography/`.

pub(super) mod blank_lines;
pub(super) mod capital_after_quote;
pub(super) mod capital_surname;
pub(super) mod lower_case_start;
pub(super) mod spaced_hyphen_name;
pub(super) mod wrong_apostrophe;

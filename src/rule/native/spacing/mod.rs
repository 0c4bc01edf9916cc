//! Checks of the rules in `rules/en/spacing/`.

pub(super) mod after_punctuation;
pub(super) mod before_punctuation;
pub(super) mod bracket;
pub(super) mod doubled;
pub(super) mod glued_words;
pub(super) mod zero_width;

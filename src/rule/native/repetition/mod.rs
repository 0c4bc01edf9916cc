//! What is said twice.

pub(super) mod doubled_phrase;
pub(super) mod doubled_word;
pub(super) mod looping;
pub(super) mod paragraph;
pub(super) mod same_coordinate;
pub(super) mod same_source;
pub(super) mod sentence;

//! Tokens as numbers, so that repetition is a comparison.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::analysis::Token;

/// A hash of the token's text in lower case; two tokens with the same key say the same.
pub(super) fn token_key(token: Token, text: &str) -> u64 {
    let word = token.of(text);
    let mut hasher = FxHasher::default();
    if word.is_ascii() {
        word.bytes().for_each(|b| hasher.write_u8(b.to_ascii_lowercase()));
    } else {
        word.chars().flat_map(char::to_lowercase).for_each(|c| hasher.write_u32(u32::from(c)));
    }
    hasher.finish()
}

//! Tokens as numbers, so that repetition is a comparison.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::analysis::Token;

/// A hash of the token's text in lower case; two tokens with the same key say the same.
pub(super) fn token_key(token: Token, text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    for c in token.of(text).chars() {
        c.to_lowercase().for_each(|c| c.hash(&mut hasher));
    }
    hasher.finish()
}

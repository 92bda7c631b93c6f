//! Unguessable words: session tokens and form secrets.

use std::fmt;

use crate::packed;

/// An unguessable word of 256 random bits in 64 hexadecimal digits. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The word itself, for a cookie or a hidden field.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// A fresh one from the operating system.
    pub(crate) fn fresh() -> Secret {
        let mut random = [0; 32];
        getrandom::fill(&mut random).expect("an operating system without randomness runs nothing");
        Secret(packed::hex(&random))
    }

    pub(crate) fn known(word: String) -> Secret {
        Secret(word)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

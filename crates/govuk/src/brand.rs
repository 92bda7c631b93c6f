//! A council's own colour, as the small stylesheet that is served after the big one.

use std::{error::Error, fmt};

/// The colour of GOV.UK's own bar, used until a council says otherwise.
pub const DEFAULT_BRAND: &str = "#1d70b8";

/// A colour that is not written as `#` and six hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAColour(String);

impl fmt::Display for NotAColour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is not a colour; write it as # and six digits, like {DEFAULT_BRAND}",
            self.0
        )
    }
}

impl Error for NotAColour {}

/// The stylesheet that sets `--brand` to this colour and `--brand-text` to black or white, whichever reads better on it.
///
/// The better of the two always reaches the contrast of 4.5 to 1 that WCAG 2.2 asks for (success criterion 1.4.3).
///
/// # Errors
///
/// When the colour is not written as `#1d70b8` is.
pub fn brand_css(colour: &str) -> Result<String, NotAColour> {
    let background = luminance(colour).ok_or_else(|| NotAColour(colour.to_owned()))?;
    let (white, black) = (1.05 / (background + 0.05), (background + 0.05) / 0.05);
    let text = if white >= black { "#ffffff" } else { "#000000" };
    Ok(format!(":root{{--brand:{colour};--brand-text:{text}}}\n"))
}

/// WCAG's relative luminance, from 0 (black) to 1 (white).
fn luminance(colour: &str) -> Option<f64> {
    let digits = colour.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
        return None;
    }
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).ok()?) / 255.0;
        Some(if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        })
    };
    Some(0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn text_on_the_bar_is_the_one_that_can_be_read() {
        assert_eq!(
            brand_css("#1d70b8").unwrap(),
            ":root{--brand:#1d70b8;--brand-text:#ffffff}\n"
        );
        assert_eq!(
            brand_css("#FFDD00").unwrap(),
            ":root{--brand:#FFDD00;--brand-text:#000000}\n"
        );
    }

    #[test]
    fn only_a_colour_gets_into_the_stylesheet() {
        for bad in ["red", "#12345", "#1d70b8;}", "#€€", ""] {
            assert!(brand_css(bad).is_err(), "{bad}");
        }
    }
}

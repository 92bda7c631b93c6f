//! Text within markup: HTML and XML agree on what must be written otherwise.

/// Adds a text to markup, within an element or an attribute in double quotes. Characters that mean something there become
/// references, those that XML cannot hold are left out, and lines end with a line feed.
pub(crate) fn push(out: &mut String, text: &str) {
    out.reserve(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            it if is_holdable(it) => out.push(it),
            _ => {}
        }
    }
}

/// The same as a text of its own.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    push(&mut out, text);
    out
}

/// Whether XML may hold this character and HTML does not call it a mistake.
pub(crate) fn is_holdable(letter: char) -> bool {
    let nowhere =
        u32::from(letter) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&letter);
    matches!(letter, '\t' | '\n' | '\r') || !(letter.is_control() || nowhere)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_is_written_otherwise_and_what_cannot_be_held_is_left_out() {
        assert_eq!(
            escaped("a < b & \"c\" > 'd'"),
            "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;"
        );
        assert_eq!(
            escaped("]]><script>\u{0}\u{8}\u{85}\u{fffe}\u{1ffff}👍"),
            "]]&gt;&lt;script&gt;👍"
        );
        assert_eq!(escaped("one\r\ntwo\rthree\tfour"), "one\ntwo\nthree\tfour");
    }
}

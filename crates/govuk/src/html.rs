//! Text that is escaped, and markup that is trusted to be safe: the two things that a component may hold.

use std::fmt::{self, Display, Write as _};

use askama::filters::HtmlSafe;

/// Markup that goes into the page as it is. Only ever made on purpose; everything else is escaped.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Html(pub String);

impl Html {
    /// Trusts this markup. Whoever calls it vouches that nothing in it came from outside unescaped.
    #[must_use]
    pub fn new(markup: impl Into<String>) -> Self {
        Self(markup.into())
    }

    /// What a component or another safe value prints.
    #[must_use]
    pub fn of(safe: &impl HtmlSafe) -> Self {
        Self(safe.to_string())
    }
}

impl Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

/// What an element holds: text, escaped when it is printed, or trusted markup. Empty means absent.
#[derive(Clone, PartialEq, Eq)]
pub enum Content {
    /// Plain text.
    Text(String),
    /// Trusted markup.
    Html(Html),
}

impl Content {
    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Html(html) => html.0.is_empty(),
        }
    }

    /// Itself, or this when it is empty.
    pub(crate) fn or(&self, otherwise: &str) -> Self {
        if self.is_empty() {
            otherwise.into()
        } else {
            self.clone()
        }
    }
}

impl Default for Content {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => Escaped(text).fmt(f),
            Self::Html(html) => html.fmt(f),
        }
    }
}

impl HtmlSafe for Content {}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Content {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Html> for Content {
    fn from(html: Html) -> Self {
        Self::Html(html)
    }
}

macro_rules! whole_numbers {
    ($($Number:ty),*) => { $(
        impl From<$Number> for Content {
            fn from(number: $Number) -> Self {
                Self::Text(number.to_string())
            }
        }
    )* };
}
whole_numbers!(i32, i64, u32, u64, usize);

/// Text with the five characters that mean something in HTML written as references; safe in text and in quoted
/// attributes.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            f.write_str(&rest[..at])?;
            f.write_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => "&#39;",
            })?;
            rest = &rest[at + 1..];
        }
        f.write_str(rest)
    }
}

/// More attributes for a component's element: names from the program, values escaped.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Attributes(Vec<(&'static str, String)>);

impl Attributes {
    /// Adds one; an element must not be given the same name twice.
    pub fn push(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.push((name, value.into()));
    }
}

impl<const N: usize> From<[(&'static str, &str); N]> for Attributes {
    fn from(pairs: [(&'static str, &str); N]) -> Self {
        Self(pairs.map(|(name, value)| (name, value.to_owned())).into())
    }
}

impl FromIterator<(&'static str, String)> for Attributes {
    fn from_iter<I: IntoIterator<Item = (&'static str, String)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl Display for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in &self.0 {
            write!(f, " {name}=\"{}\"", Escaped(value))?;
        }
        Ok(())
    }
}

/// Prints what its function writes.
struct Print<F>(F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> Display for Print<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

/// ` name="value"`, or nothing when the value is empty.
pub(crate) fn attr<'a>(name: &'a str, value: &'a str) -> impl Display + 'a {
    Print(move |f: &mut fmt::Formatter<'_>| {
        if value.is_empty() {
            return Ok(());
        }
        write!(f, " {name}=\"{}\"", Escaped(value))
    })
}

/// ` name="true"` or ` name="false"`, or nothing when it was not said.
pub(crate) fn attr_bool(name: &str, value: Option<bool>) -> impl Display + '_ {
    Print(move |f: &mut fmt::Formatter<'_>| match value {
        Some(value) => write!(f, " {name}=\"{value}\""),
        None => Ok(()),
    })
}

/// ` text` when it holds, else nothing: an attribute without a value, or one more class.
pub(crate) fn when(holds: bool, text: &str) -> impl Display + '_ {
    Print(move |f: &mut fmt::Formatter<'_>| {
        if !holds {
            return Ok(());
        }
        f.write_char(' ')?;
        f.write_str(text)
    })
}

/// Further classes after the component's own: a space and the escaped names, or nothing.
pub(crate) fn more(classes: &str) -> impl Display + '_ {
    Print(move |f: &mut fmt::Formatter<'_>| {
        if classes.is_empty() {
            return Ok(());
        }
        write!(f, " {}", Escaped(classes))
    })
}

/// The name, then a space and the next, skipping the empty.
pub(crate) fn joined(first: &str, second: &str) -> String {
    match (first.is_empty(), second.is_empty()) {
        (false, false) => format!("{first} {second}"),
        (true, _) => second.to_owned(),
        (false, true) => first.to_owned(),
    }
}

/// The text, or the other when it is empty.
pub(crate) fn or<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    if text.is_empty() { otherwise } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_only_html_is_not() {
        let text = Content::from("O'Neil & <b>\"Sons\"</b> £5");
        assert_eq!(
            text.to_string(),
            "O&#39;Neil &amp; &lt;b&gt;&quot;Sons&quot;&lt;/b&gt; £5"
        );
        assert_eq!(
            Content::from(Html::new("<b>Sons</b>")).to_string(),
            "<b>Sons</b>"
        );
    }

    #[test]
    fn a_value_cannot_leave_its_attribute() {
        let attributes = Attributes::from([("title", "a\" onclick=\"x")]);
        assert_eq!(attributes.to_string(), " title=\"a&quot; onclick=&quot;x\"");
    }
}

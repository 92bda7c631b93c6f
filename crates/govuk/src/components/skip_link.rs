//! Skip link: the first thing on a page, for those who go through it by keyboard.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, more, or},
};

component! {
    /// A link past the header, seen only when it has the focus.
    component SkipLink {
        /// Its words.
        content: Content,
        /// `#` and the id of the main content; "#content" when empty.
        href: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl SkipLink {
    /// "Skip to main content", at this address on the page.
    #[must_use]
    pub fn new(href: impl Into<String>) -> Self {
        Self::default().content("Skip to main content").href(href)
    }
}

impl Display for SkipLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<a href="{}" class="govuk-skip-link{}"{} data-module="govuk-skip-link">{}</a>"#,
            Escaped(or(&self.href, "#content")),
            more(&self.classes),
            self.attributes,
            self.content,
        )
    }
}

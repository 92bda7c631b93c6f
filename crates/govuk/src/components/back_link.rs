//! Back link: to the page the reader came from, above the heading.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, more, or},
};

component! {
    /// A link back to the page the reader came from.
    component BackLink {
        /// Where it goes; the page itself when empty.
        href: String,
        /// The words; "Back" when empty.
        content: Content,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl BackLink {
    /// "Back" to this address.
    #[must_use]
    pub fn new(href: impl Into<String>) -> Self {
        Self::default().href(href)
    }
}

impl Display for BackLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<a href="{}" class="govuk-back-link{}"{}>{}</a>"#,
            Escaped(or(&self.href, "#")),
            more(&self.classes),
            self.attributes,
            self.content.or("Back"),
        )
    }
}

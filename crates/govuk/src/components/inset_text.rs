//! Inset text: words set apart from what is around them.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{attr, more},
};

component! {
    /// Words set apart: a quotation, an example, more about the page.
    component InsetText {
        /// The words.
        content: Content,
        /// Its id.
        id: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl InsetText {
    /// These words.
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self::default().content(content)
    }
}

impl Display for InsetText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<div{} class="govuk-inset-text{}"{}>{}</div>"#,
            attr("id", &self.id),
            more(&self.classes),
            self.attributes,
            self.content,
        )
    }
}

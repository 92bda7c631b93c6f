//! Hint: help with one question, for everyone who answers it.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{attr, more},
};

component! {
    /// Help with one question.
    component Hint {
        /// The help.
        content: Content,
        /// Its id, for the control's `aria-describedby`.
        id: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl Hint {
    /// This help.
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self::default().content(content)
    }
}

impl Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<div{} class="govuk-hint{}"{}>{}</div>"#,
            attr("id", &self.id),
            more(&self.classes),
            self.attributes,
            self.content,
        )
    }
}

//! Error message: what is wrong with one answer, and how to put it right.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, attr, more},
};

component! {
    /// What is wrong with one answer, beside it.
    component ErrorMessage {
        /// What is wrong and how to put it right.
        content: Content,
        /// Its id, for the control's `aria-describedby`.
        id: String,
        /// What screen readers say first: "Error" when unsaid, nothing when empty.
        prefix: Option<String>,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl ErrorMessage {
    /// This message.
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self::default().content(content)
    }
}

impl Display for ErrorMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<p{} class="govuk-error-message{}"{}>"#,
            attr("id", &self.id),
            more(&self.classes),
            self.attributes
        )?;
        let prefix = self.prefix.as_deref().unwrap_or("Error");
        if !prefix.is_empty() {
            write!(
                f,
                r#"<span class="govuk-visually-hidden">{}:</span> "#,
                Escaped(prefix)
            )?;
        }
        write!(f, "{}</p>", self.content)
    }
}

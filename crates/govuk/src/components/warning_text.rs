//! Warning text: what happens to those who do not heed it.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, more, or},
};

component! {
    /// Something that has consequences.
    component WarningText {
        /// What has consequences, and which.
        content: Content,
        /// What screen readers say for the sign; "Warning" when empty.
        icon_label: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl WarningText {
    /// This warning.
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self::default().content(content)
    }
}

impl Display for WarningText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            concat!(
                r#"<div class="govuk-warning-text{}"{}><span class="govuk-warning-text__icon" aria-hidden="true">!</span> "#,
                r#"<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">{}</span> {}</strong></div>"#
            ),
            more(&self.classes),
            self.attributes,
            Escaped(or(&self.icon_label, "Warning")),
            self.content,
        )
    }
}

//! Details: a definition or an explanation for those who want it.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{attr, more, when},
};

component! {
    /// Words that open to show more.
    component Details {
        /// What is pressed.
        summary: Content,
        /// What is shown.
        content: Content,
        /// Whether it is open to begin with.
        open: bool,
        /// Its id.
        id: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl Details {
    /// A summary that opens to show the content.
    #[must_use]
    pub fn new(summary: impl Into<Content>, content: impl Into<Content>) -> Self {
        Self::default().summary(summary).content(content)
    }
}

impl Display for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            concat!(
                r#"<details{} class="govuk-details{}"{}{}><summary class="govuk-details__summary">"#,
                r#"<span class="govuk-details__summary-text">{}</span></summary>"#,
                r#"<div class="govuk-details__text">{}</div></details>"#
            ),
            attr("id", &self.id),
            more(&self.classes),
            self.attributes,
            when(self.open, "open"),
            self.summary,
            self.content,
        )
    }
}

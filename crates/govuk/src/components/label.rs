//! Label: the question that one control answers.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{attr, more},
};

component! {
    /// The question that one control answers. Prints nothing when it is empty.
    component Label {
        /// The question.
        content: Content,
        /// The control's id.
        for_id: String,
        /// Whether it is the page's heading.
        is_page_heading: bool,
        /// More classes, with spaces between: `govuk-label--l` for its size.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl Label {
    /// This question.
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self::default().content(content)
    }

    /// This question, which is also the page's heading.
    #[must_use]
    pub fn page_heading(content: impl Into<Content>) -> Self {
        Self::new(content)
            .classes("govuk-label--l")
            .is_page_heading(true)
    }

    /// This question, of the control of that id.
    pub(super) fn of(&self, id: &str) -> Self {
        self.clone().for_id(id)
    }
}

impl From<&str> for Label {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Label {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.content.is_empty() {
            return Ok(());
        }
        if self.is_page_heading {
            f.write_str(r#"<h1 class="govuk-label-wrapper">"#)?;
        }
        write!(
            f,
            r#"<label class="govuk-label{}"{}{}>{}</label>"#,
            more(&self.classes),
            self.attributes,
            attr("for", &self.for_id),
            self.content,
        )?;
        if self.is_page_heading {
            f.write_str("</h1>")?;
        }
        Ok(())
    }
}

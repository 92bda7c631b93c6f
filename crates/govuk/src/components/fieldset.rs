//! Fieldset: a question that several controls answer together.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content, Html,
    component::component,
    html::{attr, more},
};

component! {
    /// A question that several controls answer together, as their legend.
    component Fieldset {
        /// The question.
        legend: Content,
        /// More classes of the legend: `govuk-fieldset__legend--l` for its size.
        legend_classes: String,
        /// Whether the legend is the page's heading.
        is_page_heading: bool,
        /// The controls.
        content: Html,
        /// The ids of what describes them.
        described_by: String,
        /// Its role, where "group" by itself is not enough.
        role: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl Fieldset {
    /// This question.
    #[must_use]
    pub fn new(legend: impl Into<Content>) -> Self {
        Self::default().legend(legend)
    }

    /// This question, which is also the page's heading.
    #[must_use]
    pub fn page_heading(legend: impl Into<Content>) -> Self {
        Self::new(legend)
            .legend_classes("govuk-fieldset__legend--l")
            .is_page_heading(true)
    }
}

impl From<&str> for Fieldset {
    fn from(legend: &str) -> Self {
        Self::new(legend)
    }
}

impl From<String> for Fieldset {
    fn from(legend: String) -> Self {
        Self::new(legend)
    }
}

impl Display for Fieldset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<fieldset class="govuk-fieldset{}"{}{}{}>"#,
            more(&self.classes),
            attr("role", &self.role),
            attr("aria-describedby", &self.described_by),
            self.attributes,
        )?;
        if !self.legend.is_empty() {
            write!(
                f,
                r#"<legend class="govuk-fieldset__legend{}">"#,
                more(&self.legend_classes)
            )?;
            if self.is_page_heading {
                write!(
                    f,
                    r#"<h1 class="govuk-fieldset__heading">{}</h1>"#,
                    self.legend
                )?;
            } else {
                write!(f, "{}", self.legend)?;
            }
            f.write_str("</legend>")?;
        }
        write!(f, "{}</fieldset>", self.content)
    }
}

//! Error summary: at the top of a form that came back, what is wrong with it, each line a link to the answer.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, attr_bool, more},
};

component! {
    /// What is wrong with a form, at the top of the page. Takes the focus when the page opens.
    component ErrorSummary {
        /// Its heading; "There is a problem" when empty.
        title: Content,
        /// A sentence before the list.
        description: Content,
        /// What is wrong, in the order of the form.
        errors: Vec<ErrorLink>,
        /// Whether it leaves the focus alone.
        disable_auto_focus: Option<bool>,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

component! {
    /// One thing that is wrong.
    part ErrorLink {
        /// The same words as beside the answer.
        content: Content,
        /// `#` and the control's id; empty when no one answer is wrong.
        href: String,
        /// More attributes of the link.
        attributes: Attributes,
    }
}

impl ErrorSummary {
    /// These errors under "There is a problem".
    #[must_use]
    pub fn new(errors: impl Into<Vec<ErrorLink>>) -> Self {
        Self::default().errors(errors)
    }
}

impl ErrorLink {
    /// What is wrong with the control of this id.
    #[must_use]
    pub fn new(content: impl Into<Content>, control: &str) -> Self {
        Self::default().content(content).href(format!("#{control}"))
    }
}

impl Display for ErrorSummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            concat!(
                r#"<div class="govuk-error-summary{}"{}{} data-module="govuk-error-summary"><div role="alert">"#,
                r#"<h2 class="govuk-error-summary__title">{}</h2><div class="govuk-error-summary__body">"#
            ),
            more(&self.classes),
            attr_bool("data-disable-auto-focus", self.disable_auto_focus),
            self.attributes,
            self.title.or("There is a problem"),
        )?;
        if !self.description.is_empty() {
            write!(f, "<p>{}</p>", self.description)?;
        }
        if !self.errors.is_empty() {
            f.write_str(r#"<ul class="govuk-list govuk-error-summary__list">"#)?;
            for error in &self.errors {
                if error.href.is_empty() {
                    write!(f, "<li>{}</li>", error.content)?;
                } else {
                    write!(
                        f,
                        r#"<li><a href="{}"{}>{}</a></li>"#,
                        Escaped(&error.href),
                        error.attributes,
                        error.content
                    )?;
                }
            }
            f.write_str("</ul>")?;
        }
        f.write_str("</div></div></div>")
    }
}

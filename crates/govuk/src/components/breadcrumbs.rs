//! Breadcrumbs: where this page sits.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, more, or, when},
};

component! {
    /// The way from the home page to this one.
    component Breadcrumbs {
        /// From the home page inwards.
        items: Vec<Crumb>,
        /// Whether a narrow screen shows only the first and the last but one.
        collapse_on_mobile: bool,
        /// What screen readers call it; "Breadcrumb" when empty.
        label: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

component! {
    /// One step of the way.
    part Crumb {
        /// Its name.
        content: Content,
        /// Where it goes; empty for the page that is being read.
        href: String,
        /// More attributes of its link.
        attributes: Attributes,
    }
}

impl Breadcrumbs {
    /// These steps, from the home page inwards.
    #[must_use]
    pub fn new(items: impl Into<Vec<Crumb>>) -> Self {
        Self::default().items(items)
    }
}

impl Crumb {
    /// A step that can be gone back to.
    #[must_use]
    pub fn new(content: impl Into<Content>, href: impl Into<String>) -> Self {
        Self::default().content(content).href(href)
    }
}

impl Display for Breadcrumbs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<nav class="govuk-breadcrumbs{}{}"{} aria-label="{}"><ol class="govuk-breadcrumbs__list">"#,
            more(&self.classes),
            when(
                self.collapse_on_mobile,
                "govuk-breadcrumbs--collapse-on-mobile"
            ),
            self.attributes,
            Escaped(or(&self.label, "Breadcrumb")),
        )?;
        for item in &self.items {
            if item.href.is_empty() {
                write!(
                    f,
                    r#"<li class="govuk-breadcrumbs__list-item" aria-current="page">{}</li>"#,
                    item.content
                )?;
            } else {
                write!(
                    f,
                    r#"<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="{}"{}>{}</a></li>"#,
                    Escaped(&item.href),
                    item.attributes,
                    item.content,
                )?;
            }
        }
        f.write_str("</ol></nav>")
    }
}

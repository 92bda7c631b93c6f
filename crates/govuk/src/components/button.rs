//! Button: does what its words say. Also a link that looks like one.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, attr, attr_bool, joined, more, when},
};

component! {
    /// A button, or with an `href` a link that looks like one.
    component Button {
        /// The words: a verb first.
        content: Content,
        /// What pressing it does to the form.
        kind: ButtonKind,
        /// Its name in the form.
        name: String,
        /// Its value in the form.
        value: String,
        /// Its id.
        id: String,
        /// Where it goes; makes it a link.
        href: String,
        /// Whether it starts a service: bigger, with an arrow.
        start: bool,
        /// Whether it cannot be pressed. Better to leave it out, or to let it be pressed and say what is missing.
        disabled: bool,
        /// Whether a second press within a second is ignored.
        prevent_double_click: Option<bool>,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

/// What pressing a button does to the form that it is in.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// Sends the form.
    #[default]
    Submit,
    /// Nothing by itself; for JavaScript.
    Button,
    /// Empties the form.
    Reset,
}

impl ButtonKind {
    fn name(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Button => "button",
            Self::Reset => "reset",
        }
    }
}

impl Button {
    /// A button with these words that sends its form.
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self::default().content(content)
    }

    /// A link that looks like a button.
    #[must_use]
    pub fn link(content: impl Into<Content>, href: impl Into<String>) -> Self {
        Self::new(content).href(href)
    }

    /// Grey: not what most people came to do.
    #[must_use]
    pub fn secondary(mut self) -> Self {
        self.classes = joined(&self.classes, "govuk-button--secondary");
        self
    }

    /// Red: takes something away that cannot be had back.
    #[must_use]
    pub fn warning(mut self) -> Self {
        self.classes = joined(&self.classes, "govuk-button--warning");
        self
    }
}

const START_ICON: &str = concat!(
    r#"<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" "#,
    r#"viewBox="0 0 33 40" aria-hidden="true" focusable="false">"#,
    r#"<path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>"#,
);

impl Display for Button {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let element = if self.href.is_empty() { "button" } else { "a" };
        if self.href.is_empty() {
            write!(
                f,
                r#"<button type="{}"{}{}{}{}"#,
                self.kind.name(),
                attr("value", &self.value),
                attr("name", &self.name),
                when(self.disabled, r#"disabled aria-disabled="true""#),
                attr_bool("data-prevent-double-click", self.prevent_double_click),
            )?;
        } else {
            write!(
                f,
                r#"<a href="{}" role="button" draggable="false""#,
                Escaped(&self.href)
            )?;
        }
        write!(
            f,
            r#" class="govuk-button{}{}" data-module="govuk-button"{}{}>"#,
            more(&self.classes),
            when(self.start, "govuk-button--start"),
            self.attributes,
            attr("id", &self.id),
        )?;
        match (&self.content, self.start) {
            // The arrow makes a flex box, which would swallow the spaces between the markup's own elements.
            (Content::Html(html), true) => write!(f, "<span>{html}</span>{START_ICON}")?,
            (content, true) => write!(f, "{content} {START_ICON}")?,
            (content, false) => write!(f, "{content}")?,
        }
        write!(f, "</{element}>")
    }
}

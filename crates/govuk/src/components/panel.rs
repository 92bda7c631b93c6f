//! Panel: what was asked has been done, on a page of its own; or a stop to read something first.

use std::fmt::{self, Display};

use super::{Button, ButtonKind};
use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, joined, more, when},
};

component! {
    /// The heading of a page that says something has been done.
    component Panel {
        /// What has been done.
        title: Content,
        /// More about it, such as a reference.
        content: Content,
        /// The level of its heading, 1 to 6; 1 when 0.
        heading_level: u8,
        /// Whether it stops the reader instead: "read this before you go on".
        interruption: bool,
        /// What can be done next; shown only when it stops the reader.
        actions: Option<PanelActions>,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

component! {
    /// What can be done next.
    part PanelActions {
        /// The buttons and links.
        items: Vec<PanelAction>,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

component! {
    /// A button, or with an `href` a link.
    part PanelAction {
        /// Its words.
        text: String,
        /// Where it goes.
        href: String,
        /// What pressing it does; unsaid, a plain button, or a link where there is an `href`.
        kind: Option<ButtonKind>,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl Panel {
    /// This has been done.
    #[must_use]
    pub fn new(title: impl Into<Content>) -> Self {
        Self::default().title(title)
    }
}

impl PanelAction {
    fn print(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.href.is_empty() || self.kind == Some(ButtonKind::Button) {
            let button = Button {
                content: self.text.as_str().into(),
                href: self.href.clone(),
                kind: self.kind.unwrap_or(ButtonKind::Button),
                classes: joined("govuk-button--inverse", &self.classes),
                attributes: self.attributes.clone(),
                ..Button::default()
            };
            return write!(f, "{button}");
        }
        write!(
            f,
            r#"<a class="govuk-link govuk-link--inverse{}" href="{}"{}>{}</a>"#,
            more(&self.classes),
            Escaped(&self.href),
            self.attributes,
            Escaped(&self.text),
        )
    }
}

impl Display for Panel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = if self.heading_level == 0 {
            1
        } else {
            self.heading_level
        };
        write!(
            f,
            r#"<div class="govuk-panel{}{}{}"{}><h{level} class="govuk-panel__title">{}</h{level}>"#,
            when(!self.interruption, "govuk-panel--confirmation"),
            when(self.interruption, "govuk-panel--interruption"),
            more(&self.classes),
            self.attributes,
            self.title,
        )?;
        if !self.content.is_empty() {
            write!(
                f,
                r#"<div class="govuk-panel__body">{}</div>"#,
                self.content
            )?;
        }
        if let Some(actions) = self.actions.as_ref().filter(|_| self.interruption) {
            write!(
                f,
                r#"<div class="govuk-panel__actions{}"{}>"#,
                more(&actions.classes),
                actions.attributes
            )?;
            if !actions.items.is_empty() {
                f.write_str(r#"<div class="govuk-button-group">"#)?;
                for action in &actions.items {
                    action.print(f)?;
                }
                f.write_str("</div>")?;
            }
            f.write_str("</div>")?;
        }
        f.write_str("</div>")
    }
}

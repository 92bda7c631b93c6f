//! Notification banner: something about the service as a whole, or that what was asked has been done.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, attr_bool, more, or, when},
};

component! {
    /// Something the reader should know that is not about this page, or that their last act succeeded.
    component NotificationBanner {
        /// What to say: text becomes one bold line, markup is shown as it is.
        content: Content,
        /// Whether it says that something succeeded: green, and takes the focus.
        success: bool,
        /// Its title; "Important" or "Success" when empty.
        title: Content,
        /// The level of its title's heading, 1 to 6; 2 when 0.
        title_heading_level: u8,
        /// The id of its title.
        title_id: String,
        /// Its role; "region", or "alert" for a success, when empty.
        role: String,
        /// Whether it leaves the focus alone.
        disable_auto_focus: Option<bool>,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl NotificationBanner {
    /// Something important.
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self::default().content(content)
    }

    /// What was asked has been done.
    #[must_use]
    pub fn done(content: impl Into<Content>) -> Self {
        Self::new(content).success(true)
    }
}

impl Display for NotificationBanner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (role, title) = if self.success {
            ("alert", "Success")
        } else {
            ("region", "Important")
        };
        let level = if self.title_heading_level == 0 {
            2
        } else {
            self.title_heading_level
        };
        write!(
            f,
            concat!(
                r#"<div class="govuk-notification-banner{}{}" role="{}" aria-labelledby="{id}" "#,
                r#"data-module="govuk-notification-banner"{}{}><div class="govuk-notification-banner__header">"#,
                r#"<h{level} class="govuk-notification-banner__title" id="{id}">{title}</h{level}></div>"#,
                r#"<div class="govuk-notification-banner__content">"#
            ),
            when(self.success, "govuk-notification-banner--success"),
            more(&self.classes),
            Escaped(or(&self.role, role)),
            attr_bool("data-disable-auto-focus", self.disable_auto_focus),
            self.attributes,
            id = Escaped(or(&self.title_id, "govuk-notification-banner-title")),
            title = self.title.or(title),
            level = level,
        )?;
        match &self.content {
            Content::Html(html) => write!(f, "{html}")?,
            text if text.is_empty() => {}
            text => write!(
                f,
                r#"<p class="govuk-notification-banner__heading">{text}</p>"#
            )?,
        }
        f.write_str("</div></div>")
    }
}

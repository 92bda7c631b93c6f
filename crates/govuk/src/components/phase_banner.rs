//! Phase banner: that the service is still being made, and where to say what is wrong with it.

use std::fmt::{self, Display};

use super::Tag;
use crate::{
    Attributes, Content,
    component::component,
    html::{joined, more},
};

component! {
    /// That the service is still being made.
    component PhaseBanner {
        /// "Alpha", "Beta".
        tag: Tag,
        /// What that means and where to say what is wrong.
        content: Content,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl PhaseBanner {
    /// This phase, and what it means.
    #[must_use]
    pub fn new(phase: impl Into<Content>, content: impl Into<Content>) -> Self {
        Self::default().tag(Tag::new(phase)).content(content)
    }
}

impl Display for PhaseBanner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tag_classes = joined("govuk-phase-banner__content__tag", &self.tag.classes);
        write!(
            f,
            concat!(
                r#"<div class="govuk-phase-banner govuk-width-container{}"{}><p class="govuk-phase-banner__content">{} "#,
                r#"<span class="govuk-phase-banner__text">{}</span></p></div>"#
            ),
            more(&self.classes),
            self.attributes,
            self.tag.clone().classes(tag_classes),
            self.content,
        )
    }
}

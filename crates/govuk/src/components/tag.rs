//! Tag: the state of a thing, in one or two words.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{joined, more},
};

component! {
    /// The state of a thing. The words must say it; colour only helps.
    component Tag {
        /// One or two words: "Overdue".
        content: Content,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

/// The colours that GOV.UK gives to tags.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum TagColour {
    /// Not begun, switched off.
    Grey,
    /// Done, working.
    Green,
    /// New, good to know.
    Teal,
    /// On its way; what a tag without a colour has too.
    Blue,
    /// Received.
    Purple,
    /// Sent.
    Magenta,
    /// Refused, overdue, wrong.
    Red,
    /// Turned down, at risk.
    Orange,
    /// Late, waiting.
    Yellow,
}

impl Tag {
    /// These words.
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self::default().content(content)
    }

    /// In this colour.
    #[must_use]
    pub fn colour(mut self, colour: TagColour) -> Self {
        let class = match colour {
            TagColour::Grey => "govuk-tag--grey",
            TagColour::Green => "govuk-tag--green",
            TagColour::Teal => "govuk-tag--teal",
            TagColour::Blue => "",
            TagColour::Purple => "govuk-tag--purple",
            TagColour::Magenta => "govuk-tag--magenta",
            TagColour::Red => "govuk-tag--red",
            TagColour::Orange => "govuk-tag--orange",
            TagColour::Yellow => "govuk-tag--yellow",
        };
        self.classes = joined(&self.classes, class);
        self
    }
}

impl Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<strong class="govuk-tag{}"{}>{}</strong>"#,
            more(&self.classes),
            self.attributes,
            self.content
        )
    }
}

//! One choice of a list of checkboxes or radios.

use crate::{Attributes, Content, Html, component::component};

component! {
    /// One box or dot with its label, or a divider such as "or" between two.
    part Choice {
        /// What the form sends when it is chosen.
        value: String,
        /// Its label.
        content: Content,
        /// A hint under the label.
        hint: Content,
        /// Whether it is chosen; unsaid, the list's own value decides.
        checked: Option<bool>,
        /// Whether it cannot be chosen.
        disabled: bool,
        /// Its id; unsaid, made from the list's.
        id: String,
        /// Its name in the form where that differs from the list's (checkboxes only).
        name: String,
        /// Whether choosing it clears the others: "None of these" (checkboxes only; needs JavaScript).
        exclusive: bool,
        /// What is asked only of those who choose it. Without JavaScript it always shows.
        conditional: Html,
        /// A word between two choices instead of a choice.
        divider: String,
        /// More classes of its label.
        label_classes: String,
        /// More attributes of its label.
        label_attributes: Attributes,
        /// More attributes of its box or dot.
        attributes: Attributes,
    }
}

impl Choice {
    /// A choice by its value and label.
    #[must_use]
    pub fn new(value: impl Into<String>, content: impl Into<Content>) -> Self {
        Self::default().value(value).content(content)
    }

    /// A word between two choices.
    #[must_use]
    pub fn or(divider: impl Into<String>) -> Self {
        Self::default().divider(divider)
    }
}

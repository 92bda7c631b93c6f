//! Password input: a box that hides what is typed, with a button to show it.

use std::fmt::{self, Display};

use super::{Button, ButtonKind, Input, InputKind, Label};
use crate::{
    Attributes, Content, Html,
    component::component,
    html::{joined, or},
};

component! {
    /// A password, hidden until the reader asks to see it. The button shows only where JavaScript runs.
    component PasswordInput {
        /// The question.
        label: Label,
        /// Its name in the form.
        name: String,
        /// Its id; the name when empty.
        id: String,
        /// What has been typed. Leave it out: a password should not come back in a page.
        value: String,
        /// A hint under the question.
        hint: Content,
        /// What is wrong with the answer.
        error: Content,
        /// What the browser may fill in: "current-password" when empty, "new-password" where one is chosen.
        autocomplete: String,
        /// The id of something else that describes it.
        described_by: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl PasswordInput {
    /// A box of this name under this question.
    #[must_use]
    pub fn new(name: impl Into<String>, label: impl Into<Label>) -> Self {
        Self::default().name(name).label(label)
    }
}

impl Display for PasswordInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = or(&self.id, &self.name);
        let mut toggle_attributes =
            Attributes::from([("aria-controls", id), ("aria-label", "Show password")]);
        toggle_attributes.push("hidden", "");
        let toggle = Button::new("Show")
            .kind(ButtonKind::Button)
            .classes("govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle")
            .attributes(toggle_attributes);
        Input {
            label: self.label.clone(),
            name: self.name.clone(),
            id: id.to_owned(),
            kind: InputKind::Password,
            value: self.value.clone(),
            hint: self.hint.clone(),
            error: self.error.clone(),
            autocomplete: or(&self.autocomplete, "current-password").to_owned(),
            autocapitalize: "none".to_owned(),
            spellcheck: Some(false),
            described_by: self.described_by.clone(),
            after: Html::of(&toggle),
            classes: joined(
                "govuk-password-input__input govuk-js-password-input-input",
                &self.classes,
            ),
            attributes: self.attributes.clone(),
            wrapper_classes: "govuk-password-input__wrapper".to_owned(),
            form_group_classes: "govuk-password-input".to_owned(),
            form_group_attributes: Attributes::from([("data-module", "govuk-password-input")]),
            ..Input::default()
        }
        .fmt(f)
    }
}

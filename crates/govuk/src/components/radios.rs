//! Radios: choose one of these.

use std::fmt::{self, Display};

use super::{Choice, Fieldset, choices::Choices};
use crate::{Attributes, Content, component::component, html::joined};

component! {
    /// Choose one of these.
    component Radios {
        /// Its name in the form.
        name: String,
        /// The question, as the legend of a fieldset.
        fieldset: Option<Fieldset>,
        /// The choices.
        items: Vec<Choice>,
        /// The value that is chosen; none when empty.
        value: String,
        /// A hint under the question.
        hint: Content,
        /// What is wrong with the answer.
        error: Content,
        /// What the choices' ids begin with; the name when empty.
        id_prefix: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
        /// More classes of the group around it all.
        form_group_classes: String,
    }
}

impl Radios {
    /// These choices, under a name, with the question as legend.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        question: impl Into<Fieldset>,
        items: impl Into<Vec<Choice>>,
    ) -> Self {
        Self::default()
            .name(name)
            .fieldset(question.into())
            .items(items)
    }

    /// Side by side, for two short choices.
    #[must_use]
    pub fn inline(mut self) -> Self {
        self.classes = joined(&self.classes, "govuk-radios--inline");
        self
    }
}

impl Display for Radios {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let chosen = if self.value.is_empty() {
            Vec::new()
        } else {
            vec![self.value.clone()]
        };
        Choices {
            family: "radios",
            kind: "radio",
            name: &self.name,
            id_prefix: &self.id_prefix,
            described_by: self.fieldset.as_ref().map_or("", |it| &it.described_by),
            fieldset: self.fieldset.as_ref(),
            hint: &self.hint,
            error: &self.error,
            items: &self.items,
            chosen: &chosen,
            classes: &self.classes,
            attributes: &self.attributes,
            group_classes: &self.form_group_classes,
        }
        .fmt(f)
    }
}

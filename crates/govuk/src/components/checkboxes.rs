//! Checkboxes: choose any of these.

use std::fmt::{self, Display};

use super::{Choice, Fieldset, choices::Choices};
use crate::{Attributes, Content, component::component};

component! {
    /// Choose any of these.
    component Checkboxes {
        /// Its name in the form, sent once for each box ticked.
        name: String,
        /// The question, as the legend of a fieldset.
        fieldset: Option<Fieldset>,
        /// The boxes.
        items: Vec<Choice>,
        /// The values that are ticked.
        values: Vec<String>,
        /// A hint under the question.
        hint: Content,
        /// What is wrong with the answer.
        error: Content,
        /// What the boxes' ids begin with; the name when empty.
        id_prefix: String,
        /// The id of something else that describes the boxes.
        described_by: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
        /// More classes of the group around it all.
        form_group_classes: String,
    }
}

impl Checkboxes {
    /// These boxes, under a name, with the question as legend.
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
}

impl Display for Checkboxes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of_fieldset = self.fieldset.as_ref().map_or("", |it| &it.described_by);
        Choices {
            family: "checkboxes",
            kind: "checkbox",
            name: &self.name,
            id_prefix: &self.id_prefix,
            described_by: if of_fieldset.is_empty() {
                &self.described_by
            } else {
                of_fieldset
            },
            fieldset: self.fieldset.as_ref(),
            hint: &self.hint,
            error: &self.error,
            items: &self.items,
            chosen: &self.values,
            classes: &self.classes,
            attributes: &self.attributes,
            group_classes: &self.form_group_classes,
        }
        .fmt(f)
    }
}

//! Textarea: an answer of more than one line.

use std::fmt::{self, Display};

use super::{Label, form_group};
use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, attr, attr_bool, more, or, when},
};

component! {
    /// An answer of more than one line.
    component Textarea {
        /// The question.
        label: Label,
        /// Its name in the form.
        name: String,
        /// Its id; the name when empty.
        id: String,
        /// What has been typed, as it was typed.
        value: String,
        /// How many lines show; 5 when 0.
        rows: u16,
        /// A hint under the question.
        hint: Content,
        /// What is wrong with the answer.
        error: Content,
        /// Whether the browser checks the spelling; unsaid, it decides itself.
        spellcheck: Option<bool>,
        /// What the browser may fill in.
        autocomplete: String,
        /// Whether it cannot be changed.
        disabled: bool,
        /// The id of something else that describes it.
        described_by: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
        /// More classes of the group around it all.
        form_group_classes: String,
    }
}

impl Textarea {
    /// A box of this name under this question.
    #[must_use]
    pub fn new(name: impl Into<String>, label: impl Into<Label>) -> Self {
        Self::default().name(name).label(label)
    }
}

impl Display for Textarea {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = or(&self.id, &self.name);
        let has_error = !self.error.is_empty();
        form_group::open(f, has_error, &self.form_group_classes, "")?;
        self.label.of(id).fmt(f)?;
        let described_by =
            form_group::hint_and_error(f, id, &self.described_by, &self.hint, &self.error)?;
        // A browser drops a first line break after the tag; one more keeps the writer's own.
        let keep = if self.value.starts_with('\n') {
            "\n"
        } else {
            ""
        };
        write!(
            f,
            r#"<textarea class="govuk-textarea{}{}" id="{}" name="{}" rows="{}"{}{}{}{}{}>{keep}{}</textarea></div>"#,
            when(has_error, "govuk-textarea--error"),
            more(&self.classes),
            Escaped(id),
            Escaped(&self.name),
            if self.rows == 0 { 5 } else { self.rows },
            attr_bool("spellcheck", self.spellcheck),
            when(self.disabled, "disabled"),
            attr("aria-describedby", &described_by),
            attr("autocomplete", &self.autocomplete),
            self.attributes,
            Escaped(&self.value),
        )
    }
}

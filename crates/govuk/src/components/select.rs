//! Select: choose one of a long list.

use std::fmt::{self, Display};

use super::{Label, form_group};
use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, attr, more, or, when},
};

component! {
    /// Choose one of a long list. For a short one use radios.
    component Select {
        /// The question.
        label: Label,
        /// Its name in the form.
        name: String,
        /// Its id; the name when empty.
        id: String,
        /// What may be chosen.
        items: Vec<SelectOption>,
        /// The value that is chosen; when unsaid or empty, none is.
        value: String,
        /// A hint under the question.
        hint: Content,
        /// What is wrong with the answer.
        error: Content,
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

component! {
    /// One line of the list.
    part SelectOption {
        /// What the form sends; its text when unsaid.
        value: Option<String>,
        /// What the reader sees.
        text: String,
        /// Whether it is chosen; unsaid, the list's own value decides.
        selected: Option<bool>,
        /// Whether it cannot be chosen.
        disabled: bool,
        /// More attributes.
        attributes: Attributes,
    }
}

impl SelectOption {
    /// A line by its value and text.
    #[must_use]
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self::default().value(value.into()).text(text)
    }
}

impl Select {
    /// A list of this name under this question.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        label: impl Into<Label>,
        items: impl Into<Vec<SelectOption>>,
    ) -> Self {
        Self::default().name(name).label(label).items(items)
    }
}

impl Display for Select {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = or(&self.id, &self.name);
        let has_error = !self.error.is_empty();
        form_group::open(f, has_error, &self.form_group_classes, "")?;
        self.label.of(id).fmt(f)?;
        let described_by =
            form_group::hint_and_error(f, id, &self.described_by, &self.hint, &self.error)?;
        write!(
            f,
            r#"<select class="govuk-select{}{}" id="{}" name="{}"{}{}{}>"#,
            more(&self.classes),
            when(has_error, "govuk-select--error"),
            Escaped(id),
            Escaped(&self.name),
            when(self.disabled, "disabled"),
            attr("aria-describedby", &described_by),
            self.attributes,
        )?;
        for item in &self.items {
            f.write_str("<option")?;
            if let Some(value) = &item.value {
                // An empty value is a value: "choose one" sends nothing.
                write!(f, r#" value="{}""#, Escaped(value))?;
            }
            let sends = item.value.as_ref().unwrap_or(&item.text);
            let selected = item
                .selected
                .unwrap_or(!self.value.is_empty() && *sends == self.value);
            write!(
                f,
                "{}{}{}>{}</option>",
                when(selected, "selected"),
                when(item.disabled, "disabled"),
                item.attributes,
                Escaped(&item.text),
            )?;
        }
        f.write_str("</select></div>")
    }
}

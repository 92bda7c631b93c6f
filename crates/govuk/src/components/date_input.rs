//! Date input: a date that people know by heart, in three boxes.

use std::fmt::{self, Display, Write as _};

use super::{Fieldset, Input, InputKind, Label, form_group};
use crate::{
    Attributes, Content, Html,
    component::component,
    html::{attr, joined, more, or},
};

component! {
    /// A date in three boxes: day, month, year.
    component DateInput {
        /// Its id; the boxes' ids begin with it.
        id: String,
        /// What the boxes' names begin with: `born` gives `born-day`, `born-month`, `born-year`.
        name_prefix: String,
        /// The question, as the legend of a fieldset.
        fieldset: Option<Fieldset>,
        /// A hint under the question: "For example, 31 3 2018".
        hint: Content,
        /// What is wrong with the answer. Marks all three boxes unless one of them is marked.
        error: Content,
        /// The day's box.
        day: DatePart,
        /// The month's box.
        month: DatePart,
        /// The year's box.
        year: DatePart,
        /// Other boxes instead of these three, such as month and year only; a box's name tells which it is.
        items: Vec<DatePart>,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
        /// More classes of the group around it all.
        form_group_classes: String,
    }
}

component! {
    /// One box of a date.
    part DatePart {
        /// Its name, after the date's own; "day", "month" or "year" when empty.
        name: String,
        /// Its label; its name with a capital when empty.
        label: String,
        /// What has been typed, as it was typed.
        value: String,
        /// Whether this box is what is wrong; unsaid, the date's error decides.
        error: Option<bool>,
        /// Its id; unsaid, made from the date's.
        id: String,
        /// More classes, with spaces between; a width here replaces its own.
        classes: String,
        /// The keyboard a telephone shows; "numeric" when empty.
        inputmode: String,
        /// A pattern to check against.
        pattern: String,
        /// What the browser may fill in: `bday-day`.
        autocomplete: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl DateInput {
    /// A date with this question; `name` is both its id and what the boxes' names begin with.
    #[must_use]
    pub fn new(name: &str, question: impl Into<Fieldset>) -> Self {
        Self::default()
            .id(name)
            .name_prefix(name)
            .fieldset(question.into())
    }

    /// What has been typed into the three boxes, as it was typed.
    #[must_use]
    pub fn values(mut self, day: &str, month: &str, year: &str) -> Self {
        self.day.value = day.into();
        self.month.value = month.into();
        self.year.value = year.into();
        self
    }

    /// Each box with the name it goes by and its width in characters.
    fn parts(&self) -> Vec<(&DatePart, &str, u8)> {
        if self.items.is_empty() {
            return vec![
                (&self.day, or(&self.day.name, "day"), 2),
                (&self.month, or(&self.month.name, "month"), 2),
                (&self.year, or(&self.year.name, "year"), 4),
            ];
        }
        let is_year = |name: &str| name == "year" || name == or(&self.year.name, "year");
        let width = |item: &DatePart| if is_year(&item.name) { 4 } else { 2 };
        self.items
            .iter()
            .map(|item| (item, item.name.as_str(), width(item)))
            .collect()
    }

    /// Any box may be the one that is wrong; when none is, all are.
    fn marks(&self, part: &DatePart) -> bool {
        part.is_marked()
            || (part.error != Some(false)
                && !self.error.is_empty()
                && !self.parts().iter().any(|(it, ..)| it.is_marked()))
    }

    fn input(&self, part: &DatePart, name: &str, width: u8) -> Input {
        let mut classes = String::from("govuk-date-input__input");
        if self.marks(part) && !part.classes.contains(ERROR) {
            classes = joined(&classes, ERROR);
        }
        if !part.classes.contains("govuk-input--width-") {
            classes = format!("{classes} govuk-input--width-{width}");
        }
        let own_id = format!("{}-{name}", self.id);
        let full_name = if self.name_prefix.is_empty() {
            name.to_owned()
        } else {
            format!("{}-{name}", self.name_prefix)
        };
        Input {
            label: Label::new(or(&part.label, &capitalised(name)))
                .classes("govuk-date-input__label"),
            id: or(&part.id, &own_id).to_owned(),
            name: full_name,
            value: part.value.clone(),
            kind: InputKind::Text,
            classes: joined(&classes, &part.classes),
            inputmode: or(&part.inputmode, "numeric").to_owned(),
            pattern: part.pattern.clone(),
            autocomplete: part.autocomplete.clone(),
            attributes: part.attributes.clone(),
            ..Input::default()
        }
    }
}

const ERROR: &str = "govuk-input--error";

impl DatePart {
    fn is_marked(&self) -> bool {
        self.error == Some(true) || self.classes.contains(ERROR)
    }
}

fn capitalised(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut letters = lower.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => lower,
    }
}

impl Display for DateInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut inner = String::new();
        let of_fieldset = self.fieldset.as_ref().map_or("", |it| &it.described_by);
        let described_by =
            form_group::hint_and_error(&mut inner, &self.id, of_fieldset, &self.hint, &self.error)?;
        write!(
            inner,
            r#"<div class="govuk-date-input{}"{}{}>"#,
            more(&self.classes),
            self.attributes,
            attr("id", &self.id),
        )?;
        for (part, name, width) in self.parts() {
            write!(
                inner,
                r#"<div class="govuk-date-input__item">{}</div>"#,
                self.input(part, name, width)
            )?;
        }
        inner.write_str("</div>")?;

        form_group::open(f, !self.error.is_empty(), &self.form_group_classes, "")?;
        match &self.fieldset {
            // Some screen readers say what describes a fieldset of text boxes only when it has this role.
            Some(fieldset) => fieldset
                .clone()
                .role("group")
                .described_by(described_by)
                .content(Html(inner))
                .fmt(f)?,
            None => f.write_str(&inner)?,
        }
        f.write_str("</div>")
    }
}

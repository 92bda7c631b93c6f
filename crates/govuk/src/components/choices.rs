//! What checkboxes and radios have in common: a group of choices, perhaps in a fieldset, with a hint and an error.

use std::fmt::{self, Display, Formatter, Write as _};

use super::{Choice, Fieldset, Label, form_group};
use crate::{
    Attributes, Content, Html,
    html::{Escaped, attr, joined, more, when},
};

/// A list of choices, seen from either kind.
pub(super) struct Choices<'a> {
    /// `checkboxes` or `radios`: the part of every class.
    pub(super) family: &'static str,
    /// `checkbox` or `radio`.
    pub(super) kind: &'static str,
    pub(super) name: &'a str,
    pub(super) id_prefix: &'a str,
    pub(super) described_by: &'a str,
    pub(super) fieldset: Option<&'a Fieldset>,
    pub(super) hint: &'a Content,
    pub(super) error: &'a Content,
    pub(super) items: &'a [Choice],
    pub(super) chosen: &'a [String],
    pub(super) classes: &'a str,
    pub(super) attributes: &'a Attributes,
    pub(super) group_classes: &'a str,
}

impl Choices<'_> {
    fn id(&self) -> &str {
        if self.id_prefix.is_empty() {
            self.name
        } else {
            self.id_prefix
        }
    }

    fn item(&self, f: &mut impl fmt::Write, number: usize, item: &Choice) -> fmt::Result {
        let family = self.family;
        if !item.divider.is_empty() {
            return write!(
                f,
                r#"<div class="govuk-{family}__divider">{}</div>"#,
                Escaped(&item.divider)
            );
        }
        let id = match (item.id.as_str(), number) {
            // The first has no number, so that an error summary can link to it by the list's own id.
            ("", 1) => self.id().to_owned(),
            ("", _) => format!("{}-{number}", self.id()),
            (own, _) => own.to_owned(),
        };
        let name = if item.name.is_empty() {
            self.name
        } else {
            &item.name
        };
        let checked = item
            .checked
            .unwrap_or_else(|| self.chosen.contains(&item.value));
        let hint_id = if item.hint.is_empty() {
            String::new()
        } else {
            format!("{id}-item-hint")
        };
        let described_by = joined(self.described_by, &hint_id);
        let conditional = !item.conditional.0.is_empty();
        write!(
            f,
            r#"<div class="govuk-{family}__item"><input class="govuk-{family}__input" id="{id}" name="{name}" type="{kind}" value="{value}"{}{}{}{}{}{}>{}"#,
            when(checked, "checked"),
            when(item.disabled, "disabled"),
            attr(
                "data-aria-controls",
                &if conditional {
                    format!("conditional-{id}")
                } else {
                    String::new()
                }
            ),
            when(item.exclusive, r#"data-behaviour="exclusive""#),
            attr("aria-describedby", &described_by),
            item.attributes,
            Label {
                content: item.content.clone(),
                classes: joined(&format!("govuk-{family}__label"), &item.label_classes),
                attributes: item.label_attributes.clone(),
                for_id: id.clone(),
                is_page_heading: false,
            },
            id = Escaped(&id),
            name = Escaped(name),
            kind = self.kind,
            value = Escaped(&item.value),
        )?;
        if !item.hint.is_empty() {
            form_group::hint(f, &hint_id, &format!("govuk-{family}__hint"), &item.hint)?;
        }
        f.write_str("</div>")?;
        if conditional {
            write!(
                f,
                r#"<div class="govuk-{family}__conditional{}" id="conditional-{}">{}</div>"#,
                when(!checked, &format!("govuk-{family}__conditional--hidden")),
                Escaped(&id),
                item.conditional,
            )?;
        }
        Ok(())
    }
}

impl Display for Choices<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut inner = String::new();
        let described_by = form_group::hint_and_error(
            &mut inner,
            self.id(),
            self.described_by,
            self.hint,
            self.error,
        )?;
        write!(
            inner,
            r#"<div class="govuk-{family}{}"{} data-module="govuk-{family}">"#,
            more(self.classes),
            self.attributes,
            family = self.family,
        )?;
        // Without a fieldset each box is described by the hint and the error that are above them all; GOV.UK leaves
        // radios alone.
        let of_each = Choices {
            described_by: match self.kind {
                "checkbox" if self.fieldset.is_none() => &described_by,
                _ => "",
            },
            ..*self
        };
        for (at, item) in self.items.iter().enumerate() {
            of_each.item(&mut inner, at + 1, item)?;
        }
        inner.write_str("</div>")?;

        form_group::open(f, !self.error.is_empty(), self.group_classes, "")?;
        match self.fieldset {
            Some(fieldset) => fieldset
                .clone()
                .described_by(described_by)
                .content(Html(inner))
                .fmt(f)?,
            None => f.write_str(&inner)?,
        }
        f.write_str("</div>")
    }
}

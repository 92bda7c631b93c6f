//! What surrounds every form control: its label, hint and error, and the ids that tie them to it.

use std::fmt;

use super::{ErrorMessage, Hint};
use crate::{
    Content,
    html::{joined, more, when},
};

/// Opens the group; the caller closes it with `</div>`. `attributes` are printed as they are.
pub(super) fn open(
    f: &mut impl fmt::Write,
    has_error: bool,
    classes: &str,
    attributes: impl fmt::Display,
) -> fmt::Result {
    write!(
        f,
        r#"<div class="govuk-form-group{}{}"{attributes}>"#,
        when(has_error, "govuk-form-group--error"),
        more(classes),
    )
}

/// Prints the hint and the error where there are any; the ids that describe the control, with those it already had.
pub(super) fn hint_and_error(
    f: &mut impl fmt::Write,
    id: &str,
    described_by: &str,
    hint_text: &Content,
    error: &Content,
) -> Result<String, fmt::Error> {
    let mut ids = described_by.to_owned();
    if !hint_text.is_empty() {
        let hint_id = format!("{id}-hint");
        hint(f, &hint_id, "", hint_text)?;
        ids = joined(&ids, &hint_id);
    }
    if !error.is_empty() {
        let error_id = format!("{id}-error");
        write!(
            f,
            "{}",
            ErrorMessage::new(error.clone()).id(error_id.as_str())
        )?;
        ids = joined(&ids, &error_id);
    }
    Ok(ids)
}

/// One hint.
pub(super) fn hint(
    f: &mut impl fmt::Write,
    id: &str,
    classes: &str,
    hint: &Content,
) -> fmt::Result {
    write!(f, "{}", Hint::new(hint.clone()).id(id).classes(classes))
}

//! File upload: choose a file, or with JavaScript drop it.

use std::fmt::{self, Display};

use super::{Label, form_group};
use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, attr, more, or, when},
};

component! {
    /// Choose a file to send. The form needs `method="post" enctype="multipart/form-data"`.
    component FileUpload {
        /// What to choose.
        label: Label,
        /// Its name in the form.
        name: String,
        /// Its id; the name when empty.
        id: String,
        /// A hint: which kinds of file, how large.
        hint: Content,
        /// What is wrong with the file.
        error: Content,
        /// Whether more than one may be chosen.
        multiple: bool,
        /// Which files the browser offers first: ".xlsx,.csv".
        accept: String,
        /// Whether a file may also be dropped on it (needs JavaScript).
        drop_zone: bool,
        /// More classes of the place it may be dropped on.
        wrapper_classes: String,
        /// More attributes of that place.
        wrapper_attributes: Attributes,
        /// Whether nothing can be chosen.
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

impl FileUpload {
    /// A file of this name under this question.
    #[must_use]
    pub fn new(name: impl Into<String>, label: impl Into<Label>) -> Self {
        Self::default().name(name).label(label)
    }
}

impl Display for FileUpload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = or(&self.id, &self.name);
        let has_error = !self.error.is_empty();
        form_group::open(f, has_error, &self.form_group_classes, "")?;
        self.label.of(id).fmt(f)?;
        let described_by =
            form_group::hint_and_error(f, id, &self.described_by, &self.hint, &self.error)?;
        if self.drop_zone {
            write!(
                f,
                r#"<div class="govuk-file-upload-wrapper{}" data-module="govuk-file-upload"{}>"#,
                more(&self.wrapper_classes),
                self.wrapper_attributes,
            )?;
        }
        write!(
            f,
            r#"<input class="govuk-file-upload{}{}" id="{}" name="{}" type="file"{}{}{}{}{}>"#,
            more(&self.classes),
            when(has_error, "govuk-file-upload--error"),
            Escaped(id),
            Escaped(&self.name),
            attr("accept", &self.accept),
            when(self.disabled, "disabled"),
            when(self.multiple, "multiple"),
            attr("aria-describedby", &described_by),
            self.attributes,
        )?;
        if self.drop_zone {
            f.write_str("</div>")?;
        }
        f.write_str("</div>")
    }
}

//! Text input: an answer of one line.

use std::fmt::{self, Display};

use super::{Label, form_group};
use crate::{
    Attributes, Content, Html,
    component::component,
    html::{Escaped, attr, attr_bool, joined, more, or, when},
};

component! {
    /// An answer of one line.
    component Input {
        /// The question.
        label: Label,
        /// Its name in the form.
        name: String,
        /// Its id; the name when empty.
        id: String,
        /// What kind of text is asked for.
        kind: InputKind,
        /// What has been typed, as it was typed; absent when unsaid or empty.
        value: String,
        /// A hint under the question.
        hint: Content,
        /// What is wrong with the answer.
        error: Content,
        /// A sign before the box: "£".
        prefix: Option<Affix>,
        /// A sign after the box: "%".
        suffix: Option<Affix>,
        /// Whether it cannot be changed.
        disabled: bool,
        /// The keyboard a telephone shows: "numeric".
        inputmode: String,
        /// What the browser may fill in: "email".
        autocomplete: String,
        /// Whether a telephone makes capitals: "none", "words".
        autocapitalize: String,
        /// A pattern to check against.
        pattern: String,
        /// Whether the browser checks the spelling; unsaid, it decides itself.
        spellcheck: Option<bool>,
        /// The id of something else that describes it.
        described_by: String,
        /// Safe markup after the box, inside its wrapper.
        after: Html,
        /// More classes, with spaces between: `govuk-input--width-10`.
        classes: String,
        /// More attributes.
        attributes: Attributes,
        /// More classes of the wrapper that holds the box and its signs.
        wrapper_classes: String,
        /// More attributes of that wrapper.
        wrapper_attributes: Attributes,
        /// More classes of the group around it all.
        form_group_classes: String,
        /// More attributes of that group.
        form_group_attributes: Attributes,
    }
}

component! {
    /// A sign before or after a box, which screen readers leave out: the label must say it too.
    part Affix {
        /// The sign.
        content: Content,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl From<&str> for Affix {
    fn from(sign: &str) -> Self {
        Self::default().content(sign)
    }
}

/// What kind of text a box asks for. Not `number`: browsers change numbers when the mouse wheel turns.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Anything.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A password, not shown.
    Password,
    /// Words to look for.
    Search,
    /// A telephone number.
    Tel,
    /// The address of a page.
    Url,
}

impl InputKind {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Password => "password",
            Self::Search => "search",
            Self::Tel => "tel",
            Self::Url => "url",
        }
    }
}

impl Input {
    /// A box of this name under this question.
    #[must_use]
    pub fn new(name: impl Into<String>, label: impl Into<Label>) -> Self {
        Self::default().name(name).label(label)
    }

    fn element(&self, f: &mut fmt::Formatter<'_>, id: &str, described_by: &str) -> fmt::Result {
        write!(
            f,
            r#"<input class="govuk-input{}{}" id="{}" name="{}" type="{}"{}{}{}{}{}{}{}{}{}>"#,
            more(&self.classes),
            when(!self.error.is_empty(), "govuk-input--error"),
            Escaped(id),
            Escaped(&self.name),
            self.kind.name(),
            attr_bool("spellcheck", self.spellcheck),
            attr("value", &self.value),
            when(self.disabled, "disabled"),
            attr("aria-describedby", described_by),
            attr("autocomplete", &self.autocomplete),
            attr("autocapitalize", &self.autocapitalize),
            attr("pattern", &self.pattern),
            attr("inputmode", &self.inputmode),
            self.attributes,
        )
    }
}

impl Affix {
    fn is_shown(affix: &Option<Self>) -> Option<&Self> {
        affix.as_ref().filter(|it| !it.content.is_empty())
    }

    fn print(&self, f: &mut fmt::Formatter<'_>, place: &str) -> fmt::Result {
        write!(
            f,
            r#"<div class="govuk-input__{place}{}" aria-hidden="true"{}>{}</div>"#,
            more(&self.classes),
            self.attributes,
            self.content,
        )
    }
}

impl Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = or(&self.id, &self.name);
        form_group::open(
            f,
            !self.error.is_empty(),
            &self.form_group_classes,
            &self.form_group_attributes,
        )?;
        self.label.of(id).fmt(f)?;
        let described_by =
            form_group::hint_and_error(f, id, &self.described_by, &self.hint, &self.error)?;
        let (prefix, suffix) = (Affix::is_shown(&self.prefix), Affix::is_shown(&self.suffix));
        let wrapped = prefix.is_some() || suffix.is_some() || !self.after.0.is_empty();
        if wrapped {
            write!(
                f,
                r#"<div class="{}"{}>"#,
                Escaped(&joined("govuk-input__wrapper", &self.wrapper_classes)),
                self.wrapper_attributes
            )?;
        }
        if let Some(prefix) = prefix {
            prefix.print(f, "prefix")?;
        }
        self.element(f, id, &described_by)?;
        if let Some(suffix) = suffix {
            suffix.print(f, "suffix")?;
        }
        write!(f, "{}", self.after)?;
        if wrapped {
            f.write_str("</div>")?;
        }
        f.write_str("</div>")
    }
}

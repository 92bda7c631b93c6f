//! Summary list: what is known of one thing, name by name, with links to change it.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, more, when},
};

component! {
    /// What is known of one thing, name by name.
    component SummaryList {
        /// The names and what is known.
        rows: Vec<SummaryRow>,
        /// A card around it, with a title and links of its own.
        card: Option<SummaryCard>,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

component! {
    /// One name and what is known.
    part SummaryRow {
        /// The name.
        key: Content,
        /// What is known.
        value: Content,
        /// What can be done about it, such as "Change".
        actions: Vec<SummaryAction>,
        /// More classes of the row.
        classes: String,
        /// More classes of the name.
        key_classes: String,
        /// More classes of what is known.
        value_classes: String,
        /// More classes of the links.
        actions_classes: String,
    }
}

component! {
    /// One link of a row or a card.
    part SummaryAction {
        /// Its words: "Change".
        content: Content,
        /// Where it goes.
        href: String,
        /// What it is about, for those who hear the link alone: "date of birth".
        about: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

component! {
    /// A card around a list.
    part SummaryCard {
        /// Its title.
        title: Content,
        /// The level of its heading, 1 to 6; 2 when 0.
        heading_level: u8,
        /// More classes of its title.
        title_classes: String,
        /// What can be done about the whole.
        actions: Vec<SummaryAction>,
        /// More classes of the links.
        actions_classes: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl SummaryList {
    /// These rows.
    #[must_use]
    pub fn new(rows: impl Into<Vec<SummaryRow>>) -> Self {
        Self::default().rows(rows)
    }

    fn list(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Where one row has links, the others keep their column free.
        let has_actions = self.rows.iter().any(|row| !row.actions.is_empty());
        let card_title = self.card.as_ref().map(|card| &card.title);
        write!(
            f,
            r#"<dl class="govuk-summary-list{}"{}>"#,
            more(&self.classes),
            self.attributes
        )?;
        for row in &self.rows {
            write!(
                f,
                concat!(
                    r#"<div class="govuk-summary-list__row{}{}"><dt class="govuk-summary-list__key{}">{}</dt>"#,
                    r#"<dd class="govuk-summary-list__value{}">{}</dd>"#
                ),
                when(
                    has_actions && row.actions.is_empty(),
                    "govuk-summary-list__row--no-actions"
                ),
                more(&row.classes),
                more(&row.key_classes),
                row.key,
                more(&row.value_classes),
                row.value,
            )?;
            match row.actions.as_slice() {
                [] => {}
                actions => {
                    write!(
                        f,
                        r#"<dd class="govuk-summary-list__actions{}">"#,
                        more(&row.actions_classes)
                    )?;
                    if let [only] = actions {
                        only.print(f, card_title)?;
                    } else {
                        f.write_str(r#"<ul class="govuk-summary-list__actions-list">"#)?;
                        for action in actions {
                            f.write_str(r#"<li class="govuk-summary-list__actions-list-item">"#)?;
                            action.print(f, card_title)?;
                            f.write_str("</li>")?;
                        }
                        f.write_str("</ul>")?;
                    }
                    f.write_str("</dd>")?;
                }
            }
            f.write_str("</div>")?;
        }
        f.write_str("</dl>")
    }
}

impl SummaryRow {
    /// A name and what is known.
    #[must_use]
    pub fn new(key: impl Into<Content>, value: impl Into<Content>) -> Self {
        Self::default().key(key).value(value)
    }
}

impl SummaryAction {
    /// A link with its words, its place and what it is about.
    #[must_use]
    pub fn new(
        content: impl Into<Content>,
        href: impl Into<String>,
        about: impl Into<String>,
    ) -> Self {
        Self::default().content(content).href(href).about(about)
    }

    fn print(&self, f: &mut fmt::Formatter<'_>, card_title: Option<&Content>) -> fmt::Result {
        let card_title = card_title.filter(|title| !title.is_empty());
        write!(
            f,
            r#"<a class="govuk-link{}" href="{}"{}>{}"#,
            more(&self.classes),
            Escaped(&self.href),
            self.attributes,
            self.content
        )?;
        if !self.about.is_empty() || card_title.is_some() {
            f.write_str(r#"<span class="govuk-visually-hidden">"#)?;
            if !self.about.is_empty() {
                write!(f, " {}", Escaped(&self.about))?;
            }
            if let Some(title) = card_title {
                write!(f, " ({title})")?;
            }
            f.write_str("</span>")?;
        }
        f.write_str("</a>")
    }
}

impl SummaryCard {
    /// A card with this title.
    #[must_use]
    pub fn new(title: impl Into<Content>) -> Self {
        Self::default().title(title)
    }

    fn open(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<div class="govuk-summary-card{}"{}><div class="govuk-summary-card__title-wrapper">"#,
            more(&self.classes),
            self.attributes
        )?;
        if !self.title.is_empty() {
            let level = if self.heading_level == 0 {
                2
            } else {
                self.heading_level
            };
            write!(
                f,
                r#"<h{level} class="govuk-summary-card__title{}">{}</h{level}>"#,
                more(&self.title_classes),
                self.title
            )?;
        }
        let classes = more(&self.actions_classes);
        match self.actions.as_slice() {
            [] => {}
            [only] => {
                write!(f, r#"<div class="govuk-summary-card__actions{classes}">"#)?;
                only.print(f, Some(&self.title))?;
                f.write_str("</div>")?;
            }
            actions => {
                write!(f, r#"<ul class="govuk-summary-card__actions{classes}">"#)?;
                for action in actions {
                    f.write_str(r#"<li class="govuk-summary-card__action">"#)?;
                    action.print(f, Some(&self.title))?;
                    f.write_str("</li>")?;
                }
                f.write_str("</ul>")?;
            }
        }
        f.write_str(r#"</div><div class="govuk-summary-card__content">"#)
    }
}

impl Display for SummaryList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.card {
            Some(card) => {
                card.open(f)?;
                self.list(f)?;
                f.write_str("</div></div>")
            }
            None => self.list(f),
        }
    }
}

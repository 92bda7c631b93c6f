//! Tabs: parts of one page of which one shows at a time; without JavaScript, one after the other.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, attr, more, or, when},
};

component! {
    /// Parts of one page of which one shows at a time.
    component Tabs {
        /// The parts.
        items: Vec<Tab>,
        /// A heading that shows without JavaScript; "Contents" when empty.
        title: String,
        /// Its id.
        id: String,
        /// What the ids of parts without one begin with.
        id_prefix: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

component! {
    /// One part.
    part Tab {
        /// Its name.
        label: String,
        /// Its id, for links to it; unsaid, made from the tabs' prefix.
        id: String,
        /// What it shows: text becomes a paragraph, markup is shown as it is.
        panel: Content,
        /// More attributes of its link.
        attributes: Attributes,
        /// More attributes of its panel.
        panel_attributes: Attributes,
    }
}

impl Tabs {
    /// These parts.
    #[must_use]
    pub fn new(items: impl Into<Vec<Tab>>) -> Self {
        Self::default().items(items)
    }

    fn id_of(&self, at: usize, tab: &Tab) -> String {
        if tab.id.is_empty() {
            format!("{}-{}", self.id_prefix, at + 1)
        } else {
            tab.id.clone()
        }
    }
}

impl Tab {
    /// A part by its id, name and what it shows.
    #[must_use]
    pub fn new(id: impl Into<String>, label: impl Into<String>, panel: impl Into<Content>) -> Self {
        Self::default().id(id).label(label).panel(panel)
    }
}

impl Display for Tabs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<div{} class="govuk-tabs{}"{} data-module="govuk-tabs"><h2 class="govuk-tabs__title">{}</h2>"#,
            attr("id", &self.id),
            more(&self.classes),
            self.attributes,
            Escaped(or(&self.title, "Contents")),
        )?;
        if !self.items.is_empty() {
            f.write_str(r#"<ul class="govuk-tabs__list">"#)?;
            for (at, tab) in self.items.iter().enumerate() {
                write!(
                    f,
                    r##"<li class="govuk-tabs__list-item{}"><a class="govuk-tabs__tab" href="#{}"{}>{}</a></li>"##,
                    when(at == 0, "govuk-tabs__list-item--selected"),
                    Escaped(&self.id_of(at, tab)),
                    tab.attributes,
                    Escaped(&tab.label),
                )?;
            }
            f.write_str("</ul>")?;
        }
        for (at, tab) in self.items.iter().enumerate() {
            write!(
                f,
                r#"<div class="govuk-tabs__panel{}" id="{}"{}>"#,
                when(at > 0, "govuk-tabs__panel--hidden"),
                Escaped(&self.id_of(at, tab)),
                tab.panel_attributes,
            )?;
            match &tab.panel {
                Content::Html(html) => write!(f, "{html}")?,
                text if text.is_empty() => {}
                text => write!(f, r#"<p class="govuk-body">{text}</p>"#)?,
            }
            f.write_str("</div>")?;
        }
        f.write_str("</div>")
    }
}

//! Task list: what there is to do, and how far each has come.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, attr, more, or, when},
};

component! {
    /// What there is to do, and how far each has come.
    component TaskList {
        /// The tasks, in the order to do them.
        items: Vec<Task>,
        /// What the ids of hints and states begin with; "task-list" when empty.
        id_prefix: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

component! {
    /// One task.
    part Task {
        /// What to do.
        title: Content,
        /// More classes of the title.
        title_classes: String,
        /// Where to do it; no link when it cannot be done yet.
        href: String,
        /// Help under the title.
        hint: Content,
        /// How far it has come: words, or a [`Tag`](super::Tag).
        status: Content,
        /// More classes of the status.
        status_classes: String,
        /// More classes, with spaces between.
        classes: String,
    }
}

impl TaskList {
    /// These tasks.
    #[must_use]
    pub fn new(items: impl Into<Vec<Task>>) -> Self {
        Self::default().items(items)
    }
}

impl Task {
    /// A task by its title, where to do it and how far it has come.
    #[must_use]
    pub fn new(
        title: impl Into<Content>,
        href: impl Into<String>,
        status: impl Into<Content>,
    ) -> Self {
        Self::default().title(title).href(href).status(status)
    }

    fn print(&self, f: &mut fmt::Formatter<'_>, id: &str) -> fmt::Result {
        let has_hint = !self.hint.is_empty();
        write!(
            f,
            r#"<li class="govuk-task-list__item{}{}"><div class="govuk-task-list__name-and-hint">"#,
            when(!self.href.is_empty(), "govuk-task-list__item--with-link"),
            more(&self.classes),
        )?;
        if self.href.is_empty() {
            write!(
                f,
                "<div{}>{}</div>",
                attr("class", &self.title_classes),
                self.title
            )?;
        } else {
            let hint_id = if has_hint {
                format!("{id}-hint ")
            } else {
                String::new()
            };
            write!(
                f,
                r#"<a class="govuk-link govuk-task-list__link{}" href="{}" aria-describedby="{}{}-status">{}</a>"#,
                more(&self.title_classes),
                Escaped(&self.href),
                Escaped(&hint_id),
                Escaped(id),
                self.title,
            )?;
        }
        if has_hint {
            write!(
                f,
                r#"<div id="{}-hint" class="govuk-task-list__hint">{}</div>"#,
                Escaped(id),
                self.hint
            )?;
        }
        write!(
            f,
            r#"</div><div class="govuk-task-list__status{}" id="{}-status">{}</div></li>"#,
            more(&self.status_classes),
            Escaped(id),
            self.status,
        )
    }
}

impl Display for TaskList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<ul class="govuk-task-list{}"{}>"#,
            more(&self.classes),
            self.attributes
        )?;
        for (at, task) in self.items.iter().enumerate() {
            let id = format!("{}-{}", or(&self.id_prefix, "task-list"), at + 1);
            task.print(f, &id)?;
        }
        f.write_str("</ul>")
    }
}

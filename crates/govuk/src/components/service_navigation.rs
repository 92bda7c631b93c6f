//! Service navigation: the service's name and its main parts, under the header.

use std::fmt::{self, Display, Write as _};

use crate::{
    Attributes, Content, Html,
    component::component,
    html::{Escaped, attr, more, or, when},
};

component! {
    /// The service's name and its main parts.
    component ServiceNavigation {
        /// The service's name; left out when empty.
        service_name: String,
        /// Where the name leads; no link when empty.
        service_url: String,
        /// The main parts.
        items: Vec<NavigationItem>,
        /// Whether a narrow screen folds them behind a button; unsaid, when there are two or more.
        collapse_on_mobile: Option<bool>,
        /// What screen readers call the whole; "Service information" when empty.
        label: String,
        /// What screen readers call the list; the button's words when empty.
        navigation_label: String,
        /// The list's id; "navigation" when empty.
        navigation_id: String,
        /// More classes of the navigation.
        navigation_classes: String,
        /// The button's words; "Menu" when empty.
        menu_button: String,
        /// What screen readers call the button, where that differs.
        menu_button_label: String,
        /// Safe markup before everything.
        start: Html,
        /// Safe markup after everything, such as who is signed in.
        end: Html,
        /// Whether what is after stands on the same line.
        end_inline: bool,
        /// Safe list items before the main parts.
        navigation_start: Html,
        /// Safe list items after the main parts.
        navigation_end: Html,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

component! {
    /// One main part.
    part NavigationItem {
        /// Its name.
        content: Content,
        /// Where it is; no link when empty.
        href: String,
        /// Whether the page being read is inside it.
        active: bool,
        /// Whether it is the page being read.
        current: bool,
        /// More attributes of its link.
        attributes: Attributes,
    }
}

impl NavigationItem {
    /// A part by its name and place.
    #[must_use]
    pub fn new(content: impl Into<Content>, href: impl Into<String>) -> Self {
        Self::default().content(content).href(href)
    }

    fn print(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let here = self.active || self.current;
        let aria_current = match (self.current, self.active) {
            (true, _) => "page",
            (false, true) => "true",
            (false, false) => "",
        };
        let mut inner = String::new();
        if here {
            // Bold also for those who override colours.
            write!(
                inner,
                r#"<strong class="govuk-service-navigation__active-fallback">{}</strong>"#,
                self.content
            )?;
        } else {
            write!(inner, "{}", self.content)?;
        }
        write!(
            f,
            r#"<li class="govuk-service-navigation__item{}">"#,
            when(here, "govuk-service-navigation__item--active")
        )?;
        if !self.href.is_empty() {
            write!(
                f,
                r#"<a class="govuk-service-navigation__link" href="{}"{}{}>{inner}</a>"#,
                Escaped(&self.href),
                attr("aria-current", aria_current),
                self.attributes,
            )?;
        } else if !self.content.is_empty() {
            write!(
                f,
                r#"<span class="govuk-service-navigation__text"{}>{inner}</span>"#,
                attr("aria-current", aria_current),
            )?;
        }
        f.write_str("</li>")
    }
}

impl ServiceNavigation {
    /// These main parts.
    #[must_use]
    pub fn new(items: impl Into<Vec<NavigationItem>>) -> Self {
        Self::default().items(items)
    }

    fn navigation(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.items.is_empty()
            && self.navigation_start.0.is_empty()
            && self.navigation_end.0.is_empty()
        {
            return Ok(());
        }
        let menu = or(&self.menu_button, "Menu");
        let id = or(&self.navigation_id, "navigation");
        write!(
            f,
            r#"<nav aria-label="{}" class="govuk-service-navigation__wrapper{}">"#,
            Escaped(or(&self.navigation_label, menu)),
            more(&self.navigation_classes),
        )?;
        if self.collapse_on_mobile.unwrap_or(self.items.len() > 1) {
            let label = if self.menu_button_label == menu {
                ""
            } else {
                &self.menu_button_label
            };
            write!(
                f,
                concat!(
                    r#"<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" "#,
                    r#"aria-controls="{}"{} hidden aria-hidden="true">{}</button>"#
                ),
                Escaped(id),
                attr("aria-label", label),
                Escaped(menu),
            )?;
        }
        write!(
            f,
            r#"<ul class="govuk-service-navigation__list" id="{}">{}"#,
            Escaped(id),
            self.navigation_start
        )?;
        for item in &self.items {
            item.print(f)?;
        }
        write!(f, "{}</ul></nav>", self.navigation_end)
    }
}

impl Display for ServiceNavigation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // With a name it is a landmark of its own; without, the navigation inside is one already.
        let is_landmark =
            !self.service_name.is_empty() || !self.start.0.is_empty() || !self.end.0.is_empty();
        let element = if is_landmark { "section" } else { "div" };
        let label = if is_landmark {
            or(&self.label, "Service information")
        } else {
            ""
        };
        write!(
            f,
            concat!(
                r#"<{element}{} class="govuk-service-navigation{}" data-module="govuk-service-navigation"{}>"#,
                r#"<div class="govuk-width-container{}">{}<div class="govuk-service-navigation__container">"#
            ),
            attr("aria-label", label),
            more(&self.classes),
            self.attributes,
            when(
                self.end_inline,
                "govuk-service-navigation__inlining-container"
            ),
            self.start,
            element = element,
        )?;
        if !self.service_name.is_empty() {
            f.write_str(r#"<span class="govuk-service-navigation__service-name">"#)?;
            let name = Escaped(&self.service_name);
            if self.service_url.is_empty() {
                write!(
                    f,
                    r#"<span class="govuk-service-navigation__text">{name}</span>"#
                )?;
            } else {
                write!(
                    f,
                    r#"<a href="{}" class="govuk-service-navigation__link">{name}</a>"#,
                    Escaped(&self.service_url)
                )?;
            }
            f.write_str("</span>")?;
        }
        self.navigation(f)?;
        write!(f, "</div>{}</div></{element}>", self.end)
    }
}

//! Pagination: the pages of a long list, or the next and the one before in a series.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content, Html,
    component::component,
    html::{Escaped, more, or, when},
};

component! {
    /// The way from page to page of a list; without `items`, of a series such as a guide.
    component Pagination {
        /// The page before.
        previous: Option<PageLink>,
        /// The next page.
        next: Option<PageLink>,
        /// The pages by number.
        items: Vec<PageItem>,
        /// What screen readers call it; "Pagination" when empty.
        label: String,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

component! {
    /// The next page or the one before.
    part PageLink {
        /// Where it is.
        href: String,
        /// Its words; "Next page" or "Previous page" when empty.
        content: Content,
        /// Its own title, in a series.
        label: String,
        /// More attributes.
        attributes: Attributes,
    }
}

component! {
    /// One page by its number, or the gap between two.
    part PageItem {
        /// Its number.
        number: String,
        /// Where it is.
        href: String,
        /// Whether it is the page that is being read.
        current: bool,
        /// Whether it stands for pages left out.
        ellipsis: bool,
        /// What screen readers say; "Page" and its number when empty.
        label: String,
        /// More attributes.
        attributes: Attributes,
    }
}

impl PageLink {
    /// The page at this address.
    #[must_use]
    pub fn new(href: impl Into<String>) -> Self {
        Self::default().href(href)
    }
}

impl Pagination {
    /// The pages of a list, from 1 to `last`: the first, the last, `current` and its neighbours, gaps for the rest.
    #[must_use]
    pub fn pages(current: usize, last: usize, href: impl Fn(usize) -> String) -> Self {
        let mut pages = Self::default();
        if current > 1 {
            pages.previous = Some(PageLink::new(href(current - 1)));
        }
        if current < last {
            pages.next = Some(PageLink::new(href(current + 1)));
        }
        let mut shown = 0;
        for number in 1..=last {
            if number != 1 && number != last && number.abs_diff(current) > 1 {
                continue;
            }
            if number > shown + 1 {
                pages.items.push(PageItem::default().ellipsis(true));
            }
            shown = number;
            pages.items.push(
                PageItem::default()
                    .number(number.to_string())
                    .href(href(number))
                    .current(number == current),
            );
        }
        pages
    }

    /// Whether the links are blocks one under the other, as in a series.
    fn is_block(&self) -> bool {
        self.items.is_empty() && (self.previous.is_some() || self.next.is_some())
    }

    fn arrow(&self, f: &mut fmt::Formatter<'_>, link: &PageLink, way: Way) -> fmt::Result {
        let block = self.is_block();
        let arrow_first = block || way.rel == "prev";
        write!(
            f,
            r#"<div class="govuk-pagination__{rel}"><a class="govuk-link govuk-pagination__link" href="{}" rel="{rel}"{}>"#,
            Escaped(&link.href),
            link.attributes,
            rel = way.rel,
        )?;
        if arrow_first {
            way.arrow(f)?;
        }
        write!(
            f,
            r#"<span class="govuk-pagination__link-title{}">"#,
            when(
                block && link.label.is_empty(),
                "govuk-pagination__link-title--decorated"
            ),
        )?;
        if link.content.is_empty() {
            write!(f, "{}", Html::new(way.words))?;
        } else {
            write!(f, "{}", link.content)?;
        }
        f.write_str("</span>")?;
        if block && !link.label.is_empty() {
            write!(
                f,
                r#" <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{}</span>"#,
                Escaped(&link.label)
            )?;
        }
        if !arrow_first {
            way.arrow(f)?;
        }
        f.write_str("</a></div>")
    }
}

struct Way {
    rel: &'static str,
    words: &'static str,
    path: &'static str,
}

const PREVIOUS: Way = Way {
    rel: "prev",
    words: r#"Previous<span class="govuk-visually-hidden"> page</span>"#,
    path: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
};

const NEXT: Way = Way {
    rel: "next",
    words: r#"Next<span class="govuk-visually-hidden"> page</span>"#,
    path: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
};

impl Way {
    fn arrow(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            concat!(
                r#"<svg class="govuk-pagination__icon govuk-pagination__icon--{}" xmlns="http://www.w3.org/2000/svg" "#,
                r#"height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="{}"></path></svg>"#
            ),
            self.rel, self.path
        )
    }
}

impl Display for Pagination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<nav class="govuk-pagination{}{}" aria-label="{}"{}>"#,
            when(self.is_block(), "govuk-pagination--block"),
            more(&self.classes),
            Escaped(or(&self.label, "Pagination")),
            self.attributes,
        )?;
        if let Some(previous) = &self.previous {
            self.arrow(f, previous, PREVIOUS)?;
        }
        if !self.items.is_empty() {
            f.write_str(r#"<ul class="govuk-pagination__list">"#)?;
            for item in &self.items {
                item.print(f)?;
            }
            f.write_str("</ul>")?;
        }
        if let Some(next) = &self.next {
            self.arrow(f, next, NEXT)?;
        }
        f.write_str("</nav>")
    }
}

impl PageItem {
    fn print(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<li class="govuk-pagination__item{}{}">"#,
            when(self.current, "govuk-pagination__item--current"),
            when(self.ellipsis, "govuk-pagination__item--ellipsis"),
        )?;
        if self.ellipsis {
            return f.write_str("&ctdot;</li>");
        }
        let label = format!("Page {}", self.number);
        write!(
            f,
            r#"<a class="govuk-link govuk-pagination__link" href="{}" aria-label="{}"{}{}>{}</a></li>"#,
            Escaped(&self.href),
            Escaped(or(&self.label, &label)),
            when(self.current, r#"aria-current="page""#),
            self.attributes,
            Escaped(&self.number),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_shows_its_ends_and_the_neighbours_of_the_page() {
        let shown = |current, last| {
            let pages = Pagination::pages(current, last, |page| format!("?page={page}"));
            let name = |it: &PageItem| {
                if it.ellipsis {
                    "…".into()
                } else {
                    it.number.clone()
                }
            };
            pages.items.iter().map(name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown(6, 20), "1 … 5 6 7 … 20");
        assert_eq!(shown(1, 3), "1 2 3");
        assert_eq!(shown(20, 20), "1 … 19 20");
    }

    #[test]
    fn the_first_page_has_none_before_it() {
        let first = Pagination::pages(1, 2, |page| format!("?page={page}"));
        assert!(first.previous.is_none());
        assert!(first.next.is_some_and(|it| it.href == "?page=2"));
    }
}

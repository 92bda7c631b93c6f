//! What Word's styles say of a paragraph: that it is a heading, that it belongs to a list.

use super::Element;
use std::collections::HashMap;

/// The styles of a file, by their ids.
pub(super) struct Styles {
    styles: HashMap<String, Style>,
}

#[derive(Default)]
struct Style {
    based_on: String,
    heading: Option<u8>,
    list: Option<String>,
    level: Option<usize>,
}

/// What is known of a paragraph.
#[derive(Default)]
pub(super) struct About {
    /// The id of its style.
    pub(super) style: String,
    /// It is a heading of this level.
    pub(super) heading: Option<u8>,
    /// The list it belongs to, and its level from 0 where the file says it.
    pub(super) list: Option<(String, Option<usize>)>,
    /// Whether the next paragraph of the list follows without a blank line.
    pub(super) close: bool,
}

impl Styles {
    pub(super) fn read(root: &Element) -> Self {
        let mut styles = HashMap::new();
        for it in root.all("style") {
            let value = |name: &str| {
                let found = it.first(name).and_then(|it| it.attribute("val"));
                found.unwrap_or_default().to_owned()
            };
            let properties = it.first("pPr");
            let numbers = properties.and_then(|it| it.first("numPr"));
            let named = heading(&value("name"));
            let outline = properties.and_then(outline);
            let style = Style {
                based_on: value("basedOn"),
                heading: named.or(outline),
                list: numbers
                    .and_then(|it| of(it, "numId"))
                    .map(ToOwned::to_owned),
                level: numbers
                    .and_then(|it| of(it, "ilvl"))
                    .and_then(|it| it.parse().ok()),
            };
            styles.insert(
                it.attribute("styleId").unwrap_or_default().to_owned(),
                style,
            );
        }
        Self { styles }
    }

    /// What is known of a paragraph by itself and by its style.
    pub(super) fn about(&self, paragraph: &Element) -> About {
        let Some(own) = paragraph.first("pPr") else {
            return About::default();
        };
        let style = of(own, "pStyle").unwrap_or_default().to_owned();
        let mut about = About {
            heading: outline(own),
            ..About::default()
        };
        let numbers = own.first("numPr");
        let mut list = numbers
            .and_then(|it| of(it, "numId"))
            .map(ToOwned::to_owned);
        let mut level = numbers
            .and_then(|it| of(it, "ilvl"))
            .and_then(|it| it.parse::<usize>().ok());
        let mut id = style.as_str();
        // A style may be based on one that is based on it: ten steps are more than any file has.
        for _ in 0..10 {
            let Some(it) = self.styles.get(id) else {
                if about.heading.is_none() {
                    about.heading = heading(id);
                }
                break;
            };
            about.heading = about.heading.or(it.heading);
            level = level.or(it.level.filter(|_| list.is_none()));
            list = list.or_else(|| it.list.clone());
            id = &it.based_on;
        }
        // List 0 means: none, whatever the style says.
        about.list = list.filter(|it| it != "0").map(|it| (it, level));
        about.close = about.list.is_some() && about.heading.is_none();
        about.style = style;
        about
    }
}

/// The value of an element of this name in it.
pub(super) fn of<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element.first(name)?.attribute("val")
}

/// The level that a style's name says: "heading 2", "Heading2", "Title".
fn heading(name: &str) -> Option<u8> {
    let name = name.trim().to_ascii_lowercase();
    if name == "title" {
        return Some(1);
    }
    let level = name.strip_prefix("heading")?.trim().parse().ok()?;
    (1..=9).contains(&level).then_some(level)
}

fn outline(properties: &Element) -> Option<u8> {
    let level: u8 = of(properties, "outlineLvl")?.parse().ok()?;
    (level < 9).then_some(level + 1)
}

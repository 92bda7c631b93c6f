//! The numbers and bullets that Word shows before paragraphs and keeps apart from their text.

use super::super::numbers;
use super::styles::of;
use super::{Element, plain};
use std::collections::HashMap;

/// The lists of a file, and how far each has counted.
pub(super) struct Lists {
    /// The kind of each list, and the numbers it begins its levels with where they are its own.
    lists: HashMap<String, (String, HashMap<usize, u32>)>,
    kinds: HashMap<String, Vec<Level>>,
    counted: HashMap<String, [Option<u32>; 9]>,
    begun: Vec<String>,
}

#[derive(Clone, Default)]
struct Level {
    format: String,
    text: String,
    start: u32,
    style: String,
}

impl Lists {
    pub(super) fn read(root: &Element) -> Self {
        let id = |it: &Element, name: &str| it.attribute(name).unwrap_or_default().to_owned();
        let mut kinds = HashMap::new();
        for kind in root.all("abstractNum") {
            let mut levels = vec![Level::default(); 9];
            for level in kind.all("lvl") {
                let at: usize = id(level, "ilvl").parse().unwrap_or(9);
                if let Some(place) = levels.get_mut(at) {
                    *place = Level {
                        format: of(level, "numFmt").unwrap_or("decimal").to_owned(),
                        text: of(level, "lvlText").unwrap_or_default().to_owned(),
                        start: of(level, "start")
                            .and_then(|it| it.parse().ok())
                            .unwrap_or(1),
                        style: of(level, "pStyle").unwrap_or_default().to_owned(),
                    };
                }
            }
            kinds.insert(id(kind, "abstractNumId"), levels);
        }
        let mut lists = HashMap::new();
        for list in root.all("num") {
            let starts = list.all("lvlOverride").filter_map(|it| {
                let level: usize = it.attribute("ilvl")?.parse().ok()?;
                Some((level, of(it, "startOverride")?.parse().ok()?))
            });
            let kind = of(list, "abstractNumId").unwrap_or_default().to_owned();
            lists.insert(id(list, "numId"), (kind, starts.collect()));
        }
        Self {
            lists,
            kinds,
            counted: HashMap::new(),
            begun: Vec::new(),
        }
    }

    /// The level of the next paragraph of this list, and what stands before it; none where there is no such list. Where
    /// the paragraph does not say its level, its style does.
    pub(super) fn next(
        &mut self,
        list: String,
        level: Option<usize>,
        style: &str,
    ) -> Option<(usize, String)> {
        let (kind, starts) = self.lists.get(&list)?;
        let levels = self.kinds.get(kind)?;
        let level = level.filter(|it| *it < levels.len()).unwrap_or_else(|| {
            let mut all = levels.iter();
            let by_style = all.position(|it| !style.is_empty() && it.style == style);
            by_style.unwrap_or(0)
        });
        let counted = self.counted.entry(kind.clone()).or_default();
        if !self.begun.contains(&list) {
            for (at, start) in starts {
                if let Some(place) = counted.get_mut(*at) {
                    *place = start.checked_sub(1);
                    if *at == level && *start == 0 {
                        *place = None;
                    }
                }
            }
            self.begun.push(list);
        }
        let first = |at: usize| levels.get(at).map_or(1, |it| it.start);
        let number = counted[level].map_or(first(level), |it| it.saturating_add(1));
        counted[level] = Some(number);
        for deeper in counted.iter_mut().skip(level + 1) {
            *deeper = None;
        }
        for (at, upper) in counted.iter_mut().enumerate().take(level) {
            upper.get_or_insert(first(at));
        }
        let it = &levels[level];
        let label = match it.format.as_str() {
            "bullet" => it.text.chars().map(plain).collect(),
            "none" => String::new(),
            _ => {
                let mut label = it.text.clone();
                for (at, number) in counted.iter().enumerate() {
                    let place = format!("%{}", at + 1);
                    if label.contains(&place) {
                        let format = levels.get(at).map_or("decimal", |it| it.format.as_str());
                        label = label.replace(&place, &shown(format, number.unwrap_or(first(at))));
                    }
                }
                label
            }
        };
        Some((level, label))
    }
}

fn shown(format: &str, number: u32) -> String {
    match format {
        "lowerLetter" => numbers::letters(number),
        "upperLetter" => numbers::letters(number).to_uppercase(),
        "lowerRoman" => numbers::roman(number),
        "upperRoman" => numbers::roman(number).to_uppercase(),
        "decimalZero" => format!("{number:02}"),
        "ordinal" => {
            let end = match (number % 10, number % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            format!("{number}{end}")
        }
        _ => number.to_string(),
    }
}

//! How many visits there were of each sort and on each theme, so that the parts add up to the whole (S-238, S-240).

use crate::words::counted;
use std::collections::BTreeMap;
use waymark_programme::Record;

/// Visits of one sort.
pub(super) struct Sort {
    /// "Monitoring visit by Ofsted".
    pub(super) name: String,
    /// On each theme, the most first.
    pub(super) themes: Vec<(String, usize)>,
    /// The whole.
    pub(super) total: usize,
}

impl Sort {
    /// "2 + 1 + 1 = 4"; empty where there is one theme.
    pub(super) fn sum(&self) -> String {
        if self.themes.len() < 2 {
            return String::new();
        }
        let parts: Vec<String> = self.themes.iter().map(|it| it.1.to_string()).collect();
        format!("{} = {}", parts.join(" + "), self.total)
    }
}

/// Visits that took place, by who came and what sort it was, the most first; a visit without a theme is counted as one
/// whose theme is not recorded.
pub(super) fn counts(visits: &[&Record]) -> Vec<Sort> {
    let mut sorts: BTreeMap<(String, &str), BTreeMap<String, usize>> = BTreeMap::new();
    for visit in visits {
        let theme = match visit.text("theme") {
            "" => "Theme not recorded",
            theme => theme,
        };
        *sorts
            .entry((visit.text("body").to_owned(), sort_title(visit)))
            .or_default()
            .entry(theme.to_owned())
            .or_default() += 1;
    }
    let mut out: Vec<Sort> = sorts
        .into_iter()
        .map(|((body, sort), themes)| {
            let mut themes: Vec<(String, usize)> = themes.into_iter().collect();
            themes.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            Sort {
                name: format!("{sort}: {body}"),
                total: themes.iter().map(|it| it.1).sum(),
                themes,
            }
        })
        .collect();
    out.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.name.cmp(&b.name)));
    out
}

/// "13 inspections and visits since 15 February 2017."
pub(super) fn sentence(visits: &[&Record]) -> String {
    let since = visits.iter().filter_map(|it| it.date()).min();
    let number = counted(
        visits.len(),
        "inspection or visit",
        "inspections and visits",
    );
    since.map_or_else(
        || format!("{number}."),
        |day| format!("{number} since {}.", day.words()),
    )
}

/// What a visit's sort is called.
pub(super) fn sort_title(visit: &Record) -> &str {
    match crate::pages::plan::shown::choice(visit, "sort") {
        "" => "Visit",
        title => title,
    }
}

/// What in a visit's own numbers cannot be, in words.
pub(super) fn amiss(visit: &Record) -> Option<String> {
    let number = |field: &str| visit.text(field).parse::<u32>().ok();
    let (sampled, returned) = (number("sampled")?, number("returned")?);
    (returned > sampled).then(|| {
        format!("These do not agree: {returned} cases sent back of {sampled} looked at. One of the two is wrong.")
    })
}

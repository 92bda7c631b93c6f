//! Strengths and areas to improve by theme, over all the inspections shown (S-251).

use std::collections::BTreeMap;
use waymark_programme::Record;

/// What was said of a theme.
pub(super) struct Theme {
    pub(super) name: String,
    pub(super) improve: usize,
    pub(super) strengths: usize,
    pub(super) silent: usize,
}

/// Strengths and areas to improve by theme, the most to improve first; nothing where no theme is told.
pub(super) fn themes(found: &[&Record]) -> Vec<Theme> {
    let mut themes: BTreeMap<String, Theme> = BTreeMap::new();
    for finding in found {
        let name = finding.text("theme").trim();
        let theme = themes.entry(name.to_lowercase()).or_insert_with(|| Theme {
            name: if name.is_empty() { "No theme" } else { name }.to_owned(),
            improve: 0,
            strengths: 0,
            silent: 0,
        });
        match finding.text("sense") {
            "strength" => theme.strengths += 1,
            "silent" => theme.silent += 1,
            _ => theme.improve += 1,
        }
    }
    if themes.keys().all(String::is_empty) {
        return Vec::new();
    }
    let mut out: Vec<Theme> = themes.into_values().collect();
    out.sort_by(|a, b| b.improve.cmp(&a.improve).then_with(|| a.name.cmp(&b.name)));
    out
}

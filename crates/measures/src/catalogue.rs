//! Every measure there is, by theme.

use crate::measure::Measure;

/// Every measure, theme by theme, in the order they are shown.
pub fn all() -> impl Iterator<Item = &'static Measure> {
    THEMES.iter().flat_map(|measures| measures.iter().copied())
}

/// The measure with this name, `id` or `id/variant`; a bare `id` finds the first variant.
#[must_use]
pub fn find(name: &str) -> Option<&'static Measure> {
    all()
        .find(|it| it.name() == name)
        .or_else(|| all().find(|it| it.id == name))
}

/// Every variant of a measure.
pub fn variants(id: &str) -> impl Iterator<Item = &'static Measure> {
    all().filter(move |it| it.id == id)
}

static THEMES: &[&[&Measure]] = &[
    crate::front_door::MEASURES,
    crate::early_help::MEASURES,
    crate::assessments::MEASURES,
    crate::children_in_need::MEASURES,
    crate::child_protection::MEASURES,
    crate::looked_after::MEASURES,
    crate::health::MEASURES,
    crate::missing::MEASURES,
    crate::care_leavers::MEASURES,
    crate::workforce::MEASURES,
];

//! A figure by area or group, as an audience may see it.

use crate::county::County;
use waymark_data::Period;
use waymark_measures::{Basis, By, Comparator, Figure, Groups, Measure, Unit};
use waymark_report::{Audience, Breakdown, Seen};

/// What may be shown of a figure by area or group.
pub enum Broken {
    /// All of it, small numbers hidden as the audience asks.
    Down(Box<Breakdown>),
    /// Nothing: beside what is shown elsewhere it would give small numbers away.
    Withheld,
    /// The list it comes from does not say.
    NotTold,
}

/// The figure of a period that the latest return gives which can, with the names of its groups.
#[must_use]
pub fn figure_of<'a>(
    county: &'a County,
    measure: &'static Measure,
    basis: Basis,
    period: Period,
) -> Option<(&'a Figure, &'a Groups)> {
    county.cuts.iter().rev().find_map(|cut| {
        let figures = cut.figures.figures(measure).iter();
        let mut of_period = figures.filter(|it| it.basis == basis && it.period == period);
        of_period.next().map(|it| (it, &cut.figures.groups))
    })
}

/// The figure of a period by one of its breakdowns.
#[must_use]
pub fn broken_down<'a>(
    county: &County,
    (figure, groups): (&Figure, &Groups),
    by: By,
    audience: Audience,
    comparators: impl Iterator<Item = &'a Comparator>,
) -> Broken {
    // A team is a few people: its figures are for those who work with it.
    if audience == Audience::Public && by == By::Team {
        return Broken::Withheld;
    }
    let Some(mut breakdown) = Breakdown::of(figure, groups, county.areas(), by) else {
        return Broken::NotTold;
    };
    // Every group holds the same share of nothing.
    if figure.measure.unit == Unit::Share {
        return Broken::NotTold;
    }
    breakdown.audience = audience;
    breakdown.target = county
        .settings()
        .target(&figure.measure.name(), figure.period.to);
    breakdown.comparators = comparators
        .map(|it| waymark_report::Comparator {
            name: it.name.clone(),
            value: it.value,
            period: it.period.clone(),
        })
        .collect();
    if audience == Audience::Public && gives_away(&breakdown, by) {
        Broken::Withheld
    } else {
        Broken::Down(Box::new(breakdown))
    }
}

/// Whether a breakdown would give a hidden number away beside what the rest of the page shows: the whole must not be
/// hidden here and shown there, and districts with hidden ones could be worked out from their localities.
fn gives_away(breakdown: &Breakdown, by: By) -> bool {
    let (all, rows): (Seen<'_>, Vec<Seen<'_>>) = breakdown.seen();
    let whole =
        breakdown
            .audience
            .hides(breakdown.measure, breakdown.all.count, &breakdown.all.parts);
    whole || all.hidden || (by == By::District && rows.iter().any(|it| it.hidden))
}

/// The breakdowns that are areas, from few to many.
pub const AREAS: [By; 3] = [By::Locality, By::District, By::Team];

/// The breakdowns that are attributes of children.
pub const GROUPS: [By; 5] = [
    By::Eligibility,
    By::AgeBand,
    By::Sex,
    By::Ethnicity,
    By::Disability,
];

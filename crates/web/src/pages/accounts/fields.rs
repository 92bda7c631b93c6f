//! The questions about what a person may do: their role and, for a manager, their areas.

use crate::forms::Fields;
use crate::house::House;
use crate::user::role_words;
use std::collections::BTreeSet;
use waymark_govuk::{Checkboxes, Choice, Radios};
use waymark_store::{Area, AreaKind, Role};

/// A mistake in the form: the control, and the words.
pub(super) type Mistake = (&'static str, String);

/// The words about one control.
pub(super) fn wrong<'a>(mistakes: &'a [Mistake], control: &str) -> &'a str {
    mistakes
        .iter()
        .find(|(which, _)| *which == control)
        .map_or("", |(_, words)| words.as_str())
}

/// The summary above the form.
pub(super) fn summary(mistakes: &[Mistake]) -> Option<waymark_govuk::ErrorSummary> {
    (!mistakes.is_empty()).then(|| {
        let links = mistakes
            .iter()
            .map(|(control, words)| waymark_govuk::ErrorLink::new(words, control));
        waymark_govuk::ErrorSummary::new(links.collect::<Vec<_>>())
    })
}

pub(super) fn roles(chosen: Option<Role>, error: &str) -> Radios {
    let what = |role| match role {
        Role::Chair | Role::Member | Role::Director => "Figures and the programme, no children",
        Role::Analyst => "Loads returns; sees every child",
        Role::Manager => "Figures, and the children of the areas below",
        Role::Auditor => "Figures and the programme; audits; no children",
        Role::DemocraticServices => "Meetings, minutes and publication; figures, no children",
        Role::Partner => "What is public, and the actions that are theirs",
        Role::Scrutiny => "Public figures, small ones hidden",
        Role::Administrator => "Accounts and the access log; no figures, no children",
    };
    let choices: Vec<Choice> = Role::ALL
        .into_iter()
        .map(|it| Choice::new(it.word(), role_words(it)).hint(what(it)))
        .collect();
    Radios::new("role", "What may they do?", choices)
        .value(chosen.map_or("", Role::word))
        .error(error)
}

/// Every locality, district and team there is, and those the account has besides; none where there are none.
pub(super) fn areas(house: &House, chosen: &[Area], error: &str) -> Option<Checkboxes> {
    let mut known: BTreeSet<Area> = chosen.iter().cloned().collect();
    let areas = &house.options().areas;
    known.extend(areas.localities().into_iter().map(Area::locality));
    known.extend(areas.districts.iter().map(|it| Area::district(&it.name)));
    if let Some(data) = &house.county().data {
        known.extend(data.teams.iter().map(|it| Area::team(&it.name)));
    }
    let choices: Vec<Choice> = known
        .iter()
        .map(|it| {
            let kind = match it.kind {
                AreaKind::Locality => "locality",
                AreaKind::District => "district",
                AreaKind::Team => "team",
            };
            Choice::new(value(it), format!("{} ({kind})", it.name))
        })
        .collect();
    let ticked: Vec<String> = chosen.iter().map(value).collect();
    (!choices.is_empty()).then(|| {
        Checkboxes::new(
            "areas",
            "Which areas’ children does a manager see?",
            choices,
        )
        .hint("For managers only")
        .values(ticked)
        .error(error)
    })
}

fn value(area: &Area) -> String {
    format!("{}:{}", area.kind.word(), area.name)
}

/// The role and areas that were chosen. Areas count for a manager only.
pub(super) fn chosen(fields: &Fields) -> (Option<Role>, Vec<Area>) {
    let role = Role::from_word(fields.get("role"));
    let areas = fields
        .all("areas")
        .filter_map(|it| {
            let (kind, name) = it.split_once(':')?;
            let name = name.trim();
            (!name.is_empty() && name.len() <= 200).then_some(())?;
            Some(Area {
                kind: AreaKind::from_word(kind)?,
                name: name.to_owned(),
            })
        })
        .collect();
    (
        role,
        if role == Some(Role::Manager) {
            areas
        } else {
            Vec::new()
        },
    )
}

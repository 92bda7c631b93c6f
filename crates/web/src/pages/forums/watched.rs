//! The watch list: what is watched, by which group, why, and whether the rule by which it comes off the list is met.

use super::exit_rule::{ExitRule, Held, area_meant};
use crate::county::County;
use crate::figures::since::Measured;
use crate::pages::plan::shown;
use crate::words::counted;
use waymark_data::Day;
use waymark_govuk::{Html, Tag, TagColour};
use waymark_programme::forums::watch_list;
use waymark_programme::{Asker, Record, Records};

/// An entry.
pub(super) struct Entry {
    pub(super) link: Html,
    pub(super) tag: Option<Tag>,
    pub(super) group: String,
    pub(super) since: String,
    pub(super) reason: Html,
    pub(super) rule: String,
    pub(super) held: String,
    pub(super) measures: Vec<(String, String, String)>,
    pub(super) late: String,
    met: bool,
}

/// What is watched, of what this person may read: those whose rule is met first, then the longest watched.
pub(super) fn entries(
    county: &County,
    records: &Records,
    asker: &Asker<'_>,
    today: Day,
) -> Vec<Entry> {
    let mut out: Vec<Entry> = watch_list(records, today)
        .into_iter()
        .filter(|it| asker.may_read(it.watch))
        .map(|it| {
            let days = usize::try_from(it.days).unwrap_or(usize::MAX);
            let since = it.watch.date().map_or_else(String::new, |day| {
                format!("since {}, {}", day.words(), counted(days, "day", "days"))
            });
            let late = it.days_late.map_or_else(String::new, |days| {
                let days = usize::try_from(days).unwrap_or(usize::MAX);
                format!("To be looked at again {} ago", counted(days, "day", "days"))
            });
            entry(county, records, it.watch, since, late)
        })
        .collect();
    out.sort_by_key(|it| !it.met);
    out
}

fn entry(county: &County, records: &Records, watch: &Record, since: String, late: String) -> Entry {
    let said = format!("{}\n{}", watch.text("text"), watch.text("exit_rule"));
    let area = area_meant(county.areas(), watch.area(), &said);
    let measured = Measured::all(county, records, watch.id, area);
    let elsewhere = measured.iter().any(|it| it.area != area);
    let read = ExitRule::read(watch.text("exit_rule"));
    let rule =
        read.filter(|rule| !elsewhere && measured.iter().all(|it| rule.is_in_unit_of(it.measure)));
    let held: Vec<Held> = rule.map_or_else(Vec::new, |rule| {
        measured
            .iter()
            .filter_map(|it| rule.held(it.reading()?))
            .collect()
    });
    let met =
        !held.is_empty() && held.len() == measured.len() && held.iter().all(|it| *it == Held::Met);
    let words = match (rule, held.as_slice()) {
        (None, _) if read.is_some() && elsewhere => {
            format!("The rule is for people to judge: no figure here is of {area} alone.")
        }
        (None, _) if read.is_some() => {
            "The rule is for people to judge: its number is not in the unit of the figure here."
                .to_owned()
        }
        (None, _) => "The rule is for people to judge.".to_owned(),
        (Some(_), []) => "No figure tells whether it is met.".to_owned(),
        (Some(rule), _) if met => format!(
            "The rule is met: so in the last {}. Take it off the list, or say why not.",
            match rule.months() {
                1 => "month".to_owned(),
                months => counted(months, "month", "months"),
            }
        ),
        (Some(_), [Held::So(run, all), ..]) => format!(
            "The rule is not met: so in {run} of the {} it needs.",
            counted(*all, "month", "months")
        ),
        (Some(_), _) => "The rule is not met for every measure it names.".to_owned(),
    };
    Entry {
        link: shown::link(watch),
        tag: met.then(|| Tag::new("Exit rule met").colour(TagColour::Green)),
        group: shown::names(watch.owners()),
        since,
        reason: shown::text(watch.text("why"), ""),
        rule: watch.text("exit_rule").to_owned(),
        held: words,
        measures: measured
            .iter()
            .map(|it| {
                let mut title = it.signal.title.clone();
                if it.area != area {
                    title.push_str(", whole county");
                }
                let sentence = match it.sentence() {
                    none if none.is_empty() => "No figure.".to_owned(),
                    sentence => sentence,
                };
                (title, format!("/measures/{}", it.measure.name()), sentence)
            })
            .collect(),
        late,
        met,
    }
}

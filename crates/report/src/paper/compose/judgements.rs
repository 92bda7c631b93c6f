//! A self-assessment by key judgement: claims with their evidence and how fresh it is, strengths and areas for development
//! side by side, and what the council knows and does not use (S-213, S-216, S-224, S-301).

use super::lists::stop;
use super::writer::{Writer, evidence};
use crate::numbers::whole;
use crate::paper::material::Material;
use crate::paper::template::Insert;
use crate::paper::{Block, Statement, Text};
use crate::table::{Cell, Heading, Table};
use waymark_measures::Theme;
use waymark_programme::kind::Holds;
use waymark_programme::kinds::{CLAIM, PLAN_LINE};
use waymark_programme::self_assessment::unsettled;
use waymark_programme::{Record, link};

/// How an area for development that no line of the plan answers ends: a rule of papers looks for it.
pub(in crate::paper) const WITHOUT_PLAN: &str = " No line of the plan answers it.";

/// `{judgements}`, or one with `theme=`.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let Some(Holds::Choice(judgements)) = CLAIM.field("judgement").map(|it| it.holds) else {
        return;
    };
    for (word, title) in judgements {
        if !insert.text("theme").is_empty() && insert.text("theme") != *word {
            continue;
        }
        w.put(Block::Heading((*title).to_owned()));
        one(w, word);
    }
}

fn one(w: &mut Writer<'_>, judgement: &str) {
    let from = w.from;
    let claims: Vec<&Record> = from
        .records
        .of(&CLAIM)
        .filter(|it| it.text("judgement") == judgement && it.state.word != "withdrawn")
        .collect();
    if claims.is_empty() {
        w.say(judgement, "Nothing is claimed here yet.");
    } else {
        let side = |sense: &str| -> Vec<&Record> {
            claims
                .iter()
                .copied()
                .filter(|it| it.text("sense") == sense)
                .collect()
        };
        let (strengths, developments) = (side("strength"), side("development"));
        let mut table = Table::new(
            "Side by side",
            [
                Heading::words("Strengths"),
                Heading::words("Areas for development"),
            ],
        );
        for n in 0..strengths.len().max(developments.len()) {
            let cell = |list: &[&Record]| {
                list.get(n)
                    .map_or_else(Cell::blank, |it| Cell::words(it.title()))
            };
            table.rows.push(vec![cell(&strengths), cell(&developments)]);
        }
        w.table(table);
        let texts: Vec<Text> = claims.iter().map(|it| claim(w, it)).collect();
        w.put(Block::Points(texts));
    }
    let unused = unused(from, judgement, &claims);
    if !unused.is_empty() {
        let number = i64::try_from(unused.len()).unwrap_or(i64::MAX);
        w.say(
            &format!("{judgement}-unused"),
            format!(
                "There are figures on this that no claim uses ({}): {}.",
                whole(number),
                unused.join("; ")
            ),
        );
    }
}

/// A claim with what it rests on.
fn claim(w: &mut Writer<'_>, claim: &Record) -> Text {
    let from = w.from;
    let mut rests = Vec::new();
    let mut text = w.of(claim, String::new());
    for name in from.records.measures_of(claim.id) {
        let Some(reading) = from.reading(name).filter(|it| it.latest().is_some()) else {
            continue;
        };
        rests.push(format!(
            "{}: {}",
            reading.series.title(),
            crate::sentence::sentences(reading).home
        ));
        text.figures.extend(w.latest(reading));
    }
    for record in from.records.led_here(claim.id, &link::EVIDENCE_FOR) {
        let on = record.date();
        let age = on.map(|it| it.days_until(from.on())).filter(|it| *it >= 0);
        let fresh = age.map_or_else(
            || " (undated)".to_owned(),
            |days| format!(" ({} days old)", whole(i64::from(days))),
        );
        rests.push(format!(
            "{} {}{fresh}",
            record.reference(),
            stop(record.title())
        ));
        text.evidence.push(evidence(record));
    }
    text.stated = Some(Statement {
        words: stop(claim.title()),
        sense: claim.text("sense").to_owned(),
        unsettled: unsettled(from.records, claim),
    });
    let lines = has_plan_line(from, claim);
    let plan = match (claim.text("sense"), lines) {
        ("development", false) => WITHOUT_PLAN,
        _ => "",
    };
    text.words = if rests.is_empty() {
        format!("{} No evidence is linked to it.{plan}", stop(claim.title()))
    } else {
        format!(
            "{} Evidence: {}{plan}",
            stop(claim.title()),
            rests.join(" ")
        )
    };
    text
}

/// Whether an area for development has a line of the plan that answers it.
pub(super) fn has_plan_line(from: &Material<'_>, claim: &Record) -> bool {
    let leads = from
        .records
        .links_from(claim.id)
        .iter()
        .filter_map(|it| match it.to {
            waymark_programme::End::Record(to) => from.records.get(to),
            waymark_programme::End::Measure(_) => None,
        });
    let led = from
        .records
        .links_to(claim.id)
        .iter()
        .filter_map(|it| from.records.get(it.from));
    leads
        .chain(led)
        .any(|it| it.is(&PLAN_LINE) && it.state.word != "stopped" && !it.deleted)
}

/// The themes of measures that speak to a key judgement, by its word.
#[must_use]
pub fn themes(judgement: &str) -> &'static [Theme] {
    match judgement {
        "help-and-protection" => &[
            Theme::FrontDoor,
            Theme::EarlyHelp,
            Theme::Assessments,
            Theme::ChildrenInNeed,
            Theme::ChildProtection,
        ],
        "in-care" => &[Theme::LookedAfter, Theme::Health, Theme::Missing],
        "care-leavers" => &[Theme::CareLeavers],
        "leaders" => &[Theme::Workforce],
        _ => &[],
    }
}

/// Measures with a signal, or that keep missing their target, that no claim of the judgement is measured by.
fn unused<'a>(from: &Material<'a>, judgement: &str, claims: &[&Record]) -> Vec<&'a str> {
    let used: Vec<&str> = claims
        .iter()
        .flat_map(|it| from.records.measures_of(it.id))
        .collect();
    let telling = from.focus.next_areas.iter().chain(&from.focus.positives);
    telling
        .filter(|it| themes(judgement).contains(&it.measure().theme))
        .filter(|it| {
            !used.contains(&it.measure().name().as_str()) && !used.contains(&it.measure().id)
        })
        .map(|it| it.measure().title)
        .collect()
}

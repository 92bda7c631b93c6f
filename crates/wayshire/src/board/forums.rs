//! What goes on between the board's meetings: the operational group, forums that report back, health checks, the watch list.

use super::life::{Life, Told};
use super::meetings::Items;
use super::people::{
    ANALYST, BOARD, Bodies, CLERK, DIRECTOR, GROUP, MASH, PARENTING, SCRUTINY, STEERING,
};
use super::plan::Plans;
use waymark_programme::kinds::{HEALTH_CHECK, MEETING, REPORT_BACK, WATCH};
use waymark_programme::link::{ABOUT, CONTINUES, OWNED_BY, PART_OF, PRESENTED_AT};

/// What the operational group told the board, meeting by meeting.
pub(super) fn operational(at: usize) -> &'static str {
    const TOLD: &[&str] = &[
        "The group met for the first time. North: 14 vacancies. Central: holds. East: the backlog is largest.",
        "East: the backlog falls. North: recruits slowly. Central: consistent.",
        "North: two team managers left. East and Central: consistent.",
        "Holidays leave gaps in all three localities.",
        "East: workloads settle. Central: consistent. North: 11 vacancies.",
        "The health check was held in all three localities. The North's sample was the weakest.",
        "The move to one front door is prepared. North: nine vacancies.",
        "All three localities are ready for winter cover.",
        "East: the best month for assessments. North: a new team in Ravensholt.",
        "North: sickness in two teams. Central: consistent.",
        "The single front door began on 1 March. Calls rose in the first week.",
        "North: assessments are later than in December. East: settled.",
        "A review of systems has found data that is entered twice.",
        "North: four agency workers left. Central: consistent.",
        "North: vacancies, experience and management explain most late assessments. East: settled.",
        "North: remains challenging. East: workloads are more settled. Central: operating well.",
        "East: workloads are more settled; the additional staff help managers to focus. North: remains challenging. Central: operating well and workloads are consistent. The next 12-week health check is being prepared. A review of systems found duplication, which is being reduced. Councillor Tindall visited Marlhaven and Thornmouth; staff morale was good.",
        "North: the first six additional workers began. Central: a second head of service is appointed.",
        "North: eight of eleven in post. East: settled. Central: consistent.",
        "The health check is due. North: all in post by the end of January.",
        "North: caseloads are bearable for the first time since 2016. Recording from home remains hard.",
        "North: visits are still late in two teams. East and Central: consistent.",
    ];
    TOLD.get(at).copied().unwrap_or("")
}

/// Reports of the forums: text, who, to, due, given on, what it said.
#[rustfmt::skip]
const REPORTS: &[(&str, &str, &str, &str, &str, &str, &str)] = &[
    ("Report on the front door", MASH, BOARD, "2017-04-11", "2017-04-11", "The single front door has begun; calls rose.", "12"),
    ("Report on the front door", MASH, BOARD, "2017-07-04", "2017-07-25", "Conversion falls. Early help takes more from the MASH.", "12"),
    ("Report on the front door", MASH, BOARD, "2017-09-26", "2017-10-10", "Conversion is 29.8%.", "12"),
    ("Report on the front door", MASH, BOARD, "2017-12-19", "2018-02-13", "Late for want of figures. The police queue is long.", "12"),
    ("Report on the front door", MASH, BOARD, "2018-03-13", "", "", "12"),
    ("Report on children looked after and care leavers", PARENTING, BOARD, "2017-06-13", "2017-06-13", "Young people spoke to the board.", "12"),
    ("Report on children looked after and care leavers", PARENTING, BOARD, "2017-09-05", "2017-09-12", "53.2% of care leavers in work or study in July.", "12"),
    ("Report on children looked after and care leavers", PARENTING, BOARD, "2017-11-28", "2017-12-12", "Business partners were asked.", "12"),
    ("Report on children looked after and care leavers", PARENTING, BOARD, "2018-02-20", "2018-02-13", "Ten businesses offer places.", "12"),
    ("Report on children looked after and care leavers", PARENTING, BOARD, "2018-05-15", "", "", "12"),
    ("Update by locality", GROUP, BOARD, "2018-03-13", "2018-03-13", "North: visits are still late in two teams.", "4"),
    ("Update by locality", GROUP, BOARD, "2018-04-24", "", "", "4"),
    ("Quarterly briefing note on improvement activity and impact", "Helen Farrow", SCRUTINY, "2018-06-13", "", "", "13"),
];

/// What is owed on a cycle.
pub(super) fn reports(life: &mut Life, bodies: &Bodies) {
    let mut before: std::collections::BTreeMap<&str, Told> = std::collections::BTreeMap::new();
    for (text, who, to, due, given, said, weeks) in REPORTS {
        let written = super::life::day(due).plus_days(-70).to_string();
        let written = written.min("2018-03-14".to_owned());
        let mut pen = life.on(&written, CLERK).at(9);
        let made = pen.make(
            &REPORT_BACK,
            &[
                ("text", text),
                ("owners", who),
                ("to", to),
                ("due", due),
                ("every_weeks", weeks),
            ],
        );
        let body = match *who {
            MASH => Some(bodies.mash),
            PARENTING => Some(bodies.parenting),
            GROUP => Some(bodies.group),
            _ => None,
        };
        if let Some(body) = body {
            pen.link(made, &OWNED_BY, body);
        }
        if let Some(before) = before.insert(who, made) {
            pen.link(made, &CONTINUES, before);
        }
        if !given.is_empty() {
            let mut pen = life.on(given, CLERK).at(20);
            pen.set(made, &REPORT_BACK, &[("date", given), ("said", said)]);
            pen.go(made, "given");
        }
    }
}

/// Health checks: title, of which plan, due, held, found, by locality.
#[rustfmt::skip]
const CHECKS: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("First health check", "old", "2016-08-02", "2016-08-03", "Eight lines, two of them late. The backlog falls.", "North: weak\nCentral: holds\nEast: falls behind"),
    ("Second health check", "old", "2016-10-26", "2016-10-06", "Two lines are late: rooms for the MASH and police officers in post.", "North: weakest sample\nCentral: holds\nEast: catches up"),
    ("Third health check", "old", "2016-12-29", "2017-01-18", "Six of eight lines are delivered or nearly. Assessments at their best.", "North: first cracks\nCentral: holds\nEast: best month"),
    ("Fourth health check", "old", "2017-04-12", "2017-04-19", "All but two lines delivered. Assessments rise in the North.", "North: rising\nCentral: holds\nEast: holds"),
    ("Fifth health check", "old", "2017-07-12", "2017-07-12", "The plan can be completed in September; its successors are named.", "North: remains challenging\nCentral: consistent\nEast: settled"),
    ("Health check 1 of the new plan", "new", "2018-01-02", "2018-01-16", "Twenty lines; three lack a measure or an owner. The homes are late.", "North: remains challenging\nCentral: consistent\nEast: settled"),
    ("Health check 2 of the new plan", "new", "2018-04-10", "", "", ""),
];

/// The health checks of both plans, every twelve weeks or later.
pub(super) fn checks(life: &mut Life, plans: &Plans, items: &Items) {
    let mut before: Option<Told> = None;
    for (title, of, due, held, found, localities) in CHECKS {
        let written = super::life::day(due).plus_days(-60).to_string();
        let mut pen = life.on(written.as_str().max("2016-05-17"), DIRECTOR).at(9);
        let made = pen.make(
            &HEALTH_CHECK,
            &[
                ("title", title),
                ("due", due),
                ("owners", "Grant Mallory"),
                (
                    "looked_at",
                    "Every line, six files of each locality, the figures",
                ),
            ],
        );
        pen.link(
            made,
            &PART_OF,
            if *of == "old" { plans.old } else { plans.new },
        );
        if let Some(before) = before {
            pen.link(made, &CONTINUES, before);
        }
        before = Some(made);
        if !held.is_empty() {
            let mut pen = life.on(held, DIRECTOR).at(15);
            pen.set(
                made,
                &HEALTH_CHECK,
                &[("date", held), ("found", found), ("localities", localities)],
            );
            pen.go(made, "held");
        }
        if *title == "Second health check" {
            let item = items[&(
                "2016-10-11".to_owned(),
                "Health check of the plan".to_owned(),
            )];
            life.on("2016-10-11", CLERK)
                .at(16)
                .link(made, &PRESENTED_AT, item);
        }
    }
}

/// Watches: what, who, since, why, exit rule, look again, measure, found, ended.
#[rustfmt::skip]
const WATCHES: &[(&str, &str, &str, &str, &str, &str, &str, &str, &str)] = &[
    ("The police queue", STEERING, "2018-02-13", "Long, and children wait unseen in it. It has fallen for four weeks.", "Below 60 reports for eight weeks running", "2018-05-08", "police-contacts", "", ""),
    ("Police referrals after feedback from Ofsted", MASH, "2018-03-13", "Seven of ten children assessed after one get no service", "Fewer than half for two quarters", "2018-06-12", "police-referral-no-service", "", ""),
    ("Assessments in the North", GROUP, "2017-09-12", "Later each month since December 2016", "Below 25% for three months running", "2018-04-03", "assessment-over-45", "", ""),
    ("Care leavers in work or study in Fellgate", PARENTING, "2017-07-25", "Fell from 51.5% to 29.4%: from 17 of 33 young people to 5 of 17", "Above 45% with at least 15 young people", "2018-05-15", "cl-eet", "", ""),
    ("Care proceedings: weeks to conclude", GROUP, "2017-07-25", "Court time is full; the public law outline needs close monitoring", "Under 26 weeks for two quarters", "2018-05-15", "cla-placed-with-parents", "", ""),
    ("Children in need not visited", GROUP, "2017-11-15", "Visits in the North are late", "Every child visited within 28 days for two months", "2018-04-24", "cin-not-visited", "", ""),
    ("First health assessments", BOARD, "2017-12-12", "22 of 100 on time", "Half on time for two months", "2018-04-24", "iha-on-time/20wd", "", ""),
    ("The assessment backlog", GROUP, "2016-05-10", "Four in ten over 45 days", "Below 20% for three months running", "2016-12-13", "assessment-open-over-45", "17.4% in October, 14.5% in November and 11.9% in December 2016: the rule is met.", "2017-01-10"),
    ("Children on plans over two years", GROUP, "2016-07-12", "212 plans over 15 months", "All reviewed", "2017-04-11", "cpp-2y-active", "All 212 were reviewed by 24 March 2017.", "2017-04-11"),
];

/// The watch list.
pub(super) fn watches(life: &mut Life) {
    for (text, who, since, why, exit_rule, again, measure, found, ended) in WATCHES {
        let mut pen = life.on(since, ANALYST).at(18);
        let made = pen.make(
            &WATCH,
            &[
                ("text", text),
                ("owners", who),
                ("date", since),
                ("why", why),
                ("exit_rule", exit_rule),
                ("due", again),
                ("area", if text.contains("North") { "North" } else { "" }),
            ],
        );
        pen.link(made, &ABOUT, *measure);
        if !ended.is_empty() {
            let mut pen = life.on(ended, ANALYST).at(20);
            pen.set(made, &WATCH, &[("found", found), ("ended_on", ended)]);
            pen.go(made, "ended");
        }
    }
}

/// Meetings of the other bodies, so that the calendar shows them.
pub(super) fn others(life: &mut Life, bodies: &Bodies) {
    let meetings = [
        (
            MASH,
            bodies.mash,
            &["2017-10-03", "2018-01-30", "2018-05-08"][..],
        ),
        (
            PARENTING,
            bodies.parenting,
            &["2017-09-05", "2017-12-05", "2018-02-06", "2018-05-01"],
        ),
        (
            GROUP,
            bodies.group,
            &["2018-02-06", "2018-03-06", "2018-04-17"],
        ),
        (
            STEERING,
            bodies.steering,
            &["2018-03-20", "2018-04-03", "2018-04-17"],
        ),
    ];
    for (name, body, days) in meetings {
        for on in days {
            let written = super::life::day(on).plus_days(-30).to_string();
            let written = written.min("2018-04-03".to_owned());
            let mut pen = life.on(&written, CLERK).at(9);
            let title = format!("{name}, {}", super::life::day(on).words());
            let made = pen.make(
                &MEETING,
                &[
                    ("title", &title),
                    ("body", name),
                    ("date", on),
                    ("starts", "10:00"),
                    ("place", "County Hall, Fellgate"),
                ],
            );
            pen.link(made, &PART_OF, body);
            if *on < "2018-04-08" {
                life.on(on, CLERK).at(17).go(made, "held");
            }
        }
    }
}

//! What goes on between the board's meetings: the operational group, forums that report back, health checks, watches,
//! changes, delays and risks.

use super::life::{Life, Told};
use super::meetings::{Items, Meetings};
use super::people::{
    ANALYST, AUDITOR, BOARD, Bodies, CLERK, DIRECTOR, GROUP, MASH, PARENTING, SCRUTINY, STEERING,
};
use super::plan::Plans;
use super::visits::Keyed;
use waymark_programme::kinds::{
    AUDIT, CHANGE, DELAY, HEALTH_CHECK, MEETING, REPORT_BACK, RISK, WATCH,
};
use waymark_programme::link::{
    ABOUT, AFFECTS, CAME_FROM, CONTINUES, EVIDENCE_FOR, OWNED_BY, PART_OF, PRESENTED_AT,
};

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
#[allow(clippy::type_complexity)]
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

struct Changed {
    text: &'static str,
    sort: &'static str,
    date: &'static str,
    area: &'static str,
    posts: &'static str,
    expected: &'static str,
    check: &'static str,
    found: (&'static str, &'static str),
    affects: &'static [&'static str],
    line: &'static str,
}

#[rustfmt::skip]
const CHANGES: &[Changed] = &[
    Changed { text: "A team for assessments of up to 15 days", sort: "structure", date: "2016-04-11", area: "", posts: "9", expected: "Fewer assessments over 45 days", check: "2017-01-10", found: ("2017-01-10", "From 40% to 12% in a year; the team took a fifth of all assessments."), affects: &["assessment-15", "assessment-over-45", "assessment-45"], line: "old-15" },
    Changed { text: "One front door: MASH with the Contact and Referral Team", sort: "structure", date: "2017-03-01", area: "", posts: "", expected: "One decision for each contact; fewer referrals of what is none", check: "2017-09-12", found: ("2017-09-12", "Conversion fell from 34% to 30%: more contacts, about as many referrals."), affects: &["contact-to-referral", "contacts", "referrals"], line: "old-mash" },
    Changed { text: "Risk sensible approach trained across social care", sort: "practice", date: "2017-01-16", area: "", posts: "", expected: "Fewer children come into care", check: "2018-01-16", found: ("2018-01-16", "No effect on numbers can be told: they rose as before."), affects: &["cla-started", "cla-number"], line: "sufficiency" },
    Changed { text: "New ways of dealing with care proceedings", sort: "practice", date: "2017-04-03", area: "", posts: "", expected: "Fewer children placed with parents under an order", check: "2018-04-03", found: ("", ""), affects: &["cla-placed-with-parents"], line: "parents" },
    Changed { text: "Family court time in the county is full", sort: "outside", date: "2017-06-01", area: "", posts: "", expected: "Orders are discharged later", check: "2018-06-19", found: ("", ""), affects: &["cla-placed-with-parents", "cla-ceased"], line: "parents" },
    Changed { text: "Practice Improvement Model", sort: "practice", date: "2017-09-04", area: "", posts: "", expected: "Better audit grades", check: "2018-03-13", found: ("", ""), affects: &["assessment-seen"], line: "themes" },
    Changed { text: "Additional staff in the North", sort: "resource", date: "2017-11-06", area: "North", posts: "13", expected: "Assessments of the North as timely as elsewhere by summer", check: "2018-05-22", found: ("", ""), affects: &["assessment-over-45", "assessment-45", "cin-visit-28d"], line: "north-staff" },
    Changed { text: "Second head of service in Central", sort: "resource", date: "2017-12-04", area: "Central", posts: "1", expected: "Decisions within five days", check: "2018-03-20", found: ("2018-03-20", "Decisions took four days at the median in February."), affects: &["assessment-median-days"], line: "live" },
    Changed { text: "Outreach team for families near care", sort: "resource", date: "2017-12-18", area: "", posts: "7", expected: "Fewer children start to be looked after", check: "2018-06-19", found: ("", ""), affects: &["cla-started"], line: "homes" },
    Changed { text: "Police teams for child sexual exploitation enlarged", sort: "resource", date: "2018-01-08", area: "", posts: "12", expected: "Earlier disruption; added to the self-assessment", check: "2018-07-17", found: ("", ""), affects: &["missing-children-cla"], line: "police" },
    Changed { text: "Performance surgeries by team", sort: "intervention", date: "2017-12-04", area: "North", posts: "", expected: "Children in need visited within 28 days", check: "2018-04-03", found: ("", ""), affects: &["cin-visit-28d", "cin-not-visited"], line: "surgeries" },
    Changed { text: "One route for consent to first health assessments", sort: "practice", date: "2018-01-26", area: "", posts: "", expected: "Half on time by spring", check: "2018-04-24", found: ("", ""), affects: &["iha-on-time/20wd", "iha-overdue"], line: "health" },
    Changed { text: "Family Wellbeing workers sit with assessment teams", sort: "structure", date: "2017-12-11", area: "", posts: "", expected: "More children stepped down to help that is there", check: "2018-06-19", found: ("", ""), affects: &["pvp-to-early-help", "re-referral-12m", "eh-assessments"], line: "eh-link" },
    Changed { text: "Quality controls on referrals at triage", sort: "practice", date: "2018-03-26", area: "", posts: "", expected: "Fewer unnecessary assessments", check: "2018-06-19", found: ("", ""), affects: &["unnecessary-assessments", "police-contact-conversion"], line: "police" },
    Changed { text: "CONNECT: the police's new system", sort: "system", date: "2018-09-03", area: "", posts: "", expected: "Detail that is no crime is recorded, not referred", check: "2018-12-11", found: ("", ""), affects: &["police-contacts", "police-contact-conversion"], line: "police" },
];

/// What changed in practice, staff and structure, marked on charts.
pub(super) fn changes(life: &mut Life, plans: &Plans) {
    for it in CHANGES {
        // Written down once there was a board, and a line to hang it on.
        let written = it.date.clamp("2017-07-26", "2018-04-03");
        let mut pen = life.on(written, ANALYST).at(23);
        let made = pen.make(
            &CHANGE,
            &[
                ("text", it.text),
                ("sort", it.sort),
                ("date", it.date),
                ("area", it.area),
                ("posts", it.posts),
                ("expected", it.expected),
                ("owners", ANALYST),
                ("due", it.check),
            ],
        );
        pen.links(made, &AFFECTS, it.affects);
        if let Some(line) = plans.lines.get(it.line) {
            pen.link(made, &ABOUT, *line);
        }
        if it.date <= "2018-04-03" {
            pen.go(made, "started");
        }
        if !it.found.0.is_empty() {
            let mut pen = life.on(it.found.0.max("2017-07-27"), ANALYST).at(12);
            pen.set(made, &CHANGE, &[("found", it.found.1)]);
            pen.go(made, "checked");
        }
    }
}

/// Delays and risks of the plan.
pub(super) fn delays(life: &mut Life, plans: &Plans, meetings: &Meetings) {
    let mut pen = life.on("2018-01-09", DIRECTOR).at(20);
    let works = pen.make(
        &RISK,
        &[
            ("text", "Building works at the two homes overrun"),
            ("sort", "risk"),
            ("date", "2017-06-13"),
            ("likelihood", "high"),
            ("severity", "high"),
            ("effect", "Children near care have no respite close to home"),
            ("mitigation", "Outreach began without the homes"),
            ("owners", "Annette Moor"),
            ("due", "2018-04-24"),
        ],
    );
    pen.link(works, &PART_OF, plans.lines["homes"]);
    life.on("2018-01-09", DIRECTOR)
        .at(21)
        .because("The contractor told the council on 4 January")
        .go(works, "happened");
    let told = [
        (
            "homes",
            "line",
            "Building works at both homes",
            "2018-01-09",
            "2018-01-31",
            "2018-06-30",
            "Cabinet approved additional capital on 8 March to complete the works.",
            "Children who come into care meanwhile are placed further away; the share in residential homes outside the county does not fall before summer.",
            "2018-03-13",
            &["cla-residential", "cla-started"][..],
        ),
        (
            "academy",
            "line",
            "The package with the universities came two months late",
            "2017-12-20",
            "2018-01-31",
            "2018-03-31",
            "The first twenty workers begin in April.",
            "None on the figures yet; workers who leave are not counted in the return.",
            "2018-01-09",
            &["unallocated"],
        ),
        (
            "CONNECT records what is no crime",
            "step",
            "The supplier of CONNECT delivers later",
            "2018-03-13",
            "2018-06-30",
            "2018-09-30",
            "The Steering Group looks at live cases meanwhile.",
            "The share of children referred, assessed and given no service will not fall through CONNECT before autumn.",
            "2018-03-13",
            &["police-referral-no-service", "police-contact-conversion"],
        ),
        (
            "Eight districts",
            "step",
            "Two offices have no room for Family Wellbeing workers",
            "2018-03-27",
            "2018-03-31",
            "2018-04-30",
            "",
            "",
            "",
            &["pvp-to-early-help"],
        ),
        (
            "200 reviewed",
            "step",
            "Court time is full",
            "2018-01-29",
            "2018-01-31",
            "2018-03-31",
            "Applications are put in order of the child's need.",
            "Children stay under an order longer.",
            "2018-02-13",
            &["cla-placed-with-parents"],
        ),
    ];
    for (key, of, cause, since, was, now, decision, effect, decided, measures) in told {
        let of = if of == "line" {
            plans.lines[key]
        } else {
            plans.milestones[key]
        };
        let mut pen = life.on(since, DIRECTOR).at(22);
        let made = pen.make(
            &DELAY,
            &[("cause", cause), ("date", since), ("due_was", was)],
        );
        pen.link(made, &PART_OF, of);
        pen.links(made, &AFFECTS, measures);
        if cause.contains("Building") {
            pen.link(made, &CAME_FROM, works);
        }
        if !decided.is_empty() {
            let mut pen = life.on(decided, DIRECTOR).at(23).minute(meetings[decided]);
            pen.set(
                made,
                &DELAY,
                &[("due_now", now), ("decision", decision), ("effect", effect)],
            );
            pen.go(made, "decided");
        }
    }
    #[rustfmt::skip]
    let risks = [
        ("Workers of the North leave before summer", "risk", "medium", "high", "north-staff", "Supervision, laptops, the Academy", "unallocated"),
        ("Family court time is full", "constraint", "high", "medium", "parents", "Order of need agreed with the court", "cla-placed-with-parents"),
        ("CONNECT comes later still", "risk", "medium", "high", "police", "Live cases; return to sender", "police-contact-conversion"),
        ("Re-inspection while the homes are closed", "risk", "high", "medium", "homes", "Say so in the self-assessment", "cla-residential"),
    ];
    for (text, sort, likelihood, severity, line, mitigation, measure) in risks {
        let mut pen = life.on("2018-02-13", DIRECTOR).at(20);
        let made = pen.make(
            &RISK,
            &[
                ("text", text),
                ("sort", sort),
                ("date", "2018-02-13"),
                ("likelihood", likelihood),
                ("severity", severity),
                ("mitigation", mitigation),
                ("owners", DIRECTOR),
                ("due", "2018-05-22"),
                ("area", if text.contains("North") { "North" } else { "" }),
            ],
        );
        let mut pen = life.on("2018-03-13", DIRECTOR).at(20);
        pen.link(made, &AFFECTS, plans.lines[line]);
        pen.link(made, &AFFECTS, measure);
    }
}

/// Audits: title, theme, when, how many, inadequate, requires improvement, good, final on, found, line or finding.
#[rustfmt::skip]
#[allow(clippy::type_complexity)]
const AUDITS: &[(&str, &str, &str, [u32; 4], &str, &str, &str)] = &[
    ("Case files, quarter 1", "Whole file", "2016-12-20", [19, 34, 7, 60], "2017-01-13", "Plans drift; visits are late.", "old-audit"),
    ("Case files, quarter 2", "Whole file", "2017-03-21", [14, 37, 9, 60], "2017-04-11", "Plans are written, and not always followed.", "old-audit"),
    ("Case files, quarter 3", "Whole file", "2017-06-20", [9, 41, 10, 60], "2017-07-14", "Workers know their children.", "themes"),
    ("Service areas, August", "Service areas", "2017-08-29", [3, 20, 4, 27], "2017-10-02", "11% inadequate, 74% requires improvement, 15% good.", "themes"),
    ("Case files, quarter 4", "Whole file", "2017-09-26", [7, 41, 12, 60], "2017-10-20", "Supervision is seldom on the file.", "themes"),
    ("Recording", "Recording", "2018-01-30", [4, 19, 7, 30], "2018-02-22", "Long entries; the child's words are missing from a third.", "recording"),
    ("Case files, quarter 5", "Whole file", "2018-01-16", [5, 38, 17, 60], "2018-02-09", "Plans are followed more often than not.", "themes"),
    ("Permanence panels", "Permanence", "2018-03-06", [1, 14, 15, 30], "2018-03-29", "Challenge is written down in 26 of 30.", "permanence"),
    ("Supervision records", "Supervision", "2018-03-27", [6, 18, 6, 30], "", "Held, and thin.", "supervision"),
];

/// Audits of practice.
pub(super) fn audits(life: &mut Life, plans: &Plans, claims: &Keyed) {
    for (title, theme, on, [bad, middling, good, of], settled, found, line) in AUDITS {
        let mut pen = life.on(on, AUDITOR).at(9);
        let numbers = [*of, *bad, *middling, *good].map(|it| it.to_string());
        let made = pen.make(
            &AUDIT,
            &[
                ("title", title),
                ("theme", theme),
                ("date", on),
                (
                    "unit",
                    if *theme == "Service areas" {
                        "service-area"
                    } else {
                        "case"
                    },
                ),
                ("sample", "Drawn at random in each locality"),
                ("owners", AUDITOR),
                ("sampled", &numbers[0]),
                ("inadequate", &numbers[1]),
                ("requires_improvement", &numbers[2]),
                ("good", &numbers[3]),
                ("found", found),
            ],
        );
        pen.go(made, "provisional");
        if !settled.is_empty() {
            let mut pen = life.on(settled, AUDITOR).at(16);
            pen.go(made, "final");
        }
        let mut pen = life.on("2018-03-30", AUDITOR).at(17);
        pen.link(made, &ABOUT, plans.lines[line]);
        if *title == "Case files, quarter 5" {
            pen.link(made, &EVIDENCE_FOR, claims["quality"]);
        }
    }
    let mut pen = life.on("2018-03-14", AUDITOR).at(9);
    let planned = pen.make(
        &AUDIT,
        &[
            ("title", "Police referrals: thirty cases"),
            ("theme", "Front door"),
            ("due", "2018-04-03"),
            ("owners", AUDITOR),
            (
                "sample",
                "Thirty children referred by the police in January, assessed and given no service",
            ),
        ],
    );
    pen.link(planned, &CAME_FROM, plans.lines["police"]);
    pen.links(planned, &ABOUT, &["police-referral-no-service"]);
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

//! What changed in practice, staff and structure; what is delayed and why; what may go wrong.

use super::life::{Life, Told};
use super::meetings::Meetings;
use super::people::{ANALYST, DIRECTOR};
use super::plan::Plans;
use waymark_programme::kinds::{CHANGE, DELAY, NEW_LIMITS, RISK};
use waymark_programme::link::{ABOUT, AFFECTS, CAME_FROM, PART_OF};

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
        if it.text.starts_with(FRONT_DOOR) {
            front_door_limits(life, made);
        }
    }
}

/// What more contacts came from.
const FRONT_DOOR: &str = "One front door";

/// Contacts rose when the front door opened and have stayed there for a year: their limits are drawn anew from then on.
fn front_door_limits(life: &mut Life, change: Told) {
    let mut pen = life.on("2018-04-06", ANALYST).at(16);
    let made = pen.make(
        &NEW_LIMITS,
        &[
            ("text", "One front door: all contacts are counted in one place"),
            ("date", "2017-03-01"),
            ("why", "The front door is permanent, and contacts have stayed above their earlier average for a year."),
            ("said_by", ANALYST),
            ("decided_on", "2018-04-06"),
        ],
    );
    pen.link(made, &ABOUT, "contacts");
    pen.link(made, &CAME_FROM, change);
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

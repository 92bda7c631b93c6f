//! The scrutiny committee: its meetings, questions, recommendations, and the briefing note it receives each quarter.

use super::life::{Life, Pen, Told, day};
use super::meetings::DRAFT;
use super::people::{ANALYST, Bodies, CLERK, DIRECTOR, SCRUTINY};
use waymark_programme::Readers;
use waymark_programme::kinds::{
    AGENDA_ITEM, ATTENDANCE, MEETING, PAPER, QUESTION, RECOMMENDATION, REPORT_BACK, RESOLUTION,
};
use waymark_programme::link::{
    ABOUT, ANSWERS, CAME_FROM, CONTINUES, PART_OF, PRESENTED_AT, PROMISED_FOR,
};

/// The standing item at which minutes are approved.
const MINUTES: &str = "Minutes of the last meeting";
/// A member of the committee.
const MEMBER: &str = "Councillor Ted Marsh";

struct Sitting {
    on: &'static str,
    title: &'static str,
    minute: &'static str,
    resolved: &'static [(&'static str, &'static str)],
    questions: &'static [(
        &'static str,
        &'static str,
        &'static str,
        &'static [&'static str],
    )],
}

#[rustfmt::skip]
const SITTINGS: &[Sitting] = &[
    Sitting { on: "2017-06-14", title: "Improvement of children's services: progress", minute: "The committee received a report on the first monitoring visit and the completion of the plan.", resolved: &[("noted", "the report presented")],
        questions: &[("How many children are looked after, and why does the number rise?", "Children looked after", "1,875 at the end of June; more start than cease in each month since 2015.", &["cla-number", "cla-net-change"]), ("Are assessments later in the North?", "Assessment", "Yes: more than a quarter took longer than 45 days there in May, an eighth elsewhere.", &["assessment-over-45"])] },
    Sitting { on: "2017-09-13", title: "Improvement of children's services: progress", minute: "The committee asked for health assessments to be in the report itself and not only on a dashboard.", resolved: &[("noted", "the report presented")],
        questions: &[("Why are health assessments not in the report?", "Health", "They are on the dashboard. They will be in the report from December.", &["iha-on-time/20wd"]), ("What does suitable accommodation mean?", "Care leavers", "A home that is safe, secure and affordable; custody counts as unsuitable.", &["cl-suitable"])] },
    Sitting { on: "2017-12-13", title: "Improvement of children's services: progress", minute: "Performance data was in the report. Members asked what happens to children over the limit.", resolved: &[("noted", "the report presented"), ("requested", "that figures be no older than eight weeks on the day")],
        questions: &[("How many children does the delay of health assessments affect?", "Health", "78 of 100 first assessments due in November were late.", &["iha-overdue"]), ("100 children in need were not visited in four weeks: not visited, or not recorded?", "Children in need", "", &["cin-not-visited"])] },
    Sitting { on: "2018-03-14", title: "Inspection and review of children's services", minute: "The report gave the key findings of a range of inspections in the last year, strengths and areas to develop, and the governance in place.\n\nSince February 2017 there had been 13 external inspections or reviews, 4 of them monitoring visits by Ofsted: 2 of children looked after, 1 of children in need and 1 of the MASH.\n\nSocial care deals with 1,908 children in need, 1,314 children on a child protection plan and 1,949 children looked after. Around 90 young people are open to the leaving care service.\n\nOf the plan, the residential strategy and edge of care response is late, through delays in building works. Cabinet approved additional capital at its March meeting.\n\nThe next inspection would be a full one of four weeks, potentially between May and July 2018.",
        resolved: &[("noted", "the report presented"), ("received", "a quarterly briefing note on improvement activity and impact")],
        questions: &[("How are rural areas served?", "Early help", "Family Wellbeing works in all districts, with outreach in rural ones.", &[]), ("Are social workers staying?", "Workforce", "Recruitment improves; how long they stay differs across the county.", &["unallocated"]), ("When will you know that the police refer fewer children needlessly?", "Front door", "", &["police-referral-no-service"])] },
    Sitting { on: "2018-06-13", title: "Improvement of children's services: progress", minute: "", resolved: &[], questions: &[] },
];

/// What a sitting left behind, whose minutes the next one approves.
struct Sat {
    on: &'static str,
    meeting: Told,
    items: Vec<Told>,
    people: Vec<Told>,
    resolutions: Vec<Told>,
}

/// The committee's meetings, which are public. What it holds is for scrutiny to read until its minutes are approved at the
/// next meeting and published.
pub(super) fn sittings(life: &mut Life, bodies: &Bodies) {
    let mut before: Option<(Told, Told)> = None;
    let mut last: Option<Sat> = None;
    let mut briefing: Option<Told> = None;
    for it in SITTINGS {
        let written = day(it.on)
            .plus_days(-60)
            .to_string()
            .min("2018-04-03".to_owned());
        let held = it.on < "2018-04-08";
        let mut pen = life.on(&written, CLERK).at(9);
        let title = format!("{SCRUTINY}, {}", day(it.on).words());
        let meeting = pen.make_for(
            &MEETING,
            "planned",
            Readers::Public,
            &[
                ("title", &title),
                ("body", SCRUTINY),
                ("date", it.on),
                ("starts", "10:30"),
                ("place", "Cabinet Room C, County Hall, Fellgate"),
                ("chair", "Councillor Ann Dowling"),
            ],
        );
        pen.link(meeting, &PART_OF, bodies.scrutiny);
        let mut on_agenda = |title: &str, number: &str, sort: &str, by: &str, minute: &str| {
            let made = pen.make_for(
                &AGENDA_ITEM,
                "planned",
                Readers::Scrutiny,
                &[
                    ("title", title),
                    ("number", number),
                    ("order", number),
                    ("sort", sort),
                    ("presenter", by),
                    ("minute", minute),
                ],
            );
            pen.link(made, &PART_OF, meeting);
            made
        };
        let minutes =
            before.map(|_| on_agenda(MINUTES, "3", "standing", "Councillor Ann Dowling", ""));
        let item = on_agenda(it.title, "4", "update", DIRECTOR, it.minute);
        if let Some((meeting_before, item_before)) = before {
            pen.link(meeting, &CONTINUES, meeting_before);
            pen.link(item, &CONTINUES, item_before);
        }
        before = Some((meeting, item));
        if held {
            let (mut sat, told) = sat(life, it, meeting, item);
            briefing = told.or(briefing);
            if let Some((minutes, last)) = minutes.zip(last.take()) {
                sat.items.push(minutes);
                sat.resolutions.push(approve(life, it.on, minutes, &last));
            }
            last = Some(sat);
        }
    }
    recommendations(life, before, briefing);
}

/// At the next sitting the minutes of the last are approved; the day after they are published.
fn approve(life: &mut Life, on: &str, minutes: Told, last: &Sat) -> Told {
    let mut pen = life.on(on, CLERK).at(16);
    let text = format!(
        "the minutes of the meeting held on {} as an accurate record",
        day(last.on).words()
    );
    let approved = resolved(&mut pen, "approved", &text, on, minutes);
    pen.go(minutes, "taken");
    let mut pen = life.on(on, CLERK).at(18).minute(minutes);
    pen.set(last.meeting, &MEETING, &[("approved_text", DRAFT)]);
    pen.go(last.meeting, "approved");
    for item in &last.items {
        pen.go(*item, "minuted");
    }
    for resolution in &last.resolutions {
        pen.go(*resolution, "confirmed");
    }
    let next = day(on).plus_days(1).to_string();
    let mut pen = life.on(&next, CLERK).at(10);
    for told in last.items.iter().chain(&last.people) {
        pen.open(*told);
    }
    approved
}

/// A resolution. The committee's are public from the day on which it makes them.
fn resolved(pen: &mut Pen<'_>, verb: &str, text: &str, on: &str, item: Told) -> Told {
    let made = pen.make_for(
        &RESOLUTION,
        "recorded",
        Readers::Public,
        &[
            ("text", text),
            ("verb", verb),
            ("date", on),
            ("body", SCRUTINY),
            ("key", "no"),
        ],
    );
    pen.link(made, &PART_OF, item);
    made
}

/// What was said at a sitting; and the resolution that asked for a briefing note, if it did.
fn sat(life: &mut Life, it: &Sitting, meeting: Told, item: Told) -> (Sat, Option<Told>) {
    let mut sat = Sat {
        on: it.on,
        meeting,
        items: vec![item],
        people: Vec::new(),
        resolutions: Vec::new(),
    };
    let mut briefing = None;
    let mut pen = life.on(it.on, CLERK).at(16);
    for (name, role, how) in [
        ("Councillor Ann Dowling", "Chair", "present"),
        (MEMBER, "Member", "present"),
        ("Councillor Bea North", "Member", "present"),
        ("Councillor Omar Shah", "Member", "apologies"),
        (DIRECTOR, "Director of Children's Services", "in-attendance"),
        ("Debra Duff", "Head of Family Wellbeing", "in-attendance"),
        ("Victor Gale", "Head of Service, East", "in-attendance"),
        ("Hana Sadik", "Social worker, East", "in-attendance"),
        ("Lisa Snow", "Team manager, East", "in-attendance"),
    ] {
        let agency = "Wayshire County Council";
        let made = pen.make_for(
            &ATTENDANCE,
            "recorded",
            Readers::Scrutiny,
            &[
                ("name", name),
                ("role", role),
                ("agency", agency),
                ("how", how),
            ],
        );
        pen.link(made, &PART_OF, meeting);
        sat.people.push(made);
    }
    let paper = pen.make_for(
        &PAPER,
        "received",
        Readers::Public,
        &[
            (
                "title",
                &format!("Report to scrutiny, {}", day(it.on).words()),
            ),
            ("sort", "report"),
            ("owners", DIRECTOR),
            ("date", it.on),
            ("circulated", it.on),
        ],
    );
    pen.link(paper, &PRESENTED_AT, item);
    pen.links(
        paper,
        &ABOUT,
        &["cla-number", "cpp-number", "cin-number/plan"],
    );
    pen.go(paper, "circulated");
    for (verb, text) in it.resolved {
        let made = resolved(&mut pen, verb, text, it.on, item);
        sat.resolutions.push(made);
        if text.contains("briefing note") {
            briefing = Some(made);
        }
    }
    for (text, theme, answer, measures) in it.questions {
        let due = if answer.is_empty() {
            day(it.on).plus_days(42).to_string()
        } else {
            String::new()
        };
        let made = pen.make(
            &QUESTION,
            &[
                ("text", text),
                ("theme", theme),
                ("asked_by", MEMBER),
                ("date", it.on),
                ("owners", DIRECTOR),
                ("due", &due),
            ],
        );
        pen.link(made, &PART_OF, item);
        pen.links(made, &ABOUT, measures);
        if !answer.is_empty() {
            pen.set(
                made,
                &QUESTION,
                &[
                    ("answer", answer),
                    ("answered_by", DIRECTOR),
                    ("answered_on", it.on),
                ],
            );
            pen.go(made, "answered");
        }
    }
    pen.go(item, "taken");
    pen.go(meeting, "held");
    // Those of the latest are being written.
    let drafted = day(it.on).plus_days(6).to_string();
    if it.on < "2018-03-01" {
        let mut pen = life.on(&drafted, CLERK).at(12);
        pen.set(meeting, &MEETING, &[("minutes", DRAFT)]);
        pen.go(meeting, "drafted");
    }
    (sat, briefing)
}

fn recommendations(life: &mut Life, next: Option<(Told, Told)>, briefing: Option<Told>) {
    let mut pen = life.on("2017-09-13", MEMBER).at(17);
    let data = pen.make(
        &RECOMMENDATION,
        &[
            (
                "text",
                "Performance data to be in the report presented, health assessments among them",
            ),
            ("body", SCRUTINY),
            ("to", "Cabinet Member for Children and Schools"),
            ("date", "2017-09-13"),
            ("theme", "Reporting"),
            ("owners", DIRECTOR),
            ("due", "2017-12-13"),
        ],
    );
    pen.links(data, &ABOUT, &["iha-on-time/20wd"]);
    let mut pen = life.on("2017-10-18", DIRECTOR).at(10);
    pen.set(data, &RECOMMENDATION, &[("reply", "accepted"), ("response", "From December every report holds the figures of the dashboard, health assessments among them."), ("responded_on", "2017-10-18")]);
    pen.go(data, "responded");
    let mut pen = life.on("2017-12-14", DIRECTOR).at(10);
    pen.set(
        data,
        &RECOMMENDATION,
        &[
            ("evidence", "The report of 13 December, pages 6 to 11"),
            ("done_on", "2017-12-13"),
        ],
    );
    pen.go(data, "completed");
    let mut pen = life.on("2017-12-13", MEMBER).at(17);
    let fresh = pen.make(
        &RECOMMENDATION,
        &[
            (
                "text",
                "Figures no older than eight weeks on the day of the committee, or a fresher annex",
            ),
            ("body", SCRUTINY),
            ("to", "Cabinet Member for Children and Schools"),
            ("date", "2017-12-13"),
            ("theme", "Reporting"),
            ("owners", ANALYST),
            ("due", "2018-06-13"),
        ],
    );
    let mut pen = life.on("2018-01-17", DIRECTOR).at(10);
    pen.set(
        fresh,
        &RECOMMENDATION,
        &[
            ("reply", "partly"),
            (
                "response",
                "A fresher annex will be given where the return allows; comparators stay yearly.",
            ),
            ("responded_on", "2018-01-17"),
        ],
    );
    pen.go(fresh, "responded");
    let mut pen = life.on("2018-03-14", MEMBER).at(17);
    let police = pen.make(
        &RECOMMENDATION,
        &[
            ("text", "The executive to say by June how many children referred by the police got a service"),
            ("body", SCRUTINY),
            ("to", "Cabinet Member for Children and Schools"),
            ("date", "2018-03-14"),
            ("theme", "Front door"),
            ("owners", DIRECTOR),
            ("due", "2018-05-09"),
        ],
    );
    pen.links(police, &ABOUT, &["police-referral-no-service"]);
    if let Some((meeting, _)) = next {
        pen.link(police, &PROMISED_FOR, meeting);
    }
    // The first briefing note was due a fortnight after the committee asked for it.
    let mut pen = life.on("2018-03-15", CLERK).at(9);
    let note = pen.make(
        &REPORT_BACK,
        &[
            ("text", "First quarterly briefing note"),
            ("owners", DIRECTOR),
            ("to", SCRUTINY),
            ("due", "2018-03-30"),
            ("every_weeks", "13"),
        ],
    );
    if let Some(briefing) = briefing {
        pen.link(note, &CAME_FROM, briefing);
    }
    let mut pen = life.on("2018-03-20", DIRECTOR).at(9);
    let paper = pen.make(
        &PAPER,
        &[
            (
                "title",
                "Quarterly briefing note on improvement activity and impact",
            ),
            ("sort", "briefing"),
            ("owners", DIRECTOR),
            ("due", "2018-03-30"),
        ],
    );
    pen.link(paper, &ANSWERS, note);
}

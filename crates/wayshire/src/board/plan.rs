//! The plans: the original, completed in September 2017, and the Continuous Improvement Plan that goes on from it.

use super::life::{Life, Told};
use super::people::{CHAIR, DIRECTOR, MASH, NORTH, PARENTING};
use super::visits::Keyed;
use waymark_programme::kinds::{FINDING, MILESTONE, PLAN, PLAN_LINE, PRIORITY};
use waymark_programme::link::{ANSWERS, CAME_FROM, CONTINUES, MEASURED_BY, PART_OF};

/// The plans with their priorities and lines.
pub(super) struct Plans {
    pub(super) old: Told,
    pub(super) new: Told,
    pub(super) priorities: Keyed,
    pub(super) lines: Keyed,
    pub(super) milestones: Keyed,
}

/// Key, plan, number, title, aim, lead, measures.
#[rustfmt::skip]
const PRIORITIES: &[(&str, &str, &str, &str, &str, &str, &[&str])] = &[
    ("old-door", "old", "1", "The front door", "Children who need help get it at the first contact", "Chris Doyle", &["contact-to-referral"]),
    ("old-assess", "old", "2", "Assessment and planning", "Children are assessed in time and have plans that move", "Chris Doyle", &["assessment-45"]),
    ("old-work", "old", "3", "Workforce", "Children keep a worker who knows them", "Louise Penn", &[]),
    ("old-lead", "old", "4", "Leadership and quality", "Leaders know what it is like for children", "Helen Farrow", &[]),
    ("door", "new", "1", "Front door and early help", "Children are helped early, and only those who need social care come to it", "Simon Firth", &["police-referral-no-service", "pvp-to-early-help"]),
    ("assess", "new", "2", "Timely assessment", "Children and families wait no longer than they must to know what help they will get", "Chris Doyle", &["assessment-45"]),
    ("need", "new", "3", "Children in need and protection", "Children are seen, heard and safe, and plans end when they have worked", "Victor Gale", &["cin-visit-28d", "cpp-2y-ended"]),
    ("care", "new", "4", "Children looked after, permanence and sufficiency", "Children grow up where they belong", "Annette Moor", &["cla-number", "no-permanence-plan"]),
    ("parenting", "new", "5", "Care leavers and corporate parenting", "Young people leave care to a home, to work and to people they can count on", "Natasha Reed", &["cl-eet", "cl-suitable"]),
    ("work", "new", "6", "Workforce", "Children keep a worker who knows them", "Bridget Lane", &["unallocated"]),
    ("quality", "new", "7", "Quality of practice", "Help makes a difference that children can feel", "Imran Sethi", &[]),
    ("send", "new", "8", "Special educational needs and disabilities", "Children have the plan they are entitled to, in time", "Grace Hall", &[]),
    ("north", "new", "9", "The North", "Children in the North are helped as well as those anywhere in the county", "Priya Lowe", &["assessment-45", "cin-visit-28d"]),
];

struct Line {
    key: &'static str,
    of: &'static str,
    text: &'static str,
    outcome: &'static str,
    owners: &'static str,
    phase: &'static str,
    span: (&'static str, &'static str),
    held: &'static [(&'static str, &'static str)],
    measures: &'static [&'static str],
    answers: &'static [&'static str],
    after: &'static [&'static str],
    /// The day it was delivered, and the evidence.
    done: (&'static str, &'static str),
    /// Milestones: text, first due, due, reached.
    steps: &'static [(&'static str, &'static str, &'static str, &'static str)],
}

const BLANK: Line = Line {
    key: "",
    of: "",
    text: "",
    outcome: "",
    owners: "",
    phase: "",
    span: ("", ""),
    held: &[],
    measures: &[],
    answers: &[],
    after: &[],
    done: ("", ""),
    steps: &[],
};

const EMBED: &str = "Phase 2: embed";
const SUSTAIN: &str = "Phase 3: sustain";

#[rustfmt::skip]
const LINES: &[Line] = &[
    Line { key: "old-mash", of: "old-door", text: "Bring police, health and social care together in one MASH", outcome: "Children at risk are talked about by everybody who knows them, on the day",
        owners: "Simon Firth", phase: "Phase 1: stabilise", span: ("2016-05-10", "2016-12-31"), measures: &["contact-to-referral"], answers: &["thresholds"], done: ("2017-03-01", "The MASH and the Contact and Referral Team are one front door since 1 March 2017."),
        steps: &[("Rooms and systems", "2016-09-30", "2016-09-30", "2016-09-22"), ("Police officers in post", "2016-12-31", "2017-02-28", "2017-02-20")], ..BLANK },
    Line { key: "old-15", of: "old-assess", text: "A team for assessments that can be done in 15 days", outcome: "Children who need little wait little", owners: "Chris Doyle", phase: "Phase 1: stabilise", span: ("2016-05-10", "2016-10-31"),
        measures: &["assessment-15", "assessment-over-45"], answers: &["late-assessments"], done: ("2016-10-20", "The team of nine took its first assessments in April and was whole in October 2016."), steps: &[("Nine workers appointed", "2016-09-30", "2016-09-30", "2016-10-03")], ..BLANK },
    Line { key: "old-backlog", of: "old-assess", text: "Clear the backlog of assessments", outcome: "No child waits unseen", owners: "Chris Doyle", phase: "Phase 1: stabilise", span: ("2016-05-10", "2016-12-31"), measures: &["assessment-over-45", "assessment-open-over-45"], answers: &["late-assessments"],
        done: ("2016-12-16", "76 of 640 assessments of December 2016 took longer than 45 days; 276 of 690 in January."), steps: &[("Backlog list by team", "2016-06-30", "2016-06-30", "2016-06-24"), ("Half cleared", "2016-09-30", "2016-09-30", "2016-09-30")], ..BLANK },
    Line { key: "old-plans", of: "old-assess", text: "Review every child protection plan that is older than 15 months", outcome: "Children do not stay on plans that do not help them", owners: "Victor Gale", phase: "Phase 1: stabilise", span: ("2016-06-14", "2017-03-31"), measures: &["cpp-2y-ended", "cpp-number"], answers: &["drift"],
        done: ("2017-03-24", "All 212 plans were reviewed; 61 ended."), steps: &[("List of plans", "2016-07-31", "2016-07-31", "2016-07-29")], ..BLANK },
    Line { key: "old-structure", of: "old-work", text: "One management structure in three localities", outcome: "Families know who decides", owners: "Helen Farrow", phase: "Phase 1: stabilise", span: ("2016-05-10", "2017-03-31"), answers: &["oversight"], done: ("2017-04-03", "Senior managers, team managers and practice managers are in post in all three."), ..BLANK },
    Line { key: "old-recruit", of: "old-work", text: "Recruit 100 additional staff", outcome: "Children have a worker who has time", owners: "Louise Penn", phase: "Phase 1: stabilise", span: ("2016-05-10", "2017-06-30"), measures: &["unallocated"], answers: &["oversight"], done: ("2017-08-31", "570.3 full-time equivalents in August 2017 against 468.5 in August 2015."),
        steps: &[("50 in post", "2016-10-31", "2016-12-31", "2016-12-19"), ("100 in post", "2017-06-30", "2017-08-31", "2017-08-31")], ..BLANK },
    Line { key: "old-audit", of: "old-lead", text: "An audit framework that finds the right things", outcome: "What it is like for children is known, and acted on", owners: "Imran Sethi", phase: "Phase 1: stabilise", span: ("2016-06-14", "2016-12-31"), done: ("2016-12-09", "Framework adopted; 60 files a month. Ofsted found in July 2017 that audit is finding the right things."), ..BLANK },
    Line { key: "old-office", of: "old-lead", text: "Move three teams into one office in Thornmouth", outcome: "Families in Thornmouth have one door to knock at", owners: "Richard Coyne", phase: "Phase 1: stabilise", span: ("2016-09-13", "2017-05-31"), done: ("2017-05-22", "Moved on 22 May 2017."), ..BLANK },

    Line { key: "police", of: "door", text: "Focus on the quality of police referrals, with those about domestic abuse", outcome: "Children are not assessed for nothing, and those who need help early get it from early help", owners: "Simon Firth\nSuperintendent Ruth Kell", phase: EMBED, span: ("2018-03-13", "2018-12-31"),
        held: &[("forum", MASH), ("evidenced", "The share of children referred by the police, assessed and given no service falls from 7 in 10")], measures: &["police-referral-no-service", "police-contact-conversion"], answers: &["police-70", "thresholds"], after: &["old-mash"],
        steps: &[("Live cases looked at together", "2018-04-03", "2018-04-03", ""), ("Quality controls at triage in use", "2018-03-30", "2018-03-30", "2018-03-26"), ("CONNECT records what is no crime", "2018-06-30", "2018-09-30", "")], ..BLANK },
    Line { key: "con", of: "door", text: "Relaunch and publicise the continuum of need", outcome: "Families get the right help first time", owners: "Jane Holt", phase: EMBED, span: ("2018-01-09", "2018-05-31"), held: &[("forum", MASH), ("evidenced", "Referrals cite the level of need; accuracy audited")], measures: &["contact-to-referral"], answers: &["thresholds"],
        steps: &[("Text agreed by all partners", "2018-02-28", "2018-02-28", "2018-02-26"), ("Training in thresholds: 300 people", "2018-04-30", "2018-04-30", ""), ("Single referral form", "2018-05-31", "2018-05-31", "")], ..BLANK },
    Line { key: "eh-link", of: "door", text: "Family Wellbeing workers sit with the assessment teams", outcome: "Children step down to help that is there when they arrive", owners: "Debra Duff", phase: EMBED, span: ("2017-11-01", "2018-06-30"), held: &[("forum", MASH), ("evidenced", "Police contacts followed by early help; re-referrals after step-down")], measures: &["pvp-to-early-help", "re-referral-12m"], answers: &["early-help-link", "step-down"],
        steps: &[("Four districts", "2017-12-31", "2017-12-31", "2017-12-20"), ("Eight districts", "2018-03-31", "2018-04-30", ""), ("All twelve", "2018-06-30", "2018-06-30", "")], ..BLANK },
    Line { key: "live", of: "assess", text: "Managers use live data to see which assessments are nearly late", outcome: "Children and families wait no longer than they must", owners: "Chris Doyle", phase: EMBED, span: ("2017-10-10", "2017-12-31"), held: &[("evidenced", "Assessments within 45 working days")], measures: &["assessment-45", "assessment-open-over-45"], answers: &["late-assessments"], after: &["old-15", "old-backlog"],
        done: ("2018-01-05", "Every team manager has the list and was shown how to use it."), steps: &[("List for each team", "2017-11-30", "2017-11-30", "2017-11-24")] },
    Line { key: "expect", of: "assess", text: "Say what is expected of each role, and why time matters to a child", outcome: "Young people helped write why a late assessment hurts; workers know it", owners: "Chris Doyle", phase: EMBED, span: ("2017-10-10", "2018-03-31"), held: &[("evidenced", "Audits ask whether the worker can say why it matters")], measures: &["assessment-over-45"], answers: &["late-assessments"],
        steps: &[("Text with young people", "2018-02-28", "2018-02-28", "2018-02-12"), ("Expectations published", "2018-03-31", "2018-03-31", "")], ..BLANK },
    Line { key: "surgeries", of: "need", text: "Performance surgeries for every team, month by month", outcome: "Children in need are seen when they should be", owners: "Victor Gale", phase: EMBED, span: ("2017-12-01", "2018-09-30"), held: &[("evidenced", "Visits within 28 days; visits done and not recorded counted apart")], measures: &["cin-visit-28d", "cin-not-visited"], answers: &["cin-visits"],
        steps: &[("Every team has had one", "2018-02-28", "2018-02-28", "2018-02-27")], ..BLANK },
    Line { key: "strategy", of: "need", text: "Every agency at strategy meetings, or told after", outcome: "Children's risks are judged by all who know them", owners: "Jane Holt\nSuperintendent Ruth Kell", phase: EMBED, span: ("2017-11-14", "2018-06-30"), held: &[("evidenced", "Agencies present, recorded by the chair")], answers: &["strategy"], measures: &["icpc-15"], ..BLANK },
    Line { key: "recording", of: "need", text: "Write less, more accurately", outcome: "A child who reads the file recognises their life", owners: "Victor Gale", phase: EMBED, span: ("2018-01-09", "2018-06-30"), held: &[("evidenced", "Audit of recording, thirty files a quarter")], answers: &["recording"], after: &[], steps: &[("Guide refreshed", "2018-03-31", "2018-03-31", "2018-03-20")], measures: &["cp-seen-alone"], ..BLANK },
    Line { key: "permanence", of: "care", text: "A permanence plan by the second review, and a panel that challenges drift", outcome: "Children know where they will grow up", owners: "Annette Moor", phase: EMBED, span: ("2017-10-10", "2018-03-31"), held: &[("forum", PARENTING), ("evidenced", "Children looked after four months or more with no plan for permanence")], measures: &["no-permanence-plan", "placement-stable-2y"], answers: &["permanence"], after: &["old-plans"],
        done: ("2018-02-20", "Panels meet every fortnight in all three localities; 140 children were considered."), steps: &[("Panel in each locality", "2017-12-31", "2017-12-31", "2017-12-11")] },
    Line { key: "sufficiency", of: "care", text: "Sufficiency strategy: 1,646 children looked after by October 2020", outcome: "Children who can live safely at home do, and others live near it", owners: "Annette Moor", phase: SUSTAIN, span: ("2017-10-10", "2020-10-31"), held: &[("forum", PARENTING), ("evidenced", "Children looked after against the path to 1,646, a rate of 66.7 per 10,000")], measures: &["cla-number", "cla-rate", "cla-net-change"],
        steps: &[("Cabinet approves", "2017-10-12", "2017-10-12", "2017-10-12"), ("Outreach in all districts", "2018-06-30", "2018-06-30", ""), ("1,850 children", "2018-10-31", "2018-10-31", "")], ..BLANK },
    Line { key: "parents", of: "care", text: "Review every child placed with parents for the order to be discharged", outcome: "Children at home are free of an order they no longer need", owners: "Annette Moor", phase: EMBED, span: ("2017-09-12", "2018-03-31"), held: &[("forum", PARENTING), ("evidenced", "Children looked after who are placed with their parents")], measures: &["cla-placed-with-parents"], steps: &[("List of 365 children", "2017-10-31", "2017-10-31", "2017-10-27"), ("200 reviewed", "2018-01-31", "2018-03-31", "")], ..BLANK },
    Line { key: "homes", of: "care", text: "Develop and implement a delivery plan for the residential strategy and edge of care response", outcome: "Children near care stay with their families; those in homes live close by", owners: "Annette Moor", phase: EMBED, span: ("2017-06-13", "2018-06-30"), held: &[("first_due", "2018-01-31"), ("forum", PARENTING), ("evidenced", "Children kept out of care by respite and outreach")], measures: &["cla-started", "cla-residential"],
        steps: &[("Outreach team in post", "2017-12-31", "2017-12-31", "2017-12-18"), ("Two homes rebuilt", "2018-01-31", "2018-06-30", "")], ..BLANK },
    Line { key: "health", of: "care", text: "First health assessments within 20 working days", outcome: "Children's health needs are known when they come into care", owners: "Dr Anna Croft", phase: EMBED, span: ("2017-12-12", "2018-06-30"), held: &[("evidenced", "First health assessments on time; what happened to each child over the limit")], measures: &["iha-on-time/20wd", "iha-overdue"],
        steps: &[("One route for consent", "2018-01-31", "2018-01-31", "2018-01-26"), ("Weekly list of children waiting", "2018-02-28", "2018-02-28", "2018-02-14")], ..BLANK },
    Line { key: "eet", of: "parenting", text: "Business partners offer places to care leavers", outcome: "Young people who leave care have work, training or study", owners: "Natasha Reed", phase: EMBED, span: ("2017-09-12", "2018-09-30"), held: &[("forum", PARENTING), ("evidenced", "Care leavers in education, employment or training")], measures: &["cl-eet", "cl-neet"],
        steps: &[("Ten businesses", "2017-12-31", "2017-12-31", "2018-01-18"), ("Forty places", "2018-03-31", "2018-03-31", "")], ..BLANK },
    Line { key: "leavers-homes", of: "parenting", text: "Suitable homes for every care leaver", outcome: "Young people leave care to a home that is safe", owners: "Natasha Reed", phase: EMBED, span: ("2018-01-09", "2018-12-31"), held: &[("forum", PARENTING), ("evidenced", "Care leavers in unsuitable homes, by reason")], measures: &["cl-suitable", "cl-unsuitable"], ..BLANK },
    Line { key: "academy", of: "work", text: "Social Work Academy", outcome: "Children keep a worker who knows them", owners: "Bridget Lane", phase: EMBED, span: ("2017-07-25", "2018-03-31"), held: &[("first_due", "2018-01-31"), ("evidenced", "Workers who leave within two years")], answers: &["changes", "model"], after: &["old-recruit"], measures: &["unallocated"],
        steps: &[("Package agreed with the universities", "2017-11-30", "2017-12-31", "2017-12-20"), ("First twenty workers", "2018-01-31", "2018-03-31", "")], ..BLANK },
    Line { key: "supervision", of: "work", text: "Supervision every month for every worker", outcome: "Decisions about children are thought through", owners: "Victor Gale\nPriya Lowe", phase: EMBED, span: ("2017-10-10", "2018-03-31"), held: &[("evidenced", "Supervision held in the month, by team"), ("impact_said", "no-real-change"), ("impact_why", "Supervision is not in the return; the monthly count by team rose from 60% in August to 74% in September and has stayed there. Workers cannot yet say that it changes their decisions."), ("said_by", "Helen Farrow")], answers: &["oversight"], after: &["old-structure"],
        done: ("2018-03-30", "Every worker has a supervision date in the month; 512 of 692 were held in March."), ..BLANK },
    Line { key: "themes", of: "quality", text: "Thematic audits every month", outcome: "What goes wrong for children is found and put right", owners: "Imran Sethi", phase: EMBED, span: ("2017-10-10", "2018-09-30"), held: &[("audit_wanted", "Front door: thirty referrals from the police; recording: thirty files"), ("evidenced", "Audit grades, moderated")], answers: &["workers-per-family"], after: &["old-audit"], measures: &["assessment-seen"],
        steps: &[("Programme to the board", "2017-11-14", "2017-11-14", "2017-11-14")], ..BLANK },
    Line { key: "ehcp", of: "send", text: "Transfer every statement to an education, health and care plan", outcome: "Children have the plan they are entitled to", owners: "Grace Hall", phase: EMBED, span: ("2016-09-13", "2018-03-31"), held: &[("evidenced", "Statements that remain")],
        done: ("2018-03-29", "The last statements were transferred on 29 March 2018."), steps: &[("1,450 remain", "2017-10-31", "2017-10-31", "2017-10-10"), ("500 remain", "2018-01-31", "2018-01-31", "2018-01-24")], measures: &[], ..BLANK },
    Line { key: "north-staff", of: "north", text: "Additional staff and managers in the North", outcome: "Children in the North are assessed and seen as soon as elsewhere", owners: "Priya Lowe", phase: EMBED, span: ("2017-11-01", "2018-01-31"), held: &[("area", "North"), ("evidenced", "Assessments and visits of the North against the county")], measures: &["assessment-over-45", "cin-visit-28d"], answers: &["north-plan"],
        done: ("2018-01-29", "Eleven workers and two managers began between 6 November and 29 January."), steps: &[("Six in post", "2017-11-30", "2017-11-30", "2017-11-27"), ("All in post", "2018-01-31", "2018-01-31", "2018-01-29")], ..BLANK },
    Line { key: "north-work", of: "north", text: "Hold team days in the North", phase: EMBED, span: ("2018-02-01", ""), held: &[("area", "North")], ..BLANK },
    Line { key: "north-office", of: "north", text: "Open a second office in Ravensholt", outcome: "Families do not travel forty miles to be seen", owners: "Priya Lowe", phase: SUSTAIN, span: ("2018-05-01", "2018-12-31"), held: &[("area", "North"), ("evidenced", "Families seen in Ravensholt")], measures: &["assessment-seen"], ..BLANK },
    Line { key: "video", of: "quality", text: "A county-wide video guide to recording", outcome: "Children's files are clear", owners: "Grant Mallory", phase: EMBED, span: ("2017-11-14", "2018-06-30"), ..BLANK },
];

/// Both plans. The new one is approved at the meeting of 10 October 2017, and the old one closed on 12 September.
pub(super) fn plans(
    life: &mut Life,
    findings: &Keyed,
    meetings: &std::collections::BTreeMap<String, Told>,
) -> Plans {
    let mut pen = life.on("2016-05-10", DIRECTOR).at(17);
    let old = pen.make(
        &PLAN,
        &[
            ("title", "Improvement Plan 2016 to 2017"),
            ("ambition", "No longer inadequate"),
            ("phases", "Phase 1: stabilise"),
            ("owners", DIRECTOR),
            ("date", "2016-05-10"),
            ("due", "2017-09-30"),
            ("check_weeks", "12"),
        ],
    );
    life.on("2016-05-10", DIRECTOR)
        .at(18)
        .minute(meetings["2016-05-10"])
        .go(old, "in-force");
    let mut pen = life.on("2017-07-25", DIRECTOR).at(17);
    let new = pen.make(
        &PLAN,
        &[
            ("title", "Continuous Improvement Plan 2017 to 2019"),
            (
                "ambition",
                "Good at the next full inspection, and good for every child in the North",
            ),
            ("phases", "Phase 2: embed\nPhase 3: sustain"),
            ("owners", DIRECTOR),
            ("date", "2017-10-10"),
            ("due", "2019-06-30"),
            ("check_weeks", "12"),
        ],
    );
    pen.link(new, &CONTINUES, old);
    life.on("2017-09-12", DIRECTOR).at(17).set(
        old,
        &PLAN,
        &[
            ("achieved", "Children are assessed sooner: 40% took longer than 45 days in January 2016, 21% in August 2017. No case was sent back at the visit of July 2017."),
            ("done_on", "2017-09-12"),
        ],
    );
    life.on("2017-09-12", DIRECTOR)
        .at(18)
        .minute(meetings["2017-09-12"])
        .go(old, "completed");
    life.on("2017-10-10", DIRECTOR)
        .at(18)
        .minute(meetings["2017-10-10"])
        .go(new, "in-force");
    let mut told = Plans {
        old,
        new,
        priorities: Keyed::new(),
        lines: Keyed::new(),
        milestones: Keyed::new(),
    };
    for (key, of, number, title, aim, owner, measures) in PRIORITIES {
        let (plan, on) = if *of == "old" {
            (old, "2016-05-10")
        } else {
            (new, "2017-07-25")
        };
        let mut pen = life.on(on, DIRECTOR).at(17);
        let made = pen.make(
            &PRIORITY,
            &[
                ("title", title),
                ("number", number),
                ("aim", aim),
                ("owners", owner),
            ],
        );
        pen.link(made, &PART_OF, plan);
        pen.links(made, &MEASURED_BY, measures);
        told.priorities.insert(key, made);
    }
    for line in LINES {
        line_of(life, line, findings, &mut told, meetings);
    }
    told
}

fn line_of(
    life: &mut Life,
    line: &Line,
    findings: &Keyed,
    told: &mut Plans,
    meetings: &std::collections::BTreeMap<String, Told>,
) {
    let old = line.of.starts_with("old");
    let written = if old { "2016-05-10" } else { "2017-07-25" };
    let on = line.span.0.clamp(written, "2018-04-03");
    let by = if line.of == "north" { NORTH } else { DIRECTOR };
    let mut pen = life.on(on, DIRECTOR).at(19);
    let held = [
        &[
            ("text", line.text),
            ("outcome", line.outcome),
            ("owners", line.owners),
            ("phase", line.phase),
            ("start", line.span.0),
            ("due", line.span.1),
        ],
        line.held,
    ]
    .concat();
    let made = pen.make(&PLAN_LINE, &held);
    pen.link(made, &PART_OF, told.priorities[line.of]);
    pen.links(made, &MEASURED_BY, line.measures);
    for key in line.after {
        pen.link(made, &CONTINUES, told.lines[key]);
    }
    for (text, first, due, reached) in line.steps {
        let late_words = if first == due { "" } else { first };
        let step = pen.make(
            &MILESTONE,
            &[("text", text), ("due", due), ("first_due", late_words)],
        );
        pen.link(step, &PART_OF, made);
        told.milestones.insert(text, step);
        if !reached.is_empty() {
            let on = (*reached).max(on);
            let mut pen = life.on(on, DIRECTOR).at(20);
            pen.set(step, &MILESTONE, &[("done_on", reached)]);
            pen.go(step, "done");
        }
        pen = life.on(on, DIRECTOR).at(19);
    }
    for key in line.answers {
        pen.link(made, &ANSWERS, findings[key]);
    }
    if line.span.0 <= "2018-04-03" && line.key != "north-work" {
        let mut pen = life.on(on, by).at(21);
        pen.go(made, "going");
    }
    if !line.done.0.is_empty() {
        let mut pen = life.on(line.done.0.max(on), DIRECTOR).at(22);
        pen.set(
            made,
            &PLAN_LINE,
            &[("done_on", line.done.0), ("evidence", line.done.1)],
        );
        pen.go(made, "delivered");
        if old {
            life.on("2017-09-12", CHAIR)
                .at(23)
                .minute(meetings["2017-09-12"])
                .go(made, "completed");
        }
    }
    told.lines.insert(line.key, made);
}

/// Findings go into the plan once a line answers them; those of the inspection that had their effect are closed.
pub(super) fn answer_findings(life: &mut Life, findings: &Keyed, plans: &Plans) {
    for line in LINES {
        for key in line.answers {
            let first = LINES.iter().find(|it| it.answers.contains(key));
            if first.is_some_and(|it| it.key == line.key) {
                let written = if line.of.starts_with("old") {
                    "2016-05-10"
                } else {
                    "2017-07-25"
                };
                let on = line.span.0.clamp(written, "2018-04-03");
                let mut pen = life.on(on, DIRECTOR).at(20);
                pen.go(findings[key], "answered");
            }
        }
    }
    let mut pen = life.on("2017-12-05", DIRECTOR).at(9);
    pen.set(
        findings["central"],
        &FINDING,
        &[(
            "next",
            "A second head of service began on 4 December 2017; reviewed in March.",
        )],
    );
    let mut pen = life.on("2018-04-03", DIRECTOR).at(9);
    pen.link(
        plans.lines["police"],
        &CAME_FROM,
        findings["reports-detail"],
    );
    let mut pen = life
        .on("2018-04-03", DIRECTOR)
        .at(11)
        .because("The programme office makes a written guide instead");
    pen.set(
        plans.lines["video"],
        &waymark_programme::kinds::PLAN_LINE,
        &[("progress", "Scripts were written; nothing was filmed.")],
    );
}

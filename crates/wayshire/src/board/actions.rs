//! What the board asked for, what was promised, asked and predicted, and what came of it.

use super::life::{Life, Told, day};
use super::meetings::{Items, MINUTES, Meetings, PERFORMANCE};
use super::people::{ANALYST, AUDITOR, CHAIR, CLERK, DIRECTOR, HEALTH, NORTH, POLICE};
use super::visits::Keyed;
use waymark_programme::kinds::{ACTION, MATTER_ARISING, PREDICTION, QUESTION};
use waymark_programme::link::{ABOUT, CAME_FROM, CONTINUES, MEASURED_BY, PART_OF, PROMISED_FOR};

struct Asked {
    /// The meeting and item it came from.
    at: (&'static str, &'static str),
    text: &'static str,
    owners: &'static str,
    due: &'static str,
    /// The day it was moved to, if it was.
    moved: &'static str,
    due_words: &'static str,
    area: &'static str,
    about: &'static str,
    measures: &'static [&'static str],
    /// The day evidence was given, and the evidence.
    done: (&'static str, &'static str),
    /// The meeting at which it was closed.
    closed: &'static str,
}

const fn asked(
    at: (&'static str, &'static str),
    text: &'static str,
    owners: &'static str,
    due: &'static str,
) -> Asked {
    Asked {
        at,
        text,
        owners,
        due,
        moved: "",
        due_words: "",
        area: "",
        about: "",
        measures: &[],
        done: ("", ""),
        closed: "",
    }
}

impl Asked {
    const fn moved(mut self, to: &'static str) -> Self {
        self.moved = to;
        self
    }

    const fn said(mut self, words: &'static str) -> Self {
        self.due_words = words;
        self
    }

    const fn on(mut self, about: &'static str, measures: &'static [&'static str]) -> Self {
        self.about = about;
        self.measures = measures;
        self
    }

    const fn in_north(mut self) -> Self {
        self.area = "North";
        self
    }

    const fn done(
        mut self,
        on: &'static str,
        evidence: &'static str,
        closed: &'static str,
    ) -> Self {
        self.done = (on, evidence);
        self.closed = closed;
        self
    }
}

const DCS: &str = "DCS progress and update";
const MASH_PLAN: &str = "Action plan following the monitoring visit to the MASH";

#[rustfmt::skip]
const ASKED: &[Asked] = &[
    asked(("2016-05-10", "The Board's terms and the Improvement Plan"), "Write the outcome for children into every line", DIRECTOR, "2016-07-12").done("2016-07-05", "Version 2 of the plan, circulated 5 July", "2016-07-12"),
    asked(("2016-05-10", "The Board's terms and the Improvement Plan"), "Circulate a list of abbreviations", CLERK, "2016-06-14").done("2016-06-07", "Circulated with the June papers", "2016-06-14"),
    asked(("2016-06-14", "Assessment backlog"), "Report the backlog by team each month", ANALYST, "2016-07-12").on("old-backlog", &["assessment-open-over-45"]).done("2016-07-08", "In the July summary, and each month since", "2016-07-12"),
    asked(("2016-06-14", "Assessment backlog"), "Fill the three posts of the short assessment team", "Chris Doyle", "2016-09-13").moved("2016-10-11").on("old-15", &["assessment-15"]).done("2016-10-04", "The ninth worker began on 3 October", "2016-10-11"),
    asked(("2016-07-12", "Child protection plans over 15 months"), "Name the manager who reviews each plan", "Victor Gale", "2016-09-13").on("old-plans", &["cpp-number"]).done("2016-09-02", "List of 212 plans with names", "2016-09-13"),
    asked(("2016-08-09", "Workforce: recruitment campaign"), "Exit interviews for everybody who leaves", "Louise Penn", "2016-10-11").moved("2016-12-13").on("old-recruit", &[]).done("2016-12-06", "Eighteen interviews; themes in the paper", "2016-12-13"),
    asked(("2016-09-13", "Statements and education, health and care plans"), "A monthly figure of statements that remain", "Grace Hall", "2016-11-08").on("ehcp", &[]).done("2016-11-01", "In the SEND dashboard from October", "2016-11-08"),
    asked(("2016-10-11", "Health check of the plan"), "A new date for the police officers of the MASH", POLICE, "2016-12-13").moved("2017-02-28").on("old-mash", &[]).done("2017-02-21", "Five officers began on 20 February", "2017-03-14"),
    asked(("2016-11-08", "Front door: one point of contact"), "Tell every school and surgery of the new telephone number", "Simon Firth", "2017-02-14").on("old-mash", &["contacts"]).done("2017-02-10", "Letters to 612 schools and surgeries", "2017-02-14"),
    asked(("2016-12-13", "Audit framework"), "Train thirty auditors", AUDITOR, "2017-03-14").on("old-audit", &[]).done("2017-03-07", "31 auditors trained on four days", "2017-03-14"),
    asked(("2017-01-10", "Assessment timeliness: a year on"), "Tell the Board if assessments worsen two months running", ANALYST, "2017-04-11").on("old-backlog", &["assessment-over-45"]).done("2017-03-10", "Told in the March summary: up in January and in February", "2017-04-11"),
    asked(("2017-03-14", "Residential strategy"), "Take the capital for two homes to Cabinet", "Annette Moor", "2017-05-09").moved("2017-06-13").on("homes", &[]).done("2017-06-08", "Cabinet agreed on 8 June", "2017-06-13"),
    asked(("2017-04-11", "Ofsted monitoring visit of March"), "A list of every child without a plan for permanence", "Annette Moor", "2017-06-13").on("permanence", &["no-permanence-plan"]).done("2017-06-06", "List by team, 6 June", "2017-06-13"),
    asked(("2017-05-09", "Early help: the peers' findings"), "A step-down protocol that says who holds the case", "Debra Duff", "2017-09-12").moved("2017-11-14").on("eh-link", &[]).done("2017-11-03", "Protocol signed by both services", "2017-11-14"),
    asked(("2017-06-13", "Children looked after: numbers"), "Explain Cinderhope and Quarrydale", ANALYST, "2017-10-10").on("sufficiency", &["cla-rate"]).done("2017-10-02", "Analysis by age and reason in the October report", "2017-10-10"),
    asked(("2017-07-25", DCS), "Report statistics on re-referrals to the Board, step-downs among them", DIRECTOR, "2017-10-10").said("at a future meeting").moved("2018-02-13").on("eh-link", &["re-referral-12m"]),
    asked(("2017-07-25", DCS), "Heat maps report on recruitment and retention", "Louise Penn", "2017-09-12").said("for the September meeting").moved("2017-11-14").on("academy", &[]).done("2017-11-07", "Paper B of November", "2017-11-14"),
    asked(("2017-07-25", DCS), "Try the jury service in two localities", "Bridget Lane", "2017-12-12").moved("2018-03-13").on("academy", &[]).done("2018-03-09", "Nineteen workers gave five days; play therapy begins in May", ""),
    asked(("2017-07-25", DCS), "Refresh the practitioners' guide", "Victor Gale", "2017-12-12").moved("2018-03-13").on("recording", &[]).done("2018-03-20", "Version 2, 20 March", ""),
    asked(("2017-09-12", DCS), "Link every completed line to its successor", "Richard Coyne", "2017-10-10").on("live", &[]).done("2017-10-06", "Table in the plan's appendix", "2017-10-10"),
    asked(("2017-10-10", DCS), "Draft the action plan for the North with the teams", "Helen Farrow\nPriya Lowe", "2018-01-09").in_north().on("north-staff", &["assessment-over-45", "cin-visit-28d"]).done("2018-01-04", "Plan of 14 lines, in the January papers", "2018-01-09"),
    asked(("2017-10-10", DCS), "Say whether supervision recovered after the holidays", ANALYST, "2017-11-14").on("supervision", &[]).done("2017-11-10", "74% in September and 72% in October, counted by team", "2017-11-14"),
    asked(("2017-10-10", DCS), "Show outcomes for children and phases in the plan", DIRECTOR, "2017-12-12").on("live", &[]).done("2017-12-01", "Version 1.1", "2017-12-12"),
    asked(("2017-10-10", DCS), "Look at every child placed with parents for discharge of the order", "Annette Moor", "2018-01-09").moved("2018-03-31").on("parents", &["cla-placed-with-parents"]),
    asked(("2017-10-10", "DfE Site Visits"), "Management oversight of central decision making", "Chris Doyle", "2018-01-09").on("", &[]).done("2017-12-08", "A second head of service since 4 December", "2018-01-09"),
    asked(("2017-10-10", "Looked After Children"), "Enforce the section 20 charging policy and report", "Annette Moor", "2018-01-09").moved("2018-04-24").on("sufficiency", &["cla-s20-share"]),
    asked(("2017-10-10", "Workforce: principles, model and progress"), "Check each principle every quarter", ANALYST, "2018-02-13").on("supervision", &["unallocated"]).done("2018-02-08", "First check: five of six kept", "2018-02-13"),
    asked(("2017-11-14", "Recruitment and retention heat maps"), "Speak with the teams of Fellgate, Marlhaven and Stannerby", "Bridget Lane", "2018-01-09").on("academy", &[]).done("2018-01-05", "Three sessions, 44 workers", "2018-01-09"),
    asked(("2017-11-14", "Audit programme"), "Audit of police referrals: thirty cases", AUDITOR, "2018-02-13").moved("2018-04-03").on("themes", &["police-referral-no-service"]),
    asked(("2017-12-12", "Health assessments of children looked after"), "What happened to each child over the limit", HEALTH, "2018-02-13").on("health", &["iha-overdue"]).done("2018-02-09", "Table of children by reason and next step", "2018-02-13"),
    asked(("2017-12-12", "Health assessments of children looked after"), "One form for consent, used by every social worker", "Dr Anna Croft\nAnnette Moor", "2018-02-13").on("health", &["iha-on-time/20wd"]).done("2018-01-26", "Form in use since 26 January", "2018-02-13"),
    asked(("2018-01-09", "Ofsted monitoring visit of November"), "Count visits done and not recorded apart from visits not done", ANALYST, "2018-03-13").in_north().on("surgeries", &["cin-not-visited"]).done("2018-03-08", "In the March summary", "2018-03-13"),
    asked(("2018-01-09", "Ofsted monitoring visit of November"), "Laptops that record away from the office", "Grant Mallory", "2018-03-30").in_north().on("laptops", &[]),
    asked(("2018-01-09", "Residential strategy: delay"), "A new date for both homes", "Annette Moor", "2018-02-13").on("homes", &[]).done("2018-02-12", "30 June 2018, if Cabinet agrees on 8 March", "2018-03-13"),
    asked(("2018-02-13", "The North: first three months"), "A month-by-month view of the North until visits are on time", NORTH, "2018-04-24").in_north().on("north-staff", &["cin-visit-28d"]),
    asked(("2018-02-13", "Corporate Parenting Board: report"), "Forty places with business partners", "Natasha Reed", "2018-03-31").on("eet", &["cl-eet"]),
    asked(("2018-03-13", MASH_PLAN), "Apply quality controls to referrals at triage", "Simon Firth", "2018-03-30").on("police", &["unnecessary-assessments"]).done("2018-03-28", "In use since 26 March; 31 of 212 reports went back to their sender in the first week", ""),
    asked(("2018-03-13", MASH_PLAN), "Brief the operational MASH group on the changes needed", "Simon Firth", "2018-03-27").on("police", &[]).done("2018-03-27", "Briefed on 22 March, 26 people", ""),
    asked(("2018-03-13", MASH_PLAN), "Look at live cases: what was needed and missing on the referral", POLICE, "2018-04-03").on("police", &["police-contact-conversion"]),
    asked(("2018-03-13", MASH_PLAN), "Build the changes into the longer-term plan", DIRECTOR, "2018-06-19").on("police", &[]),
    asked(("2018-03-13", MASH_PLAN), "Manage the changes and report back to the Board", "MASH and Early Help Board", "2018-05-22").on("door", &[]),
    asked(("2018-03-13", MASH_PLAN), "Monitor progress through audit", AUDITOR, "2018-06-19").on("police", &["police-referral-no-service"]),
    asked(("2018-03-13", "Self-assessment"), "Review how your service is described and send detail", "Superintendent Ruth Kell\nDr Anna Croft\nPaul Ames\nAlison Peel", "2018-04-06").on("", &[]),
    asked(("2018-03-13", "Self-assessment"), "Action plans wherever there is a weakness", "Owen Blake", "2018-04-17").on("", &[]),
    asked(("2018-03-13", "Self-assessment"), "Reword the third bullet of key judgement 2, education", "Owen Blake", "2018-04-17").on("", &[]),
    asked(("2018-03-13", "Self-assessment"), "A storyboard of the work on children missing from home and from education", "Jane Holt", "2018-05-22").on("", &["missing-children-cla"]),
    asked(("2018-03-13", "Self-assessment"), "A briefing for leaders who will be interviewed", DIRECTOR, "2018-04-30").on("", &[]),
    asked(("2018-03-13", "Vision"), "Use the vision in all relevant documents", "Grant Mallory", "2018-06-30").on("", &[]),
];

/// The actions, with their history.
pub(super) fn actions(
    life: &mut Life,
    items: &Items,
    meetings: &Meetings,
    lines: &Keyed,
    other: &[&Keyed],
) {
    for it in ASKED {
        let item = items[&(it.at.0.to_owned(), it.at.1.to_owned())];
        let mut pen = life.on(it.at.0, CLERK).at(16);
        let made = pen.make(
            &ACTION,
            &[
                ("text", it.text),
                ("owners", it.owners),
                ("due", it.due),
                ("due_words", it.due_words),
                ("area", it.area),
            ],
        );
        pen.link(made, &CAME_FROM, item);
        let about = lines
            .get(it.about)
            .or_else(|| other.iter().find_map(|of| of.get(it.about)));
        if let Some(about) = about {
            pen.link(made, &ABOUT, *about);
        }
        pen.links(made, &MEASURED_BY, it.measures);
        history(life, it, made, meetings);
    }
}

fn history(life: &mut Life, it: &Asked, made: Told, meetings: &Meetings) {
    // Who has an account takes it on; partners do so with the clerk.
    let first = it.owners.lines().next().unwrap_or_default();
    let by = [DIRECTOR, ANALYST, CHAIR, CLERK]
        .into_iter()
        .find(|it| *it == first)
        .unwrap_or(CLERK);
    let taken = day(it.at.0).plus_days(8);
    // What a partner was asked and has not answered is still open.
    let answered = by != CLERK || !it.done.0.is_empty();
    if answered && taken <= day("2018-04-06") {
        let mut pen = life.on(&taken.to_string(), by).at(9);
        if it.owners.lines().count() > 1 {
            pen.set(made, &ACTION, &[("accepted_by", it.owners)]);
        }
        pen.go(made, "accepted");
    }
    if !it.moved.is_empty() {
        // Moved in the week after its first day passed.
        let on = day(it.due).plus_days(2).to_string();
        let mut pen = life
            .on(&on, CLERK)
            .at(9)
            .because("Not ready; the owner asked for more time");
        pen.set(made, &ACTION, &[("due", it.moved), ("first_due", it.due)]);
    }
    if it.done.0.is_empty() {
        return;
    }
    let mut pen = life.on(it.done.0, by).at(14);
    pen.set(made, &ACTION, &[("evidence", it.done.1)]);
    pen.go(made, "evidenced");
    if !it.closed.is_empty() {
        life.on(it.closed, CLERK)
            .at(19)
            .minute(meetings[it.closed])
            .go(made, "closed");
    }
}

/// What was promised for a later meeting: said at, by, what, for, about item, and what was reported when (or nothing yet).
#[rustfmt::skip]
const PROMISES: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("2016-09-13", "Louise Penn", "an update on exit interviews", "2016-11-08", "4", "Nine interviews so far; pay is not the first reason."),
    ("2016-12-13", "Simon Firth", "the figures of the single front door after three months", "2017-06-13", "3", "Contacts rose, from 2,448 in February to 2,522 in May; fewer of them are referrals."),
    ("2017-02-14", "Annette Moor", "the residential strategy at the next meeting", "2017-03-14", "3", "The strategy was on the agenda."),
    ("2017-05-09", "Debra Duff", "how step-down works, in one page", "2017-07-25", "3", "The page was circulated."),
    ("2017-06-13", "Helen Farrow", "the length of the re-inspection, once Ofsted says", "2018-01-09", "3", "Ofsted will say after the fourth visit."),
    ("2017-10-10", "Louise Penn", "a further update on the Social Work Academy, ready for roll-out in January 2018", "2017-11-14", "6", ""),
    ("2017-10-10", "Jane Holt", "a further update on the information sharing agreement, which is circulated for sign-off", "2017-11-14", "9", "Six of nine partners had signed."),
    ("2017-11-14", "Jane Holt", "the signatures that are missing from the information sharing agreement", "2017-12-12", "2", "Eight of nine; the trust's board meets in January."),
    ("2017-12-12", "Dr Anna Croft", "the trust's signature to the information sharing agreement", "2018-02-13", "2", ""),
    ("2018-01-09", "Helen Farrow", "how reporting will change, after a conversation with the Chair", "2018-03-13", "6", "The Chair and the director are in discussion; the dashboard was in the pack."),
    ("2018-02-13", "Natasha Reed", "what Fellgate's young people say they need", "2018-04-24", "4", ""),
    ("2018-03-13", "Superintendent Ruth Kell", "the date on which CONNECT begins", "2018-04-24", "3", ""),
    ("2018-03-13", "Grace Hall", "the last transfers of statements", "2018-04-24", "2", ""),
];

/// Matters arising.
pub(super) fn promises(life: &mut Life, items: &Items, meetings: &Meetings) {
    let mut academy: Option<Told> = None;
    for (said, by, text, until, number, reported) in PROMISES {
        let item = items[&((*said).to_owned(), MINUTES.to_owned())];
        let mut pen = life.on(said, CLERK).at(16);
        let made = pen.make(
            &MATTER_ARISING,
            &[
                ("text", text),
                ("said_by", by),
                ("date", said),
                ("item_number", number),
            ],
        );
        pen.link(made, &PART_OF, item);
        pen.link(made, &PROMISED_FOR, meetings[*until]);
        if !reported.is_empty() {
            let mut pen = life.on(until, CLERK).at(19).minute(meetings[*until]);
            pen.set(made, &MATTER_ARISING, &[("reported", reported)]);
            pen.go(made, "kept");
        }
        if text.contains("Academy") {
            academy = Some(made);
        }
    }
    // The Academy's update was promised three times, and is still not there.
    let mut before = academy.expect("the Academy was promised in October");
    for (said, until) in [("2017-11-14", "2018-01-09"), ("2018-01-09", "2018-03-13")] {
        let item = items[&(said.to_owned(), MINUTES.to_owned())];
        let mut pen = life.on(said, CLERK).at(19).minute(meetings[said]);
        let made = pen.make(
            &MATTER_ARISING,
            &[
                ("text", "a further update on the Social Work Academy"),
                ("said_by", "Bridget Lane"),
                ("date", said),
                ("item_number", "2"),
            ],
        );
        pen.link(made, &PART_OF, item);
        pen.link(made, &PROMISED_FOR, meetings[until]);
        pen.link(made, &CONTINUES, before);
        pen.go(before, "again");
        before = made;
    }
}

/// Said at, by, what, due, direction, value, measure, verdict, when judged, what happened.
#[rustfmt::skip]
const PREDICTIONS: &[(&str, &str, &str, &str, &str, &str, &str, &str, &str, &str)] = &[
    ("2016-06-14", "Chris Doyle", "Assessments over 45 days come down to 20% by September", "2016-10-11", "at-most", "20", "assessment-over-45", "wrong", "2016-10-11", "20.5% in September (147 of 718): nearly, and not yet."),
    ("2016-10-11", "Chris Doyle", "Assessments over 45 days come down to 15% by December", "2017-01-10", "at-most", "15", "assessment-over-45", "right", "2017-01-10", "11.9% in December (76 of 640)."),
    ("2016-09-13", "Victor Gale", "Fewer than 1,400 children on a plan by March 2017", "2017-04-11", "at-most", "1400", "cpp-number", "wrong", "2017-04-11", "1,408 at 31 March 2017. It was 1,386 at the end of June."),
    ("2016-11-08", "Simon Firth", "Fewer contacts once there is one front door", "2017-06-13", "fall", "", "contacts", "wrong", "2017-06-13", "2,522 in May 2017 against 2,448 in February: one number is easier to ring."),
    ("2017-01-10", "Chris Doyle", "Assessments stay at 12% over 45 days", "2017-07-25", "stay", "", "assessment-over-45", "wrong", "2017-07-25", "Up in each month since December."),
    ("2017-06-13", "Annette Moor", "Fewer than 1,900 children looked after by the end of the year", "2018-01-09", "at-most", "1900", "cla-number", "wrong", "2018-01-09", "1,954 at 31 December 2017."),
    ("2017-10-10", "Helen Farrow", "Supervision was down to 60% because of holidays: an increase in September", "2017-11-14", "rise", "", "", "right", "2017-11-14", "74% in September by the teams' own count. August 2016 had fallen too."),
    ("2017-10-10", "Simon Firth", "Contact to referral conversion rises to 33% by December", "2018-01-09", "at-least", "33", "contact-to-referral", "wrong", "2018-01-09", "29.9% in December (743 of 2,485)."),
    ("2017-10-10", "Grace Hall", "Every statement is transferred by 31 March 2018", "2018-04-03", "at-most", "0", "", "right", "2018-04-03", "The last went on 29 March."),
    ("2017-12-12", "Dr Anna Croft", "Four in ten first health assessments on time by February", "2018-03-13", "at-least", "40", "iha-on-time/20wd", "right", "2018-03-13", "43 of 100 in February."),
    ("2018-01-09", "Priya Lowe", "Assessments over 45 days in the North come down to 30% by March", "2018-04-24", "at-most", "30", "assessment-over-45", "", "", ""),
    ("2018-02-13", "Superintendent Ruth Kell", "The police queue goes on falling", "2018-04-03", "fall", "", "police-contacts", "untold", "2018-04-03", "The queue is counted by the police and not in the return; the figure for March has not come."),
    ("2018-03-13", "Simon Firth", "Quality controls lower the number of unnecessary assessments by June", "2018-06-19", "fall", "", "unnecessary-assessments", "", "", ""),
    ("2018-03-13", "Annette Moor", "1,850 children looked after by October", "2018-10-31", "at-most", "1850", "cla-number", "", "", ""),
];

/// Predictions, right and wrong.
pub(super) fn predictions(life: &mut Life, items: &Items) {
    for (said, by, text, due, direction, value, measure, verdict, judged, found) in PREDICTIONS {
        let item = items[&((*said).to_owned(), PERFORMANCE.to_owned())];
        let mut pen = life.on(said, ANALYST).at(17);
        let made = pen.make(
            &PREDICTION,
            &[
                ("text", text),
                ("said_by", by),
                ("date", said),
                ("due", due),
                ("direction", direction),
                ("value", value),
                ("area", if text.contains("North") { "North" } else { "" }),
            ],
        );
        pen.link(made, &PART_OF, item);
        if !measure.is_empty() {
            pen.link(made, &ABOUT, *measure);
        }
        if !verdict.is_empty() {
            let mut pen = life.on(judged, ANALYST).at(20);
            pen.set(made, &PREDICTION, &[("found", found)]);
            pen.go(made, verdict);
        }
    }
}

/// Asked at, under, by, the question, theme, the answer, answered by.
#[rustfmt::skip]
const QUESTIONS: &[(&str, &str, &str, &str, &str, &str, &str, &[&str])] = &[
    ("2016-06-14", "Assessment backlog", "Jane Holt", "How many children wait now, and for how long?", "Assessment", "151 assessments were open past 45 working days at the end of May.", "Chris Doyle", &["assessment-open-over-45"]),
    ("2016-09-13", PERFORMANCE, "Alison Peel", "How many of the children on plans are of school age?", "Child protection", "The breakdown by age comes with the October summary.", ANALYST, &["cpp-number"]),
    ("2016-11-08", "Front door: one point of contact", "Nasreen Aziz", "Will a surgery still reach a social worker the same day?", "Front door", "Yes, within four hours.", "Simon Firth", &["contacts"]),
    ("2017-01-10", "Assessment timeliness: a year on", "Judith Amble", "Will it last?", "Assessment", "Two months of figures will show; the team for short assessments stays.", "Chris Doyle", &["assessment-over-45"]),
    ("2017-03-14", PERFORMANCE, "Paul Ames", "Why have assessments over 45 days risen twice?", "Assessment", "Vacancies in the North.", "Chris Doyle", &["assessment-over-45"]),
    ("2017-06-13", "Children looked after: numbers", "Councillor Roy Tindall", "Why are Cinderhope and Quarrydale above everybody?", "Children looked after", "An analysis will come in October.", "Annette Moor", &["cla-rate"]),
    ("2017-07-25", DCS, "Jane Holt", "What happens to a child whose permanence is by default?", "Permanence", "A manager from outside the team challenges it at the panel.", DIRECTOR, &["no-permanence-plan"]),
    ("2017-10-10", "Children with special educational needs and disabilities", "Judith Amble", "How many statements are still to be transferred?", "SEND", "Around 1,450 children and young people; monthly targets are being exceeded.", "Grace Hall", &[]),
    ("2017-10-10", DCS, "Paul Ames", "Is supervision down because staff take holidays?", "Workforce", "If so, an increase is expected in September.", DIRECTOR, &[]),
    ("2017-12-12", "Health assessments of children looked after", "Stephen Dowd", "How many children does this affect?", "Health", "78 children waited longer than they should in November.", HEALTH, &["iha-overdue"]),
    ("2018-01-09", "Ofsted monitoring visit of November", "Nasreen Aziz", "Were the children not visited, or were the visits not recorded?", "Children in need", "Both; they will be counted apart from March.", "Victor Gale", &["cin-not-visited"]),
    ("2018-02-13", "The North: first three months", "Jane Holt", "When will we know that it works?", "North", "", "", &["assessment-over-45"]),
    ("2018-03-13", MASH_PLAN, "Paul Ames", "What is missing from a police referral, most often?", "Front door", "", "", &["police-referral-no-service"]),
    ("2018-03-13", PERFORMANCE, "Alison Peel", "Is the rise in early help after a police report real?", "Early help", "Six months up; the latest month is not complete.", ANALYST, &["pvp-to-early-help"]),
];

/// Questions asked at the board.
pub(super) fn questions(life: &mut Life, items: &Items) {
    for (said, under, by, text, theme, answer, answered_by, measures) in QUESTIONS {
        let item = items[&((*said).to_owned(), (*under).to_owned())];
        let mut pen = life.on(said, CLERK).at(16);
        let due = if answer.is_empty() { "2018-04-24" } else { "" };
        let made = pen.make(
            &QUESTION,
            &[
                ("text", text),
                ("sort", "question"),
                ("theme", theme),
                ("asked_by", by),
                ("date", said),
                ("due", due),
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
                    ("answered_by", answered_by),
                    ("answered_on", said),
                ],
            );
            pen.go(made, "answered");
        }
    }
}

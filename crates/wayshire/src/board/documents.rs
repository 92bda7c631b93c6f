//! Documents with their versions and routes, what is expected of staff, what was claimed and suggested, and the words used.

use super::life::Life;
use super::meetings::{Items, Meetings};
use super::people::{ANALYST, CLERK, DIRECTOR, POLICE};
use super::plan::Plans;
use super::visits::Keyed;
use waymark_programme::Readers;
use waymark_programme::kinds::{CLAIM, DOCUMENT, EXPECTATION, SELF_ASSESSMENT, SUGGESTION, TERM};
use waymark_programme::link::{
    ABOUT, AFFECTS, CAME_FROM, EVIDENCE_FOR, MEASURED_BY, PART_OF, PRESENTED_AT, REPLACES,
};

struct Document {
    key: &'static str,
    replaces: &'static str,
    sort: &'static str,
    title: &'static str,
    version: &'static str,
    written: &'static str,
    circulated: &'static str,
    approved: &'static str,
    held: &'static [(&'static str, &'static str)],
    measures: &'static [&'static str],
}

#[rustfmt::skip]
const DOCUMENTS: &[Document] = &[
    Document { key: "vision1", replaces: "", sort: "vision", title: "Vision", version: "1", written: "2016-05-10", circulated: "2016-05-17", approved: "2016-06-14", held: &[("wording", "Children, young people and families in need of help are safe and supported to achieve"), ("date", "2016-06-14"), ("owners", "Helen Farrow")], measures: &[] },
    Document { key: "vision2", replaces: "vision1", sort: "vision", title: "Vision", version: "2", written: "2018-02-20", circulated: "2018-03-06", approved: "2018-03-13", held: &[("wording", "Children, young people and families in need of help are safe, healthy and supported to achieve"), ("date", "2018-03-13"), ("owners", "Helen Farrow"), ("route", "Improvement Board; 13 March 2018"), ("launched", "To be used in all relevant documents, and by partners where appropriate")], measures: &[] },
    Document { key: "sufficiency", replaces: "", sort: "sufficiency", title: "Sufficiency Strategy for children looked after, 2017 to 2020", version: "1", written: "2017-08-15", circulated: "2017-09-26", approved: "2017-10-10", held: &[("date", "2017-10-12"), ("expires", "2020-10-31"), ("owners", "Annette Moor"), ("route", "Improvement Board; 10 October 2017\nCabinet; 12 October 2017"), ("wording", "1,646 children looked after by October 2020, a rate of 66.7 per 10,000, from 1,923 in August 2017.")], measures: &["cla-number", "cla-rate"] },
    Document { key: "con3", replaces: "", sort: "continuum", title: "Continuum of Need", version: "3", written: "2016-04-26", circulated: "2016-05-03", approved: "2016-05-10", held: &[("date", "2015-04-01"), ("owners", "Wayshire Safeguarding Children Board"), ("launched", "Conference of 14 April 2015")], measures: &["contact-to-referral"] },
    Document { key: "con4", replaces: "con3", sort: "continuum", title: "Continuum of Need", version: "4", written: "2018-01-16", circulated: "2018-02-20", approved: "2018-03-13", held: &[("date", "2018-03-19"), ("owners", "Wayshire Safeguarding Children Board"), ("route", "Safeguarding Children Board; 26 February 2018\nImprovement Board; 13 March 2018"), ("launched", "Relaunched on 19 March 2018; training in thresholds for 300 people until the end of April")], measures: &["contact-to-referral", "police-referral-no-service"] },
    Document { key: "guide1", replaces: "", sort: "guide", title: "Practitioners' guide", version: "1", written: "2016-05-10", circulated: "2016-05-17", approved: "2016-07-12", held: &[("date", "2016-07-12"), ("owners", "Victor Gale")], measures: &[] },
    Document { key: "guide2", replaces: "guide1", sort: "guide", title: "Practitioners' guide", version: "2", written: "2017-09-26", circulated: "2018-03-20", approved: "", held: &[("owners", "Victor Gale"), ("due", "2018-04-24"), ("route", "Operational Improvement Group; 6 March 2018\nImprovement Board; 24 April 2018")], measures: &[] },
    Document { key: "sharing", replaces: "", sort: "agreement", title: "Information sharing agreement for the front door", version: "2", written: "2017-07-04", circulated: "2017-09-19", approved: "", held: &[("owners", "Jane Holt"), ("due", "2018-02-13"), ("expires", "2020-03-31"), ("signatories", "Wayshire County Council; Helen Farrow; 19 September 2017\nWayshire Constabulary; Superintendent Ruth Kell; 26 September 2017\nNHS Wayshire North and Central CCGs; Nasreen Aziz; 20 October 2017\nPrimary Schools; Alison Peel; 3 November 2017\nSecondary Schools; Stephen Dowd; 3 November 2017\nVoluntary, Community and Faith Sector; Paul Ames; 8 November 2017\nProbation; Kay Lund; 28 November 2017\nHousing; Tom Arde; 5 December 2017\nWayshire Care Foundation Trust; not yet signed")], measures: &[] },
    Document { key: "sharing1", replaces: "", sort: "agreement", title: "Information sharing agreement: youth offending", version: "1", written: "2016-04-26", circulated: "2016-05-03", approved: "2016-05-10", held: &[("date", "2015-06-01"), ("expires", "2018-05-31"), ("owners", "Jane Holt"), ("signatories", "Wayshire County Council; Helen Farrow; 1 June 2015\nWayshire Constabulary; Ruth Kell; 1 June 2015")], measures: &[] },
    Document { key: "position", replaces: "", sort: "statement", title: "Children's social care workforce position statement", version: "1", written: "2017-09-20", circulated: "2017-10-03", approved: "2017-10-10", held: &[("date", "2017-10-10"), ("owners", "Louise Penn"), ("wording", "570.3 full-time equivalents at the end of August 2017; 468.5 in August 2015.")], measures: &["unallocated"] },
    Document { key: "residential", replaces: "", sort: "strategy", title: "Residential strategy and edge of care", version: "1", written: "2017-02-28", circulated: "2017-03-07", approved: "2017-03-14", held: &[("date", "2017-03-14"), ("owners", "Annette Moor"), ("route", "Improvement Board; 14 March 2017\nCabinet; 8 June 2017")], measures: &["cla-residential"] },
    Document { key: "form", replaces: "", sort: "form", title: "Single referral form, with the neighbouring councils", version: "0.3", written: "2018-02-27", circulated: "", approved: "", held: &[("owners", "Jane Holt"), ("due", "2018-05-31")], measures: &["contact-to-referral"] },
    Document { key: "self", replaces: "", sort: "self-assessment", title: "Self-assessment", version: "0.4", written: "2018-02-27", circulated: "2018-03-06", approved: "", held: &[("owners", "Owen Blake"), ("due", "2018-04-24"), ("route", "Senior management team; April 2018\nImprovement Board; 24 April 2018")], measures: &[] },
    Document { key: "briefing", replaces: "", sort: "briefing", title: "Briefing for leaders who will be interviewed", version: "1", written: "2018-03-27", circulated: "2018-04-03", approved: "", held: &[("owners", "Helen Farrow"), ("due", "2018-04-30"), ("read_by", "Judith Amble; 4 April 2018\nCouncillor Roy Tindall; 5 April 2018")], measures: &[] },
];

/// The documents.
pub(super) fn documents(life: &mut Life, items: &Items, meetings: &Meetings) -> Keyed {
    let mut told = Keyed::new();
    for it in DOCUMENTS {
        let mut pen = life.on(it.written, DIRECTOR).at(9);
        let held = [
            &[
                ("title", it.title),
                ("sort", it.sort),
                ("version", it.version),
            ],
            it.held,
        ]
        .concat();
        let made = pen.make(&DOCUMENT, &held);
        pen.links(made, &AFFECTS, it.measures);
        if let Some(before) = told.get(it.replaces) {
            pen.link(made, &REPLACES, *before);
        }
        if !it.circulated.is_empty() {
            life.on(it.circulated, DIRECTOR)
                .at(9)
                .go(made, "circulated");
        }
        if !it.approved.is_empty() {
            life.on(it.approved, DIRECTOR)
                .at(18)
                .minute(meetings[it.approved])
                .go(made, "approved");
            if let Some(before) = told.get(it.replaces) {
                life.on(it.approved, DIRECTOR)
                    .at(19)
                    .go(*before, "replaced");
            }
        }
        told.insert(it.key, made);
    }
    for (key, on, title) in [
        ("vision2", "2018-03-13", "Vision"),
        ("self", "2018-03-13", "Self-assessment"),
        ("sufficiency", "2017-10-10", "Looked After Children"),
        (
            "position",
            "2017-10-10",
            "Workforce: principles, model and progress",
        ),
        ("residential", "2017-03-14", "Residential strategy"),
    ] {
        let item = items[&(on.to_owned(), title.to_owned())];
        life.on(on, DIRECTOR)
            .at(20)
            .link(told[key], &PRESENTED_AT, item);
    }
    told
}

/// The workforce principles and expectations of roles.
pub(super) fn expectations(life: &mut Life, documents: &Keyed, meetings: &Meetings) {
    #[rustfmt::skip]
    let list: [(&str, &str, &str, &str, &str, &[&'static str]); 9] = [
        ("Children's social care is delivered across three localities", "principle", "", "Teams by locality in the return", "2017-10-10", &[]),
        ("The management structure is the same in all teams: senior, team and practice managers", "principle", "", "Structure chart, each quarter", "2017-10-10", &[]),
        ("Every child protection case and every looked-after case is held by a social worker", "principle", "", "Counted daily", "2017-10-10", &["unallocated"]),
        ("Complex children in need are held by social workers, under a written definition", "principle", "", "Audit of thirty cases each quarter", "2017-10-10", &["cin-number"]),
        ("Other children in need are held by family support workers with oversight", "principle", "", "Oversight recorded each month", "2017-10-10", &["cin-number"]),
        ("Teams are specialists: assessment and safeguarding, children in our care, care leavers, exploitation", "principle", "", "Structure chart", "2017-10-10", &[]),
        ("Sees every child within 28 days, sooner where the plan says", "expectation", "Social worker", "Visits by worker", "2018-01-09", &["cin-visit-28d"]),
        ("Looks at the list of nearly late assessments each morning", "expectation", "Team manager", "Open assessments past 45 days", "2018-01-09", &["assessment-open-over-45"]),
        ("Gives supervision every month and writes down what was decided", "expectation", "Practice manager", "Monthly count by team", "", &[]),
    ];
    for (text, sort, role, check, approved, measures) in list {
        let on = if sort == "principle" {
            "2017-10-03"
        } else {
            "2017-12-19"
        };
        let mut pen = life.on(on, DIRECTOR).at(9);
        let made = pen.make(
            &EXPECTATION,
            &[
                ("text", text),
                ("sort", sort),
                ("role", role),
                ("version", "1"),
                ("check", check),
                ("owners", ANALYST),
                ("date", approved),
            ],
        );
        pen.links(made, &MEASURED_BY, measures);
        if sort == "principle" {
            pen.link(made, &PART_OF, documents["position"]);
        }
        if !approved.is_empty() {
            life.on(approved, DIRECTOR)
                .at(18)
                .minute(meetings[approved])
                .go(made, "approved");
        }
    }
}

/// Sentences that need evidence, most of them of the self-assessment.
pub(super) fn claims(life: &mut Life, documents: &Keyed, visits: &Keyed) -> Keyed {
    #[rustfmt::skip]
    let list: [(&'static str, &str, &str, &str, &str, &str, &[&'static str]); 10] = [
        ("quality", "The quality of work has improved and this has a positive impact on the children", "Key judgement 1", "help-and-protection strength", "To scrutiny, 14 March 2018", "", &[]),
        ("education", "Work with schools has improved greatly", "Key judgement 2, education", "in-care strength", "To scrutiny, 14 March 2018", "", &[]),
        ("police", "Police referrals are still very high", "Front door", "help-and-protection development", "To scrutiny, 14 March 2018", "Police contacts are 45% of all contacts (1,191 of 2,644 in March)", &["police-contacts"]),
        ("morale", "Staff morale is good", "Leadership", "leaders strength", "Self-assessment, leadership, paragraph 4", "", &[]),
        ("timely", "Assessments are far timelier than at the inspection", "Key judgement 1", "help-and-protection strength", "Self-assessment, key judgement 1, paragraph 2", "40% took longer than 45 days in January 2016, 19% in March 2018 (134 of 698)", &["assessment-over-45"]),
        ("pep", "Most children looked after have a personal education plan", "Key judgement 2, education", "in-care strength", "Self-assessment, key judgement 2, education, third bullet", "", &[]),
        ("permanence", "Permanence is no longer by default", "Key judgement 2", "in-care strength", "Self-assessment, key judgement 2, paragraph 6", "", &["no-permanence-plan"]),
        ("leavers", "Care leavers are well supported", "Key judgement 3", "care-leavers strength", "Self-assessment, key judgement 3, paragraph 1", "", &[]),
        ("known", "Workers know their children well", "Key judgement 1", "help-and-protection strength", "Self-assessment, key judgement 1, paragraph 5", "", &[]),
        ("visits", "Some children in need wait longer than 28 days for a visit", "Key judgement 1", "help-and-protection development", "Self-assessment, key judgement 1, paragraph 7", "", &["cin-visit-28d"]),
    ];
    let assessment = life.on("2018-03-15", DIRECTOR).at(8).make(
        &SELF_ASSESSMENT,
        &[
            ("title", "Self-assessment, spring 2018"),
            ("owners", "Owen Blake"),
            ("date", "2018-03-15"),
        ],
    );
    let mut told = Keyed::new();
    for (key, text, theme, judged, place, evidence, measures) in list {
        let (judgement, sense) = judged.split_once(' ').expect("both are told");
        let mut pen = life.on("2018-03-15", DIRECTOR).at(9);
        let made = pen.make(
            &CLAIM,
            &[
                ("text", text),
                ("where", place),
                ("theme", theme),
                ("judgement", judgement),
                ("sense", sense),
                ("date", "2018-03-14"),
                ("owners", "Owen Blake"),
                ("evidence", evidence),
            ],
        );
        if place.starts_with("Self") {
            pen.link(made, &PART_OF, documents["self"]);
        }
        pen.link(made, &PART_OF, assessment);
        pen.links(made, &MEASURED_BY, measures);
        if !evidence.is_empty() {
            life.on("2018-03-22", ANALYST).at(9).go(made, "measured");
        }
        told.insert(key, made);
    }
    let mut pen = life.on("2018-03-26", DIRECTOR).at(9);
    pen.link(visits["peer-files"], &EVIDENCE_FOR, told["morale"]);
    pen.link(visits["members-2"], &EVIDENCE_FOR, told["morale"]);
    pen.link(visits["mv-cla2"], &EVIDENCE_FOR, told["known"]);
    pen.go(told["morale"], "supported");
    pen.go(told["known"], "supported");
    let mut pen = life.on("2018-03-27", DIRECTOR).at(9);
    pen.set(
        told["pep"],
        &CLAIM,
        &[(
            "query",
            "“Most” of how many? The Board asked for the number and for clarity of wording.",
        )],
    );
    pen.go(told["pep"], "rewording");
    told
}

/// Comments on the self-assessment, ideas of staff.
pub(super) fn suggestions(
    life: &mut Life,
    documents: &Keyed,
    items: &Items,
    plans: &Plans,
    claims: &Keyed,
) {
    #[rustfmt::skip]
    let list: [(&str, &str, &str, &str, &str, &str, &str); 14] = [
        ("2018-03-13", "meeting", POLICE, "Key judgement 1", "Add the enlargement of the police teams for child sexual exploitation", "accepted", "Goes into the next draft"),
        ("2018-03-13", "meeting", "Paul Ames", "Key judgement 1", "Greater focus on particular groups under child sexual exploitation", "accepted", "By group, with small numbers protected"),
        ("2018-03-13", "meeting", "Dr Anna Croft", "Key judgement 1", "Mention the recent inspection of substance misuse services", "done", "Added on page 12"),
        ("2018-03-13", "meeting", "Jane Holt", "Key judgement 1", "A storyboard of the work on children missing from home and from education", "accepted", "An action of the Board"),
        ("2018-03-13", "meeting", "Dr Anna Croft", "Key judgement 2", "Set out the concerns on joint management of health assessments and a plan that lasts", "accepted", "Goes into the next draft"),
        ("2018-03-13", "meeting", "Alison Peel", "Key judgement 2", "The third bullet on education is unclear", "accepted", "To be reworded"),
        ("2018-03-13", "meeting", "Stephen Dowd", "Key judgement 3", "Say how many care leavers are at university", "", ""),
        ("2018-03-13", "meeting", "Nasreen Aziz", "Leadership", "Shorten the section on governance", "declined", "Inspectors ask for it"),
        ("2018-03-22", "partner", "Paul Ames", "Early help", "Our family centres are described as the council's", "", ""),
        ("2018-03-29", "partner", "Wayshire Constabulary", "Front door", "The queue is counted weekly; the figures are attached", "", ""),
        ("2017-07-18", "workshop", "Staff workshop 3, 31 people", "Workforce", "A jury service: five days on a specialism that a worker wants to share", "done", "Nineteen workers gave five days; play therapy begins in May"),
        ("2017-07-18", "workshop", "Staff workshop 3, 31 people", "Recording", "Refresh the practitioners' guide", "done", "Version 2 is circulated"),
        ("2017-09-26", "workshop", "Staff workshop 4, 27 people", "Systems", "Stop entering the same visit in two systems", "accepted", "A review of systems found nine entries made twice; four are gone"),
        ("2018-01-30", "young-people", "Nine young people", "Assessment", "Say at the start how long it will take", "accepted", "In the expectations of each role"),
    ];
    let self_item = items[&("2018-03-13".to_owned(), "Self-assessment".to_owned())];
    for (on, source, who, theme, text, state, answer) in list {
        let by = if source == "meeting" { CLERK } else { DIRECTOR };
        let mut pen = life.on(on, by).at(17);
        let made = pen.make(
            &SUGGESTION,
            &[
                ("text", text),
                ("source", source),
                ("said_by", who),
                ("date", on),
                ("theme", theme),
            ],
        );
        match source {
            "meeting" => {
                pen.link(made, &PART_OF, documents["self"]);
                pen.link(made, &CAME_FROM, self_item);
            }
            "partner" => pen.link(made, &PART_OF, documents["self"]),
            "young-people" => pen.link(made, &ABOUT, plans.lines["expect"]),
            _ => {}
        }
        // Two of them stick to a claim, one still without an answer.
        if text.starts_with("The third bullet") {
            pen.link(made, &ABOUT, claims["pep"]);
        }
        if text.starts_with("Say how many care leavers") {
            pen.link(made, &ABOUT, claims["leavers"]);
        }
        if state.is_empty() {
            continue;
        }
        let field = if state == "done" {
            "came_of_it"
        } else {
            "response"
        };
        let mut pen = life.on("2018-03-28", DIRECTOR).at(11);
        pen.set(made, &SUGGESTION, &[(field, answer)]);
        if state != "declined" {
            pen.go(made, "accepted");
        }
        if state != "accepted" {
            pen.go(made, state);
        }
    }
}

/// Words and abbreviations that papers use.
pub(super) fn terms(life: &mut Life) {
    #[rustfmt::skip]
    let list = [
        ("MASH", "Multi-agency safeguarding hub", "Where police, health and social care look together at what is reported about a child."),
        ("CIN", "Child in need", "A child who gets help from social care under section 17 of the Children Act 1989, because without it their health or development would suffer."),
        ("CP plan", "Child protection plan", "What everybody must do to keep a child safe who was found to be at risk of significant harm."),
        ("CLA", "Children looked after", "Children in the council's care, by agreement or by a court's order."),
        ("PVP", "Vulnerable person report", "What the police write when they meet a child or adult they worry about."),
        ("CON", "Continuum of need", "The document that says which need is met by whom."),
        ("EHC plan", "Education, health and care plan", "What a child with special educational needs is entitled to, and from whom."),
        ("PEP", "Personal education plan", "The plan for a looked-after child's schooling."),
        ("PLO", "Public law outline", "How care proceedings are prepared and run, within 26 weeks."),
        ("EET", "Education, employment or training", "Whether a care leaver studies, works or trains."),
        ("SEND", "Special educational needs and disabilities", ""),
        ("DCS", "Director of children's services", "The officer who answers for all of the council's services for children."),
        ("FTE", "Full-time equivalent", "Two people who each work half a week are one."),
        ("Section 20", "", "Care by agreement with the parents, under section 20 of the Children Act 1989."),
        ("Step-down", "", "A child whose case closes in social care and who goes on to early help."),
        ("Re-referral", "", "A referral of a child who was referred in the twelve months before."),
        ("Suitable accommodation", "", "A home that is safe, secure and affordable. Custody is not."),
        ("Statement", "Statement of special educational needs", "What came before the education, health and care plan; all were to be transferred by 31 March 2018."),
    ];
    for (short, long, means) in list {
        let mut pen = life.on("2016-06-07", CLERK).at(9);
        pen.make_for(
            &TERM,
            "kept",
            Readers::Public,
            &[("short", short), ("long", long), ("means", means)],
        );
    }
}

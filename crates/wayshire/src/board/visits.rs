//! Who came to look, what they found, and what was said back: the register of inspections and visits, findings, feedback.

use super::life::{Life, Told};
use super::people::{ANALYST, CHAIR, DIRECTOR};
use std::collections::BTreeMap;
use waymark_programme::kinds::{FEEDBACK, FINDING, VISIT};
use waymark_programme::link::{ABOUT, CAME_FROM, CONTINUES, EVIDENCE_FOR, MEASURED_BY};

/// Visits and findings by the keys of this file.
pub(super) type Keyed = BTreeMap<&'static str, Told>;

struct Visit {
    key: &'static str,
    after: &'static str,
    title: &'static str,
    body: &'static str,
    sort: &'static str,
    date: &'static str,
    until: &'static str,
    theme: &'static str,
    held: &'static [(&'static str, &'static str)],
}

#[rustfmt::skip]
const VISITS: &[Visit] = &[
    Visit { key: "full", after: "", title: "Ofsted inspection of services for children in need of help and protection", body: "Ofsted", sort: "inspection",
        date: "2015-11-02", until: "2015-11-26", theme: "All services", held: &[
            ("grade", "inadequate"), ("outcome", "Services were judged inadequate. Thresholds were not understood, plans drifted, and managers did not see the work."),
            ("sampled", "214"), ("returned", "19"), ("team", "Six inspectors")] },
    Visit { key: "mv-cla1", after: "full", title: "Ofsted monitoring visit 1: children looked after", body: "Ofsted", sort: "monitoring",
        date: "2017-03-28", until: "2017-03-29", theme: "Children looked after", held: &[
            ("sampled", "34"), ("returned", "3"), ("outcome", "Progress is too slow for children who wait for permanence. Audits are honest."),
            ("changed", "Fewer cases sent back than at the inspection. Managers know their services."), ("next_visit", "July 2017, the same two inspectors, children looked after again.")] },
    Visit { key: "peer-eh", after: "", title: "Peer review of early help", body: "Local Government Association peers", sort: "peer",
        date: "2017-04-25", until: "2017-04-27", theme: "Early help", held: &[
            ("sampled", "15"), ("returned", "0"), ("outcome", "A strong offer that social care does not use enough. Step-down is unclear.")] },
    Visit { key: "yjb", after: "", title: "Short quality screening of youth offending work", body: "HM Inspectorate of Probation", sort: "other",
        date: "2017-05-15", until: "2017-05-17", theme: "Youth offending", held: &[
            ("sampled", "20"), ("returned", "1"), ("outcome", "Assessments are timely; plans are not always shared with social workers.")] },
    Visit { key: "mv-cla2", after: "mv-cla1", title: "Ofsted monitoring visit 2: children looked after", body: "Ofsted", sort: "monitoring",
        date: "2017-07-04", until: "2017-07-05", theme: "Children looked after", held: &[
            ("sampled", "41"), ("returned", "0"), ("spoke_to", "Twenty-six social workers, nine managers, the children in care council."),
            ("outcome", "Significant improvement in the three months since the last visit: no cases sent back and no queries on cases, all compliant."),
            ("heard", "Workers know their children well and speak with passion. Young people were inspirational and positive about the access they have to senior officers and members."),
            ("silent", "Care leavers"), ("changed", "No case was sent back, against 3 of 34 in March. Morale is generally good. Good casework, especially in the East."),
            ("next_visit", "November 2017, the same inspection team, children in need. It will inform the length of the full re-inspection, which might not be four weeks.")] },
    Visit { key: "substance", after: "", title: "Inspection of substance misuse services for young people", body: "Care Quality Commission", sort: "other",
        date: "2017-08-21", until: "2017-08-23", theme: "Substance misuse", held: &[("outcome", "Rated good. Referral routes from social care are not used enough.")] },
    Visit { key: "peer-files", after: "", title: "Peer review: case records", body: "A neighbouring council", sort: "peer",
        date: "2017-09-05", until: "2017-09-06", theme: "Case records", held: &[
            ("sampled", "8"), ("returned", "0"), ("outcome", "No children were deemed unsafe and there was evidence of good timely action. Immediate risks are addressed."),
            ("heard", "Staff feel supported, and most felt that the county has a positive learning culture. They reported positive changes since 2015.")] },
    Visit { key: "dfe-1", after: "", title: "DfE site visits, half days: Aldermoss, Cinderhope, Quarrydale, Brackenford", body: "Department for Education", sort: "site",
        date: "2017-09-19", until: "2017-09-22", theme: "Front line", held: &[
            ("places", "Aldermoss\nCinderhope\nQuarrydale\nBrackenford"), ("spoke_to", "Managers and front-line workers, 38 people"),
            ("heard", "Workloads are tough but manageable. Partnership relationships are positive; the service is just reaching the point where they are stress tested."),
            ("outcome", "Progress in East and Central against priorities and targets. Central decision making needs additional management oversight. Linking early help support remains to be improved. A new action plan for the North is required.")] },
    Visit { key: "members-1", after: "", title: "Member visits to Marlhaven and Thornmouth", body: "Elected members", sort: "member",
        date: "2017-10-03", until: "", theme: "Staff", held: &[("places", "Marlhaven\nThornmouth"), ("heard", "Staff morale is good."), ("outcome", "Councillor Tindall visited two offices and spoke with 21 staff.")] },
    Visit { key: "adoption", after: "", title: "Inspection of the voluntary adoption agency that serves the county", body: "Ofsted", sort: "other",
        date: "2017-10-16", until: "2017-10-19", theme: "Adoption", held: &[("grade", "good"), ("outcome", "Adopters are well prepared. Some children wait for a match longer than they need.")] },
    Visit { key: "mv-cin", after: "mv-cla2", title: "Ofsted monitoring visit 3: children in need", body: "Ofsted", sort: "monitoring",
        date: "2017-11-14", until: "2017-11-15", theme: "Children in need", held: &[
            ("sampled", "38"), ("returned", "2"), ("outcome", "Children in need are seen and safe. In the North, visits are late and recording is long where it should be accurate."),
            ("changed", "Two cases were sent back, against none in July: both in the North."), ("silent", "Private fostering"), ("next_visit", "February 2018: the front door.")] },
    Visit { key: "send", after: "", title: "Local area inspection: special educational needs and disabilities", body: "Ofsted and the Care Quality Commission", sort: "other",
        date: "2017-11-27", until: "2017-12-01", theme: "SEND", held: &[("outcome", "Transfers to education, health and care plans are on course. Health advice comes late.")] },
    Visit { key: "dfe-2", after: "dfe-1", title: "DfE site visits, half days: the North", body: "Department for Education", sort: "site",
        date: "2018-01-23", until: "2018-01-24", theme: "North", held: &[
            ("places", "Fellgate\nMarlhaven\nRavensholt"), ("spoke_to", "Managers and front-line workers, 24 people"),
            ("heard", "New staff have made caseloads bearable. Supervision happens, and is not always written down."), ("outcome", "The North's plan is right; it is young.")] },
    Visit { key: "members-2", after: "members-1", title: "Member visits to Fellgate", body: "Elected members", sort: "member",
        date: "2018-02-06", until: "", theme: "Staff", held: &[("places", "Fellgate"), ("heard", "Workers ask for laptops that work away from the office."), ("outcome", "Three members spoke with 14 staff.")] },
    Visit { key: "mv-mash", after: "mv-cin", title: "Ofsted monitoring visit 4: the MASH", body: "Ofsted", sort: "monitoring",
        date: "2018-02-27", until: "2018-02-28", theme: "Front door", held: &[
            ("sampled", "45"), ("returned", "1"), ("outcome", "Children at immediate risk are dealt with at once. Too many children are referred by the police who need no social care service: 7 of 10 are assessed and get none."),
            ("changed", "One case was sent back, against two in November."), ("next_visit", "A full inspection of up to four weeks, between May and July 2018.")] },
    Visit { key: "hmicfrs", after: "", title: "National child protection inspection of the constabulary", body: "HM Inspectorate of Constabulary", sort: "other",
        date: "2018-03-06", until: "2018-03-09", theme: "Police", held: &[("outcome", "Queues of vulnerable person reports are falling. Reports lack the detail that others need.")] },
];

struct Finding {
    key: &'static str,
    visit: &'static str,
    sense: &'static str,
    said: &'static str,
    theme: &'static str,
    area: &'static str,
    doing: &'static str,
    next: &'static str,
    evidenced: &'static str,
    measures: &'static [&'static str],
}

const fn finding(
    key: &'static str,
    visit: &'static str,
    said: &'static str,
    theme: &'static str,
) -> Finding {
    Finding {
        key,
        visit,
        sense: "improve",
        said,
        theme,
        area: "",
        doing: "",
        next: "",
        evidenced: "",
        measures: &[],
    }
}

impl Finding {
    const fn sense(mut self, sense: &'static str) -> Self {
        self.sense = sense;
        self
    }

    const fn in_area(mut self, area: &'static str) -> Self {
        self.area = area;
        self
    }

    const fn answered(
        mut self,
        doing: &'static str,
        next: &'static str,
        evidenced: &'static str,
    ) -> Self {
        self.doing = doing;
        self.next = next;
        self.evidenced = evidenced;
        self
    }

    const fn by(mut self, measures: &'static [&'static str]) -> Self {
        self.measures = measures;
        self
    }
}

#[rustfmt::skip]
const FINDINGS: &[Finding] = &[
    finding("thresholds", "full", "Thresholds for referral are not understood by partners", "Front door")
        .answered("The continuum of need is relaunched; quality controls on referrals.", "Look at live cases with the police.", "Fewer children referred, assessed and given no service.")
        .by(&["contact-to-referral", "police-referral-no-service"]),
    finding("late-assessments", "full", "Assessments take too long, and children wait unseen", "Assessment")
        .answered("A team for assessments of up to 15 days; live data for managers.", "The North's plan.", "Assessments within 45 working days, by locality.").by(&["assessment-45", "assessment-over-45"]),
    finding("drift", "full", "Plans for children drift without challenge", "Children in need and protection")
        .answered("Challenge log in every conference; case audits.", "Audit of plans over 15 months.", "Plans ended within two years; audit grades.").by(&["cpp-2y-ended"]),
    finding("oversight", "full", "Managers do not see the work of their staff", "Workforce")
        .answered("Supervision every month; one management structure in three localities.", "Performance surgeries.", "Supervision held in the month, by team."),
    finding("changes", "mv-cla2", "Children have too many changes of social worker; career pathways and support to managers are needed", "Workforce")
        .answered("Career pathway and Social Work Academy.", "Retention heat maps.", "Turnover by team; audits that ask how many workers a child has had."),
    finding("model", "mv-cla2", "There is no clear model of social work based on outcomes", "Practice")
        .answered("The risk sensible approach is trained across the workforce.", "Link with the universities.", "Audits that find the model in use."),
    finding("permanence", "mv-cla2", "Permanence is by default for some children, without challenge", "Permanence")
        .answered("Permanence panel in each locality.", "Every child without a plan by the second review is listed.", "Children looked after four months or more with no plan for permanence.").by(&["no-permanence-plan"]),
    finding("know", "mv-cla2", "Workers know their children well and speak with passion", "Practice").sense("strength"),
    finding("audit-right", "mv-cla2", "Audit is finding the right things", "Quality assurance").sense("strength"),
    finding("leavers-silent", "mv-cla2", "Nothing was said about care leavers, but for the transition stage", "Care leavers").sense("silent"),
    finding("step-down", "peer-eh", "It is unclear how step-down to early help works and whether cases are held at the right level", "Early help")
        .answered("A step-down protocol.", "Include step-downs in the re-referral statistics.", "Re-referrals after step-down.").by(&["re-referral-12m"]),
    finding("workers-per-family", "peer-files", "In some cases there were several family support workers and it was not clear who was doing what", "Practice")
        .answered("One lead worker named for each family.", "Audit of thirty families.", "Audit."),
    finding("strategy", "peer-files", "Strategy meetings are held without every agency", "Child protection")
        .answered("Agencies present are recorded.", "Exceptions to the safeguarding board.", "Share of strategy meetings with police and health."),
    finding("safe", "peer-files", "No children were deemed unsafe; there was good timely action", "Case records").sense("strength"),
    finding("central", "dfe-1", "Central decision making needs additional management oversight", "Leadership")
        .answered("A second head of service for Central.", "Review in March 2018.", "Decisions within five days."),
    finding("early-help-link", "dfe-1", "Linking early help support to social care remains to be improved", "Early help").in_area("Whole county")
        .answered("Family Wellbeing workers sit with the assessment teams.", "All twelve districts by summer.", "Police contacts followed by early help.").by(&["pvp-to-early-help"]),
    finding("north-plan", "dfe-1", "A new action plan for the North is required", "North").in_area("North")
        .answered("The plan is written with the teams.", "Additional staff from November.", "Assessments and visits of the North.").by(&["assessment-45", "cin-visit-28d"]),
    finding("cin-visits", "mv-cin", "Children in need in the North are visited late", "Children in need").in_area("North")
        .answered("Performance surgeries by team, month by month.", "Visits done and not recorded are counted apart.", "Children in need visited within 28 days.").by(&["cin-visit-28d", "cin-not-visited"]),
    finding("recording", "mv-cin", "Recording is long where it should be accurate", "Recording")
        .answered("Write less, more accurately: a guide and training.", "Refreshed practitioners' guide.", "Audit of recording."),
    finding("advice", "send", "Health advice for plans comes late", "SEND")
        .answered("A single route for advice in the trust.", "Monthly figures from the trust.", "Advice within six weeks."),
    finding("police-70", "mv-mash", "Seven of ten children referred by the police and assessed get no social care service", "Front door")
        .answered("Quality controls at triage; the police look at live cases with the council.", "CONNECT, about September 2018, records what is no crime.", "Children referred by the police, assessed, and given no service.").by(&["police-referral-no-service", "police-contact-conversion"]),
    finding("immediate", "mv-mash", "Children at immediate risk are dealt with at once", "Front door").sense("strength"),
    finding("reports-detail", "hmicfrs", "Vulnerable person reports lack the detail that others need", "Police").by(&["police-contacts"]),
    finding("laptops", "members-2", "Workers in the North cannot record away from the office", "Recording").in_area("North"),
];

/// The day on which what was found was published: of the full inspection its report came in the new year; what others
/// found was told as they left.
fn published(visit: &Visit) -> &'static str {
    if visit.key == "full" {
        "2016-01-15"
    } else {
        visit.until.max(visit.date)
    }
}

/// The register of visits, with their findings.
pub(super) fn visits(life: &mut Life) -> (Keyed, Keyed) {
    let mut visits = Keyed::new();
    for visit in VISITS {
        let on = visit.date.max("2016-04-26");
        let mut pen = life.on(on, DIRECTOR).at(12);
        let held = [
            &[
                ("title", visit.title),
                ("body", visit.body),
                ("sort", visit.sort),
                ("date", visit.date),
                ("until", visit.until),
                ("theme", visit.theme),
            ],
            visit.held,
        ]
        .concat();
        let made = pen.make_in(&VISIT, "held", &held);
        if let Some(before) = visits.get(visit.after) {
            pen.link(made, &CONTINUES, *before);
        }
        pen.go(made, "reported");
        visits.insert(visit.key, made);
    }
    let mut pen = life.on("2018-03-13", DIRECTOR).at(18);
    let next = pen.make(
        &VISIT,
        &[
            ("title", "Ofsted full re-inspection"),
            ("body", "Ofsted"),
            ("sort", "inspection"),
            ("expected", "Between May and July 2018, up to four weeks"),
            ("theme", "All services"),
        ],
    );
    pen.link(next, &CONTINUES, visits["mv-mash"]);
    visits.insert("next", next);
    let mut findings = Keyed::new();
    for it in FINDINGS {
        let visit = VISITS.iter().find(|visit| visit.key == it.visit);
        let visit = visit.expect("a finding is of a visit");
        let on = visit.until.max(visit.date).max("2016-04-26");
        let mut pen = life.on(on, DIRECTOR).at(13);
        let held = [
            ("said", it.said),
            ("body", visit.body),
            ("report", visit.title),
            ("date", published(visit)),
            ("sense", it.sense),
            ("theme", it.theme),
            ("area", it.area),
            ("doing", it.doing),
            ("next", it.next),
            ("evidenced", it.evidenced),
        ];
        let made = pen.make(&FINDING, &held);
        pen.link(made, &CAME_FROM, visits[it.visit]);
        pen.links(made, &MEASURED_BY, it.measures);
        if it.sense != "improve" {
            let mut pen = life
                .on(on, DIRECTOR)
                .at(14)
                .because("A strength, or nothing said: noted as carefully as an issue");
            pen.go(made, "noted");
        }
        findings.insert(it.key, made);
    }
    feedback(life, &visits, &findings);
    (visits, findings)
}

/// When, source, who, what, sense, area, visit, measures.
#[rustfmt::skip]
const FEEDBACK_NOTES: &[(&str, &str, &str, &str, &str, &str, &str, &[&str])] = &[
    ("2017-07-05", "children", "Children in care council", "They can reach senior officers and members, and are listened to", "positive", "", "mv-cla2", &[]),
    ("2017-07-18", "staff", "A staff workshop, 31 people", "Recording takes the time that visits need", "negative", "", "", &["cin-visit-28d"]),
    ("2017-09-06", "staff", "Staff met by the peer reviewers", "Morale is good, and staff are motivated in terms of the improvement journey", "positive", "", "peer-files", &[]),
    ("2017-09-22", "staff", "38 workers in four districts", "Workloads are tough but manageable", "mixed", "", "dfe-1", &["unallocated"]),
    ("2017-10-03", "members", "Councillor Tindall", "Staff morale is reported as good in two offices of the North", "positive", "North", "members-1", &[]),
    ("2017-11-15", "inspectors", "The lead inspector", "Children in need are seen and safe", "positive", "", "mv-cin", &["cin-visit-28d"]),
    ("2018-01-24", "staff", "24 workers in the North", "New staff have made caseloads bearable", "positive", "North", "dfe-2", &["assessment-45"]),
    ("2018-01-30", "children", "A group of nine young people", "Late assessments mean telling the story again to somebody new", "negative", "", "", &["assessment-over-45"]),
    ("2018-02-06", "staff", "14 workers in Fellgate", "Laptops do not work away from the office", "negative", "North", "members-2", &[]),
    ("2018-02-20", "families", "Parents of children stepped down, 12 calls", "They did not know who to ring after the case was closed", "negative", "", "", &["re-referral-12m"]),
    ("2018-03-13", "partners", "Police officers on the ground", "Passing reports from the MASH to early help is welcome", "positive", "", "", &["pvp-to-early-help"]),
    ("2018-03-20", "partners", "Primary heads' meeting", "Schools see early help sooner than a year ago", "positive", "", "", &["eh-assessments"]),
];

fn feedback(life: &mut Life, visits: &Keyed, findings: &Keyed) {
    for (on, source, who, text, sense, area, visit, measures) in FEEDBACK_NOTES {
        let by = if *source == "members" { CHAIR } else { ANALYST };
        let mut pen = life.on(on, by).at(17);
        let made = pen.make(
            &FEEDBACK,
            &[
                ("text", text),
                ("date", on),
                ("source", source),
                ("said_by", who),
                ("sense", sense),
                ("area", area),
            ],
        );
        if let Some(visit) = visits.get(visit) {
            pen.link(made, &CAME_FROM, *visit);
        }
        pen.links(made, &ABOUT, measures);
        if text.contains("laptops") || text.contains("Laptops") {
            pen.link(made, &EVIDENCE_FOR, findings["laptops"]);
        }
    }
}

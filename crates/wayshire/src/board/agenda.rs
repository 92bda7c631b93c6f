//! What the board took beside its standing items.

use super::people::{ANALYST, AUDITOR, CLERK, DIRECTOR};

/// An item of one meeting.
#[derive(Clone, Copy)]
pub(super) struct Special<'a> {
    pub(super) on: &'a str,
    pub(super) title: &'a str,
    pub(super) sort: &'a str,
    pub(super) presenter: &'a str,
    pub(super) minutes: u32,
    pub(super) seeks: &'a str,
    pub(super) minute: &'a str,
    /// Plan lines, priorities and findings it is about, by key; "old" and "new" for the plans.
    pub(super) of: &'a [&'a str],
    /// Verb and text of each clause.
    pub(super) resolved: &'a [(&'a str, &'a str)],
    /// Plan lines and priorities that the resolution changes.
    pub(super) affects: &'a [&'a str],
    pub(super) paper: &'a str,
    pub(super) appendix: &'a str,
    pub(super) author: &'a str,
    /// The measures its paper is about.
    pub(super) about: &'static [&'static str],
    pub(super) deferred: bool,
}

impl Special<'_> {
    pub(super) const BLANK: Special<'static> = Special {
        on: "",
        title: "",
        sort: "update",
        presenter: "",
        minutes: 20,
        seeks: "",
        minute: "",
        of: &[],
        resolved: &[],
        affects: &[],
        paper: "",
        appendix: "",
        author: "",
        about: &[],
        deferred: false,
    };
}

const B: Special<'static> = Special::BLANK;
const NOTED: &[(&str, &str)] = &[("noted", "the report presented")];

#[rustfmt::skip]
pub(super) const AGENDA: &[Special<'static>] = &[
    Special { on: "2016-05-10", title: "The Board's terms and the Improvement Plan", sort: "decision", presenter: DIRECTOR, minutes: 40, of: &["old"],
        minute: "Helen Farrow presented the Improvement Plan made after the inspection of November 2015. Members asked that every line say what it will change for children.",
        resolved: &[("approved", "the Improvement Plan 2016 to 2017"), ("agreed", "to meet every month and to receive the figures each time")], paper: "Improvement Plan", appendix: "B", author: DIRECTOR, ..B },
    Special { on: "2016-06-14", title: "Assessment backlog", presenter: "Chris Doyle", of: &["old-backlog", "old-15"], minute: "Four assessments in ten took longer than 45 working days in January. The backlog is listed by team. The team for short assessments has six of nine workers.", resolved: NOTED, paper: "Assessment backlog", appendix: "B", author: "Chris Doyle", about: &["assessment-over-45", "assessment-open-over-45"], ..B },
    Special { on: "2016-07-12", title: "Child protection plans over 15 months", presenter: "Victor Gale", of: &["old-plans"], minute: "212 children have been on a plan for longer than 15 months. Each will be reviewed by a manager from another locality.", resolved: &[("supported", "the review of every plan over 15 months")], paper: "Long plans", appendix: "B", author: "Victor Gale", about: &["cpp-number"], ..B },
    Special { on: "2016-08-09", title: "Workforce: recruitment campaign", presenter: "Louise Penn", of: &["old-recruit"], minute: "Twenty-three workers were appointed since May. The North is hardest to recruit to.", resolved: NOTED, paper: "Recruitment campaign", appendix: "B", author: "Louise Penn", ..B },
    Special { on: "2016-09-13", title: "Statements and education, health and care plans", sort: "presentation", presenter: "Grace Hall", of: &["send"], minute: "Some 3,100 statements remain to be transferred by 31 March 2018. Monthly targets were set.", resolved: NOTED, ..B },
    Special { on: "2016-10-11", title: "Health check of the plan", presenter: "Richard Coyne", of: &["old"], minute: "Two lines of the plan are late: rooms for the MASH and police officers in post. The others hold.", resolved: NOTED, paper: "Second health check", appendix: "B", author: "Richard Coyne", ..B },
    Special { on: "2016-11-08", title: "Front door: one point of contact", sort: "decision", presenter: "Simon Firth", of: &["old-mash"], minute: "The Contact and Referral Team and the MASH would become one point of contact in March 2017.", resolved: &[("endorsed", "one front door from 1 March 2017")], affects: &["old-mash"], paper: "One front door", appendix: "B", author: "Simon Firth", about: &["contact-to-referral", "contacts"], ..B },
    Special { on: "2016-12-13", title: "Audit framework", sort: "decision", presenter: AUDITOR, of: &["old-audit"], minute: "Sixty files will be audited each month. Grades stay provisional until they are moderated.", resolved: &[("approved", "the audit framework")], paper: "Audit framework", appendix: "B", author: AUDITOR, ..B },
    Special { on: "2017-01-10", title: "Assessment timeliness: a year on", presenter: ANALYST, of: &["old-backlog"], minute: "40% of assessments took longer than 45 days in January 2016; 12% in December. The Board asked whether it would last.", resolved: NOTED, paper: "Assessment timeliness", appendix: "B", author: ANALYST, about: &["assessment-over-45", "assessment-45"], ..B },
    Special { on: "2017-02-14", title: "Residential strategy", sort: "decision", presenter: "Annette Moor", of: &["care"], minute: "The paper was not ready.", deferred: true, ..B },
    Special { on: "2017-03-14", title: "Residential strategy", sort: "decision", presenter: "Annette Moor", of: &["care"], minute: "Two homes will be rebuilt and an outreach team will work with families whose children are near care, as a neighbouring council does.", resolved: &[("supported", "the residential strategy"), ("referred", "the capital needed")], paper: "Residential strategy", appendix: "B", author: "Annette Moor", about: &["cla-residential", "cla-started"], ..B },
    Special { on: "2017-04-11", title: "Ofsted monitoring visit of March", presenter: DIRECTOR, of: &["old"], minute: "Three of 34 cases were sent back. Permanence takes too long. Managers know their services.", resolved: NOTED, paper: "Monitoring visit 1", appendix: "B", author: DIRECTOR, about: &["no-permanence-plan"], ..B },
    Special { on: "2017-05-09", title: "Early help: the peers' findings", presenter: "Debra Duff", of: &["step-down"], minute: "A strong offer that social care does not use enough. It is unclear how step-down works.", resolved: &[("requested", "that step-downs be part of the re-referral statistics")], paper: "Early help peer review", appendix: "B", author: "Debra Duff", about: &["re-referral-12m", "eh-assessments"], ..B },
    Special { on: "2017-06-13", title: "Children looked after: numbers", presenter: "Annette Moor", of: &["care"], minute: "Numbers rise month by month. Cinderhope and Quarrydale are above every comparator.", resolved: NOTED, paper: "Children looked after", appendix: "B", author: "Annette Moor", about: &["cla-number", "cla-rate"], ..B },
    Special { on: "2017-07-25", title: "DCS progress and update", presenter: DIRECTOR, minutes: 40, of: &["changes", "model", "permanence", "academy"],
        minute: "Ofsted found significant improvement in the three months since the last visit: no cases referred back and no queries on cases. Workers know their children well. Audit is finding the right things. What is to develop was known and is in the new plan: changes of social worker, a model based on outcomes, permanence.\n\nThe next visit will look at children in need, in November, with the same team, and will inform the length of the full re-inspection.\n\nFor a small number of districts assessments within 45 days are worse; most are areas with staffing issues. Additional resources are being put in place. Care leavers in education, employment or training were 53.2% on 20 July 2017; this is still not good enough.\n\nThree staff workshops were held. A suggestion is a jury service: five days on a specialism that a worker has and wants to share.",
        resolved: NOTED, paper: "Director's update", appendix: "B", author: DIRECTOR, about: &["assessment-45", "cl-eet", "re-referral-12m"], ..B },
    Special { on: "2017-09-12", title: "DCS progress and update", presenter: DIRECTOR, minutes: 30, of: &["new", "old"],
        minute: "The original plan is complete but for its successors. The draft Continuous Improvement Plan was circulated for comment.", resolved: &[("approved", "the completion of the Improvement Plan 2016 to 2017"), ("noted", "the draft Continuous Improvement Plan")], paper: "Draft Continuous Improvement Plan", appendix: "B", author: DIRECTOR, ..B },
    Special { on: "2017-09-12", title: "Recruitment and retention heat maps", presenter: "Louise Penn", of: &["work"], minute: "The heat maps were not ready.", deferred: true, ..B },
    Special { on: "2017-10-10", title: "Looked After Children", sort: "decision", presenter: "Annette Moor", minutes: 25, of: &["sufficiency", "care"],
        seeks: "The Board is asked to note the Sufficiency Strategy and to approve the approach.",
        minute: "The report gave recent patterns of children coming into care, with recommended actions and a timeframe. Cinderhope and Quarrydale continue to have rates above all comparators.\n\nA new Sufficiency Strategy for 2017 to 2020 goes to Cabinet on 12 October. The aim over three years is 1,646 children looked after, a rate of 66.7 per 10,000.\n\nIt will be achieved by the risk sensible approach; prevention and early help; respite and outreach on the edge of care; section 20 only after these were offered, where there is no child protection concern; and by enforcing the section 20 charging policy.",
        resolved: &[("noted", "the report presented"), ("approved", "the approach to be taken with regard to reducing the number of children looked after over the next three years")], affects: &["sufficiency"], paper: "Children looked after and Sufficiency Strategy", appendix: "B", author: "Annette Moor", about: &["cla-number", "cla-rate", "cla-s20-share"], ..B },
    Special { on: "2017-10-10", title: "DfE Site Visits", presenter: "Judith Amble", minutes: 15, of: &["north-plan", "early-help-link", "central"], minute: "Half-day visits took place in Aldermoss, Cinderhope, Quarrydale and Brackenford. Workloads were tough but manageable. Partnership relationships were positive and are just reaching the point where they are stress tested. A new action plan for the North is required.", resolved: &[("noted", "the update and actions for further improvement")], ..B },
    Special { on: "2017-10-10", title: "DCS progress and update", sort: "decision", presenter: DIRECTOR, minutes: 40, of: &["new", "north", "supervision"],
        seeks: "The Board is asked to approve the Continuous Improvement Plan.",
        minute: "Ofsted endorsed the approach of the plan, want more about outcomes for children, want to understand its phasing, and to see the link to what the original plan completed.\n\nAssessments: 40% were not completed in 45 days in January 2016, 21% in August 2017; from January to August 2017 the number had risen steadily. The North has struggled and this can be correlated to staffing there.\n\nPositives: referral rate 31.2 per 10,000 in August; only 13 social workers have more than 30 cases; East and North had a net loss of 5 children looked after in September; 11% of areas audited were inadequate, 74% required improvement, 15% were good.\n\nNext areas: supervision, down to 60%; contact to referral conversion, down to 29.8%; assessments that led to no further action, 25%; 1,923 children looked after; nearly 19% of them placed with parents.\n\nEight cases were reviewed by peers. No children were deemed unsafe.",
        resolved: &[("approved", "the approach contained within the Continuous Improvement Plan"), ("requested", "that the next plan focuses on activities in the North")], affects: &["north"], paper: "Continuous Improvement Plan", appendix: "C", author: DIRECTOR, about: &["assessment-45", "referral-rate", "contact-to-referral", "assessment-nfa", "cla-placed-with-parents"], ..B },
    Special { on: "2017-10-10", title: "Children with special educational needs and disabilities", sort: "presentation", presenter: "Grace Hall", of: &["ehcp"], minute: "The local offer has four levels, from universal services to support for complex or life-threatening needs.", resolved: &[("noted", "the presentation on the graduated response")], ..B },
    Special { on: "2017-10-10", title: "Workforce: principles, model and progress", sort: "decision", presenter: DIRECTOR, of: &["work"], minute: "The position statement sets out capacity and structure and how they have changed. 570.3 full-time equivalents were in post at the end of August 2017 against 468.5 in August 2015.", resolved: &[("noted", "the report"), ("supported", "the agreed principles for the social care workforce")], paper: "Workforce position statement", appendix: "D", author: DIRECTOR, about: &["unallocated"], ..B },
    Special { on: "2017-11-14", title: "Recruitment and retention heat maps", presenter: "Bridget Lane", of: &["work", "academy"], minute: "The maps show where workers leave within a year: Fellgate, Marlhaven and Stannerby.", resolved: NOTED, paper: "Heat maps", appendix: "B", author: "Bridget Lane", about: &["unallocated"], ..B },
    Special { on: "2017-11-14", title: "Audit programme", presenter: AUDITOR, of: &["themes"], minute: "Themes for a year: front door, recording, supervision, permanence.", resolved: &[("endorsed", "the programme of thematic audits")], affects: &["themes"], paper: "Audit programme", appendix: "C", author: AUDITOR, ..B },
    Special { on: "2017-12-12", title: "Health assessments of children looked after", presenter: "Dr Anna Croft", of: &["health"], minute: "22 of 100 first health assessments due in November were on time. The trust and the council will use one route for consent.", resolved: &[("agreed", "that the trust and the council report together each month until half are on time")], affects: &["health"], paper: "First health assessments", appendix: "B", author: "Dr Anna Croft", about: &["iha-on-time/20wd", "iha-overdue"], ..B },
    Special { on: "2018-01-09", title: "Ofsted monitoring visit of November", presenter: DIRECTOR, of: &["cin-visits", "recording"], minute: "Two of 38 cases were sent back, both in the North. Visits there are late and recording is long.", resolved: NOTED, paper: "Monitoring visit 3", appendix: "B", author: DIRECTOR, about: &["cin-visit-28d"], ..B },
    Special { on: "2018-01-09", title: "Residential strategy: delay", sort: "decision", presenter: "Annette Moor", of: &["homes"], minute: "Building works at both homes are late. Cabinet is asked for more capital in March.", resolved: &[("noted", "the delay and its cause"), ("requested", "a new date at the February meeting")], affects: &["homes"], paper: "Delay of the homes", appendix: "C", author: "Annette Moor", about: &["cla-residential"], ..B },
    Special { on: "2018-02-13", title: "The North: first three months", presenter: "Priya Lowe", of: &["north", "north-staff"], minute: "All additional staff are in post. Assessments over 45 days in the North were 36% in January against 39% in August. It is too early to say that this has changed.", resolved: NOTED, paper: "The North's plan", appendix: "B", author: "Priya Lowe", about: &["assessment-over-45", "cin-visit-28d"], ..B },
    Special { on: "2018-02-13", title: "Corporate Parenting Board: report", presenter: "Natasha Reed", of: &["parenting", "eet"], minute: "Ten businesses offer places. Fellgate has the fewest young people in work or study.", resolved: &[("received", "the report of the Corporate Parenting Board")], paper: "Corporate parenting", appendix: "C", author: "Natasha Reed", about: &["cl-eet", "cl-suitable"], ..B },
    Special { on: "2018-03-13", title: "Action plan following the monitoring visit to the MASH", sort: "decision", presenter: "Simon Firth", minutes: 30, of: &["police-70", "police", "con", "door"],
        seeks: "The Board is asked to endorse the focus of future MASH plans.",
        minute: "The paper gave what Ofsted said, what is being done, the next steps and how improvement will be evidenced.\n\nSeven of ten children referred by the police and assessed end up with no service. Superintendent Ruth Kell said that this is an issue of the quality of referrals and partly that the police have no system for detail that is no crime, so that they refer in order to record. CONNECT should do that from about September. The Operational Group will look at live cases.\n\nThe police queue has fallen for four weeks and still requires close monitoring by the MASH Steering Group. More reports go from the MASH to early help, and officers on the ground welcome it.",
        resolved: &[("endorsed", "the proposal to focus future MASH plans on the quality of police referrals so as to reduce the overall number, those related to domestic abuse among them"), ("noted", "that the continuum of need is being relaunched and publicised"), ("delegated", "the changes required, with feedback to the Board,")],
        affects: &["police", "door"], paper: "MASH action plan", appendix: "B", author: "Simon Firth", about: &["police-referral-no-service", "police-contact-conversion", "police-contacts", "pvp-to-early-help"], ..B },
    Special { on: "2018-03-13", title: "Vision", sort: "decision", presenter: DIRECTOR, minutes: 10, minute: "Members were asked whether they agreed with the slightly amended vision: “Children, young people and families in need of help are safe, healthy and supported to achieve”.", resolved: &[("agreed", "the revised wording for the vision"), ("agreed", "that it be used in all relevant documents and by partners where appropriate")], ..B },
    Special { on: "2018-03-13", title: "Self-assessment", presenter: "Owen Blake", minutes: 30, of: &["quality"], minute: "Members read the draft by key judgement and wrote comments. Where there is data to back up the narrative it shall be included. Where there are weaknesses there shall be a detailed action plan.", resolved: &[("agreed", "that data be included wherever it backs up the narrative"), ("agreed", "that each weakness has a detailed action plan")], paper: "Draft self-assessment", appendix: "C", author: "Owen Blake", ..B },
    Special { on: "2018-04-24", title: "MASH and police referrals: live cases", presenter: "Simon Firth", minutes: 20, of: &["police"], seeks: "The Board is asked to say whether the quality of referrals has changed.", paper: "Live cases", appendix: "B", author: "Simon Firth", about: &["police-referral-no-service"], ..B },
    Special { on: "2018-04-24", title: "Readiness for inspection", sort: "decision", presenter: DIRECTOR, minutes: 30, of: &["new"], seeks: "The Board is asked to agree the self-assessment.", paper: "Self-assessment, second draft", appendix: "C", author: "Owen Blake", ..B },
    Special { on: "2018-04-24", title: "Children in need in the North", presenter: "Priya Lowe", minutes: 15, of: &["north", "cin-visits"], paper: "Visits in the North", appendix: "D", author: "Priya Lowe", about: &["cin-visit-28d", "cin-not-visited"], ..B },
];

/// Who hands a paper in: its author, where they have an account that may; else the clerk for them.
pub(super) fn writer(author: &str) -> &'static str {
    [DIRECTOR, ANALYST]
        .into_iter()
        .find(|it| *it == author)
        .unwrap_or(CLERK)
}

//! How minutes name the product's measures.

use super::Unit;

/// Words that name a measure.
pub(super) struct Synonym {
    /// The measure's id, with its variant where it has several.
    pub(super) id: &'static str,
    /// What the measure counts in: a percentage is never a count.
    pub(super) unit: Unit,
    /// Words that must all occur, in any order; `*` ends a stem.
    pub(super) words: &'static str,
    /// Words that must not: "police contacts" are not all contacts.
    pub(super) without: &'static str,
}

const fn percent(id: &'static str, words: &'static str, without: &'static str) -> Synonym {
    Synonym {
        id,
        unit: Unit::Percent,
        words,
        without,
    }
}

const fn rate(id: &'static str, words: &'static str, without: &'static str) -> Synonym {
    Synonym {
        id,
        unit: Unit::Per10000,
        words,
        without,
    }
}

const fn count(id: &'static str, words: &'static str, without: &'static str) -> Synonym {
    Synonym {
        id,
        unit: Unit::Count,
        words,
        without,
    }
}

/// Every phrase there is. The longest that fits wins.
pub(super) const SYNONYMS: &[Synonym] = &[
    count("cla-net-change", "children looked after net", ""),
    percent("contact-to-referral", "contact* referral conver*", "police"),
    percent("contact-to-referral", "conversion rate", "police section"),
    percent(
        "contact-to-referral",
        "contact* referral* follow*",
        "police",
    ),
    percent(
        "contact-to-referral",
        "contact* progress* referral*",
        "police",
    ),
    percent("police-contact-conversion", "police conver*", ""),
    percent("police-contact-conversion", "police contact* referral*", ""),
    percent(
        "police-referral-no-service",
        "referred police no* services assess*",
        "",
    ),
    percent(
        "police-referral-no-service",
        "referred police not receiv* services",
        "",
    ),
    percent("re-referral-12m", "re-referral*", ""),
    percent("re-referral-12m", "repeat referral*", ""),
    percent("referral-nfa", "referral* no further action", "assessment*"),
    percent("referral-nfa", "referral* nfa", "assessment*"),
    percent("repeat-contacts", "repeat contact*", ""),
    percent(
        "assessment-over-45",
        "assessment* not completed 45",
        "after",
    ),
    percent("assessment-over-45", "not completed 45", "visit* after"),
    percent("assessment-over-45", "assessment* over 45", "after open"),
    percent("assessment-over-45", "assessment* longer 45", "after"),
    percent(
        "assessment-45",
        "assessment* completed 45",
        "not over longer",
    ),
    percent("assessment-45", "assessment* within 45", "not over longer"),
    percent(
        "assessment-45",
        "assessment* timel*",
        "not 15 overdue health",
    ),
    percent("assessment-15", "assessment* 15 days", ""),
    percent("assessment-nfa", "assessment* no further action", ""),
    percent("assessment-nfa", "assessment* nfa", ""),
    percent("assessment-nfa", "assessment* closed no action", ""),
    percent(
        "assessment-cla-overdue",
        "assessment* looked after overdue",
        "health",
    ),
    percent("cin-visit-28d", "child* in need visit*", "not"),
    percent("cin-visit-28d", "child* need visited 4 weeks", "not"),
    percent("cp-visit-on-time", "child protection visit*", ""),
    percent("icpc-15", "initial conference* 15", ""),
    percent("icpc-15", "icpc* 15", ""),
    percent("icpc-15", "icpc* time*", ""),
    percent("s47-to-icpc", "section 47 conference*", ""),
    percent(
        "rcpc-on-time",
        "review child protection conference* time*",
        "initial",
    ),
    percent("rcpc-on-time", "review conference* time*", "initial looked"),
    percent("cpp-repeat-ever", "second subsequent plan*", ""),
    percent("cpp-repeat-ever", "second plan*", ""),
    percent("cpp-repeat-ever", "repeat child protection plan*", ""),
    percent("cpp-2y-active", "child protection plan* two years", "ended"),
    percent("cpp-2y-active", "plan* 2 years", "ended"),
    percent("cla-placed-with-parents", "placed with parent*", ""),
    percent("cla-placed-with-parents", "placement* with parent*", ""),
    percent("cla-visit-on-time", "looked after visit*", ""),
    percent("cla-review-on-time", "looked after review* time*", ""),
    percent("cla-review-on-time", "timel* review* looked after", ""),
    percent("placements-3plus", "three or more placement*", ""),
    percent("placements-3plus", "three or more move*", ""),
    percent("placements-3plus", "3 or more placement*", ""),
    percent("placements-3plus", "three placements", ""),
    percent("placement-stable-2y", "same placement two years", ""),
    percent("placement-stable-2y", "long term placement stability", ""),
    percent("cla-foster", "looked after foster*", "agency"),
    percent("cla-residential", "looked after residential", ""),
    percent("cla-s20-share", "section 20", ""),
    percent("uasc", "unaccompanied", ""),
    percent("uasc", "uasc", ""),
    percent("sgo-share", "special guardianship", ""),
    percent("adopted-share", "left care adopt*", ""),
    percent(
        "iha-on-time/20wd",
        "initial health assessment*",
        "28 overdue",
    ),
    percent(
        "iha-on-time/28d",
        "initial health assessment* 28",
        "overdue",
    ),
    percent("iha-on-time/20wd", "ihas", "28 overdue"),
    percent("rha-current", "review health assessment*", ""),
    percent("rha-current", "health assessment* date", "initial"),
    percent("dental-current", "dental*", ""),
    percent("dental-current", "dentist*", ""),
    percent(
        "missing-children-cla",
        "looked after missing episode*",
        "interview*",
    ),
    percent("rhi-offered", "return interview* offered", ""),
    percent("rhi-accepted", "return interview* accepted", ""),
    percent("cl-eet", "care leavers education employment", "not neet"),
    percent("cl-eet", "care leavers eet", "not neet"),
    percent("cl-eet", "education employment training", "not neet"),
    percent("cl-neet", "care leavers neet", ""),
    percent("cl-neet", "care leavers not education employment", ""),
    percent("cl-suitable", "suitable accommodation", "unsuitable not"),
    percent("cl-in-touch", "care leavers touch", ""),
    percent("cl-in-touch", "care leavers contact with", ""),
    percent("pathway-current", "pathway plan*", ""),
    percent("cl-transition", "personal adviser*", ""),
    rate("referral-rate", "referral*", "re-referral contact* police"),
    rate("contact-rate", "contact*", "referral*"),
    rate(
        "cla-rate",
        "looked after",
        "started starting ceased ceasing",
    ),
    rate("cla-rate", "children in care", ""),
    rate("cla-started", "looked after start*", ""),
    rate("cla-ceased", "looked after ceas*", ""),
    rate("cpp-rate", "child protection plan*", ""),
    rate("cpp-rate", "subject child protection", ""),
    rate("cin-rate/plan", "child* in need", ""),
    rate("s47-rate", "section 47", ""),
    rate("s47-rate", "s47*", ""),
    rate("icpc-rate", "initial child protection conference*", ""),
    count(
        "cla-number",
        "children looked after",
        "placed discharged overdue visit* review* missing foster* health net",
    ),
    count(
        "cla-number",
        "looked after children",
        "placed discharged overdue visit* review* missing foster* health net",
    ),
    count(
        "cla-number",
        "children in care",
        "placed discharged missing net",
    ),
    count(
        "cpp-number",
        "child protection plan*",
        "started ended visit* review*",
    ),
    count("cin-number/plan", "children in need", "visit* social"),
    count("cin-number/plan", "child in need", "visit* social"),
    count("cin-not-visited", "not visited 4 weeks", ""),
    count("cin-not-visited", "not visited four weeks", ""),
    count(
        "referrals",
        "referrals",
        "re-referral police no further action",
    ),
    count("contacts", "contacts", "police referral*"),
    count("police-contacts", "police contacts", ""),
    count(
        "cl-number",
        "care leavers",
        "suitable unsuitable touch custody education",
    ),
    count("cl-number", "leaving care service", ""),
    count("cl-unsuitable", "care leavers unsuitable", ""),
    count("unallocated", "unallocated", ""),
    count("unallocated", "no allocated social worker", ""),
    count("no-permanence-plan", "no permanence plan", ""),
    count("assessment-open-over-45", "open assessment* over 45", ""),
    count(
        "iha-overdue/28d",
        "initial health assessment* overdue 28",
        "",
    ),
    Synonym {
        id: "assessment-median-days",
        unit: Unit::Days,
        words: "assessment* median",
        without: "",
    },
    Synonym {
        id: "adoption-a10",
        unit: Unit::Days,
        words: "entering care adopt*",
        without: "",
    },
    Synonym {
        id: "adoption-a2",
        unit: Unit::Days,
        words: "placement order match*",
        without: "",
    },
];

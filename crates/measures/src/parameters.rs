//! The limits that measures use, each with its source. What only practice sets is the council's to change, from a day
//! on, in its configuration; what law or guidance sets is not.

use crate::measure::{Parameter, Standing};

macro_rules! parameters {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $value:literal $unit:literal, $title:literal, $standing:ident, $source:literal;)+) => {
        $(
            #[doc = $title]
            pub static $name: Parameter = Parameter {
                name: $id, title: $title, value: $value, unit: $unit, standing: Standing::$standing, source: $source,
            };
        )+

        /// Every limit.
        pub static ALL: &[&Parameter] = &[$(&$name),+];
    };
}

parameters! {
    CONTACT_LINK = "contact_link_wd", 5 "working days", "A referral this soon after a contact is taken to follow it", Practice,
        "local: list 1 holds no outcome";
    POLICE_EARLY_HELP_LINK = "pvp_eh_link_days", 30 "days", "An early help assessment this soon after a police contact is taken to follow it", Practice,
        "local: list 1 holds no outcome";
    REPEAT_CONTACTS = "repeat_contacts", 3 "contacts", "Contacts in 12 months that make a repeat", Practice, "local";
    REREFERRAL = "rereferral_months", 12 "months", "Look-back that makes a referral a re-referral", Definition,
        "DfE children in need census; Local Authority Interactive Tool measure 271";
    ASSESSMENT_LINK = "assessment_link_wd", 10 "working days", "An assessment starting this soon after a referral belongs to it", Practice,
        "local: Annex A does not link assessments to referrals";
    ASSESSMENT_LIMIT = "assessment_limit_wd", 45 "working days", "Child and family assessment complete", Guidance,
        "Working Together to Safeguard Children (2018, kept in 2023), chapter 1, timeliness";
    ASSESSMENT_SHORT = "assessment_short_wd", 15 "working days", "Short assessment complete", Practice, "local: a 0-15 day assessment team";
    CONFERENCE_LIMIT = "icpc_limit_wd", 15 "working days", "Initial child protection conference held", Guidance,
        "Working Together to Safeguard Children (2018, kept in 2023), chapter 1, initial child protection conferences";
    TWO_YEARS = "two_year_days", 729 "days", "A plan longer than this has lasted two years or more", Definition,
        "Local Authority Interactive Tool measures 98 and 264";
    PLAN_SHORT = "cpp_short_months", 3 "months", "A plan that ends sooner than this was short", Definition, "DfE children in need statistics";
    PLAN_VISIT = "cp_visit_wd", 10 "working days", "Visit to a child on a child protection plan", Practice,
        "local: no interval is set nationally";
    SEEN_ALONE_FROM = "cp_seen_alone_min_age", 0 "years of age", "Youngest age at which a child is expected to be seen alone", Practice, "local; 0 is no minimum";
    PLAN_REVIEW_FIRST = "rcpc_first_months", 3 "months", "First child protection review conference", Guidance,
        "Working Together to Safeguard Children (2018, kept in 2023), chapter 1, review conferences";
    PLAN_REVIEW_NEXT = "rcpc_next_months", 6 "months", "Later child protection review conferences", Guidance,
        "Working Together to Safeguard Children (2018, kept in 2023), chapter 1, review conferences";
    NEED_VISIT = "cin_visit_days", 28 "days", "Visit to a child on a child in need plan", Practice,
        "local: section 17 work is voluntary and no interval is set nationally";
    EARLY_HELP_LIMIT = "eh_assessment_wd", 30 "working days", "Early help assessment complete", Practice, "local early help pathway";
    MANY_PLACEMENTS = "placements", 3 "placements", "Placements in 12 months that make a child's care unsettled", Definition,
        "SSDA903; DfE children looked after statistics";
    STABLE_CARE = "stable_care_months", 30 "months", "Looked after at least this long, for long-term stability", Definition, "DfE children looked after statistics";
    STABLE_PLACEMENT = "stable_placement_months", 24 "months", "In one placement at least this long, for long-term stability", Definition, "DfE children looked after statistics";
    STABLE_UNDER = "stable_under_age", 16 "years of age", "Under this age, for long-term stability", Definition, "DfE children looked after statistics";
    VISIT_FIRST = "visit_first_days", 7 "days", "First visit after a placement starts", Statutory,
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 28(2)(a)";
    VISIT_NEXT = "visit_days", 42 "days", "Later visits to a child looked after", Statutory,
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 28(2)(b) and (c)(ii)";
    VISIT_LONG = "visit_long_months", 3 "months", "Visits after a year in a placement meant to last to 18", Statutory,
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 28(2)(c)(i)";
    VISIT_WEEKLY = "visit_weekly_days", 7 "days", "Visits under an interim care order with parents, until the first review", Statutory,
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 28(4)(a)";
    VISIT_PARENTS = "visit_ico_parent_days", 28 "days", "Visits under an interim care order with parents, after the first review", Statutory,
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 28(4)(b)";
    CARE_REVIEW_FIRST = "cla_review_first_wd", 20 "working days", "First review of a child looked after", Statutory,
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 33(1)";
    CARE_REVIEW_SECOND = "cla_review_second_months", 3 "months", "Second review of a child looked after", Statutory,
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 33(2)";
    CARE_REVIEW_NEXT = "cla_review_next_months", 6 "months", "Later reviews of a child looked after", Statutory,
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 33(2)";
    PERMANENCE = "permanence_months", 4 "months", "Plan for permanence, due by the second review", Guidance,
        "Children Act 1989 guidance, volume 2, permanence planning";
    FIRST_HEALTH_WORKING_DAYS = "iha_wd", 20 "working days", "Initial health assessment, ready for the first review", Guidance,
        "Promoting the health and well-being of looked-after children (2015), with reg 7 of the 2010 Regulations";
    FIRST_HEALTH_DAYS = "iha_days", 28 "days", "Initial health assessment, in calendar days", Practice, "local: \"over 28 days\"";
    HEALTH_COHORT = "health_cohort_months", 12 "months", "Looked after at least this long, for yearly health checks", Definition, "SSDA903 OC2";
    HEALTH_UNDER_5 = "rha_under5_months", 6 "months", "Review health assessment, under 5", Statutory,
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 7(3)(a)";
    HEALTH_5_PLUS = "rha_5plus_months", 12 "months", "Review health assessment, 5 and over", Statutory,
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 7(3)(b)";
    DENTAL = "dental_months", 12 "months", "Dental check", Definition, "SSDA903 OC2, teeth check";
    PATHWAY = "pathway_months", 6 "months", "Pathway plan review", Statutory, "Care Leavers (England) Regulations 2010, reg 7";
}

/// The limit with this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Parameter> {
    ALL.iter().copied().find(|it| it.name == name)
}

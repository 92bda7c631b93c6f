//! The answers that Annex A's columns take, as Ofsted spells them, with how often Wayshire draws each.

pub(crate) const SEXES: [(&str, u32); 4] = [
    ("a) Male", 508),
    ("b) Female", 485),
    ("c) Not stated/recorded", 5),
    ("d) Neither", 2),
];

pub(crate) const ETHNICITIES: [(&str, u32); 20] = [
    ("a) WBRI", 780),
    ("b) WIRI", 3),
    ("c) WIRT", 3),
    ("d) WOTH", 28),
    ("e) WROM", 6),
    ("f) MWBC", 14),
    ("g) MWBA", 8),
    ("h) MWAS", 20),
    ("i) MOTH", 12),
    ("j) AIND", 12),
    ("k) APKN", 50),
    ("l) ABAN", 9),
    ("m) AOTH", 10),
    ("n) BCRB", 3),
    ("o) BAFR", 9),
    ("p) BOTH", 3),
    ("q) CHNE", 2),
    ("r) OOTH", 10),
    ("s) REFU", 3),
    ("s) NOBT", 15),
];

pub(crate) const YES: &str = "a) Yes";
pub(crate) const NO: &str = "b) No";
pub(crate) const UNKNOWN: &str = "c) Unknown";

/// Yes or No.
pub(crate) const fn yes_no(yes: bool) -> &'static str {
    if yes { YES } else { NO }
}

pub(crate) const POLICE: &str = "q) 6: Police";

/// Where contacts and referrals come from, the police apart.
pub(crate) const SOURCES: [(&str, u32); 20] = [
    ("a) 1A: Individual", 110),
    ("b) 1B: Individual", 35),
    ("c) 1C: Individual", 12),
    ("d) 1D: Individual", 20),
    ("e) 2A: Schools", 230),
    ("f) 2B: Education services", 35),
    ("g) 3A: Health services", 30),
    ("h) 3B: Health services", 45),
    ("i) 3C: Health services", 18),
    ("j) 3D: Health services", 40),
    ("k) 3E: Health services", 50),
    ("l) 3F: Health services", 30),
    ("m) 4: Housing", 30),
    ("n) 5A: LA services", 70),
    ("o) 5B: LA services", 55),
    ("p) 5C: LA services", 35),
    ("r) 7: Other legal agency", 65),
    ("s) 8: Other", 50),
    ("t) 9: Anonymous", 30),
    ("u) 10: Unknown", 10),
];

/// Who completes early help assessments.
pub(crate) const EARLY_HELP_BY: [(&str, u32); 7] = [
    ("Wayshire Early Help Service", 300),
    ("Primary school", 260),
    ("Secondary school", 150),
    ("Health visiting", 130),
    ("Children's centre", 90),
    ("School nursing", 40),
    ("Voluntary organisation", 30),
];

pub(crate) const NEEDS: [(&str, u32); 10] = [
    ("N1 - Abuse or neglect", 540),
    ("N2 - Child's disability", 90),
    ("N3 - Parental disability or illness", 30),
    ("N4 - Family in acute stress", 95),
    ("N5 - Family dysfunction", 170),
    ("N6 - Socially unacceptable behaviour", 22),
    ("N7 - Low income", 3),
    ("N8 - Absent parenting", 28),
    ("N9 - Cases other than children in need", 6),
    ("N0 - Not stated", 16),
];

pub(crate) const ABUSE: [(&str, u32); 5] = [
    ("a) Neglect", 430),
    ("b) Physical abuse", 70),
    ("c) Sexual abuse", 40),
    ("d) Emotional abuse", 400),
    ("e) Multiple/not recommended", 60),
];

pub(crate) const CLOSED_AFTER_ASSESSMENT: &str =
    "RC8 - Case closed after assessment, no further action";
pub(crate) const SERVICES_CEASED: &str =
    "RC7 - Services ceased for any other reason, including child no longer in need";
pub(crate) const CLOSURES: [(&str, u32); 6] = [
    (SERVICES_CEASED, 900),
    (
        "RC5 - Transferred to services of another local authority",
        55,
    ),
    ("RC6 - Transferred to adult social care services", 15),
    ("RC3 - Child arrangements order", 20),
    ("RC4 - Special guardianship order", 6),
    ("RC2 - Died", 1),
];

pub(crate) const STATUS_CARE: &str = "a) Looked after child";
pub(crate) const STATUS_PLAN: &str = "b) Child Protection plan";
pub(crate) const STATUS_CIN: &str = "c) Child in need plan";
pub(crate) const STATUS_OPEN: &str = "d) Open assessment";
pub(crate) const STATUS_CLOSED: &str = "e) Closed episode";

pub(crate) const INTERIM_CARE_ORDER: &str = "C1: ICO";
pub(crate) const FULL_CARE_ORDER: &str = "C2: FCO";
pub(crate) const PLACEMENT_ORDER: &str = "E1: Placement order";
pub(crate) const SECTION_20: &str = "V2: Single period under S20";
pub(crate) const REMANDED: &str = "J1: Remanded to LA or youth detention";
pub(crate) const SHORT_BREAKS: &str = "V4: Short term breaks, agreements recorded";

pub(crate) const WITH_PARENTS: &str = "k) P1: Placed with parents";
pub(crate) const PLACED_FOR_ADOPTION: &str = "j) A6: Placed for adoption - order - not foster";
pub(crate) const FOSTERED: &str = "f) U6: Foster placement - not FFA";
pub(crate) const FOSTERED_LONG: &str = "d) U4: Foster placement - long term";

/// Placements of the young and of the older, those with parents and for adoption apart.
pub(crate) const PLACEMENTS: [(&str, u32); 7] = [
    (FOSTERED, 400),
    (FOSTERED_LONG, 260),
    ("c) U3: Foster placement - relative - not FFA", 150),
    ("a) U1: Foster placement - relatives - long term", 80),
    ("e) U5: Foster placement - FFA", 15),
    ("p) K2: Children's Homes", 40),
    ("s) R3: Family Centre or Mother and Baby Unit", 12),
];
pub(crate) const PLACEMENTS_OLDER: [(&str, u32); 9] = [
    (FOSTERED, 260),
    (FOSTERED_LONG, 260),
    ("c) U3: Foster placement - relative - not FFA", 70),
    ("p) K2: Children's Homes", 190),
    ("n) H5: Residential accommodation", 90),
    ("l) P2: Independent living", 50),
    ("u) S1: Residential school", 25),
    ("o) K1: Secure Children's Homes", 4),
    ("t) R5: Young Offender Institution", 8),
];
pub(crate) const HOSPITAL: &str = "x) T1: Temporary placement - hospital";

pub(crate) const OWN: &str = "b) PR1: Own provision";
pub(crate) const PRIVATE: &str = "e) PR4: Private provision";
pub(crate) const PARENTS: &str = "a) PR0: Parents/Parental responsibility";

pub(crate) const PERMANENCE: [(&str, u32); 6] = [
    ("a) Return to family", 180),
    ("c) SGO/CAO", 130),
    ("d) Supported living in the community", 70),
    ("e) Long-term residential placement", 60),
    ("f) Long-term fostering", 500),
    ("g) other", 40),
];
pub(crate) const PERMANENCE_ADOPTION: &str = "b) Adoption";

pub(crate) const ADOPTED: [(&str, u32); 2] = [
    ("a) E11: Adopted - application unopposed", 450),
    ("b) E12: Adopted - consent dispensed", 550),
];
/// Why care ends for a child under 18, adoption apart.
pub(crate) const CARE_ENDS: [(&str, u32); 13] = [
    (
        "e) E4A: Returned home to live with parents or relatives - part of planning",
        380,
    ),
    (
        "f) E4B: Returned home to live with parents or relatives - not part of planning",
        90,
    ),
    (
        "g) E13: Parents, relatives or other with no parental responsibility",
        30,
    ),
    ("h) E41: Residence order granted", 70),
    (
        "i) E45: Special Guardianship Orders - former carer relative/friend",
        72,
    ),
    (
        "j) E46: Special Guardianship Orders - former carer other",
        22,
    ),
    ("k) E47: Special Guardianship Orders - relative/friend", 25),
    ("l) E48: Special Guardianship Orders - other", 5),
    ("d) E3: Care taken by another LA", 15),
    ("p) E9: Sentenced to custody", 10),
    ("q) E14: Accommodation on remand ended", 15),
    ("c) E2: Died", 1),
    ("t) E8: Care ceased for any other reason", 150),
];
/// Why care ends at 18.
pub(crate) const CARE_ENDS_AT_18: [(&str, u32); 5] = [
    ("m) E5: Moved into independent living - supported", 420),
    ("n) E6: Moved into independent living - no support", 90),
    ("v) E17: Aged 18+ and remained with current carers", 270),
    (
        "o) E7: Transferred to residential care funded by adult social services",
        50,
    ),
    ("t) E8: Care ceased for any other reason", 170),
];

pub(crate) const RELEVANT: &str = "a) Relevant child";
pub(crate) const FORMER_RELEVANT: &str = "b) Former relevant child";
pub(crate) const QUALIFYING: &str = "c) Qualifying care leaver";
pub(crate) const ELIGIBLE: &str = "d) Eligible";

/// Homes of care leavers, custody and the like apart, with whether they are suitable.
pub(crate) const HOMES: [(&str, u32); 7] = [
    ("U: Independent living", 330),
    (
        "D: Semi-independent, transitional accommodation and self-contained accommodation",
        240,
    ),
    ("B: Parents/relatives", 160),
    ("Z: With former foster carers", 130),
    ("E: Supported lodgings", 70),
    ("T: Foyers and similar supported accommodation", 40),
    ("K: Ordinary lodgings, without formal support", 30),
];
/// Homes by their letter that are mostly found unsuitable.
pub(crate) const POOR_HOMES: [(&str, u32); 5] = [
    ("X: In custody", 18),
    ("S: No fixed adobe/homeless", 8),
    ("W: Bed and breakfast", 6),
    ("V: Emergency accommodation", 6),
    ("Y: Other accommodation", 4),
];
pub(crate) const OUT_OF_REACH: [(&str, u32); 2] =
    [("G: Abroad", 40), ("R: Residence not known", 60)];

pub(crate) const IN_EDUCATION_OR_WORK: [(&str, u32); 6] = [
    ("F1: Full time in higher education", 70),
    ("P1: Part time in higher education", 5),
    ("F2: Full time in education other than higher", 420),
    ("P2: Part time in education other than higher", 40),
    ("F3: Full time in training or employment", 360),
    ("P3: Part time in training or employment", 105),
];
pub(crate) const NOT_IN_EDUCATION_OR_WORK: [(&str, u32); 3] = [
    (
        "G4: Not in education, employment or training - illness or disability",
        260,
    ),
    ("G5: Not in education, employment or training - other", 560),
    (
        "G6: Not in education, employment or training - pregnancy or parenting",
        180,
    ),
];

pub(crate) const NO_LONGER_FOR_ADOPTION: [(&str, u32); 4] = [
    (
        "RD1 - The child’s needs changed subsequent to the decision",
        40,
    ),
    ("RD2 - The Court did not make a placement order", 25),
    ("RD3 - Prospective adopters could not be found", 25),
    ("RD4 - Any other reason", 10),
];
pub(crate) const ADOPTERS_LEAVE: [(&str, u32); 3] = [
    ("1 - Adopter withdrew from process", 70),
    ("2 - Process put on hold", 20),
    ("3 - Application refused", 10),
];

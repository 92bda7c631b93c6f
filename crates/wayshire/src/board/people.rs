//! Who sits on the board and on the other bodies, and who came to each meeting. Everybody is invented.

use super::life::{Life, Told, day};
use waymark_programme::Readers;
use waymark_programme::kinds::{ATTENDANCE, BODY, MEMBER};
use waymark_programme::link::{ABOUT, MEASURED_BY, PART_OF, REPLACES};

/// The board's name.
pub(super) const BOARD: &str = "Wayshire Children's Services Improvement Board";
/// The forum for the front door.
pub(super) const MASH: &str = "MASH and Early Help Board";
/// The forum for children looked after.
pub(super) const PARENTING: &str = "Corporate Parenting Board";
/// The officers who run the improvement.
pub(super) const GROUP: &str = "Operational Improvement Group";
/// The police and council officers who run the front door.
pub(super) const STEERING: &str = "MASH Steering Group";
/// The scrutiny committee.
pub(super) const SCRUTINY: &str = "Children's Services Scrutiny Committee";

/// The chair of the board.
pub(super) const CHAIR: &str = "Judith Amble";
/// The director of children's services.
pub(super) const DIRECTOR: &str = "Helen Farrow";
/// The democratic services officer.
pub(super) const CLERK: &str = "Marcus Bell";
/// The performance analyst.
pub(super) const ANALYST: &str = "Sam Okoro";
/// The auditor of practice.
pub(super) const AUDITOR: &str = "Imran Sethi";
/// The manager in the North.
pub(super) const NORTH: &str = "Priya Lowe";
/// From the police.
pub(super) const POLICE: &str = "Superintendent Ruth Kell";
/// From the health trust.
pub(super) const HEALTH: &str = "Dr Anna Croft";

const COUNCIL: &str = "Wayshire County Council";
const CONSTABULARY: &str = "Wayshire Constabulary";
const TRUST: &str = "Wayshire Care Foundation Trust";

/// A member: name, role, agency, e-mail, from, until, how often they come (they miss every n-th meeting; 0: none), deputy.
struct Member {
    name: &'static str,
    role: &'static str,
    agency: &'static str,
    email: &'static str,
    from: &'static str,
    until: &'static str,
    misses: usize,
    deputy: &'static str,
    sort: &'static str,
}

const fn member(
    name: &'static str,
    role: &'static str,
    agency: &'static str,
    email: &'static str,
    misses: usize,
) -> Member {
    Member {
        name,
        role,
        agency,
        email,
        from: "2016-05-10",
        until: "",
        misses,
        deputy: "",
        sort: "member",
    }
}

impl Member {
    const fn deputy(mut self, deputy: &'static str) -> Self {
        self.deputy = deputy;
        self
    }

    const fn between(mut self, from: &'static str, until: &'static str) -> Self {
        self.from = from;
        self.until = until;
        self
    }

    const fn sits_as(mut self, sort: &'static str) -> Self {
        self.sort = sort;
        self
    }
}

#[rustfmt::skip]
const MEMBERS: &[Member] = &[
    member(CHAIR, "Independent Chair", "Independent Chair", "chair@wayshire.example", 0).sits_as("chair"),
    member(DIRECTOR, "Director of Children's Services", COUNCIL, "director@wayshire.example", 0),
    member("Councillor Roy Tindall", "Cabinet Member for Children and Schools", COUNCIL, "", 5),
    member("Councillor Pia Wren", "Lead Member for Young People", COUNCIL, "", 3).between("2017-09-12", "").sits_as("observer"),
    member("Jane Holt", "Independent Chair", "Wayshire Safeguarding Children Board", "jane.holt@wscb.example", 6),
    member("Paul Ames", "Sector representative", "Voluntary, Community and Faith Sector", "paul.ames@vcfs.example", 4),
    member(POLICE, "Head of Public Protection", CONSTABULARY, "police@wayshire.example", 3).deputy("Chief Inspector Ian Wood"),
    member(HEALTH, "Medical Director", TRUST, "health@wayshire.example", 4).deputy("Karen Orme"),
    member("Nasreen Aziz", "Chief Officer", "NHS Wayshire North and Central CCGs", "nasreen.aziz@ccg.example", 2).deputy("Helena Curd"),
    member("Alison Peel", "Headteacher", "Primary Schools", "", 2),
    member("Stephen Dowd", "Headteacher", "Secondary Schools", "", 3),
    member("Chris Doyle", "Senior Manager, Children's Social Care", COUNCIL, "chris.doyle@wayshire.example", 7),
    member("Annette Moor", "Head of Service, Children Looked After", COUNCIL, "annette.moor@wayshire.example", 5),
    member("Victor Gale", "Head of Service, East", COUNCIL, "victor.gale@wayshire.example", 6),
    member("Louise Penn", "Head of Workforce Development", COUNCIL, "", 6).between("2016-05-10", "2017-10-10"),
    member("Richard Coyne", "Programme Manager", COUNCIL, "", 0).between("2016-05-10", "2017-10-10"),
    member("Grant Mallory", "Programme Manager", COUNCIL, "grant.mallory@wayshire.example", 8).between("2017-10-11", ""),
    member("Bridget Lane", "Head of Workforce Development", COUNCIL, "bridget.lane@wayshire.example", 5).between("2017-11-01", ""),
    member(CLERK, "Democratic Services", COUNCIL, "clerk@wayshire.example", 0).sits_as("officer"),
    member(ANALYST, "Performance Analyst", COUNCIL, "analyst@wayshire.example", 0).sits_as("officer"),
    member(AUDITOR, "Audit and Quality Assurance", COUNCIL, "auditor@wayshire.example", 4).sits_as("officer"),
];

/// Those of the scrutiny committee, who are sent what it asked for. Elected, they are public, as the committee is.
#[rustfmt::skip]
const COUNCILLORS: &[Member] = &[
    member("Councillor Ann Dowling", "Chair of the committee", "Overview and scrutiny", "ann.dowling@wayshire.example", 0).sits_as("chair"),
    member("Councillor Ted Marsh", "Member of the committee", "Overview and scrutiny", "scrutiny@wayshire.example", 0),
    member("Councillor Bea North", "Member of the committee", "Overview and scrutiny", "bea.north@wayshire.example", 0),
    member("Councillor Omar Shah", "Member of the committee", "Overview and scrutiny", "omar.shah@wayshire.example", 0),
    member("Councillor Edie Rowan", "Member of the committee", "Overview and scrutiny", "edie.rowan@wayshire.example", 0),
    member("Councillor Hal Bright", "Member of the committee", "Overview and scrutiny", "hal.bright@wayshire.example", 0),
];

/// The bodies, as records.
pub(super) struct Bodies {
    pub(super) board: Told,
    pub(super) mash: Told,
    pub(super) parenting: Told,
    pub(super) group: Told,
    pub(super) steering: Told,
    pub(super) scrutiny: Told,
    members: Vec<Told>,
}

/// The bodies and their members.
pub(super) fn bodies(life: &mut Life) -> Bodies {
    let mut pen = life.on("2016-04-26", CLERK);
    let board = pen.make(
        &BODY,
        &[
            ("name", BOARD),
            ("short", "the Board"),
            ("sort", "board"),
            ("purpose", "Oversees the improvement of children's services after the inspection of November 2015, and holds the council and its partners to what they promised."),
            ("chair", CHAIR),
            ("cadence_weeks", "4"),
            ("starts", "14:30"),
            ("place", "Committee Room B, County Hall, Fellgate"),
            ("quorum", "8"),
            ("papers_days", "5"),
            ("standing", "Welcome and apologies; 5; Chair\nMinutes and actions from the last meeting; 15; Chair\nPerformance summary; 30; Sam Okoro\nOperational Improvement Group; 15; Chris Doyle\nAny other business; 5; Chair"),
            ("agencies", "Independent Chair\nWayshire County Council\nWayshire Constabulary\nWayshire Care Foundation Trust\nNHS Wayshire North and Central CCGs\nWayshire Safeguarding Children Board\nVoluntary, Community and Faith Sector\nPrimary Schools\nSecondary Schools"),
            ("contact", "Marcus Bell, Democratic Services: clerk@wayshire.example"),
        ],
    );
    let mut forum =
        |name: &str, sort: &str, to: &str, weeks: &str, cadence: &str, purpose: &str| {
            let made = pen.make(
                &BODY,
                &[
                    ("name", name),
                    ("sort", sort),
                    ("reports_to", to),
                    ("report_weeks", weeks),
                    ("cadence_weeks", cadence),
                    ("purpose", purpose),
                ],
            );
            if !to.is_empty() {
                pen.link(made, &PART_OF, board);
            }
            made
        };
    let mash = forum(
        MASH,
        "forum",
        BOARD,
        "12",
        "6",
        "Manages changes at the front door and in early help, and reports back to the Board.",
    );
    let parenting = forum(
        PARENTING,
        "forum",
        BOARD,
        "12",
        "8",
        "The council's members and partners as parents of the children it looks after.",
    );
    let group = forum(
        GROUP,
        "operational",
        BOARD,
        "4",
        "4",
        "Officers of the three localities: what holds, what slips, what is stuck.",
    );
    let steering = forum(
        STEERING,
        "operational",
        MASH,
        "",
        "2",
        "Police, health and council officers who run the front door day by day.",
    );
    let scrutiny = pen.make_for(
        &BODY,
        BODY.states[0].word,
        Readers::Public,
        &[
            ("name", SCRUTINY),
            ("sort", "scrutiny"),
            ("cadence_weeks", "13"),
            (
                "purpose",
                "Elected members who hold the executive to account for children's services.",
            ),
        ],
    );
    // What each asked to see in every report.
    pen.links(
        board,
        &MEASURED_BY,
        &["assessment-over-45", "iha-on-time/20wd", "unallocated"],
    );
    pen.links(
        scrutiny,
        &MEASURED_BY,
        &["iha-on-time/20wd", "cl-suitable", "cla-number"],
    );
    pen.links(
        steering,
        &ABOUT,
        &["police-contacts", "police-contact-conversion"],
    );
    let mut members = Vec::new();
    for member in MEMBERS {
        members.push(sits(life, board, member, MEMBER.readers));
    }
    for councillor in COUNCILLORS {
        sits(life, scrutiny, councillor, Readers::Public);
    }
    let programme = MEMBERS.iter().position(|it| it.name == "Grant Mallory");
    let before = MEMBERS.iter().position(|it| it.name == "Richard Coyne");
    if let (Some(now), Some(before)) = (programme, before) {
        life.on(MEMBERS[now].from, CLERK)
            .link(members[now], &REPLACES, members[before]);
    }
    Bodies {
        board,
        mash,
        parenting,
        group,
        steering,
        scrutiny,
        members,
    }
}

fn sits(life: &mut Life, body: Told, member: &Member, readers: Readers) -> Told {
    let from = if member.from == "2016-05-10" {
        "2016-04-26"
    } else {
        member.from
    };
    let mut pen = life.on(from, CLERK).at(11);
    let made = pen.make_for(
        &MEMBER,
        MEMBER.states[0].word,
        readers,
        &[
            ("name", member.name),
            ("role", member.role),
            ("agency", member.agency),
            ("sort", member.sort),
            ("email", member.email),
            ("from", member.from),
        ],
    );
    pen.link(made, &PART_OF, body);
    if !member.deputy.is_empty() {
        let deputy = pen.make(
            &MEMBER,
            &[
                ("name", member.deputy),
                ("role", "Deputy"),
                ("agency", member.agency),
                ("sort", "deputy"),
                ("deputy_for", member.name),
                ("from", member.from),
            ],
        );
        pen.link(deputy, &PART_OF, body);
    }
    if !member.until.is_empty() {
        let mut pen = life.on(member.until, CLERK).at(18);
        pen.set(made, &MEMBER, &[("until", member.until)]);
        pen.go(made, "left");
    }
    made
}

/// Who was at the board's meeting of a day, the `at`-th of the story.
pub(super) fn attendance(life: &mut Life, bodies: &Bodies, meeting: Told, on: &str, at: usize) {
    let mut pen = life.on(on, CLERK).at(15);
    for (place, member) in MEMBERS.iter().enumerate() {
        let serves = day(member.from) <= day(on)
            && (member.until.is_empty() || day(on) <= day(member.until));
        if !serves {
            continue;
        }
        // In October 2017 the sources' board had its own absences; here they are drawn by place.
        let away = member.misses > 0 && (at * 3 + place * 5) % member.misses == member.misses - 1;
        let how = match (away, member.sort) {
            (true, _) if member.agency.contains("Schools") && at % 5 == 4 => "absent",
            (true, _) => "apologies",
            (false, "observer") => "observer",
            (false, "officer") => "in-attendance",
            (false, _) => "present",
        };
        let made = pen.make(
            &ATTENDANCE,
            &[
                ("name", member.name),
                ("agency", member.agency),
                ("role", member.role),
                ("how", how),
            ],
        );
        pen.link(made, &PART_OF, meeting);
        pen.link(made, &ABOUT, bodies.members[place]);
        // A deputy comes two times in three.
        if away && !member.deputy.is_empty() && at % 3 != 2 {
            let made = pen.make(
                &ATTENDANCE,
                &[
                    ("name", member.deputy),
                    ("agency", member.agency),
                    ("role", "Deputy"),
                    ("how", "deputy"),
                    ("deputy_for", member.name),
                ],
            );
            pen.link(made, &PART_OF, meeting);
        }
    }
}

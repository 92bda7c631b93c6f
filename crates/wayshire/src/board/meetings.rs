//! The board's meetings: called, papers out, held, minuted, their minutes approved at the next.

use super::agenda::{AGENDA, Special};
use super::life::{Life, Told, day};
use super::people::{ANALYST, BOARD, Bodies, CHAIR, CLERK, attendance};
use super::performance;
use super::plan::Plans;
use std::collections::BTreeMap;
use waymark_data::working_days;
use waymark_programme::kinds::{AGENDA_ITEM, MEETING, PAPER, RESOLUTION};
use waymark_programme::link::{ABOUT, AFFECTS, CONTINUES, PART_OF, PRESENTED_AT};

/// The days of the board's meetings, and those in the calendar ahead.
pub(super) const DAYS: &[&str] = &[
    "2016-05-10",
    "2016-06-14",
    "2016-07-12",
    "2016-08-09",
    "2016-09-13",
    "2016-10-11",
    "2016-11-08",
    "2016-12-13",
    "2017-01-10",
    "2017-02-14",
    "2017-03-14",
    "2017-04-11",
    "2017-05-09",
    "2017-06-13",
    "2017-07-25",
    "2017-09-12",
    "2017-10-10",
    "2017-11-14",
    "2017-12-12",
    "2018-01-09",
    "2018-02-13",
    "2018-03-13",
    "2018-04-24",
    "2018-05-22",
    "2018-06-19",
];
/// How many of them were held by the demo's today.
pub(super) const HELD: usize = 22;

/// In a text, the place where the drafted minutes of the meeting go.
pub(super) const DRAFT: &str = "(the minutes as drafted)";

/// The meetings by their day.
pub(super) type Meetings = BTreeMap<String, Told>;
/// The items by their meeting's day and their title.
pub(super) type Items = BTreeMap<(String, String), Told>;

/// Minutes and actions, the standing item.
pub(super) const MINUTES: &str = "Minutes and actions from the last meeting";
/// The monthly figures, the standing item.
pub(super) const PERFORMANCE: &str = "Performance summary";
/// The operational group's update, the standing item.
pub(super) const UPDATE: &str = "Operational Improvement Group";

/// Puts the meetings in the calendar: a year ahead.
pub(super) fn calendar(life: &mut Life, bodies: &Bodies) -> Meetings {
    let mut meetings = Meetings::new();
    let mut before: Option<Told> = None;
    for on in DAYS {
        let written = match *on {
            on if on < "2017-05-01" => "2016-04-26",
            on if on < "2018-05-01" => "2017-04-25",
            _ => "2018-02-13",
        };
        let mut pen = life.on(written, CLERK).at(16);
        let papers = day(on);
        let papers = (0..5).fold(papers, |day, _| last_working_day_before(day));
        let made = pen.make(
            &MEETING,
            &[
                ("title", &format!("Improvement Board, {}", day(on).words())),
                ("body", BOARD),
                ("date", on),
                ("starts", "14:30"),
                ("ends", "16:30"),
                ("place", "Committee Room B, County Hall, Fellgate"),
                ("chair", CHAIR),
                ("quorum", "8"),
                ("papers_due", &papers.to_string()),
            ],
        );
        pen.link(made, &PART_OF, bodies.board);
        // Only what was held, and the next, goes on from another: later ones are made ready when their time comes.
        if let Some(before) = before.filter(|_| *on <= "2018-04-24") {
            pen.link(made, &CONTINUES, before);
        }
        before = Some(made);
        meetings.insert((*on).to_owned(), made);
    }
    meetings
}

/// The day on which a meeting's agenda was written: twelve days before, and the next one's already.
fn on_the_agenda(on: &str) -> String {
    let before = day(on).plus_days(-12).to_string();
    before.min("2018-03-27".to_owned())
}

fn last_working_day_before(day: waymark_data::Day) -> waymark_data::Day {
    let mut before = day.plus_days(-1);
    while !working_days::is_working_day(before) {
        before = before.plus_days(-1);
    }
    before
}

/// What each meeting took, from its agenda to its approved minutes.
pub(super) fn hold(
    life: &mut Life,
    bodies: &Bodies,
    plans: &Plans,
    findings: &super::visits::Keyed,
    meetings: &Meetings,
) -> Items {
    let mut items = Items::new();
    let mut resolved: BTreeMap<usize, Vec<Told>> = BTreeMap::new();
    for (at, on) in DAYS[..=HELD].iter().enumerate() {
        let meeting = meetings[*on];
        let out = day(on).plus_days(-7).to_string();
        let was_held = at < HELD;
        if was_held {
            let mut pen = life.on(&out, CLERK).at(16);
            pen.set(meeting, &MEETING, &[("circulated", &out)]);
            pen.go(meeting, "circulated");
            attendance(life, bodies, meeting, on, at);
        }
        let specials: Vec<&Special> = AGENDA.iter().filter(|it| it.on == *on).collect();
        let mut place = 0;
        let mut clock = 14 * 60 + 30;
        let mut add = |life: &mut Life, special: &Special| {
            place += 1;
            let starts = format!("{:02}:{:02}", clock / 60, clock % 60);
            clock += special.minutes;
            item(life, on, place, &starts, special, meeting, &mut items, at)
        };
        let mut voted: Vec<Told> = Vec::new();
        let welcome = Special {
            minute: "The Chair welcomed all to the meeting. Roundtable introductions were made and apologies were presented.",
            ..standing(on, "Welcome and apologies", CHAIR, 5)
        };
        add(life, &welcome);
        let approved = format!(
            "the minutes of the last meeting held on {} as an accurate record",
            at.checked_sub(1)
                .map_or_else(String::new, |it| day(DAYS[it]).words())
        );
        let minutes = add(life, &standing(on, MINUTES, CHAIR, 15));
        if at > 0 && was_held {
            voted.push(resolution(life, on, minutes, "approved", &approved, ""));
        }
        for special in &specials {
            let made = add(life, special);
            special_links(life, special, made, plans, findings);
            for (clause, (verb, text)) in special.resolved.iter().enumerate() {
                let mark = if special.resolved.len() == 1 {
                    String::new()
                } else {
                    format!("({})", ["i", "ii", "iii", "iv", "v", "vi", "vii"][clause])
                };
                let told = resolution(life, on, made, verb, text, &mark);
                let mut pen = life.on(on, CLERK).at(16);
                for line in special.affects {
                    let of = plans.lines.get(line).or_else(|| plans.priorities.get(line));
                    if let Some(of) = of {
                        pen.link(told, &AFFECTS, *of);
                    }
                }
                voted.push(told);
            }
            if !special.paper.is_empty() {
                paper(life, on, made, special, was_held);
            }
        }
        let group_minute = super::forums::operational(at);
        let group = add(
            life,
            &Special {
                minute: group_minute,
                ..standing(on, UPDATE, "Chris Doyle", 15)
            },
        );
        let told = performance::summary(day(on));
        let figures = Special {
            minute: if was_held { &told } else { "" },
            seeks: "The Board is asked to note what has changed and what has not.",
            ..standing(on, PERFORMANCE, ANALYST, 30)
        };
        let figures_item = add(life, &figures);
        let mut pen = life.on(&on_the_agenda(on), CLERK).at(13);
        pen.links(figures_item, &ABOUT, performance::MEASURES);
        let summary = Special {
            paper: "Performance summary",
            appendix: "A",
            author: ANALYST,
            about: performance::MEASURES,
            ..standing(on, PERFORMANCE, ANALYST, 30)
        };
        paper(life, on, figures_item, &summary, was_held);
        if was_held {
            voted.push(resolution(
                life,
                on,
                group,
                "noted",
                "the update from the Operational Improvement Group",
                "",
            ));
            voted.push(resolution(
                life,
                on,
                figures_item,
                "noted",
                "the performance summary presented",
                "",
            ));
        }
        add(
            life,
            &Special {
                minute: other_business(on),
                sort: "aob",
                ..standing(on, "Any other business", CHAIR, 5)
            },
        );
        if was_held {
            close(life, on, meeting, &items, &specials);
        }
        if at > 0 && was_held {
            approve(life, on, at, meetings, &items, resolved.get(&(at - 1)));
        }
        resolved.insert(at, voted);
    }
    carry_titles(life, &items);
    items
}

fn standing<'a>(on: &'a str, title: &'a str, presenter: &'a str, minutes: u32) -> Special<'a> {
    Special {
        on,
        title,
        presenter,
        minutes,
        sort: "standing",
        ..Special::BLANK
    }
}

#[allow(clippy::too_many_arguments)]
fn item(
    life: &mut Life,
    on: &str,
    place: usize,
    starts: &str,
    special: &Special<'_>,
    meeting: Told,
    items: &mut Items,
    at: usize,
) -> Told {
    let written = on_the_agenda(on);
    let mut pen = life.on(&written, CLERK).at(10);
    let number = place.to_string();
    let made = pen.make(
        &AGENDA_ITEM,
        &[
            ("title", special.title),
            ("number", &number),
            ("order", &number),
            ("sort", special.sort),
            ("starts", starts),
            ("planned_minutes", &special.minutes.to_string()),
            ("presenter", special.presenter),
            ("seeks", special.seeks),
        ],
    );
    pen.link(made, &PART_OF, meeting);
    items.insert((on.to_owned(), special.title.to_owned()), made);
    if at < HELD {
        let mut pen = life.on(on, CLERK).at(16);
        pen.set(made, &AGENDA_ITEM, &[("minute", special.minute)]);
    }
    made
}

fn special_links(
    life: &mut Life,
    special: &Special<'_>,
    item: Told,
    plans: &Plans,
    findings: &super::visits::Keyed,
) {
    let mut pen = life.on(&on_the_agenda(special.on), CLERK).at(13);
    for key in special.of {
        let of = plans
            .lines
            .get(key)
            .or_else(|| plans.priorities.get(key))
            .or_else(|| findings.get(key));
        if let Some(of) = of {
            pen.link(item, &ABOUT, *of);
        } else if *key == "old" {
            pen.link(item, &ABOUT, plans.old);
        } else if *key == "new" {
            pen.link(item, &ABOUT, plans.new);
        }
    }
}

fn resolution(life: &mut Life, on: &str, item: Told, verb: &str, text: &str, mark: &str) -> Told {
    let mut pen = life.on(on, CLERK).at(16);
    let made = pen.make(
        &RESOLUTION,
        &[
            ("text", text),
            ("verb", verb),
            ("mark", mark),
            ("date", on),
            ("body", BOARD),
        ],
    );
    pen.link(made, &PART_OF, item);
    made
}

fn paper(life: &mut Life, on: &str, item: Told, special: &Special<'_>, held: bool) {
    let out = day(on).plus_days(-7).to_string();
    let written = on_the_agenda(on);
    let by = super::agenda::writer(special.author);
    let mut pen = life.on(&written, CLERK).at(11);
    let title = if special.paper == "Performance summary" {
        format!("Performance summary, {}", day(on).month().plus(-1).words())
    } else {
        special.paper.to_owned()
    };
    let made = pen.make(
        &PAPER,
        &[
            ("title", &title),
            ("appendix", special.appendix),
            (
                "sort",
                if special.paper == "Performance summary" {
                    "performance"
                } else {
                    "report"
                },
            ),
            ("owners", special.author),
            ("version", "1.0"),
            ("due", &out),
        ],
    );
    pen.link(made, &PRESENTED_AT, item);
    pen.links(made, &ABOUT, special.about);
    let in_time = held || special.author == "Simon Firth";
    if in_time {
        let came = day(&out)
            .plus_days(-1)
            .to_string()
            .min("2018-04-06".to_owned());
        let mut pen = life.on(&came, by).at(9);
        pen.set(made, &PAPER, &[("date", &came)]);
        pen.go(made, "received");
    }
    if held {
        let mut pen = life.on(&out, CLERK).at(17);
        pen.set(made, &PAPER, &[("circulated", &out)]);
        pen.go(made, "circulated");
    }
}

/// After the meeting: it was held, its minutes are drafted within six days.
fn close(life: &mut Life, on: &str, meeting: Told, items: &Items, specials: &[&Special<'_>]) {
    let mut pen = life.on(on, CLERK).at(17);
    pen.go(meeting, "held");
    for ((of, title), item) in items.range((on.to_owned(), String::new())..) {
        if of != on {
            break;
        }
        let deferred = specials.iter().any(|it| it.title == title && it.deferred);
        if !deferred {
            pen.go(*item, "taken");
        }
    }
    for special in specials.iter().filter(|it| it.deferred) {
        let mut pen = life.on(on, CLERK).at(17).because("The paper was not ready");
        pen.go(
            items[&(on.to_owned(), special.title.to_owned())],
            "deferred",
        );
    }
    let drafted = day(on).plus_days(6).to_string();
    let mut pen = life.on(&drafted, CLERK).at(12);
    pen.set(meeting, &MEETING, &[("minutes", DRAFT)]);
    pen.go(meeting, "drafted");
}

/// At the next meeting: the last minutes are approved, and what they hold is frozen.
fn approve(
    life: &mut Life,
    on: &str,
    at: usize,
    meetings: &Meetings,
    items: &Items,
    resolved: Option<&Vec<Told>>,
) {
    let before = DAYS[at - 1];
    let mut pen = life.on(on, CLERK).at(18).minute(meetings[on]);
    pen.set(meetings[before], &MEETING, &[("approved_text", DRAFT)]);
    pen.go(meetings[before], "approved");
    for ((of, title), item) in items.range((before.to_owned(), String::new())..) {
        if of != before {
            break;
        }
        let deferred = AGENDA
            .iter()
            .any(|it| it.on == before && it.title == title && it.deferred);
        if !deferred {
            pen.go(*item, "minuted");
        }
    }
    for told in resolved.into_iter().flatten() {
        pen.go(*told, "confirmed");
    }
}

/// What was deferred goes on where it was taken up.
fn carry_titles(life: &mut Life, items: &Items) {
    for special in AGENDA.iter().filter(|it| it.deferred) {
        let later = AGENDA
            .iter()
            .find(|it| it.title == special.title && it.on > special.on);
        if let Some(later) = later {
            let from = items[&(special.on.to_owned(), special.title.to_owned())];
            let to = items[&(later.on.to_owned(), later.title.to_owned())];
            let written = day(later.on).plus_days(-12).to_string();
            let mut pen = life.on(&written, CLERK).at(12);
            pen.link(to, &CONTINUES, from);
            pen.go(from, "carried");
        }
    }
}

fn other_business(on: &str) -> &'static str {
    match on {
        "2017-10-10" => {
            "Natasha Reed told the Board that it was care leavers' week and that a campaign, “Yours sincerely”, was being made with a press release. The Board supported the campaign and agreed to circulate it.\n\nIt was the last meeting of Richard Coyne and Louise Penn. The Chair thanked both for their service."
        }
        "2016-12-13" => "The Chair thanked all for a hard year.",
        "2018-03-13" => {
            "The Chair asked that leaders who will be interviewed in the inspection have the briefing by the end of April."
        }
        on if on < "2018-04-01" => "There was no other business.",
        _ => "",
    }
}

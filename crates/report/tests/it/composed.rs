//! Papers composed from a template's text and a small invented council: four districts, one of which drives the rise.

use crate::given::*;
use crate::groups::by_locality;
use waymark_data::Day;
use waymark_measures::engine::behind::Reasons;
use waymark_measures::{Basis, By, Measure};
use waymark_programme::kinds::{AUDIT, PAPER, WORDING};
use waymark_programme::link::{LinkKind, PART_OF};
use waymark_programme::{End, Kind, Link, News, Record, RecordId, Records, Values};
use waymark_report::chart::Event;
use waymark_report::paper::compose::compose;
use waymark_report::paper::material::{Annex, Material};
use waymark_report::paper::template::Template;
use waymark_report::paper::{Block, Chart, Paper};
use waymark_report::{Audience, Breakdown, Reading, Series, focus};

pub(crate) const DISTRICTS: [&str; 4] = ["North", "South", "East", "West"];

/// The council's records, in the order they are written.
#[derive(Default)]
pub(crate) struct Council {
    records: Vec<Record>,
    links: Vec<Link>,
    paper: Option<RecordId>,
    /// The meeting it is for.
    pub(crate) meeting: Option<RecordId>,
    /// The other papers of the meeting.
    pub(crate) parts: Vec<Paper>,
    /// Papers issued before, the latest first.
    pub(crate) earlier: Vec<std::sync::Arc<Paper>>,
    pub(crate) events: Vec<Event>,
    /// Why every figure that says something else than before does.
    pub(crate) why: Option<Reasons>,
    /// Its own returns end in June; the last two months are a later return's, and stand in an annex.
    pub(crate) annexed: bool,
}

impl Council {
    pub(crate) fn make(&mut self, kind: &'static Kind, values: &[(&str, &str)]) -> RecordId {
        let id = RecordId(i64::try_from(self.records.len()).unwrap() + 1);
        let values = values
            .iter()
            .fold(Values::new(), |it, (name, text)| it.with(name, *text));
        self.records.push(Record {
            id,
            kind,
            version: 1,
            state: &kind.states[0],
            readers: kind.readers,
            values,
            made: jiff::Timestamp::UNIX_EPOCH,
            changed: jiff::Timestamp::UNIX_EPOCH,
            by: "Ana North".to_owned(),
            deleted: false,
            erased: false,
        });
        id
    }

    pub(crate) fn link(&mut self, from: RecordId, kind: &'static LinkKind, to: impl Into<End>) {
        let to = to.into();
        self.links.push(Link { from, kind, to });
    }

    /// Deletes a record.
    pub(crate) fn delete(&mut self, id: RecordId) {
        let mut records = self.records.iter_mut();
        records.find(|it| it.id == id).unwrap().deleted = true;
    }

    /// An audit with its grades, best first.
    pub(crate) fn audit(&mut self, title: &str, on: &str, grades: [u32; 4]) -> RecordId {
        let grades = grades.map(|it| it.to_string());
        self.make(
            &AUDIT,
            &[
                ("title", title),
                ("date", on),
                ("outstanding", &grades[0]),
                ("good", &grades[1]),
                ("requires_improvement", &grades[2]),
                ("inadequate", &grades[3]),
                ("found", "Plans are clear"),
            ],
        )
    }

    /// An officer's words in the paper.
    pub(crate) fn wording(&mut self, place: &str, text: &str) -> RecordId {
        let paper = match self.paper {
            Some(paper) => paper,
            None => {
                let made = self.make(&PAPER, &[("title", "Performance summary")]);
                *self.paper.insert(made)
            }
        };
        let wording = self.make(
            &WORDING,
            &[
                ("place", place),
                ("sort", "sentence"),
                ("text", text),
                ("said_by", "Ana North"),
                ("date", "2017-09-12"),
            ],
        );
        self.link(wording, &PART_OF, paper);
        wording
    }

    /// The paper of this template.
    pub(crate) fn composed(&self, template: &Template) -> Paper {
        let audience = template.audience;
        let later = readings(audience);
        let until_june = |it: &Reading| {
            let mut series = it.series.clone();
            series.points.retain(|it| it.period.to < day("2017-07-01"));
            series.read()
        };
        let readings: Vec<Reading> = match self.annexed {
            true => later.iter().map(until_june).collect(),
            false => readings(audience),
        };
        let annex = self.annexed.then(|| Annex {
            as_at: day("2017-08-31"),
            limit: Some(70),
            readings: later.iter().collect(),
            in_area: &|_, _| None,
        });
        let records = Records::default().with(News {
            seq: 1,
            records: self.records.clone(),
            links: self.links.clone(),
        });
        let breakdown = |measure: &'static Measure, by: By| {
            let groups = [
                ("North", 62, 160),
                ("South", 13, 120),
                ("East", 12, 97),
                ("West", 9, 80),
            ];
            Some(Breakdown {
                audience,
                by,
                target: Some(15.0),
                ..by_locality(measure, &groups)
            })
        };
        // As in the pages: a district's own series is not for the public.
        let in_area = |measure: &'static Measure, area: &str| {
            (audience == Audience::Board)
                .then(|| district(measure, area))
                .flatten()
        };
        compose(
            template,
            &Material {
                council: "Wayshire County Council",
                audience,
                as_at: day("2017-08-31"),
                cut: Vec::new(),
                annex,
                made_on: day("2017-09-11"),
                readings: readings.iter().collect(),
                focus: focus(&readings),
                breakdown: &breakdown,
                in_area: &in_area,
                districts: DISTRICTS.to_vec(),
                signals: &|_| Vec::new(),
                why: &|asked| vec![self.why; asked.len()],
                events: &|_| self.events.clone(),
                records: &records,
                committee: None,
                meeting: self.meeting.and_then(|it| records.get(it)),
                paper: self.paper.and_then(|it| records.get(it)),
                parts: &self.parts,
                earlier: &self.earlier,
            },
        )
    }

    /// The paper of a template with one section of this text.
    pub(crate) fn paper(&self, audience: &str, text: &str) -> Paper {
        self.composed(&template(audience, text).unwrap())
    }
}

/// A template with one section, whose text begins in line 6.
pub(crate) fn template(audience: &str, text: &str) -> Result<Template, String> {
    let file = format!("+++\ntitle = \"T\"\naudience = \"{audience}\"\n+++\n## Part\n{text}\n");
    Template::parse("ours", &file).map_err(|it| it[0].to_string())
}

/// What is said in it, a line for each text.
pub(crate) fn said(paper: &Paper) -> String {
    let all: Vec<&str> = paper.texts().map(|it| it.1.words.as_str()).collect();
    all.join("\n")
}

/// Its only chart.
pub(crate) fn only(paper: &Paper) -> &Chart {
    let charts: Vec<&Chart> = paper.charts().collect();
    assert_eq!(charts.len(), 1, "{}", said(paper));
    charts[0]
}

/// Its tables that belong to no chart.
pub(crate) fn tables(paper: &Paper) -> usize {
    let blocks = paper.sections.iter().flat_map(|it| &it.blocks);
    blocks.filter(|it| matches!(it, Block::Table(..))).count()
}

pub(crate) fn as_at_the_end(mut series: Series) -> Series {
    let last: Day = day("2017-08-31");
    series.points.iter_mut().for_each(|it| it.as_at = last);
    series
}

fn readings(audience: Audience) -> Vec<Reading> {
    let all = [
        Series {
            target: Some(15.0),
            ..fall_then_rise()
        },
        steady(&REVIEWS, 170, 20),
        steady(&RATE, 120, 20),
        steady(&REFERRALS, 120, 20),
        looked_after(1_900),
        // Few in most months: a month of 6 is no month of 60.
        months(&IN_TIME, &[(5, 7), (7, 9), (6, 8), (5, 6)].repeat(5)),
    ];
    let read = |it: Series| {
        Series {
            audience,
            ..as_at_the_end(it)
        }
        .read()
    };
    all.into_iter().map(read).collect()
}

/// Children looked after at the end of each month, ten fewer in each.
fn looked_after(first: i32) -> Series {
    let counts: Vec<(i32, u32)> = (0..20).map(|n| (first - n * 10, 0)).collect();
    Series {
        basis: Basis::SnapshotMonthly,
        ..months(&LOOKED_AFTER, &counts)
    }
}

/// A district's series; none of West, of which no return tells. North alone becomes worse.
fn district(measure: &'static Measure, area: &str) -> Option<Reading> {
    if area == "West" {
        return None;
    }
    let mut series = match (measure.id, area) {
        (_, "North") => months(
            measure,
            &(0..20)
                .map(|n| (if n < 12 { [48, 52, 50][n % 3] } else { 95 }, 200))
                .collect::<Vec<_>>(),
        ),
        _ => steady(measure, 50, 20),
    };
    series.group = Some(area.to_owned());
    Some(as_at_the_end(series).read())
}

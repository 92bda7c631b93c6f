//! A paper from the returns and the record.

use crate::county::County;
use crate::figures::areas::{Broken, broken_down, figure_of};
use crate::figures::happened::happened;
use crate::figures::since::Measured;
use std::collections::HashSet;
use std::sync::Arc;
use waymark_data::{Day, Period};
use waymark_measures::engine::behind::Reasons;
use waymark_measures::{By, Measure, catalogue};
use waymark_programme::rating::Signal;
use waymark_programme::{Record, RecordId, Records};
use waymark_report::paper::compare::Asked;
use waymark_report::paper::compose::compose;
use waymark_report::paper::compose::figure as figure_of_point;
use waymark_report::paper::material::{Annex, Material};
use waymark_report::paper::template::Template;
use waymark_report::paper::{Beneath, Figure, Paper, Return, companions};
use waymark_report::{Audience, Breakdown, Focus, Reading};

/// What paper is wanted.
pub struct Spec<'a> {
    /// The council's name.
    pub council: &'a str,
    /// From which template.
    pub template: &'a Template,
    /// The day its figures are as at: later returns are left out.
    pub as_at: Day,
    /// The returns up to that day, the latest first.
    pub cut: Vec<Return>,
    /// A later return whose figures are annexed.
    pub annex: Option<Later<'a>>,
    /// The day it is made.
    pub made_on: Day,
    /// The body it is for.
    pub committee: Option<RecordId>,
    /// The meeting it is for.
    pub meeting: Option<RecordId>,
    /// The paper's own record.
    pub paper: Option<RecordId>,
    /// The other papers of the meeting.
    pub parts: Vec<Paper>,
    /// Papers issued before for the same committee, the latest first.
    pub earlier: Vec<Arc<Paper>>,
    /// Why figures say something else than papers issued before showed.
    pub why: &'a (dyn Fn(&[Asked<'_>]) -> Vec<Option<Reasons>> + 'a),
}

/// A later return whose figures are annexed.
pub struct Later<'a> {
    /// The day they are as at.
    pub as_at: Day,
    /// How many days old data may be on the day of the meeting.
    pub limit: Option<u32>,
    /// The county with no return later than that.
    pub county: &'a County,
}

/// Makes it: `county` holds no return later than the paper's day; `records` what its readers may read.
#[must_use]
pub fn make(county: &County, records: &Records, spec: &Spec<'_>) -> Paper {
    let audience = spec.template.audience;
    let shelf = county.shelf(audience);
    let reading = |at: &usize| shelf.told[*at].reading.as_ref();
    let focus = Focus {
        next_areas: shelf.next_areas.iter().filter_map(reading).collect(),
        positives: shelf.positives.iter().filter_map(reading).collect(),
        counted: shelf.counted,
    };
    let breakdown = |measure: &'static Measure, by: By| -> Option<Breakdown> {
        let reading = shelf.of_measure(measure)?.reading.as_ref()?;
        let point = reading.latest()?;
        let found = figure_of(county, measure, reading.series.basis, point.period)?;
        let name = measure.name();
        let comparators = county.settings().comparators(&name);
        match broken_down(county, found, by, audience, comparators) {
            Broken::Down(breakdown) => Some(*breakdown),
            Broken::Withheld | Broken::NotTold => None,
        }
    };
    // A district's own series is not for the public: its numbers add up with its neighbours'.
    let in_area = |measure: &'static Measure, area: &str| -> Option<Reading> {
        (audience == waymark_report::Audience::Board)
            .then(|| county.reading_in(measure, area))
            .flatten()
            .map(|it| (*it).clone())
    };
    let later = spec.annex.as_ref();
    let in_later = |measure: &'static Measure, area: &str| -> Option<Reading> {
        let later = later.filter(|_| audience == Audience::Board)?;
        Some((*later.county.reading_in(measure, area)?).clone())
    };
    let annex = later.map(|it| Annex {
        as_at: it.as_at,
        limit: it.limit,
        readings: readings(it.county, audience).collect(),
        in_area: &in_later,
    });
    let signals = |record: &Record| -> Vec<Signal> {
        Measured::all(county, records, record.id, record.area())
            .into_iter()
            .map(|it| it.signal)
            .collect()
    };
    let material = Material {
        council: spec.council,
        audience,
        as_at: spec.as_at,
        cut: spec.cut.clone(),
        annex,
        made_on: spec.made_on,
        readings: readings(county, audience).collect(),
        focus,
        breakdown: &breakdown,
        in_area: &in_area,
        districts: county
            .areas()
            .districts
            .iter()
            .map(|it| it.name.as_str())
            .collect(),
        signals: &signals,
        why: spec.why,
        events: &|measure| happened(records, measure),
        records,
        committee: spec.committee.and_then(|it| records.get(it)),
        meeting: spec.meeting.and_then(|it| records.get(it)),
        paper: spec.paper.and_then(|it| records.get(it)),
        parts: &spec.parts,
        earlier: &spec.earlier,
    };
    compose(spec.template, &material)
}

/// Every series as an audience may see it.
fn readings(county: &County, audience: Audience) -> impl Iterator<Item = &Reading> {
    let told = county.shelf(audience).told.iter();
    told.filter_map(|it| it.reading.as_ref())
}

/// The true numbers beneath a paper for the public: every point of the series it shows, and each of its figures by area,
/// whether it prints them or not.
#[must_use]
pub(super) fn beneath(county: &County, paper: &Paper, annex: Option<&Later<'_>>) -> Beneath {
    let mut beneath = Beneath::default();
    if paper.audience != Audience::Public {
        return beneath;
    }
    let mut shown: HashSet<&str> = paper.figures.iter().map(|it| it.measure.as_str()).collect();
    // A measure that it does not show may be worked out from one that it does.
    let companions: Vec<&str> = shown.iter().flat_map(|it| companions(it)).collect();
    shown.extend(companions);
    for reading in readings(county, Audience::Public) {
        let measure = reading.measure();
        if !shown.contains(measure.name().as_str()) {
            continue;
        }
        beneath.series(reading);
        let periods: HashSet<Period> = paper
            .figures
            .iter()
            .filter(|it| it.measure == measure.name())
            .map(|it| Period {
                from: it.from,
                to: it.to,
            })
            .collect();
        for period in periods {
            let found = figure_of(county, measure, reading.series.basis, period);
            for by in [By::District, By::Locality] {
                if let Some(found) = found
                    && let Broken::Down(breakdown) =
                        broken_down(county, found, by, Audience::Board, std::iter::empty())
                {
                    beneath.breakdown(&breakdown);
                }
            }
        }
    }
    // What the annex tells of later periods; the paper's own stand as its returns told them.
    if let Some(later) = annex {
        let shown = |it: &&Reading| shown.contains(it.measure().name().as_str());
        for reading in readings(later.county, Audience::Public).filter(shown) {
            beneath.series_since(
                reading,
                county.latest().map_or(paper.as_at, |it| it.cut.as_at),
            );
        }
    }
    beneath
}

/// The figures of a paper as the returns tell them now, by the same keys: the county's, and those of areas it shows.
#[must_use]
pub fn figures_now(county: &County, paper: &Paper) -> Vec<Figure> {
    let wanted: HashSet<&str> = paper.figures.iter().map(|it| it.key.as_str()).collect();
    let of_areas: HashSet<(&str, &str)> = paper
        .figures
        .iter()
        .filter(|it| !it.group.is_empty())
        .map(|it| (it.measure.as_str(), it.group.as_str()))
        .collect();
    let areas: Vec<_> = of_areas
        .into_iter()
        .filter(|_| paper.audience == Audience::Board)
        .filter_map(|(measure, area)| county.reading_in(catalogue::find(measure)?, area))
        .collect();
    let whole = county
        .shelf(paper.audience)
        .told
        .iter()
        .filter_map(|it| it.reading.as_ref());
    whole
        .chain(areas.iter().map(AsRef::as_ref))
        .flat_map(|reading| {
            let points = reading.series.points.iter();
            points.map(move |point| figure_of_point(reading, point))
        })
        .filter(|it| wanted.contains(it.key.as_str()))
        .collect()
}

//! What a paper is made from: figures read for its audience, and records its readers may read.

use super::compare::Asked;
use super::{Paper, Return};
use crate::audience::Audience;
use crate::breakdown::Breakdown;
use crate::chart::Event;
use crate::focus::Focus;
use crate::reading::Reading;
use std::sync::Arc;
use waymark_data::Day;
use waymark_measures::engine::behind::Reasons;
use waymark_measures::{By, Measure};
use waymark_programme::rating::Signal;
use waymark_programme::{Record, Records};

/// What a paper is made from.
pub struct Material<'a> {
    /// The council's name.
    pub council: &'a str,
    /// For whom: everything below is already what they may see.
    pub audience: Audience,
    /// The day the figures are as at.
    pub as_at: Day,
    /// The returns that gave them, the latest first.
    pub cut: Vec<Return>,
    /// A later return whose figures are annexed.
    pub annex: Option<Annex<'a>>,
    /// The day it is made.
    pub made_on: Day,
    /// Every measure that is a series, in the catalogue's order.
    pub readings: Vec<&'a Reading>,
    /// What a board should look at, drawn from those that say something of their own.
    pub focus: Focus<'a>,
    /// A measure's latest figure by area or group; none where it may not be shown or is not told.
    pub breakdown: &'a (dyn Fn(&'static Measure, By) -> Option<Breakdown> + 'a),
    /// A measure's series in an area.
    pub in_area: &'a (dyn Fn(&'static Measure, &str) -> Option<Reading> + 'a),
    /// The names of the council's districts.
    pub districts: Vec<&'a str>,
    /// What the measures that a record is linked to have done.
    pub signals: &'a (dyn Fn(&Record) -> Vec<Signal> + 'a),
    /// Why figures say something else than the papers that showed them, as far as the returns can tell: for each, or for
    /// none. Asked for the board alone.
    pub why: &'a (dyn Fn(&[Asked<'_>]) -> Vec<Option<Reasons>> + 'a),
    /// What happened that may explain a measure: marked on its chart.
    pub events: &'a (dyn Fn(&'static Measure) -> Vec<Event> + 'a),
    /// The records its readers may read.
    pub records: &'a Records,
    /// The committee it is for.
    pub committee: Option<&'a Record>,
    /// The meeting it is for.
    pub meeting: Option<&'a Record>,
    /// The record of the paper itself, to which officers' wordings belong.
    pub paper: Option<&'a Record>,
    /// The other papers of the meeting, as they were issued or would be now: what a board pack holds.
    pub parts: &'a [Paper],
    /// Papers issued before for the same committee, of any template, the latest first.
    pub earlier: &'a [Arc<Paper>],
}

/// A later return whose figures stand in an annex: read for the paper's audience, like its own.
pub struct Annex<'a> {
    /// The day its figures are as at.
    pub as_at: Day,
    /// How many days old data may be on the day of the meeting; none where there is no limit.
    pub limit: Option<u32>,
    /// Every measure that is a series, as it and the returns before it tell them.
    pub readings: Vec<&'a Reading>,
    /// A measure's series in an area.
    pub in_area: &'a (dyn Fn(&'static Measure, &str) -> Option<Reading> + 'a),
}

impl<'a> Material<'a> {
    /// The series of a measure by name, `id` or `id/variant`.
    #[must_use]
    pub fn reading(&self, name: &str) -> Option<&'a Reading> {
        self.readings
            .iter()
            .copied()
            .find(|it| it.measure().name() == name)
            .or_else(|| {
                self.readings
                    .iter()
                    .copied()
                    .find(|it| it.measure().id == name)
            })
    }

    /// The day of the meeting; without one, the day it is made.
    #[must_use]
    pub fn on(&self) -> Day {
        self.meeting.and_then(Record::date).unwrap_or(self.made_on)
    }
}

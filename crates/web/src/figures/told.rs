//! One measure as one audience may see it: its series read, its sentences, its small chart.

use super::bands::Bands;
use crate::county::County;
use std::sync::OnceLock;
use waymark_govuk::Html;
use waymark_measures::history::{Point, Whom};
use waymark_measures::signals::{Change, Good, Unfit};
use waymark_measures::{Basis, Measure, Outcome, Unit};
use waymark_report::chart::{
    Drawn, Event, Lines, Trajectory, sparkline_svg, trajectory, xmr, xmr_marked,
};
use waymark_report::{Audience, Reading, Sentences, Series, amount, chart_basis, sentences, when};

/// One measure as one audience may see it.
pub struct Told {
    /// The measure.
    pub measure: &'static Measure,
    /// `id` or `id/variant`.
    pub name: String,
    /// Its series; none for a share, whose number is its bands'.
    pub reading: Option<Reading>,
    /// What may be said of the series.
    pub sentences: Option<Sentences>,
    /// The latest figure with its numbers and when: "21% (96 of 457) in October 2017"; empty without one.
    pub latest: String,
    /// What the series shows.
    pub shows: Shows,
    /// The small chart; none where there is nothing to draw.
    pub spark: Option<Html>,
    /// The bands of a share.
    pub bands: Option<Bands>,
    /// Why the latest return gives no figure.
    pub not_run: Option<String>,
    chart: OnceLock<Drawn>,
}

/// What a series shows, in the fewest words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shows {
    /// A signal for the better.
    Better,
    /// A signal for the worse.
    Worse,
    /// A signal upwards where neither way is good.
    Higher,
    /// A signal downwards where neither way is good.
    Lower,
    /// Ordinary variation.
    NoRealChange,
    /// Fewer than 12 months.
    TooEarly,
    /// So few cases that a percentage means little.
    TooFew,
    /// Its periods overlap, or it is a share.
    NotJudged,
    /// No return answers it, or all is hidden.
    NoFigure,
}

impl Shows {
    /// All, in the order that a reader asks for them.
    pub const ALL: [Self; 9] = [
        Self::Worse,
        Self::Better,
        Self::Higher,
        Self::Lower,
        Self::NoRealChange,
        Self::TooEarly,
        Self::TooFew,
        Self::NotJudged,
        Self::NoFigure,
    ];

    /// As on a tag.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Better => "Better",
            Self::Worse => "Worse",
            Self::Higher => "Higher",
            Self::Lower => "Lower",
            Self::NoRealChange => "No real change",
            Self::TooEarly => "Too early to say",
            Self::TooFew => "Too few to judge",
            Self::NotJudged => "Not judged",
            Self::NoFigure => "No figure",
        }
    }

    /// In addresses.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::NoRealChange => "no-real-change",
            Self::TooEarly => "too-early",
            Self::TooFew => "too-few",
            Self::NotJudged => "not-judged",
            Self::NoFigure => "no-figure",
        }
    }

    fn of(reading: &Reading) -> Self {
        if reading.latest().is_none() {
            return Self::NoFigure;
        }
        match reading.verdict.change {
            Change::Improved(_) => Self::Better,
            Change::Worse(_) => Self::Worse,
            Change::Higher(_) => Self::Higher,
            Change::Lower(_) => Self::Lower,
            Change::NoRealChange => Self::NoRealChange,
            Change::TooEarly(_) => Self::TooEarly,
            Change::NotJudged(Unfit::FewInDenominator) => Self::TooFew,
            Change::NotJudged(_) => Self::NotJudged,
        }
    }
}

impl Told {
    pub(super) fn of(county: &County, measure: &'static Measure, audience: Audience) -> Self {
        let not_run = county
            .latest()
            .and_then(|cut| match cut.figures.outcome(measure)? {
                Outcome::NotRun(why) => Some(why.clone()),
                Outcome::Figures(_) => None,
            });
        let name = measure.name();
        let mut told = Self {
            measure,
            name,
            reading: None,
            sentences: None,
            latest: String::new(),
            shows: Shows::NoFigure,
            spark: None,
            bands: None,
            not_run,
            chart: OnceLock::new(),
        };
        if measure.unit == Unit::Share {
            told.bands = Bands::of(county, measure, audience);
            if let Some(bands) = &told.bands {
                told.latest = bands.latest_words();
                told.shows = Shows::NotJudged;
            }
            return told;
        }
        let reading = read(county, measure, audience);
        told.shows = Shows::of(&reading);
        if let Some(point) = reading.latest() {
            told.latest = figure_words(&reading, point);
            let id = format!("spark-{}", told.name.replace('/', "-"));
            told.spark = Some(Html::new(sparkline_svg(&reading, &id)));
        }
        told.sentences = Some(sentences(&reading));
        told.reading = Some(reading);
        told
    }

    /// The chart with its table; none for a share or without any month to draw.
    #[must_use]
    pub fn chart(&self) -> Option<&Drawn> {
        let reading = self.reading.as_ref()?;
        reading.latest()?;
        Some(
            self.chart
                .get_or_init(|| xmr(reading, "chart", Lines::default())),
        )
    }

    /// The same with what happened meanwhile marked on it.
    #[must_use]
    pub fn chart_marked(&self, happened: &[Event]) -> Option<Drawn> {
        let reading = self.reading.as_ref()?;
        reading.latest()?;
        Some(xmr_marked(reading, "chart", Lines::default(), happened))
    }

    /// The chart of the way to its dated targets, where there are several.
    #[must_use]
    pub fn way(&self) -> Option<Drawn> {
        let reading = self.reading.as_ref()?;
        reading.latest()?;
        let aims = reading.series.aims.clone();
        (!aims.is_empty()).then(|| trajectory(&Trajectory::of(reading, aims), "aims"))
    }

    /// The same with one set of limits for all months, whatever a person has decided; none where nobody has.
    #[must_use]
    pub fn with_first_limits(&self) -> Option<Self> {
        let series = &self.reading.as_ref()?.series;
        if series.rebases.is_empty() {
            return None;
        }
        let reading = Series {
            rebases: Vec::new(),
            ..series.clone()
        }
        .read();
        Some(Self {
            measure: self.measure,
            name: self.name.clone(),
            latest: self.latest.clone(),
            shows: Shows::of(&reading),
            spark: None,
            bands: None,
            not_run: self.not_run.clone(),
            chart: OnceLock::new(),
            sentences: Some(sentences(&reading)),
            reading: Some(reading),
        })
    }

    /// Where its page is.
    #[must_use]
    pub fn href(&self) -> String {
        format!("/measures/{}", self.name)
    }

    /// One honest sentence.
    #[must_use]
    pub fn sentence(&self) -> &str {
        self.sentences.as_ref().map_or("", |it| it.home.as_str())
    }

    /// Why it has no figure, in a sentence.
    #[must_use]
    pub fn why_none(&self) -> String {
        let never = self
            .reading
            .as_ref()
            .is_none_or(|it| it.series.points.is_empty());
        match (&self.not_run, self.basis()) {
            (Some(why), _) => format!("No figure: {why}."),
            (None, Some(Basis::Rolling12)) if never => {
                "No figure: it needs a return that looks back twelve months or more.".to_owned()
            }
            (None, _) if never => {
                "No figure yet: no return that has been loaded can answer it.".to_owned()
            }
            (None, _) => self.sentence().to_owned(),
        }
    }

    /// The periods it can be asked for, latest first: its own months or days.
    #[must_use]
    pub fn periods(&self) -> Vec<waymark_data::Period> {
        let mut periods: Vec<waymark_data::Period> = match (&self.reading, &self.bands) {
            (Some(reading), _) => reading.series.points.iter().map(|it| it.period).collect(),
            (None, Some(bands)) => return bands.rows.iter().map(|it| it.period).collect(),
            (None, None) => Vec::new(),
        };
        periods.reverse();
        periods
    }

    /// What its periods are.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        chart_basis(self.measure)
    }
}

/// A measure's series for an audience.
pub(super) fn read(county: &County, measure: &'static Measure, audience: Audience) -> Reading {
    let basis = chart_basis(measure).unwrap_or(Basis::Return);
    let points = county.series(measure, None, basis, Whom::All);
    let years = if basis != Basis::Rolling12 && measure.periods.contains(&Basis::Rolling12) {
        county.series(measure, None, Basis::Rolling12, Whom::All)
    } else {
        Vec::new()
    };
    let target = points
        .last()
        .and_then(|it| county.settings().target(&measure.name(), it.period.to));
    Series {
        years,
        target,
        rebases: county.rebases(measure, "", audience),
        audience,
        ..Series::new(measure, basis, points)
    }
    .with_dated_targets(&county.settings().dated_targets(&measure.name()))
    .read()
}

/// "21% (96 of 457) in October 2017".
#[must_use]
pub fn figure_words(reading: &Reading, point: &Point) -> String {
    let measure = reading.measure();
    format!(
        "{} {}",
        amount(measure, point.count, &point.parts),
        when(measure, reading.series.basis, point.period)
    )
}

/// Which way is good, in words.
#[must_use]
pub const fn direction(good: Good) -> &'static str {
    match good {
        Good::Up => "Higher is better",
        Good::Down => "Lower is better",
        Good::Neither => "Neither way is better by itself",
    }
}

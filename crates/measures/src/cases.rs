//! The cases of a measure, as its function names them.

use crate::measure::{Basis, Measure, Parameter};
use crate::settings::Settings;
use waymark_data::annex_a::{About, Aside, Data};
use waymark_data::answers::{Answers, Picked};
use waymark_data::{Answer, Day, Field, Period, annex_a};

/// One row that a measure counts.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// What the row says of its child.
    pub about: &'a About,
    /// The day that dates it, or the day of the snapshot; for a window, its last day.
    pub day: Day,
    /// The window, by number, where cases are told window by window.
    pub(crate) window: Option<u16>,
    /// Whether it hits.
    pub hit: bool,
    /// Its band, for a share.
    pub band: u8,
    /// Its number: days for a median or mean, +1 or -1 for a net change.
    pub value: i32,
    /// The last day on which it would have been in time.
    pub due: Option<Day>,
    /// The day on which it was done, where that is known.
    pub done: Option<Day>,
    /// The day up to which it may have been done.
    until: Day,
}

impl Case<'_> {
    /// Sets the last day on which it would have been in time.
    pub fn due(&mut self, due: Day) -> &mut Self {
        self.due = Some(due);
        self
    }

    /// Sets the day on which it was done.
    pub fn done(&mut self, done: Day) -> &mut Self {
        self.done = Some(done);
        self
    }

    /// Days past its limit when it was done; where it was not, at the snapshot's day, or for an event at the as-at date. 0
    /// when in time or without a limit.
    #[must_use]
    pub fn days_over(&self) -> i32 {
        self.due.map_or(0, |due| {
            due.days_until(self.done.unwrap_or(self.until)).max(0)
        })
    }
}

/// Where a measure's function puts its cases.
#[derive(Debug)]
pub struct Cases<'a> {
    /// The cases.
    pub(crate) cases: Vec<Case<'a>>,
    /// Rows set aside: why, and the day that would have dated them where it can be told.
    pub(crate) asides: Vec<(Aside, Option<Day>)>,
    /// Evidence that could not be read or was not given, beside cases that stay: what, and the day of the case.
    pub(crate) evidence: Vec<(&'static str, Day)>,
    pub(crate) days: Vec<Day>,
    pub(crate) windows: Vec<(Basis, Period)>,
    pub(crate) window: Period,
    settings: &'a Settings,
    as_at: Day,
}

impl<'a> Cases<'a> {
    pub(crate) fn new(measure: &Measure, data: &'a Data, settings: &'a Settings) -> Self {
        let cut = data.cut;
        let window = if measure.lists.contains(&10) {
            cut.adoption_window()
        } else {
            cut.window()
        };
        let months: Vec<Period> = window.months().map(waymark_data::Month::period).collect();
        let mut days = Vec::new();
        let mut windows = Vec::new();
        for basis in measure.periods {
            match basis {
                Basis::Month => windows.extend(months.iter().map(|it| (*basis, *it))),
                Basis::Rolling12 => windows.extend(months.windows(12).map(|it| {
                    (
                        *basis,
                        Period {
                            from: it[0].from,
                            to: it[11].to,
                        },
                    )
                })),
                Basis::Return => windows.push((*basis, window)),
                Basis::SnapshotMonthly => {
                    days.extend(months.iter().map(|it| it.to));
                    if days.last() != Some(&cut.as_at) {
                        days.push(cut.as_at);
                    }
                }
                Basis::SnapshotAsAt => days.push(cut.as_at),
            }
        }
        // Months that are not shown are still wanted, to add up twelve of them from several cuts.
        if measure.adds_up() && !measure.periods.contains(&Basis::Month) {
            windows.extend(months.iter().map(|it| (Basis::Month, *it)));
        }
        Self {
            cases: Vec::new(),
            asides: Vec::new(),
            evidence: Vec::new(),
            days,
            windows,
            window,
            settings,
            as_at: cut.as_at,
        }
    }

    /// A case dated by a day, or the state at a snapshot's day.
    pub fn on(&mut self, day: Day, about: &'a About, hit: bool) -> &mut Case<'a> {
        let at = self.cases.len();
        let until = if self.days.is_empty() {
            self.as_at
        } else {
            day
        };
        self.cases.push(Case {
            about,
            day,
            window: None,
            hit,
            band: 0,
            value: 0,
            due: None,
            done: None,
            until,
        });
        &mut self.cases[at]
    }

    /// A case in a band of a share.
    pub fn in_band(&mut self, day: Day, about: &'a About, band: usize) {
        self.on(day, about, true).band = u8::try_from(band).unwrap_or(u8::MAX);
    }

    /// A case whose number the engine takes the mean or median of, or adds up with its sign.
    pub fn valued(&mut self, day: Day, about: &'a About, value: i32) -> &mut Case<'a> {
        let case = self.on(day, about, true);
        case.value = value;
        case
    }

    /// A case of one of [`Cases::windows`], by its number.
    pub fn within(&mut self, window: usize, about: &'a About, hit: bool) -> &mut Case<'a> {
        let day = self.windows[window].1.to;
        let case = self.on(day, about, hit);
        case.window = u16::try_from(window).ok();
        case
    }

    /// The days that snapshots are wanted for, earliest first.
    #[must_use]
    pub fn days(&self) -> Vec<Day> {
        self.days.clone()
    }

    /// The periods that figures are wanted for, for a measure that tells its cases period by period.
    #[must_use]
    pub fn windows(&self) -> Vec<Period> {
        self.windows.iter().map(|(_, period)| *period).collect()
    }

    /// Keeps a row that stands; counts one that is set aside, under the day that would have dated it.
    pub fn keep<T>(&mut self, row: Result<T, Aside>, dated_by: Field<Day>) -> Option<T> {
        row.map_err(|aside| self.aside(aside, dated_by)).ok()
    }

    /// Counts a row set aside, under the day that would have dated it. Without such a day on or before the as-at date it
    /// could belong to any period and is counted beside every figure.
    pub fn aside(&mut self, reason: Aside, dated_by: Field<Day>) {
        self.asides
            .push((reason, dated_by.value().filter(|day| *day <= self.as_at)));
    }

    /// Counts evidence that could not be read or was not given, beside the case dated by this day.
    pub fn evidence(&mut self, what: &'static str, day: Day) {
        self.evidence.push((what, day));
    }

    /// A date that only shows that something was done, between two days; an unreadable one is counted as evidence.
    pub fn shown(&mut self, field: Field<Day>, from: Day, to: Day, day: Day) -> Option<Day> {
        if field.is_unreadable() {
            self.evidence("evidence date could not be read", day);
        }
        field.value().filter(|it| from <= *it && *it <= to)
    }

    /// Whether a cell gives the answer that hits; blank, "Unknown" and not understood are counted and do not hit.
    pub fn answers(&mut self, question: &Question, field: Field<Answer>, day: Day) -> bool {
        match field {
            Field::Blank => self.evidence("not answered", day),
            Field::Unreadable(_) => self.evidence("answer not understood", day),
            Field::Value(answer) if question.is_unknown(answer) => {
                self.evidence("answered 'Unknown'", day)
            }
            Field::Value(answer) => return question.wanted.has(answer),
        }
        false
    }

    /// The value of a limit for a clock that starts on a day.
    #[must_use]
    pub fn limit(&self, parameter: &Parameter, on: Day) -> i32 {
        self.settings.limit(parameter, on)
    }

    /// The value of a limit in working days for a clock that starts on a day.
    #[must_use]
    pub fn working_days(&self, parameter: &Parameter, on: Day) -> u32 {
        u32::try_from(self.limit(parameter, on)).unwrap_or(0)
    }

    /// The council's own values, for a due date that a clock shares.
    #[must_use]
    pub fn settings(&self) -> &'a Settings {
        self.settings
    }

    /// The as-at date.
    #[must_use]
    pub fn as_at(&self) -> Day {
        self.as_at
    }
}

/// A category column and the answers that hit.
#[derive(Debug)]
pub struct Question {
    answers: &'static Answers,
    wanted: Picked,
}

impl Question {
    /// Answered Yes.
    #[must_use]
    pub fn yes(column: &str) -> Self {
        Self {
            answers: annex_a::answers(column),
            wanted: annex_a::yes(column),
        }
    }

    /// Answered No.
    #[must_use]
    pub fn no(column: &str) -> Self {
        Self {
            answers: annex_a::answers(column),
            wanted: annex_a::no(column),
        }
    }

    /// Answered with one of these codes, or with words that come to one of these values.
    #[must_use]
    pub fn any(column: &str, codes: &[&str], values: &[&str]) -> Self {
        let answers = annex_a::answers(column);
        Self {
            answers,
            wanted: answers.pick(codes, values),
        }
    }

    fn is_unknown(&self, answer: Answer) -> bool {
        matches!(
            self.answers.words(answer),
            "Unknown" | "c) Not recorded" | "c) Not in touch or not recorded"
        )
    }
}

//! A plan line's two ratings, kept apart: whether it is delivered, and whether it has an effect.
//!
//! Both are computed and say why. A person may say otherwise with a reason, and it is shown as theirs. A line that is
//! delivered and has no effect is not moving, however many of its milestones are reached.

mod delivery;
mod impact;

pub use delivery::delivery;
pub use impact::{Change, Signal, impact};

use crate::kind::Tone;
use crate::record::Record;

/// A rating as computed and, where a person says otherwise, as they say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating<T> {
    /// What Waymark computes.
    pub computed: T,
    /// Why, in sentences.
    pub because: Vec<String>,
    /// What a person says instead, if they gave a reason.
    pub said: Option<Said<T>>,
}

/// What a person says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said<T> {
    /// What they say.
    pub rating: T,
    /// Why they say so.
    pub why: String,
    /// Who says so, or empty.
    pub by: String,
}

impl<T: Copy> Rating<T> {
    /// What is shown first: what a person says, else what is computed. The other is shown too.
    #[must_use]
    pub fn shown(&self) -> T {
        self.said.as_ref().map_or(self.computed, |it| it.rating)
    }
}

/// How the delivery of a line stands. Days are calendar days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Its start is not yet come and nothing is reached.
    NotStarted,
    /// Nothing is late and nothing was put off.
    OnCourse,
    /// A milestone is overdue or was put off, or the line was, by so many days at most. A person who says "slipping" says 0.
    Slipping(u32),
    /// The line is past its day by so many days.
    Late(u32),
    /// It is delivered.
    Delivered,
    /// It was stopped.
    Stopped,
    /// It has neither a day nor milestones to judge by.
    NoDates,
}

impl Delivery {
    /// In words.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::NotStarted => "Not started".to_owned(),
            Self::OnCourse => "On course".to_owned(),
            Self::Slipping(0) => "Slipping".to_owned(),
            Self::Slipping(days) => format!("Slipping by {}", days_of(days)),
            Self::Late(0) => "Late".to_owned(),
            Self::Late(days) => format!("Late by {}", days_of(days)),
            Self::Delivered => "Delivered".to_owned(),
            Self::Stopped => "Stopped".to_owned(),
            Self::NoDates => "No dates to judge by".to_owned(),
        }
    }

    /// How it stands out.
    #[must_use]
    pub fn tone(self) -> Tone {
        match self {
            Self::NotStarted | Self::Stopped => Tone::Plain,
            Self::OnCourse => Tone::Busy,
            Self::Slipping(_) | Self::NoDates => Tone::Waiting,
            Self::Late(_) => Tone::Bad,
            Self::Delivered => Tone::Good,
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "not-started" => Self::NotStarted,
            "on-course" => Self::OnCourse,
            "slipping" => Self::Slipping(0),
            "late" => Self::Late(0),
            "delivered" => Self::Delivered,
            _ => return None,
        })
    }
}

/// What effect a line can be seen to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impact {
    /// What it is measured by has improved.
    Improved,
    /// Some has improved and some has become worse.
    Mixed,
    /// No real change.
    NoRealChange,
    /// It has become worse.
    Worse,
    /// Too early to say.
    TooEarly,
    /// Nothing linked to it can show an effect yet.
    NotYetMeasurable,
}

impl Impact {
    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Improved => "Improved",
            Self::Mixed => "Better and worse",
            Self::NoRealChange => "No real change",
            Self::Worse => "Worse",
            Self::TooEarly => "Too early to say",
            Self::NotYetMeasurable => "Not yet measurable",
        }
    }

    /// How it stands out.
    #[must_use]
    pub fn tone(self) -> Tone {
        match self {
            Self::Improved => Tone::Good,
            Self::Mixed => Tone::Waiting,
            Self::NoRealChange | Self::NotYetMeasurable => Tone::Plain,
            Self::Worse => Tone::Bad,
            Self::TooEarly => Tone::Fresh,
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "improved" => Self::Improved,
            "mixed" => Self::Mixed,
            "no-real-change" => Self::NoRealChange,
            "worse" => Self::Worse,
            "too-early" => Self::TooEarly,
            "not-measurable" => Self::NotYetMeasurable,
            _ => return None,
        })
    }
}

/// Whether a line is delivered without any effect that can be seen.
#[must_use]
pub fn is_not_moving(delivery: Delivery, impact: Impact) -> bool {
    delivery == Delivery::Delivered
        && matches!(
            impact,
            Impact::NoRealChange | Impact::Worse | Impact::NotYetMeasurable
        )
}

fn said<T>(line: &Record, field: &str, why: &str, read: fn(&str) -> Option<T>) -> Option<Said<T>> {
    // Without a reason nobody overrides anything.
    let rating = read(line.text(field)).filter(|_| line.values.has(why))?;
    Some(Said {
        rating,
        why: line.text(why).to_owned(),
        by: line.text("said_by").to_owned(),
    })
}

fn days_of(days: u32) -> String {
    if days == 1 {
        "1 day".to_owned()
    } else {
        format!("{days} days")
    }
}

//! A plain table: what a page shows, a screen reader reads, and a file holds.

use crate::numbers::{decimal, shown, signed, whole};
use serde::{Deserialize, Serialize};
use waymark_data::{Day, Month};
use waymark_measures::disclosure::Shown;
use waymark_measures::signals::one_decimal;

/// A table.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    /// What it shows, in words.
    pub caption: String,
    /// Its headings, one for each column.
    pub headings: Vec<Heading>,
    /// Its rows, each as long as the headings.
    pub rows: Vec<Vec<Cell>>,
}

/// A column's heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Its words.
    pub text: String,
    /// How its column is set.
    pub align: Align,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Align {
    /// Words, from the left.
    Words,
    /// Numbers, ending at the right.
    Numbers,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// As a page shows it: "1,923", "31 March 2018", "c".
    pub shown: String,
    /// As a file holds it.
    pub value: Value,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// The words shown.
    Words,
    /// A number, rounded as it is shown, with its decimals: a file says what the page says.
    Number {
        /// The number.
        value: f64,
        /// Its decimals.
        places: u8,
    },
    /// A day.
    Day(Day),
    /// A month.
    Month(Month),
    /// Nothing.
    Blank,
}

impl Table {
    /// A table with these headings and no rows yet.
    #[must_use]
    pub fn new(caption: impl Into<String>, headings: impl IntoIterator<Item = Heading>) -> Self {
        Self {
            caption: caption.into(),
            headings: headings.into_iter().collect(),
            rows: Vec::new(),
        }
    }
}

impl Heading {
    /// Of a column of words.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            align: Align::Words,
        }
    }

    /// Of a column of numbers.
    #[must_use]
    pub fn numbers(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            align: Align::Numbers,
        }
    }
}

impl Cell {
    /// Words.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        let shown = text.into();
        let value = if shown.is_empty() {
            Value::Blank
        } else {
            Value::Words
        };
        Self { shown, value }
    }

    /// Nothing.
    #[must_use]
    pub fn blank() -> Self {
        Self::words("")
    }

    /// A whole number.
    #[must_use]
    pub fn whole(number: i64) -> Self {
        #[allow(clippy::cast_precision_loss)] // counts are far below 2^52
        let value = number as f64;
        Self {
            shown: whole(number),
            value: Value::Number { value, places: 0 },
        }
    }

    /// A change or a net, with its sign.
    #[must_use]
    pub fn signed(number: i64) -> Self {
        Self {
            shown: signed(number),
            ..Self::whole(number)
        }
    }

    /// A number with one decimal, halves up.
    #[must_use]
    pub fn decimal(value: f64) -> Self {
        Self {
            shown: decimal(value),
            value: Value::Number {
                value: one_decimal(value),
                places: 1,
            },
        }
    }

    /// A number that there may be none of.
    #[must_use]
    pub fn maybe<T>(number: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        number.map_or_else(Self::blank, cell)
    }

    /// A figure after suppression: a hidden one is its mark and nothing else.
    #[must_use]
    pub fn of_shown(figure: Shown) -> Self {
        match figure {
            Shown::Number(count) => Self::whole(i64::try_from(count).unwrap_or(i64::MAX)),
            Shown::Decimal { value, .. } => Self::decimal(value),
            other => Self::words(shown(other)),
        }
    }

    /// A day: "31 March 2018".
    #[must_use]
    pub fn day(day: Day) -> Self {
        Self {
            shown: day.words(),
            value: Value::Day(day),
        }
    }

    /// A month: "March 2018".
    #[must_use]
    pub fn month(month: Month) -> Self {
        Self {
            shown: month.words(),
            value: Value::Month(month),
        }
    }
}

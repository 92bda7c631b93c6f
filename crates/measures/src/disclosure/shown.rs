//! One printed count, and the rule that decides on it.

use std::fmt;

/// When a count is small enough to point at a child. Data, so that an output states its setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Name stated on the output.
    pub id: &'static str,
    /// Largest count that is hidden; the smallest is 1. 0 hides nothing.
    pub largest_hidden: u64,
    /// What shown counts are rounded to (5 or 10); 1 leaves them.
    pub round_to: u64,
}

impl Rule {
    /// Public outputs: 1 to 5 hidden (DfE children in need).
    pub const PUBLIC: Rule = Rule {
        id: "1-5 hidden",
        largest_hidden: 5,
        round_to: 1,
    };
    /// National and regional: 1 to 5 hidden, others to the nearest 10.
    pub const NEAREST_10: Rule = Rule {
        id: "1-5 hidden, nearest 10",
        largest_hidden: 5,
        round_to: 10,
    };
    /// Board-only outputs: small numbers shown; the output is marked as such.
    pub const BOARD: Rule = Rule {
        id: "small numbers shown",
        largest_hidden: 0,
        round_to: 1,
    };

    /// Whether a count is hidden for its own sake.
    pub fn hides(&self, count: u64) -> bool {
        (1..=self.largest_hidden).contains(&count)
    }
}

/// What is printed in the place of a figure. It holds nothing of a hidden one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown {
    /// A count.
    Number(u64),
    /// A percentage or rate, already rounded, and the decimals to print.
    Decimal {
        /// The value.
        value: f64,
        /// Decimals to print.
        places: u8,
    },
    /// `c`: hidden to protect someone.
    Hidden,
    /// `k`: not zero, but rounds to it.
    RoundsToZero,
    /// `z`: there is nothing to take a percentage of.
    NotApplicable,
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Shown::Number(count) => write!(f, "{count}"),
            Shown::Decimal { value, places } => write!(f, "{value:.*}", usize::from(*places)),
            Shown::Hidden => f.write_str("c"),
            Shown::RoundsToZero => f.write_str("k"),
            Shown::NotApplicable => f.write_str("z"),
        }
    }
}

/// A count that stands alone: nothing beside it adds up with it.
pub fn count(value: u64, rule: &Rule) -> Shown {
    if rule.hides(value) {
        Shown::Hidden
    } else {
        rounded(value, rule)
    }
}

/// To the nearest `to` (5 or 10), half up: 1,235 to 1,240. 0 and 1 leave the value.
pub fn round_half_up(value: u64, to: u64) -> u64 {
    if to <= 1 {
        return value;
    }
    let over = value % to;
    let down = value - over;
    if over >= to - over {
        down.saturating_add(to)
    } else {
        down
    }
}

/// Whether two shown counts, one of which holds the other (county and district, year to date this
/// month and last, an age band within another), give away a small one by their difference.
pub fn gives_away(whole: u64, part: u64, rule: &Rule) -> bool {
    rule.hides(whole.abs_diff(part))
}

/// A count that is not hidden, rounded.
pub(super) fn rounded(value: u64, rule: &Rule) -> Shown {
    match round_half_up(value, rule.round_to) {
        0 if value > 0 => Shown::RoundsToZero,
        other => Shown::Number(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_five_are_hidden_and_zero_is_not() {
        let shown: Vec<String> = (0..8)
            .map(|n| count(n, &Rule::PUBLIC).to_string())
            .collect();
        assert_eq!(shown, ["0", "c", "c", "c", "c", "c", "6", "7"]);
        assert_eq!(count(3, &Rule::BOARD), Shown::Number(3));
    }

    #[test]
    fn rounding_goes_half_up() {
        assert_eq!(
            [1234, 1235, 6].map(|n| count(n, &Rule::NEAREST_10).to_string()),
            ["1230", "1240", "10"]
        );
        let to_20 = Rule {
            round_to: 20,
            ..Rule::PUBLIC
        };
        assert_eq!(count(9, &to_20), Shown::RoundsToZero);
        assert_eq!(count(0, &to_20), Shown::Number(0));
        assert_eq!(round_half_up(u64::MAX, 10), u64::MAX);
    }

    #[test]
    fn county_less_eleven_districts_gives_the_twelfth_away() {
        assert!(gives_away(1923, 1920, &Rule::PUBLIC));
        assert!(!gives_away(1923, 1923, &Rule::PUBLIC));
        assert!(!gives_away(1923, 1917, &Rule::PUBLIC));
    }
}

//! When something comes off the watch list: a rule in words, held against the measure it is about.
//!
//! "Below 60 for four weeks running", "at least 90% for three months in a row". Anything else is for people to judge.

use waymark_measures::Basis;
use waymark_report::Reading;

/// A rule that a series can be held against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ExitRule {
    way: Way,
    value: f64,
    /// How many months running.
    months: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Below,
    AtMost,
    Above,
    AtLeast,
}

/// What a series says of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Held {
    /// It is met.
    Met,
    /// It is met for so many of the months it needs.
    So(usize, usize),
}

impl ExitRule {
    /// Reads a rule; `None`: it is not one of these, and people judge it.
    pub(super) fn read(words: &str) -> Option<Self> {
        let text = words.to_lowercase().replace('%', " ");
        let ways = [
            ("no more than ", Way::AtMost),
            ("at most ", Way::AtMost),
            ("no fewer than ", Way::AtLeast),
            ("no less than ", Way::AtLeast),
            ("at least ", Way::AtLeast),
            ("fewer than ", Way::Below),
            ("less than ", Way::Below),
            ("more than ", Way::Above),
            ("below ", Way::Below),
            ("under ", Way::Below),
            ("above ", Way::Above),
            ("over ", Way::Above),
        ];
        let (at, head, way) = ways
            .iter()
            .filter_map(|(head, way)| Some((text.find(head)?, *head, *way)))
            .min_by_key(|it| it.0)?;
        let rest = &text[at + head.len()..];
        let mut words = rest.split_whitespace();
        let value: f64 = words
            .next()?
            .trim_end_matches(['.', ',', ';'])
            .replace(',', "")
            .parse()
            .ok()?;
        let months = running(rest)?;
        value.is_finite().then_some(Self { way, value, months })
    }

    /// Holds the rule against the last months that are judged; `None`: there are none, or it is no series of months.
    pub(super) fn held(&self, reading: &Reading) -> Option<Held> {
        let monthly = matches!(
            reading.series.basis,
            Basis::Month | Basis::SnapshotMonthly | Basis::SnapshotAsAt
        );
        let values = reading
            .slots
            .iter()
            .rev()
            .skip_while(|it| it.state.judged().is_none())
            // A month without a figure breaks a run.
            .map_while(|it| it.state.judged());
        let mut any = false;
        let run = values
            .inspect(|_| any = true)
            .take_while(|it| self.has(*it))
            .take(self.months)
            .count();
        (monthly && any).then_some(if run == self.months {
            Held::Met
        } else {
            Held::So(run, self.months)
        })
    }

    fn has(&self, value: f64) -> bool {
        match self.way {
            Way::Below => value < self.value,
            Way::AtMost => value <= self.value,
            Way::Above => value > self.value,
            Way::AtLeast => value >= self.value,
        }
    }

    /// As it is held against figures that come by the month.
    pub(super) fn months(&self) -> usize {
        self.months
    }
}

/// "for four weeks running", "for 3 months": how many months that is; figures come by the month, so weeks are rounded up
/// to months. A rule without a length needs one month.
fn running(text: &str) -> Option<usize> {
    let Some((_, after)) = text.split_once(" for ") else {
        return Some(1);
    };
    let mut words = after.split_whitespace();
    let number = match words.next()? {
        "a" | "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "eight" => 8,
        "nine" => 9,
        "twelve" => 12,
        digits => digits
            .parse::<usize>()
            .ok()
            .filter(|it| (1..=120).contains(it))?,
    };
    let unit = words.find(|it| *it != "consecutive")?;
    if unit.starts_with("month") {
        Some(number)
    } else if unit.starts_with("week") {
        Some((number * 7).div_ceil(31))
    } else if unit.starts_with("quarter") {
        Some(number * 3)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_and_other_words_are_left_to_people() {
        let rule = |way, value, months| Some(ExitRule { way, value, months });
        for (words, wanted) in [
            ("below 60 for four weeks running", rule(Way::Below, 60.0, 1)),
            (
                "At least 90% for three consecutive months",
                rule(Way::AtLeast, 90.0, 3),
            ),
            ("no more than 5 for 10 weeks", rule(Way::AtMost, 5.0, 3)),
            ("over 95.5%.", rule(Way::Above, 95.5, 1)),
            ("when the Board is content", None),
            ("below the England average for three months", None),
            ("below 60 for ever", None),
        ] {
            assert_eq!(ExitRule::read(words), wanted, "{words}");
        }
    }
}

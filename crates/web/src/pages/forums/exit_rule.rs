//! When something comes off the watch list: a rule in words, held against the measure it is about.
//!
//! "Below 60 for four weeks running", "at least 90% for three months in a row". A rule is held only where every word of it
//! is understood, its unit is the measure's, and the series is of the area it speaks of. Anything else is for people to
//! judge: a rule half understood would be called met on a figure that is not its own.

use waymark_data::Areas;
use waymark_measures::{Basis, Measure, Unit};
use waymark_report::Reading;

/// A rule that a series can be held against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ExitRule {
    way: Way,
    value: f64,
    of: Of,
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

/// What the value is a number of, as the rule says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// It does not say: a plain number.
    Number,
    Percent,
    Days,
    WorkingDays,
    Rate,
}

/// What a series says of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Held {
    /// It is met.
    Met,
    /// It is met for so many of the months it needs.
    So(usize, usize),
}

const WAYS: [(&str, Way); 12] = [
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

const UNITS: [(&str, Of); 7] = [
    ("%", Of::Percent),
    ("per cent", Of::Percent),
    ("percent", Of::Percent),
    ("working days", Of::WorkingDays),
    ("days", Of::Days),
    ("per 10,000 children", Of::Rate),
    ("per 10,000", Of::Rate),
];

impl ExitRule {
    /// Reads a rule; `None`: it is not one of these from its first word to its last, and people judge it.
    pub(super) fn read(words: &str) -> Option<Self> {
        let text = words.to_lowercase();
        let text = text.trim().trim_end_matches('.');
        let text = ["when ", "it is ", "it stays "]
            .iter()
            .fold(text, |text, lead| text.strip_prefix(lead).unwrap_or(text));
        let (head, way) = WAYS.iter().find(|(head, _)| text.starts_with(head))?;
        let rest = &text[head.len()..];
        let end = rest
            .find(|it: char| !it.is_ascii_digit() && !matches!(it, '.' | ','))
            .unwrap_or(rest.len());
        let value: f64 = rest[..end]
            .trim_end_matches([',', '.'])
            .replace(',', "")
            .parse()
            .ok()?;
        let rest = rest[end..].trim_start();
        let (of, rest) = UNITS
            .iter()
            .find_map(|(word, of)| Some((*of, rest.strip_prefix(word)?)))
            .unwrap_or((Of::Number, rest));
        let months = running(rest.trim())?;
        value.is_finite().then_some(Self {
            way: *way,
            value,
            of,
            months,
        })
    }

    /// Whether the rule speaks in the unit of a measure.
    pub(super) fn is_in_unit_of(&self, measure: &Measure) -> bool {
        match measure.unit {
            Unit::Percent => self.of == Of::Percent,
            Unit::MedianWorkingDays => self.of == Of::WorkingDays,
            Unit::MeanDays => self.of == Of::Days,
            Unit::Rate => matches!(self.of, Of::Rate | Of::Number),
            Unit::Count | Unit::Net => self.of == Of::Number,
            Unit::Share => false,
        }
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
/// to months. A rule without a length needs one month. `None`: there are words that say something else.
fn running(text: &str) -> Option<usize> {
    if text.is_empty() {
        return Some(1);
    }
    let mut words = text.strip_prefix("for ")?.split_whitespace();
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
    let rest: Vec<&str> = words.collect();
    if !["", "running", "in a row", "together"].contains(&rest.join(" ").as_str()) {
        return None;
    }
    match unit {
        "month" | "months" => Some(number),
        "week" | "weeks" => Some((number * 7).div_ceil(31)),
        "quarter" | "quarters" => Some(number * 3),
        _ => None,
    }
}

/// The area that a watch speaks of: the one it was given, else the first that its words name; empty for the whole county.
pub(super) fn area_meant<'a>(areas: &'a Areas, given: &'a str, words: &str) -> &'a str {
    if !given.is_empty() && given != "Whole county" {
        return given;
    }
    let named = |name: &str| {
        !name.is_empty()
            && words.match_indices(name).any(|(at, _)| {
                let letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
                !letter(words[..at].chars().next_back())
                    && !letter(words[at + name.len()..].chars().next())
            })
    };
    let districts = areas.districts.iter().map(|it| it.name.as_str());
    districts
        .chain(areas.localities())
        .find(|it| named(it))
        .unwrap_or("")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn rules_are_read_and_other_words_are_left_to_people() {
        let rule = |way, value, of, months| {
            Some(ExitRule {
                way,
                value,
                of,
                months,
            })
        };
        for (words, wanted) in [
            (
                "below 60 for four weeks running",
                rule(Way::Below, 60.0, Of::Number, 1),
            ),
            (
                "At least 90% for three consecutive months",
                rule(Way::AtLeast, 90.0, Of::Percent, 3),
            ),
            (
                "no more than 1,200 for 10 weeks",
                rule(Way::AtMost, 1_200.0, Of::Number, 3),
            ),
            (
                "When it is under 35 working days for two quarters.",
                rule(Way::Below, 35.0, Of::WorkingDays, 6),
            ),
            ("over 95.5%.", rule(Way::Above, 95.5, Of::Percent, 1)),
            ("when the Board is content", None),
            ("below the England average for three months", None),
            ("below 60 for ever", None),
            // Half of it is understood, and half of it would be judged.
            ("Above 45% with at least 15 young people", None),
            ("Under 26 weeks for two quarters", None),
            ("Below 60 reports for eight weeks running", None),
            (
                "below 25% for three months running, and no child unseen",
                None,
            ),
            ("Every team below 25% for three months", None),
            ("below 25% for three months in the North", None),
        ] {
            assert_eq!(ExitRule::read(words), wanted, "{words}");
        }
    }

    #[test]
    fn a_rule_is_in_the_unit_of_its_measure() {
        let unit = |id: &str| waymark_measures::catalogue::find(id).unwrap();
        let in_percent = ExitRule::read("below 25% for three months").unwrap();
        let plain = ExitRule::read("below 60 for three months").unwrap();
        assert!(in_percent.is_in_unit_of(unit("assessment-over-45")));
        assert!(!in_percent.is_in_unit_of(unit("contacts")));
        assert!(plain.is_in_unit_of(unit("contacts")));
        assert!(!plain.is_in_unit_of(unit("assessment-over-45")));
    }

    #[test]
    fn an_area_is_the_one_given_or_the_one_the_words_name() {
        let areas = Areas {
            districts: vec![waymark_data::areas::District {
                name: "Fellgate".into(),
                locality: "North".into(),
                populations: Vec::new(),
            }],
            populations: Vec::new(),
        };
        let meant = |given, words| area_meant(&areas, given, words);
        assert_eq!(meant("", "Care leavers in work in Fellgate"), "Fellgate");
        assert_eq!(meant("Whole county", "Assessments in the North"), "North");
        assert_eq!(meant("North", "Care leavers in Fellgate"), "North");
        assert_eq!(meant("", "Northern Ireland"), "");
    }
}

//! What a figure is of and when, in the words that captions use, and the days these say.

use waymark_data::{Day, Month, Period};

/// As a caption says it: "in August 2017", "in the 12 months to 31 March 2018". A rate's "in the month of" is the same.
pub(super) fn words(basis: &str, from: Day, to: Day) -> String {
    match basis {
        "12 months" => format!("in the 12 months to {}", to.words()),
        "snapshot" => format!("at {}", to.words()),
        "return" => format!("from {} to {}", from.words(), to.words()),
        _ => format!("in {}", Period { from, to }.words()),
    }
}

/// What a caption is about, without when.
pub(super) fn about(what: &str) -> &str {
    let last = [" in ", " at ", " from "]
        .iter()
        .filter_map(|it| what.rfind(it))
        .max();
    last.map_or(what, |at| &what[..at])
}

/// The months of a caption about more than one whole month.
pub(super) fn months(what: &str) -> Vec<Month> {
    let Some(period) = period(&what[about(what).len()..]) else {
        return Vec::new();
    };
    // More months than any figure speaks of are a mistake.
    let months: Vec<Month> = period.months().take(61).collect();
    let is_whole = months.first().is_some_and(|it| it.first() == period.from)
        && months.last().is_some_and(|it| it.last() == period.to);
    if is_whole && (2..=60).contains(&months.len()) {
        months
    } else {
        Vec::new()
    }
}

fn period(when: &str) -> Option<Period> {
    if let Some(to) = when.strip_prefix(" in the 12 months to ") {
        let to = day(to)?;
        let from = Month::of(to).plus(-11).first();
        return Some(Period { from, to });
    }
    let (from, to) = when.strip_prefix(" from ")?.split_once(" to ")?;
    Some(Period {
        from: day(from)?,
        to: day(to)?,
    })
}

/// The month of "in March 2018", or of "at 31 March 2018".
pub(super) fn month(when: &str) -> Option<Month> {
    let words = when.trim_start();
    if let Some(at) = words.strip_prefix("at ") {
        return Some(Month::of(day(at)?));
    }
    // Its first day, in words, is a day.
    day(&format!("1 {}", words.strip_prefix("in ")?)).map(Month::of)
}

/// "31 March 2018".
fn day(words: &str) -> Option<Day> {
    let mut parts = words.split(' ');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let year: i32 = year.parse().ok().filter(|it| (1900..=2200).contains(it))?;
    let month = (1..=12)
        .map(|it| Month::new(year, it))
        .find(|it| it.words().starts_with(month))?;
    let day: i32 = day.parse().ok().filter(|it| (1..=31).contains(it))?;
    Some(month.first().plus_days(day - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_of_several_months_says_which() {
        let of = |what: &str| -> Vec<String> { months(what).iter().map(|it| it.words()).collect() };
        assert_eq!(
            of("Children at risk from 1 January 2018 to 28 February 2018"),
            ["January 2018", "February 2018"]
        );
        let year = of("Assessments completed within 45 days in the 12 months to 31 March 2018");
        assert_eq!((year.len(), year[0].as_str()), (12, "April 2017"));
        assert!(of("Referrals in March 2018").is_empty());
        assert!(of("Referrals from 2 January 2018 to 28 February 2018").is_empty());
        assert_eq!(about("Children at risk in March 2018"), "Children at risk");
        assert_eq!(month(" in March 2018"), month(" at 31 March 2018"));
        assert!(
            month(" in March 2018").is_some()
                && month(" in the 12 months to 31 March 2018").is_none()
        );
    }
}

//! The days of an inspection as reports write them, and days of publication.

use waymark_data::Day;

/// When inspectors were there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Inspected {
    /// As written: "27 September to 8 October 2021". Empty where the file does not say.
    pub words: String,
    /// The first day, where it can be told.
    pub from: Option<Day>,
    /// The last day, where it can be told.
    pub to: Option<Day>,
}

impl Inspected {
    /// From the words of a report: two days with "to" or a dash between them, the first without month or year when they are
    /// the second's. Anything else keeps its words alone.
    pub(super) fn read(words: &str) -> Self {
        let words = words.trim();
        let (from, to) = span(words).unzip();
        Self {
            words: words.to_owned(),
            from,
            to,
        }
    }

    /// From two days.
    pub(super) fn between(from: Option<Day>, to: Option<Day>) -> Self {
        let words = match (from, to) {
            (Some(from), Some(to)) => format!("{} to {}", from.words(), to.words()),
            (Some(day), None) | (None, Some(day)) => day.words(),
            (None, None) => String::new(),
        };
        Self { words, from, to }
    }
}

fn span(words: &str) -> Option<(Day, Day)> {
    // Two visits: from the first day of the one to the last of the other.
    if let Some((first, second)) = words.split_once(" and ") {
        let second = span(second).or_else(|| day(second, None).map(|it| (it, it)));
        if let (Some((_, to)), first) = (second, first) {
            let year = Some((to.date().month(), to.date().year()));
            return Some((span_in(first, year)?.0, to));
        }
    }
    span_in(words, None)
}

fn span_in(words: &str, near: Option<(i8, i16)>) -> Option<(Day, Day)> {
    let dashes = ['–', '—', '─', '‒'];
    let text = words.replace(dashes, "-");
    let parts = text.split_once(" to ").or_else(|| {
        // A dash inside 2018-06-04 parts no days.
        let iso = text
            .get(..10)
            .is_some_and(|it| it.as_bytes()[4] == b'-' && day(it, None).is_some());
        if iso { None } else { text.split_once('-') }
    });
    let Some((first, second)) = parts else {
        return day(&text, near).map(|it| (it, it));
    };
    let to = day(second, near)?;
    let from = day(first, Some((to.date().month(), to.date().year())))?;
    // "28 November to 9 December", "30 December to 10 January 2020": the first is in the year before.
    let from = if from > to {
        from.plus_months(-12)
    } else {
        from
    };
    (from <= to).then_some((from, to))
}

/// A day: "27 September 2021", "27 September", "27", "27/09/2021", "27/09/21", "2021-09-27". What is left out is taken
/// from `near`, a month and a year.
pub(super) fn day(text: &str, near: Option<(i8, i16)>) -> Option<Day> {
    let text = text.trim().trim_end_matches(['.', ',']);
    let parts: Vec<&str> = text
        .split(|it: char| it.is_whitespace() || matches!(it, '/' | ','))
        .filter(|it| !it.is_empty())
        .collect();
    match parts.as_slice() {
        [iso] if iso.len() == 10 && iso.as_bytes()[4] == b'-' => {
            let mut numbers = iso.split('-');
            let year = numbers.next()?.parse().ok()?;
            let month = numbers.next()?.parse().ok()?;
            Day::new(year, month, numbers.next()?.parse().ok()?)
        }
        [day] => {
            let (month, year) = near?;
            Day::new(year, month, of_month(day)?)
        }
        [day, month] => {
            let (_, year) = near?;
            Day::new(year, self::month(month)?, of_month(day)?)
        }
        [day, month, year] => {
            let year: i16 = year.parse().ok()?;
            // Ofsted has inspected children's services since 2007.
            let year = if year < 100 { 2000 + year } else { year };
            Day::new(year, self::month(month)?, of_month(day)?)
        }
        _ => None,
    }
}

fn of_month(text: &str) -> Option<i8> {
    text.trim_end_matches(|it: char| it.is_ascii_alphabetic())
        .parse()
        .ok()
}

fn month(text: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let start: String = text
        .chars()
        .take(3)
        .collect::<String>()
        .to_ascii_lowercase();
    let at = MONTHS.iter().position(|it| *it == start)?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_reports_write_the_days_of_an_inspection() {
        for (words, wanted) in [
            ("27 September to 8 October 2021", "2021-09-27 2021-10-08"),
            ("3 to 14 October 2022", "2022-10-03 2022-10-14"),
            ("4 June 2018–28 June 2018", "2018-06-04 2018-06-28"),
            (
                "14 September 2015 – 8 October 2015",
                "2015-09-14 2015-10-08",
            ),
            ("9-13 May 2022", "2022-05-09 2022-05-13"),
            ("30 December to 10 January 2020", "2019-12-30 2020-01-10"),
            ("13/01/2014 to 05/02/2014", "2014-01-13 2014-02-05"),
            ("3 to 7 May and 16 to 20 May 2022", "2022-05-03 2022-05-20"),
            ("7 March 2016", "2016-03-07 2016-03-07"),
            ("in the spring", ""),
            ("31 February 2020", ""),
        ] {
            let it = Inspected::read(words);
            let days = [it.from, it.to]
                .into_iter()
                .flatten()
                .map(|it| it.to_string());
            assert_eq!(days.collect::<Vec<_>>().join(" "), wanted, "{words}");
            assert_eq!(it.words, words);
        }
    }
}

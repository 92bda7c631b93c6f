//! What remains to be done, against the rate that a deadline needs.

use super::legend::{self, Entry};
use super::marks::Mark;
use super::plane::{HIDDEN, Plane, day_slot, stroke};
use super::scale::Reach;
use super::svg::{Anchor, HALO, Svg, text_width};
use super::tally::{float, whole, whole_cell};
use super::{Drawn, Size};
use crate::numbers::{capital, counted, decimal, short};
use crate::table::{Cell, Heading, Table};
use waymark_data::{Day, Month};

/// What is to be done by a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Burndown {
    /// What it is: "Statements to transfer to education, health and care plans".
    pub title: String,
    /// What is counted, one and many: "statement", "statements".
    pub things: (String, String),
    /// How many remained at the end of a day, as the readers may see it: none is hidden.
    pub remaining: Vec<(Day, Option<u64>)>,
    /// By when all must be done.
    pub deadline: Day,
}

/// Months looked back for the rate, and drawn at most.
const LOOKED_BACK: f64 = 3.0;
const MOST: i32 = 240;

/// The chart in both sizes, with its table and sentence. `id` must be unique in the page.
#[must_use]
pub fn burndown(work: &Burndown, id: &str) -> Drawn {
    let seen = Seen::of(work);
    Drawn {
        wide: seen.drawn(id, Size::Wide),
        narrow: seen.drawn(&format!("{id}-narrow"), Size::Narrow),
        table: seen.table(),
        sentence: seen.sentence(),
    }
}

struct Seen<'a> {
    it: &'a Burndown,
    /// By day; of two for one day the later given stands.
    remaining: Vec<(Day, Option<u64>)>,
}

/// How fast it went of late.
struct Rate {
    /// Fewer remaining each month; below 0 where more remain than did.
    each: f64,
    /// Over how many months.
    months: f64,
}

impl<'a> Seen<'a> {
    fn of(it: &'a Burndown) -> Self {
        let mut remaining: Vec<(Day, Option<u64>)> = Vec::new();
        let mut given = it.remaining.clone();
        given.sort_by_key(|it| it.0);
        for (day, left) in given {
            match remaining.last_mut() {
                Some(last) if last.0 == day => last.1 = left,
                _ => remaining.push((day, left)),
            }
        }
        Self { it, remaining }
    }

    /// Those that may be seen.
    fn known(&self) -> impl DoubleEndedIterator<Item = (Day, u64)> {
        let all = self.remaining.iter();
        all.filter_map(|(day, left)| Some((*day, (*left)?)))
    }

    fn latest(&self) -> Option<(Day, u64)> {
        self.known().next_back()
    }

    /// The rate of the last three months; of fewer where no more is known, but of a month at least.
    fn rate(&self) -> Option<Rate> {
        let (last, left) = self.latest()?;
        let back = |day: Day| months_between(day, last);
        let (from, before) = self
            .known()
            .rev()
            .find(|(day, _)| back(*day) >= LOOKED_BACK - 0.1)
            .or_else(|| self.known().next())
            .filter(|(day, _)| back(*day) >= 0.9)?;
        let months = back(from);
        Some(Rate {
            each: (float(before) - float(left)) / months,
            months,
        })
    }

    /// How many months from the latest until all is done at the rate of late.
    fn done_in(&self) -> Option<f64> {
        let (_, left) = self.latest()?;
        let rate = self.rate()?;
        (rate.each > 0.0 && left > 0).then(|| float(left) / rate.each)
    }

    fn things(&self, number: u64) -> String {
        let (one, many) = &self.it.things;
        let word = if number == 1 { one } else { many };
        format!("{} {word}", crate::numbers::whole(whole(number)))
    }

    fn sentence(&self) -> String {
        let title = &self.it.title;
        let deadline = self.it.deadline;
        let Some((day, left)) = self.latest() else {
            return format!("{title}: no number can be shown.");
        };
        if left == 0 {
            let first = self.first_none().unwrap_or(day);
            let when = if first <= deadline {
                format!("in time for {}", deadline.words())
            } else {
                format!("after the deadline of {}", deadline.words())
            };
            return format!("{title}: none remaining at {}, {when}.", first.words());
        }
        let mut said = vec![format!(
            "{title}: {} remaining at {}.",
            self.things(left),
            day.words()
        )];
        let months = months_between(day, deadline);
        said.push(if day >= deadline {
            format!("The deadline of {} has passed.", deadline.words())
        } else if months < 1.0 {
            let days = counted(i64::from(day.days_until(deadline)), "day");
            format!(
                "All of them are to be done in {days}, by {}.",
                deadline.words()
            )
        } else {
            let needed = (float(left) / months).ceil();
            let verb = if needed > 1.0 { "are" } else { "is" };
            format!(
                "{} a month {verb} needed to finish by {}.",
                short(needed),
                deadline.words()
            )
        });
        said.extend(self.at_this_rate(day));
        said.join(" ")
    }

    /// The first day of those at the end on which none remained.
    fn first_none(&self) -> Option<Day> {
        let at_end = self.known().rev().take_while(|(_, left)| *left == 0);
        at_end.last().map(|it| it.0)
    }

    fn at_this_rate(&self, day: Day) -> Option<String> {
        let rate = self.rate()?;
        let span = match rate.months.round() {
            months if months > 1.0 => format!("the last {} months", in_months(months)),
            _ => "the last month".to_owned(),
        };
        if rate.each <= 0.0 {
            let how = if rate.each < 0.0 {
                "rose"
            } else {
                "did not fall"
            };
            return Some(format!(
                "Over {span} the number {how}: at that rate it would never be done."
            ));
        }
        let each = short(rate.each);
        let months = self.done_in()?;
        if months > 120.0 {
            return Some(format!(
                "At the rate of {span}, {each} a month, it would take more than ten years."
            ));
        }
        let done = later(day, months);
        let late = months_between(self.it.deadline, done);
        let against = if day >= self.it.deadline {
            String::new()
        } else if done <= self.it.deadline {
            ", in time".to_owned()
        } else if late < 1.0 {
            ", less than a month late".to_owned()
        } else {
            #[allow(clippy::cast_possible_truncation)] // at most some thousands of months
            let late = late.floor() as i64;
            format!(", {} late", counted(late, "month"))
        };
        Some(format!(
            "At the rate of {span}, {each} a month, it would be done in {}{against}.",
            done.month().words()
        ))
    }

    fn table(&self) -> Table {
        let headings = [
            Heading::words("Date"),
            Heading::numbers("Remaining"),
            Heading::numbers("Fewer than before"),
            Heading::numbers("Needed a month from then on"),
        ];
        let mut table = Table::new(self.it.title.as_str(), headings);
        let mut before: Option<u64> = None;
        for (day, left) in &self.remaining {
            let months = months_between(*day, self.it.deadline);
            let needed = left
                .filter(|_| months > 0.0)
                .map(|left| float(left) / months.max(1.0));
            let fewer = left
                .zip(before)
                .map(|(left, before)| whole(before) - whole(left));
            table.rows.push(vec![
                Cell::day(*day),
                left.map_or_else(|| Cell::words("c"), whole_cell),
                Cell::maybe(fewer, Cell::whole),
                Cell::maybe(needed, Cell::decimal),
            ]);
            before = *left;
        }
        table
    }

    fn drawn(&self, id: &str, size: Size) -> String {
        let text = size.text();
        let mut svg = Svg::new();
        let (first, slots) = self.months();
        let mut values: Vec<f64> = self.known().map(|it| float(it.1)).collect();
        values.push(0.0);
        let reach = Reach {
            floor: Some(0.0),
            ceiling: None,
            whole: true,
        };
        let label = |value: f64| short(value);
        let plane = Plane::new(size, (&values, reach), &label, (first, slots)).of_whole_months();
        plane.grid(
            &mut svg,
            &capital(&super::svg::fitted(
                &format!("{} remaining", self.it.things.1),
                size.width() - 12.0,
                text,
            )),
        );
        plane.months(&mut svg);
        let at = |day: Day, value: f64| {
            let x = plane.x(plane.slot_of(day)).clamp(plane.left, plane.right);
            (x, plane.values.at(value))
        };
        let (end, _) = at(self.it.deadline, 0.0);
        svg.line((end, plane.top), (end, plane.bottom), stroke::TARGET);
        let words = "Deadline";
        let half = text_width(words, text) / 2.0;
        let middle = end.clamp(plane.left + half, plane.right + 14.0 - half);
        svg.text((middle, plane.top - 5.0), text, Anchor::Middle, words, "");
        let latest = self.latest().filter(|it| it.1 > 0);
        if let Some((day, left)) = latest.filter(|it| it.0 < self.it.deadline) {
            svg.path(
                &[at(day, float(left)), at(self.it.deadline, 0.0)],
                stroke::PATH,
            );
        }
        if let (Some((day, left)), Some(rate)) = (latest, self.rate()) {
            self.onwards(&mut svg, &plane, (day, left), &rate);
        }
        self.actual(&mut svg, &plane);
        let top = plane.bottom + text * 3.4;
        let height = legend::draw(&mut svg, &self.key(), (6.0, top), size.width() - 12.0, text);
        let description = format!(
            "{} The figures are in the table with this chart.",
            self.sentence()
        );
        svg.finish(
            id,
            size.class(),
            (size.width(), top + height),
            (&self.it.title, &description),
        )
    }

    /// From the first number to the deadline, and to where the rate of late leads if that is not far.
    fn months(&self) -> (Month, usize) {
        let last_day = self.remaining.last().map_or(self.it.deadline, |it| it.0);
        let first_day = self.remaining.first().map_or(self.it.deadline, |it| it.0);
        let mut last = self.it.deadline.max(last_day);
        if let (Some((day, _)), Some(months)) = (self.latest(), self.done_in()) {
            let shown = f64::from(first_day.month().months_until(last.month()));
            let done = later(day, months.min(120.0));
            if months_between(last, done) <= (shown / 2.0).max(3.0) {
                last = last.max(done);
            }
        }
        if let (Some((day, 1..)), Some(_)) = (self.latest(), self.rate()) {
            // Room to see where the rate leads.
            last = last.max(day.plus_months(2));
        }
        let first = first_day.min(self.it.deadline).month();
        let span = first.months_until(last.month()).clamp(0, MOST - 1);
        // Of a span that is too long the end is shown.
        let first = last.month().plus(-span);
        (first, usize::try_from(span + 1).unwrap_or(1))
    }

    /// Where the rate of late leads, as far as the months reach.
    #[allow(clippy::cast_precision_loss)] // months
    fn onwards(&self, svg: &mut Svg, plane: &Plane, (day, left): (Day, u64), rate: &Rate) {
        let from = plane.slot_of(day);
        if from < -0.5 {
            return;
        }
        let end = plane.slots as f64 - 0.5;
        let to = self
            .done_in()
            .map_or(end, |months| (from + months).min(end));
        let then = (float(left) - rate.each * (to - from)).max(0.0);
        let ends = [
            (plane.x(from), plane.values.at(float(left))),
            (plane.x(to), plane.values.at(then)),
        ];
        svg.path(&ends, stroke::LIMIT);
    }

    fn actual(&self, svg: &mut Svg, plane: &Plane) {
        let text = plane.size.text();
        let mut stretch: Vec<(f64, f64)> = Vec::new();
        // Of a span that is too long only the end is on the axis.
        let on_axis = |day: Day| plane.slot_of(day) >= -0.5;
        for (day, left) in self.remaining.iter().filter(|it| on_axis(it.0)) {
            let x = plane.x(plane.slot_of(*day));
            match left {
                Some(left) => stretch.push((x, plane.values.at(float(*left)))),
                None => {
                    svg.path(&stretch, stroke::SERIES);
                    stretch.clear();
                    svg.text((x, plane.bottom - 5.0), text, Anchor::Middle, "c", HALO);
                }
            }
        }
        svg.path(&stretch, stroke::SERIES);
        for (day, left) in self.known().filter(|it| on_axis(it.0)) {
            let x = plane.x(plane.slot_of(day));
            let mark = Mark::Ordinary;
            mark.draw(svg, (x, plane.values.at(float(left))), 1.0);
        }
        if let Some((day, left)) = self.latest().filter(|it| on_axis(it.0)) {
            let label = short(float(left));
            let half = text_width(&label, text) / 2.0;
            let x = plane.x(plane.slot_of(day));
            let most = (plane.right + 14.0 - half).max(plane.left + half);
            let at = (
                (x + half * 0.8).clamp(plane.left + half, most),
                plane.values.at(float(left)) - text * 0.8,
            );
            let attributes = format!("font-weight=\"bold\" {HALO}");
            svg.text(at, text, Anchor::Middle, &label, &attributes);
        }
    }

    fn key(&self) -> Vec<Entry> {
        let mut entries = vec![Entry::Mark(Mark::Ordinary, "Remaining".to_owned())];
        if self.remaining.iter().any(|it| it.1.is_none()) {
            entries.push(Entry::Words(HIDDEN.to_owned()));
        }
        let words = format!("Deadline {}", self.it.deadline.words());
        entries.push(Entry::Line(stroke::TARGET, words));
        let Some((day, left)) = self.latest().filter(|it| it.1 > 0) else {
            return entries;
        };
        if day < self.it.deadline {
            let months = months_between(day, self.it.deadline).max(1.0);
            let needed = short((float(left) / months).ceil());
            let words = format!("Needed: {needed} a month");
            entries.push(Entry::Line(stroke::PATH, words));
        }
        if let Some(rate) = self.rate() {
            let words = format!(
                "At the rate of late: {} a month",
                decimal_or_whole(rate.each)
            );
            entries.push(Entry::Line(stroke::LIMIT, words));
        }
        entries
    }
}

fn decimal_or_whole(value: f64) -> String {
    let text = decimal(value);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// "three", "2.5": whole months in words.
fn in_months(months: f64) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few months
    crate::numbers::in_words(months as usize)
}

/// Months from the end of one day to that of another; whole between two ends of months.
fn months_between(from: Day, to: Day) -> f64 {
    let first = from.month();
    day_slot(first, to) - day_slot(first, from)
}

/// The day so many months after another, to the day or so.
fn later(day: Day, months: f64) -> Day {
    #[allow(clippy::cast_possible_truncation)] // at most some thousands of months
    let (whole, part) = (months.floor() as i32, months.fract());
    #[allow(clippy::cast_possible_truncation)]
    day.plus_months(whole)
        .plus_days((part * 30.4).ceil() as i32)
}

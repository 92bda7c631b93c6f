//! What every file says of itself: which measure, from what source, for whom.

use crate::amount::{unit_heading, unit_value};
use crate::audience::Audience;
use crate::chart::sentence_of_rebases;
use crate::reading::Reading;
use crate::table::{Cell, Heading, Table};
use waymark_data::Day;
use waymark_measures::Measure;

/// What a file is of.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// The council's name.
    pub council: &'a str,
    /// The measure.
    pub measure: &'static Measure,
    /// The days it speaks of, in words.
    pub period: String,
    /// The as-at date of the data.
    pub as_at: Option<Day>,
    /// Who may see it.
    pub audience: Audience,
    /// The day it was made.
    pub made_on: Day,
    /// Whatever else a reader must know.
    pub notes: Vec<String>,
}

impl<'a> About<'a> {
    /// Of a reading.
    #[must_use]
    pub fn reading(reading: &Reading, council: &'a str, made_on: Day) -> Self {
        let points = &reading.series.points;
        let from = points.iter().map(|it| it.period.from).min();
        let to = points.iter().map(|it| it.period.to).max();
        let period = from.zip(to).map_or_else(String::new, |(from, to)| {
            waymark_data::Period { from, to }.words()
        });
        let mut notes = crate::sentence::sentences(reading).notes;
        notes.extend(Some(sentence_of_rebases(reading)).filter(|it| !it.is_empty()));
        notes.extend(targets(reading));
        Self {
            council,
            measure: reading.measure(),
            period,
            as_at: reading.as_at(),
            audience: reading.series.audience,
            made_on,
            notes,
        }
    }

    /// A name for the file, without its ending: `assessment-over-45-board-2018-03-31`.
    #[must_use]
    pub fn file_name(&self) -> String {
        let measure = self.measure.name().replace('/', "-");
        let date = self.as_at.unwrap_or(self.made_on);
        format!("{measure}-{}-{date}", self.audience.slug())
    }

    /// As a table of two columns.
    #[must_use]
    pub fn table(&self) -> Table {
        let measure = self.measure;
        let mut table = Table::new(
            format!("About: {}", measure.title),
            [Heading::words("What"), Heading::words("Answer")],
        );
        let mut row = |what: &str, answer: Cell| {
            table.rows.push(vec![Cell::words(what), answer]);
        };
        row("Council", Cell::words(self.council));
        row("Measure", Cell::words(measure.title));
        row("Name in files", Cell::words(measure.name()));
        row("What the number is", Cell::words(unit_heading(measure)));
        row("Definition", Cell::words(definition(measure.page)));
        row("Source", Cell::words(measure.source));
        row("Standing", Cell::words(measure.standing.words()));
        row("Why it matters to a child", Cell::words(measure.why));
        row("Period", Cell::words(self.period.as_str()));
        row("Data as at", Cell::maybe(self.as_at, Cell::day));
        row("Who may see it", Cell::words(self.audience.words()));
        row("Small numbers", Cell::words(self.audience.rule().id));
        row("Made on", Cell::day(self.made_on));
        for note in &self.notes {
            row("Note", Cell::words(note.as_str()));
        }
        table
    }
}

/// "Targets on the way: 70% by January 2018; 88% by July 2018."; none where there are not several.
fn targets(reading: &Reading) -> Option<String> {
    let aims = reading.series.aims.iter();
    let words: Vec<String> = aims
        .map(|it| {
            let value = unit_value(reading.measure(), it.value);
            format!("{value} by {}", it.month.words())
        })
        .collect();
    (!words.is_empty()).then(|| format!("Targets on the way: {}.", words.join("; ")))
}

/// The first paragraph of a measure's page, in one line.
#[must_use]
pub fn definition(page: &str) -> String {
    let lines = page
        .lines()
        .map(str::trim)
        .skip_while(|line| line.is_empty() || line.starts_with('#'));
    let paragraph: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
    paragraph.join(" ")
}

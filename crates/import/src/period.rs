//! Whether a return belongs to the day it is loaded for.

use crate::{Note, Return, Subject};
use waymark_data::table::{Cells, heading};
use waymark_data::{Day, Field, Place};

impl Return {
    /// What speaks against loading this return as at a day: the file names another date, more than one date in twenty
    /// lies after the day, or none lies in the year before it. Dates of birth do not count.
    #[must_use]
    pub fn doubts(&self, as_at: Day) -> Vec<Note> {
        let place = |at: usize| -> Place {
            self.tables
                .get(at)
                .map_or_else(Place::default, |it| it.place.clone())
        };
        let note = |place: Place, count: u64, subject: Subject| Note {
            place,
            row: None,
            column: None,
            count,
            subject,
        };
        let mut out = Vec::new();
        if let Some(says) = self.reference_date.filter(|says| *says != as_at) {
            out.push(note(place(0), 1, Subject::OtherDate { says, as_at }));
        }
        let (mut all, mut after) = (0u64, 0u64);
        let mut latest: Option<Day> = None;
        for day in self.events() {
            all += 1;
            if day > as_at {
                after += 1;
            } else if latest.is_none_or(|known| day > known) {
                latest = Some(day);
            }
        }
        if after * 20 > all {
            out.push(note(place(0), after, Subject::AfterAsAt(as_at)));
        }
        if let Some(latest) = latest.filter(|it| *it <= as_at.plus_months(-12)) {
            out.push(note(place(0), 1, Subject::LongBefore { latest, as_at }));
        }
        out
    }

    /// Every day of the return that is no birthday.
    fn events(&self) -> impl Iterator<Item = Day> {
        self.tables
            .iter()
            .flat_map(|table| table.spec.columns.iter().zip(&table.columns))
            .filter(|(column, _)| {
                let name = heading(&column.name);
                !name.contains("birth") && !name.contains("dob")
            })
            .filter_map(|(_, cells)| match cells {
                Cells::Date(cells) => Some(cells),
                _ => None,
            })
            .flatten()
            .filter_map(|cell| match cell {
                Field::Value(day) => Some(*day),
                _ => None,
            })
    }
}

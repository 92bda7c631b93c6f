//! A cut as CSV files: RFC 4180, dates dd/mm/yyyy.

use crate::calendar::{Day, Month};
use crate::cut::{Cell, Cut, List};
use std::io::{self, Write};
use std::path::Path;
use std::sync::LazyLock;

impl Cut {
    /// Writes "list_01.csv" to "list_11.csv" into a folder, made if need be.
    ///
    /// # Errors
    /// When the folder or a file cannot be written.
    pub fn write_csvs(&self, folder: &Path) -> io::Result<()> {
        std::fs::create_dir_all(folder)?;
        self.lists
            .iter()
            .try_for_each(|list| std::fs::write(folder.join(list.file_name()), list.csv()))
    }

    /// The eleven CSV files in one zip file.
    ///
    /// # Errors
    /// When the zip cannot be made.
    pub fn csv_zip(&self) -> io::Result<Vec<u8>> {
        let mut zip = zip::ZipWriter::new(io::Cursor::new(Vec::with_capacity(1 << 20)));
        for list in &self.lists {
            zip.start_file(list.file_name(), zip::write::SimpleFileOptions::default())?;
            zip.write_all(&list.csv())?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

impl List {
    /// "list_08.csv".
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("list_{:02}.csv", self.number)
    }

    /// The list as CSV: a line of headings, then a line a row.
    #[must_use]
    pub fn csv(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.rows.len() * self.headings.len() * 14 + 2000);
        let mut first = true;
        for heading in self.headings {
            if !first {
                out.push(b',');
            }
            first = false;
            words(&mut out, heading);
        }
        out.extend_from_slice(b"\r\n");
        for row in &self.rows {
            let mut first = true;
            for cell in row {
                if !first {
                    out.push(b',');
                }
                first = false;
                write_cell(&mut out, *cell);
            }
            out.extend_from_slice(b"\r\n");
        }
        out
    }
}

fn write_cell(out: &mut Vec<u8>, cell: Cell) {
    match cell {
        Cell::Blank => {}
        Cell::Text(text) => words(out, text),
        Cell::Child(number) => {
            out.push(b'W');
            digits(out, number, 7);
        }
        Cell::Adopter(number) => {
            out.push(b'A');
            digits(out, number, 6);
        }
        Cell::Number(number) => digits(out, number, 1),
        Cell::Date(day) => date(out, day),
    }
}

/// An identifier as it is written: "W0012345", "A007001".
pub(crate) fn identifier(letter: char, number: u32, width: usize) -> String {
    format!("{letter}{number:0width$}")
}

fn words(out: &mut Vec<u8>, text: &str) {
    if text
        .bytes()
        .any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n'))
    {
        out.push(b'"');
        for byte in text.bytes() {
            if byte == b'"' {
                out.push(b'"');
            }
            out.push(byte);
        }
        out.push(b'"');
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

fn digits(out: &mut Vec<u8>, mut number: u32, width: usize) {
    let mut place = [b'0'; 10];
    let mut used = 0;
    while number > 0 || used < width {
        used += 1;
        place[10 - used] = b'0' + (number % 10) as u8;
        number /= 10;
    }
    out.extend_from_slice(&place[10 - used..]);
}

/// dd/mm/yyyy of each day from 1985 to 2020, so that writing a date is copying ten bytes.
static DATES: LazyLock<(i32, Vec<[u8; 10]>)> = LazyLock::new(|| {
    let (first, last) = (
        Month::new(1985, 1).first().number(),
        Month::new(2020, 12).last().number(),
    );
    let days = (first..=last).map(|number| written(Day::from_number(number)));
    (first, days.collect())
});

fn written(day: Day) -> [u8; 10] {
    let date = day.date();
    let text = format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year());
    text.as_bytes()
        .try_into()
        .expect("two, two and four digits with two strokes")
}

fn date(out: &mut Vec<u8>, day: Day) {
    let (first, days) = &*DATES;
    match usize::try_from(day.number() - first)
        .ok()
        .and_then(|place| days.get(place))
    {
        Some(text) => out.extend_from_slice(text),
        None => out.extend_from_slice(&written(day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_written_as_the_return_writes_them() {
        let csv = |cell| {
            let mut out = Vec::new();
            write_cell(&mut out, cell);
            String::from_utf8(out).unwrap_or_default()
        };
        assert_eq!(csv(Cell::Date(Month::new(2018, 3).last())), "31/03/2018");
        assert_eq!(csv(Cell::Date(Month::new(1950, 1).first())), "01/01/1950");
        assert_eq!(csv(Cell::Child(12_345)), identifier('W', 12_345, 7));
        assert_eq!(csv(Cell::Number(0)), "0");
        assert_eq!(csv(Cell::Text("a, \"b\"")), "\"a, \"\"b\"\"\"");
        assert_eq!(csv(Cell::Blank), "");
    }
}

//! A cut as one Excel workbook: a sheet a list, with real dates.

use crate::csv_text::identifier;
use crate::cut::{Cell, Cut, List};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use std::path::Path;

/// Excel counts days from the end of 1899.
const EXCEL_1970: i32 = 25_569;

impl Cut {
    /// Writes the workbook to a file.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write_workbook(&self, path: &Path) -> Result<(), XlsxError> {
        self.workbook()?.save(path)
    }

    /// The workbook's bytes.
    ///
    /// # Errors
    /// When the workbook cannot be made.
    pub fn workbook_bytes(&self) -> Result<Vec<u8>, XlsxError> {
        self.workbook()?.save_to_buffer()
    }

    fn workbook(&self) -> Result<Workbook, XlsxError> {
        let mut workbook = Workbook::new();
        let (bold, date) = (
            Format::new().set_bold(),
            Format::new().set_num_format("dd/mm/yyyy"),
        );
        for list in &self.lists {
            let sheet = workbook.add_worksheet();
            sheet.set_name(format!("List {}", list.number))?;
            fill(sheet, list, &bold, &date)?;
        }
        Ok(workbook)
    }
}

fn fill(sheet: &mut Worksheet, list: &List, bold: &Format, date: &Format) -> Result<(), XlsxError> {
    for (column, heading) in (0..).zip(list.headings) {
        sheet.write_string_with_format(0, column, *heading, bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (line, row) in (1..).zip(&list.rows) {
        for (column, cell) in (0..).zip(row) {
            match *cell {
                Cell::Blank => continue,
                Cell::Text(text) => sheet.write_string(line, column, text)?,
                Cell::Child(number) => {
                    sheet.write_string(line, column, identifier('W', number, 7))?
                }
                Cell::Adopter(number) => {
                    sheet.write_string(line, column, identifier('A', number, 6))?
                }
                Cell::Number(number) => sheet.write_number(line, column, number)?,
                Cell::Date(day) => {
                    let serial = f64::from(day.number() + EXCEL_1970);
                    sheet.write_number_with_format(line, column, serial, date)?
                }
            };
        }
    }
    Ok(())
}

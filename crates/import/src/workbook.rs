//! Sheets of a workbook: .xlsx and .xlsm cell by cell, .xls and .ods as a whole.

use crate::intake::{Intake, inner_name};
use crate::sheet::SheetReader;
use crate::unpack::{self, join};
use crate::{ImportError, Subject, repeats};
use calamine::{
    CellErrorType, Data, DataRef, ExcelDateTime, ExcelDateTimeType, Ods, OdsError, Reader, Sheet,
    SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};
use std::io::{Cursor, Read};
use waymark_data::{Day, Place, Raw};

/// The columns that a sheet can have.
const COLUMNS: u32 = 16_384;

/// Reads an .xlsx or .xlsm workbook.
pub(crate) fn xlsx(
    intake: &mut Intake<'_>,
    place: &Place,
    bytes: &[u8],
    macros: bool,
) -> Result<(), ImportError> {
    bounded(intake, place, bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => password(place),
        _ => damaged(
            place,
            None,
            "the list of sheets, the texts or the formats cannot be read",
        ),
    })?;
    if macros {
        intake.note(place, Subject::Macros);
    }
    for sheet in book.sheets_metadata().to_owned() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let within = sheet_place(place, &sheet);
        let mut reader = SheetReader::new(intake, within.clone(), 0);
        match book.worksheet_cells_reader(&sheet.name) {
            Ok(mut cells) => {
                let mut row: Vec<DataRef<'_>> = Vec::new();
                let mut line = 0;
                while let Some(cell) = cells
                    .next_cell_with_formula_metadata()
                    .map_err(|_| damaged(&within, Some(line + 1), "a cell cannot be read"))?
                {
                    let (at, column) = cell.pos;
                    if column >= COLUMNS {
                        return Err(damaged(
                            &within,
                            Some(at),
                            "a cell lies right of column XFD",
                        ));
                    }
                    if at != line {
                        hand_over(&mut reader, line, &row);
                        row.clear();
                        line = at;
                        if !reader.wants_more() {
                            break;
                        }
                    }
                    let blank = matches!(cell.value, DataRef::Empty);
                    if cell.formula.is_some() {
                        let number = at.saturating_add(1);
                        let tally = if blank {
                            &mut reader.without_result
                        } else {
                            &mut reader.formulas
                        };
                        tally.add(number);
                    }
                    if blank {
                        continue;
                    }
                    let column = column as usize;
                    if row.len() <= column {
                        row.resize(column + 1, DataRef::Empty);
                    }
                    row[column] = cell.value;
                }
                hand_over(&mut reader, line, &row);
            }
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(_) => return Err(damaged(&within, None, "the sheet cannot be read")),
        }
        reader.hidden = sheet.visible != SheetVisible::Visible;
        reader.finish();
    }
    Ok(())
}

/// A row, counted from 0 here and from 1 by people.
fn hand_over(reader: &mut SheetReader<'_, '_>, row: u32, cells: &[DataRef<'_>]) {
    let cells: Vec<Raw<'_>> = cells.iter().map(shared).collect();
    reader.row(row.saturating_add(1), cells.iter().copied());
}

/// Reads an .xls workbook of Excel 97 to 2003.
pub(crate) fn xls(intake: &mut Intake<'_>, place: &Place, bytes: &[u8]) -> Result<(), ImportError> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => password(place),
        _ => damaged(place, None, "the workbook cannot be read"),
    })?;
    whole(intake, place, &mut book)
}

/// Reads an .ods workbook of `LibreOffice`.
pub(crate) fn ods(intake: &mut Intake<'_>, place: &Place, bytes: &[u8]) -> Result<(), ImportError> {
    bounded(intake, place, bytes)?;
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => password(place),
        _ => damaged(place, None, "the workbook cannot be read"),
    })?;
    whole(intake, place, &mut book)
}

/// Reads the sheets of a workbook that comes as a whole.
fn whole<'b, B: Reader<Cursor<&'b [u8]>>>(
    intake: &mut Intake<'_>,
    place: &Place,
    book: &mut B,
) -> Result<(), ImportError> {
    for sheet in book.sheets_metadata().to_owned() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let within = sheet_place(place, &sheet);
        let cells = book
            .worksheet_range(&sheet.name)
            .map_err(|_| damaged(&within, None, "the sheet cannot be read"))?;
        let (top, left) = cells.start().unwrap_or((0, 0));
        let mut reader = SheetReader::new(intake, within.clone(), left as usize);
        for (line, row) in (top.saturating_add(1)..).zip(cells.rows()) {
            reader.row(line, row.iter().map(owned));
            if !reader.wants_more() {
                break;
            }
        }
        if let Ok(formulas) = book.worksheet_formula(&sheet.name)
            && let Some((top, _)) = formulas.start()
        {
            for (row, _, text) in formulas.used_cells() {
                if !text.is_empty() {
                    let row = u32::try_from(row).unwrap_or(u32::MAX);
                    reader
                        .formulas
                        .add(top.saturating_add(row).saturating_add(1));
                }
            }
        }
        reader.hidden = sheet.visible != SheetVisible::Visible;
        reader.finish();
    }
    Ok(())
}

/// Makes sure that no part of the workbook unpacks to more than may be, before the workbook's reader trusts its sizes.
fn bounded(intake: &mut Intake<'_>, place: &Place, bytes: &[u8]) -> Result<(), ImportError> {
    let file = inner_name(place).to_owned();
    let mut archive = unpack::open(&file, bytes)?;
    let parts = unpack::entries(&mut archive, &file)?;
    if parts.len() > intake.limits.files {
        return Err(ImportError::TooManyFiles {
            file,
            limit: intake.limits.files,
        });
    }
    let mut buffer = vec![0; 256 * 1024];
    for (at, name) in parts {
        if name.to_lowercase().ends_with("sharedstrings.xml") {
            let part = unpack::unpacked(&mut archive, at, &file, intake)?;
            if promises_more_than_it_holds(&part) {
                return Err(damaged(
                    place,
                    None,
                    "the table of texts gives a wrong number of texts",
                ));
            }
            continue;
        }
        if name.eq_ignore_ascii_case("content.xml") {
            let part = unpack::unpacked(&mut archive, at, &file, intake)?;
            if repeats::too_many(&String::from_utf8_lossy(&part)) {
                return Err(damaged(
                    place,
                    None,
                    "a sheet repeats its cells more often than any return does",
                ));
            }
            continue;
        }
        let mut part = archive
            .by_index(at)
            .map_err(|it| unpack::reason(&it, &file))?;
        loop {
            let read = part
                .read(&mut buffer)
                .map_err(|_| ImportError::HalfZip { file: file.clone() })?;
            if read == 0 {
                break;
            }
            unpack::spend(intake, read as u64, &file)?;
        }
    }
    Ok(())
}

/// Whether a table of texts says it holds more texts than it has bytes: room would be made for all of them.
fn promises_more_than_it_holds(part: &[u8]) -> bool {
    const NAME: &[u8] = b"uniqueCount";
    let mut rest = part;
    while let Some(at) = rest.windows(NAME.len()).position(|it| it == NAME) {
        rest = &rest[at + NAME.len()..];
        let digits: Vec<u8> = rest
            .iter()
            .copied()
            .skip_while(|it| !it.is_ascii_digit() && *it != b'>')
            .take_while(u8::is_ascii_digit)
            .collect();
        let number = String::from_utf8_lossy(&digits).parse::<u128>();
        if digits.len() > 30 || number.is_ok_and(|it| it > part.len() as u128) {
            return true;
        }
    }
    false
}

fn sheet_place(place: &Place, sheet: &Sheet) -> Place {
    Place {
        file: place.file.clone(),
        sheet: join(&place.sheet, &sheet.name),
    }
}

fn password(place: &Place) -> ImportError {
    ImportError::Password {
        file: inner_name(place).to_owned(),
    }
}

fn damaged(place: &Place, line: Option<u32>, why: &'static str) -> ImportError {
    ImportError::Damaged {
        place: place.clone(),
        line,
        why,
    }
}

fn shared<'a>(cell: &'a DataRef<'_>) -> Raw<'a> {
    match cell {
        DataRef::Empty => Raw::Blank,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Raw::Text(text)
        }
        DataRef::SharedString(text) => Raw::Text(text),
        #[allow(clippy::cast_precision_loss)] // as a spreadsheet keeps it
        DataRef::Int(number) => Raw::Number(*number as f64),
        DataRef::Float(number) => Raw::Number(*number),
        DataRef::Bool(truth) => Raw::Truth(*truth),
        DataRef::DateTime(date) => day(date),
        DataRef::Error(error) => Raw::Text(error_words(error)),
    }
}

fn owned(cell: &Data) -> Raw<'_> {
    match cell {
        Data::Empty => Raw::Blank,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Raw::Text(text),
        #[allow(clippy::cast_precision_loss)] // as a spreadsheet keeps it
        Data::Int(number) => Raw::Number(*number as f64),
        Data::Float(number) => Raw::Number(*number),
        Data::Bool(truth) => Raw::Truth(*truth),
        Data::DateTime(date) => day(date),
        Data::Error(error) => Raw::Text(error_words(error)),
    }
}

/// The day of a cell formatted as a date. A duration, a time alone (day 0), 29 February 1900 (which Excel has and the
/// calendar has not) and days after 9999 are no days: they stay numbers, which no date column takes.
fn day(date: &ExcelDateTime) -> Raw<'static> {
    /// Excel's number for 1 January 1970, and for its 29 February 1900.
    const EPOCH: i32 = 25_569;
    const LEAP: i32 = 60;
    /// Days from Excel's first day to the first of a workbook that counts from 1904.
    const FROM_1904: i32 = 1_462;
    let serial = date.as_f64();
    let number = Raw::Number(serial);
    if date.is_duration() || !(0.0..2_958_466.0).contains(&serial) {
        return number;
    }
    #[allow(clippy::cast_possible_truncation)] // below three million, as asked above
    let whole = serial.floor() as i32;
    if *date == ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, true) {
        return Raw::Date(Day::from_number(whole + FROM_1904 - EPOCH));
    }
    match whole {
        0 | LEAP => number,
        1..LEAP => Raw::Date(Day::from_number(whole + 1 - EPOCH)),
        _ => Raw::Date(Day::from_number(whole - EPOCH)),
    }
}

fn error_words(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#DATA!",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_numbers_are_the_days_that_the_workbooks_library_makes_of_them() {
        for from_1904 in [false, true] {
            for serial in (0..2_957_000).step_by(97).chain([1, 59, 60, 61, 2_957_003]) {
                let date = ExcelDateTime::new(
                    f64::from(serial) + 0.75,
                    ExcelDateTimeType::DateTime,
                    from_1904,
                );
                let (year, month, at, ..) = date.to_ymd_hms_milli();
                let wanted = format!("{year:04}-{month:02}-{at:02}");
                match day(&date) {
                    Raw::Date(day) => assert_eq!(day.to_string(), wanted, "{serial}"),
                    _ => assert!(!from_1904 && matches!(serial, 0 | 60), "{serial}"),
                }
            }
        }
    }
}

//! Thousands of small mistakes in good files, the same each time: nothing panics, and no row of a CSV file is lost.
//! Longer runs: `cargo +nightly fuzz run csv` in `fuzz/`.

use waymark_import::{ImportError, InputFile, Return, read};

/// A small generator of numbers, always the same (Marsaglia's xorshift).
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % below.max(1)
    }
}

/// Changes, takes out, doubles or moves a few bytes.
pub(crate) fn spoil(bytes: &[u8], draw: &mut Draw) -> Vec<u8> {
    const ODD: [&[u8]; 16] = [
        b"\"",
        b",",
        b"\n",
        b"\r",
        b"\0",
        b"<",
        b">",
        b"&",
        b"</",
        b"\xff",
        b"\xc3",
        b"99999999999",
        b"-1",
        b"31/02/2018",
        b";",
        b"<!DOCTYPE x [",
    ];
    let mut out = bytes.to_vec();
    for _ in 0..=draw.next(4) {
        let at = draw.next(out.len() + 1);
        match draw.next(6) {
            0 if at < out.len() => out[at] ^= 1 << draw.next(8),
            1 => out.truncate(at),
            2 => {
                let odd = ODD[draw.next(ODD.len())];
                out.splice(at..at, odd.iter().copied());
            }
            3 => {
                let to = (at + draw.next(40)).min(out.len());
                out.drain(at..to);
            }
            4 => {
                let to = (at + draw.next(200)).min(out.len());
                let again = out[at..to].to_vec();
                out.splice(at..at, again);
            }
            _ => {
                let odd = ODD[draw.next(ODD.len())];
                let to = (at + odd.len()).min(out.len());
                out.splice(at..to, odd.iter().copied());
            }
        }
    }
    out
}

fn run(
    name: &str,
    seeds: &[Vec<u8>],
    times: usize,
    check: impl Fn(&[u8], &Result<Return, ImportError>),
) {
    let mut draw = Draw(0x5eed_0123_4567_89ab);
    for round in 0..times {
        let bytes = spoil(&seeds[round % seeds.len()], &mut draw);
        let out = read(&[InputFile::new(name, bytes.as_slice())]);
        if let Ok(it) = &out {
            for table in &it.tables {
                for cells in &table.columns {
                    assert_eq!(length(cells), table.len(), "round {round}");
                }
            }
            for note in &it.notes {
                assert!(note.to_string().len() < 20_000, "round {round}");
            }
            assert_eq!(it.arrival().len(), it.tables.len(), "round {round}");
        }
        check(&bytes, &out);
    }
}

fn length(cells: &waymark_data::table::Cells) -> usize {
    use waymark_data::table::Cells;
    match cells {
        Cells::Text(it) => it.len(),
        Cells::Date(it) => it.len(),
        Cells::Number(it) => it.len(),
        Cells::Answer(it) => it.len(),
    }
}

fn stumbled(out: &Result<Return, ImportError>) -> bool {
    matches!(out, Err(ImportError::Stumbled { .. }))
}

const CONTACTS: &str = "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Contact,Contact Source\n\
    1001,b) Female,a) WBRI,01/02/2010,8,05/03/2018,\"q) 6: Police, and others\"\n\
    1002,a) Male,a) WBRI,14/07/2012,5,06/03/2018,q) 6: Police\n\n\
    1003,,,,,07/03/2018,\"said \"\"no\"\"\"\n";

#[test]
fn spoilt_csv_never_panics() {
    let latin: Vec<u8> = CONTACTS
        .replace("Police", "Pol\u{e9}ce")
        .chars()
        .map(|it| it as u8)
        .collect();
    let wide: Vec<u8> = CONTACTS.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let seeds = [
        CONTACTS.into(),
        CONTACTS.replace('\n', "\r\n").into(),
        CONTACTS.replace(',', ";").into(),
        latin,
        wide,
    ];
    run("contacts.csv", &seeds, 6000, |_, out| {
        assert!(!stumbled(out))
    });
}

#[test]
fn every_line_of_a_csv_file_without_quotes_comes_out_as_a_row() {
    let mut draw = Draw(77);
    let words = [
        "1001",
        "",
        " ",
        "31/02/2018",
        "43164",
        "a) Male",
        "é",
        "x",
        "=1+1",
        "Gender",
        "-",
        "#N/A",
    ];
    for _ in 0..500 {
        let mut csv = String::from(
            "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Contact,Contact Source\n",
        );
        let mut wanted = Vec::new();
        for line in 2..2 + draw.next(60) {
            let cells: Vec<&str> = (0..1 + draw.next(9))
                .map(|_| words[draw.next(words.len())])
                .collect();
            let told = cells
                .iter()
                .take(7)
                .any(|it| !it.trim().is_empty() && *it != "#N/A");
            if told {
                wanted.push(u32::try_from(line).unwrap());
            }
            csv.push_str(&cells.join(","));
            csv.push_str(["\n", "\r\n"][draw.next(2)]);
        }
        let it = read(&[InputFile::new("a.csv", csv.as_bytes())]).unwrap();
        assert_eq!(it.tables[0].lines, wanted, "{csv}");
    }
}

#[test]
fn spoilt_xml_never_panics() {
    let cases = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/cases");
    let seed = |it: &str| std::fs::read(cases.join(it)).unwrap();
    let seeds = [
        seed("cin_census/cin.xml"),
        seed("ssda903_xml/return.xml"),
        seed("xml_with_its_own_entities/cin.xml"),
    ];
    run("a.xml", &seeds, 6000, |_, out| assert!(!stumbled(out)));
}

#[test]
fn spoilt_zips_and_workbooks_never_panic() {
    let book = crate::workbooks::contacts_book();
    let seeds = [
        crate::zips::zip(&[("contacts.csv", CONTACTS.as_bytes())]),
        book.clone(),
    ];
    run("a.zip", &seeds, 2000, |_, _| {});
    let mut draw = Draw(99);
    for part in [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
    ] {
        for _ in 0..250 {
            let spoilt = spoil_inside(&book, part, &mut draw);
            let _ = read(&[InputFile::new("a.xlsx", spoilt)]);
        }
    }
}

pub(crate) fn spoil_inside(book: &[u8], part: &str, draw: &mut Draw) -> Vec<u8> {
    let numbers = std::cell::RefCell::new(draw);
    crate::workbooks::with_part(book, part, |text| {
        String::from_utf8_lossy(&spoil(text.as_bytes(), &mut numbers.borrow_mut())).into_owned()
    })
}

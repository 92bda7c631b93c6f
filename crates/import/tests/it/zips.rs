//! Zips: of files, of folders, of zips; cut off, locked, and made to burst.

use std::io::{Cursor, Write as _};
use waymark_import::{ImportError, InputFile, Limits, Subject, read, read_within};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const CONTACTS: &str = "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Contact,Contact Source\n\
                        1001,b) Female,a) WBRI,01/02/2010,8,05/03/2018,q) 6: Police\n";
const EARLY_HELP: &str = "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Assessment start date,\
                          Assessment completion date,Organisation completing assessment\n\
                          1002,a) Male,a) WBRI,01/02/2011,7,05/03/2018,,School\n";

/// A zip of these files.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        out.start_file(*name, options).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn given(bytes: Vec<u8>) -> [InputFile<'static>; 1] {
    [InputFile::new("return.zip", bytes)]
}

#[test]
fn folders_and_a_zip_inside_are_read_and_system_files_passed_over() {
    let inner = zip(&[("list 2.csv", EARLY_HELP.as_bytes())]);
    let bytes = zip(&[
        ("2018/March/contacts.csv", CONTACTS.as_bytes()),
        ("2018/March/early help.zip", &inner),
        ("__MACOSX/2018/March/._contacts.csv", b"\0\x05\x16\x07"),
        ("2018/.DS_Store", b"\0\0\0\x01Bud1"),
        ("../../etc/contacts.csv", CONTACTS.as_bytes()),
    ]);
    let it = read(&given(bytes)).unwrap();
    let places: Vec<String> = it.tables.iter().map(|it| it.place.to_string()).collect();
    assert_eq!(
        places,
        [
            "return.zip, sheet 2018/March/contacts.csv",
            "return.zip, sheet ../../etc/contacts.csv",
            "return.zip, sheet 2018/March/early help.zip, list 2.csv",
        ]
    );
    assert_eq!(it.notes.len(), 1, "{:?}", it.notes);
    assert!(matches!(it.notes[0].subject, Subject::TwoTables(_)));
}

#[test]
fn half_a_zip_says_so_wherever_it_is_cut() {
    let whole = zip(&[
        ("contacts.csv", CONTACTS.as_bytes()),
        ("list 2.csv", EARLY_HELP.as_bytes()),
    ]);
    for cut in (4..whole.len()).step_by(7) {
        let why = read(&given(whole[..cut].to_vec())).unwrap_err();
        assert_eq!(
            why,
            ImportError::HalfZip {
                file: "return.zip".into()
            },
            "cut at {cut}"
        );
    }
    let mut spoilt = whole.clone();
    spoilt[60] ^= 0xff;
    assert!(matches!(
        read(&given(spoilt)),
        Err(ImportError::HalfZip { .. } | ImportError::Damaged { .. })
    ));
}

#[test]
fn a_locked_zip_says_so() {
    let mut bytes = zip(&[("contacts.csv", CONTACTS.as_bytes())]);
    let central = bytes.windows(4).position(|it| it == b"PK\x01\x02").unwrap();
    bytes[6] |= 1;
    bytes[central + 8] |= 1;
    let why = read(&given(bytes)).unwrap_err();
    assert_eq!(
        why.to_string(),
        "return.zip is protected by a password: save a copy without it, and give the copy."
    );
}

#[test]
fn a_zip_that_bursts_is_refused_before_it_fills_the_memory() {
    let limits = Limits {
        unpacked_bytes: 1 << 20,
        ..Limits::default()
    };
    let large = [CONTACTS.as_bytes(), &vec![b' '; 8 << 20]].concat();
    let bytes = zip(&[("contacts.csv", &large)]);
    assert!(bytes.len() < 64 * 1024, "the zip itself is small");
    let why = read_within(&given(bytes), &limits).unwrap_err();
    assert_eq!(
        why,
        ImportError::TooBig {
            file: "return.zip".into(),
            limit: 1 << 20
        }
    );
    assert!(why.to_string().contains("more than 1 MiB"), "{why}");

    let limits = Limits {
        files: 10,
        ..Limits::default()
    };
    let many: Vec<String> = (0..11).map(|it| format!("{it}.csv")).collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|it| (it.as_str(), CONTACTS.as_bytes()))
        .collect();
    let why = read_within(&given(zip(&many)), &limits).unwrap_err();
    assert!(
        matches!(why, ImportError::TooManyFiles { limit: 10, .. }),
        "{why}"
    );
}

#[test]
fn a_workbook_that_bursts_or_lies_about_its_texts_is_refused() {
    let book = crate::workbooks::contacts_book();
    let limits = Limits {
        unpacked_bytes: 1 << 10,
        ..Limits::default()
    };
    let why = read_within(&[InputFile::new("a.xlsx", book.clone())], &limits).unwrap_err();
    assert!(matches!(why, ImportError::TooBig { .. }), "{why}");
    let lying = crate::workbooks::with_part(&book, "xl/sharedStrings.xml", |text| {
        let at = text.find("uniqueCount=\"").unwrap() + 13;
        format!("{}9999999999999{}", &text[..at], &text[at..])
    });
    let why = read(&[InputFile::new("a.xlsx", lying)]).unwrap_err();
    assert!(matches!(why, ImportError::Damaged { .. }), "{why}");
}

//! Any bytes below the headings of list 1: the reader itself never stumbles.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waymark_import::{ImportError, InputFile, read};

fuzz_target!(|data: &[u8]| {
    let headings = b"Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Contact,Contact Source\n";
    let bytes = [headings, data].concat();
    let out = read(&[InputFile::new("contacts.csv", bytes)]);
    assert!(!matches!(out, Err(ImportError::Stumbled { .. })));
});

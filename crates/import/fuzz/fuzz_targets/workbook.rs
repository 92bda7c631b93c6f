//! Any rows inside the sheet of a workbook that is otherwise whole: an answer or a clear error within the limits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write as _};
use waymark_import::{InputFile, Limits, read_within};

const PARTS: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook><sheets><sheet name="List 1" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];

fuzz_target!(|data: &[u8]| {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored);
    let sheet = [&b"<worksheet><sheetData>"[..], data, b"</sheetData></worksheet>"].concat();
    let parts = PARTS.iter().map(|(name, text)| (*name, text.as_bytes()));
    for (name, bytes) in parts.chain([("xl/worksheets/sheet1.xml", sheet.as_slice())]) {
        out.start_file(name, options).expect("a name that a zip takes");
        out.write_all(bytes).expect("memory takes it");
    }
    let bytes = out.finish().expect("memory takes it").into_inner();
    let limits = Limits { unpacked_bytes: 1 << 24, ..Limits::default() };
    let _ = read_within(&[InputFile::new("annex.xlsx", bytes)], &limits);
});

//! What kind of file some bytes are, by the bytes alone.

use crate::text::unmarked_utf16;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use std::io::Cursor;
use zip::ZipArchive;

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// No bytes, or nothing but blanks.
    Nothing,
    /// A zip of files.
    Zip,
    /// A zip or workbook whose directory is missing.
    HalfZip,
    /// A workbook of Excel 2007 and later.
    Excel {
        /// Whether it has macros.
        macros: bool,
    },
    /// A workbook of `LibreOffice`.
    OpenDocument,
    /// A workbook of Excel 97 to 2003.
    OldExcel,
    /// A document of Word 2007 and later.
    Word,
    /// A workbook or document behind a password.
    Locked,
    /// XML that may be a return.
    Xml,
    /// A web page.
    Page,
    /// Text.
    Text,
    /// Something else, in words.
    Other(&'static str),
}

const MAGIC: [(&[u8], &str); 9] = [
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "a text document"),
    (b"SQLite format 3", "a database"),
];

/// The kind of file.
pub(crate) fn sniff(bytes: &[u8]) -> Format {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return inside(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return if holds_utf16(bytes, "EncryptedPackage") {
            Format::Locked
        } else if holds_utf16(bytes, "WordDocument") {
            Format::Other("a Word document")
        } else {
            Format::OldExcel
        };
    }
    if let Some((_, words)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Format::Other(words);
    }
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bare.iter().all(|it| it.is_ascii_whitespace() || *it == 0) {
        return Format::Nothing;
    }
    let head = &bare[..bare.len().min(8 * 1024)];
    let letters = if bytes.starts_with(b"\xff\xfe") {
        narrow(UTF_16LE, head)
    } else if bytes.starts_with(b"\xfe\xff") {
        narrow(UTF_16BE, head)
    } else if let Some(encoding) = unmarked_utf16(bytes) {
        narrow(encoding, head)
    } else {
        head.to_vec()
    };
    let odd = letters
        .iter()
        .filter(|it| **it < b' ' && !matches!(it, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a | 0))
        .count();
    if odd * 50 > letters.len() {
        return Format::Other("not text");
    }
    let start = letters.trim_ascii_start();
    if start.first() != Some(&b'<') {
        return Format::Text;
    }
    let lower = start.to_ascii_lowercase();
    let holds = |text: &str| lower.windows(text.len()).any(|it| it == text.as_bytes());
    if lower.starts_with(b"<!doctype html") || holds("<html") {
        Format::Page
    } else if holds("urn:schemas-microsoft-com:office:spreadsheet") {
        Format::Other("a workbook saved as XML (save it as .xlsx)")
    } else {
        Format::Xml
    }
}

/// The letters of UTF-16 as bytes of UTF-8.
fn narrow(encoding: &'static Encoding, head: &[u8]) -> Vec<u8> {
    let text = encoding.decode_without_bom_handling(head).0;
    text.trim_start_matches('\u{feff}').as_bytes().to_vec()
}

/// What a zip is, by the names in it.
fn inside(bytes: &[u8]) -> Format {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Format::HalfZip;
    };
    let names: Vec<String> = archive
        .file_names_raw()
        .map(|it| {
            String::from_utf8_lossy(it)
                .to_lowercase()
                .replace('\\', "/")
        })
        .collect();
    let has = |name: &str| names.iter().any(|it| it == name);
    let folder = |name: &str| names.iter().any(|it| it.starts_with(name));
    if has("[content_types].xml") {
        if folder("xl/") {
            if has("xl/workbook.bin") {
                return Format::Other("a binary workbook (save it as .xlsx)");
            }
            return Format::Excel {
                macros: has("xl/vbaproject.bin"),
            };
        }
        if folder("word/") {
            return Format::Word;
        }
        if folder("ppt/") {
            return Format::Other("a presentation");
        }
    }
    if has("mimetype") && has("content.xml") {
        return Format::OpenDocument;
    }
    Format::Zip
}

fn holds_utf16(bytes: &[u8], text: &str) -> bool {
    let wanted: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wanted.len()).any(|it| it == wanted)
}

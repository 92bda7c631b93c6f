//! What a file is, told by its own bytes and never by what its sender says. Only types that cannot run in a browser are
//! named; everything else is bytes.

/// The type a file is served as.
#[must_use]
pub(super) fn safe_type(name: &str, bytes: &[u8]) -> &'static str {
    const BYTES: &str = "application/octet-stream";
    let ending = name
        .rsplit_once('.')
        .map_or("", |(_, it)| it)
        .to_lowercase();
    if bytes.starts_with(b"%PDF-") {
        return "application/pdf";
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return "image/png";
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return "image/jpeg";
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return match ending.as_str() {
            "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            _ => "application/zip",
        };
    }
    let is_text = std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0);
    match (ending.as_str(), is_text) {
        ("csv", true) => "text/csv; charset=utf-8",
        ("txt" | "md", true) => "text/plain; charset=utf-8",
        _ => BYTES,
    }
}

/// A file's name in the letters that every browser takes.
#[must_use]
pub(super) fn ascii_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|it| {
            if it.is_ascii_alphanumeric() || "-_. ".contains(it) {
                it
            } else {
                '-'
            }
        })
        .collect();
    if plain.trim_matches(['-', '.', ' ']).is_empty() {
        "file".to_owned()
    } else {
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_or_a_drawing_is_never_served_as_one() {
        for (name, bytes) in [
            ("page.html", &b"<script>alert(1)</script>"[..]),
            (
                "drawing.svg",
                b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            ),
            ("page.txt.html", b"<!doctype html>"),
            ("data.xml", b"<?xml version='1.0'?>"),
            ("picture.png", b"<script>"),
            ("paper.pdf", b"MZ\x90\x00"),
            ("no-ending", b"hello"),
        ] {
            assert_eq!(safe_type(name, bytes), "application/octet-stream", "{name}");
        }
    }

    #[test]
    fn what_a_board_reads_is_told_by_its_bytes() {
        assert_eq!(safe_type("x.html", b"%PDF-1.7"), "application/pdf");
        assert!(safe_type("Minutes.DOCX", b"PK\x03\x04").contains("wordprocessingml"));
        assert_eq!(
            safe_type("a.txt", "Café".as_bytes()),
            "text/plain; charset=utf-8"
        );
        assert_eq!(ascii_name("R\u{e9}sum\u{e9} \"x\".pdf"), "R-sum- -x-.pdf");
        assert_eq!(ascii_name("\u{627}\u{644}"), "file");
    }
}

//! Bytes to text: UTF-8 with or without its mark, UTF-16, else Windows-1252.

use crate::Subject;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Text, and what had to be assumed to read it.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    /// What to say of it, each with its count.
    pub(crate) said: Vec<(u64, Subject)>,
}

/// Decodes a whole file. `label` is the encoding that the file names, if it names one; it is used only where the bytes
/// are not UTF-8, for many exports name one encoding and write another.
pub(crate) fn decode<'a>(bytes: &'a [u8], label: Option<&str>) -> Decoded<'a> {
    let mut said = Vec::new();
    let (text, marked) = if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        (utf8(rest), false)
    } else if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        (Some(UTF_16LE.decode_without_bom_handling(rest).0), false)
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        (Some(UTF_16BE.decode_without_bom_handling(rest).0), false)
    } else if let Some(encoding) = unmarked_utf16(bytes) {
        said.push((1, Subject::OtherEncoding(encoding.name())));
        (Some(encoding.decode_without_bom_handling(bytes).0), false)
    } else {
        (utf8(bytes), true)
    };
    let text = text.unwrap_or_else(|| {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let named = label
            .and_then(|it| Encoding::for_label(it.as_bytes()))
            .filter(|it| marked && it.is_single_byte())
            .unwrap_or(WINDOWS_1252);
        said.push((
            1,
            if named == WINDOWS_1252 {
                Subject::Windows1252
            } else {
                Subject::OtherEncoding(named.name())
            },
        ));
        named.decode_without_bom_handling(bytes).0
    });
    if !text.contains('\0') {
        return Decoded { text, said };
    }
    let zeros = text.bytes().filter(|it| *it == 0).count();
    said.push((zeros as u64, Subject::ZeroBytes));
    Decoded {
        text: text.replace('\0', "").into(),
        said,
    }
}

fn utf8(bytes: &[u8]) -> Option<Cow<'_, str>> {
    std::str::from_utf8(bytes).ok().map(Cow::Borrowed)
}

/// UTF-16 without its mark: nearly every second byte of an English text is zero.
pub(crate) fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(1024)];
    let pairs = head.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |offset: usize| {
        let every_second = head.iter().skip(offset).step_by(2);
        every_second.filter(|it| **it == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 > pairs * 7 && even * 10 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 7 && odd * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_an_accent_comes_out_of_every_encoding() {
        let utf16 = |from: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "Zoë Smith".encode_utf16().flat_map(from).collect()
        };
        let (le, be) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
        let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        for (bytes, said) in [
            ("Zoë Smith".as_bytes().to_vec(), 0),
            (marked(b"\xef\xbb\xbf", "Zoë Smith".as_bytes()), 0),
            (marked(b"\xff\xfe", &le), 0),
            (marked(b"\xfe\xff", &be), 0),
            (le, 1),
            (be, 1),
            (b"Zo\xeb Smith".to_vec(), 1),
        ] {
            let it = decode(&bytes, None);
            assert_eq!((it.text.as_ref(), it.said.len()), ("Zoë Smith", said));
        }
    }

    #[test]
    fn zero_bytes_are_taken_out_and_counted() {
        let it = decode(b"K1\0,F\0", Some("latin1"));
        assert_eq!(it.text, "K1,F");
        assert_eq!(it.said, [(2, Subject::ZeroBytes)]);
    }
}

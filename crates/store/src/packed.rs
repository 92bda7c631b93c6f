//! A file's bytes as they are kept: compressed, in parts, with the sha256 of the bytes as they came.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use sha2::{Digest as _, Sha256};

/// One part's size in bytes: small enough for one statement's parameter, large enough for few statements.
pub(crate) const PART: usize = 1024 * 1024;

/// The sha256 of `bytes`, as 64 hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The sha256 of a whole upload, from those of its files: a single file's own; else that of the files' in order of
/// their digits, one to a line, so that neither names nor the order of arrival count.
pub(crate) fn sha256_of_all(files: &[String]) -> String {
    if let [only] = files {
        return only.clone();
    }
    let mut sorted: Vec<&str> = files.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    sha256(sorted.join("\n").as_bytes())
}

/// Compresses, at a quick level: CSV and XML shrink well at any. A workbook or a zip is compressed already; trying
/// again would cost most of an upload's time for nothing, so a look at its middle decides.
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    let middle = &bytes[bytes.len() / 2..];
    let sample = &middle[..middle.len().min(32 * 1024)];
    let shrinks = zlib(sample, Compression::fast()).len() < sample.len() / 10 * 9;
    zlib(
        bytes,
        if shrinks {
            Compression::new(2)
        } else {
            Compression::none()
        },
    )
}

fn zlib(bytes: &[u8], level: Compression) -> Vec<u8> {
    let mut out = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 4), level);
    out.write_all(bytes)
        .and_then(|()| out.finish())
        .expect("writing to memory cannot fail")
}

/// The bytes that were packed, if they still have that length and sha256.
pub(crate) fn unpack(packed: &[u8], length: u64, sha256_then: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(length).ok()?);
    ZlibDecoder::new(packed)
        .take(length + 1)
        .read_to_end(&mut bytes)
        .ok()?;
    (bytes.len() as u64 == length && sha256(&bytes) == sha256_then).then_some(bytes)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back_and_a_changed_byte_is_noticed() {
        let csv = b"Child Unique ID,Gender\n".repeat(1000);
        let digest = sha256(&csv);
        let mut packed = pack(&csv);
        assert!(packed.len() < csv.len() / 10);
        assert_eq!(
            unpack(&packed, csv.len() as u64, &digest),
            Some(csv.clone())
        );
        let middle = packed.len() / 2;
        packed[middle] ^= 1;
        assert_eq!(unpack(&packed, csv.len() as u64, &digest), None);
    }

    #[test]
    fn what_does_not_shrink_and_what_is_empty_come_back_too() {
        // Digests look like noise, as the inside of a workbook does.
        let digest = |n: u32| Sha256::digest(n.to_le_bytes()).to_vec();
        let workbook: Vec<u8> = (0..8000).flat_map(digest).collect();
        for bytes in [workbook, Vec::new()] {
            let packed = pack(&bytes);
            assert!(packed.len() < bytes.len() + bytes.len() / 100 + 20);
            let back = unpack(&packed, bytes.len() as u64, &sha256(&bytes));
            assert_eq!(back, Some(bytes));
        }
    }

    #[test]
    fn the_hash_of_several_files_knows_neither_names_nor_order() {
        let (one, two) = (sha256(b"list 1"), sha256(b"list 2"));
        assert_eq!(
            sha256_of_all(&[one.clone(), two.clone()]),
            sha256_of_all(&[two, one.clone()])
        );
        assert_eq!(sha256_of_all(std::slice::from_ref(&one)), one);
    }

    #[test]
    fn sha256_is_the_published_one() {
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}

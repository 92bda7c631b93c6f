//! Any bytes at all: an answer or a clear error within the limits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waymark_import::{InputFile, Limits, read_within};

fuzz_target!(|data: &[u8]| {
    let limits = Limits { unpacked_bytes: 1 << 24, files: 100, ..Limits::default() };
    let _ = read_within(&[InputFile::new("upload", data)], &limits);
});

//! Any bytes inside a census and inside an SSDA903: the reader itself never stumbles.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waymark_import::{ImportError, InputFile, read};

fuzz_target!(|data: &[u8]| {
    for (before, after) in [
        (&b"<Message><Children><Child>"[..], &b"</Child></Children></Message>"[..]),
        (&b"<EXPSSDA903><CHILD>"[..], &b"</CHILD></EXPSSDA903>"[..]),
    ] {
        let bytes = [before, data, after].concat();
        let out = read(&[InputFile::new("return.xml", bytes)]);
        assert!(!matches!(out, Err(ImportError::Stumbled { .. })));
    }
});

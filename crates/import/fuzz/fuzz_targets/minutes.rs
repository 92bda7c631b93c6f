//! Any bytes under any name: sources whose marks lie on their text, or a clear error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waymark_import::read_minutes;

fuzz_target!(|data: &[u8]| {
    for name in ["a.txt", "a.html", "a.xml", "a.docx"] {
        for source in read_minutes(name, data).into_iter().flatten() {
            for mark in &source.marks {
                assert!(source.text.get(mark.at.clone()).is_some());
            }
        }
    }
});

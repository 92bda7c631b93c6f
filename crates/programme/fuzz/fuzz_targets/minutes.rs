//! Any text at all: pieces that are the text again, and an item for every piece that names one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waymark_programme::minutes::{Source, Style, read, render};

fuzz_target!(|text: &str| {
    let found = read(&Source::plain("pasted", text));
    let joined: String = found.pieces.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(joined, text);
    let _ = render(&found, Style::Council);
    let _ = render(&found, Style::Markdown);
});

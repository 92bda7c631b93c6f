//! The letters: all of them come with the program.
//!
//! Noto Sans for what a council writes, DejaVu Sans for Arabic, Hebrew and other scripts and for signs, Noto Emoji (one
//! colour) for the rest.

use std::sync::{Arc, LazyLock};
use ttf_parser::Face;

/// The family of text and charts.
pub(crate) const SANS: &str = "Noto Sans";

/// Every face, in the order in which a letter is looked for.
pub(crate) fn faces() -> [&'static [u8]; 7] {
    [
        notosans::REGULAR_TTF,
        notosans::BOLD_TTF,
        notosans::ITALIC_TTF,
        notosans::BOLD_ITALIC_TTF,
        dejavu::sans::regular(),
        dejavu::sans::bold(),
        epaint_default_fonts::NOTO_EMOJI_REGULAR,
    ]
}

struct Shapes {
    regular: Face<'static>,
    bold: Face<'static>,
    others: [Face<'static>; 2],
}

static SHAPES: LazyLock<Shapes> = LazyLock::new(|| {
    let face = |bytes| Face::parse(bytes, 0).expect("a font of the program is a font");
    let [regular, bold, _, _, dejavu, _, emoji] = faces();
    Shapes {
        regular: face(regular),
        bold: face(bold),
        others: [face(dejavu), face(emoji)],
    }
});

/// Whether the text font has this letter.
pub(crate) fn in_text_font(letter: char) -> bool {
    SHAPES
        .regular
        .glyph_index(letter)
        .is_some_and(|it| it.0 != 0)
}

/// Whether any of the fonts has this letter.
pub(crate) fn has(letter: char) -> bool {
    in_text_font(letter)
        || (SHAPES.others.iter()).any(|it| it.glyph_index(letter).is_some_and(|it| it.0 != 0))
}

/// How wide a text is set in one line, in points at a size of 1.
pub(crate) fn width(text: &str, bold: bool) -> f64 {
    let face = if bold { &SHAPES.bold } else { &SHAPES.regular };
    let whole = f64::from(face.units_per_em());
    let one = |letter: char| match letter {
        '\u{200b}' => 0.0,
        _ => (face.glyph_index(letter))
            .and_then(|it| face.glyph_hor_advance(it))
            .map_or(1.1, |it| f64::from(it) / whole),
    };
    text.chars().map(one).sum()
}

/// The same letters for pictures.
pub(crate) fn for_pictures() -> Arc<resvg::usvg::fontdb::Database> {
    static LETTERS: LazyLock<Arc<resvg::usvg::fontdb::Database>> = LazyLock::new(|| {
        let mut letters = resvg::usvg::fontdb::Database::new();
        for face in faces() {
            letters.load_font_source(resvg::usvg::fontdb::Source::Binary(Arc::new(face)));
        }
        // Charts ask for Arial and then for any sans-serif.
        letters.set_sans_serif_family(SANS);
        Arc::new(letters)
    });
    Arc::clone(&LETTERS)
}

//! A chart's SVG as a picture.

use crate::words::{self, Letters};
use crate::{PdfError, fonts};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// A chart as a PNG on white, `scale` dots to a unit of the SVG: 2 for print.
///
/// # Errors
/// [`PdfError::Svg`] when it is no SVG, [`PdfError::Size`] when the picture would have no dots, or too many.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, PdfError> {
    let svg = words::letters(svg, Letters::All);
    let tree = tree(&svg)?;
    let size = tree.size();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    // `as` stops at the ends of u32
    let [width, height] = [size.width(), size.height()].map(|it| (it * scale).ceil() as u32);
    let refused = PdfError::Size { width, height };
    if u64::from(width) * u64::from(height) > 100_000_000 {
        return Err(refused);
    }
    let Some(mut dots) = Pixmap::new(width, height) else {
        return Err(refused);
    };
    dots.fill(Color::WHITE);
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut dots.as_mut(),
    );
    dots.encode_png().map_err(|_| refused)
}

fn tree(svg: &str) -> Result<Tree, PdfError> {
    let mut options = Options {
        fontdb: fonts::for_pictures(),
        font_family: fonts::SANS.to_owned(),
        ..Options::default()
    };
    // A picture within a chart would be a file or an address of somebody's choosing.
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    Tree::from_str(svg, &options).map_err(|_| PdfError::Svg)
}

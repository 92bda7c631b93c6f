//! Pictures: each as a PNG, which everything shows, and as the SVG it was made from, which newer programs prefer.

use crate::markup::push;
use std::fmt::Write as _;

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What it is called: "Chart 2".
    pub name: String,
    /// What it shows, for those who do not see it.
    pub words: String,
    /// As PNG.
    pub png: Vec<u8>,
    /// As SVG.
    pub svg: String,
    /// How wide it is drawn, in pixels of a ninety-sixth of an inch.
    pub width: f64,
    /// How high.
    pub height: f64,
}

/// English Metric Units in a pixel.
const PIXEL: f64 = 9525.0;
/// The width between the margins, and as much of the height as leaves room for a caption.
const WIDEST: f64 = 6_120_000.0;
const HIGHEST: f64 = 7_900_000.0;

/// A picture in a paragraph of its own. `number` is its place among all pictures, from 1.
pub(super) fn write(out: &mut String, picture: &Picture, number: usize) {
    let (width, height) = (picture.width * PIXEL, picture.height * PIXEL);
    let fit = (WIDEST / width).min(HIGHEST / height).min(1.0);
    let (width, height) = ((width * fit).round(), (height * fit).round());
    let mut named = String::new();
    let _ = write!(named, r#"id="{number}" name=""#);
    push(&mut named, &picture.name);
    named.push_str(r#"" descr=""#);
    push(&mut named, &picture.words);
    named.push('"');
    let _ = write!(
        out,
        concat!(
            "<w:p><w:r><w:drawing>",
            r#"<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr {named}/>"#,
            r#"<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>"#,
            r#"<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">"#,
            "<pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>",
            r#"<pic:blipFill><a:blip r:embed="png{number}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">"#,
            r#"<asvg:svgBlip r:embed="svg{number}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
            r#"<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>"#,
            r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"#,
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
        ),
        width = width,
        height = height,
        named = named,
        number = number
    );
}

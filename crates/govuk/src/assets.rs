//! The stylesheet, scripts and pictures that are compiled into the binary, under names that carry a hash of their bytes.

use std::borrow::Cow;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Embedded;

/// Plain name and address of each asset, sorted by the build script.
const URLS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/asset_urls.rs"));

/// A file to be served under `/assets/`.
pub struct Asset {
    /// The file's bytes.
    pub bytes: Cow<'static, [u8]>,
    /// The value for the `Content-Type` header.
    pub content_type: &'static str,
    /// Whether these bytes can never change under this name, so that a browser may keep them for ever.
    pub immutable: bool,
}

/// The address of an asset by its plain name: `waymark.css` is at `/assets/waymark-0123456789.css`.
///
/// # Panics
///
/// When there is no such asset. The names are written in the program, so the first test of the page finds it.
#[must_use]
pub fn url(name: &str) -> &'static str {
    match find(name) {
        Some(url) => url,
        None => panic!("no asset is called {name}"),
    }
}

/// The asset at `/assets/{path}`: by its hashed name, or by its plain name, then not immutable.
#[must_use]
pub fn asset(path: &str) -> Option<Asset> {
    let (file, immutable) = match find(path) {
        Some(url) => (url.strip_prefix("/assets/")?, false),
        None => (path, true),
    };
    let bytes = Embedded::get(file)?.data;
    Some(Asset {
        bytes,
        content_type: content_type(file),
        immutable,
    })
}

fn find(name: &str) -> Option<&'static str> {
    URLS.iter()
        .find(|(plain, _)| *plain == name)
        .map(|(_, url)| *url)
}

fn content_type(file: &str) -> &'static str {
    match file.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_page_finds_its_stylesheet_by_its_plain_name() {
        let address = url("waymark.css");
        let served = asset(address.strip_prefix("/assets/").unwrap()).unwrap();
        assert_eq!(served.content_type, "text/css; charset=utf-8");
        assert!(served.immutable);
        let css = std::str::from_utf8(&served.bytes).unwrap();
        assert!(css.contains("--brand:"));
        assert!(
            !css.contains("GDS Transport"),
            "GOV.UK's typeface is not for councils"
        );
        assert!(
            !asset("waymark.css").unwrap().immutable,
            "the plain name may change its bytes"
        );
        assert!(asset("../Cargo.toml").is_none());
    }

    #[test]
    fn everything_the_stylesheet_and_script_name_is_served_beside_them() {
        let css = asset("waymark.css").unwrap().bytes;
        let css = std::str::from_utf8(&css).unwrap();
        let pictures: Vec<&str> = css
            .split("url(\"")
            .skip(1)
            .map(|it| it.split('"').next().unwrap())
            .collect();
        let script = asset("waymark.js").unwrap().bytes;
        let script = std::str::from_utf8(&script).unwrap();
        let modules: Vec<&str> = script
            .split("\"./")
            .skip(1)
            .map(|it| it.split('"').next().unwrap())
            .collect();
        assert_eq!(
            (pictures.len(), modules.len()),
            (4, 2),
            "{pictures:?} {modules:?}"
        );
        for name in pictures.into_iter().chain(modules) {
            assert!(asset(name).unwrap().immutable, "{name}");
        }
    }
}

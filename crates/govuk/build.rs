//! Lists the built assets, so that pages can name them by their plain names; says what to do when there are none.

use std::{env, fmt::Write as _, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets");
    let mut names: Vec<String> = match fs::read_dir("assets") {
        Ok(folder) => folder
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .collect(),
        Err(_) => Vec::new(),
    };
    names.sort();
    if !names.iter().any(|name| name.ends_with(".css")) {
        println!(
            "cargo::error=crates/govuk/assets has no stylesheet. Run `npm ci && npm run build` in the workspace's root."
        );
        return;
    }
    let mut table = String::from("&[\n");
    for hashed in &names {
        if let Some(plain) = plain_name(hashed) {
            // Writing to a String cannot fail.
            let _ = writeln!(table, "    ({plain:?}, {:?}),", format!("/assets/{hashed}"));
        }
    }
    table.push(']');
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    fs::write(Path::new(&out).join("asset_urls.rs"), table).expect("OUT_DIR can be written");
}

/// `waymark-0123456789.css` is `waymark.css`; nothing when the name carries no hash.
fn plain_name(hashed: &str) -> Option<String> {
    let (stem, rest) = hashed.split_once('.')?;
    let (name, hash) = stem.rsplit_once('-')?;
    let is_hash = hash.len() == 10 && hash.bytes().all(|it| it.is_ascii_hexdigit());
    is_hash.then(|| format!("{name}.{rest}"))
}

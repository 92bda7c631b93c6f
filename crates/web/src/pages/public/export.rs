//! The whole public side as a folder of files that any server can serve, or a browser can open from a disk.

use crate::house::House;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use tower::ServiceExt;

/// A file of the export: its path within the folder and its bytes.
pub type Exported = BTreeMap<String, Vec<u8>>;

/// Every page of the public side and everything it needs, with addresses that work within the folder.
///
/// # Errors
/// The first address that does not answer.
pub async fn export(house: House) -> Result<Exported, String> {
    let served_at = house.options().address.clone();
    let app = crate::app(house);
    let mut pages: BTreeMap<String, (String, Vec<u8>)> = BTreeMap::new();
    let mut seen: BTreeSet<String> = BTreeSet::from(["/public".to_owned()]);
    let mut waiting: VecDeque<String> = seen.iter().cloned().collect();
    while let Some(path) = waiting.pop_front() {
        let request = Request::get(&path)
            .body(Body::empty())
            .map_err(|_| format!("{path} is no address"))?;
        let answer = app
            .clone()
            .oneshot(request)
            .await
            .map_err(|_| format!("{path} did not answer"))?;
        if answer.status() != StatusCode::OK {
            return Err(format!("{path} answered {}", answer.status()));
        }
        let kind = answer
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|it| it.to_str().ok())
            .unwrap_or("")
            .to_owned();
        let attached = answer.headers().contains_key(header::CONTENT_DISPOSITION);
        let bytes = axum::body::to_bytes(answer.into_body(), usize::MAX)
            .await
            .map_err(|_| format!("{path} broke off"))?;
        if kind.starts_with("text/html") && !attached {
            for next in addresses(&String::from_utf8_lossy(&bytes)) {
                if seen.insert(next.clone()) {
                    waiting.push_back(next);
                }
            }
        }
        let kind = if attached { "file".to_owned() } else { kind };
        pages.insert(path, (kind, bytes.to_vec()));
    }
    let files: BTreeMap<String, String> = pages
        .iter()
        .map(|(path, (kind, _))| (path.clone(), file_of(path, kind)))
        .collect();
    let mut out = Exported::new();
    for (path, (kind, bytes)) in pages {
        let file = &files[&path];
        let bytes = if kind.starts_with("text/html") {
            relinked(&String::from_utf8_lossy(&bytes), file, &files, &served_at).into_bytes()
        } else {
            bytes
        };
        out.insert(file.clone(), bytes);
    }
    let start = "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Improving children’s services</title>\
                 <meta http-equiv=\"refresh\" content=\"0; url=public/index.html\"></head>\
                 <body><p><a href=\"public/index.html\">Improving children’s services</a></p></body></html>\n";
    out.insert("index.html".to_owned(), start.into());
    Ok(out)
}

/// Addresses in a page that belong to the export: the public side's own, styles, scripts, pictures, the statements.
fn addresses(page: &str) -> Vec<String> {
    quoted(page)
        .filter(|it| {
            let path = it.split('#').next().unwrap_or("");
            path == "/public"
                || path.starts_with("/public/")
                || path.starts_with("/assets/")
                || path.starts_with("/paper.css")
                || path.starts_with("/brand.css")
                || matches!(path, "/logo" | "/accessibility" | "/cookies")
        })
        .map(|it| it.split('#').next().unwrap_or("").to_owned())
        .collect()
}

/// The values of href and src.
fn quoted(page: &str) -> impl Iterator<Item = &str> {
    ["href=\"", "src=\""].into_iter().flat_map(move |start| {
        page.split(start)
            .skip(1)
            .filter_map(|it| it.split('"').next())
    })
}

/// The file of an address.
fn file_of(path: &str, kind: &str) -> String {
    let plain = path
        .split('?')
        .next()
        .unwrap_or(path)
        .trim_start_matches('/');
    if kind.starts_with("text/html") {
        return format!("{plain}/index.html");
    }
    // A paper's file has its format as its last part.
    match plain.rsplit_once("/files/") {
        Some((paper, "csv")) => format!("{paper}/files/paper.csv.zip"),
        Some((paper, format)) => format!("{paper}/files/paper.{format}"),
        None => plain.to_owned(),
    }
}

/// A page with addresses that lead from its own file to the others. What is not exported leads to where the pages are
/// served, and the site's own first page, or any page where nobody has said where that is, to the public side's first.
fn relinked(page: &str, own: &str, files: &BTreeMap<String, String>, served_at: &str) -> String {
    let up = "../".repeat(own.matches('/').count());
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = ["href=\"", "src=\""]
        .iter()
        .filter_map(|it| rest.find(it).map(|at| at + it.len()))
        .min()
    {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find('"').unwrap_or(rest.len());
        let address = &rest[..end];
        let (path, anchor) = address
            .split_once('#')
            .map_or((address, String::new()), |(path, anchor)| {
                (path, format!("#{anchor}"))
            });
        match files.get(path) {
            Some(file) => {
                out.push_str(&up);
                out.push_str(file);
                out.push_str(&anchor);
            }
            None if !address.starts_with('/') => out.push_str(address),
            None if served_at.is_empty() || path == "/" => {
                out.push_str(&up);
                out.push_str("public/index.html");
            }
            None => {
                out.push_str(served_at);
                out.push_str(address);
            }
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

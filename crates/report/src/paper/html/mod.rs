//! A paper as a page: one file that needs nothing else, runs nothing and prints well; or the same within a page of the site.
//!
//! It is written so that it is well-formed XML too, which whoever keeps it for years will be glad of.

mod piece;

use super::Paper;
use super::layout::{Layout, Part};
use crate::markup::push;
use std::fmt::Write as _;

/// The styles of what [`body`] gives: classes that begin with `wm-paper`, and nothing else.
pub const STYLE: &str = include_str!("paper.css");

/// The styles of the page round it.
const PAGE: &str = include_str!("page.css");

/// Nothing may be fetched or run, whatever a text holds.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The paper as a whole page, in one file.
#[must_use]
pub fn html(paper: &Paper) -> String {
    let layout = Layout::of(paper);
    let mut out =
        String::from("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    let _ = writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"/>"
    );
    out.push_str(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>",
    );
    push(&mut out, layout.title);
    out.push_str(", ");
    push(&mut out, layout.council);
    let _ = write!(
        out,
        "</title>\n<style>\n{PAGE}{STYLE}</style>\n</head>\n<body>\n<main>\n<h1 dir=\"auto\">"
    );
    push(&mut out, layout.title);
    out.push_str("</h1>\n");
    write_body(&mut out, &layout);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// The same for a page that has its own `h1` and styles ([`STYLE`]) and a content policy that allows neither style
/// attributes nor scripts. Ids begin with `part-`, `appendix-`, `paper-` and `table-`, or are those of the charts.
#[must_use]
pub fn body(paper: &Paper) -> String {
    let mut out = String::new();
    write_body(&mut out, &Layout::of(paper));
    out
}

fn write_body(out: &mut String, layout: &Layout<'_>) {
    out.push_str("<div class=\"wm-paper\">\n<dl class=\"wm-paper__facts\">\n");
    for (what, answer) in &layout.facts {
        let _ = write!(out, "<div><dt>{what}</dt><dd dir=\"auto\">");
        piece::words(out, answer);
        out.push_str("</dd></div>\n");
    }
    out.push_str("</dl>\n");
    write_contents(out, &layout.parts);
    for part in &layout.parts {
        write_part(out, part);
    }
    out.push_str("</div>\n");
}

fn write_contents(out: &mut String, parts: &[Part<'_>]) {
    let listed = parts.iter().filter(|it| it.level <= 2);
    out.push_str("<nav class=\"wm-paper__contents\" aria-labelledby=\"paper-contents\">\n");
    out.push_str("<h2 id=\"paper-contents\">Contents</h2>\n");
    let mut open = 0;
    for part in listed {
        if part.level > open {
            out.push_str("<ul>\n");
        } else {
            out.push_str("</li>\n");
            for _ in part.level..open {
                out.push_str("</ul>\n</li>\n");
            }
        }
        open = part.level;
        let _ = write!(out, "<li><a href=\"#{}\"><bdi>", part.anchor);
        push(out, &part.heading);
        out.push_str("</bdi></a>");
    }
    for _ in 0..open {
        out.push_str("</li>\n</ul>\n");
    }
    out.push_str("</nav>\n");
}

fn write_part(out: &mut String, part: &Part<'_>) {
    let within = if part.level > 1 {
        " wm-paper__part--within"
    } else {
        ""
    };
    let page = if part.own_page {
        " wm-paper__part--page"
    } else {
        ""
    };
    let _ = write!(
        out,
        "<section class=\"wm-paper__part{within}{page}\" id=\"{}\">\n<h{level} dir=\"auto\">",
        part.anchor,
        level = part.level + 1
    );
    push(out, &part.heading);
    let _ = writeln!(out, "</h{}>", part.level + 1);
    for it in &part.pieces {
        piece::write(out, it, part.level + 2);
    }
    out.push_str("</section>\n");
}

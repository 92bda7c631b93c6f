//! Paragraphs, lists, charts and tables.

use crate::markup::push;
use crate::paper::layout::{Drawing, Grid, Picture, Piece, Said};
use crate::table::Align;
use std::fmt::Write as _;

/// A piece; its heading, if it is one, of this level.
pub(super) fn write(out: &mut String, piece: &Piece<'_>, level: u8) {
    match piece {
        Piece::Heading(words) => {
            let _ = write!(out, "<h{level} dir=\"auto\">");
            push(out, words);
            let _ = writeln!(out, "</h{level}>");
        }
        Piece::Text(said) if said.by.is_some() || said.evidence.is_some() => {
            let own = if said.by.is_some() {
                " wm-paper__text--own"
            } else {
                ""
            };
            let _ = writeln!(out, "<div class=\"wm-paper__text{own}\">");
            write_said(out, said);
            out.push_str("</div>\n");
        }
        Piece::Text(said) => write_said(out, said),
        Piece::Points(points) => {
            out.push_str("<ul class=\"wm-paper__points\">\n");
            for said in points {
                let own = if said.by.is_some() {
                    " class=\"wm-paper__text--own\""
                } else {
                    ""
                };
                let _ = writeln!(out, "<li{own}>");
                write_said(out, said);
                out.push_str("</li>\n");
            }
            out.push_str("</ul>\n");
        }
        Piece::Table(grid) => write_grid(out, grid),
        Piece::Chart(chart) => write_chart(out, chart),
    }
}

/// Text with its line breaks.
pub(super) fn words(out: &mut String, text: &str) {
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            out.push_str("<br/>");
        }
        push(out, line);
    }
}

fn write_said(out: &mut String, said: &Said<'_>) {
    out.push_str("<p dir=\"auto\">");
    words(out, &said.words);
    out.push_str("</p>\n");
    if let Some(evidence) = &said.evidence {
        out.push_str("<p class=\"wm-paper__evidence\">");
        words(out, evidence);
        out.push_str("</p>\n");
    }
    if let Some(by) = &said.by {
        out.push_str("<p class=\"wm-paper__by\">");
        words(out, by);
        out.push_str("</p>\n");
        if !said.instead_of.is_empty() {
            out.push_str("<details class=\"wm-paper__was\"><summary>What stood there</summary><p dir=\"auto\">");
            words(out, said.instead_of);
            out.push_str("</p></details>\n");
        }
    }
}

fn write_chart(out: &mut String, chart: &Picture<'_>) {
    let number = chart.number;
    let _ = write!(
        out,
        "<figure class=\"wm-paper__chart\">\n<figcaption>\
         <p class=\"wm-paper__chart-title\">Chart {number}: <bdi>"
    );
    push(out, chart.title);
    out.push_str("</bdi></p><p dir=\"auto\">");
    words(out, &chart.sentence);
    out.push_str("</p></figcaption>\n");
    match (&chart.wide, &chart.narrow) {
        (Some(wide), Some(narrow)) => {
            write_drawing(out, wide, "wm-paper__drawing wm-paper__drawing--wide");
            write_drawing(out, narrow, "wm-paper__drawing wm-paper__drawing--narrow");
        }
        (Some(only), None) | (None, Some(only)) => write_drawing(out, only, "wm-paper__drawing"),
        (None, None) => {}
    }
    let _ = writeln!(
        out,
        "<details class=\"wm-paper__data\"><summary>Data of chart {number}</summary>"
    );
    write_grid(out, &chart.data);
    out.push_str("</details>\n</figure>\n");
}

fn write_drawing(out: &mut String, drawing: &Drawing<'_>, class: &str) {
    let _ = write!(out, "<div class=\"{class}\">");
    out.push_str(&drawing.svg);
    out.push_str("</div>\n");
}

fn write_grid(out: &mut String, grid: &Grid<'_>) {
    let number = grid.number;
    let table = &*grid.table;
    let small = if table.headings.len() > 5 {
        " wm-paper__table--small"
    } else {
        ""
    };
    let _ = write!(
        out,
        "<div class=\"wm-paper__scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"table-{number}\">\
         <table class=\"wm-paper__table{small}\">\n<caption id=\"table-{number}\">Table {number}: <bdi>"
    );
    push(out, &grid.caption);
    out.push_str("</bdi></caption>\n<thead><tr>");
    let class = |align: Option<&Align>, text: &str| match align {
        Some(Align::Numbers) => " class=\"wm-paper__number\"",
        _ if has_long_word(text) => " class=\"wm-paper__long\"",
        _ => "",
    };
    let aligns: Vec<Align> = table.headings.iter().map(|it| it.align).collect();
    for heading in &table.headings {
        let _ = write!(
            out,
            "<th scope=\"col\"{} dir=\"auto\">",
            class(Some(&heading.align), &heading.text)
        );
        words(out, &heading.text);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (column, cell) in row.iter().enumerate() {
            let _ = write!(
                out,
                "<td{} dir=\"auto\">",
                class(aligns.get(column), &cell.shown)
            );
            words(out, &cell.shown);
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
}

/// Whether a word is longer than a column is wide: a hash, an address. It may be broken anywhere, others not.
fn has_long_word(text: &str) -> bool {
    text.len() > 24 && text.split_whitespace().any(|it| it.chars().count() > 24)
}

//! ModernGov's table of agenda items: a cell with the number, and beside it the title, what the item is for, and under
//! their headings the decision, the minutes and the documents.

use super::Writer;
use super::soup::Soup;
use waymark_programme::minutes::What;

/// The cells of number and content, where the row is an agenda item.
pub(super) fn row(soup: &Soup, tr: usize) -> Option<(Option<usize>, usize)> {
    let cells = soup.nearest(tr, &|it| matches!(it.name.as_str(), "td" | "th"), &|_| {
        false
    });
    let titled = |cell: usize| {
        !soup
            .nearest(cell, &|it| it.is("mgAiTitleTxt"), &|_| false)
            .is_empty()
    };
    match cells.as_slice() {
        [number, content, ..]
            if soup.node(*number).is("mgItemNumberCell")
                || (titled(*number) && titled(*content)) =>
        {
            Some((Some(*number), *content))
        }
        [content] if titled(*content) => Some((None, *content)),
        _ => None,
    }
}

/// What a part of an item is, by the heading above it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Region {
    Title,
    Purpose,
    Minutes,
    Decision,
    Other,
}

/// Writes an item.
pub(super) fn write(writer: &mut Writer<'_, '_>, number: Option<usize>, content: usize) {
    let soup = writer.soup;
    writer.page.end_paragraph();
    let begin = writer.page.here();
    let mut label = String::new();
    if let Some(number) = number {
        writer.inside(number);
        label = writer.page.since(begin).to_owned();
        writer.page.end_paragraph();
    }
    let mut region = Region::Title;
    let mut from = writer.page.here();
    let mut title_written = false;
    for part in parts(soup, content) {
        let node = soup.node(part);
        if node.is("mgAiTitleTxt") && !title_written {
            writer.part(part);
            let title = title(writer.page.since(from)).to_owned();
            let item = What::Item {
                number: label.trim_end_matches('.').to_owned(),
                title,
            };
            writer.page.mark(begin, item);
            title_written = true;
            region = Region::Purpose;
            from = writer.page.here();
            continue;
        }
        if node.is("mgSubItemTitleTxt") {
            end(writer, region, from);
            let heading = writer.page.here();
            writer.part(part);
            region = match writer.page.since(heading).trim_end_matches(':') {
                "Minutes" => Region::Minutes,
                "Decision" | "Decisions" => Region::Decision,
                _ => Region::Other,
            };
            from = writer.page.here();
            continue;
        }
        writer.part(part);
    }
    end(writer, region, from);
    writer.page.end_paragraph();
}

/// The parts of an item: where its headings stand in an element of their own, that element's parts.
fn parts(soup: &Soup, content: usize) -> Vec<usize> {
    let heading = |it: &super::soup::Node| it.is("mgAiTitleTxt") || it.is("mgSubItemTitleTxt");
    let mut out = Vec::new();
    for part in soup.inside(content) {
        if !heading(soup.node(part)) && !soup.nearest(part, &heading, &|_| false).is_empty() {
            out.extend(parts(soup, part));
        } else {
            out.push(part);
        }
    }
    out
}

fn end(writer: &mut Writer<'_, '_>, region: Region, from: usize) {
    let what = match region {
        Region::Purpose => What::Purpose,
        Region::Minutes => What::Minutes,
        Region::Decision => What::Decision,
        Region::Title | Region::Other => return,
    };
    writer.page.mark(from, what);
}

/// The title without the type and size of the document behind it: "Budget pdf icon PDF 57 KB" is "Budget".
fn title(line: &str) -> &str {
    let Some(at) = line.rfind("PDF").filter(|at| {
        let size = line[at + 3..].trim();
        size.ends_with('B') && size.starts_with(|it: char| it.is_ascii_digit())
    }) else {
        return line;
    };
    let before = line[..at].trim_end();
    before.strip_suffix("pdf icon").unwrap_or(before).trim_end()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_title_is_what_stands_before_its_documents_size() {
        for (line, wanted) in [
            ("Budget pdf icon PDF 57 KB", "Budget"),
            ("Budget PDF 1 MB", "Budget"),
            ("BudgetPDF 500 KB", "Budget"),
            ("PDF of the year", "PDF of the year"),
        ] {
            assert_eq!(super::title(line), wanted);
        }
    }
}

//! What a screen reader needs is in the file.

use crate::sample::paper;
use crate::tree::{catalog, name, read, text, title, tree};
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Object, stream::Stream};
use waymark_pdf::{pdf, png};

#[test]
fn the_document_says_its_title_its_language_and_that_it_is_tagged() {
    let document = read(&pdf(&paper(2)).unwrap());
    let catalog = catalog(&document);
    assert_eq!(text(&catalog, "Lang").unwrap(), "en-GB");
    let says = |part: &str, key: &str| {
        catalog
            .get::<Dict<'_>>(part)
            .unwrap()
            .get::<bool>(key)
            .unwrap()
    };
    assert!(says("MarkInfo", "Marked"));
    assert!(says("ViewerPreferences", "DisplayDocTitle"));
    assert_eq!(title(&document), "Performance summary, March 2018");
    let made = document.metadata().creation_date.unwrap();
    assert_eq!((made.year, made.month, made.day), (2018, 4, 4));
    let metadata = catalog.get::<Stream<'_>>("Metadata").unwrap();
    let metadata = String::from_utf8(metadata.decoded().unwrap().into_owned()).unwrap();
    assert!(
        metadata.contains("<pdfuaid:part>1</pdfuaid:part>"),
        "{metadata}"
    );
    assert!(document.pages().len() > 3);
}

#[test]
fn every_chart_says_in_words_what_it_shows() {
    let paper = paper(3);
    let tree = tree(&read(&pdf(&paper).unwrap()));
    let alts: Vec<&str> = tree
        .of("Figure")
        .into_iter()
        .map(|it| it.alt.as_deref().unwrap())
        .collect();
    let expected: Vec<String> = paper.charts().map(|it| it.sentence.clone()).collect();
    assert_eq!(alts, expected);
}

#[test]
fn tables_have_a_caption_and_cells_that_head_columns_and_rows() {
    let paper = paper(1);
    let tree = tree(&read(&pdf(&paper).unwrap()));
    let tables = tree.of("Table");
    assert!(tables.len() >= paper.tables().count());
    for table in &tables {
        assert_eq!(table.of("Caption").len(), 1);
        let rows = table.of("TR");
        let heads = |row: &crate::tree::Tag, scope: &str| {
            row.of("TH")
                .iter()
                .filter(|it| it.scope.as_deref() == Some(scope))
                .count()
        };
        assert_eq!(heads(rows[0], "Column"), rows[0].children.len());
        for row in &rows[1..] {
            assert_eq!(heads(row, "Row"), 1);
            assert_eq!(
                row.children.len(),
                rows[0].children.len(),
                "no cell is lost"
            );
        }
    }
    // The plan's table: as many rows as it has, and its headings, once.
    assert_eq!(tables[0].of("TR").len(), 3);
}

#[test]
fn headings_go_down_one_step_at_a_time_and_are_the_bookmarks() {
    let document = read(&pdf(&paper(2)).unwrap());
    let tree = tree(&document);
    let mut before = 0;
    let mut headings = 0;
    for tag in tree.all() {
        if let Some(level) = tag
            .kind
            .strip_prefix('H')
            .and_then(|it| it.parse::<u8>().ok())
        {
            assert!(level <= before + 1, "H{before} and then H{level}");
            before = level;
            headings += 1;
        }
    }
    fn count(under: &Dict<'_>) -> usize {
        let mut next = under.get::<Dict<'_>>("First");
        let mut found = 0;
        while let Some(item) = next {
            assert!(!text(&item, "Title").unwrap().is_empty());
            found += 1 + count(&item);
            next = item.get::<Dict<'_>>("Next");
        }
        found
    }
    let outlines = catalog(&document).get::<Dict<'_>>("Outlines").unwrap();
    assert_eq!(count(&outlines), headings);
    // The contents list is tagged as one, and leads to the headings.
    assert_eq!(
        tree.of("TOC").len(),
        2,
        "parts, and what stands within a part"
    );
    assert!(tree.of("TOCI").iter().all(|it| !it.of("Link").is_empty()));
}

#[test]
fn letters_are_in_the_file_and_stand_for_text() {
    let document = read(&pdf(&paper(1)).unwrap());
    let mut fonts = 0;
    for object in document.objects() {
        let Object::Dict(font) = object else { continue };
        if name(&font, "Type").as_deref() != Some("Font") {
            continue;
        }
        let kind = name(&font, "Subtype").unwrap();
        assert_ne!(
            kind, "Type3",
            "drawn letters are poor for a screen magnifier"
        );
        if let Some(descriptor) = font.get::<Dict<'_>>("FontDescriptor") {
            assert!(descriptor.contains_key("FontFile2") || descriptor.contains_key("FontFile3"));
            fonts += 1;
        } else {
            assert!(font.contains_key("ToUnicode"));
        }
    }
    assert!(fonts >= 2, "regular and bold");
}

#[test]
fn the_same_paper_gives_the_same_bytes_and_another_day_others() {
    let mut paper = paper(2);
    let first = pdf(&paper).unwrap();
    // Several at once, on threads of their own.
    let again: Vec<Vec<u8>> = std::thread::scope(|scope| {
        let made: Vec<_> = (0..3)
            .map(|_| scope.spawn(|| pdf(&paper).unwrap()))
            .collect();
        made.into_iter().map(|it| it.join().unwrap()).collect()
    });
    assert!(again.iter().all(|it| *it == first));
    paper.made_on = crate::sample::day("2018-04-05");
    assert!(pdf(&paper).unwrap() != first);
}

#[test]
fn a_chart_becomes_a_picture_with_letters() {
    let (chart, _) = crate::sample::chart(1);
    let picture = png(&chart.svg, 2.0).unwrap();
    assert_eq!(&picture[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(
        u32::from_be_bytes(picture[16..20].try_into().unwrap()),
        1280
    );
    let without_letters = {
        let mut out = String::new();
        let mut rest = chart.svg.as_str();
        while let Some((before, after)) = rest.split_once("<text ") {
            out.push_str(before);
            rest = after.split_once("</text>").unwrap().1;
        }
        out + rest
    };
    assert!(
        png(&without_letters, 2.0).unwrap().len() < picture.len(),
        "the letters are drawn"
    );
    assert!(png("no chart", 2.0).is_err());
    assert!(png(&chart.svg, 0.0).is_err());
    assert!(png(&chart.svg, 1e9).is_err());
}

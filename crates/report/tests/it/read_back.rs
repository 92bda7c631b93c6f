//! Every format is read back, and says the same: the same charts, the same numbers in every table, the same figures.

use crate::sample;
use crate::tree::{Node, PNG, tree, unzipped};
use calamine::{Data, Reader, Xlsx};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::io::Cursor;
use waymark_report::is_risky;
use waymark_report::paper::layout::Layout;
use waymark_report::paper::{Paper, csvw, html, sheets, word};

/// What a reader finds in a file.
#[derive(Debug, PartialEq, Default)]
struct Found {
    /// Number, title and sentence of each chart.
    charts: Vec<(usize, String, String)>,
    /// Each table by its number: caption, then headings and rows, each cell in one way of writing.
    tables: BTreeMap<usize, (String, Vec<Vec<String>>)>,
    /// Each figure: what, as shown, numerator, denominator.
    figures: Vec<Vec<String>>,
}

/// One way of writing: numbers without commas, days and months as days.
fn plain(text: &str) -> String {
    let bare = text.replace(',', "").replace('\u{2212}', "-");
    if let Ok(number) = bare.parse::<f64>() {
        return number.to_string();
    }
    let words: Vec<&str> = text.split(' ').collect();
    let iso = match words[..] {
        [day, month, year] => date(day, month, year),
        [month, year] => date("1", month, year),
        _ => None,
    };
    let whole_month = text.len() == 7 && text.as_bytes()[4] == b'-';
    iso.unwrap_or_else(|| {
        if whole_month {
            format!("{text}-01")
        } else {
            text.to_owned()
        }
    })
}

fn date(day: &str, month: &str, year: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS.iter().position(|it| *it == month)? + 1;
    let (day, year) = (day.parse::<u8>().ok()?, year.parse::<u16>().ok()?);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

fn numbered(text: &str, what: &str) -> Option<(usize, String)> {
    let (number, words) = text.strip_prefix(what)?.trim_start().split_once(": ")?;
    Some((number.parse().ok()?, words.to_owned()))
}

/// Takes the tables of definitions out of the others: they are the figures.
fn settled(mut found: Found) -> Found {
    let all = std::mem::take(&mut found.tables);
    for (number, (caption, rows)) in all {
        if let Some(measure) = caption.strip_prefix("Figures: ") {
            found.figures.extend(of_measure(measure, &rows));
        } else {
            found.tables.insert(number, (caption, rows));
        }
    }
    found
}

/// What, as shown, numerator, denominator of each figure in the table of a measure's: one that is of a part says which.
fn of_measure(measure: &str, rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let place = |name: &str| rows[0].iter().position(|it| it == name);
    let part = place("Of");
    let numbers = ["As shown", "Numerator", "Denominator"].map(|it| place(it).unwrap());
    let figure = |row: &Vec<String>| {
        let what = match part.map(|at| row[at].as_str()) {
            None | Some("All") => measure.to_owned(),
            Some(part) => format!("{measure}: {part}"),
        };
        let numbers = numbers.iter().map(|at| row[*at].clone());
        std::iter::once(what).chain(numbers).collect()
    };
    rows.iter().skip(1).map(figure).collect()
}

fn of_page(paper: &Paper) -> Found {
    let page = tree(&html(paper));
    let mut found = Found::default();
    for figure in page.all("figure") {
        let words = figure.all("figcaption")[0].all("p");
        let (number, title) = numbered(&words[0].text(), "Chart").unwrap();
        found.charts.push((number, title, words[1].text()));
        assert_eq!(figure.all("svg").len(), 2);
        assert_eq!(figure.all("table").len(), 1);
    }
    for table in page.all("table") {
        let (number, caption) = numbered(&table.all("caption")[0].text(), "Table").unwrap();
        assert!(table.all("th").iter().all(|it| it.get("scope") == "col"));
        let rows = table.all("tr").into_iter();
        let rows = rows.map(|row| row.elements().map(|it| plain(&it.text())).collect());
        found.tables.insert(number, (caption, rows.collect()));
    }
    settled(found)
}

fn of_word(paper: &Paper) -> Found {
    let bytes = word(paper, &|_| Some(PNG.to_vec())).unwrap();
    let document = tree(&unzipped(&bytes, "word/document.xml"));
    let mut found = Found::default();
    let body: Vec<&Node> = document.all("w:body")[0].elements().collect();
    for (at, node) in body.iter().enumerate() {
        let style = node.all("w:pStyle");
        if node.name != "w:p" || style.first().is_none_or(|it| it.get("w:val") != "Caption") {
            continue;
        }
        if let Some((number, title)) = numbered(&node.text(), "Chart") {
            let sentence = body[at + 1].text();
            let picture = body[at + 2].all("wp:docPr");
            assert_eq!(picture[0].get("descr"), sentence, "alternative text");
            found.charts.push((number, title, sentence));
        } else {
            let (number, caption) = numbered(&node.text(), "Table").unwrap();
            let rows = body[at + 1]
                .all("w:tr")
                .into_iter()
                .map(|row| row.all("w:tc").iter().map(|it| plain(&it.text())).collect());
            assert_eq!(body[at + 1].all("w:tblHeader").len(), 1);
            found.tables.insert(number, (caption, rows.collect()));
        }
    }
    settled(found)
}

fn of_sheets(paper: &Paper) -> Found {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(sheets(paper).unwrap())).unwrap();
    let mut sheet = |name: &str| -> Vec<Vec<String>> {
        assert!(book.worksheet_formula(name).unwrap().is_empty());
        let range = book.worksheet_range(name).unwrap();
        let rows = range.rows().map(|row| row.iter().map(written).collect());
        rows.collect()
    };
    let mut found = Found::default();
    for row in sheet("Contents").iter().skip(1) {
        if let Some(number) = row[0].strip_prefix("Table ") {
            found
                .tables
                .insert(number.parse().unwrap(), (row[2].clone(), sheet(&row[0])));
        }
        if let Some((number, title)) = numbered(&row[3], "Chart") {
            found.charts.push((number, title, row[4].clone()));
        }
    }
    found.figures = of_columns(&sheet("Definitions"));
    let about = sheet("About");
    assert_eq!(about[1], ["Title", &paper.title]);
    found
}

/// A cell as a person sees it. Numbers must be numbers: a text that looks like one is marked.
fn written(cell: &Data) -> String {
    match cell {
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::DateTime(it) => {
            let (year, month, day, ..) = it.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::String(text) if text.parse::<f64>().is_ok() => format!("a text: {text}"),
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("{other:?}"),
    }
}

fn of_csv(paper: &Paper) -> Found {
    let bytes = csvw(paper).unwrap();
    let metadata: Json = serde_json::from_str(&unzipped(&bytes, "metadata.json")).unwrap();
    let mut found = Found::default();
    for table in metadata["tables"].as_array().unwrap() {
        let url = table["url"].as_str().unwrap();
        let text = unzipped(&bytes, url);
        let mut reader = ::csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let rows: Vec<Vec<String>> = reader
            .records()
            .map(|it| it.unwrap().iter().map(|it| plain(unguarded(it))).collect())
            .collect();
        let columns = table["tableSchema"]["columns"].as_array().unwrap();
        let titles: Vec<&str> = columns
            .iter()
            .map(|it| unguarded(it["titles"].as_str().unwrap()))
            .collect();
        assert_eq!(
            titles, rows[0],
            "the metadata name the columns as the file does"
        );
        for (at, column) in columns.iter().enumerate() {
            for row in &rows[1..] {
                fits(column, &row[at]);
            }
        }
        if url == "figures.csv" {
            found.figures = of_columns(&rows);
            continue;
        }
        let title = table["dc:title"].as_str().unwrap();
        let (number, caption) = numbered(title, "Table").unwrap();
        assert_eq!(url, format!("table-{number:02}.csv"));
        found.tables.insert(number, (caption, rows));
        if let Some(chart) = table["dc:alternative"].as_str() {
            let (number, title) = numbered(chart, "Chart").unwrap();
            let sentence = table["dc:description"].as_str().unwrap();
            found.charts.push((number, title, sentence.to_owned()));
        }
    }
    found
}

/// That a cell is what its column says.
fn fits(column: &Json, cell: &str) {
    let nothing = column["null"]
        .as_array()
        .is_some_and(|it| it.iter().any(|it| it == cell));
    if cell.is_empty() || nothing {
        return;
    }
    let number = cell.parse::<f64>();
    match column["datatype"].as_str() {
        Some("integer") => assert!(number.is_ok_and(|it| it.fract() == 0.0), "{cell}"),
        Some("decimal") => assert!(number.is_ok(), "{cell}"),
        Some("string") => {}
        _ => assert_eq!((cell.len(), cell.matches('-').count()), (10, 2), "{column}"),
    }
}

fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'')
        .filter(|it| is_risky(it))
        .unwrap_or(text)
}

/// What, as shown, numerator, denominator of each figure.
fn of_columns(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let place = |name: &str| rows[0].iter().position(|it| it == name).unwrap();
    let places = ["Figure", "As shown", "Numerator", "Denominator"].map(place);
    let rows = rows.iter().skip(1);
    rows.map(|row| places.iter().map(|at| row[*at].clone()).collect())
        .collect()
}

fn sorted(mut found: Found) -> Found {
    // The definitions stand by measure in some formats and in the paper's order in others.
    found.figures.sort();
    found
}

#[test]
fn all_formats_say_the_same() {
    let mut hidden = sample::paper();
    hidden.figures[0].shown = "hidden (c)".into();
    hidden.figures[0].value = None;
    hidden.figures[0].numerator = None;
    hidden.figures[0].denominator = None;
    for paper in [sample::paper(), sample::pack(4), hidden] {
        let page = sorted(of_page(&paper));
        for (format, found) in [
            ("word", of_word(&paper)),
            ("sheets", of_sheets(&paper)),
            ("csv", of_csv(&paper)),
        ] {
            let found = sorted(found);
            assert_eq!(found.charts, page.charts, "{format}");
            assert_eq!(found.figures, page.figures, "{format}");
            assert_eq!(found.tables, page.tables, "{format}");
        }
    }
}

#[test]
fn what_they_say_is_what_the_paper_holds() {
    let paper = sample::paper();
    let found = of_page(&paper);
    let charts: Vec<(usize, &str, &str)> = (1..)
        .zip(paper.charts())
        .map(|(at, it)| (at, it.title.as_str(), it.sentence.as_str()))
        .collect();
    let read: Vec<(usize, &str, &str)> = found
        .charts
        .iter()
        .map(|it| (it.0, &*it.1, &*it.2))
        .collect();
    assert_eq!(read, charts);
    for (number, table) in (1..).zip(paper.tables()) {
        let (caption, rows) = &found.tables[&number];
        assert_eq!(caption, &table.caption);
        assert_eq!(rows.len(), table.rows.len() + 1);
        for (read, row) in rows[1..].iter().zip(&table.rows) {
            let shown: Vec<String> = row.iter().map(|it| plain(&it.shown)).collect();
            assert_eq!(read, &shown);
        }
    }
    assert_eq!(found.figures.len(), paper.figures.len());
    let area = &found.tables[&3].1;
    assert_eq!(area[1], ["North", "1041", "4957", "21", "12", "2017-08-01"]);
    assert_eq!(area[3], ["-West", "c", "c", "c", "", "2017-08-01"]);
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let paper = sample::paper();
    let png = |_: &str| Some(PNG.to_vec());
    let all = || {
        [
            html(&paper).into_bytes(),
            word(&paper, &png).unwrap(),
            sheets(&paper).unwrap(),
            csvw(&paper).unwrap(),
        ]
    };
    assert_eq!(all(), all());
    let thawed = Paper::thawed(&paper.frozen()).unwrap();
    assert_eq!(
        sheets(&thawed).unwrap(),
        all()[2],
        "a paper that was kept is written the same"
    );
}

#[test]
fn metadata_say_whose_the_tables_are_and_what_hidden_numbers_are() {
    let bytes = csvw(&sample::paper()).unwrap();
    let metadata: Json = serde_json::from_str(&unzipped(&bytes, "metadata.json")).unwrap();
    assert_eq!(metadata["@context"][0], "http://www.w3.org/ns/csvw");
    assert_eq!(metadata["dc:publisher"], "Wayshire County Council");
    let source = metadata["dc:source"][0].as_str().unwrap();
    assert_eq!(
        source,
        format!("Return as at 31 August 2017, sha256 {}", "9f".repeat(32))
    );
    let columns = &metadata["tables"][2]["tableSchema"]["columns"];
    let kinds: Vec<&Json> = (0..6).map(|at| &columns[at]["datatype"]).collect();
    assert_eq!(
        kinds,
        [
            "string",
            "integer",
            "integer",
            "decimal",
            "integer",
            "gYearMonth"
        ]
    );
    assert_eq!(columns[1]["null"], serde_json::json!(["", "c"]));
    assert_eq!(columns[4]["name"], "change_since_july");
    let text = unzipped(&bytes, "table-03.csv");
    assert!(
        text.contains("\r\nNorth,1041,4957,21.0,12,2017-08\r\n")
            && text.contains("\r\n'-West,c,c,c,,2017-08\r\n")
    );
}

/// Months of numbers between two sentences lose the reader: on pages they stand at the end, each named where its chart is.
#[test]
fn on_pages_the_numbers_behind_the_charts_stand_at_the_end() {
    let paper = sample::paper();
    let bytes = word(&paper, &|_| Some(PNG.to_vec())).unwrap();
    let document = tree(&unzipped(&bytes, "word/document.xml")).text();
    let (before, numbers) = document
        .rsplit_once("The numbers behind the charts")
        .unwrap();
    let layout = Layout::of(&paper);
    assert!(layout.charts().count() > 0);
    for chart in layout.charts() {
        let number = chart.data.number;
        assert!(before.contains(&format!("Its numbers are in table {number}.")));
        assert!(numbers.contains(&format!("Table {number}: {}", chart.data.caption)));
    }
}

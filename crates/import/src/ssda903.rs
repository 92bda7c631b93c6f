//! The SSDA903 as XML: a child with its header and its episodes, spread over the tables that the CSV files have.

use crate::blocks::Blocks;
use crate::intake::Intake;
use crate::xml::{Element, Walker};
use crate::{ImportError, ReturnKind};
use waymark_data::{Place, Words};

/// Blocks of the XML, and the table each fills.
const BLOCKS: [(&str, &str); 6] = [
    ("EPISODE", "Episodes"),
    ("AREVIEW", "Reviews"),
    ("AMISSING", "Missing"),
    ("PERMANENCE", "PrevPerm"),
    ("AD_PLACED", "PlacedAdoption"),
    ("OC2", "OC2"),
];

/// Elements of the header that make a row of another table when they are filled.
const PARTS: [(&str, &[&str]); 3] = [
    ("UASC", &["UASC", "DUC"]),
    ("OC3", &["IN_TOUCH", "ACTIV", "ACCOM"]),
    (
        "AD1",
        &[
            "DATE_INT",
            "DATE_MATCH",
            "FOSTER_CARE",
            "NB_ADOPTR",
            "SEX_ADOPTR",
            "LS_ADOPTR",
        ],
    ),
];

pub(crate) fn read(
    intake: &mut Intake<'_>,
    place: &Place,
    mut walker: Walker<'_>,
) -> Result<(), ImportError> {
    let mut blocks = Blocks::new(ReturnKind::Ssda903, place, walker.has_lines());
    let mut words = std::mem::take(&mut intake.words);
    let walked = walker.each(
        |depth, _| depth == 0,
        |element| {
            if element.name.eq_ignore_ascii_case("CHILD") {
                child(&element, &mut blocks, &mut words);
            } else {
                blocks.unknown("(file)", &element);
            }
        },
    );
    intake.words = words;
    walked?;
    // The XML of the years before them has no such blocks, so an empty one says nothing.
    blocks.finish(intake, walker.loose, &["SWEpisodes", "DoLo"]);
    Ok(())
}

fn child(element: &Element, blocks: &mut Blocks, words: &mut Words) {
    let headers = || element.all("HEADER");
    let of = |name: &str| -> &str {
        let mut values = headers().map(|it| it.text_of(name));
        values.find(|it| !it.is_empty()).unwrap_or("")
    };
    let id = [of("CHILDID"), of("CHILD")]
        .into_iter()
        .find(|it| !it.is_empty());
    if id.is_none() {
        blocks.no_id.add(element.line);
    }
    let given = [("CHILD", id.unwrap_or("")), ("DOB", of("DOB"))];
    for block in &element.children {
        if block.name.eq_ignore_ascii_case("HEADER") {
            header(block, &given, blocks, words);
        } else {
            below("CHILD", block, &given, blocks, words);
        }
    }
}

fn header(element: &Element, given: &[(&str, &str)], blocks: &mut Blocks, words: &mut Words) {
    let is_block =
        |it: &&Element| !it.children.is_empty() || BLOCKS.iter().any(|(name, _)| *name == it.name);
    let mut elsewhere = vec!["CHILDID"];
    elsewhere.extend(PARTS.iter().flat_map(|(_, names)| names.iter()));
    let nested: Vec<&Element> = element.children.iter().filter(is_block).collect();
    elsewhere.extend(nested.iter().map(|it| it.name.as_str()));
    blocks.add("Header", element, &given[..1], &elsewhere, words);
    for (table, names) in PARTS {
        let own: Vec<Element> = element
            .children
            .iter()
            .filter(|it| names.contains(&it.name.to_ascii_uppercase().as_str()))
            .cloned()
            .collect();
        // `UASC` says 1 for a child who is one, and 0 or nothing for any other.
        let filled = own.iter().any(|it| {
            let text = it.text.trim();
            let says_no = text == "0" && it.name.eq_ignore_ascii_case("UASC");
            !text.is_empty() && !says_no
        });
        if filled {
            let row = Element {
                name: element.name.clone(),
                line: element.line,
                children: own,
                text: String::new(),
            };
            let cells = [given, &[("SEX", element.text_of("SEX"))]].concat();
            blocks.add(table, &row, &cells, &["UASC"], words);
        }
    }
    for block in nested {
        below(&element.name, block, given, blocks, words);
    }
}

/// A block with a table of its own: by its name, else by what it holds.
fn below(
    above: &str,
    block: &Element,
    given: &[(&str, &str)],
    blocks: &mut Blocks,
    words: &mut Words,
) {
    let named = BLOCKS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(&block.name))
        .map(|(_, table)| *table);
    let Some(table) = named.or_else(|| blocks.table_for(block)) else {
        blocks.unknown(above, block);
        return;
    };
    let place = block.all("PL").map(|it| it.text.trim()).next();
    let mut cells = given.to_vec();
    cells.extend(place.map(|it| ("PLACE", it)));
    blocks.add(table, block, &cells, &["PL"], words);
}

//! What stands behind a paper: every figure's definition and numbers, what is missing, what was set aside, the returns.

use crate::page::Writer;
use waymark_data::Period;
use waymark_report::paper::{Figure, Paper};
use waymark_report::{Cell, Heading, Table};

/// All appendices that have something to say.
pub(crate) fn appendices(paper: &Paper, writer: &mut Writer) {
    figures(paper, writer);
    missing(paper, writer);
    overrides(paper, writer);
    returns(paper, writer);
    acronyms(paper, writer);
}

fn figures(paper: &Paper, writer: &mut Writer) {
    if paper.figures.is_empty() {
        return;
    }
    writer.heading(1, "Appendix: every figure and its definition", true, true);
    let mut measures: Vec<(&Figure, Vec<&Figure>)> = Vec::new();
    for figure in &paper.figures {
        let same = |first: &Figure| {
            first.measure == figure.measure
                && first.definition == figure.definition
                && first.source == figure.source
        };
        match measures.iter_mut().find(|(first, _)| same(first)) {
            Some((_, rest)) => rest.push(figure),
            None => measures.push((figure, vec![figure])),
        }
    }
    for (first, figures) in measures {
        let title = name(first);
        writer.heading(2, title, false, false);
        writer.text(&first.definition);
        writer.text(&format!("Source: {}. Unit: {}.", first.source, first.unit));
        let caption = format!("{title}: figures shown, with their numbers");
        let headings = [
            Heading::words("Figure"),
            Heading::words("Period"),
            Heading::words("Shown as"),
            Heading::numbers("Numerator"),
            Heading::numbers("Denominator"),
            Heading::words("As at"),
            Heading::words("May change"),
        ];
        let mut table = Table::new(caption, headings);
        table.rows = figures.into_iter().map(row).collect();
        writer.table(&table);
    }
}

/// The measure's title without the figure's group.
fn name(figure: &Figure) -> &str {
    let title = figure.title.as_str();
    if figure.group.is_empty() {
        return title;
    }
    (title.strip_suffix(figure.group.as_str()))
        .and_then(|it| it.strip_suffix(": "))
        .filter(|it| !it.is_empty())
        .unwrap_or(title)
}

fn row(figure: &Figure) -> Vec<Cell> {
    let whose = if figure.group.is_empty() {
        "All"
    } else {
        &figure.group
    };
    let days = Period {
        from: figure.from,
        to: figure.to,
    };
    let number = |it: Option<i64>| match it {
        Some(number) => Cell::whole(number),
        None if figure.is_hidden() => Cell::words("c"),
        None => Cell::words("none"),
    };
    let as_at = figure
        .as_at
        .map_or_else(|| Cell::words("not known"), Cell::day);
    let changing = if figure.provisional {
        "Yes: provisional"
    } else {
        "No"
    };
    vec![
        Cell::words(whose),
        Cell::words(days.words()),
        Cell::words(figure.shown.as_str()),
        number(figure.numerator),
        number(figure.denominator),
        as_at,
        Cell::words(changing),
    ]
}

fn missing(paper: &Paper, writer: &mut Writer) {
    if paper.missing.is_empty() {
        return;
    }
    writer.heading(1, "Appendix: measures asked for and not shown", true, false);
    let headings = [
        "Measure",
        "Who asked for it",
        "Why it is not shown",
        "Whether the returns could answer it",
    ];
    let mut table = Table::new(
        "Measures asked for and not shown",
        headings.map(Heading::words),
    );
    table.rows = (paper.missing.iter())
        .map(|it| {
            let reason = if it.reason.trim().is_empty() {
                "No reason was given"
            } else {
                &it.reason
            };
            let known = if it.known { "Yes" } else { "No" };
            vec![
                Cell::words(&it.title),
                Cell::words(&it.asked),
                Cell::words(reason),
                Cell::words(known),
            ]
        })
        .collect();
    writer.table(&table);
}

fn overrides(paper: &Paper, writer: &mut Writer) {
    if paper.overrides.is_empty() {
        return;
    }
    writer.heading(
        1,
        "Appendix: rules of a paper that were set aside",
        true,
        false,
    );
    let headings = ["Rule", "What it is about", "Who decided so", "Why"];
    let mut table = Table::new(
        "Rules of a paper that were set aside",
        headings.map(Heading::words),
    );
    table.rows = (paper.overrides.iter())
        .map(|it| {
            let about = if it.about.is_empty() {
                "The whole paper"
            } else {
                &it.about
            };
            vec![
                Cell::words(&it.rule),
                Cell::words(about),
                Cell::words(&it.by),
                Cell::words(&it.reason),
            ]
        })
        .collect();
    writer.table(&table);
}

fn returns(paper: &Paper, writer: &mut Writer) {
    if paper.cut.is_empty() {
        return;
    }
    writer.heading(
        1,
        "Appendix: the returns the figures come from",
        true,
        false,
    );
    let headings = ["As at", "Fingerprint of the file (SHA-256)"];
    let mut table = Table::new("Returns, the latest first", headings.map(Heading::words));
    table.rows = (paper.cut.iter())
        .map(|it| vec![Cell::day(it.as_at), Cell::words(&it.hash)])
        .collect();
    writer.table(&table);
}

fn acronyms(paper: &Paper, writer: &mut Writer) {
    if paper.acronyms.is_empty() {
        return;
    }
    writer.heading(1, "Appendix: acronyms", true, false);
    let mut table = Table::new(
        "Acronyms and what they stand for",
        ["Acronym", "Words"].map(Heading::words),
    );
    table.rows = (paper.acronyms.iter())
        .map(|(short, long)| vec![Cell::words(short), Cell::words(long)])
        .collect();
    writer.table(&table);
}

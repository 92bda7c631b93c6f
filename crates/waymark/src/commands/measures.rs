//! `waymark measures`: the figures of a return, from its files, without a store.

use crate::config::Config;
use crate::figures_json::{NotRun, Output, case_row, figure_row};
use crate::input;
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::io::Write;
use std::path::PathBuf;
use waymark_data::Day;
use waymark_data::annex_a::{Cut, Data};
use waymark_import::ReturnKind;
use waymark_measures::{
    Basis, By, Figure, Groups, Measure, Outcome, Unit, catalogue, figures, listed,
};
use waymark_report::{Cell, Heading, Mark, Table, Value};

/// What it may be told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The return's files: a workbook, CSVs, a zip, or a folder of them.
    #[arg(value_name = "PATH", required_unless_present = "list")]
    paths: Vec<PathBuf>,
    /// The day whose end the return shows, such as 2018-03-31. It is never guessed from the cells.
    #[arg(long, value_name = "DATE", required_unless_present = "list")]
    as_at: Option<Day>,
    /// How many months the return looks back.
    #[arg(long, value_name = "N", default_value_t = 6, value_parser = clap::value_parser!(u32).range(1..=120))]
    scope_months: u32,
    /// Only this measure: its id, or id/variant. May be given again.
    #[arg(long, value_name = "ID")]
    measure: Vec<String>,
    /// Break figures down: locality, district, team, age_band, sex, ethnicity, disability, or all. May be given again.
    #[arg(long, value_name = "BREAKDOWN")]
    by: Vec<String>,
    /// The rows behind the figures too.
    #[arg(long)]
    cases: bool,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The council's areas, populations and limits.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Name every measure, and stop.
    #[arg(long)]
    list: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Csv,
}

/// Runs it.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let out = &mut std::io::BufWriter::new(std::io::stdout().lock());
    if arguments.list {
        for measure in catalogue::all() {
            writeln!(out, "{:34} {}", measure.name(), measure.title)?;
        }
        return Ok(());
    }
    let wanted = wanted(&arguments.measure)?;
    let by = breakdowns(&arguments.by)?;
    let path = arguments
        .config
        .clone()
        .unwrap_or_else(|| "waymark.toml".into());
    let config = Config::read(&path, arguments.config.is_some())?;
    let settings = config.settings()?;
    let data = read(arguments, &config)?;
    let groups = Groups::of(&data);
    let mut output = Output {
        as_at: data.cut.as_at.to_string(),
        scope_months: data.cut.scope_months,
        figures: Vec::new(),
        cases: Vec::new(),
        not_run: Vec::new(),
    };
    let mut all: Vec<Figure> = Vec::new();
    for measure in wanted {
        match figures(measure, &data, &groups, &settings) {
            Outcome::NotRun(why) => {
                output.not_run.push(NotRun {
                    measure: measure.id,
                    variant: measure.variant,
                    why,
                });
            }
            Outcome::Figures(figures) => {
                all.extend(
                    figures
                        .into_iter()
                        .filter(|it| measure.periods.contains(&it.basis)),
                );
                if arguments.cases {
                    output.cases.extend(
                        listed(measure, &data, &settings)
                            .iter()
                            .map(|it| case_row(measure, it, &data)),
                    );
                }
            }
        }
    }
    output.figures = all
        .iter()
        .map(|it| figure_row(it, &groups, &by, &data))
        .collect();
    match arguments.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &output)?;
            writeln!(out)?;
        }
        Format::Csv => csv(out, &output, arguments.cases)?,
        Format::Text => text(out, &all, &output)?,
    }
    out.flush()?;
    Ok(())
}

fn wanted(names: &[String]) -> Result<Vec<&'static Measure>> {
    if names.is_empty() {
        return Ok(catalogue::all().collect());
    }
    let mut out: Vec<&'static Measure> = Vec::new();
    for name in names {
        let found: Vec<_> = catalogue::all()
            .filter(|it| it.id == name || it.name() == *name)
            .collect();
        if found.is_empty() {
            bail!("there is no measure '{name}'; `waymark measures --list` names them all");
        }
        out.extend(found);
    }
    Ok(out)
}

fn breakdowns(names: &[String]) -> Result<Vec<By>> {
    if names.iter().any(|it| it == "all") {
        return Ok(By::ALL.to_vec());
    }
    names
        .iter()
        .map(|name| {
            By::from_code(name).with_context(|| {
                let known: Vec<&str> = By::ALL.iter().map(|it| it.code()).collect();
                format!(
                    "there is no breakdown '{name}'; expected one of {}, all",
                    known.join(", ")
                )
            })
        })
        .collect()
}

fn read(arguments: &Arguments, config: &Config) -> Result<Data> {
    let files = input::files(&arguments.paths)?;
    let found = waymark_import::read(&files)?;
    if found.kind != ReturnKind::AnnexA {
        bail!(
            "these files are {}; measures are computed from Annex A lists",
            found.kind
        );
    }
    let as_at = arguments
        .as_at
        .context("give the as-at date with --as-at, such as --as-at 2018-03-31")?;
    for note in found.notes.iter().chain(&found.doubts(as_at)) {
        eprintln!("{note}");
    }
    let cut = Cut {
        as_at,
        scope_months: arguments.scope_months,
    };
    Ok(Data::join(
        &found.tables,
        found.words,
        cut,
        &config.areas()?,
    ))
}

/// One row a figure and group, or one row a case. Values have six decimals.
fn csv(out: &mut impl Write, output: &Output, cases: bool) -> Result<()> {
    let headings = |names: &[&str]| {
        names
            .iter()
            .map(|it| Heading::words(*it))
            .collect::<Vec<_>>()
    };
    let words = |text: Option<&str>| Cell::words(text.unwrap_or_default());
    let table = if cases {
        let names = [
            "measure", "variant", "basis", "from", "to", "child", "list", "row", "hit",
        ];
        let mut table = Table::new("Cases", headings(&names));
        table.rows.extend(output.cases.iter().map(|it| {
            vec![
                Cell::words(it.measure),
                words(it.variant),
                Cell::words(it.basis),
                Cell::words(&it.from),
                Cell::words(&it.to),
                Cell::words(&it.child),
                Cell::whole(i64::from(it.list)),
                Cell::whole(i64::from(it.row)),
                Cell::words(it.hit.to_string()),
            ]
        }));
        table
    } else {
        let names = [
            "measure",
            "variant",
            "band",
            "basis",
            "from",
            "to",
            "by",
            "group",
            "numerator",
            "denominator",
            "value",
            "unit",
            "low",
            "high",
            "mature",
        ];
        let mut table = Table::new("Figures", headings(&names));
        let real = |number: Option<f64>| Cell::maybe(number, exact);
        let whole = |number: Option<i64>| Cell::maybe(number, Cell::whole);
        for it in &output.figures {
            let mut row = |by: &str, group: &str, parts: [Cell; 3], interval: [Cell; 2]| {
                let [numerator, denominator, value] = parts;
                let [low, high] = interval;
                table.rows.push(vec![
                    Cell::words(it.measure),
                    words(it.variant),
                    words(it.band),
                    Cell::words(it.basis),
                    Cell::words(&it.from),
                    Cell::words(&it.to),
                    Cell::words(by),
                    Cell::words(group),
                    numerator,
                    denominator,
                    value,
                    Cell::words(it.unit),
                    low,
                    high,
                    Cell::words(it.mature.to_string()),
                ]);
            };
            let all = [whole(it.numerator), whole(it.denominator), real(it.value)];
            row("", "", all, [real(it.low), real(it.high)]);
            for group in &it.groups {
                let parts = [
                    whole(group.numerator),
                    whole(group.denominator),
                    real(group.value),
                ];
                row(
                    group.by,
                    &group.group,
                    parts,
                    [Cell::blank(), Cell::blank()],
                );
            }
        }
        table
    };
    out.write_all(&waymark_report::csv(&table, Mark::None))?;
    Ok(())
}

fn exact(value: f64) -> Cell {
    Cell {
        value: Value::Number { value, places: 6 },
        ..Cell::decimal(value)
    }
}

fn text(out: &mut impl Write, figures: &[Figure], output: &Output) -> Result<()> {
    writeln!(
        out,
        "As at {}, {} months",
        output.as_at, output.scope_months
    )?;
    let mut last = String::new();
    for (figure, row) in figures.iter().zip(&output.figures) {
        let name = figure.measure.name();
        if name != last {
            writeln!(out, "\n{} ({name})", figure.measure.title)?;
            last = name;
        }
        let period = match figure.basis {
            Basis::Rolling12 => format!("12 months to {}", figure.period.to.words()),
            _ => figure.period.words(),
        };
        let band = row.band.map(|it| format!("{it}: ")).unwrap_or_default();
        let open = if row.mature {
            ""
        } else {
            ", follow-up not yet over"
        };
        writeln!(out, "  {period:44} {band}{}{open}", number(figure))?;
        for group in &row.groups {
            let (numerator, denominator) = (group.numerator.unwrap_or(0), group.denominator);
            let of = denominator
                .map(|it| format!(" of {it}"))
                .unwrap_or_default();
            writeln!(out, "      {:40} {numerator}{of}", group.group)?;
        }
    }
    for it in &output.not_run {
        writeln!(out, "\n{} was not computed: {}", it.measure, it.why)?;
    }
    for it in &output.cases {
        let hit = if it.hit { "hit" } else { "miss" };
        writeln!(
            out,
            "  {} {} {}: {} (list {}, row {}) {hit}",
            it.measure, it.from, it.to, it.child, it.list, it.row
        )?;
    }
    Ok(())
}

/// A number with its numbers: "21.0% (96 of 457)".
fn number(figure: &Figure) -> String {
    let parts = figure.parts();
    let (numerator, denominator) = (parts.numerator.unwrap_or(0), parts.denominator.unwrap_or(0));
    match (figure.measure.unit, parts.value) {
        (Unit::Count, _) => format!("{numerator}"),
        (Unit::Net, _) => format!("{numerator:+}"),
        (Unit::Percent | Unit::Share, Some(value)) => {
            format!("{value:.1}% ({numerator} of {denominator})")
        }
        (Unit::Percent | Unit::Share, None) => "no cases".into(),
        (Unit::Rate, Some(value)) => {
            format!("{value:.1} per 10,000 ({numerator} of {denominator} children)")
        }
        (Unit::Rate, None) => format!("{numerator}; no population is configured"),
        (_, Some(value)) => format!("{value:.1} days over {denominator} cases"),
        (_, None) => "no cases".into(),
    }
}

//! `waymark paper`: writes a paper from what the store holds, if it may be issued.

use crate::{paper_templates, place};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::fmt;
use std::path::PathBuf;
use waymark_data::Day;
use waymark_report::paper::lint::{Weight, as_json, as_text, may_issue};
use waymark_web::House;
use waymark_web::papers::{Draft, Format};

/// What it may be told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The paper's name; `list` names them all.
    name: String,
    /// The day it is written: returns and meetings after it are left out. Without it: today.
    #[arg(long, value_name = "DATE")]
    as_at: Option<Day>,
    /// The folder to write its files in; it is made where there is none.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// In which formats.
    #[arg(
        long,
        value_name = "FORMATS",
        value_delimiter = ',',
        default_value = "html,docx,pdf,xlsx,csv"
    )]
    formats: Vec<String>,
    /// How to say what stands against it.
    #[arg(long, value_enum, default_value_t = Findings::Text)]
    format: Findings,
    #[command(flatten)]
    place: crate::Place,
}

/// How findings are said.
#[derive(Clone, Copy, ValueEnum)]
enum Findings {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// A paper that is not written because of what it would say, or because its template has mistakes: the program ends with 1,
/// and with 2 for all else that goes wrong with this command.
#[derive(Debug)]
pub(crate) struct MayNotBeIssued(String);

impl fmt::Display for MayNotBeIssued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for MayNotBeIssued {}

/// Runs it.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let found = place::find(&arguments.place)?;
    if !found.is_there() {
        bail!(
            "there is no store in {}: load a return first, or say where it is with --data DIR",
            found.folder.display()
        );
    }
    let all = paper_templates::read(&found.folder)?;
    if arguments.name == "list" {
        for it in &all.templates {
            println!("{:18} {}", it.name, it.about);
        }
        for mistake in &all.mistakes {
            eprintln!("papers/{mistake}");
        }
        return Ok(());
    }
    let Some(template) = all
        .templates
        .iter()
        .find(|it| it.name == arguments.name)
        .cloned()
    else {
        let file = format!("{}.md", arguments.name);
        let mistakes: Vec<_> = all.mistakes.iter().filter(|it| it.file == file).collect();
        if mistakes.is_empty() {
            bail!(
                "there is no paper called '{}': `waymark paper list` names them all",
                arguments.name
            );
        }
        for mistake in &mistakes {
            eprintln!("papers/{mistake}");
        }
        return Err(MayNotBeIssued(format!(
            "the template of '{}' has mistakes; nothing was written",
            arguments.name
        ))
        .into());
    };
    let formats = formats(&arguments.formats)?;
    let Some(out) = &arguments.out else {
        bail!("say where to write it: --out DIR");
    };
    let mut options = super::serve::options_with(&found, all.templates)?;
    if let Some(day) = arguments.as_at {
        options.today = Some(day);
    }
    let draft = place::runtime()?.block_on(async {
        let house = House::new(found.store().await?, options.clone());
        house
            .reload()
            .await
            .context("the returns could not be read")?;
        let today = house.today();
        if house.county().until(today).cuts.is_empty() {
            bail!(
                "no return as at {} or before is loaded: there is nothing to write from",
                today.words()
            );
        }
        let draft = Draft::unasked(&house, &template)
            .await
            .map_err(|it| anyhow::anyhow!("the paper could not be made: {it:?}"))?;
        house.store().close().await;
        Ok(draft)
    })?;
    if !draft.findings.is_empty() {
        match arguments.format {
            Findings::Json if !may_issue(&draft.findings) => {
                println!("{}", as_json(&draft.findings))
            }
            Findings::Json => eprintln!("{}", as_json(&draft.findings)),
            Findings::Text if !may_issue(&draft.findings) => print!("{}", as_text(&draft.findings)),
            Findings::Text => eprint!("{}", as_text(&draft.findings)),
        }
    }
    if !may_issue(&draft.findings) {
        let against = draft
            .findings
            .iter()
            .filter(|it| it.weight == Weight::Refuses)
            .count();
        return Err(MayNotBeIssued(format!(
            "the paper may not be issued: {against} of its rules are against it; nothing was written"
        ))
        .into());
    }
    std::fs::create_dir_all(out)
        .with_context(|| format!("could not make the folder {}", out.display()))?;
    for format in formats {
        let bytes = options
            .press
            .write(&draft.paper, format)
            .map_err(anyhow::Error::msg)
            .with_context(|| format!("could not write {}", format.title()))?;
        let path = out.join(format!("{}.{}", draft.paper.file_name(), format.ending()));
        std::fs::write(&path, bytes)
            .with_context(|| format!("could not write {}", path.display()))?;
        println!("{}", path.display());
    }
    Ok(())
}

fn formats(words: &[String]) -> Result<Vec<Format>> {
    let expected = || {
        let all: Vec<&str> = Format::ALL.iter().map(|it| it.word()).collect();
        format!("expected some of {}, parted by commas", all.join(", "))
    };
    let wanted: Vec<Format> = words
        .iter()
        .map(|it| it.trim())
        .filter(|it| !it.is_empty())
        .map(|word| {
            Format::of(word).with_context(|| format!("there is no format '{word}'; {}", expected()))
        })
        .collect::<Result<_>>()?;
    if wanted.is_empty() {
        bail!("no format is named; {}", expected());
    }
    Ok(wanted)
}

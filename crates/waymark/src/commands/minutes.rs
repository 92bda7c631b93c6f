//! `waymark minutes`: what a file of minutes says, without a store.

use anyhow::{Context, Result};
use clap::ValueEnum;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};
use waymark_data::Day;
use waymark_programme::minutes::{self, Confidence, Item, Minutes, PieceKind};

/// What it may be told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The minutes: a text, a Word file, a page of a council's site, or an answer of ModernGov's web service; - for text on
    /// standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Runs it.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let (name, bytes) = given(&arguments.file)?;
    let sources = waymark_import::read_minutes(&name, &bytes)?;
    let out = &mut std::io::BufWriter::new(std::io::stdout().lock());
    for source in &sources {
        let it = minutes::read(source);
        match arguments.format {
            Format::Json => {
                serde_json::to_writer_pretty(&mut *out, &it)?;
                writeln!(out)?;
            }
            Format::Text => text(out, &it)?,
        }
    }
    out.flush()?;
    Ok(())
}

/// The file's name and bytes.
fn given(file: &Path) -> Result<(String, Vec<u8>)> {
    if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin()
            .read_to_end(&mut bytes)
            .context("could not read standard input")?;
        return Ok(("the text".to_owned(), bytes));
    }
    let bytes =
        std::fs::read(file).with_context(|| format!("could not read {}", file.display()))?;
    let name = file.file_name().unwrap_or(file.as_os_str());
    Ok((name.to_string_lossy().into_owned(), bytes))
}

/// An outline: the meeting, the people, the items with what was decided and promised, and what was not understood.
fn text(out: &mut impl Write, it: &Minutes) -> Result<()> {
    for meeting in if it.meetings.is_empty() {
        std::slice::from_ref(&it.meeting)
    } else {
        &it.meetings
    } {
        let day = meeting.date.map(Day::words).unwrap_or_default();
        let told = [&meeting.body, &day, &meeting.time, &meeting.place];
        let told: Vec<&str> = told
            .into_iter()
            .map(String::as_str)
            .filter(|it| !it.is_empty())
            .collect();
        if !told.is_empty() {
            writeln!(out, "{}", told.join(", "))?;
        }
    }
    if it.truncated {
        writeln!(out, "The page cuts its text short.")?;
    }
    for note in &it.notes {
        writeln!(out, "Note: {}", note.text)?;
    }
    if !it.people.is_empty() {
        writeln!(out, "\nPeople")?;
    }
    for person in &it.people {
        let role = if person.role.is_empty() {
            String::new()
        } else {
            format!(", {}", person.role)
        };
        writeln!(out, "  {}{role} ({})", person.name, word(&person.status))?;
    }
    for differs in &it.mismatches {
        writeln!(out, "  {}: {}", differs.name, differs.what)?;
    }
    for item in &it.items {
        writeln!(out)?;
        outline(out, item, "")?;
    }
    let unread: Vec<&str> = it
        .pieces
        .iter()
        .filter(|it| it.what == PieceKind::Unread)
        .flat_map(|it| it.text.lines())
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    if !unread.is_empty() {
        writeln!(out, "\nNot understood")?;
    }
    for line in unread {
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

fn outline(out: &mut impl Write, item: &Item, indent: &str) -> Result<()> {
    let number = if item.number.is_empty() {
        String::new()
    } else {
        format!("{} ", item.number)
    };
    let restricted = if item.restricted {
        " (not for the public)"
    } else {
        ""
    };
    writeln!(out, "{indent}{number}{}{restricted}", item.title)?;
    let mut say = |what: &str, text: &str, more: &str| -> Result<()> {
        writeln!(out, "{indent}  {what}: {}{more}", flat(text))?;
        Ok(())
    };
    for it in &item.outcomes {
        say(&word(&it.verb), &it.text, doubt(it.confidence))?;
    }
    for it in &item.actions {
        let owners = if it.owners.is_empty() {
            "nobody named".to_owned()
        } else {
            it.owners.join(", ")
        };
        let due = due(it.due_words.as_deref(), it.due);
        let more = format!(" ({owners}{due}){}", doubt(it.confidence));
        say("action", &it.text, &more)?;
    }
    for it in &item.promises {
        let due = due(it.due_words.as_deref(), it.due);
        say("promised", &it.text, &(due + doubt(it.confidence)))?;
    }
    for it in &item.questions {
        say("asked", &it.text, doubt(it.confidence))?;
    }
    for it in &item.figures {
        let period = it.period_words.as_ref();
        let period = period.map(|it| format!(", {it}")).unwrap_or_default();
        let about = format!("{} ({}{period})", it.words, flat(&it.subject));
        say("figure", &about, "")?;
    }
    for it in &item.recurrences {
        say(&it.every, &it.text, "")?;
    }
    for it in &item.documents {
        say("document", &it.title, "")?;
    }
    if item.truncated {
        say("cut short", "the page does not give the rest", "")?;
    }
    if item.outcomes.is_empty() && item.actions.is_empty() && item.items.is_empty() {
        writeln!(out, "{indent}  no outcome recorded")?;
    }
    for it in &item.items {
        outline(out, it, &format!("{indent}  "))?;
    }
    Ok(())
}

fn due(words: Option<&str>, day: Option<Day>) -> String {
    match (words, day) {
        (Some(words), Some(day)) => format!(", {}: {}", by(words), day.words()),
        (Some(words), None) => format!(", {}", by(words)),
        (None, Some(day)) => format!(", by {}", day.words()),
        (None, None) => String::new(),
    }
}

/// Words of a due day as they follow what is due: "by" stands before them unless they say how they are meant themselves.
fn by(words: &str) -> String {
    const OWN: [&str; 13] = [
        "by", "before", "within", "at", "in", "for", "on", "until", "from", "after", "during",
        "as", "no",
    ];
    let first = words.split_whitespace().next().unwrap_or_default();
    if OWN.contains(&first.to_lowercase().as_str()) {
        words.to_owned()
    } else {
        format!("by {words}")
    }
}

/// What is not certain is said to be so.
fn doubt(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "",
        Confidence::Probable => " [probable]",
        Confidence::Suggested => " [suggested]",
    }
}

/// The word that JSON has for it.
fn word(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_is_said_once() {
        assert_eq!(due(Some("by 28 June"), None), ", by 28 June");
        assert_eq!(due(Some("28 June"), None), ", by 28 June");
        assert_eq!(due(Some("within two weeks"), None), ", within two weeks");
        assert_eq!(due(None, None), "");
    }
}

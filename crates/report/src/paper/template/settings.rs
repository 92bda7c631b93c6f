//! The settings at the top of a template.

use super::Template;
use super::plain::{Wrong, plain};
use crate::audience::Audience;
use toml::Value;
use waymark_programme::kind::Holds;
use waymark_programme::kinds::BODY;

const EXPECTED: &str =
    "title and audience, and if wanted about, body, data_days and meeting, as key = \"value\"";

/// Reads the settings, which begin in line 2, into a template without sections; what is wrong with them goes to `tell`.
pub(super) fn settings(name: &str, text: &str, tell: &mut dyn FnMut(usize, Wrong)) -> Template {
    let mut template = Template {
        name: name.to_owned(),
        title: String::new(),
        about: String::new(),
        audience: Audience::Board,
        body: String::new(),
        data_days: None,
        meeting: true,
        sections: Vec::new(),
    };
    let table: toml::Table = match toml::from_str(text) {
        Ok(table) => table,
        Err(error) => {
            let before = error.span().map_or(0, |span| span.start);
            let line = text.get(..before).map_or(0, |it| it.matches('\n').count()) + 2;
            tell(line, (error.message().to_owned(), EXPECTED.to_owned()));
            return template;
        }
    };
    for key in ["title", "audience"] {
        if !table.contains_key(key) {
            tell(2, (format!("{key} is missing"), EXPECTED.to_owned()));
        }
    }
    for (key, value) in &table {
        if let Err(wrong) = take(&mut template, key, value) {
            tell(line_of(text, key), wrong);
        }
    }
    template
}

fn take(template: &mut Template, key: &str, value: &Value) -> Result<(), Wrong> {
    let not = |expected: &str| (format!("{key} is {value}"), expected.to_owned());
    let words = || {
        value
            .as_str()
            .ok_or_else(|| not("words between quotation marks"))
    };
    match key {
        "title" => {
            let title = plain(words()?)?;
            if title.trim().is_empty() {
                return Err(("the title is empty".to_owned(), "a title".to_owned()));
            }
            template.title = title;
        }
        "about" => words()?.clone_into(&mut template.about),
        "audience" => {
            template.audience = match value.as_str() {
                Some("board") => Audience::Board,
                Some("public") => Audience::Public,
                _ => return Err(not("\"board\" or \"public\"")),
            }
        }
        "body" => {
            let word = words()?;
            if !word.is_empty() && !sorts().any(|it| it == word) {
                let all: Vec<String> = sorts().map(|it| format!("\"{it}\"")).collect();
                let expected = format!("one of {}, or nothing: for any", all.join(", "));
                return Err(not(&expected));
            }
            word.clone_into(&mut template.body);
        }
        "data_days" => {
            let days = value.as_integer().and_then(|it| u32::try_from(it).ok());
            template.data_days = Some(
                days.filter(|it| *it > 0)
                    .ok_or_else(|| not("a number of days"))?,
            );
        }
        "meeting" => template.meeting = value.as_bool().ok_or_else(|| not("true or false"))?,
        _ => return Err((format!("there is no setting '{key}'"), EXPECTED.to_owned())),
    }
    Ok(())
}

/// What sorts of bodies there are.
fn sorts() -> impl Iterator<Item = &'static str> {
    let all = match BODY.field("sort").map(|it| it.holds) {
        Some(Holds::Choice(all)) => all,
        _ => &[],
    };
    all.iter().map(|it| it.0)
}

/// The line of the file that a setting stands in.
fn line_of(text: &str, key: &str) -> usize {
    let is_it = |line: &str| {
        let after = line.trim_start().strip_prefix(key);
        after.is_some_and(|it| it.trim_start().starts_with('='))
    };
    text.lines().position(is_it).map_or(2, |it| it + 2)
}

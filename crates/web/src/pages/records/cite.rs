//! How a record is named on a page: its reference and title as a link, its state as a tag.

use std::fmt::Write as _;
use waymark_govuk::{Content, Html, SelectOption, Tag, TagColour};
use waymark_programme::kind::{State, Tone};
use waymark_programme::{Asker, Record};

/// "ACT-31 Write to every school", as a link to its page.
#[must_use]
pub(crate) fn link(record: &Record) -> Html {
    Html::new(format!(
        r#"<a class="govuk-link" href="{}">{} <bdi>{}</bdi></a>"#,
        record.path(),
        record.reference(),
        text(record.title())
    ))
}

/// The same for this person; of a record they may not read, that there is one and no more.
#[must_use]
pub(crate) fn link_for(asker: &Asker<'_>, record: &Record) -> Html {
    if !asker.may_read(record) {
        return Html::new("a record you may not read");
    }
    let mut out = link(record);
    if record.deleted {
        let _ = write!(out.0, " (deleted)");
    }
    out
}

/// Only the title, as a link: where the reference stands in a column of its own.
#[must_use]
pub(crate) fn titled(record: &Record) -> Html {
    Html::new(format!(
        r#"<a class="govuk-link" href="{}"><bdi>{}</bdi></a>"#,
        record.path(),
        text(record.title())
    ))
}

/// As a choice in a list: "M-3 Improvement Board, 24 April 2018", shortened to what a choice can show.
#[must_use]
pub(crate) fn option(record: &Record) -> SelectOption {
    SelectOption::new(
        record.id.to_string(),
        format!("{} {}", record.reference(), shortened(record.title(), 90)),
    )
}

/// A state as a tag: its words, and a colour that helps.
#[must_use]
pub(crate) fn state(state: &State) -> Tag {
    tag(state.title, state.tone)
}

/// Words as a tag of this tone.
#[must_use]
pub(crate) fn tag(words: &str, tone: Tone) -> Tag {
    let colour = match tone {
        Tone::Plain => TagColour::Grey,
        Tone::Fresh => TagColour::Blue,
        Tone::Busy => TagColour::Teal,
        Tone::Waiting => TagColour::Yellow,
        Tone::Bad => TagColour::Red,
        Tone::Good => TagColour::Green,
    };
    Tag::new(words).colour(colour)
}

/// What stands for a title that is empty or erased is its kind's word.
#[must_use]
pub(crate) fn name(record: &Record) -> String {
    if record.title().trim().is_empty() {
        record.reference()
    } else {
        record.title().to_owned()
    }
}

/// A state in words.
#[must_use]
pub(crate) fn name_of(state: &State) -> String {
    state.title.to_owned()
}

/// A text cut to this many characters, with dots where something is left out.
#[must_use]
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut out: String = text.chars().take(most.saturating_sub(1)).collect();
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

/// A text, escaped.
#[must_use]
pub(crate) fn text(text: &str) -> Html {
    Html::of(&Content::from(text))
}

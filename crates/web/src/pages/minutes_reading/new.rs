//! Where minutes are pasted or their file is chosen.

use crate::page::{Page, Section};
use crate::user::{RunsMeetings, User};
use askama::Template;
use waymark_govuk::{Button, ErrorLink, ErrorSummary, FileUpload, Label, Textarea};

#[derive(Template)]
#[template(path = "pages/minutes_reading/new.html")]
pub(super) struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    pasted: Textarea,
    file: FileUpload,
    submit: Button,
}

pub(super) async fn show(RunsMeetings(user): RunsMeetings) -> Page<Form> {
    form(&user, None)
}

/// The form, with what was wrong with it: the control, and the words.
pub(super) fn form(user: &User, mistake: Option<(&str, &str)>) -> Page<Form> {
    let wrong = |control: &str| {
        let found = mistake.filter(|(which, _)| *which == control);
        found.map_or("", |(_, words)| words).to_owned()
    };
    let view = Form {
        mistakes: mistake.map(|(control, words)| {
            ErrorSummary::new(vec![ErrorLink::new(words.to_owned(), control)])
        }),
        csrf: user.csrf.clone(),
        file: FileUpload::new(
            "file",
            Label::new("The file of the minutes").classes("govuk-label--m"),
        )
        .hint("A Word file (.docx), a text file, a page saved from a council’s site, or an answer of ModernGov’s web service (XML)")
        .error(wrong("file"))
        .accept(".docx,.txt,.html,.htm,.xml"),
        pasted: Textarea::new(
            "pasted",
            Label::new("Or the text of the minutes").classes("govuk-label--m"),
        )
        .hint("Copy it from the page or the paper and paste it here")
        .rows(12u16)
        .error(wrong("pasted")),
        submit: Button::new("Read the minutes"),
    };
    let page = Page::new("Read minutes that exist", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .without_data_age();
    if mistake.is_none() {
        page
    } else {
        page.with_mistakes()
    }
}

//! The pages of a partner's link: the request, thanks, and what is said when the link opens nothing.

use super::answer::{Answer, Choice};
use super::comments::{Comments, Paragraph, Section};
use super::decided::decided;
use super::form_secret;
use crate::clock::moment_words;
use crate::house::House;
use crate::page::Page;
use askama::Template;
use axum::http::StatusCode;
use waymark_data::Day;
use waymark_govuk::{Button, DateInput, ErrorLink, ErrorSummary, Fieldset, FileUpload, Textarea};
use waymark_programme::{Record, Records};
use waymark_store::Ask;

/// The request.
#[derive(Template)]
#[template(path = "pages/asked/ask.html")]
pub(super) struct Request {
    mistakes: Option<ErrorSummary>,
    to: String,
    secret: String,
    name: String,
    council: String,
    title: String,
    why: String,
    decided: String,
    due: String,
    late: bool,
    takes_on: Option<Button>,
    open: Choice,
    evidence: Textarea,
    file: FileUpload,
    done: Button,
    date: DateInput,
    why_date: Textarea,
    propose: Button,
    question: Textarea,
    ask: Button,
    contact: String,
    until: String,
}

impl Request {
    fn shows(&self, choice: Choice) -> bool {
        self.open == choice
    }
}

/// Sentences and nothing else.
#[derive(Template)]
#[template(path = "pages/asked/said.html")]
pub(super) struct Said {
    title: &'static str,
    sentences: Vec<String>,
    /// The form that asks for another link: where to, and its secret.
    again: Option<(String, String, Button)>,
}

/// The request, with what was typed and what is wrong.
pub(super) fn ask(
    house: &House,
    records: &Records,
    ask: &Ask,
    token: &str,
    action: &Record,
    typed: &Answer,
    mistakes: &[(&'static str, &'static str)],
) -> Page<Request> {
    let wrong = |control: &str| {
        let found = mistakes.iter().find(|(it, _)| *it == control);
        found.map_or("", |(_, words)| *words)
    };
    let mail = &house.options().mail;
    let due = records.due(action);
    let view = Request {
        mistakes: (!mistakes.is_empty()).then(|| {
            let links = mistakes
                .iter()
                .map(|(control, words)| ErrorLink::new(*words, control));
            ErrorSummary::new(links.collect::<Vec<_>>())
        }),
        to: format!("/asked/{token}"),
        secret: form_secret(token),
        name: ask.to_name.clone(),
        council: house.options().name.clone(),
        title: action.title().to_owned(),
        why: action.text("why").to_owned(),
        decided: decided(records, action),
        due: due.map_or_else(|| action.text("due_words").to_owned(), Day::words),
        late: records.days_over(action, house.today()).is_some(),
        takes_on: (action.state.word == "open").then(|| {
            Button::new("I accept it")
                .name("answer")
                .value("accept")
                .prevent_double_click(true)
        }),
        open: typed.choice,
        evidence: Textarea::new("evidence", "What was done, and when?")
            .hint("Never a child’s name")
            .value(typed.evidence.as_str())
            .error(wrong("evidence")),
        file: FileUpload::new("file", "Add a file (optional)")
            .hint("A PDF, an office document, a picture, CSV or text, 10 MB or less")
            .error(wrong("file")),
        done: Button::new("Send: it is done").prevent_double_click(true),
        date: DateInput::new("date", Fieldset::new("Which date do you propose?"))
            .hint("For example, 31 3 2018")
            .values(&typed.date[0], &typed.date[1], &typed.date[2])
            .error(wrong("date-day")),
        why_date: Textarea::new("why", "Why?")
            .value(typed.why.as_str())
            .error(wrong("why")),
        propose: Button::new("Propose this date").prevent_double_click(true),
        question: Textarea::new("question", "What do you want to know?")
            .hint("300 characters or fewer")
            .value(typed.question.as_str())
            .rows(3_u16)
            .error(wrong("question")),
        ask: Button::new("Send the question").prevent_double_click(true),
        contact: mail.contact.clone(),
        until: moment_words(ask.expires),
    };
    plain("A request to you", view)
}

/// Paragraphs of the self-assessment, with what was typed and what is wrong.
#[derive(Template)]
#[template(path = "pages/asked/comments.html")]
pub(super) struct ForComments {
    mistakes: Option<ErrorSummary>,
    to: String,
    secret: String,
    name: String,
    council: String,
    title: String,
    paragraphs: Vec<Paragraph>,
    send: Button,
    contact: String,
    until: String,
}

/// The paragraphs somebody is asked about, each with its box.
pub(super) fn comments(
    house: &House,
    ask: &Ask,
    token: &str,
    section: &Section<'_>,
    typed: &Comments,
) -> Page<ForComments> {
    let view = ForComments {
        mistakes: typed.summary(),
        to: format!("/asked/{token}"),
        secret: form_secret(token),
        name: ask.to_name.clone(),
        council: house.options().name.clone(),
        title: section.assessment.title().to_owned(),
        paragraphs: typed.paragraphs(section),
        send: Button::new("Send your comments").prevent_double_click(true),
        contact: house.options().mail.contact.clone(),
        until: moment_words(ask.expires),
    };
    plain("A request to you", view)
}

fn plain<T: Template>(title: &str, view: T) -> Page<T> {
    Page::new(title, view).outside().without_data_age()
}

fn said(title: &'static str, sentences: Vec<String>) -> Page<Said> {
    plain(
        title,
        Said {
            title,
            sentences,
            again: None,
        },
    )
}

/// Thanks, and another link if they want to say more.
pub(super) fn thanks(house: &House, token: &str, what: &str) -> Page<Said> {
    let title = "Thank you";
    let mails = house.options().mail.can_send();
    let mut sentences = vec![
        what.to_owned(),
        "The link you came by is used up.".to_owned(),
    ];
    if !mails {
        sentences.push(format!(
            "To say more later, ask {} for another link.",
            house.options().mail.contact
        ));
    }
    let again = mails.then(|| {
        (
            format!("/asked/{token}/again"),
            form_secret(token),
            Button::new("Send me another link")
                .secondary()
                .prevent_double_click(true),
        )
    });
    plain(
        title,
        Said {
            title,
            sentences,
            again,
        },
    )
}

/// One page for every link that opens nothing, whatever the reason.
pub(super) fn dead(house: &House) -> Page<Said> {
    let sentences = vec![
        "It may have been answered already, replaced by a newer one, or have ended; or part of the address is missing. Copy all of it from the letter and try again.".to_owned(),
        format!("If you still have something to say, turn to {} for a new link.", house.options().mail.contact),
        "Nothing you sent before is lost.".to_owned(),
    ];
    said("This link cannot be used", sentences).status(StatusCode::NOT_FOUND)
}

/// Too many dead links from one address.
pub(super) fn wait(house: &House) -> Page<Said> {
    let sentences = vec![
        "From where you are, too many links were tried that open nothing. Wait 15 minutes and try again.".to_owned(),
        format!("Or turn to {}.", house.options().mail.contact),
    ];
    said("Please wait", sentences).status(StatusCode::TOO_MANY_REQUESTS)
}

/// The action was closed since.
pub(super) fn over(house: &House) -> Page<Said> {
    let sentences = vec![
        "What was asked of you has been closed since, so no answer is needed.".to_owned(),
        format!(
            "If you think that is wrong, turn to {}.",
            house.options().mail.contact
        ),
    ];
    said("Nothing more is needed", sentences)
}

/// Another link is on its way.
pub(super) fn coming(house: &House) -> Page<Said> {
    let sentences = vec![
        "It goes to the address that the first one went to, and can be answered once.".to_owned(),
        format!(
            "If it has not come within the hour, turn to {}.",
            house.options().mail.contact
        ),
    ];
    said("Another link is on its way", sentences)
}

/// Another link could not be sent.
pub(super) fn not_again(house: &House) -> Page<Said> {
    let sentences = vec![
        "Your answer is kept. Another link could not be sent now.".to_owned(),
        format!("Turn to {} for one.", house.options().mail.contact),
    ];
    said("Another link could not be sent", sentences)
}

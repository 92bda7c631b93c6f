//! Sending an issued paper to its committee: to whom, who has it, and by hand where no mail server is set up.

use super::show::encoded;
use super::{may_see, own, path};
use crate::clock::moment_words;
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::papers::delivery::{self, Reader, Whom};
use crate::papers::{committee_of, sent_words};
use crate::problem::Problem;
use crate::user::{Audience, User, WritesPapers};
use crate::words::counted;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_govuk::{Cell, Input, Table};
use waymark_programme::Record;

#[derive(Template)]
#[template(path = "pages/papers/send.html")]
struct Send {
    title: String,
    committee: String,
    csrf: String,
    path: String,
    read: u32,
    sent: String,
    /// Empty: it is published first.
    address: Option<Input>,
    for_board: bool,
    mails: bool,
    /// How many it has not reached and can.
    rest: String,
    any_rest: bool,
    any_sent: bool,
    mailto: String,
    addresses: Vec<String>,
    table: Option<Table>,
}

/// The paper's record and whom it is for; only of one that was issued.
async fn issued(house: &House, user: &User, record: &Record) -> Result<Audience, Problem> {
    let issued = house.issued(record).await?.ok_or(Problem::NotFound)?;
    may_see(user, issued.paper.audience)?;
    Ok(issued.paper.audience)
}

pub(super) async fn show(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let record = own(&records, &user, &number)?;
    let audience = issued(&house, &user, record).await?;
    let body = committee_of(&records, record).ok_or(Problem::NotFound)?;
    let committee = delivery::committee(&house, &records, record, audience).await?;
    let address = delivery::address(&house, record, audience);
    let reached: Vec<&Reader> = committee
        .iter()
        .filter(|it| it.unreached.is_empty())
        .collect();
    let rest = reached.iter().filter(|it| !it.has_it()).count();
    let addresses: Vec<String> = reached.iter().map(|it| it.email.clone()).collect();
    let rows: Vec<Vec<Cell>> = committee
        .iter()
        .map(|it| {
            vec![
                Cell::new(it.name.as_str()),
                Cell::new(it.email.as_str()),
                Cell::new(state(it)),
            ]
        })
        .collect();
    let title = record.title().to_owned();
    let view = Send {
        committee: body.title().to_owned(),
        csrf: user.csrf.clone(),
        path: path(record, ""),
        read: record.version,
        sent: sent_words(record),
        for_board: audience == Audience::Board,
        mails: house.options().mail.can_send(),
        rest: counted(rest, "member", "members"),
        any_rest: rest > 0,
        any_sent: !record.text("sent_on").is_empty(),
        mailto: address.as_ref().map_or_else(String::new, |it| {
            mailto(&addresses, &house.options().service, &title, it)
        }),
        address: address.map(|it| Input::new("address", "The link").value(it)),
        addresses,
        table: (!rows.is_empty()).then(|| {
            Table::new("The committee")
                .head(["Name", "E-mail", "This paper"].map(Cell::new))
                .rows(rows)
        }),
        title: title.clone(),
    };
    Ok(Page::new("Send to the committee", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under("Papers", "/papers")
        .under(title, path(record, ""))
        .without_data_age()
        .into_response())
}

/// Whether a member has it, and why not.
fn state(it: &Reader) -> String {
    match &it.letter {
        Some(letter) => match (letter.sent, &letter.failed) {
            (Some(sent), _) => format!("Sent on {}", moment_words(sent)),
            (None, Some(why)) => format!("Not sent: {why}"),
            (None, None) => "On its way".to_owned(),
        },
        None if it.unreached.is_empty() => "Not sent".to_owned(),
        None => it.unreached.to_owned(),
    }
}

/// An address that opens one's own mail program with the letter written, nobody seeing who else gets it.
fn mailto(to: &[String], service: &str, title: &str, address: &str) -> String {
    let to: Vec<String> = to.iter().map(|it| encoded(it)).collect();
    format!(
        "mailto:?bcc={}&subject={}&body={}",
        to.join(","),
        encoded(&format!("{service}: a paper for you")),
        encoded(&format!("{title}\r\n\r\n{address}\r\n"))
    )
}

pub(super) async fn send(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let record = own(&records, &user, &number)?;
    let audience = issued(&house, &user, record).await?;
    committee_of(&records, record).ok_or(Problem::NotFound)?;
    if delivery::address(&house, record, audience).is_none() {
        return Err(Problem::NotAllowed(
            "Publish the paper first: then anybody on the committee can open it.",
        ));
    }
    let read = fields.get("read").parse().unwrap_or(0);
    let whom = match fields.get("how") {
        "rest" => Whom::Rest,
        "all" => Whom::All,
        "hand" => {
            let committee = delivery::committee(&house, &records, record, audience).await?;
            let all = committee
                .iter()
                .filter(|it| it.unreached.is_empty())
                .count();
            let to = format!("{}, by hand", counted(all, "member", "members"));
            delivery::note(&house, &user, record.id, &to).await?;
            return Ok(back(record, Notice::PaperSent));
        }
        _ => return Err(Problem::NotUnderstood),
    };
    // Pressed on a page that is older than the last sending: what it shows now is shown.
    if read != record.version {
        return Ok(To::page(path(record, "/send")).into_response());
    }
    // Whoever closes the page meanwhile does not stop it half-way.
    let (house, user, id) = (house.clone(), user.clone(), record.id);
    let sending =
        tokio::spawn(async move { delivery::send(&house, &user, id, audience, whom, read).await });
    let went = sending
        .await
        .map_err(|_| Problem::Broken("a paper could not be sent"))??;
    Ok(back(
        record,
        if went > 0 {
            Notice::PaperSent
        } else {
            Notice::PaperNotSent
        },
    ))
}

fn back(record: &Record, notice: Notice) -> Response {
    To::page(path(record, "/send"))
        .saying(notice)
        .into_response()
}

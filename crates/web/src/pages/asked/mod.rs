//! What a partner without an account sees: one action, or paragraphs of the self-assessment to comment on, asked of them
//! through a link that answers once.
//!
//! Opening the link changes nothing that counts, because mail scanners open links too; only an answer uses it up. A link
//! that is forged, answered, revoked or too old gets one and the same page, which says whom to turn to.

mod answer;
mod comments;
mod decided;
mod made;
mod page;
mod posting;
mod revoke;
mod whom;

use crate::caller::Caller;
use crate::forms::Fields;
use crate::house::{House, Options};
use crate::problem::Problem;
use crate::routes::{Method, Routes};
use crate::sent::{self, takes_files};
use answer::Answer;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use waymark_programme::Records;
use waymark_programme::kinds::ACTION;
use waymark_store::{Ask, StoreError, Tried};

pub(crate) use comments::{Comments, Paragraph, Section, judgement_of, offered};
pub(crate) use made::{Made, Shown};
pub(crate) use posting::{for_action, for_comments, send};
pub(crate) use revoke::revoke;
pub(crate) use whom::{Whom, inputs};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/asked/{token}", show)
        .with(Method::Post, "/asked/{token}", takes_files(take))
        .post("/asked/{token}/again", again)
}

/// The address of a link.
pub(crate) fn address(options: &Options, token: &str) -> String {
    format!("{}/asked/{token}", options.address)
}

/// How far back dead links that one address tried count.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// How many it may try: an office shares an address.
const TRIES: u64 = 50;
/// What tries are kept under, beside the address; never the token.
const TRIED: &str = "a partner's link";
/// After answering, how long another link may be asked for from the thanks page.
const AGAIN: SignedDuration = SignedDuration::from_hours(1);

/// What a form of this link must carry: made from the token, so that it needs no cookie, and telling nobody the token.
fn form_secret(token: &str) -> String {
    let digest = Sha256::digest(format!("waymark form of {token}").as_bytes());
    digest.iter().fold(String::new(), |mut out, it| {
        let _ = write!(out, "{it:02x}");
        out
    })
}

/// Whether a link can be a token at all, so that nothing else is looked up.
fn is_token(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|it| it.is_ascii_hexdigit())
}

/// Whether an address has tried too many dead links of late.
pub(crate) async fn too_many(house: &House, address: &str) -> Result<bool, StoreError> {
    if address.is_empty() {
        return Ok(false);
    }
    let since = Timestamp::now() - WINDOW;
    let failures = house
        .store()
        .failures_since(Tried::Address(address), since)
        .await?;
    Ok(failures >= TRIES)
}

/// Notes a link that opens nothing.
pub(crate) async fn note_dead(house: &House, address: &str) -> Result<(), StoreError> {
    house
        .store()
        .record_attempt(TRIED, address, false, Timestamp::now())
        .await
}

/// The link of a token if it can be answered now; otherwise the page that says it cannot, the same for every reason.
async fn live(house: &House, token: &str, address: &str) -> Result<Ask, Response> {
    let broken = |error: StoreError| Problem::from(error).into_response();
    if too_many(house, address).await.map_err(broken)? {
        return Err(page::wait(house).into_response());
    }
    let found = if is_token(token) {
        match house.store().find_ask(token).await {
            Ok(ask) => Some(ask),
            Err(StoreError::NoSuchAsk) => None,
            Err(error) => return Err(broken(error)),
        }
    } else {
        None
    };
    match found.filter(|it| it.is_live(Timestamp::now())) {
        Some(ask) => Ok(ask),
        None => {
            note_dead(house, address).await.map_err(broken)?;
            Err(page::dead(house).into_response())
        }
    }
}

async fn show(
    State(house): State<House>,
    Path(token): Path<String>,
    Caller(address): Caller,
) -> Result<Response, Problem> {
    let ask = match live(&house, &token, &address).await {
        Ok(ask) => ask,
        Err(page) => return Ok(page),
    };
    let records = house.records().await?;
    let page = if let Some(action) = action(&records, &ask) {
        let typed = Answer::default();
        page::ask(&house, &records, &ask, &token, action, &typed, &[]).into_response()
    } else if let Some(section) = Section::of(&records, &ask) {
        page::comments(&house, &ask, &token, &section, &Comments::default()).into_response()
    } else {
        return Ok(page::over(&house).into_response());
    };
    house
        .store()
        .note_ask_opened(ask.id, Timestamp::now())
        .await?;
    Ok(page)
}

/// The action a link is about, if something is still expected of it.
fn action<'a>(records: &'a Records, ask: &Ask) -> Option<&'a waymark_programme::Record> {
    records
        .get(ask.record)
        .filter(|it| it.is(&ACTION) && it.is_open() && !it.erased)
}

/// How often an answer is tried again when somebody writes the action at the same moment: it adds, and overwrites nothing.
const TRIES_TO_KEEP: usize = 5;

async fn take(
    State(house): State<House>,
    Path(token): Path<String>,
    Caller(address): Caller,
    request: Request,
) -> Result<Response, Problem> {
    let ask = match live(&house, &token, &address).await {
        Ok(ask) => ask,
        Err(page) => return Ok(page),
    };
    let sent = sent::read(request, &house, &form_secret(&token)).await?;
    let records = house.records().await?;
    if let Some(section) = Section::of(&records, &ask) {
        return take_comments(&house, &token, &ask, &section, &sent.fields).await;
    }
    let typed = Answer::of(&sent.fields);
    let mut mistakes = typed.mistakes(house.today());
    if let Some(why) = sent.refused {
        mistakes.push(("file", why));
    }
    let Some(mut current) = action(&records, &ask).cloned() else {
        return Ok(page::over(&house).into_response());
    };
    if !mistakes.is_empty() {
        let page = page::ask(&house, &records, &ask, &token, &current, &typed, &mistakes);
        return Ok(page.with_mistakes().into_response());
    }
    let files: Vec<_> = sent
        .files
        .into_iter()
        .filter(|_| typed.brings_files())
        .collect();
    for _ in 0..TRIES_TO_KEEP {
        let changes = typed.changes(&ask, &records, &current, house.today());
        if answer::too_much(&changes) {
            let full = [(
                "evidence",
                "There is no room for more: add a file, or ask for help",
            )];
            let page = page::ask(&house, &records, &ask, &token, &current, &typed, &full);
            return Ok(page.with_mistakes().into_response());
        }
        let new = super::actions::new_files(&current, &files);
        let kept = house
            .store()
            .answer_ask_with_files(
                ask.id,
                &changes,
                new,
                super::actions::FILES,
                Timestamp::now(),
            )
            .await;
        match kept {
            Ok(_) => {
                tracing::info!(link = ask.id, answer = typed.word(), "a partner answered");
                return Ok(page::thanks(&house, &token, typed.thanks()).into_response());
            }
            Err(StoreError::NoSuchAsk) => return Ok(page::dead(&house).into_response()),
            Err(StoreError::Stale(_)) => {
                let records = house.records().await?;
                match action(&records, &ask) {
                    Some(now) => current = now.clone(),
                    None => return Ok(page::over(&house).into_response()),
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(Problem::Store(StoreError::Busy))
}

/// Keeps comments on the paragraphs that were asked about, and uses the link up.
async fn take_comments(
    house: &House,
    token: &str,
    ask: &Ask,
    section: &Section<'_>,
    fields: &Fields,
) -> Result<Response, Problem> {
    let typed = Comments::of(section, fields);
    if !typed.are_right() {
        let page = page::comments(house, ask, token, section, &typed);
        return Ok(page.with_mistakes().into_response());
    }
    let by = answer::by_link(&ask.to_name);
    let changes = typed.changes(section, by, &ask.to_name, house.today());
    let now = Timestamp::now();
    match house.store().answer_ask(ask.id, &changes, now).await {
        Ok(_) => {
            tracing::info!(link = ask.id, answer = "comments", "a partner answered");
            let thanks = "Your comments stand beside the paragraphs. Each is accepted or declined with a reason.";
            Ok(page::thanks(house, token, thanks).into_response())
        }
        Err(StoreError::NoSuchAsk) => Ok(page::dead(house).into_response()),
        Err(error) => Err(error.into()),
    }
}

/// Sends another link to the same address, to whoever has just answered. What is shown does not tell whether one was.
async fn again(
    State(house): State<House>,
    Path(token): Path<String>,
    Caller(address): Caller,
    request: Request,
) -> Result<Response, Problem> {
    if too_many(&house, &address).await? {
        return Ok(page::wait(&house).into_response());
    }
    let found = if is_token(&token) {
        house.store().find_ask(&token).await.ok()
    } else {
        None
    };
    let now = Timestamp::now();
    let just_answered = |it: &Ask| {
        it.revoked.is_none()
            && it
                .used
                .is_some_and(|used| now.duration_since(used) <= AGAIN)
    };
    let Some(ask) = found.filter(just_answered) else {
        note_dead(&house, &address).await?;
        return Ok(page::dead(&house).into_response());
    };
    sent::read(request, &house, &form_secret(&token)).await?;
    let records = house.records().await?;
    let what = if let Some(action) = action(&records, &ask) {
        for_action(action)
    } else if let Some(section) = Section::of(&records, &ask) {
        for_comments(section.claims.len())
    } else {
        return Ok(page::over(&house).into_response());
    };
    // Once for each answered link, however often the button is pressed.
    let once = format!("another link after {}", ask.id);
    let claimed = house
        .store()
        .claim_letter(&ask.to_email, &once, now)
        .await?;
    if let Some(claimed) = claimed {
        let days = i64::from(house.options().mail.link_days);
        let ends = now + SignedDuration::from_hours(24 * days);
        let to = (ask.to_name.as_str(), ask.to_email.as_str());
        let (next, token) = house
            .store()
            .make_ask_about(ask.record, &ask.parts, to, ask.made_by, now, ends)
            .await?;
        let link = self::address(house.options(), token.reveal());
        let sent = send(&house, next, to, &what, &link, ends).await?;
        let failed = sent.err().map(crate::mail::NotSent::words);
        house
            .store()
            .letter_went(claimed, failed, Timestamp::now())
            .await?;
        if failed.is_some() {
            house.store().revoke_ask(next, Timestamp::now()).await?;
            return Ok(page::not_again(&house)
                .status(StatusCode::OK)
                .into_response());
        }
    }
    Ok(page::coming(&house).into_response())
}

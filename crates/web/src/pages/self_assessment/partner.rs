//! What a partner who signs in finds: the paragraphs of the self-assessment that they were asked to comment on.

use crate::forms::Fields;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::Page;
use crate::pages::asked::{Comments, Paragraph, Section};
use crate::problem::Problem;
use crate::user::User;
use askama::Template;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use waymark_govuk::ErrorSummary;
use waymark_programme::Records;
use waymark_programme::check::plausible_email;
use waymark_programme::kinds::MEMBER;
use waymark_programme::owner::{key, serving};
use waymark_store::{Ask, StoreError};

#[derive(Template)]
#[template(path = "pages/self_assessment/partner.html")]
struct Asked {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    all: Vec<One>,
}

/// One request.
struct One {
    number: i64,
    title: String,
    to: String,
    until: String,
    paragraphs: Vec<Paragraph>,
}

/// The requests to this person that can still be answered: by the address of their account, or of the member of their name.
async fn requests(house: &House, user: &User, records: &Records) -> Result<Vec<Ask>, StoreError> {
    let account = house.store().account(user.id).await?;
    let today = house.today();
    let mut known: Vec<String> = records
        .of(&MEMBER)
        .filter(|it| serving(it, today) && key(it.title()) == key(&user.name))
        .map(|it| it.text("email").trim().to_lowercase())
        .collect();
    known.push(account.sign_in_name.to_lowercase());
    known.retain(|it| plausible_email(it));
    let now = Timestamp::now();
    let mut asks = house.store().asks_unanswered().await?;
    asks.retain(|it| it.is_live(now) && known.contains(&it.to_email.to_lowercase()));
    Ok(asks)
}

/// Whether there is anything that this person is asked to comment on.
///
/// # Errors
/// When the store does not answer.
pub(crate) async fn is_asked(house: &House, user: &User) -> Result<bool, StoreError> {
    let records = house.records().await?;
    let asks = requests(house, user, &records).await?;
    Ok(asks.iter().any(|it| Section::of(&records, it).is_some()))
}

pub(super) async fn show(house: &House, user: &User) -> Result<Response, Problem> {
    page(house, user, None).await
}

async fn page(
    house: &House,
    user: &User,
    refused: Option<(i64, Comments)>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let none = Comments::default();
    let mut all = Vec::new();
    for ask in requests(house, user, &records).await? {
        let Some(section) = Section::of(&records, &ask) else {
            continue;
        };
        let typed = match &refused {
            Some((number, typed)) if *number == ask.id => typed,
            _ => &none,
        };
        all.push(One {
            number: ask.id,
            title: section.assessment.title().to_owned(),
            to: super::path(section.assessment, "/comments"),
            until: crate::clock::moment_words(ask.expires),
            paragraphs: typed.paragraphs(&section),
        });
    }
    let view = Asked {
        mistakes: refused.as_ref().and_then(|(_, typed)| typed.summary()),
        csrf: user.csrf.clone(),
        all,
    };
    let page = Page::new("Comment on the self-assessment", view).without_data_age();
    Ok(if refused.is_some() {
        page.with_mistakes().into_response()
    } else {
        page.into_response()
    })
}

/// Keeps the comments of a signed-in partner on what they were asked about. It uses the request up, as its link would.
pub(super) async fn write(
    house: &House,
    user: &User,
    fields: &Fields,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let number: i64 = fields.get("asked").parse().unwrap_or(0);
    let asks = requests(house, user, &records).await?;
    let ask = asks
        .iter()
        .find(|it| it.id == number)
        .ok_or(Problem::NotFound)?;
    let section = Section::of(&records, ask).ok_or(Problem::NotFound)?;
    let typed = Comments::of(&section, fields);
    if !typed.are_right() {
        return page(house, user, Some((number, typed))).await;
    }
    let changes = typed.changes(&section, user.author(), &user.name, house.today());
    let now = Timestamp::now();
    house.store().answer_ask(ask.id, &changes, now).await?;
    tracing::info!(link = ask.id, by = user.id.0, "a partner commented");
    house.records().await?;
    Ok(To::page("/self-assessment")
        .saying(Notice::CommentKept)
        .into_response())
}

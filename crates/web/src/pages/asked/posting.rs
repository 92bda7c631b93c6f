//! Sending a link by e-mail.

use crate::clock::moment_words;
use crate::house::House;
use crate::mail::{self, Letter, NotSent, Part};
use crate::words::counted;
use jiff::Timestamp;
use waymark_programme::Record;
use waymark_store::StoreError;

/// What a letter says is asked, of an action.
pub(crate) fn for_action(action: &Record) -> String {
    format!("asks something of you: {}", mail::one_line(action.title()))
}

/// What a letter says is asked, of paragraphs of the self-assessment: how many, and nothing of them.
pub(crate) fn for_comments(paragraphs: usize) -> String {
    let how_many = counted(paragraphs, "paragraph", "paragraphs");
    format!("asks for your comments on {how_many} of its self-assessment.")
}

/// Sends a link to whom it was made for, and notes whether it went.
pub(crate) async fn send(
    house: &House,
    ask: i64,
    (name, email): (&str, &str),
    what: &str,
    address: &str,
    ends: Timestamp,
) -> Result<Result<(), NotSent>, StoreError> {
    let options = house.options();
    if !options.mail.can_send() {
        return Ok(Err(NotSent::NoServer));
    }
    let to = mail::one_line(&format!("{name} <{email}>"));
    let about = format!("link {ask}");
    let claimed = house
        .store()
        .claim_letter(&to, &about, Timestamp::now())
        .await?;
    let letter = Letter {
        to_name: name.to_owned(),
        to_email: email.to_owned(),
        subject: format!("{}: a request to you", options.service),
        parts: vec![
            Part::Words(format!("Dear {},", mail::one_line(name))),
            Part::Words(format!("{} {what}", options.name)),
            Part::Link {
                words: "Read it and answer here. You need no account and no password:".to_owned(),
                address: address.to_owned(),
            },
            Part::Words(format!(
                "The link can be answered once, until {}, by whoever holds it: do not pass it on. If it is not for you, or you have a question, turn to {}.",
                moment_words(ends),
                options.mail.contact
            )),
        ],
    };
    let sent = mail::send(&options.mail, &letter).await;
    if let Some(claimed) = claimed {
        let failed = sent.err().map(NotSent::words);
        house
            .store()
            .letter_went(claimed, failed, Timestamp::now())
            .await?;
    }
    Ok(sent)
}

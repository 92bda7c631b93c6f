//! Links that were made: how each stands, and one shown, this once, where it could not be sent.

use crate::clock::moment_words;
use crate::mail::NotSent;
use askama::Template;
use jiff::Timestamp;
use waymark_govuk::Input;
use waymark_store::Ask;

/// A link as it stands.
pub(crate) struct Made {
    pub(crate) number: i64,
    pub(crate) to: String,
    pub(crate) when: String,
    pub(crate) state: String,
    pub(crate) live: bool,
}

impl Made {
    /// How it stands at this moment.
    pub(crate) fn of(ask: &Ask, now: Timestamp) -> Self {
        let state = if let Some(used) = ask.used {
            format!("Answered on {}", moment_words(used))
        } else if let Some(revoked) = ask.revoked {
            format!("Revoked on {}", moment_words(revoked))
        } else if !ask.is_live(now) {
            format!("Ended on {}", moment_words(ask.expires))
        } else if let Some(opened) = ask.opened {
            format!(
                "First opened on {}; can be answered until {}",
                moment_words(opened),
                moment_words(ask.expires)
            )
        } else {
            format!(
                "Not opened yet; can be answered until {}",
                moment_words(ask.expires)
            )
        };
        Self {
            number: ask.id,
            to: format!("{}, {}", ask.to_name, ask.to_email),
            when: moment_words(ask.made),
            state,
            live: ask.is_live(now),
        }
    }
}

/// The link itself, shown once, where it could not be sent by e-mail.
#[derive(Template)]
#[template(path = "pages/asked/shown.html")]
pub(crate) struct Shown {
    to: String,
    why: &'static str,
    address: Input,
    until: String,
    path: String,
    back: &'static str,
}

impl Shown {
    /// A link to somebody, why it was not sent, and where the page leads back to.
    pub(crate) fn new(
        to: &str,
        why: NotSent,
        (address, ends): (&str, Timestamp),
        (path, back): (String, &'static str),
    ) -> Self {
        Self {
            to: to.to_owned(),
            why: why.words(),
            address: Input::new("address", "The link").value(address),
            until: moment_words(ends),
            path,
            back,
        }
    }
}

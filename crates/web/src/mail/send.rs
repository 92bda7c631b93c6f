//! Sending a letter to the mail server.

use super::{Letter, Security, Settings};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::fmt;
use std::time::Duration;

/// How long the mail server may take over each step.
const PATIENCE: Duration = Duration::from_secs(20);

/// Why a letter did not go. The words hold no address and nothing the server said, which may quote one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSent {
    /// No mail server is named in the configuration.
    NoServer,
    /// The address is none.
    BadAddress,
    /// The server could not be reached, or stopped answering.
    NoAnswer,
    /// The connection could not be made safe.
    NotSafe,
    /// The server asks to try again later.
    Later,
    /// The server will not take it: a wrong address, or a wrong password.
    Refused,
}

impl NotSent {
    /// In words, for the list of letters.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoServer => "no mail server is set up",
            Self::BadAddress => "the address is not one that mail can be sent to",
            Self::NoAnswer => "the mail server did not answer",
            Self::NotSafe => "the connection to the mail server could not be made safe",
            Self::Later => "the mail server asked to try again later",
            Self::Refused => "the mail server refused it",
        }
    }

    /// Whether trying again could help.
    #[must_use]
    pub const fn passes(self) -> bool {
        matches!(self, Self::NoAnswer | Self::NotSafe | Self::Later)
    }
}

impl fmt::Display for NotSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

impl std::error::Error for NotSent {}

/// Sends a letter.
///
/// # Errors
/// [`NotSent`].
pub async fn send(settings: &Settings, letter: &Letter) -> Result<(), NotSent> {
    if !settings.can_send() {
        return Err(NotSent::NoServer);
    }
    let message = message(settings, letter)?;
    let transport = transport(settings)?;
    let sent = transport.send(message).await;
    sent.map(drop).map_err(|error| {
        if error.is_tls() {
            NotSent::NotSafe
        } else if error.is_permanent() {
            NotSent::Refused
        } else if error.is_transient() {
            NotSent::Later
        } else {
            NotSent::NoAnswer
        }
    })
}

fn transport(settings: &Settings) -> Result<AsyncSmtpTransport<Tokio1Executor>, NotSent> {
    let safe = || TlsParameters::new(settings.server.clone()).map_err(|_| NotSent::NotSafe);
    let tls = match settings.security {
        Security::StartTls => Tls::Required(safe()?),
        Security::Tls => Tls::Wrapper(safe()?),
        Security::None => Tls::None,
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.server)
        .port(settings.port)
        .tls(tls)
        .timeout(Some(PATIENCE));
    if !settings.user.is_empty() {
        builder = builder.credentials(Credentials::new(
            settings.user.clone(),
            settings.password.0.clone(),
        ));
    }
    Ok(builder.build())
}

/// The letter as it goes over the wire. Names are written by people: what could begin another line is taken out, and the
/// rest is coded by the library.
fn message(settings: &Settings, letter: &Letter) -> Result<Message, NotSent> {
    let from: Mailbox = settings.from.parse().map_err(|_| NotSent::BadAddress)?;
    let address: Address = letter
        .to_email
        .trim()
        .parse()
        .map_err(|_| NotSent::BadAddress)?;
    let name = one_line(&letter.to_name);
    let html = letter.html().map_err(|_| NotSent::BadAddress)?;
    let mut message = Message::builder()
        .from(from)
        .to(Mailbox::new(
            Some(name).filter(|it| !it.is_empty()),
            address,
        ))
        .subject(one_line(&letter.subject))
        .message_id(None)
        .multipart(MultiPart::alternative_plain_html(letter.text(), html))
        .map_err(|_| NotSent::BadAddress)?;
    // So that nobody's "out of office" answers a program.
    message.headers_mut().insert_raw(HeaderValue::new(
        HeaderName::new_from_ascii_str("Auto-Submitted"),
        "auto-generated".to_owned(),
    ));
    Ok(message)
}

/// Text that stays on one line, whatever was typed.
pub(crate) fn one_line(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|it| {
            if it.is_control() || matches!(it, '\u{2028}' | '\u{2029}') {
                ' '
            } else {
                it
            }
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").chars().take(200).collect()
}

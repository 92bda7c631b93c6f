//! E-mail: reminders to owners, and links to partners who have no account.
//!
//! A letter says what somebody is asked to do; its subject says nothing of it, and no child's data is ever in one. Letters
//! are claimed in the store before they are sent, so that two nodes send one.

mod digest;
mod letter;
mod owed;
mod remind;
mod send;

pub use letter::{Entry, Letter, Part};
pub use remind::{Came, Reminded, remind};
pub(crate) use send::one_line;
pub use send::{NotSent, send};

use jiff::civil::Weekday;
use std::fmt;

/// How a council's letters go out.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The mail server's name; empty: no letter is sent.
    pub server: String,
    /// Its port.
    pub port: u16,
    /// How the connection is kept from others' eyes.
    pub security: Security,
    /// The name to sign in to it with; empty: it asks for none.
    pub user: String,
    /// The password to it.
    pub password: Password,
    /// The address letters come from.
    pub from: String,
    /// Whom to turn to with questions, as letters and partners' pages say it: "democratic services, 01632 960123".
    pub contact: String,
    /// How many days a partner's link can be answered.
    pub link_days: u16,
    /// How often owners are reminded.
    pub every: Every,
    /// On which day of the week, where they are reminded weekly.
    pub weekday: Weekday,
    /// From which hour of the day on, in England.
    pub hour: i8,
    /// What is due within so many days is named.
    pub within_days: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            server: String::new(),
            port: 587,
            security: Security::StartTls,
            user: String::new(),
            password: Password::default(),
            from: String::new(),
            contact: "democratic services".to_owned(),
            link_days: 14,
            every: Every::Week,
            weekday: Weekday::Monday,
            hour: 7,
            within_days: 7,
        }
    }
}

impl Settings {
    /// Whether letters can be sent at all.
    #[must_use]
    pub fn can_send(&self) -> bool {
        !self.server.is_empty()
    }
}

/// How the connection to the mail server is kept from others' eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// Plain, then TLS before anything is said; refused if the server cannot.
    StartTls,
    /// TLS from the first byte.
    Tls,
    /// Not at all: for a relay on the same machine.
    None,
}

/// How often owners are reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Never by itself; `waymark remind` still does.
    Never,
    /// Once a day.
    Day,
    /// Once a week.
    Week,
}

/// A password. `Debug` does not show it.
#[derive(Clone, Default)]
pub struct Password(
    /// The password itself.
    pub String,
);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

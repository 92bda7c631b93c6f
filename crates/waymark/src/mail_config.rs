//! `[mail]` and `[reminders]` of the configuration.

use anyhow::{Result, bail};
use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};
use waymark_programme::check::plausible_email;
use waymark_web::mail::{Every, Password, Security, Settings};

/// The mail server letters go out through.
#[derive(Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct MailConfig {
    /// Its name; empty: no letter is sent.
    pub server: String,
    /// Its port.
    pub port: u16,
    /// `starttls`, `tls` or `none`.
    pub security: String,
    /// The name to sign in to it with; empty: it asks for none.
    pub user: String,
    /// The password. The environment's `WAYMARK_MAIL_PASSWORD` goes before it.
    pub password: String,
    /// Whom letters come from: "Improvement board <board@wayshire.example>".
    pub from: String,
    /// Whom to turn to with questions, as letters and partners' pages say it.
    pub contact: String,
    /// How many days a partner's link can be answered.
    pub link_days: u16,
}

impl std::fmt::Debug for MailConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailConfig")
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}

impl Default for MailConfig {
    fn default() -> Self {
        Self {
            server: String::new(),
            port: 587,
            security: "starttls".into(),
            user: String::new(),
            password: String::new(),
            from: String::new(),
            contact: "democratic services".into(),
            link_days: 14,
        }
    }
}

/// When owners are reminded.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct RemindersConfig {
    /// `week`, `day` or `never`.
    pub every: String,
    /// The day of the week, where it is weekly.
    pub weekday: String,
    /// From which hour of the day on.
    pub hour: i8,
    /// What is due within so many days is named.
    pub within_days: u16,
}

impl Default for RemindersConfig {
    fn default() -> Self {
        Self {
            every: "week".into(),
            weekday: "monday".into(),
            hour: 7,
            within_days: 7,
        }
    }
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// What the pages are told of letters.
///
/// # Errors
/// When a word is none of those that are known, or letters would have no sender.
pub(crate) fn settings(mail: &MailConfig, reminders: &RemindersConfig) -> Result<Settings> {
    let security = match mail.security.as_str() {
        "starttls" => Security::StartTls,
        "tls" => Security::Tls,
        "none" => Security::None,
        other => bail!("mail.security is '{other}'; expected starttls, tls or none"),
    };
    let every = match reminders.every.as_str() {
        "week" => Every::Week,
        "day" => Every::Day,
        "never" => Every::Never,
        other => bail!("reminders.every is '{other}'; expected week, day or never"),
    };
    let Some((_, weekday)) = WEEKDAYS.iter().find(|(word, _)| *word == reminders.weekday) else {
        bail!(
            "reminders.weekday is '{}'; expected a day of the week, such as monday",
            reminders.weekday
        );
    };
    if !(0..=23).contains(&reminders.hour) {
        bail!(
            "reminders.hour is {}; expected an hour from 0 to 23",
            reminders.hour
        );
    }
    if !(1..=90).contains(&mail.link_days) {
        bail!(
            "mail.link_days is {}; expected 1 to 90 days",
            mail.link_days
        );
    }
    if !mail.server.is_empty() && !plausible_email(address(&mail.from)) {
        bail!(
            "mail.from is '{}'; letters need a sender, such as \"Improvement board <board@wayshire.example>\"",
            mail.from
        );
    }
    if security == Security::None && !mail.user.is_empty() {
        bail!(
            "mail.user is set and mail.security is none: the password would go over the line for anybody to read"
        );
    }
    let password = std::env::var("WAYMARK_MAIL_PASSWORD")
        .ok()
        .filter(|it| !it.is_empty());
    Ok(Settings {
        server: mail.server.clone(),
        port: mail.port,
        security,
        user: mail.user.clone(),
        password: Password(password.unwrap_or_else(|| mail.password.clone())),
        from: mail.from.clone(),
        contact: mail.contact.clone(),
        link_days: mail.link_days,
        every,
        weekday: *weekday,
        hour: reminders.hour,
        within_days: reminders.within_days,
    })
}

/// The address of `Name <address>`, or of an address alone.
fn address(from: &str) -> &str {
    from.rsplit_once('<')
        .and_then(|(_, rest)| rest.strip_suffix('>'))
        .unwrap_or(from)
        .trim()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_send_nothing_and_remind_weekly() {
        let settings = settings(&MailConfig::default(), &RemindersConfig::default()).unwrap();
        assert!(!settings.can_send());
        assert_eq!(
            (settings.every, settings.weekday),
            (Every::Week, Weekday::Monday)
        );
    }

    #[test]
    fn a_password_is_never_shown() {
        let mail = MailConfig {
            password: "hunter2".into(),
            ..MailConfig::default()
        };
        assert!(!format!("{mail:?}").contains("hunter2"));
        let settings = settings(&mail, &RemindersConfig::default()).unwrap();
        assert!(!format!("{settings:?}").contains("hunter2"));
    }
}

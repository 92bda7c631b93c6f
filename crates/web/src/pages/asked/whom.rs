//! Whom a link is made for: the questions of its form, and what is wrong with the answers.

use crate::forms::Fields;
use crate::mail::Settings;
use waymark_govuk::{Input, InputKind};
use waymark_programme::Mistake;
use waymark_programme::check::{LINE, plausible_email};

/// The longest a link may be answered, in days.
const LONGEST: u16 = 90;

/// Whom it goes to, and for how long.
pub(crate) struct Whom {
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) days: u16,
}

impl Whom {
    /// Whom a name, an address and the form's number of days make, or what is wrong with them.
    pub(crate) fn of(name: &str, email: &str, fields: &Fields) -> Result<Self, Vec<Mistake>> {
        let mut mistakes = Vec::new();
        if name.is_empty() {
            mistakes.push(Mistake::new("name", "Enter their name"));
        } else if name.chars().count() > LINE || name.chars().any(char::is_control) {
            mistakes.push(Mistake::new(
                "name",
                "Keep the name to one line of 300 characters",
            ));
        }
        if !plausible_email(email) {
            let words = "Enter an e-mail address, such as name@example.org";
            mistakes.push(Mistake::new("email", words));
        }
        let days = fields.get("days").parse().unwrap_or(0);
        if !(1..=LONGEST).contains(&days) {
            mistakes.push(Mistake::new(
                "days",
                format!("Enter a number of days from 1 to {LONGEST}"),
            ));
        }
        if mistakes.is_empty() {
            Ok(Self {
                name: name.to_owned(),
                email: email.to_owned(),
                days,
            })
        } else {
            Err(mistakes)
        }
    }
}

/// The questions: name, address, days, in their order. `other`: somebody else than those that can be chosen above.
pub(crate) fn inputs(
    settings: &Settings,
    typed: Option<&Fields>,
    mistakes: &[Mistake],
    other: bool,
) -> [Input; 3] {
    let text = |name: &str| typed.map_or("", |it| it.get(name)).to_owned();
    let wrong = |field: &str| {
        let found = mistakes.iter().find(|it| it.field == field);
        found.map_or("", |it| it.words.as_str()).to_owned()
    };
    let either = |plain: &'static str, else_: &'static str| if other { else_ } else { plain };
    let days = text("days");
    [
        Input::new("name", either("Name", "Somebody else’s name"))
            .value(text("name"))
            .error(wrong("name")),
        Input::new(
            "email",
            either("E-mail address", "Somebody else’s e-mail address"),
        )
        .kind(InputKind::Email)
        .spellcheck(Some(false))
        .value(text("email"))
        .error(wrong("email")),
        Input::new("days", "For how many days can it be answered?")
            .inputmode("numeric")
            .classes("govuk-input--width-2")
            .value(if days.is_empty() {
                settings.link_days.to_string()
            } else {
                days
            })
            .error(wrong("days")),
    ]
}

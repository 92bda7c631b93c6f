//! The small forms of the room: each keeps what was typed, and leads from its mistakes to its boxes.

use super::due::WITHOUT_DAY;
use super::{Action, Prediction, Promise, Question, Resolution};
use crate::forms::Fields;
use waymark_govuk::{
    Checkboxes, Choice, ErrorLink, ErrorSummary, Input, Select, SelectOption, Textarea,
};
use waymark_programme::kind::Holds;
use waymark_programme::kinds::{PREDICTION, VERBS};
use waymark_programme::{Mistake, Record};

/// What was typed into one of the forms, and what is wrong with it.
pub(super) struct Asked<'a> {
    /// The form that was sent: its field `what` says which.
    pub(super) typed: Option<&'a Fields>,
    /// About the form that was sent.
    pub(super) wrong: &'a [Mistake],
}

impl<'a> Asked<'a> {
    /// What was typed into a box of this form, if this form was sent.
    pub(super) fn value(&self, what: &str, name: &str) -> &'a str {
        self.typed
            .filter(|it| it.get("what") == what)
            .map_or("", |it| it.get(name))
    }

    /// What is wrong with a box of this form, if this form was sent.
    pub(super) fn wrong(&self, what: &str, name: &str) -> &'a str {
        if self.typed.is_none_or(|it| it.get("what") != what) {
            return "";
        }
        self.wrong
            .iter()
            .find(|it| it.field == name)
            .map_or("", |it| it.words.as_str())
    }

    /// The summary above: each mistake leads to its box.
    pub(super) fn summary(&self) -> Option<ErrorSummary> {
        let what = self.typed.map_or("", |it| it.get("what"));
        let links: Vec<ErrorLink> = self
            .wrong
            .iter()
            .map(|it| match (what, it.field) {
                (_, "") => ErrorLink::default().content(&it.words),
                ("minute" | "defer", field) => ErrorLink::new(&it.words, field),
                ("kept", field) => {
                    let which = self.value("kept", "promise");
                    ErrorLink::new(&it.words, &format!("kept-{which}-{field}"))
                }
                (what, field) => ErrorLink::new(&it.words, &format!("{what}-{field}")),
            })
            .collect();
        (!links.is_empty()).then(|| ErrorSummary::new(links))
    }

    fn line(&self, what: &str, name: &str, label: &str) -> Input {
        Input::new(name, label)
            .id(format!("{what}-{name}"))
            .value(self.value(what, name))
            .error(self.wrong(what, name))
    }

    fn text(&self, what: &str, name: &str, label: &str) -> Textarea {
        Textarea::new(name, label)
            .id(format!("{what}-{name}"))
            .rows(2_u16)
            .value(self.value(what, name))
            .error(self.wrong(what, name))
    }

    /// A tick that keeps due words which give no day: asked where such words were sent, and nowhere else.
    fn without_day(&self, what: &str) -> Option<Checkboxes> {
        let asked = self.value(what, WITHOUT_DAY) == "yes"
            || !self.wrong(what, "due_words").is_empty()
                && !self.value(what, "due_words").is_empty();
        let tick = Choice::new("yes", "Keep the words without a day")
            .hint("It is never overdue then, and nobody is reminded of it");
        asked.then(|| {
            Checkboxes::default()
                .name(WITHOUT_DAY)
                .id_prefix(format!("{what}-{WITHOUT_DAY}"))
                .items(vec![tick])
                .values(vec![self.value(what, WITHOUT_DAY).to_owned()])
                .classes("govuk-checkboxes--small")
        })
    }

    pub(super) fn resolution(&self, meeting: &Record) -> Resolution {
        let mut options = vec![SelectOption::new("", "Choose the verb")];
        if let Holds::Choice(verbs) = VERBS {
            options.extend(
                verbs
                    .iter()
                    .map(|(word, words)| SelectOption::new(*word, *words)),
            );
        }
        let body = match meeting.text("body") {
            "" => "the meeting",
            body => body,
        };
        Resolution {
            verb: Select::new("verb", format!("Resolved: {body}"), options)
                .id("resolution-verb")
                .value(self.value("resolution", "verb"))
                .error(self.wrong("resolution", "verb")),
            text: self
                .text("resolution", "text", "What")
                .hint("What follows the verb: the report presented"),
            to: self
                .line("resolution", "to", "Referred or delegated to (optional)")
                .classes("govuk-input--width-20"),
        }
    }

    pub(super) fn action(&self) -> Action {
        Action {
            text: self.text("action", "text", "What is to be done"),
            owners: self
                .line("action", "owners", "Who does it")
                .hint("People, roles or bodies, with commas between"),
            due: self
                .line("action", "due_words", "By when (optional)")
                .hint(
                    "A date, “end of May”, “in two weeks”, “September meeting”, “the next meeting”",
                )
                .classes("govuk-input--width-20"),
            without_day: self.without_day("action"),
        }
    }

    pub(super) fn question(&self) -> Question {
        Question {
            text: self.text("question", "text", "The question"),
            asked_by: self
                .line("question", "asked_by", "Asked by (optional)")
                .classes("govuk-input--width-20"),
            answer: self.text(
                "question",
                "answer",
                "The answer, if it was given (optional)",
            ),
            answered_by: self
                .line("question", "answered_by", "Answered by (optional)")
                .classes("govuk-input--width-20"),
        }
    }

    pub(super) fn promise(&self) -> Promise {
        Promise {
            text: self
                .text("promise", "text", "What was promised")
                .hint("For example: a further update on the Social Worker Academy"),
            said_by: self
                .line("promise", "said_by", "Who promised it (optional)")
                .classes("govuk-input--width-20"),
            due: self
                .line("promise", "due_words", "For when")
                .hint("“November meeting”, “the next meeting”, a date")
                .classes("govuk-input--width-20"),
            without_day: self.without_day("promise"),
        }
    }

    pub(super) fn prediction(&self) -> Prediction {
        let mut ways = vec![SelectOption::new("", "It is not said")];
        if let Some(Holds::Choice(all)) = PREDICTION.field("direction").map(|it| it.holds) {
            ways.extend(
                all.iter()
                    .map(|(word, words)| SelectOption::new(*word, *words)),
            );
        }
        Prediction {
            text: self
                .text("prediction", "text", "What is expected")
                .hint("For example: the number of police referrals will rise until June"),
            said_by: self
                .line("prediction", "said_by", "Who expects it (optional)")
                .classes("govuk-input--width-20"),
            due: self
                .line("prediction", "due_words", "By when")
                .hint("A date, “June meeting”, “the next meeting”: then it is looked at again")
                .classes("govuk-input--width-20"),
            measure: crate::pages::meetings::items::measures(
                "measure",
                "Of which measure? (optional)",
            )
            .id("prediction-measure")
            .value(self.value("prediction", "measure")),
            direction: Select::new("direction", "What the measure is expected to do", ways)
                .id("prediction-direction")
                .value(self.value("prediction", "direction")),
        }
    }
}

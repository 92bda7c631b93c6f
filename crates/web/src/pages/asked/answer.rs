//! A partner's answer: what they chose and typed, what is wrong with it, what it changes.

use crate::forms::Fields;
use crate::pages::actions::{edit, proposing, typed_day};
use waymark_data::Day;
use waymark_programme::accepting::accept;
use waymark_programme::check::{LINE, TEXT};
use waymark_programme::kinds::QUESTION;
use waymark_programme::link::ABOUT;
use waymark_programme::owner::Person;
use waymark_programme::{Author, Change, Changes, Record, Records, Values};
use waymark_store::Ask;

/// The longest evidence or reason, in characters.
const LONGEST: usize = 10_000;

/// What they want to say.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Choice {
    /// Nothing that is understood.
    #[default]
    None,
    /// They take it on.
    Accept,
    /// It is done; the evidence.
    Done,
    /// Another date, and why.
    Date,
    /// A question.
    Question,
}

/// What was sent.
#[derive(Default)]
pub(super) struct Answer {
    pub(super) choice: Choice,
    pub(super) evidence: String,
    /// Day, month, year, as typed.
    pub(super) date: [String; 3],
    pub(super) why: String,
    pub(super) question: String,
}

/// Whether the evidence would outgrow what the record may hold.
pub(super) fn too_much(changes: &Changes) -> bool {
    changes.list.iter().any(|it| {
        matches!(it, Change::Edit { values, .. } if values.text("evidence").chars().count() > TEXT)
    })
}

/// Who answers through a link, in the history of what they write.
pub(super) fn by_link(name: &str) -> Author {
    let name: String = name.chars().take(250).collect();
    Author {
        account: None,
        name: format!("{name} (by link)"),
    }
}

impl Answer {
    pub(super) fn of(fields: &Fields) -> Self {
        // What cannot be shown is left out: somebody pasted it from a document.
        let text = |name: &str| {
            let text = fields.get(name).replace("\r\n", "\n");
            let shown = text
                .chars()
                .filter(|it| !it.is_control() || matches!(it, '\n' | '\t'));
            shown.collect::<String>()
        };
        Self {
            choice: match fields.get("answer") {
                "accept" => Choice::Accept,
                "done" => Choice::Done,
                "date" => Choice::Date,
                "question" => Choice::Question,
                _ => Choice::None,
            },
            evidence: text("evidence"),
            date: ["date-day", "date-month", "date-year"].map(|it| fields.get(it).to_owned()),
            why: text("why"),
            question: text("question")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        }
    }

    /// For the log: which answer, never what it says.
    pub(super) const fn word(&self) -> &'static str {
        match self.choice {
            Choice::None => "none",
            Choice::Accept => "accept",
            Choice::Done => "done",
            Choice::Date => "date",
            Choice::Question => "question",
        }
    }

    /// What becomes of it, for the page of thanks.
    pub(super) const fn thanks(&self) -> &'static str {
        match self.choice {
            Choice::Accept => "The board knows that you have taken it on.",
            Choice::Done => "A meeting of the board looks at your evidence and confirms it.",
            Choice::Date => "The board decides about the date. Until then the one it has stands.",
            Choice::Question | Choice::None => "Somebody will answer you.",
        }
    }

    /// Whether files belong to it.
    pub(super) fn brings_files(&self) -> bool {
        self.choice == Choice::Done
    }

    /// What is wrong: the control, and what to do.
    pub(super) fn mistakes(&self, today: Day) -> Vec<(&'static str, &'static str)> {
        let mut found = Vec::new();
        let mut must = |bad: bool, control: &'static str, words: &'static str| {
            if bad {
                found.push((control, words));
            }
        };
        let long = |text: &str, most: usize| text.chars().count() > most;
        match self.choice {
            Choice::None => must(true, "answers", "Choose one of the answers"),
            Choice::Accept => {}
            Choice::Done => {
                must(
                    self.evidence.is_empty(),
                    "evidence",
                    "Write what was done and when",
                );
                must(
                    long(&self.evidence, LONGEST),
                    "evidence",
                    "Shorten it to 10,000 characters",
                );
            }
            Choice::Date => {
                let day = typed_day(&self.date);
                must(
                    day.is_none(),
                    "date-day",
                    "Write a real day, such as 31 3 2018",
                );
                must(
                    day.is_some_and(|it| it < today),
                    "date-day",
                    "Write a day that is not past",
                );
                must(self.why.is_empty(), "why", "Say why you need another date");
                must(
                    long(&self.why, LONGEST),
                    "why",
                    "Shorten it to 10,000 characters",
                );
            }
            Choice::Question => {
                must(self.question.is_empty(), "question", "Write your question");
                must(
                    long(&self.question, LINE),
                    "question",
                    "Shorten it to 300 characters",
                );
            }
        }
        found
    }

    /// What it changes. It adds to what stands and overwrites nothing but an earlier proposal.
    pub(super) fn changes(
        &self,
        ask: &Ask,
        records: &Records,
        action: &Record,
        today: Day,
    ) -> Changes {
        let name: String = ask.to_name.chars().take(250).collect();
        let mut changes = Changes::by(by_link(&name)).because(match self.choice {
            Choice::Date => self.why.clone(),
            Choice::Question => format!("Asked through a link: {}", self.question),
            _ => "Answered through a link".to_owned(),
        });
        let mut edited = false;
        let mut accepted = true;
        let mut values = |changes: &mut Changes, values: Values| {
            changes.list.push(edit(action, values));
            edited = true;
        };
        match self.choice {
            // Of several owners each accepts for themselves.
            Choice::Accept => {
                let person = Person::find(records, &ask.to_name, &ask.to_email, today);
                let owner = person.line(records, action).unwrap_or(&name);
                let (now, all) = accept(action, Some(owner));
                accepted = all;
                if now != action.values {
                    values(&mut changes, now);
                }
            }
            Choice::None => {}
            Choice::Done => {
                let added = format!("{}, {name}: {}", today.words(), self.evidence);
                let evidence = match action.text("evidence") {
                    "" => added,
                    before => format!("{before}\n\n{added}"),
                };
                values(
                    &mut changes,
                    action.values.clone().with("evidence", evidence),
                );
            }
            Choice::Date => {
                let day = typed_day(&self.date).map_or_else(String::new, |it| it.to_string());
                let proposed = proposing(action.values.clone(), &day, &self.why, &name);
                values(&mut changes, proposed);
            }
            Choice::Question => {
                let asked = Values::new()
                    .with("text", &self.question)
                    .with("asked_by", &name)
                    .with("date", today.to_string());
                let state = QUESTION.states[0].word;
                let question = changes.make_as(&QUESTION, state, action.readers, asked);
                changes.link(question, &ABOUT, action.id);
                // The action holds what it held; its history says that somebody asked, and what.
                values(&mut changes, action.values.clone());
            }
        }
        let to = match self.choice {
            Choice::Accept if action.state.word == "open" && accepted => Some("accepted"),
            Choice::Done if action.state.word != "evidenced" => Some("evidenced"),
            _ => None,
        };
        if let Some(to) = to {
            changes.list.push(Change::Move {
                record: action.id,
                read: action.version + u32::from(edited),
                to,
            });
        }
        changes
    }
}

//! What a kind of record is: what it holds, its states, the moves between them, the links it may have.
//!
//! A kind is a value, in one file of [`crate::kinds`]. Lists, forms, history, search, export and the API are made from
//! it; a kind that deserves pages of its own has them besides.

use crate::check::Mistake;
use crate::link::MayLink;
use crate::record::Record;
use crate::records::Records;
use crate::role::{Readers, Role};

/// A kind of record.
#[derive(Debug)]
pub struct Kind {
    /// Its word in addresses, files and the store. It never changes.
    pub word: &'static str,
    /// Letters before a record's number: with it its reference, as `ACT-31`.
    pub prefix: &'static str,
    /// What one is called: "Plan line".
    pub title: &'static str,
    /// What several are called: "Plan lines".
    pub plural: &'static str,
    /// What it is for, in a sentence or two, above lists and forms.
    pub about: &'static str,
    /// What it holds. The first names the record, and must be filled.
    pub fields: &'static [Field],
    /// The states it can be in; a new one is in the first.
    pub states: &'static [State],
    /// The ways from one state to another.
    pub moves: &'static [Move],
    /// The links it may have to others.
    pub links: &'static [MayLink],
    /// Who may read one, unless whoever writes it says otherwise.
    pub readers: Readers,
    /// Who may make and edit one.
    pub writers: &'static [Role],
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word
    }
}

impl Eq for Kind {}

impl Kind {
    /// The field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|it| it.name == name)
    }

    /// The state of this word.
    #[must_use]
    pub fn state(&self, word: &str) -> Option<&'static State> {
        self.states.iter().find(|it| it.word == word)
    }

    /// The move of this word.
    #[must_use]
    pub fn way(&self, word: &str) -> Option<&'static Move> {
        self.moves.iter().find(|it| it.word == word)
    }
}

/// One thing a record holds.
#[derive(Debug)]
pub struct Field {
    /// Its name in the store and the API. It never changes. Those that mean the same in every kind have the same name:
    /// [`DATE`], [`DUE`], [`OWNERS`], [`AREA`].
    pub name: &'static str,
    /// Its question or label, in plain words.
    pub label: &'static str,
    /// What helps to answer it, or empty.
    pub hint: &'static str,
    /// What it may hold.
    pub holds: Holds,
    /// Whether it must be filled.
    pub required: bool,
    /// Whether the record's owner may write it, whatever their role.
    pub owner: bool,
    /// Whether it may be written after the record is frozen: what became of it, not what it holds.
    pub after: bool,
}

/// The day something happened or is dated.
pub const DATE: &str = "date";
/// The day by which something is due.
pub const DUE: &str = "due";
/// Who owns it: people, roles or bodies, one to a line, by name.
pub const OWNERS: &str = "owners";
/// The area it concerns.
pub const AREA: &str = "area";

impl Field {
    /// A field that may be left empty.
    #[must_use]
    pub const fn new(name: &'static str, label: &'static str, holds: Holds) -> Self {
        Self {
            name,
            label,
            hint: "",
            holds,
            required: false,
            owner: false,
            after: false,
        }
    }

    /// That is written after the record is frozen.
    #[must_use]
    pub const fn after_freezing(mut self) -> Self {
        self.after = true;
        self
    }

    /// That the record's owner may write too: how far they are, what proves it.
    #[must_use]
    pub const fn or_owner(mut self) -> Self {
        self.owner = true;
        self
    }

    /// With this hint.
    #[must_use]
    pub const fn hint(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }

    /// That must be filled.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }
}

/// What a field may hold. In the store and the API every value is text, or a list of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// One line of text, up to 300 characters.
    Line,
    /// Paragraphs, up to 50,000 characters.
    Text,
    /// A list of lines: one to a line in a form.
    Lines,
    /// A day, as `2018-03-31`.
    Day,
    /// A time of day, as `14:30`.
    Time,
    /// A whole number from 0 to 1,000,000,000.
    Number,
    /// A number with decimals, as `29.8`.
    Decimal,
    /// One of these: the word kept, and how it is shown.
    Choice(&'static [(&'static str, &'static str)]),
    /// Any of these.
    Choices(&'static [(&'static str, &'static str)]),
    /// The name of a locality, district or team of the council, or "Whole county".
    Area,
    /// An e-mail address.
    Email,
    /// An address on the web, `https://` or `http://`.
    Address,
    /// Files that were added to the record: their numbers.
    Files,
}

impl Holds {
    /// Whether it holds a list.
    #[must_use]
    pub const fn many(self) -> bool {
        matches!(self, Self::Lines | Self::Choices(_) | Self::Files)
    }
}

/// Yes or no, as a choice.
pub const YES_NO: Holds = Holds::Choice(&[("yes", "Yes"), ("no", "No")]);

/// A state a record can be in.
#[derive(Debug, PartialEq, Eq)]
pub struct State {
    /// Its word in the store and the API. It never changes.
    pub word: &'static str,
    /// As a tag shows it.
    pub title: &'static str,
    /// How it stands out. The tag always carries the words too.
    pub tone: Tone,
    /// Whether nothing more is expected of a record in this state.
    pub closed: bool,
    /// Whether what a record in this state holds can no longer be changed.
    pub frozen: bool,
}

impl State {
    /// A state in which something is still expected.
    #[must_use]
    pub const fn open(word: &'static str, title: &'static str, tone: Tone) -> Self {
        Self {
            word,
            title,
            tone,
            closed: false,
            frozen: false,
        }
    }

    /// A state in which nothing more is.
    #[must_use]
    pub const fn closed(word: &'static str, title: &'static str, tone: Tone) -> Self {
        Self {
            word,
            title,
            tone,
            closed: true,
            frozen: false,
        }
    }

    /// A state in which nothing more is expected, and in which what the record holds can no longer be changed.
    #[must_use]
    pub const fn frozen(word: &'static str, title: &'static str, tone: Tone) -> Self {
        Self {
            word,
            title,
            tone,
            closed: true,
            frozen: true,
        }
    }
}

/// How a state stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    Plain,
    /// New or being written.
    Fresh,
    /// Going on.
    Busy,
    /// Needs somebody.
    Waiting,
    /// Late or refused.
    Bad,
    /// Done.
    Good,
}

/// A way from one state to another.
#[derive(Debug)]
pub struct Move {
    /// Its word in addresses and the API. It never changes.
    pub word: &'static str,
    /// As a button says it: "Close the action".
    pub title: &'static str,
    /// The states it starts from.
    pub from: &'static [&'static str],
    /// The state it leads to.
    pub to: &'static str,
    /// Who may make it. Whoever owns the record may as well, if `owner`.
    pub who: &'static [Role],
    /// Whether the record's owner may make it, whatever their role.
    pub owner: bool,
    /// What must hold first.
    pub needs: &'static [Need],
}

impl Move {
    /// A way that these roles may take, whenever they like.
    #[must_use]
    pub const fn new(
        word: &'static str,
        title: &'static str,
        from: &'static [&'static str],
        to: &'static str,
        who: &'static [Role],
    ) -> Self {
        Self {
            word,
            title,
            from,
            to,
            who,
            owner: false,
            needs: &[],
        }
    }

    /// That the record's owner may take too.
    #[must_use]
    pub const fn or_owner(mut self) -> Self {
        self.owner = true;
        self
    }

    /// That needs these first.
    #[must_use]
    pub const fn needs(mut self, needs: &'static [Need]) -> Self {
        self.needs = needs;
        self
    }
}

/// What must hold before a move.
#[derive(Debug, Clone, Copy)]
pub enum Need {
    /// The field of this name is filled; else these words are said.
    Filled(&'static str, &'static str),
    /// The record has a link of this word, outwards or inwards; else these words are said.
    Linked(&'static str, &'static str),
    /// A link, of any word and either way, ties it to a record of this kind; else these words are said.
    Tied(&'static str, &'static str),
    /// Whoever moves it gives a reason.
    Reason,
    /// Whoever moves it names the meeting, agenda item or resolution that decided it: of a meeting that was held, or that
    /// is held on the day.
    Minute,
    /// The same, and this finds nothing amiss with that meeting.
    MinuteOf(crate::deciding::Wrong),
    /// The day in the field of this name has come; else these words are said.
    Come(&'static str, &'static str),
    /// This finds nothing amiss with the record; else what it finds is said.
    Rule(fn(&Records, &Record) -> Vec<Mistake>),
}

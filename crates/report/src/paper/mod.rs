//! A paper as a value: what a board, a committee or the public is told, with everything a reader needs to check it.
//!
//! A [`Paper`] is made from a [template](template::Template) and [material](material::Material) by [`compose`](compose::compose),
//! held to the [rules of a paper](lint), and laid out once ([`layout`]) and written in each format. It is kept
//! as it was issued: [`Paper::frozen`] is its text in the store, from which every format can be made again.
//!
//! Every number in it is a [`Figure`], with numerator, denominator, period, source and as-at date beside it; every
//! sentence says whose it is.

pub mod compare;
pub mod compose;
mod csvw;
mod figure;
mod html;
pub mod layout;
pub mod lint;
pub mod material;
mod published;
mod sheets;
pub mod template;
pub mod templates;
mod text;
mod word;

pub use csvw::csvw;
pub use figure::Figure;
pub use html::{STYLE, body, html};
pub use published::{Beneath, Earlier, Published, companions, publish};
pub use sheets::sheets;
pub use text::{Evidence, Hand, Statement, Text};
pub use word::word;

use crate::audience::Audience;
use crate::table::Table;
use serde::{Deserialize, Serialize};
use waymark_data::Day;

/// A paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paper {
    /// Its template's name: `monthly-summary`.
    pub template: String,
    /// Its title: "Performance summary, March 2018".
    pub title: String,
    /// Who issues it: the council's name.
    pub council: String,
    /// Who may read it, which settles whether small numbers are shown.
    pub audience: Audience,
    /// The board or committee it is for: its name. Empty: none.
    pub committee: String,
    /// The meeting it is for.
    pub meeting: Option<Meeting>,
    /// The days it speaks of, in words: "April 2016 to March 2018".
    pub period: String,
    /// The day its figures are as at: the latest return it may use.
    pub as_at: Day,
    /// The day that the figures of its annex are as at: a later return's, where its own are old on the day of the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annex: Option<Day>,
    /// The returns its figures come from, the latest first.
    pub cut: Vec<Return>,
    /// The day it was made.
    pub made_on: Day,
    /// What it says.
    pub sections: Vec<Section>,
    /// Every figure that a sentence, chart or table of it rests on.
    pub figures: Vec<Figure>,
    /// Acronyms it uses, each with its words, by acronym.
    pub acronyms: Vec<(String, String)>,
    /// Measures its committee asked for that it does not show, each with the reason, if one was given.
    pub missing: Vec<Missing>,
    /// Rules of a paper it was issued in spite of, each with who decided so and why.
    pub overrides: Vec<Override>,
    /// How many signals chance alone would give among all that was judged, and which are left; none in papers issued before
    /// this was kept.
    #[serde(default)]
    pub budget: Option<compose::Budget>,
}

/// A measure that the committee asked for and the paper does not show (S-115, S-116).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// The measure's name: `health-assessment-in-time`.
    pub measure: String,
    /// Its title.
    pub title: String,
    /// Who asked for it, and when.
    pub asked: String,
    /// Why it is not there; empty: nobody has said.
    pub reason: String,
    /// Whether the returns could answer it on the day the paper was made: "because it is on the dashboard" is then no reason.
    pub known: bool,
}

/// The meeting a paper is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its reference: "MTG-22". Empty where the paper is for the public.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Its day.
    pub on: Day,
}

/// A return that figures come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// As at.
    pub as_at: Day,
    /// The sha256 of its bytes, as the store keeps it, in hex.
    pub hash: String,
}

/// A part of a paper under a heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Its name within the paper, as addresses and files use it: `positives`.
    pub key: String,
    /// Its heading.
    pub heading: String,
    /// How deep it stands: 1 a part of the paper; 2 within the last part (in a board pack, a section of one of its papers).
    pub depth: u8,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// A heading within the section.
    Heading(String),
    /// A paragraph.
    Text(Text),
    /// Points of a list.
    Points(Vec<Text>),
    /// A table, with the keys of the figures in it.
    Table(Table, Vec<String>),
    /// A chart.
    Chart(Chart),
}

/// A chart with what says the same without eyes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// Its title.
    pub title: String,
    /// What it shows, in a sentence: also its alternative text.
    pub sentence: String,
    /// As SVG, drawn for about 640 pixels.
    pub svg: String,
    /// As SVG, drawn for about 340 pixels; empty where the wide one serves.
    pub narrow: String,
    /// Its data.
    pub table: Table,
    /// The keys of the figures in it.
    pub figures: Vec<String>,
}

/// A rule of a paper that somebody decided to issue it in spite of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// The rule: `missing-measure`.
    pub rule: String,
    /// What of the paper it is about, as the rule's finding names it; empty: all of it.
    pub about: String,
    /// Who decided so.
    pub by: String,
    /// Why.
    pub reason: String,
}

impl Paper {
    /// The figure of this key.
    #[must_use]
    pub fn figure(&self, key: &str) -> Option<&Figure> {
        self.figures.iter().find(|it| it.key == key)
    }

    /// Every text in it, in order, with the key of its section.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &Text)> {
        self.sections.iter().flat_map(|section| {
            section.blocks.iter().flat_map(move |block| {
                let texts: &[Text] = match block {
                    Block::Text(text) => std::slice::from_ref(text),
                    Block::Points(points) => points,
                    _ => &[],
                };
                texts.iter().map(move |text| (section.key.as_str(), text))
            })
        })
    }

    /// Every chart in it, in order.
    pub fn charts(&self) -> impl Iterator<Item = &Chart> {
        self.blocks().filter_map(|block| match block {
            Block::Chart(chart) => Some(chart),
            _ => None,
        })
    }

    /// Every table in it, in order, those of charts among them.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks().filter_map(|block| match block {
            Block::Table(table, _) => Some(table),
            Block::Chart(chart) => Some(&chart.table),
            _ => None,
        })
    }

    fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.sections.iter().flat_map(|it| &it.blocks)
    }

    /// A name for its files, without ending: `monthly-summary-board-2018-03-31`.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}-{}-{}", self.template, self.audience.slug(), self.as_at)
    }

    /// As text that [`Paper::thawed`] reads back: what is kept when it is issued.
    #[must_use]
    pub fn frozen(&self) -> String {
        serde_json::to_string(self).expect("a paper is made of texts and numbers")
    }

    /// A paper from what [`Paper::frozen`] gave.
    ///
    /// # Errors
    /// When the text is not one.
    pub fn thawed(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

//! A letter as it is written: whom to, a subject that says nothing of the records, the same words as text and as HTML.

use askama::Template;

/// A letter to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Their name.
    pub to_name: String,
    /// Their address.
    pub to_email: String,
    /// What the list of letters shows; it never holds what is in records.
    pub subject: String,
    /// Paragraphs and lists, in order.
    pub parts: Vec<Part>,
}

/// A part of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A paragraph.
    Words(String),
    /// A heading over what follows.
    Heading(String),
    /// Things to do, each with its address.
    List(Vec<Entry>),
    /// An address to follow, with what it leads to.
    Link {
        /// What it leads to.
        words: String,
        /// The address.
        address: String,
    },
}

/// One thing in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub title: String,
    /// By when, how late.
    pub note: String,
    /// Where to go.
    pub address: String,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    subject: &'a str,
    parts: &'a [Part],
}

impl Letter {
    /// As plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Words(words) => out.push_str(&format!("{words}\n\n")),
                Part::Heading(words) => {
                    out.push_str(&format!(
                        "{words}\n{}\n\n",
                        "-".repeat(words.chars().count())
                    ));
                }
                Part::List(entries) => {
                    for it in entries {
                        out.push_str(&format!(
                            "* {}\n  {}\n  {}\n\n",
                            it.title, it.note, it.address
                        ));
                    }
                }
                Part::Link { words, address } => out.push_str(&format!("{words}\n{address}\n\n")),
            }
        }
        out
    }

    /// As simple HTML: no picture, nothing that is fetched.
    ///
    /// # Errors
    /// When the template cannot be printed.
    pub fn html(&self) -> Result<String, askama::Error> {
        Html {
            subject: &self.subject,
            parts: &self.parts,
        }
        .render()
    }
}

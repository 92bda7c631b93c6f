//! Drafted minutes as plain text, and as the `<AI>` text that committee systems print and read.

use super::{Block, Draft, Resolved};

impl Draft {
    /// As plain text, a blank line between paragraphs: what a clerk edits.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        for block in &self.blocks {
            match block {
                Block::Title(text) | Block::Under(text) => line(&mut out, text),
                Block::People(heading, people) => {
                    line(&mut out, &format!("\n{heading}:"));
                    for (name, agency) in people {
                        line(&mut out, &with_agency(name, agency, " – "));
                    }
                }
                Block::Item(number, title) => {
                    line(&mut out, &format!("\n{}", with_number(number, title)));
                }
                other => inner(&mut out, other),
            }
        }
        out
    }

    /// As printed for a committee system: each item between `<AI1>` and `</AI1>`.
    #[must_use]
    pub fn printed(&self) -> String {
        let mut out = String::new();
        let mut open: Option<usize> = None;
        let mut count = 0;
        for block in &self.blocks {
            match block {
                Block::Title(text) | Block::Under(text) => line(&mut out, text),
                Block::People(heading, people) => {
                    line(&mut out, &format!("{heading}:\n"));
                    for (name, agency) in people {
                        line(&mut out, &format!("\t{name}\n\t{agency}\n"));
                    }
                }
                Block::Item(number, title) => {
                    if let Some(at) = open.take() {
                        line(&mut out, &format!("\n</AI{at}>\n"));
                    }
                    count += 1;
                    open = Some(count);
                    line(&mut out, &format!("<AI{count}>\n"));
                    let number = if number.is_empty() {
                        count.to_string()
                    } else {
                        number.clone()
                    };
                    line(&mut out, &format!("\t{number}.\n\t{title}\n\n"));
                }
                other => inner(&mut out, other),
            }
        }
        if let Some(at) = open {
            line(&mut out, &format!("\n</AI{at}>"));
        }
        out
    }
}

/// What stands under an item, the same in both.
fn inner(out: &mut String, block: &Block) {
    match block {
        Block::Heading(text) => line(out, &format!("\n{text}")),
        Block::Paragraph(text) => line(out, &format!("\n{text}")),
        Block::Resolved(resolved) => line(out, &format!("\n{}", resolved.words())),
        Block::Recommended(list) => {
            line(out, "\nRecommendations:");
            for (at, text) in list.iter().enumerate() {
                line(out, &format!("{}. {}", at + 1, full_stop(text)));
            }
        }
        Block::Actions(list) => {
            line(out, "\nActions:");
            for (text, who) in list {
                line(
                    out,
                    &format!("· {}", full_stop(&with_agency(text, who, " – "))),
                );
            }
        }
        Block::Title(_) | Block::Under(_) | Block::People(..) | Block::Item(..) => {}
    }
}

impl Resolved {
    /// In words, as minutes print it.
    #[must_use]
    pub fn words(&self) -> String {
        match self.clauses.as_slice() {
            [(_, one)] => format!("Resolved: {} {}", self.body, full_stop(one)),
            several => {
                let mut text = format!("Resolved: {}\n", self.body);
                for (at, (mark, words)) in several.iter().enumerate() {
                    let end = match several.len() - at {
                        1 => ".",
                        2 => ", and",
                        _ => ";",
                    };
                    text.push_str(&format!("\n{mark} {}{end}", words.trim_end_matches('.')));
                }
                text
            }
        }
    }
}

fn full_stop(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

fn with_agency(name: &str, agency: &str, between: &str) -> String {
    if agency.is_empty() {
        name.to_owned()
    } else {
        format!("{name}{between}{agency}")
    }
}

fn with_number(number: &str, title: &str) -> String {
    if number.is_empty() {
        title.to_owned()
    } else {
        format!("{number}. {title}")
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

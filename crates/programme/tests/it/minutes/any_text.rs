//! Any text at all: never a panic, never a lost character, never a long wait.

use waymark_programme::minutes::{Form, Mark, Source, Style, What, read, render};

/// Pieces of minutes, put together without sense.
const PIECES: [&str; 72] = [
    "\n",
    "\n\n",
    "\t",
    " ",
    "\u{a0}",
    "|",
    " | ",
    "\r\n",
    "Minutes:",
    "Resolved:",
    "RESOLVED that",
    "That the;",
    "(i)",
    "ii.",
    "1.",
    "3a)",
    "4.1",
    "· ",
    "Ø ",
    "- ",
    "• ",
    "<AI1>",
    "</AI1>",
    "<AI",
    "Agenda item\n",
    "Agenda and minutes\n",
    "Decision details\n",
    "Present:\n",
    "Apologies:",
    "Cllrs A Fox, B Hare and C",
    "Actions:\n",
    " – Ann Hatch.",
    "Ann Hatch",
    "the report be noted",
    "and that",
    "; and",
    "by 9 March 2017",
    "31/02/2018",
    "at 2.30 pm",
    "29.8%",
    "31.2 per 10,000",
    "1,949 Children Looked After",
    "Why?",
    "view the full minutes text for item 1.",
    "…",
    "É",
    "😀",
    "It was agreed as follows:",
    "No. | Item |\n---|---|\n",
    "pdf icon PDF 71 KB",
    "Meeting: 22/03/2010 - Panel (Item 8)",
    "Date of decision: 14/03/2018",
    "Supporting documents:",
    "September meeting",
    "moved by",
    "seconded by",
    "(",
    ")",
    "# ",
    "## 1. Title\n",
    "| Action | Owner | Due |\n|---|---|---|\n",
    "| do | Ann Dale | May |\n",
    "\nAction\tOwner\tStatus\n",
    "do\tAnn\tdone\n",
    "No. | Item | Minutes\n",
    "\nAction\nOwner\n",
    "In attendance for this item: Ann Dale\n",
    "\nThe Board:\n(a) noted it\n",
    "Noted.",
    " ‘agreed’ ",
    "down from 501",
    "Item 21 – Offer – complete\n",
];

/// A small generator of numbers, always the same from the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

fn whole(source: &Source) {
    let found = read(source);
    let joined: String = found.pieces.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(joined, source.text);
    let mut at = 0;
    for piece in &found.pieces {
        assert_eq!(piece.at.start, at);
        assert_eq!(piece.at.of(&source.text), piece.text);
        assert!(piece.item.is_empty() || found.item(&piece.item).is_some());
        at = piece.at.end;
    }
}

#[test]
fn pieces_of_any_text_are_the_text() {
    for seed in 1..3000 {
        let mut dice = Dice(u64::wrapping_mul(seed, 0x9E37_79B9_7F4A_7C15));
        let length = dice.roll(40);
        let text: String = (0..length)
            .map(|_| PIECES[dice.roll(PIECES.len())])
            .collect();
        whole(&Source::plain("any", text));
    }
}

#[test]
fn marks_at_any_place_lose_nothing() {
    for seed in 1..1000 {
        let mut dice = Dice(u64::wrapping_mul(seed, 0x9E37_79B9_7F4A_7C15));
        let text: String = (0..dice.roll(40))
            .map(|_| PIECES[dice.roll(PIECES.len())])
            .collect();
        let mut marks: Vec<Mark> = (0..dice.roll(8))
            .map(|_| {
                let (a, b) = (dice.roll(text.len() + 2), dice.roll(text.len() + 2));
                let what = match dice.roll(9) {
                    0 => What::Item {
                        number: "4".into(),
                        title: "Title".into(),
                    },
                    1 => What::Minutes,
                    2 => What::Decision,
                    3 => What::Cell { row: 0, column: 1 },
                    4 => What::Meeting,
                    5 => What::Person {
                        attendance: "Present".into(),
                        role: String::new(),
                    },
                    6 => What::Document {
                        kind: "PDF".into(),
                        size: String::new(),
                    },
                    7 => What::Heading(2),
                    _ => What::ListItem(2),
                };
                Mark {
                    at: a.min(b)..a.max(b),
                    what,
                }
            })
            .collect();
        marks.sort_by_key(|it| it.at.start);
        whole(&Source {
            name: "any".into(),
            form: Form::Html,
            text,
            marks,
        });
    }
}

#[test]
fn cases_cut_at_any_place_lose_nothing() {
    for folder in super::cases::folders() {
        let text = std::fs::read_to_string(folder.join("input.txt")).unwrap();
        for (at, _) in text.char_indices().step_by(17) {
            whole(&Source::plain("cut", &text[..at]));
            whole(&Source::plain("cut", &text[at..]));
        }
    }
}

/// Takes out, doubles, moves or overwrites a few stretches of a text, always where a character begins.
fn spoil(text: &str, dice: &mut Dice) -> String {
    let mut out: Vec<char> = text.chars().collect();
    for _ in 0..=dice.roll(5) {
        let at = dice.roll(out.len() + 1);
        let to = (at + dice.roll(120)).min(out.len());
        match dice.roll(6) {
            0 => drop(out.drain(at..to)),
            1 => out.truncate(at),
            2 => {
                let again: Vec<char> = out[at..to].to_vec();
                out.splice(at..at, again);
            }
            3 => {
                let moved: Vec<char> = out.drain(at..to).collect();
                let there = dice.roll(out.len() + 1);
                out.splice(there..there, moved);
            }
            4 => {
                let piece = PIECES[dice.roll(PIECES.len())];
                out.splice(at..at, piece.chars());
            }
            // A page that lost its line breaks, or got too many.
            _ => {
                for letter in &mut out[at..to] {
                    *letter = match *letter {
                        '\n' => ' ',
                        ' ' => '\n',
                        other => other,
                    };
                }
            }
        }
    }
    out.into_iter().collect()
}

#[test]
fn spoilt_minutes_lose_nothing_and_can_be_written_out() {
    let mut dice = Dice(0x5eed_7777_1234_4321);
    for folder in super::cases::folders() {
        let text = std::fs::read_to_string(folder.join("input.txt")).unwrap();
        for _ in 0..20 {
            let source = Source::plain("spoilt", spoil(&text, &mut dice));
            whole(&source);
            let found = read(&source);
            for style in [Style::Council, Style::Markdown] {
                whole(&Source::plain("again", render(&found, style)));
            }
        }
    }
}

#[test]
fn a_long_paste_does_not_hang() {
    for piece in [
        "a",
        "1 ",
        "29.8% of cases ",
        "(i) and ",
        "Resolved: that the report be noted and ",
        "\n· x",
        "Mr. ",
        "| ",
        "Cllr A Fox, ",
        "1.\n\nTitle\n\n",
        "in March 2017 ",
        "<AI1>\n",
        "That the\n\n",
        "September meeting ",
        "Decision:\nThat it be noted\n",
        "the 'word' was \"agreed\" ",
        "Action\nOwner\n",
        "| do | Ann Dale |\n",
        "The Board:\n(a) noted it\n",
        "x\n",
        "Why? ",
    ] {
        let text = piece.repeat(500_000 / piece.len());
        // A reader that looks at everything again for every line would not end within anybody's patience.
        whole(&Source::plain("long", text));
    }
}

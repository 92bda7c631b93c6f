//! Which letters went out, and which did not and why.

use crate::clock::moment_words;
use crate::house::House;
use crate::mail::Every;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::SeesLetters;
use crate::words::counted;
use askama::Template;
use axum::extract::State;
use waymark_govuk::{Cell, Html, Table, Tag, TagColour};
use waymark_store::Letter;

/// How many are shown.
const MOST: u32 = 200;

#[derive(Template)]
#[template(path = "pages/actions/letters.html")]
pub(super) struct Letters {
    how: String,
    failed: String,
    table: Option<Table>,
}

pub(super) async fn list(
    SeesLetters(_): SeesLetters,
    State(house): State<House>,
) -> Result<Page<Letters>, Problem> {
    let letters = house.store().letters(MOST).await?;
    let unsent = letters
        .iter()
        .filter(|it| it.sent.is_none() && it.failed.is_some())
        .count();
    let rows: Vec<Vec<Cell>> = letters.iter().map(row).collect();
    let view = Letters {
        how: how(&house),
        failed: if unsent == 0 {
            String::new()
        } else {
            format!("{} did not go out.", counted(unsent, "letter", "letters"))
        },
        table: (!rows.is_empty()).then(|| {
            Table::new("The latest letters")
                .head(["To", "What", "Made", "State"].map(Cell::new))
                .rows(rows)
        }),
    };
    Ok(Page::new("Letters", view)
        .section(Section::Actions)
        .without_data_age())
}

/// How letters go out here, in a sentence.
fn how(house: &House) -> String {
    let mail = &house.options().mail;
    if !mail.can_send() {
        return "No mail server is set up, so no letter goes out. Whoever looks after the program names one under [mail] in waymark.toml.".to_owned();
    }
    let when = match mail.every {
        Every::Never => "only when somebody runs waymark remind".to_owned(),
        Every::Day => format!("every day from {} o’clock on", mail.hour),
        Every::Week => format!("every {:?} from {} o’clock on", mail.weekday, mail.hour),
    };
    format!(
        "Owners are reminded {when}. A letter that the mail server could not take is tried again every hour; one that it refused is not."
    )
}

fn row(letter: &Letter) -> Vec<Cell> {
    let (words, colour, note) = match (letter.sent, &letter.failed) {
        (Some(sent), _) => ("Sent", TagColour::Green, moment_words(sent)),
        (None, Some(why)) => ("Not sent", TagColour::Red, why.clone()),
        (None, None) => ("On its way", TagColour::Blue, String::new()),
    };
    let tag = Html::of(&Tag::new(words).colour(colour));
    let note = Html::of(&waymark_govuk::Content::from(note));
    vec![
        Cell::new(letter.to_name.as_str()),
        Cell::new(letter.about.as_str()),
        Cell::new(moment_words(letter.made)),
        Cell::new(Html::new(format!("{tag} {note}"))),
    ]
}

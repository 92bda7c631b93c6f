//! A later return for a paper whose data are too old for its meeting: its figures annexed, or the paper made from it.

use super::{own, path};
use crate::desk::hand_in;
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::papers::fresher_than;
use crate::problem::Problem;
use crate::user::WritesPapers;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_data::Day;
use waymark_programme::{Change, Changes, Record};

/// What a paper may do with a later return than its own.
pub(super) struct Offer {
    /// The day of the latest return.
    pub(super) day: Day,
    /// Its words.
    pub(super) words: String,
    /// Whether its figures may be annexed: not while they are.
    pub(super) annex: bool,
}

impl Offer {
    /// Of a paper that is being written.
    pub(super) fn of(house: &House, record: &Record) -> Option<Self> {
        let day = fresher_than(&house.county(), record)?;
        let annexed = record.day("annex");
        Some(Self {
            day,
            words: day.words(),
            annex: annexed != Some(day),
        })
    }
}

pub(super) async fn write(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let record = own(&records, &user, &number)?;
    if record.state.frozen || !record.is_open() {
        return Err(Problem::NotFound);
    }
    let values = record.values.clone();
    let (values, said) = match (fields.get("with"), Offer::of(&house, record)) {
        ("nothing", _) => (values.with("annex", ""), Notice::AnnexTakenOut),
        (with, Some(offer)) if fields.get("day") == offer.day.to_string() => match with {
            "annex" => (
                values.with("annex", offer.day.to_string()),
                Notice::FiguresAnnexed,
            ),
            "instead" => (
                values
                    .with("as_at", offer.day.to_string())
                    .with("annex", ""),
                Notice::MadeFromLater,
            ),
            _ => return Err(Problem::NotFound),
        },
        // The return of the button is gone, or a later one has come: the page says what there is now.
        _ => return Ok(To::page(path(record, "")).into_response()),
    };
    let mut changes = Changes::by(user.author());
    changes.list.push(Change::Edit {
        record: record.id,
        read: record.version,
        readers: record.readers,
        values,
    });
    hand_in(&house, &user, &changes).await?;
    Ok(To::page(path(record, "")).saying(said).into_response())
}

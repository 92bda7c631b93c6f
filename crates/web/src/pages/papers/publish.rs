//! Publishing: an issued paper for anyone. Whoever publishes it has read it; from then on the public's pages show it.

use super::{own, path};
use crate::desk::hand_in;
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::problem::Problem;
use crate::user::{Audience, WritesPapers};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_programme::{Change, Changes, Readers};

pub(super) async fn publish(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let record = own(&records, &user, &number)?;
    let issued = house.issued(record).await?.ok_or(Problem::NotFound)?;
    if issued.paper.audience != Audience::Public {
        return Err(Problem::NotAllowed(
            "A paper that shows small numbers is never published.",
        ));
    }
    let mut changes = Changes::by(user.author()).because("Published");
    changes.list.push(Change::Edit {
        record: record.id,
        read: record.version,
        readers: Readers::Public,
        values: record.values.clone(),
    });
    hand_in(&house, &user, &changes).await?;
    Ok(To::page(path(record, ""))
        .saying(Notice::PaperPublished)
        .into_response())
}

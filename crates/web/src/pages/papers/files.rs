//! A paper to take away: as it was issued, byte for byte; while it is being written, as it would be.

use super::{may_see, own};
use crate::download::sent;
use crate::house::House;
use crate::papers::{Draft, Format};
use crate::problem::Problem;
use crate::user::ReadsRecords;
use axum::extract::{Path, State};
use axum::response::Response;

pub(super) async fn send(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((number, format)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let record = own(&records, &user, &number)?;
    let format = Format::of(&format).ok_or(Problem::NotFound)?;
    if let Some(issued) = house.issued(record).await? {
        may_see(&user, issued.paper.audience)?;
        let file = issued.file(format.ending()).ok_or(Problem::NotFound)?;
        let (file, bytes) = house.store().record_file(file.id).await?;
        return Ok(sent(bytes, format.content_type(), &file.name));
    }
    let draft = Draft::of(&house, record.id).await?;
    may_see(&user, draft.paper.audience)?;
    let _turn = house.turn_to_print().await;
    let press = house.options().press.clone();
    let name = format!("draft-{}.{}", draft.paper.file_name(), format.ending());
    let bytes = tokio::task::spawn_blocking(move || press.write(&draft.paper, format))
        .await
        .map_err(|_| Problem::Broken("a paper could not be written"))?;
    let bytes = bytes.map_err(|why| {
        tracing::error!(because = %why, "a paper could not be written");
        Problem::Broken("a paper could not be written")
    })?;
    Ok(sent(bytes, format.content_type(), &name))
}

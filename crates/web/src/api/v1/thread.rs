//! The golden thread round a record.

use super::shown::{self, json};
use crate::api::door::Speaks;
use crate::api::trouble::Trouble;
use crate::house::House;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};
use waymark_programme::thread::{Step, thread as chain};
use waymark_programme::{End, RecordId};

/// The chain round a record, by its number or reference, through what this person may read.
pub(super) async fn thread(
    Speaks(user): Speaks,
    State(house): State<House>,
    Path(named): Path<String>,
) -> Result<Response, Trouble> {
    let records = house.records().await?;
    let asker = user.asker();
    let record = match named.parse() {
        Ok(number) => records.get(RecordId(number)),
        Err(_) => records.cited(&named),
    }
    .filter(|it| asker.may_read(it))
    .ok_or_else(Trouble::not_found)?;
    let found = chain(&records, &End::Record(record.id), |it| asker.may_read(it));
    let told = |step: &Step| {
        let mut it = Map::new();
        it.insert("depth".into(), step.depth.into());
        it.insert("from".into(), step.from.into());
        it.insert("words".into(), step.words().into());
        it.insert("back".into(), step.back().into());
        it.insert("date".into(), step.date.map(|it| it.to_string()).into());
        match &step.at {
            End::Measure(id) => it.insert("measure".into(), id.as_str().into()),
            End::Record(id) => records
                .get(*id)
                .and_then(|record| it.insert("record".into(), shown::cited(record))),
        };
        Value::Object(it)
    };
    let steps: Vec<Value> = found.steps.iter().map(told).collect();
    Ok(json(
        StatusCode::OK,
        &json!({ "steps": steps, "more": found.more }),
    ))
}

//! OParl 1.1, read only and without signing in: what is public of meetings, agendas, papers, people and resolutions, as
//! other councils' and citizens' programs know it.
//!
//! OParl has no word for an action, a resolution of several clauses or a recommendation: they are told in fields of our
//! own, `waymark:action`, `waymark:resolution` and `waymark:recommendation`, as the standard provides.

mod address;
mod lists;
mod objects;
mod sorts;

use super::trouble::Trouble;
use crate::house::House;
use crate::routes::Routes;
use address::Base;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use sorts::Sort;
use waymark_programme::RecordId;

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/oparl/v1/system", system)
        .get("/oparl/v1/body", bodies)
        .get("/oparl/v1/body/1", body)
        .get("/oparl/v1/{sort}", lists::list)
        .get("/oparl/v1/{sort}/{record}", object)
}

/// Where the type of an object is described.
fn kind(name: &str) -> String {
    format!("https://schema.oparl.org/1.1/{name}")
}

/// An answer that a page of any site may read: it is public.
fn answer(value: &Value) -> Response {
    (
        StatusCode::OK,
        [
            (header::CONTENT_TYPE, "application/json"),
            (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
            (
                header::HeaderName::from_static("cross-origin-resource-policy"),
                "cross-origin",
            ),
        ],
        value.to_string(),
    )
        .into_response()
}

async fn system(State(house): State<House>, base: Base) -> Response {
    answer(&json!({
        "id": base.at("system"),
        "type": kind("System"),
        "oparlVersion": "https://schema.oparl.org/1.1/",
        "body": base.at("body"),
        "name": house.options().service,
        "website": base.web("/public"),
        "web": base.web("/api"),
    }))
}

fn the_body(house: &House, base: &Base) -> Value {
    let list = |sort: &str| base.at(sort);
    json!({
        "id": base.at("body/1"),
        "type": kind("Body"),
        "system": base.at("system"),
        "name": house.options().name,
        "website": base.web("/public"),
        "web": base.web("/public"),
        "shortName": house.options().service,
        "organization": list("organization"),
        "person": list("person"),
        "membership": list("membership"),
        "meeting": list("meeting"),
        "agendaItem": list("agendaItem"),
        "paper": list("paper"),
        "consultation": list("consultation"),
        "file": list("file"),
        "locationList": list("location"),
        "legislativeTermList": list("legislativeTerm"),
        "legislativeTerm": [],
        "waymark:resolution": list("resolution"),
        "waymark:action": list("action"),
        "waymark:recommendation": list("recommendation"),
    })
}

async fn body(State(house): State<House>, base: Base) -> Response {
    answer(&the_body(&house, &base))
}

async fn bodies(State(house): State<House>, base: Base, uri: Uri) -> Result<Response, Trouble> {
    lists::of(&base, &uri, "body", vec![the_body(&house, &base)])
}

/// One object, also one that was deleted: it says so and no more.
async fn object(
    State(house): State<House>,
    base: Base,
    Path((sort, number)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    let sort = Sort::find(&sort).ok_or_else(Trouble::not_found)?;
    let records = house.records().await?;
    if sort == Sort::Consultation {
        let told = objects::consultations(&records, &base)
            .into_iter()
            .find(|it| it["id"] == base.at(&format!("consultation/{number}")));
        return told.map(|it| answer(&it)).ok_or_else(Trouble::not_found);
    }
    let record = number
        .parse()
        .ok()
        .and_then(|it| records.get(RecordId(it)))
        .filter(|it| sort.tells(&records, it))
        .ok_or_else(Trouble::not_found)?;
    Ok(answer(&objects::told(sort, &records, record, &base)))
}

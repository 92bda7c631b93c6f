//! Whether this node works: for a load balancer, a monitor, a container's health check.

use crate::house::House;
use crate::routes::Routes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

pub(crate) fn routes() -> Routes {
    Routes::new().get("/healthz", healthz)
}

/// 200 where the store answers and the returns have been read, else 503; either way what is and what is not.
async fn healthz(State(house): State<House>) -> Response {
    let store = house.store().answers().await;
    if let Err(error) = &store {
        tracing::error!(because = %error, "the store does not answer");
    }
    let county = house.county();
    let read = county.generation >= 0;
    let as_at = county.latest().map(|it| it.cut.as_at);
    let body = serde_json::json!({
        "store": if store.is_ok() { "answers" } else { "does not answer" },
        "returns": if read { "read" } else { "not read yet" },
        "as_at": as_at.map(|it| it.to_string()),
        "days_old": as_at.map(|it| it.days_until(house.today())),
    });
    let well = store.is_ok() && read;
    let status = if well {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (
        status,
        [(header::CONTENT_TYPE, "application/json")],
        body.to_string(),
    )
        .into_response()
}

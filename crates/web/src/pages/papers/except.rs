//! A reason: why a measure is missing, or why a paper is issued in spite of a rule. Both are printed in its appendix.

use super::words::keep;
use super::{own, path, show};
use crate::desk::hand_in;
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::papers::Draft;
use crate::problem::Problem;
use crate::user::WritesPapers;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_programme::Changes;
use waymark_programme::kinds::WORDING;

pub(super) async fn write(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let record = own(&records, &user, &number)?;
    let (rule, about, reason) = (
        fields.get("rule"),
        fields.get("about"),
        fields.get("reason"),
    );
    if record.state.frozen {
        return Err(Problem::NotFound);
    }
    if reason.trim().is_empty() {
        return show::without_reason(&house, &user, &records, record, (rule, about)).await;
    }
    // Only what stands against the paper can be answered.
    let draft = Draft::of(&house, record.id).await?;
    if !draft
        .findings
        .iter()
        .any(|it| it.rule == rule && it.about == about)
    {
        return Err(Problem::NotFound);
    }
    let sort = if rule == "missing-measure" {
        "reason"
    } else {
        "exception"
    };
    let place: String = about.chars().take(300).collect();
    let place = if place.is_empty() {
        "the whole paper".to_owned()
    } else {
        place
    };
    let before = records.parts(record.id, &WORDING).find(|it| {
        it.is_open()
            && it.text("sort") == sort
            && it.text("place") == place
            && it.text("rule") == rule
    });
    let mut changes = Changes::by(user.author());
    keep(
        &mut changes,
        record,
        before,
        &user,
        house.today().to_string(),
        (sort, &place, rule, reason),
    );
    hand_in(&house, &user, &changes).await?;
    Ok(To::page(path(record, ""))
        .saying(Notice::ReasonKept)
        .into_response())
}

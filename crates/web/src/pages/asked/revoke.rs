//! A link that somebody was asked through, taken back.

use crate::house::House;
use crate::problem::Problem;
use crate::user::User;
use jiff::Timestamp;
use waymark_programme::RecordId;

/// Revokes a link that somebody was asked through about a record.
///
/// # Errors
/// [`Problem::NotFound`] where the record has no such link.
pub(crate) async fn revoke(
    house: &House,
    user: &User,
    about: RecordId,
    link: &str,
) -> Result<(), Problem> {
    let link: i64 = link.parse().map_err(|_| Problem::NotFound)?;
    let asks = house.store().asks_of(about).await?;
    let ask = asks
        .iter()
        .find(|it| it.id == link)
        .ok_or(Problem::NotFound)?;
    house.store().revoke_ask(ask.id, Timestamp::now()).await?;
    tracing::info!(link = ask.id, by = user.id.0, "a link was revoked");
    Ok(())
}

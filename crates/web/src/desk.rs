//! The desk: where every change to records is handed in. It goes through the gate, is kept, and this node's records are
//! current when the answer comes back.

use crate::house::House;
use crate::problem::Problem;
use crate::user::User;
use waymark_programme::gate::{self, Refused};
use waymark_programme::{Changes, Mistake, RecordId};
use waymark_store::{Kept, KeptOnce, Once, StoreError};

/// Why a change was not kept.
#[derive(Debug)]
pub enum Returned {
    /// Shown beside the form's fields.
    Mistakes(Vec<Mistake>),
    /// Somebody wrote this record since it was read: both versions are shown.
    Stale(RecordId),
    /// A page of its own.
    Problem(Problem),
}

/// Keeps changes for a person, all or none.
///
/// # Errors
/// [`Returned`], with what to tell them.
pub async fn hand_in(house: &House, user: &User, changes: &Changes) -> Result<Kept, Returned> {
    through_the_gate(house, user, changes).await?;
    kept(house, house.store().keep(changes).await).await
}

/// Keeps changes for a person once, however often the same request is sent.
///
/// # Errors
/// [`Returned`], with what to tell them.
pub async fn hand_in_once(
    house: &House,
    user: &User,
    changes: &Changes,
    once: Once<'_>,
) -> Result<KeptOnce, Returned> {
    through_the_gate(house, user, changes).await?;
    let now = jiff::Timestamp::now();
    kept(house, house.store().keep_once(changes, once, now).await).await
}

async fn through_the_gate(house: &House, user: &User, changes: &Changes) -> Result<(), Returned> {
    let records = house
        .records()
        .await
        .map_err(|error| Returned::Problem(error.into()))?;
    gate::pass(&user.asker(), &records, changes, house.today()).map_err(|refused| match refused {
        Refused::NotAllowed(why) => Returned::Problem(Problem::NotAllowed(why)),
        Refused::NoSuchRecord => Returned::Problem(Problem::NotFound),
        Refused::Mistakes(mistakes) => Returned::Mistakes(mistakes),
    })
}

async fn kept<T>(house: &House, kept: Result<T, StoreError>) -> Result<T, Returned> {
    match kept {
        Ok(kept) => {
            // The next page anybody opens reads the news itself; doing it now keeps that page quick.
            if let Err(error) = house.records().await {
                tracing::warn!(because = %error, "the records will be read at the next page");
            }
            Ok(kept)
        }
        Err(StoreError::Stale(record)) => Err(Returned::Stale(record)),
        Err(error) => Err(Returned::Problem(error.into())),
    }
}

impl From<Returned> for Problem {
    /// For a handler without a form to show again.
    fn from(returned: Returned) -> Self {
        match returned {
            Returned::Mistakes(_) => Self::NotUnderstood,
            Returned::Stale(record) => Self::Store(StoreError::Stale(record)),
            Returned::Problem(problem) => problem,
        }
    }
}

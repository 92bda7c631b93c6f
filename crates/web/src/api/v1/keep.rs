//! Handing changes in for a program: through the desk, and once only when it gave a key.

use crate::api::trouble::Trouble;
use crate::desk::{self, Returned};
use crate::house::House;
use crate::user::User;
use axum::http::HeaderMap;
use waymark_programme::{Changes, Kind, RecordId};
use waymark_store::{Earlier, Kept, KeptOnce, Once};

/// A request that may have been sent before: the key it was given, and what it asks.
pub(super) struct Request<'a> {
    key: Option<&'a str>,
    asked: String,
}

/// The header that says two requests are one.
const KEY: &str = "idempotency-key";

impl<'a> Request<'a> {
    /// A request to this address with this body.
    ///
    /// # Errors
    /// 400 for a key that is none.
    pub(super) fn read(headers: &'a HeaderMap, address: &str, body: &str) -> Result<Self, Trouble> {
        let key = headers
            .get(KEY)
            .map(|it| {
                it.to_str()
                    .ok()
                    .filter(|it| (1..=255).contains(&it.len()))
                    .filter(|it| it.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_".contains(&it)))
                    .ok_or_else(|| {
                        Trouble::not_understood(
                            "Idempotency-Key: send 1 to 255 letters, digits, hyphens and underscores.",
                        )
                    })
            })
            .transpose()?;
        Ok(Self {
            key,
            asked: format!("{address}\n{body}"),
        })
    }

    /// One that its version alone keeps from being done twice.
    pub(super) const fn plain() -> Self {
        Self {
            key: None,
            asked: String::new(),
        }
    }

    fn once(&'a self, user: &User) -> Option<Once<'a>> {
        self.key.map(|key| Once {
            account: user.id,
            key,
            asked: &self.asked,
        })
    }

    /// The record that the same request made or changed before.
    ///
    /// # Errors
    /// 422 if the key was used for something else.
    pub(super) async fn before(
        &self,
        house: &House,
        user: &User,
    ) -> Result<Option<RecordId>, Trouble> {
        match self.once(user) {
            Some(once) => house
                .store()
                .kept_before(once)
                .await?
                .map(the_same)
                .transpose(),
            None => Ok(None),
        }
    }

    /// Hands changes in.
    ///
    /// # Errors
    /// What the gate or the store says; [`Refused::Stale`] for the caller, who knows the record.
    pub(super) async fn hand_in(
        &self,
        house: &House,
        user: &User,
        kind: &Kind,
        changes: &Changes,
    ) -> Result<Done, Refused> {
        let returned = |returned| match returned {
            Returned::Stale(_) => Refused::Stale,
            other => Refused::Trouble(Trouble::of_returned(kind, other)),
        };
        match self.once(user) {
            None => desk::hand_in(house, user, changes)
                .await
                .map(Done::Now)
                .map_err(returned),
            Some(once) => match desk::hand_in_once(house, user, changes, once).await {
                Ok(KeptOnce::Now(kept)) => Ok(Done::Now(kept)),
                Ok(KeptOnce::Before(earlier)) => the_same(earlier)
                    .map(Done::Before)
                    .map_err(Refused::Trouble),
                Err(it) => Err(returned(it)),
            },
        }
    }
}

fn the_same(earlier: Earlier) -> Result<RecordId, Trouble> {
    if earlier.same {
        Ok(earlier.record)
    } else {
        Err(Trouble::wrong(
            "Idempotency-Key",
            "This key was used for another request. Use a new one for each thing you ask",
        ))
    }
}

/// What came of handing in.
pub(super) enum Done {
    /// It was kept.
    Now(Kept),
    /// The same request had been kept; this is the record it was about.
    Before(RecordId),
}

/// Why nothing was kept.
pub(super) enum Refused {
    /// Somebody wrote the record since it was read.
    Stale,
    /// All else.
    Trouble(Trouble),
}

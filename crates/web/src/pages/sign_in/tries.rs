//! A try at a password, counted, so that guessing gets nowhere.

use crate::demo::is_demo_name;
use crate::house::House;
use crate::password;
use jiff::{SignedDuration, Timestamp};
use waymark_store::{Account, StoreError, Tried as By};

/// How far back failures count.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// The failures after which a name has to wait.
pub(crate) const BY_NAME: u64 = 8;
/// The failures after which an address has to wait: more, because an office shares one.
pub(crate) const BY_ADDRESS: u64 = 50;

/// What came of a try.
pub(crate) enum Try {
    /// The password is that of this account.
    Right(Account),
    /// The name or the password is wrong, or the account is closed: nobody is told which.
    Wrong,
    /// Too many have failed; this one was not looked at.
    TooMany,
}

/// Tries a password. Tries wait for each other, two at a time, so that a hundred sent at once are counted too, and so that
/// hashing cannot take all memory.
pub(crate) async fn attempt(
    house: &House,
    name: &str,
    typed: &str,
    address: &str,
) -> Result<Try, StoreError> {
    let _turn = house.turn_to_hash().await;
    let store = house.store();
    let now = Timestamp::now();
    let since = now - WINDOW;
    let too_many = store.failures_since(By::Name(name), since).await? >= BY_NAME
        || (!address.is_empty()
            && store.failures_since(By::Address(address), since).await? >= BY_ADDRESS);
    if too_many {
        tracing::warn!("sign-in refused: too many failures");
        return Ok(Try::TooMany);
    }
    let found = store
        .find_by_sign_in_name(name)
        .await?
        .filter(|(account, _)| {
            account.active && (house.options().demo || !is_demo_name(&account.sign_in_name))
        });
    let (account, hash) = found.unzip();
    let typed = typed.to_owned();
    let right = tokio::task::spawn_blocking(move || password::is_right(&typed, hash.as_ref()))
        .await
        .unwrap_or(false);
    let account = account.filter(|_| right);
    store
        .record_attempt(name, address, account.is_some(), now)
        .await?;
    Ok(account.map_or(Try::Wrong, Try::Right))
}

//! Whose an action is: the person who asks, with every name they answer to.

use crate::house::House;
use crate::user::User;
use waymark_programme::check::plausible_email;
use waymark_programme::owner::Person;
use waymark_programme::{Asker, Record, Records};
use waymark_store::StoreError;

/// The person who asks, as owners are named.
///
/// # Errors
/// When the store does not answer.
pub(crate) async fn person(
    house: &House,
    user: &User,
    records: &Records,
) -> Result<Person, StoreError> {
    let account = house.store().account(user.id).await?;
    let email = Some(account.sign_in_name.as_str())
        .filter(|it| plausible_email(it))
        .unwrap_or("");
    Ok(Person::find(records, &user.name, email, house.today()))
}

/// As whom they ask about this record: under the owner's line that means them, if one does.
pub(super) fn asker<'a>(
    records: &Records,
    person: &'a Person,
    user: &'a User,
    record: &'a Record,
) -> Asker<'a> {
    person.asker(records, record, user.role, &user.areas)
}

/// Whether they may read it.
pub(super) fn reads(records: &Records, person: &Person, user: &User, record: &Record) -> bool {
    asker(records, person, user, record).may_read(record)
}

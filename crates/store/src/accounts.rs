//! The people who may sign in. An account is never deleted, only made inactive: the access log keeps its name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{Any, Transaction};

use crate::row::{self, moment};
use crate::{AccountId, Area, AreaKind, Role, Store, StoreError, counters};

/// Somebody who may sign in, or once could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its number.
    pub id: AccountId,
    /// What they type to sign in, in lower case: an e-mail address or a username.
    pub sign_in_name: String,
    /// Their name, as pages show it.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The areas whose children they may see, if they are a manager; wide kinds first, then by name.
    pub areas: Vec<Area>,
    /// Whether they may sign in.
    pub active: bool,
    /// When the account was made.
    pub created: Timestamp,
    /// When anything in it last changed.
    pub changed: Timestamp,
}

/// An account to be made.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// What they will type to sign in; capitals and blanks round it do not count.
    pub sign_in_name: String,
    /// Their name, as pages show it.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The areas whose children they may see.
    pub areas: Vec<Area>,
    /// The hash of their password.
    pub password_hash: PasswordHash,
}

/// A password's hash in the form its hashing wrote it. The store neither makes nor checks one. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub String);

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

impl Store {
    /// Makes an account.
    ///
    /// # Errors
    /// [`StoreError::NameTaken`]; [`StoreError::NoName`].
    pub async fn create_account(&self, new: NewAccount) -> Result<Account, StoreError> {
        let sign_in_name = plain_name(&new.sign_in_name);
        if sign_in_name.is_empty() {
            return Err(StoreError::NoName);
        }
        let now = moment(Timestamp::now());
        let mut transaction = self.db.write().await?;
        let id = AccountId(counters::next(&mut transaction, "accounts").await?);
        let made = sqlx::query(
            "insert into accounts \
             (id, sign_in_name, name, role, password_hash, active, created, changed) \
             values ($1, $2, $3, $4, $5, 1, $6, $6) on conflict (sign_in_name) do nothing",
        )
        .bind(id.0)
        .bind(sign_in_name)
        .bind(new.name)
        .bind(new.role.word())
        .bind(new.password_hash.0)
        .bind(now)
        .execute(&mut *transaction)
        .await?;
        if made.rows_affected() == 0 {
            return Err(StoreError::NameTaken);
        }
        insert_areas(&mut transaction, id, &new.areas).await?;
        transaction.commit().await?;
        self.account(id).await
    }

    /// One account, active or not.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`].
    pub async fn account(&self, id: AccountId) -> Result<Account, StoreError> {
        let found = sqlx::query("select * from accounts where id = $1")
            .bind(id.0)
            .fetch_optional(self.db.read())
            .await?
            .ok_or(StoreError::NoSuchAccount(id))?;
        let areas = self.areas_of(id).await?;
        account(&found, areas)
    }

    /// The account that signs in with that name, active or not, and the hash its password is checked against.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn find_by_sign_in_name(
        &self,
        name: &str,
    ) -> Result<Option<(Account, PasswordHash)>, StoreError> {
        let Some(found) = sqlx::query("select * from accounts where sign_in_name = $1")
            .bind(plain_name(name))
            .fetch_optional(self.db.read())
            .await?
        else {
            return Ok(None);
        };
        let areas = self.areas_of(AccountId(row::number(&found, "id")?)).await?;
        let hash = PasswordHash(row::text(&found, "password_hash")?);
        Ok(Some((account(&found, areas)?, hash)))
    }

    /// Every account, by name.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let mut snapshot = self.db.snapshot().await?;
        let found = sqlx::query("select * from accounts")
            .fetch_all(&mut *snapshot)
            .await?;
        let mut areas: BTreeMap<i64, Vec<Area>> = BTreeMap::new();
        for area_row in sqlx::query("select account, kind, name from account_areas")
            .fetch_all(&mut *snapshot)
            .await?
        {
            let of = row::number(&area_row, "account")?;
            areas.entry(of).or_default().push(area(&area_row)?);
        }
        let mut accounts = found
            .iter()
            .map(|it| {
                let areas = areas.remove(&row::number(it, "id")?).unwrap_or_default();
                account(it, areas)
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        // Sorted here and not in SQL: the engines do not agree on the alphabet.
        accounts.sort_by_cached_key(|it| (it.name.to_lowercase(), it.id));
        Ok(accounts)
    }

    /// Gives an account another role and other areas.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`].
    pub async fn change_role(
        &self,
        id: AccountId,
        role: Role,
        areas: &[Area],
    ) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        let changed = sqlx::query("update accounts set role = $1, changed = $2 where id = $3")
            .bind(role.word())
            .bind(moment(Timestamp::now()))
            .bind(id.0)
            .execute(&mut *transaction)
            .await?;
        if changed.rows_affected() == 0 {
            return Err(StoreError::NoSuchAccount(id));
        }
        sqlx::query("delete from account_areas where account = $1")
            .bind(id.0)
            .execute(&mut *transaction)
            .await?;
        insert_areas(&mut transaction, id, areas).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Gives an account another password and signs it out everywhere.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`].
    pub async fn change_password(
        &self,
        id: AccountId,
        hash: PasswordHash,
    ) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        let changed =
            sqlx::query("update accounts set password_hash = $1, changed = $2 where id = $3")
                .bind(hash.0)
                .bind(moment(Timestamp::now()))
                .bind(id.0)
                .execute(&mut *transaction)
                .await?;
        sign_out(&mut transaction, id).await?;
        if changed.rows_affected() == 0 {
            return Err(StoreError::NoSuchAccount(id));
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Makes an account inactive and signs it out everywhere, or lets it sign in again.
    ///
    /// # Errors
    /// [`StoreError::NoSuchAccount`].
    pub async fn set_active(&self, id: AccountId, active: bool) -> Result<(), StoreError> {
        let mut transaction = self.db.write().await?;
        let changed = sqlx::query("update accounts set active = $1, changed = $2 where id = $3")
            .bind(i64::from(active))
            .bind(moment(Timestamp::now()))
            .bind(id.0)
            .execute(&mut *transaction)
            .await?;
        if changed.rows_affected() == 0 {
            return Err(StoreError::NoSuchAccount(id));
        }
        if !active {
            sign_out(&mut transaction, id).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    pub(crate) async fn areas_of(&self, id: AccountId) -> Result<Vec<Area>, StoreError> {
        sqlx::query("select kind, name from account_areas where account = $1")
            .bind(id.0)
            .fetch_all(self.db.read())
            .await?
            .iter()
            .map(area)
            .collect()
    }
}

/// A sign-in name without its capitals and the blanks round it.
pub(crate) fn plain_name(name: &str) -> String {
    name.trim().to_lowercase()
}

pub(crate) fn account(found: &AnyRow, mut areas: Vec<Area>) -> Result<Account, StoreError> {
    areas.sort();
    Ok(Account {
        id: AccountId(row::number(found, "id")?),
        sign_in_name: row::text(found, "sign_in_name")?,
        name: row::text(found, "name")?,
        role: Role::from_word(&row::text(found, "role")?).ok_or(StoreError::Unreadable("role"))?,
        areas,
        active: row::number(found, "active")? == 1,
        created: row::when(found, "created")?,
        changed: row::when(found, "changed")?,
    })
}

fn area(found: &AnyRow) -> Result<Area, StoreError> {
    Ok(Area {
        kind: AreaKind::from_word(&row::text(found, "kind")?)
            .ok_or(StoreError::Unreadable("kind"))?,
        name: row::text(found, "name")?,
    })
}

async fn insert_areas(
    transaction: &mut Transaction<'static, Any>,
    id: AccountId,
    areas: &[Area],
) -> Result<(), StoreError> {
    for area in areas.iter().collect::<BTreeSet<_>>() {
        sqlx::query("insert into account_areas (account, kind, name) values ($1, $2, $3)")
            .bind(id.0)
            .bind(area.kind.word())
            .bind(area.name.as_str())
            .execute(&mut **transaction)
            .await?;
    }
    Ok(())
}

async fn sign_out(
    transaction: &mut Transaction<'static, Any>,
    id: AccountId,
) -> Result<(), StoreError> {
    sqlx::query("delete from sessions where account = $1")
        .bind(id.0)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

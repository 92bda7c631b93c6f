//! The access log: who looked at which children's rows, when and where. It is only ever added to.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::Timestamp;
use sqlx::any::AnyRow;

use crate::row::{self, moment};
use crate::{AccountId, LookId, Store, StoreError, UploadId, counters};

/// How many children go into one statement: a long list takes few of them, and none has too many parameters.
const AT_ONCE: usize = 1000;

/// One look at children's rows. Which children: [`Store::children_of_look`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Its number.
    pub id: LookId,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub account: AccountId,
    /// That person's name.
    pub account_name: String,
    /// The measure or list that was shown.
    pub what: String,
    /// The upload the rows came from, when there was one.
    pub upload: Option<UploadId>,
    /// How many children it showed.
    pub children: u64,
}

/// Which looks to list; what is `None` does not narrow. No `Debug`: it may hold a child's id.
#[derive(Clone, Default)]
pub struct LookFilter {
    /// Only this person's.
    pub account: Option<AccountId>,
    /// Only those that showed this child.
    pub child: Option<String>,
    /// Only from this moment on.
    pub from: Option<Timestamp>,
    /// Only before this moment.
    pub to: Option<Timestamp>,
}

/// One page of looks, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookPage {
    /// The looks of this page.
    pub looks: Vec<Look>,
    /// How many there are on all pages.
    pub total: u64,
}

const NARROWED: &str = "from access_log l join accounts a on a.id = l.account \
     where ($1 is null or l.account = $1) \
     and ($2 is null or exists \
         (select 1 from access_log_children c where c.look = l.id and c.child = $2)) \
     and ($3 is null or l.at >= $3) and ($4 is null or l.at < $4)";

impl Store {
    /// Notes that somebody was shown these children's rows. When this returns, it is on the disk: log first, then
    /// show.
    ///
    /// # Errors
    /// The database's refusal; then nothing was noted and nothing should be shown.
    pub async fn log_look<C: AsRef<str>>(
        &self,
        account: AccountId,
        what: &str,
        upload: Option<UploadId>,
        children: &[C],
    ) -> Result<LookId, StoreError> {
        let children: Vec<String> = children
            .iter()
            .map(|child| child.as_ref().to_owned())
            .collect::<BTreeSet<String>>()
            .into_iter()
            .collect();
        let mut transaction = self.db.write().await?;
        let look = counters::next(&mut transaction, "access_log").await?;
        sqlx::query(
            "insert into access_log (id, at, account, what, upload) values ($1, $2, $3, $4, $5)",
        )
        .bind(look)
        .bind(moment(Timestamp::now()))
        .bind(account.0)
        .bind(what)
        .bind(upload.map(|upload| upload.0))
        .execute(&mut *transaction)
        .await?;
        for some in children.chunks(AT_ONCE) {
            let mut insert = sqlx::query(crate::db::made(insert_children(some.len())))
                // A full batch is always the same statement; a remainder is not worth remembering.
                .persistent(some.len() == AT_ONCE)
                .bind(look);
            for child in some {
                insert = insert.bind(child.as_str());
            }
            insert.execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        Ok(LookId(look))
    }

    /// The looks that `filter` lets through, the newest first; `page` counts from 0 and holds `size`.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn access_log(
        &self,
        filter: &LookFilter,
        page: u32,
        size: u32,
    ) -> Result<LookPage, StoreError> {
        let mut snapshot = self.db.snapshot().await?;
        let count = format!("select count(*) as total {NARROWED}");
        let total = narrow(sqlx::query(crate::db::made(count)), filter)
            .fetch_one(&mut *snapshot)
            .await?;
        let list = format!(
            "select l.id, l.at, l.account, a.name, l.what, l.upload, \
             (select count(*) from access_log_children n where n.look = l.id) as children \
             {NARROWED} order by l.id desc limit $5 offset $6"
        );
        let found = narrow(sqlx::query(crate::db::made(list)), filter)
            .bind(i64::from(size))
            .bind(i64::from(page) * i64::from(size))
            .fetch_all(&mut *snapshot)
            .await?;
        Ok(LookPage {
            looks: found.iter().map(look).collect::<Result<_, _>>()?,
            total: row::count(&total, "total")?,
        })
    }

    /// The ids of the children a look showed, in order.
    ///
    /// # Errors
    /// The database's refusal.
    pub async fn children_of_look(&self, look: LookId) -> Result<Vec<String>, StoreError> {
        let mut children = sqlx::query("select child from access_log_children where look = $1")
            .bind(look.0)
            .fetch_all(self.db.read())
            .await?
            .iter()
            .map(|found| row::text(found, "child"))
            .collect::<Result<Vec<_>, _>>()?;
        children.sort_unstable();
        Ok(children)
    }
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Any, sqlx::any::AnyArguments>;

fn narrow<'q>(query: Query<'q>, filter: &LookFilter) -> Query<'q> {
    query
        .bind(filter.account.map(|account| account.0))
        .bind(filter.child.clone())
        .bind(filter.from.map(moment))
        .bind(filter.to.map(moment))
}

/// `insert … values ($1, $2), ($1, $3), …`: the look is the first parameter of every row.
fn insert_children(children: usize) -> String {
    let mut sql = "insert into access_log_children (look, child) values ($1, $2)".to_owned();
    for parameter in 3..children + 2 {
        let _ = write!(sql, ", ($1, ${parameter})");
    }
    sql
}

fn look(found: &AnyRow) -> Result<Look, StoreError> {
    Ok(Look {
        id: LookId(row::number(found, "id")?),
        at: row::when(found, "at")?,
        account: AccountId(row::number(found, "account")?),
        account_name: row::text(found, "name")?,
        what: row::text(found, "what")?,
        upload: row::number_or_none(found, "upload")?.map(UploadId),
        children: row::count(found, "children")?,
    })
}

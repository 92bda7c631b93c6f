//! What was published: papers with their values, the latest first.

use crate::house::House;
use crate::papers::Issued;
use crate::problem::Problem;
use std::cmp::Reverse;
use waymark_data::Day;
use waymark_programme::{RecordId, Records};
use waymark_report::Audience;

/// A paper that was published.
pub(super) struct Published {
    pub(super) id: RecordId,
    pub(super) on: Day,
    pub(super) issued: Issued,
}

impl Published {
    pub(super) fn href(&self) -> String {
        format!("/public/papers/{}", self.id)
    }
}

/// Every paper that was published, the latest first. A paper with small numbers is not among them, whatever its record
/// says.
pub(super) async fn papers(house: &House, records: &Records) -> Result<Vec<Published>, Problem> {
    let mut all = Vec::new();
    for record in house
        .issued_papers(records)
        .into_iter()
        .filter(|it| super::public_may_read(it))
    {
        let Some(issued) = house.issued(record).await? else {
            continue;
        };
        if issued.paper.audience == Audience::Public {
            let on = record.day("circulated").unwrap_or(issued.paper.made_on);
            all.push(Published {
                id: record.id,
                on,
                issued,
            });
        }
    }
    all.sort_by_key(|it| Reverse((it.on, it.id)));
    Ok(all)
}

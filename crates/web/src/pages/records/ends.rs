//! A record's links, as they are read from it: grouped by what they say, with what stands at the other end.

use super::cite;
use crate::user::User;
use waymark_govuk::Html;
use waymark_measures::catalogue;
use waymark_programme::{End, Link, Record, Records};

/// Links of a record that say the same.
pub(crate) struct Group {
    /// "Came from", "Led to".
    pub(crate) reads: &'static str,
    /// What is at their other ends.
    pub(crate) ends: Vec<Html>,
}

/// A link seen from one of its ends.
pub(super) struct Seen<'a> {
    pub(super) link: &'a Link,
    /// Whether it begins at the record that is looked at.
    pub(super) out: bool,
}

impl Seen<'_> {
    pub(super) fn reads(&self) -> &'static str {
        if self.out {
            self.link.kind.forwards
        } else {
            self.link.kind.backwards
        }
    }

    /// What stands at the other end, for this person; none where it is deleted or erased from lists.
    pub(super) fn other(&self, user: &User, records: &Records) -> Option<Html> {
        match (&self.link.to, self.out) {
            (End::Measure(id), _) => Some(measure(id)),
            (End::Record(to), true) => record(user, records.get(*to)?),
            (End::Record(_), false) => record(user, records.get(self.link.from)?),
        }
    }
}

impl Seen<'_> {
    /// The same in words alone, for a choice: a link inside a label would lead away from the form.
    pub(super) fn other_words(&self, user: &User, records: &Records) -> Option<String> {
        let id = match (&self.link.to, self.out) {
            (End::Measure(id), _) => {
                let title = catalogue::find(id).map_or("a measure", |it| it.title);
                return Some(format!("{title} (measure)"));
            }
            (End::Record(to), true) => *to,
            (End::Record(_), false) => self.link.from,
        };
        let record = records.get(id).filter(|it| !it.deleted)?;
        Some(if user.asker().may_read(record) {
            let title = cite::shortened(&cite::name(record), 160);
            format!("{} {title}", record.reference())
        } else {
            "a record you may not read".to_owned()
        })
    }
}

fn record(user: &User, record: &Record) -> Option<Html> {
    if record.deleted {
        return None;
    }
    let asker = user.asker();
    let mut shown = cite::link_for(&asker, record);
    if asker.may_read(record) {
        shown.0.push(' ');
        shown.0.push_str(&cite::state(record.state).to_string());
    }
    Some(shown)
}

/// A measure as a link to its page.
#[must_use]
pub(crate) fn measure(id: &str) -> Html {
    match catalogue::find(id) {
        Some(found) => Html::new(format!(
            r#"<a class="govuk-link" href="/measures/{}">{}</a> (measure)"#,
            found.name(),
            cite::text(found.title)
        )),
        None => cite::text("a measure that is no longer in the catalogue"),
    }
}

/// Every link of a record, those that begin there first.
pub(super) fn of<'a>(records: &'a Records, record: &Record) -> impl Iterator<Item = Seen<'a>> {
    let out = records
        .links_from(record.id)
        .iter()
        .map(|link| Seen { link, out: true });
    let into = records
        .links_to(record.id)
        .iter()
        .map(|link| Seen { link, out: false });
    out.chain(into)
}

/// A record's links grouped by what they say. Of records this person may not read, one line says that there are some;
/// how many there are is not told.
pub(crate) fn groups(user: &User, records: &Records, at: &Record) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for seen in of(records, at) {
        let Some(shown) = seen.other(user, records) else {
            continue;
        };
        let reads = seen.reads();
        let at = groups.iter().position(|it| it.reads == reads);
        let at = at.unwrap_or_else(|| {
            groups.push(Group {
                reads,
                ends: Vec::new(),
            });
            groups.len() - 1
        });
        if !groups[at].ends.contains(&shown) {
            groups[at].ends.push(shown);
        }
    }
    groups
}

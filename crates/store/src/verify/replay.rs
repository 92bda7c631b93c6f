//! What the lines of history say stands now.

use std::collections::{BTreeMap, BTreeSet};

use waymark_programme::{Act, Body};

use crate::records;

/// Everything as history leaves it.
#[derive(Default)]
pub(super) struct Said {
    /// Records, by number.
    pub(super) records: BTreeMap<i64, SaidRecord>,
    /// Links that were made and not taken away: the record, the link's word, its end.
    pub(super) links: BTreeSet<(i64, String, String)>,
    /// Files that were added and not erased, by number.
    pub(super) files: BTreeMap<i64, SaidFile>,
}

/// A record as its history leaves it.
#[derive(Default)]
pub(super) struct SaidRecord {
    pub(super) version: i64,
    /// Its kind; none where its first line was erased, or an older Waymark wrote it.
    pub(super) kind: Option<String>,
    pub(super) state: String,
    pub(super) readers: String,
    pub(super) held: String,
    pub(super) made: String,
    pub(super) changed: String,
    /// Who changed it last; none where that line lost its body.
    pub(super) by: Option<String>,
    pub(super) deleted: bool,
    pub(super) erased: bool,
    /// A line without a body that nothing later explains.
    pub(super) unexplained: Option<i64>,
    /// Whether the record was found.
    pub(super) seen: bool,
}

/// A file as the line that added it names it.
pub(super) struct SaidFile {
    pub(super) record: i64,
    pub(super) name: String,
    /// None where an older Waymark wrote the line.
    pub(super) content_type: Option<String>,
    pub(super) sha256: String,
    pub(super) added: String,
    pub(super) by: String,
}

/// Where a line stands, and when it was written.
pub(super) struct Place {
    pub(super) seq: i64,
    pub(super) record: i64,
    pub(super) version: i64,
    pub(super) at: String,
}

impl Said {
    /// Lays one line over what came before.
    pub(super) fn lay(&mut self, place: Place, act: &str, body: Option<Body>) {
        let record = place.record;
        let known = self.records.entry(record).or_insert_with(|| SaidRecord {
            made: place.at.clone(),
            ..SaidRecord::default()
        });
        known.version = place.version;
        let act = Act::from_word(act);
        match act {
            Some(Act::Deleted) => known.deleted = true,
            Some(Act::Restored) => known.deleted = false,
            Some(Act::Erased) => {
                known.erased = true;
                // What went before may be without its body: this line says why.
                known.unexplained = None;
            }
            _ => {}
        }
        // A link or a file leaves the record itself as it was.
        let beside = matches!(act, Some(Act::Linked | Act::Unlinked | Act::Filed));
        if !beside {
            known.changed.clone_from(&place.at);
            known.by = body.as_ref().map(|it| it.by.name.clone());
        }
        let Some(body) = body else {
            known.unexplained.get_or_insert(place.seq);
            return;
        };
        known.state = body.state;
        known.readers = body.readers.word().to_owned();
        if body.kind.is_some() {
            known.kind = body.kind;
        }
        if let Some(values) = &body.values {
            known.held = records::held(values);
        }
        if let Some((link, to)) = body.link {
            let link = (record, link, to);
            if act == Some(Act::Unlinked) {
                self.links.remove(&link);
            } else {
                self.links.insert(link);
            }
        }
        if let Some((number, name, sha256)) = body.file {
            let file = SaidFile {
                record,
                name,
                content_type: body.file_type,
                sha256,
                added: place.at,
                by: body.by.name,
            };
            self.files.insert(number, file);
        }
    }
}

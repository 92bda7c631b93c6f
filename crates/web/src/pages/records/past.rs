//! A record as it was: read off its history.

use waymark_programme::{Act, Line, Readers, Values};

/// A record as a line of its history left it.
#[derive(Clone)]
pub(super) struct Past {
    pub(super) version: u32,
    pub(super) state: String,
    pub(super) readers: Readers,
    pub(super) values: Values,
    pub(super) deleted: bool,
}

/// What each line of a history left, oldest first; none for lines whose content was erased.
pub(super) fn states(history: &[Line]) -> Vec<Option<Past>> {
    let mut values = Values::new();
    let mut deleted = false;
    history
        .iter()
        .map(|line| {
            match line.act {
                Act::Deleted => deleted = true,
                Act::Restored => deleted = false,
                _ => {}
            }
            let body = line.body.as_ref()?;
            if let Some(now) = &body.values {
                values.clone_from(now);
            }
            Some(Past {
                version: line.version,
                state: body.state.clone(),
                readers: body.readers,
                values: values.clone(),
                deleted,
            })
        })
        .collect()
}

/// A record as it was at a version; none where that was erased or never was.
pub(super) fn as_of(history: &[Line], version: u32) -> Option<Past> {
    let at = history.iter().rposition(|it| it.version == version)?;
    states(history).into_iter().nth(at).flatten()
}

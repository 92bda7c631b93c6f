//! What a board decided about an action, as far as a partner is told.

use crate::words::capital;
use waymark_data::Day;
use waymark_programme::kinds::{AGENDA_ITEM, RESOLUTION};
use waymark_programme::link::CAME_FROM;
use waymark_programme::meetings::{meeting_of, said_on};
use waymark_programme::{Readers, Record, Records};

/// "Improvement Board, 24 April 2018. Agreed: that the heat maps be brought." Empty where nothing is on record, or where
/// it is for a few only.
pub(super) fn decided(records: &Records, action: &Record) -> String {
    let open = |it: &&Record| it.readers != Readers::Restricted;
    let came = || records.leads_to(action.id, &CAME_FROM).filter(open);
    let mut resolutions: Vec<&Record> = came().filter(|it| it.is(&RESOLUTION)).collect();
    // An action that was agreed under an item came with what was resolved there.
    if resolutions.is_empty() {
        let items = came().filter(|it| it.is(&AGENDA_ITEM));
        resolutions.extend(items.flat_map(|it| records.parts(it.id, &RESOLUTION).filter(open)));
    }
    let meeting = meeting_of(records, action).filter(open);
    let mut said = String::new();
    if let Some(meeting) = meeting {
        let body = meeting.text("body");
        said.push_str(if body.is_empty() {
            meeting.title()
        } else {
            body
        });
        if let Some(day) = said_on(records, meeting) {
            said.push_str(&format!(", {}", Day::words(day)));
        }
        said.push_str(". ");
    }
    let words: Vec<String> = resolutions
        .iter()
        .map(|it| format!("{}: {}", capital(it.text("verb")), it.title()))
        .collect();
    said.push_str(&words.join("; "));
    if let Some(item) = came().find(|it| it.is(&AGENDA_ITEM))
        && words.is_empty()
    {
        said.push_str(&format!("Under: {}", item.title()));
    }
    said.trim().to_owned()
}

//! What a board decided about an action, as far as a partner is told.

use crate::words::capital;
use waymark_data::Day;
use waymark_programme::kinds::RESOLUTION;
use waymark_programme::link::CAME_FROM;
use waymark_programme::meetings::{meeting_of, said_on};
use waymark_programme::{Readers, Record, Records};

/// "Improvement Board, 24 April 2018. Agreed: that the heat maps be brought." Empty where nothing is on record, or where
/// it is for a few only.
pub(super) fn decided(records: &Records, action: &Record) -> String {
    let open = |it: &&Record| it.readers != Readers::Restricted;
    let resolution = records
        .leads_to(action.id, &CAME_FROM)
        .filter(open)
        .find(|it| it.is(&RESOLUTION));
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
    if let Some(it) = resolution {
        said.push_str(&format!("{}: {}", capital(it.text("verb")), it.title()));
    }
    said.trim().to_owned()
}

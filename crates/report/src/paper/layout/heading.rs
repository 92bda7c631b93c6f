//! The block at a paper's head: whose it is, for whom, what of.

use super::direction::isolated;
use crate::paper::Paper;
use std::borrow::Cow;

/// What and answer, in order; `notes` say what a reader must look up in an appendix.
pub(super) fn facts<'a>(paper: &'a Paper, notes: Vec<String>) -> Vec<(&'static str, Cow<'a, str>)> {
    let mut facts: Vec<(&'static str, Cow<'a, str>)> = vec![("Council", (&*paper.council).into())];
    if !paper.committee.is_empty() {
        facts.push(("Committee", (&*paper.committee).into()));
    }
    if let Some(meeting) = &paper.meeting {
        let title = isolated(&meeting.title);
        let on = meeting.on.words();
        let words = if meeting.reference.is_empty() {
            format!("{title}, {on}")
        } else {
            format!("{title}, {on} ({})", isolated(&meeting.reference))
        };
        facts.push(("Meeting", words.into()));
    }
    facts.push(("Period", (&*paper.period).into()));
    facts.push(("Data as at", paper.as_at.words().into()));
    facts.push(("Who may read it", paper.audience.words().into()));
    facts.push(("Made on", paper.made_on.words().into()));
    facts.extend(notes.into_iter().map(|it| ("Note", it.into())));
    facts
}

//! Which plan lines answer a finding, and which findings none does.

use crate::pages::records::cite;
use waymark_govuk::Tag;
use waymark_programme::kind::Tone;
use waymark_programme::kinds::{FINDING, PLAN_LINE};
use waymark_programme::link::{ABOUT, ANSWERS, CAME_FROM};
use waymark_programme::{Asker, Record, Records};

/// The plan lines that answer a finding, whichever way they are linked; stopped ones too.
pub(crate) fn lines<'a>(records: &'a Records, finding: &Record) -> Vec<&'a Record> {
    let mut found: Vec<&Record> = records
        .led_here(finding.id, &CAME_FROM)
        .chain(records.led_here(finding.id, &ANSWERS))
        .chain(records.led_here(finding.id, &ABOUT))
        .chain(records.leads_to(finding.id, &ABOUT))
        .filter(|it| it.is(&PLAN_LINE))
        .collect();
    found.sort_by_key(|it| it.id);
    found.dedup_by_key(|it| it.id);
    found
}

/// Whether something must be done about a finding and no line of the plan does it.
pub(crate) fn waits(records: &Records, finding: &Record) -> bool {
    finding.is_open()
        && finding.text("sense") != "strength"
        && finding.text("sense") != "silent"
        && lines(records, finding)
            .iter()
            .all(|it| it.state.word == "stopped")
}

/// A finding's state as a tag. A line that is linked is seen, whether or not somebody has said so on the finding.
pub(crate) fn state(records: &Records, finding: &Record) -> Tag {
    let awaits = finding.state.word == "waiting";
    if awaits && !lines(records, finding).is_empty() && !waits(records, finding) {
        cite::tag("In the plan, not yet marked so", Tone::Busy)
    } else {
        cite::state(finding.state)
    }
}

/// The findings that somebody may read and that no line of the plan answers, the earliest reported first.
pub(crate) fn waiting<'a>(records: &'a Records, asker: &Asker<'_>) -> Vec<&'a Record> {
    let mut found: Vec<&Record> = records
        .of(&FINDING)
        .filter(|it| asker.may_read(it) && waits(records, it))
        .collect();
    found.sort_by_key(|it| (it.date(), it.id));
    found
}

//! What an item's heading says: what sort of item it is.

use super::item::ItemKind;
use super::wording::find_words;

/// What sort of item a title announces.
pub(super) fn kind_of(title: &str) -> ItemKind {
    const PROCEDURAL: &str = "apologies|apology for absence|welcome|welcome and introductions|introductions|declarations|declaration|declarations of interest|disclosure|disclosures|disclosable pecuniary|party whip|whip|\
        whipping|public questions|questions from members of the public|questions by the public|public speaking|public participation|public question time|open session|deputations|petitions|exclusion of press|\
        exclusion of the press|exclusion of public|exclusion of the public|exclusion of press and public|exempt information|urgent business|urgent items|urgent matters|chair's announcements|chairman's announcements|announcements|\
        substitute members|substitutions|alternate members|membership changes|membership of the committee|appointment of chair|appointment of chairman|election of chair|appointment of deputy chair|fire evacuation|housekeeping|\
        attendance by reserve members|filming|webcasting|late items|inspection of reports";
    const STANDING: &str = "minutes of|minutes|notes of|record of meeting|record of the meeting|record of the meetings|matters arising|action log|action tracker|actions from|work programme|forward plan|work plan|forward work programme|any other business|\
        aob|any other urgent|date of next|date of the next|date and time of next|dates of future|date of future|next meeting|future meetings|programme of meetings|outcome tracker|schedule of meeting|recommendation tracker";
    let lower = title.to_ascii_lowercase().replace('’', "'");
    if lower.split_whitespace().count() > 18 {
        return ItemKind::Business;
    }
    let has = |all: &str| all.split('|').any(|it| find_words(&lower, it).is_some());
    // "Minutes" is the last meeting's; "minutes of the partnership" on an agenda too.
    if has(PROCEDURAL) {
        ItemKind::Procedural
    } else if has(STANDING) {
        ItemKind::Standing
    } else {
        ItemKind::Business
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_of_items() {
        assert_eq!(kind_of("Apologies for absence"), ItemKind::Procedural);
        assert_eq!(
            kind_of("Minutes and actions from the last meeting"),
            ItemKind::Standing
        );
        assert_eq!(kind_of("Looked After Children"), ItemKind::Business);
        assert_eq!(kind_of("Any other business"), ItemKind::Standing);
    }
}

//! Sentences that announce a list.

use super::{Label, Part, label};
use crate::minutes::wording::is_joint;

/// Sentences that announce a list: "It was agreed as follows:", "The following actions were agreed within the plan:".
pub(super) fn lead_in(text: &str) -> Option<Label<'_>> {
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–'));
    if !end.ends_with(':') || text.len() > 400 {
        return None;
    }
    let lower = end.to_ascii_lowercase();
    let has = |it: &str| lower.contains(it);
    let part = if (has("following action")
        && (has("agreed") || has("identified") || has("noted") || has("were")))
        || has("actions agreed")
        || has("actions were agreed")
    {
        Part::ActionsAgreed
    } else if has("agreed as follows") || ends_agreed(&lower) {
        Part::Agreed
    } else if (has("asked for the following")
        || has("requested the following")
        || has("following information"))
        && (has("asked") || has("requested"))
    {
        Part::Asked
    } else if (has("following recommendation") && (has("made") || has("agreed") || has("make"))
        || has("recommended as follows")
        || has("made the following recommendations"))
        && !has("considered the following")
    {
        Part::Recommended
    } else {
        return None;
    };
    label(text, part, "")
}

/// "It was agreed that:", "The Board agreed:", "Agreed that", "Members agreed to:".
fn ends_agreed(lower: &str) -> bool {
    let stem = lower.trim_end_matches(|c: char| is_joint(c));
    let stem = ["that the following", "the following", "that", "to"]
        .iter()
        .find_map(|it| stem.strip_suffix(it))
        .unwrap_or(stem)
        .trim_end();
    stem.ends_with("agreed") && crate::minutes::wording::count(stem) <= 8
}

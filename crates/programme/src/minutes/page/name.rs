//! The name of a body, without what stands beside it.

/// A body's name without what the paper is: "Corporate Parenting Board – Action notes".
pub(super) fn without_kind(text: &str) -> &str {
    const KINDS: [&str; 8] = [
        "action notes",
        "minutes",
        "draft minutes",
        "notes",
        "meeting notes",
        "notes of meeting",
        "actions and decisions",
        "decisions and actions",
    ];
    let is_kind = |it: &str| KINDS.contains(&it.trim().to_ascii_lowercase().as_str());
    [" – ", " - ", " — ", ": "]
        .iter()
        .find_map(|it| {
            let last = text.rsplit_once(*it).filter(|it| is_kind(it.1));
            // "Minutes – Children's Improvement Board"
            let first = || text.split_once(*it).filter(|it| is_kind(it.0));
            last.map(|it| it.0)
                .or_else(|| first().map(|it| it.1.trim()))
        })
        .unwrap_or(text)
}

//! Attendance tables that lost their rows.

use crate::dates;
use crate::minutes::line::Line;
/// Whether the text is an attendance table that lost its rows: names, roles and ticks column after column.
pub(in crate::minutes) fn is_matrix(lines: &[Line<'_>]) -> bool {
    let mut short = 0_usize;
    let mut marks = 0_usize;
    let mut filled = 0_usize;
    let mut dates_alone = 0_usize;
    for line in lines.iter().filter(|it| !it.text.is_empty()).take(4000) {
        filled += 1;
        let text = line.text;
        if text.len() < 60 && !text.ends_with(['.', ':']) {
            short += 1;
        }
        let ticks = text
            .split_whitespace()
            .filter(|it| {
                matches!(
                    *it,
                    "✓" | "✔"
                        | "√"
                        | "X"
                        | "x"
                        | "Y"
                        | "N"
                        | "A"
                        | "P"
                        | "Yes"
                        | "No"
                        | "Apols"
                        | "Apologies"
                        | "Absent"
                        | "Sub"
                        | "Dep"
                        | "-"
                        | "–"
                        | "Present"
                        | "Attended"
                        | "N/A"
                )
            })
            .count();
        let all = text.split_whitespace().count();
        if all > 0 && ticks == all {
            marks += ticks;
        }
        if dates::first_date(text).is_some_and(|it| it.start == 0 && it.end == text.len())
            || (dates::months(text)
                .first()
                .is_some_and(|it| it.0 == 0 && it.1 == text.len()))
        {
            dates_alone += 1;
        }
    }
    filled >= 8
        && short * 10 >= filled * 8
        && marks >= 6
        && (dates_alone >= 2 || marks * 3 >= filled)
}

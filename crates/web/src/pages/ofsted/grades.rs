//! Grades in words, and why a report gives no overall one.

use waymark_data::Day;
use waymark_import::ofsted::Grade;

/// From 1 April 2026 inspections of councils' children's services give no overall grade, only the judgements (Ofsted's
/// announcement of 27 November 2025).
fn no_overall_from() -> Day {
    Day::new(2026, 4, 1).expect("a day of the calendar")
}

/// The overall grade in words; where there is none, why.
pub(super) fn overall(
    grade: Option<Grade>,
    inspected: Option<Day>,
    published: Option<Day>,
) -> String {
    match grade {
        Some(grade) => grade.words().to_owned(),
        None if inspected
            .or(published)
            .is_some_and(|it| it >= no_overall_from()) =>
        {
            "No overall grade: inspections since April 2026 give none".to_owned()
        }
        None => "No overall grade in this file".to_owned(),
    }
}

/// A judgement in words.
pub(super) fn judgement(grade: Option<Grade>) -> &'static str {
    grade.map_or("Not given", Grade::words)
}

/// The word a visit's record uses for a grade.
pub(super) fn word(grade: Grade) -> &'static str {
    match grade {
        Grade::Outstanding => "outstanding",
        Grade::Good => "good",
        Grade::RequiresImprovement => "requires-improvement",
        Grade::Inadequate => "inadequate",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_overall_grade_is_explained_only_where_the_explanation_is_true() {
        let day = |year, month| Day::new(year, month, 27);
        let since = "No overall grade: inspections since April 2026 give none";
        assert_eq!(overall(None, day(2026, 4), day(2026, 6)), since);
        assert_eq!(overall(None, None, day(2026, 6)), since);
        assert_eq!(
            overall(None, day(2026, 3), day(2026, 5)),
            "No overall grade in this file"
        );
        assert_eq!(overall(Some(Grade::Good), day(2026, 4), None), "Good");
    }
}

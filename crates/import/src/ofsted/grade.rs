//! Ofsted's four grades.

use std::fmt;

/// A grade, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Outstanding.
    Outstanding,
    /// Good.
    Good,
    /// Requires improvement to be good.
    RequiresImprovement,
    /// Inadequate.
    Inadequate,
}

impl Grade {
    /// Every grade.
    pub const ALL: [Self; 4] = [
        Self::Outstanding,
        Self::Good,
        Self::RequiresImprovement,
        Self::Inadequate,
    ];

    /// As Ofsted writes it, at the beginning of a sentence.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Outstanding => "Outstanding",
            Self::Good => "Good",
            Self::RequiresImprovement => "Requires improvement to be good",
            Self::Inadequate => "Inadequate",
        }
    }

    /// Reads a grade. Blank, "None" and what says that nothing was judged is no grade; anything else is unreadable.
    pub(super) fn read(text: &str) -> Result<Option<Self>, ()> {
        let text = text.trim().to_ascii_lowercase().replace('_', " ");
        // Some lists keep a word of the sentence the grade was cut from.
        let text = text.strip_prefix("to ").unwrap_or(&text);
        Ok(Some(match text {
            "outstanding" => Self::Outstanding,
            "good" => Self::Good,
            "requires improvement" | "requires improvement to be good" => Self::RequiresImprovement,
            "inadequate" => Self::Inadequate,
            ""
            | "none"
            | "nan"
            | "null"
            | "n/a"
            | "-"
            | "not judged"
            | "not graded"
            | "no grade"
            | "inspection pre dates judgement" => return Ok(None),
            _ => return Err(()),
        }))
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_a_blank_and_a_judgement_of_later_years_are_told_apart_from_nonsense() {
        for (text, wanted) in [
            (
                "Requires improvement to be good",
                Ok(Some(Grade::RequiresImprovement)),
            ),
            (
                "to requires improvement",
                Ok(Some(Grade::RequiresImprovement)),
            ),
            ("", Ok(None)),
            ("inspection_pre_dates_judgement", Ok(None)),
            ("splendid", Err(())),
        ] {
            assert_eq!(Grade::read(text), wanted, "{text}");
        }
    }
}

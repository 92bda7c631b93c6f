//! Percentages that stand on small counts.

use super::shown::{Rule, Shown};

/// A percentage of counts: hidden when the numerator or the rest is a small count; `z` of nobody.
pub fn percentage(numerator: u64, denominator: u64, places: u8, rule: &Rule) -> Shown {
    let Some(rest) = denominator
        .checked_sub(numerator)
        .filter(|_| denominator > 0)
    else {
        return Shown::NotApplicable;
    };
    if rule.hides(numerator) || rule.hides(rest) || rule.hides(denominator) {
        return Shown::Hidden;
    }
    rounded_percentage(numerator as f64 * 100.0 / denominator as f64, places)
}

/// A percentage printed in one table with its counts: also hidden when either of them is, for
/// whatever reason, since one and the percentage give the other.
pub fn percentage_beside(
    numerator: (u64, Shown),
    denominator: (u64, Shown),
    places: u8,
    rule: &Rule,
) -> Shown {
    if numerator.1 == Shown::Hidden || denominator.1 == Shown::Hidden {
        return Shown::Hidden;
    }
    percentage(numerator.0, denominator.0, places, rule)
}

/// A percentage or rate from 0 up, rounded half up; `k` when it is not zero but rounds to it.
pub fn rounded_percentage(value: f64, places: u8) -> Shown {
    if !value.is_finite() {
        return Shown::NotApplicable;
    }
    let scale = 10_f64.powi(i32::from(places));
    // A hair's room, so that a half held a little low in binary still goes up.
    let rounded = (value * scale + 0.5 + 1e-9).floor() / scale;
    if rounded == 0.0 && value != 0.0 {
        Shown::RoundsToZero
    } else {
        Shown::Decimal {
            value: rounded,
            places,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_hides_with_its_counts() {
        let shown = |n, d| percentage(n, d, 1, &Rule::PUBLIC).to_string();
        assert_eq!(
            [shown(17, 33), shown(5, 17), shown(12, 17)],
            ["51.5", "c", "c"]
        );
        assert_eq!(
            [shown(40, 40), shown(0, 0), shown(5, 4)],
            ["100.0", "z", "z"]
        );
        assert_eq!(
            shown(0, 4),
            "c",
            "the four who were not counted are a small count too"
        );
        assert_eq!(percentage(5, 17, 1, &Rule::BOARD).to_string(), "29.4");
    }

    #[test]
    fn a_percentage_beside_a_hidden_count_is_hidden() {
        let shown = |n| percentage_beside((9, n), (40, Shown::Number(40)), 1, &Rule::PUBLIC);
        assert_eq!(shown(Shown::Hidden), Shown::Hidden, "22.5% of 40 is 9");
        assert_eq!(shown(Shown::Number(9)).to_string(), "22.5");
    }

    #[test]
    fn halves_go_up() {
        assert_eq!(rounded_percentage(12.25, 1).to_string(), "12.3");
        assert_eq!(rounded_percentage(0.04, 1), Shown::RoundsToZero);
        assert_eq!(rounded_percentage(f64::NAN, 1), Shown::NotApplicable);
    }
}

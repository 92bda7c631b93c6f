//! How much a series has to say: by its number of points, and by what kind of series it is.

/// What may be shown with this many points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// Fewer than 10: a run chart, line and median, no limits.
    RunChart,
    /// 10 or 11: trial limits, no icons.
    NoIcons,
    /// 12 to 14: trial limits, marked as such.
    Trial,
    /// 15 and more.
    Full,
}

impl Band {
    /// The band of a series with `points` in all, of which `last_phase` since its latest rebase.
    ///
    /// The whole series must have 10 for limits; the last phase, which is what the icons speak
    /// of, then decides between trial and full. So a phase of 9 after a rebase has trial limits.
    pub fn of(points: usize, last_phase: usize) -> Self {
        match last_phase {
            _ if points < 10 => Band::RunChart,
            0..=11 => Band::NoIcons,
            12..=14 => Band::Trial,
            _ => Band::Full,
        }
    }

    /// Whether limits are drawn.
    pub fn has_limits(self) -> bool {
        self > Band::RunChart
    }

    /// Whether icons are shown.
    pub fn has_icons(self) -> bool {
        self >= Band::Trial
    }
}

/// The fewest in a denominator for a percentage to be charted.
pub const FEWEST_IN_DENOMINATOR: u64 = 10;

/// Why a series must not be put on an XmR chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unfit {
    /// Windows that overlap (rolling 12 months) make runs that mean nothing: chart the month.
    RollingWindow,
    /// A year-to-date total grows by itself.
    YearToDate,
    /// The cohort is not complete yet.
    Immature,
    /// Percentages of too few: "too few to judge".
    FewInDenominator,
}

/// What a series is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fitness {
    /// Each point stands for its own month (or snapshot).
    OwnMonth,
    /// Each point covers the twelve months before it.
    RollingWindow,
    /// Each point adds to the one before.
    YearToDate,
    /// Outcomes of a cohort that is still running.
    Immature,
}

/// Why a series may not be charted with limits, if it may not.
///
/// `denominators` are those of a percentage's months, in time order (empty for a count): too few
/// when the latest is under 10, or the typical (median) one is.
pub fn fitness(made_of: Fitness, denominators: &[u64]) -> Option<Unfit> {
    match made_of {
        Fitness::RollingWindow => Some(Unfit::RollingWindow),
        Fitness::YearToDate => Some(Unfit::YearToDate),
        Fitness::Immature => Some(Unfit::Immature),
        Fitness::OwnMonth => {
            let under = |n: &u64| *n < FEWEST_IN_DENOMINATOR;
            let small = denominators.iter().filter(|n| under(n)).count();
            let latest = denominators.last().is_some_and(under);
            (latest || small * 2 > denominators.len()).then_some(Unfit::FewInDenominator)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_points_decides_what_is_shown() {
        let shown = |n| (Band::of(n, n).has_limits(), Band::of(n, n).has_icons());
        assert_eq!([shown(0), shown(9)], [(false, false); 2]);
        assert_eq!([shown(10), shown(11)], [(true, false); 2]);
        assert_eq!([shown(12), shown(14), shown(15)], [(true, true); 3]);
        assert_eq!(
            [Band::of(14, 14), Band::of(15, 15)],
            [Band::Trial, Band::Full]
        );
    }

    #[test]
    fn nine_points_after_a_rebase_have_trial_limits_and_no_icons() {
        assert_eq!(Band::of(36, 9), Band::NoIcons);
        assert_eq!(Band::of(36, 12), Band::Trial);
    }

    #[test]
    fn percentages_of_a_few_children_are_too_few_to_judge() {
        let judged = |denominators: &[u64]| fitness(Fitness::OwnMonth, denominators);
        assert_eq!(judged(&[33, 30, 17]), None);
        assert_eq!(
            judged(&[33, 9, 17]),
            None,
            "one small month is only a small month"
        );
        assert_eq!(judged(&[33, 30, 9]), Some(Unfit::FewInDenominator));
        assert_eq!(judged(&[5, 4, 33]), Some(Unfit::FewInDenominator));
        assert_eq!(judged(&[]), None, "a count has no denominator");
    }

    #[test]
    fn overlapping_windows_never_get_limits() {
        assert_eq!(
            fitness(Fitness::RollingWindow, &[900]),
            Some(Unfit::RollingWindow)
        );
        assert_eq!(
            fitness(Fitness::YearToDate, &[900]),
            Some(Unfit::YearToDate)
        );
        assert_eq!(fitness(Fitness::Immature, &[900]), Some(Unfit::Immature));
    }
}

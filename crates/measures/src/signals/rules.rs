//! Special-cause rules: which points are more than the process's ordinary variation.
//!
//! Publishers differ in run lengths, in what counts as "two of three" and in which rule names a
//! point that meets several. Those differences are data: a [`RuleSet`] is stored with each result.

/// A special-cause rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// A point strictly beyond a process limit.
    Outside,
    /// N points in a row on one side of the mean.
    Shift,
    /// N points in a row each above (or each below) the one before.
    Trend,
    /// Two of three points in a row near the same limit.
    TwoOfThree,
}

/// What two of three demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TwoOfThree {
    /// Whether a point beyond the process limit counts as near it.
    pub beyond_counts: bool,
    /// Where the third point may lie.
    pub third: Third,
}

/// Where the third point of "two of three" may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Third {
    /// On the same side of the mean as the two.
    SameSide,
    /// Anywhere.
    Anywhere,
    /// Anywhere but near the opposite limit.
    NotNearOpposite,
}

/// One publisher's special-cause rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleSet {
    /// Name printed on the chart and stored with the result.
    pub id: &'static str,
    /// Points in a row on one side that make a shift.
    pub shift: usize,
    /// Points in a row, each beyond the one before, that make a trend (one move fewer).
    pub trend: usize,
    /// What two of three demands.
    pub two_of_three: TwoOfThree,
    /// Which rule names a point that meets several, first wins.
    pub priority: [Rule; 4],
    /// Whose rules these are.
    pub source: &'static str,
}

const OUTSIDE_FIRST: [Rule; 4] = [Rule::Outside, Rule::Trend, Rule::TwoOfThree, Rule::Shift];

/// Waymark's default.
pub const PTD_R: RuleSet = RuleSet {
    id: "ptd-r",
    shift: 7,
    trend: 7,
    two_of_three: TwoOfThree {
        beyond_counts: false,
        third: Third::SameSide,
    },
    priority: OUTSIDE_FIRST,
    source: "NHSRplotthedots",
};

/// Six and six.
pub const MDC_6: RuleSet = RuleSet {
    id: "mdc-6",
    shift: 6,
    trend: 6,
    two_of_three: TwoOfThree {
        beyond_counts: true,
        third: Third::Anywhere,
    },
    priority: [Rule::Trend, Rule::Shift, Rule::TwoOfThree, Rule::Outside],
    source: "mdcspc 2026, after NHS England's Making Data Count",
};

/// Eight and six. The source gives no order of naming; the default's is used.
pub const IHI: RuleSet = RuleSet {
    id: "ihi",
    shift: 8,
    trend: 6,
    two_of_three: TwoOfThree {
        beyond_counts: true,
        third: Third::Anywhere,
    },
    priority: OUTSIDE_FIRST,
    source: "The Health Care Data Guide; NHS Improvement Academy dashboards",
};

/// Seven and five. The source gives no order of naming; the default's is used.
pub const POWERBI_WA: RuleSet = RuleSet {
    id: "powerbi-wa",
    shift: 7,
    trend: 5,
    two_of_three: TwoOfThree {
        beyond_counts: true,
        third: Third::NotNearOpposite,
    },
    priority: OUTSIDE_FIRST,
    source: "PowerBI-SPC defaults",
};

/// Every rule set, the default first.
pub const ALL: [&RuleSet; 4] = [&PTD_R, &MDC_6, &IHI, &POWERBI_WA];

/// The rule set of that name.
pub fn rule_set(id: &str) -> Option<&'static RuleSet> {
    ALL.into_iter().find(|set| set.id == id)
}

/// Every rule a point meets: 0 no, 1 high or rising, -1 low or falling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fired {
    /// Beyond a limit.
    pub outside: i8,
    /// Member of a shift.
    pub shift: i8,
    /// Member of a trend.
    pub trend: i8,
    /// One of the near points of a two of three.
    pub two_of_three: i8,
}

impl Fired {
    /// Whether any rule fired.
    pub fn any(&self) -> bool {
        *self != Fired::default()
    }

    fn by(&self, rule: Rule) -> i8 {
        match rule {
            Rule::Outside => self.outside,
            Rule::Shift => self.shift,
            Rule::Trend => self.trend,
            Rule::TwoOfThree => self.two_of_three,
        }
    }
}

/// What a point is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// The month has no figure.
    Missing,
    /// Ordinary variation.
    Common,
    /// Above the upper limit.
    Above,
    /// Below the lower limit.
    Below,
    /// Part of a run above the mean.
    ShiftHigh,
    /// Part of a run below the mean.
    ShiftLow,
    /// Part of a rise.
    TrendUp,
    /// Part of a fall.
    TrendDown,
    /// Near the upper limit twice in three.
    TwoOfThreeHigh,
    /// Near the lower limit twice in three.
    TwoOfThreeLow,
}

impl Label {
    /// The name used in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Label::Missing => "missing",
            Label::Common => "common",
            Label::Above => "above_upl",
            Label::Below => "below_lpl",
            Label::ShiftHigh => "shift_high",
            Label::ShiftLow => "shift_low",
            Label::TrendUp => "trend_up",
            Label::TrendDown => "trend_down",
            Label::TwoOfThreeHigh => "two_of_three_high",
            Label::TwoOfThreeLow => "two_of_three_low",
        }
    }

    /// Whether a special cause is high (or rising). `None` for common cause and missing.
    ///
    /// A point below the mean that is part of a rise is high: direction of travel decides.
    pub fn is_high(self) -> Option<bool> {
        match self {
            Label::Missing | Label::Common => None,
            Label::Above | Label::ShiftHigh | Label::TrendUp | Label::TwoOfThreeHigh => Some(true),
            Label::Below | Label::ShiftLow | Label::TrendDown | Label::TwoOfThreeLow => Some(false),
        }
    }
}

/// The one name of a point, by the rule set's priority.
pub fn label(fired: &Fired, rules: &RuleSet) -> Label {
    let first = rules.priority.into_iter().find(|rule| fired.by(*rule) != 0);
    match first.map(|rule| (rule, fired.by(rule) > 0)) {
        None => Label::Common,
        Some((Rule::Outside, true)) => Label::Above,
        Some((Rule::Outside, false)) => Label::Below,
        Some((Rule::Shift, true)) => Label::ShiftHigh,
        Some((Rule::Shift, false)) => Label::ShiftLow,
        Some((Rule::Trend, true)) => Label::TrendUp,
        Some((Rule::Trend, false)) => Label::TrendDown,
        Some((Rule::TwoOfThree, true)) => Label::TwoOfThreeHigh,
        Some((Rule::TwoOfThree, false)) => Label::TwoOfThreeLow,
    }
}

#[cfg(test)]
mod tests;

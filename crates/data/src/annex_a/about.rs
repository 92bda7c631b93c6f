//! What every list says of a row's child: who, which team, and the attributes that figures are broken down by.

use crate::areas::DistrictNumber;
use crate::field::Field;
use crate::{Day, Word};

/// A child of one cut, by number. Ids are compared without case and without a trailing `.0` on digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Child(pub(crate) u32);

impl Child {
    /// Its number among the cut's children, from 0.
    #[must_use]
    pub const fn number(self) -> usize {
        self.0 as usize
    }
}

/// A team of one cut, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Team(pub(crate) u16);

impl Team {
    /// Its number among the cut's teams, from 0.
    #[must_use]
    pub const fn number(self) -> usize {
        self.0 as usize
    }
}

/// A team and where it works.
#[derive(Clone, Debug)]
pub struct TeamInfo {
    /// Its name as the return writes it.
    pub name: String,
    /// The district its name holds.
    pub district: Option<DistrictNumber>,
}

/// Why a row is set aside: counted and shown, in no measure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Aside {
    /// The row has no child id.
    NoChildId,
    /// Its key equals that of an earlier row.
    Repeats,
    /// A date that makes it a case is missing.
    DateMissing,
    /// A date that makes it a case could not be read.
    DateUnreadable,
    /// A date that makes it a case is after the as-at date.
    DateAfterAsAt,
    /// Its end is before its start.
    EndBeforeStart,
    /// Its end is there and could not be read.
    EndUnreadable,
    /// No age can be told, and the measure is bound to one.
    NoAge,
    /// What makes it one of the measure's cases was not answered or not understood.
    NotUnderstood,
}

impl Aside {
    /// The reason in words, as shown beside a figure.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoChildId => "no child id",
            Self::Repeats => "repeats an earlier row",
            Self::DateMissing => "date missing",
            Self::DateUnreadable => "date could not be read",
            Self::DateAfterAsAt => "date after the as-at date",
            Self::EndBeforeStart => "ends before it starts",
            Self::EndUnreadable => "end date could not be read",
            Self::NoAge => "age not known",
            Self::NotUnderstood => "answer missing or not understood",
        }
    }
}

macro_rules! group {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $words:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum $name { $(#[doc = $words] $variant),+ }

        impl $name {
            /// Every one, in the order they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// As shown.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$variant => $words),+ }
            }
        }
    };
}

group!(
    /// Sex, as Annex A's Gender column gives it.
    Sex { Female = "Female", Male = "Male", Neither = "Neither", NotKnown = "Not recorded" }
);
group!(
    /// Ethnicity in the six groups of the lists.
    Ethnicity {
        White = "White", Mixed = "Mixed", Asian = "Asian or Asian British", Black = "Black or Black British",
        Other = "Other ethnic group", NotKnown = "Not recorded",
    }
);
group!(
    /// Whether the child has a disability.
    Disability { Yes = "Disabled", No = "Not disabled", NotKnown = "Not recorded" }
);
group!(
    /// Why a care leaver is owed help, as list 9 gives it.
    Eligibility {
        Relevant = "Relevant", FormerRelevant = "Former relevant", Qualifying = "Qualifying", Eligible = "Eligible",
        Other = "Other", NotKnown = "Not recorded",
    }
);
group!(
    /// Age in the bands of the published statistics.
    AgeBand {
        Unborn = "Unborn", UnderOne = "Under 1", OneToFour = "1 to 4", FiveToNine = "5 to 9",
        TenToFifteen = "10 to 15", SixteenAndSeventeen = "16 and 17", EighteenToTwenty = "18 to 20", TwentyOneAndOver = "21 and over", NotKnown = "Not recorded",
    }
);

/// What a row says of its child, whichever list it stands in.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The child; `None` when the row has no id.
    pub child: Option<Child>,
    /// The list, 1 to 11.
    pub list: u8,
    /// The row of the file, from 1.
    pub line: u32,
    /// Which of the cut's tables the row stands in, for lists that come in several files.
    pub table: u16,
    /// Why the row is set aside from every measure: no id, or a repeat.
    pub aside: Option<Aside>,
    /// Sex.
    pub sex: Sex,
    /// Ethnicity.
    pub ethnicity: Ethnicity,
    /// Disability; not recorded where the list does not ask.
    pub disability: Disability,
    /// Eligibility of a care leaver; not recorded where the list does not ask.
    pub eligibility: Eligibility,
    /// Date of birth.
    pub birth: Field<Day>,
    /// Whole years given in the Age column.
    pub age: Option<u8>,
    /// The allocated team.
    pub team: Option<Team>,
    /// The allocated worker.
    pub worker: Field<Word>,
}

impl About {
    /// Whole years of age on a day: from the date of birth, else the Age column; `None` with neither. Negative before
    /// birth.
    #[must_use]
    pub fn age_on(&self, day: Day) -> Option<i32> {
        match self.birth.value() {
            Some(birth) => Some(birth.whole_years_until(day)),
            None => self.age.map(i32::from),
        }
    }

    /// Whether the child was not yet born on a day. A missing date of birth is no evidence of that.
    #[must_use]
    pub fn unborn_on(&self, day: Day) -> bool {
        self.birth.is_and(|birth| birth > day)
    }

    /// The age band on a day.
    #[must_use]
    pub fn age_band_on(&self, day: Day) -> AgeBand {
        if self.unborn_on(day) {
            return AgeBand::Unborn;
        }
        match self.age_on(day) {
            None => AgeBand::NotKnown,
            Some(..=0) => AgeBand::UnderOne,
            Some(1..=4) => AgeBand::OneToFour,
            Some(5..=9) => AgeBand::FiveToNine,
            Some(10..=15) => AgeBand::TenToFifteen,
            Some(16..=17) => AgeBand::SixteenAndSeventeen,
            Some(18..=20) => AgeBand::EighteenToTwenty,
            Some(_) => AgeBand::TwentyOneAndOver,
        }
    }
}

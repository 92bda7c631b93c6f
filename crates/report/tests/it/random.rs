//! Any input there may be, the same in every run: numbers from a seed, and texts that people or attackers write.

use waymark_data::{Day, Month};
use waymark_measures::Unit;
use waymark_measures::signals::{Good, Kind};
use waymark_report::State;
use waymark_report::chart::Tally;

pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// Below `most` (xorshift).
    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % most.max(1)
    }

    pub(crate) fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()].clone()
    }

    pub(crate) fn many<T>(&mut self, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let number = self.of(&[0, 1, 2, 3, 7, 20, 90]);
        (0..number).map(|_| one(self)).collect()
    }

    pub(crate) fn text(&mut self) -> String {
        let hostile = [
            "North",
            "",
            "<script>alert(1)</script>",
            "\"&'<b> ]]> <!--",
            "\u{0}\u{8}\u{fffe}\u{ffff}",
            "👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
            "‏مقاطعة الشمال‎",
            "東京都児童相談所",
            "n\u{301}\u{302}\u{303}",
            "two\nlines\tand more",
        ];
        match self.below(12) {
            10 => "word ".repeat(2_000),
            11 => "x".repeat(10_000),
            _ => self.of(&hostile).to_owned(),
        }
    }

    pub(crate) fn number(&mut self) -> f64 {
        match self.below(14) {
            0 => self.of(&[
                f64::MAX,
                f64::MIN,
                f64::MIN_POSITIVE,
                1e300,
                -1e-300,
                0.0,
                -0.0,
            ]),
            1 => self.of(&[f64::NAN, f64::INFINITY, f64::NEG_INFINITY]),
            2 => -(self.below(1_000) as f64) / 7.0,
            _ => self.below(100_000) as f64 / 700.0,
        }
    }

    pub(crate) fn count(&mut self) -> u64 {
        match self.below(10) {
            0 => self.of(&[0, 1, u64::MAX, u64::MAX / 2]),
            1 => 0,
            _ => self.below(400),
        }
    }

    pub(crate) fn state(&mut self) -> State {
        match self.below(8) {
            0 => State::Hidden,
            1 => State::Empty,
            2 => State::Provisional(self.number()),
            _ => State::Judged(self.number()),
        }
    }

    pub(crate) fn tally(&mut self) -> Tally {
        let (count, of) = (self.count(), self.count());
        match self.below(8) {
            0 => Tally::Hidden,
            1 => Tally::Empty,
            2 => Tally::Incomplete { count, of },
            _ => Tally::Of { count, of },
        }
    }

    pub(crate) fn maybe<T>(&mut self, one: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(3) > 0).then(|| one(self))
    }

    pub(crate) fn month(&mut self) -> Month {
        let near = i32::try_from(self.below(60)).unwrap();
        match self.below(20) {
            0 => Month::new(9_000, 1),
            1 => Month::new(-200, 1),
            _ => Month::new(2015, 1).plus(near),
        }
    }

    pub(crate) fn day(&mut self) -> Day {
        let within = i32::try_from(self.below(31)).unwrap();
        self.month().first().plus_days(within)
    }

    pub(crate) fn good(&mut self) -> Good {
        self.of(&[Good::Up, Good::Down, Good::Neither])
    }

    pub(crate) fn unit(&mut self) -> Unit {
        self.of(&[
            Unit::Percent,
            Unit::Share,
            Unit::Count,
            Unit::Net,
            Unit::Rate,
            Unit::MedianWorkingDays,
            Unit::MeanDays,
        ])
    }

    pub(crate) fn signal(&mut self) -> Kind {
        self.of(&[
            Kind::CommonCause,
            Kind::Improvement,
            Kind::Concern,
            Kind::Neutral,
        ])
    }
}

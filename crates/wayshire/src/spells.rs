//! Spells: being looked after, on a plan, or a child in need, from one day to another, so many at each month's end.

use crate::assessments::Assessment;
use crate::calendar::{Day, NEVER, month_of, span};
use crate::codes::YES;
use crate::draw::Draw;
use crate::front_door::Referral;
use crate::population::{ChildId, Population, beginning};
use std::collections::VecDeque;

/// One child's spell.
pub(crate) struct Spell {
    pub(crate) child: ChildId,
    pub(crate) district: u8,
    pub(crate) start: Day,
    /// [`NEVER`] while open.
    pub(crate) end: Day,
    /// When the start was entered.
    pub(crate) start_entered: Day,
    /// When the end was entered.
    pub(crate) end_entered: Day,
    /// The day the child's episode of need began: the referral, or earlier than the spell where none is known.
    pub(crate) from: Day,
}

impl Spell {
    /// Whether a cut of this day knows of the spell and it had not ended, as the cut knows it, before `since`.
    pub(crate) fn shown(&self, as_at: Day, since: Day) -> bool {
        self.start <= as_at
            && self.start_entered <= as_at
            && self.end_known(as_at).is_none_or(|end| end >= since)
    }

    /// The end that a cut of this day knows.
    pub(crate) fn end_known(&self, as_at: Day) -> Option<Day> {
        (self.end <= as_at && self.end_entered <= as_at).then_some(self.end)
    }

    /// Whether the spell was open at the end of a day, late entries aside.
    pub(crate) fn open(&self, on: Day) -> bool {
        self.start <= on && self.end > on
    }
}

/// Children assessed as needing support, by district, waiting for what comes next.
pub(crate) struct Assessed {
    waiting: Vec<VecDeque<(Day, usize)>>,
}

impl Assessed {
    /// Those whose last referral led to an assessment that found need, by the day it was authorised.
    pub(crate) fn new(
        assessments: &[Assessment],
        referrals: &[Referral],
        people: &Population,
    ) -> Self {
        let mut last = vec![NEVER; people.children.len()];
        referrals
            .iter()
            .for_each(|referral| last[referral.child as usize] = referral.date);
        let mut waiting = vec![VecDeque::new(); 12];
        let mut in_order: Vec<usize> = (0..assessments.len()).collect();
        in_order.sort_by_key(|place| (assessments[*place].end, *place));
        for place in in_order {
            let one = &assessments[place];
            let latest = one.referred && last[one.child as usize] == one.from;
            if latest
                && one.support == YES
                && people.eighteenth(one.child) > one.end.plus_months(12)
            {
                waiting[usize::from(one.district)].push_back((one.end, place));
            }
        }
        Self { waiting }
    }

    /// A child of the district whose assessment was authorised in this month or up to six weeks before it.
    fn take(&mut self, draw: &mut Draw, district: u8, month: usize) -> Option<usize> {
        let queue = &mut self.waiting[usize::from(district)];
        while queue
            .front()
            .is_some_and(|(end, _)| *end < span(month).first.plus_days(-42))
        {
            queue.pop_front();
        }
        let ready = queue.partition_point(|(end, _)| *end < span(month).last);
        let place = (ready > 0).then(|| draw.below(ready))?;
        queue.remove(place).map(|(_, assessment)| assessment)
    }
}

/// What sets one kind of spell apart.
pub(crate) struct Kind {
    /// Children's ages in whole years (both in) where they come from no assessment, with weights.
    pub(crate) ages: &'static [((i32, i32), u32)],
    /// The longest that a spell open at the beginning has lasted, in months.
    pub(crate) longest: i32,
    /// Of a thousand spells that have lasted this many months, those that end in the next.
    pub(crate) ends: fn(i32) -> u32,
    /// Of a thousand spells, those that begin after an assessment.
    pub(crate) assessed: u32,
    /// Months in which every start and end is entered at once.
    pub(crate) exact: &'static [usize],
}

/// Spells of one kind, month after month.
pub(crate) struct Flow<'a> {
    pub(crate) kind: Kind,
    pub(crate) draw: Draw,
    pub(crate) people: &'a mut Population,
    pub(crate) assessments: &'a mut [Assessment],
    pub(crate) assessed: &'a mut Assessed,
    pub(crate) spells: Vec<Spell>,
    /// The open spells of each district.
    pub(crate) open: Vec<Vec<usize>>,
}

impl Flow<'_> {
    /// The spells open when the history begins.
    pub(crate) fn begin(&mut self, counts: &[u32]) {
        let on = beginning();
        for (district, count) in (0..).zip(counts) {
            for _ in 0..*count {
                let ages = self.draw.weighted(self.kind.ages);
                let child = self.people.aged(&mut self.draw, district, ages, on);
                let born = self.people.of(child).born;
                let longest = (self.kind.longest * 30).min(born.days_until(on));
                // The least of three lots: most spells are short.
                let days = (0..3)
                    .map(|_| self.draw.from(0, longest))
                    .min()
                    .unwrap_or(0);
                let from = on.plus_days(-days - self.draw.from(0, 50));
                self.add(child, district, on.plus_days(-days), from.max(born));
            }
        }
    }

    /// A month of a district: some spells end, and enough begin for `target` to be open at the month's end.
    pub(crate) fn step(&mut self, month: usize, district: u8, target: u32) {
        self.leave(month, district, target);
        while self.open[usize::from(district)].len() < target as usize {
            self.join(month, district);
        }
    }

    /// The ends of a month: at eighteen, by chance, and as many more as bring the district down to `target`.
    pub(crate) fn leave(&mut self, month: usize, district: u8, target: u32) {
        let span = span(month);
        let mut open = std::mem::take(&mut self.open[usize::from(district)]);
        self.draw.shuffle(&mut open);
        let mut kept = Vec::with_capacity(open.len());
        for place in open {
            let spell = &self.spells[place];
            let birthday = self.people.eighteenth(spell.child);
            let months = spell.start.days_until(span.first) / 30;
            if birthday <= span.last {
                self.end(
                    place,
                    birthday
                        .max(span.first)
                        .max(self.spells[place].start.plus_days(1)),
                );
            } else if self.draw.chance((self.kind.ends)(months)) {
                let day = self.draw.working_day(month, false);
                self.end(place, day);
            } else {
                kept.push(place);
            }
        }
        while kept.len() > target as usize {
            let place = kept.swap_remove(self.draw.below(kept.len()));
            let day = self.draw.working_day(month, false);
            self.end(place, day);
        }
        self.open[usize::from(district)] = kept;
    }

    /// One more spell begins in a month.
    pub(crate) fn join(&mut self, month: usize, district: u8) -> usize {
        let taken = self
            .draw
            .chance(self.kind.assessed)
            .then(|| self.assessed.take(&mut self.draw, district, month));
        if let Some(place) = taken.flatten() {
            let one = &mut self.assessments[place];
            one.goes_on = true;
            let (child, from, end) = (one.child, one.from, one.end);
            let earliest = end.max(span(month).first);
            let start =
                earliest.plus_days(self.draw.from(0, earliest.days_until(span(month).last)));
            return self.add(child, district, start, from);
        }
        let ages = self.draw.weighted(self.kind.ages);
        let start = self.draw.day(month);
        let child = self.people.aged(&mut self.draw, district, ages, start);
        let from = start
            .plus_days(-self.draw.from(0, 60))
            .max(self.people.of(child).born);
        self.add(child, district, start, from)
    }

    fn add(&mut self, child: ChildId, district: u8, start: Day, from: Day) -> usize {
        let place = self.spells.len();
        let spell = Spell {
            child,
            district,
            start,
            end: NEVER,
            start_entered: start,
            end_entered: NEVER,
            from,
        };
        self.spells.push(spell);
        self.open[usize::from(district)].push(place);
        place
    }

    fn end(&mut self, place: usize, day: Day) {
        self.spells[place].end = day;
        self.spells[place].end_entered = day;
    }

    /// Late entry: some of a month's last starts and ends are entered only in the next month.
    pub(crate) fn enter_late(&mut self) {
        for spell in &mut self.spells {
            for (day, entered, share) in [
                (spell.start, &mut spell.start_entered, 60),
                (spell.end, &mut spell.end_entered, 150),
            ] {
                if day <= beginning() || day == NEVER {
                    continue;
                }
                let month = month_of(day);
                let last = span(month).last;
                if day.days_until(last) < 9
                    && !self.kind.exact.contains(&month)
                    && self.draw.chance(share)
                {
                    *entered = last.plus_days(self.draw.from(2, 14));
                }
            }
            // An end is never entered before the start it belongs to.
            spell.end_entered = spell.end_entered.max(spell.start_entered);
        }
    }
}

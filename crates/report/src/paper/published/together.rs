//! Measures that a reader can add up with one another, though no table does: the same number under two names, parts of one
//! whole that are measures of their own, and what was there, what came and what went.
//!
//! Whoever adds a measure that is bound up with another so writes it down here. A bond holds in a month only where its true
//! numbers do add up: nobody learns anything from a sum that is wrong.

use super::beneath::Beneath;
use super::read::{PART, Read, name, number};
use super::when;
use std::collections::BTreeSet;
use waymark_data::Month;
use waymark_measures::catalogue;
use waymark_measures::disclosure::ledger::{Mark, Sum};

/// A measure's name and which of its numbers: "number" above the line, "all" below it.
type Of = (&'static str, &'static str);

/// The same number.
const SAME: &[&[Of]] = &[
    &[
        ("cla-number", "number"),
        ("cla-rate", "number"),
        ("cla-foster", "all"),
        ("cla-placed-with-parents", "all"),
        ("cla-residential", "all"),
        ("cla-supported", "all"),
        ("cla-s20-share", "all"),
        ("uasc", "all"),
        ("cla-visit-on-time", "all"),
        ("placements-3plus", "all"),
        ("missing-children-cla", "all"),
    ],
    &[
        ("cpp-number", "number"),
        ("cpp-rate", "number"),
        ("cpp-2y-active", "all"),
        ("cp-visit-on-time", "all"),
        ("cp-seen-alone", "all"),
        ("rcpc-on-time", "all"),
    ],
    &[
        ("cin-number/plan", "number"),
        ("cin-rate/plan", "number"),
        ("cin-visit-28d", "all"),
    ],
    &[
        ("contacts", "number"),
        ("contact-rate", "number"),
        ("contact-to-referral", "all"),
        ("police-contacts", "all"),
    ],
    &[
        ("police-contacts", "number"),
        ("police-contact-conversion", "all"),
        ("pvp-to-early-help", "all"),
    ],
    &[
        ("referrals", "number"),
        ("referral-rate", "number"),
        ("referral-nfa", "all"),
        ("re-referral-12m", "all"),
    ],
    &[
        ("cpp-start-end/started", "number"),
        ("cpp-repeat-ever", "all"),
    ],
    &[
        ("cpp-start-end/ended", "number"),
        ("cpp-2y-ended", "all"),
        ("cpp-under-3m", "all"),
    ],
    &[
        ("assessment-45", "all"),
        ("assessment-over-45", "all"),
        ("assessment-nfa", "all"),
        ("assessment-median-days", "all"),
    ],
    &[
        ("cl-number", "number"),
        ("cl-eet", "all"),
        ("cl-neet", "all"),
        ("cl-suitable", "all"),
        ("cl-unsuitable", "all"),
        ("cl-in-touch", "all"),
    ],
    &[
        ("adopted-share", "all"),
        ("cao-share", "all"),
        ("sgo-share", "all"),
    ],
];

/// Numbers of the same children that do not overlap, with what they are of: those in none of them can be worked out.
const APART: &[(Of, &[&str])] = &[
    (
        ("assessment-45", "all"),
        &["assessment-45", "assessment-over-45"],
    ),
    (("cl-eet", "all"), &["cl-eet", "cl-neet"]),
    (("cl-suitable", "all"), &["cl-suitable", "cl-unsuitable"]),
    (
        ("adopted-share", "all"),
        &["adopted-share", "cao-share", "sgo-share"],
    ),
    (
        ("cla-foster", "all"),
        &[
            "cla-foster",
            "cla-placed-with-parents",
            "cla-residential",
            "cla-supported",
        ],
    ),
];

/// Children at a month's end, those who came in the month and those who went, and the difference where it is a measure.
struct Flow {
    stock: &'static str,
    came: &'static str,
    went: &'static str,
    net: &'static str,
}

const FLOWS: [Flow; 2] = [
    Flow {
        stock: "cla-number",
        came: "cla-started",
        went: "cla-ceased",
        net: "cla-net-change",
    },
    Flow {
        stock: "cpp-number",
        came: "cpp-start-end/started",
        went: "cpp-start-end/ended",
        net: "cpp-start-end/net",
    },
];

/// A difference may be below nought, and cells are not: each stands so much higher.
pub(super) const RAISED: u64 = 1 << 32;

/// The measures whose numbers can be added up with a measure's.
pub fn companions(measure: &str) -> BTreeSet<&'static str> {
    let same = SAME.iter().map(|it| it.iter().map(|of| of.0).collect());
    let apart = APART.iter().map(|it| it.1.to_vec());
    let flows = FLOWS
        .iter()
        .map(|it| vec![it.stock, it.came, it.went, it.net]);
    let families: Vec<Vec<&str>> = same.chain(apart).chain(flows).collect();
    let with = families.iter().filter(|it| it.contains(&measure));
    with.flatten().copied().collect()
}

/// Enters the sums among measures of which `all`, the cells ever printed or in a sum, hold more than one.
pub(super) fn relate(read: &mut Read, all: &BTreeSet<String>, beneath: &Beneath) {
    let mut bonds = Bonds {
        read,
        beneath,
        all,
        printed: all
            .iter()
            .filter_map(|key| {
                let (name, _) = key.rsplit_once(PART)?;
                let (what, group) = name.split_once(PART)?;
                let about = when::about(what);
                Some((about, &what[about.len()..], group))
            })
            .collect(),
    };
    for family in SAME {
        for (when, group) in bonds.times(&family.iter().map(|it| it.0).collect::<Vec<_>>()) {
            let keys: Vec<String> = family
                .iter()
                .filter_map(|(measure, which)| bonds.key(measure, &when, &group, which))
                .filter(|key| all.contains(key))
                .collect();
            for pair in keys.windows(2) {
                bonds.bind(&pair[0], &[&pair[1]]);
            }
        }
    }
    for (whole, parts) in APART {
        for (when, group) in bonds.times(parts) {
            bonds.apart(*whole, parts, &when, &group);
        }
    }
    for flow in &FLOWS {
        bonds.flow(flow);
    }
}

struct Bonds<'a> {
    read: &'a mut Read,
    beneath: &'a Beneath,
    all: &'a BTreeSet<String>,
    /// What is printed: a measure's title, when, and of which group.
    printed: BTreeSet<(&'a str, &'a str, &'a str)>,
}

impl Bonds<'_> {
    /// When, and of which groups, one of these measures is printed.
    fn times(&self, measures: &[&str]) -> BTreeSet<(String, String)> {
        let titles: Vec<&str> = measures.iter().filter_map(|it| title(it)).collect();
        let printed = self.printed.iter().filter(|it| titles.contains(&it.0));
        printed
            .map(|it| (it.1.to_owned(), it.2.to_owned()))
            .collect()
    }

    /// The name of a number; none of a measure there is not, or of a number whose truth is not known.
    fn key(&self, measure: &str, when: &str, group: &str, which: &str) -> Option<String> {
        let key = number(&name(&format!("{}{when}", title(measure)?), group), which);
        self.value(&key).map(|_| key)
    }

    fn value(&self, key: &str) -> Option<u64> {
        self.read
            .value(key)
            .or_else(|| Some(self.beneath.of(key)?.value))
    }

    /// Enters a sum, if it holds.
    fn bind(&mut self, whole: &str, parts: &[&str]) {
        let sum = parts.iter().map(|it| self.value(it)).sum::<Option<u64>>();
        if sum.is_none() || sum != self.value(whole) {
            return;
        }
        for key in parts.iter().chain([&whole]) {
            if let Some(value) = self.value(key) {
                self.read.enter(key, value, Mark::Unprinted);
            }
        }
        self.read.add(Sum {
            whole: whole.to_owned(),
            parts: parts.iter().map(|it| (*it).to_owned()).collect(),
        });
    }

    fn apart(&mut self, (of, which): Of, family: &[&str], when: &str, group: &str) {
        let key = |measure: &&str| self.key(measure, when, group, "number");
        let parts: Vec<String> = family.iter().filter_map(key).collect();
        let seen = parts.iter().filter(|it| self.all.contains(*it)).count();
        let together: u64 = parts.iter().filter_map(|it| self.value(it)).sum();
        let whole = self
            .key(of, when, group, which)
            .filter(|_| seen > 1 && parts.len() == family.len());
        let none = whole
            .as_ref()
            .and_then(|it| self.value(it)?.checked_sub(together));
        let (Some(whole), Some(none)) = (whole, none) else {
            return;
        };
        let others = format!("None of {}{when}", family.join(", "));
        let others = number(&name(&others, group), "number");
        self.read.enter(&others, none, Mark::Unprinted);
        let mut parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        parts.push(&others);
        self.bind(&whole, &parts);
    }

    fn flow(&mut self, flow: &Flow) {
        let months: BTreeSet<(Month, String)> = self
            .times(&[flow.came, flow.went, flow.net])
            .into_iter()
            .filter_map(|(when, group)| Some((when::month(&when)?, group)))
            .collect();
        for (month, group) in months {
            let within = format!(" in {}", month.words());
            let at = |month: Month| format!(" at {}", month.last().words());
            let of = |it: &Self, measure, when: &str, which| it.key(measure, when, &group, which);
            let came = of(self, flow.came, &within, "number");
            let went = of(self, flow.went, &within, "number");
            let (Some(came), Some(went)) = (came, went) else {
                continue;
            };
            let before = of(self, flow.stock, &at(month.plus(-1)), "number");
            let after = of(self, flow.stock, &at(month), "number");
            if let (Some(before), Some(after)) = (before, after) {
                self.equal(
                    &format!("{} and who came{within}", flow.stock),
                    &group,
                    [&before, &came],
                    [&after, &went],
                );
            }
            if let Some(net) = of(self, flow.net, &within, "net") {
                let raised = number(&name("What differences are raised by", ""), "number");
                self.read.enter(&raised, RAISED, Mark::Published);
                self.equal(
                    &format!("{} who went and {}{within}", flow.stock, flow.net),
                    &group,
                    [&went, &net],
                    [&came, &raised],
                );
            }
        }
    }

    /// Two sums that are one number, which nobody prints; where a reader has seen more than one of theirs.
    fn equal(&mut self, what: &str, group: &str, one: [&String; 2], other: [&String; 2]) {
        let seen = one
            .iter()
            .chain(&other)
            .filter(|it| self.all.contains(**it));
        if seen.count() < 2 {
            return;
        }
        let sum = |of: [&String; 2]| Some(self.value(of[0])? + self.value(of[1])?);
        let (Some(value), Some(same)) = (sum(one), sum(other)) else {
            return;
        };
        if value == same {
            let both = number(&name(what, group), "number");
            self.read.enter(&both, value, Mark::Unprinted);
            self.bind(&both, &one.map(String::as_str));
            self.bind(&both, &other.map(String::as_str));
        }
    }
}

fn title(measure: &str) -> Option<&'static str> {
    catalogue::all()
        .find(|it| it.name() == measure)
        .map(|it| it.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_that_is_bound_to_another_is_in_the_catalogue() {
        let same = SAME.iter().copied().flatten().map(|it| it.0);
        let apart = APART
            .iter()
            .flat_map(|it| it.1.iter().copied().chain([it.0.0]));
        let flows = FLOWS
            .iter()
            .flat_map(|it| [it.stock, it.came, it.went, it.net]);
        for measure in same.chain(apart).chain(flows) {
            assert!(title(measure).is_some(), "there is no measure {measure}");
            assert!(companions(measure).contains(measure));
        }
    }
}

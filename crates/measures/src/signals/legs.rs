//! The long moves of a series: "steady fall to January 2017, then a rise".

use super::known;

/// One long move, from turning point to turning point, by index into the series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leg {
    /// Index of the point it starts at.
    pub from: usize,
    /// Index of the point it reaches.
    pub to: usize,
    /// Value it starts at.
    pub first: f64,
    /// Value it reaches.
    pub last: f64,
}

impl Leg {
    /// Whether it goes up.
    pub fn is_rise(&self) -> bool {
        self.last > self.first
    }
}

/// The moves larger than `least`; a move back of `least` or less does not turn a leg.
///
/// Pass 3.267 mean moving ranges, and no leg is made of ordinary variation. After the last leg's
/// end there may be points that do not go on with it but have not turned it either.
pub fn legs(points: &[Option<f64>], least: f64) -> Vec<Leg> {
    let mut values = points
        .iter()
        .enumerate()
        .filter_map(|(i, point)| Some((i, known(point)?)));
    let Some(first) = values.next() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let (mut lowest, mut highest) = (first, first);
    // Where the current leg started and the furthest it has come; none until the first large move.
    let mut current: Option<((usize, f64), (usize, f64))> = None;
    for now in values {
        current = match current {
            None => {
                lowest = if now.1 < lowest.1 { now } else { lowest };
                highest = if now.1 > highest.1 { now } else { highest };
                let start = if now.1 - lowest.1 > least {
                    Some(lowest)
                } else if highest.1 - now.1 > least {
                    Some(highest)
                } else {
                    None
                };
                start.map(|start| (start, now))
            }
            Some((start, furthest)) => {
                let way = (furthest.1 - start.1).signum();
                if (now.1 - furthest.1) * way >= 0.0 {
                    Some((start, now))
                } else if (furthest.1 - now.1) * way > least {
                    found.push(leg(start, furthest));
                    Some((furthest, now))
                } else {
                    Some((start, furthest))
                }
            }
        };
    }
    found.extend(current.map(|(start, furthest)| leg(start, furthest)));
    found
}

fn leg(from: (usize, f64), to: (usize, f64)) -> Leg {
    Leg {
        from: from.0,
        to: to.0,
        first: from.1,
        last: to.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turns(values: &[f64], least: f64) -> Vec<(usize, usize)> {
        let points: Vec<_> = values.iter().copied().map(Some).collect();
        legs(&points, least)
            .iter()
            .map(|leg| (leg.from, leg.to))
            .collect()
    }

    #[test]
    fn small_moves_back_do_not_turn_a_leg() {
        assert_eq!(
            turns(&[40., 36., 37., 30., 22., 23., 28., 35.], 5.0),
            [(0, 4), (4, 7)]
        );
    }

    #[test]
    fn ordinary_variation_has_no_legs() {
        assert_eq!(turns(&[10., 12., 9., 11., 10., 12.], 5.0), []);
        assert_eq!(turns(&[7.0; 12], 0.0), []);
        assert_eq!(turns(&[], 1.0), []);
    }

    #[test]
    fn a_leg_starts_at_the_turn_not_at_the_first_point() {
        assert_eq!(turns(&[10., 11., 9., 12., 15., 20.], 5.0), [(2, 5)]);
    }
}

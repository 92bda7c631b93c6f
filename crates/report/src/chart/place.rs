//! Labels beside points, where they hide neither a point nor one another.

use super::svg::{Anchor, text_width};

/// A box: left, top, right, bottom.
type Box4 = (f64, f64, f64, f64);

/// Room for labels within a frame, and what is taken of it.
pub(super) struct Room {
    frame: Box4,
    taken: Vec<Box4>,
}

impl Room {
    /// A frame with marks at these places.
    pub(super) fn new(frame: Box4, marks: &[(f64, f64)], radius: f64) -> Self {
        let taken = marks
            .iter()
            .map(|(x, y)| (x - radius, y - radius, x + radius, y + radius))
            .collect();
        Self { frame, taken }
    }

    /// Takes a place for a label beside a mark: where its text starts and how it is anchored. None where there is none
    /// within reach. A place far off (the caller joins it to its mark by a line) only where `far_too`.
    pub(super) fn take(
        &mut self,
        label: &str,
        size: f64,
        (x, y): (f64, f64),
        far_too: bool,
    ) -> Option<((f64, f64), Anchor)> {
        let width = text_width(label, size) * 0.95;
        let high = size * 0.8;
        let (near, far) = (size * 0.65, size * 2.2);
        let places = [
            (x + near, y + size * 0.35, Anchor::Start),
            (x - near, y + size * 0.35, Anchor::End),
            (x, y - near, Anchor::Middle),
            (x, y + near + high, Anchor::Middle),
            (x + near * 0.6, y - near, Anchor::Start),
            (x + near * 0.6, y + near + high, Anchor::Start),
            (x - near * 0.6, y - near, Anchor::End),
            (x - near * 0.6, y + near + high, Anchor::End),
            (x, y - far, Anchor::Middle),
            (x, y + far + high, Anchor::Middle),
            (x + far, y - far, Anchor::Middle),
            (x - far, y - far, Anchor::Middle),
            (x + far, y + far + high, Anchor::Middle),
            (x - far, y + far + high, Anchor::Middle),
        ];
        let tried = if far_too { places.len() } else { 8 };
        for (left, base, anchor) in places.into_iter().take(tried) {
            let start = match anchor {
                Anchor::Start => left,
                Anchor::Middle => left - width / 2.0,
                Anchor::End => left - width,
            };
            let wanted = (start, base - high, start + width, base + size * 0.2);
            let inside = wanted.0 >= self.frame.0
                && wanted.1 >= self.frame.1
                && wanted.2 <= self.frame.2
                && wanted.3 <= self.frame.3;
            if inside && !self.taken.iter().any(|it| overlap(it, &wanted)) {
                self.taken.push(wanted);
                return Some(((left, base), anchor));
            }
        }
        None
    }
}

fn overlap(a: &Box4, b: &Box4) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn two_points_in_one_place_have_labels_in_two() {
        let mut room = Room::new((0.0, 0.0, 300.0, 200.0), &[(150.0, 100.0); 2], 5.0);
        let first = room.take("North", 15.0, (150.0, 100.0), false).unwrap().0;
        let second = room.take("South", 15.0, (150.0, 100.0), false).unwrap().0;
        assert_ne!(first, second);
        assert!(
            room.take(&"x".repeat(200), 15.0, (150.0, 100.0), true)
                .is_none()
        );
    }
}

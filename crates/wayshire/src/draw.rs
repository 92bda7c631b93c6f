//! Drawing lots the same way on every machine: whole numbers only, from a seed and the name of a stage.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of lots. Each stage has its own, so a change to one stage leaves the draws of the others alone.
pub(crate) struct Draw(ChaCha8Rng);

impl Draw {
    /// The stream of a stage.
    pub(crate) fn new(seed: u64, stage: &str) -> Self {
        let mut bytes = [0; 32];
        let mut state = seed;
        for (place, byte) in stage.bytes().enumerate() {
            state = mix(state ^ (u64::from(byte) << (8 * (place % 8))));
        }
        for part in bytes.chunks_exact_mut(8) {
            state = mix(state);
            part.copy_from_slice(&state.to_le_bytes());
        }
        Self(ChaCha8Rng::from_seed(bytes))
    }

    /// A whole number from 0 up to, but not, `n`; 0 when `n` is 0.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).expect("a usize fits in 64 bits");
        let lot = (u64::from(self.0.next_u32()) * n) >> 32;
        usize::try_from(lot).expect("less than n, which is a usize")
    }

    /// A whole number from `low` to `high`, both in.
    pub(crate) fn from(&mut self, low: i32, high: i32) -> i32 {
        let span = usize::try_from(high - low + 1).unwrap_or(1);
        low + i32::try_from(self.below(span)).expect("within the span of two i32")
    }

    /// True in this many of a thousand.
    pub(crate) fn chance(&mut self, per_mille: u32) -> bool {
        self.below(1000) < per_mille as usize
    }

    /// One of these.
    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// One of these, each as often as its weight.
    pub(crate) fn weighted<T: Copy>(&mut self, of: &[(T, u32)]) -> T {
        let all: u32 = of.iter().map(|(_, weight)| weight).sum();
        let mut lot = self.below(all as usize) as u32;
        for (value, weight) in of {
            if lot < *weight {
                return *value;
            }
            lot -= weight;
        }
        of[of.len() - 1].0
    }

    /// Puts these in an order of chance.
    pub(crate) fn shuffle<T>(&mut self, these: &mut [T]) {
        for last in (1..these.len()).rev() {
            these.swap(last, self.below(last + 1));
        }
    }
}

/// Stirs a number into another (splitmix64's finish): for small things that follow from an identity, such as a worker.
pub(crate) const fn mix(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_stage_draw_the_same_lots_and_another_stage_draws_others() {
        let lots = |seed, stage| {
            let mut draw = Draw::new(seed, stage);
            [0; 8].map(|_: i32| draw.below(1000))
        };
        assert_eq!(lots(7, "care"), lots(7, "care"));
        assert_ne!(lots(7, "care"), lots(7, "plans"));
        assert_ne!(lots(7, "care"), lots(8, "care"));
    }

    #[test]
    fn weights_of_nothing_are_never_drawn() {
        let mut draw = Draw::new(1, "weights");
        assert!((0..500).all(|_| draw.weighted(&[('a', 3), ('b', 0), ('c', 1)]) != 'b'));
    }
}

//! How fast a program may ask. A loop that has lost its way must not slow the pages of people.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// What may be asked at once after a pause.
const AT_ONCE: f64 = 1000.0;
/// What may be asked a second, on and on.
const A_SECOND: f64 = 100.0;
/// Whoever has not asked for long is forgotten when this many are known.
const KNOWN: usize = 10_000;

/// Who asks, as far as pace goes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Asking {
    /// An account, by its number, whatever its tokens.
    Account(i64),
    /// Somebody not signed in, by address.
    Address(String),
}

/// What everybody has left, on this node.
#[derive(Debug, Default)]
pub(crate) struct Pace(Mutex<HashMap<Asking, (f64, Instant)>>);

impl Pace {
    /// Takes one; else after how many seconds there will be one.
    pub(crate) fn take(&self, who: Asking, now: Instant) -> Result<(), u64> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() > KNOWN {
            known.retain(|_, (left, since)| full(*left, *since, now) < AT_ONCE);
        }
        let (left, since) = known.entry(who).or_insert((AT_ONCE, now));
        *left = full(*left, *since, now);
        *since = now;
        if *left >= 1.0 {
            *left -= 1.0;
            Ok(())
        } else {
            Err(1)
        }
    }
}

/// What is left after what came back since.
fn full(left: f64, since: Instant, now: Instant) -> f64 {
    (left + now.saturating_duration_since(since).as_secs_f64() * A_SECOND).min(AT_ONCE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn who_asks_too_fast_waits_and_nobody_else_does() {
        let (pace, begin) = (Pace::default(), Instant::now());
        let ask = |who: i64, at: Instant| pace.take(Asking::Account(who), at).is_ok();
        let served = (0..2000).filter(|_| ask(1, begin)).count();
        assert_eq!(served, 1000);
        assert!(ask(2, begin));
        let later = begin + Duration::from_secs(2);
        let served = (0..2000).filter(|_| ask(1, later)).count();
        assert_eq!(served, 200);
    }
}

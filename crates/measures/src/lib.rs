//! Every measure: data to cases; the engine makes figures, history, signals, lists, suppression.

pub mod disclosure;
pub mod signals;

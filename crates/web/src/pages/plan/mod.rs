//! The improvement plan: its lines by priority with their two ratings, and each line with all that hangs on it.

pub(crate) mod shown;

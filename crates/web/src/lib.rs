//! The pages people visit.

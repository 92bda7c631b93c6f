//! What the inspectorate published of Wayshire and of councils like it, in the two files that it is read from: invented, as
//! everything here. One neighbour has judgements and no overall grade, one is in no file.

/// Reports of inspections, with what needs to improve, as JSON.
pub const OFSTED_REPORTS: &str = include_str!("../ofsted/reports.json");

/// The latest outcome of Wayshire and its statistical neighbours, as CSV.
pub const OFSTED_OUTCOMES: &str = include_str!("../ofsted/latest_outcomes.csv");

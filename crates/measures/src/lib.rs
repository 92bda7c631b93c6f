//! Every measure: data to cases; the engine makes figures, history, signals, lists, suppression.

mod assessments;
mod care_leavers;
pub mod cases;
pub mod catalogue;
mod child_protection;
mod children_in_need;
pub mod clocks;
pub mod disclosure;
mod early_help;
pub mod engine;
pub mod figure;
mod front_door;
pub mod groups;
mod health;
pub mod history;
mod looked_after;
pub mod measure;
mod missing;
pub mod page;
pub mod parameters;
pub mod recording_lag;
pub mod settings;
pub mod signals;
mod workforce;

pub use cases::{Case, Cases, Question};
pub use engine::{Listed, Outcome, figures, listed};
pub use figure::{Count, Figure, Parts};
pub use groups::{By, Groups};
pub use measure::{Basis, FollowUp, Good, Measure, Parameter, Standing, Theme, Unit};
pub use settings::{Comparator, ParameterValue, Settings, Target};

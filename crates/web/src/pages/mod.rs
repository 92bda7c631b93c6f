//! One folder for each page: route, view, query, template.

pub mod assets;

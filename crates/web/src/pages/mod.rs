//! One folder for each page: route, view, query, template.

pub mod assets;
pub mod password;
pub mod sign_in;

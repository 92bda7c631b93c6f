//! GOV.UK components as typed values, held to the published fixtures.
//!
//! ```
//! use waymark_govuk::{Button, Tag, TagColour};
//!
//! let save = Button::new("Save and continue").name("go").prevent_double_click(true);
//! assert!(save.to_string().starts_with("<button type=\"submit\" name=\"go\""));
//!
//! // Text is escaped; only `Html` is not.
//! assert!(Tag::new("R&R").colour(TagColour::Red).to_string().contains("R&amp;R"));
//! ```
//!
//! In an askama template `{{ save }}` prints the markup, because every component is
//! [`HtmlSafe`](askama::filters::HtmlSafe). A component's fields are public and each has a method that sets it.
//! An empty text means that the part is absent.

pub mod assets;
mod brand;
mod component;
mod components;
mod html;

pub use assets::{Asset, asset};
pub use brand::{DEFAULT_BRAND, NotAColour, brand_css};
pub use components::*;
pub use html::{Attributes, Content, Html};

//! What stands after the question mark: only what an address knows, each once.

use crate::api::trouble::Trouble;
use axum::extract::Query;
use axum::http::Uri;
use waymark_data::Day;

/// The words of a query.
pub(super) struct Asked(Vec<(String, String)>);

impl Asked {
    /// Reads a query that may hold these names.
    ///
    /// # Errors
    /// 400 for another name, the same one twice, or a value that is too long.
    pub(super) fn read(uri: &Uri, names: &[&str]) -> Result<Self, Trouble> {
        let Query(all) = Query::<Vec<(String, String)>>::try_from_uri(uri)
            .map_err(|_| Trouble::not_understood("The query cannot be read."))?;
        for (at, (name, value)) in all.iter().enumerate() {
            if !names.contains(&name.as_str()) {
                return Err(Trouble::not_understood(format!(
                    "This address may be asked with: {}.",
                    names.join(", ")
                )));
            }
            if all[..at].iter().any(|(before, _)| before == name) {
                return Err(Trouble::not_understood("Ask for each thing once."));
            }
            if value.chars().count() > 300 {
                return Err(Trouble::not_understood(
                    "Shorten what you ask for to 300 characters or fewer.",
                ));
            }
        }
        Ok(Self(all))
    }

    /// What was asked under a name, if anything was.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// As another type.
    ///
    /// # Errors
    /// 400, with what is expected.
    pub(super) fn parsed<T: std::str::FromStr>(
        &self,
        name: &str,
        expected: &str,
    ) -> Result<Option<T>, Trouble> {
        self.text(name)
            .map(|it| {
                it.parse()
                    .map_err(|_| Trouble::not_understood(format!("{name}: write {expected}.")))
            })
            .transpose()
    }

    /// As a day.
    ///
    /// # Errors
    /// 400.
    pub(super) fn day(&self, name: &str) -> Result<Option<Day>, Trouble> {
        self.parsed(name, "a day, such as 2018-03-31")
    }

    /// The query again, with another cursor.
    pub(super) fn with_cursor(&self, cursor: &str) -> String {
        let mut out = String::from("?");
        for (name, value) in self.0.iter().filter(|(name, _)| name != "cursor") {
            out.push_str(name);
            out.push('=');
            out.push_str(&crate::problem::in_query(value));
            out.push('&');
        }
        out.push_str("cursor=");
        out.push_str(cursor);
        out
    }
}

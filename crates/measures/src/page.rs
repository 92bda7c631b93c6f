//! A measure's page: help for people, and examples that are its tests.
//!
//! An example's first line reads `Example: [variant,] as at 2018-03-31, scope 24, month 2017-10` (or `rolling 2018-03-31`,
//! `return`, `snapshot 2018-03-31`) and its last `Answer: 2 of 3`: see [`waymark_data::example`].

pub use waymark_data::example::Example;

/// What the first line of an example says.
#[derive(Debug, Default, Clone)]
pub struct Says {
    /// The variant it is an example of.
    pub variant: Option<String>,
    /// The as-at date, as written.
    pub as_at: String,
    /// The scope in months.
    pub scope_months: u32,
    /// `month 2017-10`, `rolling 2018-03-31`, `return` or `snapshot 2018-03-31`.
    pub period: String,
}

/// The examples of a page, in order, with what each says it is of.
#[must_use]
pub fn examples(page: &str) -> Vec<(Says, Example)> {
    waymark_data::example::examples(page)
        .into_iter()
        .map(|it| (says(&it.says), it))
        .collect()
}

fn says(line: &str) -> Says {
    let mut out = Says {
        scope_months: 6,
        ..Says::default()
    };
    for part in line.split(',').map(str::trim) {
        if let Some(day) = part.strip_prefix("as at ") {
            day.clone_into(&mut out.as_at);
        } else if let Some(scope) = part.strip_prefix("scope ") {
            out.scope_months = scope.parse().unwrap_or(6);
        } else if ["month ", "rolling ", "snapshot "]
            .iter()
            .any(|it| part.starts_with(it))
            || part == "return"
        {
            part.clone_into(&mut out.period);
        } else if !part.is_empty() {
            out.variant = Some(part.to_owned());
        }
    }
    out
}

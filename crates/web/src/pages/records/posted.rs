//! A record's fields as they came back from a form.

use super::form::control;
use crate::forms::Fields;
use waymark_data::Day;
use waymark_programme::kind::{Field, Holds, Kind};
use waymark_programme::{Value, Values};

/// What a form says of every field of a kind. Files are no field of a form: what `before` says of them stays, as does
/// every name that the kind does not know.
#[must_use]
pub(crate) fn values(kind: &Kind, fields: &Fields, before: &Values) -> Values {
    let mut values = before.clone();
    for field in kind.fields {
        if field.holds != Holds::Files {
            values.set(field.name, value(field, fields));
        }
    }
    values
}

/// What a form says of one field.
#[must_use]
pub(crate) fn value(field: &Field, fields: &Fields) -> Value {
    let name = control(field.name);
    match field.holds {
        Holds::Text => Value::One(plain_breaks(fields.exact(&name)).trim_end().to_owned()),
        Holds::Lines => Value::Many(lines(fields.exact(&name))),
        Holds::Choices(_) => Value::Many(fields.all(&name).map(str::to_owned).collect()),
        Holds::Day => Value::One(day(fields, &name)),
        _ => Value::One(fields.get(&name).to_owned()),
    }
}

/// A day from its three boxes, as it is kept: `2018-03-31`. What is no day comes back as it was typed, `31/2/2018`, so that
/// it is found wrong and shown again. Empty boxes are an empty text.
#[must_use]
pub(crate) fn day(fields: &Fields, name: &str) -> String {
    let part = |which: &str| fields.get(&format!("{name}-{which}")).to_owned();
    let (day, month, year) = (part("day"), part("month"), part("year"));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return String::new();
    }
    let real = (|| {
        let year: i16 = year.parse().ok().filter(|it| (1000..=9999).contains(it))?;
        Day::new(year, month.parse().ok()?, day.parse().ok()?)
    })();
    real.map_or_else(|| format!("{day}/{month}/{year}"), |it| it.to_string())
}

/// The lines of a list, without blanks round them and without empty ones.
#[must_use]
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Browsers end lines with two characters; one is kept.
#[must_use]
pub(crate) fn plain_breaks(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

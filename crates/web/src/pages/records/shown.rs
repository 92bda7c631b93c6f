//! What a record holds, as its page shows it.

use super::cite::text;
use std::fmt::Write as _;
use waymark_data::Day;
use waymark_govuk::{Content, Html, SummaryList, SummaryRow};
use waymark_programme::kind::{Field, Holds, Kind};
use waymark_programme::{Value, Values};

/// Every filled field, beside its label, in the kind's order; the first is the page's heading and left out.
pub(crate) fn filled(kind: &Kind, values: &Values) -> SummaryList {
    let rows: Vec<SummaryRow> = kind
        .fields
        .iter()
        .skip(1)
        .filter(|it| it.holds != Holds::Files && values.has(it.name))
        .map(|it| SummaryRow::new(it.label, field(it, values)))
        .collect();
    SummaryList::new(rows)
}

/// The labels of fields that are empty, in small letters, for a sentence.
pub(crate) fn empty(kind: &Kind, values: &Values) -> String {
    let labels: Vec<String> = kind
        .fields
        .iter()
        .filter(|it| it.holds != Holds::Files && !values.has(it.name))
        .map(|it| it.label.to_owned())
        .collect();
    labels.join("; ")
}

/// What a field holds.
pub(crate) fn field(field: &Field, values: &Values) -> Content {
    values
        .0
        .get(field.name)
        .map_or_else(Content::default, |it| value(field, it))
}

/// One value of a field, as a page shows it.
pub(crate) fn value(field: &Field, value: &Value) -> Content {
    match (field.holds, value) {
        (Holds::Text, Value::One(it)) => paragraphs(it).into(),
        (Holds::Address, Value::One(it)) => address(it),
        (_, Value::One(it)) => plain(field.holds, it).into(),
        (holds, Value::Many(many)) => list(many.iter().map(|it| plain(holds, it))).into(),
    }
}

/// One text of a field in words: a day as "31 March 2018", a choice as its answer.
#[must_use]
pub(crate) fn plain(holds: Holds, held: &str) -> String {
    match holds {
        Holds::Day => held
            .parse::<Day>()
            .map_or_else(|_| held.to_owned(), Day::words),
        Holds::Choice(choices) | Holds::Choices(choices) => choices
            .iter()
            .find(|(word, _)| *word == held)
            .map_or(held, |(_, shown)| shown)
            .to_owned(),
        _ => held.to_owned(),
    }
}

/// A value in one line of words: for files, search and history.
#[must_use]
pub(crate) fn in_words(field: &Field, held: &Value) -> String {
    match held {
        Value::One(it) => plain(field.holds, it),
        Value::Many(many) => {
            let words: Vec<String> = many.iter().map(|it| plain(field.holds, it)).collect();
            words.join("; ")
        }
    }
}

/// A text's paragraphs, its line breaks kept.
#[must_use]
pub(crate) fn paragraphs(held: &str) -> Html {
    let mut out = String::new();
    for paragraph in held.split("\n\n").filter(|it| !it.trim().is_empty()) {
        let lines: Vec<String> = paragraph
            .trim_matches('\n')
            .lines()
            .map(|it| text(it).0)
            .collect();
        // `dir` lets a paragraph in Arabic or Hebrew run its own way.
        let _ = write!(
            out,
            r#"<p class="govuk-body" dir="auto">{}</p>"#,
            lines.join("<br>")
        );
    }
    Html::new(out)
}

fn list(of: impl Iterator<Item = String>) -> Html {
    let items: String = of.fold(String::new(), |mut out, it| {
        let _ = write!(out, r#"<li dir="auto">{}</li>"#, text(&it));
        out
    });
    Html::new(format!(r#"<ul class="govuk-list">{items}</ul>"#))
}

/// An address on the web as a link; anything else as text, whatever it claims to be.
fn address(held: &str) -> Content {
    if held.starts_with("https://") || held.starts_with("http://") {
        let shown = text(held);
        Html::new(format!(
            r#"<a class="govuk-link" href="{shown}" rel="noopener noreferrer external">{shown}</a>"#
        ))
        .into()
    } else {
        held.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_typed_becomes_markup() {
        let typed = "<script>alert(1)</script>\n\"two\" & 'three'\n\n<b>";
        assert_eq!(
            paragraphs(typed).0,
            r#"<p class="govuk-body" dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;<br>&quot;two&quot; &amp; &#39;three&#39;</p><p class="govuk-body" dir="auto">&lt;b&gt;</p>"#
        );
        assert_eq!(
            address("javascript:alert(1)").to_string(),
            "javascript:alert(1)"
        );
        assert_eq!(
            address("https://x.org/\"onclick=\"x").to_string(),
            r#"<a class="govuk-link" href="https://x.org/&quot;onclick=&quot;x" rel="noopener noreferrer external">https://x.org/&quot;onclick=&quot;x</a>"#
        );
    }
}

//! What a page's author sees: components in an askama template, text and markup side by side.

#![allow(clippy::unwrap_used)]

use askama::Template;
use waymark_govuk::{Cell, Html, Table, Tag, TagColour};

#[derive(Template)]
#[template(source = "<h1>{{ title }}</h1>{{ table }}{{ note }}", ext = "html")]
struct Page {
    title: &'static str,
    table: Table,
    note: Html,
}

#[test]
fn a_component_prints_its_markup_and_escapes_its_text() {
    let overdue = Tag::new("Overdue").colour(TagColour::Red);
    let page = Page {
        title: "Reviews <all>",
        table: Table::default()
            .head([Cell::new("Team"), Cell::number("Days over")])
            .rows([vec![
                "North & West".into(),
                Cell::number(12),
                overdue.into(),
            ]]),
        note: Html::new("<p>Data to 31 March 2018</p>"),
    };
    assert_eq!(
        page.render().unwrap(),
        concat!(
            r#"<h1>Reviews &#60;all&#62;</h1><table class="govuk-table">"#,
            r#"<thead class="govuk-table__head"><tr class="govuk-table__row">"#,
            r#"<th scope="col" class="govuk-table__header">Team</th>"#,
            r#"<th scope="col" class="govuk-table__header govuk-table__header--numeric">Days over</th></tr></thead>"#,
            r#"<tbody class="govuk-table__body"><tr class="govuk-table__row">"#,
            r#"<td class="govuk-table__cell">North &amp; West</td>"#,
            r#"<td class="govuk-table__cell govuk-table__cell--numeric">12</td>"#,
            r#"<td class="govuk-table__cell"><strong class="govuk-tag govuk-tag--red">Overdue</strong></td>"#,
            r#"</tr></tbody></table><p>Data to 31 March 2018</p>"#,
        )
    );
}

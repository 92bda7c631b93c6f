//! Table: figures and lists of things that are compared.

use std::fmt::{self, Display};

use crate::{
    Attributes, Content,
    component::component,
    html::{Escaped, attr, more, or, when},
};

component! {
    /// Rows that are compared by column.
    component Table {
        /// What it shows; also the name of the region that it scrolls in.
        caption: String,
        /// More classes of the caption: `govuk-table__caption--m` for its size.
        caption_classes: String,
        /// The columns' headings.
        head: Vec<Cell>,
        /// The rows.
        rows: Vec<Vec<Cell>>,
        /// Whether each row's first cell is its heading.
        first_cell_is_header: bool,
        /// Whether its columns sort where their headings say so (MOJ's sortable table; needs JavaScript).
        sortable: bool,
        /// Whether it stands in a region of its own that scrolls when it is wider than the page. [`Table::new`] says yes.
        scrolls: bool,
        /// More classes, with spaces between: `wm-table--compact` for many columns.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

component! {
    /// One cell, or one column's heading.
    part Cell {
        /// What it holds.
        content: Content,
        /// Whether it is a number: at the right, each digit of the same width. Say it of the heading too.
        numeric: bool,
        /// Of a heading: how its column is sorted, in a table that sorts.
        sort: Sort,
        /// What its column sorts by where that is not the text: 1234 for "1,234", 2018-03-31 for "31 March 2018".
        sort_value: String,
        /// How many columns it spans; one when 0.
        colspan: u16,
        /// How many rows it spans; one when 0.
        rowspan: u16,
        /// More classes, with spaces between.
        classes: String,
        /// More attributes.
        attributes: Attributes,
    }
}

/// How a column is sorted when the page opens.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// It does not sort.
    #[default]
    Never,
    /// It can be sorted, and is not.
    Unsorted,
    /// From small to large.
    Ascending,
    /// From large to small.
    Descending,
}

impl Sort {
    fn name(self) -> &'static str {
        match self {
            Self::Never => "",
            Self::Unsorted => "none",
            Self::Ascending => "ascending",
            Self::Descending => "descending",
        }
    }
}

impl Table {
    /// A table with this caption that scrolls by itself on a narrow screen.
    #[must_use]
    pub fn new(caption: impl Into<String>) -> Self {
        Self::default().caption(caption).scrolls(true)
    }

    fn table(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            r#"<table class="govuk-table{}"{}{}>"#,
            more(&self.classes),
            when(self.sortable, r#"data-module="moj-sortable-table""#),
            self.attributes
        )?;
        if !self.caption.is_empty() {
            write!(
                f,
                r#"<caption class="govuk-table__caption{}">{}</caption>"#,
                more(&self.caption_classes),
                Escaped(&self.caption)
            )?;
        }
        if !self.head.is_empty() {
            f.write_str(r#"<thead class="govuk-table__head"><tr class="govuk-table__row">"#)?;
            for cell in &self.head {
                cell.print(f, Role::ColumnHeader)?;
            }
            f.write_str("</tr></thead>")?;
        }
        f.write_str(r#"<tbody class="govuk-table__body">"#)?;
        for row in &self.rows {
            f.write_str(r#"<tr class="govuk-table__row">"#)?;
            for (at, cell) in row.iter().enumerate() {
                let is_header = at == 0 && self.first_cell_is_header;
                cell.print(
                    f,
                    if is_header {
                        Role::RowHeader
                    } else {
                        Role::Cell
                    },
                )?;
            }
            f.write_str("</tr>")?;
        }
        f.write_str("</tbody></table>")
    }
}

impl Cell {
    /// A cell that holds this.
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self::default().content(content)
    }

    /// A number, or the heading of a column of numbers.
    #[must_use]
    pub fn number(content: impl Into<Content>) -> Self {
        Self::new(content).numeric(true)
    }

    fn print(&self, f: &mut fmt::Formatter<'_>, role: Role) -> fmt::Result {
        let (element, scope, class) = match role {
            Role::ColumnHeader => ("th", "col", "govuk-table__header"),
            Role::RowHeader => ("th", "row", "govuk-table__header"),
            Role::Cell => ("td", "", "govuk-table__cell"),
        };
        write!(
            f,
            r#"<{element}{} class="{class}{}{}"{}{}{}{}{}>{}</{element}>"#,
            attr("scope", scope),
            when(
                // GOV.UK has no numeric heading of a row.
                self.numeric && !matches!(role, Role::RowHeader),
                &format!("{class}--numeric")
            ),
            more(&self.classes),
            attr("colspan", &span(self.colspan)),
            attr("rowspan", &span(self.rowspan)),
            attr("aria-sort", self.sort.name()),
            attr("data-sort-value", &self.sort_value),
            self.attributes,
            self.content,
        )
    }
}

/// Anything that can be shown can be a cell.
impl<T: Into<Content>> From<T> for Cell {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

fn span(cells: u16) -> String {
    if cells == 0 {
        String::new()
    } else {
        cells.to_string()
    }
}

enum Role {
    ColumnHeader,
    RowHeader,
    Cell,
}

impl Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.scrolls {
            return self.table(f);
        }
        write!(
            f,
            r#"<div class="wm-scroll" role="region" aria-label="{}" tabindex="0">"#,
            Escaped(or(&self.caption, "Table"))
        )?;
        self.table(f)?;
        f.write_str("</div>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_table_scrolls_in_a_region_that_the_keyboard_reaches() {
        let html = Table::new("Children by team").to_string();
        let region = r#"<div class="wm-scroll" role="region" aria-label="Children by team" tabindex="0"><table "#;
        assert!(html.starts_with(region), "{html}");
        assert!(html.ends_with("</table></div>"), "{html}");
    }

    #[test]
    fn a_column_of_numbers_sorts_by_the_number_and_not_by_its_text() {
        let table = Table::new("Children by team")
            .sortable(true)
            .head([
                Cell::new("Team"),
                Cell::number("Children").sort(Sort::Descending),
            ])
            .rows([vec![
                "North".into(),
                Cell::number("1,204").sort_value("1204"),
            ]]);
        let html = table.to_string();
        for part in [
            r#"<table class="govuk-table" data-module="moj-sortable-table">"#,
            r#"<th scope="col" class="govuk-table__header govuk-table__header--numeric" aria-sort="descending">Children</th>"#,
            r#"<td class="govuk-table__cell govuk-table__cell--numeric" data-sort-value="1204">1,204</td>"#,
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }
}

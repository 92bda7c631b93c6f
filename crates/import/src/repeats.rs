//! How many cells an OpenDocument sheet comes to: it may say of one cell that it stands a million times.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// More cells than any sheet of a return has.
const MOST: u64 = 20_000_000;

/// Whether a sheet comes to more cells than any return has, once every repeat is written out.
pub(crate) fn too_many(content: &str) -> bool {
    let mut reader = Reader::from_str(content);
    let mut sheet = Extent::default();
    loop {
        let (event, empty) = match reader.read_event() {
            Ok(Event::Start(it)) => (it, false),
            Ok(Event::Empty(it)) => (it, true),
            Ok(Event::Eof) | Err(_) => return sheet.ended() > MOST,
            Ok(_) => continue,
        };
        match event.local_name().as_ref() {
            "table" if std::mem::take(&mut sheet).ended() > MOST => return true,
            "table-row" => sheet.row(repeated(&event, "number-rows-repeated")),
            "table-cell" | "covered-table-cell" => {
                let filled = !empty || event.attributes_raw().contains("value");
                sheet.cells(repeated(&event, "number-columns-repeated"), filled);
            }
            _ => {}
        }
    }
}

/// The rows and columns of a sheet that hold something.
#[derive(Default)]
struct Extent {
    /// Rows up to this one, itself in.
    rows: u64,
    /// Rows up to the last that holds something.
    filled_rows: u64,
    /// Columns of this row so far.
    columns: u64,
    /// Columns up to the last that holds something in any row.
    filled_columns: u64,
}

impl Extent {
    fn row(&mut self, repeats: u64) {
        self.rows = self.rows.saturating_add(repeats);
        self.columns = 0;
    }

    fn cells(&mut self, repeats: u64, filled: bool) {
        self.columns = self.columns.saturating_add(repeats);
        if filled {
            self.filled_rows = self.rows;
            self.filled_columns = self.filled_columns.max(self.columns);
        }
    }

    fn ended(self) -> u64 {
        self.filled_rows.saturating_mul(self.filled_columns)
    }
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u64 {
    element
        .attributes()
        .flatten()
        .find(|it| it.key.local_name().as_ref() == name)
        .and_then(|it| it.value.trim().parse().ok())
        .unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::too_many;

    #[test]
    fn repeats_count_only_up_to_the_last_cell_that_holds_something() {
        let sheet = |rows: &str| format!("<office><table>{rows}</table></office>");
        let usual = "<table-row><table-cell><p>K1</p></table-cell></table-row>\
                     <table-row number-rows-repeated='1048574'><table-cell number-columns-repeated='16384'/></table-row>";
        assert!(!too_many(&sheet(usual)));
        let bomb = "<table-row number-rows-repeated='1000000'>\
                    <table-cell number-columns-repeated='1000' value-type='string'><p>K1</p></table-cell></table-row>";
        assert!(too_many(&sheet(bomb)));
        let far = "<table-row number-rows-repeated='1000000'><table-cell number-columns-repeated='16000'/></table-row>\
                   <table-row><table-cell number-columns-repeated='16000'/><table-cell><p>K1</p></table-cell></table-row>";
        assert!(too_many(&sheet(far)));
    }
}

//! How much a return may hold before it is taken for a trap.

/// The most of everything that is read. A county's return stays far below each.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes that all zips and workbooks of a return come to when unpacked.
    pub unpacked_bytes: u64,
    /// Files in all zips of a return.
    pub files: usize,
    /// How deep XML elements may nest.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            unpacked_bytes: UNPACKED_BYTES,
            files: 10_000,
            depth: 32,
        }
    }
}

/// 1 GiB: over fifty times the workbook of a large county.
pub(crate) const UNPACKED_BYTES: u64 = 1 << 30;

/// The longest text that Excel lets a cell hold.
pub(crate) const CELL_LETTERS: usize = 32_767;

/// A table is the one whose columns match at least this share of the union of its headings and the table's columns.
pub(crate) const FIT: f64 = 0.70;

/// How many rows that hold something are looked through for the headings.
pub(crate) const HEADING_ROWS: usize = 30;

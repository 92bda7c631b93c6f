//! What a page or paper says: honest sentences, SVG charts, tables; CSV and XLSX from it.

//! Bytes of a return to tables, keeping what could not be read and saying so.

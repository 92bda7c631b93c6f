//! Wayshire, an invented county: 27 monthly cuts of an Annex A return, from a seed.

//! What the reader of minutes calls a measure is one.

use waymark_measures::catalogue;
use waymark_programme::minutes::figures;

#[test]
fn every_measure_the_reader_of_minutes_may_name_is_in_the_catalogue() {
    let named = figures::measure_ids();
    assert!(named.len() > 50, "{}", named.len());
    let unknown: Vec<&str> = named
        .into_iter()
        .filter(|it| catalogue::find(it).is_none())
        .collect();
    assert!(unknown.is_empty(), "{}", unknown.join(", "));
}

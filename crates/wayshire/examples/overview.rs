//! Writes the 27 cuts as CSV files into a folder and says how many rows each list has and how long it took:
//! `cargo run -p waymark-wayshire --example overview -- FOLDER [TIMES]`.

use std::path::PathBuf;
use std::time::Instant;
use waymark_wayshire::{SEED, wayshire_times};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args()
        .nth(1)
        .map(PathBuf::from)
        .ok_or("name a folder to write to")?;
    let times = std::env::args()
        .nth(2)
        .map_or(Ok(1), |times| times.parse())?;
    let begun = Instant::now();
    let county = wayshire_times(SEED, times);
    println!("drawn in {:?}", begun.elapsed());
    for cut in county.cuts() {
        let rows: Vec<usize> = cut.lists.iter().map(|list| list.rows.len()).collect();
        println!(
            "{}: {} rows {rows:?}",
            cut.as_at,
            rows.iter().sum::<usize>()
        );
        let into = folder.join(cut.as_at.to_string());
        cut.write_csvs(&into)?;
    }
    println!("27 cuts written as CSV after {:?}", begun.elapsed());
    let one = Instant::now();
    county
        .cut(waymark_data::Month::new(2018, 3).last())
        .write_workbook(&folder.join("march_2018.xlsx"))?;
    println!("one workbook in {:?}", one.elapsed());
    Ok(())
}

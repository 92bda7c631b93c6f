//! How old the data are, in words.

use crate::numbers::counted;
use waymark_data::{Day, Month};

/// "Data to 31 March 2018, 8 days old."; over two months: "… more than 2 months old: what has happened since is not
/// here."
#[must_use]
pub fn data_age(as_at: Day, today: Day) -> String {
    let days = as_at.days_until(today);
    let date = as_at.words();
    match days {
        ..0 => format!("Data to {date}, which is still to come."),
        0 => format!("Data to {date}, today."),
        1 => format!("Data to {date}, yesterday."),
        2..=62 => format!("Data to {date}, {} old.", counted(i64::from(days), "day")),
        _ => {
            let mut months = Month::of(as_at).months_until(Month::of(today));
            if as_at.plus_months(months) > today {
                months -= 1;
            }
            format!(
                "Data to {date}, more than {} old: what has happened since is not here.",
                counted(i64::from(months), "month")
            )
        }
    }
}

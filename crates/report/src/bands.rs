//! A share: how the cases of one figure fall into its bands.

use crate::amount::when;
use crate::audience::Audience;
use crate::table::{Cell, Heading, Table};
use waymark_measures::disclosure::{self, Shown};
use waymark_measures::{Count, Figure};

/// The bands of a share in one period, with their sum. `figures` are those of one period, one for each band; none when
/// they are not.
#[must_use]
pub fn bands_table(figures: &[&Figure], audience: Audience) -> Option<Table> {
    let first = figures.first()?;
    let together = |it: &&&Figure| {
        std::ptr::eq(it.measure, first.measure)
            && it.period == first.period
            && it.count.cases == first.count.cases
    };
    if !figures.iter().all(|it| together(&it)) {
        return None;
    }
    let bands: Option<Vec<(&str, Count)>> = figures
        .iter()
        .map(|it| Some((it.band_label()?, it.count)))
        .collect();
    let caption = format!(
        "{} {}",
        first.measure.title,
        when(first.measure, first.basis, first.period)
    );
    Some(table(caption, &bands?, first.count.cases, audience))
}

fn table(caption: String, bands: &[(&str, Count)], cases: u32, audience: Audience) -> Table {
    let rule = audience.rule();
    let counts: Vec<u64> = bands
        .iter()
        .map(|(_, count)| u64::from(count.hits.unsigned_abs()))
        .collect();
    let shown = disclosure::line(&counts, true, rule);
    let total = shown.total.unwrap_or(Shown::Hidden);
    let mut table = Table::new(
        caption,
        [
            Heading::words("Band"),
            Heading::numbers("Percentage"),
            Heading::numbers("Number"),
        ],
    );
    let whole = u64::from(cases);
    let percentage = |of: (u64, Shown)| disclosure::percentage_beside(of, (whole, total), 1, rule);
    for ((label, _), of) in bands.iter().zip(counts.iter().copied().zip(shown.cells)) {
        table.rows.push(vec![
            Cell::words(*label),
            Cell::of_shown(percentage(of)),
            Cell::of_shown(of.1),
        ]);
    }
    table.rows.push(vec![
        Cell::words("All"),
        Cell::blank(),
        Cell::of_shown(total),
    ]);
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(audience: Audience) -> Vec<Vec<String>> {
        let count = |hits| Count { hits, cases: 100 };
        let bands = [
            ("Police", count(70)),
            ("School", count(27)),
            ("Family", count(3)),
        ];
        let made = table("Referrals".to_owned(), &bands, 100, audience);
        made.rows
            .into_iter()
            .map(|row| row.into_iter().map(|it| it.shown).collect())
            .collect()
    }

    #[test]
    fn the_board_sees_every_band_and_the_sum() {
        assert_eq!(
            rows(Audience::Board),
            [
                ["Police", "70.0", "70"],
                ["School", "27.0", "27"],
                ["Family", "3.0", "3"],
                ["All", "", "100"]
            ]
        );
    }

    #[test]
    fn for_the_public_a_small_band_hides_the_next_with_it() {
        assert_eq!(
            rows(Audience::Public),
            [
                ["Police", "70.0", "70"],
                ["School", "c", "c"],
                ["Family", "c", "c"],
                ["All", "", "100"]
            ],
            "else 100 less 70 less 27 is 3"
        );
    }
}

//! Lines of the plan with both their ratings, delivery and effect kept apart.

use super::lists::stop;
use super::writer::Writer;
use crate::numbers::{counted, whole};
use crate::paper::Block;
use crate::paper::template::Insert;
use crate::table::{Cell, Heading, Table};
use waymark_programme::kinds::PLAN_LINE;
use waymark_programme::rating::{Delivery, Impact, Rating, delivery, impact, is_not_moving};
use waymark_programme::{Record, kind};

/// A line with its ratings.
type Rated<'a> = (&'a Record, Rating<Delivery>, Rating<Impact>);

/// `{plan lines=all most=30}`.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let from = w.from;
    let (records, today) = (from.records, from.made_on.min(from.on()));
    let rated: Vec<Rated<'_>> = records
        .of(&PLAN_LINE)
        .filter(|it| it.state.word != "stopped")
        .map(|it| {
            (
                it,
                delivery(records, it, today),
                impact(records, it, &(from.signals)(it)),
            )
        })
        .collect();
    if rated.is_empty() {
        w.say("none", "The plan has no lines.");
        return;
    }
    let count = |has: &dyn Fn(&Rated<'_>) -> bool| {
        i64::try_from(rated.iter().filter(|it| has(it)).count()).unwrap_or(i64::MAX)
    };
    let all = i64::try_from(rated.len()).unwrap_or(i64::MAX);
    let late = count(&|it| matches!(it.1.computed, Delivery::Late(_)));
    let delivered = count(&|it| it.1.computed == Delivery::Delivered);
    let improved = count(&|it| it.2.computed == Impact::Improved);
    let worse = count(&|it| it.2.computed == Impact::Worse);
    let unmoved = count(&|it| is_not_moving(it.1.computed, it.2.computed));
    let unmeasured = count(&|it| it.2.computed == Impact::NotYetMeasurable);
    w.say(
        "sum",
        format!(
            "Of {}, {} are delivered and {} are late. What they are measured by has improved for {}, become worse for {}, and cannot be measured yet for {}. {} of those delivered show no effect.",
            counted(all, "line"),
            whole(delivered),
            whole(late),
            whole(improved),
            whole(worse),
            whole(unmeasured),
            whole(unmoved),
        ),
    );
    let wanted = |it: &&Rated<'_>| match insert.text("lines") {
        "late" => matches!(it.1.computed, Delivery::Late(_) | Delivery::Slipping(_)),
        "not-moving" => is_not_moving(it.1.computed, it.2.computed),
        _ => true,
    };
    let caption = match insert.text("lines") {
        "late" => "Lines that are late or slipping",
        "not-moving" => "Lines that are delivered and show no effect",
        _ => "Lines of the plan",
    };
    let mut table = Table::new(
        caption,
        [
            Heading::words("Line"),
            Heading::words("Owner"),
            Heading::words("Due"),
            Heading::words("Delivery"),
            Heading::words("Effect"),
        ],
    );
    let mut otherwise = Vec::new();
    let most = insert.number("most").unwrap_or(usize::MAX);
    for (line, delivered, effect) in rated.iter().filter(wanted).take(most) {
        table.rows.push(vec![
            Cell::words(format!("{} {}", line.reference(), line.title())),
            Cell::words(line.owners().join(", ")),
            Cell::maybe(line.day(kind::DUE), Cell::day),
            Cell::words(delivered.shown().words()),
            Cell::words(effect.shown().words()),
        ]);
        let said = [
            delivered.said.as_ref().map(|it| {
                (
                    it.rating.words(),
                    delivered.computed.words(),
                    it.by.as_str(),
                    it.why.as_str(),
                )
            }),
            effect.said.as_ref().map(|it| {
                (
                    it.rating.words().to_owned(),
                    effect.computed.words().to_owned(),
                    it.by.as_str(),
                    it.why.as_str(),
                )
            }),
        ];
        for (says, computed, by, why) in said.into_iter().flatten() {
            let by = if by.is_empty() { "A person" } else { by };
            otherwise.push((*line, format!("{}: {by} says \u{201c}{says}\u{201d} where the record says \u{201c}{computed}\u{201d}. {}", line.title(), stop(why))));
        }
    }
    if table.rows.is_empty() {
        w.say("none-such", format!("{caption}: none."));
    }
    w.table(table);
    if !otherwise.is_empty() {
        let texts = otherwise
            .into_iter()
            .map(|(line, words)| w.of(line, words))
            .collect();
        w.put(Block::Heading("Where a person says otherwise".to_owned()));
        w.put(Block::Points(texts));
    }
}

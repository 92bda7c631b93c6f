//! A count target and its rate imply the population that rates are made with.

use super::amounts::{Amount, Kind, amounts};
use super::read::{Number, Sentence, sentences};
use super::{Context, Finding, Rule, Weight, told};
use crate::numbers::{short, whole};
use crate::paper::{Figure, Paper};

pub(super) static RULE: Rule = Rule {
    name: "target-population",
    title: "A number of children and a rate per 10,000 imply one population",
    page: include_str!("target_population.md"),
    weight: Weight::Refuses,
    find,
};

/// How far a plan's population may be from the one in use: three years of a county's growth.
const GROWTH: f64 = 0.03;

const TODO: &str = "Put right the number or the rate, or say of which area and year each is.";

/// A number of children and their rate, with the populations that both allow.
struct Pair<'a> {
    section: &'a str,
    about: String,
    count: f64,
    rate: f64,
    least: f64,
    most: f64,
}

fn find(paper: &Paper, context: &Context<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut known: Vec<i64> = paper
        .figures
        .iter()
        .filter(|it| it.unit == "rate" && it.group.is_empty())
        .filter_map(|it| it.denominator)
        .collect();
    // A paper that shows no rate is held to what the council's rates are made with elsewhere.
    let by_the_paper = !known.is_empty();
    if !by_the_paper {
        known.extend(context.population);
    }
    let mut pairs = Vec::new();
    for (section, text) in told::by_people(paper) {
        let text = text.as_ref();
        for sentence in sentences(&text.words) {
            pairs.extend(in_sentence(section, &text.key, &sentence));
        }
    }
    pairs.extend(targets(&paper.figures));
    for (at, pair) in pairs.iter().enumerate() {
        let implied = pair.count / pair.rate * 10_000.0;
        let says = |other: &str| {
            format!(
                "{} and {} per 10,000 imply {} children, but {other}.",
                short(pair.count),
                short(pair.rate),
                whole_of(implied)
            )
        };
        #[allow(clippy::cast_precision_loss)] // a population
        let fits = |population: i64| {
            let population = population as f64;
            pair.least * (1.0 - GROWTH) <= population && population <= pair.most * (1.0 + GROWTH)
        };
        if let Some(other) = known.first().filter(|_| !known.iter().any(|it| fits(*it))) {
            let whose = if by_the_paper { "paper" } else { "council" };
            let other = format!("the {whose}'s rates are made with {}", whole(*other));
            found.push(RULE.finding(pair.section, &pair.about, says(&other), TODO));
        } else if known.is_empty()
            && let Some(other) = pairs[..at].first()
            && (other.least > pair.most * (1.0 + GROWTH)
                || other.most * (1.0 + GROWTH) < pair.least)
        {
            let other = format!(
                "{} and {} per 10,000 imply {}",
                short(other.count),
                short(other.rate),
                whole_of(other.count / other.rate * 10_000.0)
            );
            found.push(RULE.finding(pair.section, &pair.about, says(&other), TODO));
        }
    }
    found
}

/// "1,646 children, or 66.7 per 10,000": each rate with the nearest number of the sentence before it, else after it.
fn in_sentence<'a>(section: &'a str, about: &str, sentence: &Sentence) -> Vec<Pair<'a>> {
    let all = amounts(sentence);
    let count = |it: &Amount| match it.kind {
        Kind::Count(number)
            if number.digits && number.places == 0 && is_of_children(sentence, it) =>
        {
            Some(number)
        }
        _ => None,
    };
    let rates: Vec<(usize, Number)> = all
        .iter()
        .enumerate()
        .filter_map(|(at, it)| match it.kind {
            // Per 10,000 children; other rates are of other populations.
            Kind::Rate(rate)
                if sentence
                    .number(it.end - 1)
                    .is_some_and(|it| it.value == 10_000.0) =>
            {
                Some((at, rate))
            }
            _ => None,
        })
        .collect();
    let mut pairs = Vec::new();
    let mut from = 0;
    for (at, rate) in rates {
        let place = all[at].at;
        let is_near = |it: &&Amount| it.at.abs_diff(place) <= NEAR;
        let before = all[from..at]
            .iter()
            .rev()
            .take_while(is_near)
            .find_map(count);
        let after = || {
            let rest = all[at + 1..].iter().take_while(is_near);
            rest.take_while(|it| !matches!(it.kind, Kind::Rate(_)))
                .find_map(count)
        };
        from = at + 1;
        // "Its limits of 24.1 to 24.7 per 10,000" are of no number.
        let is_limit = (1..=6).any(|by| {
            matches!(
                sentence.before(place, by),
                "limit" | "limits" | "ordinary" | "average"
            )
        });
        if !is_limit && let Some(count) = before.or_else(after) {
            pairs.extend(pair(section, about, count, rate));
        }
    }
    pairs
}

/// How many words may stand between a number and its rate.
const NEAR: usize = 10;

/// A number that stands alone or before people; not before days, weeks, visits.
fn is_of_children(sentence: &Sentence, amount: &Amount) -> bool {
    let next = sentence.word(amount.end);
    let other = [
        "day", "days", "working", "week", "weeks", "month", "months", "year", "years", "visits",
        "places", "staff", "more", "fewer",
    ];
    // "770 among 246,777": the population itself.
    !other.contains(&next) && sentence.before(amount.at, 1) != "among"
}

/// Figures of one number and its rate whose targets are of different populations.
fn targets(figures: &[Figure]) -> Vec<Pair<'_>> {
    let with_target = |unit: &'static str| {
        figures
            .iter()
            .filter(move |it| it.unit == unit && it.target.is_some())
    };
    let mut pairs = Vec::new();
    for rate in with_target("rate") {
        // The rate of the very number: the same days, group and children.
        let number = with_target("count").find(|it| {
            it.to == rate.to
                && it.from == rate.from
                && it.group == rate.group
                && it.numerator.is_some()
                && it.numerator == rate.numerator
        });
        if let Some((count, of)) = number.and_then(|it| it.target).zip(rate.target) {
            let number = |value: f64, places| Number {
                value,
                places,
                digits: true,
            };
            pairs.extend(pair("", &rate.key, number(count, 0), number(of, 1)));
        }
    }
    pairs
}

fn pair<'a>(section: &'a str, about: &str, count: Number, rate: Number) -> Option<Pair<'a>> {
    let half = 0.5 / 10_f64.powi(i32::from(rate.places));
    (count.value >= 1.0 && rate.value > half).then(|| Pair {
        section,
        about: about.to_owned(),
        count: count.value,
        rate: rate.value,
        least: (count.value - 0.5) / (rate.value + half) * 10_000.0,
        most: (count.value + 0.5) / (rate.value - half) * 10_000.0,
    })
}

fn whole_of(value: f64) -> String {
    #[allow(clippy::cast_possible_truncation)] // a population
    whole(value.round() as i64)
}

//! A whole and its parts in a sentence: "4 visits: 2 to the North, 1 to the East and 1 to the West".
//!
//! Only what a reader takes for parts of the number before it is read so: a list behind a colon, a dash, a bracket, "of which"
//! or a comma, whose numbers stand without a noun of their own ("2 to the North") or with the whole's ("2 visits").

use super::amounts::{Amount, Kind, amounts};
use super::read::Sentence;

/// Parts that do not make their whole.
#[derive(Debug, PartialEq)]
pub(super) struct Off {
    /// What the parts make.
    pub(super) sum: i64,
    /// What the sentence says they make.
    pub(super) total: i64,
}

/// How a list of parts is begun.
#[derive(Clone, Copy, PartialEq)]
enum Begun {
    /// By a colon, a dash or a bracket: all of them follow.
    Listed,
    /// By a comma: parts only where the list is plainly of the number before it.
    Comma,
    /// By "of which", "including": not all of them need follow.
    Some,
}

/// The parts of a sentence that do not make its whole; none where it lists none.
pub(super) fn off(sentence: &Sentence) -> Option<Off> {
    let all: Vec<Part> = amounts(sentence).iter().filter_map(part).collect();
    if all.len() < 2 {
        return None;
    }
    (0..sentence.tokens.len())
        .find_map(|at| {
            let (begun, from) = begins(sentence, at)?;
            listed(sentence, &all, at, from, begun)
        })
        .or_else(|| summed_up(sentence, &all))
}

/// A number of a list.
#[derive(Clone, Copy)]
struct Part {
    at: usize,
    end: usize,
    value: i64,
    /// The whole it is out of, where it says one.
    of: Option<i64>,
}

fn part(amount: &Amount) -> Option<Part> {
    #[allow(clippy::cast_possible_truncation)] // whole numbers below 10^15
    let (value, of) = match amount.kind {
        Kind::Count(number) if number.places == 0 => (number.value as i64, None),
        Kind::OutOf {
            part,
            whole,
            counted: true,
        } => (part as i64, Some(whole as i64)),
        _ => return None,
    };
    Some(Part {
        at: amount.at,
        end: amount.end,
        value,
        of,
    })
}

/// Whether a list of parts begins at this place, how, and the place of its first word.
fn begins(sentence: &Sentence, at: usize) -> Option<(Begun, usize)> {
    let word = sentence.word(at);
    if matches!(word, "of" | "among")
        && matches!(sentence.word(at + 1), "which" | "whom" | "these" | "them")
    {
        return Some((Begun::Some, at + 2));
    }
    let begun = match word {
        "including" => Begun::Some,
        ":" | "(" => Begun::Listed,
        "," | ";" => Begun::Comma,
        _ if sentence.tokens[at].dashed => Begun::Listed,
        _ => return None,
    };
    // "4 visits, including 2 to the North", "4 visits (of which 2 …)".
    let next = sentence.word(at + 1);
    let partly = matches!(
        next,
        "including" | "among" | "of" | "mainly" | "mostly" | "such" | "especially" | "for" | "at"
    );
    (!partly).then_some((begun, at + 1))
}

/// The list that begins after a place, held to the number before it.
fn listed(
    sentence: &Sentence,
    all: &[Part],
    before: usize,
    from: usize,
    begun: Begun,
) -> Option<Off> {
    let total = all
        .iter()
        .rev()
        .find(|it| it.end <= before + 1 && it.at < before + 1)?;
    let close = if sentence.word(before) == "(" {
        ")"
    } else {
        ";"
    };
    let end = (from..sentence.tokens.len())
        .find(|at| sentence.word(*at) == close)
        .unwrap_or(sentence.tokens.len());
    let parts: Vec<&Part> = all
        .iter()
        .filter(|it| it.at >= from && it.end <= end)
        .collect();
    let first = parts.first()?;
    // "4 visits: there were 2 to the North": a few words may lead to the first.
    let near = match begun {
        Begun::Comma => 0,
        _ => 2,
    };
    let noun = sentence.word(total.end);
    let all_parts = parts.iter().all(|it| is_part(sentence, it, noun));
    if parts.len() < 2 || first.at > from + near || !all_parts || !is_list(sentence, &parts) {
        return None;
    }
    // "30 in April, 12 in May": behind a comma only what follows the number's own noun is its parts.
    let plain = (total.end..before).all(|at| !is_joint(sentence.word(at)));
    if begun == Begun::Comma && !(plain && before <= total.end + 3) {
        return None;
    }
    let sums_up = parts.iter().any(|it| says_all(sentence, it));
    // "Two decisions: 1 to note it and 2 to agree it" numbers them.
    let numbered = parts.iter().zip(1..).all(|(it, n)| it.value == n);
    if sums_up || numbered || !counts(sentence, total) {
        return None;
    }
    if matches!(
        noun,
        "months" | "weeks" | "days" | "years" | "hours" | "working" | "day"
    ) {
        return None;
    }
    // "Of the 12 actions, 3 in the North …", "12 actions: 3 are done and 4 late": the rest may be left unsaid.
    let of_them = matches!(sentence.before(total.at, 1), "of" | "these")
        || matches!(sentence.before(total.at, 2), "of");
    let begun = if of_them || parts.iter().any(|it| is_state(sentence.word(it.end))) {
        Begun::Some
    } else {
        begun
    };
    let sum = parts.iter().map(|it| it.value).sum();
    let wholes = [Some(total.value), total.of];
    let wrong = match begun {
        Begun::Some => sum > total.value,
        _ => !wholes.contains(&Some(sum)),
    };
    wrong.then_some(Off {
        sum,
        total: total.value,
    })
}

/// "2 to the North, 1 to the East and 2 to the West, 4 in all."
fn summed_up(sentence: &Sentence, all: &[Part]) -> Option<Off> {
    let (last, parts) = all.split_last()?;
    let parts: Vec<&Part> = parts.iter().collect();
    let fits = parts.len() > 1 && parts.iter().all(|it| is_part(sentence, it, ""));
    let sum: i64 = parts.iter().map(|it| it.value).sum();
    (says_all(sentence, last) && fits && is_list(sentence, &parts) && sum != last.value).then_some(
        Off {
            sum,
            total: last.value,
        },
    )
}

/// Whether a number counts something: not "section 47 enquiries", "appendix 4", "children under 5".
fn counts(sentence: &Sentence, total: &Part) -> bool {
    const PLACES: [&str; 24] = [
        "section",
        "regulation",
        "part",
        "list",
        "annex",
        "appendix",
        "item",
        "paragraph",
        "judgement",
        "measure",
        "table",
        "figure",
        "chart",
        "phase",
        "stage",
        "team",
        "ward",
        "year",
        "grade",
        "age",
        "aged",
        "under",
        "over",
        "within",
    ];
    let before = sentence.before(total.at, 1);
    let names = sentence.word(total.end).starts_with(char::is_alphabetic);
    let said = is_state(before) || matches!(before, "made" | "total" | "of" | "to" | "at");
    !PLACES.contains(&before) && (names || said)
}

/// "4 in all".
fn says_all(sentence: &Sentence, part: &Part) -> bool {
    ["in all", "in total", "altogether"]
        .iter()
        .any(|it| sentence.reads(part.end, it))
}

fn is_state(word: &str) -> bool {
    matches!(word, "were" | "was" | "are" | "is")
}

/// A word that leads from a number to what tells it from others: a place, a time, a state.
fn is_joint(word: &str) -> bool {
    is_state(word)
        || matches!(
            word,
            "to" | "in" | "from" | "for" | "by" | "at" | "on" | "with"
        )
}

/// Whether a number counts the same as the whole: its noun is left out, or is the whole's.
fn is_part(sentence: &Sentence, part: &Part, noun: &str) -> bool {
    let next = sentence.word(part.end);
    let singular = |it: &str| it.strip_suffix('s').unwrap_or(it).to_owned();
    let same = noun.len() > 3 && noun.ends_with('s') && singular(next) == singular(noun);
    // "6 to 8 workers" is a range.
    let range = next == "to" && sentence.number(part.end + 1).is_some();
    (is_joint(next) || same) && !range
}

/// Whether numbers stand in one list: a comma or "and" between each and the next, and "and" before the last.
fn is_list(sentence: &Sentence, parts: &[&Part]) -> bool {
    let joined = |pair: &[&Part]| {
        (pair[0].end..pair[1].at).any(|at| matches!(sentence.word(at), "," | "and" | ";"))
            && pair[1].at - pair[0].end <= FARTHEST
    };
    let last = parts.last().expect("a list has a last");
    let ends = sentence.before(last.at, 1) == "and"
        || (parts.len() > 2 && sentence.before(last.at, 1) == ",");
    ends && parts.windows(2).all(joined)
}

/// How many words may stand between a part and the next.
const FARTHEST: usize = 8;

#[cfg(test)]
mod tests {
    use super::super::read::sentences;
    use super::*;

    fn read(text: &str) -> Option<(i64, i64)> {
        let found = sentences(text).iter().find_map(off);
        found.map(|it| (it.sum, it.total))
    }

    #[test]
    fn parts_in_a_sentence_make_its_whole() {
        for text in [
            "Ofsted made 4 visits: 2 to the North, 1 to the East and 2 to the West.",
            "Ofsted made four visits – two to the North, one to the East and two to the West.",
            "Ofsted made 4 visits (2 to the North, 1 to the East and 2 to the West).",
            "Ofsted made 4 visits, 2 to the North, 1 to the East and 2 to the West.",
            "Ofsted made 4 visits, of which 2 to the North, 1 to the East and 2 to the West.",
            "Ofsted made 4 visits: 2 visits to the North and 3 to the West.",
            "There were 2 to the North, 1 to the East and 2 to the West, 4 in all.",
            "It was 4 of 90: 2 in the North, 1 in the East and 2 in the West.",
        ] {
            assert_eq!(read(text), Some((5, 4)), "{text}");
        }
    }

    #[test]
    fn what_adds_up_or_is_no_list_of_parts_is_left_alone() {
        assert_eq!(
            read("There were 100 visits, of which 60 were in time and 50 were late."),
            Some((110, 100))
        );
        for text in [
            "Ofsted made 5 visits: 2 to the North, 1 to the East and 2 to the West.",
            "There are 12 teams in four districts, with 6 to 8 workers each.",
            "We saw 30 visits in April, 12 in May and 14 in June.",
            "There were 12 visits, including 2 to the North and 1 to the East.",
            "Of 100 visits, of which 60 were in time and 40 late, none failed.",
            "Three things changed: 2 new teams, 5 new workers and 1 new manager.",
            "It fell from 40 in January to 21 in August, and rose to 30 in March.",
            "The 3 districts: 20 in the North and 30 in the South, 50 in all.",
            "Of the 12 actions, 3 were done and 4 are late.",
            "Of the 12 actions, 3 in the North and 4 in the South are late.",
            "Two decisions are sought: 1 to note the report and 2 to agree the plan.",
            "Section 47 enquiries: 12 in the North and 30 in the South.",
            "Appendix 4 (12 in the North and 14 in the South).",
            "At 31 March 2018: 12 in the North and 14 in the South.",
            "On 14, 15 and 16 March 2018 there were 3 visits.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

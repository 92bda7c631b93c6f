//! The clauses of a resolution: where it ends, which clauses it has, and each completed with the stem it hangs on.

mod conditions;
mod verbs;

use super::block::Block;
use super::item::{Outcome, Verb};
use super::list_mark::{self, Sort};
use super::piece::{Confidence, Span};
use super::wording::{after, begins, is_joint, place, squash, without_joint};
use super::{label, verb};
use verbs::{begins_with_verb, verbs};

/// One clause as it stands.
#[derive(Clone, Debug)]
pub(super) struct Clause<'a> {
    /// "(i)", or nothing.
    pub(super) mark: &'a str,
    /// The stem it hangs on, completed by the clauses above it.
    pub(super) stem: String,
    /// Its own words.
    pub(super) text: &'a str,
    /// On what terms, where those are paragraphs of their own.
    pub(super) terms: String,
}

/// What follows a marker: the clauses, and how many blocks after the marker's own they take.
pub(super) fn clauses<'a>(rest: &'a str, following: &[Block<'a>]) -> (Vec<Clause<'a>>, usize) {
    // "(to Council)" says to whom, not what.
    let rest = if rest.starts_with('(') && rest.ends_with(')') && rest.matches('(').count() == 1 {
        &rest[rest.len()..]
    } else {
        rest
    };
    let lettered = list_mark::lettered(following);
    let following = lettered.as_slice();
    if let Some((stem, parts)) = inline_list(rest).filter(|it| !conditions::follow(it.0)) {
        let stem = stem_of(stem);
        let mut found: Vec<Clause<'a>> = parts
            .into_iter()
            .map(|(mark, text)| Clause {
                mark,
                stem: stem.clone(),
                text,
                terms: String::new(),
            })
            .collect();
        let used = go_on(&mut found, &stem, following);
        return (found, used);
    }
    let bare = bare_stem(rest);
    if conditions::follow(rest) {
        let (clause, used) = conditions::whole(rest, following);
        return (vec![clause], used);
    }
    let next_listed = following.first().is_some_and(|it| listed(it));
    let ended = rest.trim_end().ends_with(['.', '!', '"', '”']);
    let open = bare.is_empty()
        || rest.trim_end().ends_with([':', ';', '-', '–'])
        || (next_listed && !ended);
    if !open {
        let mut found = vec![Clause {
            mark: "",
            stem: String::new(),
            text: rest,
            terms: String::new(),
        }];
        // "RESOLVED: that the report be noted; and" goes on in the next paragraph.
        let used = if hangs(rest) {
            unmarked(&mut found, "", following)
        } else {
            0
        };
        return (found, used);
    }
    let stem = stem_of(rest);
    let mut found = Vec::new();
    let used = if next_listed {
        go_on(&mut found, &stem, following)
    } else {
        unmarked(&mut found, &stem, following)
    };
    if found.is_empty() && !bare.is_empty() {
        found.push(Clause {
            mark: "",
            stem: String::new(),
            text: rest,
            terms: String::new(),
        });
    }
    (found, used)
}

/// Whether a block is a clause of a list.
fn listed(block: &Block<'_>) -> bool {
    block
        .sort()
        .is_some_and(|it| it.counts() || matches!(it, Sort::Bullet | Sort::Second))
        && label::read(block.inner()).is_none()
}

/// Whether more must follow: "…; and", "…;".
fn hangs(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with([';', ',']) || text.ends_with(" and") || text.ends_with(';')
}

/// The listed blocks that follow.
fn go_on<'a>(found: &mut Vec<Clause<'a>>, stem: &str, following: &[Block<'a>]) -> usize {
    let mut used = 0;
    let mut outer: Option<Sort> = None;
    let mut inner_stem: Option<String> = None;
    for block in following {
        let Some(mark) = block
            .mark
            .as_ref()
            .filter(|_| listed(block) && !block.heading)
        else {
            // "(i) note the report; and" and then a paragraph that lost its number
            let hanging = found.last().is_some_and(|it| hangs(it.text))
                && block.mark.is_none()
                && label::read(block.text).is_none();
            if hanging && !block.heading {
                found.push(Clause {
                    mark: "",
                    stem: stem.to_owned(),
                    text: block.text,
                    terms: String::new(),
                });
                used += 1;
                continue;
            }
            break;
        };
        let first = *outer.get_or_insert(mark.sort);
        let same = std::mem::discriminant(&first) == std::mem::discriminant(&mark.sort);
        if same && restarts(found.last(), mark) {
            break;
        }
        if same {
            inner_stem = None;
        } else if inner_stem.is_none()
            && let Some(above) = found.last()
            && above.text.trim_end().ends_with([':', '-', '–'])
        {
            inner_stem = Some(join(&above.stem, bare_stem(above.text)));
            found.pop();
        }
        let own = inner_stem.as_deref().filter(|_| !same).unwrap_or(stem);
        if let Some((head, parts)) = inline_list(mark.rest)
            .filter(|_| !same || !mark.rest.ends_with(':'))
            .filter(|it| !conditions::follow(it.0))
        {
            let own = join(own, bare_stem(head));
            found.extend(parts.into_iter().map(|(mark, text)| Clause {
                mark,
                stem: own.clone(),
                text,
                terms: String::new(),
            }));
        } else {
            found.push(Clause {
                mark: mark.words,
                stem: own.to_owned(),
                text: mark.rest,
                terms: String::new(),
            });
        }
        used += 1;
    }
    used
}

/// Whether a counting mark starts again from one: another list begins.
fn restarts(last: Option<&Clause<'_>>, mark: &list_mark::ListMark<'_>) -> bool {
    let Some(before) = last
        .and_then(|it| list_mark::read(it.mark))
        .map(|it| it.sort)
    else {
        return false;
    };
    match (before, mark.sort) {
        (Sort::Number(one), Sort::Number(other))
        | (Sort::Letter(one), Sort::Letter(other))
        | (Sort::Roman(one), Sort::Roman(other)) => other == 1 && one >= 1,
        _ => false,
    }
}

/// Paragraphs without marks that belong to a resolution: the first, and the next ones while one hangs on or begins with "That".
fn unmarked<'a>(found: &mut Vec<Clause<'a>>, stem: &str, following: &[Block<'a>]) -> usize {
    let mut used = 0;
    let started = !found.is_empty();
    for block in following {
        let that = after(block.text, "that").is_some();
        let first = found.is_empty();
        let goes_on = found
            .last()
            .is_some_and(|it| hangs(it.text) || (that && after(it.text, "that").is_some()));
        let open = found.last().is_some_and(|it| {
            let text = it.text.trim_end();
            text.ends_with(':') || used == 1 && !text.ends_with(['.', ';', '!', '?'])
        });
        if open && listed(block) {
            let above = found
                .pop()
                .map(|it| join(&it.stem, bare_stem(it.text)))
                .unwrap_or_default();
            return used + go_on(found, &above, &following[used..]);
        }
        // "The Board:" and then, in paragraphs of their own, "Noted the report;", "Endorsed the plan".
        if open && !block.heading && begins_with_verb(block.text) {
            let above = found
                .pop()
                .map(|it| join(&it.stem, bare_stem(it.text)))
                .unwrap_or_default();
            return used + verbs(found, &above, &following[used..]);
        }
        let stop =
            block.heading || label::read(block.text).is_some() || (block.mark.is_some() && !that);
        if stop || !(first && !started || goes_on) {
            break;
        }
        match inline_list(block.inner()).filter(|it| !conditions::follow(it.0)) {
            Some((head, parts)) => {
                let own = join(stem, bare_stem(head));
                found.extend(parts.into_iter().map(|(mark, text)| Clause {
                    mark,
                    stem: own.clone(),
                    text,
                    terms: String::new(),
                }));
            }
            None => found.push(Clause {
                mark: block.mark.as_ref().map_or("", |it| it.words),
                stem: stem.to_owned(),
                text: block.inner(),
                terms: String::new(),
            }),
        }
        used += 1;
    }
    used
}

/// A list within a paragraph: "that: (i) the report be noted; and (ii) officers report back". Stem and parts.
pub(super) fn inline_list(text: &str) -> Option<(&str, Vec<(&str, &str)>)> {
    let mut marks: Vec<(usize, &str, &str, Sort)> = Vec::new();
    for (at, c) in text.char_indices() {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|it| !it.is_whitespace()) || !(c == '(' || c.is_ascii_alphanumeric())
        {
            continue;
        }
        let Some(mark) =
            list_mark::read(&text[at..]).filter(|it| it.sort.counts() && it.words.ends_with(')'))
        else {
            continue;
        };
        let expected = match marks.last().map(|it| it.3) {
            None => is_first(mark.sort),
            // "(i)" after "(h)" is the letter.
            Some(last) => follows(last, mark.sort),
        };
        if expected && !mark.rest.is_empty() {
            marks.push((at, mark.words, mark.rest, mark.sort));
        }
    }
    let begins = marks
        .first()
        .is_some_and(|it| text[..it.0].trim().is_empty());
    if marks.len() < if begins { 1 } else { 2 } {
        return None;
    }
    let parts = marks
        .iter()
        .enumerate()
        .map(|(at, it)| {
            let start = text.len() - it.2.len();
            let end = marks.get(at + 1).map_or(text.len(), |next| next.0);
            (it.1, text.get(start..end).unwrap_or_default().trim())
        })
        .collect();
    Some((&text[..marks[0].0], parts))
}

fn is_first(sort: Sort) -> bool {
    matches!(sort, Sort::Number(1) | Sort::Letter(1) | Sort::Roman(1))
}

fn follows(last: Sort, next: Sort) -> bool {
    match (last, next) {
        (Sort::Number(one), Sort::Number(other))
        | (Sort::Roman(one), Sort::Roman(other))
        | (Sort::Letter(one), Sort::Letter(other)) => other == one + 1,
        (Sort::Letter(8), Sort::Roman(1)) => true,
        _ => false,
    }
}

/// What stands before a list, without "That" and without what leads over: "That the;" is "the".
fn bare_stem(text: &str) -> &str {
    let text = text.trim().trim_matches(|c: char| is_joint(c));
    let text = after(text, "that").map_or(text, str::trim_start);
    text.trim_matches(|c: char| is_joint(c))
}

fn stem_of(text: &str) -> String {
    let stem = bare_stem(text);
    // "(to Council)" is no stem.
    if stem.starts_with('(') && stem.ends_with(')') {
        return String::new();
    }
    squash(stem)
}

fn join(stem: &str, more: &str) -> String {
    complete(stem, more)
}

/// A clause completed with its stem, without "That" at its beginning and what joins it to the next.
pub(super) fn complete(stem: &str, clause: &str) -> String {
    let clause = without_joint(
        clause
            .trim()
            .trim_start_matches(['-', '–', ':'])
            .trim_start(),
    );
    let clause =
        after(clause, "that").map_or(clause, |it| it.trim_start_matches(|c: char| is_joint(c)));
    let clause = squash(clause);
    let stem = stem.trim();
    if stem.is_empty() {
        return clause;
    }
    let own_subject = [
        "a", "an", "the", "this", "all", "any", "its", "their", "officers", "members",
    ]
    .iter()
    .any(|it| after(&clause, it).is_some());
    let stem = if own_subject {
        ["the", "a", "an"]
            .iter()
            .find_map(|it| {
                let keep = stem.len().checked_sub(it.len())?;
                (stem.is_char_boundary(keep)
                    && stem[keep..].eq_ignore_ascii_case(it)
                    && (keep == 0 || stem[..keep].ends_with(' ')))
                .then(|| stem[..keep].trim_end())
            })
            .unwrap_or(stem)
    } else {
        stem
    };
    if stem.is_empty() {
        return clause;
    }
    let first = clause.split(' ').next().unwrap_or_default();
    let small = first.to_ascii_lowercase();
    let lowers = verb::of_word(&small).is_some()
        || own_subject && !matches!(small.as_str(), "officers" | "members");
    if lowers {
        format!("{stem} {small}{}", &clause[first.len()..])
    } else {
        format!("{stem} {clause}")
    }
}

/// How the outcomes of a list are made.
#[derive(Clone, Copy)]
pub(super) struct Making {
    /// The verb that stands for all of them: recommendations.
    pub(super) verb: Option<Verb>,
    /// A clause that does two things becomes two.
    pub(super) split: bool,
    /// How sure.
    pub(super) confidence: Confidence,
    /// Which resolution of the item.
    pub(super) resolution: usize,
}

/// The outcomes of a clause: one, or more where it does more.
pub(super) fn outcomes(source: &str, clause: &Clause<'_>, how: Making) -> Vec<Outcome> {
    let mut full = complete(&clause.stem, clause.text);
    if full.is_empty() {
        return Vec::new();
    }
    if !clause.terms.is_empty() {
        full = format!("{}: {}", full.trim_end_matches([':', ' ']), clause.terms);
    }
    let at: Span = place(source, clause.text);
    let make = |verb: Verb, text: String| Outcome {
        verb,
        text,
        words: clause.text.to_owned(),
        mark: clause.mark.to_owned(),
        resolution: how.resolution,
        confidence: how.confidence,
        at,
    };
    if let Some(verb) = how.verb {
        return vec![make(verb, full)];
    }
    if !how.split {
        return vec![make(verb::of_clause(&full), full)];
    }
    sentences_with_verbs(&full)
        .iter()
        .flat_map(|sentence| verb::clauses(sentence))
        .map(|(text, _)| {
            let text = without_joint(&text).to_owned();
            make(verb::of_clause(&text), text)
        })
        .collect()
}

/// The sentences of a clause, one that decides nothing joined to the one before it.
fn sentences_with_verbs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for sentence in super::wording::sentences(text) {
        let decides = verb::deciding(&crate::dates::words(sentence)).is_some();
        match found.last_mut() {
            Some(last) if !decides || begins(sentence, "this ") => {
                last.push(' ');
                last.push_str(sentence);
            }
            _ => found.push(sentence.to_owned()),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_completed_with_its_stem() {
        assert_eq!(
            complete("the", "Report presented be noted"),
            "the Report presented be noted"
        );
        assert_eq!(
            complete("the", "A quarterly briefing note be received."),
            "A quarterly briefing note be received."
        );
        assert_eq!(
            complete("The Board", "Approved the approach, and"),
            "The Board approved the approach"
        );
        assert_eq!(
            complete("the Committee", "note the report; and"),
            "the Committee note the report"
        );
        assert_eq!(
            complete("", "That the report be noted."),
            "the report be noted."
        );
    }

    #[test]
    fn a_list_within_a_paragraph() {
        let (stem, parts) =
            inline_list("that: (i) the report be noted; and (ii) officers (all) report")
                .expect("a list");
        assert_eq!(stem.trim(), "that:");
        assert_eq!(
            parts,
            [
                ("(i)", "the report be noted; and"),
                ("(ii)", "officers (all) report")
            ]
        );
        assert_eq!(inline_list("the plan (a) was noted"), None);
    }
}

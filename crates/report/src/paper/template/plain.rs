//! What a template says within a line: names in braces are ones there are, what is bold is put in as plain words, and what a
//! paper has no place for is a mistake, so that no paper shows marks of Markdown.

use super::{NAMES, insert_named};

/// What is wrong and what was expected.
pub(super) type Wrong = (String, String);

/// The marks that may be put around words, the longer first.
const MARKS: [&str; 5] = ["**", "__", "`", "*", "_"];

/// The words of a line, without marks around them.
pub(super) fn plain(words: &str) -> Result<String, Wrong> {
    named(words)?;
    let no = |what: &str, expected: &str| Err((what.to_owned(), expected.to_owned()));
    if words.contains("](") || words.starts_with('[') && words.contains("]:") {
        return no(
            "a link or picture",
            "the words alone, with the address written out",
        );
    }
    if has_tag(words) {
        return no(
            "HTML",
            "plain words, points, headings, or {…} with what is to be put in",
        );
    }
    let mut words = words.to_owned();
    for mark in MARKS {
        while let Some(bare) = without(&words, mark) {
            words = bare;
        }
    }
    for mark in ["**", "~~", "`"] {
        if words.contains(mark) {
            let what = format!("{mark} that stands around nothing in this line");
            return no(
                &what,
                "plain words, or the mark before and after what it marks",
            );
        }
    }
    Ok(words)
}

/// Without the first pair of a mark around words; none where there is no pair.
fn without(words: &str, mark: &str) -> Option<String> {
    let letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    let space = |it: Option<char>| it.is_none_or(char::is_whitespace);
    let places: Vec<usize> = words.match_indices(mark).map(|it| it.0).collect();
    let before = |at: usize| words[..at].chars().next_back();
    let after = |at: usize| words[at + mark.len()..].chars().next();
    let opens = |at: &&usize| !letter(before(**at)) && !space(after(**at));
    let closes = |at: &&usize| !space(before(**at)) && !letter(after(**at));
    let from = *places.iter().find(opens)?;
    let to = *places
        .iter()
        .filter(|it| **it > from + mark.len())
        .find(closes)?;
    Some(format!(
        "{}{}{}",
        &words[..from],
        &words[from + mark.len()..to],
        &words[to + mark.len()..]
    ))
}

/// Whether something in it is written as a tag of HTML: `<b>`, `</p>`, `<!-- … -->`.
fn has_tag(words: &str) -> bool {
    words.split('<').skip(1).any(|rest| {
        let begins = |it: char| it.is_ascii_alphabetic() || it == '/' || it == '!';
        rest.starts_with(begins) && rest.contains('>')
    })
}

/// Whether every brace is closed and every name in braces is one.
fn named(words: &str) -> Result<(), Wrong> {
    let mut rest = words;
    while let Some(at) = rest.find(['{', '}']) {
        let inside = &rest[at + 1..];
        if rest[at..].starts_with('}') {
            return Err(("a } that no { began".to_owned(), names()));
        }
        let Some((name, after)) = inside.split_once('}') else {
            let begun: String = inside.chars().take(40).collect();
            return Err((
                format!("{{{begun} is not closed"),
                "a } at its end".to_owned(),
            ));
        };
        if !NAMES.contains(&name) {
            let first = name.split_whitespace().next().unwrap_or_default();
            return Err(match insert_named(first) {
                Some(_) => (
                    format!("{{{name}}} stands within other words"),
                    "it alone in its line".to_owned(),
                ),
                None => (format!("{{{name}}} is not a name"), names()),
            });
        }
        rest = after;
    }
    Ok(())
}

fn names() -> String {
    let all: Vec<String> = NAMES.iter().map(|it| format!("{{{it}}}")).collect();
    format!("one of {}", all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_bold_is_put_in_as_plain_words() {
        for (written, said) in [
            ("**Most** of it", "Most of it"),
            ("It is *late*, and __often__.", "It is late, and often."),
            ("***Both*** at once", "Both at once"),
            ("the list `L4`", "the list L4"),
            ("_slanted_ and case_load_2018", "slanted and case_load_2018"),
            ("5 * 3 is 15; 2 * 2 is 4", "5 * 3 is 15; 2 * 2 is 4"),
            (
                "fewer than 5 (<5), more than 5 (>5)",
                "fewer than 5 (<5), more than 5 (>5)",
            ),
            ("as at {as-at}", "as at {as-at}"),
        ] {
            assert_eq!(plain(written), Ok(said.to_owned()));
        }
    }

    #[test]
    fn what_has_no_place_in_a_paper_is_a_mistake() {
        for (written, part) in [
            ("see [the plan](https://plan.example)", "a link"),
            ("[1]: https://plan.example", "a link"),
            ("a <b>word</b>", "HTML"),
            ("<!-- later -->", "HTML"),
            ("**Most of it", "** that stands around nothing"),
            ("{positives most=3", "{positives most=3 is not closed"),
            ("most=3}", "a } that no { began"),
            ("{moth}", "{moth} is not a name"),
            (
                "As {positives} shows",
                "{positives} stands within other words",
            ),
        ] {
            let wrong = plain(written).map_or_else(|it| it.0, |it| format!("nothing: {it}"));
            assert!(wrong.contains(part), "{written}: {wrong}");
        }
    }
}

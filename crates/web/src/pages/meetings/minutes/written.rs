//! The text of minutes, taken apart as a reader sees it: title, people, items, resolutions, actions. Pages, Word and the
//! printed text that committee systems take are made of the same parts, so that none says what another does not.

/// A part of minutes, in their own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// Whose minutes.
    Title(&'a str),
    /// A line under the title.
    Under(&'a str),
    /// A list of people: its heading, then name and agency.
    People(&'a str, Vec<(&'a str, &'a str)>),
    /// An item's number and title.
    Item(&'a str, &'a str),
    /// A heading within an item.
    Heading(&'a str),
    /// A paragraph, with its line breaks.
    Paragraph(&'a str),
    /// What follows "Resolved:" or "Actions:"; the first is the word itself.
    Led(&'a str, &'a str),
    /// A line of a list, with its mark.
    Listed(&'a str, &'a str),
}

/// The headings of lists of people.
const PEOPLE: [&str; 4] = ["Present:", "In attendance:", "Observers:", "Apologies:"];
/// Words that lead a paragraph and stand out.
const LEADS: [&str; 3] = ["Resolved:", "Actions:", "Recommendations:"];

/// The parts of a text, in order; `items` are the numbers and titles of the agenda.
pub(super) fn parts<'a>(text: &'a str, items: &[(String, String)]) -> Vec<Part<'a>> {
    let mut found: Vec<Part<'a>> = Vec::new();
    let mut paragraph: Option<(usize, usize)> = None;
    let mut at = 0;
    // What the lines before said: people's names follow, or a blank line came last.
    let (mut naming, mut blank, mut seen) = (false, true, 0);
    for whole in text.split_inclusive('\n') {
        let (start, end) = (at, at + whole.trim_end_matches(['\n', '\r']).len());
        at += whole.len();
        let line = text[start..end].trim();
        if line.is_empty() {
            close(text, &mut paragraph, &mut found);
            blank = true;
            continue;
        }
        let after_blank = std::mem::replace(&mut blank, false);
        let special = if seen == 0 && found.is_empty() {
            Some(Part::Title(line))
        } else if seen == 0
            && !after_blank
            && matches!(found.last(), Some(Part::Title(_) | Part::Under(_)))
        {
            Some(Part::Under(line))
        } else if let Some((number, title)) = heading(line, items, seen, after_blank) {
            seen += 1;
            naming = false;
            Some(Part::Item(number, title))
        } else if seen == 0 && PEOPLE.contains(&line) {
            naming = true;
            Some(Part::People(line.trim_end_matches(':'), Vec::new()))
        } else if naming && let Some(Part::People(_, people)) = found.last_mut() {
            people.push(line.split_once(" – ").unwrap_or((line, "")));
            continue;
        } else if after_blank && line == "Matters arising" {
            Some(Part::Heading(line))
        } else {
            led(line).or_else(|| listed(line))
        };
        match special {
            Some(part) => {
                close(text, &mut paragraph, &mut found);
                found.push(part);
            }
            None => paragraph = Some((paragraph.map_or(start, |it| it.0), end)),
        }
    }
    close(text, &mut paragraph, &mut found);
    found
}

fn close<'a>(text: &'a str, paragraph: &mut Option<(usize, usize)>, found: &mut Vec<Part<'a>>) {
    if let Some((from, to)) = paragraph.take() {
        found.push(Part::Paragraph(text[from..to].trim()));
    }
}

/// The number and title of an item's heading: a line that is one of the agenda's, or that is numbered next.
fn heading<'a>(
    line: &'a str,
    items: &[(String, String)],
    seen: usize,
    after_blank: bool,
) -> Option<(&'a str, &'a str)> {
    if !after_blank {
        return None;
    }
    let (number, title) = line
        .split_once(". ")
        .map(|(number, title)| (number.trim(), title.trim()))
        .unwrap_or(("", line));
    let is_number =
        number.chars().count() <= 6 && number.chars().next().is_some_and(|it| it.is_ascii_digit());
    let of_agenda = items
        .iter()
        .any(|(known, name)| known == number && name == title || number.is_empty() && name == line);
    if of_agenda {
        return Some((number, title));
    }
    // The title was changed in the text: its number says that it is the next item all the same.
    let next = items.get(seen).is_some_and(|(known, _)| known == number);
    (is_number && next && title.chars().count() < 200).then_some((number, title))
}

fn led(line: &str) -> Option<Part<'_>> {
    let lead = LEADS.iter().find(|it| line.starts_with(**it))?;
    let (lead, rest) = line.split_at(lead.len());
    Some(Part::Led(lead, rest.trim()))
}

fn listed(line: &str) -> Option<Part<'_>> {
    if let Some(rest) = line.strip_prefix(['·', '•']) {
        return Some(Part::Listed(&line[..line.len() - rest.len()], rest.trim()));
    }
    let (mark, rest) = line.split_once(' ')?;
    let inside = mark.strip_prefix('(')?.strip_suffix(')')?;
    let is_mark =
        (1..=5).contains(&inside.len()) && inside.chars().all(|it| it.is_ascii_alphanumeric());
    is_mark.then(|| Part::Listed(mark, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_taken_apart_as_they_read() {
        let text = "Wayshire Improvement Board\nMinutes of the meeting held on Tuesday, 24 April 2018\n\nPresent:\nAna North – Wayshire\nTed Marsh\n\n\
                    1. Welcome\n\nThe Chair welcomed all.\nApologies were noted.\n\n2. Looked after children, changed\n\n\
                    Resolved: The Board\n\n(i) noted the report, and\n(ii) approved the approach.\n\nActions:\n· Bring the heat maps – Ana North.\n";
        let items = [
            ("1".to_owned(), "Welcome".to_owned()),
            ("2".to_owned(), "Looked after children".to_owned()),
        ];
        assert_eq!(
            parts(text, &items),
            [
                Part::Title("Wayshire Improvement Board"),
                Part::Under("Minutes of the meeting held on Tuesday, 24 April 2018"),
                Part::People(
                    "Present",
                    vec![("Ana North", "Wayshire"), ("Ted Marsh", "")]
                ),
                Part::Item("1", "Welcome"),
                Part::Paragraph("The Chair welcomed all.\nApologies were noted."),
                Part::Item("2", "Looked after children, changed"),
                Part::Led("Resolved:", "The Board"),
                Part::Listed("(i)", "noted the report, and"),
                Part::Listed("(ii)", "approved the approach."),
                Part::Led("Actions:", ""),
                Part::Listed("·", "Bring the heat maps – Ana North."),
            ]
        );
    }

    #[test]
    fn a_numbered_line_within_a_paragraph_is_no_item() {
        let items = [
            ("1".to_owned(), "Welcome".to_owned()),
            ("2".to_owned(), "Data".to_owned()),
        ];
        let text = "Board\n\n1. Welcome\n\nThree things were said:\n2. that all is well\n";
        assert_eq!(
            parts(text, &items).last(),
            Some(&Part::Paragraph(
                "Three things were said:\n2. that all is well"
            ))
        );
    }
}

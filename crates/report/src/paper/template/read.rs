//! Reads a template line by line; every mistake in it is told, not the first alone.

use super::plain::{Wrong, plain};
use super::settings::settings;
use super::{Insert, Mistake, NAMES, Part, Section, Template};

const FENCE: &str = "+++";

/// Names that the command line has another meaning for.
const TAKEN: [&str; 1] = ["list"];

pub(super) fn read(name: &str, text: &str) -> Result<Template, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let mut tell = |line: usize, (wrong, expected): Wrong| {
        mistakes.push(Mistake {
            file: format!("{name}.md"),
            line,
            wrong,
            expected,
        });
    };
    let template = template(name, text, &mut tell);
    match template {
        Some(template) if mistakes.is_empty() => Ok(template),
        _ => {
            mistakes.sort_by_key(|it| it.line);
            Err(mistakes)
        }
    }
}

/// The template as far as it can be read; none without settings.
fn template(name: &str, text: &str, tell: &mut dyn FnMut(usize, Wrong)) -> Option<Template> {
    if TAKEN.contains(&name) {
        let wrong = format!("a paper cannot be called '{name}', which names them all");
        tell(1, (wrong, "a file of another name".to_owned()));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<&str> = text.lines().collect();
    let fence = |line: &&str| line.trim_end() == FENCE;
    if !lines.first().is_some_and(fence) {
        let expected = "settings between two lines of +++, the first of them the file's first line";
        tell(
            1,
            ("the settings are missing".to_owned(), expected.to_owned()),
        );
        return None;
    }
    let end = lines.iter().skip(1).position(fence).map(|it| it + 1);
    let Some(end) = end else {
        let wrong = "the settings do not end".to_owned();
        tell(1, (wrong, "a line of +++ after them".to_owned()));
        return None;
    };
    let mut body = Body {
        sections: Vec::new(),
        broken: true,
        skips: Skips::Nothing,
    };
    let template = settings(name, &lines[1..end].join("\n"), tell);
    for (n, line) in (end + 2..).zip(&lines[end + 1..]) {
        if let Err(wrong) = body.line(line, n) {
            tell(n, wrong);
        }
    }
    if body.sections.is_empty() && body.skips == Skips::Nothing {
        let expected = "a line that begins with ## and a heading";
        tell(
            lines.len(),
            ("there is no section".to_owned(), expected.to_owned()),
        );
    }
    Some(Template {
        sections: body.sections,
        ..template
    })
}

/// What is passed over, since its first line was told.
#[derive(Clone, Copy, PartialEq)]
enum Skips {
    Nothing,
    /// Until a line that is no row.
    Table,
    /// Until its closing line.
    Code,
    /// Until the first section.
    Preface,
}

/// What comes after the settings.
struct Body {
    sections: Vec<Section>,
    /// Whether the next line begins something new.
    broken: bool,
    skips: Skips,
}

/// What a line is.
enum Line<'a> {
    Heading(usize, &'a str),
    Point(&'a str),
    Insert(&'a str),
    Words(&'a str),
}

impl Body {
    /// Takes one line in; else what is wrong with it and what was expected.
    fn line(&mut self, line: &str, n: usize) -> Result<(), Wrong> {
        let trimmed = line.trim();
        if self.is_passed_over(trimmed) {
            return Ok(());
        }
        if trimmed.is_empty() {
            self.broken = true;
            return Ok(());
        }
        self.no_place(trimmed)?;
        let read = self.what(trimmed)?;
        if let Line::Heading(2, words) = read {
            self.skips = Skips::Nothing;
            let heading = plain(words)?;
            let key = self.fresh(&key_of(&heading));
            self.sections.push(Section {
                key,
                heading,
                parts: Vec::new(),
            });
            self.broken = true;
            return Ok(());
        }
        let broken = std::mem::take(&mut self.broken);
        let Some(section) = self.sections.last_mut() else {
            self.skips = Skips::Preface;
            return no(
                "text before the first section",
                "a line that begins with ## and a heading",
            );
        };
        let goes_on = if broken {
            None
        } else {
            section.parts.last_mut()
        };
        match (read, goes_on) {
            (Line::Heading(_, words), _) => {
                section.parts.push(Part::Heading(plain(words)?));
                self.broken = true;
            }
            (Line::Insert(inside), _) => {
                section.parts.push(Part::Insert(Insert::parse(inside, n)?));
                self.broken = true;
            }
            (Line::Point(words), Some(Part::Points(points))) => points.push(plain(words)?),
            (Line::Point(words), _) => section.parts.push(Part::Points(vec![plain(words)?])),
            (Line::Words(words), Some(Part::Paragraph(before))) => {
                before.push(' ');
                before.push_str(&plain(words)?);
            }
            // A point goes on in lines that stand in.
            (Line::Words(words), Some(Part::Points(points))) if line.starts_with([' ', '\t']) => {
                if let Some(point) = points.last_mut() {
                    point.push(' ');
                    point.push_str(&plain(words)?);
                }
            }
            (Line::Words(words), _) => section.parts.push(Part::Paragraph(plain(words)?)),
        }
        Ok(())
    }

    /// Whether a line belongs to something whose first line was told.
    fn is_passed_over(&mut self, line: &str) -> bool {
        match self.skips {
            Skips::Nothing => false,
            Skips::Table if is_row(line) => true,
            Skips::Code => {
                if is_code(line) {
                    self.skips = Skips::Nothing;
                }
                true
            }
            Skips::Preface => !line.starts_with("## "),
            Skips::Table => {
                self.skips = Skips::Nothing;
                false
            }
        }
    }

    /// What Markdown has and a paper has not.
    fn no_place(&mut self, line: &str) -> Result<(), Wrong> {
        if is_row(line) {
            self.skips = Skips::Table;
            return no("a table", "points, sentences, or {measures … table=yes}");
        }
        if is_code(line) {
            self.skips = Skips::Code;
            return no("a block of code", "plain words");
        }
        if line.starts_with('>') {
            return no("a quotation with >", "the words between quotation marks");
        }
        let bare: String = line.split_whitespace().collect();
        let is_rule = |of: char| bare.len() > 2 && bare.chars().all(|it| it == of);
        if ['-', '*', '_', '=', '+', '~'].into_iter().any(is_rule) {
            return no(
                "a line drawn across",
                "a section of its own: ## and a heading",
            );
        }
        Ok(())
    }

    /// What a line is.
    fn what<'a>(&self, line: &'a str) -> Result<Line<'a>, Wrong> {
        let depth = line.chars().take_while(|it| *it == '#').count();
        let after = &line[depth..];
        let is_heading = depth > 0 && (after.is_empty() || after.starts_with([' ', '\t']));
        if is_heading || depth > 1 {
            return match (depth, after.trim().trim_end_matches('#').trim()) {
                _ if !is_heading => no("a heading without a space", "a space after the last #"),
                (1, _) => no(
                    "a heading of one #",
                    "the paper's title stands in the settings; a section begins with ##",
                ),
                (7.., _) => no("a heading of more than six #", "## or ### and a heading"),
                (_, "") => no("a heading without words", "words after the #"),
                (depth, words) => Ok(Line::Heading(depth, words)),
            };
        }
        if let Some(point) = self.point(line) {
            return match point.trim() {
                "" => no("a point without words", "words after its mark"),
                words => Ok(Line::Point(words)),
            };
        }
        let inside = line.strip_prefix('{').and_then(|it| it.strip_suffix('}'));
        Ok(match inside {
            Some(inside) if !NAMES.contains(&inside) && !inside.contains(['{', '}']) => {
                Line::Insert(inside)
            }
            _ => Line::Words(line),
        })
    }

    /// The words of a point: after `-`, `*`, `+`, `1.` or `1)`. Within a paragraph only 1 begins a list: a line may begin
    /// with a year.
    fn point<'a>(&self, line: &'a str) -> Option<&'a str> {
        let digits = line.chars().take_while(char::is_ascii_digit).count();
        let after = match digits {
            0 => line.strip_prefix(['-', '*', '+'])?,
            _ => line[digits..].strip_prefix(['.', ')'])?,
        };
        let last = self.sections.last().and_then(|it| it.parts.last());
        let in_words = !self.broken && matches!(last, Some(Part::Paragraph(_)));
        let may_begin = digits == 0 || digits < 4 && (!in_words || &line[..digits] == "1");
        (may_begin && (after.is_empty() || after.starts_with([' ', '\t']))).then_some(after)
    }

    /// A key that no section has yet.
    fn fresh(&self, wanted: &str) -> String {
        let is_free = |key: &String| !self.sections.iter().any(|it| it.key == *key);
        std::iter::once(wanted.to_owned())
            .chain((2..).map(|n| format!("{wanted}-{n}")))
            .find(is_free)
            .expect("the numbers do not end")
    }
}

fn no<T>(wrong: &str, expected: &str) -> Result<T, Wrong> {
    Err((wrong.to_owned(), expected.to_owned()))
}

/// A row of a table, or the line under its headings.
fn is_row(line: &str) -> bool {
    let is_under = |it: char| matches!(it, '|' | '-' | ':' | ' ');
    line.starts_with('|') || line.contains('|') && line.contains('-') && line.chars().all(is_under)
}

fn is_code(line: &str) -> bool {
    line.starts_with("```") || line.starts_with("~~~")
}

/// "Next areas to focus on" as `next-areas-to-focus-on`.
fn key_of(heading: &str) -> String {
    let words: Vec<String> = heading
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    let key = words.join("-");
    if key.is_empty() {
        "section".to_owned()
    } else {
        key.chars().take(60).collect()
    }
}

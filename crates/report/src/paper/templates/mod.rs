//! The templates that come with Waymark, a file each (S-265, S-272, S-273, S-283, S-285). A council may put its own beside them or in their place.

use super::template::{Mistake, Template};

/// The files, by name.
pub const FILES: [(&str, &str); 7] = [
    ("monthly-summary", include_str!("monthly-summary.md")),
    ("directors-update", include_str!("directors-update.md")),
    ("board-pack", include_str!("board-pack.md")),
    ("scrutiny-report", include_str!("scrutiny-report.md")),
    ("briefing-note", include_str!("briefing-note.md")),
    ("self-assessment", include_str!("self-assessment.md")),
    ("health-check", include_str!("health-check.md")),
];

/// The templates there are, and what is wrong with those that cannot be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct All {
    /// Those that can be written from.
    pub templates: Vec<Template>,
    /// Every mistake in the others, file by file: a file with a mistake leaves the others as they are, and nothing stands in
    /// its place.
    pub mistakes: Vec<Mistake>,
}

/// The templates: those that come with Waymark, then a council's own, each in the place of one of the same name.
#[must_use]
pub fn all(own: &[(String, String)]) -> All {
    let mut found = All::default();
    for (name, text) in FILES {
        if own.iter().any(|it| it.0 == name) {
            continue;
        }
        let template = Template::parse(name, text).expect("a test reads every one of them");
        found.templates.push(template);
    }
    for (at, (name, text)) in own.iter().enumerate() {
        if own[..at].iter().any(|it| it.0 == *name) {
            found.mistakes.push(Mistake {
                file: format!("{name}.md"),
                line: 1,
                wrong: format!("there are two files called '{name}'"),
                expected: "a name of its own for each".to_owned(),
            });
            continue;
        }
        match Template::parse(name, text) {
            Ok(template) => found.templates.push(template),
            Err(mistakes) => found.mistakes.extend(mistakes),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_template_that_comes_with_waymark_is_read() {
        let templates = all(&[]).templates;
        assert_eq!(templates.len(), FILES.len());
        assert!(
            templates
                .iter()
                .all(|it| !it.about.is_empty() && !it.sections.is_empty())
        );
    }

    fn wrong(text: &str) -> String {
        Template::parse("ours", text).map_or_else(|it| it[0].to_string(), |_| "nothing".to_owned())
    }

    #[test]
    fn a_mistake_says_file_line_and_what_was_expected() {
        let head = "+++\ntitle = \"T\"\naudience = \"board\"\n+++\n";
        for (text, line, part) in [
            ("title", 1, "settings are missing"),
            ("+++\ntitle = \"T\"\n", 1, "the settings do not end"),
            (
                "+++\ntitle = \"T\"\naudience = \"us\"\n+++\n",
                3,
                "audience is \"us\"",
            ),
            (
                "+++\ntitle = \"T\"\naudience = \"board\"\nsize = 3\n+++\n",
                4,
                "there is no setting 'size'",
            ),
            (
                "+++\ntitle = \"{moth}\"\naudience = \"board\"\n+++\n",
                2,
                "{moth} is not a name",
            ),
            (&format!("{head}text"), 5, "text before the first section"),
            (
                &format!("{head}## S\n\n{{positivs}}"),
                7,
                "nothing called 'positivs'",
            ),
            (
                &format!("{head}## S\n{{positives most=none}}"),
                6,
                "most is 'none'",
            ),
            (
                &format!("{head}## S\n{{positives many=3}}"),
                6,
                "has no 'many'",
            ),
            (
                &format!("{head}## S\n{{measures names=no-such}}"),
                6,
                "no measure called 'no-such'",
            ),
            (&format!("{head}# S\n"), 5, "a heading of one #"),
            (head, 4, "there is no section"),
            (
                "+++\ntitle = \" \"\naudience = \"board\"\n+++\n",
                2,
                "the title is empty",
            ),
            (
                "+++\ntitle = \"T\"\naudience = \"board\"\nbody = \"xx\"\n+++\n",
                4,
                "body is \"xx\". Expected: one of \"board\", ",
            ),
            ("+++\ntitle = \"T\"\n+++\n", 2, "audience is missing"),
            ("+++\ntitle = T\n+++\n", 2, "Expected: title and audience"),
            (&format!("{head}## "), 5, "a heading without words"),
            (&format!("{head}##One"), 5, "a heading without a space"),
            (
                &format!("{head}## S\n### {{moth}}"),
                6,
                "{moth} is not a name",
            ),
            (
                &format!("{head}## S\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
                7,
                "a table",
            ),
            (
                &format!("{head}## S\n{{positives most=3"),
                6,
                "{positives most=3 is not closed",
            ),
            (
                &format!("{head}## S\n{{positives most=3 most=4}}"),
                6,
                "most is said twice",
            ),
            (
                &format!("{head}## S\n{{measures theme=nosuch}}"),
                6,
                "there is no theme 'nosuch'; there are front-door, ",
            ),
            (
                &format!("{head}## S\n{{measures}}"),
                6,
                "names or theme is missing",
            ),
            (
                &format!("{head}## S\n{{judgements theme=nosuch}}"),
                6,
                "there is no judgement 'nosuch'; there are leaders, ",
            ),
        ] {
            let wrong = wrong(text);
            assert!(
                wrong.starts_with(&format!("ours.md, line {line}: "))
                    && wrong.contains(part)
                    && wrong.contains("Expected: "),
                "{text:?} gives {wrong}"
            );
        }
    }

    #[test]
    fn a_councils_own_template_takes_the_place_of_one_of_its_name() {
        let own = vec![("health-check".to_owned(), "+++\ntitle = \"Ours\"\naudience = \"board\"\n+++\n## One\nA word of ours.\n- a point\n- another\n\n{budget}".to_owned())];
        let templates = all(&own).templates;
        assert_eq!(templates.len(), FILES.len());
        let ours = templates
            .iter()
            .find(|it| it.name == "health-check")
            .map(|it| it.title.as_str());
        assert_eq!(ours, Some("Ours"));
    }

    /// A council writes on: whoever mends a file wants to hear of all that is wrong with it at once.
    #[test]
    fn every_mistake_is_told_by_line() {
        let text = "+++\ntitle = \"\"\nbody = \"xx\"\n+++\n## One\n{positivs}\n\n```\ncode\n```\n> said\n{areas}\n";
        let told: Vec<(usize, String)> = Template::parse("ours", text)
            .unwrap_err()
            .into_iter()
            .map(|it| (it.line, it.wrong))
            .collect();
        let lines: Vec<usize> = told.iter().map(|it| it.0).collect();
        assert_eq!(lines, [2, 2, 3, 6, 8, 11, 12], "{told:?}");
    }

    #[test]
    fn a_file_with_a_mistake_leaves_the_others_as_they_are() {
        let own = ["health-check", "list", "ours"].map(|it| {
            let text = "+++\ntitle = \"T\"\naudience = \"board\"\n+++\n## One\n";
            let wrong = if it == "health-check" {
                "{nothing}"
            } else {
                ""
            };
            (it.to_owned(), format!("{text}{wrong}\n"))
        });
        let all = all(&own);
        let names: Vec<&str> = all.templates.iter().map(|it| it.name.as_str()).collect();
        assert!(names.contains(&"ours") && names.contains(&"monthly-summary"));
        // What comes with Waymark does not stand in for a council's own.
        assert!(!names.contains(&"health-check"));
        let files: Vec<&str> = all.mistakes.iter().map(|it| it.file.as_str()).collect();
        assert_eq!(files, ["health-check.md", "list.md"]);
    }

    #[test]
    fn markdown_that_a_paper_has_a_place_for_is_read() {
        use crate::paper::template::Part;
        let text = "+++\ntitle = \"T\"\naudience = \"board\"\n+++\n## One **bold** word\n#### Deeper\n* a point\n  that goes on\n+ another\n\n1. first\n2. second\n\nSeen in\n2017. It is *late*.\n";
        let read = Template::parse("ours", text).unwrap();
        let points = |all: [&str; 2]| Part::Points(all.map(str::to_owned).to_vec());
        assert_eq!(read.sections[0].heading, "One bold word");
        assert_eq!(
            read.sections[0].parts,
            [
                Part::Heading("Deeper".to_owned()),
                points(["a point that goes on", "another"]),
                points(["first", "second"]),
                Part::Paragraph("Seen in 2017. It is late.".to_owned()),
            ]
        );
    }
}

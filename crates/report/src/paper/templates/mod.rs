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

/// The templates: those that come with Waymark, then a council's own, each in the place of one of the same name.
///
/// # Errors
/// Every [`Mistake`] in the council's own files.
pub fn all(own: &[(String, String)]) -> Result<Vec<Template>, Vec<Mistake>> {
    let mut templates = Vec::new();
    let mut mistakes = Vec::new();
    for (name, text) in FILES {
        if own.iter().any(|it| it.0 == name) {
            continue;
        }
        templates.push(Template::parse(name, text).expect("a test reads every one of them"));
    }
    for (name, text) in own {
        match Template::parse(name, text) {
            Ok(template) => templates.push(template),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    if mistakes.is_empty() {
        Ok(templates)
    } else {
        Err(mistakes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_that_comes_with_waymark_is_read() {
        let templates = all(&[]).unwrap_or_else(|it| panic!("{it:?}"));
        assert_eq!(templates.len(), FILES.len());
        assert!(
            templates
                .iter()
                .all(|it| !it.about.is_empty() && !it.sections.is_empty())
        );
    }

    fn wrong(text: &str) -> String {
        Template::parse("ours", text).map_or_else(|it| it.to_string(), |_| "nothing".to_owned())
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
                "audience is 'us'",
            ),
            (
                "+++\ntitle = \"T\"\naudience = \"board\"\nsize = 3\n+++\n",
                4,
                "unknown field `size`",
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
        let templates = all(&own).unwrap_or_default();
        assert_eq!(templates.len(), FILES.len());
        let ours = templates
            .iter()
            .find(|it| it.name == "health-check")
            .map(|it| it.title.as_str());
        assert_eq!(ours, Some("Ours"));
    }
}

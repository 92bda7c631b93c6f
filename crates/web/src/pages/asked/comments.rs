//! A partner's comments on paragraphs of the self-assessment: those they were asked about and no other, each a comment that
//! awaits its answer.

use crate::forms::Fields;
use waymark_data::Day;
use waymark_govuk::{ErrorLink, ErrorSummary, Textarea};
use waymark_programme::check::LINE;
use waymark_programme::kinds::{SELF_ASSESSMENT, SUGGESTION};
use waymark_programme::self_assessment::{claims, judgements};
use waymark_programme::{Author, Changes, Readers, Record, Records, Values, link};
use waymark_store::Ask;

/// What somebody is asked to comment on.
pub(crate) struct Section<'a> {
    pub(crate) assessment: &'a Record,
    pub(crate) claims: Vec<&'a Record>,
}

impl<'a> Section<'a> {
    /// The paragraphs a link names, as far as they still stand in a self-assessment that is worked on; none where nothing of
    /// them is left. What is for a few only is never among them.
    pub(crate) fn of(records: &'a Records, ask: &Ask) -> Option<Self> {
        let assessment = records
            .get(ask.record)
            .filter(|it| it.is(&SELF_ASSESSMENT) && it.is_open() && !it.deleted && !it.erased)?;
        let mut claims = offered(records, assessment);
        claims.retain(|it| ask.parts.contains(&it.id));
        (!claims.is_empty()).then_some(Self { assessment, claims })
    }
}

/// The paragraphs that somebody outside may be asked about, by judgement.
pub(crate) fn offered<'a>(records: &'a Records, assessment: &Record) -> Vec<&'a Record> {
    let mut found = claims(records, assessment.id);
    found.retain(|it| it.readers != Readers::Restricted && !it.erased && !it.deleted);
    found.sort_by_key(|it| {
        let word = it.text("judgement");
        let at = judgements().iter().position(|(known, _)| *known == word);
        (at.is_none(), at, it.id)
    });
    found
}

/// The judgement a paragraph belongs to.
pub(crate) fn judgement_of(claim: &Record) -> &'static str {
    let word = claim.text("judgement");
    let known = judgements().iter().find(|(known, _)| *known == word);
    known.map_or("Not yet under a judgement", |(_, title)| *title)
}

/// A paragraph with its box.
pub(crate) struct Paragraph {
    pub(crate) judgement: &'static str,
    /// Whether a heading stands before it.
    pub(crate) first: bool,
    pub(crate) sense: &'static str,
    pub(crate) text: String,
    pub(crate) form: Textarea,
}

/// What was typed, by paragraph, and what is wrong with it.
#[derive(Default)]
pub(crate) struct Comments {
    typed: Vec<(String, String)>,
    wrong: Vec<(String, &'static str)>,
}

/// The name of a paragraph's box.
fn control(claim: &Record) -> String {
    format!("comment-{}", claim.id)
}

impl Comments {
    /// What a form says of these paragraphs; whatever else it says is left.
    pub(crate) fn of(section: &Section<'_>, fields: &Fields) -> Self {
        let mut found = Self::default();
        for claim in &section.claims {
            let name = control(claim);
            // A note is one line, however it was typed; what cannot be shown is left out.
            let text = fields
                .get(&name)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let text: String = text.chars().filter(|it| !it.is_control()).collect();
            if text.chars().count() > LINE {
                let words = "A comment may have 300 characters: write it shorter";
                found.wrong.push((name.clone(), words));
            }
            if !text.is_empty() {
                found.typed.push((name, text));
            }
        }
        if let (true, Some(first)) = (found.typed.is_empty(), section.claims.first()) {
            let words = "Write a comment on at least one paragraph";
            found.wrong.push((control(first), words));
        }
        found
    }

    /// Whether it can be kept.
    pub(crate) fn are_right(&self) -> bool {
        self.wrong.is_empty()
    }

    /// The comments as records beside their paragraphs: each awaits its answer.
    pub(crate) fn changes(
        &self,
        section: &Section<'_>,
        by: Author,
        said_by: &str,
        today: Day,
    ) -> Changes {
        let mut changes = Changes::by(by).because("Asked to comment on the self-assessment");
        for claim in &section.claims {
            let name = control(claim);
            let Some((_, text)) = self.typed.iter().find(|(known, _)| *known == name) else {
                continue;
            };
            let values = Values::new()
                .with("text", text.as_str())
                .with("source", "partner")
                .with("said_by", said_by.chars().take(LINE).collect::<String>())
                .with("date", today.to_string());
            let made = changes.make(&SUGGESTION, values);
            changes.link(made, &link::ABOUT, claim.id);
        }
        changes
    }

    /// The paragraphs with their boxes, and what was typed there.
    pub(crate) fn paragraphs(&self, section: &Section<'_>) -> Vec<Paragraph> {
        let mut before = "";
        let mut all = Vec::new();
        for claim in &section.claims {
            let name = control(claim);
            let typed = self.typed.iter().find(|(known, _)| *known == name);
            let wrong = self.wrong.iter().find(|(known, _)| *known == name);
            let judgement = judgement_of(claim);
            all.push(Paragraph {
                judgement,
                first: judgement != before,
                sense: match claim.text("sense") {
                    "strength" => "A strength",
                    "development" => "An area for development",
                    _ => "",
                },
                text: claim.title().to_owned(),
                form: Textarea::new(
                    name.as_str(),
                    format!("Your comment on {}", claim.reference()),
                )
                .hint("A sentence or two, up to 300 characters. Never a child’s name")
                .rows(3_u16)
                .value(typed.map_or("", |(_, text)| text.as_str()))
                .error(wrong.map_or("", |(_, words)| words)),
            });
            before = judgement;
        }
        all
    }

    /// What is wrong, above the form.
    pub(crate) fn summary(&self) -> Option<ErrorSummary> {
        (!self.wrong.is_empty()).then(|| {
            let links = self
                .wrong
                .iter()
                .map(|(control, words)| ErrorLink::new(*words, control));
            ErrorSummary::new(links.collect::<Vec<_>>())
        })
    }
}

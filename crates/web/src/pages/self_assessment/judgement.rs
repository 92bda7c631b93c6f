//! A key judgement: its strengths and areas for development, and the figures on it that no claim uses.

use super::claim::{Claim, From};
use waymark_programme::Record;
use waymark_programme::self_assessment::{claims, judgements};
use waymark_report::Audience;
use waymark_report::paper::compose::themes;

/// A key judgement as the page shows it.
pub(super) struct Judgement {
    pub(super) word: &'static str,
    pub(super) title: &'static str,
    pub(super) sides: Vec<Side>,
    /// Titles and addresses of measures that have changed, or keep missing their target, and that no claim here uses.
    pub(super) unused: Vec<(&'static str, String)>,
}

/// Strengths, or areas for development.
pub(super) struct Side {
    pub(super) title: &'static str,
    pub(super) claims: Vec<Claim>,
}

/// Every judgement with the assessment's claims; last those that are under none yet.
pub(super) fn all(from: &From<'_>, assessment: &Record) -> Vec<Judgement> {
    let claims = claims(from.records, assessment.id);
    let of = |judgement: &str, sense: &str| -> Vec<Claim> {
        claims
            .iter()
            .filter(|it| it.text("judgement") == judgement && it.text("sense") == sense)
            .map(|it| from.claim(it))
            .collect()
    };
    let mut found: Vec<Judgement> = judgements()
        .iter()
        .map(|(word, title)| Judgement {
            word,
            title,
            sides: vec![
                Side {
                    title: "Strengths",
                    claims: of(word, "strength"),
                },
                Side {
                    title: "Areas for development",
                    claims: of(word, "development"),
                },
            ],
            unused: unused(from, word, &claims),
        })
        .collect();
    let elsewhere: Vec<Claim> = claims
        .iter()
        .filter(|it| it.text("judgement").is_empty() || it.text("sense").is_empty())
        .map(|it| from.claim(it))
        .collect();
    if !elsewhere.is_empty() {
        found.push(Judgement {
            word: "elsewhere",
            title: "Not yet placed",
            sides: vec![Side {
                title: "Say of each which judgement it belongs to, and what it claims",
                claims: elsewhere,
            }],
            unused: Vec::new(),
        });
    }
    found
}

fn unused(from: &From<'_>, judgement: &str, claims: &[&Record]) -> Vec<(&'static str, String)> {
    let shelf = from.county.shelf(Audience::Board);
    let used: Vec<&str> = claims
        .iter()
        .filter(|it| it.text("judgement") == judgement)
        .flat_map(|it| from.records.measures_of(it.id))
        .collect();
    shelf
        .next_areas
        .iter()
        .chain(&shelf.positives)
        .filter_map(|at| shelf.told[*at].reading.as_ref())
        .map(|it| it.measure())
        .filter(|it| themes(judgement).contains(&it.theme))
        .filter(|it| !used.contains(&it.name().as_str()) && !used.contains(&it.id))
        .map(|it| (it.title, format!("/measures/{}", it.name())))
        .collect()
}

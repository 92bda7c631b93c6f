//! A board pack: every paper of a meeting, one after another, under one list of contents.

use super::writer::{DRAWING, Writer};
use crate::audience::Audience;
use crate::paper::template::Insert;
use crate::paper::{Block, Paper, Section, Text};
use waymark_programme::Record;
use waymark_programme::kinds::PAPER;
use waymark_programme::meetings::items;

/// `{papers}`.
pub(super) fn write(w: &mut Writer<'_>, _: &Insert) {
    let from = w.from;
    let Some(meeting) = from.meeting else {
        w.say(
            "none",
            "There is no meeting whose papers could be put together.",
        );
        return;
    };
    let at: Vec<waymark_programme::RecordId> = items(from.records, meeting.id)
        .iter()
        .map(|it| it.id)
        .chain([meeting.id])
        .collect();
    let own = from.paper.map(|it| it.id);
    let mut files: Vec<&Record> = from
        .records
        .of(&PAPER)
        .filter(|it| {
            // Waymark's own stand below, whole.
            Some(it.id) != own && it.text("template").is_empty() && it.state.word != "withdrawn"
        })
        .filter(|it| {
            from.records.links_from(it.id).iter().any(
                |link| matches!(link.to, waymark_programme::End::Record(to) if at.contains(&to)),
            )
        })
        .collect();
    files.sort_by_key(|it| {
        let letter = it.text("appendix");
        (letter.is_empty(), letter)
    });
    // What only the board may see is in no paper for the public.
    let parts: Vec<&Paper> = from
        .parts
        .iter()
        .filter(|it| from.audience == Audience::Board || it.audience == Audience::Public)
        .collect();
    if files.is_empty() && parts.is_empty() {
        w.say("empty", "No paper for this meeting is in yet.");
    }
    if !files.is_empty() {
        let texts: Vec<Text> = files
            .into_iter()
            .map(|it| {
                let letter = it.text("appendix");
                let title = if letter.is_empty() {
                    it.title().to_owned()
                } else {
                    format!("{letter}: {}", it.title())
                };
                let words = format!(
                    "{title}. {}. {}",
                    it.state.title,
                    super::lists::stop(it.text("summary"))
                );
                w.of(it, words.trim().to_owned())
            })
            .collect();
        w.put(Block::Heading(
            "Papers that are files of their own".to_owned(),
        ));
        w.put(Block::Points(texts));
    }
    for (n, paper) in (1..).zip(parts) {
        w.take_figures(&paper.figures);
        w.part(Section {
            key: format!("paper-{n}"),
            heading: paper.title.clone(),
            depth: 1,
            blocks: Vec::new(),
        });
        for section in &paper.sections {
            w.part(Section {
                key: format!("paper-{n}/{}", section.key),
                heading: section.heading.clone(),
                depth: section.depth + 1,
                blocks: section.blocks.iter().map(|it| within(n, it)).collect(),
            });
        }
    }
}

/// A paper's block as part of the pack: its texts' keys say of which paper they are.
fn within(n: usize, block: &Block) -> Block {
    let mine = |text: &Text| Text {
        key: format!("paper-{n}/{}", text.key),
        ..text.clone()
    };
    match block {
        Block::Text(text) => Block::Text(mine(text)),
        Block::Points(points) => Block::Points(points.iter().map(mine).collect()),
        Block::Chart(chart) => {
            let mut chart = chart.clone();
            // Names within a drawing must be unique in the whole pack.
            let renamed = |svg: &str| svg.replace(DRAWING, &format!("{DRAWING}{n}-"));
            chart.svg = renamed(&chart.svg);
            chart.narrow = renamed(&chart.narrow);
            Block::Chart(chart)
        }
        other => other.clone(),
    }
}

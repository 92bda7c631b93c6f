//! What is written out and read again is the same items, outcomes and actions.

use super::cases::folders;
use waymark_programme::minutes::{Item, Minutes, Source, Style, read, render};

/// Number, title, outcomes and actions of an item and its parts, one line each.
fn kept(items: &[Item], depth: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for item in items {
        let title = if item.title.is_empty() {
            "Untitled item"
        } else {
            &item.title
        };
        lines.push(format!("{depth} {} {title}", item.number));
        let bare = |it: &str| it.trim_end_matches('.').to_owned();
        let mut own: Vec<String> = item
            .outcomes
            .iter()
            .map(|it| format!("{:?} {}", it.verb, bare(&it.text)))
            .collect();
        own.sort();
        lines.extend(own);
        let mut own: Vec<String> = item
            .actions
            .iter()
            .map(|it| format!("action {} -> {:?}", bare(&it.text), it.owners))
            .collect();
        own.sort();
        lines.extend(own);
        lines.extend(kept(&item.items, depth + 1));
    }
    lines
}

fn again(minutes: &Minutes, style: Style) -> Minutes {
    read(&Source::plain("again", render(minutes, style)))
}

#[test]
fn written_out_and_read_again_it_is_the_same() {
    let mut inputs: Vec<(String, String)> = folders()
        .into_iter()
        .map(|it| {
            (
                it.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read_to_string(it.join("input.txt")).unwrap(),
            )
        })
        .collect();
    inputs.extend(super::seeds::all());
    let mut wrong = Vec::new();
    for (name, input) in inputs {
        let first = read(&Source::plain("input", input));
        for style in [Style::Council, Style::Markdown] {
            let second = again(&first, style);
            let (one, other) = (kept(&first.items, 0), kept(&second.items, 0));
            if one != other {
                let gone: Vec<&String> = one.iter().filter(|it| !other.contains(it)).collect();
                let new: Vec<&String> = other.iter().filter(|it| !one.contains(it)).collect();
                wrong.push(format!(
                    "{name} {style:?}\ngone {gone:#?}\nnew {new:#?}\n{}",
                    render(&first, style)
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}

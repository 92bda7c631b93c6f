//! What every page must be: one heading, labelled controls, captions, ids that name one thing, nothing inline.

use std::collections::BTreeMap;

/// One start tag and its attributes.
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
}

impl Tag {
    pub(crate) fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// Every start tag of a document, in order.
pub(crate) fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if !rest.starts_with(|it: char| it.is_ascii_alphabetic()) {
            continue;
        }
        let end = tag_end(rest);
        tags.push(tag(&rest[..end]));
        rest = &rest[end..];
    }
    tags
}

/// The place of the `>` that ends a tag: one inside quotation marks does not.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn tag(text: &str) -> Tag {
    let name_end = text
        .find(|it: char| it.is_whitespace() || it == '/')
        .unwrap_or(text.len());
    let mut attributes = BTreeMap::new();
    let mut rest = text[name_end..].trim_start_matches(['/', ' ', '\n', '\t']);
    while !rest.is_empty() {
        let end = rest
            .find(|it: char| it == '=' || it.is_whitespace())
            .unwrap_or(rest.len());
        let name = rest[..end].to_lowercase();
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().unwrap_or('"');
            assert!(
                quote == '"' || quote == '\'',
                "an attribute without quotation marks: {text}"
            );
            let close = after[1..].find(quote).map_or(after.len(), |it| it + 1);
            value = &after[1..close];
            rest = after[close..].trim_start_matches(quote).trim_start();
        }
        let again = attributes.insert(name.clone(), value.to_owned());
        assert!(again.is_none(), "the attribute {name} twice in <{text}>");
    }
    Tag {
        name: text[..name_end].to_lowercase(),
        attributes,
    }
}

/// Holds a page to what every page must be.
pub(crate) fn check(path: &str, html: &str) {
    let tags = tags(html);
    let count = |name: &str| tags.iter().filter(|it| it.name == name).count();
    assert_eq!(count("h1"), 1, "{path}: one h1");
    assert_eq!(count("main"), 1, "{path}: one main");
    assert_eq!(
        count("table"),
        count("caption"),
        "{path}: every table has a caption"
    );
    let mut ids: Vec<&str> = tags
        .iter()
        .map(|it| it.get("id"))
        .filter(|it| !it.is_empty())
        .collect();
    ids.sort_unstable();
    for pair in ids.windows(2) {
        assert_ne!(pair[0], pair[1], "{path}: the id {} twice", pair[0]);
    }
    let labels: Vec<&str> = tags
        .iter()
        .filter(|it| it.name == "label")
        .map(|it| it.get("for"))
        .collect();
    for tag in &tags {
        let kind = tag.get("type");
        let asks = matches!(tag.name.as_str(), "select" | "textarea")
            || tag.name == "input" && !matches!(kind, "hidden" | "submit");
        if asks {
            assert!(
                labels.contains(&tag.get("id")),
                "{path}: {} has no label",
                tag.get("name")
            );
        }
        assert_ne!(tag.name, "style", "{path}: a style inside the page");
        if tag.name == "script" {
            assert!(
                tag.get("src").starts_with('/'),
                "{path}: a script inside the page or from elsewhere"
            );
        }
        if tag.name == "img" {
            assert!(
                tag.attributes.contains_key("alt"),
                "{path}: a picture without words"
            );
        }
        for name in tag.attributes.keys() {
            assert!(
                name != "style" && !name.starts_with("on"),
                "{path}: {name} inside the page"
            );
        }
        for name in ["aria-describedby", "aria-labelledby"] {
            for id in tag.get(name).split_whitespace() {
                assert!(
                    ids.binary_search(&id).is_ok(),
                    "{path}: {name} names {id}, which is not there"
                );
            }
        }
        let to = tag.get("href");
        assert!(
            !to.starts_with("javascript:") && !to.starts_with("//"),
            "{path}: a link to {to}"
        );
    }
    let forms = tags
        .iter()
        .filter(|it| it.name == "form" && it.get("method") == "post")
        .count();
    let secrets = tags
        .iter()
        .filter(|it| it.name == "input" && it.get("name") == "csrf")
        .count();
    assert_eq!(forms, secrets, "{path}: every form carries its secret");
}

#[test]
fn the_checker_finds_what_it_looks_for() {
    let page = |inside: &str| format!("<main><h1>A</h1>{inside}</main>");
    check(
        "good",
        &page(r#"<label for="a">A</label><input id="a" name="a" title="a > b">"#),
    );
    for bad in [
        "<h1>B</h1>",
        r#"<input id="a" name="a">"#,
        r#"<p id="a"></p><p id="a"></p>"#,
        "<table></table>",
        "<script>alert(1)</script>",
        r#"<p style="color: red"></p>"#,
        r#"<a onclick="x()">a</a>"#,
        r#"<form method="post"></form>"#,
    ] {
        let found = std::panic::catch_unwind(|| check("bad", &page(bad)));
        assert!(found.is_err(), "{bad}");
    }
}

//! What ModernGov's web service answers: one meeting with its items, or a list of meetings.
//!
//! Written out as ModernGov's own page shows it: title, "Minutes:", the text. Its texts are encoded twice, and the bodies of
//! items are HTML from Word. Ids, addresses and yes-or-no flags are no words for a reader; every other text is kept.

use super::page::Page;
use super::tree::{self, Element};
use super::{MinutesError, html};
use waymark_programme::minutes::{Form, Source, What};

/// Whether an element of this name is an answer that is read.
fn known(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [
        "meeting",
        "getmeeting",
        "getmeetings",
        "getmeetingsbydate",
        "getallmeetingsbydate",
        "committee",
        "agendaitem",
        "agendaitems",
    ]
    .contains(&name.as_str())
}

/// Reads an answer, in its SOAP envelope or without; none where the XML is something else.
pub(super) fn read(file: &str, source: &str) -> Result<Option<Source>, MinutesError> {
    let root = tree::read(file, source)?;
    let Some(answer) = answer(&root) else {
        return Ok(None);
    };
    // An answer kept as text inside the envelope: it is XML itself.
    if !answer.has_elements() {
        let inner = answer.text();
        return if inner.trim_start().starts_with('<') && inner.len() < source.len() {
            read(file, inner.trim_start())
        } else {
            Ok(None)
        };
    }
    let mut page = Page::default();
    if answer.name.eq_ignore_ascii_case("meeting") || answer.first("agendaitems").is_some() {
        meeting(&mut page, answer);
    } else if answer.name.to_ascii_lowercase().starts_with("agendaitem") {
        let items: Vec<&Element> = match answer.all("agendaitem").collect::<Vec<_>>() {
            none if none.is_empty() => vec![answer],
            items => items,
        };
        for it in items {
            item(&mut page, it);
        }
    } else {
        list(&mut page, answer, "");
    }
    Ok(Some(page.finish(file, Form::Xml)))
}

/// The element that holds the answer, however it is wrapped.
fn answer(root: &Element) -> Option<&Element> {
    let mut here = root;
    for _ in 0..8 {
        // `<GetMeetingResponse><GetMeetingResult><meeting>`: the wrappers say nothing themselves.
        let wrapped = here.elements().find(|it| known(&it.name));
        if known(&here.name) {
            let deeper = wrapped.filter(|it| {
                here.name.to_ascii_lowercase().starts_with("get")
                    && it.name.eq_ignore_ascii_case("meeting")
                    && it.first("agendaitems").is_some()
            });
            return Some(deeper.unwrap_or(here));
        }
        let next = wrapped.or_else(|| {
            let skip = |it: &&Element| !it.name.eq_ignore_ascii_case("Header");
            here.elements().find(skip)
        });
        match next {
            Some(next) => here = next,
            None => {
                let text = here.text();
                let inner = text.trim_start().starts_with("<");
                return inner.then_some(here);
            }
        }
    }
    None
}

/// The text of the first element of this name, its entities decoded once more.
fn value(element: &Element, name: &str) -> String {
    let found = element.first(name);
    let text = found.map_or_else(
        || element.attribute(name).unwrap_or_default().to_owned(),
        Element::text,
    );
    plain(&text)
}

/// A text that was encoded twice: one decoding is left, and where a machine encoded it three times, two.
fn plain(text: &str) -> String {
    html::decoded(&html::decoded(text.trim())).trim().to_owned()
}

fn yes(element: &Element, name: &str) -> bool {
    value(element, name).eq_ignore_ascii_case("true")
}

/// One meeting.
fn meeting(page: &mut Page, it: &Element) {
    let items: Vec<&Element> = it
        .all("agendaitems")
        .flat_map(|all| all.all("agendaitem"))
        .chain(it.all("agendaitem"))
        .collect();
    let mut body = value(it, "committeetitle");
    if body.is_empty() {
        // The meeting itself does not say whose it is; its papers do.
        let papers = items.iter().flat_map(|it| documents(it));
        let mut named = papers.map(|it| value(it, "committeetitle"));
        body = named.find(|it| !it.is_empty()).unwrap_or_default();
    }
    head(page, it, &body);
    page.end_paragraph();
    let mut people = it.all("attendees").flat_map(Element::elements).peekable();
    if people.peek().is_some() {
        page.line("Attendance:", None);
        for it in people {
            person(page, it);
        }
        page.end_paragraph();
    }
    for it in items {
        item(page, it);
    }
    rest(page, it, &["agendaitems", "agendaitem", "attendees"]);
}

/// Whose, when, where; and what else is said of the meeting.
fn head(page: &mut Page, it: &Element, body: &str) {
    page.line(body, Some(What::Body));
    page.line(&value(it, "meetingdate"), Some(What::Date));
    page.line(&value(it, "meetingtime"), Some(What::Time));
    page.line(&value(it, "meetinglocation"), Some(What::Place));
    for (name, words) in [
        ("meetingstatus", "Meeting status"),
        ("meetingroom", "Room"),
        ("meetingactualstarttime", "Started"),
        ("meetingplannedfinishtime", "Planned to finish"),
        ("meetingactualfinishtime", "Finished"),
    ] {
        labelled(page, words, &value(it, name));
    }
}

fn labelled(page: &mut Page, label: &str, value: &str) {
    if !value.is_empty() {
        page.line(&format!("{label}: {value}"), None);
    }
}

/// One person of the attendance list: "Name, role, attendance".
fn person(page: &mut Page, it: &Element) {
    let name = [value(it, "name"), plain(&it.text())]
        .into_iter()
        .find(|it| !it.is_empty())
        .unwrap_or_default();
    if name.is_empty() {
        return;
    }
    let first = |names: [&str; 2]| {
        let values = names.map(|name| value(it, name));
        values.into_iter().find(|it| !it.is_empty())
    };
    let attendance = first(["attendance", "attendancestatus"]).unwrap_or_default();
    let mut role = first(["roledescription", "role"]).unwrap_or_default();
    let representing = value(it, "representing");
    if !representing.is_empty() {
        // A substitute represents a member; a member, those who sent them.
        let substitute = attendance.to_ascii_lowercase().contains("substitute");
        role = match (role.is_empty(), substitute) {
            (_, true) => format!("{role} (for {representing})").trim().to_owned(),
            (true, false) => representing,
            (false, false) => format!("{role}, {representing}"),
        };
    }
    let from = page.here();
    let told = [name.as_str(), role.as_str(), attendance.as_str()];
    let told: Vec<&str> = told.into_iter().filter(|it| !it.is_empty()).collect();
    page.words(&told.join(", "));
    page.mark(from, What::Person { attendance, role });
    page.end_line();
}

/// One agenda item, as ModernGov's page shows it.
fn item(page: &mut Page, it: &Element) {
    page.end_paragraph();
    let begin = page.here();
    let number = number(it);
    let title = value(it, "agendaitemtitle");
    if !number.is_empty() {
        page.line(&format!("{number}."), None);
    }
    page.line(&title, None);
    page.mark(begin, What::Item { number, title });
    page.end_paragraph();
    body(page, it, "agendatext", "", What::Purpose);
    for (label, text) in [
        ("commentlabel1", "commenttext1"),
        ("commentlabel2", "commenttext2"),
    ] {
        let (label, text) = (value(it, label), value(it, text));
        let label = label.trim_end_matches(':');
        if label.is_empty() || text.is_empty() {
            page.line(&text, None);
        } else {
            page.line(&format!("{label}: {text}"), None);
        }
    }
    page.end_paragraph();
    body(
        page,
        it,
        "decisionnonemptyhtmlbody",
        "Decision:",
        What::Decision,
    );
    body(
        page,
        it,
        "minutesnonemptyhtmlbody",
        "Minutes:",
        What::Minutes,
    );
    let mut papers = documents(it).peekable();
    if papers.peek().is_some() {
        page.end_paragraph();
        page.line("Supporting documents:", None);
        for it in papers {
            document(page, it);
        }
    }
    page.end_paragraph();
    rest(page, it, &["linkeddocuments"]);
    if yes(it, "isrestricted") {
        page.mark(begin, What::Restricted);
    }
    page.end_paragraph();
}

/// "4", "4.1": as it is shown, else as it is counted. Number 0 is a heading over several items.
fn number(it: &Element) -> String {
    let shown = value(it, "fulldisplaynumberformat");
    let shown = shown.trim_end_matches('.').trim();
    if !shown.is_empty() {
        return shown.to_owned();
    }
    let (number, sub) = (
        value(it, "agendaitemnumber"),
        value(it, "agendaitemsubnumber"),
    );
    match (number.as_str(), sub.as_str()) {
        ("" | "0", _) => String::new(),
        (_, "" | "0") => number,
        _ => format!("{number}.{sub}"),
    }
}

/// A text of an item that is HTML, under its label.
fn body(page: &mut Page, it: &Element, name: &str, label: &str, what: What) {
    let Some(found) = it.first(name) else {
        return;
    };
    let source = found.text();
    let mut written = Page::default();
    write(&mut written, found, &source);
    if written.since(0).is_empty() {
        return;
    }
    page.end_paragraph();
    if !label.is_empty() {
        page.line(label, None);
        page.end_paragraph();
    }
    let from = page.here();
    write(page, found, &source);
    page.mark(from, what);
    page.end_paragraph();
}

fn write(page: &mut Page, found: &Element, source: &str) {
    if found.has_elements() {
        // The HTML stands in the XML itself and not as text.
        elements(page, found);
    } else if source.contains('<') {
        let left = [
            "&amp;#",
            "&amp;nbsp;",
            "&amp;amp;",
            "&amp;quot;",
            "&amp;lt;",
            "&amp;gt;",
        ];
        if left.iter().any(|it| source.contains(it)) {
            html::write(page, &source.replace("&amp;", "&"));
        } else {
            html::write(page, source);
        }
    } else {
        let text = plain(source);
        if text.contains('<') && text.contains('>') {
            // Encoded once more than usual.
            html::write(page, &text);
        } else {
            page.verbatim(&text);
        }
    }
}

fn elements(page: &mut Page, element: &Element) {
    let block = html::is_block(&element.name.to_ascii_lowercase());
    if block {
        page.end_paragraph();
    }
    if element.name.eq_ignore_ascii_case("br") {
        page.new_line();
    }
    for it in &element.inside {
        match it {
            tree::Inside::Element(it) => elements(page, it),
            tree::Inside::Text(text) => page.words(text),
        }
    }
    if block {
        page.end_paragraph();
    }
}

fn documents(it: &Element) -> impl Iterator<Item = &Element> {
    it.all("linkeddocuments")
        .flat_map(|all| all.all("linkeddoc"))
        .chain(it.all("linkeddoc"))
}

fn document(page: &mut Page, it: &Element) {
    let title = value(it, "title");
    if title.is_empty() {
        return;
    }
    // ModernGov makes a PDF of every paper; a link elsewhere says by its ending what it leads to.
    let url = value(it, "url");
    let kind = if url.to_ascii_lowercase().contains("mgconvert2pdf") {
        "PDF".to_owned()
    } else {
        let ending = url.rsplit(['.', '/']).next().unwrap_or_default();
        let known = ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx"];
        let ending = ending.to_ascii_lowercase();
        let found = known.contains(&ending.as_str());
        if found {
            ending.to_uppercase()
        } else {
            String::new()
        }
    };
    page.words("- ");
    let from = page.here();
    page.words(&title);
    let size = String::new();
    page.mark(from, What::Document { kind, size });
    if yes(it, "isrestricted") {
        page.mark(from, What::Restricted);
    }
    page.end_line();
}

/// A list of meetings, each with its committee.
fn list(page: &mut Page, element: &Element, committee: &str) {
    let own = value(element, "committeetitle");
    let committee = if own.is_empty() { committee } else { &own };
    for it in element.elements() {
        if it.name.eq_ignore_ascii_case("meeting") {
            let own = value(it, "committeetitle");
            let body = if own.is_empty() { committee } else { &own };
            page.end_paragraph();
            let from = page.here();
            head(page, it, body);
            page.mark(from, What::Meeting);
            page.end_paragraph();
        } else if it.has_elements() {
            list(page, it, committee);
        }
    }
    if element.name.eq_ignore_ascii_case("committee")
        && element.first("committeemeetings").is_none()
    {
        page.line(committee, Some(What::Body));
    }
}

/// Texts that are read nowhere else: an element this reader does not know, with a value that is no id and no flag.
fn rest(page: &mut Page, element: &Element, apart: &[&str]) {
    for it in element.elements() {
        let name = it.name.to_ascii_lowercase();
        if apart.contains(&name.as_str()) || told_elsewhere(&name) || it.has_elements() {
            continue;
        }
        let text = plain(&it.text());
        if technical(&text) {
            continue;
        }
        labelled(page, &it.name, &text);
    }
}

fn told_elsewhere(name: &str) -> bool {
    name.ends_with("id")
        || name.ends_with("url")
        || name.ends_with("count")
        || name.starts_with("is")
        || matches!(
            name,
            "committeetitle"
                | "meetingdate"
                | "meetingtime"
                | "meetinglocation"
                | "meetingstatus"
                | "meetingroom"
                | "meetingactualstarttime"
                | "meetingplannedfinishtime"
                | "meetingactualfinishtime"
                | "actualmeetingdate"
                | "agendaitemtitle"
                | "agendatext"
                | "agendaitemnumber"
                | "agendaitemsubnumber"
                | "fulldisplaynumberformat"
                | "minutesitemnumber"
                | "minutesitemsubnumber"
                | "commentlabel1"
                | "commenttext1"
                | "commentlabel2"
                | "commenttext2"
                | "minutesnonemptyhtmlbody"
                | "decisionnonemptyhtmlbody"
                | "agendapublished"
                | "decisionpublished"
                | "minutepublished"
        )
}

fn technical(text: &str) -> bool {
    text.is_empty()
        || text.eq_ignore_ascii_case("true")
        || text.eq_ignore_ascii_case("false")
        || text.chars().all(|it| it.is_ascii_digit())
        || text.starts_with("http")
}

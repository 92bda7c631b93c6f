//! Search across every record, and measures by title: what fits, with the words that were found in their place.

mod marked;

use crate::house::House;
use crate::notice::To;
use crate::page::{Page, Section};
use crate::pages::records::filter::{self, Asked};
use crate::pages::records::{cite, shown};
use crate::problem::Problem;
use crate::routes::Routes;
use crate::user::{ReadsRecords, User};
use crate::words::counted;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use marked::{Words, snippet};
use waymark_govuk::{
    Button, ErrorLink, ErrorSummary, Html, Input, InputKind, Label, Pagination, Select,
    SelectOption, Tag,
};
use waymark_measures::{Measure, catalogue};
use waymark_programme::kinds;
use waymark_programme::{Record, Records};
use waymark_store::Role;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/search", search)
}

/// How many to a page.
const PAGE: usize = 25;
/// How many measures are named above the records.
const MEASURES: usize = 10;

#[derive(Template)]
#[template(path = "pages/search/search.html")]
struct View {
    mistakes: Option<ErrorSummary>,
    search: Input,
    controls: Vec<Html>,
    submit: Button,
    narrowed: bool,
    asked: bool,
    found: String,
    measures: Vec<(String, Html)>,
    hits: Vec<Hit>,
    pages: Option<Pagination>,
}

/// A record that was found.
struct Hit {
    href: String,
    title: Html,
    about: String,
    state: Tag,
    snippet: Html,
}

async fn search(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Query(mut asked): Query<Asked>,
) -> Result<Response, Problem> {
    // A deleted record is found in its kind's own list.
    asked.deleted.clear();
    asked.sort.clear();
    let records = house.records().await?;
    if let Some(cited) = records
        .cited(&asked.q)
        .filter(|it| !it.deleted && user.asker().may_read(it))
    {
        return Ok(To::page(cited.path()).into_response());
    }
    let kind = kinds::find(&asked.kind);
    let words = Words::of(&asked.q);
    let wanted = !words.is_empty() || kind.is_some() || asked.narrows();
    let mistakes = asked.mistakes();
    let mut found = if wanted && mistakes.is_empty() {
        asked.of(&user, &records, kind)
    } else {
        Vec::new()
    };
    rank(&mut found, &words);
    let last = found.len().div_ceil(PAGE).max(1);
    let page = asked.page().min(last);
    let measures = measures(&user, &words);
    let number = counted(found.len(), "record", "records");
    let view = View {
        mistakes: (!mistakes.is_empty()).then(|| {
            let links = mistakes.iter().map(|(at, words)| ErrorLink::new(*words, at));
            ErrorSummary::new(links.collect::<Vec<_>>())
        }),
        search: Input::new("q", Label::new("Words, a name, or a reference"))
            .kind(InputKind::Search)
            .hint("Records that hold every one of the words. A reference such as ACT-31 leads straight to it")
            .value(asked.q.as_str()),
        controls: controls(&house, &user, &asked),
        submit: Button::new("Search"),
        narrowed: kind.is_some() || Asked { q: String::new(), ..asked.clone() }.narrows(),
        asked: wanted,
        found: if last > 1 {
            format!("{number}, page {page} of {last}")
        } else {
            number
        },
        measures: measures
            .iter()
            .map(|it| (format!("/measures/{}", it.name()), words.mark(it.title)))
            .collect(),
        hits: found
            .iter()
            .skip((page - 1) * PAGE)
            .take(PAGE)
            .map(|it| hit(&records, it, &words))
            .collect(),
        pages: (last > 1)
            .then(|| Pagination::pages(page, last, |it| format!("/search?{}", asked.query(it)))),
    };
    let page = Page::new("Search", view)
        .section(Section::Records)
        .under("Records", "/records")
        .without_data_age();
    Ok(if mistakes.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    })
}

/// The kind besides what every list asks.
fn controls(house: &House, user: &User, asked: &Asked) -> Vec<Html> {
    let mut options = vec![SelectOption::new("", "Every kind")];
    options.extend(
        kinds::KINDS
            .iter()
            .map(|it| SelectOption::new(it.word, it.plural)),
    );
    let mut out: Vec<Html> = vec![
        Select::new("kind", "Kind", options)
            .value(asked.kind.as_str())
            .into(),
    ];
    // The words have a box of their own above.
    out.extend(
        filter::controls(house, user, None, asked)
            .into_iter()
            .skip(1),
    );
    out
}

/// Those whose title holds the words come first; among them what was written last.
fn rank(found: &mut [&Record], words: &Words) {
    found.sort_by_cached_key(|it| {
        let elsewhere = !words.all_in(it.title());
        (elsewhere, std::cmp::Reverse((it.changed, it.id)))
    });
}

/// Measures whose title holds every word, for those who read figures.
fn measures(user: &User, words: &Words) -> Vec<&'static Measure> {
    if words.is_empty() || user.role == Role::Partner {
        return Vec::new();
    }
    catalogue::all()
        .filter(|it| words.all_in(it.title))
        .take(MEASURES)
        .collect()
}

fn hit(records: &Records, record: &Record, words: &Words) -> Hit {
    let mut about = vec![format!("{} {}", record.kind.title, record.reference())];
    about.push(filter::day_of(records, record).words());
    if !record.owners().is_empty() {
        about.push(cite::shortened(&record.owners().join(", "), 120));
    }
    if !record.area().is_empty() {
        about.push(record.area().to_owned());
    }
    Hit {
        href: record.path(),
        title: words.mark(&cite::shortened(&cite::name(record), 300)),
        about: about.join(", "),
        state: cite::state(record.state),
        snippet: context(record, words),
    }
}

/// The first field besides the title that holds one of the words the title lacks, with its label; else nothing.
fn context(record: &Record, words: &Words) -> Html {
    let title = record.title();
    let lacking = words.not_in(title);
    for field in record.kind.fields.iter().skip(1) {
        let Some(value) = record.values.0.get(field.name) else {
            continue;
        };
        let text = shown::in_words(field, value);
        if lacking.any_in(&text) {
            let found = snippet(&text, words);
            return Html::new(format!("{}: {found}", cite::text(field.label)));
        }
    }
    Html::default()
}

//! The golden thread round a record: where it came from and what came of it, as a list and as a drawing.

mod drawing;

use crate::house::House;
use crate::page::Page;
use crate::pages::records::found::found;
use crate::pages::records::{cite, page_at};
use crate::problem::Problem;
use crate::routes::Routes;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, State};
use std::fmt::Write as _;
use waymark_govuk::Html;
use waymark_measures::catalogue;
use waymark_programme::thread::{MOST, Step, Thread, thread};
use waymark_programme::{End, Record, Records};
use waymark_store::Role;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/records/{kind}/{record}/thread", show)
}

#[derive(Template)]
#[template(path = "pages/thread/thread.html")]
struct View {
    reference: String,
    title: String,
    path: String,
    parts: Vec<Part>,
    drawing: Option<Html>,
    more: Option<usize>,
}

/// One side of a thread, as nested lists.
struct Part {
    id: &'static str,
    heading: &'static str,
    list: Html,
}

async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
) -> Result<Page<View>, Problem> {
    let records = house.records().await?;
    let record = found(&user, &records, &kind, &number)?;
    let asker = user.asker();
    let chain = thread(&records, &End::Record(record.id), |it| asker.may_read(it));
    let told = Told {
        house: &house,
        user: &user,
        records: &records,
        thread: &chain,
        children: children(&chain),
    };
    let parts: Vec<Part> = [
        (true, "back", "Where it came from"),
        (false, "on", "What came of it"),
    ]
    .into_iter()
    .filter_map(|(back, id, heading)| {
        let list = told.side(back);
        (!list.is_empty()).then(|| Part {
            id,
            heading,
            list: Html::new(list),
        })
    })
    .collect();
    let view = View {
        reference: record.reference(),
        title: cite::name(record),
        path: record.path(),
        drawing: (!parts.is_empty()).then(|| drawing::drawing(&records, &chain)),
        parts,
        more: chain.more.then_some(MOST),
    };
    Ok(page_at(record, "Thread", view))
}

/// Which steps were reached from each.
fn children(thread: &Thread) -> Vec<Vec<usize>> {
    let mut children = vec![Vec::new(); thread.steps.len()];
    for (at, step) in thread.steps.iter().enumerate() {
        if let Some(from) = step.from {
            children[from].push(at);
        }
    }
    children
}

/// What the list of a thread is told from.
struct Told<'a> {
    house: &'a House,
    user: &'a User,
    records: &'a Records,
    thread: &'a Thread,
    children: Vec<Vec<usize>>,
}

impl Told<'_> {
    /// The steps on one side of the beginning, nested; empty where there are none.
    fn side(&self, back: bool) -> String {
        let first: Vec<usize> = self.children[0]
            .iter()
            .copied()
            .filter(|it| self.thread.steps[*it].back() == back)
            .collect();
        self.list(&first)
    }

    fn list(&self, steps: &[usize]) -> String {
        if steps.is_empty() {
            return String::new();
        }
        let mut out = String::from(r#"<ul class="govuk-list wm-thread">"#);
        for at in steps {
            let _ = write!(
                out,
                r#"<li><div class="wm-thread__step" dir="auto">{}</div>{}</li>"#,
                self.step(&self.thread.steps[*at]),
                self.list(&self.children[*at])
            );
        }
        out.push_str("</ul>");
        out
    }

    /// "Led to: ACT-31 Write to every school [Open] 31 March 2018. Its thread".
    fn step(&self, step: &Step) -> String {
        let mut out = format!(
            r#"<span class="wm-thread__link">{}:</span> "#,
            cite::text(step.words())
        );
        match &step.at {
            End::Measure(id) => out.push_str(&self.measure(id)),
            End::Record(id) => {
                if let Some(record) = self.records.get(*id) {
                    self.record(&mut out, record, step);
                }
            }
        }
        out
    }

    fn record(&self, out: &mut String, record: &Record, step: &Step) {
        let _ = write!(
            out,
            r#"<span class="wm-n">{}</span> {} {}"#,
            record.kind.title,
            cite::link(record),
            cite::state(record.state)
        );
        if let Some(day) = step.date {
            let _ = write!(out, r#" <span class="wm-n">{}</span>"#, day.words());
        }
        if let Some(days) = self.records.days_over(record, self.house.today()) {
            let days = usize::try_from(days).unwrap_or(usize::MAX);
            let words = crate::words::counted(days, "day", "days");
            let _ = write!(
                out,
                r#" <strong class="govuk-tag govuk-tag--red">Overdue by {words}</strong>"#
            );
        }
        let _ = write!(
            out,
            r#" <a class="govuk-link wm-no-print wm-n" href="{}/thread">Its thread<span class="govuk-visually-hidden"> ({})</span></a>"#,
            record.path(),
            record.reference()
        );
    }

    /// A measure with its latest figure, for those who read figures.
    fn measure(&self, id: &str) -> String {
        let mut out = crate::pages::records::ends::measure(id).0;
        if self.user.role == Role::Partner {
            return out;
        }
        let county = self.house.county();
        let latest = catalogue::find(id).and_then(|it| {
            let told = county.shelf(self.user.audience()).of_measure(it)?;
            (!told.latest.is_empty()).then(|| told.latest.clone())
        });
        if let Some(latest) = latest {
            let _ = write!(out, r#" <span class="wm-n">{}</span>"#, cite::text(&latest));
        }
        out
    }
}

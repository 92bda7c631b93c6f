//! Who looked at which children's rows. A child's id is asked for in a form's body: an address stays in histories and logs.

use crate::clock::{moment_words, start_of};
use crate::forms::Posted;
use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::routes::Routes;
use crate::user::{Administers, User};
use askama::Template;
use axum::extract::{Path, State};
use waymark_data::Day;
use waymark_govuk::{
    Button, Cell, DateInput, ErrorLink, ErrorSummary, Html, Input, Select, SelectOption, Table,
};
use waymark_store::{Account, AccountId, Look, LookFilter, LookId};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/access-log", show)
        .post("/access-log", search)
        .get("/access-log/{look}", children)
}

/// How many looks a page holds.
const SIZE: u32 = 50;

#[derive(Template)]
#[template(path = "pages/access_log/access_log.html")]
struct Log {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    account: Select,
    child: Input,
    from: DateInput,
    to: DateInput,
    search: Button,
    found: String,
    table: Option<Table>,
    /// What was asked, to ask it again of another page.
    asked: Vec<(&'static str, String)>,
    newer: Option<u32>,
    older: Option<u32>,
}

/// What was asked: the fields of the form as they were typed.
const ASKED: [&str; 8] = [
    "account",
    "child",
    "from-day",
    "from-month",
    "from-year",
    "to-day",
    "to-month",
    "to-year",
];

async fn show(
    Administers(user): Administers,
    State(house): State<House>,
) -> Result<Page<Log>, Problem> {
    page(&house, &user, |_| String::new()).await
}

async fn search(
    Administers(user): Administers,
    State(house): State<House>,
    Posted(fields): Posted,
) -> Result<Page<Log>, Problem> {
    page(&house, &user, |name| fields.get(name).to_owned()).await
}

async fn page(
    house: &House,
    user: &User,
    typed: impl Fn(&str) -> String,
) -> Result<Page<Log>, Problem> {
    let mut mistakes: Vec<(&'static str, String)> = Vec::new();
    let mut day = |name: &'static str, what: &str| {
        let [d, m, y] = ["day", "month", "year"].map(|it| typed(&format!("{name}-{it}")));
        if d.is_empty() && m.is_empty() && y.is_empty() {
            return None;
        }
        let day = (|| Day::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?))();
        if day.is_none() {
            mistakes.push((
                name,
                format!("The {what} day must be a real date, such as 31 3 2018"),
            ));
        }
        day
    };
    let (from, to) = (day("from", "first"), day("to", "last"));
    let child = typed("child");
    let filter = LookFilter {
        account: typed("account").parse().ok().map(AccountId),
        child: (!child.is_empty()).then(|| child.clone()),
        from: from.map(start_of),
        // The last day is looked through to its end.
        to: to.map(|it| start_of(it.plus_days(1))),
    };
    let at: u32 = typed("page").parse().unwrap_or(0).min(1_000_000);
    let looks = house.store().access_log(&filter, at, SIZE).await?;
    let accounts = house.store().accounts().await?;
    let asked = ASKED
        .iter()
        .map(|it| (*it, typed(it)))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    let wrong = |control: &str| {
        mistakes
            .iter()
            .find(|(which, _)| *which == control)
            .map_or("", |(_, words)| words.as_str())
    };
    let date = |name: &str, question: &str| {
        let [d, m, y] = ["day", "month", "year"].map(|it| typed(&format!("{name}-{it}")));
        DateInput::new(name, question)
            .values(&d, &m, &y)
            .error(wrong(name))
    };
    let shown = u64::from(at) * u64::from(SIZE) + looks.looks.len() as u64;
    let view = Log {
        mistakes: (!mistakes.is_empty()).then(|| {
            let links = mistakes
                .iter()
                .map(|(name, words)| ErrorLink::new(words, &format!("{name}-day")));
            ErrorSummary::new(links.collect::<Vec<_>>())
        }),
        csrf: user.csrf.clone(),
        account: who(&accounts, &typed("account")),
        child: Input::new("child", "Child’s id")
            .hint("As the return writes it. It is sent in the form, so that no history keeps it.")
            .value(child)
            .autocomplete("off")
            .spellcheck(Some(false))
            .classes("govuk-input--width-20"),
        from: date("from", "From"),
        to: date("to", "To"),
        search: Button::new("Search the log"),
        found: found(looks.total),
        table: (!looks.looks.is_empty()).then(|| table(&looks.looks)),
        asked,
        newer: at.checked_sub(1),
        older: (shown < looks.total).then(|| at + 1),
    };
    let page = Page::new("Access log", view).section(Section::AccessLog);
    Ok(if mistakes.is_empty() {
        page
    } else {
        page.with_mistakes()
    })
}

fn who(accounts: &[Account], chosen: &str) -> Select {
    let mut options = vec![SelectOption::new("", "Anybody")];
    options.extend(
        accounts
            .iter()
            .map(|it| SelectOption::new(it.id.to_string(), it.name.as_str())),
    );
    Select::new("account", "Who looked", options).value(chosen)
}

fn found(total: u64) -> String {
    match total {
        0 => "Nobody has looked at a child’s row that fits.".to_owned(),
        1 => "1 look, the newest first.".to_owned(),
        many => format!("{many} looks, the newest first."),
    }
}

fn table(looks: &[Look]) -> Table {
    let rows: Vec<Vec<Cell>> = looks
        .iter()
        .map(|it| {
            let upload = it
                .upload
                .map_or_else(|| "None".to_owned(), |it| it.to_string());
            let when = Html::new(format!(
                r#"<a class="govuk-link" href="/access-log/{}">{}</a>"#,
                it.id.0,
                moment_words(it.at)
            ));
            vec![
                Cell::new(when),
                Cell::new(it.account_name.as_str()),
                Cell::new(it.what.as_str()),
                Cell::new(upload),
                Cell::number(it.children),
            ]
        })
        .collect();
    Table::new("Looks at children’s rows")
        .caption_classes("govuk-visually-hidden")
        .head([
            Cell::new("When"),
            Cell::new("Who"),
            Cell::new("What was shown"),
            Cell::new("Upload"),
            Cell::number("Children"),
        ])
        .rows(rows)
}

#[derive(Template)]
#[template(path = "pages/access_log/look.html")]
struct Children {
    ids: Vec<String>,
}

/// Which children one look showed: ids only, nothing of their records.
async fn children(
    Administers(_): Administers,
    State(house): State<House>,
    Path(look): Path<String>,
) -> Result<Page<Children>, Problem> {
    let look = look.parse().map(LookId).map_err(|_| Problem::NotFound)?;
    let ids = house.store().children_of_look(look).await?;
    Ok(Page::new("Children shown", Children { ids })
        .section(Section::AccessLog)
        .under("Access log", "/access-log"))
}

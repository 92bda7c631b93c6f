//! One step of an action: its form, and taking it.

use super::keep::keep;
use super::steps::{self, Asked};
use super::{found, mine, path};
use crate::desk::Returned;
use crate::forms::Fields;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::sent::{self, Sent};
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use waymark_data::Day;
use waymark_govuk::{
    Button, DateInput, ErrorLink, ErrorSummary, Fieldset, FileUpload, Html, Label, Select,
    SelectOption, Textarea,
};
use waymark_programme::accepting::has_accepted;
use waymark_programme::kind::Move;
use waymark_programme::kinds::ACTION;
use waymark_programme::{Asker, Mistake, Record, RecordId, Records, deciding};

/// What can be done with an action, in the order its page offers it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    Accept,
    Done,
    Close,
    Date,
    Propose,
    Progress,
    Evidence,
    SendBack,
    Withdraw,
    Reopen,
}

impl Step {
    pub(super) const ALL: [Self; 10] = [
        Self::Accept,
        Self::Done,
        Self::Close,
        Self::Date,
        Self::Propose,
        Self::Progress,
        Self::Evidence,
        Self::SendBack,
        Self::Withdraw,
        Self::Reopen,
    ];

    /// Its word in addresses.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Done => "done",
            Self::Close => "close",
            Self::Date => "date",
            Self::Propose => "propose",
            Self::Progress => "progress",
            Self::Evidence => "evidence",
            Self::SendBack => "send-back",
            Self::Withdraw => "withdraw",
            Self::Reopen => "reopen",
        }
    }

    /// The move it makes, if it makes one.
    pub(super) const fn way(self) -> Option<&'static str> {
        match self {
            Self::Accept => Some("accept"),
            Self::Done => Some("offer-evidence"),
            Self::Close => Some("close"),
            Self::SendBack => Some("send-back"),
            Self::Withdraw => Some("withdraw"),
            Self::Reopen => Some("reopen"),
            Self::Date | Self::Propose | Self::Progress | Self::Evidence => None,
        }
    }

    /// As a button says it.
    pub(super) fn title(self, action: &Record) -> &'static str {
        match self {
            Self::Accept => "Accept it",
            Self::Done => "Say it is done",
            Self::Close => "Confirm and close",
            Self::Date if action.values.has("proposed_due") => "Decide the date",
            Self::Date => "Move the date",
            Self::Propose => "Propose another date",
            Self::Progress => "Note progress",
            Self::Evidence => "Add evidence",
            Self::SendBack => "Not done yet: send back",
            Self::Withdraw => "Withdraw",
            Self::Reopen => "Open again",
        }
    }

    /// Whether this person can take it from where the action stands.
    pub(super) fn offered(self, asker: &Asker<'_>, action: &Record) -> bool {
        if self == Self::Accept && asker.owns(action) && has_accepted(action, asker.name) {
            return false;
        }
        if let Some(way) = self.way() {
            return asker.moves(action).any(|it| it.word == way);
        }
        match self {
            Self::Date => action.is_open() && asker.may_edit(action),
            Self::Propose => {
                action.is_open() && asker.may_report_on(action) && !asker.may_edit(action)
            }
            Self::Progress => action.is_open() && asker.may_report_on(action),
            // Before it is said to be done, evidence is given while saying so.
            Self::Evidence => action.state.word == "evidenced" && asker.may_report_on(action),
            _ => false,
        }
    }

    const fn asks_files(self) -> bool {
        matches!(self, Self::Done | Self::Evidence)
    }

    /// The move by whose rule a meeting decides it: a date is moved by those who close.
    fn decided_as(self) -> Option<&'static Move> {
        match self {
            Self::Close | Self::Date => ACTION.way("close"),
            Self::Withdraw => ACTION.way("withdraw"),
            _ => None,
        }
    }

    /// Why the meeting that was named cannot have decided it.
    fn wrong_minute(
        self,
        records: &Records,
        action: &Record,
        typed: &Asked,
        today: Day,
    ) -> Option<Mistake> {
        let minute = RecordId(typed.minute.parse().ok()?);
        deciding::why_not(records, action, self.decided_as()?, minute, today)
            .map(|words| Mistake::new("minute", words))
    }
}

#[derive(Template)]
#[template(path = "pages/actions/step.html")]
pub(super) struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    read: u32,
    heading: &'static str,
    reference: String,
    title: String,
    lead: &'static str,
    stale: Option<Vec<(&'static str, String)>>,
    shown: Vec<(&'static str, String)>,
    inputs: Vec<Html>,
    submit: Button,
    keep: Option<Button>,
    files: bool,
    to: String,
    back: String,
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((action, step)): Path<(String, String)>,
) -> Result<Page<Form>, Problem> {
    let records = house.records().await?;
    let person = mine::person(&house, &user, &records).await?;
    let (action, step) = asked_for(&records, &action, &step)?;
    let asker = mine::asker(&records, &person, &user, action);
    if !asker.may_read(action) {
        return Err(Problem::NotFound);
    }
    if !step.offered(&asker, action) {
        return Err(not_now());
    }
    let typed = steps::before(step, action);
    Ok(form(
        (&user, house.today()),
        &records,
        action,
        step,
        &typed,
        &[],
        false,
    ))
}

fn not_now() -> Problem {
    Problem::NotAllowed("This cannot be done with the action as it stands, or not by you.")
}

fn asked_for<'a>(
    records: &'a Records,
    action: &str,
    step: &str,
) -> Result<(&'a Record, Step), Problem> {
    let action = found(records, action)?;
    let step = Step::ALL.into_iter().find(|it| it.word() == step);
    Ok((action, step.ok_or(Problem::NotFound)?))
}

pub(super) async fn take(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((action, step)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let person = mine::person(&house, &user, &records).await?;
    let (action, step) = asked_for(&records, &action, &step)?;
    let asker = mine::asker(&records, &person, &user, action);
    if !asker.may_read(action) {
        return Err(Problem::NotFound);
    }
    let Sent {
        fields,
        files,
        refused,
    } = sent::read(request, &house, &user.csrf).await?;
    let typed = Asked::of(&fields);
    let asking = (&user, house.today());
    let again =
        |mistakes: &[Mistake], stale| form(asking, &records, action, step, &typed, mistakes, stale);
    // A step that the state has moved past (closed meanwhile, accepted twice) is told as what it is.
    if !step.offered(&asker, action) {
        return Err(not_now());
    }
    let mut mistakes = steps::mistakes(step, action, &typed);
    mistakes.extend(step.wrong_minute(&records, action, &typed, house.today()));
    if let Some(why) = refused.filter(|_| step.asks_files()) {
        mistakes.push(Mistake::new("files", why));
    }
    if !mistakes.is_empty() {
        return Ok(again(&mistakes, false).with_mistakes().into_response());
    }
    if read_then(&fields) != action.version {
        let page = again(&[], true).status(StatusCode::CONFLICT);
        return Ok(page.into_response());
    }
    let changes = steps::changes(step, &user, &asker, action, &typed);
    let files = if step.asks_files() { files } else { Vec::new() };
    match keep(&house, &user, (&records, &person), action, &changes, files).await {
        Ok(()) => Ok(To::page(path(action.id))
            .saying(Notice::ActionKept)
            .into_response()),
        Err(Returned::Mistakes(mistakes)) => {
            Ok(again(&mistakes, false).with_mistakes().into_response())
        }
        Err(Returned::Stale(_)) => {
            let records = house.records().await?;
            let action = found(&records, &action.id.to_string())?;
            let page = form(asking, &records, action, step, &typed, &[], true);
            Ok(page.status(StatusCode::CONFLICT).into_response())
        }
        Err(Returned::Problem(problem)) => Err(problem),
    }
}

fn read_then(fields: &Fields) -> u32 {
    fields.get("read").parse().unwrap_or(0)
}

fn form(
    (user, today): (&User, Day),
    records: &Records,
    action: &Record,
    step: Step,
    typed: &Asked,
    mistakes: &[Mistake],
    stale: bool,
) -> Page<Form> {
    let heading = step.title(action);
    let now = |name: &'static str, field: &str| (name, action.text(field).to_owned());
    let view = Form {
        mistakes: summary(mistakes),
        csrf: user.csrf.clone(),
        read: action.version,
        heading,
        reference: action.reference(),
        title: action.title().to_owned(),
        lead: steps::lead(step, action),
        stale: stale.then(|| {
            let mut shown = vec![
                ("State", action.state.title.to_owned()),
                (
                    "Due",
                    records.due(action).map_or_else(String::new, Day::words),
                ),
                now("Progress", "progress"),
                now("Evidence", "evidence"),
            ];
            shown.retain(|(_, value)| !value.is_empty());
            shown
        }),
        shown: steps::shown(step, action),
        inputs: inputs((user, today), records, action, step, typed, mistakes),
        submit: Button::new(if step == Step::Date {
            "Move the date"
        } else {
            heading
        })
        .prevent_double_click(true),
        keep: (step == Step::Date && action.values.has("proposed_due")).then(|| {
            Button::new("Keep the date as it is")
                .secondary()
                .name("decide")
                .value("keep")
        }),
        files: step.asks_files(),
        to: format!("{}/steps/{}", path(action.id), step.word()),
        back: path(action.id),
    };
    Page::new(heading, view)
        .section(Section::Actions)
        .under("Actions", "/actions")
        .under(action.reference(), path(action.id))
        .without_data_age()
}

fn wrong<'a>(mistakes: &'a [Mistake], field: &str) -> &'a str {
    mistakes
        .iter()
        .find(|it| it.field == field)
        .map_or("", |it| it.words.as_str())
}

/// The summary above a form; a date's control is its first box.
pub(super) fn summary(mistakes: &[Mistake]) -> Option<ErrorSummary> {
    (!mistakes.is_empty()).then(|| {
        let links = mistakes.iter().map(|it| {
            let control = if it.field == "date" {
                "date-day"
            } else {
                it.field
            };
            ErrorLink::new(it.words.as_str(), control)
        });
        ErrorSummary::new(links.collect::<Vec<_>>())
    })
}

/// What a step asks.
fn inputs(
    (user, today): (&User, Day),
    records: &Records,
    action: &Record,
    step: Step,
    typed: &Asked,
    mistakes: &[Mistake],
) -> Vec<Html> {
    let text = |name: &str, label: &str, hint: &str, value: &str| -> Html {
        Textarea::new(name, Label::new(label))
            .hint(hint)
            .value(value)
            .error(wrong(mistakes, name))
            .rows(6_u16)
            .into()
    };
    let date = |label: &str| -> Html {
        DateInput::new("date", Fieldset::new(label))
            .hint("For example, 31 3 2018")
            .values(&typed.date[0], &typed.date[1], &typed.date[2])
            .error(wrong(mistakes, "date"))
            .into()
    };
    let mut inputs = Vec::new();
    match step {
        Step::Accept => {}
        Step::Progress => inputs.push(text(
            "progress",
            "Progress so far",
            "Never a child’s name",
            &typed.progress,
        )),
        Step::Done | Step::Evidence => {
            inputs.push(text(
                "evidence",
                "What was done, when, and where can it be seen?",
                "Never a child’s name",
                &typed.evidence,
            ));
            inputs.push(
                FileUpload::new("files", "Add a file (optional)")
                    .hint("A PDF, an office document, a picture, CSV or text, 10 MB or less")
                    .error(wrong(mistakes, "files"))
                    .into(),
            );
        }
        Step::Propose => {
            inputs.push(date("Which date do you propose?"));
            inputs.push(text("reason", "Why another date?", "", &typed.reason));
        }
        Step::Date => {
            inputs.push(date("Due on"));
            inputs.push(text(
                "reason",
                "Why",
                "What caused the delay, and what is done about it",
                &typed.reason,
            ));
        }
        Step::SendBack => inputs.push(text(
            "reason",
            "What is still missing?",
            "The owner reads this",
            &typed.reason,
        )),
        Step::Withdraw | Step::Reopen => {
            inputs.push(text("reason", "Why", "", &typed.reason));
        }
        Step::Close => {}
    }
    if let Some(decides) = step.decided_as() {
        let meetings = deciding::meetings(records, action, decides, today);
        let label = if step == Step::Date {
            "Which meeting decided it? (optional)"
        } else {
            "Which meeting decided it?"
        };
        inputs.push(
            minutes(user, meetings, label, &typed.minute)
                .error(wrong(mistakes, "minute"))
                .into(),
        );
    }
    inputs
}

/// The latest of these meetings that this person may read, to name the one that decided.
pub(super) fn minutes<'a>(
    user: &User,
    meetings: impl Iterator<Item = &'a Record>,
    label: &str,
    chosen: &str,
) -> Select {
    let asker = user.asker();
    let mut options = vec![SelectOption::new("", "Choose a meeting")];
    options.extend(
        meetings
            .filter(|it| asker.may_read(it))
            .enumerate()
            .filter(|(at, it)| *at < 30 || it.id.to_string() == chosen)
            .map(|(_, it)| {
                let title: String = it.title().chars().take(80).collect();
                let day = it.date().map_or_else(String::new, Day::words);
                SelectOption::new(it.id.to_string(), format!("{title}, {day}"))
            }),
    );
    Select::new("minute", label, options).value(chosen)
}

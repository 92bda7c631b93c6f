//! A record's files: adding one, and taking one home.

use super::found::{found, to_change};
use super::show;
use super::sniff::{ascii_name, safe_type};
use crate::clock::moment_words;
use crate::desk::{Returned, hand_in};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::parts::{Broken, Parts};
use crate::problem::{Problem, in_query};
use crate::user::{ReadsRecords, User};
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use waymark_govuk::{Button, FileUpload, Label, Select, SelectOption};
use waymark_programme::kind::{Holds, Kind};
use waymark_programme::{Change, Changes, Record, RecordId, Value};
use waymark_store::{NewRecordFile, RecordFile};

/// The most bytes a file may have: 25 MB, more than any paper a board reads.
const LARGEST: usize = 25 * 1000 * 1000;
/// The same with what a browser wraps round it.
pub(super) const LARGEST_BODY: usize = LARGEST + 1024 * 1024;

/// The most bytes of an answer that is no file: the name of a field.
const ANSWER: usize = 1000;

/// A file as a record's page lists it.
pub(super) struct Shown {
    pub(super) name: String,
    /// Empty once it was erased.
    pub(super) href: String,
    pub(super) about: String,
}

/// The form that adds one.
pub(super) struct Form {
    pub(super) field: Option<Select>,
    pub(super) file: FileUpload,
    pub(super) submit: Button,
}

/// The files of a record, and which of its fields names each.
pub(super) fn shown(record: &Record, files: &[RecordFile]) -> Vec<Shown> {
    files
        .iter()
        .map(|file| {
            let number = file.id.to_string();
            let named = record
                .kind
                .fields
                .iter()
                .filter(|it| it.holds == Holds::Files)
                .find(|it| record.values.list(it.name).contains(&number));
            let mut about = Vec::new();
            about.extend(named.map(|it| it.label.to_owned()));
            if !file.erased {
                about.push(size_words(file.size));
                about.push(format!("added {} by {}", moment_words(file.added), file.by));
            }
            Shown {
                name: file.name.clone(),
                href: if file.erased {
                    String::new()
                } else {
                    format!("{}/files/{}", record.path(), file.id)
                },
                about: about.join(", "),
            }
        })
        .collect()
}

pub(super) fn form(kind: &Kind, error: &str) -> Form {
    let fields: Vec<SelectOption> = kind
        .fields
        .iter()
        .filter(|it| it.holds == Holds::Files)
        .map(|it| SelectOption::new(it.name, it.label))
        .collect();
    Form {
        field: (fields.len() > 1).then(|| Select::new("field", "What it is", fields)),
        file: FileUpload::new("file", Label::new("Add a file"))
            .hint("No more than 25 MB")
            .error(error),
        submit: Button::new("Add the file")
            .secondary()
            .prevent_double_click(true),
    }
}

/// What came with the form.
struct Received {
    field: String,
    name: String,
    bytes: Vec<u8>,
}

pub(super) async fn add(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    sent: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let id = {
        let records = house.records().await?;
        to_change(&user, &records, &kind, &number)?.id
    };
    let sent = sent.map_err(|_| Problem::NotUnderstood)?;
    let received = match receive(&user, sent).await {
        Ok(received) => received,
        Err(Refused::Problem(problem)) => return Err(problem),
        Err(Refused::Words(words)) => return again(&house, &user, id, words).await,
    };
    let content_type = safe_type(&received.name, &received.bytes);
    let file = house
        .store()
        .add_record_file(
            NewRecordFile {
                record: id,
                name: received.name,
                content_type: content_type.to_owned(),
                bytes: received.bytes,
            },
            &user.author(),
        )
        .await?;
    name_in_record(&house, &user, id, &received.field, file.id).await?;
    let records = house.records().await?;
    let record = records.get(id).ok_or(Problem::NotFound)?;
    Ok(To::page(record.path())
        .saying(Notice::FileAdded)
        .into_response())
}

/// Writes the file's number into the field that holds files of its sort. A line is only added, so whatever others wrote
/// meanwhile is kept and it is tried again.
async fn name_in_record(
    house: &House,
    user: &User,
    id: RecordId,
    wanted: &str,
    file: i64,
) -> Result<(), Problem> {
    for _ in 0..5 {
        let records = house.records().await?;
        let record = records.get(id).ok_or(Problem::NotFound)?;
        let mut holding = record
            .kind
            .fields
            .iter()
            .filter(|it| it.holds == Holds::Files);
        let Some(field) = holding
            .clone()
            .find(|it| it.name == wanted)
            .or_else(|| holding.next())
        else {
            return Ok(());
        };
        let mut numbers = record.values.list(field.name).to_vec();
        numbers.push(file.to_string());
        let mut values = record.values.clone();
        values.set(field.name, Value::Many(numbers));
        let mut changes = Changes::by(user.author());
        changes.list.push(Change::Edit {
            record: id,
            read: record.version,
            readers: record.readers,
            values,
        });
        match hand_in(house, user, &changes).await {
            Err(Returned::Stale(_)) => {}
            Ok(_) => return Ok(()),
            Err(other) => return Err(other.into()),
        }
    }
    Err(Problem::Store(waymark_store::StoreError::Busy))
}

enum Refused {
    Problem(Problem),
    Words(&'static str),
}

const BROKEN: &str = "The file did not arrive whole, or is larger than 25 MB. Nothing was kept";

impl From<Broken> for Refused {
    fn from(broken: Broken) -> Self {
        match broken {
            Broken::OldForm => Self::Problem(Problem::OldForm),
            Broken::TooLarge | Broken::Garbled => Self::Words(BROKEN),
        }
    }
}

/// Reads the form.
async fn receive(user: &User, sent: Multipart) -> Result<Received, Refused> {
    let mut sent = Parts::open(sent, &user.csrf).await?;
    let mut received = Received {
        field: String::new(),
        name: String::new(),
        bytes: Vec::new(),
    };
    while let Some(part) = sent.next().await? {
        match part.name.as_str() {
            "field" => received.field = part.text(ANSWER).await?,
            "file" => {
                received.name = part.file.clone().unwrap_or_default();
                received.bytes = part.bytes(LARGEST).await?;
            }
            _ => {}
        }
    }
    if received.name.is_empty() {
        Err(Refused::Words("Choose a file"))
    } else if received.bytes.is_empty() {
        Err(Refused::Words("The file is empty. Choose another"))
    } else {
        Ok(received)
    }
}

/// The record's page again, with what was wrong with the file.
async fn again(
    house: &House,
    user: &User,
    id: RecordId,
    words: &'static str,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = records.get(id).ok_or(Problem::NotFound)?;
    let page = show::view(house, user, &records, record, words).await?;
    Ok(page.with_mistakes().into_response())
}

/// A file, to be kept and never to be run: whatever it says it is, the browser is told to save it.
pub(super) async fn download(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number, file)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = found(&user, &records, &kind, &number)?;
    let file: i64 = file.parse().map_err(|_| Problem::NotFound)?;
    // Another record's file is not read at all.
    let mut files = house.store().files_of(record.id).await?.into_iter();
    files
        .find(|it| it.id == file && !it.erased)
        .ok_or(Problem::NotFound)?;
    let (file, bytes) = house.store().record_file(file).await?;
    let disposition = format!(
        "attachment; filename=\"{}\"; filename*=UTF-8''{}",
        ascii_name(&file.name),
        in_query(&file.name).replace('/', "%2F")
    );
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static(safe_type(&file.name, &bytes)),
        ),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::try_from(disposition).unwrap_or(HeaderValue::from_static("attachment")),
        ),
    ];
    Ok((headers, bytes).into_response())
}

fn size_words(bytes: u64) -> String {
    match bytes {
        0..1000 => format!("{bytes} bytes"),
        1000..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

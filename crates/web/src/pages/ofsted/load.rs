//! Loading Ofsted's files: each is read before anything is kept, and a later one takes the place of an earlier of its sort.

use super::outcomes::{may_load, page};
use super::shelf::{TITLE, document, holds, known, read, sort};
use crate::desk::hand_in;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::parts::Parts;
use crate::problem::Problem;
use crate::user::{SeesProgramme, User};
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeMap;
use waymark_programme::kinds::DOCUMENT;
use waymark_programme::{Change, Changes, Record, Value, Values};
use waymark_store::NewRecordFile;

/// The most bytes the files may have together: 20 MB, thirty times all of Ofsted's reports.
const LARGEST: usize = 20 * 1000 * 1000;
/// The same with what a browser wraps round them.
pub(super) const LARGEST_BODY: usize = LARGEST + 64 * 1024;
/// The most files sent at once.
const MOST_FILES: usize = 10;

/// A file by its name.
type Sent = (String, Vec<u8>);

pub(super) async fn load(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    if !may_load(&user.asker(), document(&records)) {
        return Err(Problem::NotAllowed(
            "Ofsted’s files are loaded by the chair, the director, analysts and democratic services.",
        ));
    }
    let form = form.map_err(|_| Problem::NotUnderstood)?;
    let files = receive(&user, form).await?;
    let refuse =
        async |words: Vec<String>| Ok(page(&house, &user, "", &words).await?.into_response());
    if files.is_empty() {
        return refuse(vec!["Choose the files".to_owned()]).await;
    }
    let mut sorted: BTreeMap<u8, (Sent, String)> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (name, bytes) in files {
        match read(name.clone(), bytes.clone()).await {
            Ok(it) => {
                sorted.insert(sort(&it), ((name, bytes), holds(&it)));
            }
            Err(why) => wrong.push(why),
        }
    }
    if !wrong.is_empty() {
        wrong.push("None of the files was kept".to_owned());
        return refuse(wrong).await;
    }
    keep(&house, &user, sorted).await?;
    Ok(To::page("/ofsted")
        .saying(Notice::OfstedLoaded)
        .into_response())
}

/// Adds the files to their document, which is made with the first, and names them as those in use.
async fn keep(
    house: &House,
    user: &User,
    sorted: BTreeMap<u8, (Sent, String)>,
) -> Result<(), Problem> {
    let records = house.records().await?;
    if document(&records).is_none() {
        let mut changes = Changes::by(user.author());
        let values = Values::new().with("title", TITLE).with("sort", "other");
        changes.make(&DOCUMENT, values);
        hand_in(house, user, &changes).await?;
    }
    let records = house.records().await?;
    let document: &Record =
        document(&records).ok_or(Problem::Broken("the document was not made"))?;
    // Files of the other sorts stay in use.
    let used: Vec<i64> = document
        .values
        .list("files")
        .iter()
        .filter_map(|it| it.parse().ok())
        .collect();
    let mut in_use: Vec<String> = Vec::new();
    for file in house.store().files_of(document.id).await? {
        if used.contains(&file.id)
            && !file.erased
            && let Ok(it) = known(house, &file).await?
            && !sorted.contains_key(&sort(&it))
        {
            in_use.push(file.id.to_string());
        }
    }
    let mut what = Vec::new();
    for ((name, bytes), holds) in sorted.into_values() {
        let content_type = if name.to_lowercase().ends_with(".json") {
            "application/json"
        } else {
            "text/csv"
        };
        let new = NewRecordFile {
            record: document.id,
            name,
            content_type: content_type.to_owned(),
            bytes,
        };
        let kept = house.store().add_record_file(new, &user.author()).await?;
        in_use.push(kept.id.to_string());
        what.push(holds);
    }
    let mut values = document.values.clone();
    values.set("files", Value::Many(in_use));
    let mut changes = Changes::by(user.author()).because(format!("Loaded {}.", what.join("; ")));
    changes.list.push(Change::Edit {
        record: document.id,
        read: document.version,
        readers: document.readers,
        values,
    });
    hand_in(house, user, &changes).await?;
    Ok(())
}

/// Reads the form.
async fn receive(user: &User, form: Multipart) -> Result<Vec<Sent>, Problem> {
    let mut form = Parts::open(form, &user.csrf).await?;
    let mut files: Vec<Sent> = Vec::new();
    while let Some(part) = form.next().await? {
        let name = part.file.clone().unwrap_or_default();
        if part.name != "files" || name.is_empty() {
            continue;
        }
        if files.len() == MOST_FILES {
            return Err(Problem::NotUnderstood);
        }
        // The whole body is limited, so each file is too.
        files.push((name, part.bytes(LARGEST).await?));
    }
    Ok(files)
}

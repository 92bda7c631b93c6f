//! Uploads that are wrong, broken off or hostile: refused in words, and nothing of them kept.

use crate::returns::contacts;
use crate::site::{Site, parts};
use axum::body::{Body, Bytes};
use axum::http::{Request, header};
use futures_util::StreamExt;
use futures_util::stream;
use std::convert::Infallible;
use std::time::Duration;

#[tokio::test]
async fn what_is_no_return_is_refused_in_the_readers_words() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let tries: &[(&str, &[u8], &str)] = &[
        (
            "notes.csv",
            b"a,b\r\n1,2\r\n",
            "not a return that Waymark knows",
        ),
        ("empty.xlsx", b"", "is empty"),
        (
            "half.xlsx",
            b"PK\x03\x04\x14\x00\x00\x00",
            "is not a whole file",
        ),
        (
            "<script>alert(1)</script>.csv",
            b"a,b\r\n1,2\r\n",
            "not a return",
        ),
    ];
    for (name, bytes, words) in tries {
        analyst
            .load("2018-03-31", &[(name, bytes)])
            .await
            .is(422)
            .says(words);
    }
    assert!(site.store().uploads().await.unwrap().is_empty());
    // The sender was told, so it is not named as interrupted.
    assert!(site.store().interrupted().await.unwrap().is_empty());
}

#[tokio::test]
async fn mistakes_in_the_form_are_said_beside_the_answer() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let file = contacts(1);
    for (day, words) in [
        ("", "Enter the day the return shows"),
        ("2018-02-31", "must be a real date"),
        ("2018-04-09", "must be today or in the past"),
        ("18-03-31", "four digits"),
        ("<b>-\"-'", "must be a real date"),
    ] {
        let answer = analyst.load(day, &[("contacts.csv", &file)]).await;
        answer.is(422).says(words).says("Choose the files again");
    }
    analyst
        .load("2018-03-31", &[])
        .await
        .is(422)
        .says("Choose the files of the return");
    analyst
        .load("2018-03-31", &[("", b"")])
        .await
        .is(422)
        .says("Choose the files of the return");
    assert!(site.store().uploads().await.unwrap().is_empty());
    assert!(site.store().interrupted().await.unwrap().is_empty());
}

#[tokio::test]
async fn garbage_in_place_of_a_form_is_refused() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let whole = parts(
        &analyst.csrf,
        "2018-03-31",
        &[("contacts.csv", &contacts(50))],
    );
    let status = async |analyst: &mut crate::site::Visitor, body: &[u8]| {
        analyst.multipart(body).await.status.as_u16()
    };
    assert_eq!(status(&mut analyst, b"").await, 422);
    assert_eq!(status(&mut analyst, b"--YY\r\n\r\n").await, 422);
    assert_eq!(status(&mut analyst, &[0xff; 4096]).await, 422);
    for cut in [60, 150, whole.len() / 2, whole.len() - 20] {
        let answer = analyst.multipart(&whole[..cut]).await;
        assert!(
            matches!(answer.status.as_u16(), 403 | 422),
            "cut at {cut}: {}",
            answer.text()
        );
    }
    let plain = Request::post("/uploads/new").header(header::CONTENT_TYPE, "text/plain");
    analyst
        .send(plain, Body::from("csrf"))
        .await
        .is(400)
        .says("could not be understood");
    let nameless = b"--XX\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XX--\r\n";
    analyst.multipart(nameless).await.is(403);
    assert!(site.store().uploads().await.unwrap().is_empty());
    // The secret comes first: nothing is read for a form without it.
    for secret in ["", "forged", &"0".repeat(64)] {
        let body = parts(secret, "2018-03-31", &[("contacts.csv", &contacts(1))]);
        analyst.multipart(&body).await.is(403).says("out of date");
    }
    assert!(site.store().interrupted().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_sender_who_goes_away_leaves_nothing_but_a_line() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let whole = parts(&analyst.csrf, "2018-03-31", &[("march.csv", &contacts(50))]);
    let begun = Bytes::copy_from_slice(&whole[..whole.len() / 2]);
    // Half of it, and then silence.
    let body =
        Body::from_stream(stream::iter([Ok::<_, Infallible>(begun)]).chain(stream::pending()));
    let request = Request::post("/uploads/new")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=XX");
    let sending = analyst.send(request, body);
    assert!(
        tokio::time::timeout(Duration::from_millis(500), sending)
            .await
            .is_err()
    );

    let page = analyst.get("/uploads").await;
    page.says("Uploads that did not finish")
        .says("march.csv, begun")
        .says("No return is loaded");
    let told: Vec<String> = crate::html::tags(&page.body)
        .iter()
        .filter(|it| it.get("name") == "told")
        .map(|it| it.get("value").to_owned())
        .collect();
    analyst
        .post("/uploads/noted", &[("told", &told[0]), ("told", "x")])
        .await
        .is(303);
    let after = analyst.get("/uploads").await;
    assert!(!after.text().contains("march.csv"));
    // The same return comes in whole afterwards.
    analyst.multipart(&whole).await.is(303);
}

#[tokio::test]
async fn more_than_the_limit_is_not_read() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let head = parts(&analyst.csrf, "2018-03-31", &[("big.csv", b"")]);
    let head = head[..head.len() - 10].to_vec();
    let piece = Bytes::from(vec![b'x'; 1 << 20]);
    let pieces =
        stream::iter(std::iter::once(Bytes::from(head)).chain(std::iter::repeat_n(piece, 300)));
    let body = Body::from_stream(pieces.map(Ok::<_, Infallible>));
    let request = Request::post("/uploads/new")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=XX");
    analyst
        .send(request, body)
        .await
        .is(422)
        .says("larger than 200 MB");
    assert!(site.store().interrupted().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_script_is_told_where_to_go_next() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let body = parts(
        &analyst.csrf,
        "2018-03-31",
        &[("contacts.csv", &contacts(1))],
    );
    let request = Request::post("/uploads/new")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=XX")
        .header("x-waymark-upload", "script");
    let answer = analyst.send(request, Body::from(body)).await;
    answer.is(201);
    assert_eq!(answer.headers["x-waymark-next"], "/uploads/1");
}

//! A return comes in, is shown, is superseded, is deleted.

use crate::returns::{contacts, list};
use crate::site::{Site, Visitor};
use waymark_store::LookFilter;

async fn loaded(site: &Site, analyst: &mut Visitor, day: &str, files: &[(&str, &[u8])]) -> String {
    let answer = analyst.load(day, files).await;
    answer.is(303);
    site.house.reload().await.unwrap();
    answer.to().to_owned()
}

#[tokio::test]
async fn a_return_comes_in_and_its_page_says_what_arrived() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    analyst.get("/uploads").await.says("No return is loaded");
    analyst
        .get("/uploads/new")
        .await
        .is(200)
        .says("Which day does the return show?");
    let path = loaded(
        &site,
        &mut analyst,
        "2018-03-31",
        &[("contacts.csv", &contacts(12))],
    )
    .await;
    let page = analyst.get(&path).await;
    page.is(200)
        .says("The return is kept.")
        .says("Annex A. Known by the headings of list 1.")
        .says("31 March 2018")
        .says("by Some analyst")
        .says("List 1: Contacts 12")
        .says("Every cell was read.")
        .says("SHA-256")
        .says("not run, which is not the same as passed");
    analyst
        .get("/uploads")
        .await
        .says("contacts.csv Annex A 12 0")
        .says("Current");
    analyst
        .get("/uploads")
        .await
        .says("Data to 31 March 2018, 8 days old.");
}

#[tokio::test]
async fn the_same_bytes_twice_are_recognised() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let file = contacts(3);
    let first = loaded(&site, &mut analyst, "2018-03-31", &[("a.csv", &file)]).await;
    let again = loaded(&site, &mut analyst, "2018-03-31", &[("b.csv", &file)]).await;
    assert_eq!(first, again);
    analyst
        .get(&again)
        .await
        .says("loaded before, for the same day")
        .says("by Some analyst")
        .says("31 March 2018");
    assert_eq!(site.store().uploads().await.unwrap().len(), 1);
    // For another day it is another return, and somebody should look.
    let other = loaded(&site, &mut analyst, "2018-02-28", &[("a.csv", &file)]).await;
    assert_ne!(first, other);
    analyst
        .get(&other)
        .await
        .says("The same files are also loaded as at 31 March 2018");
}

#[tokio::test]
async fn a_list_that_halves_is_said_first() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    loaded(
        &site,
        &mut analyst,
        "2018-02-28",
        &[("feb.csv", &contacts(20))],
    )
    .await;
    let path = loaded(
        &site,
        &mut analyst,
        "2018-03-31",
        &[("mar.csv", &contacts(10))],
    )
    .await;
    let page = analyst.get(&path).await;
    let text = page.text();
    let warning = text
        .find("List 1 (Contacts) has 10 rows; on 28 February 2018 it had 20")
        .expect("it is said");
    assert!(warning < text.find("SHA-256").unwrap());
    page.says("List 1: Contacts 10 20 −10");
    analyst
        .get("/uploads")
        .await
        .says("Earlier")
        .says("Current");
}

#[tokio::test]
async fn what_cannot_be_read_is_counted_and_its_text_is_a_look() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let rows: &[&[(&str, &str)]] = &[
        &[
            ("Child Unique ID", "K1"),
            ("Date of Contact", "31/02/2018"),
            ("Gender", "b) Female"),
        ],
        &[
            ("Child Unique ID", "K2"),
            ("Date of Contact", "05/03/2018"),
            ("Gender", "<script>alert(1)</script>"),
        ],
    ];
    let path = loaded(
        &site,
        &mut analyst,
        "2018-03-31",
        &[("<b>.csv", &list(1, rows))],
    )
    .await;
    let page = analyst.get(&path).await;
    page.says("Date of Contact 1")
        .says("Gender 1")
        .says("See the 2 cells")
        .never_says("31/02/2018");
    let looks = async || {
        site.store()
            .access_log(&LookFilter::default(), 0, 10)
            .await
            .unwrap()
    };
    assert_eq!(looks().await.total, 0, "counts are no look");
    let cells = analyst.get(&format!("{path}/unreadable")).await;
    cells
        .is(200)
        .says("31/02/2018")
        .says("List 1 <b>.csv 2 Date of Contact")
        .never_says("<script>alert");
    let look = &looks().await.looks[0];
    assert_eq!(
        (look.children, look.what.as_str()),
        (2, "cells that could not be read")
    );
    assert_eq!(
        site.store().children_of_look(look.id).await.unwrap(),
        ["K1", "K2"]
    );
}

#[tokio::test]
async fn a_check_that_finds_rows_leads_to_them_and_is_a_look() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let rows: &[&[(&str, &str)]] = &[&[
        ("Child Unique ID", "K7"),
        ("Child Protection Plan Start Date", "05/03/2018"),
        ("Child Protection Plan End Date", "01/03/2018"),
    ]];
    let path = loaded(
        &site,
        &mut analyst,
        "2018-03-31",
        &[("plans.csv", &list(7, rows))],
    )
    .await;
    analyst.get(&path).await.says("L7-01").never_says("K7");
    let found = analyst.get(&format!("{path}/checks/L7-01")).await;
    found.is(200).says("List 7 plans.csv 2 K7");
    let log = site
        .store()
        .access_log(
            &LookFilter {
                child: Some("K7".into()),
                ..LookFilter::default()
            },
            0,
            10,
        )
        .await;
    assert_eq!(log.unwrap().looks[0].what, "check L7-01");
}

#[tokio::test]
async fn the_page_says_what_changes_and_so_does_deleting() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    loaded(
        &site,
        &mut analyst,
        "2018-02-28",
        &[("feb.csv", &contacts(2))],
    )
    .await;
    let path = loaded(
        &site,
        &mut analyst,
        "2018-03-31",
        &[("mar.csv", &contacts(5))],
    )
    .await;
    analyst
        .get(&path)
        .await
        .says("What changes")
        .says("Contacts");

    let confirm = analyst.get(&format!("{path}/delete")).await;
    confirm
        .is(200)
        .says("deletes the children in it for good")
        .says("go back to the return of 28 February 2018");
    analyst
        .post(&format!("{path}/delete"), &[])
        .await
        .is(422)
        .says("Say why the return is deleted");
    let gone = analyst
        .post(
            &format!("{path}/delete"),
            &[("reason", "The wrong <b>month</b>")],
        )
        .await;
    assert_eq!((gone.status.as_u16(), gone.to()), (303, "/uploads"));
    analyst
        .get("/uploads")
        .await
        .says("The return is deleted")
        .says("The wrong <b>month</b>");
    assert_eq!(
        site.house.county().latest().unwrap().cut.as_at.to_string(),
        "2018-02-28"
    );
    analyst
        .get(&path)
        .await
        .is(200)
        .says("The wrong")
        .never_says("K001");
    for under in ["unreadable", "checks/L7-01", "delete"] {
        analyst.get(&format!("{path}/{under}")).await.is(404);
    }
    analyst
        .post(&format!("{path}/delete"), &[("reason", "again")])
        .await
        .is(404);
}

#[tokio::test]
async fn a_corrected_list_supersedes_its_earlier_self_and_joins_the_others() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let plan: &[&[(&str, &str)]] = &[&[
        ("Child Unique ID", "K1"),
        ("Child Protection Plan Start Date", "05/03/2018"),
    ]];
    let first = loaded(
        &site,
        &mut analyst,
        "2018-03-31",
        &[("contacts.csv", &contacts(3))],
    )
    .await;
    loaded(
        &site,
        &mut analyst,
        "2018-03-31",
        &[("plans.csv", &list(7, plan))],
    )
    .await;
    let corrected = loaded(
        &site,
        &mut analyst,
        "2018-03-31",
        &[("contacts 2.csv", &contacts(4))],
    )
    .await;
    let county = site.house.county();
    let data = county.data.as_ref().unwrap();
    assert_eq!((data.contacts.rows.len(), data.plans.rows.len()), (4, 1));
    analyst.get("/uploads").await.says("Superseded");
    analyst
        .get(&corrected)
        .await
        .says("31 March 2018 without this upload");
    let at_first = analyst.get(&first).await;
    at_first.says("Contacts received No figure 3, in March 2018");
    // Deleting the correction brings the first list back.
    let confirm = analyst.get(&format!("{corrected}/delete")).await;
    confirm.says("made from the other uploads of that day");
    analyst
        .post(
            &format!("{corrected}/delete"),
            &[("reason", "It was right before")],
        )
        .await
        .is(303);
    assert_eq!(
        site.house
            .county()
            .data
            .as_ref()
            .unwrap()
            .contacts
            .rows
            .len(),
        3
    );
    analyst.get(&first).await.is(200).says("Current");
}

#[tokio::test]
async fn an_upload_waits_for_its_figures_without_a_script_too() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    // Stored by another node: this one has not read it yet.
    let arriving = waymark_web::door::Arriving {
        name: "contacts.csv".into(),
        files: vec![("contacts.csv".into(), contacts(2))],
        as_at: "2018-03-31".parse().unwrap(),
        scope_months: 6,
        by: None,
    };
    let let_in = waymark_web::door::let_in(site.store(), arriving)
        .await
        .unwrap();
    let path = format!("/uploads/{}", let_in.accepted.id());
    analyst
        .get(&path)
        .await
        .says("The figures are being worked out")
        .says("by the command line");
    site.house.reload().await.unwrap();
    assert!(!analyst.get(&path).await.text().contains("being worked out"));
}

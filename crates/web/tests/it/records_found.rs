//! Search across everything, the thread, history and files.

use crate::records_site::{action, finding, join, keep, keep_for, meeting};
use crate::site::Site;
use waymark_programme::{End, Readers, Values, kinds, link};
use waymark_store::Role;

#[tokio::test]
async fn who_came_to_a_meeting_is_found_by_its_day_not_by_when_it_was_typed() {
    let site = Site::new().await;
    let held = keep(
        &site,
        &kinds::MEETING,
        meeting("Improvement Board", "2017-05-09"),
    )
    .await;
    let came = Values::new()
        .with("name", "Ruth Kell")
        .with("how", "present");
    let came = keep(&site, &kinds::ATTENDANCE, came).await;
    join(&site, came, &link::PART_OF, held).await;
    let mut member = site.visitor(Role::Member).await;
    let search = "/search?q=kell&kind=attendance";
    member
        .get(&format!("{search}&from=2017-05-01&to=2017-05-31"))
        .await
        .says("1 record");
    member
        .get(&format!("{search}&from=2018-01-01"))
        .await
        .says("0 records");
}

#[tokio::test]
async fn search_finds_words_names_and_references_in_context() {
    let site = Site::new().await;
    let schools = keep(
        &site,
        &kinds::ACTION,
        action("Write to every school")
            .with(
                "why",
                "So that designated safeguarding leads know whom to call in MASH.",
            )
            .with_list("owners", ["Head of MASH", "Ruth Adeyemi"]),
    )
    .await;
    keep(
        &site,
        &kinds::FINDING,
        finding("Schools are not told of outcomes"),
    )
    .await;
    let mut member = site.visitor(Role::Member).await;
    let found = member.get("/search?q=school").await;
    found.is(200).says("2 records");
    assert!(found.body.contains("Write to every <mark>school</mark>"));
    assert!(found.body.contains("<mark>School</mark>s are not told"));
    let found = member.get("/search?q=WHOM+safeguarding").await;
    found
        .says("1 record")
        .says("Why, and what it should change for children:");
    assert!(found.body.contains("<mark>safeguarding</mark>"));
    member
        .get("/search?q=adeyemi")
        .await
        .says("Write to every school");
    member
        .get("/search?q=school&kind=finding")
        .await
        .says("1 record");
    member
        .get("/search?q=school&owner=ruth")
        .await
        .says("1 record");
    member
        .get("/search?q=school&state=any-closed")
        .await
        .says("0 records");
    member.get("/search?q=school+zebra").await.says("0 records");
    member
        .get("/search?q=")
        .await
        .is(200)
        .never_says("Write to every");
    // A reference leads straight there, in any case.
    let to = member.get(&format!("/search?q=act-{schools}")).await;
    to.is(303);
    assert_eq!(to.to(), format!("/records/action/{schools}"));
    member
        .get("/search?q=ACT-9999")
        .await
        .is(200)
        .says("0 records");
    member
        .get("/search?q=assessments+45")
        .await
        .says("Measures");
    // Every page for those who read records has the box.
    member.get("/records").await.says("Search records");
    let mut admin = site.as_administrator().await;
    admin.get("/accounts").await.never_says("site-search");
}

#[tokio::test]
async fn the_thread_is_walked_both_ways() {
    let site = Site::new().await;
    let found = keep(&site, &kinds::FINDING, finding("Visits are late")).await;
    let line = keep(
        &site,
        &kinds::PLAN_LINE,
        Values::new().with(kinds::PLAN_LINE.fields[0].name, "Visits on time"),
    )
    .await;
    let act = keep(
        &site,
        &kinds::ACTION,
        action("Plan visits a week ahead").with("due", "2018-03-01"),
    )
    .await;
    let board = keep(
        &site,
        &kinds::MEETING,
        meeting("Board, 24 April 2018", "2018-04-24"),
    )
    .await;
    let hidden = keep_for(
        &site,
        &kinds::FINDING,
        Readers::Restricted,
        finding("One person"),
    )
    .await;
    join(&site, line, &link::CAME_FROM, found).await;
    join(&site, act, &link::CAME_FROM, line).await;
    join(&site, act, &link::PROMISED_FOR, board).await;
    join(&site, act, &link::CAME_FROM, hidden).await;
    join(
        &site,
        line,
        &link::MEASURED_BY,
        End::Measure("assessment-45".to_owned()),
    )
    .await;
    let mut member = site.visitor(Role::Member).await;
    let from_the_finding = member
        .get(&format!("/records/finding/{found}/thread"))
        .await;
    from_the_finding
        .is(200)
        .says("What came of it")
        .says("Led to: Plan line")
        .says("Visits on time")
        .says("Plan visits a week ahead")
        .says("Promised for: Meeting")
        .says("24 April 2018")
        .says("Overdue by 38 days")
        .says("Measured by:")
        .never_says("One person");
    assert!(
        from_the_finding
            .body
            .contains("href=\"/measures/assessment-45")
    );
    let from_the_action = member.get(&format!("/records/action/{act}/thread")).await;
    from_the_action
        .says("Where it came from")
        .says("Came from: Plan line")
        .says("Visits are late");
    // The drawing holds the same records, and each box leads on.
    for path in [
        format!("/records/finding/{found}/thread"),
        format!("/records/plan-line/{line}/thread"),
        format!("/records/meeting/{board}/thread"),
    ] {
        assert!(
            from_the_action
                .body
                .contains(&format!("<a href=\"{path}\"")),
            "{path}"
        );
        member.get(&path).await.is(200);
    }
    let alone = keep(&site, &kinds::ACTION, action("Alone")).await;
    member
        .get(&format!("/records/action/{alone}/thread"))
        .await
        .says("Nothing is linked to this record yet");
}

#[tokio::test]
async fn history_says_who_changed_what_from_what_to_what_and_why() {
    let site = Site::new().await;
    let record = keep(&site, &kinds::ACTION, action("Write to schools")).await;
    let path = format!("/records/action/{record}");
    let mut ana = site.visitor(Role::DemocraticServices).await;
    ana.post(
        &format!("{path}/edit"),
        &[
            ("read", "1"),
            ("f-text", "Write to every school"),
            ("f-owners", "Head of MASH"),
            ("f-due-day", "1"),
            ("f-due-month", "6"),
            ("f-due-year", "2018"),
            ("readers", "scrutiny"),
        ],
    )
    .await
    .is(303);
    let history = ana.get(&format!("{path}/history")).await;
    history
        .says("Edited by Some democratic-services")
        .says("What is to be done Was: Write to schools Is: Write to every school")
        .says("Due on Was: (empty) Is: 1 June 2018")
        .says("Who may read it: from “The board and those who work for it” to “The board and scrutiny”.")
        .says("Made by Ana Clerk");
    assert!(
        !history.text().contains("Who does it Was: Head of MASH Is"),
        "what did not change is not told as changed"
    );
    ana.get(&format!("{path}/versions/1"))
        .await
        .says("Write to schools")
        .says("It is not what stands now");
    ana.get(&format!("{path}/versions/3")).await.is(404);
    ana.get(&format!("{path}/versions/x")).await.is(404);
    // Scrutiny reads the record now, and not what was the board's alone.
    let mut scrutiny = site.visitor(Role::Scrutiny).await;
    scrutiny
        .get(&path)
        .await
        .is(200)
        .says("Write to every school");
    scrutiny
        .get(&format!("{path}/history"))
        .await
        .says("open to fewer people")
        .never_says("Write to schools");
    scrutiny.get(&format!("{path}/versions/1")).await.is(404);
    scrutiny.get(&format!("{path}/versions/2")).await.is(200);
}

#[tokio::test]
async fn a_file_is_kept_with_its_record_and_given_only_with_it() {
    let site = Site::new().await;
    let record = keep(&site, &kinds::ACTION, action("Write to schools")).await;
    let other = keep_for(&site, &kinds::ACTION, Readers::Restricted, action("Other")).await;
    let path = format!("/records/action/{record}");
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    clerk
        .add_file(&path, "letter é.pdf", b"%PDF-1.7 Dear all")
        .await
        .is(303);
    clerk
        .get(&path)
        .await
        .says("The file is added.")
        .says("letter é.pdf")
        .says("Evidence files, 17 bytes, added")
        .says("version 2");
    clerk
        .add_file(&path, "", b"")
        .await
        .is(422)
        .says("Choose a file");
    clerk
        .add_file(&path, "empty.txt", b"")
        .await
        .is(422)
        .says("The file is empty");
    let secret = format!("/records/action/{other}");
    clerk
        .add_file(&secret, "secret.txt", b"secret")
        .await
        .is(303);
    let mut member = site.visitor(Role::Member).await;
    let served = member.get(&format!("{path}/files/1")).await;
    served.is(200);
    assert_eq!(served.body, "%PDF-1.7 Dear all");
    assert_eq!(served.headers["content-type"], "application/pdf");
    assert_eq!(
        served.headers["content-disposition"],
        "attachment; filename=\"letter -.pdf\"; filename*=UTF-8''letter%20%C3%A9.pdf"
    );
    // Another record's file is not had through a record one may read.
    member.get(&format!("{path}/files/2")).await.is(404);
    member.get(&format!("{secret}/files/2")).await.is(404);
    member.add_file(&path, "x.txt", b"x").await.is(403);
    clerk
        .get(&format!("{path}/history"))
        .await
        .says("File added by")
        .says("letter é.pdf");
    // A file whose sender has no session here is not read.
    let mut forged = clerk.clone();
    forged.csrf = "forged".to_owned();
    forged.add_file(&path, "x.txt", b"x").await.is(403);
}

#[tokio::test]
async fn a_measure_says_what_touches_it_and_marks_what_changed() {
    let site = crate::figures_site::site().await;
    let change = |text: &str, date: &str| {
        Values::new()
            .with("text", text)
            .with("sort", "resource")
            .with("date", date)
    };
    let staff = keep(
        &site,
        &kinds::CHANGE,
        change("Two more practitioners", "2018-02-01"),
    )
    .await;
    let secret = keep_for(
        &site,
        &kinds::CHANGE,
        Readers::Restricted,
        change("Somebody was suspended", "2018-02-20"),
    )
    .await;
    let act = keep(&site, &kinds::ACTION, action("Plan assessments")).await;
    let measure = || End::Measure("assessment-45".to_owned());
    join(&site, staff, &link::AFFECTS, measure()).await;
    join(&site, secret, &link::AFFECTS, measure()).await;
    join(&site, act, &link::MEASURED_BY, measure()).await;
    let mut member = site.visitor(Role::Member).await;
    let page = member.get("/measures/assessment-45").await;
    page.is(200)
        .says("What touches it")
        .says(&format!("CH-{staff} Two more practitioners"))
        .says(&format!("ACT-{act} Plan assessments"))
        .says("Measured by this")
        .says("From 1 February 2018: Two more practitioners")
        .says("A: Two more practitioners, 1 February 2018")
        .never_says("suspended")
        .never_says(&format!("CH-{secret}"));
    site.visitor(Role::Chair)
        .await
        .get("/measures/assessment-45")
        .await
        .says("B: Somebody was suspended, 20 February 2018");
    site.visitor(Role::Scrutiny)
        .await
        .get("/measures/assessment-45")
        .await
        .is(200)
        .never_says("What touches it")
        .never_says("practitioners");
}

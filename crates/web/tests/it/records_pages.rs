//! Records are made, listed, read, moved, linked and taken away.

use crate::records_site::{action, finding, join, keep, keep_for, meeting};
use crate::site::Site;
use waymark_programme::{Readers, Values, kinds, link};
use waymark_store::{Area, Role};

#[tokio::test]
async fn an_action_is_made_from_a_finding_and_shows_on_both() {
    let site = Site::new().await;
    let found = keep(&site, &kinds::FINDING, finding("Visits are late")).await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let form = clerk
        .get(&format!(
            "/records/action/new?from=F-{found}&link=came-from"
        ))
        .await;
    form.is(200)
        .says(&format!("Came from: F-{found} Visits are late"));
    let made = clerk
        .post(
            "/records/action/new",
            &[
                ("from", &format!("F-{found}")),
                ("link", "came-from"),
                ("f-text", "Plan every visit a week ahead"),
                ("f-owners", "Head of MASH\r\n\r\n  Director \r\n"),
                ("f-due-day", "1"),
                ("f-due-month", "9"),
                ("f-due-year", "2018"),
                ("f-why", "So that no child waits.\r\n\r\nAs Ofsted asked."),
                ("readers", "board"),
            ],
        )
        .await;
    made.is(303);
    let page = clerk.get(made.to()).await;
    page.is(200)
        .says("The record is made.")
        .says("Plan every visit a week ahead")
        .says("Head of MASH Director")
        .says("1 September 2018")
        .says("So that no child waits. As Ofsted asked.")
        .says("Open")
        .says(&format!("Came from F-{found} Visits are late"))
        .says("The board and those who work for it")
        .says("by Some democratic-services, version 1");
    clerk
        .get(&format!("/records/finding/{found}"))
        .await
        .says("Led to ACT-")
        .says("Plan every visit a week ahead");
}

#[tokio::test]
async fn a_form_with_mistakes_is_shown_again_with_all_that_was_typed() {
    let site = Site::new().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let long = "x".repeat(10_000);
    let again = clerk
        .post(
            "/records/action/new",
            &[
                ("f-text", &long),
                ("f-due-day", "31"),
                ("f-due-month", "2"),
                ("f-due-year", "2018"),
                ("f-evidence", "kept \u{1F642} שלום"),
            ],
        )
        .await;
    again
        .is(422)
        .says("There is a problem")
        .says("What is to be done: shorten it to 300 characters or fewer")
        .says("Who does it: this must be filled in")
        .says("Due on: write a real day")
        .says("kept \u{1F642} שלום");
    assert!(again.body.contains(&long), "nothing typed is lost");
    assert!(again.body.contains(r##"href="#f-due-day""##));
    for (name, value) in [
        ("f-due-day", "31"),
        ("f-due-month", "2"),
        ("f-due-year", "2018"),
    ] {
        assert_eq!(crate::records_site::value_of(&again, name), value);
    }
    // The largest text a field may hold, in letters that a browser codes with twelve bytes each.
    let full = "\u{1F642}".repeat(50_000);
    clerk
        .post(
            "/records/action/new",
            &[("f-text", "Short"), ("f-owners", "MASH"), ("f-why", &full)],
        )
        .await
        .is(303);
}

#[tokio::test]
async fn what_somebody_may_not_read_is_not_there() {
    let site = Site::new().await;
    let board = keep(&site, &kinds::ACTION, action("Write to schools")).await;
    let secret = keep_for(
        &site,
        &kinds::FINDING,
        Readers::Restricted,
        finding("About one person"),
    )
    .await;
    join(&site, board, &link::CAME_FROM, secret).await;
    let path = format!("/records/finding/{secret}");
    let mut chair = site.visitor(Role::Chair).await;
    chair.get(&path).await.is(200).says("About one person");
    chair.get("/records/finding").await.says("1 finding");
    for role in [Role::Member, Role::Analyst, Role::Manager, Role::Auditor] {
        let mut reader = site.visitor(role).await;
        for page in [
            "",
            "/history",
            "/thread",
            "/versions/1",
            "/edit",
            "/links",
            "/delete",
        ] {
            reader.get(&format!("{path}{page}")).await.is(404);
        }
        reader
            .get(&format!("/records/action/{board}"))
            .await
            .says("Came from a record you may not read")
            .never_says("About one person")
            .never_says(&format!("F-{secret}"));
        reader
            .get("/records/finding")
            .await
            .never_says("About one person")
            .never_says("1 finding");
        for page in [
            "/search?q=person",
            &format!("/search?q=F-{secret}"),
            "/records/finding/list.csv",
            &format!("/records/action/{board}/thread"),
            &format!("/records/action/{board}/history"),
            "/records/action/list.csv",
            "/records",
        ] {
            let answer = reader.get(page).await;
            answer.is(200).never_says("About one person");
            assert!(!answer.text().contains(&format!("F-{secret} ")), "{page}");
        }
    }
    // Scrutiny and partners do not read what is the board's.
    for role in [Role::Scrutiny, Role::Partner] {
        let mut outside = site.visitor(role).await;
        outside
            .get(&format!("/records/action/{board}"))
            .await
            .is(404);
        outside
            .get("/search?q=schools")
            .await
            .never_says("Write to");
    }
}

#[tokio::test]
async fn whoever_owns_an_action_reads_it_whatever_their_role() {
    let site = Site::new().await;
    let own = keep(
        &site,
        &kinds::ACTION,
        Values::new()
            .with("text", "Send the health data")
            .with_list("owners", ["some PARTNER"]),
    )
    .await;
    let mut partner = site.visitor(Role::Partner).await;
    partner
        .get(&format!("/records/action/{own}"))
        .await
        .is(200)
        .says("Send the health data")
        .says("Accept the action");
    partner
        .get("/search?q=health")
        .await
        .says("Send the health data");
}

#[tokio::test]
async fn a_manager_writes_only_what_concerns_their_areas() {
    let site = Site::new().await;
    let kind = kinds::KINDS
        .iter()
        .find(|it| it.writers.contains(&Role::Manager) && it.field("area").is_some())
        .expect("managers write something");
    let mut manager = site.visitor(Role::Manager).await;
    let form = manager.get(&format!("/records/{}/new", kind.word)).await;
    form.is(200).says("North");
    let options = crate::html::tags(&form.body);
    assert!(
        !options
            .iter()
            .any(|it| it.name == "option" && it.get("value") == "South")
    );
    let filled: Vec<(String, String)> = filled(kind)
        .into_iter()
        .chain([("f-area".to_owned(), "South".to_owned())])
        .collect();
    let fields: Vec<(&str, &str)> = filled
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    manager
        .post(&format!("/records/{}/new", kind.word), &fields)
        .await
        .is(422)
        .says("Choose an area you look after");
    let account = site
        .account("Sue South", Role::Manager, &[Area::locality("South")])
        .await;
    let mut south = site.signed_in(&account).await;
    let made = south
        .post(&format!("/records/{}/new", kind.word), &fields)
        .await;
    made.is(303);
    manager.get(made.to()).await.is(200);
    manager.get(&format!("{}/edit", made.to())).await.is(403);
}

/// Something for every field that must be filled, as a form sends it; no area.
fn filled(kind: &waymark_programme::Kind) -> Vec<(String, String)> {
    use waymark_programme::kind::Holds;
    let mut out = Vec::new();
    for field in kind
        .fields
        .iter()
        .filter(|it| it.required && it.name != "area")
    {
        let name = format!("f-{}", field.name);
        match field.holds {
            Holds::Day => {
                for (part, value) in [("day", "3"), ("month", "4"), ("year", "2018")] {
                    out.push((format!("{name}-{part}"), value.to_owned()));
                }
            }
            Holds::Choice(choices) | Holds::Choices(choices) => {
                out.push((name, choices[0].0.to_owned()));
            }
            Holds::Number | Holds::Decimal => out.push((name, "3".to_owned())),
            Holds::Time => out.push((name, "14:30".to_owned())),
            Holds::Email => out.push((name, "a@example.org".to_owned())),
            Holds::Address => out.push((name, "https://example.org".to_owned())),
            _ => out.push((name, "Something".to_owned())),
        }
    }
    out
}

#[tokio::test]
async fn a_move_says_what_it_still_needs_and_keeps_its_reason_and_minute() {
    let site = Site::new().await;
    let record = keep(&site, &kinds::ACTION, action("Write to schools")).await;
    let board = keep(
        &site,
        &kinds::MEETING,
        meeting("Board, 8 April 2018", "2018-04-08"),
    )
    .await;
    let path = format!("/records/action/{record}");
    let mut chair = site.visitor(Role::Chair).await;
    chair
        .get(&path)
        .await
        .says("Say it is done , once this is done: Add the evidence that it is done");
    let refused = chair
        .post(&format!("{path}/moves/offer-evidence"), &[("read", "1")])
        .await;
    refused.is(422).says("Add the evidence that it is done");
    // From where it stands it cannot be closed at all.
    chair.get(&format!("{path}/moves/close")).await.is(403);
    chair
        .post(&format!("{path}/moves/withdraw"), &[("read", "1")])
        .await
        .is(422)
        .says("Say why")
        .says("Name the meeting, agenda item or resolution that decided it");
    let form = chair.get(&format!("{path}/moves/withdraw")).await;
    form.is(200).says("Board, 8 April 2018");
    chair
        .post(
            &format!("{path}/moves/withdraw"),
            &[
                ("read", "1"),
                ("reason", "The council did it already"),
                ("minute-reference", "F-999"),
            ],
        )
        .await
        .is(422)
        .says("No meeting, agenda item or resolution has this reference")
        .says("The council did it already");
    chair
        .post(
            &format!("{path}/moves/withdraw"),
            &[
                ("read", "1"),
                ("reason", "The council did it already"),
                ("minute", &board.to_string()),
            ],
        )
        .await
        .is(303);
    chair.get(&path).await.says("Withdrawn");
    chair
        .get(&format!("{path}/history"))
        .await
        .says("From “Open” to “Withdrawn”.")
        .says("Why: The council did it already")
        .says(&format!("Decided at: M-{board} Board, 8 April 2018"));
    // The same move sent again finds the record elsewhere.
    chair
        .post(&format!("{path}/moves/withdraw"), &[("read", "1")])
        .await
        .is(403);
    let mut member = site.visitor(Role::Member).await;
    member.get(&path).await.is(200).never_says("Open again");
    member
        .post(
            &format!("{path}/moves/reopen"),
            &[("read", "2"), ("reason", "x")],
        )
        .await
        .is(403);
}

#[tokio::test]
async fn a_link_is_found_made_and_taken_away_again() {
    let site = Site::new().await;
    let found = keep(&site, &kinds::FINDING, finding("Visits are late")).await;
    let record = keep(&site, &kinds::ACTION, action("Plan visits")).await;
    let path = format!("/records/action/{record}");
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    clerk
        .get(&format!("{path}/links"))
        .await
        .is(200)
        .says("Came from");
    clerk
        .get(&format!("{path}/links?says=out%3Acame-from&q=late"))
        .await
        .says("Visits are late");
    clerk
        .get(&format!("{path}/links?says=out%3Ameasured-by&q=45"))
        .await
        .says("(measure)");
    clerk
        .post(
            &format!("{path}/links"),
            &[("says", "out:came-from"), ("to", "999")],
        )
        .await
        .is(422)
        .says("Choose what to link to");
    clerk
        .post(
            &format!("{path}/links"),
            &[("says", "out:came-from"), ("to", &found.to_string())],
        )
        .await
        .is(303);
    clerk
        .post(
            &format!("{path}/links"),
            &[("says", "out:measured-by"), ("to", "measure:assessment-45")],
        )
        .await
        .is(303);
    clerk
        .get(&path)
        .await
        .says("Came from F-")
        .says("Measured by")
        .says("(measure)");
    let name = format!("{record}~came-from~{found}");
    clerk
        .post(&format!("{path}/links/remove"), &[("unlink", &name)])
        .await
        .is(303);
    clerk.get(&path).await.never_says("Visits are late");
    clerk
        .get(&format!("{path}/history"))
        .await
        .says("Link taken away by Some democratic-services");
    // A link that this kind cannot have is refused, whoever forges the form.
    clerk
        .post(
            &format!("{path}/links"),
            &[("says", "out:replaces"), ("to", &found.to_string())],
        )
        .await
        .is(422);
}

//! Who was there, over time, and who may see what of a meeting.

use crate::meetings_site::{board, meeting};
use crate::site::Site;
use waymark_programme::Readers;
use waymark_store::Role;

#[tokio::test]
async fn attendance_by_agency_says_who_is_seldom_there() {
    let site = Site::new().await;
    let board = board(&site).await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    clerk
        .get("/meetings/attendance")
        .await
        .says("No attendance is recorded yet.");
    for day in ["2018-01-16", "2018-02-13", "2018-03-13"] {
        let [number, _] = meeting(&site, &board, day, Readers::Board).await;
        let [chair, director, police, nurse] = board.members.map(|it| format!("how-{it}"));
        clerk
            .post(
                &format!("/meetings/{number}/people"),
                &[
                    (&chair, "present"),
                    (&director, "present"),
                    (&police, "apologies"),
                    (&nurse, "present"),
                ],
            )
            .await
            .is(303);
    }
    clerk
        .get("/meetings/attendance")
        .await
        .says("Over the last 3 meetings with attendance recorded, one agency was there less than half the time: Wayshire Constabulary (0 of 3).")
        .says("13 Mar 2018")
        .says("Wayshire ICB 3 of 3 Present Present Present");
}

#[tokio::test]
async fn a_meeting_without_a_quorum_says_what_that_means() {
    let site = Site::new().await;
    let board = board(&site).await;
    let [number, _] = meeting(&site, &board, "2018-03-13", Readers::Board).await;
    let mut chair = site.visitor(Role::Chair).await;
    let path = format!("/meetings/{number}");
    chair.get(&path).await.says("Nobody is recorded yet.");
    let how = format!("how-{}", board.members[0]);
    chair
        .post(&format!("{path}/people"), &[(&how, "present")])
        .await
        .is(303);
    chair.get(&path).await.says(
        "1 of 4 members was present. The quorum is 3: the meeting was not quorate, and what it decided is for a later meeting to confirm.",
    );
    // A deputy has a name.
    chair
        .post(
            &format!("{path}/people"),
            &[(&format!("how-{}", board.members[2]), "deputy")],
        )
        .await
        .is(422)
        .says("Say who was there for Ruth Kell");
}

#[tokio::test]
async fn scrutiny_sees_an_open_agenda_and_no_draft() {
    let site = Site::new().await;
    let board = board(&site).await;
    let [open, item] = meeting(&site, &board, "2018-03-13", Readers::Scrutiny).await;
    let [closed, _] = meeting(&site, &board, "2018-02-13", Readers::Board).await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let room = format!("/meetings/{open}/room/{item}");
    clerk
        .post(
            &room,
            &[
                ("what", "resolution"),
                ("verb", "noted"),
                ("text", "a secret for now"),
            ],
        )
        .await
        .is(303);
    let mut scrutiny = site.visitor(Role::Scrutiny).await;
    scrutiny
        .get("/meetings")
        .await
        .says("Wayshire Improvement Board, 2018-03-13")
        .never_says("2018-02-13")
        .never_says("Make a meeting");
    scrutiny
        .get(&format!("/meetings/{open}"))
        .await
        .is(200)
        .says("1. Minutes and matters arising")
        .never_says("a secret for now");
    scrutiny
        .get(&format!("/meetings/{open}/minutes"))
        .await
        .is(403)
        .says("drafts are for the board");
    scrutiny.get(&format!("/meetings/{closed}")).await.is(404);
    let mut partner = site.visitor(Role::Partner).await;
    partner.get(&format!("/meetings/{open}")).await.is(404);
    partner
        .get("/meetings")
        .await
        .is(200)
        .says("No meeting that is open to you is in the calendar.")
        .never_says("No meeting is planned");
    // Somebody of the board sees what was decided as it is written down.
    let mut member = site.visitor(Role::Member).await;
    member
        .get(&format!("/meetings/{open}"))
        .await
        .says("a secret for now")
        .never_says("In the room");
}

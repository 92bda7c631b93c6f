//! Wrong answers, odd days, two people at once.

use crate::meetings_site::{board, meeting, send_paper, value_of};
use crate::site::Site;
use waymark_programme::Readers;
use waymark_programme::kind::DUE;
use waymark_store::Role;

#[tokio::test]
async fn a_meeting_on_a_bank_holiday_is_asked_about_once() {
    let site = Site::new().await;
    let board = board(&site).await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let body = board.body.to_string();
    let on = |day: &'static str, month: &'static str| {
        vec![
            ("body", body.clone()),
            ("f-date-day", day.to_owned()),
            ("f-date-month", month.to_owned()),
            ("f-date-year", "2018".to_owned()),
        ]
    };
    let send = |fields: &[(&'static str, String)]| -> Vec<(String, String)> {
        fields
            .iter()
            .map(|(a, b)| ((*a).to_owned(), b.clone()))
            .collect()
    };
    let fields = send(&on("7", "5"));
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let asked = clerk.post("/meetings/new", &fields).await;
    asked
        .is(422)
        .says("7 May 2018 is a bank holiday. Choose another day, or tick that it is meant")
        .says("Yes, meet on that day all the same");
    assert_eq!(value_of(&asked, "f-date-day"), "7");
    let mut meant = fields.clone();
    meant.push(("anyway", "yes"));
    clerk.post("/meetings/new", &meant).await.is(303);

    let no_day = send(&on("31", "2"));
    let no_day: Vec<(&str, &str)> = no_day
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    clerk
        .post("/meetings/new", &no_day)
        .await
        .is(422)
        .says("Date: write a real day, such as 31 3 2018");
    clerk
        .post("/meetings/new", &[])
        .await
        .is(422)
        .says("Choose which body meets");
    // The next is suggested seven weeks on: 25 June 2018 is a Monday.
    let suggested = clerk.get("/meetings/new").await;
    assert_eq!(value_of(&suggested, "f-date-day"), "25");
    assert_eq!(value_of(&suggested, "f-date-month"), "6");
}

#[tokio::test]
async fn two_people_who_write_the_same_minute_lose_nothing() {
    let site = Site::new().await;
    let board = board(&site).await;
    let [number, item] = meeting(&site, &board, "2018-04-24", Readers::Board).await;
    let room = format!("/meetings/{number}/room/{item}");
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let mut chair = site.visitor(Role::Chair).await;
    let minute = |text: &'static str| [("what", "minute"), ("read", "1"), ("minute", text)];
    clerk
        .post(&room, &minute("The clerk heard this."))
        .await
        .is(303);
    let both = chair.post(&room, &minute("The chair heard that.")).await;
    both.is(409)
        .says("Somebody else wrote here at the same time")
        .says("The clerk heard this.")
        .says("The chair heard that.");
    // Sent again from that page, it is kept.
    let read = crate::meetings_site::read_of(&both, "minute");
    chair
        .post(
            &room,
            &[
                ("what", "minute"),
                ("read", &read),
                ("minute", "Both heard it."),
            ],
        )
        .await
        .is(303);
    chair.get(&room).await.says("Both heard it.");
}

#[tokio::test]
async fn the_rooms_small_forms_say_what_is_missing() {
    let site = Site::new().await;
    let board = board(&site).await;
    let [number, item] = meeting(&site, &board, "2018-04-24", Readers::Board).await;
    let room = format!("/meetings/{number}/room/{item}");
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    clerk
        .post(&room, &[("what", "resolution"), ("text", "the report")])
        .await
        .is(422)
        .says("The verb: this must be filled in")
        .says("the report");
    clerk
        .post(
            &room,
            &[
                ("what", "resolution"),
                ("verb", "sang"),
                ("text", "the report"),
            ],
        )
        .await
        .is(422)
        .says("The verb: choose one of the answers");
    clerk
        .post(
            &room,
            &[("what", "action"), ("text", "Write to every school")],
        )
        .await
        .is(422)
        .says("Who does it: this must be filled in");
    clerk
        .post(&room, &[("what", "promise"), ("text", "A further update")])
        .await
        .is(422)
        .says("say for which meeting or day, or it would be forgotten");
    clerk
        .post(&room, &[("what", "defer")])
        .await
        .is(422)
        .says("Say why");
    clerk.post(&room, &[("what", "dance")]).await.is(400);
    // An item of another meeting is not in this room.
    let [other, _] = meeting(&site, &board, "2018-06-12", Readers::Board).await;
    clerk
        .get(&format!("/meetings/{other}/room/{item}"))
        .await
        .is(404);
    // Nothing was kept of all that.
    clerk.get(&room).await.says("Nothing is written down yet.");
}

#[tokio::test]
async fn a_date_of_the_room_needs_no_preposition() {
    let site = Site::new().await;
    let board = board(&site).await;
    let [number, item] = meeting(&site, &board, "2018-04-24", Readers::Board).await;
    let room = format!("/meetings/{number}/room/{item}");
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    for (words, day) in [
        ("31 May 2018", "2018-05-31"),
        ("31/5/18", "2018-05-31"),
        ("1st June 2018", "2018-06-01"),
        ("22 June", "2018-06-22"),
        ("end of may", "2018-05-31"),
        ("in two weeks", "2018-05-08"),
        ("by 9 May 2018", "2018-05-09"),
    ] {
        let text = format!("Close the log, said as {words}");
        for what in ["action", "promise", "prediction"] {
            let form = [
                ("what", what),
                ("text", text.as_str()),
                ("owners", "Helen Farrow"),
                ("due_words", words),
            ];
            clerk.post(&room, &form).await.is(303);
        }
        let records = site.house.records().await.unwrap();
        let said: Vec<_> = records.all().filter(|it| it.text("text") == text).collect();
        assert_eq!(said.len(), 3, "{words}");
        for it in said {
            assert_eq!(it.text(DUE), day, "{words}");
        }
    }
    clerk
        .get(&room)
        .await
        .says("Close the log, said as 22 June : Helen Farrow Open due 22 June 2018");
}

#[tokio::test]
async fn words_without_a_day_are_said_back_before_they_are_kept() {
    let site = Site::new().await;
    let board = board(&site).await;
    let [number, item] = meeting(&site, &board, "2018-04-24", Readers::Board).await;
    let room = format!("/meetings/{number}/room/{item}");
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    for (what, words, why) in [
        (
            "action",
            "a future meeting",
            "“a future meeting” gives no day. The words name no date.",
        ),
        ("action", "31 February", "“31 February” is not understood."),
        (
            "action",
            "December meeting",
            "The calendar has no meeting in December 2018.",
        ),
        (
            "promise",
            "when Ofsted have been",
            "“when Ofsted have been” is not understood.",
        ),
    ] {
        let form = [
            ("what", what),
            ("text", "Report on re-referrals"),
            ("owners", "Helen Farrow"),
            ("due_words", words),
        ];
        let back = clerk.post(&room, &form).await;
        back.is(422).says(why).says("Keep the words without a day");
        assert!(
            back.body.contains(&format!("value=\"{words}\"")),
            "{words} was lost"
        );
    }
    clerk.get(&room).await.says("Nothing is written down yet.");
    let form = [
        ("what", "action"),
        ("text", "Report on re-referrals"),
        ("owners", "Helen Farrow"),
        ("due_words", "a future meeting"),
        ("without_day", "yes"),
    ];
    clerk.post(&room, &form).await.is(303);
    clerk
        .get(&room)
        .await
        .says("Helen Farrow Open due “a future meeting”, which gives no day");
    clerk
        .get(&format!("/meetings/{number}/minutes"))
        .await
        .says("Report on re-referrals, a future meeting – Helen Farrow.");
}

#[tokio::test]
async fn an_item_moves_up_and_down_and_its_time_with_it() {
    let site = Site::new().await;
    let board = board(&site).await;
    let [number, item] = meeting(&site, &board, "2018-04-24", Readers::Board).await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let path = format!("/meetings/{number}");
    let fields = [
        ("f-title", "Workforce"),
        ("f-sort", "presentation"),
        ("f-planned_minutes", "20"),
    ];
    clerk
        .post(&format!("{path}/items/new"), &fields)
        .await
        .is(303);
    clerk
        .get(&path)
        .await
        .says("2. Workforce 2:40pm, 20 minutes.");
    clerk
        .post(&format!("{path}/items/{item}/place"), &[("to", "down")])
        .await
        .is(303);
    clerk
        .get(&path)
        .await
        .says("1. Workforce 2:30pm, 20 minutes.")
        .says("2. Minutes and matters arising 2:50pm, 10 minutes.");
    // The last item stays the last.
    clerk
        .post(&format!("{path}/items/{item}/place"), &[("to", "down")])
        .await
        .is(303);
    clerk
        .post(
            &format!("{path}/items/new"),
            &[("f-title", ""), ("f-sort", "update"), ("about", "ACT-999")],
        )
        .await
        .is(422)
        .says("No record has the reference “ACT-999”");
}

#[tokio::test]
async fn a_paper_is_awaited_until_its_file_or_page_is_there() {
    let site = Site::new().await;
    let board = board(&site).await;
    let [number, item] = meeting(&site, &board, "2018-04-24", Readers::Board).await;
    let mut analyst = site.as_analyst().await;
    let path = format!("/meetings/{number}/papers/new");
    let item = item.to_string();
    send_paper(
        &mut analyst,
        &path,
        &[("item", &item), ("f-title", "The audit")],
        None,
    )
    .await
    .is(303);
    send_paper(
        &mut analyst,
        &path,
        &[("item", &item), ("own", "contacts")],
        None,
    )
    .await
    .is(303);
    analyst
        .get(&format!("/meetings/{number}"))
        .await
        .says("1 of 2 papers in.")
        .says("Waymark’s own page");
    send_paper(&mut analyst, &path, &[("f-title", "")], None)
        .await
        .is(422)
        .says("Title: this must be filled in");
    let both = send_paper(
        &mut analyst,
        &path,
        &[("f-title", "Two"), ("own", "contacts")],
        Some(("a.txt", b"a")),
    )
    .await;
    both.is(422).says("not both");
    send_paper(
        &mut analyst,
        &path,
        &[("f-title", "Empty")],
        Some(("a.txt", b"")),
    )
    .await
    .is(422)
    .says("The file is empty");
}

#[tokio::test]
async fn minutes_are_not_approved_before_they_are_ready_nor_the_next_made_before_it_was_held() {
    let site = Site::new().await;
    let board = board(&site).await;
    let [number, _] = meeting(&site, &board, "2018-04-24", Readers::Board).await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let path = format!("/meetings/{number}");
    clerk
        .get(&format!("{path}/next"))
        .await
        .says("This meeting is not recorded as held yet.");
    clerk
        .get(&format!("{path}/minutes/approve"))
        .await
        .says("These minutes are not ready for approval yet.");
    clerk
        .post(&format!("{path}/minutes/publish"), &[])
        .await
        .is(403);
    clerk
        .post(&format!("{path}/state"), &[("step", "cancel")])
        .await
        .is(422)
        .says("Say why");
    clerk
        .post(
            &format!("{path}/state"),
            &[("step", "cancel"), ("reason", "Snow")],
        )
        .await
        .is(303);
    clerk
        .get(&path)
        .await
        .says("Cancelled")
        .never_says("In the room");
}

#[tokio::test]
async fn long_and_odd_titles_show_as_text() {
    let site = Site::new().await;
    let board = board(&site).await;
    let [number, _] = meeting(&site, &board, "2018-04-24", Readers::Board).await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let path = format!("/meetings/{number}");
    for title in ["<script>alert(1)</script>", "👍 שלום", &"x".repeat(300)] {
        let fields = [("f-title", title), ("f-sort", "update")];
        clerk
            .post(&format!("{path}/items/new"), &fields)
            .await
            .is(303);
        clerk
            .get(&path)
            .await
            .is(200)
            .says(title)
            .never_says("<script>alert");
        clerk
            .get(&format!("{path}/minutes"))
            .await
            .is(200)
            .says(title);
    }
    let too_long = "x".repeat(10_000);
    clerk
        .post(
            &format!("{path}/items/new"),
            &[("f-title", too_long.as_str()), ("f-sort", "update")],
        )
        .await
        .is(422)
        .says("shorten it to 300 characters or fewer");
}

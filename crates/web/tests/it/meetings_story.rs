//! One meeting of an improvement board, from planning it to approving its minutes at the next.

use crate::meetings_site::{Board, board, link_to, read_of, send_paper, value_of};
use crate::site::{Site, Visitor};
use waymark_store::Role;

async fn planned(site: &Site, clerk: &mut Visitor, board: &Board, day: (&str, &str)) -> String {
    let answer = clerk
        .post(
            "/meetings/new",
            &[
                ("body", &board.body.to_string()),
                ("f-date-day", day.0),
                ("f-date-month", day.1),
                ("f-date-year", "2018"),
            ],
        )
        .await;
    answer.is(303);
    let _ = site;
    answer.to().to_owned()
}

#[tokio::test]
async fn a_meeting_from_planning_to_approval_and_on_to_the_next() {
    let site = Site::new().await;
    let board = board(&site).await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;

    // The clerk plans April and June. What the board usually does comes with it; papers are due five working days before.
    let april = planned(&site, &mut clerk, &board, ("24", "4")).await;
    let june = planned(&site, &mut clerk, &board, ("12", "6")).await;
    let calendar = clerk.get("/meetings").await;
    calendar
        .is(200)
        .says("Next meeting: Wayshire Improvement Board, 24 April 2018")
        .says("Tuesday 24 April 2018, 2:30pm, Committee Room B, County Hall: in 16 days")
        .says(
            "Papers due on 17 April 2018, in 9 days: no paper is announced. 3 items on the agenda.",
        )
        .says("June 2018");

    // An item goes before any other business, and every time after it moves.
    let items = format!("{april}/items/new");
    clerk
        .post(
            &items,
            &[
                ("f-title", "Looked after children"),
                ("f-sort", "decision"),
                ("f-planned_minutes", "30"),
                ("f-presenter", "Helen Farrow"),
                ("f-seeks", "The Board is asked to approve the approach"),
                ("measure", "contacts"),
            ],
        )
        .await
        .is(303);
    let page = clerk.get(&april).await;
    page.says("3. Looked after children 2:45pm, 30 minutes. Decision, presented by Helen Farrow.")
        .says("The Board is asked to approve the approach")
        .says("4. Any other business 3:15pm, 5 minutes.")
        .says("As timed, the last item ends at 3:20pm.");

    // Its paper comes in, and goes out with the agenda.
    let new_paper = link_to(&page, "to item 3");
    let paper = send_paper(
        &mut clerk,
        new_paper.split('?').next().unwrap(),
        &[
            ("item", new_paper.split("item=").nth(1).unwrap()),
            ("f-title", "Patterns and trends"),
            ("f-appendix", "A"),
            ("f-owners", "Vic Gent"),
            ("f-version", "2"),
        ],
        Some(("trends.pdf", b"%PDF-1.7 invented")),
    )
    .await;
    paper.is(303);
    clerk
        .get(&april)
        .await
        .says("the one paper is in.")
        .says("Paper: Patterns and trends , Appendix ‘A’, Vic Gent, version 2");
    clerk
        .post(&format!("{april}/state"), &[("step", "circulate")])
        .await
        .is(303);
    clerk
        .get(&april)
        .await
        .says("Papers circulated")
        .says("Circulated on 8 April 2018: the one paper is in.");

    // Who is there: two taps for each who is not simply present.
    let [chair, director, police, nurse] = board.members.map(|it| format!("how-{it}"));
    let deputy = format!("deputy-{}", board.members[2]);
    clerk
        .post(
            &format!("{april}/people"),
            &[
                (&chair, "present"),
                (&director, "present"),
                (&police, "deputy"),
                (&deputy, "Inspector Joe Vale"),
                (&nurse, "apologies"),
                ("other-1-name", "Councillor Ted Marsh"),
                ("other-1-agency", "Wayshire County Council"),
                ("other-1-how", "observer"),
            ],
        )
        .await
        .is(303);
    clerk
        .get(&april)
        .await
        .says("3 of 4 members were present, 1 of them by deputy. The quorum is 3: the meeting was quorate.")
        .says("Inspector Joe Vale Wayshire Constabulary Present as a deputy, for Ruth Kell")
        .says("Councillor Ted Marsh Wayshire County Council Observer");

    // In the room, item 3.
    // Its day has not come: nobody can say yet that it was held.
    clerk
        .get(&april)
        .await
        .never_says("name=\"step\" value=\"hold\"");
    clerk
        .post(&format!("{april}/state"), &[("step", "hold")])
        .await
        .is(422)
        .says("The day of the meeting has not come yet");
    let mut clerk = clerk.at(site.on("2018-04-24").await);
    let first = clerk.get(&format!("{april}/room")).await;
    let begin = clerk.get(first.to()).await;
    begin.is(200).says("1. Welcome and apologies");
    let room = link_to(&begin, "3. Looked after children");
    let at_item = clerk.get(&room).await;
    clerk
        .post(
            &room,
            &[
                ("what", "minute"),
                ("read", &read_of(&at_item, "minute")),
                ("minute", "Vic Gent presented a report (circulated).\r\n\r\nThree areas stay above all comparators."),
            ],
        )
        .await
        .is(303);
    for (verb, text) in [
        ("noted", "the report presented"),
        ("approved", "the approach to be taken"),
    ] {
        clerk
            .post(
                &room,
                &[("what", "resolution"), ("verb", verb), ("text", text)],
            )
            .await
            .is(303);
    }
    clerk
        .post(
            &room,
            &[
                ("what", "action"),
                ("text", "Bring heat maps on recruitment"),
                ("owners", "Helen Farrow, Ruth Kell"),
                ("due_words", "June meeting"),
            ],
        )
        .await
        .is(303);
    clerk
        .post(
            &room,
            &[
                ("what", "question"),
                ("text", "How many statements remain to be transferred?"),
                ("asked_by", "Nita Shah"),
                ("answer", "Around 1,450"),
                ("answered_by", "Helen Farrow"),
            ],
        )
        .await
        .is(303);
    clerk
        .post(
            &room,
            &[
                ("what", "promise"),
                ("text", "A further update on the Social Worker Academy"),
                ("said_by", "Helen Farrow"),
                ("due_words", "next meeting"),
            ],
        )
        .await
        .is(303);
    // What somebody expects needs a day on which it is looked at again.
    let expected = [
        ("what", "prediction"),
        ("text", "Police referrals will rise until the summer"),
        ("said_by", "Ruth Kell"),
        ("measure", "police-contacts"),
        ("direction", "rise"),
    ];
    let sent: Vec<(&str, &str)> = expected
        .into_iter()
        .chain([("due_words", "soon")])
        .collect();
    clerk
        .post(&room, &sent)
        .await
        .is(422)
        .says("By when: “soon” gives no day.")
        .says("Say a date or a meeting in the calendar");
    let sent: Vec<(&str, &str)> = expected
        .into_iter()
        .chain([("due_words", "next meeting")])
        .collect();
    clerk.post(&room, &sent).await.is(303);
    clerk
        .get(&room)
        .await
        .says("Police referrals will rise until the summer")
        .says("Resolution (noted)")
        .says("Bring heat maps on recruitment : Helen Farrow, Ruth Kell Open");

    // Held: the minutes are there.
    clerk
        .post(&format!("{april}/state"), &[("step", "hold")])
        .await
        .is(303);
    let minutes = clerk.get(&format!("{april}/minutes")).await;
    minutes
        .says("Wayshire Improvement Board Minutes of the meeting held on Tuesday, 24 April 2018 at 2.30 pm in Committee Room B, County Hall")
        .says("3. Looked after children Vic Gent presented a report (circulated).")
        .says("Resolved: The Board (i) noted the report presented, and (ii) approved the approach to be taken.")
        .says("Bring heat maps on recruitment, by 12 June 2018 – Helen Farrow and Ruth Kell.")
        .says("How many statements remain to be transferred? Helen Farrow answered: Around 1,450.");

    // The clerk mends a sentence; a later change of the record does not overwrite it, and both can be seen.
    let edit = clerk.get(&format!("{april}/minutes/edit")).await;
    let text = text_of(&edit).replace("stay above", "remain above");
    clerk
        .post(
            &format!("{april}/minutes/edit"),
            &[("read", &value_of(&edit, "read")), ("text", &text)],
        )
        .await
        .is(303);
    clerk
        .post(
            &room,
            &[
                ("what", "resolution"),
                ("verb", "requested"),
                ("text", "a plan for the North"),
            ],
        )
        .await
        .is(303);
    clerk
        .get(&format!("{april}/minutes"))
        .await
        .says("Three areas remain above all comparators.")
        .says("The record gives another text now: compare")
        .says("(iii) requested a plan for the North");

    clerk
        .post(&format!("{april}/minutes/ready"), &[])
        .await
        .is(303);
    clerk
        .get(&format!("{april}/minutes/approve"))
        .await
        .says("none with an agenda has been held yet");
    clerk
        .get("/meetings?waiting=approved")
        .await
        .says("Meetings whose minutes are to be approved")
        .says("To be approved on 12 June 2018");

    // One button makes June the meeting that goes on from April; what is due by then is carried over.
    clerk
        .get(&format!("{april}/next"))
        .await
        .says("on Tuesday 12 June 2018 is in the calendar already")
        .says("Bring heat maps on recruitment")
        .says("A further update on the Social Worker Academy");
    let next = clerk.post(&format!("{april}/next"), &[]).await;
    assert_eq!(next.to(), june);
    clerk
        .get(&june)
        .await
        .says("The meeting before Wayshire Improvement Board, 24 April 2018");
    clerk
        .get(&april)
        .await
        .says("The next meeting Wayshire Improvement Board, 12 June 2018");
    clerk
        .post(
            &format!("{june}/items/new"),
            &[
                ("f-title", "Looked after children"),
                ("f-sort", "update"),
                ("measure", "contacts"),
            ],
        )
        .await
        .is(303);
    clerk
        .get(&june)
        .await
        .says("What we said last time: 6 things said before, and 1 measure since")
        .says("Action")
        .says("Due 12 June 2018")
        .says("Approved: the approach to be taken");

    let mut clerk = clerk.at(site.on("2018-06-12").await);

    // In June, at the minutes: approved as accurate, frozen word for word. The promise is kept.
    let begin = clerk.get(&format!("{june}/room")).await;
    let begin = clerk.get(begin.to()).await;
    let at = link_to(&begin, "Minutes and matters arising");
    let at_minutes = clerk.get(&at).await;
    at_minutes
        .says("Approve the minutes of 24 April 2018 as an accurate record")
        .says("A further update on the Social Worker Academy (Helen Farrow, promised for 12 June 2018)");
    clerk
        .post(
            &at,
            &[
                ("what", "kept"),
                ("promise", &value_of(&at_minutes, "promise")),
                ("read", &read_of(&at_minutes, "kept")),
                ("reported", "The academy opens in September."),
            ],
        )
        .await
        .is(303);
    let approve = clerk
        .get(&link_to(&at_minutes, "Approve the minutes"))
        .await;
    let item = at.rsplit('/').next().unwrap();
    clerk
        .post(
            &format!("{april}/minutes/approve"),
            &[("read", &value_of(&approve, "read")), ("item", item)],
        )
        .await
        .is(303);
    let frozen = clerk.get(&format!("{april}/minutes")).await;
    frozen
        .says("Minutes approved")
        .says("Approved as an accurate record at Wayshire Improvement Board, 12 June 2018, item 2.")
        .says("Three areas remain above all comparators.")
        .says("The text’s sha256 is ");
    clerk.get(&format!("{april}/minutes/edit")).await.is(403);
    clerk
        .get(&at)
        .await
        .says("the minutes of the meeting held on 24 April 2018 as an accurate record");

    // Published, scrutiny reads them; until then it did not know the meeting.
    let mut scrutiny = site.visitor(Role::Scrutiny).await;
    scrutiny.get(&format!("{april}/minutes")).await.is(404);
    clerk
        .get("/meetings?waiting=published")
        .await
        .says("Wayshire Improvement Board, 24 April 2018");
    clerk
        .post(&format!("{april}/minutes/publish"), &[])
        .await
        .is(303);
    scrutiny
        .get(&format!("{april}/minutes"))
        .await
        .is(200)
        .says("Three areas remain above all comparators.");
    scrutiny.get(&april).await.is(200).never_says("In the room");
}

/// What stands in the box of the minutes.
fn text_of(page: &crate::site::Answer) -> String {
    let from = page.body.find("name=\"text\"").unwrap();
    let from = from + page.body[from..].find('>').unwrap() + 1;
    let to = from + page.body[from..].find("</textarea>").unwrap();
    page.body[from..to]
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

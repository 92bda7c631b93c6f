//! "What we said last time" on the agenda: all of it, with what the measures were when it was said and what they are now.

use crate::figures_site;
use crate::findings_register::changes;
use waymark_programme::kinds::{ACTION, AGENDA_ITEM, BODY, MEETING};
use waymark_programme::link::{ABOUT, CAME_FROM, MEASURED_BY, PART_OF};
use waymark_programme::{Changes, End, RecordId, Values};
use waymark_store::Role;

fn assessments() -> End {
    End::Measure("assessment-45".to_owned())
}

/// A meeting of the board with one item.
fn meeting(
    made: &mut Changes,
    body: RecordId,
    state: &'static str,
    on: &str,
    item: &str,
) -> [RecordId; 2] {
    let values = Values::new()
        .with("title", format!("Board of {on}"))
        .with("body", "Improvement Board")
        .with("date", on);
    let meeting = made.make_as(&MEETING, state, MEETING.readers, values);
    made.link(meeting, &PART_OF, body);
    let values = Values::new().with("title", item).with("sort", "update");
    let item = made.make(&AGENDA_ITEM, values);
    made.link(item, &PART_OF, meeting);
    [meeting, item]
}

fn board(made: &mut Changes) -> RecordId {
    let values = Values::new()
        .with("name", "Improvement Board")
        .with("sort", "board");
    made.make(&BODY, values)
}

/// "Errand 7", agreed at an item, which the measure shows.
fn errand(made: &mut Changes, number: u32, said_at: RecordId) {
    let values = Values::new()
        .with("text", format!("Errand {number}"))
        .with_list("owners", ["Helen Farrow"]);
    let errand = made.make(&ACTION, values);
    made.link(errand, &CAME_FROM, said_at);
    made.link(errand, &MEASURED_BY, assessments());
}

#[tokio::test]
async fn a_measure_stands_as_it_was_told_when_something_was_said_and_as_it_is_now() {
    let site = figures_site::site().await;
    let mut made = changes();
    let body = board(&mut made);
    let [_, said_at] = meeting(&mut made, body, "held", "2018-02-13", "Front door");
    let [_, again] = meeting(&mut made, body, "held", "2018-03-13", "Front door again");
    let [april, item] = meeting(&mut made, body, "planned", "2018-04-24", "Assessments");
    made.link(item, &ABOUT, assessments());
    for number in 1..=15 {
        let at = if number == 15 { again } else { said_at };
        errand(&mut made, number, at);
    }
    let kept = site.store().keep(&made).await.unwrap();
    let april = format!("/meetings/{}", kept.number(april));
    let page = site.visitor(Role::Director).await.get(&april).await;
    // The item was on no earlier agenda; what was said about its measure was.
    page.is(200)
        .says("What we said last time: 15 things said before, and 1 measure since")
        .says("Then, on 13 March 2018: 72.7% (40 of 55) in February 2018. Now: ")
        .says("80% (40 of 50) in March 2018")
        // As the return of January told it: that eight more were late was entered afterwards.
        .says("13 February 2018: 74.1% (40 of 54) in January 2018")
        // None is cut off: the rest opens below.
        .says("Show all: 3 more");
    for number in 1..=15 {
        page.says(&format!("Errand {number}"));
    }
}

/// Years of one subject on one page are read by nobody: the rest is a link away.
#[tokio::test]
async fn the_latest_hundred_are_listed_and_the_rest_is_on_the_thread() {
    let site = figures_site::site().await;
    let mut made = changes();
    let body = board(&mut made);
    let [_, said_at] = meeting(&mut made, body, "held", "2018-02-13", "Front door");
    let [april, item] = meeting(&mut made, body, "planned", "2018-04-24", "Assessments");
    made.link(item, &ABOUT, assessments());
    for number in 1..=103 {
        errand(&mut made, number, said_at);
    }
    let kept = site.store().keep(&made).await.unwrap();
    let april = format!("/meetings/{}", kept.number(april));
    let page = site.visitor(Role::Director).await.get(&april).await;
    page.is(200)
        .says("103 things said before")
        .says("Show 88 more")
        .says("3 more are on the item’s thread");
    let errands = page.text().matches("Errand ").count();
    assert_eq!(errands, 100);
    let thread = format!("/records/agenda-item/{}/thread", kept.number(item));
    assert!(page.body.contains(&thread));
}

#[tokio::test]
async fn where_no_return_of_the_day_is_here_the_page_says_that_a_later_one_tells_it() {
    let site = figures_site::site().await;
    let mut made = changes();
    let body = made.make(
        &BODY,
        Values::new()
            .with("name", "Improvement Board")
            .with("sort", "board"),
    );
    let [_, said_at] = meeting(&mut made, body, "held", "2018-01-09", "Front door");
    let [april, item] = meeting(&mut made, body, "planned", "2018-04-24", "Assessments");
    made.link(item, &ABOUT, assessments());
    let errand = made.make(
        &ACTION,
        Values::new()
            .with("text", "Errand")
            .with_list("owners", ["Helen Farrow"]),
    );
    made.link(errand, &CAME_FROM, said_at);
    made.link(errand, &MEASURED_BY, assessments());
    let kept = site.store().keep(&made).await.unwrap();
    let april = format!("/meetings/{}", kept.number(april));
    let page = site.visitor(Role::Director).await.get(&april).await;
    // No month had ended that any return tells: nothing is claimed of that day.
    page.is(200)
        .says("1 thing said before, and 1 measure since")
        .never_says("Then, on 9 January 2018");
}

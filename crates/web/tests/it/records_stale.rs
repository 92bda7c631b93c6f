//! Two people write the same record: both see both versions, and nothing is lost.

use crate::records_site::{action, keep, value_of};
use crate::site::{Answer, Site, Visitor};
use waymark_programme::kinds;
use waymark_store::Role;

async fn edit(visitor: &mut Visitor, path: &str, read: &str, text: &str, why: &str) -> Answer {
    visitor
        .post(
            &format!("{path}/edit"),
            &[
                ("read", read),
                ("f-text", text),
                ("f-owners", "Head of MASH"),
                ("f-why", why),
                ("readers", "board"),
            ],
        )
        .await
}

/// The hidden fields of the page that shows two versions, with these choices.
fn carried<'a>(
    page: &'a [(String, String)],
    choices: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    page.iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .chain(choices.iter().copied())
        .collect()
}

fn hidden(page: &Answer) -> Vec<(String, String)> {
    crate::html::tags(&page.body)
        .iter()
        .filter(|it| it.get("type") == "hidden" && it.get("name") != "csrf")
        .map(|it| {
            let value = it.get("value").replace("&lt;", "<").replace("&#60;", "<");
            (it.get("name").to_owned(), value)
        })
        .collect()
}

#[tokio::test]
async fn both_versions_stand_side_by_side_and_each_field_is_chosen() {
    let site = Site::new().await;
    let record = keep(&site, &kinds::ACTION, action("Write to schools")).await;
    let path = format!("/records/action/{record}");
    let mut ana = site.visitor(Role::DemocraticServices).await;
    let mut bob = site.visitor(Role::Analyst).await;
    // Both open the form; Bob saves first.
    let (first, second) = (
        ana.get(&format!("{path}/edit")).await,
        bob.get(&format!("{path}/edit")).await,
    );
    assert_eq!(value_of(&first, "read"), "1");
    assert_eq!(value_of(&second, "read"), "1");
    edit(
        &mut bob,
        &path,
        "1",
        "Write to every school",
        "Bob says so.",
    )
    .await
    .is(303);
    let both = edit(&mut ana, &path, "1", "Write to all schools", "Ana says so.").await;
    both.is(409)
        .says("Somebody else changed this record while you were writing")
        .says("Some analyst wrote it last")
        .says("Write to all schools")
        .says("Write to every school")
        .says("Write to schools")
        .says("Ana says so.")
        .says("Bob says so.");
    // Nothing of Bob's is gone meanwhile.
    bob.get(&path)
        .await
        .says("Write to every school")
        .says("Bob says so.");

    let kept = hidden(&both);
    let settle = carried(&kept, &[("read", "2"), ("choose-text", "yours")]);
    let unfinished = ana.post(&format!("{path}/edit"), &settle).await;
    unfinished
        .is(422)
        .says("Why, and what it should change for children: choose which to keep")
        .says("Ana says so.")
        .says("Write to schools");
    let settle = carried(&kept, &[("choose-text", "theirs"), ("choose-why", "both")]);
    ana.post(&format!("{path}/edit"), &settle).await.is(303);
    ana.get(&path)
        .await
        .says("Write to every school")
        .says("Bob says so. Ana says so.")
        .says("version 3");
    // What was never chosen is in no version, and every version that was kept can be read.
    ana.get(&format!("{path}/versions/1"))
        .await
        .says("Write to schools");
    ana.get(&format!("{path}/versions/2"))
        .await
        .says("Bob says so.");
}

#[tokio::test]
async fn a_third_change_between_asks_again() {
    let site = Site::new().await;
    let record = keep(&site, &kinds::ACTION, action("One")).await;
    let path = format!("/records/action/{record}");
    let mut ana = site.visitor(Role::DemocraticServices).await;
    let mut bob = site.visitor(Role::Analyst).await;
    edit(&mut bob, &path, "1", "Two", "").await.is(303);
    let both = edit(&mut ana, &path, "1", "Three", "").await;
    let kept = hidden(&both);
    edit(&mut bob, &path, "2", "Four", "").await.is(303);
    let settle = carried(&kept, &[("choose-text", "yours")]);
    let again = ana.post(&format!("{path}/edit"), &settle).await;
    again.is(409).says("Three").says("Four");
    bob.get(&path).await.says("Four");
    let kept = hidden(&again);
    let settle = carried(&kept, &[("choose-text", "yours")]);
    ana.post(&format!("{path}/edit"), &settle).await.is(303);
    ana.get(&path).await.says("Three");
}

#[tokio::test]
async fn what_was_written_to_a_record_deleted_meanwhile_is_shown_to_its_writer() {
    let site = Site::new().await;
    let record = keep(&site, &kinds::ACTION, action("One")).await;
    let path = format!("/records/action/{record}");
    let mut ana = site.visitor(Role::DemocraticServices).await;
    let mut bob = site.visitor(Role::Analyst).await;
    bob.post(
        &format!("{path}/delete"),
        &[("read", "1"), ("reason", "Done twice")],
    )
    .await
    .is(303);
    edit(&mut ana, &path, "1", "A long thought", "")
        .await
        .is(409)
        .says("This record can no longer be changed")
        .says("A long thought");
}

#[tokio::test]
async fn two_edits_at_the_same_moment_are_never_both_kept() {
    let site = Site::new().await;
    let record = keep(&site, &kinds::ACTION, action("One")).await;
    let path = format!("/records/action/{record}");
    let mut ana = site.visitor(Role::DemocraticServices).await;
    let mut bob = site.visitor(Role::Analyst).await;
    let (one, two) = tokio::join!(
        edit(&mut ana, &path, "1", "Ana's", ""),
        edit(&mut bob, &path, "1", "Bob's", "")
    );
    let mut both = [one.status.as_u16(), two.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    assert_eq!(site.store().history_of(record).await.unwrap().len(), 2);
}

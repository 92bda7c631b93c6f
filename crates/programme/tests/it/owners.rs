//! Who an action's owners are, what they may write, and how its date was moved.

use crate::people::POLICE;
use crate::written::Written;
use jiff::Timestamp;
use waymark_data::Day;
use waymark_programme::gate::{self, Refused};
use waymark_programme::moved::Dates;
use waymark_programme::owner::{People, Person};
use waymark_programme::{
    Act, Asker, Author, Body, Change, Changes, Line, Readers, RecordId, Records, Role, Values,
    kinds, link,
};

/// What the gate says on 24 April 2018.
fn pass(asker: &Asker<'_>, records: &Records, changes: &Changes) -> Result<(), Refused> {
    gate::pass(asker, records, changes, crate::council::day("2018-04-24"))
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

const TODAY: &str = "2018-04-08";

fn action(owners: &[&str]) -> Values {
    Values::new()
        .with("text", "Bring the heat maps")
        .with_list("owners", owners.iter().copied())
}

fn member(name: &str, role: &str, agency: &str) -> Values {
    Values::new()
        .with("name", name)
        .with("role", role)
        .with("agency", agency)
}

#[test]
fn an_owner_is_found_by_name_role_agency_and_body() {
    let mut written = Written::default();
    let louise = member(
        "Louise Marsh",
        "Director of Children's Services",
        "County Council",
    );
    written.add(&kinds::MEMBER, "serving", louise);
    let ruth = member("Ruth Kell", "Superintendent", "Wayshire Constabulary")
        .with("email", "ruth.kell@police.example");
    written.add(&kinds::MEMBER, "serving", ruth);
    let group = Values::new()
        .with("name", "MASH Steering Group")
        .with("sort", "forum")
        .with("chair", "Ruth Kell");
    written.add(&kinds::BODY, "active", group);
    let lines = [
        ("Louise Marsh", "Louise"),
        ("louise  MARSH", "Louise"),
        ("Director of Children's Services", "Louise"),
        ("L. Marsh (Director of Children's Services)", "Louise"),
        ("Wayshire Constabulary", "Ruth"),
        ("MASH Steering Group", "Ruth"),
        ("Superintendent, Ruth Kell", "Ruth"),
        ("Health", "nobody"),
        ("Louise Marshall", "nobody"),
    ];
    let ids: Vec<RecordId> = lines
        .iter()
        .map(|(line, _)| written.add(&kinds::ACTION, "open", action(&["Somebody", line])))
        .collect();
    let records = written.records();
    let louise = Person::find(&records, "Louise Marsh", "", day(TODAY));
    // Her account bears another name; her address is the same.
    let ruth = Person::find(
        &records,
        "Supt Kell",
        "Ruth.Kell@police.example",
        day(TODAY),
    );
    let people = People::of(&records, day(TODAY));
    for ((line, whose), id) in lines.iter().zip(ids) {
        let record = records.get(id).unwrap();
        assert_eq!(louise.owns(&records, record), *whose == "Louise", "{line}");
        assert_eq!(ruth.owns(&records, record), *whose == "Ruth", "{line}");
        let found = people.owners_of(&records, record);
        assert_eq!(found.len(), usize::from(*whose != "nobody"), "{line}");
    }
}

#[test]
fn who_has_left_owns_nothing_by_role() {
    let mut written = Written::default();
    let left = member("Ann Old", "Head of MASH", "County Council").with("until", "2018-03-31");
    written.add(&kinds::MEMBER, "serving", left);
    let id = written.add(&kinds::ACTION, "open", action(&["Head of MASH"]));
    let records = written.records();
    let record = records.get(id).unwrap();
    let ann = |on| Person::find(&records, "Ann Old", "", day(on)).owns(&records, record);
    assert!(ann("2018-03-31"));
    assert!(!ann("2018-04-01"));
}

#[test]
fn a_linked_member_owns_whatever_the_words() {
    let mut written = Written::default();
    let ruth = written.add(
        &kinds::MEMBER,
        "serving",
        member("Ruth Kell", "", "Wayshire Constabulary"),
    );
    let id = written.add(&kinds::ACTION, "open", action(&["The police"]));
    written.link(id, &link::OWNED_BY, ruth);
    let records = written.records();
    let person = Person::find(&records, "Ruth Kell", "", day(TODAY));
    let record = records.get(id).unwrap();
    assert_eq!(person.line(&records, record), Some("The police"));
    let asker = person.asker(&records, record, Role::Partner, &[]);
    assert!(asker.owns(record) && asker.moves(record).any(|it| it.word == "accept"));
}

fn edit(record: RecordId, values: Values) -> Changes {
    let mut changes = Changes::by(Author {
        account: Some(2),
        name: "Ruth Kell".into(),
    });
    changes.list.push(Change::Edit {
        record,
        read: 1,
        readers: Readers::Board,
        values,
    });
    changes
}

#[test]
fn an_owner_reports_and_does_not_rewrite() {
    let mut written = Written::default();
    let mine = action(&["Superintendent Ruth Kell"]);
    let id = written.add(&kinds::ACTION, "open", mine.clone());
    let others = written.add(&kinds::ACTION, "open", action(&["Health"]));
    let closed = written.add(&kinds::ACTION, "closed", mine.clone());
    let records = written.records();
    let evidence = mine.clone().with("evidence", "They were shown on 4 April");
    assert_eq!(pass(&POLICE, &records, &edit(id, evidence.clone())), Ok(()));
    let proposed = mine.clone().with("proposed_due", "2018-06-01");
    assert_eq!(pass(&POLICE, &records, &edit(id, proposed)), Ok(()));
    let amiss = mine.clone().with("proposed_due", "June");
    assert!(pass(&POLICE, &records, &edit(id, amiss)).is_err());
    for rewritten in [
        mine.clone().with("due", "2019-01-01"),
        evidence.clone().with("text", "Do nothing"),
        action(&["Somebody else"]),
    ] {
        assert!(pass(&POLICE, &records, &edit(id, rewritten)).is_err());
    }
    let theirs = action(&["Health"]).with("evidence", "Done");
    assert!(pass(&POLICE, &records, &edit(others, theirs)).is_err());
    assert_eq!(
        pass(&POLICE, &records, &edit(closed, evidence.clone())),
        Ok(())
    );
    let nobody = Asker::PUBLIC;
    assert!(pass(&nobody, &records, &edit(id, evidence)).is_err());
    let mut wider = edit(id, mine.with("evidence", "Done"));
    let Some(Change::Edit { readers, .. }) = wider.list.first_mut() else {
        panic!("an edit")
    };
    *readers = Readers::Public;
    assert!(pass(&POLICE, &records, &wider).is_err(), "nor publish it");
}

fn line(seq: i64, act: Act, due: Option<&str>, end: Option<RecordId>) -> Line {
    Line {
        seq,
        record: RecordId(1),
        version: 1,
        act,
        at: Timestamp::UNIX_EPOCH,
        body: Some(Body {
            by: Author {
                account: None,
                name: "Marcus Bell".into(),
            },
            reason: "the data were late".into(),
            minute: None,
            state: "open".into(),
            readers: Readers::Board,
            values: due.map(|it| action(&["Health"]).with("due", it)),
            link: end.map(|it| ("promised-for".into(), it.to_string())),
            file: None,
            file_type: None,
            kind: None,
        }),
    }
}

#[test]
fn a_date_that_slipped_says_so_and_one_brought_forward_did_not_slip() {
    let records = Written::default().records();
    let dates = Dates::of(
        &records,
        &[
            line(1, Act::Made, Some(""), None),
            line(2, Act::Edited, Some("2018-01-31"), None),
            line(3, Act::Edited, Some("2018-01-31"), None),
            line(4, Act::Edited, Some("2018-03-31"), None),
            line(5, Act::Moved, None, None),
            line(6, Act::Edited, Some("2018-03-15"), None),
            line(7, Act::Edited, Some("2018-04-30"), None),
        ],
    );
    assert_eq!(dates.first, Some(day("2018-01-31")));
    assert_eq!(dates.moved.len(), 3);
    assert_eq!((dates.slips(), dates.days_slipped()), (2, 89));
    assert_eq!(dates.moved[0].reason, "the data were late");
    let mut erased = dates.clone();
    erased.read(&records, &line(8, Act::Erased, None, None));
    assert!(erased.moved.is_empty(), "who moved it and why goes with it");
}

#[test]
fn promised_for_one_meeting_and_then_the_next_slips_once() {
    let mut written = Written::default();
    let at = |date: &str| {
        Values::new()
            .with("title", "Improvement Board")
            .with("body", "Improvement Board")
            .with("date", date)
    };
    let january = written.add(&kinds::MEETING, "held", at("2018-01-23"));
    let april = written.add(&kinds::MEETING, "planned", at("2018-04-24"));
    let records = written.records();
    let lines = [
        line(1, Act::Made, Some(""), None),
        line(2, Act::Linked, None, Some(january)),
        line(3, Act::Unlinked, None, Some(january)),
        line(4, Act::Linked, None, Some(april)),
    ];
    let dates = Dates::of(&records, &lines);
    assert_eq!((dates.slips(), dates.days_slipped()), (1, 91));
    assert_eq!(dates.first, Some(day("2018-01-23")));
}

//! An action that several people own is accepted by each of them.

use crate::council::Council;
use waymark_programme::Record;
use waymark_programme::accepting::{accept, awaited, has_accepted};
use waymark_programme::kinds::ACTION;
use waymark_programme::permit::lacking;

#[test]
fn one_of_four_owners_accepts_for_themselves_and_not_for_the_others() {
    let mut council = Council::default();
    let held = council.make(
        &ACTION,
        &[
            ("text", "Bring the maps"),
            ("owners", "Ann Marsh\nRuth Kell\nPolice"),
        ],
    );
    let records = council.records();
    let mut action = records.get(held).unwrap().clone();
    let way = ACTION.way("accept").unwrap();
    let against = |action: &Record| {
        let today = crate::council::day("2018-04-08");
        lacking(&records, action, way, "", None, today)
            .into_iter()
            .map(|it| it.words)
            .collect::<Vec<_>>()
    };
    let (values, all) = accept(&action, Some("Ruth Kell"));
    assert!(!all);
    action.values = values;
    assert_eq!(awaited(&action), ["Ann Marsh", "Police"]);
    assert!(has_accepted(&action, "ruth kell") && !has_accepted(&action, "Police"));
    assert_eq!(
        against(&action),
        ["Each owner accepts for themselves: Ann Marsh, Police have not yet"]
    );
    let (values, all) = accept(&action, Some("Police"));
    assert!(!all);
    action.values = values;
    // The board's desk may take it down for whoever is left.
    let (values, all) = accept(&action, None);
    assert!(all);
    action.values = values;
    assert!(awaited(&action).is_empty());
    assert!(against(&action).is_empty());
}

#[test]
fn one_owner_alone_accepts_by_the_move() {
    let mut council = Council::default();
    let held = council.make(
        &ACTION,
        &[("text", "Bring the maps"), ("owners", "Ann Marsh")],
    );
    let records = council.records();
    let action = records.get(held).unwrap();
    assert!(awaited(action).is_empty());
    let (values, all) = accept(action, Some("Ann Marsh"));
    assert!(all && values == action.values);
}

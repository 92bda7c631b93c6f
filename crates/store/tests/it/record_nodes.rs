//! Two nodes on one database: each sees the other's changes at its next look, and their writers never fork the chain.

use waymark_programme::{Author, Change, Changes, Records, Values, kinds, link};
use waymark_store::{Store, StoreError};

use crate::engines::{Place, on_both_engines};

on_both_engines!(
    what_one_node_writes_the_other_sees_at_its_next_look,
    eight_writers_on_two_nodes_make_one_chain,
    of_two_who_edit_the_same_version_one_is_told,
);

fn by() -> Changes {
    Changes::by(Author {
        account: None,
        name: "Marcus Bell".into(),
    })
}

/// A meeting and its action, kept together.
fn board(name: &str) -> Changes {
    let mut changes = by();
    let meeting = Values::new().with("title", name).with("date", "2018-04-24");
    let meeting = changes.make(&kinds::MEETING, meeting);
    let action = Values::new()
        .with("text", name)
        .with_list("owners", ["Louise Marsh"]);
    let action = changes.make(&kinds::ACTION, action);
    changes.link(action, &link::PROMISED_FOR, meeting);
    changes
}

/// As a node looks before each page: has anything changed, and what?
async fn look(store: &Store, known: Records) -> Records {
    if store.records_seq().await.unwrap() == known.seq {
        return known;
    }
    known.with(store.news_since(known.seq).await.unwrap())
}

/// Records and links in words, to compare two states whole.
fn told(records: &Records) -> Vec<String> {
    records
        .everything()
        .map(|it| {
            format!(
                "{it:?} {:?} {:?}",
                records.links_from(it.id),
                records.links_to(it.id)
            )
        })
        .collect()
}

async fn what_one_node_writes_the_other_sees_at_its_next_look(place: Place) {
    let (one, two) = (place.open().await, place.open().await);
    let (mut of_one, mut of_two) = (Records::default(), Records::default());
    for round in 0..6 {
        let (writing, other, known) = if round % 2 == 0 {
            (&one, &two, &mut of_two)
        } else {
            (&two, &one, &mut of_one)
        };
        let made = writing.keep(&board("Board")).await.unwrap().made;
        *known = look(other, std::mem::take(known)).await;
        assert!(made.iter().all(|it| known.get(*it).is_some()), "{round}");
        assert_eq!(
            known.due(known.get(made[1]).unwrap()).map(|it| it.date()),
            { Some(jiff::civil::date(2018, 4, 24)) }
        );
    }
    of_one = look(&one, of_one).await;
    of_two = look(&two, of_two).await;
    assert_eq!(told(&of_one), told(&of_two));
}

async fn eight_writers_on_two_nodes_make_one_chain(place: Place) {
    let nodes = [place.open().await, place.open().await];
    let mut writers = Vec::new();
    for writer in 0..8_usize {
        let store = nodes[writer % 2].clone();
        writers.push(tokio::spawn(async move {
            for round in 0..12 {
                store
                    .keep(&board(&format!("{writer}-{round}")))
                    .await
                    .unwrap();
            }
        }));
    }
    // Meanwhile a reader of each node catches up again and again, and never sees an action without its meeting.
    let mut readers = Vec::new();
    for store in nodes.clone() {
        readers.push(tokio::spawn(async move {
            let mut known = Records::default();
            while known.of(&kinds::MEETING).count() < 96 {
                known = look(&store, known).await;
                for action in known.of(&kinds::ACTION) {
                    let meeting = known.leads_to(action.id, &link::PROMISED_FOR).next();
                    assert_eq!(
                        meeting.map(|it| it.text("title")),
                        Some(action.text("text"))
                    );
                }
                let (meetings, actions) = (
                    known.of(&kinds::MEETING).count(),
                    known.of(&kinds::ACTION).count(),
                );
                assert_eq!(meetings, actions, "half a list is visible");
                tokio::task::yield_now().await;
            }
            known
        }));
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let fresh = Records::default().with(nodes[0].news_since(0).await.unwrap());
    for reader in readers {
        let step_by_step = reader.await.unwrap();
        assert_eq!(told(&step_by_step), told(&fresh));
    }
    let verified = nodes[1].verify().await.unwrap();
    assert_eq!(verified.faults, Vec::<String>::new());
    // A meeting, an action and a link, 96 times: no line lost, none twice.
    assert_eq!((verified.records, verified.lines), (192, 288));
}

async fn of_two_who_edit_the_same_version_one_is_told(place: Place) {
    let nodes = [place.open().await, place.open().await];
    let made = nodes[0].keep(&board("Board")).await.unwrap().made[0];
    for version in 1..=10 {
        let edit = |who: &str| {
            let mut changes = by();
            changes.list.push(Change::Edit {
                record: made,
                read: version,
                readers: kinds::MEETING.readers,
                values: Values::new().with("title", who).with("date", "2018-04-24"),
            });
            changes
        };
        let (one, two) = (edit("one"), edit("two"));
        let (one, two) = tokio::join!(nodes[0].keep(&one), nodes[1].keep(&two));
        let kept = [&one, &two].into_iter().filter(|it| it.is_ok()).count();
        assert_eq!(kept, 1, "{one:?} {two:?}");
        for answer in [one, two] {
            assert!(matches!(answer, Ok(_) | Err(StoreError::Stale(_))));
        }
    }
    assert_eq!(
        nodes[0].verify().await.unwrap().faults,
        Vec::<String>::new()
    );
}

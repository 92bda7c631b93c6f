//! The demo's board: its measures are ones there are, its figures are the county's, and it is in the demo's store.

use std::collections::BTreeSet;
use waymark_measures::catalogue;
use waymark_programme::change::Change;
use waymark_programme::kinds::KINDS;
use waymark_programme::{End, Records};
use waymark_store::Store;
use waymark_wayshire::board_life;

#[test]
fn its_measures_and_areas_are_those_there_are() {
    let areas: BTreeSet<&str> = waymark_wayshire::AREAS
        .iter()
        .flat_map(|it| [it.name, it.locality])
        .chain(["Whole county"])
        .collect();
    for dated in board_life() {
        for change in &dated.changes.list {
            match change {
                Change::Link {
                    to: End::Measure(id),
                    ..
                } => assert!(catalogue::find(id).is_some(), "there is no measure {id}"),
                Change::Make { kind, values, .. } => {
                    let area = values.text("area");
                    assert!(
                        area.is_empty() || areas.contains(area),
                        "{}: {area}",
                        kind.word
                    );
                }
                _ => {}
            }
        }
    }
}

#[tokio::test]
async fn a_store_keeps_it_whole_and_its_chain_holds() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("waymark.db").display().to_string())
        .await
        .unwrap();
    let story = board_life();
    let dated: Vec<_> = story.iter().map(|it| (&it.changes, it.at)).collect();
    store.keep_all(&dated).await.unwrap();
    let records = Records::default().with(store.news_since(0).await.unwrap());
    let mut memory = waymark_wayshire::Memory::default();
    story.iter().for_each(|it| memory.keep(it));
    // What the store reads back is what was told, kind by kind.
    for kind in KINDS {
        let kept = records
            .of(kind)
            .map(|it| (it.id, it.state.word, it.version, &it.values));
        let told = memory.records();
        let told = told
            .of(kind)
            .map(|it| (it.id, it.state.word, it.version, &it.values));
        assert!(
            kept.eq(told),
            "{} were kept otherwise than told",
            kind.plural
        );
    }
    assert_eq!(records.links(), memory.records().links());
    store.close().await;
}

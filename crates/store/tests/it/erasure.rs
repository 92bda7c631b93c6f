//! A deleted child is not in SQLite's files any more, free pages and write-ahead log included.

use std::path::Path;

use crate::engines::on_sqlite;
use crate::uploads::{annex_a, noise};

#[test]
fn nothing_of_a_deleted_upload_is_left_in_the_files() {
    on_sqlite(|place| async move {
        let store = place.open().await;
        // Noise is kept as it is by every compression, so it can be looked for.
        let mut new = annex_a("March", "W1\n");
        new.files.push(("noise".into(), noise(7, 40_000)));
        let mark = &noise(7, 40_000)[20_000..20_064];
        let id = store.add_upload(new).await.unwrap().id();
        let folder = Path::new(&place.at).parent().unwrap();
        assert!(anywhere_in(folder, mark), "it was not there to begin with");

        store.delete_upload(id, None, "wrong county").await.unwrap();
        assert!(!anywhere_in(folder, mark));
    });
}

fn anywhere_in(folder: &Path, mark: &[u8]) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        bytes.windows(mark.len()).any(|window| window == mark)
    })
}

//! Tables that others made, read as they are. They lie beside the project and are none of its files.

use std::fs::File;
use std::path::PathBuf;

use varde_document::{Limits, read};

/// The folder of samples; says so when it is not there.
fn samples() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..").join("shared").join("samples");
    let there = folder.is_dir();
    if !there {
        eprintln!("the samples of others are not beside the project; nothing is compared with them");
    }
    there.then_some(folder)
}

#[test]
fn tables_of_statistics_norway_are_read_as_they_are() {
    let Some(folder) = samples() else { return };
    for (name, n_rows, columns) in [("klass131_nodes.csv", 2001, 6), ("klass131_edges.csv", 2165, 3)] {
        let file = File::open(folder.join("ssb-klass").join(name)).unwrap();
        let table = read(file, None, &Limits::default()).unwrap();
        assert_eq!((table.rows.len(), table.rows[0].cells.len()), (n_rows, columns), "{name}");
        assert_eq!(table.rows.last().unwrap().line, n_rows);
        assert_eq!(table.notes, []);
    }
}

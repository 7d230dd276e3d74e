//! Tables that others made, read as they are.

use std::fs::File;
use std::path::PathBuf;

use varde_document::{Limits, read};

/// The whole tables, when `VARDE_SAMPLES` names the folder in which files of others lie.
#[test]
fn whole_tables_of_statistics_norway_are_read_as_they_are() {
    let Some(folder) = std::env::var_os("VARDE_SAMPLES").map(PathBuf::from) else { return };
    for (name, n_rows, columns) in [("klass131_nodes.csv", 2001, 6), ("klass131_edges.csv", 2165, 3)] {
        let file = File::open(folder.join("ssb-klass").join(name)).unwrap();
        let table = read(file, None, &Limits::default()).unwrap();
        assert_eq!((table.rows.len(), table.rows[0].cells.len()), (n_rows, columns), "{name}");
        assert!(table.rows.iter().all(|row| row.cells.len() == columns), "{name}");
        assert_eq!(table.notes, []);
    }
}

#[test]
fn tables_of_statistics_norway_are_read_as_they_are() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../rooms/people/tests/golden/klass131");
    for (name, columns) in [("nodes.csv", 6), ("edges.csv", 3)] {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let n_rows = text.lines().count();
        let table = read(File::open(folder.join(name)).unwrap(), None, &Limits::default()).unwrap();
        assert_eq!((table.rows.len(), table.rows[0].cells.len()), (n_rows, columns), "{name}");
        assert_eq!(table.rows.last().unwrap().line, n_rows);
        assert_eq!(table.notes, []);
    }
}

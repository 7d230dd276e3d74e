//! Files that are no files, or are spoilt: no panic, never more than the limits say, and a fault names a line that is there.

use proptest::prelude::*;
use varde_document::{Cell, CsvStyle, CsvWriter, Fault, Limits, Sheet, decode, read_bytes, write_xlsx};

/// Files of each kind as we write them ourselves.
fn good(which: usize) -> Vec<u8> {
    let rows: Vec<Vec<Cell>> =
        (0..20).map(|n| vec![Cell::Text(format!("avd;\"{n}\"\nto")), Cell::Number(f64::from(n) / 7.0)]).collect();
    if which == 0 {
        let sheet = Sheet { name: "Ark".into(), head: vec!["a".into(), "b".into()], rows };
        return write_xlsx(&[sheet]).unwrap();
    }
    let mut writer = CsvWriter::new(CsvStyle::default());
    writer.texts(["a", "b"]);
    for row in &rows {
        writer.row(row);
    }
    let text = writer.finish();
    match which {
        1 => text.into_bytes(),
        2 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        _ => text.chars().map(|letter| u8::try_from(letter).unwrap_or(b'?')).collect(),
    }
}

fn check(bytes: &[u8], sheet: Option<&str>, limits: &Limits) {
    match read_bytes(bytes, sheet, limits) {
        Ok(table) => {
            assert!(table.rows.len() <= limits.rows, "{}", table.rows.len());
            assert!(table.rows.iter().all(|row| row.cells.len() <= limits.columns));
            assert!(table.rows.is_sorted_by_key(|row| row.line));
        }
        Err(
            Fault::TooWide { line, .. }
            | Fault::CellTooLong { line, .. }
            | Fault::Unfinished { line }
            | Fault::Encoding { line },
        ) => {
            assert!(0 < line, "lines are counted from 1");
            let is_text = !bytes.starts_with(b"PK") && !bytes.starts_with(b"PAR1");
            // A line ends with either of two letters, or both.
            let ends = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
            assert!(!is_text || line <= ends + 1, "line {line} of {}", ends + 1);
        }
        Err(other) => assert!(!other.to_string().is_empty()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn spoilt_files_never_panic(
        which in 0..4_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        cut in any::<prop::sample::Index>(),
        (rows, columns, cell) in (1..30_usize, 1..4_usize, 1..30_usize),
    ) {
        let whole = good(which);
        let mut bytes = whole.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        for limits in [Limits::default(), Limits { rows, columns, cell, ..Limits::default() }] {
            check(&bytes, None, &limits);
            check(&whole[..cut.index(whole.len())], Some("Ark"), &limits);
        }
    }

    #[test]
    fn random_bytes_behind_any_beginning_never_panic(
        start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"PAR1", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"a;b\n\""]),
        bytes in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        let bytes = [start, &bytes].concat();
        check(&bytes, None, &Limits::default());
        let _ = decode(&bytes);
    }
}

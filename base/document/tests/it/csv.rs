//! CSV as people, programs and broken lines send it. What is read is held against the `csv` crate.

use std::io::{Cursor, Read, Seek, SeekFrom};

use proptest::prelude::*;
use varde_document::{Cell, CsvStyle, CsvWriter, Encoding, Fault, Limits, Mark, Note, Rows, Table, read, read_bytes};

fn table(text: &[u8]) -> Result<Table, Fault> {
    read_bytes(text, None, &Limits::default())
}

fn texts(table: &Table) -> Vec<(usize, Vec<String>)> {
    table.rows.iter().map(|row| (row.line, row.cells.iter().map(|cell| cell.text().into_owned()).collect())).collect()
}

#[track_caller]
fn check(text: &[u8], expected: &[(usize, &[&str])]) {
    let table = table(text).unwrap();
    let expected: Vec<(usize, Vec<String>)> =
        expected.iter().map(|(line, cells)| (*line, cells.iter().map(|cell| (*cell).to_owned()).collect())).collect();
    assert_eq!(texts(&table), expected);
}

#[test]
fn files_of_many_habits_say_the_same() {
    let expected: &[(usize, &[&str])] = &[(1, &["enhet", "å"]), (2, &["b", "3,5"])];
    check("enhet;å\nb;3,5\n".as_bytes(), expected);
    check("\u{feff}enhet;å\r\nb;3,5\r\n".as_bytes(), expected);
    check("enhet;å\rb;3,5\r".as_bytes(), expected);
    check("enhet\tå\nb\t3,5".as_bytes(), expected);
    check("\"enhet\",\"å\"\nb,\"3,5\"\n".as_bytes(), expected);
    check(b"enhet;\xe5\r\nb;3,5\r\n", expected);
    let wide: Vec<u8> = "\u{feff}enhet;å\r\nb;3,5".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&wide, expected);
    // Excel's own UTF-8 read once as Latin-1 and saved again.
    let spoilt = table("enhet;Ã¥\nb;3,5\n".as_bytes()).unwrap();
    assert_eq!(texts(&spoilt)[0].1, ["enhet", "å"]);
    assert_eq!(spoilt.notes, [Note::Mended(1)]);
    // Lines of two programs in one file.
    let mixed = table(b"navn;x\nTroms\xc3\xb8;1\nBod\xf8;2\n").unwrap();
    assert_eq!(mixed.encoding, Some(Encoding::Latin1));
    assert_eq!(texts(&mixed)[1].1[0], "Tromsø");
    assert_eq!(texts(&mixed)[2].1[0], "Bodø");
    // Within one cell nobody can tell which is which.
    let spoilt = table(b"navn;x\r\nTroms\xc3\xb8;1\r\n\"Troms\xc3\xb8 og\r\nBod\xf8\";2\r\n");
    assert!(matches!(spoilt, Err(Fault::Encoding { line: 3 })), "{spoilt:?}");
}

#[test]
fn rows_know_the_line_they_begin_on() {
    check(
        b"\r\n\r\na;b\r\n\r\n\"first\r\nsecond\";2\r\n;;\r\nlast;3\r\n",
        &[(3, &["a", "b"]), (5, &["first\nsecond", "2"]), (8, &["last", "3"])],
    );
    check(b"a;b\n\"say \"\"hi\"\"\";\"x\"y\n", &[(1, &["a", "b"]), (2, &["say \"hi\"", "xy"])]);
}

#[test]
fn a_file_that_ends_in_the_middle_is_refused() {
    for cut in ["a;b\nc;\"d", "a;b;c\n1;2;3\n4;5", "a;b;c\n1;2;3\n4;5;6\n7"] {
        let line = cut.lines().count();
        assert!(matches!(table(cut.as_bytes()), Err(Fault::Unfinished { line: at }) if at == line), "{cut:?}");
    }
    // Rows of different lengths are the file's habit; the last one may be short too.
    assert!(table(b"a;b;c\n1;2\n4;5;6\n7").is_ok());
    assert_eq!(table(b"a;b\n1;2").unwrap().notes, [Note::NoLastLineEnd]);
    assert!(matches!(table(b""), Err(Fault::Empty)));
    assert!(matches!(table(b"\n \n;;\n"), Err(Fault::Empty)));
    assert!(matches!(table(b"a;b\n\0;c\n"), Err(Fault::Encoding { .. })));
}

/// A file of so many bytes that takes no memory: rows that repeat, or a text that never ends.
struct Endless {
    row: &'static [u8],
    at: u64,
    len: u64,
}

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let left = usize::try_from(self.len - self.at).unwrap_or(usize::MAX).min(into.len());
        for byte in &mut into[..left] {
            *byte = self.row[usize::try_from(self.at).unwrap() % self.row.len()];
            self.at += 1;
        }
        Ok(left)
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(back) => self.len.saturating_add_signed(back),
            SeekFrom::Current(by) => self.at.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}

#[test]
fn a_file_of_two_gigabytes_does_not_exhaust_memory() {
    let huge = |row| Endless { row, at: 0, len: 2 << 30 };
    assert!(matches!(read(huge(b"a;1\n"), None, &Limits::default()), Err(Fault::TooLarge { bytes: 0x8000_0000, .. })));
    // Let in as far as bytes go, it stops at the rows or at the text that does not end.
    let limits = Limits { bytes: u64::MAX, rows: 1000, ..Limits::default() };
    let some = |row| Endless { row, at: 0, len: 1 << 20 };
    assert!(matches!(read(some(b"a;1\n"), None, &limits), Err(Fault::TooManyRows { max: 1000 })));
    assert!(matches!(read(some(b"abcdefgh"), None, &limits), Err(Fault::CellTooLong { line: 1, .. })));
    assert!(matches!(read(some(b";"), None, &limits), Err(Fault::TooWide { line: 1, max: 1000 })));
    // Read as a stream, the rows go by one at a time.
    let open = Limits { rows: usize::MAX, ..limits };
    assert_eq!(Rows::open(some(b"a;1\n"), &open).unwrap().count(), 1 << 18);
}

#[test]
fn no_text_becomes_a_formula_on_the_way_out() {
    let cells = [
        Cell::Text("=HYPERLINK(\"http://x\")".into()),
        Cell::Text("+47 22 00 00 00".into()),
        Cell::Text("@SUM(A1)".into()),
        Cell::Text("plain; with mark".into()),
        Cell::Number(-13.75),
        Cell::Date(jiff::civil::date(2026, 10, 1)),
    ];
    let mut writer = CsvWriter::new(CsvStyle::default());
    writer.texts(["a", "b", "c", "d", "e", "f"]);
    writer.row(&cells);
    let text = writer.finish();
    assert_eq!(
        text.lines().nth(1).unwrap(),
        "\"'=HYPERLINK(\"\"http://x\"\")\";\"'+47 22 00 00 00\";\"'@SUM(A1)\";\"plain; with mark\";-13,75;2026-10-01"
    );
    // Coming back, it says what it said.
    let back = table(text.as_bytes()).unwrap();
    assert_eq!(back.rows[1].cells[..4], cells[..4]);
    let mut english = CsvWriter::new(CsvStyle { delimiter: ',', decimal: Mark::Comma });
    english.row(&[Cell::Number(1.5), Cell::Number(2.0)]);
    assert_eq!(english.finish(), "\u{feff}\"1,5\",2\r\n");
}

/// What the `csv` crate makes of the same text.
fn theirs(text: &str) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').flexible(true).has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(|cell| cell.trim().to_owned()).collect());
    rows.filter(|row: &Vec<String>| row.iter().any(|cell| !cell.is_empty())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn reads_what_the_csv_crate_reads(
        rows in proptest::collection::vec(proptest::collection::vec("[a-zæøå;\",.\n 0-9]{0,8}", 3), 1..8)
    ) {
        let mut text = String::new();
        for row in &rows {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&cells.join(";"));
            text.push('\n');
        }
        let ours: Vec<Vec<String>> = match table(text.as_bytes()) {
            Ok(table) => texts(&table).into_iter().map(|(_, cells)| cells).collect(),
            Err(Fault::Empty) => Vec::new(),
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        };
        prop_assert_eq!(ours, theirs(&text));
    }

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..800)) {
        let _ = table(&bytes);
    }

    #[test]
    fn what_is_written_is_read_again(rows in proptest::collection::vec(("[^\u{0}-\u{1f}'ÃÂâÅÄ\u{7f}-\u{ff}]{1,12}", -1e9_f64..1e9), 1..6)) {
        let mut writer = CsvWriter::new(CsvStyle::default());
        writer.texts(["text", "number"]);
        for (text, number) in &rows {
            writer.row(&[Cell::Text(text.clone()), Cell::Number(*number)]);
        }
        let text = writer.finish();
        let back = read(Cursor::new(text.as_bytes()), None, &Limits::default()).unwrap();
        let mut decimals = varde_document::Decimals::default();
        for ((text, number), row) in rows.iter().zip(back.rows.iter().skip(1)) {
            prop_assert_eq!(row.cell(0).text(), text.trim());
            prop_assert_eq!(decimals.read(row.cell(1)), Ok(Some(*number)));
        }
    }
}

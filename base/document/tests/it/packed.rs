//! Workbooks and Parquet files, whole and broken.

use std::io::{Cursor, Write};

use jiff::civil::date;
use proptest::prelude::*;
use varde_document::{Cell, Fault, Limits, Note, Sheet, Table, read_bytes, write_xlsx};
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

/// A workbook by the format's description: one sheet with what is given, counting days from 1904 or not.
fn book(sheet: &str, from_1904: bool) -> Vec<u8> {
    let date = if from_1904 { r#"<workbookPr date1904="1"/>"# } else { "" };
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{date}<sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let sheet =
        format!(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>"#);
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn table(bytes: &[u8]) -> Result<Table, Fault> {
    read_bytes(bytes, None, &Limits::default())
}

#[test]
fn what_is_written_as_a_workbook_is_read_again() {
    let cells = vec![
        Cell::Text("=1+1".into()),
        Cell::Number(13.75),
        Cell::Date(date(2026, 10, 1)),
        Cell::Empty,
        Cell::Bool(true),
    ];
    let sheet = Sheet {
        name: "Verdier".into(),
        head: ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec(),
        rows: vec![cells.clone(), vec![Cell::Empty], cells.clone()],
    };
    let bytes = write_xlsx(&[sheet.clone(), Sheet { name: "Merknader".into(), ..sheet }]).unwrap();
    let table = table(&bytes).unwrap();
    assert_eq!(table.sheet.as_deref(), Some("Verdier"));
    assert_eq!(table.notes, [Note::OtherSheets(vec!["Merknader".into()])]);
    assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 2, 4]);
    assert_eq!(table.rows[1].cells, cells);
    assert_eq!(table.column_name(27), "AB");
    assert!(read_bytes(&bytes, Some("Merknader"), &Limits::default()).is_ok());
    assert!(matches!(read_bytes(&bytes, Some("Nei"), &Limits::default()), Err(Fault::NoSheet)));
}

#[test]
fn from_description_days_are_counted_as_the_workbook_counts_them() {
    let sheet = r#"<cols><col min="2" max="2" hidden="1"/></cols><sheetData>
        <row r="1"><c r="A1" s="1"><v>46296</v></c><c r="B1" t="inlineStr"><is><t>12,5</t></is></c></row>
        <row r="7" hidden="1"><c r="C7" t="e"><v>#DIV/0!</v></c><c r="D7"><v>45</v></c><c r="E7" s="1"><v>45</v></c></row>
        </sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>"#;
    let table = table(&book(sheet, false)).unwrap();
    assert_eq!(table.rows[0].cells, [Cell::Date(date(2026, 10, 1)), Cell::Text("12,5".into())]);
    assert_eq!(table.rows[1].line, 7);
    assert_eq!(table.rows[1].cell(2), &Cell::Error("#DIV/0!".into()));
    assert_eq!(table.rows[1].cell(3), &Cell::Number(45.0));
    // A number that someone has made look like a day.
    assert_eq!(table.rows[1].cell(4), &Cell::Date(date(1900, 2, 14)));
    assert_eq!(table.notes, [Note::HiddenRows(1), Note::HiddenColumns(1), Note::Merged(vec!["A1:A3".into()])]);
    let other = self::table(&book(sheet, true)).unwrap();
    assert_eq!(other.rows[0].cells[0], Cell::Date(date(2030, 10, 2)));
}

#[test]
fn from_description_a_cell_far_away_and_a_file_that_swells_are_refused() {
    let far = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>"#;
    assert!(matches!(table(&book(far, false)), Err(Fault::TooWide { line: 1_048_576, max: 1000 })));
    let swelling = format!(
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{}</t></is></c></row></sheetData>",
        "a".repeat(4 << 20)
    );
    let bytes = book(&swelling, false);
    assert!(bytes.len() < 20_000);
    let limits = Limits { unpacked: 1 << 20, ..Limits::default() };
    assert!(matches!(read_bytes(&bytes, None, &limits), Err(Fault::TooLarge { .. })));
    assert!(matches!(table(&bytes), Err(Fault::CellTooLong { line: 1, .. })));
    // Packed a thousand times smaller, it is refused long before the limit for what is unpacked.
    let dense = format!("<sheetData>{}</sheetData>", "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>".repeat(300_000));
    let Err(Fault::TooLarge { max, .. }) = table(&book(&dense, false)) else { panic!("a bomb is refused") };
    assert!(max < 10 << 20, "{max}");
    assert!(matches!(table(&bytes[..bytes.len() / 2]), Err(Fault::Broken(_))));
    assert!(matches!(table(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Err(Fault::OldWorkbook)));
    assert!(matches!(table(b"PK\x03\x04"), Err(Fault::Broken(_))));
}

/// A Parquet file with a text, a number that may be missing and a day.
fn parquet_file() -> Vec<u8> {
    use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type};
    use parquet::file::properties::WriterProperties;
    use parquet::file::writer::SerializedFileWriter;
    let schema = "message rows { required binary unit (UTF8); optional double value; required int32 day (DATE); }";
    let schema = std::sync::Arc::new(parquet::schema::parser::parse_message_type(schema).unwrap());
    let properties = WriterProperties::builder().set_compression(parquet::basic::Compression::SNAPPY).build();
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, std::sync::Arc::new(properties)).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    let units = [ByteArray::from("ward"), ByteArray::from("home")];
    column.typed::<ByteArrayType>().write_batch(&units, None, None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<DoubleType>().write_batch(&[2.5], Some(&[1, 0]), None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<Int32Type>().write_batch(&[20_000, 20_001], None, None).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    writer.close().unwrap();
    bytes
}

#[test]
fn from_description_parquet_is_read_with_what_is_missing() {
    let table = table(&parquet_file()).unwrap();
    let rows: Vec<_> = table.rows.iter().map(|row| (row.line, row.cells.clone())).collect();
    let text = |text: &str| Cell::Text(text.into());
    assert_eq!(
        rows,
        [
            (0, vec![text("unit"), text("value"), text("day")]),
            (1, vec![text("ward"), Cell::Number(2.5), Cell::Date(date(2024, 10, 4))]),
            (2, vec![text("home"), Cell::Empty, Cell::Date(date(2024, 10, 5))]),
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn from_description_broken_packed_files_never_panic(
        which in 0..2_usize, changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<prop::sample::Index>()
    ) {
        let whole = if which == 0 { parquet_file() } else { book("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>", false) };
        let mut bytes = whole.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = table(&bytes);
        let _ = table(&whole[..cut.index(whole.len())]);
    }
}

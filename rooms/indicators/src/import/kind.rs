//! Finding out how a file is made up, and reading it accordingly.

use std::io::Cursor;

use jiff::civil::Date;
use sha2::{Digest, Sha256};
use varde_document::{Fault, Kind, Limits, Note, Table, decode, kind_of};

use super::dhis2::metadata::Metadata;
use super::said::Reading;
use super::sender::{Format, Mapping};
use super::values::MAX_ROWS;
use super::{adx, dhis2, jsonstat, nki, report, skde, table};

/// The largest file that is read into memory at once.
pub const MAX_BYTES: usize = 256 << 20;

/// The digest by which the same file is known again.
pub fn digest(bytes: &[u8]) -> String {
    let mut digest = Digesting::default();
    digest.add(bytes);
    digest.done()
}

/// The same digest, of a file that comes in parts.
#[derive(Default)]
pub struct Digesting(Sha256);

impl Digesting {
    /// Adds the next part.
    pub fn add(&mut self, part: &[u8]) {
        self.0.update(part);
    }

    /// The digest of all parts.
    pub fn done(self) -> String {
        hex::encode(self.0.finalize())
    }
}

/// How much of a table is taken in when at most so many rows are.
const fn limits(most: usize) -> Limits {
    // One row more is the one with the columns' names.
    Limits { rows: most + 1, bytes: 64 << 20, unpacked: 512 << 20, columns: 1_000, cell: 64 << 10 }
}

/// What a file seems to be; none when it is nothing that is known.
pub fn recognise(bytes: &[u8]) -> Option<Format> {
    if kind_of(bytes) != Kind::Csv {
        return Some(Format::Table);
    }
    let Ok(text) = decode(bytes.get(..bytes.len().min(64 << 10)).unwrap_or_default()) else {
        // The reader of tables says what is wrong with the letters.
        return Some(Format::Table);
    };
    let start = text.trim_start_matches('\u{feff}').trim_start();
    match start.chars().next()? {
        '<' if has_tag(start, "dataValueSet") => Some(Format::Dhis2Xml),
        '<' if has_tag(start, "adx") => Some(Format::Adx),
        '{' => object(start),
        '<' | '[' => None,
        _ => Some(by_columns(start)),
    }
}

/// Whether the first tag has this name.
fn has_tag(text: &str, name: &str) -> bool {
    let mut tags = text.split('<').skip(1).filter(|tag| !tag.starts_with(['?', '!']));
    let first = tags.next().unwrap_or_default();
    let full =
        first.split(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/')).next().unwrap_or_default();
    full.rsplit(':').next() == Some(name)
}

fn object(start: &str) -> Option<Format> {
    let has = |name: &str| start.contains(&format!("\"{name}\""));
    if has("resourceType") {
        Some(Format::Fhir)
    } else if has("AttachmentDataRows") {
        Some(Format::Nki)
    } else if has("dataValues") || has("dataValueSets") {
        Some(Format::Dhis2Json)
    } else if has("dimension") || has("category") || has("value") {
        Some(Format::JsonStat)
    } else {
        None
    }
}

fn by_columns(start: &str) -> Format {
    let head = start.lines().next().unwrap_or_default().to_lowercase().replace(['"', '_', ' '], "");
    let names: Vec<&str> = head.split([';', ',', '\t']).collect();
    let has = |wanted: &[&str]| wanted.iter().all(|name| names.contains(name));
    if has(&["dataelement", "period", "orgunit", "value"]) {
        Format::Dhis2Csv
    } else if has(&["aar", "variabel", "kvalindid"]) {
        Format::SkdeCases
    } else if has(&["year", "orgnr", "var", "indid"]) {
        Format::SkdeCoverage
    } else {
        Format::Table
    }
}

/// Reads a file as the mapping says, or as it seems to be, when it holds no more than is taken in one step.
pub fn read(bytes: &[u8], mapping: &Mapping, metadata: Option<&Metadata>, today: Date) -> Reading {
    read_up_to(MAX_ROWS, bytes, (mapping, metadata), today)
}

/// Reads a file of at most so many values, or rows.
pub fn read_up_to(
    most: usize,
    bytes: &[u8],
    (mapping, metadata): (&Mapping, Option<&Metadata>),
    today: Date,
) -> Reading {
    if bytes.is_empty() || MAX_BYTES < bytes.len() {
        let mut reading = Reading::default();
        if !bytes.is_empty() {
            let args = vec![("max", (MAX_BYTES >> 20).to_string())];
            reading.problems.line(1, None, "indicators-import-too-large-to-read", args);
        }
        return reading.done();
    }
    let Some(format) = mapping.format.or_else(|| recognise(bytes)) else {
        let mut reading = Reading::default();
        reading.refuse(1, "indicators-import-unknown");
        return reading;
    };
    let fresh = Reading::up_to(most);
    let as_table = |read: &dyn Fn(&Table, Reading) -> Reading| as_table(most, bytes, mapping, read);
    let mut reading = match format {
        Format::JsonStat => jsonstat::read(&plain(bytes), today, fresh),
        Format::Dhis2Json => dhis2::json(&plain(bytes), today, fresh),
        Format::Nki => nki::read(&plain(bytes), today, fresh),
        Format::Fhir => report::read(&plain(bytes), today, fresh),
        Format::Dhis2Xml => as_text(bytes, |text| dhis2::xml(text, today, fresh)),
        Format::Adx => as_text(bytes, |text| adx::read(text, today, fresh)),
        Format::Table => as_table(&|table, fresh| table::read(table, mapping, today, fresh)),
        Format::Dhis2Csv => as_table(&|table, fresh| dhis2::csv(table, today, fresh)),
        Format::SkdeCases => as_table(&|table, fresh| skde::cases(table, today, fresh)),
        Format::SkdeCoverage => as_table(&|table, fresh| skde::coverage(table, today, fresh)),
    };
    if let Some(metadata) = metadata.filter(|_| reading.problems.is_empty()) {
        metadata.check(&mut reading);
        metadata.validate(&mut reading);
    }
    reading
}

/// JSON as UTF-8 without its mark, whatever letters it came in.
fn plain(bytes: &[u8]) -> Vec<u8> {
    match decode(bytes) {
        Ok(text) => text.into_owned().into_bytes(),
        // What is no text is no JSON either, and is told as that.
        Err(_) => bytes.to_vec(),
    }
}

fn as_text(bytes: &[u8], read: impl FnOnce(&str) -> Reading) -> Reading {
    match decode(bytes) {
        Ok(text) => read(&text),
        Err(fault) => refused(&fault),
    }
}

/// Opens a table; what cannot be opened is refused with a reason.
///
/// # Errors
///
/// The reading that says why.
pub fn open(bytes: &[u8], sheet: Option<&str>) -> Result<Table, Box<Reading>> {
    open_up_to(MAX_ROWS, bytes, sheet)
}

fn open_up_to(most: usize, bytes: &[u8], sheet: Option<&str>) -> Result<Table, Box<Reading>> {
    varde_document::read(Cursor::new(bytes), sheet, &limits(most)).map_err(|fault| Box::new(refused(&fault)))
}

fn as_table(most: usize, bytes: &[u8], mapping: &Mapping, read: &dyn Fn(&Table, Reading) -> Reading) -> Reading {
    match open_up_to(most, bytes, mapping.sheet.as_deref()) {
        Ok(table) => {
            let mut reading = read(&table, Reading::up_to(most));
            for note in &table.notes {
                remark(note, &mut reading);
            }
            reading
        }
        Err(refused) => *refused,
    }
}

fn refused(fault: &Fault) -> Reading {
    let mut reading = Reading::default();
    let (line, key, args) = table::refusal(fault);
    reading.problems.line(line, None, key, args);
    reading
}

fn remark(note: &Note, reading: &mut Reading) {
    match note {
        Note::NoLastLineEnd => reading.remark("indicators-import-note-cut", vec![]),
        Note::Mended(n) => reading.remark("indicators-import-note-mended", vec![("n", n.to_string())]),
        Note::Merged(places) => reading.remark("indicators-import-note-merged", vec![("places", places.join(", "))]),
        Note::HiddenRows(n) => reading.remark("indicators-import-note-hidden-rows", vec![("n", n.to_string())]),
        Note::HiddenColumns(n) => reading.remark("indicators-import-note-hidden-columns", vec![("n", n.to_string())]),
        Note::OtherSheets(names) => reading.remark("indicators-import-note-sheets", vec![("names", names.join(", "))]),
    }
}

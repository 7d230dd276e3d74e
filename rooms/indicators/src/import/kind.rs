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
    hex::encode(Sha256::digest(bytes))
}

/// How much of a table is taken in.
pub fn limits() -> Limits {
    Limits { rows: MAX_ROWS + 1, bytes: 64 << 20, ..Limits::default() }
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

/// Reads a file as the mapping says, or as it seems to be.
pub fn read(bytes: &[u8], mapping: &Mapping, metadata: Option<&Metadata>, today: Date) -> Reading {
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
    let mut reading = match format {
        Format::JsonStat => jsonstat::read(&plain(bytes), today),
        Format::Dhis2Json => dhis2::json(&plain(bytes), today),
        Format::Nki => nki::read(&plain(bytes), today),
        Format::Fhir => report::read(&plain(bytes), today),
        Format::Dhis2Xml => as_text(bytes, |text| dhis2::xml(text, today)),
        Format::Adx => as_text(bytes, |text| adx::read(text, today)),
        Format::Table => as_table(bytes, mapping, |read| table::read(read, mapping, today)),
        Format::Dhis2Csv => as_table(bytes, mapping, |table| dhis2::csv(table, today)),
        Format::SkdeCases => as_table(bytes, mapping, |table| skde::cases(table, today)),
        Format::SkdeCoverage => as_table(bytes, mapping, |table| skde::coverage(table, today)),
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

fn as_text(bytes: &[u8], read: impl Fn(&str) -> Reading) -> Reading {
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
    varde_document::read(Cursor::new(bytes), sheet, &limits()).map_err(|fault| Box::new(refused(&fault)))
}

fn as_table(bytes: &[u8], mapping: &Mapping, read: impl Fn(&Table) -> Reading) -> Reading {
    match open(bytes, mapping.sheet.as_deref()) {
        Ok(table) => {
            let mut reading = read(&table);
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

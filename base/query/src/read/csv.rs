//! Events as CSV: one row each.
//!
//! Columns, in any order, by name; the first five must be there: `person`, `event` (the source's own ids),
//! `kind` (stay, operation, review, residency, contact), `unit`, `start`; then `end`, `residence`,
//! `born` or `age`, `sex` (male, female, unknown; 1, 2, 0; m, f, k), `acute`, `code`, `died`,
//! `done` (when what is due after the end was done), `outcome`, `followed`. Separated by `;`, `,` or tab; UTF-8
//! with or without a mark, or Latin-1. An empty field is not known.

use std::io::{BufRead as _, BufReader, Read};

use jiff::tz::TimeZone;
use varde_events::{Event, Kind, Sex};

use super::time::{Instant, age, days_between, death, instant};
use super::{Fault, Problem};
use crate::{Keys, Receive};

const COLUMNS: [&str; 16] = [
    "person",
    "event",
    "kind",
    "unit",
    "start",
    "end",
    "residence",
    "born",
    "age",
    "sex",
    "acute",
    "code",
    "died",
    "done",
    "outcome",
    "followed",
];
/// How many of them must be there.
const NEEDED: usize = 5;

/// Reads one CSV file of a source's delivery; `file` is its number in it.
///
/// # Errors
///
/// [`std::io::Error`] when the file or the disk fails. What is wrong with the rows goes to the receiver.
pub fn read(
    (file, input): (usize, impl Read),
    (source, keys, zone): (&str, &Keys, &TimeZone),
    into: &mut dyn Receive,
) -> Result<(), std::io::Error> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let head = input.fill_buf()?;
    let mark = usize::from(head.starts_with(b"\xef\xbb\xbf")) * 3;
    let first: Vec<u8> = head.iter().copied().take_while(|byte| *byte != b'\n').collect();
    input.consume(mark);
    let count = |wanted: u8| first.split(|byte| *byte == wanted).count();
    let separator = [b';', b'\t', b','].into_iter().max_by_key(|byte| count(*byte)).unwrap_or(b';');
    // The reader of the library ends a last quoted field by itself where the file ends in it; the number of fields tells.
    let mut lines =
        ::csv::ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(true).from_reader(input);
    let header = match lines.byte_headers() {
        Ok(header) => header.clone(),
        Err(error) => return Err(broken_file(error)),
    };
    let mut row = Row { file, line: 1, source, keys, zone, at: [None; COLUMNS.len()], faults: Vec::new() };
    for (place, name) in header.iter().enumerate() {
        let name = String::from_utf8_lossy(name).trim().to_lowercase();
        match COLUMNS.iter().position(|column| *column == name) {
            Some(column) => row.set(column, place),
            None => row.fault("", Fault::UnknownColumn),
        }
    }
    for (column, name) in COLUMNS.iter().enumerate().take(NEEDED) {
        if row.place(column).is_none() {
            row.fault(name, Fault::Missing);
        }
    }
    if row.tell(into) {
        return Ok(());
    }
    let mut record = ::csv::ByteRecord::new();
    loop {
        match lines.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(error) => return Err(broken_file(error)),
        }
        row.line = record.position().map_or(0, ::csv::Position::line);
        if record.len() == header.len() {
            if let Some(event) = row.read(&record, into) {
                into.event((row.file, row.line), event)?;
            }
        } else {
            row.fault("", Fault::Broken);
        }
        row.tell(into);
    }
}

fn broken_file(error: ::csv::Error) -> std::io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        // Bytes of any sort and rows of any length are read, so nothing else is left to go wrong.
        other => std::io::Error::other(format!("{other:?}")),
    }
}

/// One row being read, with where its columns are.
struct Row<'a> {
    file: usize,
    line: u64,
    source: &'a str,
    keys: &'a Keys,
    zone: &'a TimeZone,
    at: [Option<usize>; COLUMNS.len()],
    faults: Vec<(&'static str, Fault)>,
}

impl Row<'_> {
    fn set(&mut self, column: usize, place: usize) {
        if let Some(at) = self.at.get_mut(column) {
            *at = Some(place);
        }
    }

    fn place(&self, column: usize) -> Option<usize> {
        self.at.get(column).copied().flatten()
    }

    fn fault(&mut self, column: &'static str, fault: Fault) {
        self.faults.push((column, fault));
    }

    /// Hands the row's faults over; whether there were any.
    fn tell(&mut self, into: &mut dyn Receive) -> bool {
        let any = !self.faults.is_empty();
        for (column, fault) in self.faults.drain(..) {
            into.problem(Problem { file: self.file, line: self.line, column, fault });
        }
        any
    }

    /// A field; none when it is empty or its column is not there.
    fn text(&self, record: &::csv::ByteRecord, name: &str) -> Option<String> {
        let column = COLUMNS.iter().position(|column| *column == name)?;
        let bytes = record.get(self.place(column)?)?;
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            // Older files are Latin-1, whose bytes are the first characters of Unicode.
            Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
        };
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn needed(&mut self, record: &::csv::ByteRecord, name: &'static str) -> Option<String> {
        let text = self.text(record, name);
        if text.is_none() {
            self.fault(name, Fault::Missing);
        }
        text
    }

    /// A field read by `read`; a fault when it is filled and cannot be.
    fn read_by<T>(
        &mut self,
        record: &::csv::ByteRecord,
        name: &'static str,
        fault: Fault,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(record, name)?;
        let found = read(&text);
        if found.is_none() {
            self.fault(name, fault);
        }
        found
    }

    fn instant(&mut self, record: &::csv::ByteRecord, name: &'static str) -> Option<Instant> {
        let zone = self.zone;
        self.read_by(record, name, Fault::NoInstant, |text| instant(text, zone))
    }

    fn yes_no(&mut self, record: &::csv::ByteRecord, name: &'static str) -> Option<bool> {
        self.read_by(record, name, Fault::NeitherYesNorNo, yes_no)
    }

    fn read(&mut self, record: &::csv::ByteRecord, into: &mut dyn Receive) -> Option<Event> {
        let person = self.needed(record, "person");
        let event = self.needed(record, "event");
        let unit = self.needed(record, "unit");
        self.needed(record, "kind");
        self.needed(record, "start");
        let kind = self.read_by(record, "kind", Fault::UnknownName, |name| Kind::from_name(&name.to_lowercase()));
        let start = self.instant(record, "start");
        let end = self.instant(record, "end");
        let born = self.instant(record, "born");
        let zone = self.zone;
        let died = self.read_by(record, "died", Fault::NoInstant, |text| death(text, zone));
        let done = self.instant(record, "done");
        let typed_age = self.read_by(record, "age", Fault::NoNumber, |text| {
            text.parse::<i32>().ok().filter(|age| (0..=130).contains(age))
        });
        let sex = self.read_by(record, "sex", Fault::UnknownName, sex);
        let code = self.read_by(record, "code", Fault::NoCode, plain_code);
        let (acute, outcome) = (self.yes_no(record, "acute"), self.yes_no(record, "outcome"));
        let followed = self.yes_no(record, "followed");
        let residence = self.text(record, "residence");
        let (person, event, unit, kind, start) = (person?, event?, unit?, kind?, start?);
        if end.is_some_and(|end| end.second < start.second) {
            self.fault("end", Fault::BeforeStart);
        }
        if died.is_some_and(|died| died < start.second) {
            self.fault("died", Fault::BeforeStart);
        }
        let age = match born {
            None => typed_age,
            Some(born) => {
                let years = age(born.day, start.day);
                if years.is_none() {
                    self.fault("born", Fault::BeforeStart);
                }
                years
            }
        };
        if !self.faults.is_empty() {
            return None;
        }
        Some(Event {
            person: self.keys.person(&person),
            event: self.keys.event(self.source, &event),
            kind,
            unit: into.place(&unit),
            residence: residence.map(|code| into.place(&code)),
            start: start.second,
            end: end.map(|end| end.second),
            month: start.month,
            end_month: end.map(|end| end.month),
            age,
            sex: sex.unwrap_or(Sex::Unknown),
            acute,
            code: code.unwrap_or_default(),
            died,
            lag_days: end.zip(done).map(|(end, done)| days_between(end.day, done.day)),
            outcome,
            followed,
        })
    }
}

fn yes_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "1" | "true" | "yes" | "ja" | "y" | "j" => Some(true),
        "0" | "false" | "no" | "nei" | "n" => Some(false),
        _ => None,
    }
}

fn sex(text: &str) -> Option<Sex> {
    match text.to_lowercase().as_str() {
        "1" | "m" | "male" | "mann" => Some(Sex::Male),
        "2" | "f" | "k" | "female" | "kvinne" => Some(Sex::Female),
        "0" | "9" | "u" | "unknown" | "ukjent" | "other" => Some(Sex::Unknown),
        _ => None,
    }
}

/// A code in capital letters and digits: `S72.0` is `S720`.
pub(super) fn plain_code(text: &str) -> Option<String> {
    let code: String =
        text.chars().filter(|letter| !matches!(letter, '.' | ' ' | '-' | '+' | '*')).collect::<String>().to_uppercase();
    (!code.is_empty() && code.len() <= 20 && code.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(code)
}

//! From bytes to rows.

use std::borrow::Cow;
use std::collections::HashMap;

use jiff::civil::Date;
use varde_kernel::Problems;
use varde_web::{MAX_TEXT, read_number};

use super::{Line, MAX_PROBLEMS, MAX_ROWS};
use crate::model::Entry;
use crate::rules;

/// The columns, with the Norwegian names that are read too.
const COLUMNS: &[(&str, &[&str])] = &[
    ("indicator", &["indikator"]),
    ("unit", &["enhet", "eining"]),
    ("period", &["periode"]),
    ("numerator", &["teller", "teljar"]),
    ("denominator", &["nevner", "nemnar"]),
    ("value", &["verdi"]),
    ("source", &["kilde", "kjelde"]),
    ("stratum", &[]),
    ("provisional", &["foreløpig", "førebels"]),
];
/// Columns that a file cannot be without.
const NEEDED: &[&str] = &["indicator", "unit", "period"];

/// The text of a file: UTF-8 with or without its mark, UTF-16 with it, otherwise Latin-1.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0,
        },
    }
}

/// Reads a file. Pure: the same bytes on the same day give the same rows and problems.
pub fn read(bytes: &[u8], today: Date) -> (Vec<Line>, Problems) {
    let text = decode(bytes).replace("\r\n", "\n").replace('\r', "\n");
    let mut problems = Problems::new();
    let mut lines = Vec::new();
    let Some(head) = text.lines().find(|line| !line.trim().is_empty()) else {
        problems.line(1, None, "indicators-import-empty", vec![]);
        return (lines, problems);
    };
    let delimiter = [b';', b'\t', b','].into_iter().find(|mark| head.as_bytes().contains(mark)).unwrap_or(b';');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let columns = match reader.headers() {
        Ok(headers) => columns(headers, &mut problems),
        Err(_) => HashMap::new(),
    };
    if !problems.is_empty() {
        return (lines, problems);
    }
    let mut row = Reading { columns, today, decimal: None, problems };
    let n_columns = reader.headers().map_or(0, csv::StringRecord::len);
    let mut counted = Counted { byte: 0, line: 1 };
    for record in reader.records() {
        let Ok(record) = record else {
            row.problems.line(lines.len() + 2, None, "indicators-import-broken", vec![]);
            break;
        };
        let start = record.position().and_then(|place| usize::try_from(place.byte()).ok()).unwrap_or(0);
        let line = counted.line_at(text.as_bytes(), start);
        if record.iter().all(str::is_empty) {
            continue;
        }
        if MAX_ROWS <= lines.len() {
            row.problems.line(line, None, "indicators-import-too-many", vec![("max", MAX_ROWS.to_string())]);
            break;
        }
        if MAX_PROBLEMS <= row.problems.len() {
            break;
        }
        if n_columns < record.len() {
            row.problems.line(line, None, "indicators-import-too-wide", vec![("n", n_columns.to_string())]);
            continue;
        }
        lines.extend(row.line(line, &record));
    }
    if lines.is_empty() && row.problems.is_empty() {
        row.problems.line(1, None, "indicators-import-empty", vec![]);
    }
    (lines, row.problems)
}

/// How far lines have been counted. The reader's own count is off by the empty lines it passes over.
struct Counted {
    byte: usize,
    line: usize,
}

impl Counted {
    /// The line on which the row that begins at `start` really begins.
    fn line_at(&mut self, text: &[u8], start: usize) -> usize {
        let blank = text.get(start..).unwrap_or_default().iter().take_while(|byte| **byte == b'\n').count();
        let end = start + blank;
        let passed = text.get(self.byte..end).unwrap_or_default();
        self.line += passed.split(|byte| *byte == b'\n').count().saturating_sub(1);
        self.byte = end.max(self.byte);
        self.line
    }
}

/// Where each column stands.
fn columns(headers: &csv::StringRecord, problems: &mut Problems) -> HashMap<&'static str, usize> {
    let mut places = HashMap::new();
    for (place, header) in headers.iter().enumerate() {
        let header = header.trim_start_matches('\u{feff}').trim().to_lowercase();
        let known = COLUMNS.iter().find(|(name, others)| *name == header || others.contains(&header.as_str()));
        match known {
            Some((name, _)) if places.insert(*name, place).is_some() => {
                problems.line(1, Some(name), "indicators-import-column-twice", vec![]);
            }
            Some(_) => {}
            None if header.is_empty() => {}
            None => {
                let shown: String = header.chars().filter(|letter| !letter.is_control()).take(60).collect();
                problems.line(1, Some(&shown), "indicators-import-column-unknown", vec![]);
            }
        }
    }
    for name in NEEDED {
        if !places.contains_key(name) {
            problems.line(1, Some(name), "indicators-import-column-missing", vec![]);
        }
    }
    places
}

struct Reading {
    columns: HashMap<&'static str, usize>,
    today: Date,
    /// The decimal mark of the file, once one has been seen.
    decimal: Option<char>,
    problems: Problems,
}

impl Reading {
    fn line(&mut self, line: usize, record: &csv::StringRecord) -> Option<Line> {
        let before = self.problems.len();
        let indicator = self.text(line, record, "indicator");
        let unit = self.text(line, record, "unit");
        for (name, text) in [("indicator", &indicator), ("unit", &unit)] {
            if text.is_empty() {
                self.problems.line(line, Some(name), "web-problem-required", vec![]);
            }
        }
        let written = self.text(line, record, "period");
        let period = rules::read_period(&written, self.today)
            .map_err(|fault| self.problems.line(line, Some("period"), fault.key(), vec![]))
            .ok();
        let entry = Entry {
            numerator: self.number(line, record, "numerator"),
            denominator: self.number(line, record, "denominator"),
            value: self.number(line, record, "value"),
            provisional: self.yes(line, record, "provisional"),
            source: self.text(line, record, "source"),
            ..Entry::default()
        };
        let stratum = self.text(line, record, "stratum");
        let period = period?;
        (before == self.problems.len()).then_some(Line { line, indicator, unit, stratum, period, entry })
    }

    fn cell<'a>(&self, record: &'a csv::StringRecord, name: &str) -> &'a str {
        self.columns.get(name).and_then(|place| record.get(*place)).unwrap_or_default()
    }

    fn text(&mut self, line: usize, record: &csv::StringRecord, name: &str) -> String {
        let text = self.cell(record, name);
        if MAX_TEXT < text.chars().count() {
            self.problems.line(line, Some(name), "web-problem-too-long", vec![("max", MAX_TEXT.to_string())]);
        }
        if text.contains(char::is_control) {
            self.problems.line(line, Some(name), "web-problem-control-characters", vec![]);
        }
        text.to_owned()
    }

    fn number(&mut self, line: usize, record: &csv::StringRecord, name: &str) -> Option<f64> {
        let text = self.cell(record, name);
        if text.is_empty() {
            return None;
        }
        // A file with both 13,7 and 13.7 has been through two programs; one of them meant thousands.
        if let Some(mark) = text.chars().find(|letter| matches!(letter, ',' | '.'))
            && *self.decimal.get_or_insert(mark) != mark
        {
            self.problems.line(line, Some(name), "indicators-import-mixed-decimals", vec![]);
            return None;
        }
        let number = read_number(text);
        if number.is_none() {
            self.problems.line(line, Some(name), "web-problem-number", vec![]);
        }
        number
    }

    fn yes(&mut self, line: usize, record: &csv::StringRecord, name: &str) -> bool {
        match self.cell(record, name).to_lowercase().as_str() {
            "" | "0" | "nei" | "no" | "false" | "n" => false,
            "1" | "ja" | "yes" | "true" | "j" | "y" | "x" => true,
            _ => {
                self.problems.line(line, Some(name), "indicators-import-yes-or-no", vec![]);
                false
            }
        }
    }
}

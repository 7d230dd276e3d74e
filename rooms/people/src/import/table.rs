//! Tables as files: which letters they are written in, which mark stands between columns, and rows
//! that know their line.

use std::collections::HashMap;

use varde_kernel::{Place, Problem, Problems};

/// The largest table that is read.
const MAX_BYTES: usize = 20 * 1024 * 1024;

/// A table with a header.
pub(super) struct Table {
    /// The rows.
    pub(super) rows: Vec<Record>,
    /// The columns, each by its own name and as the file calls it, in the order of the file.
    heads: Vec<(String, String)>,
}

impl Table {
    /// Problems in the order of the file, with its columns called what it calls them.
    pub(super) fn told(&self, problems: &Problems) -> Problems {
        let column = |name: &str| self.heads.iter().position(|(known, _)| known == name);
        let mut sorted: Vec<&Problem> = problems.iter().collect();
        sorted.sort_by_key(|problem| match &problem.place {
            Place::Line(line, name) => (*line, name.as_deref().and_then(column)),
            Place::Whole | Place::Field(_) => (0, None),
        });
        let mut told = Problems::new();
        for problem in sorted {
            let place = match &problem.place {
                Place::Line(line, Some(name)) => {
                    let head = column(name).and_then(|place| self.heads.get(place));
                    Place::Line(*line, Some(head.map_or_else(|| name.clone(), |(_, head)| head.clone())))
                }
                other => other.clone(),
            };
            told.push(place, problem.key, problem.args.clone());
        }
        told
    }
}

/// A row, and the line it begins on.
pub(super) struct Record {
    /// The line in the file; the first is 1.
    pub(super) line: usize,
    values: HashMap<String, String>,
}

impl Record {
    /// The text of a column, trimmed; empty when there is none.
    pub(super) fn text(&self, column: &str) -> &str {
        self.values.get(column).map_or("", |value| value.trim())
    }
}

/// The text of a file written in UTF-8 (with or without its mark) or Latin-1.
fn decode(bytes: &[u8], problems: &mut Problems) -> Option<String> {
    let whole = |key, problems: &mut Problems| problems.push(Place::Whole, key, Vec::new());
    if MAX_BYTES < bytes.len() {
        whole("people-import-too-large", problems);
        return None;
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.contains(&0) {
        whole("people-import-encoding", problems);
        return None;
    }
    let plain = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(plain) {
        return Some(text.to_owned());
    }
    if plain.len() < bytes.len() {
        // It says that it is UTF-8, and is not.
        whole("people-import-encoding", problems);
        return None;
    }
    let (text, _, _) = encoding_rs::WINDOWS_1252.decode(bytes);
    // Letters that no Norwegian text holds tell of some third way of writing.
    if text.contains(|letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')) {
        whole("people-import-encoding", problems);
        return None;
    }
    Some(text.into_owned())
}

/// Reads a table. `names` gives each column by every name it may have; the first is the one that
/// [`Record::text`] knows. `required` columns must be there.
pub(super) fn read(
    bytes: &[u8],
    names: &[&[&'static str]],
    required: &[&str],
    problems: &mut Problems,
) -> Option<Table> {
    let text = decode(bytes, problems)?;
    let header = text.lines().next().unwrap_or_default();
    let mark = if header.matches(';').count() < header.matches(',').count() { b',' } else { b';' };
    let mut reader = csv::ReaderBuilder::new().delimiter(mark).flexible(true).from_reader(text.as_bytes());
    let heads: Vec<(String, String)> = match reader.headers() {
        Ok(header) => header.iter().map(|name| (canonical(name, names), name.trim().to_owned())).collect(),
        Err(_) => Vec::new(),
    };
    let columns: Vec<String> = heads.iter().map(|(column, _)| column.clone()).collect();
    let mut complete = true;
    for column in required {
        if !columns.iter().any(|known| known == column) {
            problems.line(1, Some(column), "people-import-column-missing", vec![("column", (*column).to_owned())]);
            complete = false;
        }
    }
    for (place, column) in columns.iter().enumerate() {
        if !names.iter().any(|known| known.contains(&column.as_str())) {
            problems.line(1, Some(column), "people-import-column-unknown", vec![("column", column.clone())]);
            complete = false;
        } else if columns.iter().take(place).any(|earlier| earlier == column) {
            problems.line(1, Some(column), "people-import-column-twice", vec![("column", column.clone())]);
            complete = false;
        }
    }
    if !complete {
        return None;
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else {
            problems.push(Place::Whole, "people-import-not-table", Vec::new());
            return None;
        };
        let line = record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
        if record.iter().all(|value| value.trim().is_empty()) {
            continue;
        }
        if columns.len() < record.len() && record.iter().skip(columns.len()).any(|value| !value.trim().is_empty()) {
            problems.line(line, None, "people-import-too-many-columns", Vec::new());
        }
        let values = columns.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
        rows.push(Record { line, values });
    }
    if rows.is_empty() {
        problems.push(Place::Whole, "people-import-empty", Vec::new());
        return None;
    }
    Some(Table { rows, heads })
}

fn canonical(name: &str, names: &[&[&'static str]]) -> String {
    let name = name.trim().to_lowercase().replace([' ', '-'], "_");
    let known = names.iter().find(|known| known.contains(&name.as_str()));
    known.and_then(|known| known.first()).map_or(name, |first| (*first).to_owned())
}

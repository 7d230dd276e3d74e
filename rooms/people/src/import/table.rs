//! Tables as files, with named columns and rows that know their line.

use std::collections::HashMap;
use std::io::Cursor;

use varde_document::{Fault, Limits, Rows};
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

/// What stands in the rows of a file, each with its line; names are kept for good, so that letters of two kinds in one
/// file are refused rather than guessed.
fn lines(bytes: &[u8]) -> Result<Vec<(usize, Vec<String>)>, Fault> {
    if MAX_BYTES < bytes.len() {
        let told = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
        return Err(Fault::TooLarge { bytes: told(bytes.len()), max: told(MAX_BYTES) });
    }
    let rows = Rows::open(Cursor::new(bytes), &Limits { rows: usize::MAX, ..Limits::default() })?;
    if let Some(line) = rows.mixed {
        return Err(Fault::Encoding { line });
    }
    rows.map(|row| row.map(|row| (row.line, row.cells.iter().map(|cell| cell.text().into_owned()).collect()))).collect()
}

/// Notes why a file is no table.
fn refuse(fault: &Fault, problems: &mut Problems) {
    match fault {
        Fault::TooLarge { .. } => problems.push(Place::Whole, "people-import-too-large", Vec::new()),
        Fault::Encoding { line } => problems.line(*line, None, "people-import-encoding", Vec::new()),
        Fault::Unfinished { line } => problems.line(*line, None, "people-import-cut", Vec::new()),
        Fault::TooWide { line, .. } | Fault::CellTooLong { line, .. } => {
            problems.line(*line, None, "people-import-not-table", Vec::new());
        }
        _ => problems.push(Place::Whole, "people-import-not-table", Vec::new()),
    }
}

/// Reads a table. `names` gives each column by every name it may have; the first is the one that
/// [`Record::text`] knows. `required` columns must be there.
pub(super) fn read(
    bytes: &[u8],
    names: &[&[&'static str]],
    required: &[&str],
    problems: &mut Problems,
) -> Option<Table> {
    let lines = lines(bytes).map_err(|fault| refuse(&fault, problems)).ok()?;
    let mut lines = lines.into_iter();
    let (first, header) = lines.next().unwrap_or((1, Vec::new()));
    let heads: Vec<(String, String)> =
        header.iter().map(|name| (canonical(name, names), name.trim().to_owned())).collect();
    let columns: Vec<String> = heads.iter().map(|(column, _)| column.clone()).collect();
    let mut complete = true;
    for column in required {
        if !columns.iter().any(|known| known == column) {
            problems.line(first, Some(column), "people-import-column-missing", vec![("column", (*column).to_owned())]);
            complete = false;
        }
    }
    for (place, column) in columns.iter().enumerate() {
        if !names.iter().any(|known| known.contains(&column.as_str())) {
            problems.line(first, Some(column), "people-import-column-unknown", vec![("column", column.clone())]);
            complete = false;
        } else if columns.iter().take(place).any(|earlier| earlier == column) {
            problems.line(first, Some(column), "people-import-column-twice", vec![("column", column.clone())]);
            complete = false;
        }
    }
    if !complete {
        return None;
    }
    let mut rows = Vec::new();
    for (line, cells) in lines {
        if cells.iter().skip(columns.len()).any(|cell| !cell.is_empty()) {
            problems.line(line, None, "people-import-too-many-columns", Vec::new());
        }
        rows.push(Record { line, values: columns.iter().cloned().zip(cells).collect() });
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

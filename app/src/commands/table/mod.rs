//! Tables that people hand to a command: how they are opened, which columns they have, what their rows are
//! about, and all that is wrong with them at once.

mod along;
mod faults;
mod scale;

use std::fs::File;
use std::io::{Cursor, Read as _, stdin};
use std::path::Path;

use varde_document::{Cell, Kind, Limits, Note, Table};
use varde_indicators::import::table::refusal;
use varde_web::{Arg, Say};

use super::Failure;

pub use along::{Axis, compare, date, keys};
pub use faults::Faults;
pub use scale::{Scale, probability};

/// Reads a table; `-` is standard input.
pub fn open(file: &Path, sheet: Option<&str>, say: &Say) -> Result<Table, Failure> {
    let read = if file == Path::new("-") {
        let mut bytes = Vec::new();
        stdin().lock().take(Limits::default().bytes + 1).read_to_end(&mut bytes)?;
        varde_document::read(Cursor::new(bytes), sheet, &Limits::default())
    } else {
        let opened = File::open(file).map_err(|error| Failure::Asked(format!("{}: {error}", file.display())))?;
        varde_document::read(opened, sheet, &Limits::default())
    };
    read.map_err(|fault| {
        let (line, key, args) = refusal(&fault);
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, value.into())).collect();
        Failure::Asked(format!("{}:{line}: {}", file.display(), say.with(key, &args)))
    })
}

/// A column of the table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its place, from 0.
    pub at: usize,
    /// What one calls it when one looks for it in the file.
    pub name: String,
}

/// The column of this name, without regard to letter case.
pub fn find(table: &Table, name: &str) -> Option<Column> {
    let head = table.rows.first().map(|row| row.cells.as_slice()).unwrap_or_default();
    let wanted = plain(name);
    let at = head.iter().position(|cell| plain(&cell.text()) == wanted)?;
    let name = match table.kind {
        Kind::Xlsx => format!("{} ({name})", table.column_name(at)),
        _ => name.to_owned(),
    };
    Some(Column { at, name })
}

fn plain(name: &str) -> String {
    name.trim_start_matches('\u{feff}').trim().to_lowercase()
}

/// The columns of these names; all that are not there are told at once.
pub fn columns<const N: usize>(table: &Table, names: [&str; N], say: &Say) -> Result<[Column; N], Failure> {
    let found: Vec<Column> = names.iter().filter_map(|name| find(table, name)).collect();
    <[Column; N]>::try_from(found).map_err(|_| {
        let missing: Vec<&str> = names.into_iter().filter(|name| find(table, name).is_none()).collect();
        no_columns(table, &missing, say)
    })
}

/// The column of this name, where one was asked for.
pub fn asked(table: &Table, name: Option<&str>, say: &Say) -> Result<Option<Column>, Failure> {
    name.map(|name| find(table, name).ok_or_else(|| no_columns(table, &[name], say))).transpose()
}

/// What is said of columns that are not there.
pub fn no_columns(table: &Table, names: &[&str], say: &Say) -> Failure {
    let head = table.rows.first().map(|row| row.cells.as_slice()).unwrap_or_default();
    // What is no text must not reach the terminal as it is.
    let shown = |cell: &Cell| cell.text().chars().filter(|letter| !letter.is_control()).take(60).collect();
    let known: Vec<String> = head.iter().map(shown).collect();
    let told = |name: &&str| {
        say.with("app-table-no-column", &[("name", Arg::from(*name)), ("known", known.join(", ").into())])
    };
    Failure::Asked(names.iter().map(told).collect::<Vec<_>>().join("\n  "))
}

/// How many names are written out before the rest are only counted.
pub const NAMED: usize = 12;

/// Names with commas; the many that nobody reads are counted.
pub fn listed(say: &Say, names: impl ExactSizeIterator<Item = String>) -> String {
    let more = names.len().saturating_sub(NAMED);
    let mut text = names.take(NAMED).collect::<Vec<_>>().join(", ");
    if 0 < more {
        text.push_str(&say.with("app-table-more", &[("n", more.into())]));
    }
    text
}

/// That rows lack a number, and which; nothing when none does.
pub fn missing_words(say: &Say, lines: &[usize]) -> Option<String> {
    let named = listed(say, lines.iter().map(ToString::to_string));
    let args = [("n", Arg::from(lines.len())), ("lines", named.into())];
    (!lines.is_empty()).then(|| say.with("app-table-missing", &args))
}

/// Lines with a number that is not whole where persons or events seem to be counted: on a chart of counts any, and
/// otherwise the few among many, out of a denominator. Each row is its line, numerator and denominator.
pub fn fractions(rows: impl Iterator<Item = (usize, Option<f64>, Option<f64>)>, kind: Option<Counted>) -> Vec<usize> {
    let is_broken = |number: Option<f64>| number.is_some_and(|number| number.fract() != 0.0);
    let (mut found, mut n_out_of) = (Vec::new(), 0);
    for (line, over, under) in rows {
        n_out_of += usize::from(over.is_some() && under.is_some());
        if is_broken(over) || kind == Some(Counted::Both) && is_broken(under) {
            found.push(line);
        }
    }
    if kind.is_none() && n_out_of < 10 * found.len() {
        found.clear();
    }
    found
}

/// What a chart takes for counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// What stands over the line.
    Over,
    /// What stands over the line and under it.
    Both,
}

impl Counted {
    /// What a chart of this kind takes for counts; none when it takes nothing for one.
    pub const fn of(kind: varde_spc::Kind) -> Option<Self> {
        match kind.counts() {
            true if kind.is_share() => Some(Self::Both),
            true => Some(Self::Over),
            false => None,
        }
    }
}

/// That rows count in fractions, and which; nothing when none does.
pub fn fraction_words(say: &Say, lines: &[usize]) -> Option<String> {
    let named = listed(say, lines.iter().map(ToString::to_string));
    let args = [("n", Arg::from(lines.len())), ("lines", named.into())];
    (!lines.is_empty()).then(|| say.with("app-table-fractions", &args))
}

/// What the file itself makes worth saying.
pub fn note_words(say: &Say, note: &Note) -> String {
    match note {
        Note::NoLastLineEnd => say.t("app-table-note-end"),
        Note::Mended(n) => say.with("app-table-note-mended", &[("n", (*n).into())]),
        Note::Merged(cells) => say.with("app-table-note-merged", &[("cells", cells.join(", ").into())]),
        Note::HiddenRows(n) => say.with("app-table-note-hidden-rows", &[("n", (*n).into())]),
        Note::HiddenColumns(n) => say.with("app-table-note-hidden-columns", &[("n", (*n).into())]),
        Note::OtherSheets(names) => say.with("app-table-note-sheets", &[("names", names.join(", ").into())]),
    }
}

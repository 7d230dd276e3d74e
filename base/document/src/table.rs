//! A table as it was read, and what stops one from being read.

use std::io::{Cursor, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::{Cell, Encoding};

/// How much of a file is taken in.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The largest file, in bytes.
    pub bytes: u64,
    /// The largest file once unpacked (XLSX and Parquet), in bytes.
    pub unpacked: u64,
    /// The most rows.
    pub rows: usize,
    /// The most columns.
    pub columns: usize,
    /// The longest text in a cell, in bytes.
    pub cell: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, unpacked: 512 << 20, rows: 500_000, columns: 1_000, cell: 64 << 10 }
    }
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text with a mark between columns.
    Csv,
    /// A workbook of Excel 2007 or newer.
    Xlsx,
    /// Apache Parquet.
    Parquet,
    /// A workbook of an older Excel, or one locked by a password; not read.
    OldWorkbook,
}

/// Why a file cannot be read as a table.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// More bytes than are taken in.
    #[error("the file has {bytes} bytes; at most {max} are read")]
    TooLarge {
        /// How many it has, or at least has.
        bytes: u64,
        /// How many are taken.
        max: u64,
    },
    /// More rows than are taken in.
    #[error("the file has more than {max} rows")]
    TooManyRows {
        /// How many are taken.
        max: usize,
    },
    /// More columns than are taken in.
    #[error("line {line} has more than {max} columns")]
    TooWide {
        /// The line.
        line: usize,
        /// How many are taken.
        max: usize,
    },
    /// A text that does not end where texts end.
    #[error("line {line} holds a text of more than {max} bytes")]
    CellTooLong {
        /// The line.
        line: usize,
        /// How many bytes are taken.
        max: usize,
    },
    /// The file ends in the middle of a row.
    #[error("the file ends in the middle of line {line}")]
    Unfinished {
        /// The line on which the last row begins.
        line: usize,
    },
    /// Written in letters that are none of UTF-8, UTF-16 and Latin-1, or in two of them at once.
    #[error("the letters of line {line} are none that we know, or not those of the rest of the file")]
    Encoding {
        /// The first such line.
        line: usize,
    },
    /// An old or locked workbook.
    #[error("the workbook is of an old kind or locked; save it as .xlsx without a password")]
    OldWorkbook,
    /// No sheet of this name, or none that is visible.
    #[error("the workbook has no such sheet")]
    NoSheet,
    /// The file is broken, or packed in a way that is not read.
    #[error("the file is broken: {0}")]
    Broken(String),
    /// Reading failed.
    #[error("the file could not be read")]
    Io(#[from] std::io::Error),
}

/// Something one should know about a file that was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The last line does not end as lines do; the file may have been cut there.
    NoLastLineEnd,
    /// So many texts were UTF-8 taken for Latin-1, and have been put right.
    Mended(usize),
    /// Cells that are merged, such as `B2:B5`. Only the first of them holds the value.
    Merged(Vec<String>),
    /// So many rows are hidden in the sheet; they are read like the others.
    HiddenRows(usize),
    /// So many columns are hidden in the sheet; they are read like the others.
    HiddenColumns(usize),
    /// Sheets that were not read.
    OtherSheets(Vec<String>),
}

/// A row with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its line in the file, its row in the sheet, or its record in a Parquet file, whose first is 1
    /// (its column names stand in row 0).
    pub line: usize,
    /// Its cells; a row may be shorter than others.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A cell; empty beyond the end.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}

/// A table as it was read. Rows in which nothing stands are left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the file is.
    pub kind: Kind,
    /// The sheet's name, for a workbook.
    pub sheet: Option<String>,
    /// In which letters it was written, for text.
    pub encoding: Option<Encoding>,
    /// The rows; the first holds the columns' names, as a rule.
    pub rows: Vec<Row>,
    /// What one should know about it.
    pub notes: Vec<Note>,
}

impl Table {
    /// The place of a column as people name it: `C` in a workbook, `3` elsewhere.
    pub fn column_name(&self, column: usize) -> String {
        if self.kind == Kind::Xlsx { letters(column) } else { (column + 1).to_string() }
    }
}

/// `A` for the first column, `AA` for the twenty-seventh.
pub(crate) fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut name = Vec::new();
    while 0 < rest {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        name.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    name.into_iter().rev().collect()
}

/// What a file is, by its first bytes.
pub fn kind_of(start: &[u8]) -> Kind {
    if start.starts_with(b"PK\x03\x04") {
        Kind::Xlsx
    } else if start.starts_with(b"PAR1") {
        Kind::Parquet
    } else if start.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        Kind::OldWorkbook
    } else {
        Kind::Csv
    }
}

/// Reads a table. In a workbook, the sheet of this name, or the first that can be seen.
///
/// # Errors
///
/// [`Fault`] when the file is broken, cut, locked or larger than the limits.
pub fn read(mut source: impl Read + Seek, sheet: Option<&str>, limits: &Limits) -> Result<Table, Fault> {
    let bytes = source.seek(SeekFrom::End(0))?;
    if limits.bytes < bytes {
        return Err(Fault::TooLarge { bytes, max: limits.bytes });
    }
    source.rewind()?;
    let mut start = Vec::new();
    source.by_ref().take(8).read_to_end(&mut start)?;
    source.rewind()?;
    if start.is_empty() {
        return Err(Fault::Empty);
    }
    // The libraries that read packed files are good, and a broken file may still find a way to make
    // one panic; that must refuse the file and nothing more.
    let guarded = |read: &mut dyn FnMut() -> Result<Table, Fault>| {
        catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Fault::Broken("unreadable".into())))
    };
    let mut source = Some(source);
    let table = match kind_of(&start) {
        Kind::Csv => match source.take() {
            Some(source) => crate::csv::table(source, limits),
            None => Err(Fault::Empty),
        },
        Kind::OldWorkbook => Err(Fault::OldWorkbook),
        Kind::Xlsx => guarded(&mut || match source.take() {
            Some(source) => crate::xlsx::table(source, sheet, limits),
            None => Err(Fault::Empty),
        }),
        Kind::Parquet => guarded(&mut || match source.take() {
            Some(source) => crate::parquet::table(source, limits),
            None => Err(Fault::Empty),
        }),
    }?;
    if table.rows.is_empty() { Err(Fault::Empty) } else { Ok(table) }
}

/// Reads a table that lies in memory. See [`read`].
///
/// # Errors
///
/// As [`read`].
pub fn read_bytes(bytes: &[u8], sheet: Option<&str>, limits: &Limits) -> Result<Table, Fault> {
    read(Cursor::new(bytes), sheet, limits)
}

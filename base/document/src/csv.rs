//! Text with a mark between columns, a row at a time and within limits.
//!
//! The reader is our own, since it must tell three things that libraries keep to themselves: the line
//! on which a row really begins, whether the file ends inside a quoted text, and when one text grows
//! beyond all sense. That it reads as the `csv` crate does is tested.

use std::io::{Read, Seek};

use crate::decode::{Decoded, Letters, detect, is_spoilt};
use crate::{Cell, Encoding, Fault, Kind, Limits, Note, Row, Table, mended};

/// Where in a cell the reader is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At its first letter.
    Start,
    /// In a text without quotes.
    Plain,
    /// Between quotes.
    Quoted,
    /// After a quote between quotes: the end of the text, or one half of a quote in it.
    Quote,
}

/// The rows of a text, one at a time; memory does not grow with the file.
pub struct Rows<R> {
    text: Decoded<R>,
    /// In which letters the file is written.
    pub encoding: Encoding,
    /// The first line that is not UTF-8, in a file that otherwise is. Its cells are read one by one as what they are;
    /// a cell in which both are mixed is a fault.
    pub mixed: Option<usize>,
    mark: u8,
    limits: Limits,
    portion: Vec<u8>,
    at: usize,
    line: usize,
    count: usize,
    /// How many cells all rows so far have, while they have the same number.
    width: Option<usize>,
    uneven: bool,
    n_mended: usize,
    ended_in_line: bool,
    done: bool,
}

impl<R: Read + Seek> Rows<R> {
    /// Opens a text: finds out its letters and the mark between its columns.
    ///
    /// # Errors
    ///
    /// [`Fault::Encoding`] when its letters are none that we know; [`Fault::Io`].
    pub fn open(mut source: R, limits: &Limits) -> Result<Self, Fault> {
        let Letters { encoding, mixed } = detect(&mut source)?;
        let mut text = Decoded::new(source, encoding);
        let portion = text.next()?;
        Ok(Self {
            mark: mark_of(&portion),
            text,
            encoding,
            mixed,
            limits: *limits,
            portion,
            at: 0,
            line: 1,
            count: 0,
            width: None,
            uneven: false,
            n_mended: 0,
            ended_in_line: false,
            done: false,
        })
    }

    /// The mark between columns.
    pub fn mark(&self) -> char {
        char::from(self.mark)
    }

    /// What one should know about the file, once all rows have been read.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.ended_in_line {
            notes.push(Note::NoLastLineEnd);
        }
        if 0 < self.n_mended {
            notes.push(Note::Mended(self.n_mended));
        }
        notes
    }

    fn byte(&mut self) -> Result<Option<u8>, Fault> {
        if self.portion.len() <= self.at {
            self.portion = self.text.next()?;
            self.at = 0;
        }
        let byte = self.portion.get(self.at).copied();
        self.at += usize::from(byte.is_some());
        Ok(byte)
    }

    /// The next row in which something stands.
    fn row(&mut self) -> Result<Option<Row>, Fault> {
        loop {
            let first = self.line;
            let mut cells = Vec::new();
            let mut text = Vec::new();
            let mut state = State::Start;
            let ended = loop {
                let Some(byte) = self.byte()? else { break true };
                self.line += usize::from(byte == b'\n');
                let is_end = byte == self.mark || byte == b'\n';
                state = match (state, byte) {
                    (State::Start, b'"') => State::Quoted,
                    (State::Quoted, b'"') => State::Quote,
                    (State::Start | State::Plain | State::Quote, _) if is_end => {
                        self.end_cell(&mut text, &mut cells, first)?;
                        if byte == b'\n' {
                            break false;
                        }
                        State::Start
                    }
                    // Two quotes inside a quoted text are one that belongs to it.
                    (State::Quote, b'"') | (State::Quoted, _) => {
                        text.push(byte);
                        State::Quoted
                    }
                    (State::Start | State::Plain | State::Quote, _) => {
                        text.push(byte);
                        State::Plain
                    }
                };
                if self.limits.cell < text.len() {
                    return Err(Fault::CellTooLong { line: first, max: self.limits.cell });
                }
            };
            if ended {
                self.done = true;
                let is_blank = cells.is_empty() && text.is_empty() && state == State::Start;
                self.ended_in_line = !is_blank;
                if is_blank {
                    return Ok(None);
                }
                self.end_cell(&mut text, &mut cells, first)?;
                let is_short = !self.uneven && 1 < self.count && self.width.is_some_and(|width| cells.len() < width);
                if state == State::Quoted || is_short {
                    return Err(Fault::Unfinished { line: first });
                }
            }
            let row = Row { line: first, cells };
            if row.is_empty() {
                if self.done {
                    return Ok(None);
                }
                continue;
            }
            self.count += 1;
            if self.limits.rows < self.count {
                return Err(Fault::TooManyRows { max: self.limits.rows });
            }
            self.uneven |= *self.width.get_or_insert(row.cells.len()) != row.cells.len();
            return Ok(Some(row));
        }
    }

    fn end_cell(&mut self, text: &mut Vec<u8>, cells: &mut Vec<Cell>, line: usize) -> Result<(), Fault> {
        if self.limits.columns <= cells.len() {
            return Err(Fault::TooWide { line, max: self.limits.columns });
        }
        // Only whole letters came in, so only whole letters go out.
        let whole = String::from_utf8_lossy(text);
        match mended(&whole) {
            Some(mended) => {
                self.n_mended += 1;
                cells.push(Cell::of_text(&mended));
            }
            None if self.mixed.is_some() && is_spoilt(&whole) => return Err(Fault::Encoding { line }),
            None => cells.push(Cell::of_text(&whole)),
        }
        text.clear();
        Ok(())
    }
}

impl<R: Read + Seek> Iterator for Rows<R> {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let row = self.row();
        self.done |= row.is_err();
        row.transpose()
    }
}

/// The mark that stands most often outside quotes in the first line in which something stands.
fn mark_of(portion: &[u8]) -> u8 {
    let line = portion.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
    let mut best = (b';', 0_usize);
    for mark in [b';', b'\t', b','] {
        let mut quoted = false;
        let count = line
            .iter()
            .filter(|byte| {
                quoted ^= **byte == b'"';
                !quoted && **byte == mark
            })
            .count();
        if best.1 < count {
            best = (mark, count);
        }
    }
    best.0
}

pub(crate) fn table(source: impl Read + Seek, limits: &Limits) -> Result<Table, Fault> {
    let mut rows = Rows::open(source, limits)?;
    let encoding = rows.encoding;
    let mut read = Vec::new();
    for row in &mut rows {
        read.push(row?);
    }
    Ok(Table { kind: Kind::Csv, sheet: None, encoding: Some(encoding), rows: read, notes: rows.notes() })
}

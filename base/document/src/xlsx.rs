//! Workbooks of Excel 2007 and newer.

use std::collections::HashMap;
use std::io::{BufReader, Read, Seek};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use jiff::civil::{Date, DateTime};
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::table::letters;
use crate::{Cell, Fault, Kind, Limits, Note, Row, Table};

/// How many times smaller a part of a workbook is packed at most; those that spreadsheets write are 5 to 30.
const DENSEST: u64 = 50;
/// What a part may become however densely it is packed, in bytes.
const SMALL: u64 = 8 << 20;
/// How many merged places are named.
const MOST_NAMED: usize = 20;

pub(crate) fn table(mut source: impl Read + Seek, wanted: Option<&str>, limits: &Limits) -> Result<Table, Fault> {
    let hidden = Hidden::look(&mut source, limits)?;
    source.rewind()?;
    let mut book = Xlsx::new(BufReader::new(source)).map_err(broken)?;
    let sheets = book.sheets_metadata().to_vec();
    let seen = |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    let sheet = match wanted {
        Some(name) => sheets.iter().find(|sheet| sheet.name == name),
        None => sheets.iter().find(seen),
    };
    let name = sheet.map(|sheet| sheet.name.clone()).ok_or(Fault::NoSheet)?;
    let mut notes = Vec::new();
    let others: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).filter(|other| *other != name).collect();
    if !others.is_empty() {
        notes.push(Note::OtherSheets(others));
    }
    let (n_rows, n_columns) = hidden.in_sheet(&name);
    if 0 < n_rows {
        notes.push(Note::HiddenRows(n_rows));
    }
    if 0 < n_columns {
        notes.push(Note::HiddenColumns(n_columns));
    }
    let merged = book.merge_cells_by_sheet_name(&name).map_err(broken)?;
    if !merged.is_empty() {
        let place = |(row, column): (u32, u32)| format!("{}{}", letters(index(column)), index(row) + 1);
        let named = merged.iter().take(MOST_NAMED).map(|area| format!("{}:{}", place(area.start), place(area.end)));
        notes.push(Note::Merged(named.collect()));
    }
    let rows = rows(&mut book, &name, limits)?;
    Ok(Table { kind: Kind::Xlsx, sheet: Some(name), encoding: None, rows, notes })
}

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::Broken(error.to_string().chars().take(200).collect())
}

fn index(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

/// The cells as rows. A cell far away costs nothing: only what is there is kept.
fn rows<R: Read + Seek>(book: &mut Xlsx<R>, name: &str, limits: &Limits) -> Result<Vec<Row>, Fault> {
    let mut reader = book.worksheet_cells_reader(name).map_err(broken)?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(found) = reader.next_cell().map_err(broken)? {
        let (row, column) = found.get_position();
        let (line, column) = (index(row) + 1, index(column));
        let cell = cell(found.get_value());
        if cell.is_empty() {
            continue;
        }
        if limits.columns <= column {
            return Err(Fault::TooWide { line, max: limits.columns });
        }
        if matches!(&cell, Cell::Text(text) if limits.cell < text.len()) {
            return Err(Fault::CellTooLong { line, max: limits.cell });
        }
        if rows.last().is_none_or(|last| last.line != line) {
            if limits.rows <= rows.len() {
                return Err(Fault::TooManyRows { max: limits.rows });
            }
            rows.push(Row { line, cells: Vec::new() });
        }
        if let Some(last) = rows.last_mut() {
            if last.cells.len() <= column {
                last.cells.resize(column + 1, Cell::Empty);
            }
            if let Some(place) = last.cells.get_mut(column) {
                *place = cell;
            }
        }
    }
    rows.sort_by_key(|row| row.line);
    if rows.windows(2).any(|pair| matches!(pair, [a, b] if a.line == b.line)) {
        return Err(Fault::Broken("a row stands twice in the sheet".to_owned()));
    }
    Ok(rows)
}

fn cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet's own numbers are no longer")]
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::of_number(Some(*number)),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::of_text(text),
        DataRef::SharedString(text) => Cell::of_text(text),
        DataRef::Bool(yes) => Cell::Bool(*yes),
        DataRef::DateTime(at) => date_time(*at),
        DataRef::DateTimeIso(text) => match (text.parse::<DateTime>(), text.parse::<Date>()) {
            (Ok(at), _) if at.time() != jiff::civil::Time::midnight() => Cell::DateTime(at),
            (_, Ok(date)) => Cell::Date(date),
            _ => Cell::of_text(text),
        },
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

fn date_time(at: ExcelDateTime) -> Cell {
    if !at.is_datetime() {
        return Cell::of_number(Some(at.as_f64()));
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let small = |part: u8| i8::try_from(part).unwrap_or(-1);
    let year = i16::try_from(year).unwrap_or(-1);
    match DateTime::new(year, small(month), small(day), small(hour), small(minute), small(second), 0) {
        Ok(at) if at.time() == jiff::civil::Time::midnight() => Cell::Date(at.date()),
        Ok(at) => Cell::DateTime(at),
        // Excel shows ##### for days before its first.
        Err(_) => Cell::Error(format!("{}", at.as_f64())),
    }
}

/// How many rows and columns are hidden, by the path of the sheet; and the paths by name.
#[derive(Default)]
struct Hidden {
    by_path: HashMap<String, (usize, usize)>,
    path_of: HashMap<String, String>,
}

impl Hidden {
    /// Unpacks everything once and keeps nothing, so that a small file that becomes a huge one is
    /// refused before anything else reads it.
    fn look(source: &mut (impl Read + Seek), limits: &Limits) -> Result<Self, Fault> {
        let mut archive = ZipArchive::new(source).map_err(broken)?;
        let mut found = Self::default();
        let (mut names, mut targets) = (Vec::new(), HashMap::new());
        let mut left = limits.unpacked;
        for at in 0..archive.len() {
            let entry = archive.by_index(at).map_err(broken)?;
            let path = entry.name().map_err(broken)?.into_owned();
            // What is packed denser than any workbook becomes a huge one, and is not unpacked to the end.
            let dense = DENSEST.saturating_mul(entry.compressed_size()).max(SMALL);
            let allowed = left.min(dense);
            let mut counted = BufReader::new(Counted { inner: entry, left: allowed });
            let name = path.to_lowercase();
            let told = if name.starts_with("xl/worksheets/sheet") {
                hidden_parts(&mut counted).map(|hidden| {
                    found.by_path.insert(path, hidden);
                })
            } else if name == "xl/workbook.xml" {
                pairs(&mut counted, "sheet", "name", "id").map(|pairs| names = pairs)
            } else if name == "xl/_rels/workbook.xml.rels" {
                pairs(&mut counted, "Relationship", "Id", "Target").map(|pairs| targets = pairs.into_iter().collect())
            } else {
                std::io::copy(&mut counted, &mut std::io::sink()).map(|_| ()).map_err(Fault::Io)
            };
            let counted = counted.into_inner();
            if counted.left == 0 {
                return Err(Fault::TooLarge { bytes: allowed, max: allowed });
            }
            told?;
            left -= allowed - counted.left;
        }
        for (name, id) in names {
            if let Some(target) = targets.get(&id) {
                let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                found.path_of.insert(name, path);
            }
        }
        Ok(found)
    }

    fn in_sheet(&self, name: &str) -> (usize, usize) {
        self.path_of.get(name).and_then(|path| self.by_path.get(path)).copied().unwrap_or_default()
    }
}

/// A source that ends when so many bytes have come out of it.
struct Counted<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        let n = self.inner.read(into.get_mut(..most).unwrap_or_default())?;
        self.left -= u64::try_from(n).unwrap_or(self.left);
        Ok(n)
    }
}

/// Goes through a part of the workbook, one tag at a time.
fn each_tag(source: &mut BufReader<impl Read>, mut tell: impl FnMut(&BytesStart<'_>)) -> Result<(), Fault> {
    let mut reader = quick_xml::Reader::from_reader(source);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => tell(&tag),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(broken(error)),
        }
    }
}

fn hidden_parts(source: &mut BufReader<impl Read>) -> Result<(usize, usize), Fault> {
    let (mut rows, mut columns) = (0, 0);
    each_tag(source, |tag| {
        let is_hidden = |tag: &BytesStart<'_>| matches!(attribute(tag, "hidden").as_deref(), Some("1" | "true"));
        match tag.local_name().as_ref() {
            "row" => rows += usize::from(is_hidden(tag)),
            "col" => columns += usize::from(is_hidden(tag)),
            _ => {}
        }
    })?;
    Ok((rows, columns))
}

fn pairs(
    source: &mut BufReader<impl Read>,
    wanted: &str,
    first: &str,
    second: &str,
) -> Result<Vec<(String, String)>, Fault> {
    let mut found = Vec::new();
    each_tag(source, |tag| {
        if tag.local_name().as_ref() == wanted
            && let (Some(first), Some(second)) = (attribute(tag, first), attribute(tag, second))
        {
            found.push((first, second));
        }
    })?;
    Ok(found)
}

/// An attribute by its name without prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|found| found.key.local_name().as_ref() == name)?;
    let text = found.value.into_owned();
    Some(quick_xml::escape::unescape(&text).map(std::borrow::Cow::into_owned).unwrap_or(text))
}

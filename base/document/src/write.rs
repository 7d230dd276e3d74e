//! Tables to take along.

use std::fmt::Write as _;

use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

use crate::{Cell, Mark};

/// How a CSV file is written.
#[derive(Clone, Copy, Debug)]
pub struct CsvStyle {
    /// What stands between columns.
    pub delimiter: char,
    /// What stands between whole and decimals.
    pub decimal: Mark,
}

impl Default for CsvStyle {
    /// What a Norwegian spreadsheet opens by a double click: `;` and decimal comma.
    fn default() -> Self {
        Self { delimiter: ';', decimal: Mark::Comma }
    }
}

/// Writes CSV: UTF-8 with its mark, lines ended as Windows does. A text that a spreadsheet would
/// take for a formula gets a `'` before it, which [`Cell::of_text`] takes off again.
#[derive(Debug)]
pub struct CsvWriter {
    style: CsvStyle,
    text: String,
}

impl CsvWriter {
    /// An empty file.
    pub fn new(style: CsvStyle) -> Self {
        Self { style, text: "\u{feff}".to_owned() }
    }

    /// Adds a row.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a Cell>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if 0 < place {
                self.text.push(self.style.delimiter);
            }
            match cell {
                Cell::Number(number) => self.number(*number),
                other => self.quoted(&other.text()),
            }
        }
        self.text.push_str("\r\n");
    }

    /// Adds a row of texts.
    pub fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        for (place, text) in texts.into_iter().enumerate() {
            if 0 < place {
                self.text.push(self.style.delimiter);
            }
            self.quoted(text);
        }
        self.text.push_str("\r\n");
    }

    /// The file.
    pub fn finish(self) -> String {
        self.text
    }

    fn number(&mut self, number: f64) {
        let start = self.text.len();
        // Writing to a string cannot fail.
        let _always = write!(self.text, "{number}");
        if self.style.decimal == Mark::Comma {
            let written = self.text.split_off(start).replace('.', ",");
            if self.style.delimiter == ',' && written.contains(',') {
                let _always = write!(self.text, "\"{written}\"");
            } else {
                self.text.push_str(&written);
            }
        }
    }

    fn quoted(&mut self, text: &str) {
        let guard = if Cell::looks_like_formula(text.trim_start()) { "'" } else { "" };
        let special = [self.style.delimiter, '"', '\n', '\r'];
        if guard.is_empty() && !text.contains(special) {
            self.text.push_str(text);
            return;
        }
        let _always = write!(self.text, "\"{guard}{}\"", text.replace('"', "\"\""));
    }
}

/// A sheet of a workbook.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name, at most 31 letters.
    pub name: String,
    /// The columns' names.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// Writes a workbook: the head stays in sight and can be filtered by, numbers are numbers, and texts
/// are never formulas.
///
/// # Errors
///
/// [`XlsxError`] when a name is not one that a sheet may have, or there is too much.
pub fn xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold().set_align(FormatAlign::Top).set_text_wrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for sheet in sheets {
        let paper = book.add_worksheet();
        paper.set_name(&sheet.name)?;
        paper.set_freeze_panes(1, 0)?;
        for (column, name) in (0_u16..).zip(&sheet.head) {
            paper.write_string_with_format(0, column, name, &bold)?;
        }
        let last = u16::try_from(sheet.head.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let n_rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        if !sheet.rows.is_empty() && !sheet.head.is_empty() {
            paper.autofilter(0, 0, n_rows, last)?;
        }
        for (line, row) in (1_u32..).zip(&sheet.rows) {
            for (column, cell) in (0_u16..).zip(row) {
                match cell {
                    Cell::Empty => {}
                    Cell::Number(number) => {
                        paper.write_number(line, column, *number)?;
                    }
                    Cell::Bool(yes) => {
                        paper.write_boolean(line, column, *yes)?;
                    }
                    Cell::Date(date) => {
                        let at = rust_xlsxwriter::ExcelDateTime::parse_from_str(&date.to_string())?;
                        paper.write_datetime_with_format(line, column, &at, &day)?;
                    }
                    Cell::Text(_) | Cell::DateTime(_) | Cell::Error(_) => {
                        paper.write_string(line, column, cell.text())?;
                    }
                }
            }
        }
        for (column, width) in (0_u16..).zip(widths(sheet)) {
            paper.set_column_width(column, width)?;
        }
    }
    book.save_to_buffer()
}

/// A width for each column that shows most of what stands in it.
fn widths(sheet: &Sheet) -> Vec<u32> {
    (0..sheet.head.len())
        .map(|column| {
            let cells = sheet.rows.iter().take(200).filter_map(|row| row.get(column));
            let longest = cells.map(|cell| cell.text().chars().count()).max().unwrap_or(0);
            let head = sheet.head.get(column).map_or(0, |name| name.chars().count());
            u32::try_from(longest.max(head.min(18)).clamp(6, 48) + 2).unwrap_or(20)
        })
        .collect()
}

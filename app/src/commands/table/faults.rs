//! What is wrong with the rows of a table: collected first, and told all at once.

use varde_document::{Cell, Decimals, Kind, Row, Table};
use varde_indicators::import::table::fault_key;
use varde_kernel::{Place, Problems};
use varde_web::Say;

use super::super::Failure;
use super::Column;

/// The faults of one table.
pub struct Faults {
    found: Problems,
    kind: Kind,
}

impl Faults {
    /// None so far.
    pub fn new(table: &Table) -> Self {
        Self { found: Problems::new(), kind: table.kind }
    }

    /// Notes one.
    pub fn line(&mut self, line: usize, column: Option<&str>, key: &'static str, args: Vec<(&'static str, String)>) {
        self.found.line(line, column, key, args);
    }

    /// The number in a cell; none when it is missing, or no number, which is noted.
    pub fn number(&mut self, row: &Row, column: &Column, decimals: &mut Decimals) -> Option<f64> {
        match decimals.read(row.cell(column.at)) {
            Ok(number) => number,
            Err(fault) => {
                self.cell(row, column, fault_key(fault));
                None
            }
        }
    }

    /// Notes that a cell cannot be used, with what stands there.
    pub fn cell(&mut self, row: &Row, column: &Column, key: &'static str) {
        let place = format!("{}: «{}»", column.name, shown(row.cell(column.at)));
        self.found.line(row.line, Some(&place), key, Vec::new());
    }

    /// The text in a cell that must not be empty.
    pub fn text(&mut self, row: &Row, column: &Column) -> Option<String> {
        let text = row.cell(column.at).text().trim().to_owned();
        if text.is_empty() {
            self.found.line(row.line, Some(&column.name), "app-table-fault-empty", Vec::new());
            return None;
        }
        Some(text)
    }

    /// Goes on when nothing is wrong; otherwise tells every fault with its place and what to do, from the top of
    /// the file.
    pub fn refuse(&self, say: &Say) -> Result<(), Failure> {
        if self.found.is_empty() {
            return Ok(());
        }
        let place_key = match self.kind {
            Kind::Xlsx => "app-table-row",
            Kind::Parquet => "app-table-record",
            Kind::Csv | Kind::OldWorkbook => "app-table-line",
        };
        let mut text = say.with("app-table-refused", &[("n", self.found.len().into())]);
        let mut found: Vec<_> = (&self.found).into_iter().collect();
        found.sort_by_key(|problem| problem.place.clone());
        for problem in found {
            let place = match &problem.place {
                Place::Line(line, column) => {
                    let line = say.with(place_key, &[("n", line.to_string().into())]);
                    column.as_ref().map_or(line.clone(), |column| format!("{line}, {column}"))
                }
                Place::Whole | Place::Field(_) => String::new(),
            };
            text.push_str("\n  ");
            text.push_str(&place);
            text.push_str(": ");
            text.push_str(&say.problem(problem));
        }
        Err(Failure::Asked(text))
    }
}

/// What stands in a cell, as it may be shown on a terminal.
fn shown(cell: &Cell) -> String {
    cell.text().chars().filter(|letter| !letter.is_control()).take(60).collect()
}

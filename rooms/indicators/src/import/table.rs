//! Values as rows and columns: CSV, Excel and Parquet. Without a mapping, the columns have our names, in
//! English, bokmål or nynorsk; with one, they are where the mapping says.

use std::collections::HashMap;

use jiff::civil::Date;
use varde_document::{Cell, Decimals, Fault, NumberFault, Row, Table};
use varde_kernel::Period;
use varde_web::MAX_TEXT;

use super::said::{Reading, Said, Unfit};
use super::sender::{Mapping, Role};
use super::when;

/// The Norwegian names that are read too.
const NAMES: &[(Role, &[&str])] = &[
    (Role::Indicator, &["indikator"]),
    (Role::Unit, &["enhet", "eining"]),
    (Role::Period, &["periode"]),
    (Role::Numerator, &["teller", "teljar"]),
    (Role::Denominator, &["nevner", "nemnar"]),
    (Role::Value, &["verdi"]),
    (Role::Source, &["kilde", "kjelde"]),
    (Role::Stratum, &[]),
    (Role::Provisional, &["foreløpig", "førebels"]),
    (Role::Coverage, &["dekningsgrad"]),
    (Role::Missing, &["mangler", "manglar"]),
    (Role::Note, &["merknad"]),
    (Role::Context, &["kontekst"]),
];
/// Columns that a file cannot be without.
const NEEDED: &[Role] = &[Role::Indicator, Role::Unit, Role::Period];

/// The key that says why a file is no table, with what the message names.
pub fn refusal(fault: &Fault) -> (usize, &'static str, Vec<(&'static str, String)>) {
    let megabytes = |bytes: u64| (bytes >> 20).to_string();
    match fault {
        Fault::Empty => (1, "indicators-import-empty", vec![]),
        Fault::TooLarge { max, .. } => (1, "indicators-import-too-large-to-read", vec![("max", megabytes(*max))]),
        Fault::TooManyRows { max } => (1, "indicators-import-too-many", vec![("max", max.to_string())]),
        Fault::TooWide { line, max } => (*line, "indicators-import-too-many-columns", vec![("max", max.to_string())]),
        Fault::CellTooLong { line, .. } => (*line, "indicators-import-endless", vec![]),
        Fault::Unfinished { line } => (*line, "indicators-import-cut", vec![]),
        Fault::Encoding { line } => (*line, "indicators-import-encoding", vec![]),
        Fault::OldWorkbook => (1, "indicators-import-old-workbook", vec![]),
        Fault::NoSheet => (1, "indicators-import-no-sheet", vec![]),
        Fault::Broken(_) => (1, "indicators-import-damaged", vec![]),
        Fault::Io(_) => (1, "indicators-import-broken", vec![]),
    }
}

/// The key that says why a cell is no number.
pub fn fault_key(fault: NumberFault) -> &'static str {
    match fault {
        NumberFault::NotNumber => "web-problem-number",
        NumberFault::Mixed => "indicators-import-mixed-decimals",
        NumberFault::IsDate => "indicators-import-number-is-date",
        NumberFault::Failed => "indicators-import-formula",
    }
}

/// Reads the values of a table.
pub fn read(table: &Table, mapping: &Mapping, today: Date, mut reading: Reading) -> Reading {
    let Some(head) = table.rows.first() else { return reading.done() };
    let columns = columns(head, mapping, &mut reading);
    if !reading.problems.is_empty() {
        return reading;
    }
    let width = head.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    let mut rows = Rows { columns, mapping, today, table, decimals: Decimals::new(mapping.mark()), reading };
    for row in table.rows.iter().skip(1) {
        if rows.reading.is_full() {
            break;
        }
        let has_more = row.cells.iter().skip(width.max(1)).any(|cell| !cell.is_empty()) || width < row.cells.len();
        if has_more && mapping.columns.is_empty() {
            let args = vec![("n", width.to_string())];
            rows.reading.problems.line(row.line, None, "indicators-import-too-wide", args);
            continue;
        }
        if let Some(said) = rows.row(row)
            && !rows.reading.keep(said)
        {
            break;
        }
    }
    rows.reading.done()
}

/// What a column of this name holds, in English, bokmål or nynorsk; in small letters.
pub fn role_named(name: &str) -> Option<Role> {
    let called = |(role, others): &&(Role, &[&str])| role.name() == name || others.contains(&name);
    NAMES.iter().find(called).map(|(role, _)| *role)
}

/// Where each column stands.
fn columns(head: &Row, mapping: &Mapping, reading: &mut Reading) -> HashMap<Role, usize> {
    let mut places = HashMap::new();
    let plain = |text: &str| text.trim_start_matches('\u{feff}').trim().to_lowercase();
    for (place, cell) in head.cells.iter().enumerate() {
        let name = plain(&cell.text());
        if name.is_empty() {
            continue;
        }
        let role = if mapping.columns.is_empty() {
            role_named(&name)
        } else {
            mapping.columns.iter().find(|(_, theirs)| plain(theirs) == name).map(|(role, _)| *role)
        };
        match role {
            Some(role) if places.insert(role, place).is_some() => {
                reading.problems.line(head.line, Some(role.name()), "indicators-import-column-twice", vec![]);
            }
            None if mapping.columns.is_empty() => {
                let shown: String = name.chars().filter(|letter| !letter.is_control()).take(60).collect();
                reading.problems.line(head.line, Some(&shown), "indicators-import-column-unknown", vec![]);
            }
            _ => {}
        }
    }
    let wanted = NEEDED.iter().chain(mapping.columns.keys().filter(|role| !NEEDED.contains(role)));
    for role in wanted {
        if !places.contains_key(role) && !mapping.fixed.contains_key(role) {
            let name = mapping.columns.get(role).map_or(role.name(), String::as_str);
            reading.problems.line(head.line, Some(name), "indicators-import-column-missing", vec![]);
        }
    }
    places
}

struct Rows<'a> {
    columns: HashMap<Role, usize>,
    mapping: &'a Mapping,
    today: Date,
    table: &'a Table,
    decimals: Decimals,
    reading: Reading,
}

impl<'a> Rows<'a> {
    fn row(&mut self, row: &'a Row) -> Option<Said> {
        let before = self.reading.problems.len();
        let indicator = self.text(row, Role::Indicator);
        let unit = self.text(row, Role::Unit);
        for (role, text) in [(Role::Indicator, &indicator), (Role::Unit, &unit)] {
            if text.is_empty() {
                self.note(row, role, "web-problem-required");
            }
        }
        let period = self.period(row);
        let stratum = self.text(row, Role::Stratum);
        let before_numbers = self.reading.problems.len();
        let numbers =
            [Role::Numerator, Role::Denominator, Role::Value, Role::Coverage].map(|role| self.number(row, role));
        let [numerator, denominator, value, mut coverage] = numbers;
        let missing = self.missing(row);
        let is_whole = before_numbers == self.reading.problems.len();
        if coverage.is_some_and(|share| !(0.0..=100.0).contains(&share)) {
            self.note(row, Role::Coverage, "indicators-fault-share");
            coverage = None;
        }
        let said = Said {
            line: row.line,
            indicator,
            unit,
            period,
            strata: if stratum.is_empty() { Vec::new() } else { vec![("stratum".to_owned(), stratum)] },
            residence: self.residence(row),
            numerator,
            denominator,
            value,
            coverage,
            provisional: self.yes(row),
            approximate: false,
            source: self.text(row, Role::Source),
            missing,
            note: self.text(row, Role::Note),
            computed: false,
        };
        if before == self.reading.problems.len() && said.period.is_some() {
            return Some(said);
        }
        self.reading.unfit.push(Unfit { said, is_whole });
        None
    }

    /// The column as people name it, for a problem.
    fn name(&self, role: Role) -> String {
        let own = self.mapping.columns.get(&role).map_or(role.name(), String::as_str);
        match self.columns.get(&role) {
            Some(place) if self.table.kind == varde_document::Kind::Xlsx => {
                format!("{own} ({})", self.table.column_name(*place))
            }
            _ => own.to_owned(),
        }
    }

    fn note(&mut self, row: &Row, role: Role, key: &'static str) {
        let name = self.name(role);
        self.reading.problems.line(row.line, Some(&name), key, vec![]);
    }

    fn cell(&self, row: &'a Row, role: Role) -> &'a Cell {
        self.columns.get(&role).map_or(&Cell::Empty, |place| row.cell(*place))
    }

    fn text(&mut self, row: &'a Row, role: Role) -> String {
        let cell = self.cell(row, role);
        let mut text = cell.text().trim().to_owned();
        if text.is_empty() {
            text = self.mapping.fixed.get(&role).cloned().unwrap_or_default();
        }
        if MAX_TEXT < text.chars().count() {
            let name = self.name(role);
            let args = vec![("max", MAX_TEXT.to_string())];
            self.reading.problems.line(row.line, Some(&name), "web-problem-too-long", args);
        }
        if text.contains(char::is_control) {
            self.note(row, role, "web-problem-control-characters");
        }
        if matches!(cell, Cell::Error(_)) {
            self.note(row, role, "indicators-import-formula");
        }
        text
    }

    fn period(&mut self, row: &'a Row) -> Option<Period> {
        let cell = self.cell(row, Role::Period);
        let day = match cell {
            Cell::Date(day) => Some(*day),
            Cell::DateTime(at) => Some(at.date()),
            _ => None,
        };
        let name = self.name(Role::Period);
        let sort = self.mapping.dates_are.as_deref();
        let meant = |day| sort.and_then(|sort| holding(sort, day)).or(Some(Period::Day(day)));
        let period = if let Some(day) = day {
            // A spreadsheet makes a day of "10.2026"; only the sender can say what was meant.
            if sort.is_none() && 1904 < day.year() {
                let args = vec![("day", day.to_string())];
                self.reading.problems.line(row.line, Some(&name), "indicators-import-period-is-date", args);
                return None;
            }
            meant(day)
        } else {
            match when::read(&self.text(row, Role::Period)) {
                Some(Period::Day(day)) => meant(day),
                other => other,
            }
        };
        when::sensible(period, self.today, (row.line, &name), &mut self.reading.problems)
    }

    fn number(&mut self, row: &'a Row, role: Role) -> Option<f64> {
        match self.decimals.read(self.cell(row, role)) {
            Ok(number) => number,
            Err(fault) => {
                self.note(row, role, fault_key(fault));
                None
            }
        }
    }

    fn yes(&mut self, row: &'a Row) -> bool {
        match self.text(row, Role::Provisional).to_lowercase().as_str() {
            "" | "0" | "nei" | "no" | "false" | "n" => false,
            "1" | "ja" | "yes" | "true" | "j" | "y" | "x" => true,
            _ => {
                self.note(row, Role::Provisional, "indicators-import-yes-or-no");
                false
            }
        }
    }

    fn residence(&mut self, row: &'a Row) -> bool {
        match self.text(row, Role::Context).to_lowercase().as_str() {
            "" | "treating" | "behandler" | "behandlingssted" => false,
            "residence" | "bosted" | "bustad" => true,
            _ => {
                self.note(row, Role::Context, "web-problem-choice");
                false
            }
        }
    }

    fn missing(&mut self, row: &'a Row) -> Option<&'static str> {
        const REASONS: &[&str] =
            &["not_reported", "not_measured", "too_few", "not_complete", "technical", "not_applicable", "protected"];
        let text = self.text(row, Role::Missing).to_lowercase();
        if text.is_empty() {
            return None;
        }
        let found = REASONS.iter().find(|reason| **reason == text).copied();
        if found.is_none() {
            self.note(row, Role::Missing, "web-problem-choice");
        }
        found
    }
}

/// The period of a sort that holds a day.
pub fn holding(sort: &str, day: Date) -> Option<Period> {
    let (year, month) = (day.year(), day.month());
    Some(match sort {
        "day" => Period::Day(day),
        "week" => {
            let week = day.iso_week_date();
            Period::Week(week.year(), week.week())
        }
        "month" => Period::Month(year, month),
        "quarter" => Period::Quarter(year, (month - 1) / 3 + 1),
        "tertial" => Period::Tertial(year, (month - 1) / 4 + 1),
        "half" => Period::Half(year, (month - 1) / 6 + 1),
        "year" => Period::Year(year),
        _ => return None,
    })
}

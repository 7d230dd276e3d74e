//! The files of the national quality registries' result service (SKDE): case rows, coverage and descriptions of
//! indicators. Their tree of units is read by the room of people.
//!
//! Written from the columns that the service describes; no file of theirs has been read.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use varde_document::{Decimals, Row, Table};
use varde_kernel::{Period, Problems};

use super::said::{Reading, Said, tidy};
use super::when;

/// The columns of a table by their names, whatever their case.
pub struct Columns<'a> {
    head: HashMap<String, usize>,
    table: &'a Table,
    /// How the file writes decimals.
    decimals: Decimals,
}

impl<'a> Columns<'a> {
    /// Reads the first row; notes each of `needed` that is not there.
    pub fn of(table: &'a Table, needed: &[&str], problems: &mut Problems) -> Self {
        let first = table.rows.first();
        let head: HashMap<String, usize> = first
            .map(|row| {
                row.cells.iter().enumerate().map(|(place, cell)| (cell.text().trim().to_lowercase(), place)).collect()
            })
            .unwrap_or_default();
        for name in needed {
            if !head.contains_key(&name.to_lowercase()) {
                let line = first.map_or(1, |row| row.line);
                problems.line(line, Some(name), "indicators-import-column-missing", vec![]);
            }
        }
        Self { head, table, decimals: Decimals::default() }
    }

    /// The rows below the first.
    pub fn rows(&self) -> impl Iterator<Item = &'a Row> + use<'a> {
        self.table.rows.iter().skip(1)
    }

    /// A text; empty when there is none, or when it says `NA`.
    pub fn text(&self, row: &Row, name: &str) -> String {
        let place = self.head.get(&name.to_lowercase());
        let text = place.map(|place| tidy(&row.cell(*place).text())).unwrap_or_default();
        if varde_document::missing_mark(&text) { String::new() } else { text }
    }

    /// A number; what is none is noted.
    pub fn number(&mut self, row: &Row, name: &str, problems: &mut Problems) -> Option<f64> {
        let place = self.head.get(&name.to_lowercase())?;
        match self.decimals.read(row.cell(*place)) {
            Ok(number) => number,
            Err(fault) => {
                problems.line(row.line, Some(name), super::table::fault_key(fault), vec![]);
                None
            }
        }
    }
}

/// The cases of one indicator, hospital and year.
struct Sums {
    /// The first line of them.
    line: usize,
    period: Period,
    value: f64,
    weight: f64,
}

/// Reads case rows (`Aar, ShNavn, ReshId, OrgNrShus, Variabel, KvalIndID, Nevner`) and counts them: one value
/// for each indicator, hospital and year. Rows whose `Nevner` is 0 are outside the indicator.
pub fn cases(table: &Table, today: Date, mut reading: Reading) -> Reading {
    let needed = ["Aar", "OrgNrShus", "Variabel", "KvalIndID"];
    let mut columns = Columns::of(table, &needed, &mut reading.problems);
    if !reading.problems.is_empty() {
        return reading;
    }
    let has_denominator = columns.head.contains_key("nevner");
    let mut counted: BTreeMap<(String, String, String), Sums> = BTreeMap::new();
    for row in columns.rows() {
        let problems = &mut reading.problems;
        let (indicator, unit) = (columns.text(row, "KvalIndID"), columns.text(row, "OrgNrShus"));
        for (name, text) in [("KvalIndID", &indicator), ("OrgNrShus", &unit)] {
            if text.is_empty() {
                problems.line(row.line, Some(name), "web-problem-required", vec![]);
            }
        }
        let year = columns.text(row, "Aar");
        let period = when::sensible(when::read(&year), today, (row.line, "Aar"), problems);
        let value = columns.number(row, "Variabel", problems);
        let weight = if has_denominator { columns.number(row, "Nevner", problems) } else { Some(1.0) };
        if value.is_some_and(|value| !(0.0..=1e6).contains(&value)) || weight.is_some_and(|weight| weight < 0.0) {
            problems.line(row.line, Some("Variabel"), "indicators-fault-negative", vec![]);
        }
        if reading.is_full() {
            break;
        }
        // A case without an answer, or outside the indicator, is not counted on either side.
        let (Some(period), Some(value), Some(weight)) = (period, value, weight.filter(|weight| 0.0 < *weight)) else {
            continue;
        };
        let sums = counted.entry((indicator, unit, period.to_string())).or_insert(Sums {
            line: row.line,
            period,
            value: 0.0,
            weight: 0.0,
        });
        sums.value += value;
        sums.weight += weight;
    }
    for ((indicator, unit, _), sums) in counted {
        let said = Said {
            line: sums.line,
            indicator,
            unit,
            period: Some(sums.period),
            numerator: Some(sums.value),
            denominator: Some(sums.weight),
            ..Said::default()
        };
        if !reading.keep(said) {
            break;
        }
    }
    reading.done()
}

/// Reads values of coverage (`year; orgnr; var; denominator; ind_id`): how much of what should be in the
/// register is there.
pub fn coverage(table: &Table, today: Date, mut reading: Reading) -> Reading {
    let mut columns = Columns::of(table, &["year", "orgnr", "var", "denominator", "ind_id"], &mut reading.problems);
    if !reading.problems.is_empty() {
        return reading;
    }
    for row in columns.rows() {
        let problems = &mut reading.problems;
        let period = when::sensible(when::read(&columns.text(row, "year")), today, (row.line, "year"), problems);
        let share = columns.number(row, "var", problems);
        // What it is out of is read, so that what is no number is told, and not kept: it counts the cases
        // of another source.
        let _other = columns.number(row, "denominator", problems);
        if share.is_some_and(|share| !(0.0..=1.0).contains(&share)) {
            problems.line(row.line, Some("var"), "indicators-fault-share", vec![]);
        }
        let said = Said {
            line: row.line,
            indicator: columns.text(row, "ind_id"),
            unit: columns.text(row, "orgnr"),
            period,
            value: share.map(|share| share * 100.0),
            missing: share.is_none().then_some("not_reported"),
            ..Said::default()
        };
        if (said.period.is_some() && !reading.keep(said)) || reading.is_full() {
            break;
        }
    }
    reading.done()
}

/// What a registry says about an indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Described {
    /// The line.
    pub line: usize,
    /// The registry's code of it.
    pub id: String,
    /// The registry.
    pub registry: String,
    /// Its short title.
    pub title: String,
    /// What is counted.
    pub description: String,
    /// What is good enough, as printed: a share between 0 and 1.
    pub level_green: Option<f64>,
    /// What is acceptable.
    pub level_yellow: Option<f64>,
    /// Whether more is better; none when the registry does not say.
    pub more_is_better: Option<bool>,
    /// What sort of figure it is, such as `andel`.
    pub sort: String,
    /// Below how many cases nothing is shown.
    pub min_denominator: Option<f64>,
    /// The code of its coverage.
    pub coverage_id: String,
    /// Whether the registry shows it.
    pub include: bool,
}

/// Reads descriptions of indicators, with the levels that the registries have set.
pub fn descriptions(table: &Table) -> (Vec<Described>, Problems) {
    let mut problems = Problems::new();
    let mut columns = Columns::of(table, &["id", "title"], &mut problems);
    let mut found = Vec::new();
    if !problems.is_empty() {
        return (found, problems);
    }
    for row in columns.rows() {
        let yes = |text: &str| match text.to_lowercase().as_str() {
            "1" | "true" | "ja" => Some(true),
            "0" | "false" | "nei" => Some(false),
            _ => None,
        };
        let [level_green, level_yellow, min_denominator] =
            ["level_green", "level_yellow", "min_denominator"].map(|name| columns.number(row, name, &mut problems));
        let text = |name: &str| columns.text(row, name);
        let described = Described {
            line: row.line,
            id: text("id"),
            registry: text("registry_full_name"),
            title: text("title"),
            description: [text("short_description"), text("long_description")].join("\n").trim().to_owned(),
            level_green,
            level_yellow,
            more_is_better: yes(&text("level_direction")),
            sort: text("type"),
            min_denominator,
            coverage_id: text("dg_id"),
            include: yes(&text("include")).unwrap_or(true),
        };
        if described.id.is_empty() {
            problems.line(row.line, Some("id"), "web-problem-required", vec![]);
        }
        found.push(described);
    }
    (found, problems)
}

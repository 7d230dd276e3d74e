//! The tree of units of the national quality registries' result service (SKDE), in its two shapes: a unit with the
//! number of the one above, or a hospital with its trust and its regional health authority.
//!
//! Written from the columns that the service describes; no file of theirs has been read.

use std::collections::HashMap;

use jiff::civil::Date;
use varde_document::{Limits, Row, Table, missing_mark, read_bytes};
use varde_kernel::{Problems, UnitKind};

use super::csv_units::Plan;
use super::kinds::kind_called;
use super::tree::{self, Placed};
use crate::model::units::{CodeSystem, Register, UnitCode};

/// Which of its shapes a tree has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A row for each unit.
    Upward,
    /// A row for each hospital.
    Wide,
}

impl Shape {
    /// Our names of what can be wrong, and the columns for them.
    const fn heads(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Upward => {
                &[("orgnr", "OrgNr"), ("parent", "NivaaOpp"), ("name", "OrgNavnEnhetsreg"), ("short", "Kortnavn")]
            }
            Self::Wide => &[("orgnr", "OrgNrShus"), ("parent", "OrgNrHF"), ("name", "SykehusNavn")],
        }
    }
}

/// The columns by their names, whatever their case.
struct Columns(HashMap<String, usize>);

impl Columns {
    fn of(table: &Table) -> Self {
        let cells = table.rows.first().map(|row| row.cells.as_slice()).unwrap_or_default();
        Self(cells.iter().enumerate().map(|(place, cell)| (cell.text().trim().to_lowercase(), place)).collect())
    }

    fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.0.contains_key(&name.to_lowercase()))
    }

    /// A text; empty when there is none, or when it says `NA`.
    fn text(&self, row: &Row, name: &str) -> String {
        let place = self.0.get(&name.to_lowercase());
        let text = place.map(|place| row.cell(*place).text().trim().to_owned()).unwrap_or_default();
        if missing_mark(&text) { String::new() } else { text }
    }

    /// The first of some texts that is not empty.
    fn first(&self, row: &Row, names: &[&str]) -> String {
        names.iter().map(|name| self.text(row, name)).find(|text| !text.is_empty()).unwrap_or_default()
    }
}

/// The table, when it has the columns of such a tree.
pub(super) fn open(bytes: &[u8]) -> Option<(Table, Shape)> {
    let table = read_bytes(bytes, None, &Limits::default()).ok()?;
    let columns = Columns::of(&table);
    if columns.has(&["OrgNr", "NivaaOpp"]) {
        Some((table, Shape::Upward))
    } else if columns.has(&["OrgNrRHF", "OrgNrHF", "OrgNrShus"]) {
        Some((table, Shape::Wide))
    } else {
        None
    }
}

/// What a tree would add to the organisation: it has no dates, so what is new begins `on`.
pub(super) fn units(table: &Table, shape: Shape, known: &Register, on: Date) -> Result<Plan, Problems> {
    let mut problems = Problems::new();
    let found = read(table, shape, &mut problems);
    if found.is_empty() && problems.is_empty() {
        problems.push(varde_kernel::Place::Whole, "people-import-empty", Vec::new());
        return Err(problems);
    }
    let mut nations = known.iter().filter(|unit| unit.kind == UnitKind::Nation && unit.valid.holds_on(on));
    let top = nations.next().filter(|_| nations.next().is_none()).map(|nation| nation.id);
    let top_kind = UnitKind::RegionalHealthAuthority;
    tree::planned(&found, &tree::Shape { heads: shape.heads(), top, top_kind }, known, on, problems)
}

/// The units in the order of the file, each once.
fn read(table: &Table, shape: Shape, problems: &mut Problems) -> Vec<Placed> {
    let columns = Columns::of(table);
    let mut found: Vec<Placed> = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut put = |placed: Placed, problems: &mut Problems| {
        let Some(number) = placed.called.first().filter(|number| !number.is_empty()) else { return };
        match seen.get(number).and_then(|place| found.get(*place)) {
            // The same unit stands in the row of each hospital below it; but it stands in one place.
            Some(first) if first.above == placed.above => {}
            Some(_) => {
                let args = vec![("code", number.clone())];
                problems.line(placed.line, Some("orgnr"), "people-import-twice", args);
            }
            None => {
                seen.insert(number.clone(), found.len());
                found.push(placed);
            }
        }
    };
    for row in table.rows.iter().skip(1) {
        let text = |name: &str| columns.text(row, name);
        match shape {
            Shape::Upward => {
                let number = text("OrgNr");
                if number.is_empty() {
                    problems.line(row.line, Some("orgnr"), "web-problem-required", Vec::new());
                }
                let name = columns.first(row, &["OrgNavnEnhetsreg", "Kortnavn"]);
                let kind = kind_called(&text("Nivaa"));
                let placed =
                    Placed { kind, short: text("Kortnavn"), ..unit(row.line, &number, name, &text("NivaaOpp")) };
                put(placed, problems);
            }
            Shape::Wide => {
                let (region, trust, hospital) = (text("OrgNrRHF"), text("OrgNrHF"), text("OrgNrShus"));
                for (below, above, column) in [(&hospital, &trust, "OrgNrHF"), (&trust, &region, "OrgNrRHF")] {
                    if above.is_empty() && !below.is_empty() {
                        problems.line(row.line, Some(column), "web-problem-required", Vec::new());
                    }
                }
                put(unit(row.line, &region, text("RHF"), ""), problems);
                let short = text("Hfkortnavn");
                put(Placed { short, ..unit(row.line, &trust, text("HF"), &region) }, problems);
                let name = columns.first(row, &["SykehusNavn", "SykehusnavnLang", "OrgNavnEnhetsreg"]);
                put(unit(row.line, &hospital, name, &trust), problems);
            }
        }
    }
    found
}

fn unit(line: usize, number: &str, name: String, above: &str) -> Placed {
    let number = number.replace(' ', "");
    Placed {
        line,
        code: format!("orgnr.{number}"),
        name,
        above: Some(above.replace(' ', "")).filter(|above| !above.is_empty()).into_iter().collect(),
        codes: vec![UnitCode { system: CodeSystem::Organisation, code: number.clone() }],
        called: vec![number],
        ..Placed::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> (Option<Shape>, Vec<String>) {
        let Some((table, shape)) = open(text.as_bytes()) else { return (None, Vec::new()) };
        let found = read(&table, shape, &mut Problems::new());
        let told = found.iter().map(|unit| format!("{} < {}", unit.name, unit.above.join(""))).collect();
        (Some(shape), told)
    }

    #[test]
    fn from_description_a_tree_is_known_by_its_columns() {
        let upward = "OrgNr;OrgNavnEnhetsreg;Kortnavn;Nivaa;NivaaOpp\n1;HELSE NORD RHF;Nord;RHF;\n2;NA;UNN;HF;1\n1;HELSE NORD RHF;Nord;RHF;NA\n";
        assert_eq!(names(upward), (Some(Shape::Upward), vec!["HELSE NORD RHF < ".into(), "UNN < 1".into()]));
        let wide = "OrgNrRHF;RHF;OrgNrHF;HF;Hfkortnavn;OrgNrShus;OrgNavnEnhetsreg;SykehusnavnLang;SykehusNavn;TaMed\n\
                    1;Nord;2;UNN;U;3;X;Y;TromsÃ¸;1\n1;Nord;2;UNN;U;4;X;Y;Harstad;1\n";
        let expected = ["Nord < ", "UNN < 1", "Tromsø < 2", "Harstad < 2"].map(str::to_owned).to_vec();
        assert_eq!(names(wide), (Some(Shape::Wide), expected));
        for other in ["code;name;kind;parent;valid_from\n", "OrgNr;Kortnavn\n", "", "{}"] {
            assert_eq!(names(other), (None, vec![]), "{other}");
        }
    }
}

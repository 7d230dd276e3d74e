//! From a table to units with their sums: which there are, and which rows cannot be meant.

use std::collections::BTreeMap;

use varde_document::{Decimals, Note, Table};
use varde_stats::funnel::{Measure, Unit};
use varde_web::Say;

use super::super::Failure;
use super::super::table::{Counted, Faults, columns, fractions};

/// The units of a file, by name.
pub struct Units {
    pub names: Vec<String>,
    pub counts: Vec<Unit>,
    /// How many rows they were added up from.
    pub n_rows: usize,
    /// Lines in which a count is missing.
    pub missing: Vec<usize>,
    /// Lines in which persons or events are counted in fractions.
    pub fractions: Vec<usize>,
    pub notes: Vec<Note>,
}

/// Reads the units; every row that cannot be meant is told, and then nothing is read.
pub fn read(table: &Table, names: [&str; 3], measure: Measure, say: &Say) -> Result<Units, Failure> {
    let [group, numerator, denominator] = columns(table, names, say)?;
    let mut faults = Faults::new(table);
    let mut decimals = Decimals::new(None);
    let mut units: BTreeMap<String, Unit> = BTreeMap::new();
    let (mut missing, mut n_rows, mut seen) = (Vec::new(), 0, Vec::new());
    for row in table.rows.iter().skip(1) {
        let name = faults.text(row, &group);
        let x = faults.number(row, &numerator, &mut decimals);
        let n = faults.number(row, &denominator, &mut decimals);
        let (Some(x), Some(n)) = (x, n) else {
            missing.push(row.line);
            continue;
        };
        seen.push((row.line, Some(x), Some(n)));
        let mut wrong = |place: &str, key: &'static str| {
            faults.line(row.line, Some(place), key, vec![("y", say.value(x)), ("n", say.value(n))]);
        };
        if n < 0.0 {
            wrong(&denominator.name, "app-table-fault-size");
        } else if x < 0.0 {
            wrong(&numerator.name, "app-funnel-fault-negative");
        } else if measure != Measure::RatioOfCounts && n == 0.0 && x != 0.0 {
            wrong(&denominator.name, "app-table-fault-nothing");
        } else if measure == Measure::Proportion && n < x {
            wrong(&numerator.name, "app-funnel-fault-above");
        }
        if let Some(name) = name {
            let unit = units.entry(name).or_insert(Unit { numerator: 0.0, denominator: 0.0 });
            unit.numerator += x;
            unit.denominator += n;
            n_rows += 1;
        }
    }
    faults.refuse(say)?;
    let counted = match measure {
        Measure::Proportion | Measure::RatioOfCounts => Counted::Both,
        // Time at risk, and what was to be expected, may be any number.
        Measure::Rate | Measure::StandardisedRatio => Counted::Over,
    };
    let fractions = fractions(seen.into_iter(), Some(counted));
    let (names, counts) = units.into_iter().unzip();
    Ok(Units { names, counts, n_rows, missing, fractions, notes: table.notes.clone() })
}

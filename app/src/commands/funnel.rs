//! `varde funnel`: which units lie further from the common level than their size lets one expect.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::File;
use std::path::{Path, PathBuf};

use serde_json::json;
use varde_batch::FUNNEL;
use varde_document::{Decimals, Limits, Table, read};
use varde_stats::funnel::{Funnel, Measure, Options, Unit, funnel, is_outside};

use super::{Failure, say, spc};

/// A funnel from a table, or many from JSON Lines.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLE)]
pub struct Args {
    /// A table (CSV, XLSX or Parquet) whose first row names the columns.
    #[arg(value_name = "FILE", required_unless_present = "batch", conflicts_with = "batch")]
    file: Option<PathBuf>,
    /// The column that names the unit; rows of a unit are summed.
    #[arg(long, value_name = "COLUMN", required_unless_present = "batch")]
    group: Option<String>,
    /// The column with cases, or with observed events.
    #[arg(long, value_name = "COLUMN", required_unless_present = "batch")]
    numerator: Option<String>,
    /// The column with what they are out of: persons, exposure, or expected events.
    #[arg(long, value_name = "COLUMN", required_unless_present = "batch")]
    denominator: Option<String>,
    /// What is compared.
    #[arg(long, value_enum, default_value_t = Kind::Proportion)]
    measure: Kind,
    /// The sheet of a workbook; the first one unless given.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Print JSON rather than words.
    #[arg(long, conflicts_with = "text")]
    json: bool,
    /// Print words and a table (the default).
    #[arg(long)]
    text: bool,
    /// JSON Lines with one funnel a line; `-` reads standard input. Answers come one a line in the same
    /// order; a line that cannot be computed is answered with an error and stops nothing.
    #[arg(long, value_name = "FILE")]
    batch: Option<PathBuf>,
}

/// What is compared.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Kind {
    /// So many of so many.
    Proportion,
    /// So many in so much exposure.
    Rate,
    /// Observed over expected events.
    Ratio,
    /// One count over another.
    Counts,
}

const EXAMPLE: &str = "Examples:\n  \
varde funnel wards.csv --group ward --numerator falls --denominator stays\n  \
varde funnel hospitals.xlsx --group hospital --numerator deaths --denominator expected --measure ratio --json\n  \
echo '{\"id\":1,\"input\":{\"data_type\":\"PR\",\"numerator\":[3,9,4],\"denominator\":[40,52,61],\"group\":[\"a\",\"b\",\"c\"]}}' | varde funnel --batch -\n\n\
Fields of a batch: docs/methods/batch.md. Method: docs/methods/funnels.md.";

/// Prints the funnel on standard output.
pub fn run(args: &Args) -> Result<(), Failure> {
    if let Some(batch) = &args.batch {
        return spc::batch(&FUNNEL, batch);
    }
    let (Some(file), Some(group), Some(numerator), Some(denominator)) =
        (&args.file, &args.group, &args.numerator, &args.denominator)
    else {
        return Err(Failure::Asked("name a file and its columns, or --batch".to_owned()));
    };
    let table = open(file, args.sheet.as_deref())?;
    let columns = [group, numerator, denominator].map(|name| column(&table, name));
    let [group, numerator, denominator] = columns;
    let (units, skipped) = sums(&table, group?, numerator?, denominator?)?;
    let measure = match args.measure {
        Kind::Proportion => Measure::Proportion,
        Kind::Rate => Measure::Rate,
        Kind::Ratio => Measure::StandardisedRatio,
        Kind::Counts => Measure::RatioOfCounts,
    };
    let counts: Vec<Unit> = units.values().copied().collect();
    let names: Vec<&str> = units.keys().map(String::as_str).collect();
    let found = funnel(measure, &counts, &Options::default()).map_err(|error| {
        let place = match error {
            varde_stats::funnel::FunnelError::Unreadable(place) => names.get(place).copied(),
            _ => None,
        };
        Failure::Asked(place.map_or_else(|| error.to_string(), |name| format!("{name}: {error}")))
    })?;
    let text = if args.json { as_json(&names, &counts, &found) } else { in_words(&names, &counts, &found, skipped) };
    say(text.trim_end());
    Ok(())
}

fn open(file: &Path, sheet: Option<&str>) -> Result<Table, Failure> {
    let named = |error: &dyn std::fmt::Display| Failure::Asked(format!("{}: {error}", file.display()));
    let opened = File::open(file).map_err(|error| named(&error))?;
    read(opened, sheet, &Limits::default()).map_err(|error| named(&error))
}

/// The place of a column, by its name without regard to letter case.
fn column(table: &Table, name: &str) -> Result<usize, Failure> {
    let head = table.rows.first().map(|row| row.cells.as_slice()).unwrap_or_default();
    let wanted = name.trim().to_lowercase();
    head.iter().position(|cell| cell.text().trim().to_lowercase() == wanted).ok_or_else(|| {
        let known: Vec<String> = head.iter().map(|cell| cell.text().into_owned()).collect();
        Failure::Asked(format!("there is no column {name:?}; there are {}", known.join(", ")))
    })
}

/// The units with their sums, and how many rows lack a count or a name.
fn sums(
    table: &Table,
    group: usize,
    numerator: usize,
    denominator: usize,
) -> Result<(BTreeMap<String, Unit>, usize), Failure> {
    let mut decimals = Decimals::new(None);
    let mut units = BTreeMap::new();
    let mut skipped = 0;
    for row in table.rows.iter().skip(1) {
        let mut number = |column: usize| {
            let place = table.column_name(column);
            let told = |error| Failure::Asked(format!("row {}, column {place}: {error}", row.line));
            decimals.read(row.cell(column)).map_err(told)
        };
        let (name, x, n) = (row.cell(group).text(), number(numerator)?, number(denominator)?);
        let (Some(x), Some(n), false) = (x, n, name.trim().is_empty()) else {
            skipped += 1;
            continue;
        };
        let unit = units.entry(name.into_owned()).or_insert(Unit { numerator: 0.0, denominator: 0.0 });
        unit.numerator += x;
        unit.denominator += n;
    }
    Ok((units, skipped))
}

fn as_json(names: &[&str], units: &[Unit], found: &Funnel) -> String {
    let limits = |limits: &[varde_stats::funnel::Limits], i: usize| {
        limits.get(i).copied().flatten().map(|(low, high)| json!([low, high]))
    };
    let groups: Vec<_> = names
        .iter()
        .zip(units)
        .zip(&found.places)
        .map(|((name, unit), place)| {
            json!({
                "group": name, "numerator": unit.numerator, "denominator": unit.denominator, "value": place.value,
                "z": place.z, "z_adjusted": place.z_adjusted, "p_adjusted": place.p_adjusted,
                "exact_95": limits(&place.exact, 0), "exact_99_8": limits(&place.exact, 1),
                "additive_95": limits(&place.additive, 0), "additive_99_8": limits(&place.additive, 1),
            })
        })
        .collect();
    let outside: Vec<_> = found
        .outside
        .iter()
        .map(|outside| json!({ "level": outside.level, "exact": outside.exact, "additive": outside.additive }))
        .collect();
    let whole = json!({
        "target": found.target, "phi": found.phi, "tau2": found.tau2, "share_outside": outside, "groups": groups,
    });
    format!("{whole:#}\n")
}

fn in_words(names: &[&str], units: &[Unit], found: &Funnel, skipped: usize) -> String {
    let mut text = String::new();
    let overdispersed = 1.0 < found.phi && 0.0 < found.tau2;
    let limits_of = |place: &varde_stats::funnel::Place, i: usize| {
        let limits = if overdispersed { &place.additive } else { &place.exact };
        limits.get(i).copied().flatten()
    };
    let beyond: Vec<&str> = names
        .iter()
        .zip(&found.places)
        .filter(|(_, place)| limits_of(place, 1).is_some_and(|limits| is_outside(place.value, limits)))
        .map(|(name, _)| *name)
        .collect();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{} units, common level {:.4}.", names.len(), found.target);
    let _ = if overdispersed {
        writeln!(
            text,
            "Units differ more than chance alone lets them (dispersion {:.2}); the limits allow for that.",
            found.phi
        )
    } else {
        writeln!(
            text,
            "Units differ no more than chance lets them (dispersion {:.2}); the limits are exact.",
            found.phi
        )
    };
    let _ = if beyond.is_empty() {
        writeln!(text, "No unit lies outside the 99.8 % limits.")
    } else {
        writeln!(text, "Outside the 99.8 % limits: {}.", beyond.join(", "))
    };
    if 0 < skipped {
        let _ = writeln!(text, "{skipped} rows lack a name or a count and were left out.");
    }
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0).max(5);
    let _ = writeln!(
        text,
        "\n{:width$} {:>10} {:>12} {:>9}  {:>19}  {:>19}",
        "unit", "numerator", "denominator", "value", "95 % limits", "99.8 % limits"
    );
    for ((name, unit), place) in names.iter().zip(units).zip(&found.places) {
        let shown = |i: usize| {
            limits_of(place, i).map_or_else(|| "-".to_owned(), |(low, high)| format!("{low:.4} to {high:.4}"))
        };
        let mark =
            match (0..2).rev().find(|i| limits_of(place, *i).is_some_and(|limits| is_outside(place.value, limits))) {
                Some(1) => " **",
                Some(_) => " *",
                None => "",
            };
        let _ = writeln!(
            text,
            "{name:width$} {:>10} {:>12} {:>9.4}  {:>19}  {:>19}{mark}",
            unit.numerator,
            unit.denominator,
            place.value,
            shown(0),
            shown(1)
        );
    }
    text.push_str(
        "\n* outside 95 %, ** outside 99.8 %. Of ordinary units, 1 in 20 and 1 in 500 lie outside by chance.\n",
    );
    text
}

//! `varde scan`: many series from a file, without a database.

mod report;
mod rows;

use std::path::PathBuf;

use varde_batch::scan_series;

use super::flags::{Language, share};
use super::table::open;
use super::{Failure, say};

/// Scan many series at once.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLE)]
pub struct Args {
    /// A table (CSV, XLSX or Parquet) with the columns indicator, unit, period, numerator, and where known
    /// denominator, kind (share, rate, count, value, time, cases), better (higher, lower, neither) and parent;
    /// `-` reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Share of the alerts that may be false.
    #[arg(long, default_value_t = 0.1, value_parser = share)]
    fdr: f64,
    /// Print JSON with full numbers rather than words: one object with `alerts`, `watch` and `too_little`.
    #[arg(long, conflicts_with = "text")]
    json: bool,
    /// Print what was found in words, with a table of each list (the default).
    #[arg(long)]
    text: bool,
    /// The language of words and errors.
    #[arg(long, value_enum, default_value_t = Language::Nb)]
    language: Language,
    /// The sheet of a workbook; the first one unless given.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
}

const EXAMPLE: &str = "Examples:\n  \
varde scan series.csv\n  \
varde scan series.xlsx --sheet months --fdr 0.05 --language en\n  \
varde scan - --json < series.parquet\n\n\
A row is one unit's number in one period:\n\n  \
indicator;unit;period;numerator;denominator;better;parent\n  \
falls;Ward 1;2025-01;12;840;lower;Hospital\n  \
falls;Ward 1;2025-02;9;790;lower;Hospital\n\n\
Columns may have their Norwegian names too (indikator, enhet, periode, teller, nevner). Periods are read as people \
and statistics offices write them, and put in the order of time; all periods of an indicator are of one sort. Numbers \
have a decimal comma or point. An empty numerator is missing, which is not zero. What an indicator measures is guessed \
from its columns unless the column kind says it; lower is better unless the column better says otherwise. Rows that \
cannot be meant are all named, with what to do, and nothing is looked at.\n\n\
Every series gets three tests (level, runs, newest point); alerts are selected by indicators first and units within \
them. What is not sure enough but harmful comes on a second list. Units with less than one event a period are added up \
under their parent. How it works: docs/methods/scan.md. Exit code 0 when the file was scanned, whatever was found.";

/// Scans the file and writes what was found on standard output.
pub fn run(args: &Args) -> Result<(), Failure> {
    let voice = args.language.voice();
    let table = open(&args.file, args.sheet.as_deref(), &voice)?;
    let rows = rows::read(&table, &voice)?;
    let found = scan_series(&rows.series, args.fdr);
    if args.json {
        say(report::json(&voice, &rows, &found));
    } else {
        say(report::text(&voice, &rows, &found, args.fdr).trim_end());
    }
    Ok(())
}

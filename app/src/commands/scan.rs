//! `varde scan`: many series from a file, without a database.

use std::fs::File;
use std::io::{BufReader, Read, stdin};
use std::path::{Path, PathBuf};

use super::{Failure, say};

/// Scan many series at once.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLE)]
pub struct Args {
    /// CSV with the columns indicator, unit, period, numerator, and where known denominator, kind (share,
    /// rate, count, value, time, cases), better (higher, lower, neither) and parent; `-` reads standard
    /// input. Periods are put in the order of their text (2026-01, 2026-02 …).
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Share of the alerts that may be false.
    #[arg(long, default_value_t = 0.1, value_parser = share)]
    fdr: f64,
    /// How to write what was found.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How to write what was found.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// One line a series, in words.
    Text,
    /// One object with `alerts`, `watch` and `too_little`.
    Json,
}

const EXAMPLE: &str = "Example:\n  varde scan series.csv --format json\n\n\
Every series gets three tests (level, runs, newest point); alerts are selected by indicators first and \
units within them. What is not sure enough but harmful comes on a second list. How it works: \
docs/methods/scan.md.";

fn share(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(share) if 0.0 < share && share < 1.0 => Ok(share),
        _ => Err("must be a number between 0 and 1".to_owned()),
    }
}

/// Scans the file and writes what was found on standard output.
pub fn run(args: &Args) -> Result<(), Failure> {
    let table: Box<dyn Read> = if args.file == Path::new("-") {
        Box::new(stdin().lock())
    } else {
        let opened = File::open(&args.file);
        Box::new(BufReader::new(opened.map_err(|e| Failure::Asked(format!("{}: {e}", args.file.display())))?))
    };
    let found = varde_batch::scan_csv(table, args.fdr).map_err(|error| Failure::Asked(error.to_string()))?;
    match args.format {
        Format::Text => say(found.text()),
        Format::Json => say(found.json()),
    }
    Ok(())
}

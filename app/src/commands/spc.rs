//! `varde spc`: control charts and run charts from a file, without a database.

use std::fs::File;
use std::io::{BufReader, BufWriter, stdin, stdout};
use std::path::{Path, PathBuf};

use varde_batch::{SPC, Table};

use super::Failure;

/// Control charts and run charts.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLE)]
pub struct Args {
    /// JSON Lines with one computation a line; `-` reads standard input. Answers come one a line in the
    /// same order; a line that cannot be computed is answered with an error and stops nothing.
    #[arg(long, value_name = "FILE")]
    batch: PathBuf,
}

const EXAMPLE: &str = "Example:\n  \
echo '{\"id\":1,\"kind\":\"spc\",\"input\":{\"chart\":\"p\",\"y\":[3,5,2],\"n\":[40,38,44]}}' | varde spc --batch -\n\n\
Kinds and fields: docs/methods/batch.md. Exit code 0 when every line was read.";

/// Answers the file on standard output.
pub fn run(args: &Args) -> Result<(), Failure> {
    batch(&SPC, &args.batch)
}

/// Answers a file of JSON Lines by the kinds of `table`.
pub(super) fn batch(table: &Table, file: &Path) -> Result<(), Failure> {
    let mut out = BufWriter::new(stdout().lock());
    let done = if file == Path::new("-") {
        varde_batch::run(table, &mut stdin().lock(), &mut out)
    } else {
        let opened = File::open(file).map_err(|error| Failure::Asked(format!("{}: {error}", file.display())))?;
        varde_batch::run(table, &mut BufReader::new(opened), &mut out)
    };
    match done {
        // Whoever reads may stop before the end.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map(|_| ()).map_err(Failure::from),
    }
}

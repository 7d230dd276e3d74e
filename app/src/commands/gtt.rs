//! `varde gtt`: estimates from record review, from a file, without a database.

use std::path::PathBuf;

use varde_batch::GTT;

use super::{Failure, spc};

/// Record review.
#[derive(clap::Subcommand)]
pub enum Command {
    /// The share of stays with harm over all teams, and how well reviewers agree.
    Estimate(EstimateArgs),
}

/// The estimate.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLE)]
pub struct EstimateArgs {
    /// JSON Lines with one computation a line; `-` reads standard input. Answers come one a line in the
    /// same order; a line that cannot be computed is answered with an error and stops nothing.
    #[arg(long, value_name = "FILE")]
    batch: PathBuf,
}

const EXAMPLE: &str = "Examples:\n  \
echo '{\"id\":1,\"input\":{\"teams\":[{\"n\":240,\"x\":34,\"stays\":12000},{\"n\":240,\"x\":26,\"stays\":30000}],\"seed\":1}}' | varde gtt estimate --batch -\n  \
echo '{\"id\":2,\"input\":{\"table\":[[30,10],[8,192]]}}' | varde gtt estimate --batch -\n\n\
Fields: docs/methods/batch.md. Method: docs/methods/gtt-estimate.md. Exit code 0 when every line was read.";

/// Answers the file on standard output.
pub fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Estimate(args) => spc::batch(&GTT, &args.batch),
    }
}

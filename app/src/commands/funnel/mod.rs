//! `varde funnel`: which units lie further from the common level than their size lets one expect.

mod picture;
mod report;
mod units;

use std::path::PathBuf;

use varde_batch::FUNNEL;
use varde_chart::{Layout, funnel_chart};
use varde_stats::funnel::{Funnel, FunnelError, Measure, Options, funnel};
use varde_web::Say;

use self::units::Units;
use super::flags::{Better, Language};
use super::table::{Scale, open};
use super::{Failure, picture_and_report, spc};

/// A funnel from a table, or many from JSON Lines.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLE)]
pub struct Args {
    /// A table (CSV, XLSX or Parquet) whose first row names the columns; `-` reads standard input.
    #[arg(value_name = "FILE", required_unless_present = "batch", conflicts_with = "batch")]
    file: Option<PathBuf>,
    /// The column that names the unit; rows of a unit are added up.
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
    /// Which way is better; decides colours.
    #[arg(long, value_enum, default_value_t = Better::Neither)]
    better: Better,
    /// Factor of the values shown. Shares are shown in per cent, that is 100, unless this says otherwise.
    #[arg(long, value_name = "FACTOR", value_parser = super::flags::above_zero)]
    multiply: Option<f64>,
    /// The question that the funnel answers; stands above the picture and the report.
    #[arg(long)]
    title: Option<String>,
    /// Draw the funnel into this file, and print the report; `-` prints the picture instead.
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// Print JSON with full numbers rather than words.
    #[arg(long, conflicts_with = "text")]
    json: bool,
    /// Print what the funnel shows in words, with a table (the default).
    #[arg(long)]
    text: bool,
    /// The language of words, picture and errors.
    #[arg(long, value_enum, default_value_t = Language::Nb)]
    language: Language,
    /// The sheet of a workbook; the first one unless given.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
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

impl Kind {
    const fn measure(self) -> Measure {
        match self {
            Self::Proportion => Measure::Proportion,
            Self::Rate => Measure::Rate,
            Self::Ratio => Measure::StandardisedRatio,
            Self::Counts => Measure::RatioOfCounts,
        }
    }
}

const EXAMPLE: &str = "Examples:\n  \
varde funnel wards.csv --group ward --numerator falls --denominator stays --better lower --svg falls.svg\n  \
varde funnel hospitals.xlsx --group hospital --numerator deaths --denominator expected --measure ratio --json\n  \
varde funnel infections.csv --group ward --numerator infections --denominator days --measure rate --multiply 1000\n  \
echo '{\"id\":1,\"input\":{\"data_type\":\"PR\",\"numerator\":[3,9,4],\"denominator\":[40,52,61],\"group\":[\"a\",\"b\",\"c\"]}}' | varde funnel --batch -\n\n\
Rows of a unit are added up. Numbers have a decimal comma or point; an empty cell is missing, which is not zero, and \
the row is left out and told. Rows that cannot be meant are all named, with what to do, and nothing is drawn.\n\n\
Limits are exact where units differ no more than chance lets them, and leave room for true differences where they do. \
Of ordinary units one in 20 lies outside 95 %, and one in 500 outside 99.8 %, by chance. A funnel is no ranking.\n\n\
Fields of a batch: docs/methods/batch.md. Method: docs/methods/funnels.md. Exit code 0 when a funnel was made or every \
line of a batch was read, 1 when the file cannot be compared.";

/// What report, picture and JSON are made of.
struct Shown<'a> {
    args: &'a Args,
    say: &'a Say,
    units: &'a Units,
    funnel: &'a Funnel,
    scale: Scale,
    factor: f64,
    title: String,
    /// What is shown along the value axis.
    what: String,
}

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
    let say = args.language.voice();
    let table = open(file, args.sheet.as_deref(), &say)?;
    let measure = args.measure.measure();
    let units = units::read(&table, [group, numerator, denominator], measure, &say)?;
    let options = Options::default();
    let found = funnel(measure, &units.counts, &options).map_err(|error| match error {
        FunnelError::NoUnit => Failure::Asked(say.t("app-table-no-rows")),
        FunnelError::Target => Failure::Asked(say.t("app-funnel-no-target")),
        other => Failure::Asked(other.to_string()),
    })?;
    let is_share = measure == Measure::Proportion;
    let factor = args.multiply.unwrap_or(if is_share { 100.0 } else { 1.0 });
    let values = found.places.iter().map(|place| place.value * factor).filter(|value| value.is_finite());
    let shown = Shown {
        args,
        say: &say,
        units: &units,
        funnel: &found,
        scale: Scale::new(values, is_share && factor.to_bits() == 100_f64.to_bits()),
        factor,
        title: args.title.clone().unwrap_or_else(|| say.t("indicators-funnel-question")),
        what: report::what(&say, (numerator, denominator), (measure, factor)),
    };
    picture_and_report(
        args.svg.as_deref(),
        || picture::with(&shown, Layout::Wide, funnel_chart),
        || if args.json { report::json(&shown) } else { report::text(&shown) },
    )
}

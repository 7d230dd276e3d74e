//! What one may ask of `varde spc`.

use std::path::PathBuf;

use jiff::civil::Date;
use varde_kernel::PeriodType;
use varde_spc::{Kind, RuleSet};

use super::super::flags::{Better, Language, Measured, above_one, above_zero, share, weight};

/// A control chart or run chart from a table, or many from JSON Lines.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLE)]
pub struct Args {
    /// A table (CSV, XLSX or Parquet) whose first row names the columns; `-` reads standard input.
    #[arg(value_name = "FILE", required_unless_present = "batch", conflicts_with = "batch")]
    pub file: Option<PathBuf>,
    /// Which chart: auto (what fits the data), run, i, mr, ip, xbar, s, r, t, p, pp, np, c, u, up, g; those that
    /// accumulate: ewma, cusum, `bernoulli_cusum`, `ra_cusum`, vlad; or pareto.
    #[arg(long, value_name = "KIND", default_value = "auto", value_parser = wanted)]
    pub chart: Wanted,
    /// The column with the period or day of each row; without it every row is a point, in the file's order.
    /// Rows of the same period are taken together. For pareto: the column with the causes.
    #[arg(long, value_name = "COLUMN")]
    pub x: Option<String>,
    /// The column with counts or values; for charts case by case, whether it happened (1 or 0, ja or nei).
    #[arg(long, value_name = "COLUMN")]
    pub y: Option<String>,
    /// The column with denominators: stays, bed days, persons.
    #[arg(long, value_name = "COLUMN")]
    pub n: Option<String>,
    /// Take the rows of a longer period together.
    #[arg(long, value_enum)]
    pub by: Option<By>,
    /// How the rows of a period become one value, in run and I charts without denominators: the mean unless given.
    #[arg(long, value_enum)]
    pub agg: Option<Agg>,
    /// What the values are; guessed from the columns unless given. Only auto, ewma and cusum ask.
    #[arg(long, value_enum)]
    pub measure: Option<Measured>,
    /// What counts as a signal: varde-1 (unless given), anhoej-1 (as qicharts2), 3sigma-1, we-1, nelson-1, mdc-1.
    #[arg(long, value_name = "SET", value_parser = rule_set)]
    pub rules: Option<RuleSet>,
    /// The last point of each part but the last, counted from 1, such as `12,24`.
    #[arg(long, value_name = "POINT", value_delimiter = ',', conflicts_with = "phase")]
    pub part: Vec<usize>,
    /// A new phase from this point on, with the reason: `2025-03=new ward`. May be given several times.
    #[arg(long, value_name = "POINT[=WHY]")]
    pub phase: Vec<String>,
    /// The last point that centre and limits come from; the later points of its phase are held against
    /// them. May be given once for each phase. For `bernoulli_cusum`: the last case that the expected share comes from.
    #[arg(long, value_name = "POINT")]
    pub freeze: Vec<String>,
    /// A point left out of centre, limits and runs, with the reason: `2025-07=strike`. May be given several times.
    #[arg(long, value_name = "POINT[=WHY]")]
    pub exclude: Vec<String>,
    /// How many of the last points are not final: drawn hollow, and in nothing else.
    #[arg(long, value_name = "POINTS", default_value_t = 0)]
    pub provisional: usize,
    /// The centre line, where it is known beforehand; as the data have it, before `--multiply`. For ewma and cusum
    /// the level that values are held against.
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub cl: Option<f64>,
    /// What one wants to reach, as it is shown (after `--multiply`).
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub target: Option<f64>,
    /// Which way is better; decides colours, and what is said of the target.
    #[arg(long, value_enum, default_value_t = Better::Neither)]
    pub better: Better,
    /// Factor of everything shown. Shares (p, pp) are shown in per cent, that is 100, unless this says otherwise.
    #[arg(long, value_name = "FACTOR")]
    pub multiply: Option<f64>,
    /// What only charts that accumulate ask.
    #[command(flatten)]
    pub sums: SumArgs,
    /// The question that the chart answers; stands above the picture and the report.
    #[arg(long)]
    pub title: Option<String>,
    /// Draw the chart into this file, and print the report; `-` prints the picture instead.
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// Write the chart with its sentences, table and method as a PDF into this file, and print the report; `-`
    /// prints the PDF instead.
    #[arg(long, value_name = "FILE")]
    pub pdf: Option<PathBuf>,
    /// The day that the PDF bears, such as 2026-11-22; today unless given. The same day gives the same bytes.
    #[arg(long, value_name = "DATE", requires = "pdf")]
    pub date: Option<Date>,
    /// Print JSON with full numbers rather than words.
    #[arg(long, conflicts_with = "text")]
    pub json: bool,
    /// Print what the chart shows in words, with a table (the default).
    #[arg(long)]
    pub text: bool,
    /// The language of words, picture and errors.
    #[arg(long, value_enum, default_value_t = Language::Nb)]
    pub language: Language,
    /// The sheet of a workbook; the first one unless given.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// JSON Lines with one computation a line; `-` reads standard input. Answers come one a line in the
    /// same order; a line that cannot be computed is answered with an error and stops nothing.
    #[arg(long, value_name = "FILE")]
    pub batch: Option<PathBuf>,
}

/// What only charts that accumulate ask.
#[derive(clap::Args)]
#[command(next_help_heading = "Charts that accumulate")]
pub struct SumArgs {
    /// Standard deviation of one value, where it is known beforehand; as it is shown. From moving ranges unless
    /// given (ewma, cusum).
    #[arg(long, value_name = "NUMBER", value_parser = above_zero)]
    pub sd: Option<f64>,
    /// Weight of the newest value: 0.2 unless given (ewma).
    #[arg(long, value_name = "WEIGHT", value_parser = weight)]
    pub lambda: Option<f64>,
    /// Distance of the limits in standard deviations: 3 unless given (ewma).
    #[arg(long, value_name = "NUMBER", value_parser = above_zero)]
    pub nsigmas: Option<f64>,
    /// Slack in standard deviations, half the shift that one wants to find: 0.5 unless given (cusum).
    #[arg(long, value_name = "NUMBER", value_parser = above_zero)]
    pub k: Option<f64>,
    /// The threshold at which a sum signals: 5 standard deviations (cusum), 3.5 (`bernoulli_cusum`) or 4.5
    /// (`ra_cusum`, vlad) unless given.
    #[arg(long, value_name = "NUMBER", value_parser = above_zero)]
    pub h: Option<f64>,
    /// The share of cases in which it is expected to happen; that of all cases unless given (`bernoulli_cusum`).
    #[arg(long, value_name = "SHARE", value_parser = share)]
    pub p0: Option<f64>,
    /// How many times higher, or lower, the odds are that one wants to find: 2 unless given (`bernoulli_cusum`,
    /// `ra_cusum`, vlad).
    #[arg(long, value_name = "RATIO", value_parser = above_one)]
    pub odds_ratio: Option<f64>,
    /// The column with the risk that each case came with, from 0 to 1 (`ra_cusum`, vlad).
    #[arg(long, value_name = "COLUMN")]
    pub risk: Option<String>,
    /// Find the threshold at which the upper sum has a false signal once in so many cases on average
    /// (`ra_cusum`, vlad).
    #[arg(long, value_name = "CASES", value_parser = above_one, conflicts_with = "h")]
    pub arl: Option<f64>,
}

const EXAMPLE: &str = "Examples:\n  \
varde spc falls.csv --x month --y falls --n stays\n  \
varde spc falls.csv --chart p --x month --y falls --n stays --phase \"2025-03=new ward\" --freeze 2024-12 --svg falls.svg\n  \
varde spc infections.xlsx --chart u --x day --by month --y infections --n bed_days --multiply 1000 --target 2 --better lower\n  \
varde spc waiting.csv --chart i --x week --y days --exclude 2025-W30=strike --rules anhoej --json\n  \
varde spc waiting.csv --chart ewma --x week --y days --freeze 2024-W52 --svg waiting.svg\n  \
varde spc operations.csv --chart ra_cusum --y died --risk expected --arl 5000 --better lower\n  \
varde spc falls.csv --x month --y falls --n stays --title \"Do fewer fall?\" --pdf falls.pdf\n  \
varde spc reports.csv --chart pareto --x cause --svg causes.svg\n  \
echo '{\"id\":1,\"kind\":\"spc\",\"input\":{\"chart\":\"p\",\"y\":[3,5,2],\"n\":[40,38,44]}}' | varde spc --batch -\n\n\
A point is named by its period (2025-03, mars 2025, 2025-T1, 2025-W07, 31.12.2025) or by its number, from 1. \
Periods are read as people and statistics offices write them; numbers with a decimal comma or point. An empty \
cell is missing, which is not zero. Rows that cannot be meant are all named, with what to do, and nothing is drawn.\n\n\
Which chart? p: so many of so many. u: events in so much time at risk. c: events in equal periods. i: measured \
values. g and t: cases and time between rare events. auto looks at the data and says why it chose. For a small but \
lasting change: ewma and cusum, period by period; bernoulli_cusum, case by case; ra_cusum and vlad, where each case \
came with a risk of its own. pareto: which few causes make up most.\n\n\
Kinds and fields of a batch: docs/methods/batch.md. Charts: docs/methods/control-charts.md, run-charts.md and \
cusum.md. What counts as a signal, and how often by chance: docs/methods/rule-sets.md. Exit code 0 when a chart was \
made or every line of a batch was read, 1 when the file cannot be charted.";

/// The chart that is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// What fits the data.
    Auto,
    /// A control chart or run chart.
    Process(Kind),
    /// One that accumulates.
    Sum(Sum),
    /// Causes by how often they occur.
    Pareto,
}

/// A chart that accumulates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sum {
    Ewma,
    Cusum,
    Bernoulli,
    RiskAdjusted,
    Vlad,
}

impl Sum {
    pub const ALL: [Self; 5] = [Self::Ewma, Self::Cusum, Self::Bernoulli, Self::RiskAdjusted, Self::Vlad];

    /// The name that the batch interface has for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ewma => "ewma",
            Self::Cusum => "cusum",
            Self::Bernoulli => "bernoulli_cusum",
            Self::RiskAdjusted => "ra_cusum",
            Self::Vlad => "vlad",
        }
    }
}

fn wanted(text: &str) -> Result<Wanted, String> {
    let text = text.to_lowercase();
    if let Some(sum) = Sum::ALL.into_iter().find(|sum| sum.name() == text) {
        return Ok(Wanted::Sum(sum));
    }
    match text.as_str() {
        "auto" => Ok(Wanted::Auto),
        "pareto" => Ok(Wanted::Pareto),
        _ => text.parse().map(Wanted::Process).map_err(|_| {
            let kinds = Kind::ALL.iter().map(|kind| kind.name());
            let names: Vec<&str> = kinds.chain(Sum::ALL.map(Sum::name)).chain(["pareto"]).collect();
            format!("write auto or one of {}", names.join(", "))
        }),
    }
}

fn rule_set(text: &str) -> Result<RuleSet, String> {
    let names: Vec<&str> = RuleSet::ALL.iter().map(|set| set.name()).collect();
    text.parse().map_err(|_| format!("write one of {}", names.join(", ")))
}

#[derive(Clone, Copy, clap::ValueEnum)]
pub enum By {
    Week,
    Month,
    Quarter,
    Tertial,
    Half,
    Year,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Agg {
    Mean,
    Median,
    Sum,
    Sd,
}

impl By {
    pub const fn sort(self) -> PeriodType {
        match self {
            Self::Week => PeriodType::Week,
            Self::Month => PeriodType::Month,
            Self::Quarter => PeriodType::Quarter,
            Self::Tertial => PeriodType::Tertial,
            Self::Half => PeriodType::Half,
            Self::Year => PeriodType::Year,
        }
    }
}

impl Args {
    /// The flags that were given and say nothing for the chart that is wanted.
    pub fn unfit(&self) -> Vec<&'static str> {
        use Class::{Bernoulli, Cusum, Ewma, Pareto, Process, Risk};
        let sums = &self.sums;
        let class = match self.chart {
            Wanted::Auto | Wanted::Process(_) => Process,
            Wanted::Sum(Sum::Ewma) => Ewma,
            Wanted::Sum(Sum::Cusum) => Cusum,
            Wanted::Sum(Sum::Bernoulli) => Bernoulli,
            Wanted::Sum(Sum::RiskAdjusted | Sum::Vlad) => Risk,
            Wanted::Pareto => Pareto,
        };
        let level: &[Class] = &[Process, Ewma, Cusum];
        let given: [(&str, bool, &[Class]); 23] = [
            ("--n", self.n.is_some(), level),
            ("--by", self.by.is_some(), level),
            ("--agg", self.agg.is_some(), level),
            ("--measure", self.measure.is_some(), level),
            ("--rules", self.rules.is_some(), &[Process]),
            ("--part", !self.part.is_empty(), &[Process]),
            ("--phase", !self.phase.is_empty(), &[Process]),
            ("--freeze", !self.freeze.is_empty(), &[Process, Ewma, Cusum, Bernoulli]),
            ("--exclude", !self.exclude.is_empty(), level),
            ("--provisional", self.provisional != 0, &[Process]),
            ("--cl", self.cl.is_some(), level),
            ("--target", self.target.is_some(), &[Process, Ewma]),
            ("--multiply", self.multiply.is_some(), level),
            ("--pdf", self.pdf.is_some(), &[Process]),
            ("--sd", sums.sd.is_some(), &[Ewma, Cusum]),
            ("--lambda", sums.lambda.is_some(), &[Ewma]),
            ("--nsigmas", sums.nsigmas.is_some(), &[Ewma]),
            ("--k", sums.k.is_some(), &[Cusum]),
            ("--h", sums.h.is_some(), &[Cusum, Bernoulli, Risk]),
            ("--p0", sums.p0.is_some(), &[Bernoulli]),
            ("--odds-ratio", sums.odds_ratio.is_some(), &[Bernoulli, Risk]),
            ("--risk", sums.risk.is_some(), &[Risk]),
            ("--arl", sums.arl.is_some(), &[Risk]),
        ];
        let unfit = given.into_iter().filter(|(_, given, fits)| *given && !fits.contains(&class));
        unfit.map(|(flag, ..)| flag).collect()
    }

    /// How several rows of a point become one value.
    pub fn agg(&self) -> Agg {
        self.agg.unwrap_or(Agg::Mean)
    }
}

/// Charts that ask the same.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Process,
    Ewma,
    Cusum,
    Bernoulli,
    Risk,
    Pareto,
}

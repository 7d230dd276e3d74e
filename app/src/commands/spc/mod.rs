//! `varde spc`: control charts and run charts from a file, without a database. Same input, same bytes.

mod advice;
mod asked;
mod picture;
mod print;
mod report;
mod rows;
mod scale;

use std::fs::File;
use std::io::{BufReader, BufWriter, Cursor, Read as _, stdin, stdout};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use varde_batch::{SPC, Table as Batch};
use varde_chart::{Layout, spc_chart};
use varde_document::Limits;
use varde_indicators::import::table::refusal;
use varde_kernel::Locale;
use varde_spc::adviser::{Advice, Measure};
use varde_spc::{Aggregate, Centre, Chart, Kind, Limits as HowFar, RuleSet, Spec, analyse};
use varde_web::Say;

use self::asked::{Drawn, Phases};
use self::rows::{Columns, Rows};
use super::{Failure, pass_on, pdf, say};
use crate::house;

/// A control chart or run chart from a table, or many from JSON Lines.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLE)]
pub struct Args {
    /// A table (CSV, XLSX or Parquet) whose first row names the columns; `-` reads standard input.
    #[arg(value_name = "FILE", required_unless_present = "batch", conflicts_with = "batch")]
    file: Option<PathBuf>,
    /// Which chart: auto (what fits the data), run, i, mr, ip, xbar, s, r, t, p, pp, np, c, u, up, g.
    #[arg(long, value_name = "KIND", default_value = "auto", value_parser = wanted)]
    chart: Wanted,
    /// The column with the period or day of each row; without it every row is a point, in the file's order.
    /// Rows of the same period are taken together.
    #[arg(long, value_name = "COLUMN")]
    x: Option<String>,
    /// The column with counts or values.
    #[arg(long, value_name = "COLUMN", required_unless_present = "batch")]
    y: Option<String>,
    /// The column with denominators: stays, bed days, persons.
    #[arg(long, value_name = "COLUMN")]
    n: Option<String>,
    /// Take the rows of a longer period together.
    #[arg(long, value_enum)]
    by: Option<By>,
    /// How the rows of a period become one value, in run and I charts without denominators.
    #[arg(long, value_enum, default_value_t = Agg::Mean)]
    agg: Agg,
    /// What the values are; guessed from the columns unless given. Only `--chart auto` asks.
    #[arg(long, value_enum)]
    measure: Option<Measured>,
    /// What counts as a signal: varde-1, anhoej-1 (as qicharts2), 3sigma-1, we-1, nelson-1, mdc-1.
    #[arg(long, value_name = "SET", default_value = "varde-1", value_parser = rule_set)]
    rules: RuleSet,
    /// The last point of each part but the last, counted from 1, such as `12,24`.
    #[arg(long, value_name = "POINT", value_delimiter = ',', conflicts_with = "phase")]
    part: Vec<usize>,
    /// A new phase from this point on, with the reason: `2025-03=new ward`. May be given several times.
    #[arg(long, value_name = "POINT[=WHY]")]
    phase: Vec<String>,
    /// The last point that centre and limits come from; the later points of its phase are held against
    /// them. May be given once for each phase.
    #[arg(long, value_name = "POINT")]
    freeze: Vec<String>,
    /// A point left out of centre, limits and runs, with the reason: `2025-07=strike`. May be given several times.
    #[arg(long, value_name = "POINT[=WHY]")]
    exclude: Vec<String>,
    /// How many of the last points are not final: drawn hollow, and in nothing else.
    #[arg(long, value_name = "POINTS", default_value_t = 0)]
    provisional: usize,
    /// The centre line, where it is known beforehand; as the data have it, before `--multiply`.
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    cl: Option<f64>,
    /// What one wants to reach, as it is shown (after `--multiply`).
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    target: Option<f64>,
    /// Which way is better; decides colours, and what is said of the target.
    #[arg(long, value_enum, default_value_t = Better::Neither)]
    better: Better,
    /// Factor of everything shown. Shares (p, pp) are shown in per cent, that is 100, unless this says otherwise.
    #[arg(long, value_name = "FACTOR")]
    multiply: Option<f64>,
    /// The question that the chart answers; stands above the picture and the report.
    #[arg(long)]
    title: Option<String>,
    /// Draw the chart into this file, and print the report; `-` prints the picture instead.
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// Write the chart with its sentences, table and method as a PDF into this file, and print the report; `-`
    /// prints the PDF instead.
    #[arg(long, value_name = "FILE")]
    pdf: Option<PathBuf>,
    /// The day that the PDF bears, such as 2026-11-22; today unless given. The same day gives the same bytes.
    #[arg(long, value_name = "DATE", requires = "pdf")]
    date: Option<Date>,
    /// Print JSON with full numbers rather than words.
    #[arg(long, conflicts_with = "text")]
    json: bool,
    /// Print what the chart shows in words, with a table (the default).
    #[arg(long)]
    text: bool,
    /// The language of words, picture and errors.
    #[arg(long, value_enum, default_value_t = Language::Nb)]
    language: Language,
    /// The sheet of a workbook; the first one unless given.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// JSON Lines with one computation a line; `-` reads standard input. Answers come one a line in the
    /// same order; a line that cannot be computed is answered with an error and stops nothing.
    #[arg(long, value_name = "FILE")]
    batch: Option<PathBuf>,
}

const EXAMPLE: &str = "Examples:\n  \
varde spc falls.csv --x month --y falls --n stays\n  \
varde spc falls.csv --chart p --x month --y falls --n stays --phase \"2025-03=new ward\" --freeze 2024-12 --svg falls.svg\n  \
varde spc infections.xlsx --chart u --x day --by month --y infections --n bed_days --multiply 1000 --target 2 --better lower\n  \
varde spc waiting.csv --chart i --x week --y days --exclude 2025-W30=strike --rules anhoej --json\n  \
varde spc falls.csv --x month --y falls --n stays --title \"Do fewer fall?\" --pdf falls.pdf\n  \
echo '{\"id\":1,\"kind\":\"spc\",\"input\":{\"chart\":\"p\",\"y\":[3,5,2],\"n\":[40,38,44]}}' | varde spc --batch -\n\n\
A point is named by its period (2025-03, mars 2025, 2025-T1, 2025-W07, 31.12.2025) or by its number, from 1.\n\
Periods are read as people and statistics offices write them; numbers with a decimal comma or point. An empty\n\
cell is missing, which is not zero. Rows that cannot be meant are all named, with what to do, and nothing is drawn.\n\n\
Which chart? p: so many of so many. u: events in so much time at risk. c: events in equal periods. i: measured\n\
values. g and t: cases and time between rare events. auto looks at the data and says why it chose.\n\n\
Kinds and fields of a batch: docs/methods/batch.md. Charts: docs/methods/control-charts.md and run-charts.md.\n\
What counts as a signal, and how often by chance: docs/methods/rule-sets.md. Exit code 0 when a chart was made\n\
or every line of a batch was read, 1 when the file cannot be charted.";

/// The chart that is wanted; none for what fits.
#[derive(Clone, Copy)]
struct Wanted(Option<Kind>);

fn wanted(text: &str) -> Result<Wanted, String> {
    if text.eq_ignore_ascii_case("auto") {
        return Ok(Wanted(None));
    }
    let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    text.parse().map(|kind| Wanted(Some(kind))).map_err(|_| format!("write auto or one of {}", names.join(", ")))
}

fn rule_set(text: &str) -> Result<RuleSet, String> {
    let names: Vec<&str> = RuleSet::ALL.iter().map(|set| set.name()).collect();
    text.parse().map_err(|_| format!("write one of {}", names.join(", ")))
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Language {
    Nb,
    Nn,
    En,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum By {
    Week,
    Month,
    Quarter,
    Tertial,
    Half,
    Year,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Agg {
    Mean,
    Median,
    Sum,
    Sd,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Better {
    Higher,
    Lower,
    Neither,
}

/// What the values are.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Measured {
    /// So many of so many.
    Share,
    /// Events in so much time at risk.
    Rate,
    /// Events in equal periods.
    Count,
    /// Cases between events.
    Cases,
    /// Time between events.
    Time,
    /// Something measured, one value a period.
    Value,
    /// Something measured, several values a period.
    Sample,
}

/// Everything that report, picture and JSON are made of.
struct Shown<'a> {
    args: &'a Args,
    say: &'a Say,
    rows: &'a Rows,
    chart: Chart,
    phases: &'a Phases,
    /// What the adviser says, when it was asked.
    advice: Option<&'a Advice>,
    scale: scale::Scale,
    /// Factor of everything shown.
    multiply: f64,
    title: String,
}

/// Answers a batch, or charts a file.
pub fn run(args: &Args, today: Date) -> Result<(), Failure> {
    if let Some(file) = &args.batch {
        return batch(&SPC, file);
    }
    let locale = match args.language {
        Language::Nb => Locale::Nb,
        Language::Nn => Locale::Nn,
        Language::En => Locale::En,
    };
    let voice = varde_web::voice(&house::rooms(), locale, TimeZone::UTC);
    let (Some(file), Some(y)) = (&args.file, &args.y) else {
        return Err(Failure::Asked("name a file and its columns, or --batch".to_owned()));
    };
    let table = open(file, args.sheet.as_deref(), &voice)?;
    let columns = Columns { x: args.x.as_deref(), y, n: args.n.as_deref(), by: args.by.map(By::sort) };
    let rows = rows::read(&table, &columns, &voice)?;
    chart(args, &voice, rows, y, args.date.unwrap_or(today))
}

/// Works out the chart and writes it as it is asked for.
fn chart(args: &Args, voice: &Say, mut rows: Rows, y: &str, date: Date) -> Result<(), Failure> {
    let advice = args.chart.0.is_none().then(|| advice::of(&rows, args.measure.map(Measured::measure)));
    let kind = match (args.chart.0, &advice) {
        (Some(kind), _) => kind,
        (None, Some(advice)) => advice::drawable(advice, args.n.is_some()),
        (None, None) => Kind::Run,
    };
    rows.must_fit(kind, voice)?;
    rows.fill_gaps(kind);
    let mut spec = Spec::new(kind, args.rules);
    if advice.as_ref().is_some_and(|advice| advice.limits == HowFar::Exact) && args.rules != RuleSet::Varde1 {
        spec.limits = HowFar::Exact;
    }
    spec.aggregate = match args.agg {
        Agg::Mean => Aggregate::Mean,
        Agg::Median => Aggregate::Median,
        Agg::Sum => Aggregate::Sum,
        Agg::Sd => Aggregate::Sd,
    };
    spec.centre = args.cl.map_or(Centre::Own, Centre::Known);
    spec.provisional = args.provisional;
    let is_share = matches!(kind, Kind::P | Kind::Pp);
    spec.multiply = args.multiply.unwrap_or(if is_share { 100.0 } else { 1.0 });
    let wrong = |error: varde_spc::Error| Failure::Asked(error.to_string());
    // The points are known only now: phases and exclusions are then found among them.
    let points = analyse(&rows.series, &spec).map_err(wrong)?.points;
    let drawn = Drawn { points: &points, rows: &rows };
    let phases = asked::phases(args, &drawn, voice)?;
    spec.phases.clone_from(&phases.list);
    spec.exclude = phases.excluded.iter().map(|(place, _)| *place).collect();
    let worked = analyse(&rows.series, &spec).map_err(wrong)?;
    let what = report::what(args, voice, &spec, y);
    let title = args.title.clone().unwrap_or_else(|| voice.with("app-spc-question", &[("what", what.into())]));
    let scale = scale::Scale::of(&worked, spec.multiply);
    let multiply = spec.multiply;
    let advice = advice.as_ref();
    let shown = Shown { args, say: voice, rows: &rows, chart: worked, phases: &phases, advice, scale, multiply, title };
    write(&shown, &spec, date)
}

fn write(shown: &Shown<'_>, spec: &Spec, date: Date) -> Result<(), Failure> {
    if let Some(file) = &shown.args.svg {
        let svg = picture::with(shown, spec, Layout::Wide, spc_chart);
        if file == Path::new("-") {
            say(svg.trim_end());
            return Ok(());
        }
        std::fs::write(file, svg).map_err(|error| Failure::World(format!("{}: {error}", file.display())))?;
    }
    if let Some(file) = &shown.args.pdf {
        let pdf = pdf(&print::printout(shown, spec, date))?;
        if file == Path::new("-") {
            return pass_on(&pdf);
        }
        std::fs::write(file, pdf).map_err(|error| Failure::World(format!("{}: {error}", file.display())))?;
    }
    if shown.args.json {
        say(report::json(shown, spec));
    } else {
        say(report::text(shown, spec).trim_end());
    }
    Ok(())
}

fn open(file: &Path, sheet: Option<&str>, voice: &Say) -> Result<varde_document::Table, Failure> {
    let read = if file == Path::new("-") {
        let mut bytes = Vec::new();
        stdin().lock().take(Limits::default().bytes + 1).read_to_end(&mut bytes)?;
        varde_document::read(Cursor::new(bytes), sheet, &Limits::default())
    } else {
        let opened = File::open(file).map_err(|error| Failure::Asked(format!("{}: {error}", file.display())))?;
        varde_document::read(opened, sheet, &Limits::default())
    };
    read.map_err(|fault| {
        let (line, key, args) = refusal(&fault);
        let args: Vec<(&str, varde_web::Arg)> = args.iter().map(|(name, value)| (*name, value.into())).collect();
        Failure::Asked(format!("{}:{line}: {}", file.display(), voice.with(key, &args)))
    })
}

/// Answers a file of JSON Lines by the kinds of `table`.
pub(super) fn batch(table: &Batch, file: &Path) -> Result<(), Failure> {
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

impl By {
    const fn sort(self) -> varde_kernel::PeriodType {
        use varde_kernel::PeriodType;
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

impl Measured {
    const fn measure(self) -> Measure {
        match self {
            Self::Share => Measure::Share,
            Self::Rate => Measure::Rate,
            Self::Count => Measure::Count,
            Self::Cases => Measure::Cases,
            Self::Time => Measure::Time,
            Self::Value => Measure::Value,
            Self::Sample => Measure::Sample,
        }
    }
}

//! `varde spc`: control charts and run charts from a file, without a database. Same input, same bytes.

mod advice;
mod args;
mod asked;
mod pareto;
mod picture;
mod print;
mod report;
mod rows;
mod sums;

use std::fs::File;
use std::io::{BufReader, BufWriter, stdin, stdout};
use std::path::Path;

use jiff::civil::Date;
use varde_batch::{SPC, Table as Batch};
use varde_chart::{Layout, spc_chart};
use varde_document::Table;
use varde_spc::adviser::Advice;
use varde_spc::{Aggregate, Centre, Chart, Kind, Limits as HowFar, RuleSet, Spec, analyse};
use varde_web::Say;

pub use self::args::Args;
use self::args::{Agg, Wanted};
use self::asked::{Drawn, Phases};
use self::rows::{Columns, Rows};
use super::flags::Measured;
use super::table::{Scale, open};
use super::{Failure, pass_on, pdf, picture_and_report};

/// Everything that report, picture and JSON are made of.
struct Shown<'a> {
    args: &'a Args,
    say: &'a Say,
    rows: &'a Rows,
    chart: Chart,
    phases: &'a Phases,
    /// What the adviser says, when it was asked.
    advice: Option<&'a Advice>,
    scale: Scale,
    /// Factor of everything shown.
    multiply: f64,
    title: String,
}

/// Answers a batch, or charts a file.
pub fn run(args: &Args, today: Date) -> Result<(), Failure> {
    if let Some(file) = &args.batch {
        return batch(&SPC, file);
    }
    let voice = args.language.voice();
    let Some(file) = &args.file else {
        return Err(Failure::Asked("name a file and its columns, or --batch".to_owned()));
    };
    let unfit = args.unfit();
    if !unfit.is_empty() {
        return Err(Failure::Asked(voice.with("app-spc-unfit", &[("flags", unfit.join(", ").into())])));
    }
    let table = open(file, args.sheet.as_deref(), &voice)?;
    if args.chart == Wanted::Pareto {
        return pareto::run(args, &voice, &table);
    }
    let Some(y) = &args.y else { return Err(Failure::Asked(voice.t("app-spc-needs-y"))) };
    match args.chart {
        Wanted::Sum(sum) => sums::run(args, &voice, &table, sum, y),
        _ => chart(args, &voice, read(args, &voice, &table, y)?, (y, args.date.unwrap_or(today))),
    }
}

/// The rows of the columns that were named.
fn read(args: &Args, voice: &Say, table: &Table, y: &str) -> Result<Rows, Failure> {
    let columns = Columns { x: args.x.as_deref(), y, n: args.n.as_deref(), by: args.by.map(args::By::sort) };
    rows::read(table, &columns, voice)
}

/// Works out the chart and writes it as it is asked for.
fn chart(args: &Args, voice: &Say, mut rows: Rows, (y, date): (&str, Date)) -> Result<(), Failure> {
    let advice = match args.chart {
        Wanted::Auto => Some(advice::of(&rows, args.measure.map(Measured::measure))),
        _ => None,
    };
    let kind = match (args.chart, &advice) {
        (Wanted::Process(kind), _) => kind,
        (_, Some(advice)) => advice::drawable(advice, args.n.is_some()),
        _ => Kind::Run,
    };
    rows.must_fit(kind, voice)?;
    rows.fill_gaps(kind);
    let rules = args.rules.unwrap_or(RuleSet::Varde1);
    let mut spec = spec(args, kind, rules);
    if advice.as_ref().is_some_and(|advice| advice.limits == HowFar::Exact) && rules != RuleSet::Varde1 {
        spec.limits = HowFar::Exact;
    }
    spec.centre = args.cl.map_or(Centre::Own, Centre::Known);
    spec.provisional = args.provisional;
    // The points are known only now: phases and exclusions are then found among them.
    let points = analyse(&rows.series, &spec).map_err(wrong)?.points;
    let drawn = Drawn { points: &points, rows: &rows };
    let phases = asked::phases(args, &drawn, voice)?;
    spec.phases.clone_from(&phases.list);
    spec.exclude = phases.excluded.iter().map(|(place, _)| *place).collect();
    let worked = analyse(&rows.series, &spec).map_err(wrong)?;
    let what = report::what(args, voice, &spec, y);
    let title = args.title.clone().unwrap_or_else(|| voice.with("app-spc-question", &[("what", what.into())]));
    let scale = Scale::of(&worked, spec.multiply);
    let multiply = spec.multiply;
    let advice = advice.as_ref();
    let shown = Shown { args, say: voice, rows: &rows, chart: worked, phases: &phases, advice, scale, multiply, title };
    if let Some(file) = &args.pdf {
        let document = pdf(&print::printout(&shown, &spec, date))?;
        if file == Path::new("-") {
            return pass_on(&document);
        }
        std::fs::write(file, document).map_err(|error| Failure::World(format!("{}: {error}", file.display())))?;
    }
    picture_and_report(
        args.svg.as_deref(),
        || picture::with(&shown, &spec, Layout::Wide, spc_chart),
        || if args.json { report::json(&shown, &spec) } else { report::text(&shown, &spec) },
    )
}

/// How rows become points of this kind.
fn spec(args: &Args, kind: Kind, rules: RuleSet) -> Spec {
    let mut spec = Spec::new(kind, rules);
    spec.aggregate = match args.agg() {
        Agg::Mean => Aggregate::Mean,
        Agg::Median => Aggregate::Median,
        Agg::Sum => Aggregate::Sum,
        Agg::Sd => Aggregate::Sd,
    };
    spec.multiply = args.multiply.unwrap_or(if matches!(kind, Kind::P | Kind::Pp) { 100.0 } else { 1.0 });
    spec
}

fn wrong(error: varde_spc::Error) -> Failure {
    Failure::Asked(error.to_string())
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

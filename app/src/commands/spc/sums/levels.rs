//! EWMA and tabular CUSUM: values of periods held against a level.

use serde_json::json;
use varde_batch::{ewma_json, tabular_json};
use varde_spc::adviser::Measure;
use varde_spc::{Kind, RuleSet, analyse, cusum};
use varde_web::{Arg, Say};

use super::super::super::Failure;
use super::super::super::flags::Measured;
use super::super::super::table::{Scale, note_words};
use super::super::asked::{self, Drawn};
use super::super::{advice, args::Args, args::Sum, report, rows::Rows, spec, wrong};
use super::{Mark, Memory, Worked, reaches};

/// The weight of the newest value (Montgomery 2009, section 9.2: 0.05 to 0.25 are usual; qcc takes 0.2).
const LAMBDA: f64 = 0.2;
/// How far out the limits of an EWMA lie, in standard deviations.
const REACH: f64 = 3.0;
/// Half the shift that a CUSUM looks for, in standard deviations (Montgomery 2009, section 9.1).
const SLACK: f64 = 0.5;
/// The threshold of a CUSUM, in standard deviations; with that slack, one false signal in 465 points.
const THRESHOLD: f64 = 5.0;

/// Works out the chart of the rows.
pub fn work(args: &Args, say: &Say, mut rows: Rows, (sum, y): (Sum, &str)) -> Result<Worked, Failure> {
    let kind = counted_as(args.measure.map_or_else(|| advice::guess(&rows), Measured::measure), args.n.is_some());
    rows.must_fit(kind, say)?;
    rows.fill_gaps(kind);
    let spec = spec(args, kind, RuleSet::ThreeSigma1);
    let points = analyse(&rows.series, &spec).map_err(wrong)?;
    let asked = asked::phases(args, &Drawn { points: &points.points, rows: &rows }, say)?;
    let left_out = |place: usize| asked.excluded.iter().find(|(at, _)| *at == place).map(|(_, why)| why.clone());
    let values: Vec<Option<f64>> = points
        .points
        .iter()
        .enumerate()
        .map(|(place, point)| if left_out(place).is_some() { None } else { point.y })
        .collect();

    let baseline = asked.list.first().and_then(|phase| phase.baseline);
    let (mean, spread) = cusum::level(&values, baseline);
    let centre = args.cl.map_or(mean, |cl| cl * spec.multiply);
    let sigma = args.sums.sd.unwrap_or(spread);
    if !(centre.is_finite() && sigma.is_finite() && 0.0 < sigma) {
        return Err(Failure::Asked(say.t("app-sums-no-spread")));
    }
    let is_percent = Scale::of(&points, spec.multiply).is_percent();
    let scale = Scale::new(values.iter().flatten().copied().chain([centre]), is_percent);
    let what = report::what(args, say, &spec, y);
    let shown = |value: f64| scale.value(say, value);
    let from = |given: bool| match (given, baseline) {
        (true, _) => say.t("app-sums-given"),
        (false, None) => say.t("app-sums-of-all"),
        (false, Some(n)) => say.with("app-sums-of-first", &[("n", n.into())]),
    };
    let (against, deviation) = (from(args.cl.is_some()), from(args.sums.sd.is_some()));
    let level: [(&str, Arg); 4] = [
        ("centre", shown(centre).into()),
        ("from", against.into()),
        ("sd", scale.number(say, sigma).into()),
        ("spread", deviation.into()),
    ];
    let mut settings = vec![say.with("app-sums-set-level", &level)];
    let marks = points.points.iter().enumerate().map(|(place, point)| Mark {
        label: rows.label(say, &point.x),
        tick: rows.axis.tick(say, &point.x),
        excluded: left_out(place),
        ..Mark::default()
    });
    let mut marks: Vec<Mark> = marks.collect();
    let parts = if sum == Sum::Ewma {
        let (lambda, reach) = (args.sums.lambda.unwrap_or(LAMBDA), args.sums.nsigmas.unwrap_or(REACH));
        let chart = cusum::ewma(&values, centre, sigma, lambda, reach)
            .ok_or_else(|| Failure::Asked(say.t("app-sums-no-spread")))?;
        let limits = chart.lower.iter().zip(&chart.upper);
        let worked = chart.z.iter().zip(limits).zip(&chart.signal).zip(&values);
        for (mark, (((z, (lower, upper)), signal), raw)) in marks.iter_mut().zip(worked) {
            (mark.value, mark.raw, mark.limits) = (*z, *raw, Some((*lower, *upper)));
            (mark.up, mark.down) = (0 < *signal, *signal < 0);
        }
        let own = if args.cl.is_some() { "app-sums-expected" } else { "indicators-chart-mean" };
        let set = [("lambda", Arg::from(say.value(lambda))), ("k", say.value(reach).into())];
        settings.push(say.with("app-sums-set-ewma", &set));
        Parts {
            json: ewma_json(&chart, lambda, reach),
            centre: Some((centre, say.t(own))),
            scale,
            y_label: say.with("app-sums-axis-ewma", &[("what", labelled(&what, scale).into())]),
        }
    } else {
        let (slack, h) = (args.sums.k.unwrap_or(SLACK), args.sums.h.unwrap_or(THRESHOLD));
        let chart = cusum::tabular(&values, centre, sigma, h, 2.0 * slack, 0.0);
        let sums = chart.up.iter().zip(&chart.down).zip(chart.signal_up.iter().zip(&chart.signal_down));
        for ((mark, value), ((up, down), signals)) in marks.iter_mut().zip(&values).zip(sums) {
            mark.limits = Some((-h, h));
            if value.is_some() {
                (mark.value, mark.under) = (Some(*up), Some(*down));
                (mark.up, mark.down) = (*signals.0, *signals.1);
            }
        }
        let set =
            [("shift", Arg::from(say.value(2.0 * slack))), ("k", say.value(slack).into()), ("h", say.value(h).into())];
        settings.push(say.with("app-sums-set-cusum", &set));
        let most = chart.up.iter().chain(&chart.down).copied().chain([h]);
        let axis = [("what", Arg::from(what.as_str())), ("centre", shown(centre).into())];
        Parts {
            json: tabular_json(&chart, (centre, sigma), h, 2.0 * slack),
            centre: None,
            scale: Scale::new(most, false),
            y_label: say.with("app-sums-axis-cusum", &axis),
        }
    };
    if args.cl.is_none() && baseline.is_none() {
        settings.push(say.t("app-sums-mind-own"));
    }
    let how = report::how_key(&rows, kind, args.agg());
    let mut about = report::about_rows(say, &rows, points.points.len(), how);
    about.extend(asked.excluded.iter().map(|(place, why)| {
        let name = points.points.get(*place).map(|point| rows.label(say, &point.x)).unwrap_or_default();
        report::excluded_words(say, &name, why)
    }));
    about.extend(rows.notes.iter().map(|note| note_words(say, note)));
    let mut json = parts.json;
    if let Some(fields) = json.as_object_mut() {
        fields.insert("y".to_owned(), json!(values));
        fields.insert("rows".to_owned(), rows.count().into());
        fields.insert("multiply".to_owned(), spec.multiply.into());
        fields.insert("baseline".to_owned(), json!(baseline));
        fields.insert("missing_lines".to_owned(), json!(rows.missing));
    }
    Ok(Worked {
        reaches: reaches(&marks, if sum == Sum::Cusum { Memory::UntilZero } else { Memory::Faint }),
        marks,
        centre: parts.centre,
        tally: None,
        scale: parts.scale,
        question: say.with("app-spc-question", &[("what", what.into())]),
        y_label: parts.y_label,
        along: args.x.clone().unwrap_or_else(|| say.t("app-spc-points")),
        settings,
        about,
        json,
    })
}

/// What differs between the two.
struct Parts {
    json: serde_json::Value,
    centre: Option<(f64, String)>,
    scale: Scale,
    y_label: String,
}

/// The chart whose points hold the values: counts are added up, shares and rates weighed.
const fn counted_as(measure: Measure, has_n: bool) -> Kind {
    match (measure, has_n) {
        (Measure::Share, true) => Kind::P,
        (Measure::Rate, true) => Kind::U,
        (Measure::Count, _) => Kind::C,
        _ => Kind::I,
    }
}

/// What is shown, with its unit.
fn labelled(what: &str, scale: Scale) -> String {
    if scale.is_percent() { format!("{what}, %") } else { what.to_owned() }
}

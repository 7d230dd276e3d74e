//! Forty shapes of data with the chart they should get, and why.

use varde_spc::adviser::{Advice, Measure, Reason, Warning, advise};
use varde_spc::{Key, Kind, Limits, Series};
use varde_stats::random::{CountTable, Generator};

/// Draws a series of so many points, one value from each call.
fn values(points: u32, seed: u64, mut draw: impl FnMut(u32, &mut Generator) -> f64) -> Series {
    let mut random = Generator::new(seed);
    Series::of((0..points).map(|i| draw(i, &mut random)))
}

fn pairs(points: u32, seed: u64, mut draw: impl FnMut(u32, &mut Generator) -> (f64, f64)) -> Series {
    let mut random = Generator::new(seed);
    Series::ratio((0..points).map(|i| draw(i, &mut random)))
}

fn poisson(mean: f64, random: &mut Generator) -> f64 {
    CountTable::poisson(mean).unwrap().draw(random)
}

fn binomial(n: f64, p: f64, random: &mut Generator) -> f64 {
    CountTable::binomial(n, p).unwrap().draw(random)
}

fn spread(p: f64, sd: f64, random: &mut Generator) -> f64 {
    let logit = (p / (1.0 - p)).ln() + sd * random.normal();
    1.0 / (1.0 + (-logit).exp())
}

/// Twelve values of a wave over the year.
fn wave(i: u32) -> f64 {
    (f64::from(i) / 12.0 * std::f64::consts::TAU).sin()
}

fn chained(points: u32, seed: u64, r: f64) -> Series {
    let mut last = 0.0;
    values(points, seed, move |_, random| {
        last = r * last + random.normal();
        50.0 + last
    })
}

/// A shape of data with the advice it should get.
struct Shape {
    name: &'static str,
    series: Series,
    measure: Measure,
    season: Option<usize>,
    kind: Kind,
    /// The strongest reason: the one that decides beside the kind of data, or the kind itself.
    reason: &'static str,
    /// What should be minded; nothing else may be warned of.
    warnings: &'static [&'static str],
}

/// The name of a reason, with its numbers held to what the name says.
fn reason(reason: &Reason) -> &'static str {
    match reason {
        Reason::KindOfData(_) => "kind",
        Reason::RareEvents { expected, join } if *expected < 1.0 && f64::from(*join) * expected >= 5.0 => "rare",
        Reason::FewEvents { expected } if (1.0..5.0).contains(expected) => "few events",
        Reason::Overdispersed { sigma_z, .. } if *sigma_z > 1.2 => "overdispersed",
        Reason::SizesVary { ratio } if *ratio > 1.25 => "sizes",
        Reason::FewPoints { points } if *points < 8 => "few points",
        Reason::Constant => "constant",
        _ => "wrong numbers",
    }
}

fn warning(warning: &Warning) -> &'static str {
    match warning {
        Warning::Autocorrelated { r } if *r > 0.25 => "chained",
        Warning::Seasonal { explained, p_value } if *p_value < 0.01 && *explained > 0.1 => "season",
        Warning::Skewed { skewness } if *skewness > 1.0 => "skew",
        Warning::ManyTies { share } if *share > 0.25 => "ties",
        Warning::NearBound { level } if !(0.02..=0.98).contains(level) => "bound",
        Warning::ShortBaseline { points } if (8..12).contains(points) => "short",
        Warning::Gaps { missing } if *missing > 0 => "gaps",
        Warning::Underdispersed { sigma_z } if *sigma_z < 0.6 => "even",
        Warning::LevelChanged { p_value } if *p_value < 0.01 => "level",
        _ => "wrong numbers",
    }
}

/// Holds a table of shapes; all that differ are told at once.
#[track_caller]
fn check(shapes: &[Shape]) {
    let mut wrong = Vec::new();
    for shape in shapes {
        let advice = advise(&shape.series, shape.measure, shape.season);
        let strongest = advice.reasons.last().map(reason);
        let warnings: Vec<&str> = advice.warnings.iter().map(warning).collect();
        if advice.kind != shape.kind || strongest != Some(shape.reason) || warnings != shape.warnings {
            wrong.push(format!("{}: {advice:?}", shape.name));
        }
        assert_eq!(advice.reasons.first(), Some(&Reason::KindOfData(shape.measure)), "{}", shape.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_forty_shapes_and_each_has_its_name() {
    let all = [shares(), rates_and_counts(), between_events(), measurements()];
    let mut names: Vec<&str> = all.iter().flatten().map(|shape| shape.name).collect();
    let n = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), n, "no name stands twice");
    assert!(n >= 40, "{n}");
    // Every chart that can be advised, every reason and every warning is in the table.
    for wanted in ["kind", "rare", "few events", "overdispersed", "sizes", "few points", "constant"] {
        assert!(all.iter().flatten().any(|shape| shape.reason == wanted), "{wanted}");
    }
    for wanted in ["chained", "season", "skew", "ties", "bound", "short", "gaps", "even", "level"] {
        assert!(all.iter().flatten().any(|shape| shape.warnings.contains(&wanted)), "{wanted}");
    }
}

#[test]
fn shares_get_their_chart_and_reason() {
    check(&shares());
}

#[test]
fn rates_and_counts_get_their_chart_and_reason() {
    check(&rates_and_counts());
}

#[test]
fn what_lies_between_events_gets_its_chart_and_reason() {
    check(&between_events());
}

#[test]
fn measurements_get_their_chart_and_reason() {
    check(&measurements());
}

type Row = (&'static str, Series, Option<usize>, Kind, &'static str, &'static [&'static str]);

fn shapes(measure: Measure, rows: impl IntoIterator<Item = Row>) -> Vec<Shape> {
    rows.into_iter()
        .map(|(name, series, season, kind, reason, warnings)| Shape {
            name,
            series,
            measure,
            season,
            kind,
            reason,
            warnings,
        })
        .collect()
}

fn shares() -> Vec<Shape> {
    let plain = |n: f64, p: f64, seed| pairs(24, seed, move |_, r| (binomial(n, p, r), n));
    let loose = |n: f64, sd: f64, seed| pairs(24, seed, move |_, r| (binomial(n, spread(0.1, sd, r), r), n));
    let short = |points, seed| pairs(points, seed, |_, r| (binomial(80.0, 0.2, r), 80.0));
    let always = pairs(24, 1, |_, _| (40.0, 40.0));
    let same = pairs(24, 1, |i, _| (40.0 + f64::from(i % 2), 100.0));
    shapes(
        Measure::Share,
        [
            ("falls among 100 stays", plain(100.0, 0.12, 1), Some(12), Kind::P, "kind", &[] as &[_]),
            ("stays with a review", plain(200.0, 0.5, 2), None, Kind::P, "kind", &[]),
            ("infections among 30", plain(30.0, 0.08, 3), None, Kind::P, "few events", &[]),
            ("deaths among 20", plain(20.0, 0.01, 4), None, Kind::G, "rare", &["bound", "ties"]),
            ("attendance within 4 hours", loose(20_000.0, 0.1, 5), None, Kind::Pp, "overdispersed", &[]),
            ("attendance, months much alike", loose(20_000.0, 0.05, 6), None, Kind::Pp, "overdispersed", &[]),
            ("ward, months unlike", loose(1_000.0, 0.4, 7), None, Kind::Pp, "overdispersed", &[]),
            ("nearly all", plain(400.0, 0.99, 8), None, Kind::P, "kind", &["bound"]),
            ("hardly any", plain(600.0, 0.012, 9), None, Kind::P, "kind", &["bound"]),
            ("always", always, None, Kind::P, "constant", &[]),
            ("figures too even", same, None, Kind::P, "kind", &["even"]),
            ("six months only", short(6, 2), None, Kind::Run, "few points", &[]),
            ("ten months", short(10, 5), None, Kind::P, "kind", &["short"]),
        ],
    )
}

fn rates_and_counts() -> Vec<Shape> {
    let rate = |mean: f64, seed| pairs(24, seed, move |i, r| (poisson(mean, r), 900.0 + f64::from(i % 4) * 50.0));
    let count = |mean: f64, seed| values(24, seed, move |_, r| poisson(mean, r));
    let loose = pairs(24, 4, |_, r| (poisson(400.0 * (0.2 * r.normal()).exp(), r), 8000.0));
    let calls = values(24, 8, |_, r| poisson(300.0 * (0.15 * r.normal()).exp(), r));
    let winter = values(36, 10, |i, r| poisson(100.0 + 28.0 * wave(i), r));
    let step = values(24, 11, |i, r| poisson(if i < 12 { 20.0 } else { 40.0 }, r));
    let mut gaps = count(12.0, 12);
    (gaps.y[3], gaps.y[9]) = (None, None);
    let rates: [Row; 5] = [
        ("pressure sores per 1000 days", rate(9.0, 1), None, Kind::U, "kind", &[]),
        ("line infections per 1000 days", rate(2.0, 2), None, Kind::U, "few events", &[]),
        ("bacteraemia in one ward", rate(0.3, 3), None, Kind::T, "rare", &["ties"]),
        ("contacts per inhabitant", loose, None, Kind::Up, "overdispersed", &[]),
        ("a rate without denominators", count(12.0, 13), None, Kind::C, "kind", &[]),
    ];
    let counts: [Row; 8] = [
        ("reports a month", count(30.0, 5), None, Kind::C, "kind", &[]),
        ("serious events a month", count(3.0, 6), None, Kind::C, "few events", &[]),
        ("suicides in a department", count(0.2, 15), None, Kind::T, "rare", &["ties"]),
        ("calls a month", calls, None, Kind::I, "overdispersed", &[]),
        ("none at all", values(24, 9, |_, _| 0.0), None, Kind::C, "constant", &[]),
        ("winter beds", winter, Some(12), Kind::C, "kind", &["season"]),
        ("after a new routine", step, None, Kind::C, "kind", &["level"]),
        ("two months missing", gaps, None, Kind::C, "kind", &["gaps"]),
    ];
    [shapes(Measure::Rate, rates), shapes(Measure::Count, counts)].into_iter().flatten().collect()
}

fn between_events() -> Vec<Shape> {
    let waits = values(24, 3, |_, r| -20.0 * (1.0 - r.uniform()).ln());
    let cases = values(24, 2, |_, r| ((1.0 - r.uniform()).ln() / 0.97_f64.ln()).floor());
    let times: [Row; 1] = [("days between infections", waits, None, Kind::T, "kind", &[])];
    let numbers: [Row; 1] = [("operations between deaths", cases, None, Kind::G, "kind", &[])];
    [shapes(Measure::Time, times), shapes(Measure::Cases, numbers)].into_iter().flatten().collect()
}

fn measurements() -> Vec<Shape> {
    let normal = |points, seed| values(points, seed, |_, r| 50.0 + 4.0 * r.normal());
    let sized = pairs(24, 3, |i, r| {
        let n = 20.0 + 20.0 * f64::from(i % 4);
        ((50.0 + 4.0 * r.normal() / n.sqrt()) * n, n)
    });
    let even = pairs(24, 4, |_, r| ((50.0 + r.normal()) * 30.0, 30.0));
    let five = Series {
        y: {
            let mut r = Generator::new(5);
            (0..100).map(|_| Some(74.0 + r.normal())).collect()
        },
        n: None,
        x: Some((0..100_u32).map(|i| Some(Key::Number(f64::from(i / 5)))).collect()),
    };
    let short = values(5, 14, |_, r| 50.0 + r.normal());
    let season = values(36, 9, |i, r| 50.0 + 6.0 * wave(i) + 3.0 * r.normal());
    let quarters = values(24, 10, |i, r| 50.0 + if i % 4 == 0 { 6.0 } else { 0.0 } + r.normal());
    let skew = values(36, 13, |_, r| (1.5 * r.normal()).exp());
    let ties = values(24, 12, |_, r| if r.uniform() < 0.6 { 3.0 } else { 3.0 + (2.0 * r.normal()).round() });
    let one_each: [Row; 11] = [
        ("mean waiting time", normal(24, 1), Some(12), Kind::I, "kind", &[]),
        ("five years of it", normal(60, 2), Some(12), Kind::I, "kind", &[]),
        ("mean of few and of many", sized, None, Kind::Ip, "sizes", &[]),
        ("means of thirty", even, None, Kind::I, "kind", &[]),
        ("five weeks", short, None, Kind::Run, "few points", &[]),
        ("weekly beds taken", chained(60, 7, 0.7), None, Kind::I, "kind", &["chained"]),
        ("a slow process", chained(48, 8, 0.85), None, Kind::I, "kind", &["chained"]),
        ("influenza", season, Some(12), Kind::I, "kind", &["season"]),
        ("a quarter that differs", quarters, Some(4), Kind::I, "kind", &["season"]),
        ("length of stay", skew, None, Kind::I, "kind", &["skew"]),
        ("scores from 1 to 5", ties, None, Kind::I, "kind", &["ties"]),
    ];
    let several: [Row; 2] = [
        ("five measurements a shift", five, None, Kind::Xbar, "kind", &[]),
        ("samples of one", normal(24, 6), None, Kind::I, "kind", &[]),
    ];
    [shapes(Measure::Value, one_each), shapes(Measure::Sample, several)].into_iter().flatten().collect()
}

#[test]
fn limits_follow_the_counts_and_nothing_panics() {
    let few = advise(&values(24, 1, |_, r| poisson(2.0, r)), Measure::Count, None);
    assert_eq!(few.limits, Limits::Exact);
    let odd = [
        Series::default(),
        Series::of([1.0]),
        Series::of([f64::NAN, f64::INFINITY, -1.0]),
        Series::ratio([(1.0, 0.0), (0.0, 0.0)]),
        Series { y: vec![Some(1.0)], n: Some(Vec::new()), x: None },
    ];
    for series in &odd {
        for measure in [
            Measure::Share,
            Measure::Rate,
            Measure::Count,
            Measure::Cases,
            Measure::Time,
            Measure::Value,
            Measure::Sample,
        ] {
            let advice: Advice = advise(series, measure, Some(12));
            assert!(!advice.reasons.is_empty());
        }
    }
}

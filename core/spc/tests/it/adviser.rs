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

/// What is expected beside the chart.
enum Expect {
    Reason(fn(&Reason) -> bool),
    Warning(fn(&Warning) -> bool),
    NoWarning,
}

#[track_caller]
fn check(name: &str, series: &Series, measure: Measure, season: Option<usize>, kind: Kind, expect: &Expect) {
    let advice = advise(series, measure, season);
    assert_eq!(advice.kind, kind, "{name}: {advice:?}");
    let met = match expect {
        Expect::Reason(fits) => advice.reasons.iter().any(fits),
        Expect::Warning(fits) => advice.warnings.iter().any(fits),
        Expect::NoWarning => advice.warnings.is_empty(),
    };
    assert!(met, "{name}: {advice:?}");
}

fn few(reason: &Reason) -> bool {
    matches!(reason, Reason::FewEvents { expected } if *expected < 5.0)
}

fn rare(reason: &Reason) -> bool {
    matches!(reason, Reason::RareEvents { expected, join } if *expected < 1.0 && f64::from(*join) * expected >= 5.0)
}

fn over(reason: &Reason) -> bool {
    matches!(reason, Reason::Overdispersed { sigma_z, .. } if *sigma_z > 1.2)
}

fn is_kind(reason: &Reason) -> bool {
    matches!(reason, Reason::KindOfData(_))
}

fn chained_warning(warning: &Warning) -> bool {
    matches!(warning, Warning::Autocorrelated { r } if *r > 0.3)
}

fn seasonal(warning: &Warning) -> bool {
    matches!(warning, Warning::Seasonal { p_value, .. } if *p_value < 0.01)
}

#[test]
fn shares() {
    use Expect::{NoWarning, Reason as R, Warning as W};
    use Measure::Share;
    let plain = |n: f64, p: f64, seed| pairs(24, seed, move |_, r| (binomial(n, p, r), n));
    let loose = |n: f64, sd: f64, seed| pairs(24, seed, move |_, r| (binomial(n, spread(0.1, sd, r), r), n));
    check("falls among 100 stays", &plain(100.0, 0.12, 1), Share, Some(12), Kind::P, &R(is_kind));
    check("stays with a review", &plain(200.0, 0.5, 2), Share, None, Kind::P, &NoWarning);
    check("infections among 30", &plain(30.0, 0.08, 3), Share, None, Kind::P, &R(few));
    check("deaths among 20", &plain(20.0, 0.01, 4), Share, None, Kind::G, &R(rare));
    check("attendance within 4 hours", &loose(20_000.0, 0.1, 5), Share, None, Kind::Pp, &R(over));
    check("attendance, months much alike", &loose(20_000.0, 0.05, 6), Share, None, Kind::Pp, &R(over));
    check("ward, months unlike", &loose(1_000.0, 0.4, 7), Share, None, Kind::Pp, &R(over));
    check("nearly all", &plain(400.0, 0.99, 8), Share, None, Kind::P, &W(|w| matches!(w, Warning::NearBound { .. })));
    check("hardly any", &plain(600.0, 0.012, 9), Share, None, Kind::P, &W(|w| matches!(w, Warning::NearBound { .. })));
    check("always", &pairs(24, 1, |_, _| (40.0, 40.0)), Share, None, Kind::P, &R(|r| matches!(r, Reason::Constant)));
    let same = pairs(24, 1, |i, _| (40.0 + f64::from(i % 2), 100.0));
    check("figures too even", &same, Share, None, Kind::P, &W(|w| matches!(w, Warning::Underdispersed { .. })));
    check(
        "six months only",
        &pairs(6, 2, |_, r| (binomial(80.0, 0.2, r), 80.0)),
        Share,
        None,
        Kind::Run,
        &R(|r| matches!(r, Reason::FewPoints { points: 6 })),
    );
    check(
        "ten months",
        &pairs(10, 5, |_, r| (binomial(80.0, 0.2, r), 80.0)),
        Share,
        None,
        Kind::P,
        &W(|w| matches!(w, Warning::ShortBaseline { points: 10 })),
    );
}

#[test]
fn rates_and_counts() {
    use Expect::{NoWarning, Reason as R, Warning as W};
    use Measure::{Count, Rate};
    let rate = |mean: f64, seed| pairs(24, seed, move |i, r| (poisson(mean, r), 900.0 + f64::from(i % 4) * 50.0));
    let count = |mean: f64, seed| values(24, seed, move |_, r| poisson(mean, r));
    check("pressure sores per 1000 days", &rate(9.0, 1), Rate, None, Kind::U, &R(is_kind));
    check("line infections per 1000 days", &rate(2.0, 2), Rate, None, Kind::U, &R(few));
    check("bacteraemia in one ward", &rate(0.3, 3), Rate, None, Kind::T, &R(rare));
    let loose = pairs(24, 4, |_, r| (poisson(400.0 * (0.2 * r.normal()).exp(), r), 8000.0));
    check("contacts per inhabitant", &loose, Rate, None, Kind::Up, &R(over));
    check("reports a month", &count(30.0, 5), Count, None, Kind::C, &NoWarning);
    check("serious events a month", &count(3.0, 6), Count, None, Kind::C, &R(few));
    check("suicides in a department", &count(0.2, 7), Count, None, Kind::T, &R(rare));
    check(
        "calls a month",
        &values(24, 8, |_, r| poisson(300.0 * (0.15 * r.normal()).exp(), r)),
        Count,
        None,
        Kind::I,
        &R(over),
    );
    check("none at all", &values(24, 9, |_, _| 0.0), Count, None, Kind::C, &R(|r| matches!(r, Reason::Constant)));
    check(
        "winter beds",
        &values(36, 10, |i, r| poisson(100.0 + 28.0 * wave(i), r)),
        Count,
        Some(12),
        Kind::C,
        &W(seasonal),
    );
    let step = values(24, 11, |i, r| poisson(if i < 12 { 20.0 } else { 40.0 }, r));
    check("after a new routine", &step, Count, None, Kind::C, &W(|w| matches!(w, Warning::LevelChanged { .. })));
    let mut gaps = count(12.0, 12);
    (gaps.y[3], gaps.y[9]) = (None, None);
    check("two months missing", &gaps, Count, None, Kind::C, &W(|w| matches!(w, Warning::Gaps { missing: 2 })));
    let no_n = count(12.0, 13);
    check("a rate without denominators", &no_n, Rate, None, Kind::C, &R(is_kind));
}

#[test]
fn between_events() {
    use Expect::Reason as R;
    let waits = values(24, 1, |_, r| -20.0 * (1.0 - r.uniform()).ln());
    check("days between infections", &waits, Measure::Time, None, Kind::T, &R(is_kind));
    let cases = values(24, 2, |_, r| ((1.0 - r.uniform()).ln() / 0.97_f64.ln()).floor());
    check("operations between deaths", &cases, Measure::Cases, None, Kind::G, &R(is_kind));
}

#[test]
fn measurements() {
    use Expect::{NoWarning, Reason as R, Warning as W};
    use Measure::{Sample, Value};
    let normal = |points, seed| values(points, seed, |_, r| 50.0 + 4.0 * r.normal());
    check("mean waiting time", &normal(24, 1), Value, Some(12), Kind::I, &NoWarning);
    check("five years of it", &normal(60, 2), Value, Some(12), Kind::I, &R(is_kind));
    let sized = pairs(24, 3, |i, r| {
        let n = 20.0 + 20.0 * f64::from(i % 4);
        ((50.0 + 4.0 * r.normal() / n.sqrt()) * n, n)
    });
    check(
        "mean of few and of many",
        &sized,
        Value,
        None,
        Kind::Ip,
        &R(|r| matches!(r, Reason::SizesVary { ratio } if *ratio > 3.9)),
    );
    let even = pairs(24, 4, |_, r| ((50.0 + r.normal()) * 30.0, 30.0));
    check("means of thirty", &even, Value, None, Kind::I, &R(is_kind));
    let five = Series {
        y: {
            let mut r = Generator::new(5);
            (0..100).map(|_| Some(74.0 + r.normal())).collect()
        },
        n: None,
        x: Some((0..100_u32).map(|i| Some(Key::Number(f64::from(i / 5)))).collect()),
    };
    check("five measurements a shift", &five, Sample, None, Kind::Xbar, &R(is_kind));
    let short = values(5, 14, |_, r| 50.0 + r.normal());
    check("five weeks", &short, Value, None, Kind::Run, &R(|r| matches!(r, Reason::FewPoints { points: 5 })));
    check("samples of one", &normal(24, 6), Sample, None, Kind::I, &R(is_kind));
    check("weekly beds taken", &chained(60, 7, 0.7), Value, None, Kind::I, &W(chained_warning));
    check(
        "a slow process",
        &chained(48, 8, 0.85),
        Value,
        None,
        Kind::I,
        &W(|w| matches!(w, Warning::Autocorrelated { .. } | Warning::LevelChanged { .. })),
    );
    let season = values(36, 9, |i, r| 50.0 + 6.0 * wave(i) + 3.0 * r.normal());
    check("influenza", &season, Value, Some(12), Kind::I, &W(seasonal));
    let quarters = values(24, 10, |i, r| 50.0 + if i % 4 == 0 { 6.0 } else { 0.0 } + r.normal());
    check("a quarter that differs", &quarters, Value, Some(4), Kind::I, &W(seasonal));
    let skew = values(36, 13, |_, r| (1.5 * r.normal()).exp());
    check(
        "length of stay",
        &skew,
        Value,
        None,
        Kind::I,
        &W(|w| matches!(w, Warning::Skewed { skewness } if *skewness > 1.0)),
    );
    let ties = values(24, 12, |_, r| if r.uniform() < 0.6 { 3.0 } else { 3.0 + (2.0 * r.normal()).round() });
    check(
        "scores from 1 to 5",
        &ties,
        Value,
        None,
        Kind::I,
        &W(|w| matches!(w, Warning::ManyTies { share } if *share > 0.25)),
    );
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

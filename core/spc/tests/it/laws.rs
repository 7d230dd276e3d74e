//! What holds for every series.

use proptest::prelude::*;
use varde_spc::rebase::suggest;
use varde_spc::scan::evidence;
use varde_spc::{Centre, Chart, Key, Kind, Limits, Phase, RuleSet, Series, Spec, adviser, analyse, cusum, mdc};

fn any_value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        8 => (-50.0..50.0_f64).prop_map(Some),
        4 => (0..40_u32).prop_map(|n| Some(f64::from(n))),
        1 => Just(None),
        1 => prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(-f64::MAX), Just(f64::MIN_POSITIVE), Just(1e300)].prop_map(Some),
    ]
}

/// A number that somebody may give as an option, sound or not.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.01..6.0_f64,
        1 => prop_oneof![Just(0.0), Just(1.0), Just(-1.0), Just(f64::NAN), Just(f64::INFINITY), Just(1e-300), Just(1e300)],
    ]
}

fn any_spec() -> impl Strategy<Value = Spec> {
    let kinds = proptest::sample::select(Kind::ALL.to_vec());
    let rules = proptest::sample::select(RuleSet::ALL.to_vec());
    let limits = proptest::sample::select(vec![Limits::Sigma, Limits::Exact, Limits::Calibrated]);
    (kinds, rules, limits, 0..30_usize, 0..4_usize, 0..3_usize, any::<bool>()).prop_map(
        |(kind, rules, limits, at, lock, provisional, known)| {
            let mut spec = Spec::new(kind, rules);
            spec.limits = limits;
            spec.phases =
                vec![Phase { first: 0, baseline: None }, Phase { first: at + 1, baseline: (lock > 0).then_some(lock) }];
            spec.exclude = vec![at / 2, at + 3];
            spec.provisional = provisional;
            spec.centre = if known { Centre::Known(3.0) } else { Centre::Own };
            spec
        },
    )
}

/// Everything that is counted or decided, without numbers that rounding may move.
fn decisions(chart: &Chart) -> Vec<(bool, usize, usize)> {
    chart.points.iter().map(|p| (p.outside, p.part, chart.parts[p.part].runs.useful)).collect()
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-7 * a.abs().max(b.abs()).max(1.0),
        (a, b) => a.is_none() && b.is_none(),
    }
}

fn decimals(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<f64>> {
    proptest::collection::vec((100..900_u32).prop_map(|n| f64::from(n) / 8.0), count)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn nothing_panics(
        y in proptest::collection::vec(any_value(), 0..40),
        n in proptest::option::of(proptest::collection::vec(any_value(), 40)),
        x in proptest::option::of(proptest::collection::vec(proptest::option::of(0..12_u32), 40)),
        spec in any_spec(),
    ) {
        let rows = y.len();
        let n = n.map(|mut n| { n.truncate(rows); n });
        let x = x.map(|x| x.into_iter().take(rows).map(|key| key.map(|key| Key::Number(f64::from(key)))).collect());
        let series = Series { y: y.clone(), n, x };
        if let Ok(chart) = analyse(&series, &spec) {
            for point in &chart.points {
                for value in [point.y, point.centre, point.lower, point.upper, point.lower_near, point.upper_near] {
                    prop_assert!(value.is_none_or(f64::is_finite));
                }
            }
        }
        let _ = suggest(&series, &spec);
        let _ = evidence(&series, spec.kind);
        let _ = adviser::advise(&series, adviser::Measure::Value, Some(12));
        let options = mdc::Options { rebase_at: vec![4, 9], fix_after: Some(3), target: Some(1.0), ..mdc::Options::default() };
        let _ = mdc::assess(&y, &options);
    }

    #[test]
    fn nothing_panics_among_the_sums(
        y in proptest::collection::vec(any_value(), 0..40),
        risks in proptest::collection::vec(prop_oneof![0.0..1.0_f64, Just(0.0), Just(1.0), Just(-0.1), Just(f64::NAN)], 40),
        options in (any_number(), any_number(), any_number()),
        points in proptest::option::of(0..50_usize),
        reset in any::<bool>(),
    ) {
        let (a, b, c) = options;
        let (centre, sigma) = cusum::level(&y, points);
        for (centre, sigma) in [(centre, sigma), (a, b), (c, a)] {
            if let Some(chart) = cusum::ewma(&y, centre, sigma, b, c) {
                prop_assert!(chart.z.len() == y.len() && chart.signal.len() == y.len());
            }
            prop_assert_eq!(cusum::tabular(&y, centre, sigma, a, b, c).up.len(), y.len());
        }
        let events: Vec<Option<bool>> = y.iter().map(|y| y.map(|y| y > 0.0)).collect();
        if let Some(chart) = cusum::bernoulli(&events, a, b, c) {
            prop_assert_eq!(chart.down.len(), y.len());
        }
        let cases: Vec<_> = events.iter().zip(&risks).map(|(event, risk)| event.map(|event| (event, *risk))).collect();
        if let Some(chart) = cusum::risk_adjusted(&cases, a, b, c, reset) {
            prop_assert_eq!(chart.up.len(), y.len());
        }
        prop_assert_eq!(cusum::vlad(&cases).len(), y.len());
        let few: Vec<f64> = risks.into_iter().take(y.len().min(3)).collect();
        let _ = cusum::run_length(&few, a, b, c);
    }

    #[test]
    fn another_unit_of_measurement_changes_nothing(y in decimals(12..40), factor in 1..6_i32, offset in -100..100_i32) {
        let scale = 2.0_f64.powi(factor);
        for rules in RuleSet::ALL {
            let spec = Spec::new(Kind::I, rules);
            let one = analyse(&Series::of(y.iter().copied()), &spec).unwrap();
            let other = analyse(&Series::of(y.iter().map(|v| v * scale + f64::from(offset))), &spec).unwrap();
            prop_assert_eq!(decisions(&one), decisions(&other));
            prop_assert_eq!(one.signals.len(), other.signals.len());
            let moved = one.points[0].upper.map(|u| u * scale + f64::from(offset));
            prop_assert!(near(moved, other.points[0].upper));
        }
    }

    #[test]
    fn backwards_has_the_same_limits_and_runs(y in decimals(12..40)) {
        for rules in [RuleSet::Anhoej1, RuleSet::Varde1] {
            let spec = Spec::new(Kind::I, rules);
            let one = analyse(&Series::of(y.iter().copied()), &spec).unwrap();
            let other = analyse(&Series::of(y.iter().rev().copied()), &spec).unwrap();
            prop_assert!(near(one.points[0].upper, other.points[0].upper));
            prop_assert_eq!(one.parts[0].runs, other.parts[0].runs);
            prop_assert_eq!(one.has_signal(), other.has_signal());
        }
    }

    #[test]
    fn parts_are_charts_of_their_own(y in decimals(24..40), at in 8..16_usize) {
        for kind in [Kind::Run, Kind::I, Kind::Mr, Kind::C, Kind::G, Kind::T] {
            let spec = Spec::new(kind, RuleSet::Anhoej1);
            let whole = analyse(&Series::of(y.iter().copied()), &spec.clone().parts_after(&[at])).unwrap();
            for (range, part) in [(0..at, 0), (at..y.len(), 1)] {
                let alone = analyse(&Series::of(y[range.clone()].iter().copied()), &spec).unwrap();
                prop_assert_eq!(&whole.parts[part].runs, &alone.parts[0].runs);
                for (a, b) in whole.points[range].iter().zip(&alone.points) {
                    prop_assert_eq!((a.y, a.centre, a.lower, a.upper, a.outside), (b.y, b.centre, b.lower, b.upper, b.outside));
                }
            }
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(y in decimals(30..31), seed in any::<u64>()) {
        let rows: Vec<(f64, u32)> = y.iter().copied().zip((0..30).map(|i| i / 2)).collect();
        let mut mixed = rows.clone();
        varde_stats::random::Generator::new(seed).shuffle(&mut mixed);
        let series = |rows: &[(f64, u32)]| Series {
            y: rows.iter().map(|(y, _)| Some(*y)).collect(),
            n: Some(vec![Some(200.0); rows.len()]),
            x: Some(rows.iter().map(|(_, x)| Some(Key::Number(f64::from(*x)))).collect()),
        };
        for kind in [Kind::P, Kind::I, Kind::Xbar, Kind::S, Kind::R, Kind::Up] {
            let spec = Spec::new(kind, RuleSet::Anhoej1);
            let (one, other) = (analyse(&series(&rows), &spec).unwrap(), analyse(&series(&mixed), &spec).unwrap());
            for (a, b) in one.points.iter().zip(&other.points) {
                prop_assert!(near(a.y, b.y) && near(a.upper, b.upper) && near(a.lower, b.lower) && a.outside == b.outside);
            }
        }
    }
}

#[test]
fn locked_phases_excluded_and_provisional_points_keep_to_themselves() {
    let mut values: Vec<f64> = (0..30_u32).map(|i| 10.0 + f64::from(i % 4)).collect();
    let mut spec = Spec::new(Kind::I, RuleSet::ThreeSigma1);
    spec.phases = vec![Phase { first: 0, baseline: Some(8) }, Phase { first: 15, baseline: Some(8) }];
    spec.exclude = vec![2];
    spec.provisional = 2;
    let before = analyse(&Series::of(values.clone()), &spec).unwrap();
    // What is excluded, after the lock, or provisional has no say in the lines.
    for place in [2, 10, 25, 29] {
        values[place] = 99.0;
    }
    let after = analyse(&Series::of(values), &spec).unwrap();
    for (a, b) in before.points.iter().zip(&after.points) {
        assert_eq!((a.centre, a.lower, a.upper), (b.centre, b.lower, b.upper));
    }
    let signalled: Vec<usize> = after.signals.iter().flat_map(|signal| signal.points.clone()).collect();
    assert_eq!(signalled, [10, 25], "neither the excluded nor the provisional point is a signal");
    assert!(after.points[2].outside && !after.points[29].outside);
}

#[test]
fn a_constant_baseline_has_limits_without_width() {
    let mut values = vec![100.0; 24];
    values[20] = 97.0;
    let mut spec = Spec::new(Kind::I, RuleSet::Varde1).frozen_after(12);
    let chart = analyse(&Series::of(values.clone()), &spec).unwrap();
    assert_eq!((chart.points[3].lower, chart.points[3].upper), (Some(100.0), Some(100.0)));
    assert!(chart.points[20].outside && !chart.points[21].outside);
    spec.rules = RuleSet::Anhoej1;
    spec.limits = Limits::Sigma;
    spec.screen_mr = true;
    let peer = analyse(&Series::of(values), &spec).unwrap();
    assert_eq!(peer.points[3].upper, None, "screening leaves the peers no range at all");
}

//! Charts as a textbook prints them.
//!
//! Montgomery DC (2009). Introduction to Statistical Quality Control, 6th ed. Wiley. Each test names its
//! table; figures are compared to the digits that are printed.

use varde_spc::{Kind, Point, RuleSet, Series, Spec, analyse, cusum};

#[track_caller]
fn check(point: &Point, centre: f64, lower: f64, upper: f64, digits: f64) {
    let ours = [point.centre, point.lower, point.upper].map(Option::unwrap);
    for (a, b) in ours.into_iter().zip([centre, lower, upper]) {
        assert!((a - b).abs() <= digits, "{a} is printed as {b}");
    }
}

const ORANGE_JUICE: [f64; 30] = [
    12.0, 15.0, 8.0, 10.0, 4.0, 7.0, 16.0, 9.0, 14.0, 10.0, 5.0, 6.0, 17.0, 12.0, 22.0, 8.0, 10.0, 5.0, 13.0, 11.0,
    20.0, 18.0, 24.0, 15.0, 9.0, 12.0, 7.0, 13.0, 9.0, 6.0,
];

#[test]
fn shares_of_cans_that_leak() {
    // Table 7.1 and example 7.1; samples 15 and 23 are explained and left out in the revised limits.
    let series = Series::ratio(ORANGE_JUICE.map(|y| (y, 50.0)));
    let mut spec = Spec::new(Kind::P, RuleSet::ThreeSigma1);
    let chart = analyse(&series, &spec).unwrap();
    check(&chart.points[0], 0.2313, 0.0524, 0.4102, 6e-5);
    let outside: Vec<usize> = (0..30).filter(|i| chart.points[*i].outside).collect();
    assert_eq!(outside, [14, 22]);
    spec.exclude = vec![14, 22];
    let revised = analyse(&series, &spec).unwrap();
    check(&revised.points[0], 0.2150, 0.0407, 0.3893, 6e-5);
    assert!(revised.points[20].outside, "sample 21 exceeds the revised limit");
    // Section 7.2.1: the same as numbers.
    let np = analyse(&series, &Spec::new(Kind::Np, RuleSet::ThreeSigma1)).unwrap();
    check(&np.points[0], 11.565, 2.62, 20.51, 5e-3);
}

#[test]
fn nonconformities_of_circuit_boards() {
    // Table 7.7 and example 7.3; samples 6 and 20 are left out in the revised limits.
    let counts = [
        21.0, 24.0, 16.0, 12.0, 15.0, 5.0, 28.0, 20.0, 31.0, 25.0, 20.0, 24.0, 16.0, 19.0, 10.0, 17.0, 13.0, 22.0,
        18.0, 39.0, 30.0, 24.0, 16.0, 19.0, 17.0, 15.0,
    ];
    let mut spec = Spec::new(Kind::C, RuleSet::ThreeSigma1);
    let chart = analyse(&Series::of(counts), &spec).unwrap();
    // The book rounds the mean before it takes the root.
    check(&chart.points[0], 19.85, 6.48, 33.22, 1e-2);
    spec.exclude = vec![5, 19];
    check(&analyse(&Series::of(counts), &spec).unwrap().points[0], 19.67, 6.36, 32.97, 1e-2);
}

#[test]
fn costs_of_processing_loans() {
    // Table 6.6 and example 6.5: individual values and moving ranges.
    let costs = [
        310.0, 288.0, 297.0, 298.0, 307.0, 303.0, 294.0, 297.0, 308.0, 306.0, 294.0, 299.0, 297.0, 299.0, 314.0, 295.0,
        293.0, 306.0, 301.0, 304.0,
    ];
    let i = analyse(&Series::of(costs), &Spec::new(Kind::I, RuleSet::ThreeSigma1)).unwrap();
    check(&i.points[0], 300.5, 279.78, 321.22, 2e-2);
    let mr = analyse(&Series::of(costs), &Spec::new(Kind::Mr, RuleSet::ThreeSigma1)).unwrap();
    check(&mr.points[1], 7.79, 0.0, 25.45, 1e-2);
    assert!(!i.has_signal() && !mr.has_signal() && mr.points[0].y.is_none());
}

/// Table 9.1: twenty values about 10, then ten about 11.
const SHIFTED: [f64; 30] = [
    9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08, 9.37, 10.62,
    10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52,
];

#[test]
fn sums_find_the_shift_that_single_points_do_not() {
    // Tables 9.2 (tabular CUSUM: k = 0.5, h = 5) and 9.10 (EWMA: lambda = 0.1, L = 2.7).
    let y: Vec<Option<f64>> = SHIFTED.into_iter().map(Some).collect();
    let sums = cusum::tabular(&y, 10.0, 1.0, 5.0, 1.0, 0.0);
    assert!(
        (sums.up[28] - 5.28).abs() < 5e-3 && (sums.up[3] - 1.16).abs() < 5e-3 && (sums.down[1] + 1.56).abs() < 5e-3
    );
    assert_eq!(sums.signal_up.iter().position(|signal| *signal), Some(28));
    let ewma = cusum::ewma(&y, 10.0, 1.0, 0.1, 2.7).unwrap();
    for (i, z) in [9.945, 9.7495, 9.703_55, 9.8992, 10.1253].into_iter().enumerate() {
        assert!((ewma.z[i].unwrap() - z).abs() < 6e-5);
    }
    assert!((ewma.upper[0] - 10.27).abs() < 1e-9 && (ewma.lower[0] - 9.73).abs() < 1e-9);
    let first = ewma.signal.iter().position(|signal| *signal != 0);
    assert_eq!(first, Some(28), "at the same value as the sum");
}

#[test]
fn thresholds_hold_their_run_length() {
    // By simulation of the sums themselves; a thousand cases to a false signal on average.
    use varde_stats::random::Generator;
    let risks: Vec<f64> = (1..=20).map(|i| 0.01 * f64::from(i)).collect();
    let h = cusum::threshold(&risks, 2.0, 1000.0).unwrap();
    assert!((cusum::run_length(&risks, 2.0, 1.0, h).unwrap() - 1000.0).abs() < 1.0);
    let mut random = Generator::new(3);
    let runs = 600;
    let mut cases = 0_u32;
    for _ in 0..runs {
        let mut sum = 0.0_f64;
        while sum < h {
            let risk = risks[random.below(risks.len())];
            let event = random.uniform() < risk;
            sum = (sum + if event { 2.0_f64.ln() } else { 0.0 } - (1.0 + risk).ln()).max(0.0);
            cases += 1;
        }
    }
    let length = f64::from(cases) / f64::from(runs);
    assert!((length / 1000.0 - 1.0).abs() < 0.15, "{length}");
    assert_eq!(cusum::threshold(&[], 2.0, 100.0), None);
    assert_eq!(cusum::run_length(&[0.1], 1.0, 1.0, 4.0), None);
}

//! Charts as textbooks and handbooks print them. Each test names its table; figures are compared to the
//! digits that are printed.
//!
//! Montgomery DC (2009). Introduction to Statistical Quality Control, 6th ed. Wiley. Of its tables only those
//! stand here whose figures a second source has: the data files of the R package qcc (`orangejuice`, `circuit`,
//! `pistonrings`, as in its repository) and what it prints of them, and the test suites of others that quote
//! table 9.1 and the upper sums of table 9.2. NIST/SEMATECH e-Handbook of Statistical Methods, chapter 6.

use varde_spc::{Key, Kind, Point, RuleSet, Series, Spec, analyse, cusum};

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
    // Table 7.1 and example 7.1, and qcc's `orangejuice[trial]`: 0.2313333, 0.05242755, 0.4102391. Samples 15 and
    // 23 are explained and left out in the revised limits, 301 of 1400.
    let series = Series::ratio(ORANGE_JUICE.map(|y| (y, 50.0)));
    let mut spec = Spec::new(Kind::P, RuleSet::ThreeSigma1);
    let chart = analyse(&series, &spec).unwrap();
    check(&chart.points[0], 0.231_333_3, 0.052_427_55, 0.410_239_1, 6e-8);
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
    // Table 7.7 and example 7.3, and qcc's `circuit[trial]`: 19.84615, 6.481447, 33.21086. Samples 6 and 20 are
    // left out in the revised limits, 472 in 24.
    let counts = [
        21.0, 24.0, 16.0, 12.0, 15.0, 5.0, 28.0, 20.0, 31.0, 25.0, 20.0, 24.0, 16.0, 19.0, 10.0, 17.0, 13.0, 22.0,
        18.0, 39.0, 30.0, 24.0, 16.0, 19.0, 17.0, 15.0,
    ];
    let mut spec = Spec::new(Kind::C, RuleSet::ThreeSigma1);
    let chart = analyse(&Series::of(counts), &spec).unwrap();
    check(&chart.points[0], 19.846_15, 6.481_447, 33.210_86, 6e-6);
    spec.exclude = vec![5, 19];
    check(&analyse(&Series::of(counts), &spec).unwrap().points[0], 19.67, 6.36, 32.97, 1e-2);
}

#[test]
fn defects_of_wafers() {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.1: centre 16, limits 4 and 28; wafer 24 is outside.
    let counts = [
        16.0, 14.0, 28.0, 16.0, 12.0, 20.0, 10.0, 12.0, 10.0, 17.0, 19.0, 17.0, 14.0, 16.0, 15.0, 13.0, 14.0, 16.0,
        11.0, 20.0, 11.0, 19.0, 16.0, 31.0, 13.0,
    ];
    let chart = analyse(&Series::of(counts), &Spec::new(Kind::C, RuleSet::ThreeSigma1)).unwrap();
    check(&chart.points[0], 16.0, 4.0, 28.0, 1e-12);
    let outside: Vec<usize> = (0..25).filter(|i| chart.points[*i].outside).collect();
    assert_eq!(outside, [23], "the third lies on the limit, not beyond it");
}

#[test]
fn flow_rates_one_at_a_time() {
    // NIST/SEMATECH e-Handbook, 6.3.2.2: individual values and moving ranges, with 3/1.128.
    let rates = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    let i = analyse(&Series::of(rates), &Spec::new(Kind::I, RuleSet::ThreeSigma1)).unwrap();
    // The handbook rounds the constant to three decimals.
    check(&i.points[0], 50.81, 45.8159, 55.8041, 2e-3);
    let mr = analyse(&Series::of(rates), &Spec::new(Kind::Mr, RuleSet::ThreeSigma1)).unwrap();
    check(&mr.points[1], 1.8778, 0.0, 6.1349, 2e-3);
    assert!(!i.has_signal() && !mr.has_signal() && mr.points[0].y.is_none());
}

/// Montgomery's piston rings, in thousandths above 73.9: 25 samples of 5, as qcc's `pistonrings` has them.
const PISTON_RINGS: [[u8; 5]; 25] = [
    [130, 102, 119, 92, 108],
    [95, 92, 101, 111, 104],
    [88, 124, 121, 105, 102],
    [102, 96, 93, 115, 109],
    [92, 107, 115, 89, 114],
    [109, 94, 97, 85, 93],
    [95, 106, 94, 100, 105],
    [85, 103, 93, 115, 88],
    [108, 95, 109, 105, 104],
    [98, 100, 90, 107, 95],
    [94, 98, 94, 95, 90],
    [104, 100, 107, 100, 96],
    [83, 102, 98, 97, 112],
    [106, 67, 94, 100, 84],
    [112, 114, 98, 99, 107],
    [100, 84, 105, 98, 96],
    [94, 112, 86, 105, 107],
    [106, 110, 118, 103, 100],
    [84, 102, 103, 105, 97],
    [100, 110, 113, 120, 103],
    [88, 101, 109, 105, 96],
    [104, 99, 90, 106, 109],
    [110, 89, 90, 109, 114],
    [115, 108, 93, 100, 110],
    [82, 84, 95, 117, 113],
];

#[test]
fn diameters_of_piston_rings() {
    // qcc 2.7 prints for `pistonrings[trial]`: xbar 74.00118, 73.98805, 74.0143; R 0.02276, 0, 0.04812.
    let rows = || PISTON_RINGS.iter().enumerate().flat_map(|(i, five)| five.iter().map(move |ring| (i, *ring)));
    let series = Series {
        y: rows().map(|(_, ring)| Some(73.9 + f64::from(ring) / 1000.0)).collect(),
        n: None,
        x: Some(rows().map(|(sample, _)| Some(Key::Number(sample as f64))).collect()),
    };
    // By ranges, as qcc does.
    let means = analyse(&series, &Spec::new(Kind::Xbar, RuleSet::WesternElectric1)).unwrap();
    check(&means.points[0], 74.001_18, 73.988_05, 74.0143, 6e-6);
    let ranges = analyse(&series, &Spec::new(Kind::R, RuleSet::WesternElectric1)).unwrap();
    check(&ranges.points[0], 0.022_76, 0.0, 0.048_12, 1e-5);
    assert!(!means.points.iter().any(|point| point.outside) && !ranges.points.iter().any(|point| point.outside));
}

/// Table 9.1: twenty values about 10, then ten about 11.
const SHIFTED: [f64; 30] = [
    9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08, 9.37, 10.62,
    10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52,
];

#[test]
fn sums_find_the_shift_that_single_points_do_not() {
    // Table 9.2 (tabular CUSUM: k = 0.5, h = 5), all upper sums to the 29th; and table 9.10, the EWMA of the same
    // values with lambda = 0.1 and L = 2.7.
    let y: Vec<Option<f64>> = SHIFTED.into_iter().map(Some).collect();
    let sums = cusum::tabular(&y, 10.0, 1.0, 5.0, 1.0, 0.0);
    let printed = [
        0.0, 0.0, 0.0, 1.16, 2.82, 2.50, 0.04, 1.00, 0.0, 0.0, 0.0, 0.97, 0.98, 0.0, 0.0, 0.0, 0.12, 0.0, 0.0, 0.34,
        0.74, 0.0, 1.79, 2.79, 2.89, 3.47, 3.35, 4.47, 5.28,
    ];
    for (up, printed) in sums.up.iter().zip(printed) {
        assert!((up - printed).abs() < 5e-3, "{up} is printed as {printed}");
    }
    assert!((sums.down[1] + 1.56).abs() < 5e-3);
    assert_eq!(sums.signal_up.iter().position(|signal| *signal), Some(28));
    let ewma = cusum::ewma(&y, 10.0, 1.0, 0.1, 2.7).unwrap();
    let printed = [
        9.945, 9.7495, 9.703_55, 9.8992, 10.1253, 10.1307, 9.921_67, 10.0755, 9.987_96, 10.0232, 9.923_84, 10.0785,
        10.1216, 10.0495, 10.0525, 9.984_26, 10.0478, 10.074, 9.918_64, 10.0108, 10.0997, 10.0227, 10.2495, 10.3745,
        10.3971, 10.4654, 10.4568, 10.5731, 10.6468, 10.6341,
    ];
    for (z, printed) in ewma.z.iter().zip(printed) {
        assert!((z.unwrap() - printed).abs() < 6e-5, "{z:?} is printed as {printed}");
    }
    assert!((ewma.upper[0] - 10.27).abs() < 1e-9 && (ewma.lower[0] - 9.73).abs() < 1e-9);
    let first = ewma.signal.iter().position(|signal| *signal != 0);
    assert_eq!(first, Some(28), "at the same value as the sum");
}

/// The risk of dying of a patient with so many of Parsonnet's points.
fn parsonnet(points: f64, constant: f64) -> f64 {
    let odds = f64::exp(constant + 0.077 * points);
    odds / (1.0 + odds)
}

#[test]
fn each_case_weighs_as_much_as_steiner_prints() {
    // Steiner et al. (2000), Biostatistics 1: 446, and to three digits Steiner (2014), in Knoth & Schmid (eds.),
    // p. 234: odds doubled and halved, patients of 0 and of 50 points who live or die. For the display of
    // expected less seen, the same page. Both are quoted by the test suite of the R package vlad.
    for (points, died, doubled, halved, seen) in [
        (0.0, false, -0.024, 0.012, -0.025),
        (0.0, true, 0.669, -0.681, 0.975),
        (50.0, false, -0.433, 0.316, -0.542),
        (50.0, true, 0.260, -0.377, 0.458),
    ] {
        let case = [Some((died, parsonnet(points, -3.68)))];
        let sums = cusum::risk_adjusted(&case, 2.0, 0.5, 100.0, false).unwrap();
        assert!((sums.up[0] - f64::max(doubled, 0.0)).abs() < 6e-4, "{points} {died}: {}", sums.up[0]);
        assert!((sums.down[0] + f64::max(halved, 0.0)).abs() < 6e-4, "{points} {died}: {}", sums.down[0]);
        assert!((cusum::vlad(&case)[0] + seen).abs() < 6e-4, "{points} {died}");
        // What takes a sum down is seen from a sum that is up.
        let dead_before = [Some((true, 0.01)), case[0]];
        let after = cusum::risk_adjusted(&dead_before, 2.0, 0.5, 100.0, false).unwrap().up;
        assert!((after[1] - f64::max(after[0] + doubled, 0.0)).abs() < 6e-4, "{points} {died}: {after:?}");
    }
    // Rigdon & Fricker (2015), Health Surveillance, pp. 225-226: 19 points, lived.
    let sums = cusum::risk_adjusted(&[Some((false, parsonnet(19.0, -3.67)))], 2.0, 0.5, 0.1, true).unwrap();
    assert!(sums.up[0].abs() < 1e-12 && (sums.down[0] + 0.050_83).abs() < 6e-6, "{sums:?}");
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

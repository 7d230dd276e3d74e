use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::dist::{binomial, normal};

fn call(name: &str, x: &[f64]) -> Option<Interval> {
    match (name, x) {
        ("wilson", &[x, n, level]) => wilson(x, n, level),
        ("wilson_corrected", &[x, n, level]) => wilson_corrected(x, n, level),
        ("clopper_pearson", &[x, n, level]) => clopper_pearson(x, n, level),
        ("jeffreys", &[x, n, level]) => jeffreys(x, n, level),
        ("garwood", &[count, exposure, level]) => garwood(count, exposure, level),
        ("newcombe", &[a, b, c, d, level]) => newcombe(a, b, c, d, level),
        ("miettinen_nurminen", &[a, b, c, d, level]) => miettinen_nurminen(a, b, c, d, level),
        ("mee", &[a, b, c, d, level]) => {
            // Without the factor N/(N − 1): the same as with it at a level whose z is smaller by its root.
            let z = normal::two_sided(level) * ((b + d - 1.0) / (b + d)).sqrt();
            miettinen_nurminen(a, b, c, d, 1.0 - 2.0 * normal::sf(z))
        }
        ("miettinen_nurminen_ratio", &[a, b, c, d, level]) => miettinen_nurminen_ratio(a, b, c, d, level),
        ("rate_ratio", &[a, b, c, d, level]) => rate_ratio(a, b, c, d, level),
        ("rate_difference", &[a, b, c, d, level]) => rate_difference(a, b, c, d, level),
        ("mean_t", [values @ .., level]) => mean_t(values, *level),
        (other, x) => panic!("no function {other} of {x:?}"),
    }
}

#[test]
fn intervals_agree_with_papers_and_other_programs() {
    let golden: Value = serde_json::from_str(include_str!("../../tests/golden/intervals.json")).unwrap();
    let rows = golden["rows"].as_array().unwrap();
    assert!(120 < rows.len());
    let mut beyond = Vec::new();
    for row in rows {
        let (name, by) = (row["f"].as_str().unwrap(), row["by"].as_str().unwrap());
        let x: Vec<f64> = row["x"].as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect();
        let found = call(name, &x).unwrap();
        for (want, found) in [(&row["low"], found.low), (&row["high"], found.high)] {
            let want = want.as_f64().unwrap_or(f64::INFINITY);
            // Papers are printed to so many digits. The other programs find these roots by search, to the
            // tolerance that their documents give; closed forms are held to 1e-9.
            let tolerance = match (row["digits"].as_i64(), name) {
                (Some(digits), _) => 0.51 * 10.0_f64.powi(-i32::try_from(digits).unwrap()),
                (None, "mee" | "miettinen_nurminen_ratio") => 2e-7 * want.abs().max(1.0),
                (None, _) => 1e-9 * want.abs().max(1e-3),
            };
            let same = found == want || (found - want).abs() <= tolerance;
            if !same {
                beyond.push(format!("{name} {x:?}: {found} against {want} ({by})"));
            }
        }
    }
    assert!(beyond.is_empty(), "{beyond:#?}");
}

#[test]
fn byar_is_near_the_exact_interval_and_is_the_published_formula() {
    // Breslow & Day 1987, page 70: 15 observed gives 8.39 to 24.74 by Byar's approximation,
    // against an exact 8.40 to 24.74.
    let found = byar(15.0, 1.0, 0.95).unwrap();
    assert!((found.low - 8.39).abs() < 0.01 && (found.high - 24.74).abs() < 0.01, "{found:?}");
    for count in [5.0, 10.0, 40.0, 1000.0] {
        let (near, exact) = (byar(count, 1.0, 0.95).unwrap(), garwood(count, 1.0, 0.95).unwrap());
        assert!((near.low / exact.low - 1.0).abs() < 0.012 && (near.high / exact.high - 1.0).abs() < 0.002);
    }
}

#[test]
fn the_median_is_bounded_by_order_statistics() {
    // Conover 1999, section 3.2: of 16 values the 4th and 13th bound the median at 97.9 %.
    let values: Vec<f64> = (1..=16).rev().map(f64::from).collect();
    let found = median(&values, 0.95).unwrap();
    assert_eq!((found.median, found.interval), (8.5, Interval { low: 4.0, high: 13.0 }));
    assert!((found.coverage - 0.9787).abs() < 5e-5);
    assert_eq!(median(&values[..5], 0.95), None);
    assert_eq!(median(&values[..6], 0.95).unwrap().interval, Interval { low: 11.0, high: 16.0 });
    assert_eq!(median(&[], 0.95), None);
}

#[test]
fn what_is_no_share_has_no_interval() {
    for (x, n) in [(1.0, 0.0), (-1.0, 5.0), (6.0, 5.0), (f64::NAN, 5.0), (1.0, f64::INFINITY)] {
        for interval in [wilson, wilson_corrected, clopper_pearson, jeffreys] {
            assert_eq!(interval(x, n, 0.95), None, "{x}/{n}");
        }
    }
    assert_eq!(garwood(-1.0, 1.0, 0.95), None);
    assert_eq!(byar(1.0, 0.0, 0.95), None);
    assert_eq!(wilson(1.0, 2.0, 1.0), None);
    assert_eq!(miettinen_nurminen_ratio(0.0, 5.0, 0.0, 5.0, 0.95), None);
    assert_eq!(rate_ratio(3.0, 1.0, 0.0, 1.0, 0.95).unwrap().high, f64::INFINITY);
    assert_eq!(mean_t(&[1.0], 0.95), None);
}

/// How often an interval covers a true share, summed exactly over all counts.
fn coverage(n: f64, p: f64, interval: fn(f64, f64, f64) -> Option<Interval>) -> f64 {
    let mut covered = 0.0;
    let mut x = 0.0;
    while x <= n {
        if interval(x, n, 0.95).unwrap().contains(p) {
            covered += binomial::pmf(x, n, p);
        }
        x += 1.0;
    }
    covered
}

#[test]
fn intervals_cover_as_they_promise() {
    let mut total = 0.0;
    let grid: Vec<f64> = (1..50).map(|step| f64::from(step) / 100.0).collect();
    for n in [10.0, 35.0, 100.0] {
        for p in &grid {
            assert!(0.95 <= coverage(n, *p, clopper_pearson) + 1e-12, "{p} of {n}");
            let wilson = coverage(n, *p, wilson);
            assert!(0.83 < wilson, "{p} of {n}: {wilson}");
            total += wilson;
        }
    }
    let mean = total / (3.0 * grid.len() as f64);
    assert!((mean - 0.95).abs() < 0.006, "{mean}");
}

proptest! {
    #[test]
    fn shares_mirror(x in 0..500_u32, more in 0..500_u32) {
        let (x, n) = (f64::from(x), f64::from(x + more).max(1.0));
        let x = x.min(n);
        for interval in [wilson, wilson_corrected, clopper_pearson, jeffreys] {
            let (one, other) = (interval(x, n, 0.95).unwrap(), interval(n - x, n, 0.95).unwrap());
            prop_assert!((one.low - (1.0 - other.high)).abs() < 1e-11);
            prop_assert!(0.0 <= one.low && one.low <= x / n + 1e-15 && x / n <= one.high + 1e-15 && one.high <= 1.0);
            let wider = interval(x, n, 0.998).unwrap();
            prop_assert!(wider.low <= one.low + 1e-15 && one.high <= wider.high + 1e-15);
        }
    }

    #[test]
    fn differences_turn_round(x1 in 0..40_u32, n1 in 1..60_u32, x2 in 0..40_u32, n2 in 1..60_u32) {
        let (n1, n2) = (f64::from(n1), f64::from(n2));
        let (x1, x2) = (f64::from(x1).min(n1), f64::from(x2).min(n2));
        for interval in [newcombe, miettinen_nurminen] {
            let (one, other) = (interval(x1, n1, x2, n2, 0.95).unwrap(), interval(x2, n2, x1, n1, 0.95).unwrap());
            prop_assert!((one.low + other.high).abs() < 1e-9 && (one.high + other.low).abs() < 1e-9, "{one:?} {other:?}");
            let difference = x1 / n1 - x2 / n2;
            prop_assert!(-1.0 <= one.low && one.low <= difference + 1e-9 && difference <= one.high + 1e-9 && one.high <= 1.0);
        }
        if 0.0 < x1 && 0.0 < x2 {
            for interval in [miettinen_nurminen_ratio, rate_ratio] {
                let (one, other) = (interval(x1, n1, x2, n2, 0.95).unwrap(), interval(x2, n2, x1, n1, 0.95).unwrap());
                prop_assert!((one.low * other.high - 1.0).abs() < 1e-8, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn no_input_panics(a in any::<f64>(), b in any::<f64>(), c in any::<f64>(), d in any::<f64>(), level in any::<f64>()) {
        for level in [level, 0.95] {
            let _ = (wilson(a, b, level), wilson_corrected(a, b, level), clopper_pearson(a, b, level));
            let _ = (garwood(a, b, level), byar(a, b, level), newcombe(a, b, c, d, level));
            let _ = (miettinen_nurminen(a, b, c, d, level), miettinen_nurminen_ratio(a, b, c, d, level));
            let _ = (rate_ratio(a, b, c, d, level), rate_difference(a, b, c, d, level));
            let _ = (mean_t(&[a, b, c], level), median(&[a, b, c, d, a, b, c, d], level));
        }
    }
}

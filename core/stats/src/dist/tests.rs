use proptest::prelude::*;
use serde_json::Value;

use super::{
    beta, binomial, chi_squared, f, gamma, geometric, hypergeometric, negative_binomial, normal, poisson, student,
};
use crate::special::{beta_tails, gamma_tails, ln_beta, ln_choose, ln_gamma};

fn call(name: &str, x: &[f64]) -> f64 {
    match name {
        "ln_gamma" => ln_gamma(x[0]),
        "ln_beta" => ln_beta(x[0], x[1]),
        "ln_choose" => ln_choose(x[0], x[1]),
        "gamma_lower" => gamma_tails(x[0], x[1]).lower,
        "gamma_upper" => gamma_tails(x[0], x[1]).upper,
        "beta_lower" => beta_tails(x[0], x[1], x[2], 1.0 - x[2]).lower,
        "beta_upper" => beta_tails(x[0], x[1], x[2], 1.0 - x[2]).upper,
        "normal_cdf" => normal::cdf(x[0]),
        "normal_quantile" => normal::quantile(x[0]),
        "t_sf" => student::sf(x[0], x[1]),
        "t_upper_quantile" => student::upper_quantile(x[0], x[1]),
        "gamma_quantile" => gamma::quantile(x[0], x[1], x[2]),
        "chi2_upper_quantile" => chi_squared::upper_quantile(x[0], x[1]),
        "beta_quantile" => beta::quantile(x[0], x[1], x[2]),
        "binomial_pmf" => binomial::pmf(x[0], x[1], x[2]),
        "binomial_cdf" => binomial::cdf(x[0], x[1], x[2]),
        "binomial_sf" => binomial::sf(x[0], x[1], x[2]),
        "poisson_pmf" => poisson::pmf(x[0], x[1]),
        "poisson_cdf" => poisson::cdf(x[0], x[1]),
        "poisson_sf" => poisson::sf(x[0], x[1]),
        "nb_pmf" => negative_binomial::pmf(x[0], x[1], x[2]),
        "nb_cdf" => negative_binomial::cdf(x[0], x[1], x[2]),
        "hyper_pmf" => hypergeometric::pmf(x[0], x[1], x[2], x[3]),
        "hyper_cdf" => hypergeometric::cdf(x[0], x[1], x[2], x[3]),
        "hyper_sf" => hypergeometric::sf(x[0], x[1], x[2], x[3]),
        "f_sf" => f::sf(x[0], x[1], x[2]),
        other => panic!("no function {other}"),
    }
}

#[test]
fn distributions_agree_with_fifty_digits() {
    let golden: Value = serde_json::from_str(include_str!("../../tests/golden/distributions.json")).unwrap();
    let rows = golden["rows"].as_array().unwrap();
    assert!(700 < rows.len());
    let mut worst = std::collections::BTreeMap::<&str, (f64, String)>::new();
    for row in rows {
        let name = row["f"].as_str().unwrap();
        let x: Vec<f64> = row["x"].as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect();
        let want = row["v"].as_f64().unwrap();
        let found = call(name, &x);
        let error = if want == 0.0 { found.abs() } else { ((found - want) / want).abs() };
        let entry = worst.entry(name).or_default();
        if entry.0 < error || error.is_nan() {
            *entry = (error, format!("{x:?}: {found:e} against {want:e}"));
        }
    }
    let beyond: Vec<_> = worst.iter().filter(|(_, (error, _))| error.is_nan() || 1e-12 < *error).collect();
    println!("{worst:#?}");
    assert!(beyond.is_empty(), "{beyond:#?}");
}

#[test]
fn quantiles_of_counts_are_the_least_that_reach() {
    // Round trips, with p exactly at a step: the step itself is meant.
    for n in [1.0, 7.0, 40.0, 1000.0] {
        for p in [0.001, 0.075, 0.5, 0.93] {
            for k in [0.0, 1.0, n / 2.0, n - 1.0, n] as [f64; 5] {
                let k = k.floor();
                let below = binomial::cdf(k, n, p);
                if 1e-290 < binomial::pmf(k, n, p) && below < 1.0 - 1e-9 {
                    assert_eq!(binomial::quantile(below, n, p), k, "{k} of {n} at {p}");
                    let above = binomial::sf(k, n, p);
                    let found = binomial::upper_quantile(above, n, p);
                    assert!(found == k || 1.0 - 1e-9 < above, "{k} of {n} at {p}: {found}");
                }
            }
        }
    }
    // R 4.2: qbinom(c(.025, .975), 960, .13), qpois(c(.00135, .99865), 3.3), qgeom(.5, .01), qnbinom(.9, 2.5, .1)
    assert_eq!(binomial::quantile(0.025, 960.0, 0.126_25), 101.0);
    assert_eq!(binomial::quantile(0.975, 960.0, 0.126_25), 142.0);
    assert_eq!(poisson::quantile(0.5, 0.0), 0.0);
    assert_eq!(poisson::quantile(1.0, 2.0), f64::INFINITY);
    assert_eq!(geometric::quantile(0.5, 0.01), 68.0);
    assert_eq!(geometric::cdf(geometric::quantile(0.1, 1.0), 1.0), 1.0);
}

#[test]
fn what_is_no_distribution_is_not_a_number() {
    assert!(binomial::cdf(1.0, 10.0, 1.5).is_nan());
    assert!(binomial::cdf(1.0, -1.0, 0.5).is_nan());
    assert!(binomial::quantile(1.1, 10.0, 0.5).is_nan());
    assert!(poisson::cdf(1.0, -1.0).is_nan());
    assert!(gamma::quantile(0.5, 0.0, 1.0).is_nan());
    assert!(beta::quantile(-0.1, 1.0, 1.0).is_nan());
    assert!(normal::two_sided(1.0).is_nan());
    assert!(student::quantile(0.5, -1.0).is_nan());
    assert_eq!(normal::quantile(0.0), f64::NEG_INFINITY);
    assert_eq!(student::upper_quantile(0.025, f64::INFINITY), normal::Z95);
}

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>(),
        -10.0..1e4_f64,
        0.0..1.0_f64,
        Just(0.0),
        Just(1.0),
        Just(f64::NAN),
        Just(f64::INFINITY),
        Just(f64::NEG_INFINITY),
        (0..200_i32).prop_map(f64::from),
    ]
}

proptest! {
    #[test]
    fn nothing_panics_or_hangs(a in any_number(), b in any_number(), c in any_number(), d in any_number()) {
        for tail in [
            normal::cdf(a), student::sf(a, b), gamma::cdf(a, b, c), beta::sf(a, b, c), chi_squared::sf(a, b),
            f::sf(a, b, c), binomial::cdf(a, b, c), poisson::sf(a, b), negative_binomial::cdf(a, b, c),
            geometric::cdf(a, b), hypergeometric::sf(a, b, c, d),
        ] {
            prop_assert!(tail.is_nan() || (0.0..=1.0).contains(&tail), "{tail}");
        }
        let _ = (normal::quantile(a), student::quantile(a, b), gamma::quantile(a, b, c), beta::quantile(a, b, c));
        let _ = (binomial::quantile(a, b, c), poisson::quantile(a, b), negative_binomial::quantile(a, b, c));
        let _ = (geometric::quantile(a, b), ln_choose(a, b), ln_beta(a, b));
    }

    #[test]
    fn quantiles_undo_tails(p in 1e-9..0.999_f64, a in 0.05..2e4_f64, b in 0.05..2e4_f64) {
        let near = |found: f64| (found - p).abs() <= 1e-9 * p;
        prop_assert!(near(gamma::cdf(gamma::quantile(p, a, b), a, b)));
        prop_assert!(near(student::cdf(student::quantile(p, a), a)));
        prop_assert!(near(normal::cdf(normal::quantile(p))));
        let x = beta::quantile(p, a, b);
        // Near 1 a number has no digits left to tell such quantiles apart.
        prop_assert!(0.999 < x || near(beta::cdf(x, a, b)));
        let m = poisson::quantile(p, a);
        prop_assert!(p * (1.0 - 1e-12) <= poisson::cdf(m, a) && (m == 0.0 || poisson::cdf(m - 1.0, a) < p));
    }

    #[test]
    fn tails_fall_as_the_point_rises(x in 0.0..1.0_f64, step in 0.0..0.5_f64, a in 0.1..500.0_f64, b in 0.1..500.0_f64) {
        let y = (x + step).min(1.0);
        prop_assert!(beta::cdf(x, a, b) <= beta::cdf(y, a, b) + 1e-14);
        prop_assert!(gamma::cdf(x * a * 2.0, a, 1.0) <= gamma::cdf(y * a * 2.0, a, 1.0) + 1e-14);
    }
}

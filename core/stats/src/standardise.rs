//! Standardisation: what a unit's level would be with another mix of ages and sexes.

use crate::dist::gamma;
use crate::interval::{Interval, byar, garwood, is_level, is_rate, is_share, wilson};
use crate::sum::sum;

/// One group (an age band of one sex, say) of the unit and of the standard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stratum {
    /// Events counted in the unit.
    pub count: f64,
    /// Persons or time at risk in the unit.
    pub exposure: f64,
    /// How much the group weighs in the standard population, in any unit.
    pub weight: f64,
}

/// Why strata cannot be standardised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StandardiseError {
    /// No group, or the standard weighs nothing.
    #[error("the standard population is empty")]
    EmptyStandard,
    /// A negative or unreadable number.
    #[error("group {0} holds a count, an exposure or a weight that cannot be right")]
    Unreadable(usize),
    /// A group that counts in the standard has nobody at risk in the unit.
    #[error("group {0} weighs in the standard, but the unit has nobody in it")]
    NobodyAtRisk(usize),
    /// A level outside 0 to 1.
    #[error("the level lies outside 0 to 1")]
    Level,
}

/// Which interval a directly standardised rate gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectMethod {
    /// The gamma interval of Fay and Feuer: covers also with few events and uneven weights.
    FayFeuer,
    /// Dobson's interval from the exact one of the total count.
    Dobson,
    /// Dobson's interval from Byar's approximation, as in English public health.
    DobsonByar,
}

/// A standardised rate with its interval, in events per unit of exposure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standardised {
    /// The standardised rate.
    pub rate: f64,
    /// Its interval.
    pub interval: Interval,
    /// The events it rests on.
    pub count: f64,
}

/// The directly standardised rate: the unit's rates in each group, weighed as the standard is.
///
/// # Errors
///
/// [`StandardiseError`] names the first group that is at fault.
///
/// # Source
///
/// Fay MP, Feuer EJ (1997). *Statistics in Medicine* 16:791–801; Dobson AJ et al. (1991). *Statistics in
/// Medicine* 10:457–462. See docs/methods/standardisation.md.
pub fn direct(strata: &[Stratum], level: f64, method: DirectMethod) -> Result<Standardised, StandardiseError> {
    let total_weight = checked(strata, level, |stratum| is_rate(stratum.count, stratum.exposure))?;
    let used = || strata.iter().filter(|stratum| 0.0 < stratum.weight);
    // The weight that one event has in the rate.
    let per_event = |stratum: &Stratum| stratum.weight / total_weight / stratum.exposure;
    let rate = sum(used().map(|stratum| per_event(stratum) * stratum.count));
    let variance = sum(used().map(|stratum| per_event(stratum) * per_event(stratum) * stratum.count));
    let count = sum(used().map(|stratum| stratum.count));
    let heaviest = used().map(per_event).fold(0.0, f64::max);
    let dobson = |whole: Interval| {
        // Without events there is no variance; the heaviest event is the safe scale.
        let scale = if 0.0 < count { libm::sqrt(variance / count) } else { heaviest };
        Interval { low: rate + scale * (whole.low - count), high: rate + scale * (whole.high - count) }
    };
    let interval = match method {
        DirectMethod::FayFeuer => {
            let tail = (1.0 - level) / 2.0;
            let low = if rate == 0.0 { 0.0 } else { gamma::quantile(tail, rate * rate / variance, rate / variance) };
            let (top, spread) = (rate + heaviest, variance + heaviest * heaviest);
            Interval { low, high: gamma::upper_quantile(tail, top * top / spread, top / spread) }
        }
        DirectMethod::Dobson => dobson(garwood(count, 1.0, level).ok_or(StandardiseError::Level)?),
        DirectMethod::DobsonByar => dobson(byar(count, 1.0, level).ok_or(StandardiseError::Level)?),
    };
    Ok(Standardised { rate, interval, count })
}

/// The directly standardised share: for outcomes that happen to a person once, such as death within 30 days.
/// The interval adds up the squared reaches of the groups' Wilson intervals, weighed as the standard is.
///
/// # Errors
///
/// [`StandardiseError`] names the first group that is at fault; a count above its exposure is unreadable.
///
/// # Source
///
/// Yan X, Su XG (2010). Stratified Wilson and Newcombe confidence intervals for multiple binomial
/// proportions. *Statistics in Biopharmaceutical Research* 2:329–335.
pub fn direct_share(strata: &[Stratum], level: f64) -> Result<Standardised, StandardiseError> {
    let total_weight = checked(strata, level, |stratum| is_share(stratum.count, stratum.exposure))?;
    let used = || strata.iter().filter(|stratum| 0.0 < stratum.weight);
    let share = |stratum: &Stratum| stratum.count / stratum.exposure;
    let rate = sum(used().map(|stratum| stratum.weight / total_weight * share(stratum)));
    let reach = |side: fn(Interval, f64) -> f64| {
        libm::sqrt(sum(used().filter_map(|stratum| {
            let interval = wilson(stratum.count, stratum.exposure, level)?;
            let reach = stratum.weight / total_weight * side(interval, share(stratum));
            Some(reach * reach)
        })))
    };
    let interval = Interval {
        low: (rate - reach(|interval, share| share - interval.low)).max(0.0),
        high: (rate + reach(|interval, share| interval.high - share)).min(1.0),
    };
    Ok(Standardised { rate, interval, count: sum(used().map(|stratum| stratum.count)) })
}

fn checked(strata: &[Stratum], level: f64, readable: impl Fn(&Stratum) -> bool) -> Result<f64, StandardiseError> {
    if !is_level(level) {
        return Err(StandardiseError::Level);
    }
    for (place, stratum) in strata.iter().enumerate() {
        if !(0.0 <= stratum.weight && stratum.weight.is_finite()) {
            return Err(StandardiseError::Unreadable(place));
        }
        if stratum.weight == 0.0 {
            continue;
        }
        if stratum.exposure == 0.0 && stratum.count == 0.0 {
            return Err(StandardiseError::NobodyAtRisk(place));
        }
        if !readable(stratum) {
            return Err(StandardiseError::Unreadable(place));
        }
    }
    let total = sum(strata.iter().map(|stratum| stratum.weight));
    if 0.0 < total && total.is_finite() { Ok(total) } else { Err(StandardiseError::EmptyStandard) }
}

/// Which interval an observed-to-expected ratio gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndirectMethod {
    /// The exact Poisson interval.
    Exact,
    /// Byar's approximation.
    Byar,
}

/// Observed over expected, with its interval; the expected number counts as known. `None` when it is not
/// positive, or the observed one negative.
///
/// # Source
///
/// Breslow & Day (1987), section 2.3. See docs/methods/standardisation.md.
pub fn indirect(observed: f64, expected: f64, level: f64, method: IndirectMethod) -> Option<Standardised> {
    let interval = match method {
        IndirectMethod::Exact => garwood(observed, expected, level),
        IndirectMethod::Byar => byar(observed, expected, level),
    }?;
    Some(Standardised { rate: observed / expected, interval, count: observed })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::interval::newcombe;

    fn numbers(value: &Value) -> Vec<f64> {
        value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
    }

    #[test]
    fn direct_rates_are_those_of_epitools() {
        let golden: Value = serde_json::from_str(include_str!("../tests/golden/standardisation.json")).unwrap();
        for row in golden["rows"].as_array().unwrap() {
            let (counts, exposures, weights) =
                (numbers(&row["count"]), numbers(&row["exposure"]), numbers(&row["weight"]));
            let strata: Vec<Stratum> = (0..counts.len())
                .map(|i| Stratum { count: counts[i], exposure: exposures[i], weight: weights[i] })
                .collect();
            for (method, name) in [(DirectMethod::FayFeuer, "fay_feuer"), (DirectMethod::Dobson, "dobson")] {
                let found = direct(&strata, 0.95, method).unwrap();
                let want = numbers(&row[name]);
                let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs();
                assert!(near(found.rate, row["rate"].as_f64().unwrap()), "{name} {found:?}");
                assert!(near(found.interval.low, want[0]) && near(found.interval.high, want[1]), "{name} {found:?}");
            }
        }
    }

    #[test]
    fn observed_over_expected_is_breslow_and_days() {
        // Breslow & Day 1987, table 2.11 and page 70: 15 observed, 8.33 expected: SMR 1.80, exact 1.01 to 2.97,
        // Byar 1.01 to 2.97.
        for method in [IndirectMethod::Exact, IndirectMethod::Byar] {
            let found = indirect(15.0, 8.33, 0.95, method).unwrap();
            assert!((found.rate - 1.80).abs() < 0.005);
            assert!((found.interval.low - 1.01).abs() < 0.005 && (found.interval.high - 2.97).abs() < 0.005);
        }
        assert_eq!(indirect(1.0, 0.0, 0.95, IndirectMethod::Exact), None);
    }

    #[test]
    fn faults_name_their_group() {
        let good = Stratum { count: 1.0, exposure: 10.0, weight: 1.0 };
        let check = |strata: &[Stratum], want| {
            assert_eq!(direct(strata, 0.95, DirectMethod::FayFeuer).unwrap_err(), want);
            assert_eq!(direct_share(strata, 0.95).unwrap_err(), want);
        };
        check(&[], StandardiseError::EmptyStandard);
        check(&[Stratum { weight: 0.0, ..good }], StandardiseError::EmptyStandard);
        check(&[good, Stratum { count: 0.0, exposure: 0.0, ..good }], StandardiseError::NobodyAtRisk(1));
        check(&[good, Stratum { count: -1.0, ..good }], StandardiseError::Unreadable(1));
        check(&[Stratum { weight: f64::NAN, ..good }], StandardiseError::Unreadable(0));
        assert_eq!(
            direct_share(&[Stratum { count: 11.0, ..good }], 0.95).unwrap_err(),
            StandardiseError::Unreadable(0)
        );
        assert_eq!(direct(&[good], 0.0, DirectMethod::Dobson).unwrap_err(), StandardiseError::Level);
        // A group that the standard does not have may be empty in the unit.
        assert!(
            direct(&[good, Stratum { count: 0.0, exposure: 0.0, weight: 0.0 }], 0.95, DirectMethod::Dobson).is_ok()
        );
    }

    #[test]
    fn a_standard_like_the_unit_changes_nothing() {
        // One group is the unit itself: the intervals of Garwood and Wilson.
        let one = [Stratum { count: 7.0, exposure: 90.0, weight: 3.0 }];
        let exact = garwood(7.0, 90.0, 0.95).unwrap();
        for method in [DirectMethod::FayFeuer, DirectMethod::Dobson] {
            let found = direct(&one, 0.95, method).unwrap();
            assert!((found.interval.low - exact.low).abs() < 1e-12 && (found.interval.high - exact.high).abs() < 1e-12);
        }
        let share = direct_share(&one, 0.95).unwrap();
        let score = wilson(7.0, 90.0, 0.95).unwrap();
        assert!((share.interval.low - score.low).abs() < 1e-12 && (share.interval.high - score.high).abs() < 1e-12);
        // Two groups of weight one half: half the square-and-add interval of the sum, which is Newcombe's with
        // the second group's complement.
        let strata = [(56.0, 70.0), (48.0, 80.0)].map(|(count, exposure)| Stratum { count, exposure, weight: 1.0 });
        let sum = direct_share(&strata, 0.95).unwrap();
        let difference = newcombe(56.0, 70.0, 32.0, 80.0, 0.95).unwrap();
        assert!((2.0 * sum.interval.low - 1.0 - difference.low).abs() < 1e-12);
        assert!((2.0 * sum.interval.high - 1.0 - difference.high).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn units_of_the_standard_do_not_matter(
            counts in prop::collection::vec((0..50_u32, 1..5000_u32, 0..1000_u32), 1..8), scale in 0.001..1e6_f64,
        ) {
            let strata = |scale: f64| -> Vec<Stratum> {
                counts.iter().map(|&(count, exposure, weight)| Stratum {
                    count: f64::from(count.min(exposure)), exposure: f64::from(exposure), weight: f64::from(weight) * scale,
                }).collect()
            };
            let (one, other) = (direct(&strata(1.0), 0.95, DirectMethod::FayFeuer), direct(&strata(scale), 0.95, DirectMethod::FayFeuer));
            match (one, other) {
                (Ok(one), Ok(other)) => {
                    prop_assert!((one.rate - other.rate).abs() <= 1e-12 * one.rate);
                    prop_assert!((one.interval.high - other.interval.high).abs() <= 1e-9 * one.interval.high);
                    prop_assert!(one.interval.low <= one.rate && one.rate <= one.interval.high);
                }
                (one, other) => prop_assert_eq!(one.is_err(), other.is_err()),
            }
        }
    }
}

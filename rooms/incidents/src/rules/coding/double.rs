//! Double coding: a sample of incidents is coded by two people who do not see each other's codes, and the
//! agreement beyond chance is told, axis by axis. Both codings are kept.

use std::collections::{BTreeMap, BTreeSet};

use varde_stats::Interval;
use varde_stats::agreement::{Agreement, Weights, cohen, gwet_ac1};
use varde_stats::interval::wilson;
use varde_stats::random::Generator;

use super::model::{CodeSet, Coded, code_order};

/// Fewer pairs than this give no coefficient: its interval rests on large samples (our own limit).
pub const LEAST_PAIRS: usize = 30;
/// The level of every interval here.
const LEVEL: f64 = 0.95;

/// Draws a share of incidents to be coded twice, at least one where the share is above 0. The same ids, share and
/// seed give the same draw, in whatever order the ids come; an id that stands twice counts once. Gives the ids in
/// their order. A share that is no number, or not above 0, draws none; one above 1 draws all.
///
/// Every id gets a number from the seed, and the lowest ones are drawn.
pub fn draw_sample<T: AsRef<str>>(ids: &[T], share: f64, seed: u64) -> Vec<&str> {
    let ids: BTreeSet<&str> = ids.iter().map(AsRef::as_ref).collect();
    let mut drawn: Vec<(u64, &str)> = ids.iter().map(|id| (number(id, seed), *id)).collect();
    drawn.sort_unstable();
    drawn.truncate(n_of(share, drawn.len()));
    let mut sample: Vec<&str> = drawn.into_iter().map(|(_, id)| id).collect();
    sample.sort_unstable();
    sample
}

/// A share of `n`, rounded up, but not for what is mere rounding in the product.
#[expect(clippy::cast_precision_loss, reason = "no list holds 2^53 ids")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cut to 0 and n before")]
fn n_of(share: f64, n: usize) -> usize {
    if share.is_nan() || share <= 0.0 { 0 } else { (share.min(1.0) * n as f64 - 1e-9).ceil().max(1.0) as usize }.min(n)
}

/// The number of an id: its bytes hashed (FNV-1a, 64 bits) and spread by the project's own generator.
fn number(id: &str, seed: u64) -> u64 {
    Generator::new(super::fold::hash(id.bytes()) ^ seed.rotate_left(32)).bits()
}

/// What two people coded of one incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubleCoding {
    /// The first one's codes.
    pub first: Vec<Coded>,
    /// The second one's codes.
    pub second: Vec<Coded>,
}

/// What can be said of the agreement in an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said {
    /// Enough pairs for coefficients.
    Enough {
        /// Cohen's kappa; what it says depends on how common the codes are.
        kappa: Coefficient,
        /// Gwet's AC1, which a rare code does not drag down.
        ac1: Coefficient,
    },
    /// Too few pairs: only the counts are told.
    TooFew {
        /// So many are needed.
        least: usize,
    },
    /// Both used one and the same code throughout: chance alone would agree, so there is no coefficient.
    OneCode,
}

/// A coefficient with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coefficient {
    /// The coefficient: 1 is full agreement, 0 no more than chance.
    pub value: f64,
    /// Its 95 % interval; `None` when it cannot be told.
    pub interval: Option<Interval>,
}

impl Coefficient {
    fn of(agreement: Agreement) -> Self {
        Self { value: agreement.value, interval: agreement.interval(LEVEL) }
    }
}

/// How far two coders agreed in one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisAgreement {
    /// The axis.
    pub axis: String,
    /// Incidents that both coded in it.
    pub n_pairs: usize,
    /// Of them, those with the same code.
    pub n_same: usize,
    /// The 95 % interval of the share with the same code (Wilson); `None` without pairs.
    pub share_interval: Option<Interval>,
    /// Incidents that only one of the two coded in it; they enter no coefficient.
    pub n_one_sided: usize,
    /// The codes that were used, in their order.
    pub codes: Vec<String>,
    /// What can be said.
    pub said: Said,
}

/// The agreement in every axis of the set, in its order. Where an axis takes several codes, the first ones, which
/// are the primary ones, are compared. A code stands as it was coded: two neighbours in the tree are two codes.
pub fn agreement(set: &CodeSet, pairs: &[DoubleCoding]) -> Vec<AxisAgreement> {
    set.head().axes.iter().map(|axis| in_axis(&axis.key, pairs)).collect()
}

fn in_axis(axis: &str, pairs: &[DoubleCoding]) -> AxisAgreement {
    let primary = |coding: &'_ [Coded]| coding.iter().position(|coded| coded.axis == axis);
    let mut counted: BTreeMap<(&str, &str), f64> = BTreeMap::new();
    let (mut n_pairs, mut n_same, mut n_one_sided) = (0, 0, 0);
    for DoubleCoding { first, second } in pairs {
        let one = primary(first).and_then(|at| first.get(at));
        let other = primary(second).and_then(|at| second.get(at));
        match (one, other) {
            (Some(one), Some(other)) => {
                n_pairs += 1;
                n_same += usize::from(one.code == other.code);
                *counted.entry((&one.code, &other.code)).or_default() += 1.0;
            }
            (None, None) => {}
            (Some(_), None) | (None, Some(_)) => n_one_sided += 1,
        }
    }
    let seen: BTreeSet<&str> = counted.keys().flat_map(|(one, other)| [*one, *other]).collect();
    let mut codes: Vec<String> = seen.into_iter().map(str::to_owned).collect();
    codes.sort_by(|a, b| code_order(a, b));
    let table: Vec<Vec<f64>> = codes
        .iter()
        .map(|one| {
            let cell = |other: &String| counted.get(&(one.as_str(), other.as_str())).copied().unwrap_or_default();
            codes.iter().map(cell).collect()
        })
        .collect();
    let said = if n_pairs < LEAST_PAIRS { Said::TooFew { least: LEAST_PAIRS } } else { coefficients(&table) };
    let share_interval = wilson(count(n_same), count(n_pairs), LEVEL);
    AxisAgreement { axis: axis.to_owned(), n_pairs, n_same, share_interval, n_one_sided, codes, said }
}

fn coefficients(table: &[Vec<f64>]) -> Said {
    match (cohen(table, Weights::None), gwet_ac1(table)) {
        (Some(kappa), Some(ac1)) if kappa.value.is_finite() => {
            Said::Enough { kappa: Coefficient::of(kappa), ac1: Coefficient::of(ac1) }
        }
        _ => Said::OneCode,
    }
}

#[expect(clippy::cast_precision_loss, reason = "no list holds 2^53 incidents")]
fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rules::coding::fixtures::{code, set};

    fn ids(n: usize) -> Vec<String> {
        (0..n).map(|i| format!("incident-{i}")).collect()
    }

    fn coded(first: &[(&str, &str)], second: &[(&str, &str)]) -> DoubleCoding {
        let codes = |codes: &[(&str, &str)]| codes.iter().map(|(axis, code)| Coded::new(*axis, *code)).collect();
        DoubleCoding { first: codes(first), second: codes(second) }
    }

    fn times(n: usize, one: &str, other: &str) -> Vec<DoubleCoding> {
        vec![coded(&[("kind", one)], &[("kind", other)]); n]
    }

    fn of_kind(pairs: &[DoubleCoding]) -> AxisAgreement {
        let set = set(vec![code("kind", "1", None, "Fall"), code("kind", "2", None, "Blood")]);
        agreement(&set, pairs).into_iter().next().unwrap()
    }

    #[test]
    fn a_known_table_gives_known_coefficients() {
        // 30, 10, 8, 192: kappa 0.72449 and AC1 0.89695 (statsmodels 0.15 and irrCAC 0.4.4).
        let pairs = [times(30, "1", "1"), times(10, "1", "2"), times(8, "2", "1"), times(192, "2", "2")].concat();
        let found = of_kind(&pairs);
        assert_eq!((found.n_pairs, found.n_same), (240, 222));
        let Said::Enough { kappa, ac1 } = found.said else { panic!("{found:?}") };
        assert!((kappa.value - 0.72449).abs() < 5e-6 && (ac1.value - 0.89695).abs() < 5e-6);
        assert!(kappa.interval.unwrap().contains(kappa.value) && ac1.interval.unwrap().contains(ac1.value));
    }

    #[test]
    fn little_is_told_of_little() {
        let found = of_kind(&times(29, "1", "1"));
        assert_eq!(found.said, Said::TooFew { least: 30 });
        assert!(found.share_interval.unwrap().low < 0.9);
        assert_eq!(of_kind(&times(30, "1", "1")).said, Said::OneCode);
        let none = of_kind(&[]);
        assert_eq!((none.n_pairs, none.share_interval, none.said), (0, None, Said::TooFew { least: 30 }));
    }

    #[test]
    fn the_primary_factor_is_compared_and_one_sided_codings_are_counted_apart() {
        let set = set(vec![code("factor", "F1", None, "Procedure"), code("factor", "F2", None, "Equipment")]);
        let pairs = [
            coded(&[("factor", "F1"), ("factor", "F2")], &[("factor", "F2"), ("factor", "F1")]),
            coded(&[("factor", "F1")], &[("factor", "F1"), ("factor", "F2")]),
            coded(&[("factor", "F1")], &[]),
        ];
        let found = agreement(&set, &pairs);
        let factor = found.iter().find(|found| found.axis == "factor").unwrap();
        assert_eq!((factor.n_pairs, factor.n_same, factor.n_one_sided), (2, 1, 1));
        assert_eq!(factor.codes, ["F1", "F2"]);
    }

    #[test]
    fn a_draw_has_the_share_that_was_asked_for() {
        let ids = ids(30);
        for (share, n) in [(0.1, 3), (0.11, 4), (0.0, 0), (-1.0, 0), (f64::NAN, 0), (0.001, 1), (1.0, 30), (9.0, 30)] {
            assert_eq!(draw_sample(&ids, share, 7).len(), n, "{share}");
        }
        // 0.07 · 100 is a little more than 7 in floating point.
        assert_eq!(draw_sample(&self::ids(100), 0.07, 7).len(), 7);
        assert_ne!(draw_sample(&ids, 0.3, 7), draw_sample(&ids, 0.3, 8));
        assert!(draw_sample::<&str>(&[], 1.0, 7).is_empty());
    }

    #[test]
    fn everyone_has_the_same_chance() {
        // 100 ids, 2 000 seeds, a tenth each: an id is drawn 200 times on average, standard deviation 13.4.
        let ids = ids(100);
        let mut n_drawn: BTreeMap<String, u32> = BTreeMap::new();
        for seed in 0..2_000 {
            for id in draw_sample(&ids, 0.1, seed) {
                *n_drawn.entry(id.to_owned()).or_default() += 1;
            }
        }
        assert_eq!(n_drawn.len(), 100);
        assert!(n_drawn.values().all(|n| (135..=265).contains(n)), "{n_drawn:?}");
    }

    proptest! {
        #[test]
        fn the_order_of_ids_does_not_matter(
            n in 0_usize..40,
            share in 0.0..1.2_f64,
            seed in any::<u64>(),
            turn in 0_usize..40,
        ) {
            let ids = ids(n);
            let mut turned = ids.clone();
            turned.rotate_left(turn.min(n));
            turned.extend(ids.first().cloned());
            prop_assert_eq!(draw_sample(&ids, share, seed), draw_sample(&turned, share, seed));
        }

        #[test]
        fn nothing_panics(codes in prop::collection::vec((0_u8..4, 0_u8..4), 0..60)) {
            let pairs: Vec<DoubleCoding> = codes
                .iter()
                .map(|(one, other)| coded(&[("kind", &one.to_string())], &[("kind", &other.to_string())]))
                .collect();
            let found = of_kind(&pairs);
            prop_assert!(found.n_same <= found.n_pairs && found.n_pairs == pairs.len());
        }
    }
}

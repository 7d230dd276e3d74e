//! Has the level changed, and where? The largest of all possible before-and-after comparisons, with a p value
//! that knows that the largest was taken.

use crate::dist::hypergeometric;
use crate::random::Generator;
use crate::segment::Series;

/// The largest before-and-after difference in a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The first place of the new level, counted from 0.
    pub at: usize,
    /// The largest standardised difference (normal: share of the variance that the division explains; counts:
    /// likelihood-ratio statistic).
    pub statistic: f64,
    /// The probability of one as large in a series without change.
    pub p_value: f64,
    /// The level before.
    pub before: f64,
    /// The level after.
    pub after: f64,
}

/// What the statistic is in series without change: kept, so that many series of one shape share it.
#[derive(Clone, Debug, PartialEq)]
pub struct Null {
    sorted: Vec<f64>,
}

impl Null {
    /// Draws `draws` series without change.
    ///
    /// Normal series: it depends on the length alone. Counts: given their total, and so without any unknown
    /// left: each event falls on a point by its share of the denominators (Poisson), or on one of the points'
    /// members (binomial). `None` when the series cannot be right or has no room for a change.
    pub fn draw(series: Series<'_>, margin: usize, draws: usize, seed: u64) -> Option<Self> {
        let n = series.readable().filter(|n| 2 * margin.max(1) <= *n)?;
        if draws == 0 {
            return None;
        }
        let mut generator = Generator::new(seed);
        let mut sorted: Vec<f64> = (0..draws)
            .map(|_| {
                let found = match series {
                    Series::Normal(_) => {
                        let y: Vec<f64> = (0..n).map(|_| generator.normal()).collect();
                        largest(Series::Normal(&y), margin)
                    }
                    Series::Poisson(x, weights) => {
                        largest(Series::Poisson(&spread(x, weights, &mut generator), weights), margin)
                    }
                    Series::Binomial(x, sizes) => {
                        largest(Series::Binomial(&dealt(x, sizes, &mut generator), sizes), margin)
                    }
                };
                found.map_or(0.0, |(_, statistic)| statistic)
            })
            .collect();
        sorted.sort_by(f64::total_cmp);
        Some(Self { sorted })
    }

    /// The probability of a statistic at least this large; never 0, since the series itself counts as one draw.
    pub fn p_value(&self, statistic: f64) -> f64 {
        // What differs by rounding is the same.
        let below = self.sorted.partition_point(|other| *other < statistic * (1.0 - 1e-10));
        (self.sorted.len() - below + 1) as f64 / (self.sorted.len() + 1) as f64
    }
}

/// Looks for one change that leaves at least `margin` points on each side.
///
/// `None` when the series cannot be right or has no room for a change.
///
/// # Source
///
/// Worsley KJ (1979, 1983), *JASA* 74:365–367 and *Biometrika* 70:455–464 (the statistics); the null by Monte
/// Carlo: Dwass M (1957), *Annals of Mathematical Statistics* 28:181–187.
pub fn change_point(series: Series<'_>, margin: usize, null: &Null) -> Option<Change> {
    series.readable()?;
    let (at, statistic) = largest(series, margin)?;
    let level = |from: usize, to: usize| match series {
        Series::Normal(y) => crate::mean(&y[from..to]),
        Series::Binomial(x, n) | Series::Poisson(x, n) => {
            Some(crate::sum(x[from..to].iter().copied()) / crate::sum(n[from..to].iter().copied()))
        }
    };
    let n = series.readable()?;
    Some(Change { at, statistic, p_value: null.p_value(statistic), before: level(0, at)?, after: level(at, n)? })
}

/// The division with the largest statistic.
fn largest(series: Series<'_>, margin: usize) -> Option<(usize, f64)> {
    let margin = margin.max(1);
    let (x, n) = match series {
        Series::Normal(y) => (y, None),
        Series::Binomial(x, n) | Series::Poisson(x, n) => (x, Some(n)),
    };
    if x.len() < 2 * margin {
        return None;
    }
    let centre = if n.is_none() { crate::mean(x)? } else { 0.0 };
    let whole_x = crate::sum(x.iter().map(|x| x - centre));
    let whole_n = n.map_or(x.len() as f64, |n| crate::sum(n.iter().copied()));
    let squares = crate::sum(x.iter().map(|x| (x - centre) * (x - centre)));
    let log = |part: f64, expected: f64| if 0.0 < part { part * libm::log(part / expected) } else { 0.0 };
    let (mut left_x, mut left_n) = (crate::Sum::new(), crate::Sum::new());
    let mut best: Option<(usize, f64)> = None;
    for at in 1..=x.len() - margin {
        left_x.add(x[at - 1] - centre);
        left_n.add(n.map_or(1.0, |n| n[at - 1]));
        if at < margin {
            continue;
        }
        let (a, m) = (left_x.value(), left_n.value());
        let (b, k) = (whole_x - a, whole_n - m);
        let statistic = match series {
            Series::Normal(_) if 0.0 < squares => a * a * (1.0 / m + 1.0 / k) / squares,
            Series::Normal(_) => 0.0,
            Series::Poisson(..) => 2.0 * (log(a, whole_x * m / whole_n) + log(b, whole_x * k / whole_n)),
            Series::Binomial(..) => {
                let rest = whole_n - whole_x;
                2.0 * (log(a, whole_x * m / whole_n)
                    + log(b, whole_x * k / whole_n)
                    + log(m - a, rest * m / whole_n)
                    + log(k - b, rest * k / whole_n))
            }
        };
        if best.is_none_or(|(_, former)| former < statistic) {
            best = Some((at, statistic));
        }
    }
    best
}

/// The same total, each event on a point by its weight: binomial by binomial.
fn spread(x: &[f64], weights: &[f64], generator: &mut Generator) -> Vec<f64> {
    let mut left = libm::round(crate::sum(x.iter().copied()));
    let mut weight = crate::sum(weights.iter().copied());
    let last = weights.len().saturating_sub(1);
    weights
        .iter()
        .enumerate()
        .map(|(i, w)| {
            let drawn = if i == last { left } else { binomial(left, (w / weight).clamp(0.0, 1.0), generator) };
            weight -= w;
            left -= drawn;
            drawn
        })
        .collect()
}

/// The same total, dealt among all members of all points: hypergeometric by hypergeometric.
fn dealt(x: &[f64], sizes: &[f64], generator: &mut Generator) -> Vec<f64> {
    let mut left = libm::round(crate::sum(x.iter().copied()));
    let mut members = libm::round(crate::sum(sizes.iter().copied()));
    sizes
        .iter()
        .map(|size| {
            let size = libm::round(*size).min(members);
            let (population, marked, drawn) = (members, left, size);
            let (low, high) = hypergeometric::range(population, marked, drawn);
            let mode = libm::floor((drawn + 1.0) * (marked + 1.0) / (population + 2.0)).clamp(low, high);
            let got = from_mode(
                generator.uniform(),
                (low, mode, high),
                hypergeometric::pmf(mode, population, marked, drawn),
                |k| (marked - k) * (drawn - k) / ((k + 1.0) * (population - marked - drawn + k + 1.0)),
            );
            members -= size;
            left -= got;
            got
        })
        .collect()
}

fn binomial(n: f64, p: f64, generator: &mut Generator) -> f64 {
    let mode = libm::floor((n + 1.0) * p).clamp(0.0, n);
    let odds = p / (1.0 - p);
    let first = crate::dist::binomial::pmf(mode, n, p);
    from_mode(generator.uniform(), (0.0, mode, n), first, |k| (n - k) / (k + 1.0) * odds)
}

/// The count at which a uniform number is used up, going out from the mode to both sides in turn. `rise(k)` is the
/// probability of k + 1 over that of k.
fn from_mode(mut u: f64, (low, mode, high): (f64, f64, f64), first: f64, rise: impl Fn(f64) -> f64) -> f64 {
    u -= first;
    let (mut below, mut above) = ((mode, first), (mode, first));
    while 0.0 < u && (low < below.0 || above.0 < high) {
        if above.0 < high {
            above = (above.0 + 1.0, above.1 * rise(above.0));
            u -= above.1;
            if u <= 0.0 {
                return above.0;
            }
        }
        if low < below.0 {
            below = (below.0 - 1.0, below.1 / rise(below.0 - 1.0));
            u -= below.1;
            if u <= 0.0 {
                return below.0;
            }
        }
        // Rounding may leave a crumb that no probability covers.
        if above.1 + below.1 < 1e-30 {
            break;
        }
    }
    mode
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::random::CountTable;

    #[test]
    fn critical_values_of_the_largest_t_are_worsleys() {
        // Worsley (1979), table 1: for n = 20 the 5 % point of the largest |t| over all divisions is 3.31 (t² over
        // t² + 18 explains 0.378).
        let y = [0.0; 20];
        let null = Null::draw(Series::Normal(&y), 1, 20_000, 1).unwrap();
        let share = 3.31_f64.powi(2) / (3.31_f64.powi(2) + 18.0);
        let p = null.p_value(share);
        assert!((p - 0.05).abs() < 0.006, "{p}");
    }

    #[test]
    fn a_quiet_series_signals_as_often_as_told() {
        let mut generator = Generator::new(21);
        let sizes: Vec<f64> = (0..24).map(|i| 30.0 + f64::from(i)).collect();
        let (mut poisson_hits, mut binomial_hits) = (0, 0);
        for run in 0..300 {
            let x: Vec<f64> =
                sizes.iter().map(|n| CountTable::binomial(*n, 0.08).unwrap().draw(&mut generator)).collect();
            for (series, hits) in
                [(Series::Poisson(&x, &sizes), &mut poisson_hits), (Series::Binomial(&x, &sizes), &mut binomial_hits)]
            {
                let null = Null::draw(series, 3, 199, run).unwrap();
                *hits += u32::from(change_point(series, 3, &null).unwrap().p_value <= 0.05);
            }
        }
        println!("of 300 quiet series: poisson {poisson_hits}, binomial {binomial_hits}");
        // 5 % is 15; a binomial count varies less than the Poisson null, which then signals less.
        assert!(poisson_hits <= 24 && (5..=26).contains(&binomial_hits), "{poisson_hits} {binomial_hits}");
    }

    #[test]
    fn a_step_of_two_standard_deviations_is_found() {
        let null = Null::draw(Series::Normal(&[0.0; 24]), 2, 4_999, 3).unwrap();
        let mut generator = Generator::new(8);
        let mut found = 0;
        for _ in 0..400 {
            let y: Vec<f64> = (0..24).map(|i| generator.normal() + if i < 12 { 0.0 } else { 2.0 }).collect();
            found += u32::from(change_point(Series::Normal(&y), 2, &null).unwrap().p_value <= 0.05);
        }
        assert!(360 <= found, "power {found}/400");
    }

    #[test]
    fn the_place_and_levels_are_told() {
        let x = [2.0, 3.0, 1.0, 2.0, 9.0, 8.0, 11.0, 10.0];
        let n = [50.0; 8];
        for series in [Series::Binomial(&x, &n), Series::Poisson(&x, &n)] {
            let null = Null::draw(series, 2, 999, 1).unwrap();
            let found = change_point(series, 2, &null).unwrap();
            assert_eq!((found.at, found.before, found.after), (4, 0.04, 0.19));
            assert!(found.p_value < 0.005);
        }
        assert_eq!(Null::draw(Series::Normal(&[1.0; 3]), 2, 10, 1), None);
        assert_eq!(Null::draw(Series::Normal(&[1.0; 8]), 2, 0, 1), None);
        let null = Null::draw(Series::Normal(&[1.0; 8]), 2, 99, 1).unwrap();
        assert!(change_point(Series::Normal(&[1.0; 8]), 2, &null).unwrap().p_value > 0.99);
    }

    proptest! {
        #[test]
        fn totals_are_kept(x in prop::collection::vec((0..30_u32, 1..60_u32), 2..20), seed in any::<u64>()) {
            let counts: Vec<f64> = x.iter().map(|&(x, n)| f64::from(x.min(n))).collect();
            let sizes: Vec<f64> = x.iter().map(|&(_, n)| f64::from(n)).collect();
            let mut generator = Generator::new(seed);
            let total: f64 = counts.iter().sum();
            prop_assert_eq!(spread(&counts, &sizes, &mut generator).iter().sum::<f64>(), total);
            let dealt = dealt(&counts, &sizes, &mut generator);
            prop_assert_eq!(dealt.iter().sum::<f64>(), total);
            prop_assert!(dealt.iter().zip(&sizes).all(|(x, n)| 0.0 <= *x && x <= n));
        }

        #[test]
        fn nothing_panics(y in prop::collection::vec(any::<f64>(), 0..12), margin in 0..5_usize) {
            if let Some(null) = Null::draw(Series::Normal(&y), margin, 5, 1) {
                let _ = change_point(Series::Normal(&y), margin, &null);
            }
        }
    }
}

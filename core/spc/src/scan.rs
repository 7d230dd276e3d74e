//! Many series at once: which have changed, when only a known share of the findings may be false.
//!
//! Each series gets three p-values: one for a change of level, one for its runs, one for its newest point.
//! They are combined, and the series are selected by families (indicators first, then units within those
//! selected) so that the expected share of false findings stays below what was asked for. What is not sure
//! enough but may do harm comes on a second list, ranked by harm.

use varde_stats::dist::{binomial, student};
use varde_stats::multiplicity;

use crate::aggregate::{Groups, groups};
use crate::mdc::Better;
use crate::model::{Kind, RuleSet, Series, Spec};
use crate::number::{float, median, sum};
use crate::rules::Sequence;
use crate::runs::{self, Signs};
use crate::shift::shift;
use crate::varde;

/// Fewest points of a series that can be judged.
pub const LEAST_POINTS: usize = 12;
/// Fewest events of a series that can be judged, where events are counted.
pub const LEAST_EVENTS: f64 = 12.0;
/// Below so many events a point, tests are exact given the total.
const SMALL: f64 = 10.0;

/// What one series says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// Points with a value.
    pub points: usize,
    /// Probability of such a change of level if nothing has happened.
    pub level: f64,
    /// Probability of such runs.
    pub runs: f64,
    /// Probability of such a newest point.
    pub newest: f64,
    /// The three combined (Cauchy).
    pub p_value: f64,
    /// First point of the new level, counted from 0, where one is likeliest.
    pub at: Option<usize>,
    /// Level before and after that point.
    pub before: f64,
    /// Level after it.
    pub after: f64,
    /// Events (or units of the value, summed over the points) above what the level before would give, since
    /// then.
    pub excess: f64,
}

/// Why a series cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLittle {
    /// Fewer than twelve points.
    Points,
    /// Fewer than twelve events.
    Events,
    /// All values are the same.
    Constant,
    /// The columns do not fit together, or the chart needs denominators that are not there.
    Data,
}

/// Judges one series.
///
/// # Errors
/// When it has too little to be judged by: that is a state of its own, and not "nothing found".
pub fn evidence(series: &Series, kind: Kind) -> Result<Evidence, TooLittle> {
    let n = series.n.as_ref().map_or(series.y.len(), Vec::len);
    let x = series.x.as_ref().map_or(series.y.len(), Vec::len);
    if n != series.y.len() || x != series.y.len() || (kind.needs_denominator() && series.n.is_none()) {
        return Err(TooLittle::Data);
    }
    let spec = Spec::new(kind, RuleSet::Varde1);
    let g = groups(series, &spec, &mut Vec::new());
    let counts = kind.counts() && kind != Kind::G;
    let plotted = if matches!(kind, Kind::C | Kind::Np) { &g.total } else { &g.y };
    let place: Vec<usize> = (0..g.y.len()).filter(|i| plotted[*i].is_finite()).collect();
    if place.len() < LEAST_POINTS {
        return Err(TooLittle::Points);
    }
    let events = sum(place.iter().map(|i| g.total[*i]));
    if counts && events < LEAST_EVENTS {
        return Err(TooLittle::Events);
    }
    let y: Vec<f64> = place.iter().map(|i| plotted[*i]).collect();
    let points = Sequence { place, y, ..Sequence::default() };
    let sizes: Vec<f64> = points.place.iter().map(|i| g.n.get(*i).copied().unwrap_or(1.0)).collect();
    let totals: Vec<f64> = points.place.iter().map(|i| g.total[*i]).collect();
    let small = counts && events < SMALL * float(points.place.len());

    let found = varde::level(&points, &g, &spec, 1.0);
    if found.is_none() && points.y.windows(2).all(|pair| pair[0].to_bits() == pair[1].to_bits()) {
        return Err(TooLittle::Constant);
    }
    let mut level = found.map_or(1.0, |shift| shift.p_value);
    if small && level < 0.2 {
        level = exact_level(&totals, &sizes).max(f64::MIN_POSITIVE);
    }
    let line = median(points.y.iter().copied());
    let counted = runs::count(points.y.iter().map(|value| (*value, line)));
    let runs = runs::p_value(counted, Signs::Split).unwrap_or(1.0);
    let newest = newest(&points.y, &totals, &sizes, kind, small);
    // One certain "nothing" must not outweigh the others.
    let parts = [level, runs, newest].map(|p: f64| p.clamp(1e-300, 0.95));
    let p_value = multiplicity::cauchy(&parts).unwrap_or(1.0);
    Ok(Evidence {
        points: points.place.len(),
        level,
        runs,
        newest,
        p_value,
        ..harm(&points, &totals, &sizes, &g, kind)
    })
}

/// Where the level is likeliest to have changed, and what that has come to.
fn harm(points: &Sequence, totals: &[f64], sizes: &[f64], g: &Groups, kind: Kind) -> Evidence {
    let ratio = g.has_n();
    let weights: &[f64] = if ratio { sizes } else { &[] };
    let found = shift(&points.y, weights, 3);
    let counted = kind.counts() && kind != Kind::G;
    let excess = found.map_or(0.0, |shift| {
        if counted {
            let expected = |i: usize| if ratio && kind != Kind::Np { shift.before * sizes[i] } else { shift.before };
            sum((shift.at..totals.len()).map(|i| totals[i] - expected(i)))
        } else {
            sum(points.y[shift.at..].iter().map(|value| value - shift.before))
        }
    });
    Evidence {
        points: 0,
        level: 1.0,
        runs: 1.0,
        newest: 1.0,
        p_value: 1.0,
        at: found.and_then(|shift| points.place.get(shift.at).copied()),
        before: found.map_or(f64::NAN, |shift| shift.before),
        after: found.map_or(f64::NAN, |shift| shift.after),
        excess,
    }
}

/// The newest point given those before it, two-sided.
fn newest(y: &[f64], totals: &[f64], sizes: &[f64], kind: Kind, small: bool) -> f64 {
    let last = y.len() - 1;
    let (earlier, newest) = (&y[..last], y[last]);
    if small {
        // Given the total of both, the newest count is binomial (hypergeometric for shares, which is narrower).
        let (before, now) = (sum(totals[..last].iter().copied()).round(), totals[last].round());
        let q = sizes[last] / sum(sizes.iter().copied());
        let total = before + now;
        let (low, high) = (binomial::cdf(now, total, q), binomial::sf(now - 1.0, total, q));
        return (2.0 * low.min(high)).min(1.0);
    }
    let power = |value: f64| match kind {
        Kind::T => value.max(0.0).powf(1.0 / 3.6),
        Kind::G => (value + 0.5).max(0.0).powf(1.0 / 3.6),
        _ => value,
    };
    let weight = |i: usize| if matches!(kind, Kind::T | Kind::G) { 1.0 } else { sizes[i] };
    let all = sum((0..last).map(weight));
    let mean = sum((0..last).map(|i| weight(i) * power(earlier[i]))) / all;
    let squares = sum((0..last).map(|i| weight(i) * (power(earlier[i]) - mean).powi(2)));
    let freedom = float(last - 1);
    let error = (squares / freedom * (1.0 / weight(last) + 1.0 / all)).sqrt();
    let t = ((power(newest) - mean) / error).abs();
    if t.is_nan() { 1.0 } else { (2.0 * student::sf(t, freedom)).min(1.0) }
}

/// Probability that counts, given their total, anywhere split as unevenly as these do: exact. Given the
/// total, Poisson counts are multinomial, and the sum so far is a chain: the next count is binomial among
/// those left. The chain is followed inside the region of splits less uneven than the worst seen.
fn exact_level(totals: &[f64], sizes: &[f64]) -> f64 {
    const LEAST: usize = 3;
    let n = totals.len();
    let all: f64 = sizes.iter().sum();
    let events = sum(totals.iter().map(|count| count.round()));
    let mut share = Vec::with_capacity(n);
    let (mut w, mut so_far, mut worst) = (0.0, 0.0, 0.0_f64);
    for i in 0..n {
        w += sizes[i];
        so_far += totals[i].round();
        share.push((w / all).min(1.0));
        if i + 1 >= LEAST && i + 1 + LEAST <= n {
            worst = worst.max(distance(so_far, events, share[i]));
        }
    }
    if worst <= 0.0 {
        return 1.0;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small counts by the caller's bound")]
    let most = events as usize;
    let mut chance = vec![0.0; most + 1];
    chance[0] = 1.0;
    let mut next = vec![0.0; most + 1];
    let mut crossed = 0.0;
    for i in 0..n {
        let left = 1.0 - if i == 0 { 0.0 } else { share[i - 1] };
        let q = if i + 1 == n { 1.0 } else { ((share[i] - (1.0 - left)) / left).clamp(0.0, 1.0) };
        next.fill(0.0);
        for (from, p) in chance.iter().enumerate().filter(|(_, p)| **p > 1e-14) {
            spread(*p, most - from, q, &mut next[from..]);
        }
        std::mem::swap(&mut chance, &mut next);
        if i + 1 >= LEAST && i + 1 + LEAST <= n {
            for (at, p) in chance.iter_mut().enumerate() {
                if distance(float(at), events, share[i]) >= worst * (1.0 - 1e-9) {
                    crossed += *p;
                    *p = 0.0;
                }
            }
        }
    }
    crossed.clamp(0.0, 1.0)
}

/// How far a sum is from its share of the events, in standard deviations.
fn distance(sum: f64, events: f64, share: f64) -> f64 {
    (sum - events * share).abs() / (events * share * (1.0 - share)).sqrt()
}

/// Adds `p` times the binomial of `trials` at `q` to `into`, from 0 on.
fn spread(p: f64, trials: usize, q: f64, into: &mut [f64]) {
    if q >= 1.0 {
        into[trials] += p;
        return;
    }
    if q <= 0.0 {
        into[0] += p;
        return;
    }
    let mut term = p * (float(trials) * (-q).ln_1p()).exp();
    if term < 1e-290 {
        // Too many trials to start from none: place each term by itself.
        for (k, place) in into.iter_mut().enumerate().take(trials + 1) {
            *place += p * binomial::pmf(float(k), float(trials), q);
        }
        return;
    }
    let odds = q / (1.0 - q);
    for (k, place) in into.iter_mut().enumerate().take(trials + 1) {
        *place += term;
        term *= odds * float(trials - k) / float(k + 1);
        if term < 1e-18 && float(k) > float(trials) * q {
            break;
        }
    }
}

/// A series to be scanned.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Family: all series of one indicator have the same.
    pub family: usize,
    /// The chart of its kind of data.
    pub kind: Kind,
    /// Which way is better.
    pub better: Better,
    /// The series.
    pub series: Series,
}

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// Too little data to judge: neither good nor bad.
    TooLittle(TooLittle),
    /// Judged; `alert` says whether it is among the findings.
    Judged {
        /// What the series says.
        evidence: Evidence,
        /// Whether it stands among the findings, whose false share is controlled.
        alert: bool,
    },
}

/// Scans all items; at most a share `alpha` of the alerts is false, in expectation over the families
/// selected. The verdicts are in the order of the items.
pub fn scan(items: &[Item], alpha: f64) -> Vec<Verdict> {
    let judged: Vec<Result<Evidence, TooLittle>> = items.iter().map(|item| evidence(&item.series, item.kind)).collect();
    let families: Vec<usize> = items.iter().map(|item| item.family).collect();
    let alerts = select(&families, &judged, alpha);
    let verdict = |(found, alert): (Result<Evidence, TooLittle>, bool)| match found {
        Ok(evidence) => Verdict::Judged { evidence, alert },
        Err(reason) => Verdict::TooLittle(reason),
    };
    judged.into_iter().zip(alerts).map(verdict).collect()
}

/// Which of the series judged are findings, families first. For those who judge in parallel.
pub fn select(families: &[usize], judged: &[Result<Evidence, TooLittle>], alpha: f64) -> Vec<bool> {
    let mut members = std::collections::BTreeMap::<usize, Vec<usize>>::new();
    for (place, family) in families.iter().enumerate() {
        if judged.get(place).is_some_and(Result::is_ok) {
            members.entry(*family).or_default().push(place);
        }
    }
    let places: Vec<Vec<usize>> = members.into_values().collect();
    let p_value = |place: &usize| judged.get(*place).and_then(|j| j.as_ref().ok()).map_or(f64::NAN, |e| e.p_value);
    let values: Vec<Vec<f64>> = places.iter().map(|family| family.iter().map(p_value).collect()).collect();
    let mut alerts = vec![false; families.len()];
    for (family, stands) in places.iter().zip(multiplicity::hierarchical(&values, alpha)) {
        for (place, stands) in family.iter().zip(stands.into_iter().flatten()) {
            alerts[*place] = stands;
        }
    }
    alerts
}

/// How harmful what a series says is: its excess towards the worse, 0 where it is for the better or where
/// neither way is.
pub fn excess_harm(evidence: &Evidence, better: Better) -> f64 {
    match better {
        Better::Higher => (-evidence.excess).max(0.0),
        Better::Lower => evidence.excess.max(0.0),
        Better::Neither => 0.0,
    }
}

/// The watch list: judged items that are no alerts, whose own p-value is below 0.05 and which point to the
/// worse, the most harmful first.
pub fn watch(items: &[Item], verdicts: &[Verdict], most: usize) -> Vec<usize> {
    let mut list: Vec<(usize, f64)> = items
        .iter()
        .zip(verdicts)
        .enumerate()
        .filter_map(|(place, (item, verdict))| match verdict {
            Verdict::Judged { evidence, alert: false } if evidence.p_value < 0.05 => {
                Some((place, excess_harm(evidence, item.better))).filter(|(_, harm)| *harm > 0.0)
            }
            _ => None,
        })
        .collect();
    list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    list.truncate(most);
    list.into_iter().map(|(place, _)| place).collect()
}

/// Adds series of the same periods: for units too small to be judged by themselves. A period counts when any
/// has a value in it. Keys are those of the first.
pub fn pool(series: &[&Series]) -> Series {
    let rows = series.iter().map(|one| one.y.len()).max().unwrap_or(0);
    let value = |column: &[Option<f64>], i: usize| column.get(i).copied().flatten().filter(|v| v.is_finite());
    let has_n = series.iter().all(|one| one.n.is_some()) && !series.is_empty();
    // A row whose denominator is missing has no say in either sum.
    let whole = |one: &Series, i: usize| {
        let n = one.n.as_ref().map_or(Some(0.0), |n| value(n, i));
        Some((value(&one.y, i)?, n?))
    };
    let sums = |i: usize| {
        let there = series.iter().filter_map(|one| whole(one, i));
        there.fold(None, |so_far: Option<(f64, f64)>, (y, n)| {
            let (a, b) = so_far.unwrap_or((0.0, 0.0));
            Some((a + y, b + n))
        })
    };
    let rows: Vec<Option<(f64, f64)>> = (0..rows).map(sums).collect();
    Series {
        y: rows.iter().map(|row| row.map(|(y, _)| y)).collect(),
        n: has_n.then(|| rows.iter().map(|row| row.map(|(_, n)| n)).collect()),
        x: series.first().and_then(|one| one.x.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::exact_level;

    #[test]
    fn the_exact_law_is_that_of_counting() {
        // Six equal periods, three events: every one of 6^3 placings is as likely; only the split in the
        // middle may be judged.
        let seen = [1.0, 1.0, 1.0, 0.0, 0.0, 0.0];
        assert!((exact_level(&seen, &[1.0; 6]) - 0.25).abs() < 1e-12, "2 of 8 halves are as uneven");
        let even = [1.0, 0.0, 1.0, 0.0, 1.0, 0.0];
        assert!((exact_level(&even, &[1.0; 6]) - 1.0).abs() < 1e-12);
        assert!((exact_level(&[0.0; 8], &[1.0; 8]) - 1.0).abs() < 1e-12);
    }
}

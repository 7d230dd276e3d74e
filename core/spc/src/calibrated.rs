//! Limits whose false-signal rate is known for the whole chart, also when the baseline is short and the
//! counts are small.
//!
//! Each point gets the tail that leaves the chart its budget. Where values of the baseline are judged by
//! limits they helped to make, they are judged given the baseline's total: a Poisson count is then
//! binomial, a binomial one hypergeometric, a geometric or exponential one has a closed form, a mean and a
//! standard deviation follow from the beta distribution. A point after the baseline is judged given the
//! total of the baseline and itself. No unknown level is left in any of them. What has no such law
//! (individual values by moving ranges) rests on a table that was simulated (`examples/calibrate.rs`).

use varde_stats::dist::{beta, binomial, geometric, hypergeometric, normal, poisson, student};
use varde_stats::special::ln_gamma;

use crate::constants::{MAX_RANGE_SIZE, c4};
use crate::limits::{Facts, Lines, Part};
use crate::model::{Centre, Kind};
use crate::number::{float, sum};
use crate::varde;

/// Replaces the outer limits of a part. `tail` is the probability that one point may lie beyond one of its
/// limits by chance.
pub(crate) fn outer(part: &Part<'_>, out: &mut Lines, facts: Facts, tail: f64) {
    let known = part.spec.centre != Centre::Own;
    if part.spec.kind == Kind::R {
        return ranges(part, out, facts, tail);
    }
    let base = Base::of(part);
    for i in part.range.clone() {
        let inside = part.base[i] && !known;
        let found = match part.spec.kind {
            Kind::Run | Kind::R => None,
            Kind::I | Kind::Ip | Kind::Pp | Kind::Up => by_spread(part, out, &base, i, tail),
            Kind::Mr => Some((0.0, facts.sigma * std::f64::consts::SQRT_2 * base.student(tail))),
            Kind::Xbar => mean(part, out, i, inside, known, tail),
            Kind::S => deviation(part, i, tail),
            Kind::T => Some(time(out, &base, i, inside, known, tail)),
            Kind::P | Kind::Np => share(part, out, &base, i, inside, known, tail),
            Kind::C | Kind::U => rate(part, out, &base, i, inside, known, tail),
            Kind::G => between(part, &base, i, inside, known, tail),
        };
        if let Some((lower, upper)) = found {
            out.lower[i] = lower;
            out.upper[i] = upper;
        }
    }
}

/// What the baseline is known by.
struct Base {
    /// Number of values.
    points: f64,
    /// Sum of counts or values.
    total: f64,
    /// Sum of denominators, or the number of values.
    size: f64,
}

impl Base {
    fn of(part: &Part<'_>) -> Self {
        let g = part.groups;
        let there: Vec<usize> = part.base().filter(|i| !g.y[*i].is_nan()).collect();
        let points = float(there.len());
        let values = match part.spec.kind {
            Kind::T | Kind::G => &g.y,
            _ => &g.total,
        };
        let size = match part.spec.kind {
            Kind::C | Kind::T | Kind::G => points,
            _ if g.has_n() => sum(there.iter().map(|i| g.n[*i])),
            _ => points,
        };
        Self { points, total: sum(there.iter().map(|i| values[*i])), size }
    }

    /// How many estimated standard deviations a new value may be off, with the standard deviation from
    /// moving ranges: Student's t with the degrees of freedom that such an estimate is worth (Cryer and Ryan
    /// 1990 give its variance).
    fn student(&self, tail: f64) -> f64 {
        let m = self.points;
        if m < 3.0 {
            return f64::NAN;
        }
        let variance = (0.8264 * m - 1.082) / ((m - 1.0) * (m - 1.0));
        let freedom = 0.5 / variance;
        student::upper_quantile(tail, freedom) * c4(freedom + 1.0)
    }
}

/// Individual values and those standardised by chance: the lines of the chart at another distance.
fn by_spread(part: &Part<'_>, out: &Lines, base: &Base, i: usize, tail: f64) -> Option<(f64, f64)> {
    let m = base.points;
    if m < 3.0 {
        return None;
    }
    let factor = if part.base[i] {
        // The table is for charts that are their own baseline; other budgets scale by the normal tails.
        let usual = varde::OUTSIDE / 2.0 / m;
        varde::own_limit(m) * normal::upper_quantile(tail) / normal::upper_quantile(usual)
    } else {
        base.student(tail) * (1.0 + 1.0 / m).sqrt()
    };
    let (centre, reach) = (out.centre[i], factor * out.unit[i]);
    // What makes shares and rates vary more than by chance multiplies odds and rates: the lines are as far
    // on their scale as the standard deviation is here, and so never leave what can be.
    match part.spec.kind {
        Kind::Pp if 0.0 < centre && centre < 1.0 => {
            let step = (reach / (centre * (1.0 - centre))).exp();
            let odds = centre / (1.0 - centre);
            let share = |odds: f64| 1.0 - 1.0 / (1.0 + odds);
            Some((share(odds / step), share(odds * step)))
        }
        Kind::Up if centre > 0.0 => {
            let step = (reach / centre).exp();
            Some((centre / step, centre * step))
        }
        _ => Some((centre - reach, centre + reach)),
    }
}

/// A mean against the mean of all, by the pooled standard deviation within subgroups.
fn mean(part: &Part<'_>, out: &Lines, i: usize, inside: bool, known: bool, tail: f64) -> Option<(f64, f64)> {
    let len = &part.groups.len;
    let (_, sd, _) = part.within();
    let (pooled, freedom) = part.pooled(sd);
    let all = sum(part.base().map(|i| len[i]));
    let of_mean = match (known, inside) {
        (true, _) => 0.0,
        (false, true) => -1.0 / all,
        (false, false) => 1.0 / all,
    };
    let reach = student::upper_quantile(tail, freedom) * pooled * (1.0 / len[i] + of_mean).max(0.0).sqrt();
    reach.is_finite().then(|| (out.centre[i] - reach, out.centre[i] + reach))
}

/// A standard deviation against that of all subgroups: the ratio of two variances.
fn deviation(part: &Part<'_>, i: usize, tail: f64) -> Option<(f64, f64)> {
    let (_, sd, _) = part.within();
    let (pooled, freedom) = part.pooled(sd);
    let own = part.groups.len[i] - 1.0;
    if own < 1.0 || freedom - own < 1.0 {
        return None;
    }
    let inside = part.base[i];
    let (a, b) = (own / 2.0, if inside { (freedom - own) / 2.0 } else { freedom / 2.0 });
    let limit = |share: f64| {
        let of_all = if inside { share } else { share / (1.0 - share) };
        pooled * (freedom * of_all / own).sqrt()
    };
    Some((limit(beta::quantile(tail, a, b)), limit(beta::upper_quantile(tail, a, b))))
}

/// Limits of ranges, by the distribution of the range with the estimated standard deviation; one size of
/// subgroup is worked out once.
fn ranges(part: &Part<'_>, out: &mut Lines, facts: Facts, tail: f64) {
    let mut done: Vec<(f64, (f64, f64))> = Vec::new();
    for i in part.range.clone() {
        let size = part.groups.len[i];
        if !(2.0..=float(MAX_RANGE_SIZE)).contains(&size) {
            continue;
        }
        let known = done.iter().find(|(of, _)| of.to_bits() == size.to_bits()).map(|(_, limits)| *limits);
        let (lower, upper) = known.unwrap_or_else(|| {
            let limits = (range_quantile(size, 1.0 - tail), range_quantile(size, tail));
            done.push((size, limits));
            limits
        });
        (out.lower[i], out.upper[i]) = (facts.sigma * lower, facts.sigma * upper);
    }
}

/// The range of `n` standard normal values that is exceeded with probability `tail`.
fn range_quantile(n: f64, tail: f64) -> f64 {
    let (mut low, mut high) = ((0.0, 1.0), (16.0, 0.0));
    for step in 0..14 {
        // Halving first, then along the chord, where the tail is near straight.
        let along = low.0 + (high.0 - low.0) * (low.1 - tail) / (low.1 - high.1);
        let middle = if step < 10 { f64::midpoint(low.0, high.0) } else { along };
        let beyond = range_beyond(n, middle);
        *(if beyond > tail { &mut low } else { &mut high }) = (middle, beyond);
    }
    f64::midpoint(low.0, high.0)
}

/// P(R > r) for the range of `n` standard normal values.
fn range_beyond(n: f64, r: f64) -> f64 {
    const STEP: f64 = 0.1;
    // A trapezoid sum of a smooth function that vanishes at both ends.
    let inside: f64 = (-90..=90)
        .map(|i| {
            let x = STEP * f64::from(i);
            normal::pdf(x) * (normal::sf(x) - normal::sf(x + r)).max(0.0).powf(n - 1.0)
        })
        .sum();
    1.0 - n * inside * STEP
}

/// A time between events of a steady process, which is exponential.
fn time(out: &Lines, base: &Base, i: usize, inside: bool, known: bool, tail: f64) -> (f64, f64) {
    if known {
        // The line is the mean of the power 1/3.6, taken back; the mean itself follows from it.
        let mean = out.centre[i] / ln_gamma(1.0 + 1.0 / 3.6).exp().powf(3.6);
        return (-mean * (-tail).ln_1p(), -mean * tail.ln());
    }
    // Given the total, a share of it exceeds x with probability (1 - x)^others.
    let others = if inside { base.points - 1.0 } else { base.points };
    let share = |beyond: f64| {
        let share = 1.0 - beyond.powf(1.0 / others);
        if inside { share } else { share / (1.0 - share) }
    };
    (base.total * share(1.0 - tail), base.total * share(tail))
}

/// A binomial count: hypergeometric given the total.
fn share(
    part: &Part<'_>,
    out: &Lines,
    base: &Base,
    i: usize,
    inside: bool,
    known: bool,
    tail: f64,
) -> Option<(f64, f64)> {
    let n = part.groups.n[i].round();
    if !(1.0..MOST).contains(&n) || !(0.0..MOST).contains(&base.size) || !(0.0..MOST).contains(&base.total) {
        return None;
    }
    let scale = if part.spec.kind == Kind::P { 1.0 / part.groups.n[i] } else { 1.0 };
    let (all, events) = (base.size.round(), base.total.round());
    let (lower, upper) = if known {
        let p = if part.spec.kind == Kind::P { out.centre[i] } else { out.centre[i] / part.groups.n[i] };
        (highest(0.0, n, |l| binomial::cdf(l - 1.0, n, p) <= tail), lowest(0.0, n, |u| binomial::sf(u, n, p) <= tail))
    } else if inside {
        (
            highest(0.0, n, |l| hypergeometric::cdf(l - 1.0, all, events, n) <= tail),
            lowest(0.0, n, |u| hypergeometric::sf(u, all, events, n) <= tail),
        )
    } else {
        // Just beyond the limit, with itself in the total.
        (
            highest(0.0, n, |l| hypergeometric::cdf(l - 1.0, all + n, events + l - 1.0, n) <= tail || l < 1.0),
            lowest(0.0, n, |u| u >= n || hypergeometric::sf(u, all + n, events + u + 1.0, n) <= tail),
        )
    };
    Some((lower * scale, upper * scale))
}

/// A Poisson count: binomial given the total.
fn rate(
    part: &Part<'_>,
    out: &Lines,
    base: &Base,
    i: usize,
    inside: bool,
    known: bool,
    tail: f64,
) -> Option<(f64, f64)> {
    let own = if part.spec.kind == Kind::C { 1.0 } else { part.groups.n[i] };
    let sound = 0.0 < own && own < MOST && 0.0 < base.size && (0.0..MOST).contains(&base.total);
    if !sound {
        return None;
    }
    let events = base.total.round();
    let most = 16.0 + 4.0 * (events + 10.0);
    let (lower, upper) = if known {
        let mean = out.centre[i] * own;
        let most = 40.0 + 2.0 * mean + 20.0 * mean.max(0.0).sqrt();
        (
            highest(0.0, most.floor(), |l| poisson::cdf(l - 1.0, mean) <= tail),
            lowest(0.0, most.floor(), |u| poisson::sf(u, mean) <= tail),
        )
    } else if inside {
        let q = (own / base.size).min(1.0);
        (
            highest(0.0, events, |l| binomial::cdf(l - 1.0, events, q) <= tail),
            lowest(0.0, events, |u| binomial::sf(u, events, q) <= tail),
        )
    } else {
        let q = own / (base.size + own);
        let most = (most * (1.0 + own / base.size)).floor();
        (
            highest(0.0, most, |l| l < 1.0 || binomial::cdf(l - 1.0, events + l - 1.0, q) <= tail),
            lowest(0.0, most, |u| binomial::sf(u, events + u + 1.0, q) <= tail),
        )
    };
    Some((lower / own, upper / own))
}

/// Cases between events, which are geometric.
fn between(part: &Part<'_>, base: &Base, i: usize, inside: bool, known: bool, tail: f64) -> Option<(f64, f64)> {
    if known {
        let mean = part.groups.known[i];
        let p = 1.0 / (mean + 1.0);
        let most = (-40.0 / (-p).ln_1p()).min(1e12).floor();
        return Some((
            highest(0.0, most, |l| l < 1.0 || geometric::cdf(l - 1.0, p) <= tail),
            lowest(0.0, most, |u| geometric::sf(u, p) <= tail),
        ));
    }
    let (m, total) = (base.points, base.total.round());
    if m < 2.0 || !(0.0..MOST).contains(&total) {
        return None;
    }
    // Ways in which k values may add up to s: (s + k - 1 over k - 1).
    let ln_ways = |s: f64, k: f64| ln_gamma(s + k) - ln_gamma(s + 1.0) - ln_gamma(k);
    // P(value >= y) given the total.
    let at_least = |y: f64| {
        if inside {
            if y > total { 0.0 } else { (ln_ways(total - y, m) - ln_ways(total, m)).exp() }
        } else {
            (ln_ways(total, m + 1.0) - ln_ways(total + y, m + 1.0)).exp()
        }
    };
    let most = if inside { total } else { (total + 10.0) * 1e4 };
    let below = |l: f64| {
        // Given the total that a value just below the limit would make.
        let given = if inside { total } else { total + l - 1.0 };
        let k = if inside { m } else { m + 1.0 };
        l < 1.0 || 1.0 - (ln_ways(given - l, k) - ln_ways(given, k)).exp() <= tail
    };
    Some((highest(0.0, total, below), lowest(0.0, most, |u| at_least(u + 1.0) <= tail)))
}

/// Counts beyond this have no neighbours as floats; no limit is looked for there.
const MOST: f64 = 1e14;

/// The lowest whole number from `low` to `high` at which a condition that stays true holds; `high` if none.
fn lowest(low: f64, high: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (low, high.min(MOST));
    while low < high {
        let middle = f64::midpoint(low, high).floor();
        if holds(middle) { high = middle } else { low = middle + 1.0 }
    }
    low
}

/// The highest whole number from `low` to `high` at which a condition that stays false once it is holds.
fn highest(low: f64, high: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (low, high.min(MOST));
    while low < high {
        let middle = f64::midpoint(low, high).ceil();
        if holds(middle) { low = middle } else { high = middle - 1.0 }
    }
    low
}

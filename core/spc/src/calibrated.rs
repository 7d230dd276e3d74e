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
use crate::memo::Memo;
use crate::model::{Centre, Kind};
use crate::number::{float, sum};
use crate::search::{MOST, guess, highest, lowest, normal_quantile};
use crate::varde;

thread_local! {
    /// Student's quantiles by number of points and tail.
    static STUDENT: Memo<512> = const { Memo::new() };
}

/// Replaces the outer limits of a part. `tail` is the probability that one point may lie beyond one of its
/// limits by chance.
pub(crate) fn outer(part: &Part<'_>, out: &mut Lines, facts: Facts, tail: f64) {
    let known = part.spec.centre != Centre::Own;
    if part.spec.kind == Kind::R {
        return ranges(part, out, facts, tail);
    }
    let base = Base::of(part);
    let mut spread = Spread { base: &base, tail, within: None, after: None };
    // Points of the same size about the same centre have the same limits, and those are looked for once.
    let mut done: Vec<(Alike, Option<(f64, f64)>)> = Vec::new();
    for i in part.range.clone() {
        let inside = part.base[i] && !known;
        let mut once = |size: f64, centre: f64, work: &dyn Fn() -> Option<(f64, f64)>| {
            let alike = (part.base[i], size.to_bits(), centre.to_bits());
            if let Some((_, limits)) = done.iter().rev().find(|(of, _)| *of == alike) {
                return *limits;
            }
            let limits = work();
            done.push((alike, limits));
            limits
        };
        let (n, len) = (part.groups.n.get(i).copied().unwrap_or(1.0), part.groups.len[i]);
        let centre = out.centre[i];
        let found = match part.spec.kind {
            Kind::Run | Kind::R => None,
            Kind::I | Kind::Ip | Kind::Pp | Kind::Up => by_spread(part, out, &mut spread, i),
            Kind::Mr => Some((0.0, facts.sigma * std::f64::consts::SQRT_2 * spread.student())),
            Kind::Xbar => once(len, centre, &|| mean(part, out, i, inside, known, tail)),
            Kind::S => once(len, centre, &|| deviation(part, i, tail)),
            Kind::T => once(1.0, centre, &|| Some(time(out, &base, i, inside, known, tail))),
            Kind::P | Kind::Np => once(n, centre, &|| share(part, out, &base, i, inside, known, tail)),
            Kind::C => once(1.0, centre, &|| rate(part, out, &base, i, inside, known, tail)),
            Kind::U => once(n, centre, &|| rate(part, out, &base, i, inside, known, tail)),
            Kind::G => {
                let mean = part.groups.known.get(i).copied().unwrap_or(centre);
                once(1.0, mean, &|| between(part, &base, i, inside, known, tail))
            }
        };
        if let Some((lower, upper)) = found {
            out.lower[i] = lower;
            out.upper[i] = upper;
        }
    }
}

/// What points with the same limits share: whether they are of the baseline, size, centre.
type Alike = (bool, u64, u64);

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
}

/// How many standard deviations from moving ranges the limits of a part are away, worked out when asked for.
struct Spread<'a> {
    base: &'a Base,
    tail: f64,
    within: Option<f64>,
    after: Option<f64>,
}

impl Spread<'_> {
    /// How many estimated standard deviations a new value may be off, with the standard deviation from
    /// moving ranges: Student's t with the degrees of freedom that such an estimate is worth (Cryer and Ryan
    /// 1990 give its variance).
    fn student(&self) -> f64 {
        let (m, tail) = (self.base.points, self.tail);
        if m < 3.0 {
            return f64::NAN;
        }
        let work = || {
            let variance = (0.8264 * m - 1.082) / ((m - 1.0) * (m - 1.0));
            let freedom = 0.5 / variance;
            student::upper_quantile(tail, freedom) * c4(freedom + 1.0)
        };
        STUDENT.with(|memo| memo.get(m.to_bits(), tail.to_bits(), work))
    }

    /// The distance for a point of the baseline.
    fn within(&mut self) -> f64 {
        let (m, tail) = (self.base.points, self.tail);
        *self.within.get_or_insert_with(|| {
            // The table is for charts that are their own baseline; other budgets scale by the normal tails.
            let usual = varde::OUTSIDE / 2.0 / m;
            varde::own_limit(m) * normal_quantile(tail) / normal_quantile(usual)
        })
    }

    /// The distance for a point after the baseline.
    fn after(&mut self) -> f64 {
        let m = self.base.points;
        let student = self.after.unwrap_or_else(|| self.student() * (1.0 + 1.0 / m).sqrt());
        *self.after.insert(student)
    }
}

/// Individual values and those standardised by chance: the lines of the chart at another distance.
fn by_spread(part: &Part<'_>, out: &Lines, spread: &mut Spread<'_>, i: usize) -> Option<(f64, f64)> {
    if spread.base.points < 3.0 {
        return None;
    }
    let factor = if part.base[i] { spread.within() } else { spread.after() };
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
        let (low, high) = guess(tail, n * p, n * p * (1.0 - p), 1.0 - 2.0 * p);
        (
            highest(0.0, n, low, |l| binomial::cdf(l - 1.0, n, p) <= tail),
            lowest(0.0, n, high, |u| binomial::sf(u, n, p) <= tail),
        )
    } else if inside {
        let (p, left) = (events / all, 1.0 - n / all);
        let (low, high) = guess(tail, n * p, n * p * (1.0 - p) * left, (1.0 - 2.0 * p) * (2.0 * left - 1.0));
        (
            highest(0.0, n, low, |l| hypergeometric::cdf(l - 1.0, all, events, n) <= tail),
            lowest(0.0, n, high, |u| hypergeometric::sf(u, all, events, n) <= tail),
        )
    } else {
        let (p, more) = (events / all, 1.0 + n / all);
        let (low, high) = guess(tail, n * p, n * p * (1.0 - p) * more, (1.0 - 2.0 * p) * (2.0 * more - 1.0));
        // Just beyond the limit, with itself in the total.
        (
            highest(0.0, n, low, |l| hypergeometric::cdf(l - 1.0, all + n, events + l - 1.0, n) <= tail || l < 1.0),
            lowest(0.0, n, high, |u| u >= n || hypergeometric::sf(u, all + n, events + u + 1.0, n) <= tail),
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
        let (low, high) = guess(tail, mean, mean, 1.0);
        (
            highest(0.0, most.floor(), low, |l| poisson::cdf(l - 1.0, mean) <= tail),
            lowest(0.0, most.floor(), high, |u| poisson::sf(u, mean) <= tail),
        )
    } else if inside {
        let q = (own / base.size).min(1.0);
        let (low, high) = guess(tail, events * q, events * q * (1.0 - q), 1.0 - 2.0 * q);
        (
            highest(0.0, events, low, |l| binomial::cdf(l - 1.0, events, q) <= tail),
            lowest(0.0, events, high, |u| binomial::sf(u, events, q) <= tail),
        )
    } else {
        let (q, more) = (own / (base.size + own), 1.0 + own / base.size);
        let most = (most * more).floor();
        let mean = events * own / base.size;
        let (low, high) = guess(tail, mean, mean * more, 2.0 * more - 1.0);
        (
            highest(0.0, most, low, |l| l < 1.0 || binomial::cdf(l - 1.0, events + l - 1.0, q) <= tail),
            lowest(0.0, most, high, |u| binomial::sf(u, events + u + 1.0, q) <= tail),
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
            highest(0.0, most, -mean * (-tail).ln_1p(), |l| l < 1.0 || geometric::cdf(l - 1.0, p) <= tail),
            lowest(0.0, most, -mean * tail.ln(), |u| geometric::sf(u, p) <= tail),
        ));
    }
    let (m, total) = (base.points, base.total.round());
    if m < 2.0 || !(0.0..MOST).contains(&total) {
        return None;
    }
    // Ways in which k values may add up to s: (s + k - 1 over k - 1).
    let ln_ways = |s: f64, k: f64| ln_gamma(s + k) - ln_gamma(s + 1.0) - ln_gamma(k);
    let of_all = ln_ways(total, if inside { m } else { m + 1.0 });
    // P(value >= y) given the total.
    let at_least = |y: f64| {
        if inside {
            if y > total { 0.0 } else { (ln_ways(total - y, m) - of_all).exp() }
        } else {
            (of_all - ln_ways(total + y, m + 1.0)).exp()
        }
    };
    let most = if inside { total } else { (total + 10.0) * 1e4 };
    // As if values were exponential.
    let near = |beyond: f64| {
        let share = 1.0 - beyond.powf(1.0 / if inside { m - 1.0 } else { m });
        if inside { total * share } else { total * share / (1.0 - share) }
    };
    let below = |l: f64| {
        // Given the total that a value just below the limit would make.
        let given = if inside { total } else { total + l - 1.0 };
        let k = if inside { m } else { m + 1.0 };
        l < 1.0 || 1.0 - (ln_ways(given - l, k) - ln_ways(given, k)).exp() <= tail
    };
    Some((highest(0.0, total, near(1.0 - tail), below), lowest(0.0, most, near(tail), |u| at_least(u + 1.0) <= tail)))
}

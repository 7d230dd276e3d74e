//! Where the level may have changed, as suggestions for a new phase: never applied by themselves.
//!
//! The best division of the series into levels is found exactly, by dynamic programming over all places,
//! with the likelihood of the kind of data (normal, binomial, Poisson, exponential) and a price for each
//! change. Every level keeps eight points or more, so nothing is suggested near the end, where the next
//! months may still say otherwise.

use crate::aggregate::{Groups, groups};
use crate::analyse::{Error, analyse};
use crate::model::{Key, Kind, Series, Spec};
use crate::number::{float, mean};

/// Fewest points of a level.
pub const LEAST: usize = 8;
/// Most suggestions for one series.
const MOST: usize = 3;

/// A change of level that fits the data better than none.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// First point of the new level, counted from 0.
    pub at: usize,
    /// The same, as its key.
    pub x: Key,
    /// The first point lies between these with 95 % probability, if there is one change here.
    pub between: (usize, usize),
    /// Level before, multiplied as the chart is.
    pub before: f64,
    /// Level after.
    pub after: f64,
    /// Change, and its 95 % interval with the place taken as known.
    pub change: f64,
    /// Lower bound of the change.
    pub low: f64,
    /// Upper bound of the change.
    pub high: f64,
    /// How much better the data fit, in twice the log-likelihood after the price of a change; the strongest
    /// suggestion has the most.
    pub gain: f64,
}

/// The likelihood of a kind of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Law {
    Normal,
    Binomial,
    Poisson,
    Exponential,
}

/// Cumulated sums, so that any stretch costs the same to price.
struct Sums {
    law: Law,
    /// Variance of a value of weight 1 (normal), or what chance's variance is multiplied by.
    spread: f64,
    /// What was taken from every value, so that sums of squares keep their digits whatever the level.
    offset: f64,
    y: Vec<f64>,
    w: Vec<f64>,
    squares: Vec<f64>,
}

impl Sums {
    fn new(law: Law, y: &[f64], w: &[f64]) -> Self {
        let cumulate = |values: &mut dyn Iterator<Item = f64>| {
            let mut sum = varde_stats::Sum::new();
            std::iter::once(0.0)
                .chain(values.map(|value| {
                    sum.add(value);
                    sum.value()
                }))
                .collect::<Vec<f64>>()
        };
        // For counts y is the count; for the others the value, which its weight multiplies.
        let counts = matches!(law, Law::Binomial | Law::Poisson);
        let offset = match law {
            Law::Normal => mean(y.iter().copied()),
            _ => 0.0,
        };
        let total = |i: usize| if counts { y[i] } else { (y[i] - offset) * w[i] };
        let mut sums = Self {
            law,
            spread: 1.0,
            offset,
            y: cumulate(&mut (0..y.len()).map(total)),
            w: cumulate(&mut w.iter().copied()),
            squares: cumulate(&mut (0..y.len()).map(|i| if counts { 0.0 } else { w[i] * (y[i] - offset).powi(2) })),
        };
        sums.spread = sums.dispersion(y, w);
        sums
    }

    /// Variation between neighbours, which changes of level hardly move: the variance itself, or how many
    /// times that of chance (never below 1).
    fn dispersion(&self, y: &[f64], w: &[f64]) -> f64 {
        let n = y.len();
        let level = self.level(0, n);
        let counts = matches!(self.law, Law::Binomial | Law::Poisson);
        let z = |i: usize| {
            if counts {
                let chance = if self.law == Law::Binomial { level * (1.0 - level) } else { level };
                (y[i] / w[i] - level) / (chance / w[i]).sqrt()
            } else {
                (y[i] - level) * w[i].sqrt()
            }
        };
        let step = mean((1..n).map(|i| (z(i) - z(i - 1)).abs())) / std::f64::consts::FRAC_2_SQRT_PI;
        match self.law {
            Law::Normal => step * step,
            Law::Exponential => 1.0,
            Law::Binomial | Law::Poisson => (step * step).max(1.0),
        }
    }

    fn level(&self, from: usize, to: usize) -> f64 {
        self.offset + (self.y[to] - self.y[from]) / (self.w[to] - self.w[from])
    }

    /// Minus twice the log-likelihood of one level from `from` up to `to`.
    fn cost(&self, from: usize, to: usize) -> f64 {
        let (y, w) = (self.y[to] - self.y[from], self.w[to] - self.w[from]);
        let level = y / w;
        let log = |value: f64, times: f64| if times > 0.0 { times * value.ln() } else { 0.0 };
        match self.law {
            Law::Normal => (self.squares[to] - self.squares[from] - y * level).max(0.0) / self.spread,
            Law::Poisson => 2.0 * (y - log(level, y)) / self.spread,
            Law::Binomial => -2.0 * (log(level, y) + log(1.0 - level, w - y)) / self.spread,
            Law::Exponential => 2.0 * w * (1.0 + level.ln()),
        }
    }

    /// Variance of the level of a stretch.
    fn variance(&self, from: usize, to: usize) -> f64 {
        let w = self.w[to] - self.w[from];
        let level = self.level(from, to);
        self.spread / w
            * match self.law {
                Law::Normal => 1.0,
                Law::Poisson => level,
                Law::Binomial => level * (1.0 - level),
                Law::Exponential => level * level,
            }
    }
}

/// The price of a change: its place and its level, at the strictness that leaves fewer than one series in
/// twenty of 24 to 60 points with a suggestion when nothing has happened.
fn price(n: usize) -> f64 {
    3.0 * float(n.max(2)).ln()
}

/// First points of all levels but the first, by exact optimisation.
fn divide(sums: &Sums, n: usize, least: usize) -> Vec<usize> {
    let least = least.max(1);
    let price = price(n);
    let mut best = vec![f64::INFINITY; n + 1];
    let mut from = vec![0; n + 1];
    best[0] = -price;
    for to in least..=n {
        for start in std::iter::once(0).chain(least..=to - least) {
            let cost = best[start] + price + sums.cost(start, to);
            if cost < best[to] - 1e-9 {
                (best[to], from[to]) = (cost, start);
            }
        }
    }
    let mut changes = Vec::new();
    let mut at = from[n];
    while at > 0 {
        changes.push(at);
        at = from[at];
    }
    changes.reverse();
    changes
}

/// Levels of plain values: first points after the first level (from 0), with the normal likelihood. Values
/// must be finite.
pub fn levels(values: &[f64], least: usize) -> Vec<usize> {
    if values.len() < 2 * least.max(1) || values.iter().any(|value| !value.is_finite()) {
        return Vec::new();
    }
    let sums = Sums::new(Law::Normal, values, &vec![1.0; values.len()]);
    if sums.spread <= 0.0 {
        return Vec::new();
    }
    divide(&sums, values.len(), least)
}

/// Suggests where new phases may begin, the strongest first, three at most. Each part of the chart is looked
/// at for itself; excluded and provisional points are passed over.
///
/// # Errors
/// As [`analyse`].
pub fn suggest(series: &Series, spec: &Spec) -> Result<Vec<Suggestion>, Error> {
    let chart = analyse(series, spec)?;
    let g = groups(series, spec, &mut Vec::new());
    let mut found = Vec::new();
    for part in &chart.parts {
        let places: Vec<usize> = (part.first..part.end)
            .filter(|i| chart.points.get(*i).is_some_and(|point| point.include && point.y.is_some()))
            .collect();
        if let Some((law, y, w)) = columns(&g, spec.kind, &places).filter(|_| places.len() >= 2 * LEAST) {
            let sums = Sums::new(law, &y, &w);
            if sums.spread > 0.0 && sums.cost(0, y.len()).is_finite() {
                found.extend(changes(&sums, &places).into_iter().map(|mut one| {
                    one.x = g.x.get(one.at).cloned().unwrap_or(Key::Number(float(one.at + 1)));
                    for value in [&mut one.before, &mut one.after, &mut one.change, &mut one.low, &mut one.high] {
                        *value *= spec.multiply;
                    }
                    one
                }));
            }
        }
    }
    found.sort_by(|a: &Suggestion, b| b.gain.total_cmp(&a.gain));
    found.truncate(MOST);
    Ok(found)
}

/// Law, values (or counts) and weights of the points that count; `None` where a level means nothing.
fn columns(g: &Groups, kind: Kind, places: &[usize]) -> Option<(Law, Vec<f64>, Vec<f64>)> {
    let pick = |column: &[f64]| places.iter().map(|i| column.get(*i).copied().unwrap_or(f64::NAN)).collect();
    let ones = || vec![1.0; places.len()];
    let (law, y, w): (Law, Vec<f64>, Vec<f64>) = match kind {
        Kind::Mr | Kind::S | Kind::R => return None,
        Kind::P | Kind::Pp | Kind::Np => (Law::Binomial, pick(&g.total), pick(&g.n)),
        Kind::U | Kind::Up => (Law::Poisson, pick(&g.total), pick(&g.n)),
        Kind::C => (Law::Poisson, pick(&g.total), ones()),
        Kind::T => (Law::Exponential, pick(&g.y), ones()),
        Kind::G => (Law::Exponential, places.iter().map(|i| g.y[*i] + 0.5).collect(), ones()),
        Kind::Ip if g.has_n() => (Law::Normal, pick(&g.y), pick(&g.n)),
        Kind::Xbar | Kind::Ip => (Law::Normal, pick(&g.y), pick(&g.len)),
        Kind::Run | Kind::I => (Law::Normal, pick(&g.y), ones()),
    };
    let sound = y.iter().chain(&w).all(|value| value.is_finite()) && w.iter().all(|w| *w > 0.0);
    (sound && !g.unordered).then_some((law, y, w))
}

fn changes(sums: &Sums, places: &[usize]) -> Vec<Suggestion> {
    let n = places.len();
    let firsts = divide(sums, n, LEAST);
    firsts
        .iter()
        .enumerate()
        .map(|(number, &at)| {
            let start = number.checked_sub(1).map_or(0, |before| firsts[before]);
            let end = firsts.get(number + 1).copied().unwrap_or(n);
            let whole = sums.cost(start, end);
            let split = |at: usize| sums.cost(start, at) + sums.cost(at, end);
            // Each place as likely beforehand; what the data make of it.
            let best = split(at);
            let weights: Vec<f64> = (start + 1..end).map(|at| ((best - split(at)) / 2.0).exp()).collect();
            let between = interval(&weights, 0.95);
            let (before, after) = (sums.level(start, at), sums.level(at, end));
            let reach = 1.959_963_984_540_054 * (sums.variance(start, at) + sums.variance(at, end)).sqrt();
            let place = |i: usize| places.get(i).copied().unwrap_or(0);
            Suggestion {
                at: place(at),
                x: Key::Number(f64::NAN),
                between: (place(start + 1 + between.0), place(start + 1 + between.1)),
                before,
                after,
                change: after - before,
                low: after - before - reach,
                high: after - before + reach,
                gain: whole - best - price(n),
            }
        })
        .collect()
}

/// Shortest stretch of weights round the heaviest that holds the share.
fn interval(weights: &[f64], share: f64) -> (usize, usize) {
    let all: f64 = weights.iter().copied().filter(|w| w.is_finite()).sum();
    let heaviest = (0..weights.len()).max_by(|a, b| weights[*a].total_cmp(&weights[*b])).unwrap_or(0);
    let (mut low, mut high) = (heaviest, heaviest);
    let mut held = weights.get(heaviest).copied().unwrap_or(0.0);
    while held < share * all {
        let left = low.checked_sub(1).map_or(-1.0, |i| weights[i]);
        let right = weights.get(high + 1).copied().unwrap_or(-1.0);
        if left < 0.0 && right < 0.0 {
            break;
        }
        if left >= right {
            low -= 1;
            held += left;
        } else {
            high += 1;
            held += right;
        }
    }
    (low, high)
}

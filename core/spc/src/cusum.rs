//! Charts that accumulate: EWMA, tabular CUSUM, Bernoulli CUSUM, risk-adjusted CUSUM and VLAD.
//!
//! They find small lasting changes sooner than single points do, and need to know the level (or risk) one
//! should have. A missing value leaves the sum as it was.

use crate::number::{mean, side, taken};

/// An exponentially weighted moving average with its limits.
#[derive(Debug, Clone, PartialEq)]
pub struct Ewma {
    /// Centre line and starting value.
    pub centre: f64,
    /// Standard deviation of one value.
    pub sigma: f64,
    /// The average after each value; `None` where the value is missing.
    pub z: Vec<Option<f64>>,
    /// Lower limit at each point.
    pub lower: Vec<f64>,
    /// Upper limit at each point.
    pub upper: Vec<f64>,
    /// 1 above the upper limit, -1 below the lower, 0 within.
    pub signal: Vec<i8>,
}

/// Mean and standard deviation of the baseline: the first `points`, or all; the deviation by moving ranges
/// (their mean over 2/sqrt(pi)).
pub fn level(y: &[Option<f64>], points: Option<usize>) -> (f64, f64) {
    let base = &y[..points.unwrap_or(y.len()).min(y.len())];
    let ranges = base.windows(2).map(|pair| (taken(pair[1]) - taken(pair[0])).abs());
    (mean(base.iter().map(|y| taken(*y))), mean(ranges) / std::f64::consts::FRAC_2_SQRT_PI)
}

/// Works out an EWMA with weight `lambda` (0 to 1) on the newest value and limits at `k` standard
/// deviations, which widen from the start as they should. `None` when lambda is not above 0 and at most 1,
/// the distance not above 0, or the deviation below 0.
pub fn ewma(y: &[Option<f64>], centre: f64, sigma: f64, lambda: f64, k: f64) -> Option<Ewma> {
    let sound = 0.0 < lambda && lambda <= 1.0 && 0.0 < k && k.is_finite();
    if !sound || sigma < 0.0 {
        return None;
    }
    let mut chart = Ewma { centre, sigma, z: Vec::new(), lower: Vec::new(), upper: Vec::new(), signal: Vec::new() };
    let (mut z, mut forgotten) = (centre, 1.0);
    for value in y.iter().map(|y| taken(*y)) {
        if !value.is_nan() {
            z = lambda * value + (1.0 - lambda) * z;
            forgotten *= (1.0 - lambda) * (1.0 - lambda);
        }
        let reach = k * sigma * (lambda / (2.0 - lambda) * (1.0 - forgotten)).sqrt();
        let (lower, upper) = (centre - reach, centre + reach);
        let there = (!value.is_nan() && z.is_finite()).then_some(z);
        chart.signal.push(there.map_or(0, |z| beyond(z, lower, upper)));
        chart.z.push(there);
        chart.lower.push(lower);
        chart.upper.push(upper);
    }
    Some(chart)
}

fn beyond(z: f64, lower: f64, upper: f64) -> i8 {
    if side(z, upper) > 0 {
        1
    } else if side(z, lower) < 0 {
        -1
    } else {
        0
    }
}

/// Two one-sided sums.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cusum {
    /// Sum of what is above, from 0 up.
    pub up: Vec<f64>,
    /// Sum of what is below, from 0 down.
    pub down: Vec<f64>,
    /// Whether the upper sum signals at each point.
    pub signal_up: Vec<bool>,
    /// Whether the lower sum signals.
    pub signal_down: Vec<bool>,
}

/// Tabular CUSUM in standard deviations: decision interval `h`, slack half of `shift`, the shift one wants
/// to find. A sum starts at `head_start` and is not set back after a signal. Where there is no spread
/// (`sigma` not above 0) there are no sums: they are not numbers.
pub fn tabular(y: &[Option<f64>], centre: f64, sigma: f64, h: f64, shift: f64, head_start: f64) -> Cusum {
    let mut chart = Cusum::default();
    let start = if sigma > 0.0 { head_start } else { f64::NAN };
    let (mut up, mut down) = (start, -start);
    for value in y.iter().map(|y| taken(*y)) {
        let z = (value - centre) / sigma;
        if z.is_finite() && !up.is_nan() {
            up = (up + z - shift / 2.0).max(0.0);
            down = (down + z + shift / 2.0).min(0.0);
        }
        chart.push(up, down, side(up, h) > 0, side(down, -h) < 0);
    }
    chart
}

impl Cusum {
    fn push(&mut self, up: f64, down: f64, signal_up: bool, signal_down: bool) {
        self.up.push(up);
        self.down.push(down);
        self.signal_up.push(signal_up);
        self.signal_down.push(signal_down);
    }
}

/// Bernoulli CUSUM of events (`true`) among cases in order, for a level that the odds are `odds_ratio`
/// times higher, or lower, than those of `target`. A sum that passes the limit starts anew. `None` when
/// the target is not between 0 and 1, the odds ratio not above 1 or the limit not above 0.
pub fn bernoulli(events: &[Option<bool>], target: f64, odds_ratio: f64, limit: f64) -> Option<Cusum> {
    let sound = 0.0 < target && target < 1.0 && odds_ratio.is_finite() && odds_ratio > 1.0 && limit > 0.0;
    if !sound {
        return None;
    }
    let moved = |ratio: f64| {
        let odds = ratio * target / (1.0 - target);
        odds / (1.0 + odds)
    };
    let weight = |p: f64, event: bool| if event { (p / target).ln() } else { ((1.0 - p) / (1.0 - target)).ln() };
    let (higher, lower) = (moved(odds_ratio), moved(1.0 / odds_ratio));
    let mut chart = Cusum::default();
    let (mut up, mut down) = (0.0_f64, 0.0_f64);
    for event in events {
        let (mut signal_up, mut signal_down) = (false, false);
        if let Some(event) = *event {
            up = (up + weight(higher, event)).max(0.0);
            down = (down - weight(lower, event)).min(0.0);
            (signal_up, signal_down) = (side(up, limit) >= 0, side(down, -limit) <= 0);
            up = if side(up, limit) > 0 { 0.0 } else { up };
            down = if side(down, -limit) < 0 { 0.0 } else { down };
        }
        chart.push(up, down, signal_up, signal_down);
    }
    Some(chart)
}

/// Risk-adjusted CUSUM: each case has the risk it came with.
///
/// Steiner, Cook, Farewell and Treasure (2000), Biostatistics 1: 441-452: weights `y ln R - ln(1 - p + R p)`
/// for an odds ratio `up` above 1 and, mirrored, `down` below 1; signal at `h`. Without `reset` the sums go
/// on after a signal. `None` when a risk is outside 0 to 1, or `up` not above 1 and `down` between 0 and 1.
pub fn risk_adjusted(cases: &[Option<(bool, f64)>], up: f64, down: f64, h: f64, reset: bool) -> Option<Cusum> {
    let sound = up > 1.0 && up.is_finite() && 0.0 < down && down < 1.0 && h > 0.0;
    if !sound || cases.iter().flatten().any(|(_, risk)| !(0.0..=1.0).contains(risk)) {
        return None;
    }
    let mut chart = Cusum::default();
    let (mut above, mut below) = (0.0_f64, 0.0_f64);
    for case in cases {
        if let Some((event, risk)) = *case {
            above = (above + score(event, risk, up)).max(0.0);
            below = (below - score(event, risk, down)).min(0.0);
        }
        let (signal_up, signal_down) = (side(above, h) >= 0, side(below, -h) <= 0);
        chart.push(above, below, signal_up, signal_down);
        if reset && signal_up {
            above = 0.0;
        }
        if reset && signal_down {
            below = 0.0;
        }
    }
    Some(chart)
}

/// Log-likelihood ratio of one case: how much it moves a sum that looks for odds so many times those of its risk.
pub fn score(event: bool, risk: f64, odds: f64) -> f64 {
    let whole = (1.0 - risk + odds * risk).ln();
    if event { odds.ln() - whole } else { -whole }
}

/// Variable life-adjusted display: events that were expected less those that came, added up.
pub fn vlad(cases: &[Option<(bool, f64)>]) -> Vec<f64> {
    let mut sum = varde_stats::Sum::new();
    cases
        .iter()
        .map(|case| {
            if let Some((event, risk)) = *case {
                sum.add(risk - f64::from(u8::from(event)));
            }
            sum.value()
        })
        .collect()
}

/// States of the chain that stands in for a sum.
const STATES: usize = 150;

/// Mean number of cases until a risk-adjusted sum (odds ratio `odds` above 1, or below 1 for the lower sum)
/// reaches `h`, when cases come with the given risks, each as likely, and the odds are truly `actual` times
/// those risks. By a Markov chain (Brook and Evans 1972). `None` for what cannot be.
pub fn run_length(risks: &[f64], odds: f64, actual: f64, h: f64) -> Option<f64> {
    let sound = odds > 0.0 && odds.is_finite() && (odds - 1.0).abs() > 1e-9 && actual > 0.0 && h > 0.0 && h.is_finite();
    if risks.is_empty() || !sound || risks.iter().any(|risk| !(0.0..=1.0).contains(risk)) {
        return None;
    }
    // State i stands for sums about i steps; state 0 for zero.
    let step = h / (crate::number::float(STATES) - 0.5);
    let mut jumps: Vec<(f64, f64)> = Vec::with_capacity(2 * risks.len());
    let each = 1.0 / crate::number::float(risks.len());
    for risk in risks {
        let odds_now = actual * risk;
        let chance = odds_now / (1.0 - risk + odds_now);
        jumps.push((score(true, *risk, odds) / step, each * chance));
        jumps.push((score(false, *risk, odds) / step, each * (1.0 - chance)));
    }
    // Each jump is shared between the two whole steps beside it, so that its mean is kept.
    let reach = jumps.iter().map(|(jump, _)| jump.abs()).fold(0.0, f64::max);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the number of states")]
    let reach = (reach.min(2.0 * crate::number::float(STATES)).ceil()) as usize + 1;
    let mut law = vec![0.0; 2 * reach + 1];
    for (jump, chance) in jumps {
        let clamped = jump.clamp(-crate::number::float(reach - 1), crate::number::float(reach - 1));
        let whole = clamped.floor();
        let part = clamped - whole;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the law's length")]
        let place = (whole + crate::number::float(reach)) as usize;
        law[place] += chance * (1.0 - part);
        law[place + 1] += chance * part;
    }
    let mut matrix = vec![vec![0.0; STATES + 1]; STATES];
    for (from, row) in matrix.iter_mut().enumerate() {
        for (place, chance) in law.iter().enumerate() {
            let to = (from + place).saturating_sub(reach);
            if to < STATES {
                row[to] -= chance;
            }
        }
        row[from] += 1.0;
        row[STATES] = 1.0;
    }
    solve(matrix).map(|lengths| lengths[0])
}

/// The limit at which a risk-adjusted sum has a false signal once in `length` cases on average.
pub fn threshold(risks: &[f64], odds: f64, length: f64) -> Option<f64> {
    if !(length > 1.0 && length.is_finite()) {
        return None;
    }
    let (mut low, mut high) = (0.01, 1.0);
    while run_length(risks, odds, 1.0, high)? < length {
        high *= 2.0;
        if high > 64.0 {
            return None;
        }
    }
    for _ in 0..30 {
        let middle = f64::midpoint(low, high);
        if run_length(risks, odds, 1.0, middle)? < length { low = middle } else { high = middle }
    }
    Some(f64::midpoint(low, high))
}

/// Solves linear equations; the last column is the right side.
fn solve(mut rows: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let n = rows.len();
    for i in 0..n {
        let best = (i..n).max_by(|a, b| rows[*a][i].abs().total_cmp(&rows[*b][i].abs()))?;
        rows.swap(i, best);
        let pivot = rows[i].clone();
        if pivot[i].abs() < 1e-300 {
            return None;
        }
        for row in rows.iter_mut().skip(i + 1) {
            let factor = row[i] / pivot[i];
            if factor != 0.0 {
                for (cell, above) in row[i..].iter_mut().zip(&pivot[i..]) {
                    *cell -= factor * above;
                }
            }
        }
    }
    let mut found = vec![0.0; n];
    for i in (0..n).rev() {
        let known: f64 = (i + 1..n).map(|j| rows[i][j] * found[j]).sum();
        found[i] = (rows[i][n] - known) / rows[i][i];
    }
    found.iter().all(|value| value.is_finite()).then_some(found)
}

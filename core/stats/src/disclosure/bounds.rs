//! Between which values hidden counts must lie, given sums of them.

use super::simplex;

/// Up to so many hidden counts that hang together, the attacker is exact; beyond it, it narrows intervals
/// until nothing changes.
const EXACT: usize = 80;
/// So often at most; a table without rings needs as many rounds as it has layers.
const ROUNDS: usize = 100;

/// A hidden count in an equation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// Which one.
    pub(super) column: usize,
    /// 1 for a part, −1 for the sum.
    pub(super) sign: f64,
    /// The count, when people who do not see the others know it.
    pub(super) count: Option<f64>,
}

/// Hidden counts with their signs, and what they add up to.
#[derive(Clone, Debug, Default)]
pub(super) struct Equation {
    pub(super) terms: Vec<Known>,
    pub(super) right: f64,
}

/// The exact interval of one count, for an attacker who knows none of them; `None` when too many hang together.
pub(super) fn exact(n: usize, equations: &[Equation], column: usize) -> Option<(f64, f64)> {
    if EXACT < n {
        return None;
    }
    let plain: Vec<(Vec<(usize, f64)>, f64)> = equations
        .iter()
        .map(|equation| (equation.terms.iter().map(|term| (term.column, term.sign)).collect(), equation.right))
        .collect();
    Some(simplex::range(n, &plain, column))
}

/// Intervals of all counts, which are not negative, narrowed by every equation until nothing changes. In each
/// equation the attacker may know one of the counts that people know, whichever helps most; not the one sought.
///
/// Without rings among the equations these are the exact intervals (of an attacker who knows one count in each).
pub(super) fn narrowed(n: usize, equations: &[Equation]) -> Vec<(f64, f64)> {
    let mut bounds = vec![(0.0, f64::INFINITY); n];
    for _ in 0..ROUNDS {
        let mut changed = false;
        for equation in equations {
            changed |= narrow(&mut bounds, equation);
        }
        if !changed {
            break;
        }
    }
    bounds
}

/// The sum of some ends of intervals: finite ones, and how many have no end.
#[derive(Clone, Copy, Debug, Default)]
struct Ends {
    sum: f64,
    endless: usize,
}

impl Ends {
    fn add(&mut self, end: f64) {
        if end.is_finite() { self.sum += end } else { self.endless += 1 }
    }

    fn without(self, end: f64) -> Self {
        if end.is_finite() {
            Self { sum: self.sum - end, ..self }
        } else {
            Self { endless: self.endless.saturating_sub(1), ..self }
        }
    }
}

/// The two largest of what knowing a count would add, with the place of the first.
#[derive(Clone, Copy, Debug, Default)]
struct Gains {
    first: f64,
    at: Option<usize>,
    second: f64,
}

impl Gains {
    fn offer(&mut self, gain: f64, at: usize) {
        if self.first < gain {
            (self.second, self.first, self.at) = (self.first, gain, Some(at));
        } else if self.second < gain {
            self.second = gain;
        }
    }

    fn other_than(&self, at: usize) -> f64 {
        if self.at == Some(at) { self.second } else { self.first }
    }
}

fn narrow(bounds: &mut [(f64, f64)], equation: &Equation) -> bool {
    let ends = |bounds: &[(f64, f64)], term: &Known| {
        let (low, high) = bounds.get(term.column).copied().unwrap_or((0.0, f64::INFINITY));
        if 0.0 < term.sign { (low, high) } else { (-high, -low) }
    };
    let (mut lows, mut highs) = (Ends::default(), Ends::default());
    let (mut up, mut down) = (Gains::default(), Gains::default());
    // Of counts without an upper end that someone knows: the one whose knowledge closes it.
    let mut closes: Vec<(usize, f64)> = Vec::new();
    for (at, term) in equation.terms.iter().enumerate() {
        let (low, high) = ends(bounds, term);
        lows.add(low);
        highs.add(high);
        if let Some(known) = term.count {
            up.offer(known - low, at);
            if high.is_finite() { down.offer(high - known, at) } else { closes.push((at, known)) }
        }
    }
    let mut changed = false;
    for (at, term) in equation.terms.iter().enumerate() {
        let (low, high) = ends(bounds, term);
        let others = lows.without(low);
        let most = if others.endless == 0 { equation.right - others.sum - up.other_than(at) } else { f64::INFINITY };
        let others = highs.without(high);
        let known = closes.iter().find(|(other, _)| *other != at);
        let least = match (others.endless, known) {
            (0, _) => equation.right - others.sum + down.other_than(at),
            (1, Some((_, known))) => equation.right - others.sum - known,
            _ => f64::NEG_INFINITY,
        };
        let (least, most) = if 0.0 < term.sign { (least, most) } else { (-most, -least) };
        if let Some(place) = bounds.get_mut(term.column) {
            let next = (place.0.max(least), place.1.min(most));
            if 1e-9 < next.0 - place.0 || (place.1.is_infinite() && next.1.is_finite()) || 1e-9 < place.1 - next.1 {
                *place = next;
                changed = true;
                // The sums above are those of the wider intervals: still true, only not as narrow as they will be.
            }
        }
    }
    changed
}

//! The exact law of longest run and crossings, by dynamic programming over compositions of whole numbers.
//!
//! A sequence of signs is a sequence of runs. With `r` runs of at most `l` each, the lengths are a
//! composition of the number of signs into `r` parts of at most `l`; when the numbers above and below
//! are given, the runs above and the runs below are a composition each.
//!
//! The joint distribution for fair coins was worked out otherwise by Wentzel-Larsen and Anhøj (2019),
//! `PLoS` ONE 14(10): e0223233; that conditional on the split rests on Stevens (1939), Annals of Eugenics
//! 9: 10-17.

use super::Counted;
use crate::memo::Memo;
use crate::number::float;

thread_local! {
    /// P-values, by counts and kind of signs.
    static P_VALUES: Memo<2048> = const { Memo::new() };
    /// The least odd counts whose own probability is below a tail, by values, split and tail.
    static EDGES: Memo<1024> = const { Memo::new() };
}

/// More values than this have no exact law here: the number of sequences would not fit a float.
const MOST: usize = 1000;

/// What the signs are like when nothing has happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signs {
    /// Each is above or below with probability one half: the line was known beforehand.
    FairCoins,
    /// So many are above and so many below, and every order is as likely: the line came from the values
    /// themselves, or one would not rest on its splitting them in halves.
    Split,
}

/// Probability of runs at least as odd as those counted: as long, or as few crossings, whichever of the
/// two is the odder. `None` without values, and for more than a thousand.
pub fn p_value(counted: Counted, signs: Signs) -> Option<f64> {
    let key = key(counted, signs)?;
    let counts = (counted.longest.checked_sub(1)? as u64) << 32 | counted.crossings as u64;
    let work = || Law::new(counted.useful, counted.above, signs).map_or(f64::NAN, |law| law.p_value(counted));
    let p = P_VALUES.with(|memo| memo.get(key, counts, work));
    (!p.is_nan()).then_some(p)
}

/// The same, but `None` as well when it is above `most`; what is not odd enough by itself is told apart
/// without working it out.
pub(crate) fn p_value_within(counted: Counted, signs: Signs, most: f64) -> Option<f64> {
    let key = key(counted, signs)?;
    // No p-value is below the probability of the odder of the two counts.
    let work = || Law::new(counted.useful, counted.above, signs).map_or(f64::NAN, |law| law.edges(most * (1.0 + 1e-6)));
    let edges = EDGES.with(|memo| memo.get(key, most.to_bits(), work));
    let ordinary = float(counted.longest) < (edges / EDGE).floor() && edges % EDGE <= float(counted.crossings);
    if ordinary { None } else { p_value(counted, signs).filter(|p| *p <= most) }
}

/// Values, split and kind of signs in one word; `None` where there is no law.
fn key(counted: Counted, signs: Signs) -> Option<u64> {
    let known = (1..=MOST).contains(&counted.useful) && counted.above <= counted.useful;
    known.then(|| (counted.useful as u64) << 32 | (counted.above as u64) << 4 | u64::from(signs == Signs::Split))
}

/// Puts two whole numbers up to [`MOST`] into one.
const EDGE: f64 = 4096.0;

/// Probability that a rule fires when nothing has happened: the longest run is above `longest_max`, or
/// there are fewer than `crossings_min` crossings. `None` as for [`p_value`].
pub fn false_signal(
    useful: usize,
    above: usize,
    signs: Signs,
    longest_max: usize,
    crossings_min: usize,
) -> Option<f64> {
    let law = Law::new(useful, above, signs)?;
    Some((1.0 - law.inside(crossings_min, longest_max)).clamp(0.0, 1.0))
}

struct Law {
    /// Values above and below; all of them and none for fair coins.
    above: usize,
    below: usize,
    signs: Signs,
    /// Number of sequences.
    all: f64,
}

impl Law {
    fn new(useful: usize, above: usize, signs: Signs) -> Option<Self> {
        if useful == 0 || useful > MOST || above > useful {
            return None;
        }
        let all = match signs {
            Signs::FairCoins => 2.0_f64.powi(i32::try_from(useful).ok()?),
            Signs::Split => choose(useful, above),
        };
        Some(Self { above, below: useful - above, signs, all })
    }

    fn useful(&self) -> usize {
        self.above + self.below
    }

    /// Probability of runs as odd as those counted.
    fn p_value(&self, counted: Counted) -> f64 {
        let few = self.crossings_at_most(counted.crossings);
        let long = 1.0 - self.longest_at_most(counted.longest.saturating_sub(1));
        // A grain of slack, so that a probability that was itself worked out reaches its own number.
        let odd = few.min(long) * (1.0 + 1e-9) + 1e-15;
        let crossings = (0..counted.useful).take_while(|c| self.crossings_at_most(*c) <= odd).count();
        let longest = (1..=counted.useful + 1).find(|l| 1.0 - self.longest_at_most(l - 1) <= odd);
        longest.map_or(f64::NAN, |longest| (1.0 - self.inside(crossings, longest - 1)).clamp(0.0, 1.0))
    }

    /// The shortest longest run whose probability is `tail` at most, and how many numbers of crossings from
    /// none on have such a probability.
    fn edges(&self, tail: f64) -> f64 {
        let crossings = (0..self.useful()).take_while(|c| self.crossings_at_most(*c) <= tail).count();
        let longest = (1..=self.useful()).find(|l| 1.0 - self.longest_at_most(l - 1) <= tail);
        float(longest.unwrap_or(self.useful() + 1)) * EDGE + float(crossings)
    }

    /// Share of sequences with `least` crossings or more and no run above `longest`.
    fn inside(&self, least: usize, longest: usize) -> f64 {
        if longest == 0 {
            return 0.0;
        }
        let sequences: f64 = match self.signs {
            Signs::FairCoins => {
                let parts = compositions(self.useful(), longest, &[self.useful()]);
                parts.iter().enumerate().skip(least + 1).map(|(_, ways)| 2.0 * ways[0]).sum()
            }
            Signs::Split => {
                let parts = compositions(self.above.max(self.below), longest, &[self.above, self.below]);
                let ways = |i: usize, side: usize| parts.get(i).map_or(0.0, |ways| ways[side]);
                (least + 1..=self.useful())
                    .map(|runs| {
                        let half = runs / 2;
                        if runs.is_multiple_of(2) {
                            2.0 * ways(half, 0) * ways(half, 1)
                        } else {
                            ways(half + 1, 0) * ways(half, 1) + ways(half, 0) * ways(half + 1, 1)
                        }
                    })
                    .sum()
            }
        };
        (sequences / self.all).min(1.0)
    }

    fn longest_at_most(&self, longest: usize) -> f64 {
        self.inside(0, longest)
    }

    fn crossings_at_most(&self, crossings: usize) -> f64 {
        let runs = crossings + 1;
        let ways = |n: usize, parts: usize| match (n, parts) {
            (0, 0) => 1.0,
            (0, _) | (_, 0) => 0.0,
            (n, parts) => choose(n - 1, parts - 1),
        };
        let sequences: f64 = (1..=runs)
            .map(|runs| match self.signs {
                Signs::FairCoins => 2.0 * ways(self.useful(), runs),
                Signs::Split => {
                    let half = runs / 2;
                    if runs.is_multiple_of(2) {
                        2.0 * ways(self.above, half) * ways(self.below, half)
                    } else {
                        ways(self.above, half + 1) * ways(self.below, half)
                            + ways(self.above, half) * ways(self.below, half + 1)
                    }
                }
            })
            .sum();
        (sequences / self.all).min(1.0)
    }
}

/// For each number of parts from 0: in how many ways the numbers `of` are sums of so many parts from 1 to
/// `longest`. The columns are those of `of`, two at most.
fn compositions(largest: usize, longest: usize, of: &[usize]) -> Vec<[f64; 2]> {
    let mut row = vec![0.0; largest + 1];
    row[0] = 1.0;
    let mut table = Vec::with_capacity(largest + 1);
    let pick = |row: &[f64]| {
        let mut picked = [0.0; 2];
        for (place, n) in picked.iter_mut().zip(of) {
            *place = row[*n];
        }
        picked
    };
    table.push(pick(&row));
    let mut next = vec![0.0; largest + 1];
    for parts in 1..=largest {
        // next[n] = row[n-1] + … + row[n-longest], by a window that slides; every term is a whole number
        // or a float near it, and nothing cancels below the last digit that matters.
        next[..parts.min(largest + 1)].fill(0.0);
        for n in parts..=largest {
            let from = n.saturating_sub(longest).max(parts - 1);
            next[n] = row[from..n].iter().sum();
        }
        std::mem::swap(&mut row, &mut next);
        table.push(pick(&row));
    }
    table
}

/// Binomial coefficient.
fn choose(n: usize, k: usize) -> f64 {
    if k > n {
        return 0.0;
    }
    let k = k.min(n - k);
    let mut product = 1.0_f64;
    for i in 0..k {
        product = product * float(n - i) / float(i + 1);
    }
    if product < 9e15 { product.round() } else { product }
}

#[cfg(test)]
mod tests {
    use super::{Counted, Law, Signs, choose, false_signal, float, p_value, p_value_within};
    use crate::runs::{count, fewest_ordinary, judge, longest_ordinary};

    /// All sequences of `n` signs, as bits.
    fn every(n: usize) -> impl Iterator<Item = Counted> {
        (0..1_u32 << n).map(move |bits| count((0..n).map(move |i| (if bits >> i & 1 == 1 { 1.0 } else { -1.0 }, 0.0))))
    }

    #[test]
    fn the_law_is_that_of_counting_every_sequence() {
        for n in 1..=11 {
            let all: Vec<Counted> = every(n).collect();
            for split in 0..=n {
                let alike: Vec<Counted> = all.iter().copied().filter(|c| c.above == split).collect();
                for (signs, among) in [(Signs::FairCoins, &all), (Signs::Split, &alike)] {
                    for (longest, crossings) in [(2, 1), (3, 2), (4, 0), (n, 3)] {
                        let fired = among.iter().filter(|c| c.longest > longest || c.crossings < crossings).count();
                        let ours = false_signal(n, split, signs, longest, crossings).unwrap();
                        let theirs = float(fired) / float(among.len());
                        assert!((ours - theirs).abs() < 1e-12, "{n} {split} {signs:?} {longest} {crossings}");
                    }
                }
            }
        }
    }

    #[test]
    fn p_values_are_honest() {
        // Among all sequences, a share of at most p has a p-value of p or less.
        for n in [8, 12] {
            let all: Vec<Counted> = every(n).filter(|c| c.above == n / 2).collect();
            let mut values: Vec<f64> = all.iter().map(|c| p_value(*c, Signs::Split).unwrap()).collect();
            values.sort_by(f64::total_cmp);
            for (rank, p) in values.iter().enumerate() {
                let last = values.iter().rposition(|other| other <= &(p + 1e-9)).unwrap();
                assert!(float(last + 1) / float(values.len()) <= p + 1e-9, "{n} {rank} {p}");
            }
        }
    }

    #[test]
    fn known_rates_of_the_anhoej_rule() {
        // From an independent dynamic program for the joint law about a known line.
        for (n, rate) in [(10, 0.045), (24, 0.066), (36, 0.085), (60, 0.074)] {
            let ours = false_signal(n, 0, Signs::FairCoins, longest_ordinary(n), fewest_ordinary(n)).unwrap();
            assert!((ours - rate).abs() < 6e-4, "{n}: {ours}");
        }
    }

    #[test]
    fn a_bound_on_the_p_value_leaves_out_what_is_above_it_and_nothing_else() {
        let all = every(13).chain(every(6));
        for counted in all {
            for signs in [Signs::FairCoins, Signs::Split] {
                let p = Law::new(counted.useful, counted.above, signs).map(|law| law.p_value(counted));
                assert_eq!(p_value(counted, signs), p);
                for most in [0.01, 0.005, 0.2] {
                    assert_eq!(p_value_within(counted, signs, most), p.filter(|p| *p <= most), "{counted:?}");
                }
            }
        }
    }

    #[test]
    fn the_ends() {
        assert_eq!(p_value(Counted::default(), Signs::Split), None);
        let one = Counted { useful: 1, above: 1, longest: 1, crossings: 0 };
        assert_eq!(p_value(one, Signs::Split), Some(1.0));
        let huge = Counted { useful: 5000, above: 2500, longest: 2500, crossings: 1 };
        assert_eq!(p_value(huge, Signs::Split), None);
        let long = Counted { useful: 1000, above: 500, longest: 500, crossings: 1 };
        assert!(p_value(long, Signs::Split).unwrap() < 1e-200_f64.max(1e-12));
        assert!((choose(10, 3) - 120.0).abs() < 1e-9 && choose(3, 4) == 0.0);
        assert!(judge(Counted { useful: 6, above: 6, longest: 6, crossings: 0 }, crate::Runs::Anhoej).2);
    }
}

//! From evidence to probability. Naive Bayes takes every word for a witness of its own and is therefore too sure
//! of itself, and coders code otherwise than words suggest. Two numbers, fitted on texts that the model had not
//! seen, make up for that: what the words are worth, and how often the code follows from no word at all.

use super::count;
use super::counts::Evidence;

/// The factors that are tried: 64 and down by half a doubling each, to 1/64.
const N_FACTORS: i32 = 25;
/// Halvings of the doubt: more than a double can tell apart.
const N_HALVINGS: usize = 60;
/// So much the logarithm of the likelihood must rise before words are heard: one for each fitted number (Akaike).
const LEAST_GAIN: f64 = 2.0;

/// How much the evidence of words is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Temper {
    /// What the evidence is multiplied by.
    factor: f64,
    /// The part of each probability that goes by how common the codes are, whatever the words say. With `n` texts
    /// tested it is never below 1 in `n + 2` (Laplace's rule of succession, as Platt does).
    doubt: f64,
}

impl Temper {
    /// The factor and the doubt under which the true codes are likeliest. Every factor is tried, and for each the
    /// doubt is halved in on, since the likelihood has one top in it: no starting point, no randomness.
    pub(super) fn fit(tests: &[&Evidence]) -> Self {
        let of_known = |evidence: &'_ &'_ Evidence| evidence.truth.map(|truth| (truth, share(evidence, truth)));
        let known: Vec<(&Evidence, (usize, f64))> =
            tests.iter().filter_map(|evidence| Some((*evidence, of_known(evidence)?))).collect();
        let least = 1.0 / (count(known.len()) + 2.0);
        let deaf = Self { factor: 0.0, doubt: 1.0 };
        let alone: f64 = known.iter().map(|(_, (_, common))| common.ln()).sum();
        let mut best = (deaf, alone + LEAST_GAIN);
        for step in 0..N_FACTORS {
            let factor = 2.0_f64.powf(6.0 - f64::from(step) / 2.0);
            let of_truth = |(evidence, (truth, common)): &(&Evidence, (usize, f64))| {
                (tempered(evidence, factor).get(*truth).copied().unwrap_or_default(), *common)
            };
            let pairs: Vec<(f64, f64)> = known.iter().map(of_truth).collect();
            let doubt = likeliest_doubt(&pairs, least);
            let likelihood: f64 = pairs.iter().map(|pair| mixed(*pair, doubt).ln()).sum();
            if best.1 < likelihood {
                best = (Self { factor, doubt }, likelihood);
            }
        }
        best.0
    }

    /// Whether the words turned out to tell nothing.
    pub(super) fn is_deaf(self) -> bool {
        self.factor <= 0.0
    }

    /// The probability of each code, in the order of the codes; together they are 1.
    pub(super) fn probabilities(self, evidence: &Evidence) -> Vec<f64> {
        let shares = (0..evidence.codes.len()).map(|code| share(evidence, code));
        tempered(evidence, self.factor).into_iter().zip(shares).map(|pair| mixed(pair, self.doubt)).collect()
    }
}

fn likeliest_doubt(pairs: &[(f64, f64)], least: f64) -> f64 {
    let rises = |doubt: f64| 0.0 < pairs.iter().map(|pair| (pair.1 - pair.0) / mixed(*pair, doubt)).sum::<f64>();
    let (mut low, mut high) = (least, 1.0);
    for _ in 0..N_HALVINGS {
        let middle = f64::midpoint(low, high);
        if rises(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

fn mixed((said, common): (f64, f64), doubt: f64) -> f64 {
    (1.0 - doubt) * said + doubt * common
}

/// The share of a code among the texts learnt from.
fn share(evidence: &Evidence, code: usize) -> f64 {
    evidence.codes.get(code).map_or(0.0, |(share, _)| share.exp())
}

fn tempered(evidence: &Evidence, factor: f64) -> Vec<f64> {
    let weights: Vec<f64> = evidence.codes.iter().map(|(share, said)| share + factor * said).collect();
    let most = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = weights.iter().map(|weight| (weight - most).exp()).collect();
    let all: f64 = powers.iter().sum();
    powers.into_iter().map(|power| power / all).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(said: [f64; 2], truth: usize) -> Evidence {
        let half = 0.5_f64.ln();
        Evidence { codes: said.iter().map(|said| (half, *said)).collect(), truth: Some(truth) }
    }

    fn fit(n_right: usize, n_wrong: usize) -> Temper {
        let right = std::iter::repeat_n(evidence([1.0, 0.0], 0), n_right);
        let tests: Vec<Evidence> = right.chain(std::iter::repeat_n(evidence([1.0, 0.0], 1), n_wrong)).collect();
        Temper::fit(&tests.iter().collect::<Vec<_>>())
    }

    #[test]
    fn what_was_said_is_as_likely_as_it_was_right() {
        // The same evidence was right 75 times in 100.
        let said = fit(75, 25).probabilities(&evidence([1.0, 0.0], 0));
        assert!((said[0] - 0.75).abs() < 1e-9 && (said[0] + said[1] - 1.0).abs() < 1e-12, "{said:?}");
    }

    #[test]
    fn words_that_mislead_or_say_little_are_not_heard() {
        assert!(fit(25, 75).is_deaf() && fit(0, 0).is_deaf() && fit(52, 48).is_deaf());
        assert!(!fit(75, 25).is_deaf());
    }

    #[test]
    fn nobody_is_surer_than_the_tests_allow() {
        let said = fit(48, 0).probabilities(&evidence([1.0, 0.0], 0));
        assert!(0.95 < said[0] && said[0] <= 0.99 + 1e-12, "{said:?}");
    }
}

//! Scoring proposals on weighted criteria: mean, total, spread; and what must be there before a decision.

use std::collections::BTreeMap;

use varde_kernel::{PartId, PersonId};

use crate::model::followup::choosing::{PlanPart, Proposal, ProposalState, Score, Verdict};

/// The greatest weight that a criterion can have.
pub const MOST_WEIGHT: f64 = 100.0;

/// How the assessors see one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionSum {
    /// The criterion.
    pub criterion: PartId,
    /// How much it counts in the total.
    pub weight: f64,
    /// How many have scored it.
    pub n: usize,
    /// The mean; nothing when nobody has.
    pub mean: Option<f64>,
    /// The standard deviation between assessors; needs two.
    pub spread: Option<f64>,
    /// The lowest and the highest.
    pub range: Option<(i64, i64)>,
}

/// How the assessors see one proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreSum {
    /// Criterion by criterion, in the plan's order.
    pub criteria: Vec<CriterionSum>,
    /// The means, each times its criterion's weight, added up; nothing until each criterion has one.
    pub total: Option<f64>,
    /// The standard deviation between the weighted totals of those who scored everything; needs two.
    pub spread: Option<f64>,
    /// How many people have scored something.
    pub n_assessors: usize,
}

impl ScoreSum {
    /// The criteria that nobody has scored.
    pub fn missing(&self) -> Vec<PartId> {
        self.criteria.iter().filter(|sum| sum.n == 0).map(|sum| sum.criterion).collect()
    }
}

/// Why a proposal cannot be put forward for decision.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubmitRefused {
    /// It has been put forward already.
    #[error("it has been put forward already")]
    OutOfOrder,
    /// It has no plan whose criteria it is scored on.
    #[error("no criteria have been chosen")]
    NoCriteria,
    /// Some criteria have no score.
    #[error("some criteria have no score")]
    Unscored(Vec<PartId>),
}

/// Sums the scores of one proposal. Scores on other criteria than these are left out.
pub fn sum(criteria: &[PlanPart], scores: &[Score]) -> ScoreSum {
    let mut by_assessor: BTreeMap<PersonId, Vec<f64>> = BTreeMap::new();
    let mut sums = Vec::new();
    for criterion in criteria {
        let mine: Vec<&Score> = scores.iter().filter(|score| score.criterion == criterion.id).collect();
        for score in &mine {
            by_assessor.entry(score.assessor).or_default().push(criterion.weight * number(score.value));
        }
        let values: Vec<f64> = mine.iter().map(|score| number(score.value)).collect();
        sums.push(CriterionSum {
            criterion: criterion.id,
            weight: criterion.weight,
            n: values.len(),
            mean: mean(&values),
            spread: deviation(&values),
            range: mine.iter().map(|score| score.value).min().zip(mine.iter().map(|score| score.value).max()),
        });
    }
    let means: Option<Vec<f64>> = sums.iter().map(|sum| Some(sum.weight * sum.mean?)).collect();
    let totals: Vec<f64> = by_assessor
        .values()
        .filter(|values| values.len() == criteria.len())
        .map(|values| values.iter().sum())
        .collect();
    ScoreSum {
        total: means.filter(|means| !means.is_empty()).map(|means| means.iter().sum()),
        spread: deviation(&totals),
        n_assessors: by_assessor.len(),
        criteria: sums,
    }
}

/// Whether a proposal can be put forward for decision.
///
/// # Errors
///
/// [`SubmitRefused`] names the criteria that lack a score.
pub fn submit(state: ProposalState, criteria: &[PlanPart], scores: &[Score]) -> Result<(), SubmitRefused> {
    if state != ProposalState::Draft {
        return Err(SubmitRefused::OutOfOrder);
    }
    if criteria.is_empty() {
        return Err(SubmitRefused::NoCriteria);
    }
    let missing = sum(criteria, scores).missing();
    if missing.is_empty() { Ok(()) } else { Err(SubmitRefused::Unscored(missing)) }
}

/// Whether a measure or a pilot can be made of a proposal: it is decided that it be carried out.
pub fn may_become(proposal: &Proposal) -> bool {
    proposal.decision.as_ref().is_some_and(|decision| decision.verdict == Verdict::Accept)
}

/// Whether a criterion may have this weight: above zero, so that every criterion counts.
pub fn is_weight(weight: f64) -> bool {
    weight.is_finite() && 0.0 < weight && weight <= MOST_WEIGHT
}

/// The order of a ranked list: highest total first, those without a total last.
pub fn rank<T>(sums: &mut [(T, ScoreSum)]) {
    sums.sort_by(|a, b| {
        let key = |sum: &ScoreSum| sum.total.unwrap_or(f64::NEG_INFINITY);
        key(&b.1).total_cmp(&key(&a.1))
    });
}

fn number(value: i64) -> f64 {
    f64::from(i32::try_from(value).unwrap_or(0))
}

fn mean(values: &[f64]) -> Option<f64> {
    let n = u32::try_from(values.len()).ok().filter(|n| 0 < *n)?;
    Some(values.iter().sum::<f64>() / f64::from(n))
}

/// The sample standard deviation (n − 1 below the line).
fn deviation(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let below = u32::try_from(values.len().checked_sub(1)?).ok().filter(|n| 0 < *n)?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    Some((squares / f64::from(below)).sqrt())
}

#[cfg(test)]
mod tests {
    use varde_kernel::Words;

    use super::*;

    fn part(code: &str) -> PartId {
        PartId::from_code(code)
    }

    fn criterion(code: &str) -> PlanPart {
        weighted(code, 1.0)
    }

    fn weighted(code: &str, weight: f64) -> PlanPart {
        PlanPart { id: part(code), name: Words::plain(code), weight }
    }

    fn score(criterion: &str, assessor: &str, value: i64) -> Score {
        Score { criterion: part(criterion), assessor: PersonId::from_code(assessor), value, grounds: String::new() }
    }

    #[test]
    fn five_assessors_on_three_criteria_give_mean_total_and_spread() {
        let criteria = ["a", "b", "c"].map(criterion);
        let table = [("1", [4, 3, 5]), ("2", [5, 3, 4]), ("3", [3, 2, 5]), ("4", [4, 4, 4]), ("5", [4, 3, 2])];
        let scores: Vec<Score> = table
            .iter()
            .flat_map(|(who, values)| ["a", "b", "c"].iter().zip(values).map(|(c, v)| score(c, who, *v)))
            .collect();
        let sum = sum(&criteria, &scores);
        let means: Vec<Option<f64>> = sum.criteria.iter().map(|criterion| criterion.mean).collect();
        assert_eq!(means, [Some(4.0), Some(3.0), Some(4.0)]);
        assert_eq!(sum.total, Some(11.0));
        assert_eq!(sum.n_assessors, 5);
        // Totals 12, 12, 10, 12, 9: variance 8 / 4 by hand.
        assert!((sum.spread.unwrap() - 2.0_f64.sqrt()).abs() < 1e-12);
        assert_eq!(sum.criteria[2].range, Some((2, 5)));
    }

    #[test]
    fn weights_move_the_total_the_spread_and_the_order() {
        let criteria = [weighted("a", 3.0), weighted("b", 0.5)];
        let first = [score("a", "1", 2), score("b", "1", 5), score("a", "2", 2), score("b", "2", 3)];
        let second = [score("a", "1", 3), score("b", "1", 1), score("a", "2", 3), score("b", "2", 1)];
        // By hand: 3 × 2 + 0.5 × 4 = 8 against 3 × 3 + 0.5 × 1 = 9.5; without weights 6 against 4.
        assert_eq!((sum(&criteria, &first).total, sum(&criteria, &second).total), (Some(8.0), Some(9.5)));
        // Totals 8.5 and 7.5: the deviation is √0.5.
        assert!((sum(&criteria, &first).spread.unwrap() - 0.5_f64.sqrt()).abs() < 1e-12);
        assert_eq!(sum(&criteria, &first).criteria[0].mean, Some(2.0), "a mean stays as it was scored");
        let order = |criteria: &[PlanPart]| {
            let mut list = [("first", sum(criteria, &first)), ("second", sum(criteria, &second))];
            rank(&mut list);
            list.map(|(name, _)| name)
        };
        assert_eq!(order(&criteria), ["second", "first"]);
        assert_eq!(order(&["a", "b"].map(criterion)), ["first", "second"]);
        assert_eq!([0.0, -1.0, 0.1, 100.0, 100.1, f64::NAN].map(is_weight), [false, false, true, true, false, false]);
    }

    #[test]
    fn a_proposal_scored_on_two_of_three_is_refused_and_the_third_is_named() {
        let criteria = ["a", "b", "c"].map(criterion);
        let scores = [score("a", "1", 3), score("c", "2", 4)];
        assert_eq!(submit(ProposalState::Draft, &criteria, &scores), Err(SubmitRefused::Unscored(vec![part("b")])));
        assert_eq!(sum(&criteria, &scores).total, None, "no total until each criterion has a score");
        assert_eq!(submit(ProposalState::Draft, &[], &[]), Err(SubmitRefused::NoCriteria));
        assert_eq!(submit(ProposalState::Decided, &criteria, &scores), Err(SubmitRefused::OutOfOrder));
        let all = [score("a", "1", 3), score("b", "1", 1), score("c", "2", 4)];
        assert_eq!(submit(ProposalState::Draft, &criteria, &all), Ok(()));
    }

    #[test]
    fn one_assessor_has_no_spread_and_the_unscored_stand_last() {
        let criteria = [criterion("a")];
        let one = sum(&criteria, &[score("a", "1", 2)]);
        assert_eq!((one.spread, one.total), (None, Some(2.0)));
        let mut list =
            vec![("none", sum(&criteria, &[])), ("low", one), ("high", sum(&criteria, &[score("a", "1", 5)]))];
        rank(&mut list);
        assert_eq!(list.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["high", "low", "none"]);
    }
}

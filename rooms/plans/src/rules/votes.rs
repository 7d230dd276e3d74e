//! Votes on alternatives: who may still change their mind, and how the votes fall.

use varde_kernel::AlternativeId;

use crate::model::followup::alternatives::{Alternative, Choice, Vote};

/// Why a vote or a decision is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VoteRefused {
    /// It has been decided.
    #[error("it has been decided")]
    Decided,
    /// The alternative is none of this plan's.
    #[error("the alternative belongs to another plan")]
    NotOurs,
    /// A decision needs reasons.
    #[error("a decision needs reasons")]
    NoReasons,
}

/// Whether a vote can be cast, changed or taken back.
///
/// # Errors
///
/// [`VoteRefused::Decided`] after the decision, [`VoteRefused::NotOurs`] for an alternative of
/// another plan.
pub fn cast(
    alternatives: &[Alternative],
    choice: Option<&Choice>,
    vote: Option<AlternativeId>,
) -> Result<(), VoteRefused> {
    if choice.is_some() {
        return Err(VoteRefused::Decided);
    }
    let ours = |id: AlternativeId| alternatives.iter().any(|alternative| alternative.id == id);
    if vote.is_none_or(ours) { Ok(()) } else { Err(VoteRefused::NotOurs) }
}

/// Whether it can be decided so.
///
/// # Errors
///
/// As [`cast`], and [`VoteRefused::NoReasons`].
pub fn decide(
    alternatives: &[Alternative],
    choice: Option<&Choice>,
    chosen: AlternativeId,
    reasons: &str,
) -> Result<(), VoteRefused> {
    cast(alternatives, choice, Some(chosen))?;
    if reasons.trim().is_empty() { Err(VoteRefused::NoReasons) } else { Ok(()) }
}

/// How many votes each alternative has, in the order of `alternatives`, and how many abstained.
pub fn tally(alternatives: &[Alternative], votes: &[Vote]) -> (Vec<usize>, usize) {
    let count = |wanted: Option<AlternativeId>| votes.iter().filter(|vote| vote.alternative == wanted).count();
    (alternatives.iter().map(|alternative| count(Some(alternative.id))).collect(), count(None))
}

/// The alternatives that none of the votes which a document prints went to; none where it prints no votes.
pub fn turned_down(alternatives: &[Alternative]) -> Vec<&Alternative> {
    if alternatives.iter().all(|one| one.votes_stated.is_none()) {
        return Vec::new();
    }
    alternatives.iter().filter(|one| one.votes_stated.unwrap_or(0) == 0).collect()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use varde_kernel::{PersonId, PlanId, VoteId, Words};

    use super::*;

    fn alternative(code: &str, number: i64) -> Alternative {
        Alternative {
            id: AlternativeId::from_code(code),
            plan: PlanId::from_code("plan"),
            number,
            name: Words::plain(code),
            summary: Words::default(),
            setup: Words::default(),
            pace: Words::default(),
            effect: Words::default(),
            votes_stated: None,
            source: String::new(),
            points: Vec::new(),
            version: 1,
        }
    }

    fn vote(who: &str, alternative: Option<&str>) -> Vote {
        Vote {
            id: VoteId::from_code(who),
            alternative: alternative.map(AlternativeId::from_code),
            voter: PersonId::from_code(who),
            seat: String::new(),
            statement: String::new(),
            reservation: String::new(),
            at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_vote_is_free_until_the_decision_and_a_decision_needs_reasons() {
        let ours = [alternative("a", 1), alternative("b", 2)];
        let (a, other) = (AlternativeId::from_code("a"), AlternativeId::from_code("other"));
        let decided = Choice { alternative: a, reasons: "x".into(), at: Timestamp::UNIX_EPOCH, by: None };
        assert_eq!(cast(&ours, None, None), Ok(()));
        assert_eq!(cast(&ours, None, Some(a)), Ok(()));
        assert_eq!(cast(&ours, None, Some(other)), Err(VoteRefused::NotOurs));
        assert_eq!(cast(&ours, Some(&decided), Some(a)), Err(VoteRefused::Decided));
        assert_eq!(decide(&ours, None, a, " "), Err(VoteRefused::NoReasons));
        assert_eq!(decide(&ours, None, a, "Cheapest to begin with."), Ok(()));
        assert_eq!(decide(&ours, Some(&decided), a, "Again."), Err(VoteRefused::Decided));
    }

    #[test]
    fn votes_fall_on_alternatives_and_some_abstain() {
        let ours = [alternative("a", 1), alternative("b", 2)];
        let votes = [vote("1", Some("a")), vote("2", Some("a")), vote("3", None)];
        assert_eq!(tally(&ours, &votes), (vec![2, 0], 1));
    }

    #[test]
    fn what_none_of_the_printed_votes_went_to_was_turned_down() {
        let [today, first, second] = [("today", None), ("first", Some(10)), ("second", Some(4))]
            .map(|(code, votes)| Alternative { votes_stated: votes, ..alternative(code, 0) });
        let names = |all: &[Alternative]| turned_down(all).iter().map(|one| one.name.nb.clone()).collect::<Vec<_>>();
        assert_eq!(names(&[today.clone(), first, second]), ["today"]);
        assert!(names(&[today]).is_empty(), "where nothing is printed, nothing is known to be turned down");
    }
}

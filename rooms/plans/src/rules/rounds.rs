//! Status rounds: what an answer must hold, and how a round stands.

use jiff::civil::Date;

use crate::model::followup::rounds::{Answer, AnswerDraft, RoundState, Status};

/// How many yellow rounds in a row force a decision in the next.
const YELLOW_ROUNDS: usize = 2;

/// Why an answer is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerRefused {
    /// The round is closed.
    #[error("the round is closed")]
    Closed,
    /// The round has not opened.
    #[error("the round has not opened yet")]
    NotOpenYet,
    /// Red needs words about what deviates.
    #[error("red needs words about what deviates")]
    DeviationMissing,
    /// Red, or yellow in the last two rounds, needs a decision.
    #[error("a decision is needed")]
    DecisionMissing,
}

/// Why an answer must hold a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forced {
    /// The status is red.
    Red,
    /// The last two rounds were yellow.
    YellowTwice,
}

/// Whether the last rounds force a decision in this one. `before` holds the statuses of the
/// rounds before, newest first. A round without an answer is passed over: silence neither
/// starts nor breaks a row. Red is no better than yellow and keeps the row going.
pub fn forced_by_rounds(before: &[Option<Status>]) -> bool {
    let mut answered = before.iter().flatten().take(YELLOW_ROUNDS);
    let n_yellow = answered.by_ref().filter(|status| matches!(status, Status::Yellow | Status::Red)).count();
    n_yellow == YELLOW_ROUNDS
}

/// Why this answer must hold a decision, if it must.
pub fn forced(before: &[Option<Status>], now: Status) -> Option<Forced> {
    if now == Status::Red {
        Some(Forced::Red)
    } else if forced_by_rounds(before) {
        Some(Forced::YellowTwice)
    } else {
        None
    }
}

/// Whether what was said last may be said again at one press: it would be taken, and no row of
/// rounds asks for a new decision.
pub fn may_repeat(state: RoundState, opens: Date, today: Date, before: &[Option<Status>], last: &AnswerDraft) -> bool {
    forced(before, last.status).is_none() && check(state, opens, today, before, last).is_ok()
}

/// Whether an answer can be taken: the round is open, and what must be said is said.
///
/// # Errors
///
/// All rules that are broken, so that one sees them at once.
pub fn check(
    state: RoundState,
    opens: Date,
    today: Date,
    before: &[Option<Status>],
    answer: &AnswerDraft,
) -> Result<(), Vec<AnswerRefused>> {
    let mut refused = Vec::new();
    if state == RoundState::Closed {
        refused.push(AnswerRefused::Closed);
    }
    if today < opens {
        refused.push(AnswerRefused::NotOpenYet);
    }
    if answer.status == Status::Red && answer.deviation.trim().is_empty() {
        refused.push(AnswerRefused::DeviationMissing);
    }
    if forced(before, answer.status).is_some() && answer.decision.trim().is_empty() {
        refused.push(AnswerRefused::DecisionMissing);
    }
    if refused.is_empty() { Ok(()) } else { Err(refused) }
}

/// How many things were answered with each status; last those that nobody has answered. What is none is left
/// out.
pub fn by_status(statuses: &(impl Iterator<Item = Option<Status>> + Clone)) -> Vec<(Option<Status>, usize)> {
    let kinds = Status::ALL.iter().copied().map(Some).chain([None]);
    let counted = kinds.map(|kind| (kind, statuses.clone().filter(|status| *status == kind).count()));
    counted.filter(|(_, n)| 0 < *n).collect()
}

/// How a round stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many things are asked about.
    pub asked: usize,
    /// How many are answered.
    pub answered: usize,
    /// How many were answered after the due date.
    pub late: usize,
    /// By status: not started, green, yellow, red, done.
    pub by_status: [usize; 5],
}

impl Progress {
    /// How many have not been answered.
    pub const fn missing(&self) -> usize {
        self.asked.saturating_sub(self.answered)
    }
}

/// Sums a round up. `answered_on` gives the day of an answer in the service's zone.
pub fn progress(answers: &[Answer], due: Date, answered_on: impl Fn(&Answer) -> Option<Date>) -> Progress {
    let mut sum = Progress { asked: answers.len(), ..Progress::default() };
    for answer in answers {
        let Some(status) = answer.status else { continue };
        sum.answered += 1;
        if answered_on(answer).is_some_and(|day| due < day) {
            sum.late += 1;
        }
        for (count, known) in sum.by_status.iter_mut().zip(Status::ALL) {
            if *known == status {
                *count += 1;
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use Status::{Done, Green, NotStarted, Red, Yellow};

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[expect(clippy::needless_pass_by_value, reason = "a case reads best with its expectation written out")]
    fn check_answer(
        before: &[Option<Status>],
        status: Status,
        deviation: &str,
        decision: &str,
        expected: Result<(), Vec<AnswerRefused>>,
    ) {
        let answer =
            AnswerDraft { status, deviation: deviation.into(), risk: String::new(), decision: decision.into() };
        let found = check(RoundState::Open, day("2026-10-01"), day("2026-10-15"), before, &answer);
        assert_eq!(found, expected, "{before:?} then {status:?}");
    }

    #[test]
    fn two_yellow_rounds_in_a_row_force_a_decision_in_the_third() {
        let decide = || Err(vec![AnswerRefused::DecisionMissing]);
        check_answer(&[], Yellow, "", "", Ok(()));
        check_answer(&[Some(Yellow)], Yellow, "", "", Ok(()));
        check_answer(&[Some(Yellow), Some(Yellow)], Yellow, "", "", decide());
        check_answer(&[Some(Yellow), Some(Yellow)], Green, "", " ", decide());
        check_answer(&[Some(Yellow), Some(Yellow)], Yellow, "", "We hire one more.", Ok(()));
        check_answer(&[Some(Yellow), Some(Green), Some(Yellow)], Yellow, "", "", Ok(()));
        check_answer(&[Some(Green), Some(Yellow), Some(Yellow)], Yellow, "", "", Ok(()));
    }

    #[test]
    fn silence_neither_starts_nor_breaks_a_row_and_red_keeps_it_going() {
        let decide = || Err(vec![AnswerRefused::DecisionMissing]);
        check_answer(&[None, Some(Yellow), None, Some(Yellow)], Done, "", "", decide());
        check_answer(&[None, None], Yellow, "", "", Ok(()));
        check_answer(&[Some(Red), Some(Yellow)], Yellow, "", "", decide());
    }

    #[test]
    fn red_needs_a_deviation_and_a_decision_and_says_both() {
        check_answer(&[], Red, "", "", Err(vec![AnswerRefused::DeviationMissing, AnswerRefused::DecisionMissing]));
        check_answer(&[], Red, "Two posts stand empty.", "Ask the clinic for help.", Ok(()));
        check_answer(&[Some(NotStarted)], NotStarted, "", "", Ok(()));
    }

    #[test]
    fn statuses_are_counted_in_their_order_and_silence_last() {
        let said = [None, Some(Green), Some(Yellow), Some(Green)];
        assert_eq!(by_status(&said.into_iter()), [(Some(Green), 2), (Some(Yellow), 1), (None, 1)]);
        assert_eq!(by_status(&std::iter::empty()), []);
    }

    #[test]
    fn a_closed_or_coming_round_takes_no_answers() {
        let answer =
            AnswerDraft { status: Green, deviation: String::new(), risk: String::new(), decision: String::new() };
        let opens = day("2026-10-01");
        assert_eq!(check(RoundState::Closed, opens, opens, &[], &answer), Err(vec![AnswerRefused::Closed]));
        assert_eq!(
            check(RoundState::Open, opens, day("2026-09-30"), &[], &answer),
            Err(vec![AnswerRefused::NotOpenYet])
        );
    }
}

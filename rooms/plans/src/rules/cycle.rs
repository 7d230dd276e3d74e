//! In which phase of the cycle a thing is: plan, do, evaluate, correct. Each has exactly one, and it
//! follows from how the thing stands, so that nobody has to keep it.

use varde_measures::model::{FindingState, MeasureState};

use crate::model::followup::wheel::Phase;
use crate::rules::judge::State;

/// A goal without a number is still being planned; one that nothing can be said of yet is worked on
/// when a measure serves it; one on its path is watched; one that is behind wants correcting.
pub const fn of_goal(state: State, has_measure: bool) -> Phase {
    match (state, has_measure) {
        (State::NoTarget, _) | (State::CannotBeJudged(_) | State::AwaitsValue, false) => Phase::Plan,
        (State::CannotBeJudged(_) | State::AwaitsValue, true) => Phase::Do,
        (State::Met | State::OnPath, _) => Phase::Evaluate,
        (State::NotMet | State::OffPath | State::NoFinalValue, _) => Phase::Correct,
    }
}

/// A measure is planned until it starts, done until it is completed, evaluated until its effect has
/// been looked at, and then what was learnt is put to use.
pub const fn of_measure(state: MeasureState) -> Phase {
    match state {
        MeasureState::Stated | MeasureState::Concrete => Phase::Plan,
        MeasureState::Started | MeasureState::Running => Phase::Do,
        MeasureState::Completed => Phase::Evaluate,
        MeasureState::Evaluated | MeasureState::Stopped => Phase::Correct,
    }
}

/// A finding is what evaluating gave; one that measures answer is being corrected. A closed one is out
/// of the cycle.
pub const fn of_finding(state: FindingState) -> Option<Phase> {
    match state {
        FindingState::Open => Some(Phase::Evaluate),
        FindingState::Answered => Some(Phase::Correct),
        FindingState::Closed => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::judge::Reason;

    #[test]
    fn each_thing_has_exactly_one_phase() {
        for (state, has_measure, phase) in [
            (State::NoTarget, true, Phase::Plan),
            (State::AwaitsValue, false, Phase::Plan),
            (State::AwaitsValue, true, Phase::Do),
            (State::CannotBeJudged(Reason::NoIndicator), true, Phase::Do),
            (State::OnPath, false, Phase::Evaluate),
            (State::Met, true, Phase::Evaluate),
            (State::OffPath, true, Phase::Correct),
            (State::NoFinalValue, false, Phase::Correct),
        ] {
            assert_eq!(of_goal(state, has_measure), phase, "{state:?} {has_measure}");
        }
        let phases = [
            MeasureState::Stated,
            MeasureState::Concrete,
            MeasureState::Started,
            MeasureState::Running,
            MeasureState::Completed,
            MeasureState::Evaluated,
        ]
        .map(of_measure);
        // A measure never goes backwards in the cycle as it comes further.
        let place = |phase: &Phase| Phase::ALL.iter().position(|known| known == phase);
        assert!(phases.windows(2).all(|pair| place(&pair[0]) <= place(&pair[1])), "{phases:?}");
        assert_eq!(of_finding(FindingState::Open), Some(Phase::Evaluate));
        assert_eq!(of_finding(FindingState::Closed), None);
    }
}

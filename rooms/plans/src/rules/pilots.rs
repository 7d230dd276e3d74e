//! Pilots and initiatives: what must be in place before they begin, and when a decision is due.

use jiff::civil::Date;

use crate::model::followup::pilots::{Evidence, Pilot, PilotDecision, PilotDraft, PilotState};

/// A step on a pilot's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// What is known has been looked up.
    Check,
    /// It begins.
    Launch,
    /// It is decided on, and with that it ends.
    Decide {
        /// What is decided.
        decision: PilotDecision,
        /// Why.
        reason: String,
        /// Why it is scaled up although the knowledge does not suffice.
        exception: String,
    },
}

/// Why a step is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PilotRefused {
    /// The step does not come now.
    #[error("the step does not come now")]
    OutOfOrder,
    /// What is known has not been written down.
    #[error("what is known has not been written down")]
    NoKnowledge,
    /// There is no plan for following it up.
    #[error("there is no plan for following it up")]
    NoFollowUp,
    /// It supports decisions about patients, and the risk has not been assessed.
    #[error("the risk has not been assessed")]
    NoRiskAssessment,
    /// It was to end before it begins.
    #[error("it was to end before it begins")]
    EndPassed,
    /// A decision needs a reason.
    #[error("a decision needs a reason")]
    NoReason,
    /// Scaling up without sufficient knowledge needs a reasoned exception.
    #[error("scaling up without sufficient knowledge needs a reasoned exception")]
    NoException,
}

/// Moves a pilot one step. This match is the whole workflow. Adjusting or going on keeps it
/// under way; scaling and stopping end it.
///
/// # Errors
///
/// [`PilotRefused`] names the rule that stopped the step.
pub fn advance(state: PilotState, text: &PilotDraft, today: Date, step: &Step) -> Result<PilotState, PilotRefused> {
    match (state, step) {
        (PilotState::Proposed, Step::Check) => {
            if text.knowledge.trim().is_empty() || text.evidence == Evidence::Unknown {
                return Err(PilotRefused::NoKnowledge);
            }
            Ok(PilotState::Checked)
        }
        (PilotState::Checked, Step::Launch) => {
            if text.follow_up.trim().is_empty() {
                return Err(PilotRefused::NoFollowUp);
            }
            if text.decision_support && !text.risk_assessed {
                return Err(PilotRefused::NoRiskAssessment);
            }
            if text.ends.is_some_and(|ends| ends < today) {
                return Err(PilotRefused::EndPassed);
            }
            Ok(PilotState::Launched)
        }
        (PilotState::Launched, Step::Decide { decision, reason, exception }) => {
            if reason.trim().is_empty() {
                return Err(PilotRefused::NoReason);
            }
            let scales_on_thin_ground = *decision == PilotDecision::Scale && text.evidence != Evidence::Sufficient;
            if scales_on_thin_ground && exception.trim().is_empty() {
                return Err(PilotRefused::NoException);
            }
            Ok(match decision {
                PilotDecision::Scale | PilotDecision::Stop => PilotState::Ended,
                PilotDecision::Adjust | PilotDecision::Continue => PilotState::Launched,
            })
        }
        _ => Err(PilotRefused::OutOfOrder),
    }
}

/// Whether someone should have decided by `today`: the day of decision or the end has passed,
/// and what was decided, if anything, was decided before that.
pub fn decision_due(pilot: &Pilot, decided_on: Option<Date>, today: Date) -> bool {
    let Some(day) = pilot.text.decision_due.or(pilot.text.ends) else { return false };
    pilot.state == PilotState::Launched && day < today && decided_on.is_none_or(|decided| decided < day)
}

/// Whether something that was to be tried out should have been over by `today` and has not begun: what is
/// proposed then is no longer what was meant.
pub fn overtaken(pilot: &Pilot, today: Date) -> bool {
    matches!(pilot.state, PilotState::Proposed | PilotState::Checked)
        && pilot.text.ends.is_some_and(|ends| ends < today)
}

/// Whether a decision is due by `until`, or overdue: what shows as work.
pub fn decision_ahead(pilot: &Pilot, decided_on: Option<Date>, today: Date, until: Date) -> bool {
    let day = pilot.text.decision_due.or(pilot.text.ends);
    let first = pilot.state == PilotState::Launched && decided_on.is_none();
    decision_due(pilot, decided_on, today) || (first && day.is_some_and(|day| day <= until))
}

#[cfg(test)]
mod tests {
    use varde_kernel::{PilotId, UnitId, Words};

    use super::*;
    use crate::model::followup::pilots::PilotKind;

    fn text() -> PilotDraft {
        PilotDraft {
            kind: PilotKind::Pilot,
            name: Words::plain("Hjemmeoppfølging"),
            field: Words::default(),
            ground: String::new(),
            knowledge: "Two reviews".into(),
            evidence: Evidence::Some,
            baseline: String::new(),
            starts: None,
            ends: None,
            decision_due: None,
            follow_up: "Monthly, three series".into(),
            decision_support: false,
            risk_assessed: false,
            owner_actor: None,
        }
    }

    fn today() -> Date {
        "2026-11-22".parse().unwrap()
    }

    fn decide(decision: PilotDecision, reason: &str, exception: &str) -> Step {
        Step::Decide { decision, reason: reason.into(), exception: exception.into() }
    }

    #[test]
    fn nothing_is_launched_without_a_plan_for_following_it_up() {
        use PilotState::{Checked, Launched, Proposed};
        assert_eq!(advance(Proposed, &text(), today(), &Step::Check), Ok(Checked));
        assert_eq!(advance(Proposed, &text(), today(), &Step::Launch), Err(PilotRefused::OutOfOrder));
        assert_eq!(advance(Checked, &text(), today(), &Step::Launch), Ok(Launched));
        let mut bare = text();
        bare.follow_up = "  ".into();
        assert_eq!(advance(Checked, &bare, today(), &Step::Launch), Err(PilotRefused::NoFollowUp));
        let mut late = text();
        late.ends = Some("2026-11-21".parse().unwrap());
        assert_eq!(advance(Checked, &late, today(), &Step::Launch), Err(PilotRefused::EndPassed));
        late.ends = Some(today());
        assert_eq!(advance(Checked, &late, today(), &Step::Launch), Ok(Launched));
        bare.evidence = Evidence::Unknown;
        assert_eq!(advance(Proposed, &bare, today(), &Step::Check), Err(PilotRefused::NoKnowledge));
    }

    #[test]
    fn decision_support_needs_a_risk_assessment() {
        let mut support = text();
        support.decision_support = true;
        assert_eq!(advance(PilotState::Checked, &support, today(), &Step::Launch), Err(PilotRefused::NoRiskAssessment));
        support.risk_assessed = true;
        assert_eq!(advance(PilotState::Checked, &support, today(), &Step::Launch), Ok(PilotState::Launched));
    }

    #[test]
    fn scaling_on_thin_ground_needs_a_reasoned_exception() {
        use PilotDecision::{Adjust, Scale, Stop};
        let from = PilotState::Launched;
        assert_eq!(advance(from, &text(), today(), &decide(Stop, "", "")), Err(PilotRefused::NoReason));
        assert_eq!(advance(from, &text(), today(), &decide(Stop, "No gain.", "")), Ok(PilotState::Ended));
        assert_eq!(advance(from, &text(), today(), &decide(Adjust, "Fewer sites.", "")), Ok(PilotState::Launched));
        assert_eq!(advance(from, &text(), today(), &decide(Scale, "It works.", "")), Err(PilotRefused::NoException));
        assert_eq!(
            advance(from, &text(), today(), &decide(Scale, "It works.", "No harm seen; waiting costs more.")),
            Ok(PilotState::Ended)
        );
        let mut sure = text();
        sure.evidence = Evidence::Sufficient;
        assert_eq!(advance(from, &sure, today(), &decide(Scale, "It works.", "")), Ok(PilotState::Ended));
    }

    #[test]
    fn a_pilot_past_its_end_without_a_decision_is_due() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let mut pilot = Pilot {
            id: PilotId::from_code("p"),
            unit: UnitId::from_code("trust"),
            text: text(),
            state: PilotState::Launched,
            decision: None,
            since: None,
            cadence: None,
            source: String::new(),
            version: 1,
        };
        assert!(!decision_due(&pilot, None, day("2026-11-22")), "without an end nothing is due");
        pilot.text.ends = Some(day("2026-11-21"));
        assert!(decision_due(&pilot, None, day("2026-11-22")));
        assert!(!decision_due(&pilot, None, day("2026-11-21")));
        assert!(!decision_due(&pilot, Some(day("2026-11-21")), day("2026-11-22")));
        assert!(decision_due(&pilot, Some(day("2026-10-01")), day("2026-11-22")), "an adjusted one is due again");
        pilot.text.decision_due = Some(day("2027-01-31"));
        assert!(!decision_due(&pilot, None, day("2026-11-22")));
        let ahead = |pilot: &Pilot, decided| decision_ahead(pilot, decided, today(), day("2027-01-31"));
        assert!(ahead(&pilot, None), "what is due within the time ahead is work");
        assert!(!ahead(&pilot, Some(day("2026-11-20"))), "an adjusted one rests until its day");
        for (state, expected) in
            [(PilotState::Proposed, true), (PilotState::Checked, true), (PilotState::Launched, false)]
        {
            pilot.state = state;
            assert_eq!(overtaken(&pilot, today()), expected, "{state:?}");
            assert!(!overtaken(&pilot, day("2026-11-21")), "its last day is not over yet");
        }
        pilot.state = PilotState::Ended;
        assert!(!ahead(&pilot, None));
        assert!(!decision_due(&pilot, None, day("2028-01-01")));
    }
}

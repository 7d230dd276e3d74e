//! How the room's part of the history is said.

use varde_kernel::access::Kind;
use varde_web::Telling;

use super::followup::{pilots, proposals, rounds, wheel};
use super::words;

/// The room's words for the history.
pub(crate) const TELLING: Telling = Telling {
    kinds: &[Kind::Plan, Kind::Goal, Kind::Alternative, Kind::Wheel, Kind::Round, Kind::Proposal, Kind::Pilot],
    action: |action| Some(words::action_key(action)),
    value,
    href: |kind, id| match kind {
        Kind::Plan => Some(format!("/plans/{id}")),
        Kind::Goal => Some(format!("/goals/{id}")),
        Kind::Proposal => Some(format!("/proposals/{id}")),
        Kind::Pilot => Some(format!("/pilots/{id}")),
        // An answer in a round, a step of a wheel and an alternative have no page of their own.
        _ => None,
    },
};

/// States of different things have names of their own, so that the name alone tells which it is.
fn value(field: &str, text: &str) -> Option<&'static str> {
    match field {
        "state" | "status" => text
            .parse()
            .map(words::plan_state_key)
            .or_else(|()| text.parse().map(words::goal_state_key))
            .or_else(|()| text.parse().map(rounds::status_key))
            .or_else(|()| text.parse().map(rounds::state_key))
            .or_else(|()| text.parse().map(pilots::state_key))
            .or_else(|()| text.parse().map(proposals::state_key))
            .ok(),
        "kind" => text
            .parse()
            .map(words::kind_key)
            .or_else(|()| text.parse().map(words::part_key))
            .or_else(|()| text.parse().map(words::target_kind_key))
            .or_else(|()| text.parse().map(words::relation_key))
            .or_else(|()| text.parse().map(pilots::kind_key))
            .ok(),
        "choice" => text.parse().map(words::choice_key).ok(),
        "phase" => text.parse().map(wheel::phase_key).ok(),
        "decision" => {
            text.parse().map(pilots::decision_key).or_else(|()| text.parse().map(proposals::verdict_key)).ok()
        }
        "evidence" => text.parse().map(pilots::evidence_key).ok(),
        "direction" => text.parse().map(words::direction_key).ok(),
        "binding" => text.parse().map(words::binding_key).ok(),
        "mode" | "reading" => text.parse().map(words::mode_key).ok(),
        "measured" => text.parse().map(varde_indicators::measure_key).ok(),
        "outcome" => text.parse().map(words::outcome_key).ok(),
        "spread" => text.parse().map(super::spread::spread_key).ok(),
        "among" => text.parse().map(varde_people::unit_kind_key).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::followup::{choosing, pilots, rounds, wheel};
    use crate::model::{goal, plan};

    #[test]
    fn every_name_of_the_program_has_words_in_the_history() {
        let names = |field: &str, all: &[&str]| {
            for name in all {
                assert!(value(field, name).is_some(), "{field}: {name}");
            }
        };
        macro_rules! check {
            ($($field:literal $kind:ty,)*) => { $(
                names($field, &<$kind>::ALL.iter().map(|one| one.name()).collect::<Vec<_>>());
            )* };
        }
        check! {
            "state" plan::PlanState, "state" goal::GoalState, "state" rounds::RoundState, "status" rounds::Status,
            "state" pilots::PilotState, "state" choosing::ProposalState, "kind" plan::PlanKind, "kind" plan::PartKind,
            "kind" goal::TargetKind, "kind" plan::RelationKind, "kind" pilots::PilotKind, "choice" goal::Choice,
            "phase" wheel::Phase, "decision" pilots::PilotDecision, "decision" choosing::Verdict,
            "evidence" pilots::Evidence, "direction" goal::Direction, "binding" plan::Binding, "mode" goal::ChangeMode,
            "measured" goal::Measured, "outcome" goal::Outcome, "spread" goal::Spread,
            "among" varde_kernel::UnitKind,
        }
        assert_eq!(value("name", "strategy"), None, "what people wrote stays as they wrote it");
    }
}

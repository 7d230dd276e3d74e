//! How the room's part of the history is said.

use varde_kernel::access::Kind;
use varde_web::Telling;

use super::followup::{pilots, proposals, rounds, wheel};
use super::words;
use crate::model::followup::wheel::StepState;

/// The room's words for the history.
pub(crate) const TELLING: Telling = Telling {
    kinds: &[Kind::Plan, Kind::Goal, Kind::Alternative, Kind::Wheel, Kind::Round, Kind::Proposal, Kind::Pilot],
    action: |action| Some(words::action_key(action)),
    field,
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

/// What the forms call the fields.
fn field(name: &str) -> Option<&'static str> {
    Some(match name {
        // Of plans and their parts.
        "vision" => "plans-field-vision",
        "purpose" => "plans-field-purpose",
        "target_group" => "plans-field-target-group",
        "scope" => "plans-field-scope",
        "resources" => "plans-field-resources",
        "follow_up" => "plans-field-follow-up",
        "binding" => "plans-field-binding",
        "binding_note" => "plans-field-binding-note",
        "period_note" => "plans-field-period-note",
        "open" => "plans-field-open",
        "mandatory" => "plans-field-mandatory",
        "weight" => "plans-field-weight",
        "service" => "plans-field-service",
        "actor" => "plans-field-part-actor",
        // Of goals and their targets.
        "data_source" => "plans-field-data-source",
        "indicator" => "plans-field-indicator",
        "indicators" => "plans-sources-which",
        "direction" => "plans-field-direction",
        "parent" => "plans-field-parent",
        "tags" => "plans-field-tags",
        "grounds" => "plans-field-grounds",
        "change" => "plans-field-change",
        "mode" | "reading" => "plans-field-mode",
        "baseline_year" => "plans-field-baseline-year",
        "baseline_value" => "plans-field-baseline-value",
        "unit_limit" => "plans-field-unit-limit",
        "every_round" => "plans-field-every-round",
        "spread" => "plans-field-spread",
        "among" => "plans-field-among",
        "note" => "plans-field-note",
        // Of the yearly wheel.
        "phase" => "plans-wheel-phase",
        "help" => "plans-wheel-help",
        "regulation" => "plans-wheel-regulation",
        // Of alternatives and votes.
        "summary" => "plans-alternative-summary",
        "setup" => "plans-alternative-setup",
        "pace" => "plans-alternative-pace",
        "effect" => "plans-alternative-effect",
        "pros" => "plans-alternative-pros",
        "cons" => "plans-alternative-cons",
        "preconditions" => "plans-alternative-preconditions",
        "seat" => "plans-alternative-seat",
        "statement" => "plans-alternative-statement",
        // Of pilots.
        "field" => "plans-pilot-field",
        "ground" => "plans-pilot-ground",
        "knowledge" => "plans-pilot-knowledge",
        "baseline" => "plans-pilot-baseline",
        "starts" => "plans-pilot-starts",
        "ends" => "plans-pilot-ends",
        "decision_due" => "plans-pilot-decision-due",
        "decision_support" => "plans-pilot-decision-support",
        "risk_assessed" => "plans-pilot-risk-assessed",
        "exception" => "plans-pilot-exception",
        "measures" => "plans-challenge-measures",
        _ => return None,
    })
}

/// States of different things have names of their own, so that the name alone tells which it is.
fn value(field: &str, text: &str) -> Option<&'static str> {
    match field {
        "state" if text == StepState::SetAside.name() => Some("plans-wheel-state-aside"),
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

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
        "choice" => text.parse().map(words::choice_key).ok(),
        "phase" => text.parse().map(wheel::phase_key).ok(),
        "decision" => {
            text.parse().map(pilots::decision_key).or_else(|()| text.parse().map(proposals::verdict_key)).ok()
        }
        "evidence" => text.parse().map(pilots::evidence_key).ok(),
        "direction" => text.parse().map(words::direction_key).ok(),
        "binding" => text.parse().map(words::binding_key).ok(),
        _ => None,
    }
}

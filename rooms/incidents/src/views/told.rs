//! How the room says what has happened to its things.

use uuid::Uuid;
use varde_kernel::access::Kind;
use varde_web::Telling;

use super::{harm_key, level_key, no_measures_key, state_key};
use crate::model::Step;

/// For the history.
pub(crate) const TELLING: Telling =
    Telling { kinds: &[Kind::Incident, Kind::Reporter, Kind::Report], action, field, value, href };

fn action(name: &str) -> Option<&'static str> {
    Some(match (name, name.parse::<Step>()) {
        (_, Ok(step)) => step_key(step),
        ("received", _) => "incidents-told-received",
        ("facts", _) => "incidents-told-facts",
        ("duty_decided", _) => "incidents-told-duty-decided",
        ("duty_sent", _) => "incidents-told-duty-sent",
        ("asked", _) => "incidents-told-asked",
        ("agreed", _) => "incidents-told-agreed",
        ("refused", _) => "incidents-told-refused",
        ("seen", _) => "incidents-told-seen",
        _ => return None,
    })
}

/// What a step is called when it has been taken.
pub(crate) const fn step_key(step: Step) -> &'static str {
    match step {
        Step::Take => "incidents-told-take",
        Step::Assess => "incidents-told-assess",
        Step::SettleDuties => "incidents-told-settle-duties",
        Step::FinishAnalysis => "incidents-told-finish-analysis",
        Step::DecideMeasures => "incidents-told-decide-measures",
        Step::Close => "incidents-told-close",
        Step::Reopen => "incidents-told-reopen",
    }
}

fn field(name: &str) -> Option<&'static str> {
    Some(match name {
        "state" => "incidents-field-state",
        "handler" => "incidents-field-handler",
        "harm" => "incidents-field-harm",
        "potential" => "incidents-field-potential",
        "level" => "incidents-field-level",
        "escalated" => "incidents-field-escalated",
        "no_measures" => "incidents-field-no-measures",
        "mode" => "incidents-form-name",
        "kind" => "incidents-form-sort",
        _ => return None,
    })
}

fn value(field: &str, value: &str) -> Option<&'static str> {
    match field {
        "state" => value.parse().ok().map(state_key),
        "harm" | "potential" => value.parse().ok().map(harm_key),
        "level" => value.parse().ok().map(level_key),
        "no_measures" => value.parse().ok().map(no_measures_key),
        "mode" => value.parse().ok().map(super::mode_key),
        "kind" => value.parse().ok().map(super::report_kind_key),
        _ => None,
    }
}

fn href(kind: Kind, id: Uuid) -> Option<String> {
    (kind == Kind::Incident).then(|| format!("/incidents/{id}"))
}

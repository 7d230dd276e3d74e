//! What leaves the house: a plan's status as text, JSON and CSV, and lists as CSV.

pub(crate) mod followup;
pub mod status;

use serde_json::Value;
use varde_kernel::UnitTree;
use varde_web::Say;

use crate::model::plan::PlanLine;
use crate::views::words;

/// A list of plans as CSV.
///
/// # Errors
///
/// Never in practice: the lines are written to memory.
pub fn plans(plans: &[PlanLine], tree: &UnitTree, say: &Say) -> Result<String, csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(["id", "name", "kind", "owner", "from", "to", "state", "goals", "measures"])?;
    for plan in plans {
        out.write_record([
            plan.id.to_string(),
            status::cell(say.words(&plan.name)),
            plan.kind.name().to_owned(),
            status::cell(&words::unit_name(say, tree, plan.unit)),
            plan.from.map(|day| day.to_string()).unwrap_or_default(),
            plan.to.map(|day| day.to_string()).unwrap_or_default(),
            plan.state.name().to_owned(),
            plan.n_goals.to_string(),
            plan.n_measures.to_string(),
        ])?;
    }
    let bytes = out.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The fields that differ between what a thing said before and after, as (field, before, after).
pub(crate) fn changes(before: &Value, after: &Value) -> Vec<(String, String, String)> {
    let (Some(before), Some(after)) = (before.as_object(), after.as_object()) else { return Vec::new() };
    after
        .iter()
        .filter(|(field, now)| before.get(*field) != Some(now))
        .map(|(field, now)| (field.clone(), plain(before.get(field)), plain(Some(now))))
        .collect()
}

fn plain(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "–".to_owned(),
        Some(Value::String(text)) if text.is_empty() => "–".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

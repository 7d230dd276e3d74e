//! What leaves the house: a plan's status as text, JSON and CSV, and lists as CSV.

pub(crate) mod followup;
pub mod status;

use jiff::civil::Date;
use varde_kernel::UnitTree;
use varde_web::Say;

use crate::model::plan::PlanLine;
use crate::rules::plan::stands;
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
            if plan.is_owned { status::cell(&words::unit_name(say, tree, plan.unit)) } else { String::new() },
            plan.from.map(|day| day.to_string()).unwrap_or_default(),
            plan.to.map(|day| day.to_string()).unwrap_or_default(),
            stands(plan.state, plan.is_owned, (None, None), Date::MIN).name().to_owned(),
            plan.n_goals.to_string(),
            plan.n_measures.to_string(),
        ])?;
    }
    let bytes = out.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

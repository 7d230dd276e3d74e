//! The privacy guard on forms: what looks like it tells who someone is, is pointed out before it is sent, and left out
//! only when the one who wrote it says so.

use varde_kernel::{UnitId, UnitTree};
use varde_web::{Ctx, Error, Fields};

use crate::rules::guard::{Found, StaffNames, look, without};
use crate::views::guarding as view;

/// The fields of a report that people write freely in.
const FREE: [&str; 3] = ["what", "place", "done"];

/// The names of those who hold a role on a unit or near it.
///
/// # Errors
///
/// When the database does not answer.
pub(crate) async fn names_near(cx: &Ctx, tree: &UnitTree, unit: Option<UnitId>) -> Result<StaffNames, Error> {
    let Some(unit) = unit else { return Ok(StaffNames::default()) };
    let mut units = super::input::near(tree, unit);
    units.extend(tree.line(unit).iter().copied());
    let rows = varde_people::store::holdings::holdings_on(cx.db(), &units, cx.today()).await?;
    // What stands in brackets after a name is no part of it.
    Ok(StaffNames::new(rows.iter().map(|row| row.name.split('(').next().unwrap_or_default().trim())))
}

/// What the guard found in a form's free texts, by field.
pub(crate) fn found(fields: &Fields, names: &StaffNames) -> Vec<(&'static str, Found)> {
    FREE.iter().flat_map(|field| look(fields.text(field), names).into_iter().map(|found| (*field, found))).collect()
}

/// What is to be done with a form that someone has sent.
pub(crate) enum Guarded {
    /// It goes on.
    Send,
    /// It comes back, with what was found pointed out; with the words taken out when they asked for that.
    Back(Fields),
}

/// Asks before something is sent that seems to tell who someone is.
///
/// # Errors
///
/// When the database does not answer.
pub(crate) async fn guard(cx: &Ctx, tree: &UnitTree, fields: &Fields) -> Result<Guarded, Error> {
    if fields.has("as_is") {
        return Ok(Guarded::Send);
    }
    let names = names_near(cx, tree, fields.text("unit").parse().ok()).await?;
    if found(fields, &names).is_empty() {
        return Ok(Guarded::Send);
    }
    let mut back = fields.clone().with("pointed_out", "true".into());
    if fields.has("leave_out") {
        for field in FREE {
            let text = fields.text(field).to_owned();
            let left = without(&text, &look(&text, &names), |kind| cx.t(view::kind_key(kind)));
            back = back.with(field, left);
        }
        back = back.with("pointed_out", String::new()).with("leave_out", String::new());
    }
    Ok(Guarded::Back(back))
}

//! One unit.

use axum::response::Response;
use varde_kernel::UnitId;
use varde_kernel::access::{Action, Kind, Target};
use varde_web::{Ctx, Error, Path, Query};

use super::as_of;
use crate::store;
use crate::views::units::show as view;

/// `GET /units/{id}`: what the unit is, where it stands, what it was and will be.
pub(super) async fn show(cx: Ctx, Path(id): Path<UnitId>, Query(query): Query) -> Result<Response, Error> {
    cx.signed_in()?;
    let today = cx.today();
    let unit = store::units::get(cx.db(), id).await?.ok_or(Error::NotFound)?;
    let (asked, _) = as_of(&query);
    let day = unit.nearest_day(asked.unwrap_or(today));
    let tree = if day == today { cx.tree().await? } else { store::units::tree(cx.db(), day).await?.into() };
    let may = |action| cx.may(action, &Target::open(Kind::Unit, tree.line(id)));
    let changes = store::units::changes(cx.db(), id).await?;
    let using = store::units::related_to(cx.db(), id, day).await?;
    let mut others: Vec<UnitId> =
        changes.iter().flat_map(|change| change.before.iter().chain(&change.after)).copied().collect();
    others.extend(unit.relations.iter().map(|known| known.value.other));
    others.extend(using.iter().map(|(_, unit)| *unit));
    others.sort_unstable();
    others.dedup();
    let names = store::units::names(cx.db(), &others, today).await?;
    let people = store::persons::holdings_on(cx.db(), &[id], today).await?;
    let shown = view::Shown {
        unit: &unit,
        day,
        asked,
        tree: &tree,
        changes: &changes,
        using: &using,
        names: &names,
        people: &people,
        beside: cx.beside(&tree, Kind::Unit, id).await?,
        may_edit: may(Action::Edit),
        may_create: may(Action::Create),
    };
    let name = unit.name_on(day).map(|name| name.words.get(cx.locale()).to_owned()).unwrap_or_default();
    let page = cx.page(name).actions(view::actions(&cx, &shown));
    Ok(page.unit(&tree, id).body(view::body(&cx, &shown)))
}

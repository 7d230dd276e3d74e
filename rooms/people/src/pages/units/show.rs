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
    let (asked, problem) = as_of(&query);
    let day = unit.nearest_day(asked.unwrap_or(today));
    let tree = if day == today { cx.tree().await? } else { store::units::tree(cx.db(), day).await?.into() };
    let may = |action| cx.may(action, &Target::open(Kind::Unit, tree.line(id)));
    let changes = store::units::changes(cx.db(), id).await?;
    let line: Vec<UnitId> = tree.line(id).iter().skip(1).copied().collect();
    let above = store::units::upcoming(cx.db(), &line, day.max(today)).await?;
    let using = store::units::related_to(cx.db(), id, day).await?;
    let told = changes.iter().chain(above.iter().filter(|known| known.is_main)).map(|known| &known.change);
    let mut others: Vec<UnitId> = told.flat_map(|change| change.before.iter().chain(&change.after)).copied().collect();
    others.extend(unit.relations.iter().map(|known| known.value.other));
    others.extend(using.iter().map(|(_, unit)| *unit));
    others.sort_unstable();
    others.dedup();
    let mut spoken_of = store::units::some(cx.db(), &others).await?;
    // Where those that move come from and go to is spoken of too.
    let places: Vec<UnitId> =
        spoken_of.iter().flat_map(|unit| &unit.relations).map(|known| known.value.other).collect();
    let places: Vec<UnitId> = places.into_iter().filter(|place| spoken_of.get(*place).is_none()).collect();
    for place in store::units::some(cx.db(), &places).await?.iter() {
        spoken_of.put(place.clone());
    }
    spoken_of.put(unit.clone());
    let people = store::persons::holdings_on(cx.db(), &[id], day).await?;
    let shown = view::Shown {
        unit: &unit,
        day,
        asked,
        as_of_error: problem.map(|key| cx.t(key)),
        tree: &tree,
        changes: &changes,
        above: &above,
        using: &using,
        register: &spoken_of,
        people: &people,
        beside: cx.beside(&tree, Kind::Unit, id).await?,
        may_edit: may(Action::Edit),
        may_create: may(Action::Create),
    };
    let name = unit.name_on(day).map(|name| name.words.get(cx.locale()).to_owned()).unwrap_or_default();
    let page = cx.page(name).actions(view::actions(&cx, &shown));
    Ok(page.unit(&tree, id).body(view::body(&cx, &shown)))
}

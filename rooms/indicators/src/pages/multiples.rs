//! The units under one, each as a small chart on the same scale.

use std::collections::BTreeMap;

use axum::response::Response;
use varde_kernel::access::Action;
use varde_kernel::{IndicatorId, UnitId, sort_key};
use varde_web::{Ctx, Error, Path, Query, page_of, pager};

use super::reading;
use crate::store;
use crate::views::{self, MultiplesPage};

/// How many units a page shows.
const PER_PAGE: usize = 24;

/// `GET /indicators/{id}/multiples`: with `?unit=` for the units under that one.
pub async fn show(cx: Ctx, Path(id): Path<IndicatorId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let mut under: BTreeMap<UnitId, Vec<UnitId>> = BTreeMap::new();
    for (_, unit, stratum) in store::series_places(cx.db(), id).await? {
        if let Some(above) = tree.line(unit).get(1).filter(|_| stratum.is_empty()) {
            under.entry(*above).or_default().push(unit);
        }
    }
    under.retain(|_, units| 1 < units.len());
    // Where the reader works, else where there is most to see.
    let asked = query.text("unit").parse::<UnitId>().ok().filter(|unit| under.contains_key(unit));
    let home = cx.visitor().and_then(|visitor| visitor.home);
    let near = home.and_then(|home| tree.line(home).iter().copied().find(|unit| under.contains_key(unit)));
    let most = under.iter().max_by_key(|(unit, units)| (units.len(), **unit)).map(|(unit, _)| *unit);
    let chosen = asked.or(near).or(most);
    let mut units = chosen.and_then(|unit| under.get(&unit).cloned()).unwrap_or_default();
    units.sort_by_cached_key(|unit| tree.get(*unit).map(|unit| sort_key(unit.name.get(cx.locale()))));
    let (page, total) = (page_of(&query), units.len());
    let skip = usize::try_from(page - 1).unwrap_or(0).saturating_mul(PER_PAGE);
    let shown: Vec<UnitId> = units.into_iter().skip(skip).take(PER_PAGE).collect();
    let mut found = reading::of_units(cx.db(), &super::sight(&cx, &tree), &indicator, &shown).await?;
    let readings: Vec<reading::Reading> = shown.iter().filter_map(|unit| found.remove(unit)).collect();
    let own: Vec<UnitId> = cx.actor().held().iter().map(|held| held.unit).collect();
    let path = format!("/indicators/{id}/multiples");
    let body = maud::html! {
        (views::multiples_page(&cx, &tree, &MultiplesPage {
            indicator: &indicator, parents: &under.keys().copied().collect::<Vec<_>>(), parent: chosen, readings: &readings, own: &own,
        }))
        (pager(cx.say(), &path, &query, (page, i64::try_from(PER_PAGE).unwrap_or(i64::MAX)),
            i64::try_from(total).unwrap_or(i64::MAX)))
    };
    let name = cx.say().words(&indicator.name).to_owned();
    Ok(cx
        .page(cx.t("indicators-multiples-title"))
        .lead(name.clone())
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .crumb(name, format!("/indicators/{id}"))
        .body(body))
}

//! A whole field at a glance: indicators by units, each with sign, value, target and line.

use std::collections::{HashMap, HashSet};

use axum::response::Response;
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{IndicatorId, UnitId, sort_key};
use varde_web::ui::{Icon, Weight, link_button};
use varde_web::{Ctx, Error, Path, Query, page_of, pager};

use super::reading;
use super::rollup::Ground;
use crate::model::Indicator;
use crate::{store, views};

/// How many indicators a page shows.
const PER_PAGE: usize = 20;
/// How many units below stand beside the unit itself.
const MOST_UNITS: usize = 12;

/// `GET /units/{id}/indicators`: the unit's indicators, and those of the units right below it.
pub async fn show(cx: Ctx, Path(unit): Path<UnitId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    if tree.get(unit).is_none() {
        return Err(varde_store::Error::NotFound.into());
    }
    let below: Vec<UnitId> = tree.children(unit).to_vec();
    let scope = access::scope(cx.actor(), Kind::Series);
    let mut units: Vec<UnitId> = vec![unit];
    units.extend(&below);
    let sight = super::sight(&cx, &tree);
    let series = store::series_of_units(cx.db(), &scope, &units).await?;
    let ground = Ground::of(cx.db(), (&scope, &sight), &units, None).await?;
    let sums = ground.places().iter();
    let mut order: Vec<IndicatorId> = series.iter().map(|one| one.indicator).chain(sums.map(|(id, _)| *id)).collect();
    order.sort_unstable();
    order.dedup();
    let mut named = store::many(cx.db(), &order).await?;
    named.sort_by(|one, other| (&one.name.nb, one.id).cmp(&(&other.name.nb, other.id)));
    let order: Vec<IndicatorId> = named.iter().map(|one| one.id).collect();
    let (page, total) = (page_of(&query), i64::try_from(order.len()).unwrap_or(i64::MAX));
    let skip = usize::try_from(page - 1).unwrap_or(0).saturating_mul(PER_PAGE);
    let shown: Vec<IndicatorId> = order.into_iter().skip(skip).take(PER_PAGE).collect();
    let indicators: HashMap<IndicatorId, Indicator> =
        named.into_iter().filter(|one| shown.contains(&one.id)).map(|one| (one.id, one)).collect();
    let places: HashSet<(IndicatorId, UnitId)> = series
        .iter()
        .map(|one| (one.indicator, one.unit))
        .chain(ground.places().iter().copied())
        .filter(|(indicator, _)| indicators.contains_key(indicator))
        .collect();
    // Units with values only: an empty column says nothing.
    let mut columns: Vec<UnitId> = below.into_iter().filter(|unit| places.iter().any(|(_, one)| one == unit)).collect();
    columns.sort_by_cached_key(|unit| tree.get(*unit).map(|unit| sort_key(unit.name.get(cx.locale()))));
    let n_left_out = columns.len().saturating_sub(MOST_UNITS);
    columns.truncate(MOST_UNITS);
    columns.insert(0, unit);
    let wanted: Vec<_> = series
        .into_iter()
        .filter(|one| indicators.contains_key(&one.indicator) && columns.contains(&one.unit))
        .collect();
    let mut readings = reading::read(cx.db(), &sight, &indicators, wanted).await?;
    // What a unit reports itself stands; the rest is added up from those below it.
    readings.retain(|one| !one.values.is_empty());
    let reported: HashSet<(IndicatorId, UnitId)> =
        readings.iter().map(|one| (one.series.indicator, one.series.unit)).collect();
    let unreported = |place: &&(IndicatorId, UnitId)| columns.contains(&place.1) && !reported.contains(*place);
    let places: Vec<(IndicatorId, UnitId)> = ground.places().iter().filter(unreported).copied().collect();
    readings.extend(ground.read(cx.db(), &sight, &indicators, &places).await?);
    let path = format!("/units/{unit}/indicators");
    let body = maud::html! {
        (views::matrix(&cx, &tree, &views::Matrix { indicators: &indicators, order: &shown, units: &columns, readings: &readings }))
        @if 0 < n_left_out { p.quiet { (cx.say().with("indicators-matrix-left-out", &[("n", n_left_out.into())])) } }
        (pager(cx.say(), &path, &query, (page, i64::try_from(PER_PAGE).unwrap_or(i64::MAX)), total))
        (views::matrix_key(&cx))
    };
    let reports = cx.may(Action::Answer, &Target::open(Kind::Series, tree.line(unit)));
    let actions = maud::html! {
        @if reports {
            (link_button(&cx.t("indicators-report-title"), &format!("/units/{unit}/entry"), Weight::Primary, Some(Icon::Pencil)))
        }
        (link_button(&cx.t("indicators-signals-title"), &format!("/signals?unit={unit}"), Weight::Secondary, None))
    };
    Ok(cx
        .page(cx.say().with("indicators-matrix-title", &[("unit", views::unit_name(&cx, &tree, unit).into())]))
        .crumb(views::unit_name(&cx, &tree, unit), format!("/units/{unit}"))
        .actions(actions)
        .body(body))
}

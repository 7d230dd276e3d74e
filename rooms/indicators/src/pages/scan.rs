//! What a look at every series found: alerts with a known share of false ones, and what to watch.

use std::collections::HashMap;

use axum::response::Response;
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{IndicatorId, UnitId, UnitTree};
use varde_web::{Ctx, Error, Fields, Form, Query, page_of};

use crate::model::{Indicator, Scan, ScanList};
use crate::store::{self, HitFilter};
use crate::views::{self, ScanPage};

/// How many series a list shows.
const PER_PAGE: i64 = 25;

/// The newest run over the unit that is asked for or one above it; else over the visitor's own, and over any
/// at the top for those who have none.
pub async fn newest(cx: &Ctx, tree: &UnitTree, unit: Option<UnitId>) -> Result<Option<Scan>, Error> {
    let home = cx.visitor().and_then(|visitor| visitor.home);
    let line = unit.or(home).map(|unit| tree.line(unit).to_vec()).unwrap_or_default();
    let units = if line.is_empty() { tree.roots().to_vec() } else { line };
    Ok(store::newest_scan(cx.db(), &access::scope(cx.actor(), Kind::Scan), &units).await?)
}

/// `GET /scans`: with `?unit=`, `?indicator=`, `?page=` (of the alerts).
pub async fn show(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let unit: Option<UnitId> = query.text("unit").parse().ok().filter(|unit| tree.get(*unit).is_some());
    let indicator: Option<IndicatorId> = query.text("indicator").parse().ok();
    let run = newest(&cx, &tree, unit).await?;
    let scope = access::scope(cx.actor(), Kind::Scan);
    let page = page_of(&query);
    let mut lists = Vec::new();
    if let Some(run) = &run {
        for list in ScanList::ALL {
            let filter = HitFilter { list: *list, below: unit, indicator };
            let total = store::count_scan_hits(cx.db(), run.id, &scope, &filter).await?;
            let skip = if *list == ScanList::Alert { (page - 1) * PER_PAGE } else { 0 };
            let most = if *list == ScanList::Alert { PER_PAGE } else { PER_PAGE * 2 };
            lists.push((*list, total, store::scan_hits(cx.db(), run.id, &scope, &filter, (most, skip)).await?));
        }
    }
    let mut ids: Vec<IndicatorId> =
        lists.iter().flat_map(|(_, _, hits)| hits.iter().map(|hit| hit.indicator)).collect();
    ids.extend(indicator);
    ids.sort_unstable();
    ids.dedup();
    let indicators: HashMap<IndicatorId, Indicator> =
        store::seen_by(cx.actor(), &tree, store::many(cx.db(), &ids).await?)
            .into_iter()
            .map(|one| (one.id, one))
            .collect();
    let own = held(&cx, &tree);
    let body = views::scan_page(
        &cx,
        &tree,
        &ScanPage {
            run: run.as_ref(),
            lists: &lists,
            indicators: &indicators,
            unit,
            indicator,
            own: &own,
            query: &query,
            per_page: (page, PER_PAGE),
        },
    );
    Ok(cx
        .page(cx.t("indicators-scan-title"))
        .lead(cx.t("indicators-scan-lead"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .body(body))
}

/// The units that the visitor holds a role on, to narrow the lists to.
fn held(cx: &Ctx, tree: &UnitTree) -> Vec<UnitId> {
    let mut units: Vec<UnitId> =
        cx.actor().held().iter().map(|held| held.unit).filter(|unit| tree.get(*unit).is_some()).collect();
    units.sort_unstable();
    units.dedup();
    units
}

/// `POST /scans`: asks for a run over a unit and those below it.
pub async fn ask(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    let unit = ask_for(&cx, &fields).await?;
    Ok(cx.done(&format!("/scans?unit={unit}"), "indicators-scan-asked"))
}

/// Asks for a run, for pages and other programs.
pub async fn ask_for(cx: &Ctx, fields: &Fields) -> Result<UnitId, Error> {
    let tree = cx.tree().await?;
    let unit: UnitId = fields.text("unit").parse().map_err(|_| varde_store::Error::NotFound)?;
    if tree.get(unit).is_none() {
        return Err(varde_store::Error::NotFound.into());
    }
    let on = Target::open(Kind::Scan, tree.line(unit));
    let granted = access::grant(cx.actor(), Action::Create, &on, unit).map_err(varde_store::Error::from)?;
    let tx = cx.begin().await?;
    store::ask_for_scan(&tx, &granted).await?;
    tx.commit().await?;
    Ok(unit)
}

//! The page of a series as a document to keep.

use axum::response::Response;
use varde_kernel::access::Action;
use varde_kernel::{IndicatorId, UnitId};
use varde_web::{Ctx, Error, Path};

use super::entry::{Known, load};
use crate::store;
use crate::views::{self, SeriesPrint};

/// `GET /indicators/{id}/units/{unit}/pdf`: what the page of the same address shows the same visitor.
pub async fn series(cx: Ctx, Path((id, unit)): Path<(IndicatorId, UnitId)>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let slot = store::open_slot(cx.db(), cx.actor(), &tree, (id, unit), Action::Read).await?.into_inner();
    let values = load(&cx, &tree, slot.series.as_ref()).await?;
    let known = Known::of(&cx, &tree, &slot, &values).await?;
    let indicator = &slot.indicator;
    let shown = SeriesPrint {
        indicator,
        unit,
        values: match &known {
            Some(known) if known.own.derived.is_some() => &known.own.values,
            _ => &values,
        },
        derived: known.as_ref().and_then(|known| known.own.derived.as_ref()),
        chart: known.as_ref().and_then(|known| known.shown(indicator)),
        notes: known.as_ref().map_or(&[], |known| &known.notes),
        signals: known.as_ref().map_or(&[], |known| &known.signals),
    };
    let printout = views::series_printout(&cx, &tree, &shown);
    let name = format!("{} {} {}", printout.title, printout.above, cx.today());
    cx.printed(printout, &name).await
}

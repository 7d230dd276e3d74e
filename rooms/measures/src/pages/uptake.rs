//! A unit chooses to follow a measure from above, or leaves it out with a reason.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{Action, Kind};
use varde_kernel::{MeasureId, Problems, UnitId};
use varde_store::Json;
use varde_store::history::Told;
use varde_web::{Ctx, Error, Fields, Form, Path, Query};

use super::edits::{self, Outcome};
use super::input;
use crate::store;
use crate::views::uptake as view;

/// `GET /measures/{id}/uptake?unit=`: the form with what the unit has decided before.
pub(crate) async fn ask(cx: Ctx, Path(id): Path<MeasureId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let units = input::units_where(&cx, &tree, Action::Answer, Kind::Measure);
    let asked = query.text("unit").parse().ok().filter(|unit| units.contains(unit));
    let Some(unit) = asked.or(units.first().copied()) else { return Err(Error::Forbidden) };
    let mut fields = vec![("unit_id".to_owned(), unit.to_string())];
    if let Some(known) = store::uptake(cx.db(), id, unit).await? {
        fields.push(("choice".into(), known.choice.name().into()));
        fields.push(("reason".into(), known.reason));
        fields.push(("version".into(), known.version.to_string()));
    }
    form(&cx, id, &Fields::new(fields), &Problems::new(), StatusCode::OK).await
}

async fn form(
    cx: &Ctx,
    id: MeasureId,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let measure = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let units = input::units_where(cx, &tree, Action::Answer, Kind::Measure);
    Ok(cx
        .page(cx.t("measures-uptake-title"))
        .lead(cx.t("measures-uptake-lead"))
        .crumb(cx.t("measures-list-title"), "/measures")
        .crumb(measure.title.get(cx.locale()), format!("/measures/{id}"))
        .status(status)
        .body(view::form(cx, &tree, &measure, &units, fields, problems)))
}

/// `POST /measures/{id}/uptake`: writes the choice down.
pub(crate) async fn choose(cx: Ctx, Path(id): Path<MeasureId>, Form(fields): Form) -> Result<Response, Error> {
    match edits::choose(&cx, id, &fields).await? {
        Outcome::Saved(_) => Ok(cx.done(&format!("/measures/{id}#uptake"), "measures-uptake-saved")),
        Outcome::Problems(problems) => form(&cx, id, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Outcome::Stale => {
            let unit: Option<UnitId> = fields.text("unit_id").parse().ok();
            let read: i64 = fields.text("version").parse().unwrap_or(0);
            let now = match unit {
                Some(unit) => store::uptake(cx.db(), id, unit).await?.map_or(0, |known| known.version),
                None => 0,
            };
            // Each choice of the unit is a version of its own.
            let is_new = |line: &Told| {
                let number = line.after.get("version_no").and_then(Json::as_i64).unwrap_or(0);
                line.action == "uptake" && line.unit == unit && read < number
            };
            let kept = cx.stale_by(id, fields.with("version", now.to_string()), is_new).await?;
            form(&cx, id, &kept, &Problems::new(), StatusCode::CONFLICT).await
        }
    }
}

//! Series and their values for other programs.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use jiff::Timestamp;
use varde_kernel::access::{self, Action, Granted, Kind};
use varde_kernel::{IndicatorId, ObservationId, Problems, SeriesId, UnitId};
use varde_web::{Ctx, Cursor, Error, Json, Listed, Path, ProblemDetails, Query};

use super::wire;
use crate::model::Series;
use crate::pages::{read_entry, sight};
use crate::rules::disclosure::Sight;
use crate::store::{self, Recording, Slot};

/// How many values are affirmed at a time.
const MOST_AFFIRMED: usize = 1_000;

/// Series of one indicator or of one unit, or of both.
#[utoipa::path(get, path = "/api/v1/series", tag = "indicators",
    params(
        ("indicator" = Option<String>, Query, description = "Id of the indicator"),
        ("unit" = Option<String>, Query, description = "Id of the unit"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of series", body = Listed<wire::Series>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 422, description = "No id where one is wanted", body = ProblemDetails),
    ))]
pub async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<wire::Series>>, Error> {
    let cursor = Cursor::read(&query)?;
    let mut problems = Problems::new();
    let indicator = query.choice::<IndicatorId>("indicator", &mut problems);
    let unit = query.choice::<UnitId>("unit", &mut problems);
    problems.result().map_err(Error::Invalid)?;
    let scope = access::scope(cx.actor(), Kind::Indicator);
    let found = store::series_page(cx.db(), &scope, (indicator, unit), (cursor.fetch(), cursor.skip)).await?;
    Ok(Json(cursor.page(found.into_iter().map(wire::Series::from).collect())))
}

/// Makes the series of an indicator for a unit, or finds the one that is there.
#[utoipa::path(post, path = "/api/v1/series", tag = "indicators", request_body = wire::NewSeries,
    responses(
        (status = 200, description = "The series that was there", body = wire::Series),
        (status = 201, description = "The new series", body = wire::Series),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for the unit", body = ProblemDetails),
        (status = 404, description = "No such indicator or unit", body = ProblemDetails),
        (status = 409, description = "Someone made it in the same moment", body = ProblemDetails),
        (status = 422, description = "No id where one is wanted", body = ProblemDetails),
    ))]
pub async fn create(cx: Ctx, Json(body): Json<wire::NewSeries>) -> Result<Response, Error> {
    cx.signed_in()?;
    let mut problems = Problems::new();
    let indicator =
        body.indicator.parse::<IndicatorId>().map_err(|_| problems.field("indicator", "web-problem-choice"));
    let unit = body.unit.parse::<UnitId>().map_err(|_| problems.field("unit", "web-problem-choice"));
    let (Ok(indicator), Ok(unit)) = (indicator, unit) else { return Err(Error::Invalid(problems)) };
    let tree = cx.tree().await?;
    let mut slot = store::open_slot(cx.db(), cx.actor(), &tree, (indicator, unit), Action::Answer).await?;
    if let Some(series) = slot.series.clone() {
        return Ok(Json(wire::Series::from(series)).into_response());
    }
    let tx = cx.begin().await?;
    let series = store::ensure_series(&tx, &mut slot).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(wire::Series::from(series))).into_response())
}

/// The place of a series that the visitor may do this to.
pub async fn open(cx: &Ctx, id: SeriesId, action: Action) -> Result<(Series, Granted<Slot>), Error> {
    let tree = cx.tree().await?;
    let series = store::series(cx.db(), id).await?.ok_or(Error::NotFound)?;
    let indicator = store::open(cx.db(), cx.actor(), &tree, series.indicator, Action::Read).await?.into_inner();
    let slot = Slot {
        stratum: series.stratum.clone(),
        stratum_name: series.stratum_name.clone(),
        ..Slot::whole(indicator, series.unit, Some(series.clone()))
    };
    Ok((series, store::grant_slot(cx.actor(), &tree, slot, action)?))
}

/// The values of a series by period: those that hold, or those that were known at an instant.
#[utoipa::path(get, path = "/api/v1/series/{id}/observations", tag = "indicators",
    params(
        ("id" = String, Path, description = "The series' id"),
        ("as_known_at" = Option<String>, Query, description = "An instant (RFC 3339): the values as they were known then"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of values", body = Listed<wire::Observation>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such series", body = ProblemDetails),
        (status = 422, description = "No instant where one is wanted", body = ProblemDetails),
    ))]
pub async fn observations(
    cx: Ctx,
    Path(id): Path<SeriesId>,
    Query(query): Query,
) -> Result<Json<Listed<wire::Observation>>, Error> {
    let cursor = Cursor::read(&query)?;
    let mut problems = Problems::new();
    let at = query.choice::<Timestamp>("as_known_at", &mut problems);
    problems.result().map_err(Error::Invalid)?;
    let tree = cx.tree().await?;
    let (series, slot) = open(&cx, id, Action::Read).await?;
    let found = match at {
        Some(at) => store::values_as_known_at(cx.db(), &sight(&cx, &tree), series.id, at).await?,
        None => store::values(cx.db(), &sight(&cx, &tree), series.id).await?,
    };
    Ok(Json(cut(cursor, found, slot.indicator.measure)))
}

/// One page of what was found.
fn cut(
    cursor: Cursor,
    found: Vec<crate::model::Observation>,
    measure: crate::model::Measure,
) -> Listed<wire::Observation> {
    let skip = usize::try_from(cursor.skip).unwrap_or(usize::MAX);
    let fetch = usize::try_from(cursor.fetch()).unwrap_or(usize::MAX);
    cursor.page(found.into_iter().skip(skip).take(fetch).map(|one| wire::Observation::new(one, measure)).collect())
}

/// The values of a series that corrections replaced, newest first.
#[utoipa::path(get, path = "/api/v1/series/{id}/former", tag = "indicators",
    params(
        ("id" = String, Path, description = "The series' id"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of replaced values", body = Listed<wire::Observation>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such series", body = ProblemDetails),
    ))]
pub async fn former(
    cx: Ctx,
    Path(id): Path<SeriesId>,
    Query(query): Query,
) -> Result<Json<Listed<wire::Observation>>, Error> {
    let cursor = Cursor::read(&query)?;
    let (series, slot) = open(&cx, id, Action::Read).await?;
    let tree = cx.tree().await?;
    let found = store::former_values(cx.db(), &sight(&cx, &tree), series.id, cursor.skip + cursor.fetch()).await?;
    Ok(Json(cut(cursor, found, slot.indicator.measure)))
}

/// Says that values of a series are right, on behalf of the unit that answers for them. One that is corrected later
/// has to be affirmed anew.
#[utoipa::path(post, path = "/api/v1/series/{id}/affirm", tag = "indicators", request_body = wire::Affirmed,
    params(("id" = String, Path, description = "The series' id")),
    responses(
        (status = 204, description = "Those of them that hold, and that nobody had affirmed, are affirmed"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for the unit", body = ProblemDetails),
        (status = 404, description = "No such series", body = ProblemDetails),
        (status = 422, description = "No ids where they are wanted, or too many", body = ProblemDetails),
    ))]
pub async fn affirm(cx: Ctx, Path(id): Path<SeriesId>, Json(body): Json<wire::Affirmed>) -> Result<StatusCode, Error> {
    cx.signed_in()?;
    let (_, slot) = open(&cx, id, Action::Answer).await?;
    let these: Result<Vec<ObservationId>, _> = body.values.iter().map(|value| value.parse()).collect();
    let Some(these) = these.ok().filter(|these| these.len() <= MOST_AFFIRMED) else {
        let mut problems = Problems::new();
        problems.field("values", "web-problem-choice");
        return Err(Error::Invalid(problems));
    };
    let tx = cx.begin().await?;
    store::affirm(&tx, &slot, &these).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Records the value of a period. A value that is there already is replaced only by naming it as
/// `former`, with a reason unless it was provisional.
#[utoipa::path(put, path = "/api/v1/series/{id}/observations/{period}", tag = "indicators",
    request_body = wire::NewObservation,
    params(
        ("id" = String, Path, description = "The series' id"),
        ("period" = String, Path, description = "The period, such as 2026-10"),
    ),
    responses(
        (status = 200, description = "The value that holds now", body = wire::Observation),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for the unit", body = ProblemDetails),
        (status = 404, description = "No such series", body = ProblemDetails),
        (status = 409, description = "The period has another value than the one named", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub async fn record(
    cx: Ctx,
    Path((id, period)): Path<(SeriesId, String)>,
    Json(body): Json<wire::NewObservation>,
) -> Result<Json<wire::Observation>, Error> {
    let (series, mut slot) = open(&cx, id, Action::Answer).await?;
    let fields = body.fields(&period);
    let (period, entry, mut problems) = read_entry(&fields, &slot.indicator, cx.today());
    let reason = fields.long("reason", &mut problems);
    let seen = match body.former.as_deref().map(str::parse::<ObservationId>) {
        None => None,
        Some(Ok(seen)) => Some(seen),
        Some(Err(_)) => {
            problems.field("former", "web-problem-choice");
            None
        }
    };
    let values = store::values(cx.db(), &Sight::Whole, series.id).await?;
    let current = values.iter().find(|value| Some(value.period) == period);
    if current.map(|value| value.id) != seen && problems.is_empty() {
        return Err(Error::Conflict("indicators-conflict-value"));
    }
    if current.is_some_and(|former| !former.provisional) && reason.is_empty() {
        problems.field("reason", "indicators-fault-reason");
    }
    let (Some(period), true) = (period, problems.is_empty()) else { return Err(Error::Invalid(problems)) };
    let recording = Recording { period, entry, former: seen, reason, code: None };
    let tx = cx.begin().await?;
    store::record(&tx, &mut slot, &[recording]).await?;
    tx.commit().await?;
    let now = store::values(cx.db(), &Sight::Whole, series.id).await?.into_iter().find(|value| value.period == period);
    let now = now.ok_or(Error::NotFound)?;
    Ok(Json(wire::Observation::new(now, slot.indicator.measure)))
}

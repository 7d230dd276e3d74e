//! Changing the organisation.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_kernel::{Problems, UnitId};
use varde_web::{Ctx, Error, Fields, Json, Path, ProblemDetails};

use super::read::whole;
use super::wire;
use crate::import::csv_units::Effect;
use crate::import::klass::{Klass, klass};
use crate::import::units;
use crate::model::units::Register;
use crate::pages::units::doing::{Ready, beside, may_change, may_make, must_run_some, ready};
use crate::pages::units::fields::{Asks, Reader};
use crate::pages::units::follows::follows;
use crate::store;

/// Makes the step that a body asks for ready, by the rules of the page's form.
async fn step(cx: &Ctx, asks: Asks, unit: Option<UnitId>, fields: &Fields) -> Result<(Ready, Register), Error> {
    let today = cx.today();
    let mut problems = Problems::new();
    let note = fields.long("note", &mut problems);
    let about = unit.unwrap_or(UnitId::from_code(""));
    let read = |register: &_| {
        let mut reader = Reader { fields, register, today, problems };
        let step = reader.step(asks, about);
        reader.problems.result()?;
        Ok(step)
    };
    ready(cx, read, &note).await
}

/// Takes a step with a unit over the version that was read; or only says what would follow, as the page does
/// before it asks.
async fn changed(
    cx: &Ctx,
    asks: Asks,
    (unit, version): (UnitId, i64),
    fields: Fields,
    dry_run: bool,
) -> Result<Json<wire::WholeUnit>, Error> {
    may_change(cx, &store::units::register(cx.db()).await?, unit)?;
    let (ready, register) = step(cx, asks, Some(unit), &fields).await?;
    if !dry_run {
        ready.save(cx, Some((unit, version))).await?;
        return whole(cx, unit).await.map(Json);
    }
    if register.get(unit).is_some_and(|known| known.version != version) {
        return Err(varde_store::Error::Stale.into());
    }
    let follows = follows(cx, &register, &ready.change).await?;
    Ok(Json(whole(cx, unit).await?.with(wire::Foreseen::new(&follows))))
}

/// Begins a unit.
#[utoipa::path(post, path = "/api/v1/units", tag = "people", request_body = wire::NewUnit,
    responses(
        (status = 201, description = "The new unit", body = wire::WholeUnit),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed there", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(super) async fn create(cx: Ctx, Json(body): Json<wire::NewUnit>) -> Result<Response, Error> {
    must_run_some(&cx)?;
    let fields = body.pairs(wire::Pairs::default()).fields();
    let change = step(&cx, Asks::Create, None, &fields).await?.0.save(&cx, None).await?;
    let id = change.after.first().map(|unit| unit.id).ok_or(Error::NotFound)?;
    Ok((StatusCode::CREATED, Json(whole(&cx, id).await?)).into_response())
}

/// Gives a unit another name, kind or numbers from a day.
#[utoipa::path(put, path = "/api/v1/units/{id}", tag = "people", request_body = wire::EditUnit,
    params(("id" = String, Path, description = "The unit's id")),
    responses(
        (status = 200, description = "The changed unit", body = wire::WholeUnit),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such unit", body = ProblemDetails),
        (status = 409, description = "Someone else changed it meanwhile", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(super) async fn update(
    cx: Ctx,
    Path(id): Path<UnitId>,
    Json(body): Json<wire::EditUnit>,
) -> Result<Json<wire::WholeUnit>, Error> {
    changed(&cx, Asks::Edit, (id, body.version), body.fields(), false).await
}

/// Moves a unit on a day.
#[utoipa::path(post, path = "/api/v1/units/{id}/move", tag = "people", request_body = wire::MoveUnit,
    params(("id" = String, Path, description = "The unit's id")),
    responses(
        (status = 200, description = "The moved unit", body = wire::WholeUnit),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such unit", body = ProblemDetails),
        (status = 409, description = "Someone else changed it meanwhile", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(super) async fn relocate(
    cx: Ctx,
    Path(id): Path<UnitId>,
    Json(body): Json<wire::MoveUnit>,
) -> Result<Json<wire::WholeUnit>, Error> {
    let (version, dry_run) = (body.version, body.dry_run);
    changed(&cx, Asks::Move, (id, version), body.fields(), dry_run).await
}

/// Merges units on a day.
#[utoipa::path(post, path = "/api/v1/units/{id}/merge", tag = "people", request_body = wire::MergeUnits,
    params(("id" = String, Path, description = "The unit's id")),
    responses(
        (status = 200, description = "The unit, with what it became among its changes", body = wire::WholeUnit),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such unit", body = ProblemDetails),
        (status = 409, description = "Someone else changed it meanwhile", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(super) async fn merge(
    cx: Ctx,
    Path(id): Path<UnitId>,
    Json(body): Json<wire::MergeUnits>,
) -> Result<Json<wire::WholeUnit>, Error> {
    let (version, dry_run) = (body.version, body.dry_run);
    changed(&cx, Asks::Merge, (id, version), body.fields(), dry_run).await
}

/// Splits a unit on a day.
#[utoipa::path(post, path = "/api/v1/units/{id}/split", tag = "people", request_body = wire::SplitUnit,
    params(("id" = String, Path, description = "The unit's id")),
    responses(
        (status = 200, description = "The unit, with what it became among its changes", body = wire::WholeUnit),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such unit", body = ProblemDetails),
        (status = 409, description = "Someone else changed it meanwhile", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(super) async fn split(
    cx: Ctx,
    Path(id): Path<UnitId>,
    Json(body): Json<wire::SplitUnit>,
) -> Result<Json<wire::WholeUnit>, Error> {
    let (version, dry_run) = (body.version, body.dry_run);
    changed(&cx, Asks::Split, (id, version), body.fields(), dry_run).await
}

/// Ends a unit on a day.
#[utoipa::path(post, path = "/api/v1/units/{id}/close", tag = "people", request_body = wire::CloseUnit,
    params(("id" = String, Path, description = "The unit's id")),
    responses(
        (status = 200, description = "The unit with its end", body = wire::WholeUnit),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such unit", body = ProblemDetails),
        (status = 409, description = "Someone else changed it meanwhile", body = ProblemDetails),
        (status = 422, description = "Something in it cannot be", body = ProblemDetails),
    ))]
pub(super) async fn close(
    cx: Ctx,
    Path(id): Path<UnitId>,
    Json(body): Json<wire::CloseUnit>,
) -> Result<Json<wire::WholeUnit>, Error> {
    let (version, dry_run) = (body.version, body.dry_run);
    changed(&cx, Asks::Close, (id, version), body.fields(), dry_run).await
}

/// Reads units from a table, the quality registries' tree or a DHIS2's metadata: all of it, or nothing.
#[utoipa::path(post, path = "/api/v1/units/import", tag = "people", request_body = wire::ImportUnits,
    responses(
        (status = 200, description = "What changes, or has been changed", body = wire::Imported),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for some unit of the file", body = ProblemDetails),
        (status = 404, description = "A unit of the file may not be known", body = ProblemDetails),
        (status = 409, description = "Someone else changed the organisation meanwhile", body = ProblemDetails),
        (status = 422, description = "Lines of the file that cannot be used", body = ProblemDetails),
    ))]
pub(super) async fn import(cx: Ctx, Json(body): Json<wire::ImportUnits>) -> Result<Json<wire::Imported>, Error> {
    must_run_some(&cx)?;
    let fields = wire::Pairs::default().set("on", body.on).fields();
    let mut problems = Problems::new();
    let on = fields.date("on", &mut problems).unwrap_or_else(|| cx.today());
    problems.result().map_err(Error::Invalid)?;
    let (plan, register) = beside(&cx, move |register| units(body.csv.as_bytes(), register, on)).await?;
    let plan = plan.map_err(Error::Invalid)?;
    let change = may_make(&cx, &register, plan.change)?;
    if body.apply {
        Ready::of(&cx, &register, change).await?.save(&cx, None).await?;
    }
    let changes = plan.planned.into_iter().map(|planned| wire::ImportedUnit {
        line: planned.line,
        code: planned.code,
        name: planned.name,
        effects: planned.effects.into_iter().map(|effect| name(effect).to_owned()).collect(),
    });
    Ok(Json(wire::Imported { applied: body.apply, unchanged: plan.n_unchanged, changes: changes.collect() }))
}

/// Reads Statistics Norway's counties (KLASS 104) or municipalities (KLASS 131) with all their versions: all of it,
/// or nothing.
#[utoipa::path(post, path = "/api/v1/units/import/klass", tag = "people", request_body = wire::ImportKlass,
    responses(
        (status = 200, description = "What changes, or has been changed", body = wire::KlassImported),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed for some unit of the tables", body = ProblemDetails),
        (status = 404, description = "A unit of the tables may not be known", body = ProblemDetails),
        (status = 409, description = "Someone else changed the organisation meanwhile", body = ProblemDetails),
        (status = 422, description = "Lines of the tables that cannot be used", body = ProblemDetails),
    ))]
pub(super) async fn import_klass(
    cx: Ctx,
    Json(body): Json<wire::ImportKlass>,
) -> Result<Json<wire::KlassImported>, Error> {
    must_run_some(&cx)?;
    let which = body.classification.parse::<Klass>().map_err(|()| {
        let mut problems = Problems::new();
        problems.field("classification", "web-problem-choice");
        Error::Invalid(problems)
    })?;
    let read = beside(&cx, move |register| klass(which, body.nodes.as_bytes(), body.edges.as_bytes(), register));
    let (change, register) = read.await?;
    let change = may_make(&cx, &register, change.map_err(Error::Invalid)?)?;
    let units = change.after.iter().map(|unit| wire::KlassUnit {
        code: unit.code.clone(),
        name: unit.name_on(cx.today()).map(|name| name.words.nb.clone()).unwrap_or_default(),
        created: register.get(unit.id).is_none(),
    });
    let told = wire::KlassImported { applied: body.apply, changes: units.collect() };
    if body.apply {
        Ready::of(&cx, &register, change).await?.save(&cx, None).await?;
    }
    Ok(Json(told))
}

const fn name(effect: Effect) -> &'static str {
    match effect {
        Effect::Created => "created",
        Effect::Renamed => "renamed",
        Effect::Moved => "moved",
        Effect::Closed => "closed",
        Effect::Corrected => "corrected",
    }
}

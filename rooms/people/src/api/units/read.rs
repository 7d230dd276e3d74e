//! Reading units and actors.

use std::sync::Arc;

use varde_kernel::UnitId;
use varde_web::{Ctx, Cursor, Error, Json, Listed, Path, ProblemDetails, Query};

use super::wire;
use crate::pages::units::{as_of, list::search};
use crate::store;

/// Units, today or as of a day.
#[utoipa::path(get, path = "/api/v1/units", tag = "people",
    params(
        ("q" = Option<String>, Query, description = "Words that a name holds, or a code or number"),
        ("kind" = Option<String>, Query, description = "Only this kind"),
        ("as_of" = Option<String>, Query, description = "The day, as 2026-11-22"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of units", body = Listed<wire::UnitOnDay>),
        (status = 400, description = "Bad cursor, limit, kind or day", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub(super) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<wire::UnitOnDay>>, Error> {
    cx.signed_in()?;
    let cursor = Cursor::read(&query)?;
    let (day, problem) = as_of(&query);
    if let Some(key) = problem {
        return Err(Error::BadRequest(key));
    }
    let kind: Option<varde_kernel::UnitKind> = match query.text("kind") {
        "" => None,
        text => Some(text.parse().map_err(|()| Error::BadRequest("web-problem-choice"))?),
    };
    let tree = match day {
        Some(day) => Arc::new(store::units::tree(cx.db(), day).await?),
        None => cx.tree().await?,
    };
    let words: String = query.text("q").chars().take(200).filter(|letter| !letter.is_control()).collect();
    let numbered = store::units::by_number(cx.db(), &words, day.unwrap_or_else(|| cx.today())).await?;
    let units = search(&tree, &words, &numbered, |unit| kind.is_none_or(|kind| kind == unit.kind));
    let size = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let page = units.into_iter().skip(size(cursor.skip)).take(size(cursor.fetch()));
    Ok(Json(cursor.page(page.map(wire::UnitOnDay::from).collect())))
}

/// One unit through its whole life.
#[utoipa::path(get, path = "/api/v1/units/{id}", tag = "people",
    params(("id" = String, Path, description = "The unit's id")),
    responses(
        (status = 200, description = "The unit", body = wire::WholeUnit),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such unit", body = ProblemDetails),
    ))]
pub(super) async fn show(cx: Ctx, Path(id): Path<UnitId>) -> Result<Json<wire::WholeUnit>, Error> {
    cx.signed_in()?;
    whole(&cx, id).await.map(Json)
}

pub(super) async fn whole(cx: &Ctx, id: UnitId) -> Result<wire::WholeUnit, Error> {
    let unit = store::units::get(cx.db(), id).await?.ok_or(Error::NotFound)?;
    let changes = store::units::changes(cx.db(), id).await?;
    Ok(wire::WholeUnit::new(&unit, &changes))
}

/// The actors of the plans, with their duties.
#[utoipa::path(get, path = "/api/v1/actors", tag = "people",
    params(
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of actors", body = Listed<wire::Actor>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub(super) async fn actors(cx: Ctx, Query(query): Query) -> Result<Json<Listed<wire::Actor>>, Error> {
    cx.signed_in()?;
    let cursor = Cursor::read(&query)?;
    let size = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let all = store::actors::actors(cx.db()).await?;
    let shown: Vec<_> = all.into_iter().skip(size(cursor.skip)).take(size(cursor.fetch())).collect();
    let ids: Vec<_> = shown.iter().map(|actor| actor.id).collect();
    let duties = store::actors::duties(cx.db(), &ids).await?;
    Ok(Json(cursor.page(shown.iter().map(|actor| wire::Actor::new(actor, &duties)).collect())))
}

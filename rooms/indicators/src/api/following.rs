//! What one follows, for other programs.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use jiff::Timestamp;
use varde_kernel::access::Action;
use varde_kernel::{IndicatorId, Problems, UnitId};
use varde_web::{Ctx, Error, Json, Listed, Path, ProblemDetails};

use super::wire;
use crate::pages::following::{forget, indicators_of, keep, news_of, own, see};
use crate::store;

/// What one follows, the oldest wish first, with how much is new in each.
#[utoipa::path(get, path = "/api/v1/following", tag = "indicators",
    responses(
        (status = 200, description = "All that one follows", body = Listed<wire::IndicatorFollowing>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub async fn list(cx: Ctx) -> Result<Json<Listed<wire::IndicatorFollowing>>, Error> {
    let tree = cx.tree().await?;
    let person = own(&cx, Action::Read, |person| person)?;
    let wishes = store::followed(cx.db(), *person).await?;
    let indicators = indicators_of(cx.db(), (cx.actor(), &tree), wishes.iter()).await?;
    let news = news_of(&cx, &tree).await?;
    let items = wishes
        .into_iter()
        .filter(|wish| indicators.contains_key(&wish.indicator))
        .map(|wish| wire::IndicatorFollowing::new(wish, &news))
        .collect();
    Ok(Json(Listed { items, next_cursor: None }))
}

/// Follows an indicator at a unit, or changes how.
#[utoipa::path(put, path = "/api/v1/indicators/{id}/units/{unit}/following", tag = "indicators",
    request_body = wire::NewFollowing,
    params(
        ("id" = String, Path, description = "The indicator's id"),
        ("unit" = String, Path, description = "The unit's id"),
    ),
    responses(
        (status = 204, description = "It is followed"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "A token that may only read", body = ProblemDetails),
        (status = 404, description = "No such indicator", body = ProblemDetails),
        (status = 422, description = "No such unit, or too much is followed already", body = ProblemDetails),
    ))]
pub async fn put(
    cx: Ctx,
    Path(place): Path<(IndicatorId, UnitId)>,
    Json(body): Json<wire::NewFollowing>,
) -> Result<Response, Error> {
    if let Some((field, key)) = keep(&cx, place, (body.below, body.mail)).await? {
        let mut problems = Problems::new();
        problems.field(field, key);
        return Err(Error::Invalid(problems));
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Stops following an indicator at a unit.
#[utoipa::path(delete, path = "/api/v1/indicators/{id}/units/{unit}/following", tag = "indicators",
    params(
        ("id" = String, Path, description = "The indicator's id"),
        ("unit" = String, Path, description = "The unit's id"),
    ),
    responses(
        (status = 204, description = "It is followed no longer"),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "A token that may only read", body = ProblemDetails),
        (status = 404, description = "It was not followed", body = ProblemDetails),
    ))]
pub async fn delete(cx: Ctx, Path(place): Path<(IndicatorId, UnitId)>) -> Result<Response, Error> {
    forget(&cx, place).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Says that one has seen what came before an instant, in all that one follows.
#[utoipa::path(post, path = "/api/v1/following/seen", tag = "indicators", request_body = wire::FollowingSeen,
    responses(
        (status = 204, description = "It is kept"),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "A token that may only read", body = ProblemDetails),
        (status = 422, description = "No instant where one is wanted", body = ProblemDetails),
    ))]
pub async fn seen(cx: Ctx, Json(body): Json<wire::FollowingSeen>) -> Result<Response, Error> {
    cx.signed_in()?;
    let Ok(until) = body.until.parse::<Timestamp>() else {
        let mut problems = Problems::new();
        problems.field("until", "web-problem-choice");
        return Err(Error::Invalid(problems));
    };
    see(&cx, None, until.min(cx.now())).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

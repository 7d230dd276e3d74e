//! Roles held on units.

use std::str::FromStr;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_kernel::access::{Action, Kind, Target};
use varde_kernel::{HoldingId, PersonId, Problems, UnitId, UnitTree};
use varde_web::{Ctx, Cursor, Error, Fields, Json, Listed, Path, ProblemDetails, Query, read_date};

use super::wire;
use crate::model::lookups::What;
use crate::model::persons::Holding;
use crate::pages::holdings as pages;
use crate::pages::lookups::looked;
use crate::store::{holdings, persons};

fn filter<T: FromStr>(query: &Fields, name: &str) -> Result<Option<T>, Error> {
    match query.text(name) {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Error::BadRequest("people-refused-filter")),
    }
}

fn wire(cx: &Ctx, tree: &UnitTree, holding: &Holding, name: Option<String>) -> wire::RoleHeld {
    let tells = cx.may(Action::Edit, &holdings::target(tree, holding.unit));
    wire::RoleHeld::new(holding, name, tree, tells)
}

async fn whole(cx: &Ctx, id: HoldingId) -> Result<wire::RoleHeld, Error> {
    let tree = cx.tree().await?;
    let holding = holdings::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    let name = persons::person_name(cx.db(), holding.person).await?;
    Ok(wire(cx, &tree, &holding, name))
}

/// Who holds which role where.
#[utoipa::path(get, path = "/api/v1/holdings", tag = "people", operation_id = "list_holdings",
    params(
        ("unit" = Option<String>, Query, description = "Only on this unit"),
        ("person" = Option<String>, Query, description = "Only of this person"),
        ("on" = Option<String>, Query, description = "Only those that hold on this day, as 2026-11-22"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of roles held", body = Listed<wire::RoleHeld>),
        (status = 400, description = "Bad cursor, limit, id or day", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub(super) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<wire::RoleHeld>>, Error> {
    cx.must(Action::Read, &Target::central(Kind::Holding))?;
    let cursor = Cursor::read(&query)?;
    let on = match query.text("on") {
        "" => None,
        text => Some(read_date(text).ok_or(Error::BadRequest("people-refused-filter"))?),
    };
    let wanted = holdings::Wanted { unit: filter(&query, "unit")?, person: filter(&query, "person")?, on };
    let found = holdings::list(cx.db(), wanted, cursor.fetch(), cursor.skip).await?;
    // Who holds a role where is open; going through what one person holds is looking that person up.
    if let Some(person) = wanted.person {
        looked(&cx, &[person], What::Roles).await?;
    }
    let ids: Vec<PersonId> = found.iter().map(|holding| holding.person).collect();
    let names = persons::names(cx.db(), &ids).await?;
    let tree = cx.tree().await?;
    let items = found.iter().map(|holding| wire(&cx, &tree, holding, names.get(&holding.person).cloned())).collect();
    Ok(Json(cursor.page(items)))
}

/// Gives a role.
#[utoipa::path(post, path = "/api/v1/holdings", tag = "people", operation_id = "give_role", request_body = wire::GiveRole, responses(
    (status = 201, description = "The role held", body = wire::RoleHeld),
    (status = 400, description = "The body is not as described", body = ProblemDetails),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "Not allowed", body = ProblemDetails),
    (status = 404, description = "No such person, or not to be seen", body = ProblemDetails),
    (status = 422, description = "Something in it cannot be, or not on that unit", body = ProblemDetails),
))]
pub(super) async fn create(cx: Ctx, Json(body): Json<wire::GiveRole>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let person = PersonId::from_uuid(body.person_id);
    persons::open(cx.db(), cx.actor(), &tree, person, Action::Read).await?;
    if tree.get(UnitId::from_uuid(body.unit_id)).is_some() {
        cx.must(Action::Create, &holdings::target(&tree, UnitId::from_uuid(body.unit_id)))?;
    }
    looked(&cx, &[person], What::Roles).await?;
    let mut problems = Problems::new();
    let given = pages::given(&cx, &tree, person, &body.fields(), &mut problems).await?;
    let id = given.ok_or(Error::Invalid(problems))?;
    Ok((StatusCode::CREATED, Json(whole(&cx, id).await?)).into_response())
}

/// Ends a role after a day.
#[utoipa::path(post, path = "/api/v1/holdings/{id}/end", tag = "people", operation_id = "end_role", request_body = wire::EndRole,
    params(("id" = String, Path, description = "The holding's id")), responses(
    (status = 200, description = "The role held", body = wire::RoleHeld),
    (status = 400, description = "The body is not as described", body = ProblemDetails),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "Not allowed", body = ProblemDetails),
    (status = 404, description = "No such role, or not to be seen", body = ProblemDetails),
    (status = 409, description = "Someone else changed it meanwhile", body = ProblemDetails),
    (status = 422, description = "That day cannot be", body = ProblemDetails),
))]
pub(super) async fn end(
    cx: Ctx,
    Path(id): Path<HoldingId>,
    Json(body): Json<wire::EndRole>,
) -> Result<Json<wire::RoleHeld>, Error> {
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let (last, grounds) = pages::read_end(&body.fields(), &mut problems);
    let ended = pages::ended(&cx, &tree, id, last, &grounds, &mut problems).await?;
    let person = ended.ok_or(Error::Invalid(problems))?;
    looked(&cx, &[person], What::Roles).await?;
    whole(&cx, id).await.map(Json)
}

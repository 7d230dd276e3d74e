//! Persons, for those who run their accounts.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_kernel::access::{self, Action, Granted, Kind, Target};
use varde_kernel::{PersonId, Problems};
use varde_web::{Ctx, Cursor, Error, Fields, Json, Listed, Path, ProblemDetails, Query};

use super::wire;
use crate::model::lookups::What;
use crate::model::persons::Person;
use crate::pages::lookups::looked;
use crate::pages::persons as pages;
use crate::store::persons;

async fn open(cx: &Ctx, id: PersonId, action: Action) -> Result<Granted<Person>, Error> {
    Ok(persons::open(cx.db(), cx.actor(), &*cx.tree().await?, id, action).await?)
}

/// The person, to be changed by a step whose answer is not the person; that it was opened is noted.
async fn to_edit(cx: &Ctx, id: PersonId) -> Result<Granted<Person>, Error> {
    let person = open(cx, id, Action::Edit).await?;
    looked(cx, &[id], What::Account).await?;
    Ok(person)
}

/// The person as it is told; that it was told is noted.
async fn whole(cx: &Ctx, id: PersonId) -> Result<wire::Person, Error> {
    let person = open(cx, id, Action::Read).await?;
    looked(cx, &[id], What::Page).await?;
    Ok(wire::Person::from(&*person))
}

/// The persons whom one may see.
#[utoipa::path(get, path = "/api/v1/people", tag = "people", operation_id = "list_people",
    params(
        ("q" = Option<String>, Query, description = "Letters in the name, the user name or the e-mail"),
        ("unit" = Option<String>, Query, description = "Only those who work in this unit or below it"),
        ("active" = Option<String>, Query, description = "`yes` or `no`"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of persons", body = Listed<wire::Person>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No role that lets one see persons", body = ProblemDetails),
    ))]
pub(super) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<wire::Person>>, Error> {
    cx.must(Action::Read, &Target::central(Kind::Person))?;
    let cursor = Cursor::read(&query)?;
    let asked = pages::Asked::read(&query);
    let scope = access::scope(cx.actor(), Kind::Person);
    let found = persons::list(cx.db(), &pages::wanted(&cx, &scope, &asked), cursor.fetch(), cursor.skip).await?;
    let page = cursor.page(found);
    looked(&cx, &pages::ids(&page.items), What::List).await?;
    let items = page.items.iter().map(wire::Person::from).collect();
    Ok(Json(Listed { items, next_cursor: page.next_cursor }))
}

/// Makes a person, with a local account when a user name is given.
#[utoipa::path(post, path = "/api/v1/people", tag = "people", operation_id = "create_person", request_body = wire::NewPerson, responses(
    (status = 201, description = "Made; the password is told this once", body = wire::MadePerson),
    (status = 400, description = "The body is not as described", body = ProblemDetails),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "Not an administrator", body = ProblemDetails),
    (status = 404, description = "Not an administrator", body = ProblemDetails),
    (status = 422, description = "Something in it cannot be", body = ProblemDetails),
))]
pub(super) async fn create(cx: Ctx, Json(body): Json<wire::NewPerson>) -> Result<Response, Error> {
    cx.must(Action::Create, &Target::central(Kind::Person))?;
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let read = pages::read(&body.fields(), &tree, &mut problems);
    let made = pages::made(&cx, &tree, read, body.link_by_email, &mut problems).await?;
    let Some((id, one_time_password)) = made else { return Err(Error::Invalid(problems)) };
    let person = whole(&cx, id).await?;
    Ok((StatusCode::CREATED, Json(wire::MadePerson { person, one_time_password })).into_response())
}

/// One person.
#[utoipa::path(get, path = "/api/v1/people/{id}", tag = "people", operation_id = "show_person",
    params(("id" = String, Path, description = "The person's id")), responses(
    (status = 200, description = "The person", body = wire::Person),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 404, description = "No such person, or not to be seen", body = ProblemDetails),
))]
pub(super) async fn show(cx: Ctx, Path(id): Path<PersonId>) -> Result<Json<wire::Person>, Error> {
    whole(&cx, id).await.map(Json)
}

/// Changes name, e-mail, unit, or whether a provider may link.
#[utoipa::path(put, path = "/api/v1/people/{id}", tag = "people", operation_id = "update_person", request_body = wire::EditPerson,
    params(("id" = String, Path, description = "The person's id")), responses(
    (status = 200, description = "The changed person", body = wire::Person),
    (status = 400, description = "The body is not as described", body = ProblemDetails),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "Not allowed", body = ProblemDetails),
    (status = 404, description = "No such person, or not to be seen", body = ProblemDetails),
    (status = 409, description = "Someone else changed it meanwhile", body = ProblemDetails),
    (status = 422, description = "Something in it cannot be", body = ProblemDetails),
))]
pub(super) async fn update(
    cx: Ctx,
    Path(id): Path<PersonId>,
    Json(body): Json<wire::EditPerson>,
) -> Result<Json<wire::Person>, Error> {
    let tree = cx.tree().await?;
    let person = open(&cx, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let read = pages::read(&body.fields(), &tree, &mut problems);
    let saved = pages::changed(&cx, &tree, person, read, body.link_by_email, body.version, &mut problems).await?;
    saved.ok_or(Error::Invalid(problems))?;
    whole(&cx, id).await.map(Json)
}

/// Closes an account; sessions and tokens end at once.
#[utoipa::path(post, path = "/api/v1/people/{id}/deactivate", tag = "people", request_body = wire::Why,
    params(("id" = String, Path, description = "The person's id")), responses(
    (status = 200, description = "The person", body = wire::Person),
    (status = 400, description = "The body is not as described", body = ProblemDetails),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "Not allowed", body = ProblemDetails),
    (status = 404, description = "No such person, or not to be seen", body = ProblemDetails),
    (status = 422, description = "No reason, or one's own account", body = ProblemDetails),
))]
pub(super) async fn deactivate(
    cx: Ctx,
    Path(id): Path<PersonId>,
    Json(body): Json<wire::Why>,
) -> Result<Json<wire::Person>, Error> {
    let person = open(&cx, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let why = Fields::new(vec![("why".into(), body.why)]).required("why", &mut problems);
    pages::closed(&cx, &person, &why, &mut problems).await?;
    problems.result().map_err(Error::Invalid)?;
    whole(&cx, id).await.map(Json)
}

/// Opens an account again.
#[utoipa::path(post, path = "/api/v1/people/{id}/reactivate", tag = "people",
    params(("id" = String, Path, description = "The person's id")), responses(
    (status = 200, description = "The person", body = wire::Person),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "Not allowed", body = ProblemDetails),
    (status = 404, description = "No such person, or not to be seen", body = ProblemDetails),
))]
pub(super) async fn reactivate(cx: Ctx, Path(id): Path<PersonId>) -> Result<Json<wire::Person>, Error> {
    let person = open(&cx, id, Action::Edit).await?;
    let tx = cx.begin().await?;
    persons::set_active(&tx, &person, true, "").await?;
    tx.commit().await?;
    whole(&cx, id).await.map(Json)
}

/// Gives a one-time password; all sessions and tokens of the person end.
#[utoipa::path(post, path = "/api/v1/people/{id}/password", tag = "people", request_body = wire::ResetPassword,
    params(("id" = String, Path, description = "The person's id")), responses(
    (status = 200, description = "The password, told this once", body = wire::MadePassword),
    (status = 400, description = "The body is not as described", body = ProblemDetails),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "Not allowed", body = ProblemDetails),
    (status = 404, description = "No such person, or not to be seen", body = ProblemDetails),
    (status = 422, description = "The user name cannot be", body = ProblemDetails),
))]
pub(super) async fn reset_password(
    cx: Ctx,
    Path(id): Path<PersonId>,
    Json(body): Json<wire::ResetPassword>,
) -> Result<Json<wire::MadePassword>, Error> {
    let person = to_edit(&cx, id).await?;
    let mut problems = Problems::new();
    let typed = body.username.unwrap_or_default();
    let made = pages::reset(&cx, &person, &typed, &mut problems).await?;
    let (username, one_time_password) = made.ok_or(Error::Invalid(problems))?;
    Ok(Json(wire::MadePassword { username, one_time_password }))
}

/// Takes the provider's identities away from a person.
#[utoipa::path(delete, path = "/api/v1/people/{id}/identities", tag = "people",
    params(("id" = String, Path, description = "The person's id")), responses(
    (status = 204, description = "Taken away"),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "Not allowed", body = ProblemDetails),
    (status = 404, description = "No such person, or not to be seen", body = ProblemDetails),
))]
pub(super) async fn unlink(cx: Ctx, Path(id): Path<PersonId>) -> Result<StatusCode, Error> {
    let person = to_edit(&cx, id).await?;
    let tx = cx.begin().await?;
    persons::unlink(&tx, &person).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

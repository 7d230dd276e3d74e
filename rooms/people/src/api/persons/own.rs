//! One's own account.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_kernel::access::{Action, Actor};
use varde_kernel::{Locale, PersonId, Problems, SessionId, TokenId};
use varde_web::ui::Scheme;
use varde_web::{Ctx, Error, Fields, Json, Path, ProblemDetails};

use super::wire;
use crate::pages::{me, tokens as token_pages};
use crate::store::{persons, sessions, tokens};

fn id(cx: &Ctx) -> Result<PersonId, Error> {
    Ok(cx.signed_in()?.person)
}

async fn whole(cx: &Ctx) -> Result<wire::Me, Error> {
    let person = persons::open_own(cx.db(), cx.actor(), id(cx)?, Action::Read).await?;
    let roles = cx
        .actor()
        .held()
        .iter()
        .map(|held| wire::OwnRole { role: held.role.name().to_owned(), unit_id: held.unit.uuid() })
        .collect();
    let read_only = matches!(cx.actor(), Actor::Person { read_only: true, .. });
    Ok(wire::Me { person: wire::Person::from(&*person), roles, read_only })
}

/// Oneself, with the roles that hold today.
#[utoipa::path(get, path = "/api/v1/me", tag = "people", operation_id = "show_me", responses(
    (status = 200, description = "Oneself", body = wire::Me),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 404, description = "No such person any more", body = ProblemDetails),
))]
pub(super) async fn show(cx: Ctx) -> Result<Json<wire::Me>, Error> {
    whole(&cx).await.map(Json)
}

/// Changes one's name, language or appearance.
#[utoipa::path(put, path = "/api/v1/me", tag = "people", operation_id = "update_me", request_body = wire::EditMe, responses(
    (status = 200, description = "Oneself, changed", body = wire::Me),
    (status = 400, description = "The body is not as described", body = ProblemDetails),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "The token only reads", body = ProblemDetails),
    (status = 404, description = "No such person any more", body = ProblemDetails),
    (status = 409, description = "Changed meanwhile", body = ProblemDetails),
    (status = 422, description = "Something in it cannot be", body = ProblemDetails),
))]
pub(super) async fn update(cx: Ctx, Json(body): Json<wire::EditMe>) -> Result<Json<wire::Me>, Error> {
    let tx = cx.begin().await?;
    let mut person = persons::open_own(&tx, cx.actor(), id(&cx)?, Action::Edit).await?;
    let fields = Fields::new(vec![("name".into(), body.name), ("locale".into(), body.locale)]);
    let mut problems = Problems::new();
    person.name = fields.required("name", &mut problems);
    let locale: Option<Locale> = fields.choice("locale", &mut problems);
    if locale.is_none() && problems.of_field("locale").is_none() {
        problems.field("locale", "web-problem-choice");
    }
    let scheme = Scheme::from_name(&body.scheme);
    if scheme.is_none() {
        problems.field("scheme", "web-problem-choice");
    }
    problems.result().map_err(Error::Invalid)?;
    person.locale = locale;
    scheme.unwrap_or_default().name().clone_into(&mut person.scheme);
    person.keeps_drafts = body.keeps_drafts.unwrap_or(person.keeps_drafts);
    person.version = body.version;
    persons::save(&tx, &person).await?;
    tx.commit().await?;
    whole(&cx).await.map(Json)
}

/// Changes one's password. All one's sessions and tokens end, also a token that asks; a session that asks gets a new
/// cookie.
#[utoipa::path(post, path = "/api/v1/me/password", tag = "people", request_body = wire::ChangePassword, responses(
    (status = 204, description = "Changed"),
    (status = 400, description = "The body is not as described", body = ProblemDetails),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "The token only reads", body = ProblemDetails),
    (status = 404, description = "There is no local account", body = ProblemDetails),
    (status = 422, description = "The present password is wrong, or the new one is not good enough", body = ProblemDetails),
    (status = 429, description = "Too many tries", body = ProblemDetails),
))]
pub(super) async fn change_password(cx: Ctx, Json(body): Json<wire::ChangePassword>) -> Result<Response, Error> {
    let pairs = [("current", &body.current), ("new", &body.new), ("repeat", &body.new)];
    let fields = Fields::new(pairs.map(|(name, value)| (name.to_owned(), value.clone())).into());
    let mut problems = Problems::new();
    let done = StatusCode::NO_CONTENT.into_response();
    me::changed_password(&cx, &fields, &mut problems, done).await?.ok_or(Error::Invalid(problems))
}

/// Where one is signed in.
#[utoipa::path(get, path = "/api/v1/me/sessions", tag = "people", responses(
    (status = 200, description = "One's sessions", body = [wire::OwnSession]),
    (status = 401, description = "Not signed in", body = ProblemDetails),
))]
pub(super) async fn sessions(cx: Ctx) -> Result<Json<Vec<wire::OwnSession>>, Error> {
    let visitor = cx.signed_in()?;
    let found = sessions::of(cx.db(), visitor.person).await?;
    let live = found
        .iter()
        .filter(|session| crate::rules::persons::session_lives(session.seen_at, session.expires_at, cx.now()));
    Ok(Json(live.map(|session| wire::OwnSession::new(session, visitor.session == Some(session.id))).collect()))
}

/// Ends one of one's sessions.
#[utoipa::path(delete, path = "/api/v1/me/sessions/{id}", tag = "people",
    params(("id" = String, Path, description = "The session's id")), responses(
    (status = 204, description = "Ended"),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "The token only reads", body = ProblemDetails),
    (status = 404, description = "No such session of one's own", body = ProblemDetails),
))]
pub(super) async fn end_session(cx: Ctx, Path(id): Path<SessionId>) -> Result<StatusCode, Error> {
    let tx = cx.begin().await?;
    let session = sessions::open(&tx, cx.actor(), id, Action::Edit).await?;
    sessions::end(&tx, &session).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends all one's sessions but the one that asks.
#[utoipa::path(delete, path = "/api/v1/me/sessions", tag = "people", responses(
    (status = 204, description = "Ended"),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "The token only reads", body = ProblemDetails),
    (status = 404, description = "No such person any more", body = ProblemDetails),
))]
pub(super) async fn end_others(cx: Ctx) -> Result<StatusCode, Error> {
    let visitor = cx.signed_in()?;
    let tx = cx.begin().await?;
    persons::open_own(&tx, cx.actor(), visitor.person, Action::Edit).await?;
    sessions::end_all(&tx, visitor.person, visitor.session).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// One's tokens, without what they say.
#[utoipa::path(get, path = "/api/v1/me/tokens", tag = "people", responses(
    (status = 200, description = "One's tokens", body = [wire::OwnToken]),
    (status = 401, description = "Not signed in", body = ProblemDetails),
))]
pub(super) async fn tokens(cx: Ctx) -> Result<Json<Vec<wire::OwnToken>>, Error> {
    let found = tokens::of(cx.db(), id(&cx)?).await?;
    Ok(Json(found.iter().map(wire::OwnToken::from).collect()))
}

/// Makes a token; only in a signed-in session, so that no token prolongs itself.
#[utoipa::path(post, path = "/api/v1/me/tokens", tag = "people", request_body = wire::NewToken, responses(
    (status = 201, description = "Made; the token is told this once", body = wire::MadeToken),
    (status = 400, description = "The body is not as described", body = ProblemDetails),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "A token cannot make tokens", body = ProblemDetails),
    (status = 422, description = "Something in it cannot be", body = ProblemDetails),
))]
pub(super) async fn make_token(cx: Ctx, Json(body): Json<wire::NewToken>) -> Result<Response, Error> {
    let pairs = [("name", body.name), ("scope", body.scope), ("days", body.days.to_string())];
    let fields = Fields::new(pairs.map(|(name, value)| (name.to_owned(), value)).into());
    let mut problems = Problems::new();
    let Some((name, scope, days)) = token_pages::read(&fields, &mut problems) else {
        return Err(Error::Invalid(problems));
    };
    let (id, token) = token_pages::make(&cx, name, scope, days).await?;
    Ok((StatusCode::CREATED, Json(wire::MadeToken { id: id.uuid(), token })).into_response())
}

/// Revokes one of one's tokens.
#[utoipa::path(delete, path = "/api/v1/me/tokens/{id}", tag = "people",
    params(("id" = String, Path, description = "The token's id")), responses(
    (status = 204, description = "Revoked"),
    (status = 401, description = "Not signed in", body = ProblemDetails),
    (status = 403, description = "The token only reads", body = ProblemDetails),
    (status = 404, description = "No such token of one's own", body = ProblemDetails),
))]
pub(super) async fn revoke_token(cx: Ctx, Path(id): Path<TokenId>) -> Result<StatusCode, Error> {
    let tx = cx.begin().await?;
    let token = tokens::open(&tx, cx.actor(), id, Action::Edit).await?;
    tokens::revoke(&tx, &token).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

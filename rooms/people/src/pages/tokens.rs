//! One's own tokens for the API.

use std::time::Duration;

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::{self, Action, Target};
use varde_kernel::{Place, Problems, TokenId};
use varde_web::{Ctx, Error, Fields, Form, Path};

use crate::model::persons::TokenScope;
use crate::rules::persons::MAX_TOKEN_DAYS;
use crate::store::tokens::{self, NewToken};
use crate::views;

/// `GET /me/tokens`: one's tokens, and a form for another.
pub(crate) async fn list(cx: Ctx) -> Result<Response, Error> {
    page(&cx, StatusCode::OK, &views::tokens::Typed::default(), &Problems::new()).await
}

async fn page(
    cx: &Ctx,
    status: StatusCode,
    typed: &views::tokens::Typed,
    problems: &Problems,
) -> Result<Response, Error> {
    let tokens = tokens::of(cx.db(), cx.signed_in()?.person).await?;
    Ok(cx
        .page(cx.t("people-token-title"))
        .lead(cx.t("people-token-lead"))
        .crumb(cx.t("people-me-title"), "/me")
        .status(status)
        .body(views::tokens::page(cx, &tokens, typed, problems)))
}

/// `POST /me/tokens`: makes a token and shows it, this once.
pub(crate) async fn create(cx: Ctx, Form(form): Form) -> Result<Response, Error> {
    let mut problems = Problems::new();
    let Some((name, scope, days)) = read(&form, &mut problems) else {
        let text = |name: &str| form.text(name).to_owned();
        let typed = views::tokens::Typed { name: text("name"), days: text("days"), scope: text("scope") };
        return page(&cx, StatusCode::UNPROCESSABLE_ENTITY, &typed, &problems).await;
    };
    let text = make(&cx, name.clone(), scope, days).await?.1;
    Ok(cx
        .page(cx.t("people-token-made"))
        .crumb(cx.t("people-me-title"), "/me")
        .crumb(cx.t("people-token-title"), "/me/tokens")
        .body(views::tokens::made(&cx, &name, &text)))
}

/// Reads what is said about a new token; the API says it in the same fields.
pub(crate) fn read(form: &Fields, problems: &mut Problems) -> Option<(String, TokenScope, i64)> {
    let name = form.required("name", problems);
    let scope: Option<TokenScope> = form.choice("scope", problems);
    let days = form.whole("days", problems);
    if scope.is_none() && problems.of_field("scope").is_none() {
        problems.field("scope", "web-problem-required");
    }
    if problems.of_field("days").is_none() && !days.is_some_and(|days| (1..=MAX_TOKEN_DAYS).contains(&days)) {
        problems.push(Place::Field("days"), "people-token-days-refused", vec![("max", MAX_TOKEN_DAYS.to_string())]);
    }
    if problems.is_empty() { Some((name, scope?, days?)) } else { None }
}

/// Makes a token of one's own. Only someone who has signed in may: a token that makes tokens would
/// never end.
pub(crate) async fn make(cx: &Ctx, name: String, scope: TokenScope, days: i64) -> Result<(TokenId, String), Error> {
    let visitor = cx.signed_in()?;
    if visitor.session.is_none() {
        return Err(Error::Forbidden);
    }
    let seconds = u64::try_from(days).unwrap_or(0).saturating_mul(24 * 3600);
    let expires_at = cx.now().checked_add(Duration::from_secs(seconds)).unwrap_or(cx.now());
    let new = NewToken { name, scope, expires_at };
    let new = access::grant(cx.actor(), Action::Create, &Target::own(visitor.person), new)?;
    let tx = cx.begin().await?;
    let made = tokens::insert(&tx, visitor.person, &new).await?;
    tx.commit().await?;
    Ok(made)
}

/// `GET /me/tokens/{id}/revoke`: asks first, since programs that use the token stop at once.
pub(crate) async fn ask_revoke(cx: Ctx, Path(id): Path<TokenId>) -> Result<Response, Error> {
    let token = tokens::open(cx.db(), cx.actor(), id, Action::Edit).await?;
    Ok(cx
        .page(cx.t("people-token-revoke-title"))
        .crumb(cx.t("people-me-title"), "/me")
        .crumb(cx.t("people-token-title"), "/me/tokens")
        .body(views::tokens::ask_revoke(&cx, &token)))
}

/// `POST /me/tokens/{id}/revoke`: ends a token.
pub(crate) async fn revoke(cx: Ctx, Path(id): Path<TokenId>, Form(_): Form) -> Result<Response, Error> {
    let tx = cx.begin().await?;
    let token = tokens::open(&tx, cx.actor(), id, Action::Edit).await?;
    tokens::revoke(&tx, &token).await?;
    tx.commit().await?;
    Ok(cx.done("/me/tokens", "people-token-revoked"))
}

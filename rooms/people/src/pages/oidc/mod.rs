//! Coming in through a provider (OpenID Connect, authorization code with PKCE).
//!
//! A person is known by issuer and subject, never by a name or an address. The first time, an
//! identity is linked to a person only when an administrator has registered the e-mail for that,
//! and the provider says that it has verified it.

mod http;
mod provider;

use ::http::HeaderMap;
use axum::response::Response;
use varde_kernel::access::{Author, System};
use varde_store::Tx;
use varde_web::proxies::counted;
use varde_web::{Ctx, Error, Query, cookies, limits, secret_text};

use self::provider::{Claims, Provider};
use super::sign_in::{enter_as, way_back};
use crate::model::persons::{NewPerson, Person, SignedInBy};
use crate::store::{logins, persons};

/// Binds a sign-in under way to the browser that began it.
const BROWSER: &str = "varde_oidc";
/// How long that cookie lives, in seconds.
const BROWSER_SECONDS: u32 = 600;
/// How many sign-ins an address may begin in a quarter of an hour.
const BEGINNINGS: u32 = 300;

/// What the provider's button says; `None` when no provider is set up.
pub(super) fn label(cx: &Ctx) -> Option<String> {
    let settings = &cx.app().config().settings;
    Provider::from_settings(settings, &cx.app().config().public_url)?;
    Some(settings.get("oidc.label").cloned().unwrap_or_else(|| cx.t("people-signin-provider")))
}

fn provider(cx: &Ctx) -> Result<Provider, Error> {
    let config = cx.app().config();
    Provider::from_settings(&config.settings, &config.public_url).ok_or(Error::NotFound)
}

fn failed(cx: &Ctx, cause: &provider::ProviderError) -> Response {
    tracing::warn!(request_id = cx.request_id(), %cause, "signing in through the provider failed");
    cx.go("/sign-in?problem=provider")
}

/// `GET /sign-in/oidc`: sends the visitor to the provider.
pub(crate) async fn leave(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let provider = provider(&cx)?;
    if let Some(peer) = cx.peer() {
        limits::count(&format!("oidc {}", counted(peer)), BEGINNINGS, cx.now())?;
    }
    let (state, browser) = (secret()?, secret()?);
    let (address, nonce, verifier) = match provider.address(&state, cx.now()).await {
        Ok(ready) => ready,
        Err(error) => return Ok(failed(&cx, &error)),
    };
    let login = logins::Login { nonce, verifier, back: way_back(query.text("back")).to_owned() };
    let tx = cx.begin_anonymous().await?;
    logins::insert(&tx, &state, &browser, &login).await?;
    tx.commit().await?;
    let mut response = cx.go(&address);
    cookies::set(&mut response, cx.app(), BROWSER, &browser, Some(BROWSER_SECONDS));
    Ok(response)
}

fn secret() -> Result<String, Error> {
    Ok(secret_text().ok_or(varde_store::Error::Random)?)
}

/// `GET /sign-in/oidc/callback`: the visitor comes back. The state is good once, in the browser
/// that began, for ten minutes.
pub(crate) async fn callback(cx: Ctx, headers: HeaderMap, Query(query): Query) -> Result<Response, Error> {
    let provider = provider(&cx)?;
    let browser = cookies::get(&headers, cx.app(), BROWSER).unwrap_or_default();
    let tx = cx.begin_anonymous().await?;
    let login = logins::take(&tx, query.text("state"), browser).await?;
    tx.commit().await?;
    let Some(login) = login else { return Err(Error::BadRequest("people-oidc-over")) };
    let mut response = finish(&cx, &provider, &query, login).await?;
    cookies::clear(&mut response, cx.app(), BROWSER);
    Ok(response)
}

async fn finish(
    cx: &Ctx,
    provider: &Provider,
    query: &varde_web::Fields,
    login: logins::Login,
) -> Result<Response, Error> {
    // Answers of another provider do not count here (RFC 9207).
    let is_theirs = query.text("iss").is_empty() || query.text("iss") == provider.issuer();
    if query.has("error") || !query.has("code") || !is_theirs {
        return Ok(failed(cx, &provider::ProviderError::Refused));
    }
    let claims = match provider.claims(query.text("code"), login.verifier, login.nonce, cx.now()).await {
        Ok(claims) => claims,
        Err(error) => return Ok(failed(cx, &error)),
    };
    match person(cx, provider, &claims).await? {
        Some(person) if person.active => enter_as(cx, person.id, SignedInBy::Oidc, way_back(&login.back)).await,
        _ => {
            tracing::info!(request_id = cx.request_id(), "the provider knows someone whom we do not");
            Ok(cx.go("/sign-in?problem=unknown"))
        }
    }
}

/// The person behind an identity: linked before, or linked now by a registered e-mail, or made now
/// where the installation allows that.
async fn person(cx: &Ctx, provider: &Provider, claims: &Claims) -> Result<Option<Person>, Error> {
    // Whoever runs the machine decided by its settings that providers may let people in.
    let tx = cx.db().begin_write(Author::System(System::Console), cx.now()).await?;
    if let Some(known) = persons::by_identity(&tx, provider.issuer(), &claims.subject).await? {
        return Ok(Some(known));
    }
    let waiting = match &claims.verified_email {
        Some(email) => persons::waiting_for_link(&tx, email).await?,
        None => Vec::new(),
    };
    let person = match waiting.as_slice() {
        [one] => Some(one.clone()),
        [] if provider.makes_persons() => Some(make(&tx, claims).await?),
        // Nobody, or several of whom none is certain.
        _ => None,
    };
    if let Some(person) = &person {
        persons::link(&tx, person, provider.issuer(), &claims.subject).await?;
        tx.commit().await?;
    }
    Ok(person)
}

/// A person without any role: an administrator gives those.
async fn make(tx: &Tx, claims: &Claims) -> Result<Person, Error> {
    let name = claims.name.clone().or_else(|| claims.verified_email.clone()).unwrap_or_else(|| claims.subject.clone());
    let new = NewPerson {
        name: name.chars().filter(|letter| !letter.is_control()).take(varde_web::MAX_TEXT).collect(),
        email: claims.verified_email.clone(),
        ..NewPerson::default()
    };
    let id = persons::create(tx, new).await?;
    persons::get(tx, id).await?.ok_or(Error::NotFound)
}

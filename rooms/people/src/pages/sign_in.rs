//! Coming in with user name and password, and going out.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::PersonId;
use varde_kernel::access::Author;
use varde_web::proxies::counted;
use varde_web::{Ctx, Error, Form, Query, cookies, limits, local};

use super::oidc;
use crate::model::persons::SignedInBy;
use crate::rules::persons::LONGEST;
use crate::store::{passwords, persons, sessions};
use crate::views;

/// So many more tries has a user name over all addresses, so that nobody is locked out by others
/// as easily as one address is.
const PER_NAME: u32 = 10;
/// So many more tries has an address over all user names: a whole hospital may share one.
const PER_ADDRESS: u32 = 30;

/// `GET /sign-in`: the way in.
pub(crate) async fn show(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let back = way_back(query.text("back"));
    if cx.visitor().is_some() {
        return Ok(cx.go(back));
    }
    let problem = match query.text("problem") {
        "provider" => Some("people-signin-provider-failed"),
        "unknown" => Some("people-signin-provider-unknown"),
        "out" => Some("people-signin-over"),
        _ => None,
    };
    Ok(page(&cx, StatusCode::OK, back, "", problem))
}

fn page(cx: &Ctx, status: StatusCode, back: &str, username: &str, problem: Option<&'static str>) -> Response {
    let provider = oidc::label(cx);
    let body = views::sign_in::page(cx, back, username, problem, provider.as_deref());
    cx.plain_page(status, &cx.t("people-signin-title"), &body)
}

/// `POST /sign-in`: lets someone in who knows the password. The answer is the same, and takes as
/// long, whether the name or the password is wrong or the account is closed.
pub(crate) async fn enter(cx: Ctx, Form(form): Form) -> Result<Response, Error> {
    let back = way_back(form.text("back"));
    let typed: String = form.text("username").chars().take(200).collect();
    let username = typed.to_lowercase();
    let keys = Keys::of(&cx, &username);
    keys.count(&cx)?;
    // PostgreSQL refuses the null byte; nobody is called that.
    let known = if username.contains('\0') { None } else { persons::account(cx.db(), &username).await? };
    let seal = known.as_ref().map(|(_, _, seal)| seal.clone());
    let fits = passwords::try_password(form.text("password"), seal).await;
    let Some((person, true, _)) = known.filter(|_| fits) else {
        tracing::info!(request_id = cx.request_id(), "a sign-in was refused");
        return Ok(page(&cx, StatusCode::UNPROCESSABLE_ENTITY, back, &typed, Some("people-signin-refused")));
    };
    keys.forget();
    enter_as(&cx, person, SignedInBy::Password, back).await
}

/// What tries are counted under.
struct Keys {
    pair: String,
    name: String,
    address: Option<String>,
}

impl Keys {
    fn of(cx: &Ctx, username: &str) -> Self {
        let address = cx.peer().map(|peer| counted(peer).to_string());
        Self {
            pair: format!("sign-in {} {username}", address.as_deref().unwrap_or("-")),
            name: format!("sign-in name {username}"),
            address: address.map(|address| format!("sign-in address {address}")),
        }
    }

    fn count(&self, cx: &Ctx) -> Result<(), Error> {
        let tries = cx.app().config().sign_in_tries.max(1);
        limits::count(&self.pair, tries, cx.now())?;
        limits::count(&self.name, tries.saturating_mul(PER_NAME), cx.now())?;
        match &self.address {
            Some(address) => limits::count(address, tries.saturating_mul(PER_ADDRESS), cx.now()),
            None => Ok(()),
        }
    }

    /// Whoever knows the password starts afresh. The address does not: one account of one's own
    /// would else be enough to try any number of others from there.
    fn forget(&self) {
        limits::forget(&self.pair);
        limits::forget(&self.name);
        if let Some(address) = &self.address {
            limits::take_back(address);
        }
    }
}

/// Begins a session with a fresh secret; the one the browser came with ends.
pub(super) async fn enter_as(cx: &Ctx, person: PersonId, how: SignedInBy, back: &str) -> Result<Response, Error> {
    let tx = cx.db().begin_write(Author::Person(person), cx.now()).await?;
    if let Some(old) = cx.visitor().and_then(|visitor| visitor.session) {
        sessions::end_id(&tx, old).await?;
    }
    let secret = sessions::begin(&tx, person, how).await?;
    tx.commit().await?;
    tracing::info!(request_id = cx.request_id(), %person, how = how.name(), "signed in");
    let mut response = cx.go(back);
    set_cookie(&mut response, cx, &secret);
    Ok(response)
}

/// Tells the browser the secret of its session.
pub(super) fn set_cookie(response: &mut Response, cx: &Ctx, secret: &str) {
    let seconds = u32::try_from(LONGEST.as_secs()).ok();
    cookies::set(response, cx.app(), cookies::SESSION, secret, seconds);
}

/// `POST /sign-out`: ends the session. Someone whose session is over already is out too.
pub(crate) async fn sign_out(cx: Ctx, form: Result<Form, Error>) -> Result<Response, Error> {
    if let Some(session) = cx.visitor().and_then(|visitor| visitor.session) {
        form?;
        let tx = cx.begin().await?;
        sessions::end_id(&tx, session).await?;
        tx.commit().await?;
    }
    let mut response = cx.go("/sign-in?problem=out");
    cookies::clear(&mut response, cx.app(), cookies::SESSION);
    Ok(response)
}

/// Where to go after signing in: inside the house, and not to a page that leads out again.
pub(super) fn way_back(back: &str) -> &str {
    let back = local(back);
    let path = back.split(['?', '#']).next().unwrap_or(back);
    if ["/sign-in", "/sign-in/oidc", "/sign-in/oidc/callback", "/sign-out", "/me/password"].contains(&path)
        || path.starts_with("/api/")
    {
        "/"
    } else {
        back
    }
}

#[cfg(test)]
mod tests {
    use super::way_back;

    #[test]
    fn the_way_back_leads_in_and_not_out() {
        for (back, expected) in [
            ("/plans?unit=1", "/plans?unit=1"),
            ("https://evil.example/", "/"),
            ("//evil.example", "/"),
            ("/sign-out", "/"),
            ("/sign-in?back=/sign-in", "/"),
            ("/api/v1/me", "/"),
        ] {
            assert_eq!(way_back(back), expected, "{back}");
        }
    }
}

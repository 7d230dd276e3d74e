//! One's own page: name and language, password, roles, sessions.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::Action;
use varde_kernel::{Locale, PersonId, Problems, SessionId};
use varde_store::history;
use varde_web::ui::Scheme;
use varde_web::{Ctx, Error, Fields, Form, Path, limits};

use super::sign_in;
use crate::model::persons::{Person, SignedInBy};
use crate::rules::persons::{self as rules, PasswordRefused};
use crate::store::{holdings, passwords, persons, sessions, tokens};
use crate::views;

/// How many times one may miss one's own password in a quarter of an hour.
const OWN_TRIES: u32 = 10;

fn me(cx: &Ctx) -> Result<PersonId, Error> {
    Ok(cx.signed_in()?.person)
}

/// `GET /me`: what Varde knows about the visitor.
pub(crate) async fn show(cx: Ctx) -> Result<Response, Error> {
    let person = persons::open_own(cx.db(), cx.actor(), me(&cx)?, Action::Read).await?.into_inner();
    let typed = views::me::Typed::of(&person);
    page(&cx, StatusCode::OK, &person, &typed, &Problems::new(), None).await
}

async fn page(
    cx: &Ctx,
    status: StatusCode,
    person: &Person,
    typed: &views::me::Typed,
    problems: &Problems,
    conflict: Option<&views::persons::Meanwhile>,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let held = holdings::of(cx.db(), person.id).await?;
    let sessions = sessions::of(cx.db(), person.id).await?;
    let live: Vec<_> = sessions
        .into_iter()
        .filter(|session| rules::session_lives(session.seen_at, session.expires_at, cx.now()))
        .collect();
    let n_tokens = tokens::of(cx.db(), person.id)
        .await?
        .iter()
        .filter(|token| token.revoked_at.is_none() && cx.now() < token.expires_at)
        .count();
    let shown = views::me::Mine { person, typed, held: &held, sessions: &live, n_tokens, problems, conflict };
    Ok(cx
        .page(cx.t("people-me-title"))
        .lead(cx.t("people-me-lead"))
        .status(status)
        .body(views::me::page(cx, &tree, &shown)))
}

/// `POST /me`: keeps name, language and appearance.
pub(crate) async fn update(cx: Ctx, Form(form): Form) -> Result<Response, Error> {
    let mut problems = Problems::new();
    let name = form.required("name", &mut problems);
    let locale: Option<Locale> = form.choice("locale", &mut problems);
    let scheme = Scheme::from_name(form.text("scheme")).unwrap_or_default();
    let version: i64 = form.text("version").parse().map_err(|_| Error::BadRequest("web-error-bad-form"))?;
    let tx = cx.begin().await?;
    let mut person = persons::open_own(&tx, cx.actor(), me(&cx)?, Action::Edit).await?;
    let keeps_drafts = form.has("keeps_drafts");
    let typed =
        views::me::Typed { name: name.clone(), locale, scheme: scheme.name().to_owned(), keeps_drafts, version };
    if !problems.is_empty() {
        drop(tx);
        return page(&cx, StatusCode::UNPROCESSABLE_ENTITY, &person, &typed, &problems, None).await;
    }
    let saved = person.clone();
    person.name = name;
    person.locale = locale.or(person.locale);
    scheme.name().clone_into(&mut person.scheme);
    person.keeps_drafts = keeps_drafts;
    person.version = version;
    match persons::save(&tx, &person).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(cx.done("/me", "people-me-saved"))
        }
        Err(varde_store::Error::Stale) => {
            drop(tx);
            let meanwhile = meanwhile(&cx, saved.id, version).await?;
            let typed = views::me::Typed { version: saved.version, ..typed };
            page(&cx, StatusCode::CONFLICT, &saved, &typed, &problems, Some(&meanwhile)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Who saved what a stale form lost against.
pub(super) async fn meanwhile(cx: &Ctx, person: PersonId, version: i64) -> Result<views::persons::Meanwhile, Error> {
    let told = history::since(cx.db(), person, version).await?;
    let last = told.first();
    let by = match last.map(|told| told.author) {
        Some(varde_kernel::access::Author::Person(id)) => persons::person_name(cx.db(), id).await?,
        _ => None,
    };
    Ok(views::persons::Meanwhile { by, at: last.map(|told| told.at) })
}

/// `GET /me/password`: where a password is changed, by choice or because it must be.
pub(crate) async fn password(cx: Ctx) -> Result<Response, Error> {
    let person = persons::open_own(cx.db(), cx.actor(), me(&cx)?, Action::Edit).await?;
    // Someone who comes in through the provider has no password here.
    person.username.as_ref().ok_or(Error::NotFound)?;
    Ok(password_page(&cx, StatusCode::OK, &Problems::new()))
}

fn password_page(cx: &Ctx, status: StatusCode, problems: &Problems) -> Response {
    let first = cx.visitor().is_some_and(|visitor| visitor.must_change_password);
    let title = cx.t(if first { "people-password-first-title" } else { "people-password-title" });
    let body = views::sign_in::password(cx, first, problems);
    if first {
        cx.plain_page(status, &title, &body)
    } else {
        cx.page(title).status(status).crumb(cx.t("people-me-title"), "/me").body(body)
    }
}

/// `POST /me/password`: changes the password. All sessions and tokens end, and this session goes on with a new
/// secret.
pub(crate) async fn change_password(cx: Ctx, Form(form): Form) -> Result<Response, Error> {
    let mut problems = Problems::new();
    let done = cx.done("/", "people-password-changed");
    let changed = changed_password(&cx, &form, &mut problems, done).await?;
    Ok(changed.unwrap_or_else(|| password_page(&cx, StatusCode::UNPROCESSABLE_ENTITY, &problems)))
}

/// Changes one's password, if there is nothing wrong, and gives back what is answered then, with
/// the new secret of the session that asked.
pub(crate) async fn changed_password(
    cx: &Ctx,
    form: &Fields,
    problems: &mut Problems,
    mut done: Response,
) -> Result<Option<Response>, Error> {
    let id = me(cx)?;
    let person = persons::open_own(cx.db(), cx.actor(), id, Action::Edit).await?;
    let username = person.username.clone().ok_or(Error::NotFound)?;
    let key = format!("own-password {id}");
    limits::count(&key, OWN_TRIES, cx.now())?;
    let known = persons::account(cx.db(), &username).await?.map(|(_, _, seal)| seal);
    if !passwords::try_password(form.text("current"), known).await {
        problems.field("current", "people-password-wrong");
    }
    check_new(form, &username, &person.name, problems);
    if !problems.is_empty() {
        return Ok(None);
    }
    let seal = passwords::seal(form.text("new")).await?;
    let tx = cx.begin().await?;
    persons::set_password(&tx, &person, &username, &seal, false).await?;
    if cx.signed_in()?.session.is_some() {
        let secret = sessions::begin(&tx, id, SignedInBy::Password).await?;
        sign_in::set_cookie(&mut done, cx, &secret);
    }
    tx.commit().await?;
    limits::forget(&key);
    Ok(Some(done))
}

fn check_new(form: &Fields, username: &str, name: &str, problems: &mut Problems) {
    let new = form.text("new");
    let refused = if new == form.text("current") {
        Err(PasswordRefused::Unchanged)
    } else {
        rules::password(new, username, name)
    };
    if let Err(refused) = refused {
        problems.field("new", refused_key(refused));
    } else if new != form.text("repeat") {
        problems.field("repeat", "people-password-differs");
    }
}

fn refused_key(refused: PasswordRefused) -> &'static str {
    match refused {
        PasswordRefused::TooShort => "people-password-too-short",
        PasswordRefused::TooLong => "people-password-too-long",
        PasswordRefused::OwnName => "people-password-own-name",
        PasswordRefused::TooCommon => "people-password-too-common",
        PasswordRefused::Unchanged => "people-password-unchanged",
    }
}

/// `POST /me/sessions/{id}/end`: ends one of one's own sessions.
pub(crate) async fn end_session(cx: Ctx, Path(id): Path<SessionId>, Form(_): Form) -> Result<Response, Error> {
    let tx = cx.begin().await?;
    let session = sessions::open(&tx, cx.actor(), id, Action::Edit).await?;
    sessions::end(&tx, &session).await?;
    tx.commit().await?;
    Ok(cx.done("/me", "people-session-ended"))
}

/// `POST /me/sessions/end-others`: ends all of one's sessions but this one.
pub(crate) async fn end_others(cx: Ctx, Form(_): Form) -> Result<Response, Error> {
    let visitor = cx.signed_in()?;
    let tx = cx.begin().await?;
    persons::open_own(&tx, cx.actor(), visitor.person, Action::Edit).await?;
    sessions::end_all(&tx, visitor.person, visitor.session).await?;
    tx.commit().await?;
    Ok(cx.done("/me", "people-session-others-ended"))
}

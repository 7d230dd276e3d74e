//! Closing and opening accounts, and the passwords that others set.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::Granted;
use varde_kernel::{PersonId, Problems};
use varde_web::{Ctx, Error, Form, Path};

use super::to_edit;
use crate::model::persons::Person;
use crate::rules::persons as rules;
use crate::store::{passwords, persons};
use crate::views;

/// `GET /people/{id}/deactivate`: asks first, and for a reason.
pub(crate) async fn ask_deactivate(cx: Ctx, Path(id): Path<PersonId>) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?.into_inner();
    Ok(deactivate_page(&cx, StatusCode::OK, &person, &Problems::new()))
}

fn deactivate_page(cx: &Ctx, status: StatusCode, person: &Person, problems: &Problems) -> Response {
    cx.page(cx.t("people-close-title"))
        .crumb(cx.t("people-persons-title"), "/people")
        .crumb(person.name.clone(), format!("/people/{}", person.id))
        .status(status)
        .body(views::persons::ask_deactivate(cx, person, problems))
}

/// `POST /people/{id}/deactivate`: closes the account; sessions and tokens end at once.
pub(crate) async fn deactivate(cx: Ctx, Path(id): Path<PersonId>, Form(form): Form) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?;
    let mut problems = Problems::new();
    let why = form.required("why", &mut problems);
    if closed(&cx, &person, &why, &mut problems).await? {
        return Ok(cx.done(&format!("/people/{id}"), "people-close-done"));
    }
    Ok(deactivate_page(&cx, StatusCode::UNPROCESSABLE_ENTITY, &person, &problems))
}

/// Closes the account, if there is nothing wrong; says whether it did.
pub(crate) async fn closed(
    cx: &Ctx,
    person: &Granted<Person>,
    why: &str,
    problems: &mut Problems,
) -> Result<bool, Error> {
    // Whoever closes their own account cannot open it again, and may have been the last who could.
    if cx.actor().person() == Some(person.id) {
        problems.field("why", "people-close-not-oneself");
    }
    if !problems.is_empty() {
        return Ok(false);
    }
    let tx = cx.begin().await?;
    persons::set_active(&tx, person, false, why).await?;
    tx.commit().await?;
    Ok(true)
}

/// `POST /people/{id}/reactivate`: opens the account again.
pub(crate) async fn reactivate(cx: Ctx, Path(id): Path<PersonId>, Form(_): Form) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?;
    let tx = cx.begin().await?;
    persons::set_active(&tx, &person, true, "").await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/people/{id}"), "people-close-undone"))
}

/// `GET /people/{id}/password`: asks first, since all the person's sessions end.
pub(crate) async fn ask_password(cx: Ctx, Path(id): Path<PersonId>) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?.into_inner();
    Ok(password_page(&cx, StatusCode::OK, &person, "", &Problems::new()))
}

fn password_page(cx: &Ctx, status: StatusCode, person: &Person, typed: &str, problems: &Problems) -> Response {
    cx.page(cx.t("people-reset-title"))
        .crumb(cx.t("people-persons-title"), "/people")
        .crumb(person.name.clone(), format!("/people/{}", person.id))
        .status(status)
        .body(views::persons::ask_password(cx, person, typed, problems))
}

/// `POST /people/{id}/password`: a new one-time password, shown this once; gives an account to
/// someone who has none.
pub(crate) async fn reset_password(cx: Ctx, Path(id): Path<PersonId>, Form(form): Form) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?;
    let mut problems = Problems::new();
    let name = person.name.clone();
    match reset(&cx, &person, form.text("username"), &mut problems).await? {
        Some((_, password)) => Ok(cx
            .page(cx.t("people-reset-done"))
            .crumb(cx.t("people-persons-title"), "/people")
            .crumb(name.clone(), format!("/people/{id}"))
            .body(views::persons::password_shown(&cx, id, &name, Some(&password)))),
        None => Ok(password_page(&cx, StatusCode::UNPROCESSABLE_ENTITY, &person, form.text("username"), &problems)),
    }
}

/// Sets a one-time password, and gives it with the user name.
pub(crate) async fn reset(
    cx: &Ctx,
    person: &Granted<Person>,
    typed: &str,
    problems: &mut Problems,
) -> Result<Option<(String, String)>, Error> {
    let username = person.username.clone().or_else(|| rules::username(typed));
    let Some(username) = username else {
        problems.field("username", "people-refused-username");
        return Ok(None);
    };
    let password = one_time()?;
    let seal = passwords::seal(&password).await?;
    let tx = cx.begin().await?;
    match persons::set_password(&tx, person, &username, &seal, true).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(Some((username, password)))
        }
        Err(error) if error.is_duplicate() => {
            problems.field("username", "people-refused-username-taken");
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /people/{id}/unlink`: asks first, since the person may have no other way in.
pub(crate) async fn ask_unlink(cx: Ctx, Path(id): Path<PersonId>) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?.into_inner();
    Ok(cx
        .page(cx.t("people-unlink-title"))
        .crumb(cx.t("people-persons-title"), "/people")
        .crumb(person.name.clone(), format!("/people/{id}"))
        .body(views::persons::ask_unlink(&cx, &person)))
}

/// `POST /people/{id}/unlink`: the provider's identities no longer let the person in.
pub(crate) async fn unlink(cx: Ctx, Path(id): Path<PersonId>, Form(_): Form) -> Result<Response, Error> {
    let person = to_edit(&cx, id).await?;
    let tx = cx.begin().await?;
    persons::unlink(&tx, &person).await?;
    tx.commit().await?;
    Ok(cx.done(&format!("/people/{id}"), "people-unlink-done"))
}

/// A fresh password to be used once.
pub(super) fn one_time() -> Result<String, Error> {
    let secret = varde_web::secret_text().ok_or(varde_store::Error::Random)?;
    let bytes = hex::decode(secret).map_err(|error| Error::Internal(Box::new(error)))?;
    Ok(rules::one_time(&bytes))
}

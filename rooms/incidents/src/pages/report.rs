//! Sending in a report as someone who is signed in: openly, or in confidence.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::Author;
use varde_kernel::{PersonId, Problems, ReportId};
use varde_web::{Ctx, Error, Fields, Form, Query, SealError};

use super::guarding::{Guarded, found, guard, names_near};
use super::input;
use crate::model::{Entrance, Mode, ReportDraft};
use crate::store::reporters::about;
use crate::store::reports::{self, Received, Sender, Sending};
use crate::views::report as view;

/// `GET /report`: the form, with one's own unit and today filled in.
pub(crate) async fn new(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let home = cx.signed_in()?.home;
    let unit = query.text("unit").parse().ok().or(home).map(|unit: varde_kernel::UnitId| unit.to_string());
    let fields = Fields::new(vec![
        ("unit".into(), unit.unwrap_or_default()),
        ("on".into(), cx.today().to_string()),
        ("name".into(), Mode::Open.name().into()),
        ("sent".into(), varde_web::secret_text().ok_or(varde_store::Error::Random)?),
    ]);
    form(&cx, &fields, &Problems::new(), StatusCode::OK).await
}

async fn form(cx: &Ctx, fields: &Fields, problems: &Problems, status: StatusCode) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let unit = fields.text("unit").parse().ok().filter(|unit| tree.get(*unit).is_some());
    let units = match unit.or(cx.signed_in()?.home) {
        Some(unit) => input::near(&tree, unit),
        None => input::providers(&tree),
    };
    let names = names_near(cx, &tree, unit).await?;
    let found = found(fields, &names);
    Ok(cx
        .page(cx.t("incidents-report-title"))
        .lead(cx.t("incidents-report-lead"))
        .status(status)
        .body(view::form(cx, &tree, fields, problems, &units, &found)))
}

/// The mark by which someone finds what they have sent in in confidence.
///
/// # Errors
///
/// [`Error::Internal`] when the house has no key.
pub(crate) fn mark_of(cx: &Ctx, person: PersonId) -> Result<String, Error> {
    cx.app().config().seal.mark("reporter", person.uuid().as_bytes()).map_err(sealed)
}

/// A seal that another key has made says so; that there is none is our own fault.
pub(crate) fn sealed(error: SealError) -> Error {
    match error {
        SealError::Closed => Error::Conflict("incidents-error-seal"),
        SealError::NoKey | SealError::Random => Error::Internal(Box::new(error)),
    }
}

/// `POST /report`: takes the report in.
pub(crate) async fn create(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let mode = if fields.text("name") == Mode::Confidential.name() { Mode::Confidential } else { Mode::Open };
    let draft = match input::draft(&cx, &tree, &fields, mode, Entrance::Staff) {
        Ok(draft) => draft,
        Err(problems) => return form(&cx, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    if let Guarded::Back(fields) = guard(&cx, &tree, &fields).await? {
        return form(&cx, &fields, &Problems::new(), StatusCode::OK).await;
    }
    let received = send(&cx, draft, &fields).await?;
    Ok(cx.done(&format!("/my-reports/{}", received.report), "incidents-report-received"))
}

/// Takes in what someone who is signed in sends, once for each `sent` in the fields.
///
/// # Errors
///
/// [`Error::Forbidden`] for a token that only reads.
pub(crate) async fn send(cx: &Ctx, draft: ReportDraft, fields: &Fields) -> Result<Received, Error> {
    let (me, mode) = (cx.signed_in()?.person, draft.mode);
    let granted = reports::propose(cx.actor(), draft)?;
    let sent_mark = input::sent_mark(fields)?;
    let confidential = mode == Mode::Confidential;
    // The history must not name whom the seal hides.
    let author = if confidential { Author::Anonymous } else { cx.actor().author() };
    let tx = cx.db().begin_write(author, cx.now()).await?;
    let id: ReportId = tx.random_id()?;
    let sender = if confidential {
        let sealed = cx.app().config().seal.seal(&about(id), me.uuid().as_bytes()).map_err(sealed)?;
        Sender::Sealed { mark: mark_of(cx, me)?, sealed }
    } else {
        Sender::Open(me)
    };
    let sending = Sending { id, sender: &sender, sent_mark: &sent_mark, today: cx.today() };
    let received = reports::insert(&tx, &granted, &sending).await?;
    tx.commit().await?;
    Ok(received)
}

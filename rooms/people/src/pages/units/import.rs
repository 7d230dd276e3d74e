//! Reading the organisation from a table: first shown, then done.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::{Place, Problems};
use varde_web::{Ctx, Error, Fields, Upload};

use super::doing::{Ready, begin};
use super::list::runs_some;
use crate::import::{Plan, units};
use crate::views::units::import as view;

/// The largest file that the page takes; larger ones go through the command line.
const MAX_FILE: usize = 8 * 1024 * 1024;

fn must_run_some(cx: &Ctx) -> Result<(), Error> {
    cx.signed_in()?;
    if runs_some(cx) { Ok(()) } else { Err(Error::Forbidden) }
}

/// `GET /units/import`: asks for a file.
pub(super) async fn show(cx: Ctx) -> Result<Response, Error> {
    must_run_some(&cx)?;
    let fields = Fields::new(vec![("on".to_owned(), cx.today().to_string())]);
    Ok(page(&cx, StatusCode::OK, view::ask(&cx, &fields, &Problems::new())))
}

/// `POST /units/import`: shows what the file would change, and changes nothing.
pub(super) async fn check(cx: Ctx, upload: Upload) -> Result<Response, Error> {
    must_run_some(&cx)?;
    let mut problems = Problems::new();
    if upload.bytes.is_empty() {
        problems.field("file", "web-problem-required");
    }
    if MAX_FILE < upload.bytes.len() {
        problems.field("file", "people-import-too-large");
    }
    let on = upload.fields.date("on", &mut problems).unwrap_or_else(|| cx.today());
    if !problems.is_empty() {
        return Ok(refused(&cx, &upload.fields, &problems));
    }
    let (tx, register) = begin(&cx).await?;
    match units(&upload.bytes, &register, on) {
        Err(problems) => Ok(refused(&cx, &upload.fields, &problems)),
        Ok(plan) => {
            let Plan { planned, n_unchanged, change } = plan;
            // Whoever may not do it is told before being asked to confirm it.
            let ready = Ready::new(&cx, tx, &register, change)?;
            let n_units = ready.change.after.len();
            let text = view::Told { planned: &planned, n_unchanged, n_units, on, carried: &hex::encode(&upload.bytes) };
            Ok(page(&cx, StatusCode::OK, view::plan(&cx, &text)))
        }
    }
}

/// `POST /units/import/apply`: does what was shown.
pub(super) async fn apply(cx: Ctx, sent: Upload) -> Result<Response, Error> {
    must_run_some(&cx)?;
    let fields = sent.fields;
    let mut problems = Problems::new();
    let on = fields.date("on", &mut problems).unwrap_or_else(|| cx.today());
    let bytes = hex::decode(fields.text("carried")).map_err(|_| Error::BadRequest("web-error-bad-form"))?;
    let (tx, register) = begin(&cx).await?;
    // The organisation may have changed since the file was shown: it is read afresh.
    match units(&bytes, &register, on) {
        Err(problems) => Ok(refused(&cx, &fields, &problems)),
        Ok(plan) => {
            Ready::new(&cx, tx, &register, plan.change)?.save(&cx, None).await?;
            Ok(cx.done("/units", "people-import-done"))
        }
    }
}

fn refused(cx: &Ctx, fields: &Fields, problems: &Problems) -> Response {
    let in_file = problems.iter().filter(|problem| !matches!(problem.place, Place::Field(_))).count();
    let body = maud::html! {
        @if 0 < in_file { (view::faults(cx, problems)) }
        (view::ask(cx, fields, problems))
    };
    page(cx, StatusCode::UNPROCESSABLE_ENTITY, body)
}

fn page(cx: &Ctx, status: StatusCode, body: maud::Markup) -> Response {
    let page = cx.page(cx.t("people-import-title")).lead(cx.t("people-import-lead")).status(status);
    page.crumb(cx.t("people-units-title"), "/units").body(body)
}

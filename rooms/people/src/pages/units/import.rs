//! Reading the organisation from a table: first shown, then done.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::{Place, Problems};
use varde_web::{Ctx, Error, Fields, Upload};

use super::doing::{Ready, beside, may_make, must_run_some};
use crate::import::{Plan, units};
use crate::views::units::import as view;

/// The largest file that the page takes; larger ones go through the command line.
const MAX_FILE: usize = 8 * 1024 * 1024;

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
    let (fields, bytes) = (upload.fields, upload.bytes);
    let read = beside(&cx, move |register| (units(&bytes, register, on), bytes)).await?;
    let ((plan, bytes), register) = read;
    match plan {
        Err(problems) => Ok(refused(&cx, &fields, &problems)),
        Ok(plan) => {
            let Plan { planned, n_unchanged, change } = plan;
            // Whoever may not do it is told before being asked to confirm it.
            let n_units = may_make(&cx, &register, change)?.after.len();
            let text = view::Told { planned: &planned, n_unchanged, n_units, on, carried: &hex::encode(&bytes) };
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
    // The organisation may have changed since the file was shown: it is read afresh.
    let (plan, register) = beside(&cx, move |register| units(&bytes, register, on)).await?;
    match plan {
        Err(problems) => Ok(refused(&cx, &fields, &problems)),
        Ok(plan) => {
            let change = may_make(&cx, &register, plan.change)?;
            Ready::of(&cx, &register, change).await?.save(&cx, None).await?;
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

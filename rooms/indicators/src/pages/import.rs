//! Values from a file: look first, then say yes.

use axum::response::Response;
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use http::StatusCode;
use varde_kernel::access::{Action, Kind};
use varde_kernel::{Problems, UnitTree};
use varde_web::{Ctx, Error, Upload};

use super::held_units;
use crate::import::sender::Mapping;
use crate::import::values::{self, Report};
use crate::views;

/// The largest file that the page takes; larger ones go through the command line.
const MAX_FILE: usize = 8 * 1024 * 1024;

/// `GET /indicators/import`.
pub async fn new(cx: Ctx) -> Result<Response, Error> {
    let tree = allowed(&cx).await?;
    Ok(page(&cx, &tree, None, &Problems::new(), StatusCode::OK))
}

/// Those who may report for some unit may send in files; each row is asked about again.
async fn allowed(cx: &Ctx) -> Result<std::sync::Arc<UnitTree>, Error> {
    let tree = cx.tree().await?;
    if held_units(cx, &tree, Kind::Series, Action::Answer).is_empty() { Err(Error::Forbidden) } else { Ok(tree) }
}

fn page(
    cx: &Ctx,
    tree: &UnitTree,
    looked: Option<(&Report, &str)>,
    problems: &Problems,
    status: StatusCode,
) -> Response {
    let body = match looked {
        None => views::import_form(cx, problems),
        Some((report, content)) => views::dry_run(cx, tree, report, content, problems),
    };
    cx.page(cx.t("indicators-import-title"))
        .lead(cx.t("indicators-import-lead"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .status(status)
        .body(body)
}

async fn report(cx: &Ctx, tree: &UnitTree, bytes: &[u8]) -> Result<Report, Error> {
    Ok(values::look(cx.db(), cx.actor(), tree, bytes, (&Mapping::default(), None), cx.today()).await?)
}

/// `POST /indicators/import`: says what the file would do. Writes nothing.
pub async fn look(cx: Ctx, upload: Upload) -> Result<Response, Error> {
    let tree = allowed(&cx).await?;
    let mut problems = Problems::new();
    if upload.bytes.is_empty() {
        problems.field("file", "indicators-import-no-file");
    } else if MAX_FILE < upload.bytes.len() {
        problems.field("file", "indicators-import-too-large");
    }
    if !problems.is_empty() {
        return Ok(page(&cx, &tree, None, &problems, StatusCode::UNPROCESSABLE_ENTITY));
    }
    let report = report(&cx, &tree, &upload.bytes).await?;
    let status = if report.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(&cx, &tree, Some((&report, &BASE64.encode(&upload.bytes))), &Problems::new(), status))
}

/// `POST /indicators/import/confirm`: writes the file that was looked at. When it would do
/// something else by now, it is shown again instead.
pub async fn confirm(cx: Ctx, upload: Upload) -> Result<Response, Error> {
    let tree = allowed(&cx).await?;
    let content = upload.fields.text("content");
    let mut report = report(&cx, &tree, &BASE64.decode(content).unwrap_or_default()).await?;
    let mut problems = Problems::new();
    let reason = upload.fields.long("reason", &mut problems);
    if 0 < report.n_changed() && reason.is_empty() {
        problems.field("reason", "indicators-fault-reason");
    }
    let as_seen = views::seen(&report) == upload.fields.text("seen");
    if !report.problems.is_empty() || !problems.is_empty() || !as_seen {
        let status = if as_seen { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
        return Ok(page(&cx, &tree, Some((&report, content)), &problems, status));
    }
    let tx = cx.begin().await?;
    values::apply(&tx, &mut report, &reason).await?;
    tx.commit().await?;
    Ok(cx.done("/indicators", "indicators-done-imported"))
}

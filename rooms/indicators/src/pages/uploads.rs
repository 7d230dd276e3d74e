//! Large files: sent in, followed on their way, said yes to, called off.

use axum::response::Response;
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use http::StatusCode;
use varde_kernel::access::{Action, Granted, Kind};
use varde_kernel::{Problems, UploadId};
use varde_web::{Ctx, Error, Fields, Form, Path, Upload as Sent};

use super::following::own;
use super::held_units;
use super::import::read_metadata;
use crate::import::dhis2::metadata::Metadata;
use crate::import::portion::{MAX_FILE, PORTION};
use crate::import::sender::Mapping;
use crate::import::store as senders;
use crate::model::{Upload, UploadState};
use crate::store;
use crate::views;

/// How many problems a page shows.
const SHOWN: i64 = 500;

/// Begins a file of so many bytes, read with the metadata of a DHIS2 when that comes beside it, or says what is wrong
/// with that. Pages and API share it.
pub async fn begin(
    cx: &Ctx,
    (name, sender): (&str, &str),
    n_bytes: i64,
    beside: &[u8],
) -> Result<Result<Upload, Problems>, Error> {
    let tree = cx.tree().await?;
    if held_units(cx, &tree, Kind::Series, Action::Answer).is_empty() {
        return Err(Error::Forbidden);
    }
    let mut problems = Problems::new();
    if n_bytes < 1 {
        problems.field("file", "indicators-import-no-file");
    } else if MAX_FILE < n_bytes {
        problems.push(
            varde_kernel::Place::Field("file"),
            "indicators-import-too-large-to-read",
            vec![("max", (MAX_FILE >> 20).to_string())],
        );
    }
    let known = match sender {
        "" => None,
        sender => senders::sender(cx.db(), sender).await?,
    };
    if !sender.is_empty() && known.is_none() {
        problems.field("sender", "web-problem-choice");
    }
    let beside = read_metadata(beside, &mut problems);
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    let (mapping, metadata) = match known.map(|known| known.told(beside.clone())) {
        Some(known) => (known.mapping, known.metadata),
        None => (Mapping::default(), beside),
    };
    let tx = cx.begin().await?;
    let whose = (tx.new_id()?, cx.signed_in()?.person);
    let new = Upload {
        sender: sender.to_owned(),
        mapping: mapping.packed(),
        metadata: metadata.as_ref().map(Metadata::packed).unwrap_or_default(),
        ..Upload::new(whose, &crate::import::said::tidy(name), n_bytes, cx.now())
    };
    let granted = own(cx, Action::Create, |_| new)?;
    store::begin_upload(&tx, &granted).await?;
    tx.commit().await?;
    Ok(Ok(granted.into_inner()))
}

/// Keeps the part with this number; one that has come before is no news. Pages and API share it.
pub async fn put_part(cx: &Ctx, id: UploadId, n: i64, bytes: &[u8]) -> Result<Result<(), Problems>, Error> {
    let upload = store::open_upload(cx.db(), cx.actor(), id, Action::Edit).await?;
    let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    if n < upload.n_parts {
        return Ok(Ok(()));
    }
    let mut problems = Problems::new();
    if upload.state != UploadState::Receiving || upload.n_parts < n {
        return Err(Error::Conflict("indicators-upload-out-of-order"));
    }
    if bytes.is_empty() || PORTION < bytes.len() || upload.n_bytes < upload.n_stored + length {
        problems.field("part", "indicators-upload-part-size");
        return Ok(Err(problems));
    }
    let tx = cx.begin().await?;
    store::put_part(&tx, &upload, (&BASE64.encode(bytes), length)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// The earlier delivery of the same file by the same sender, while this one is not taken itself. Pages and API share it.
pub async fn earlier(cx: &Ctx, upload: &Upload) -> Result<Option<senders::Delivery>, Error> {
    if upload.sender.is_empty() || upload.state == UploadState::Done {
        return Ok(None);
    }
    Ok(senders::delivered(cx.db(), &upload.sender, &upload.digest).await?)
}

/// Says yes to a file that is right. Pages and API share it.
pub async fn accept(cx: &Ctx, id: UploadId, fields: &Fields) -> Result<Result<(), Problems>, Error> {
    let mut upload = store::open_upload(cx.db(), cx.actor(), id, Action::Edit).await?;
    if upload.state != UploadState::Ready {
        return Err(Error::Conflict("indicators-upload-out-of-order"));
    }
    let mut problems = Problems::new();
    let reason = fields.long("reason", &mut problems);
    if 0 < upload.n_changed && reason.is_empty() {
        problems.field("reason", "indicators-fault-reason");
    }
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    upload.reason = reason;
    go_on(cx, upload, UploadState::Applying).await.map(Ok)
}

/// Calls a file off. Pages and API share it.
pub async fn cancel(cx: &Ctx, id: UploadId) -> Result<(), Error> {
    let upload = store::open_upload(cx.db(), cx.actor(), id, Action::Edit).await?;
    if !upload.state.may_cancel() {
        return Err(Error::Conflict("indicators-upload-out-of-order"));
    }
    go_on(cx, upload, UploadState::Cancelled).await
}

async fn go_on(cx: &Ctx, mut upload: Granted<Upload>, to: UploadState) -> Result<(), Error> {
    upload.state = to;
    let tx = cx.begin().await?;
    if !store::step_upload(&tx, &upload).await? {
        return Err(Error::Conflict("web-error-stale-help"));
    }
    if to == UploadState::Applying {
        store::ask_to_take(&tx, upload.id, upload.version + 1).await?;
    }
    Ok(tx.commit().await?)
}

/// `GET /uploads`: one's own large files, and the form for one more.
pub async fn list(cx: Ctx) -> Result<Response, Error> {
    list_page(&cx, (&Fields::default(), &Problems::new())).await
}

async fn list_page(cx: &Ctx, (fields, problems): (&Fields, &Problems)) -> Result<Response, Error> {
    let person = own(cx, Action::Read, |person| person)?;
    let all = store::uploads_of(cx.db(), *person).await?;
    let known = senders::senders(cx.db()).await?;
    let names: Vec<&str> = known.iter().map(|sender| sender.name.as_str()).collect();
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(cx
        .page(cx.t("indicators-upload-title"))
        .lead(cx.t("indicators-upload-lead"))
        .crumb(cx.t("indicators-list-title"), "/indicators")
        .crumb(cx.t("indicators-import-title"), "/indicators/import")
        .status(status)
        .body(views::uploads(cx, &all, &names, (fields, problems))))
}

/// `POST /uploads`: a file from a form, kept in parts.
pub async fn create(cx: Ctx, sent: Sent) -> Result<Response, Error> {
    let length = i64::try_from(sent.bytes.len()).unwrap_or(i64::MAX);
    let sender = sent.fields.text("sender").trim().to_owned();
    let upload = match begin(&cx, (&sent.name, &sender), length, sent.beside("metadata")).await? {
        Ok(upload) => upload,
        Err(problems) => return list_page(&cx, (&sent.fields, &problems)).await,
    };
    for (n, part) in (0_i64..).zip(sent.bytes.chunks(PORTION)) {
        put_part(&cx, upload.id, n, part).await?.map_err(Error::Invalid)?;
    }
    Ok(cx.go(&format!("/uploads/{}", upload.id)))
}

/// `GET /uploads/{id}`: how far a file has come, and what is wrong with it so far.
pub async fn show(cx: Ctx, Path(id): Path<UploadId>) -> Result<Response, Error> {
    page(&cx, id, (&Fields::default(), &Problems::new())).await
}

async fn page(cx: &Ctx, id: UploadId, form: (&Fields, &Problems)) -> Result<Response, Error> {
    let upload = store::open_upload(cx.db(), cx.actor(), id, Action::Read).await?.into_inner();
    let found = store::problems_of(cx.db(), id, SHOWN).await?;
    let earlier = earlier(cx, &upload).await?;
    let status = if form.1.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(cx
        .page(upload.name.clone())
        .crumb(cx.t("indicators-upload-title"), "/uploads")
        .status(status)
        .body(views::upload_page(cx, &upload, (&found, earlier.as_ref()), form)))
}

/// `POST /uploads/{id}/apply`.
pub async fn apply(cx: Ctx, Path(id): Path<UploadId>, Form(fields): Form) -> Result<Response, Error> {
    match accept(&cx, id, &fields).await? {
        Ok(()) => Ok(cx.go(&format!("/uploads/{id}"))),
        Err(problems) => page(&cx, id, (&fields, &problems)).await,
    }
}

/// `POST /uploads/{id}/cancel`.
pub async fn call_off(cx: Ctx, Path(id): Path<UploadId>, _: Form) -> Result<Response, Error> {
    cancel(&cx, id).await?;
    Ok(cx.done("/uploads", "indicators-upload-cancelled"))
}

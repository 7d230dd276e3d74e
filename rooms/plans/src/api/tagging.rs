//! Tags of findings, indicators, documents, pilots and proposals, for other programs.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use varde_kernel::access::Action;
use varde_kernel::{Id, PartId};
use varde_web::{Ctx, Error, Json, Path, ProblemDetails};

use crate::pages::tagging as pages;
use crate::store;

/// A part of a framework that a thing is tagged with.
#[derive(Serialize, ToSchema)]
pub(crate) struct TagShown {
    /// The part's id.
    pub(crate) part: String,
    /// The id of its framework.
    pub(crate) plan: String,
    /// What sort of part: `instrument` or `focus_area`.
    pub(crate) kind: String,
    /// Its name, in your language.
    pub(crate) name: String,
}

/// The tags that a thing is to have.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TagsDraft {
    /// The ids of parts of frameworks; every tag it is to have and no other.
    pub(crate) tags: Vec<Uuid>,
    /// The ids that it had when you read it; when somebody has changed them since, nothing is saved.
    pub(crate) read: Option<Vec<Uuid>>,
}

async fn named(cx: &Ctx, kind: &str, id: Uuid) -> Result<Json<Vec<TagShown>>, Error> {
    let tags = store::tags::named(cx.db(), kind, id).await?;
    let shown = |tag: store::tags::Tag| TagShown {
        part: tag.part.to_string(),
        plan: tag.plan.to_string(),
        kind: tag.kind.name().to_owned(),
        name: cx.say().words(&tag.name).to_owned(),
    };
    Ok(Json(tags.into_iter().map(shown).collect()))
}

/// What a finding, indicator, document, pilot or proposal is tagged with.
#[utoipa::path(get, path = "/api/v1/tags/{kind}/{id}", tag = "plans",
    params(("kind" = String, Path, description = "finding, indicator, document, pilot or proposal"),
        ("id" = String, Path, description = "The thing's id")),
    responses(
        (status = 200, description = "Its tags", body = Vec<TagShown>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such thing", body = ProblemDetails),
    ))]
pub(crate) async fn show(cx: Ctx, Path((kind, id)): Path<(String, Id<()>)>) -> Result<Json<Vec<TagShown>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    pages::open(&cx, &tree, (&kind, id.uuid()), Action::Read).await?;
    named(&cx, &kind, id.uuid()).await
}

/// Gives it these tags and no others, but for those of frameworks that are closed by now, which stay. Parts that are none
/// of a framework's instruments or focus areas are left out.
#[utoipa::path(put, path = "/api/v1/tags/{kind}/{id}", tag = "plans", request_body = TagsDraft,
    params(("kind" = String, Path, description = "finding, indicator, document, pilot or proposal"),
        ("id" = String, Path, description = "The thing's id")),
    responses(
        (status = 200, description = "Its tags", body = Vec<TagShown>),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        (status = 404, description = "No such thing", body = ProblemDetails),
        (status = 409, description = "Someone else changed them meanwhile", body = ProblemDetails),
    ))]
pub(crate) async fn put(
    cx: Ctx,
    Path((kind, id)): Path<(String, Id<()>)>,
    Json(body): Json<TagsDraft>,
) -> Result<Json<Vec<TagShown>>, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let thing = pages::open(&cx, &tree, (&kind, id.uuid()), Action::Edit).await?;
    let ids = |ids: Vec<Uuid>| -> Vec<PartId> {
        let mut ids: Vec<PartId> = ids.into_iter().map(PartId::from_uuid).collect();
        ids.sort_unstable();
        ids
    };
    let read = body.read.map(ids);
    if pages::put(&cx, &thing, read.as_deref(), &ids(body.tags)).await?.is_err() {
        return Err(Error::Conflict("plans-tags-conflict"));
    }
    named(&cx, &kind, id.uuid()).await
}

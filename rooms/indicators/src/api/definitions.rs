//! Definitions that others made, for other programs.

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use varde_kernel::{Problems, UnitId};
use varde_web::{Ctx, Error, Json, ProblemDetails};

use super::wire;
use crate::pages::definitions::{look_at, owners, propose};

/// Proposes indicators as others define them: a FHIR R4 `Measure`, a quality registry's descriptions, or a DHIS2's metadata.
/// What has the code of an indicator that is there stays as it is.
#[utoipa::path(post, path = "/api/v1/indicators/definitions", tag = "indicators", request_body = wire::DefinitionFile,
    responses(
        (status = 200, description = "What was proposed, or would be", body = wire::DefinitionsProposed),
        (status = 400, description = "The body is not as described", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 403, description = "Not allowed on the unit", body = ProblemDetails),
        (status = 422, description = "Lines that cannot be taken, each with its place", body = ProblemDetails),
    ))]
pub async fn create(cx: Ctx, Json(body): Json<wire::DefinitionFile>) -> Result<Json<wire::DefinitionsProposed>, Error> {
    let (tree, _) = owners(&cx).await?;
    let mut problems = Problems::new();
    let unit = body.unit.parse::<UnitId>().ok().filter(|unit| tree.get(*unit).is_some());
    let Some(unit) = unit else {
        problems.field("unit", "web-problem-choice");
        return Err(Error::Invalid(problems));
    };
    let bytes = if body.base64.is_empty() {
        body.text.into_bytes()
    } else {
        BASE64.decode(body.base64.trim()).unwrap_or_default()
    };
    let mut looked = look_at(&cx, &tree, &bytes, unit).await?;
    if !looked.problems.is_empty() {
        return Err(Error::Invalid(std::mem::take(&mut looked.problems)));
    }
    if !body.only.is_empty() {
        let chosen: Vec<&str> = body.only.iter().map(String::as_str).collect();
        looked = looked.only(&chosen);
    }
    let proposed = wire::DefinitionsProposed {
        dry_run: body.dry_run,
        new: looked.new.iter().map(|one| one.indicator.code.clone()).collect(),
        known: looked.known.clone(),
        left_out: looked.left_out.clone(),
    };
    if !body.dry_run {
        propose(&cx, &tree, looked).await?.map_err(Error::Invalid)?;
    }
    Ok(Json(proposed))
}

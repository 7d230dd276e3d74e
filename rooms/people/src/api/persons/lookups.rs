//! Who has looked up whom.

use std::collections::HashMap;

use serde::Serialize;
use utoipa::ToSchema;
use varde_kernel::PersonId;
use varde_web::{Ctx, Cursor, Error, Json, Listed, ProblemDetails, Query};

use crate::model::lookups::Lookup;
use crate::pages::lookups as pages;

/// One person's looking at another within an hour.
#[derive(Serialize, ToSchema)]
pub(super) struct LookedUp {
    /// Who looked, by name; empty for a former colleague.
    reader: String,
    /// The id of whoever looked.
    reader_id: String,
    /// Who was looked at, by name; empty for a former colleague.
    person: String,
    /// The id of whoever was looked at.
    person_id: String,
    /// At what: page, account, roles, list, export or history.
    what: &'static str,
    /// When first in the hour.
    first: String,
    /// When last in it.
    last: String,
    /// How many times in it.
    times: i64,
}

impl LookedUp {
    fn new(one: &Lookup, names: &HashMap<PersonId, String>) -> Self {
        let name = |id| names.get(&id).cloned().unwrap_or_default();
        Self {
            reader: name(one.reader),
            reader_id: one.reader.to_string(),
            person: name(one.person),
            person_id: one.person.to_string(),
            what: one.what.name(),
            first: one.first.to_string(),
            last: one.last.to_string(),
            times: one.times,
        }
    }
}

async fn told(cx: &Ctx, cursor: Cursor, found: Vec<Lookup>) -> Result<Json<Listed<LookedUp>>, Error> {
    let names = pages::names(cx, &found).await?;
    Ok(Json(cursor.page(found.iter().map(|one| LookedUp::new(one, &names)).collect())))
}

/// Who has looked at what Varde knows of you, the latest first.
#[utoipa::path(get, path = "/api/v1/me/lookups", tag = "people",
    params(
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of lookups", body = Listed<LookedUp>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub(super) async fn mine(cx: Ctx, Query(query): Query) -> Result<Json<Listed<LookedUp>>, Error> {
    let cursor = Cursor::read(&query)?;
    let found = pages::of_oneself(&cx, cursor.fetch(), cursor.skip).await?;
    told(&cx, cursor, found).await
}

/// Who has looked up whom, the latest first: for those who watch over privacy.
#[utoipa::path(get, path = "/api/v1/lookups", tag = "people", operation_id = "list_lookups",
    params(
        ("person" = Option<String>, Query, description = "Only lookups of this person"),
        ("reader" = Option<String>, Query, description = "Only lookups by this person"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of lookups", body = Listed<LookedUp>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "Not yours to see", body = ProblemDetails),
    ))]
pub(super) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<LookedUp>>, Error> {
    cx.signed_in()?;
    let cursor = Cursor::read(&query)?;
    let found = pages::of_others(&cx, &query, cursor.fetch(), cursor.skip).await?;
    told(&cx, cursor, found).await
}

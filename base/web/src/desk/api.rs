//! What one has to do, and search, for other programs.

use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;
use varde_kernel::access::Kind;
use varde_kernel::{Urgency, WorkItem};
use varde_store::history::Told;
use varde_store::search;

use super::{Words, found, my_work};
use crate::error::Error;
use crate::told::{self, HistoryLine};
use crate::{Ctx, Cursor, Json, Listed, Path, ProblemDetails, Query};

#[derive(OpenApi)]
#[openapi(paths(work, find, history), components(schemas(ProblemDetails)))]
struct Described;

/// Their description.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    Described::openapi()
}

/// One thing that you have to do.
#[derive(Serialize, ToSchema)]
pub(super) struct Work {
    /// What is asked for, in your language.
    ask: String,
    /// What it concerns.
    title: String,
    /// The page where it is done.
    href: String,
    /// The unit it concerns.
    unit: String,
    /// When it is due, as 2026-11-22; absent without a date.
    due: Option<String>,
    /// overdue, soon (within a week), later or undated.
    urgency: &'static str,
}

const fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Overdue => "overdue",
        Urgency::Soon => "soon",
        Urgency::Later => "later",
        Urgency::Undated => "undated",
    }
}

/// Everything that you have to do, the most urgent first.
#[utoipa::path(get, path = "/api/v1/work", tag = "work",
    responses(
        (status = 200, description = "What you have to do", body = Vec<Work>),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub(super) async fn work(cx: Ctx) -> Result<Json<Vec<Work>>, Error> {
    cx.signed_in()?;
    let told = |item: WorkItem| Work {
        ask: cx.t(item.ask),
        urgency: urgency(item.urgency(cx.today())),
        unit: item.unit.to_string(),
        due: item.due.map(|due| due.to_string()),
        title: item.title,
        href: item.href,
    };
    Ok(Json(my_work(&cx).await?.into_iter().map(told).collect()))
}

/// One thing that was found.
#[derive(Serialize, ToSchema)]
pub(super) struct Found {
    /// What it is: unit, plan, goal, measure …
    kind: String,
    /// Its name in your language.
    title: String,
    /// What it hangs on.
    detail: String,
    /// Its page.
    href: String,
}

/// Things of all sorts that hold the words, as far as you may see them.
#[utoipa::path(get, path = "/api/v1/search", tag = "work",
    params(
        ("q" = Option<String>, Query, description = "The words"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of what was found", body = Listed<Found>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
    ))]
pub(super) async fn find(cx: Ctx, Query(query): Query) -> Result<Json<Listed<Found>>, Error> {
    cx.signed_in()?;
    let cursor = Cursor::read(&query)?;
    let words = Words::read(&query);
    let (_, hits) = found(&cx, &words, cursor.fetch(), cursor.skip).await?;
    let tree = cx.tree().await?;
    let told = |hit: search::Hit| Found {
        title: hit.title.get(cx.locale()).to_owned(),
        detail: super::beside(&cx, &tree, &hit).join(" · "),
        kind: hit.kind,
        href: hit.href,
    };
    Ok(Json(cursor.page(hits.into_iter().map(told).collect())))
}

/// What has happened to a thing, whatever it is, newest first: the lines that you may read.
#[utoipa::path(get, path = "/api/v1/history/{id}", tag = "work", operation_id = "history_of_thing",
    params(
        ("id" = String, Path, description = "The thing's id"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses(
        (status = 200, description = "One page of lines", body = Listed<HistoryLine>),
        (status = 400, description = "Bad cursor or limit", body = ProblemDetails),
        (status = 401, description = "Not signed in", body = ProblemDetails),
        (status = 404, description = "No such thing, or its history is not yours to read", body = ProblemDetails),
    ))]
pub(super) async fn history(
    cx: Ctx,
    Path(id): Path<varde_kernel::Id<()>>,
    Query(query): Query,
) -> Result<Json<Listed<HistoryLine>>, Error> {
    cx.signed_in()?;
    let cursor = Cursor::read(&query)?;
    let tree = cx.tree().await?;
    let thing: Uuid = id.uuid();
    // What was done to a person stands on that person's page, where reading it is noted.
    let of_person = |line: &Told| matches!(line.kind.parse(), Ok(Kind::Person | Kind::Holding | Kind::Own));
    let mut skip = cursor.skip;
    // A page of which one may read nothing says no more than that the next may hold something.
    let (lines, more) = loop {
        let mut lines = varde_store::history::of_any(cx.db(), &[thing], cursor.fetch(), skip).await?;
        let more = i64::try_from(lines.len()).is_ok_and(|n| cursor.limit < n);
        lines.truncate(usize::try_from(cursor.limit).unwrap_or(usize::MAX));
        lines.retain(|line| !of_person(line) && told::may_read_line(&cx, &tree, line));
        if !lines.is_empty() || !more {
            break (lines, more);
        }
        skip += cursor.limit;
    };
    // A thing of which one may read nothing is as one that does not exist.
    if lines.is_empty() && cursor.skip == 0 {
        return Err(Error::NotFound);
    }
    let items = told::tell(&cx, &tree, lines).await?.into_iter().map(HistoryLine::from).collect();
    Ok(Json(Listed { items, next_cursor: more.then(|| (skip + cursor.limit).to_string()) }))
}

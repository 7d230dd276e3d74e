//! Who has looked up whom: for oneself, and for those who watch over privacy.

use std::collections::HashMap;

use axum::response::Response;
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{PersonId, UnitTree};
use varde_web::{Ctx, Error, Fields, Query, page_of};

use crate::model::lookups::{Lookup, What};
use crate::store::lookups::{self as store, Wanted};
use crate::store::persons;
use crate::views::lookups as view;

/// How many lines a page shows.
const LINES: i64 = 50;

/// Notes that the visitor has looked up these persons, before they are shown. Nobody is noted for
/// looking at oneself.
///
/// # Errors
///
/// When it cannot be noted; then nothing is shown.
pub(crate) async fn looked(cx: &Ctx, persons: &[PersonId], what: What) -> Result<(), Error> {
    let reader = cx.signed_in()?.person;
    if persons.iter().all(|person| *person == reader) {
        return Ok(());
    }
    let tx = cx.begin().await?;
    store::note(&tx, reader, persons, what).await?;
    Ok(tx.commit().await?)
}

/// Lookups of oneself.
pub(crate) async fn of_oneself(cx: &Ctx, limit: i64, skip: i64) -> Result<Vec<Lookup>, Error> {
    let me = cx.signed_in()?.person;
    persons::open_own(cx.db(), cx.actor(), me, Action::Read).await?;
    Ok(store::of(cx.db(), me, limit, skip).await?)
}

/// Lookups that someone who watches over privacy sees.
pub(crate) async fn of_others(cx: &Ctx, query: &Fields, limit: i64, skip: i64) -> Result<Vec<Lookup>, Error> {
    cx.must(Action::Read, &Target::central(Kind::Lookup))?;
    let scope = access::scope(cx.actor(), Kind::Lookup);
    let on_no_unit = Target { kind: Kind::Lookup, ..persons::target(&UnitTree::default(), None) };
    let wanted = Wanted {
        scope: &scope,
        unplaced: cx.may(Action::Read, &on_no_unit),
        person: query.text("person").parse().ok(),
        reader: query.text("reader").parse().ok(),
    };
    Ok(store::list(cx.db(), &wanted, limit, skip).await?)
}

/// The names of those who looked and those who were looked at.
pub(crate) async fn names(cx: &Ctx, found: &[Lookup]) -> Result<HashMap<PersonId, String>, Error> {
    let mut ids: Vec<PersonId> = found.iter().flat_map(|one| [one.reader, one.person]).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(persons::names(cx.db(), &ids).await?)
}

/// `GET /me/lookups`: who has looked at what Varde knows of the visitor.
pub(crate) async fn mine(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let page = page_of(&query);
    let found = of_oneself(&cx, LINES + 1, (page - 1) * LINES).await?;
    let shown =
        view::Shown { found: &found, names: &names(&cx, &found).await?, limit: LINES, page, with_person: false };
    Ok(cx
        .page(cx.t("people-lookup-me-title"))
        .lead(cx.t("people-lookup-me-lead"))
        .crumb(cx.t("people-me-title"), "/me")
        .body(view::page(&cx, "/me/lookups", &query, &shown)))
}

/// `GET /lookups`: who has looked up whom.
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let page = page_of(&query);
    let found = of_others(&cx, &query, LINES + 1, (page - 1) * LINES).await?;
    let shown = view::Shown { found: &found, names: &names(&cx, &found).await?, limit: LINES, page, with_person: true };
    Ok(cx
        .page(cx.t("people-lookup-title"))
        .lead(cx.t("people-lookup-lead"))
        .body(view::page(&cx, "/lookups", &query, &shown)))
}

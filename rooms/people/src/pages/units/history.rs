//! What has happened in a unit and below it: who, what, when, before, after and why.

use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use varde_kernel::access::{Action, Kind, Scope, Target};
use varde_kernel::{PersonId, Problems, UnitId, UnitTree};
use varde_store::history::{self, OfUnit, Told};
use varde_web::{Ctx, Error, Fields, Path, Query, told};

use crate::model::lookups::What;
use crate::pages::lookups::looked;
use crate::views::units::history as view;

/// How many lines a page shows.
const LINES: i64 = 50;

/// What was asked for.
pub(crate) struct Asked {
    /// Only things of this kind.
    pub(crate) kind: Option<Kind>,
    /// Only in the unit itself.
    pub(crate) only_here: bool,
    /// The first day; a year back when nobody said.
    pub(crate) from: Option<Date>,
    to: Option<Date>,
    /// What could not be read.
    pub(crate) problems: Problems,
}

impl Asked {
    /// Without a first day, a year is read: what lies behind it is seldom meant, and is much in a large
    /// service.
    pub(crate) fn read(query: &Fields, today: Date) -> Self {
        let mut problems = Problems::new();
        let to = query.date("to", &mut problems);
        let from = query.date("from", &mut problems);
        Self {
            kind: query.choice("kind", &mut problems),
            only_here: query.text("where") == "here",
            from: from.or_else(|| to.unwrap_or(today).checked_sub(1.year()).ok()),
            to,
            problems,
        }
    }
}

/// Lines of a unit's history that the visitor may read. A unit whose history one may not read is
/// as one that does not exist.
pub(crate) async fn lines(
    cx: &Ctx,
    tree: &UnitTree,
    unit: UnitId,
    asked: &Asked,
    (limit, skip): (i64, i64),
) -> Result<Vec<Told>, Error> {
    tree.get(unit).ok_or(Error::NotFound)?;
    cx.must(Action::Read, &Target::internal(Kind::History, tree.line(unit)))?;
    let mut seen: Vec<(Scope, Vec<Kind>)> = told::kinds_seen(cx);
    if let Some(kind) = asked.kind {
        for (_, kinds) in &mut seen {
            kinds.retain(|known| *known == kind);
        }
    }
    let midnight = |day: Date| cx.say().midnight(day);
    let wanted = OfUnit {
        unit,
        below: !asked.only_here,
        seen: &seen,
        from: asked.from.and_then(midnight),
        // The last day is with.
        until: asked.to.and_then(|day| day.tomorrow().ok()).and_then(midnight),
        limit,
        skip,
    };
    let found = history::of_unit(cx.db(), &wanted).await?;
    // The last line only tells that there is more; it is not shown, so nobody has looked at it.
    let n_shown = usize::try_from(limit - 1).unwrap_or(usize::MAX);
    let about = |line: &&Told| matches!(line.kind.parse(), Ok(Kind::Person | Kind::Holding));
    let persons: Vec<PersonId> =
        found.iter().take(n_shown).filter(about).map(|line| PersonId::from_uuid(line.thing)).collect();
    looked(cx, &persons, What::History).await?;
    Ok(found)
}

/// `GET /units/{id}/history`
pub(super) async fn show(cx: Ctx, Path(id): Path<UnitId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let asked = Asked::read(&query, cx.today());
    let page: i64 = query.text("page").parse().unwrap_or(1).clamp(1, 100_000);
    let mut lines = lines(&cx, &tree, id, &asked, (LINES + 1, (page - 1) * LINES)).await?;
    let more = usize::try_from(LINES).is_ok_and(|limit| limit < lines.len());
    lines.truncate(usize::try_from(LINES).unwrap_or(usize::MAX));
    let happened = told::tell(&cx, &tree, lines).await?;
    let name = tree.get(id).map(|unit| cx.say().words(&unit.name).to_owned()).unwrap_or_default();
    let title = cx.say().with("people-history-title", &[("name", name.into())]);
    Ok(cx.page(title).lead(cx.t("people-history-lead")).unit(&tree, id).body(view::body(
        &cx,
        id,
        &query,
        &asked,
        &happened,
        (page, more),
    )))
}

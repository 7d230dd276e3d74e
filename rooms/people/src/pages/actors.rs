//! The actors of the plans and what they have been asked to do.

use axum::response::Response;
use maud::Markup;
use varde_kernel::{ActorId, sort_key};
use varde_web::{Ctx, Error, HomeAsk, Path, Query, Sorting};

use crate::model::actors::{Duty, PlanActor, actors_of, answers_for_duties};
use crate::store;
use crate::views::actors as view;

/// How many duties the start page shows.
const AT_HOME: usize = 6;

/// The actors that are the visitor's own: those that a unit is, on which the visitor answers for the
/// work. A ward leader's trust has its duties, but they are not the ward leader's.
fn own(cx: &Ctx, tree: &varde_kernel::UnitTree, actors: &[PlanActor]) -> Vec<ActorId> {
    let mut own: Vec<ActorId> = Vec::new();
    let answering = cx.actor().held().iter().filter(|held| answers_for_duties(held.role));
    for id in answering.flat_map(|held| actors_of(tree, actors, held.unit)) {
        if !own.contains(&id) {
            own.push(id);
        }
    }
    own
}

/// `GET /actors`: all actors, or those whose name holds `?q=`; `?mine=yes` keeps one's own.
pub(super) async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let all = store::actors::actors(cx.db()).await?;
    let own = own(&cx, &tree, &all);
    let counts = store::actors::duty_counts(cx.db()).await?;
    let words: String = query.text("q").chars().take(200).collect();
    let level = query.text("level").parse().ok();
    let mine = query.has("mine");
    let mut shown: Vec<&PlanActor> = all
        .iter()
        .filter(|actor| actor.name.all().to_lowercase().contains(&words.to_lowercase()))
        .filter(|actor| level.is_none_or(|level| level == actor.level))
        .filter(|actor| !mine || own.contains(&actor.id))
        .collect();
    let sorting = Sorting::new("/actors", &query, &["name", "level", "duties"]);
    let name = |actor: &PlanActor| sort_key(actor.name.get(cx.locale()));
    let n_duties = |actor: &PlanActor| counts.iter().find(|(id, _)| *id == actor.id).map_or(0, |(_, n)| *n);
    match sorting.by() {
        "level" => sorting.sort(&mut shown, |actor| (actor.level, name(actor))),
        "duties" => sorting.sort(&mut shown, |actor| (n_duties(actor), name(actor))),
        _ => sorting.sort(&mut shown, |actor| name(actor)),
    }
    let asked = view::Asked { words: &words, level, mine };
    let body = view::list(&cx, &asked, &sorting, &shown, &own, &counts);
    Ok(cx.page(cx.t("people-actors-title")).lead(cx.t("people-actors-lead")).body(body))
}

/// `GET /actors/{id}`: one actor and its duties.
pub(super) async fn show(cx: Ctx, Path(id): Path<ActorId>) -> Result<Response, Error> {
    cx.signed_in()?;
    let tree = cx.tree().await?;
    let all = store::actors::actors(cx.db()).await?;
    let actor = all.iter().find(|actor| actor.id == id).ok_or(Error::NotFound)?;
    let duties = store::actors::duties(cx.db(), &[id]).await?;
    let parent = actor.parent.and_then(|parent| all.iter().find(|actor| actor.id == parent));
    let below: Vec<&PlanActor> = all.iter().filter(|other| other.parent == Some(id)).collect();
    let page = cx.page(actor.name.get(cx.locale())).crumb(cx.t("people-actors-title"), "/actors");
    Ok(page.body(view::show(&cx, &tree, actor, parent, &below, &duties)))
}

/// The start page's part: what the visitor's units have been asked to do as actors of the plans. Those whose
/// unit is no actor see what the organisation around it answers for, and that it is not their own.
pub(super) async fn mine(ask: &HomeAsk<'_>) -> Result<Markup, Error> {
    let (cx, tree) = (ask.cx, ask.tree);
    let all = store::actors::actors(cx.db()).await?;
    let own = own(cx, tree, &all);
    let duties = store::actors::duties(cx.db(), &own).await?;
    if !duties.is_empty() {
        return Ok(view::mine(cx, &all, first(&duties), duties.len()));
    }
    let Some(home) = cx.visitor().and_then(|visitor| visitor.home) else { return Ok(Markup::default()) };
    for unit in tree.line(home).iter() {
        let duties = store::actors::duties(cx.db(), &actors_of(tree, &all, *unit)).await?;
        if let Some(unit) = tree.get(*unit).filter(|_| !duties.is_empty()) {
            return Ok(view::around(cx, unit, &all, first(&duties)));
        }
    }
    Ok(Markup::default())
}

fn first(duties: &[Duty]) -> &[Duty] {
    duties.get(..duties.len().min(AT_HOME)).unwrap_or_default()
}

//! Pages of plans.

mod adopted;
mod edit;
mod matrix;
mod order;
mod parts;
mod placing;
mod steps;
mod succession;
mod versions;

use std::cmp::Reverse;

use axum::response::{IntoResponse, Response};
use http::header;
use jiff::civil::Date;
use maud::{Markup, Render, html};
use varde_indicators::Sight;
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{PlanId, Problems, UnitTree, sort_key};
use varde_store::history;
use varde_web::ui::{
    Choice, Field, Icon, Kind as FieldKind, Select, Weight, card, filter_bar, hidden, link, link_button,
};
use varde_web::{Ctx, Error, Fields, Need, Path, Query, Route, Sorting, page_of, paged, pager, whose, with};

use super::followup::shared::{self, LINES};
use crate::export::status::{self, PlanStatus};
use crate::model::plan::{Part, PartKind, Plan, PlanKind, PlanLine, PlanState};
use crate::rules::plan::has_run_out;
use crate::store;
use crate::store::plans::Filter;
use crate::views::followup::Tools;
use crate::views::plan::{self as views, Place};
use crate::views::{measures as measure_views, parts as part_views, plans_list, words};

pub(crate) use adopted::{changes as changes_since_adopted, items as adopted_items};
pub(crate) use edit::{insert, put as put_text, read_plan};
pub(crate) use matrix::Matrix;
pub(crate) use order::shift;
pub(crate) use parts::{change_part, insert_part, remove_part};
pub(crate) use placing::{carry, place, take_out};
pub(crate) use steps::{approve_read, give_owners, take};
pub(crate) use succession::{relate, seen_rows, take_over, tell_became};
pub(crate) use versions::{drop_under_way, seen as seen_versions};

/// How many plans are put in order at most.
const MOST: i64 = 5_000;
/// What asks for adopted plans that have run out, where a state is asked for.
const RUN_OUT: &str = "run_out";

pub(crate) fn routes() -> Vec<Route> {
    use Action::{Approve, Create, Edit, Read};
    vec![
        Route::get("/plans", Need::SignedIn, list),
        Route::get("/plans/new", Need::May(Kind::Plan, Create), edit::new),
        Route::post("/plans", Need::May(Kind::Plan, Create), edit::create),
        Route::get("/plans/{id}", Need::May(Kind::Plan, Read), show),
        Route::get("/plans/{id}/versions/{no}", Need::May(Kind::Plan, Read), versions::show),
        Route::post("/plans/{id}/discard", Need::May(Kind::Plan, Edit), versions::discard),
        Route::get("/plans/{id}/status", Need::May(Kind::Plan, Read), file),
        Route::get("/plans/{id}/measures", Need::May(Kind::Plan, Read), measures),
        Route::get("/plans/{id}/measures/new", Need::May(Kind::Plan, Edit), placing::new),
        Route::post("/plans/{id}/measures", Need::May(Kind::Plan, Edit), placing::create),
        Route::post("/plans/{id}/measures/{measure}/remove", Need::May(Kind::Plan, Edit), placing::remove),
        Route::get("/plans/{id}/diagram", Need::May(Kind::Plan, Read), diagram),
        Route::get("/plans/{id}/parts", Need::May(Kind::Plan, Read), parts::list),
        Route::get("/plans/{id}/matrix", Need::May(Kind::Plan, Read), matrix::show),
        Route::get("/plans/{id}/succession", Need::May(Kind::Plan, Read), succession::list),
        Route::get("/plans/{id}/relations", Need::May(Kind::Plan, Read), relations),
        Route::get("/plans/{id}/history", Need::May(Kind::History, Read), told),
        Route::get("/plans/{id}/edit", Need::May(Kind::Plan, Edit), edit::edit),
        Route::post("/plans/{id}", Need::May(Kind::Plan, Edit), edit::update),
        Route::post("/plans/{id}/submit", Need::May(Kind::Plan, Edit), steps::submit),
        Route::post("/plans/{id}/approve", Need::May(Kind::Plan, Approve), steps::approve),
        Route::get("/plans/{id}/close", Need::May(Kind::Plan, Approve), steps::ask_close),
        Route::post("/plans/{id}/close", Need::May(Kind::Plan, Approve), steps::close),
        Route::get("/plans/{id}/owners", Need::May(Kind::Plan, Edit), steps::owners),
        Route::post("/plans/{id}/owners", Need::May(Kind::Plan, Edit), steps::save_owners),
        Route::get("/plans/{id}/parts/new", Need::May(Kind::Plan, Edit), parts::new),
        Route::post("/plans/{id}/parts", Need::May(Kind::Plan, Edit), parts::create),
        Route::get("/plans/{id}/parts/{part}", Need::May(Kind::Plan, Edit), parts::edit),
        Route::post("/plans/{id}/parts/{part}", Need::May(Kind::Plan, Edit), parts::update),
        Route::get("/plans/{id}/parts/{part}/remove", Need::May(Kind::Plan, Edit), parts::ask_remove),
        Route::post("/plans/{id}/parts/{part}/remove", Need::May(Kind::Plan, Edit), parts::remove),
        Route::get("/plans/{id}/order", Need::May(Kind::Plan, Edit), order::show),
        Route::post("/plans/{id}/order", Need::May(Kind::Plan, Edit), order::save),
        Route::get("/plans/{id}/succession/new", Need::May(Kind::Plan, Edit), succession::new),
        Route::post("/plans/{id}/succession", Need::May(Kind::Plan, Edit), succession::create),
        Route::post("/plans/{id}/succession/carry", Need::May(Kind::Plan, Edit), placing::carry_one),
        Route::get("/plans/{id}/relations/new", Need::May(Kind::Plan, Edit), succession::new_relation),
        Route::post("/plans/{id}/relations", Need::May(Kind::Plan, Edit), succession::create_relation),
    ]
}

/// What the query narrows the list to. Words that mean nothing narrow nothing.
pub(crate) fn filter(query: &Fields) -> Filter {
    Filter {
        words: query.text("q").chars().take(100).filter(|letter| !letter.is_control()).collect(),
        kind: query.text("kind").parse().ok(),
        state: query.text("state").parse().ok(),
        unit: query.text("unit").parse().ok(),
        around: None,
    }
}

/// The plans that the query asks for, in its order. A unit's plans are those that it or units below it
/// own, and those from above; an adopted plan that has run out is no longer listed among the adopted.
async fn wanted(cx: &Ctx, tree: &UnitTree, query: &Fields, sorting: &Sorting<'_>) -> Result<Vec<PlanLine>, Error> {
    let scope = access::scope(cx.actor(), Kind::Plan);
    let run_out = query.text("state") == RUN_OUT;
    let mut filter = filter(query);
    filter.around = filter.unit.take().map(|unit| (unit, store::line_of(tree, unit)));
    if run_out {
        filter.state = Some(PlanState::Adopted);
    }
    let mut plans = store::plans::list(cx.db(), &scope, &filter, MOST, 0).await?;
    if filter.state == Some(PlanState::Adopted) {
        plans.retain(|plan| has_run_out(plan.state, plan.to, cx.today()) == run_out);
    }
    let name = |plan: &PlanLine| sort_key(cx.say().words(&plan.name));
    match sorting.by() {
        "name" => sorting.sort(&mut plans, name),
        "kind" => sorting.sort(&mut plans, |plan| (sort_key(&cx.t(words::kind_key(plan.kind))), name(plan))),
        "owner" => {
            sorting.sort(&mut plans, |plan| (sort_key(&words::unit_name(cx.say(), tree, plan.unit)), name(plan)));
        }
        "state" => sorting
            .sort(&mut plans, |plan| (has_run_out(plan.state, plan.to, cx.today()), plan.state.name(), name(plan))),
        "goals" => sorting.sort(&mut plans, |plan| (plan.n_goals, name(plan))),
        "measures" => sorting.sort(&mut plans, |plan| (plan.n_measures, name(plan))),
        "period" => sorting.sort(&mut plans, |plan| (plan.from, plan.to, name(plan))),
        _ => plans.sort_by_cached_key(|plan| (Reverse(plan.from), name(plan))),
    }
    Ok(plans)
}

/// `GET /plans`
async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let sorting = Sorting::new("/plans", &query, plans_list::COLUMNS);
    let plans = wanted(&cx, &tree, &query, &sorting).await?;
    if query.text("format") == "csv" {
        return Ok(csv(
            crate::export::plans(&plans, &tree, cx.say()).map_err(|error| Error::Internal(Box::new(error)))?,
            "plans",
        ));
    }
    let (page, total) = (page_of(&query), i64::try_from(plans.len()).unwrap_or(i64::MAX));
    let plans: Vec<PlanLine> = paged(plans, page, LINES).collect();
    let may_make = !shared::own_units(cx.actor(), Kind::Plan, Action::Create).is_empty();
    let filter = filter(&query);
    let body = html! {
        (whose(&cx, &tree, "/plans", &query, filter.unit))
        (filters(&cx, &query, &filter))
        p.row {
            span.quiet { (cx.say().with("plans-list-count", &[("n", total.into())])) }
            span.no-print { (link(&cx.t("plans-list-csv"), &with("/plans", &query, &[("format", "csv")]))) }
        }
        (plans_list::table(&cx, &tree, &plans, &sorting))
        (pager(cx.say(), "/plans", &query, (page, LINES), total))
    };
    let actions = html! {
        @if may_make { (link_button(&cx.t("plans-new"), "/plans/new", Weight::Primary, Some(Icon::Plus))) }
    };
    Ok(cx.page(cx.t("plans-list-title")).lead(cx.t("plans-list-lead")).actions(actions).body(body))
}

fn filters(cx: &Ctx, query: &Fields, filter: &Filter) -> Markup {
    let kinds: Vec<(&str, String)> =
        PlanKind::ALL.iter().map(|kind| (kind.name(), cx.t(words::kind_key(*kind)))).collect();
    let states: Vec<(&str, String)> = PlanState::ALL
        .iter()
        .map(|state| (state.name(), cx.t(words::plan_state_key(*state))))
        .chain([(RUN_OUT, cx.t("plans-plan-run-out"))])
        .collect();
    let (all, label, kind, state) =
        (cx.t("plans-filter-all"), cx.t("plans-filter-words"), cx.t("plans-field-kind"), cx.t("plans-field-state"));
    let select = |id: &str, label: &str, list: &[(&str, String)]| {
        let choices: Vec<Choice<'_>> = list
            .iter()
            .map(|(value, label)| Choice { value, label, chosen: *value == query.text(id), ..Choice::default() })
            .collect();
        Select { id, name: id, label, prompt: Some(&all), choices: &choices, autosubmit: true, ..Select::default() }
            .render()
    };
    let fields = html! {
        (Field { id: "q", name: "q", label: &label, value: &filter.words, kind: FieldKind::Search, ..Field::default() })
        (select("kind", &kind, &kinds))
        (select("state", &state, &states))
        @if query.has("unit") { (hidden("unit", query.text("unit"))) }
    };
    filter_bar(
        "/plans",
        &cx.t("plans-filter"),
        &fields,
        &cx.t("plans-filter-show"),
        Some((&cx.t("plans-filter-reset"), "/plans")),
    )
}

/// A CSV file to keep.
pub(crate) fn csv(text: String, name: &str) -> Response {
    let disposition = format!("attachment; filename=\"{name}.csv\"");
    ([(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, disposition)], text)
        .into_response()
}

/// The day that the query asks for; today when it asks for none.
pub(crate) fn as_of(cx: &Ctx, query: &Fields) -> Result<Date, Error> {
    let mut problems = Problems::new();
    let day = query.date("as_of", &mut problems);
    if problems.is_empty() { Ok(day.unwrap_or_else(|| cx.today())) } else { Err(Error::BadRequest("web-problem-date")) }
}

/// What every page of a plan begins with.
pub(crate) async fn opened(cx: &Ctx, id: PlanId, as_of: Date) -> Result<(std::sync::Arc<UnitTree>, PlanStatus), Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let days = (as_of, cx.today());
    let mut status = status::load(cx.db(), &Sight::Of(cx.actor(), &tree), &tree, plan, days).await?;
    status.keep_seen(cx.actor(), &tree);
    Ok((tree, status))
}

pub(crate) fn sees_history(cx: &Ctx, tree: &UnitTree, plan: &Plan) -> bool {
    cx.may(Action::Read, &Target::internal(Kind::History, store::line_of(tree, plan.unit)))
}

/// The plan's page with one of its tabs in it.
pub(crate) fn framed(cx: &Ctx, tree: &UnitTree, plan: &Plan, place: Place, actions: Markup, body: &Markup) -> Response {
    let tabs = views::plan_tabs(cx, plan, place, sees_history(cx, tree, plan));
    cx.page(cx.say().words(&plan.said.name))
        .lead(cx.t(words::kind_key(plan.kind)))
        .crumb(cx.t("plans-list-title"), "/plans")
        .of_unit(tree, plan.unit)
        .seen_by(tree, plan.unit, plan.open)
        .actions(actions)
        .body(html! { (tabs) (body) })
}

/// `GET /plans/{id}`
async fn show(cx: Ctx, Path(id): Path<PlanId>, Query(query): Query) -> Result<Response, Error> {
    // What is no day is told beside the field, and today shown.
    let mut problems = Problems::new();
    let asked = query.date("as_of", &mut problems);
    let (tree, status) = opened(&cx, id, asked.unwrap_or_else(|| cx.today())).await?;
    let plan = &status.plan;
    let parts = store::parts::of(cx.db(), id).await?;
    let dates = store::plans::dates(cx.db(), id).await?;
    let successor = store::plans::successor(cx.db(), plan, status.as_of).await?;
    let commissioned = commissioned_by(&cx, plan).await?;
    let versions = versions::seen(&cx, &tree, plan, &status.owners).await?;
    let under_way = versions.iter().map(|one| &one.plan).find(|one| one.state != PlanState::Closed);
    let changed = adopted::changed(&cx, &tree, plan).await?;
    let beside = cx.beside(&tree, Kind::Plan, id).await?;
    let tools = tools(&cx, &tree, plan, &parts).await?;
    let body = html! {
        @if let Some((successor, name)) = successor {
            p { (cx.t("plans-replaced-by")) " " (link(cx.say().words(&name), &format!("/plans/{successor}"))) }
        }
        (views::vision(&cx, plan))
        (views::standing(&cx, &status))
        (views::other_day(&cx, &status, !problems.is_empty()))
        @if let Some(next) = under_way { (versions::told_of(&cx, &tree, &status.owners, next)) }
        (steps::next(&cx, &tree, &status, under_way.unwrap_or(plan), &parts))
        (part_views::pillars(&cx, &parts))
        (views::overview(&cx, &status, &parts))
        (changed)
        (views::about(&cx, &tree, &status, commissioned.as_ref(), &dates))
        @for (heading, lines) in &beside { (card(heading, lines)) }
        (crate::views::followup::plan_links(&cx, id, &tools))
        (steps::besides(&cx, &tree, plan))
        (versions::former(&cx, &versions))
    };
    let may_edit = plan.state != PlanState::Closed && cx.may(Action::Edit, &store::plans::target(&tree, plan));
    let actions = html! {
        @if may_edit { (link_button(&cx.t("plans-edit"), &format!("/plans/{id}/edit"), Weight::Secondary, Some(Icon::Pencil))) }
        (varde_web::ui::print_button(&cx.t("plans-print")))
    };
    Ok(framed(&cx, &tree, plan, Place::Overview, actions, &body))
}

/// What the plan can be followed up with, as far as there is anything in it or something to begin.
async fn tools(cx: &Ctx, tree: &UnitTree, plan: &Plan, parts: &[Part]) -> Result<Tools, Error> {
    let on = |kind| Target::open(kind, store::line_of(tree, plan.unit));
    let is_open = plan.state != PlanState::Closed;
    let has = |kind| parts.iter().any(|part| part.kind == kind);
    let scope = access::scope(cx.actor(), Kind::Plan);
    let wanted = store::rounds::Wanted { plan: Some(plan.id), ..store::rounds::Wanted::default() };
    let may_add = is_open && cx.may(Action::Edit, &on(Kind::Alternative));
    Ok(Tools {
        may_open_round: is_open && cx.may(Action::Create, &on(Kind::Round)),
        rounds: 0 < store::rounds::count(cx.db(), &scope, &wanted).await?,
        challenges: has(PartKind::Challenge),
        alternatives: may_add || !store::alternatives::list(cx.db(), plan.id).await?.is_empty(),
        ranking: has(PartKind::Criterion),
    })
}

async fn commissioned_by(cx: &Ctx, plan: &Plan) -> Result<Option<varde_kernel::Words>, Error> {
    match plan.commissioned_by {
        Some(actor) => Ok(varde_people::actor(cx.db(), actor).await?.map(|actor| actor.name)),
        None => Ok(None),
    }
}

/// `GET /plans/{id}/status`: the same as the page, to keep.
async fn file(cx: Ctx, Path(id): Path<PlanId>, Query(query): Query) -> Result<Response, Error> {
    let (tree, found) = opened(&cx, id, as_of(&cx, &query)?).await?;
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| Error::Internal(error);
    match query.text("format") {
        "json" => {
            let text = status::json(&found, &tree, cx.say()).map_err(|error| failed(Box::new(error)))?;
            Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
        }
        "csv" => Ok(csv(status::csv(&found, cx.say()).map_err(|error| failed(Box::new(error)))?, "status")),
        "" | "text" => {
            let text = status::text(&found, &tree, cx.say());
            Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
        }
        "pdf" => {
            let paper = cx.printout(&format!("/plans/{id}?as_of={}", found.as_of), &tree, found.plan.unit);
            let printout = status::printout(&found, &tree, cx.say(), paper);
            let name = format!("{} {}", printout.title, found.as_of);
            cx.printed(printout, &name).await
        }
        _ => Err(Error::BadRequest("plans-error-format")),
    }
}

/// `GET /plans/{id}/measures`
async fn measures(cx: Ctx, Path(id): Path<PlanId>, Query(query): Query) -> Result<Response, Error> {
    let (tree, status) = opened(&cx, id, as_of(&cx, &query)?).await?;
    let parts = store::parts::of(cx.db(), id).await?;
    let may = cx.may(Action::Create, &Target::internal(Kind::Measure, store::line_of(&tree, status.plan.unit)));
    let may_place =
        status.plan.state != PlanState::Closed && cx.may(Action::Edit, &store::plans::target(&tree, &status.plan));
    let actions = html! {
        @if may { (link_button(&cx.t("plans-measure-new"), &format!("/measures/new?unit={}", status.plan.unit), Weight::Tertiary, Some(Icon::Plus))) }
        @if may_place { (link_button(&cx.t("plans-place"), &format!("/plans/{id}/measures/new"), Weight::Secondary, Some(Icon::Plus))) }
    };
    Ok(framed(
        &cx,
        &tree,
        &status.plan,
        Place::Measures,
        actions,
        &measure_views::measures(&cx, &tree, &status, &parts),
    ))
}

/// `GET /plans/{id}/diagram`
async fn diagram(cx: Ctx, Path(id): Path<PlanId>, Query(query): Query) -> Result<Response, Error> {
    let (tree, status) = opened(&cx, id, as_of(&cx, &query)?).await?;
    let parts = store::parts::of(cx.db(), id).await?;
    let measures: Vec<_> = status.measures.iter().map(|measure| measure.place.measure).collect();
    let tags = varde_measures::store::tags_of_many(cx.db(), &measures).await?;
    Ok(framed(&cx, &tree, &status.plan, Place::Diagram, html! {}, &views::diagram(&cx, &status, &parts, &tags)))
}

/// `GET /plans/{id}/relations`
async fn relations(cx: Ctx, Path(id): Path<PlanId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let scope = access::scope(cx.actor(), Kind::Plan);
    let own = store::plans::relations(cx.db(), &scope, id).await?;
    let others: Vec<_> = store::plans::related_to(cx.db(), id)
        .await?
        .into_iter()
        .map(|(id, name, unit, relation)| (id, name, words::unit_name(cx.say(), &tree, unit), relation))
        .collect();
    let may_edit = plan.state != PlanState::Closed && cx.may(Action::Edit, &store::plans::target(&tree, &plan));
    let actions = html! {
        @if may_edit { (link_button(&cx.t("plans-relation-new"), &format!("/plans/{id}/relations/new"), Weight::Secondary, Some(Icon::Link))) }
    };
    Ok(framed(&cx, &tree, &plan, Place::Relations, actions, &views::relations(&cx, &own, &others)))
}

/// `GET /plans/{id}/history`
async fn told(cx: Ctx, Path(id): Path<PlanId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    cx.must(Action::Read, &Target::internal(Kind::History, store::line_of(&tree, plan.unit)))?;
    let lines = history::of_thing(cx.db(), id, 200).await?;
    let happened = varde_web::told::tell(&cx, &tree, lines).await?;
    Ok(framed(&cx, &tree, &plan, Place::History, html! {}, &views::history(&cx, &happened)))
}

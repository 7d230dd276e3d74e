//! What became of a plan's items in the plan that took over, and how plans stand to each other.

use std::collections::HashMap;

use axum::response::Response;
use http::StatusCode;
use maud::{Markup, html};
use varde_kernel::access::{self, Action, Granted, Kind, Scope};
use varde_kernel::{GoalId, MeasureId, PlanId, Problems, UnitTree, Words};
use varde_web::ui::{Icon, Weight, link_button, section, submit_row};
use varde_web::{Ctx, Error, Fields, Form, Path, Query};

use super::framed;
use crate::model::goal::{Item, ItemKind, Outcome, Succession};
use crate::model::plan::{Plan, PlanState, RelationKind};
use crate::pages::followup::shared;
use crate::store;
use crate::views::plan::{self as views, Place, SuccessionLine};
use crate::views::typed::Typed;
use crate::views::words;

/// Names of the items of some plans, and of the measures among `items`, as far as the visitor sees them.
pub(super) async fn names(
    cx: &Ctx,
    tree: &UnitTree,
    plans: &[PlanId],
    items: &[Item],
) -> Result<HashMap<Item, Words>, Error> {
    let mut found: HashMap<Item, Words> = store::succession::own_names(cx.db(), plans).await?.into_iter().collect();
    let goals: Vec<GoalId> = found.keys().filter_map(|item| item.goal()).collect();
    for goal in store::goals::many(cx.db(), &goals).await? {
        if !cx.may(Action::Read, &store::goals::target(tree, &goal)) {
            found.remove(&Item::Goal(goal.id));
        }
    }
    let measures: Vec<MeasureId> = items.iter().filter_map(|item| item.measure()).collect();
    for measure in varde_measures::store::many(cx.db(), &measures).await? {
        if cx.may(Action::Read, &varde_measures::store::target(tree, &measure)) {
            found.insert(Item::Measure(measure.id), measure.title);
        }
    }
    Ok(found)
}

fn place(cx: &Ctx, item: Item, plan: PlanId, names: &HashMap<Item, Words>) -> (String, Option<String>) {
    let name = names.get(&item).map_or_else(|| cx.t("plans-item-unknown"), |name| cx.say().words(name).to_owned());
    (name, names.contains_key(&item).then(|| words::item_href(item, plan)))
}

/// The rows whose other plan the visitor may see.
pub(crate) async fn seen_rows(
    cx: &Ctx,
    tree: &UnitTree,
    mut rows: Vec<(PlanId, Succession)>,
) -> Result<Vec<(PlanId, Succession)>, Error> {
    let mut known: HashMap<PlanId, bool> = HashMap::new();
    for (plan, _) in &rows {
        if !known.contains_key(plan) {
            let other = store::plans::load(cx.db(), *plan).await?;
            let sees = other.is_some_and(|other| cx.may(Action::Read, &store::plans::target(tree, &other)));
            known.insert(*plan, sees);
        }
    }
    rows.retain(|(plan, _)| known.get(plan).is_some_and(|sees| *sees));
    Ok(rows)
}

async fn lines(
    cx: &Ctx,
    tree: &UnitTree,
    id: PlanId,
    rows: &[(PlanId, Succession)],
    outward: bool,
) -> Result<Vec<SuccessionLine>, Error> {
    let mut plans: Vec<PlanId> = rows.iter().map(|(plan, _)| *plan).collect();
    plans.push(id);
    plans.sort_unstable();
    plans.dedup();
    let items: Vec<Item> = rows.iter().flat_map(|(_, row)| [Some(row.from), row.to]).flatten().collect();
    let names = names(cx, tree, &plans, &items).await?;
    Ok(rows
        .iter()
        .map(|(other, row)| {
            let (from, to) = if outward { (id, *other) } else { (*other, id) };
            SuccessionLine {
                from: place(cx, row.from, from, &names),
                to: row.to.map(|item| place(cx, item, to, &names)),
                outcome: row.outcome,
                inferred: row.inferred,
                note: cx.say().words(&row.note).to_owned(),
            }
        })
        .collect())
}

/// `GET /plans/{id}/succession`
pub(super) async fn list(cx: Ctx, Path(id): Path<PlanId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let inward = seen_rows(&cx, &tree, store::succession::into(cx.db(), id).await?).await?;
    let outward = seen_rows(&cx, &tree, store::succession::from(cx.db(), id).await?).await?;
    let inward = lines(&cx, &tree, id, &inward, false).await?;
    let outward = lines(&cx, &tree, id, &outward, true).await?;
    let may_edit = plan.state != PlanState::Closed && cx.may(Action::Edit, &store::plans::target(&tree, &plan));
    let open = super::placing::to_carry(&cx, &tree, &plan).await?;
    let carrying = super::placing::carrying(&cx, &plan, &open, may_edit);
    let (came, became) = (cx.t("plans-succession-came"), cx.t("plans-succession-became"));
    let body = html! {
        p.prose { (cx.t("plans-succession-lead")) }
        (carrying)
        @if !inward.is_empty() || plan.predecessor.is_some() {
            (section("came", &came, &html! {}, &views::succession(&cx, &came, &inward)))
        }
        (section("became", &became, &html! {}, &views::succession(&cx, &became, &outward)))
    };
    let actions = html! {
        @if may_edit { (link_button(&cx.t("plans-succession-new"), &format!("/plans/{id}/succession/new"), Weight::Secondary, Some(Icon::Plus))) }
    };
    Ok(framed(&cx, &tree, &plan, Place::Succession, actions, &body))
}

/// The items of a plan to choose from, as (`goal:<id>`, name).
async fn choices(cx: &Ctx, plan: PlanId) -> Result<Vec<(String, String)>, Error> {
    let tree = cx.tree().await?;
    let measures: Vec<Item> =
        store::plans::measures(cx.db(), plan).await?.into_iter().map(|place| Item::Measure(place.measure)).collect();
    let mut found: Vec<(String, String)> = names(cx, &tree, &[plan], &measures)
        .await?
        .into_iter()
        .map(|(item, name)| (format!("{}:{}", item.kind().name(), item.text()), cx.say().words(&name).to_owned()))
        .collect();
    found.sort_by(|a, b| (a.0.split(':').next(), &a.1).cmp(&(b.0.split(':').next(), &b.1)));
    Ok(found)
}

fn item(text: &str) -> Option<Item> {
    let (kind, id) = text.split_once(':')?;
    Item::read(kind.parse::<ItemKind>().ok()?, id)
}

async fn open(cx: &Ctx, id: PlanId) -> Result<Granted<Plan>, Error> {
    let tree = cx.tree().await?;
    let plan = store::plans::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    if plan.state == PlanState::Closed { Err(Error::Conflict("plans-refused-out-of-order")) } else { Ok(plan) }
}

/// Plans to choose from, without the plan itself.
async fn plan_choices(cx: &Ctx, id: PlanId, scope: &Scope) -> Result<Vec<(String, String)>, Error> {
    Ok(store::plans::names(cx.db(), scope, 500)
        .await?
        .into_iter()
        .filter(|(plan, _)| *plan != id)
        .map(|(plan, name)| (plan.to_string(), cx.say().words(&name).to_owned()))
        .collect())
}

async fn form_page(
    cx: &Ctx,
    plan: &Plan,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let typed = Typed::new(cx, fields, problems);
    let (href, name) = (format!("/plans/{}/succession", plan.id), cx.say().words(&plan.said.name));
    let body: Markup = match plan.predecessor {
        // First which plan this one takes over from, then item by item.
        None => {
            // Whoever says that a plan is replaced speaks for that plan too.
            let over = shared::own_units(cx.actor(), Kind::Plan, Action::Edit);
            let plans = plan_choices(cx, plan.id, &Scope::Part { open: false, over, above: Vec::new() }).await?;
            typed.form(
                &href,
                "",
                html! {
                    (typed.summary())
                    (typed.select("former", &cx.t("plans-succession-former"), None, true, &plans))
                    (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &href)), None))
                },
            )
        }
        Some(former) => {
            let outcomes: Vec<(String, String)> =
                Outcome::ALL.iter().map(|one| (one.name().to_owned(), cx.t(words::outcome_key(*one)))).collect();
            let (from, to) = (choices(cx, former).await?, choices(cx, plan.id).await?);
            typed.form(
                &href,
                "",
                html! {
                    (typed.summary())
                    (typed.select("from", &cx.t("plans-succession-from"), None, true, &from))
                    (typed.select("outcome", &cx.t("plans-succession-outcome"), None, true, &outcomes))
                    (typed.select("to", &cx.t("plans-succession-to"), Some(&cx.t("plans-succession-to-help")), false, &to))
                    (typed.area("note", &cx.t("plans-succession-note"), None, false))
                    (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &href)), None))
                },
            )
        }
    };
    Ok(cx
        .page(cx.t("plans-succession-new"))
        .crumb(cx.t("plans-list-title"), "/plans")
        .crumb(name, format!("/plans/{}", plan.id))
        .status(status)
        .body(body))
}

/// `GET /plans/{id}/succession/new`
pub(super) async fn new(cx: Ctx, Path(id): Path<PlanId>, Query(query): Query) -> Result<Response, Error> {
    let plan = open(&cx, id).await?;
    form_page(&cx, &plan, &query, &Problems::new(), StatusCode::OK).await
}

/// Says which plan this one takes over from, or what is wrong with that. Pages and API share it.
pub(crate) async fn take_over(cx: &Ctx, id: PlanId, fields: &Fields) -> Result<Result<(), Problems>, Error> {
    let plan = open(cx, id).await?;
    if plan.predecessor.is_some() {
        return Err(Error::Conflict("plans-refused-out-of-order"));
    }
    let mut problems = Problems::new();
    let former: Option<PlanId> = fields.must_choose("former", &mut problems);
    let Some(former) = former.filter(|former| *former != id) else {
        problems.field("former", "plans-problem-former");
        return Ok(Err(problems));
    };
    let tree = cx.tree().await?;
    store::plans::open(cx.db(), cx.actor(), &tree, former, Action::Edit).await?;
    let tx = cx.begin().await?;
    store::succession::succeed(&tx, &plan, former).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Says what became of one item of the former plan, or what is wrong with that. Pages and API
/// share it.
pub(crate) async fn tell_became(cx: &Ctx, id: PlanId, fields: &Fields) -> Result<Result<(), Problems>, Error> {
    let plan = open(cx, id).await?;
    let Some(former) = plan.predecessor else { return Err(Error::Conflict("plans-refused-out-of-order")) };
    let mut problems = Problems::new();
    let outcome: Option<Outcome> = fields.must_choose("outcome", &mut problems);
    let from = item(fields.text("from"));
    let to = item(fields.text("to"));
    let note = fields.long("note", &mut problems);
    let known = |text: &str, list: &[(String, String)]| list.iter().any(|(value, _)| value == text);
    if from.is_none() || !known(fields.text("from"), &choices(cx, former).await?) {
        problems.field("from", "plans-problem-item");
    }
    if !fields.text("to").is_empty() && !known(fields.text("to"), &choices(cx, id).await?) {
        problems.field("to", "plans-problem-item");
    }
    match (outcome, to) {
        (Some(Outcome::Continued | Outcome::Merged), None) => problems.field("to", "plans-problem-successor"),
        (Some(Outcome::Ended), Some(_)) => problems.field("to", "plans-problem-ended"),
        (Some(Outcome::Ended), None) if note.is_empty() => problems.field("note", "plans-problem-ended-why"),
        _ => {}
    }
    let (Some(from), Some(outcome), true) = (from, outcome, problems.is_empty()) else { return Ok(Err(problems)) };
    let tx = cx.begin().await?;
    let row = Succession { from, to, outcome, inferred: false, note: Words::plain(note) };
    store::succession::save(&tx, &plan, former, &row).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// `POST /plans/{id}/succession`
pub(super) async fn create(cx: Ctx, Path(id): Path<PlanId>, Form(fields): Form) -> Result<Response, Error> {
    let plan = open(&cx, id).await?;
    // First which plan this one takes over from, then item by item.
    let (told, next) = if plan.predecessor.is_none() {
        (take_over(&cx, id, &fields).await?, format!("/plans/{id}/succession/new"))
    } else {
        (tell_became(&cx, id, &fields).await?, format!("/plans/{id}/succession"))
    };
    match told {
        Ok(()) => Ok(cx.done(&next, "plans-saved")),
        Err(problems) => form_page(&cx, &plan, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

async fn relation_page(
    cx: &Ctx,
    plan: &Plan,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let typed = Typed::new(cx, fields, problems);
    let (href, name) = (format!("/plans/{}/relations", plan.id), cx.say().words(&plan.said.name));
    let kinds: Vec<(String, String)> =
        RelationKind::ALL.iter().map(|kind| (kind.name().to_owned(), cx.t(words::relation_key(*kind)))).collect();
    let plans = plan_choices(cx, plan.id, &access::scope(cx.actor(), Kind::Plan)).await?;
    let body = typed.form(
        &href,
        "",
        html! {
            (typed.summary())
            (typed.select("kind", &cx.t("plans-relation-kind"), None, true, &kinds))
            (typed.select("other", &cx.t("plans-relation-other"), None, true, &plans))
            (typed.area("note", &cx.t("plans-succession-note"), None, false))
            (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &href)), None))
        },
    );
    Ok(cx
        .page(cx.t("plans-relation-new"))
        .crumb(cx.t("plans-list-title"), "/plans")
        .crumb(name, format!("/plans/{}", plan.id))
        .status(status)
        .body(body))
}

/// `GET /plans/{id}/relations/new`
pub(super) async fn new_relation(cx: Ctx, Path(id): Path<PlanId>) -> Result<Response, Error> {
    let plan = open(&cx, id).await?;
    relation_page(&cx, &plan, &Fields::default(), &Problems::new(), StatusCode::OK).await
}

/// Ties a plan to another, or says what is wrong with that. Pages and API share it.
pub(crate) async fn relate(cx: &Ctx, id: PlanId, fields: &Fields) -> Result<Result<(), Problems>, Error> {
    let plan = open(cx, id).await?;
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let kind: Option<RelationKind> = fields.must_choose("kind", &mut problems);
    let other: Option<PlanId> = fields.must_choose("other", &mut problems);
    let note = fields.long("note", &mut problems);
    if other == Some(id) {
        problems.field("other", "plans-problem-former");
    }
    let (Some(kind), Some(other), true) = (kind, other, problems.is_empty()) else { return Ok(Err(problems)) };
    store::plans::open(cx.db(), cx.actor(), &tree, other, Action::Read).await?;
    let tx = cx.begin().await?;
    store::plans::relate(&tx, &plan, kind, other, &Words::plain(note)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// `POST /plans/{id}/relations`
pub(super) async fn create_relation(cx: Ctx, Path(id): Path<PlanId>, Form(fields): Form) -> Result<Response, Error> {
    match relate(&cx, id, &fields).await? {
        Ok(()) => Ok(cx.done(&format!("/plans/{id}/relations"), "plans-saved")),
        Err(problems) => {
            let plan = open(&cx, id).await?;
            relation_page(&cx, &plan, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

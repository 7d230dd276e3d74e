//! Pages of goals.

pub(crate) mod areas;
mod cascade;
mod edit;
mod grounds;
mod history;
mod measures;
mod near;
pub(crate) mod sources;
mod spreads;
mod targets;

use axum::response::Response;
use maud::{Markup, html};
use varde_indicators::Sight;
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{GoalId, UnitId, UnitTree, Words, sort_key};
use varde_web::ui::{Choice, Field, Icon, Kind as FieldKind, Select, Weight, filter_bar, hidden, link_button};
use varde_web::{Ctx, Error, Fields, Need, Path, Query, Route, Sorting, page_of, paged, pager, whose};

use super::followup::shared::{self, LINES, Names};
use super::plans::as_of;
use crate::export::status;
use crate::model::goal::{Goal, GoalState, Target as Aim};
use crate::model::plan::{PlanMeasure, PlanState};
use crate::rules::judge;
use crate::store;
use crate::store::goals::Filter;
use crate::store::standing::{self, Standing};
use crate::views::goal::{self as views, GoalPage};
use crate::views::{sources as source_views, words};

pub(crate) use cascade::{choose_goal, home, inherited_goals, set_aside, work};
pub(crate) use edit::{GoalInput, insert, put};
pub(crate) use history::of as history_of;
pub(crate) use measures::{tie_measures, tied_to};
pub(crate) use sources::set_sources;
pub(crate) use spreads::insert_spread;
pub(crate) use targets::{decide_reading, insert_target};

/// How many goals are put in order at most.
const MOST: i64 = 2_000;
/// Of how many goals it is told how all of them stand, which takes judging each.
const TALLIED: usize = 200;

pub(crate) fn routes() -> Vec<Route> {
    use Action::{Answer, Create, Edit, Read};
    vec![
        Route::get("/goals", Need::SignedIn, list),
        Route::get("/goals/new", Need::May(Kind::Goal, Create), edit::new),
        Route::post("/goals", Need::May(Kind::Goal, Create), edit::create),
        Route::get("/goals/{id}", Need::May(Kind::Goal, Read), show),
        Route::get("/goals/{id}/history", Need::May(Kind::History, Read), history::show),
        Route::get("/goals/{id}/edit", Need::May(Kind::Goal, Edit), edit::edit),
        Route::post("/goals/{id}", Need::May(Kind::Goal, Edit), edit::update),
        Route::get("/goals/{id}/sources", Need::May(Kind::Goal, Edit), sources::ask),
        Route::post("/goals/{id}/sources", Need::May(Kind::Goal, Edit), sources::choose),
        Route::get("/goals/{id}/targets/new", Need::May(Kind::Goal, Edit), targets::new),
        Route::post("/goals/{id}/targets", Need::May(Kind::Goal, Edit), targets::create),
        Route::get("/goals/{id}/spread-targets/new", Need::May(Kind::Goal, Edit), spreads::new),
        Route::post("/goals/{id}/spread-targets", Need::May(Kind::Goal, Edit), spreads::create),
        Route::get("/goals/{id}/reading", Need::May(Kind::Goal, Edit), targets::ask_reading),
        Route::post("/goals/{id}/reading", Need::May(Kind::Goal, Edit), targets::decide),
        Route::get("/goals/{id}/choose", Need::May(Kind::Goal, Answer), cascade::ask),
        Route::post("/goals/{id}/choose", Need::May(Kind::Goal, Answer), cascade::choose),
        Route::get("/goals/{id}/measures", Need::May(Kind::Goal, Read), measures::ask),
        Route::post("/goals/{id}/measures", Need::May(Kind::Goal, Read), measures::tie),
        Route::get("/areas/{id}/choose", Need::May(Kind::Goal, Answer), areas::ask),
        Route::post("/areas/{id}/choose", Need::May(Kind::Goal, Answer), areas::choose),
        Route::get("/units/{id}/goals", Need::SignedIn, cascade::of_unit),
    ]
}

/// What the query narrows the list to.
pub(crate) fn filter(query: &Fields) -> Filter {
    Filter {
        words: query.text("q").chars().take(100).filter(|letter| !letter.is_control()).collect(),
        unit: query.text("unit").parse().ok(),
        below: None,
        plan: query.text("plan").parse().ok(),
        state: match query.text("state") {
            "" => Some(GoalState::Active),
            other => other.parse().ok(),
        },
    }
}

/// A page of a list of goals.
struct Listed {
    /// The goals of the page, judged.
    goals: Vec<Standing>,
    /// How many there are on all pages.
    total: usize,
    /// How those on all pages stand; `None` where there are too many to judge each for that alone.
    tally: Option<judge::Tally>,
}

/// The page that the query asks for, in its order. A unit's goals are its own and those of the units below it.
/// More than a page is judged only where that is asked for, or where there are few.
async fn wanted(cx: &Ctx, tree: &UnitTree, query: &Fields, sorting: &Sorting<'_>) -> Result<Listed, Error> {
    let scope = access::scope(cx.actor(), Kind::Goal);
    let mut filter = filter(query);
    filter.below = filter.unit.take();
    let (page, day) = (page_of(query), as_of(cx, query)?);
    let sight = Sight::Of(cx.actor(), tree);
    let mut goals = store::goals::list(cx.db(), &scope, &filter, MOST, 0).await?;
    let name = |goal: &Goal| sort_key(cx.say().words(&goal.name));
    match sorting.by() {
        "name" => sorting.sort(&mut goals, name),
        "unit" => {
            sorting.sort(&mut goals, |goal| (sort_key(&words::unit_name(cx.say(), tree, goal.unit)), name(goal)));
        }
        // As they stand in their plans.
        _ => {}
    }
    let by_standing = query.has("stands") || sorting.by() == "stands";
    if !by_standing && TALLIED < goals.len() {
        let total = goals.len();
        let goals = standing::of(cx.db(), &sight, tree, paged(goals, page, LINES).collect(), day).await?;
        return Ok(Listed { goals, total, tally: None });
    }
    let mut goals = standing::of(cx.db(), &sight, tree, goals, day).await?;
    if query.has("stands") {
        goals.retain(|standing| standing.judgement.state.name() == query.text("stands"));
    }
    if sorting.by() == "stands" {
        sorting.sort(&mut goals, |standing| (standing.judgement.state.rank(), name(&standing.goal)));
    }
    let tally = judge::tally(goals.iter().map(|standing| standing.judgement.state));
    Ok(Listed { total: goals.len(), goals: paged(goals, page, LINES).collect(), tally: Some(tally) })
}

/// `GET /goals`
async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let sorting = Sorting::new("/goals", &query, &["plan", "name", "stands", "unit"]);
    let Listed { goals, total, tally } = wanted(&cx, &tree, &query, &sorting).await?;
    let (page, total) = (page_of(&query), i64::try_from(total).unwrap_or(i64::MAX));
    let home = cx.visitor().and_then(|visitor| visitor.home);
    let filter = filter(&query);
    let body = html! {
        (whose(&cx, &tree, "/goals", &query, filter.unit))
        (filters(&cx, &query, &filter))
        p.quiet {
            (cx.say().with("plans-goals-count", &[("n", total.into())])) " "
            @if let Some(tally) = &tally { (words::tally_text(cx.say(), tally)) " " }
            @if total == MOST { (cx.t("plans-goals-most")) }
        }
        (views::goals_list(&cx, &tree, &goals, Some(&sorting)))
        (pager(cx.say(), "/goals", &query, (page, LINES), total))
    };
    let may_make = !shared::own_units(cx.actor(), Kind::Goal, Action::Create).is_empty();
    let actions = html! {
        @if let Some(home) = home { (link_button(&cx.t("plans-goals-mine"), &format!("/units/{home}/goals"), Weight::Secondary, Some(Icon::Home))) }
        @if may_make { (link_button(&cx.t("plans-goal-new"), "/goals/new", Weight::Primary, Some(Icon::Plus))) }
    };
    Ok(cx.page(cx.t("plans-goals-title")).lead(cx.t("plans-goals-lead")).actions(actions).body(body))
}

fn choices<'a>(list: &'a [(&'a str, String)], now: &str) -> Vec<Choice<'a>> {
    list.iter().map(|(value, label)| Choice { value, label, chosen: *value == now, ..Choice::default() }).collect()
}

fn filters(cx: &Ctx, query: &Fields, filter: &Filter) -> Markup {
    let states: Vec<(&str, String)> = GoalState::ALL
        .iter()
        .map(|state| (state.name(), cx.t(words::goal_state_key(*state))))
        .chain([("all", cx.t("plans-filter-all"))])
        .collect();
    let stands: Vec<(&str, String)> =
        judge::State::ALL.iter().map(|state| (state.name(), cx.t(words::state_key(*state)))).collect();
    let pursued = choices(&states, filter.state.map_or("all", GoalState::name));
    let stands = choices(&stands, query.text("stands"));
    let [label, state, how, all] =
        ["plans-filter-words", "plans-filter-pursued", "plans-column-state", "plans-filter-all"].map(|key| cx.t(key));
    let fields = html! {
        (Field { id: "q", name: "q", label: &label, value: &filter.words, kind: FieldKind::Search, ..Field::default() })
        (Select { id: "stands", name: "stands", label: &how, prompt: Some(&all), choices: &stands, autosubmit: true, ..Select::default() })
        (Select { id: "state", name: "state", label: &state, choices: &pursued, autosubmit: true, ..Select::default() })
        @for name in ["unit", "plan"] { @if query.has(name) { (hidden(name, query.text(name))) } }
    };
    filter_bar(
        "/goals",
        &cx.t("plans-filter"),
        &fields,
        &cx.t("plans-filter-show"),
        Some((&cx.t("plans-filter-reset"), "/goals")),
    )
}

/// `GET /goals/{id}`
async fn show(cx: Ctx, Path(id): Path<GoalId>, Query(query): Query) -> Result<Response, Error> {
    let (tree, db) = (cx.tree().await?, cx.db());
    let goal = store::goals::open(db, cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let on = store::goals::target(&tree, &goal);
    let plan = match goal.plan {
        Some(plan) => {
            store::plans::load(db, plan).await?.filter(|plan| cx.may(Action::Read, &store::plans::target(&tree, plan)))
        }
        None => None,
    };
    let above = store::goals::line(db, &goal).await?;
    let above: Vec<_> =
        above.into_iter().filter(|goal| cx.may(Action::Read, &store::goals::target(&tree, goal))).collect();
    let scope = access::scope(cx.actor(), Kind::Goal);
    let below = store::goals::under(db, &scope, id).await?;
    let places: Vec<PlanMeasure> = store::goals::measures(db, &[id])
        .await?
        .into_iter()
        .map(|(_, measure)| PlanMeasure { measure, part: None })
        .collect();
    let as_of = as_of(&cx, &query)?;
    let of = (plan.as_ref().map(|plan| plan.id), &places[..]);
    let mut measures = status::measures(db, &Sight::Of(cx.actor(), &tree), &tree, of, as_of).await?;
    if as_of < cx.today() {
        status::measures_back(db, &mut measures, as_of).await?;
    }
    measures.retain(|measure| cx.may(Action::Read, &measure.target));
    status::keep_effects(&mut measures, cx.actor(), &tree);
    let choices = store::goals::choices_about(db, &[id]).await?;
    let roll_up = cascade::roll_up(&cx, &tree, &goal, &choices).await?;
    let rests_on = store::local::grounds(db, store::local::Grounded::Goal(id), goal.unit).await?;
    let rests_on = grounds::found(&cx, &rests_on).await?;
    let choices: Vec<_> = choices.into_iter().filter(|choice| sees_unit(&cx, &tree, choice.unit)).collect();
    let tagged = store::tags::of(db, Kind::Goal.name(), id).await?;
    let inferred = store::tags::inferred_of(db, Kind::Goal.name(), id).await?;
    let tags = store::tags::all(db).await?.into_iter().filter(|tag| tagged.contains(&tag.part));
    let tags: Vec<_> = tags.map(|tag| (tag.name, inferred.contains(&tag.part))).collect();
    let former = store::goals::many(db, &store::succession::former_goals(db, id).await?).await?;
    let former: Vec<_> =
        former.into_iter().filter(|goal| cx.may(Action::Read, &store::goals::target(&tree, goal))).collect();
    let related = near::related(&cx, &goal, &above, &below).await?;
    let parts = match &plan {
        Some(plan) => store::parts::of(db, plan.id).await?,
        None => Vec::new(),
    };
    let part = goal.part.and_then(|id| parts.iter().find(|part| part.id == id)).map(|part| part.name.clone());
    let areas = if measures.is_empty() { near::areas(&cx, goal.plan, &parts).await? } else { Vec::new() };
    let beside = cx.beside(&tree, Kind::Goal, id).await?;
    let unit = goal.unit;
    let mut standings = standing::of(db, &Sight::Of(cx.actor(), &tree), &tree, vec![goal], as_of).await?;
    let Some(mut standing) = standings.pop() else { return Err(Error::NotFound) };
    // A draft is named to those who may see it; that the goal is judged by one is no secret.
    let sees_indicator = standing.indicator.as_ref().is_none_or(|one| cx.may(Action::Read, &one.target(&tree)));
    if let Some(indicator) = standing.indicator.as_mut().filter(|_| !sees_indicator) {
        indicator.name = Words::plain(cx.t("plans-indicator-draft"));
    }
    let names =
        Names::of(&cx, standing.versions.iter().map(|version| version.reading.as_ref().and_then(|decided| decided.by)))
            .await?;
    let deciders = |target: &Aim| names.get(&cx, target.reading.as_ref().and_then(|decided| decided.by));
    let is_over = plan.as_ref().is_some_and(|plan| plan.state == PlanState::Closed);
    let may_edit = !is_over && cx.may(Action::Edit, &on);
    let sources = sources::of_goal(&cx, &tree, &standing.goal, standing.about).await?;
    let body = views::goal(
        &cx,
        &tree,
        &GoalPage {
            standing: &standing,
            plan: plan.map(|plan| (plan.id, plan.said.name)),
            above: &above,
            below: &below,
            measures: &measures,
            choices: &choices,
            tags: &tags,
            related: &related,
            areas: &areas,
            part,
            beside: &beside,
            former: &former,
            deciders: &deciders,
            roll_up,
            grounds: grounds::links(&cx, &rests_on.iter().collect::<Vec<_>>()),
            sources: source_views::section(&cx, id, standing.about, &sources, may_edit),
            sees_indicator,
            may_tie: measures::may_tie(&cx),
            may_answer: may_edit,
        },
    );
    let actions = html! {
        @if may_edit {
            (link_button(&cx.t("plans-edit"), &format!("/goals/{id}/edit"), Weight::Secondary, Some(Icon::Pencil)))
            (link_button(&cx.t("plans-target-new"), &format!("/goals/{id}/targets/new"), Weight::Secondary, Some(Icon::Plus)))
        }
        @if cx.may(Action::Read, &Target::internal(Kind::History, on.line.clone())) {
            (link_button(&cx.t("plans-tab-history"), &format!("/goals/{id}/history"), Weight::Tertiary, Some(Icon::History)))
        }
    };
    Ok(cx
        .page(cx.say().words(&standing.goal.name))
        .crumb(cx.t("plans-goals-title"), "/goals")
        .of_unit(&tree, unit)
        .seen_by(&tree, unit, standing.goal.open)
        .actions(actions)
        .body(body))
}

/// A goal to be changed. What a plan said when it was closed stands.
pub(crate) async fn to_edit(cx: &Ctx, id: GoalId) -> Result<access::Granted<Goal>, Error> {
    let tree = cx.tree().await?;
    let goal = store::goals::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let plan = match goal.plan {
        Some(plan) => store::plans::load(cx.db(), plan).await?,
        None => None,
    };
    if plan.is_some_and(|plan| plan.state == PlanState::Closed) {
        return Err(Error::Conflict("plans-refused-out-of-order"));
    }
    Ok(goal)
}

/// What a unit chose is seen by those who may see the unit's own goals.
fn sees_unit(cx: &Ctx, tree: &UnitTree, unit: UnitId) -> bool {
    cx.may(Action::Read, &Target::open(Kind::Goal, store::line_of(tree, unit)))
}

//! Goals of a unit: what comes down to it, what it chose, what it left out, and its own.

use std::collections::HashMap;

use axum::response::Response;
use http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html};
use varde_indicators::Sight;
use varde_kernel::access::{self, Action, Kind, Target};
use varde_kernel::{FindingId, GoalId, IndicatorId, PlanId, Problems, UnitId, UnitKind, UnitTree, WorkItem};
use varde_measures::model::Finding;
use varde_web::ui::{Icon, LinkItem, Weight, fold, hidden, link, link_button, link_list, section, submit_row};
use varde_web::{Ctx, Error, Fields, Form, HomeAsk, Path, Query, WorkAsk};

use super::{areas, grounds};
use crate::model::goal::{Choice, Goal, GoalChoice};
use crate::pages::followup::shared;
use crate::pages::plans::as_of;
use crate::rules::cascade::{self, SetAside, Taken, about, gap, level, sources, taken_up, without_measure};
use crate::rules::judge::{self, State};
use crate::rules::plan::stands;
use crate::store;
use crate::store::local::Grounded;
use crate::store::standing::{self, Standing};
use crate::views::goal::{self as views, Inherited, RolledUp};
use crate::views::typed::Typed;
use crate::views::words;

/// Goals from above that a unit can work with: measured ones, and overall ones where a plan has no
/// others.
pub(crate) async fn inherited_goals(
    db: &impl varde_store::Read,
    tree: &UnitTree,
    unit: UnitId,
) -> Result<Vec<Goal>, varde_store::Error> {
    let goals = store::goals::of_units(db, &sources(tree, unit)).await?;
    Ok(goals.into_iter().filter(|goal| !goal.overall).collect())
}

/// The goals from above that ask nothing of a unit on a day, and why.
pub(crate) async fn set_aside(
    db: &impl varde_store::Read,
    tree: &UnitTree,
    unit: UnitId,
    goals: &[Goal],
    day: Date,
) -> Result<HashMap<GoalId, SetAside>, varde_store::Error> {
    let ids: Vec<GoalId> = goals.iter().map(|goal| goal.id).collect();
    let targets = store::targets::of(db, &ids).await?;
    let mut plans: Vec<PlanId> = goals.iter().filter_map(|goal| goal.plan).collect();
    plans.sort_unstable();
    plans.dedup();
    let plans = store::plans::ends(db, &plans).await?;
    let mut indicators: Vec<IndicatorId> = goals.iter().filter_map(|goal| goal.indicator).collect();
    indicators.sort_unstable();
    indicators.dedup();
    let indicators = varde_indicators::many(db, &indicators).await?;
    let service = cascade::service(tree, unit);
    let why = |goal: &Goal| {
        let target = targets.get(&goal.id).and_then(|versions| judge::target_on(versions, day));
        // What a target says of its time counts before the plan's own.
        let ends =
            target.and_then(|target| target.aim.by).or_else(|| goal.plan.and_then(|plan| plans.get(&plan).copied()));
        let indicator = indicators.iter().find(|one| Some(one.id) == goal.indicator);
        let measured = indicator.and_then(|one| cascade::measured_in(&one.levels));
        cascade::set_aside(ends, measured, service, day).map(|why| (goal.id, why))
    };
    Ok(goals.iter().filter_map(why).collect())
}

/// `GET /units/{id}/goals`
pub(super) async fn of_unit(cx: Ctx, Path(unit): Path<UnitId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let name = tree.get(unit).map(|unit| unit.name.get(cx.locale()).to_owned()).ok_or(Error::NotFound)?;
    let on = Target::internal(Kind::Goal, store::line_of(&tree, unit));
    let day = as_of(&cx, &query)?;
    let sight = Sight::Of(cx.actor(), &tree);
    let above = inherited_goals(cx.db(), &tree, unit).await?;
    let why_aside = set_aside(cx.db(), &tree, unit, &above, day).await?;
    let above = standing::of(cx.db(), &sight, &tree, above, day).await?;
    let scope = access::scope(cx.actor(), Kind::Goal);
    let filter = store::goals::Filter { unit: Some(unit), ..store::goals::Filter::default() };
    let own = store::goals::list(cx.db(), &scope, &filter, 200, 0).await?;
    let own = standing::of(cx.db(), &Sight::Of(cx.actor(), &tree), &tree, own, day).await?;
    let own_goals: Vec<Goal> = own.iter().map(|standing| standing.goal.clone()).collect();
    let choices = store::goals::choices_of(cx.db(), &[unit]).await?;
    let grounded = store::local::grounds_of_unit(cx.db(), unit).await?;
    let ids: Vec<_> = grounded.iter().map(|(_, finding)| *finding).collect();
    let findings = grounds::found(&cx, &ids).await?;
    let rests_on = |goal: GoalId| {
        let of: Vec<&Finding> = grounded
            .iter()
            .filter(|(thing, _)| thing.uuid() == goal.uuid())
            .filter_map(|(_, finding)| findings.iter().find(|one| one.id == *finding))
            .collect();
        grounds::links(&cx, &of)
    };
    let (rows, aside): (Vec<_>, Vec<_>) = inherited(&tree, unit, &above, &own_goals, (&choices, &rests_on), &why_aside)
        .into_iter()
        .partition(|row| row.aside.is_none());
    let n_nothing = rows.iter().filter(|row| row.taken == Taken::Nothing).count();
    let gaps = if query.has("gaps") {
        // What has run out is asked of nobody.
        let lasting: Vec<&Standing> =
            above.iter().filter(|one| why_aside.get(&one.goal.id) != Some(&SetAside::Expired)).collect();
        gaps(&cx, &tree, unit, &lasting).await?
    } else {
        html! {}
    };
    let may = cx.may(Action::Answer, &on);
    let areas = areas::section(&cx, &tree, unit, may).await?;
    let (mine, from_above) = (cx.t("plans-own-title"), cx.t("plans-inherited-title"));
    let has_below = !tree.children(unit).is_empty();
    let body = html! {
        (section("own", &mine, &html! {}, &views::goals_list(&cx, &tree, &own, None)))
        (section("inherited", &from_above, &html! {}, &html! {
            @if 0 < n_nothing { p { strong { (cx.say().with("plans-inherited-open", &[("n", n_nothing.into())])) } } }
            (views::inherited(&cx, &tree, unit, &rows, may))
            @if !aside.is_empty() {
                (fold(&cx.say().with("plans-inherited-aside", &[("n", aside.len().into())]), &html! {
                    p.prose { (cx.t("plans-inherited-aside-help")) }
                    (views::inherited(&cx, &tree, unit, &aside, may))
                }))
            }
        }))
        (areas)
        @if has_below {
            (section("gaps", &cx.t("plans-gaps-title"), &html! {}, &html! {
                p.prose { (cx.t("plans-gaps-lead")) }
                @if query.has("gaps") { (gaps) } @else { p { (link(&cx.t("plans-gaps-show"), &format!("/units/{unit}/goals?gaps=1#gaps"))) } }
            }))
        }
    };
    let actions = html! {
        @if cx.may(Action::Create, &on) {
            (link_button(&cx.t("plans-goal-new"), &format!("/goals/new?unit={unit}"), Weight::Primary, Some(Icon::Plus)))
        }
    };
    Ok(cx
        .page(cx.say().with("plans-unit-goals-title", &[("unit", name.into())]))
        .lead(cx.t("plans-unit-goals-lead"))
        .unit(&tree, unit)
        .actions(actions)
        .body(body))
}

fn inherited<'a>(
    tree: &UnitTree,
    unit: UnitId,
    above: &'a [Standing],
    own: &'a [Goal],
    (choices, rests_on): (&[GoalChoice], &dyn Fn(GoalId) -> Markup),
    aside: &HashMap<GoalId, SetAside>,
) -> Vec<Inherited<'a>> {
    let known: Vec<&Goal> = above.iter().map(|standing| &standing.goal).collect();
    above
        .iter()
        .map(|standing| {
            let id = standing.goal.id;
            let taken = taken_up(id, unit, own, &known, choices);
            Inherited {
                level: level(tree, unit, standing.goal.unit),
                // What the unit has taken up is its own work, whatever the goal asks.
                aside: aside.get(&id).copied().filter(|_| taken == Taken::Nothing),
                taken,
                reason: choices
                    .iter()
                    .find(|choice| choice.goal == id)
                    .map(|choice| choice.reason.clone())
                    .unwrap_or_default(),
                grounds: rests_on(id),
                own: own.iter().filter(|goal| cascade::serves(goal, id, &known)).collect(),
                standing,
            }
        })
        .collect()
}

/// Units that set goals of their own: those right below, without ministries and authorities.
fn setters(tree: &UnitTree, unit: UnitId) -> Vec<UnitId> {
    let sets = |id: &UnitId| {
        tree.get(*id).is_some_and(|unit| {
            !matches!(
                unit.kind,
                UnitKind::Ministry
                    | UnitKind::Authority
                    | UnitKind::Organisation
                    | UnitKind::Education
                    | UnitKind::County
            )
        })
    };
    let nation = tree.get(unit).is_some_and(|unit| unit.kind == UnitKind::Nation);
    let direct = tree.children(unit).iter().copied().filter(sets);
    if nation {
        // Trusts and municipalities answer for the national goals; they lie one or two steps down.
        return tree
            .below(unit)
            .into_iter()
            .filter(|id| {
                tree.get(*id).is_some_and(|unit| matches!(unit.kind, UnitKind::HealthTrust | UnitKind::Municipality))
            })
            .collect();
    }
    direct.collect()
}

async fn gaps(cx: &Ctx, tree: &UnitTree, unit: UnitId, above: &[&Standing]) -> Result<Markup, Error> {
    let below = setters(tree, unit);
    // A nation has nothing above it; its own authorities' goals are what is to be taken up.
    let goals: Vec<&Goal> = above.iter().map(|standing| &standing.goal).collect();
    let ids: Vec<GoalId> = goals.iter().map(|goal| goal.id).collect();
    let subs = store::goals::sub_goals(cx.db(), &ids, None).await?;
    let choices = store::goals::choices_about(cx.db(), &ids).await?;
    // A measure tied to a sub-goal is a measure for the goal above it.
    let tied_to: Vec<GoalId> = ids.iter().copied().chain(subs.iter().map(|sub| sub.id)).collect();
    let tied = store::goals::measures(cx.db(), &tied_to).await?;
    let measures: Vec<_> = tied.iter().map(|(_, measure)| *measure).collect();
    let units: HashMap<_, UnitId> = varde_measures::store::many(cx.db(), &measures)
        .await?
        .into_iter()
        .map(|measure| (measure.id, measure.unit))
        .collect();
    let found: Vec<views::Gap<'_>> = goals
        .into_iter()
        .map(|goal| {
            let under =
                |id: &GoalId| *id == goal.id || subs.iter().any(|sub| sub.id == *id && sub.parent == Some(goal.id));
            let of_measures: Vec<UnitId> =
                tied.iter().filter(|(id, _)| under(id)).filter_map(|(_, id)| units.get(id).copied()).collect();
            views::Gap {
                without_sub_goal: gap(goal.id, &below, &subs, &choices),
                without_measure: without_measure(tree, goal.id, &below, &of_measures, &choices),
                of: below.len(),
                goal,
            }
        })
        .collect();
    Ok(views::gaps(cx, tree, &found))
}

/// What the units below did with a goal, and how their sub-goals stand; nothing where none are asked.
pub(super) async fn roll_up(
    cx: &Ctx,
    tree: &UnitTree,
    goal: &Goal,
    choices: &[GoalChoice],
) -> Result<Option<RolledUp>, Error> {
    let mut below = setters(tree, about(tree, goal.unit));
    let mut subs = store::goals::sub_goals(cx.db(), &[goal.id], None).await?;
    // Goals of the same plan are parts of it, and no unit's answer to it.
    subs.retain(|sub| sub.plan.is_none() || sub.plan != goal.plan);
    // A unit further down that has taken the goal up is counted with those right below.
    let whole = tree.below(about(tree, goal.unit));
    for sub in &subs {
        if whole.contains(&sub.unit) && !below.contains(&sub.unit) {
            below.push(sub.unit);
        }
    }
    subs.retain(|sub| below.contains(&sub.unit));
    if below.is_empty() || (subs.is_empty() && choices.is_empty()) {
        return Ok(None);
    }
    let count = cascade::roll_up(goal.id, &below, &subs, choices);
    let mut states: Vec<(State, usize)> = Vec::new();
    for standing in standing::of(cx.db(), &Sight::Of(cx.actor(), tree), tree, subs, cx.today()).await? {
        let state = standing.judgement.state;
        // All that cannot be judged stand as one: why is told on each goal's own page.
        match states.iter_mut().find(|(known, _)| known.name() == state.name()) {
            Some((_, n)) => *n += 1,
            None => states.push((state, 1)),
        }
    }
    states.sort_by_key(|(state, _)| state.name());
    Ok(Some(RolledUp { count, states }))
}

/// Writes down what a unit decides about a goal from above, or says what is wrong. Pages and API
/// share it.
pub(crate) async fn choose_goal(
    cx: &Ctx,
    goal: GoalId,
    unit: UnitId,
    fields: &Fields,
) -> Result<Result<(), Problems>, Error> {
    let tree = cx.tree().await?;
    store::goals::open(cx.db(), cx.actor(), &tree, goal, Action::Read).await?;
    if tree.get(unit).is_none() {
        return Err(Error::NotFound);
    }
    // What a unit chose is seen by all, so one who may not choose for it is told so.
    let on = Target::open(Kind::Goal, store::line_of(&tree, unit));
    cx.must(Action::Answer, &on)?;
    let mut problems = Problems::new();
    let choice: Option<Choice> = fields.must_choose("choice", &mut problems);
    let reason = fields.long("reason", &mut problems);
    // Leaving out is allowed; leaving out without saying why is not.
    if choice == Some(Choice::LeftOut) && reason.trim().is_empty() {
        problems.field("reason", "plans-problem-left-out");
    }
    let (Some(choice), true) = (choice, problems.is_empty()) else { return Ok(Err(problems)) };
    let row = access::grant(cx.actor(), Action::Answer, &on, GoalChoice { goal, unit, choice, reason, at: cx.now() })?;
    let thing = Grounded::Goal(goal);
    let former: Vec<FindingId> = store::local::grounds(cx.db(), thing, unit).await?;
    let rests_on = grounds::read(cx, &tree, unit, &grounds::chosen(fields), &former).await?;
    let tx = cx.begin().await?;
    store::goals::choose(&tx, &row).await?;
    store::local::put_grounds(&tx, thing, unit, &rests_on).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

async fn choose_page(
    cx: &Ctx,
    id: GoalId,
    unit: UnitId,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let goal = store::goals::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    cx.must(Action::Answer, &Target::internal(Kind::Goal, store::line_of(&tree, unit)))?;
    let question = cx.say().with(
        "plans-choose-question",
        &[("unit", words::unit_name(cx.say(), &tree, unit).into()), ("goal", cx.say().words(&goal.name).into())],
    );
    let standing = standing::of(cx.db(), &Sight::Of(cx.actor(), &tree), &tree, vec![goal], cx.today()).await?.pop();
    let typed = Typed::new(cx, fields, problems);
    let choices: Vec<(String, String)> =
        Choice::ALL.iter().map(|one| (one.name().to_owned(), cx.t(words::choice_key(*one)))).collect();
    let href = format!("/units/{unit}/goals");
    let boxes = grounds::boxes(cx, unit, fields).await?;
    let body = typed.form(
        &format!("/goals/{id}/choose"),
        &unit.to_string(),
        html! {
            (typed.summary())
            (hidden("unit", &unit.to_string()))
            p.prose { (question) }
            @if let Some(standing) = &standing {
                p.prose.quiet {
                    @if let Some(target) = standing.target() { (cx.t("plans-column-target")) ": " (words::target_text(cx.say(), target)) ". " }
                    (words::stand_text(cx.say(), standing)) " "
                    (link(&cx.t("plans-choose-see"), &format!("/goals/{id}")))
                }
            }
            (typed.select("choice", &cx.t("plans-field-choice"), None, true, &choices))
            (typed.area("reason", &cx.t("plans-field-reason"), Some(&cx.t("plans-choose-reason-help")), false))
            (boxes)
            (submit_row(&cx.t("plans-save"), Some((&cx.t("plans-cancel"), &href)), None))
        },
    );
    Ok(cx.page(cx.t("plans-choose")).unit(&tree, unit).status(status).body(body))
}

/// `GET /goals/{id}/choose?unit=`
pub(super) async fn ask(cx: Ctx, Path(id): Path<GoalId>, Query(query): Query) -> Result<Response, Error> {
    let unit: UnitId = query.text("unit").parse().map_err(|_| Error::NotFound)?;
    let known = store::goals::choices_of(cx.db(), &[unit]).await?;
    let fields = match known.iter().find(|choice| choice.goal == id) {
        Some(known) => {
            shared::with(&query, &[("choice", known.choice.name().to_owned()), ("reason", known.reason.clone())])
        }
        None => query,
    };
    let mut fields = fields;
    for finding in store::local::grounds(cx.db(), Grounded::Goal(id), unit).await? {
        fields = fields.and("ground", finding.to_string());
    }
    choose_page(&cx, id, unit, &fields, &Problems::new(), StatusCode::OK).await
}

/// `POST /goals/{id}/choose`
pub(super) async fn choose(cx: Ctx, Path(id): Path<GoalId>, Form(fields): Form) -> Result<Response, Error> {
    let unit: UnitId = fields.text("unit").parse().map_err(|_| Error::BadRequest("web-error-bad-form"))?;
    match choose_goal(&cx, id, unit, &fields).await? {
        Ok(()) => Ok(cx.done(&format!("/units/{unit}/goals"), "plans-choice-saved")),
        Err(problems) => choose_page(&cx, id, unit, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// What the room asks of people: approvals, readings to decide, goals to choose.
pub(crate) async fn work(ask: &WorkAsk<'_>) -> Result<Vec<WorkItem>, varde_store::Error> {
    let say = ask.say;
    let mut items = Vec::new();
    let deciders = shared::own_units(ask.actor, Kind::Plan, Action::Approve);
    for (plan, name, unit) in store::plans::awaiting(ask.db, &deciders).await? {
        items.push(WorkItem {
            ask: "plans-work-approve",
            title: say.words(&name).to_owned(),
            href: format!("/plans/{plan}"),
            unit,
            due: None,
        });
    }
    let makers = shared::own_units(ask.actor, Kind::Plan, Action::Edit);
    for plan in store::plans::successors_of_units(ask.db, &makers).await? {
        let Some(former) = plan.predecessor else { continue };
        let open = store::succession::unsettled(ask.db, plan.id, former).await?;
        if varde_measures::store::many(ask.db, &open).await?.iter().any(|one| !one.state.is_over()) {
            items.push(WorkItem {
                ask: "plans-work-carry",
                title: say.words(&plan.said.name).to_owned(),
                href: format!("/plans/{}/succession#carry", plan.id),
                unit: plan.unit,
                due: None,
            });
        }
    }
    let editors = shared::own_units(ask.actor, Kind::Goal, Action::Approve);
    for (goal, name, unit) in store::targets::undecided(ask.db, &editors).await? {
        items.push(WorkItem {
            ask: "plans-work-reading",
            title: say.words(&name).to_owned(),
            href: format!("/goals/{goal}/reading"),
            unit,
            due: None,
        });
    }
    for unit in editors {
        let goals = inherited_goals(ask.db, ask.tree, unit).await?;
        let ids: Vec<GoalId> = goals.iter().map(|goal| goal.id).collect();
        let own = store::goals::sub_goals(ask.db, &ids, Some(unit)).await?;
        let choices = store::goals::choices_of(ask.db, &[unit]).await?;
        let aside = set_aside(ask.db, ask.tree, unit, &goals, ask.today).await?;
        let known: Vec<&Goal> = goals.iter().collect();
        let is_open = |id: &&GoalId| taken_up(**id, unit, &own, &known, &choices) == Taken::Nothing;
        let n = ids.iter().filter(|id| !aside.contains_key(id)).filter(is_open).count();
        let sets_goals = ask
            .tree
            .get(unit)
            .is_some_and(|unit| !matches!(unit.kind, UnitKind::Nation | UnitKind::Ministry | UnitKind::Authority));
        if 0 < n && sets_goals {
            items.push(WorkItem {
                ask: "plans-work-choose",
                title: say.with("plans-work-choose-count", &[("n", n.into())]),
                href: format!("/units/{unit}/goals#inherited"),
                unit,
                due: None,
            });
        }
    }
    Ok(items)
}

/// How many of the unit's own goals the start page shows; those that have come wrong stand first.
const HOME_GOALS: usize = 6;

/// How many plans from above the start page names.
const HOME_PLANS: i64 = 6;

/// The plans that come from above a unit and its own, each with how its goals stand: what leaders come to see first.
async fn home_plans(ask: &HomeAsk<'_>, units: &[UnitId], all: &[Standing]) -> Result<Markup, Error> {
    let cx = ask.cx;
    let scope = access::scope(cx.actor(), Kind::Plan);
    let plans = store::plans::adopted_of_units(cx.db(), &scope, units, cx.today(), HOME_PLANS).await?;
    let lines: Vec<(String, String, Markup)> = plans
        .iter()
        .map(|plan| {
            let of_it = all.iter().filter(|standing| standing.goal.plan == Some(plan.id));
            let tally = judge::tally(of_it.map(|standing| standing.judgement.state));
            let period = words::period_text(cx.say(), plan.from, plan.to);
            let note = format!("{period} · {}", words::tally_text(cx.say(), &tally));
            let stands = stands(plan.state, plan.is_owned, (plan.from, plan.to), cx.today());
            (format!("/plans/{}", plan.id), note, crate::views::plan::stands_tag(cx, stands))
        })
        .collect();
    let items: Vec<LinkItem<'_>> = plans
        .iter()
        .zip(&lines)
        .map(|(plan, (href, note, tag))| LinkItem {
            href,
            label: cx.say().words(&plan.name),
            note,
            tag: tag.clone(),
            ..LinkItem::default()
        })
        .collect();
    Ok(if items.is_empty() { Markup::default() } else { link_list(&items) })
}

/// The start page's part: where the national plans stand, how their goals stand, and one's own unit's goals.
pub(crate) async fn home(ask: &HomeAsk<'_>) -> Result<Markup, Error> {
    let (cx, tree) = (ask.cx, ask.tree);
    let Some(unit) = cx.visitor().and_then(|visitor| visitor.home) else { return Ok(html! {}) };
    let day = cx.today();
    let mut from = sources(tree, unit);
    from.push(unit);
    let mut goals = store::goals::of_units(cx.db(), &from).await?;
    goals.retain(|goal| !goal.overall);
    let all = standing::of(cx.db(), &Sight::Of(cx.actor(), tree), tree, goals, day).await?;
    let plans = home_plans(ask, &from, &all).await?;
    let (mut own, above): (Vec<Standing>, Vec<Standing>) =
        all.into_iter().partition(|standing| standing.goal.unit == unit);
    let goals: Vec<Goal> = above.iter().map(|standing| standing.goal.clone()).collect();
    let aside = set_aside(cx.db(), tree, unit, &goals, day).await?;
    let own_goals: Vec<Goal> = own.iter().map(|standing| standing.goal.clone()).collect();
    let choices = store::goals::choices_of(cx.db(), &[unit]).await?;
    // What the unit has taken up is its own work, whatever the goal asks.
    let known: Vec<&Goal> = goals.iter().collect();
    let asks = |standing: &&Standing| {
        let id = standing.goal.id;
        !aside.contains_key(&id) || taken_up(id, unit, &own_goals, &known, &choices) != Taken::Nothing
    };
    let asking: Vec<&Standing> = above.iter().filter(asks).collect();
    let is_expired = |standing: &&Standing| aside.get(&standing.goal.id) == Some(&SetAside::Expired);
    let n_expired = above.iter().filter(|standing| !asks(standing)).filter(is_expired).count();
    let n_elsewhere = above.len() - asking.len() - n_expired;
    own.sort_by_key(|standing| standing.judgement.state.rank());
    let own_scope = cx.may(Action::Read, &Target::internal(Kind::Goal, store::line_of(tree, unit)));
    if above.is_empty() && own.is_empty() && plans.0.is_empty() {
        return Ok(html! {});
    }
    let inherited = format!("/units/{unit}/goals#inherited");
    let tally = judge::tally(asking.iter().map(|standing| standing.judgement.state));
    let all = link(&cx.t("plans-home-all"), &format!("/units/{unit}/goals"));
    Ok(section(
        "goals-home",
        &cx.t("plans-home-title"),
        &all,
        &html! {
            (plans)
            @if !asking.is_empty() {
                p { (cx.t("plans-home-national")) ": " (words::tally_text(cx.say(), &tally)) }
            }
            @for (key, n) in [("plans-home-expired", n_expired), ("plans-home-elsewhere", n_elsewhere)] {
                @if 0 < n { p.quiet.small { (link(&cx.say().with(key, &[("n", n.into())]), &inherited)) } }
            }
            @if own_scope && !own.is_empty() {
                p { (cx.t("plans-home-own")) ": " (words::tally_text(cx.say(), &judge::tally(own.iter().map(|standing| standing.judgement.state)))) }
                (views::goals_list(cx, tree, own.get(..HOME_GOALS).unwrap_or(&own), None))
            }
            @else { p.quiet { (cx.t("plans-home-own-none")) } }
        },
    ))
}

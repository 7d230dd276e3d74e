//! Status rounds: opening one, seeing who is missing, closing.

use std::collections::HashMap;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::html;
use varde_kernel::access::{self, Action, Granted, Kind};
use varde_kernel::{AnswerId, PlanId, Problems, RoundId, UnitId, UnitTree, sort_key};
use varde_store::{Read, Tx};
use varde_web::{Ctx, Error, Fields, Form, Need, Path, Query, Route, Sorting, page_of, paged, pager, told, whose};

use super::shared::{self, LINES, Names, all_good, fields, unit_name};
use super::{answering, finishing};
use crate::model::followup::rounds::{Answer, AnswerDraft, Round, RoundDraft, RoundState, Status};
use crate::rules::rounds::{self as rules, AnswerRefused};
use crate::store::rounds::{self as store, RoundLine, Wanted};
use crate::store::sources;
use crate::views::followup::rounds as views;
use crate::views::typed::Typed;

/// How many rounds are put in order at most.
const MOST: i64 = 2_000;

pub(crate) fn routes() -> Vec<Route> {
    let may = |action| Need::May(Kind::Round, action);
    vec![
        Route::get("/rounds", Need::SignedIn, list),
        Route::get("/plans/{id}/rounds/new", may(Action::Create), new),
        Route::post("/plans/{id}/rounds/new", may(Action::Create), create),
        Route::get("/rounds/{id}", Need::SignedIn, show),
        Route::get("/rounds/{id}/export", Need::SignedIn, export),
        Route::get("/rounds/{id}/answer", Need::SignedIn, answering::form),
        Route::post("/rounds/{id}/answer", Need::SignedIn, answering::save),
        Route::get("/rounds/{id}/edit", may(Action::Edit), edit),
        Route::post("/rounds/{id}/edit", may(Action::Edit), update),
        Route::get("/rounds/{id}/close", may(Action::Edit), close_form),
        Route::post("/rounds/{id}/close", may(Action::Edit), close),
    ]
}

/// What a list of rounds is narrowed to.
pub(crate) fn wanted(query: &Fields) -> Result<Wanted, Error> {
    let mut problems = Problems::new();
    let wanted = Wanted {
        plan: query.choice("plan", &mut problems),
        state: query.choice("state", &mut problems),
        unit: query.choice("unit", &mut problems),
    };
    all_good(problems)?;
    Ok(wanted)
}

async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let (tree, wanted, page) = (cx.tree().await?, wanted(&query)?, page_of(&query));
    let scope = access::scope(cx.actor(), Kind::Plan);
    let mut lines = store::list(cx.db(), &scope, &wanted, MOST, 0).await?;
    let plans: Vec<PlanId> = lines.iter().map(|line| line.round.plan).collect();
    let names = sources::plan_names(cx.db(), &plans).await?;
    let sorting = Sorting::new("/rounds", &query, views::COLUMNS);
    let key = |line: &RoundLine| sort_key(&line.round.name);
    match sorting.by() {
        "name" => sorting.sort(&mut lines, key),
        "plan" => sorting.sort(&mut lines, |line| {
            (names.get(&line.round.plan).map(|name| sort_key(name.get(cx.locale()))), line.round.due)
        }),
        "unit" => sorting.sort(&mut lines, |line| (sort_key(&unit_name(&cx, &tree, line.round.unit)), line.round.due)),
        "due" => sorting.sort(&mut lines, |line| (line.round.due, key(line))),
        "state" => sorting.sort(&mut lines, |line| (line.round.state.name(), line.round.due, key(line))),
        // The newest first, as the database gives them.
        _ => {}
    }
    let total = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let lines: Vec<RoundLine> = paged(lines, page, LINES).collect();
    let pager = pager(cx.say(), "/rounds", &query, (page, LINES), total);
    let body = html! {
        (whose(&cx, &tree, "/rounds", &query, wanted.unit))
        (views::list(&cx, &tree, &sorting, &query, &lines, &names, &pager))
    };
    Ok(cx.page(cx.t("plans-round-list")).lead(cx.t("plans-round-list-lead")).body(body))
}

/// What people wrote about a round.
fn read(fields: &Fields, problems: &mut Problems) -> Option<RoundDraft> {
    let name = fields.required("name", problems);
    let (opens, due) = (fields.date("opens", problems), fields.date("due", problems));
    for (field, day) in [("opens", opens), ("due", due)] {
        if day.is_none() && !fields.has(field) {
            problems.field(field, "web-problem-required");
        }
    }
    let period = fields.text("period").parse().ok();
    if fields.has("period") && period.is_none() {
        problems.field("period", "plans-round-problem-period");
    }
    if opens.zip(due).is_some_and(|(opens, due)| due < opens) {
        problems.field("due", "plans-round-problem-order");
    }
    Some(RoundDraft { name, opens: opens?, due: due?, period })
}

/// Opens a round: everything in the plan that is not over is asked about.
pub(crate) async fn open_round(cx: &Ctx, plan: PlanId, fields: &Fields) -> Result<RoundId, Error> {
    let tree = cx.tree().await?;
    let plan = sources::open_plan(cx.db(), cx.actor(), &tree, plan, Kind::Round, Action::Create).await?;
    let mut problems = Problems::new();
    let draft = read(fields, &mut problems);
    all_good(problems)?;
    let Some(draft) = draft else { return Err(Error::BadRequest("web-error-bad-form")) };
    let items = sources::items(cx.db(), plan.id).await?;
    if items.is_empty() {
        return Err(Error::Conflict("plans-round-error-nothing"));
    }
    let plan = plan.map(|plan| (plan.id, plan.unit));
    let tx = cx.begin().await?;
    let id = store::insert(&tx, &plan, &draft, &items).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes a round's name and days.
pub(crate) async fn change(cx: &Ctx, id: RoundId, version: i64, fields: &Fields) -> Result<(), Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let round = store::open(&tx, cx.actor(), &tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let draft = read(fields, &mut problems);
    all_good(problems)?;
    let Some(draft) = draft else { return Err(Error::BadRequest("web-error-bad-form")) };
    if round.state == RoundState::Closed {
        return Err(Error::Conflict("plans-round-error-closed"));
    }
    store::save(&tx, &round, version, &draft).await?;
    Ok(tx.commit().await?)
}

/// Closes a round; what is not answered stays unanswered.
pub(crate) async fn close_round(cx: &Ctx, id: RoundId, version: i64) -> Result<(), Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let round = store::open(&tx, cx.actor(), &tree, id, Action::Edit).await?;
    if round.state == RoundState::Closed {
        return Err(Error::Conflict("plans-round-error-closed"));
    }
    store::close(&tx, &round, version).await?;
    Ok(tx.commit().await?)
}

fn round_form(cx: &Ctx, fields: &Fields, problems: &Problems, action: &str, back: &str) -> maud::Markup {
    views::form_of_round(cx, &Typed::new(cx, fields, problems), action, back)
}

async fn new_page(
    cx: &Ctx,
    plan: PlanId,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let plan = sources::open_plan(cx.db(), cx.actor(), &tree, plan, Kind::Round, Action::Create).await?;
    let n_items = sources::items(cx.db(), plan.id).await?.len();
    let back = format!("/plans/{}", plan.id);
    let body = round_form(cx, fields, problems, &format!("/plans/{}/rounds/new", plan.id), &back);
    let lead = cx.say().with("plans-round-new-lead", &[("n", n_items.into())]);
    let page =
        cx.page(cx.t("plans-round-new")).lead(lead).unit(&tree, plan.unit).crumb(plan.name.get(cx.locale()), back);
    Ok(page.status(status).body(body))
}

async fn new(cx: Ctx, Path(plan): Path<PlanId>) -> Result<Response, Error> {
    let first = fields([("opens", Some(cx.today().to_string()))]);
    new_page(&cx, plan, &first, &Problems::new(), StatusCode::OK).await
}

async fn create(cx: Ctx, Path(plan): Path<PlanId>, Form(form): Form) -> Result<Response, Error> {
    match open_round(&cx, plan, &form).await {
        Ok(id) => Ok(cx.done(&format!("/rounds/{id}"), "plans-round-opened")),
        Err(Error::Invalid(problems)) => new_page(&cx, plan, &form, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(other) => Err(other),
    }
}

/// A round with what belongs on its page.
pub(crate) struct Opened {
    pub(crate) round: Round,
    pub(crate) answers: Vec<Answer>,
    pub(crate) before: HashMap<AnswerId, Vec<Option<Status>>>,
    pub(crate) progress: rules::Progress,
}

/// Reads a round with its answers, when the visitor may see it and its plan.
pub(crate) async fn read_round(cx: &Ctx, tree: &UnitTree, id: RoundId) -> Result<Opened, Error> {
    let round = store::open(cx.db(), cx.actor(), tree, id, Action::Read).await?.into_inner();
    sources::open_plan(cx.db(), cx.actor(), tree, round.plan, Kind::Round, Action::Read).await?;
    let answers = store::answers(cx.db(), id).await?;
    let before = store::before(cx.db(), &round).await?;
    let progress = rules::progress(&answers, round.due, |answer| answer.at.map(|at| cx.say().day(at)));
    Ok(Opened { round, answers, before, progress })
}

async fn show(cx: Ctx, Path(id): Path<RoundId>, Query(query): Query) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let opened = read_round(&cx, &tree, id).await?;
    let names = Names::of(&cx, opened.answers.iter().map(|answer| answer.by)).await?;
    let plans = sources::plan_names(cx.db(), &[opened.round.plan]).await?;
    let chosen: Vec<&Answer> = opened.answers.iter().filter(|answer| is_wanted(answer, &query)).collect();
    let (page, total) = (page_of(&query), i64::try_from(chosen.len()).unwrap_or(i64::MAX));
    let lines: Vec<&Answer> = paged(chosen, page, LINES).collect();
    let mine = mine(&cx, &tree, &opened.answers);
    let own = shared::own_units(cx.actor(), Kind::Round, Action::Answer);
    let (yours, below): (Vec<&Answer>, Vec<&Answer>) =
        mine.iter().filter(|answer| answer.status.is_none()).partition(|answer| own.contains(&answer.item.unit));
    let shown = views::Shown {
        opened: &opened,
        tree: &tree,
        names: &names,
        lines: &lines,
        query: &query,
        n_yours: yours.len(),
        n_below: below.len(),
        mine: mine.iter().map(|answer| answer.id).collect(),
        may_edit: shared::may_on(&cx, &tree, Action::Edit, Kind::Round, opened.round.unit),
        pager: pager(cx.say(), &format!("/rounds/{id}"), &query, (page, LINES), total),
    };
    let things: Vec<_> = lines.iter().map(|answer| answer.id.uuid()).chain([id.uuid()]).collect();
    let happened = told::section(&cx, &tree, &things).await?;
    let plan_name = plans.get(&opened.round.plan).map_or("", |name| name.get(cx.locale())).to_owned();
    Ok(cx
        .page(opened.round.name.clone())
        .lead(views::lead(&cx, &opened.round))
        .unit(&tree, opened.round.unit)
        .crumb(plan_name, format!("/plans/{}", opened.round.plan))
        .actions(views::actions(&cx, &shown))
        .body(html! { (views::show(&cx, &shown)) (happened) }))
}

fn is_wanted(answer: &Answer, query: &Fields) -> bool {
    let by_status = match query.text("status") {
        "" => true,
        "missing" => answer.status.is_none(),
        name => answer.status.is_some_and(|status| status.name() == name),
    };
    let unit = query.text("unit");
    by_status && (unit.is_empty() || answer.item.unit.to_string() == unit)
}

/// The things that the visitor may answer for.
pub(super) fn mine<'a>(cx: &Ctx, tree: &UnitTree, answers: &'a [Answer]) -> Vec<&'a Answer> {
    let mut known: HashMap<UnitId, bool> = HashMap::new();
    answers
        .iter()
        .filter(|answer| {
            *known
                .entry(answer.item.unit)
                .or_insert_with_key(|unit| shared::may_on(cx, tree, Action::Answer, Kind::Round, *unit))
        })
        .collect()
}

async fn export(cx: Ctx, Path(id): Path<RoundId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let opened = read_round(&cx, &tree, id).await?;
    let names = Names::of(&cx, opened.answers.iter().map(|answer| answer.by)).await?;
    let head = views::export_head(&cx);
    let rows: Vec<Vec<String>> =
        opened.answers.iter().map(|answer| views::export_row(&cx, &tree, &names, answer)).collect();
    let text = crate::export::followup::table(&head, &rows);
    let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
    Ok(([kind, (header::CONTENT_DISPOSITION, "attachment; filename=\"status.csv\"")], text).into_response())
}

/// Saves one answer inside a transaction, and completes what it is about when it says so.
pub(crate) async fn answer_one(
    cx: &Ctx,
    tx: &Tx,
    round: &Round,
    answer: &Granted<Answer>,
    before: &[Option<Status>],
    version: i64,
    fields: &Fields,
) -> Result<i64, Error> {
    let mut problems = Problems::new();
    let status: Option<Status> = fields.must_choose("status", &mut problems);
    let deviation = fields.long("deviation", &mut problems);
    let risk = fields.long("risk", &mut problems);
    let decision = fields.long("decision", &mut problems);
    let draft = status.map(|status| AnswerDraft { status, deviation, risk, decision });
    if let Some(draft) = &draft
        && let Err(refused) = rules::check(round.state, round.opens, cx.today(), before, draft)
    {
        for rule in refused {
            match rule {
                AnswerRefused::Closed => return Err(Error::Conflict("plans-round-error-closed")),
                AnswerRefused::NotOpenYet => return Err(Error::Conflict("plans-round-error-not-open")),
                AnswerRefused::DeviationMissing => problems.field("deviation", "plans-round-problem-deviation"),
                AnswerRefused::DecisionMissing => problems.field(
                    "decision",
                    match rules::forced(before, draft.status) {
                        Some(rules::Forced::Red) => "plans-round-problem-decision-red",
                        _ => "plans-round-problem-decision-yellow",
                    },
                ),
            }
        }
    }
    let finishes = draft.as_ref().is_some_and(|draft| draft.status == Status::Done) && fields.has("finish");
    let day = finishes.then(|| finishing::day(cx, fields, &mut problems));
    all_good(problems)?;
    let Some(draft) = draft else { return Err(Error::BadRequest("web-error-bad-form")) };
    let version = store::answer(tx, answer, version, &draft).await?;
    if let Some(day) = day {
        finishing::finish(cx, tx, answer.item.thing, day, &round.name).await?;
    }
    Ok(version)
}

/// Saves one answer, from the API.
pub(crate) async fn answer_by_id(cx: &Ctx, id: AnswerId, version: i64, fields: &Fields) -> Result<i64, Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let answer = store::open_answer(&tx, cx.actor(), &tree, id, Action::Answer).await?;
    let round = read_open(cx, &tx, &tree, answer.round).await?;
    let before = store::before(&tx, &round).await?;
    let before = before.get(&id).map_or(&[][..], Vec::as_slice);
    let version = answer_one(cx, &tx, &round, &answer, before, version, fields).await?;
    tx.commit().await?;
    Ok(version)
}

async fn read_open(cx: &Ctx, db: &impl Read, tree: &UnitTree, id: RoundId) -> Result<Round, Error> {
    Ok(store::open(db, cx.actor(), tree, id, Action::Read).await?.into_inner())
}

async fn edit_page(
    cx: &Ctx,
    id: RoundId,
    typed: Option<&Fields>,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let round = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let saved = fields([
        ("version", Some(round.version.to_string())),
        ("name", Some(round.name.clone())),
        ("opens", Some(round.opens.to_string())),
        ("due", Some(round.due.to_string())),
        ("period", round.period.map(|period| period.to_string())),
    ]);
    let shown = shared::shown(cx, (id, round.version), saved, typed, status).await?;
    let back = format!("/rounds/{id}");
    let form = round_form(cx, &shown, problems, &format!("/rounds/{id}/edit"), &back);
    let page = cx.page(cx.t("plans-round-edit")).unit(&tree, round.unit).crumb(round.name.clone(), back);
    Ok(page.status(status).body(form))
}

async fn edit(cx: Ctx, Path(id): Path<RoundId>) -> Result<Response, Error> {
    edit_page(&cx, id, None, &Problems::new(), StatusCode::OK).await
}

async fn update(cx: Ctx, Path(id): Path<RoundId>, Form(form): Form) -> Result<Response, Error> {
    let version = form.version()?;
    match change(&cx, id, version, &form).await {
        Ok(()) => Ok(cx.done(&format!("/rounds/{id}"), "plans-round-saved")),
        Err(Error::Invalid(problems)) => {
            edit_page(&cx, id, Some(&form), &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) if error.is_stale() => edit_page(&cx, id, Some(&form), &Problems::new(), StatusCode::CONFLICT).await,
        Err(other) => Err(other),
    }
}

async fn close_form(cx: Ctx, Path(id): Path<RoundId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let round = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let opened = read_round(&cx, &tree, id).await?;
    let body = views::close_form(&cx, &round, opened.progress);
    Ok(cx
        .page(cx.t("plans-round-close"))
        .unit(&tree, round.unit)
        .crumb(round.name.clone(), format!("/rounds/{id}"))
        .body(body))
}

async fn close(cx: Ctx, Path(id): Path<RoundId>, Form(form): Form) -> Result<Response, Error> {
    close_round(&cx, id, form.version()?).await?;
    Ok(cx.done(&format!("/rounds/{id}"), "plans-round-closed"))
}

/// The units that still owe answers, with how many each, by name.
pub(crate) fn owing(cx: &Ctx, tree: &UnitTree, answers: &[Answer]) -> Vec<(UnitId, String, usize)> {
    let mut by_unit: HashMap<UnitId, usize> = HashMap::new();
    for answer in answers.iter().filter(|answer| answer.status.is_none()) {
        *by_unit.entry(answer.item.unit).or_default() += 1;
    }
    let mut owing: Vec<(UnitId, String, usize)> =
        by_unit.into_iter().map(|(unit, n)| (unit, unit_name(cx, tree, unit), n)).collect();
    owing.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0)));
    owing
}

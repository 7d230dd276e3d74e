//! Proposals: anyone proposes and follows, assessors score, leaders decide and say why.

use std::collections::HashMap;

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{PartId, PersonId, PlanId, Problems, ProposalId, UnitId, UnitTree};
use varde_store::Read;
use varde_web::ui::card;
use varde_web::{Ctx, Error, Fields, Form, Need, Path, Query, Route, page_of, pager, told};

use super::outcomes;
use super::shared::{self, LINES, Names, all_good, fields, id as id_of, refused, unit_choices, with};
use crate::model::followup::choosing::{Became, PlanPart, Proposal, ProposalDraft, ProposalState, Score, Verdict};
use crate::model::plan::PartKind;
use crate::rules::scoring::{self as rules, SubmitRefused};
use crate::store::choosing::{self as store, Wanted};
use crate::store::sources;
use crate::views::followup::proposals as views;
use crate::views::typed::Typed;

pub(crate) fn routes() -> Vec<Route> {
    let may = |action| Need::May(Kind::Proposal, action);
    vec![
        Route::get("/proposals", Need::SignedIn, list),
        Route::get("/proposals/ranking", Need::SignedIn, ranking),
        Route::get("/proposals/new", may(Action::Create), new),
        Route::post("/proposals/new", may(Action::Create), create),
        Route::get("/proposals/{id}", Need::SignedIn, show),
        Route::get("/proposals/{id}/edit", may(Action::Edit), edit),
        Route::post("/proposals/{id}/edit", may(Action::Edit), update),
        Route::get("/proposals/{id}/score", may(Action::Answer), score_form),
        Route::post("/proposals/{id}/score", may(Action::Answer), score),
        Route::post("/proposals/{id}/follow", Need::SignedIn, follow),
        Route::post("/proposals/{id}/submit", may(Action::Edit), submit),
        Route::get("/proposals/{id}/decide", may(Action::Approve), decide_form),
        Route::post("/proposals/{id}/decide", may(Action::Approve), decide),
        Route::post("/proposals/{id}/measure", Need::May(Kind::Measure, Action::Create), outcomes::measure),
        Route::post("/proposals/{id}/pilot", Need::May(Kind::Pilot, Action::Create), outcomes::pilot),
    ]
}

/// What a list of proposals is narrowed to; `followed` asks for one's own.
pub(crate) fn wanted(cx: &Ctx, query: &Fields) -> Result<Wanted, Error> {
    let mut problems = Problems::new();
    let wanted = Wanted {
        plan: query.choice("plan", &mut problems),
        state: query.choice("state", &mut problems),
        unit: query.choice("unit", &mut problems),
        followed_by: query.has("followed").then(|| cx.actor().person()).flatten(),
    };
    all_good(problems)?;
    Ok(wanted)
}

async fn list(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let (tree, wanted, page) = (cx.tree().await?, wanted(&cx, &query)?, page_of(&query));
    let (scope, reader) = (access::scope(cx.actor(), Kind::Proposal), cx.actor().person());
    let total = store::count(cx.db(), &scope, reader, &wanted).await?;
    let lines = store::list(cx.db(), &scope, reader, &wanted, LINES, (page - 1) * LINES).await?;
    let names = Names::of(&cx, lines.iter().map(|line| line.proposer)).await?;
    let plans = sources::plans_with(cx.db(), &access::scope(cx.actor(), Kind::Plan), PartKind::Criterion).await?;
    let body = views::list(
        &cx,
        &tree,
        &query,
        &lines,
        &names,
        &plans,
        &pager(cx.say(), "/proposals", &query, (page, LINES), total),
    );
    let page = cx.page(cx.t("plans-proposal-list")).lead(cx.t("plans-proposal-list-lead"));
    Ok(page.actions(views::list_actions(&cx)).body(body))
}

/// A plan's criteria, and the proposals on them with their sums, the highest first.
pub(crate) type Ranked = (Vec<PlanPart>, Vec<(Proposal, rules::ScoreSum)>);

/// Proposals on one plan's criteria.
pub(crate) async fn ranked(cx: &Ctx, plan: PlanId) -> Result<Ranked, Error> {
    let tree = cx.tree().await?;
    sources::open_plan(cx.db(), cx.actor(), &tree, plan, Kind::Plan, Action::Read).await?;
    let criteria = sources::parts(cx.db(), plan, PartKind::Criterion).await?;
    let (scope, reader) = (access::scope(cx.actor(), Kind::Proposal), cx.actor().person());
    let wanted = Wanted { plan: Some(plan), ..Wanted::default() };
    let proposals = store::list(cx.db(), &scope, reader, &wanted, RANKED, 0).await?;
    let known: Vec<ProposalId> = proposals.iter().map(|proposal| proposal.id).collect();
    let mut scores: HashMap<ProposalId, Vec<Score>> = HashMap::new();
    for (proposal, score) in store::scores(cx.db(), &known).await? {
        scores.entry(proposal).or_default().push(score);
    }
    let mut sums: Vec<(Proposal, rules::ScoreSum)> = proposals
        .into_iter()
        .map(|proposal| {
            let sum = rules::sum(&criteria, scores.get(&proposal.id).map_or(&[][..], Vec::as_slice));
            (proposal, sum)
        })
        .collect();
    rules::rank(&mut sums);
    Ok((criteria, sums))
}

/// How many proposals a ranking holds.
const RANKED: i64 = 200;

async fn ranking(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let plans = sources::plans_with(cx.db(), &access::scope(cx.actor(), Kind::Plan), PartKind::Criterion).await?;
    let mut problems = Problems::new();
    let asked: Option<PlanId> = id_of(&query, "plan", &mut problems);
    all_good(problems)?;
    // Scores on different criteria are no scale, so each plan has a ranking of its own.
    let (scope, reader) = (access::scope(cx.actor(), Kind::Proposal), cx.actor().person());
    let wanted = Wanted { plan: asked, ..Wanted::default() };
    let proposals = store::list(cx.db(), &scope, reader, &wanted, RANKED, 0).await?;
    let mut shown = Vec::new();
    for plan in plans.iter().filter(|plan| proposals.iter().any(|proposal| proposal.plan == Some(plan.id))) {
        shown.push((plan, ranked(&cx, plan.id).await?));
    }
    let body = views::ranking(&cx, &query, &plans, &shown);
    let page = cx.page(cx.t("plans-proposal-ranking")).lead(cx.t("plans-proposal-ranking-lead"));
    Ok(page.crumb(cx.t("plans-proposal-list"), "/proposals").body(body))
}

/// What people wrote about a proposal.
async fn read(cx: &Ctx, fields: &Fields, problems: &mut Problems) -> Result<ProposalDraft, Error> {
    let plan: Option<PlanId> = id_of(fields, "plan", problems);
    if let Some(plan) = plan {
        let tree = cx.tree().await?;
        let open = sources::open_plan(cx.db(), cx.actor(), &tree, plan, Kind::Plan, Action::Read).await;
        let has_criteria = open.is_ok() && !sources::parts(cx.db(), plan, PartKind::Criterion).await?.is_empty();
        if !has_criteria {
            problems.field("plan", "plans-proposal-problem-plan");
        }
    }
    let title = fields.required("title", problems);
    if !fields.has("body") {
        problems.field("body", "web-problem-required");
    }
    Ok(ProposalDraft { plan, title, body: fields.long("body", problems) })
}

/// Adds a proposal to the unit in the field `unit`.
pub(crate) async fn add(cx: &Ctx, fields: &Fields) -> Result<ProposalId, Error> {
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let unit: Option<UnitId> = fields.must_choose("unit", &mut problems);
    let draft = read(cx, fields, &mut problems).await?;
    all_good(problems)?;
    let unit = unit.ok_or(Error::BadRequest("web-error-bad-form"))?;
    let unit = store::open_unit(cx.actor(), &tree, unit)?;
    let tx = cx.begin().await?;
    let id = store::insert(&tx, &unit, &draft).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes a proposal that has not been put forward.
pub(crate) async fn change(cx: &Ctx, id: ProposalId, version: i64, fields: &Fields) -> Result<i64, Error> {
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    // Whoever may not change it is told so before being told what is wrong with the input.
    store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let draft = read(cx, fields, &mut problems).await?;
    all_good(problems)?;
    let tx = cx.begin().await?;
    let proposal = store::open(&tx, cx.actor(), &tree, id, Action::Edit).await?;
    if proposal.state != ProposalState::Draft {
        return Err(Error::Conflict("plans-proposal-error-order"));
    }
    let version = store::save(&tx, &proposal, version, &draft).await?;
    tx.commit().await?;
    Ok(version)
}

async fn criteria_of(db: &impl Read, plan: Option<PlanId>) -> Result<Vec<PlanPart>, Error> {
    match plan {
        Some(plan) => Ok(sources::parts(db, plan, PartKind::Criterion).await?),
        None => Ok(Vec::new()),
    }
}

/// Why a proposal cannot be put forward, with the criteria that lack a score by name.
pub(crate) fn submit_refused(cx: &Ctx, refused: &SubmitRefused, criteria: &[PlanPart]) -> Problems {
    let mut problems = Problems::new();
    match refused {
        SubmitRefused::OutOfOrder => problems.push(varde_kernel::Place::Whole, "plans-proposal-error-order", vec![]),
        SubmitRefused::NoCriteria => {
            problems.push(varde_kernel::Place::Whole, "plans-proposal-problem-no-criteria", vec![]);
        }
        SubmitRefused::Unscored(missing) => {
            for part in criteria.iter().filter(|part| missing.contains(&part.id)) {
                let name = part.name.get(cx.locale()).to_owned();
                let args = vec![("criterion", name)];
                problems.push(varde_kernel::Place::Whole, "plans-proposal-problem-unscored", args);
            }
        }
    }
    problems
}

/// Puts a proposal forward for decision.
pub(crate) async fn put_forward(cx: &Ctx, id: ProposalId, version: i64) -> Result<(), Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let proposal = store::open(&tx, cx.actor(), &tree, id, Action::Edit).await?;
    let criteria = criteria_of(&tx, proposal.plan).await?;
    let scores: Vec<Score> = store::scores(&tx, &[id]).await?.into_iter().map(|(_, score)| score).collect();
    rules::submit(proposal.state, &criteria, &scores)
        .map_err(|refused| Error::Invalid(submit_refused(cx, &refused, &criteria)))?;
    store::submit(&tx, &proposal, version).await?;
    Ok(tx.commit().await?)
}

/// Keeps the visitor's scores: a list of criterion, value from 1 to 5, and grounds.
pub(crate) async fn give(cx: &Ctx, id: ProposalId, scores: &[(PartId, i64, String)]) -> Result<(), Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let proposal = store::open(&tx, cx.actor(), &tree, id, Action::Answer).await?;
    if proposal.state == ProposalState::Decided {
        return Err(Error::Conflict("plans-proposal-error-order"));
    }
    let criteria = criteria_of(&tx, proposal.plan).await?;
    if scores.is_empty() || scores.iter().any(|(part, ..)| !criteria.iter().any(|known| known.id == *part)) {
        return Err(refused("criterion", "web-problem-choice"));
    }
    if scores.iter().any(|(_, value, _)| !(1..=5).contains(value)) {
        return Err(refused("value", "plans-proposal-problem-score"));
    }
    store::score(&tx, &proposal, scores).await?;
    Ok(tx.commit().await?)
}

/// Follows a proposal, or stops following it.
pub(crate) async fn set_follow(cx: &Ctx, id: ProposalId, follows: bool) -> Result<(), Error> {
    let tree = cx.tree().await?;
    let person = cx.signed_in()?.person;
    let tx = cx.begin().await?;
    store::open(&tx, cx.actor(), &tree, id, Action::Read).await?;
    if follows {
        store::follow(&tx, id, person).await?;
    } else {
        store::unfollow(&tx, id, person).await?;
    }
    Ok(tx.commit().await?)
}

/// Decides a proposal that has been put forward.
pub(crate) async fn settle(cx: &Ctx, id: ProposalId, version: i64, fields: &Fields) -> Result<(), Error> {
    let tree = cx.tree().await?;
    let tx = cx.begin().await?;
    let proposal = store::open(&tx, cx.actor(), &tree, id, Action::Approve).await?;
    if proposal.version != version {
        return Err(varde_store::Error::Stale.into());
    }
    let mut problems = Problems::new();
    let verdict: Option<Verdict> = fields.must_choose("decision", &mut problems);
    if !fields.has("reason") {
        problems.field("reason", "web-problem-required");
    }
    let reason = fields.long("reason", &mut problems);
    all_good(problems)?;
    if proposal.state != ProposalState::Submitted {
        return Err(Error::Conflict("plans-proposal-error-not-submitted"));
    }
    let verdict = verdict.ok_or(Error::BadRequest("web-error-bad-form"))?;
    store::decide(&tx, &proposal, version, verdict, &reason).await?;
    Ok(tx.commit().await?)
}

/// A proposal with its criteria and scores.
pub(crate) struct Opened {
    pub(crate) proposal: Proposal,
    pub(crate) criteria: Vec<PlanPart>,
    pub(crate) scores: Vec<Score>,
    pub(crate) sum: rules::ScoreSum,
}

/// Reads a proposal that the visitor may see.
pub(crate) async fn read_one(cx: &Ctx, id: ProposalId) -> Result<Opened, Error> {
    let tree = cx.tree().await?;
    let proposal = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    let criteria = criteria_of(cx.db(), proposal.plan).await?;
    let scores: Vec<Score> = store::scores(cx.db(), &[id]).await?.into_iter().map(|(_, score)| score).collect();
    let sum = rules::sum(&criteria, &scores);
    Ok(Opened { proposal, criteria, scores, sum })
}

async fn show_page(cx: &Ctx, id: ProposalId, problems: &Problems, status: StatusCode) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let opened = read_one(cx, id).await?;
    let proposal = &opened.proposal;
    let people = [proposal.proposer, proposal.decision.as_ref().and_then(|decision| decision.by)]
        .into_iter()
        .chain(opened.scores.iter().map(|score| Some(score.assessor)));
    let names = Names::of(cx, people).await?;
    let plans: Vec<PlanId> = proposal.plan.into_iter().collect();
    let plan = sources::plan_names(cx.db(), &plans).await?.into_values().next();
    let person = cx.signed_in()?.person;
    let may_make = |kind| shared::may_on(cx, &tree, Action::Create, kind, proposal.unit);
    let (may_measure, may_pilot) = (may_make(Kind::Measure), may_make(Kind::Pilot));
    let became = became(cx, &tree, id).await?;
    let may = |action| store::open(cx.db(), cx.actor(), &tree, id, action);
    let shown = views::Shown {
        opened: &opened,
        names: &names,
        plan: plan.as_ref().map(|name| name.get(cx.locale())),
        follows: store::follows(cx.db(), id, person).await?,
        allowed: views::Allowed {
            edit: may(Action::Edit).await.is_ok(),
            score: may(Action::Answer).await.is_ok(),
            decide: may(Action::Approve).await.is_ok(),
            measure: may_measure && rules::may_become(proposal),
            pilot: may_pilot && rules::may_become(proposal),
        },
        became: &became,
        problems,
    };
    let beside = cx.beside(&tree, Kind::Proposal, id).await?;
    Ok(cx
        .page(proposal.title.clone())
        .unit(&tree, proposal.unit)
        .crumb(cx.t("plans-proposal-list"), "/proposals")
        .status(status)
        .actions(views::actions(cx, &shown))
        .seen_by(&tree, proposal.unit, proposal.state != ProposalState::Draft)
        .body(html! {
            (views::show(cx, &shown))
            @for (heading, lines) in &beside { (card(heading, lines)) }
            (told::section(cx, &tree, &[id.uuid()]).await?)
        }))
}

/// What a proposal has become, by name and address, as far as the visitor may see it.
async fn became(cx: &Ctx, tree: &UnitTree, id: ProposalId) -> Result<Vec<(String, String)>, Error> {
    let mut found = Vec::new();
    for became in crate::store::outcomes::of(cx.db(), id).await? {
        match became {
            Became::Measure(id) => {
                let measure = varde_measures::store::open(cx.db(), cx.actor(), tree, id, Action::Read).await;
                if let Ok(measure) = measure {
                    found.push((measure.title.get(cx.locale()).to_owned(), format!("/measures/{id}")));
                }
            }
            Became::Pilot(id) => {
                let pilot = crate::store::pilots::open(cx.db(), cx.actor(), tree, id, Action::Read).await;
                if let Ok(pilot) = pilot {
                    found.push((pilot.text.name.get(cx.locale()).to_owned(), format!("/pilots/{id}")));
                }
            }
        }
    }
    Ok(found)
}

async fn show(cx: Ctx, Path(id): Path<ProposalId>) -> Result<Response, Error> {
    show_page(&cx, id, &Problems::new(), StatusCode::OK).await
}

async fn plan_choices(cx: &Ctx) -> Result<Vec<(String, String)>, Error> {
    let plans = sources::plans_with(cx.db(), &access::scope(cx.actor(), Kind::Plan), PartKind::Criterion).await?;
    Ok(plans.into_iter().map(|plan| (plan.id.to_string(), plan.name.get(cx.locale()).to_owned())).collect())
}

async fn new_page(cx: &Ctx, typed: &Fields, problems: &Problems, status: StatusCode) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let units = unit_choices(cx, &tree, Kind::Proposal, Action::Create, typed.text("unit").parse().ok());
    if units.is_empty() {
        return Err(Error::Forbidden);
    }
    let plans = plan_choices(cx).await?;
    let typed = Typed::new(cx, typed, problems);
    let body = views::form_of(cx, &typed, "/proposals/new", "/proposals", Some(&units), &plans);
    let page = cx.page(cx.t("plans-proposal-new")).lead(cx.t("plans-proposal-new-lead"));
    Ok(page.crumb(cx.t("plans-proposal-list"), "/proposals").status(status).body(body))
}

async fn new(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let first = match cx.visitor().and_then(|visitor| visitor.home).filter(|_| !query.has("unit")) {
        Some(home) => with(&query, &[("unit", home.to_string())]),
        None => query,
    };
    new_page(&cx, &first, &Problems::new(), StatusCode::OK).await
}

async fn create(cx: Ctx, Form(form): Form) -> Result<Response, Error> {
    match add(&cx, &form).await {
        Ok(id) => Ok(cx.done(&format!("/proposals/{id}"), "plans-proposal-added")),
        Err(Error::Invalid(problems)) => new_page(&cx, &form, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(other) => Err(other),
    }
}

async fn edit_page(
    cx: &Ctx,
    id: ProposalId,
    typed: Option<&Fields>,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let proposal = store::open(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let saved = fields([
        ("version", Some(proposal.version.to_string())),
        ("title", Some(proposal.title.clone())),
        ("body", Some(proposal.body.clone())),
        ("plan", proposal.plan.map(|plan| plan.to_string())),
    ]);
    let shown = shared::shown(cx, (id, proposal.version), saved, typed, status).await?;
    let back = format!("/proposals/{id}");
    let plans = plan_choices(cx).await?;
    let typed = Typed::new(cx, &shown, problems);
    let form = views::form_of(cx, &typed, &format!("{back}/edit"), &back, None, &plans);
    let page = cx.page(cx.t("plans-proposal-edit")).unit(&tree, proposal.unit).crumb(proposal.title.clone(), back);
    Ok(page.status(status).body(form))
}

async fn edit(cx: Ctx, Path(id): Path<ProposalId>) -> Result<Response, Error> {
    edit_page(&cx, id, None, &Problems::new(), StatusCode::OK).await
}

async fn update(cx: Ctx, Path(id): Path<ProposalId>, Form(form): Form) -> Result<Response, Error> {
    let version = form.version()?;
    match change(&cx, id, version, &form).await {
        Ok(_) => Ok(cx.done(&format!("/proposals/{id}"), "plans-proposal-saved")),
        Err(Error::Invalid(problems)) => {
            edit_page(&cx, id, Some(&form), &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) if error.is_stale() => edit_page(&cx, id, Some(&form), &Problems::new(), StatusCode::CONFLICT).await,
        Err(other) => Err(other),
    }
}

/// The fields of one criterion in the scoring form.
pub(crate) fn fields_of(form: &Fields, criterion: PartId) -> Fields {
    let tail = format!("-{criterion}");
    Fields::new(
        form.iter()
            .filter_map(|(name, value)| Some((name.strip_suffix(&tail)?.to_owned(), value.to_owned())))
            .collect(),
    )
}

async fn score_page(
    cx: &Ctx,
    id: ProposalId,
    typed: Option<&[views::Scored]>,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let opened = read_one(cx, id).await?;
    store::open(cx.db(), cx.actor(), &tree, id, Action::Answer).await?;
    let me: Option<PersonId> = cx.actor().person();
    let own: Vec<views::Scored> = opened
        .criteria
        .iter()
        .map(|criterion| {
            let known =
                opened.scores.iter().find(|score| score.criterion == criterion.id && Some(score.assessor) == me);
            let fields = fields([
                ("value", known.map(|score| score.value.to_string())),
                ("grounds", known.map(|score| score.grounds.clone()).filter(|text| !text.is_empty())),
            ]);
            views::Scored { criterion: criterion.clone(), fields, problems: Problems::new() }
        })
        .collect();
    let body = views::score_form(cx, &opened.proposal, typed.unwrap_or(&own));
    let page = cx.page(cx.t("plans-proposal-score")).lead(cx.t("plans-proposal-score-lead"));
    let page = page.unit(&tree, opened.proposal.unit).crumb(opened.proposal.title.clone(), format!("/proposals/{id}"));
    Ok(page.status(status).body(body))
}

async fn score_form(cx: Ctx, Path(id): Path<ProposalId>) -> Result<Response, Error> {
    score_page(&cx, id, None, StatusCode::OK).await
}

async fn score(cx: Ctx, Path(id): Path<ProposalId>, Form(form): Form) -> Result<Response, Error> {
    let opened = read_one(&cx, id).await?;
    // Before anything is said of what was sent.
    store::open(cx.db(), cx.actor(), &*cx.tree().await?, id, Action::Answer).await?;
    let mut typed = Vec::new();
    let mut scores = Vec::new();
    let mut wrong = false;
    for criterion in &opened.criteria {
        let fields = fields_of(&form, criterion.id);
        let mut problems = Problems::new();
        let value = fields.whole("value", &mut problems);
        let grounds = fields.long("grounds", &mut problems);
        if value.is_some_and(|value| !(1..=5).contains(&value)) {
            problems.field("value", "plans-proposal-problem-score");
        }
        if value.is_none() && !grounds.is_empty() {
            problems.field("value", "web-problem-required");
        }
        wrong |= !problems.is_empty();
        if let Some(value) = value {
            scores.push((criterion.id, value, grounds));
        }
        typed.push(views::Scored { criterion: criterion.clone(), fields, problems });
    }
    if wrong {
        return score_page(&cx, id, Some(&typed), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    if scores.is_empty() {
        return Ok(cx.done(&format!("/proposals/{id}"), "plans-proposal-scored-none"));
    }
    give(&cx, id, &scores).await?;
    Ok(cx.done(&format!("/proposals/{id}"), "plans-proposal-scored"))
}

async fn follow(cx: Ctx, Path(id): Path<ProposalId>, Form(form): Form) -> Result<Response, Error> {
    let follows = form.text("follow") == "true";
    set_follow(&cx, id, follows).await?;
    let said = if follows { "plans-proposal-followed" } else { "plans-proposal-unfollowed" };
    Ok(cx.done(&format!("/proposals/{id}"), said))
}

async fn submit(cx: Ctx, Path(id): Path<ProposalId>, Form(form): Form) -> Result<Response, Error> {
    match put_forward(&cx, id, form.version()?).await {
        Ok(()) => Ok(cx.done(&format!("/proposals/{id}"), "plans-proposal-submitted")),
        Err(Error::Invalid(problems)) => show_page(&cx, id, &problems, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(other) => Err(other),
    }
}

async fn decide_page(
    cx: &Ctx,
    id: ProposalId,
    typed: Option<&Fields>,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let proposal = store::open(cx.db(), cx.actor(), &tree, id, Action::Approve).await?;
    // Whoever was too late is told that it has been decided, and keeps what was written.
    if proposal.state != ProposalState::Submitted && status != StatusCode::CONFLICT {
        return Err(Error::Conflict("plans-proposal-error-not-submitted"));
    }
    let fresh = fields([("version", Some(proposal.version.to_string()))]);
    let shown = shared::shown(cx, (id, proposal.version), fresh, typed, status).await?;
    let body = views::decide_form(cx, &Typed::new(cx, &shown, problems), &proposal);
    let page = cx.page(cx.t("plans-proposal-decide")).unit(&tree, proposal.unit);
    Ok(page.crumb(proposal.title.clone(), format!("/proposals/{id}")).status(status).body(body))
}

async fn decide_form(cx: Ctx, Path(id): Path<ProposalId>) -> Result<Response, Error> {
    decide_page(&cx, id, None, &Problems::new(), StatusCode::OK).await
}

async fn decide(cx: Ctx, Path(id): Path<ProposalId>, Form(form): Form) -> Result<Response, Error> {
    match settle(&cx, id, form.version()?, &form).await {
        Ok(()) => Ok(cx.done(&format!("/proposals/{id}"), "plans-proposal-decided")),
        Err(Error::Invalid(problems)) => {
            decide_page(&cx, id, Some(&form), &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) if error.is_stale() => {
            decide_page(&cx, id, Some(&form), &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(other) => Err(other),
    }
}

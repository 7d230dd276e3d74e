//! Proposals, their ranking and the map of challenges for other programs.

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::access::{self, Action, Kind};
use varde_kernel::{Id, PartId, PlanId, Problems, ProposalId};
use varde_web::{Ctx, Cursor, Error, Fields, Json, Listed, Path, Query};

use super::refused::{Changing, DONE, Made, Reading, Versioned, made};
use crate::api::wire::Text;
use crate::model::followup::choosing::{ChallengeLinks, Proposal, Score};
use crate::pages::followup::{challenges as map, fields, outcomes, proposals as pages};
use crate::rules::scoring::ScoreSum;
use crate::store::choosing as store;

/// A proposal.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProposalShown {
    /// Its id.
    id: String,
    /// The unit it is put to.
    unit: String,
    /// The plan whose criteria it is scored on.
    plan: Option<String>,
    /// In a line.
    title: String,
    /// What is proposed, and why.
    body: String,
    /// draft, submitted or decided.
    state: String,
    /// Who proposed it.
    proposer: Option<String>,
    /// accept, reject or later, once decided.
    decision: Option<String>,
    /// Why.
    reason: Option<String>,
    /// Counts the changes.
    version: i64,
}

impl From<Proposal> for ProposalShown {
    fn from(proposal: Proposal) -> Self {
        Self {
            id: proposal.id.to_string(),
            unit: proposal.unit.to_string(),
            plan: proposal.plan.map(|plan| plan.to_string()),
            title: proposal.title,
            body: proposal.body,
            state: proposal.state.name().to_owned(),
            proposer: proposal.proposer.map(|person| person.to_string()),
            decision: proposal.decision.as_ref().map(|decision| decision.verdict.name().to_owned()),
            reason: proposal.decision.map(|decision| decision.reason),
            version: proposal.version,
        }
    }
}

/// A proposal to add or change. `unit` counts when it is added, `version` when it is changed.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ProposalDraft {
    /// The unit it is put to.
    unit: Option<String>,
    /// The plan whose criteria it is scored on.
    plan: Option<String>,
    /// In a line.
    title: String,
    /// What is proposed, and why.
    body: String,
    /// The version that was read before the change.
    version: Option<i64>,
}

impl ProposalDraft {
    fn fields(self) -> Fields {
        fields([
            ("unit", self.unit),
            ("plan", self.plan),
            ("title", Some(self.title)),
            ("body", Some(self.body)),
            ("version", self.version.map(|version| version.to_string())),
        ])
    }
}

/// Proposals that you may see, newest first.
#[utoipa::path(get, path = "/api/v1/proposals", tag = "follow-up",
    params(
        ("plan" = Option<String>, Query, description = "Scored on this plan's criteria"),
        ("state" = Option<String>, Query, description = "draft, submitted or decided"),
        ("unit" = Option<String>, Query, description = "Put to this unit"),
        ("followed" = Option<String>, Query, description = "Anything here asks for your own and those you follow"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses((status = 200, description = "One page of proposals", body = Listed<ProposalShown>), Reading))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<ProposalShown>>, Error> {
    let cursor = Cursor::read(&query)?;
    let wanted = pages::wanted(&cx, &query)?;
    let (scope, reader) = (access::scope(cx.actor(), Kind::Proposal), cx.actor().person());
    let lines = store::list(cx.db(), &scope, reader, &wanted, cursor.fetch(), cursor.skip).await?;
    Ok(Json(cursor.page(lines.into_iter().map(ProposalShown::from).collect())))
}

/// Adds a proposal.
#[utoipa::path(post, path = "/api/v1/proposals", tag = "follow-up", request_body = ProposalDraft,
    responses((status = 201, description = "The new proposal's id", body = Made), Changing))]
pub(crate) async fn create(cx: Ctx, Json(body): Json<ProposalDraft>) -> Result<(StatusCode, Json<Made>), Error> {
    Ok(made(pages::add(&cx, &body.fields()).await?))
}

/// How the assessors see one criterion.
#[derive(Serialize, ToSchema)]
pub(crate) struct CriterionSum {
    /// The criterion.
    criterion: String,
    /// How much it counts in the total.
    weight: f64,
    /// How many have scored it.
    n: usize,
    /// The mean; absent when nobody has.
    mean: Option<f64>,
    /// The standard deviation; needs two.
    spread: Option<f64>,
    /// The lowest score.
    lowest: Option<i64>,
    /// The highest score.
    highest: Option<i64>,
}

/// How the assessors see a proposal.
#[derive(Serialize, ToSchema)]
pub(crate) struct ScoreSummary {
    /// Criterion by criterion.
    criteria: Vec<CriterionSum>,
    /// The means, each times its criterion's weight, added up; absent until each criterion has a score.
    total: Option<f64>,
    /// The standard deviation between the assessors' totals; needs two.
    spread: Option<f64>,
    /// How many people have scored something.
    assessors: usize,
}

impl From<ScoreSum> for ScoreSummary {
    fn from(sum: ScoreSum) -> Self {
        let criteria = sum.criteria.into_iter().map(|criterion| CriterionSum {
            criterion: criterion.criterion.to_string(),
            weight: criterion.weight,
            n: criterion.n,
            mean: criterion.mean,
            spread: criterion.spread,
            lowest: criterion.range.map(|range| range.0),
            highest: criterion.range.map(|range| range.1),
        });
        Self { criteria: criteria.collect(), total: sum.total, spread: sum.spread, assessors: sum.n_assessors }
    }
}

/// One score.
#[derive(Serialize, ToSchema)]
pub(crate) struct ScoreShown {
    /// The criterion.
    criterion: String,
    /// Who gave it.
    assessor: String,
    /// From 1 to 5.
    value: i64,
    /// On what grounds.
    grounds: String,
}

impl From<Score> for ScoreShown {
    fn from(score: Score) -> Self {
        Self {
            criterion: score.criterion.to_string(),
            assessor: score.assessor.to_string(),
            value: score.value,
            grounds: score.grounds,
        }
    }
}

/// A proposal with its scores.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProposalScored {
    /// The proposal.
    proposal: ProposalShown,
    /// How the assessors see it.
    sum: ScoreSummary,
    /// Score by score.
    scores: Vec<ScoreShown>,
}

/// A proposal with its scores.
#[utoipa::path(get, path = "/api/v1/proposals/{id}", tag = "follow-up",
    params(("id" = String, Path, description = "The proposal's id")),
    responses((status = 200, description = "The proposal", body = ProposalScored), Reading))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<ProposalId>) -> Result<Json<ProposalScored>, Error> {
    let opened = pages::read_one(&cx, id).await?;
    Ok(Json(ProposalScored {
        proposal: opened.proposal.into(),
        sum: opened.sum.into(),
        scores: opened.scores.into_iter().map(ScoreShown::from).collect(),
    }))
}

/// Changes a proposal that has not been put forward.
#[utoipa::path(put, path = "/api/v1/proposals/{id}", tag = "follow-up", request_body = ProposalDraft,
    params(("id" = String, Path, description = "The proposal's id")),
    responses((status = 204, description = "Changed"), Changing))]
pub(crate) async fn update(
    cx: Ctx,
    Path(id): Path<ProposalId>,
    Json(body): Json<ProposalDraft>,
) -> Result<StatusCode, Error> {
    let fields = body.fields();
    pages::change(&cx, id, fields.version()?, &fields).await?;
    Ok(DONE)
}

/// One score to give.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ScoreDraft {
    /// The criterion.
    criterion: String,
    /// From 1 to 5.
    value: i64,
    /// On what grounds.
    grounds: Option<String>,
}

/// Gives your scores; the same criterion again replaces your score.
#[utoipa::path(put, path = "/api/v1/proposals/{id}/scores", tag = "follow-up", request_body = Vec<ScoreDraft>,
    params(("id" = String, Path, description = "The proposal's id")),
    responses((status = 204, description = "Kept"), Changing))]
pub(crate) async fn score(
    cx: Ctx,
    Path(id): Path<ProposalId>,
    Json(body): Json<Vec<ScoreDraft>>,
) -> Result<StatusCode, Error> {
    let mut problems = Problems::new();
    let mut scores: Vec<(PartId, i64, String)> = Vec::new();
    for draft in body {
        let typed = fields([("criterion", Some(draft.criterion)), ("grounds", draft.grounds)]);
        let criterion = typed.must_choose("criterion", &mut problems);
        let grounds = typed.long("grounds", &mut problems);
        scores.extend(criterion.map(|criterion| (criterion, draft.value, grounds)));
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    pages::give(&cx, id, &scores).await?;
    Ok(DONE)
}

/// Whether you follow it.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Following {
    /// Whether you do.
    follow: bool,
}

/// Follows a proposal, or stops following it.
#[utoipa::path(put, path = "/api/v1/proposals/{id}/follow", tag = "follow-up", request_body = Following,
    params(("id" = String, Path, description = "The proposal's id")),
    responses((status = 204, description = "Kept"), Changing))]
pub(crate) async fn follow(
    cx: Ctx,
    Path(id): Path<ProposalId>,
    Json(body): Json<Following>,
) -> Result<StatusCode, Error> {
    pages::set_follow(&cx, id, body.follow).await?;
    Ok(DONE)
}

/// Puts a proposal forward for decision; each criterion must have a score.
#[utoipa::path(post, path = "/api/v1/proposals/{id}/submit", tag = "follow-up", request_body = Versioned,
    params(("id" = String, Path, description = "The proposal's id")),
    responses((status = 204, description = "Put forward"), Changing))]
pub(crate) async fn submit(
    cx: Ctx,
    Path(id): Path<ProposalId>,
    Json(body): Json<Versioned>,
) -> Result<StatusCode, Error> {
    pages::put_forward(&cx, id, body.version).await?;
    Ok(DONE)
}

/// What is decided about a proposal.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ProposalDecision {
    /// accept, reject or later.
    decision: String,
    /// Why.
    reason: String,
    /// The version that was read before.
    version: i64,
}

/// Decides a proposal that has been put forward.
#[utoipa::path(post, path = "/api/v1/proposals/{id}/decision", tag = "follow-up", request_body = ProposalDecision,
    params(("id" = String, Path, description = "The proposal's id")),
    responses((status = 204, description = "Decided"), Changing))]
pub(crate) async fn decide(
    cx: Ctx,
    Path(id): Path<ProposalId>,
    Json(body): Json<ProposalDecision>,
) -> Result<StatusCode, Error> {
    let fields = fields([("decision", Some(body.decision)), ("reason", Some(body.reason))]);
    pages::settle(&cx, id, body.version, &fields).await?;
    Ok(DONE)
}

/// Makes a stated measure of a proposal that is to be carried out.
#[utoipa::path(post, path = "/api/v1/proposals/{id}/measure", tag = "follow-up",
    params(("id" = String, Path, description = "The proposal's id")),
    responses((status = 201, description = "The measure", body = Made), Changing))]
pub(crate) async fn make_measure(cx: Ctx, Path(id): Path<ProposalId>) -> Result<(StatusCode, Json<Made>), Error> {
    Ok(made(outcomes::make_measure(&cx, id).await?))
}

/// Makes a pilot of a proposal that is to be carried out.
#[utoipa::path(post, path = "/api/v1/proposals/{id}/pilot", tag = "follow-up",
    params(("id" = String, Path, description = "The proposal's id")),
    responses((status = 201, description = "The pilot", body = Made), Changing))]
pub(crate) async fn make_pilot(cx: Ctx, Path(id): Path<ProposalId>) -> Result<(StatusCode, Json<Made>), Error> {
    Ok(made(outcomes::make_pilot(&cx, id).await?))
}

/// A proposal in a ranking.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProposalRanked {
    /// The proposal.
    proposal: ProposalShown,
    /// How the assessors see it.
    sum: ScoreSummary,
}

/// The proposals on a plan's criteria, the highest total first.
#[utoipa::path(get, path = "/api/v1/plans/{id}/ranking", tag = "follow-up",
    params(("id" = String, Path, description = "The plan's id")),
    responses((status = 200, description = "The ranking", body = Listed<ProposalRanked>), Reading))]
pub(crate) async fn ranking(cx: Ctx, Path(plan): Path<PlanId>) -> Result<Json<Listed<ProposalRanked>>, Error> {
    let (_, ranked) = pages::ranked(&cx, plan).await?;
    let items = ranked
        .into_iter()
        .map(|(proposal, sum)| ProposalRanked { proposal: proposal.into(), sum: sum.into() })
        .collect();
    Ok(Json(Listed { items, next_cursor: None }))
}

/// A challenge with what meets it.
#[derive(Serialize, ToSchema)]
pub(crate) struct ChallengeShown {
    /// The challenge.
    challenge: String,
    /// Its name.
    name: Text,
    /// The measures that meet it; none means that it is uncovered.
    measures: Vec<String>,
    /// The indicators in which it shows.
    indicators: Vec<String>,
}

/// A plan's challenges and what meets them.
#[utoipa::path(get, path = "/api/v1/plans/{id}/challenges", tag = "follow-up",
    params(("id" = String, Path, description = "The plan's id")),
    responses((status = 200, description = "The challenges", body = Listed<ChallengeShown>), Reading))]
pub(crate) async fn challenges(cx: Ctx, Path(plan): Path<PlanId>) -> Result<Json<Listed<ChallengeShown>>, Error> {
    let map = map::read(&cx, plan, Action::Read).await?;
    let items = map
        .challenges
        .iter()
        .map(|part| ChallengeShown {
            challenge: part.id.to_string(),
            name: part.name.clone().into(),
            measures: of(&map.links.measures, part.id),
            indicators: of(&map.links.indicators, part.id),
        })
        .collect();
    Ok(Json(Listed { items, next_cursor: None }))
}

fn of<K>(links: &[(PartId, Id<K>)], part: PartId) -> Vec<String> {
    links.iter().filter(|(known, _)| *known == part).map(|(_, id)| id.to_string()).collect()
}

/// What meets a challenge.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ChallengeDraft {
    /// The challenge.
    challenge: String,
    /// The measures that meet it.
    #[serde(default)]
    measures: Vec<String>,
    /// The indicators in which it shows.
    #[serde(default)]
    indicators: Vec<String>,
}

/// What meets the challenges of a plan.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ChallengesLinked {
    /// Challenge by challenge.
    challenges: Vec<ChallengeDraft>,
    /// The plan's version that was read.
    version: i64,
}

/// Says anew what meets each of a plan's challenges; what is left out is unlinked.
#[utoipa::path(put, path = "/api/v1/plans/{id}/challenges", tag = "follow-up", request_body = ChallengesLinked,
    params(("id" = String, Path, description = "The plan's id")),
    responses((status = 204, description = "Linked"), Changing))]
pub(crate) async fn link_challenges(
    cx: Ctx,
    Path(plan): Path<PlanId>,
    Json(body): Json<ChallengesLinked>,
) -> Result<StatusCode, Error> {
    let mut problems = Problems::new();
    let mut links = ChallengeLinks::default();
    for draft in body.challenges {
        let typed = fields([("challenge", Some(draft.challenge))]);
        let Some(part) = typed.must_choose::<PartId>("challenge", &mut problems) else { continue };
        for id in draft.measures {
            let typed = fields([("measures", Some(id))]);
            links.measures.extend(typed.must_choose("measures", &mut problems).map(|id| (part, id)));
        }
        for id in draft.indicators {
            let typed = fields([("indicators", Some(id))]);
            links.indicators.extend(typed.must_choose("indicators", &mut problems).map(|id| (part, id)));
        }
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    map::link(&cx, plan, body.version, &links).await?;
    Ok(DONE)
}

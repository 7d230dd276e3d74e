//! Alternatives and votes for other programs.

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::access::Action;
use varde_kernel::{AlternativeId, PlanId};
use varde_web::{Ctx, Error, Fields, Json, Listed, Path, texts};

use super::refused::{Changing, DONE, Made, Reading, made};
use crate::api::wire::{Text, TextIn, with_texts};
use crate::model::followup::alternatives::{Alternative, PointKind, Vote};
use crate::pages::followup::{alternatives as pages, fields};
use crate::store::alternatives as store;

/// An alternative.
#[derive(Serialize, ToSchema)]
pub(crate) struct AlternativeShown {
    /// Its id.
    id: String,
    /// Its number; 0 is to go on as today.
    number: i64,
    /// Its name.
    name: Text,
    /// What it is.
    summary: Text,
    /// What speaks for it.
    pros: Vec<Text>,
    /// What speaks against it.
    cons: Vec<Text>,
    /// What must be in place first.
    preconditions: Vec<Text>,
    /// What it takes to set up.
    setup: Text,
    /// How soon it can work.
    pace: Text,
    /// What it is expected to give.
    effect: Text,
    /// Votes that a document prints for it.
    votes_stated: Option<i64>,
    /// Where it is written.
    source: String,
    /// Whether it was decided for.
    chosen: bool,
    /// Translations that were left behind when their text changed, such as `name_nn`.
    to_check: Vec<String>,
    /// Counts the changes.
    version: i64,
}

fn shown(alternative: Alternative, chosen: bool, to_check: Vec<String>) -> AlternativeShown {
    let points = |wanted: PointKind| -> Vec<Text> {
        alternative.points.iter().filter(|(kind, _)| *kind == wanted).map(|(_, words)| words.clone().into()).collect()
    };
    AlternativeShown {
        id: alternative.id.to_string(),
        number: alternative.number,
        pros: points(PointKind::Pro),
        cons: points(PointKind::Con),
        preconditions: points(PointKind::Precondition),
        name: alternative.name.into(),
        summary: alternative.summary.into(),
        setup: alternative.setup.into(),
        pace: alternative.pace.into(),
        effect: alternative.effect.into(),
        votes_stated: alternative.votes_stated,
        source: alternative.source,
        chosen,
        to_check,
        version: alternative.version,
    }
}

/// An alternative to add or change; `version` counts when it is changed.
#[derive(Deserialize, ToSchema)]
pub(crate) struct AlternativeDraft {
    /// Its number, 0 to 99.
    number: i64,
    /// Its name.
    name: TextIn,
    /// What it is.
    #[serde(default)]
    summary: TextIn,
    /// What speaks for it.
    #[serde(default)]
    pros: Vec<TextIn>,
    /// What speaks against it.
    #[serde(default)]
    cons: Vec<TextIn>,
    /// What must be in place first.
    #[serde(default)]
    preconditions: Vec<TextIn>,
    /// What it takes to set up.
    #[serde(default)]
    setup: TextIn,
    /// How soon it can work.
    #[serde(default)]
    pace: TextIn,
    /// What it is expected to give.
    #[serde(default)]
    effect: TextIn,
    /// Texts whose translations still say the same: name, summary, pros and so on.
    #[serde(default)]
    confirmed: Vec<String>,
    /// The version that was read before the change.
    version: Option<i64>,
}

impl AlternativeDraft {
    fn fields(self) -> Fields {
        let rest = fields([
            ("number", Some(self.number.to_string())),
            ("version", self.version.map(|version| version.to_string())),
        ]);
        let texts = vec![
            (texts!("name"), self.name),
            (texts!("summary"), self.summary),
            (texts!("pros"), TextIn::lines(self.pros)),
            (texts!("cons"), TextIn::lines(self.cons)),
            (texts!("preconditions"), TextIn::lines(self.preconditions)),
            (texts!("setup"), self.setup),
            (texts!("pace"), self.pace),
            (texts!("effect"), self.effect),
        ];
        with_texts(&rest, texts, self.confirmed)
    }
}

/// A plan's alternatives, in order of number.
#[utoipa::path(get, path = "/api/v1/plans/{id}/alternatives", tag = "follow-up",
    params(("id" = String, Path, description = "The plan's id")),
    responses((status = 200, description = "The alternatives", body = Listed<AlternativeShown>), Reading))]
pub(crate) async fn list(cx: Ctx, Path(plan): Path<PlanId>) -> Result<Json<Listed<AlternativeShown>>, Error> {
    let (plan, _) = pages::open(&cx, plan, Action::Read).await?;
    let chosen = store::choice(cx.db(), plan.id).await?.map(|choice| choice.alternative);
    let alternatives = store::list(cx.db(), plan.id).await?;
    let mut items = Vec::new();
    for alternative in alternatives {
        let (is_chosen, to_check) = (Some(alternative.id) == chosen, cx.to_check(alternative.id).await?);
        items.push(shown(alternative, is_chosen, to_check));
    }
    Ok(Json(Listed { items, next_cursor: None }))
}

/// Adds an alternative to a plan.
#[utoipa::path(post, path = "/api/v1/plans/{id}/alternatives", tag = "follow-up", request_body = AlternativeDraft,
    params(("id" = String, Path, description = "The plan's id")),
    responses((status = 201, description = "The new alternative's id", body = Made), Changing))]
pub(crate) async fn create(
    cx: Ctx,
    Path(plan): Path<PlanId>,
    Json(body): Json<AlternativeDraft>,
) -> Result<(StatusCode, Json<Made>), Error> {
    Ok(made(pages::add(&cx, plan, &body.fields()).await?))
}

/// Changes an alternative, until it is decided.
#[utoipa::path(put, path = "/api/v1/alternatives/{id}", tag = "follow-up", request_body = AlternativeDraft,
    params(("id" = String, Path, description = "The alternative's id")),
    responses((status = 204, description = "Changed"), Changing))]
pub(crate) async fn update(
    cx: Ctx,
    Path(id): Path<AlternativeId>,
    Json(body): Json<AlternativeDraft>,
) -> Result<StatusCode, Error> {
    let fields = body.fields();
    pages::change(&cx, id, fields.version()?, &fields).await?;
    Ok(DONE)
}

/// A vote.
#[derive(Serialize, ToSchema)]
pub(crate) struct VoteShown {
    /// The alternative; absent when the voter abstained.
    alternative: Option<String>,
    /// Who voted.
    voter: String,
    /// For whom or in which seat.
    seat: String,
    /// Why.
    statement: String,
    /// What the voter takes exception to.
    reservation: String,
    /// When.
    at: String,
}

impl From<Vote> for VoteShown {
    fn from(vote: Vote) -> Self {
        Self {
            alternative: vote.alternative.map(|id| id.to_string()),
            voter: vote.voter.to_string(),
            seat: vote.seat,
            statement: vote.statement,
            reservation: vote.reservation,
            at: vote.at.to_string(),
        }
    }
}

/// The votes that count, oldest first.
#[utoipa::path(get, path = "/api/v1/plans/{id}/votes", tag = "follow-up",
    params(("id" = String, Path, description = "The plan's id")),
    responses((status = 200, description = "The votes", body = Listed<VoteShown>), Reading))]
pub(crate) async fn votes(cx: Ctx, Path(plan): Path<PlanId>) -> Result<Json<Listed<VoteShown>>, Error> {
    let (plan, _) = pages::open(&cx, plan, Action::Read).await?;
    let votes = store::votes(cx.db(), plan.id).await?;
    Ok(Json(Listed { items: votes.into_iter().map(VoteShown::from).collect(), next_cursor: None }))
}

/// Your vote.
#[derive(Deserialize, ToSchema)]
pub(crate) struct VoteDraft {
    /// The alternative; leave it out to abstain.
    alternative: Option<String>,
    /// For whom or in which seat.
    seat: Option<String>,
    /// Why.
    statement: Option<String>,
    /// What you take exception to.
    reservation: Option<String>,
}

/// Casts your vote, or changes it until it is decided.
#[utoipa::path(put, path = "/api/v1/plans/{id}/vote", tag = "follow-up", request_body = VoteDraft,
    params(("id" = String, Path, description = "The plan's id")),
    responses((status = 204, description = "Cast"), Changing))]
pub(crate) async fn vote(cx: Ctx, Path(plan): Path<PlanId>, Json(body): Json<VoteDraft>) -> Result<StatusCode, Error> {
    let fields = fields([
        ("alternative", Some(body.alternative.unwrap_or_else(|| "abstain".to_owned()))),
        ("seat", body.seat),
        ("statement", body.statement),
        ("reservation", body.reservation),
    ]);
    pages::cast(&cx, plan, &fields).await?;
    Ok(DONE)
}

/// Takes your vote back.
#[utoipa::path(delete, path = "/api/v1/plans/{id}/vote", tag = "follow-up",
    params(("id" = String, Path, description = "The plan's id")),
    responses((status = 204, description = "Taken back"), Changing))]
pub(crate) async fn withdraw(cx: Ctx, Path(plan): Path<PlanId>) -> Result<StatusCode, Error> {
    pages::take_back(&cx, plan).await?;
    Ok(DONE)
}

/// What is decided between the alternatives.
#[derive(Deserialize, ToSchema)]
pub(crate) struct AlternativeChoice {
    /// The alternative.
    alternative: String,
    /// Why.
    reasons: String,
}

/// Decides for an alternative, with reasons.
#[utoipa::path(post, path = "/api/v1/plans/{id}/choice", tag = "follow-up", request_body = AlternativeChoice,
    params(("id" = String, Path, description = "The plan's id")),
    responses((status = 204, description = "Decided"), Changing))]
pub(crate) async fn decide(
    cx: Ctx,
    Path(plan): Path<PlanId>,
    Json(body): Json<AlternativeChoice>,
) -> Result<StatusCode, Error> {
    let fields = fields([("alternative", Some(body.alternative)), ("reasons", Some(body.reasons))]);
    pages::settle(&cx, plan, &fields).await?;
    Ok(DONE)
}

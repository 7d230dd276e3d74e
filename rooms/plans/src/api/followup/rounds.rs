//! Status rounds and reminders for other programs.

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::access::{self, Kind};
use varde_kernel::{AnswerId, PlanId, Problems, RoundId};
use varde_web::{Ctx, Cursor, Error, Fields, Json, Listed, Path, Query};

use super::refused::{Changing, DONE, Made, Reading, Versioned, made};
use crate::api::wire::Text;
use crate::model::followup::rounds::{Answer, Round, Status};
use crate::pages::followup::{fields, reminders as wishes, rounds as pages};
use crate::rules::rounds as rules;
use crate::store::rounds as store;

/// A status round.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoundShown {
    /// Its id.
    id: String,
    /// The plan.
    plan: String,
    /// The unit that holds it.
    unit: String,
    /// Its name.
    name: String,
    /// From which day one can answer.
    opens: String,
    /// By which day answers are wanted.
    due: String,
    /// Which period it speaks of.
    period: Option<String>,
    /// open or closed.
    state: String,
    /// How many things are asked about.
    asked: i64,
    /// How many are answered.
    answered: i64,
    /// Counts the changes.
    version: i64,
}

fn shown(round: Round, asked: i64, answered: i64) -> RoundShown {
    RoundShown {
        id: round.id.to_string(),
        plan: round.plan.to_string(),
        unit: round.unit.to_string(),
        name: round.name,
        opens: round.opens.to_string(),
        due: round.due.to_string(),
        period: round.period.map(|period| period.to_string()),
        state: round.state.name().to_owned(),
        asked,
        answered,
        version: round.version,
    }
}

/// A round to open or change. `plan` counts when it is opened, `version` when it is changed.
#[derive(Deserialize, ToSchema)]
pub(crate) struct RoundDraft {
    /// The plan.
    plan: Option<String>,
    /// Its name.
    name: String,
    /// From which day one can answer.
    opens: String,
    /// By which day answers are wanted.
    due: String,
    /// Which period it speaks of.
    period: Option<String>,
    /// The version that was read before the change.
    version: Option<i64>,
}

impl RoundDraft {
    fn fields(self) -> Fields {
        fields([
            ("plan", self.plan),
            ("name", Some(self.name)),
            ("opens", Some(self.opens)),
            ("due", Some(self.due)),
            ("period", self.period),
            ("version", self.version.map(|version| version.to_string())),
        ])
    }
}

/// Status rounds that you may see, newest first.
#[utoipa::path(get, path = "/api/v1/rounds", tag = "follow-up",
    params(
        ("plan" = Option<String>, Query, description = "Of this plan"),
        ("state" = Option<String>, Query, description = "open or closed"),
        ("unit" = Option<String>, Query, description = "That this unit or one below it holds or answers in"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses((status = 200, description = "One page of rounds", body = Listed<RoundShown>), Reading))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<RoundShown>>, Error> {
    let cursor = Cursor::read(&query)?;
    let wanted = pages::wanted(&query)?;
    let scope = access::scope(cx.actor(), Kind::Plan);
    let lines = store::list(cx.db(), &scope, &wanted, cursor.fetch(), cursor.skip).await?;
    let lines = lines.into_iter().map(|line| shown(line.round, line.asked, line.answered)).collect();
    Ok(Json(cursor.page(lines)))
}

/// Opens a round: everything in the plan that is not over is asked about.
#[utoipa::path(post, path = "/api/v1/rounds", tag = "follow-up", request_body = RoundDraft,
    responses((status = 201, description = "The new round's id", body = Made), Changing))]
pub(crate) async fn create(cx: Ctx, Json(body): Json<RoundDraft>) -> Result<(StatusCode, Json<Made>), Error> {
    let fields = body.fields();
    let mut problems = Problems::new();
    let plan: Option<PlanId> = fields.must_choose("plan", &mut problems);
    let Some(plan) = plan else { return Err(Error::Invalid(problems)) };
    Ok(made(pages::open_round(&cx, plan, &fields).await?))
}

/// A round.
#[utoipa::path(get, path = "/api/v1/rounds/{id}", tag = "follow-up",
    params(("id" = String, Path, description = "The round's id")),
    responses((status = 200, description = "The round", body = RoundShown), Reading))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<RoundId>) -> Result<Json<RoundShown>, Error> {
    let opened = pages::read_round(&cx, &*cx.tree().await?, id).await?;
    let n = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Ok(Json(shown(opened.round, n(opened.progress.asked), n(opened.progress.answered))))
}

/// Changes a round's name, days and period.
#[utoipa::path(put, path = "/api/v1/rounds/{id}", tag = "follow-up", request_body = RoundDraft,
    params(("id" = String, Path, description = "The round's id")),
    responses((status = 204, description = "Changed"), Changing))]
pub(crate) async fn update(
    cx: Ctx,
    Path(id): Path<RoundId>,
    Json(body): Json<RoundDraft>,
) -> Result<StatusCode, Error> {
    let fields = body.fields();
    pages::change(&cx, id, fields.version()?, &fields).await?;
    Ok(DONE)
}

/// Closes a round; what is not answered stays unanswered.
#[utoipa::path(post, path = "/api/v1/rounds/{id}/close", tag = "follow-up", request_body = Versioned,
    params(("id" = String, Path, description = "The round's id")),
    responses((status = 204, description = "Closed"), Changing))]
pub(crate) async fn close(cx: Ctx, Path(id): Path<RoundId>, Json(body): Json<Versioned>) -> Result<StatusCode, Error> {
    pages::close_round(&cx, id, body.version).await?;
    Ok(DONE)
}

/// One thing asked about, with the answer when there is one.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoundAnswerShown {
    /// Its id.
    id: String,
    /// measure or activity.
    kind: String,
    /// The measure or activity.
    item: String,
    /// Its number in the plan.
    number: String,
    /// Its name when the round opened.
    name: Text,
    /// The unit that answers.
    unit: String,
    /// `not_started`, green, yellow, red or done; absent until answered.
    status: Option<String>,
    /// What deviates from the plan.
    deviation: String,
    /// What may go wrong.
    risk: String,
    /// What has been decided.
    decision: String,
    /// The last two rounds were yellow, so that an answer must hold a decision.
    decision_forced: bool,
    /// When it was answered.
    answered_at: Option<String>,
    /// By whom.
    answered_by: Option<String>,
    /// Counts the changes.
    version: i64,
}

fn answer_shown(answer: Answer, before: &[Option<Status>]) -> RoundAnswerShown {
    RoundAnswerShown {
        id: answer.id.to_string(),
        kind: answer.item.thing.kind().to_owned(),
        item: answer.item.thing.id(),
        number: answer.item.number,
        name: answer.item.name.into(),
        unit: answer.item.unit.to_string(),
        status: answer.status.map(|status| status.name().to_owned()),
        deviation: answer.deviation,
        risk: answer.risk,
        decision: answer.decision,
        decision_forced: rules::forced_by_rounds(before),
        answered_at: answer.at.map(|at| at.to_string()),
        answered_by: answer.by.map(|by| by.to_string()),
        version: answer.version,
    }
}

/// Everything asked about in a round.
#[utoipa::path(get, path = "/api/v1/rounds/{id}/answers", tag = "follow-up",
    params(
        ("id" = String, Path, description = "The round's id"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses((status = 200, description = "One page of answers", body = Listed<RoundAnswerShown>), Reading))]
pub(crate) async fn answers(
    cx: Ctx,
    Path(id): Path<RoundId>,
    Query(query): Query,
) -> Result<Json<Listed<RoundAnswerShown>>, Error> {
    let cursor = Cursor::read(&query)?;
    let opened = pages::read_round(&cx, &*cx.tree().await?, id).await?;
    let size = |n: i64| usize::try_from(n).unwrap_or(usize::MAX);
    let before = opened.before;
    let lines = opened
        .answers
        .into_iter()
        .skip(size(cursor.skip))
        .take(size(cursor.fetch()))
        .map(|answer| {
            let past = before.get(&answer.id).map_or(&[][..], Vec::as_slice);
            answer_shown(answer, past)
        })
        .collect();
    Ok(Json(cursor.page(lines)))
}

/// What is said about one thing.
#[derive(Deserialize, ToSchema)]
pub(crate) struct RoundAnswerDraft {
    /// `not_started`, green, yellow, red or done.
    status: String,
    /// What deviates from the plan; needed when red.
    deviation: Option<String>,
    /// What may go wrong.
    risk: Option<String>,
    /// What has been decided; needed when red, and after two yellow rounds.
    decision: Option<String>,
    /// With `done`: that the measure or activity is completed by this. You must be allowed to change it.
    #[serde(default)]
    finish: bool,
    /// The day it was completed; today when left out.
    finished_on: Option<String>,
    /// The version that was read before.
    version: i64,
}

/// Answers for one thing in a round.
#[utoipa::path(put, path = "/api/v1/answers/{id}", tag = "follow-up", request_body = RoundAnswerDraft,
    params(("id" = String, Path, description = "The answer's id")),
    responses((status = 204, description = "Answered"), Changing))]
pub(crate) async fn answer(
    cx: Ctx,
    Path(id): Path<AnswerId>,
    Json(body): Json<RoundAnswerDraft>,
) -> Result<StatusCode, Error> {
    let fields = fields([
        ("status", Some(body.status)),
        ("deviation", body.deviation),
        ("risk", body.risk),
        ("decision", body.decision),
        ("finish", body.finish.then(|| "true".to_owned())),
        ("finished_on", body.finished_on),
    ]);
    pages::answer_by_id(&cx, id, body.version, &fields).await?;
    Ok(DONE)
}

/// Whether you want reminders by e-mail.
#[derive(Deserialize, Serialize, ToSchema)]
pub(crate) struct Reminders {
    /// Whether you do.
    wanted: bool,
}

/// Whether you get reminders of status rounds by e-mail.
#[utoipa::path(get, path = "/api/v1/reminders", tag = "follow-up",
    responses((status = 200, description = "Your wish", body = Reminders), Reading))]
pub(crate) async fn reminders(cx: Ctx) -> Result<Json<Reminders>, Error> {
    Ok(Json(Reminders { wanted: wishes::wants(&cx).await? }))
}

/// Asks for reminders by e-mail, or for none.
#[utoipa::path(put, path = "/api/v1/reminders", tag = "follow-up", request_body = Reminders,
    responses((status = 204, description = "Kept"), Changing))]
pub(crate) async fn set_reminders(cx: Ctx, Json(body): Json<Reminders>) -> Result<StatusCode, Error> {
    wishes::wish(&cx, body.wanted).await?;
    Ok(DONE)
}

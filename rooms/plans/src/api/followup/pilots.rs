//! Pilots and initiatives for other programs.

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::PilotId;
use varde_kernel::access::{self, Action, Kind};
use varde_web::{Ctx, Cursor, Error, Fields, Json, Listed, Path, Query, texts};

use super::refused::{Changing, DONE, Made, Reading, Versioned, made};
use crate::api::wire::{Text, TextIn, with_texts};
use crate::model::followup::pilots::Pilot;
use crate::pages::followup::{fields, pilots as pages};
use crate::rules::pilots::Step;
use crate::store::pilots as store;

/// A pilot or an initiative.
#[derive(Serialize, ToSchema)]
pub(crate) struct PilotShown {
    /// Its id.
    id: String,
    /// The unit it belongs to.
    unit: String,
    /// What sort it is.
    kind: String,
    /// Its name.
    name: Text,
    /// The area it belongs to.
    field: Text,
    /// proposed, checked, launched, ended or listed.
    state: String,
    /// The risk or need behind it.
    ground: String,
    /// What is known about whether it works.
    knowledge: String,
    /// unknown, insufficient, some or sufficient.
    evidence: String,
    /// How it was before.
    baseline: String,
    /// When it begins.
    starts: Option<String>,
    /// When it ends.
    ends: Option<String>,
    /// When one must have decided.
    decision_due: Option<String>,
    /// That day has passed and nobody has decided.
    is_due: bool,
    /// How it is followed up.
    follow_up: String,
    /// It supports decisions about patients.
    decision_support: bool,
    /// The risk has been assessed.
    risk_assessed: bool,
    /// scale, adjust, stop or continue, once decided.
    decision: Option<String>,
    /// Why.
    reason: Option<String>,
    /// Why it is scaled up although the evidence does not suffice.
    exception: Option<String>,
    /// The actor that owns it, by code.
    owner: Option<String>,
    /// Where it is written.
    source: String,
    /// Translations that were left behind when their text changed, such as `name_nn`; of a pilot
    /// asked for alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    to_check: Option<Vec<String>>,
    /// Counts the changes.
    version: i64,
}

fn shown(cx: &Ctx, pilot: Pilot) -> PilotShown {
    let is_due = pages::is_due(cx, &pilot);
    let text = pilot.text;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let (decision, reason, exception) = match pilot.decision {
        Some(decided) => (
            Some(decided.decision.name().to_owned()),
            Some(decided.reason),
            Some(decided.exception).filter(|text| !text.is_empty()),
        ),
        None => (None, None, None),
    };
    PilotShown {
        id: pilot.id.to_string(),
        unit: pilot.unit.to_string(),
        kind: text.kind.name().to_owned(),
        name: text.name.into(),
        field: text.field.into(),
        state: pilot.state.name().to_owned(),
        ground: text.ground,
        knowledge: text.knowledge,
        evidence: text.evidence.name().to_owned(),
        baseline: text.baseline,
        starts: day(text.starts),
        ends: day(text.ends),
        decision_due: day(text.decision_due),
        is_due,
        follow_up: text.follow_up,
        decision_support: text.decision_support,
        risk_assessed: text.risk_assessed,
        decision,
        reason,
        exception,
        owner: text.owner_actor,
        source: pilot.source,
        to_check: None,
        version: pilot.version,
    }
}

/// A pilot to add or change. `unit` counts when it is added, `version` when it is changed.
#[derive(Deserialize, ToSchema)]
pub(crate) struct PilotDraft {
    /// The unit it belongs to.
    unit: Option<String>,
    /// What sort it is.
    kind: String,
    /// Its name.
    name: TextIn,
    /// The area it belongs to.
    #[serde(default)]
    field: TextIn,
    /// The risk or need behind it.
    ground: Option<String>,
    /// What is known about whether it works.
    knowledge: Option<String>,
    /// unknown, insufficient, some or sufficient.
    evidence: Option<String>,
    /// How it was before.
    baseline: Option<String>,
    /// When it begins.
    starts: Option<String>,
    /// When it ends.
    ends: Option<String>,
    /// When one must have decided.
    decision_due: Option<String>,
    /// How it is followed up.
    follow_up: Option<String>,
    /// It supports decisions about patients.
    #[serde(default)]
    decision_support: bool,
    /// The risk has been assessed.
    #[serde(default)]
    risk_assessed: bool,
    /// Texts whose translations still say the same: name, field.
    #[serde(default)]
    confirmed: Vec<String>,
    /// The version that was read before the change.
    version: Option<i64>,
}

impl PilotDraft {
    fn fields(self) -> Fields {
        let ticked = |yes: bool| yes.then(|| "true".to_owned());
        let rest = fields([
            ("unit", self.unit),
            ("kind", Some(self.kind)),
            ("ground", self.ground),
            ("knowledge", self.knowledge),
            ("evidence", self.evidence),
            ("baseline", self.baseline),
            ("starts", self.starts),
            ("ends", self.ends),
            ("decision_due", self.decision_due),
            ("follow_up", self.follow_up),
            ("decision_support", ticked(self.decision_support)),
            ("risk_assessed", ticked(self.risk_assessed)),
            ("version", self.version.map(|version| version.to_string())),
        ]);
        with_texts(&rest, vec![(texts!("name"), self.name), (texts!("field"), self.field)], self.confirmed)
    }
}

/// Pilots and initiatives, those under way first.
#[utoipa::path(get, path = "/api/v1/pilots", tag = "follow-up",
    params(
        ("kind" = Option<String>, Query, description = "Only this sort"),
        ("state" = Option<String>, Query, description = "Only in this state"),
        ("unit" = Option<String>, Query, description = "On this unit and below it"),
        ("limit" = Option<i64>, Query, description = "How many, 1 to 200"),
        ("cursor" = Option<String>, Query, description = "Where the last page ended"),
    ),
    responses((status = 200, description = "One page of pilots", body = Listed<PilotShown>), Reading))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<PilotShown>>, Error> {
    let cursor = Cursor::read(&query)?;
    let wanted = pages::wanted(&query)?;
    let scope = access::scope(cx.actor(), Kind::Pilot);
    let pilots = store::list(cx.db(), &scope, &wanted, cursor.fetch(), cursor.skip).await?;
    Ok(Json(cursor.page(pilots.into_iter().map(|pilot| shown(&cx, pilot)).collect())))
}

/// Adds a pilot or an initiative.
#[utoipa::path(post, path = "/api/v1/pilots", tag = "follow-up", request_body = PilotDraft,
    responses((status = 201, description = "The new pilot's id", body = Made), Changing))]
pub(crate) async fn create(cx: Ctx, Json(body): Json<PilotDraft>) -> Result<(StatusCode, Json<Made>), Error> {
    Ok(made(pages::add(&cx, &body.fields()).await?))
}

/// A pilot or an initiative.
#[utoipa::path(get, path = "/api/v1/pilots/{id}", tag = "follow-up",
    params(("id" = String, Path, description = "The pilot's id")),
    responses((status = 200, description = "The pilot", body = PilotShown), Reading))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<PilotId>) -> Result<Json<PilotShown>, Error> {
    let tree = cx.tree().await?;
    let pilot = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?.into_inner();
    Ok(Json(PilotShown { to_check: Some(cx.to_check(id).await?), ..shown(&cx, pilot) }))
}

/// Changes a pilot.
#[utoipa::path(put, path = "/api/v1/pilots/{id}", tag = "follow-up", request_body = PilotDraft,
    params(("id" = String, Path, description = "The pilot's id")),
    responses((status = 204, description = "Changed"), Changing))]
pub(crate) async fn update(
    cx: Ctx,
    Path(id): Path<PilotId>,
    Json(body): Json<PilotDraft>,
) -> Result<StatusCode, Error> {
    let fields = body.fields();
    pages::change(&cx, id, fields.version()?, &fields).await?;
    Ok(DONE)
}

/// Says that what is known has been looked up.
#[utoipa::path(post, path = "/api/v1/pilots/{id}/check", tag = "follow-up", request_body = Versioned,
    params(("id" = String, Path, description = "The pilot's id")),
    responses((status = 204, description = "Checked"), Changing))]
pub(crate) async fn check(cx: Ctx, Path(id): Path<PilotId>, Json(body): Json<Versioned>) -> Result<StatusCode, Error> {
    pages::step(&cx, id, body.version, &Step::Check).await?;
    Ok(DONE)
}

/// Launches a pilot. Refused without a plan for following it up, and for decision support without
/// a risk assessment.
#[utoipa::path(post, path = "/api/v1/pilots/{id}/launch", tag = "follow-up", request_body = Versioned,
    params(("id" = String, Path, description = "The pilot's id")),
    responses((status = 204, description = "Launched"), Changing))]
pub(crate) async fn launch(cx: Ctx, Path(id): Path<PilotId>, Json(body): Json<Versioned>) -> Result<StatusCode, Error> {
    pages::step(&cx, id, body.version, &Step::Launch).await?;
    Ok(DONE)
}

/// What is decided after the trial.
#[derive(Deserialize, ToSchema)]
pub(crate) struct PilotDecisionDraft {
    /// scale, adjust, stop or continue.
    decision: String,
    /// Why.
    reason: String,
    /// Why it is scaled up although the evidence does not suffice.
    exception: Option<String>,
    /// The version that was read before.
    version: i64,
}

/// Decides on a pilot.
#[utoipa::path(post, path = "/api/v1/pilots/{id}/decision", tag = "follow-up", request_body = PilotDecisionDraft,
    params(("id" = String, Path, description = "The pilot's id")),
    responses((status = 204, description = "Decided"), Changing))]
pub(crate) async fn decide(
    cx: Ctx,
    Path(id): Path<PilotId>,
    Json(body): Json<PilotDecisionDraft>,
) -> Result<StatusCode, Error> {
    let fields =
        fields([("decision", Some(body.decision)), ("reason", Some(body.reason)), ("exception", body.exception)]);
    pages::decide_on(&cx, id, body.version, &fields).await?;
    Ok(DONE)
}

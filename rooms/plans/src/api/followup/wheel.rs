//! Yearly wheels for other programs.

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::access::{Action, Role};
use varde_kernel::{Problems, UnitId, WheelStepId};
use varde_web::{Ctx, Error, Fields, Json, Listed, Path, ProblemDetails, Query, texts};

use super::refused::{Changing, Counted, DONE, Made, Reading, made};
use crate::api::wire::{Text, TextIn, with_texts};
use crate::model::followup::wheel::{Duty, SignOff, WheelStep};
use crate::pages::followup::fields;
use crate::pages::followup::wheel as pages;
use crate::store::wheel as store;

/// A step of a unit's year.
#[derive(Serialize, ToSchema)]
pub(crate) struct WheelStepShown {
    /// Its id.
    id: String,
    /// The unit.
    unit: String,
    /// The year.
    year: i16,
    /// plan, do, evaluate or correct.
    phase: String,
    /// What is to be done.
    title: Text,
    /// How one goes about it.
    help: Text,
    /// The place in the regulation.
    regulation: Option<String>,
    /// When it is due.
    due: Option<String>,
    /// The person who sees to it.
    owner_person: Option<String>,
    /// The role that sees to it.
    owner_role: Option<String>,
    /// `open`, `done` or `set_aside`.
    state: String,
    /// How it went; for what is set aside why it does not concern the unit.
    note: String,
    /// Translations that were left behind when their text changed, such as `title_nn`.
    to_check: Vec<String>,
    /// Counts the changes.
    version: i64,
}

impl From<WheelStep> for WheelStepShown {
    fn from(step: WheelStep) -> Self {
        Self {
            id: step.id.to_string(),
            unit: step.unit.to_string(),
            year: step.year,
            phase: step.phase.name().to_owned(),
            title: step.title.into(),
            help: step.help.into(),
            regulation: step.regulation,
            due: step.due.map(|due| due.to_string()),
            owner_person: step.owner_person.map(|person| person.to_string()),
            owner_role: step.owner_role.map(|role| Role::name(role).to_owned()),
            state: step.state.name().to_owned(),
            note: step.note,
            to_check: Vec::new(),
            version: step.version,
        }
    }
}

/// A step to add or change. `unit` and `year` count when it is added, `version` when it is changed.
#[derive(Deserialize, ToSchema)]
pub(crate) struct WheelStepDraft {
    /// The unit.
    unit: Option<String>,
    /// The year.
    year: Option<i16>,
    /// plan, do, evaluate or correct.
    phase: String,
    /// What is to be done.
    title: TextIn,
    /// How one goes about it.
    #[serde(default)]
    help: TextIn,
    /// The place in the regulation.
    regulation: Option<String>,
    /// When it is due.
    due: Option<String>,
    /// The person who sees to it.
    owner_person: Option<String>,
    /// The role that sees to it.
    owner_role: Option<String>,
    /// Texts whose translations still say the same: title, help.
    #[serde(default)]
    confirmed: Vec<String>,
    /// The version that was read before the change.
    version: Option<i64>,
}

impl WheelStepDraft {
    fn fields(self) -> Fields {
        let owner = self
            .owner_person
            .as_ref()
            .map(|id| format!("person:{id}"))
            .or_else(|| self.owner_role.as_ref().map(|role| format!("role:{role}")));
        let rest = fields([
            ("unit", self.unit),
            ("year", self.year.map(|year| year.to_string())),
            ("phase", Some(self.phase)),
            ("regulation", self.regulation),
            ("due", self.due),
            ("owner", owner),
            ("version", self.version.map(|version| version.to_string())),
        ]);
        with_texts(&rest, vec![(texts!("title"), self.title), (texts!("help"), self.help)], self.confirmed)
    }
}

/// The steps of a unit's year.
#[utoipa::path(get, path = "/api/v1/wheel-steps", tag = "follow-up",
    params(
        ("unit" = String, Query, description = "The unit"),
        ("year" = Option<i16>, Query, description = "The year; this one when left out"),
    ),
    responses((status = 200, description = "All steps of the year", body = Listed<WheelStepShown>), Reading))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<WheelStepShown>>, Error> {
    let tree = cx.tree().await?;
    let mut problems = Problems::new();
    let unit: Option<UnitId> = query.must_choose("unit", &mut problems);
    let Some(unit) = unit else { return Err(Error::Invalid(problems)) };
    let year = pages::year_of(&cx, &query)?;
    let unit = store::open_unit(cx.actor(), &tree, unit, Action::Read)?.into_inner();
    let steps = store::list(cx.db(), unit, year).await?;
    let mut items = Vec::new();
    for step in steps {
        let to_check = cx.to_check(step.id).await?;
        items.push(WheelStepShown { to_check, ..step.into() });
    }
    Ok(Json(Listed { items, next_cursor: None }))
}

/// Adds a step to a unit's year.
#[utoipa::path(post, path = "/api/v1/wheel-steps", tag = "follow-up", request_body = WheelStepDraft,
    responses((status = 201, description = "The new step's id", body = Made), Changing))]
pub(crate) async fn create(cx: Ctx, Json(body): Json<WheelStepDraft>) -> Result<(StatusCode, Json<Made>), Error> {
    let fields = body.fields();
    let mut problems = Problems::new();
    let unit: Option<UnitId> = fields.must_choose("unit", &mut problems);
    let Some(unit) = unit else { return Err(Error::Invalid(problems)) };
    let year = pages::year_of(&cx, &fields)?;
    Ok(made(pages::add(&cx, unit, year, &fields).await?))
}

/// A step.
#[utoipa::path(get, path = "/api/v1/wheel-steps/{id}", tag = "follow-up",
    params(("id" = String, Path, description = "The step's id")),
    responses((status = 200, description = "The step", body = WheelStepShown), Reading))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<WheelStepId>) -> Result<Json<WheelStepShown>, Error> {
    let tree = cx.tree().await?;
    let step = store::open(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(WheelStepShown { to_check: cx.to_check(id).await?, ..step.into_inner().into() }))
}

/// Changes a step.
#[utoipa::path(put, path = "/api/v1/wheel-steps/{id}", tag = "follow-up", request_body = WheelStepDraft,
    params(("id" = String, Path, description = "The step's id")),
    responses((status = 204, description = "Changed"), Changing))]
pub(crate) async fn update(
    cx: Ctx,
    Path(id): Path<WheelStepId>,
    Json(body): Json<WheelStepDraft>,
) -> Result<StatusCode, Error> {
    let fields = body.fields();
    pages::change(&cx, id, fields.version()?, &fields).await?;
    Ok(DONE)
}

/// Where a step stands.
#[derive(Deserialize, ToSchema)]
pub(crate) struct WheelStepState {
    /// open or done.
    state: String,
    /// How it went.
    note: Option<String>,
    /// The version that was read before the change.
    version: i64,
}

/// Marks a step as done or as of no concern to the unit, or opens it again.
#[utoipa::path(put, path = "/api/v1/wheel-steps/{id}/state", tag = "follow-up", request_body = WheelStepState,
    params(("id" = String, Path, description = "The step's id")),
    responses((status = 204, description = "Changed"), Changing))]
pub(crate) async fn state(
    cx: Ctx,
    Path(id): Path<WheelStepId>,
    Json(body): Json<WheelStepState>,
) -> Result<StatusCode, Error> {
    let fields = fields([("state", Some(body.state)), ("note", body.note)]);
    let mut problems = Problems::new();
    store::open(cx.db(), cx.actor(), &*cx.tree().await?, id, Action::Answer).await?;
    let Some(state) = fields.must_choose("state", &mut problems) else { return Err(Error::Invalid(problems)) };
    pages::set_state(&cx, id, body.version, state, &fields).await?;
    Ok(DONE)
}

/// A year of a wheel.
#[derive(Deserialize, ToSchema)]
pub(crate) struct WheelYear {
    /// The year.
    year: i16,
}

impl WheelYear {
    async fn read(&self, cx: &Ctx, unit: UnitId) -> Result<i16, Error> {
        let fields = fields([("year", Some(self.year.to_string()))]);
        pages::year_for(cx, unit, Action::Create, &fields).await
    }
}

/// A year of a wheel, and what to take into it.
#[derive(Deserialize, ToSchema)]
pub(crate) struct WheelStart {
    /// The year.
    year: i16,
    /// The codes of the duties to take in; all that are missing when left out.
    duties: Option<Vec<String>>,
}

/// A duty of the regulation that a year can begin with.
#[derive(Serialize, ToSchema)]
pub(crate) struct WheelDutyShown {
    /// Its code, for starting a year.
    code: String,
    /// plan, do, evaluate or correct.
    phase: String,
    /// The month by whose end it is usually done, from 1.
    month: i8,
    /// The place in the regulation.
    regulation: String,
    /// What is to be done.
    title: Text,
    /// How one goes about it.
    help: Text,
}

/// The duties of the regulation that a unit's year does not hold yet.
#[utoipa::path(get, path = "/api/v1/units/{id}/wheel/duties", tag = "follow-up",
    params(
        ("id" = String, Path, description = "The unit's id"),
        ("year" = Option<i16>, Query, description = "The year; this one when left out"),
    ),
    responses(
        (status = 200, description = "The duties", body = Vec<WheelDutyShown>),
        (status = 403, description = "Not allowed", body = ProblemDetails),
        Reading,
    ))]
pub(crate) async fn duties(
    cx: Ctx,
    Path(unit): Path<UnitId>,
    Query(query): Query,
) -> Result<Json<Vec<WheelDutyShown>>, Error> {
    let missing = pages::missing(&cx, unit, &query).await?;
    let shown = |duty: Duty| WheelDutyShown {
        code: duty.code,
        phase: duty.phase.name().to_owned(),
        month: duty.month,
        regulation: duty.regulation,
        title: duty.title.into(),
        help: duty.help.into(),
    };
    Ok(Json(missing.into_iter().map(shown).collect()))
}

/// Adds the regulation's duties that the year does not hold yet, or those of them that are named.
#[utoipa::path(post, path = "/api/v1/units/{id}/wheel/start", tag = "follow-up", request_body = WheelStart,
    params(("id" = String, Path, description = "The unit's id")),
    responses((status = 200, description = "How many were added", body = Counted), Changing))]
pub(crate) async fn start(
    cx: Ctx,
    Path(unit): Path<UnitId>,
    Json(body): Json<WheelStart>,
) -> Result<Json<Counted>, Error> {
    let year = WheelYear { year: body.year }.read(&cx, unit).await?;
    Ok(Json(Counted { n: pages::start(&cx, unit, year, body.duties.as_deref()).await? }))
}

/// Copies the year's steps to the year after.
#[utoipa::path(post, path = "/api/v1/units/{id}/wheel/copy", tag = "follow-up", request_body = WheelYear,
    params(("id" = String, Path, description = "The unit's id")),
    responses((status = 200, description = "How many were added", body = Counted), Changing))]
pub(crate) async fn copy(
    cx: Ctx,
    Path(unit): Path<UnitId>,
    Json(body): Json<WheelYear>,
) -> Result<Json<Counted>, Error> {
    let year = body.read(&cx, unit).await?;
    Ok(Json(Counted { n: pages::copy(&cx, unit, year).await? }))
}

/// A signature under a phase.
#[derive(Serialize, ToSchema)]
pub(crate) struct WheelSignatureShown {
    /// plan, do, evaluate or correct.
    phase: String,
    /// When.
    at: String,
    /// Who.
    by: Option<String>,
    /// What the signer wrote.
    note: String,
    /// The steps that were open, each with the step that follows it up.
    open: Vec<WheelOpenPoint>,
}

/// A step that was open when a phase was signed.
#[derive(Serialize, ToSchema)]
pub(crate) struct WheelOpenPoint {
    /// The step.
    step: String,
    /// The step that follows it up.
    follow_up: String,
}

impl From<SignOff> for WheelSignatureShown {
    fn from(sign: SignOff) -> Self {
        let point = |(step, _, follow): &(WheelStepId, varde_kernel::Words, WheelStepId)| WheelOpenPoint {
            step: step.to_string(),
            follow_up: follow.to_string(),
        };
        Self {
            phase: sign.phase.name().to_owned(),
            at: sign.at.to_string(),
            by: sign.by.map(|by| by.to_string()),
            note: sign.note,
            open: sign.points.iter().map(point).collect(),
        }
    }
}

/// The signatures under a unit's year, newest first.
#[utoipa::path(get, path = "/api/v1/units/{id}/wheel/signatures", tag = "follow-up",
    params(
        ("id" = String, Path, description = "The unit's id"),
        ("year" = Option<i16>, Query, description = "The year; this one when left out"),
    ),
    responses((status = 200, description = "The signatures", body = Listed<WheelSignatureShown>), Reading))]
pub(crate) async fn signatures(
    cx: Ctx,
    Path(unit): Path<UnitId>,
    Query(query): Query,
) -> Result<Json<Listed<WheelSignatureShown>>, Error> {
    let tree = cx.tree().await?;
    let year = pages::year_of(&cx, &query)?;
    let unit = store::open_unit(cx.actor(), &tree, unit, Action::Read)?.into_inner();
    let signs = store::signatures(cx.db(), unit, year).await?;
    Ok(Json(Listed { items: signs.into_iter().map(WheelSignatureShown::from).collect(), next_cursor: None }))
}

/// A signature to set.
#[derive(Deserialize, ToSchema)]
pub(crate) struct WheelSignature {
    /// The year.
    year: i16,
    /// plan, do, evaluate or correct.
    phase: String,
    /// What the signer writes.
    note: Option<String>,
    /// By when open steps are followed up; needed when there are any.
    follow_up_by: Option<String>,
}

/// Signs a phase. Steps that are open are recorded, and each gets a step that follows it up.
#[utoipa::path(post, path = "/api/v1/units/{id}/wheel/signatures", tag = "follow-up", request_body = WheelSignature,
    params(("id" = String, Path, description = "The unit's id")),
    responses((status = 200, description = "How many steps were open", body = Counted), Changing))]
pub(crate) async fn sign(
    cx: Ctx,
    Path(unit): Path<UnitId>,
    Json(body): Json<WheelSignature>,
) -> Result<Json<Counted>, Error> {
    let fields = fields([
        ("year", Some(body.year.to_string())),
        ("phase", Some(body.phase)),
        ("note", body.note),
        ("follow_up_by", body.follow_up_by),
    ]);
    let year = pages::year_for(&cx, unit, Action::Approve, &fields).await?;
    Ok(Json(Counted { n: pages::sign(&cx, unit, year, &fields).await? }))
}

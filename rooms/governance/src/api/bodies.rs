//! Bodies and seats over the wire.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use varde_kernel::access::Action;
use varde_kernel::{BodyId, Problems, SeatId};
use varde_web::{Checked, Ctx, Cursor, Error, Json, Listed, Path, ProblemDetails, Query};

use super::tasks::{EndIn, TaskOut};
use super::{Made, fields};
use crate::model::{Body, Seat, SeatHolding};
use crate::pages::{bodies, may, seats};
use crate::rules::{Standing, count, quorum, standing};
use crate::store::{self, BodyFilter};

/// A body.
#[derive(Serialize, ToSchema)]
pub(crate) struct BodyOut {
    id: String,
    code: Option<String>,
    name: String,
    name_nn: Option<String>,
    name_en: Option<String>,
    purpose: String,
    purpose_nn: Option<String>,
    purpose_en: Option<String>,
    kind: String,
    level: String,
    unit: Option<String>,
    led_by: Option<String>,
    established_by: Option<String>,
    succeeds: Option<String>,
    composition: String,
    /// Groups that must have a seat.
    required: Vec<String>,
    quorum_percent: i64,
    seats_printed: Option<i64>,
    holders_printed: Option<i64>,
    source: String,
    version: i64,
}

impl From<&Body> for BodyOut {
    fn from(body: &Body) -> Self {
        let draft = &body.draft;
        Self {
            id: body.id.to_string(),
            code: body.code.clone(),
            name: draft.name.nb.clone(),
            name_nn: draft.name.nn.clone(),
            name_en: draft.name.en.clone(),
            purpose: draft.purpose.nb.clone(),
            purpose_nn: draft.purpose.nn.clone(),
            purpose_en: draft.purpose.en.clone(),
            kind: draft.kind.name().to_owned(),
            level: draft.level.name().to_owned(),
            unit: draft.unit.map(|id| id.to_string()),
            led_by: draft.led_by.map(|id| id.to_string()),
            established_by: draft.established_by.map(|id| id.to_string()),
            succeeds: draft.succeeds.map(|id| id.to_string()),
            composition: draft.composition.name().to_owned(),
            required: draft.required.iter().map(|group| group.name().to_owned()).collect(),
            quorum_percent: draft.quorum_percent,
            seats_printed: body.seats_printed,
            holders_printed: body.holders_printed,
            source: body.source.clone(),
            version: body.version,
        }
    }
}

/// A body with its seats and tasks.
#[derive(Serialize, ToSchema)]
pub(crate) struct BodyWithSeats {
    #[serde(flatten)]
    body: BodyOut,
    n_seats: usize,
    n_filled: usize,
    n_vacant: usize,
    n_not_appointed: usize,
    /// How many must be present; absent when no seat is filled.
    quorum: Option<usize>,
    seats: Vec<SeatOut>,
    tasks: Vec<TaskOut>,
}

/// A seat.
#[derive(Serialize, ToSchema)]
pub(crate) struct SeatOut {
    id: String,
    body: String,
    appointed_by: Option<String>,
    group: String,
    observer: bool,
    /// `filled`, `vacant`, `unknown` or `not_appointed`.
    standing: String,
    label: String,
    holdings: Vec<HoldingOut>,
    version: i64,
}

/// Someone's time in a seat.
#[derive(Serialize, ToSchema)]
pub(crate) struct HoldingOut {
    id: String,
    /// Absent when it is not public, or removed because its time is over.
    name: Option<String>,
    person: Option<String>,
    role: String,
    organisation: String,
    valid_from: String,
    /// The first day on which the person no longer sits.
    valid_to: Option<String>,
}

fn seat_out(seat: &Seat, cx: &Ctx, may_edit: bool) -> SeatOut {
    SeatOut {
        id: seat.id.to_string(),
        body: seat.body.to_string(),
        appointed_by: seat.draft.appointed_by.map(|id| id.to_string()),
        group: seat.draft.group.name().to_owned(),
        observer: seat.draft.observer,
        standing: match standing(seat, cx.today()) {
            Standing::Filled => "filled",
            Standing::Vacant => "vacant",
            Standing::Unknown => "unknown",
            Standing::NotAppointed => "not_appointed",
        }
        .to_owned(),
        label: seat.draft.label.get(cx.locale()).to_owned(),
        holdings: seat.holdings.iter().map(|held| holding_out(held, may_edit)).collect(),
        version: seat.version,
    }
}

fn holding_out(held: &SeatHolding, may_edit: bool) -> HoldingOut {
    let shown = held.draft.public || may_edit;
    HoldingOut {
        id: held.id.to_string(),
        name: held.draft.name.clone().filter(|_| shown),
        person: held.draft.person.filter(|_| shown).map(|id| id.to_string()),
        role: held.draft.role.name().to_owned(),
        organisation: held.draft.organisation.clone(),
        valid_from: held.draft.from.to_string(),
        valid_to: held.draft.to.map(|to| to.to_string()),
    }
}

/// A body to make or change.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BodyIn {
    name: String,
    name_nn: Option<String>,
    name_en: Option<String>,
    purpose: Option<String>,
    purpose_nn: Option<String>,
    purpose_en: Option<String>,
    kind: String,
    level: String,
    unit: Option<String>,
    led_by: Option<String>,
    established_by: Option<String>,
    succeeds: Option<String>,
    composition: String,
    #[serde(default)]
    required: Vec<String>,
    quorum_percent: Option<i64>,
    /// The version that was read; needed when changing.
    version: Option<i64>,
}

/// A task by its name.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NameIn {
    name: String,
}

/// A seat to make.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeatIn {
    group: String,
    appointed_by: Option<String>,
    label: Option<String>,
    label_nn: Option<String>,
    label_en: Option<String>,
    #[serde(default)]
    observer: bool,
    #[serde(default)]
    not_appointed: bool,
}

/// Someone to put in a seat: a person of the register, or a name.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HoldingIn {
    person: Option<String>,
    name: Option<String>,
    role: String,
    organisation: Option<String>,
    #[serde(default)]
    public: bool,
    /// The first day; today when it is absent.
    from: Option<String>,
    /// The last day; until further notice when it is absent.
    last_day: Option<String>,
    /// The version of the seat that was read.
    version: i64,
}

/// Lists bodies: `q`, `kind`, `limit`, `cursor`.
#[utoipa::path(get, path = "/api/v1/bodies", tag = "governance",
    params(
        ("q" = Option<String>, Query, description = "Words that must be in it"),
        ("kind" = Option<String>, Query, description = "council, network, body, arena, committee or working_group"),
        ("limit" = Option<String>, Query, description = "1 to 200"),
        ("cursor" = Option<String>, Query, description = "From the page before")),
    responses(
        (status = 200, body = Listed<BodyOut>),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn list(cx: Ctx, Query(query): Query) -> Result<Json<Listed<BodyOut>>, Error> {
    let cursor = Cursor::read(&query)?;
    let mut problems = Problems::new();
    let filter = BodyFilter { words: query.short("q", &mut problems), kind: query.choice("kind", &mut problems) };
    problems.result().map_err(Error::Invalid)?;
    let bodies = store::bodies(cx.db(), &filter, cursor.fetch(), cursor.skip).await?;
    Ok(Json(cursor.page(bodies.iter().map(BodyOut::from).collect())))
}

/// A body with its seats and tasks.
#[utoipa::path(get, path = "/api/v1/bodies/{id}", tag = "governance", params(("id" = String, Path)),
    responses(
        (status = 200, body = Checked<BodyWithSeats>),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn show(cx: Ctx, Path(id): Path<BodyId>) -> Result<Json<Checked<BodyWithSeats>>, Error> {
    let tree = cx.tree().await?;
    let body = store::open_body(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    let seats = store::seats_of(cx.db(), &[id]).await?;
    let tasks = store::tasks_of_body(cx.db(), id).await?;
    let may_edit = may(&cx, &tree, varde_kernel::access::Kind::Body, Action::Edit, body.draft.unit);
    let counted = count(&seats, cx.today());
    let told = BodyWithSeats {
        body: BodyOut::from(&*body),
        n_seats: counted.seats,
        n_filled: counted.filled,
        n_vacant: counted.vacant,
        n_not_appointed: counted.not_appointed,
        quorum: quorum(counted.voting, body.draft.quorum_percent),
        seats: seats.iter().map(|seat| seat_out(seat, &cx, may_edit)).collect(),
        tasks: tasks.iter().map(TaskOut::from).collect(),
    };
    cx.checked(id, told).await
}

/// Makes a body.
#[utoipa::path(post, path = "/api/v1/bodies", tag = "governance", request_body = BodyIn,
    responses(
        (status = 201, body = Made),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn create(cx: Ctx, Json(body): Json<BodyIn>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let draft = bodies::read(&cx, &tree, None, &fields(&body)).await?.map_err(Error::Invalid)?;
    let id = bodies::make(&cx, &tree, draft).await?;
    Ok((StatusCode::CREATED, Json(Made::new(id))).into_response())
}

/// Changes a body.
#[utoipa::path(put, path = "/api/v1/bodies/{id}", tag = "governance", params(("id" = String, Path)),
    request_body = BodyIn,
    responses(
        (status = 200, body = BodyOut),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn update(cx: Ctx, Path(id): Path<BodyId>, Json(body): Json<BodyIn>) -> Result<Json<BodyOut>, Error> {
    let tree = cx.tree().await?;
    store::open_body(cx.db(), cx.actor(), &tree, id, Action::Edit).await?;
    let sent = fields(&body);
    let draft = bodies::read(&cx, &tree, Some(id), &sent).await?.map_err(Error::Invalid)?;
    bodies::change(&cx, &tree, id, &draft, &sent).await?;
    let body = store::open_body(cx.db(), cx.actor(), &tree, id, Action::Read).await?;
    Ok(Json(BodyOut::from(&*body)))
}

/// Gives a body a task.
#[utoipa::path(post, path = "/api/v1/bodies/{id}/tasks", tag = "governance", params(("id" = String, Path)),
    request_body = NameIn,
    responses(
        (status = 201, body = Made),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn give_task(cx: Ctx, Path(id): Path<BodyId>, Json(body): Json<NameIn>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let made = bodies::add_task(&cx, &tree, id, &fields(&body)).await?;
    Ok((StatusCode::CREATED, Json(Made::new(made))).into_response())
}

/// Makes a seat.
#[utoipa::path(post, path = "/api/v1/bodies/{id}/seats", tag = "governance", params(("id" = String, Path)),
    request_body = SeatIn,
    responses(
        (status = 201, body = Made),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn make_seat(cx: Ctx, Path(id): Path<BodyId>, Json(body): Json<SeatIn>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let made = seats::make(&cx, &tree, id, &fields(&body)).await?;
    Ok((StatusCode::CREATED, Json(Made::new(made))).into_response())
}

/// Puts someone in a seat.
#[utoipa::path(post, path = "/api/v1/seats/{id}/holdings", tag = "governance", params(("id" = String, Path)),
    request_body = HoldingIn,
    responses(
        (status = 201, body = Made),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn fill(cx: Ctx, Path(id): Path<SeatId>, Json(body): Json<HoldingIn>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let made = seats::seat_someone(&cx, &tree, id, &fields(&body)).await?;
    Ok((StatusCode::CREATED, Json(Made::new(made))).into_response())
}

/// Ends everyone's time in a seat.
#[utoipa::path(post, path = "/api/v1/seats/{id}/vacate", tag = "governance", params(("id" = String, Path)),
    request_body = EndIn,
    responses(
        (status = 204, description = "Vacated"),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 403, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 409, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn vacate(cx: Ctx, Path(id): Path<SeatId>, Json(body): Json<EndIn>) -> Result<StatusCode, Error> {
    let tree = cx.tree().await?;
    seats::empty(&cx, &tree, id, &fields(&body)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lists seats that nobody sits in.
#[utoipa::path(get, path = "/api/v1/vacancies", tag = "governance",
    params(
        ("limit" = Option<String>, Query, description = "1 to 200"),
        ("cursor" = Option<String>, Query, description = "From the page before")),
    responses(
        (status = 200, body = Listed<SeatOut>),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 401, body = ProblemDetails, content_type = "application/problem+json")))]
pub(crate) async fn vacancies(cx: Ctx, Query(query): Query) -> Result<Json<Listed<SeatOut>>, Error> {
    let cursor = Cursor::read(&query)?;
    let vacant = store::vacancies(cx.db(), None, cx.today(), cursor.fetch(), cursor.skip).await?;
    Ok(Json(cursor.page(vacant.iter().map(|(seat, _)| seat_out(seat, &cx, false)).collect())))
}

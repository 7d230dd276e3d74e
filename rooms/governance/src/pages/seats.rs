//! Seats: making, filling and vacating them, and the list of vacancies.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::access::Action;
use varde_kernel::{BodyId, Problems, SeatHoldingId, SeatId, UnitTree};
use varde_web::{Ctx, Error, Fields, Form, FormView, Path, Query, page_of};

use super::{PAGE, actor_options, check_actor, check_person, forms, person_options};
use crate::model::{Body, Seat};
use crate::rules;
use crate::store::{self, people};
use crate::views::{self, seats as pages};

/// `GET /bodies/vacancies`: seats that nobody sits in.
pub(crate) async fn vacancies(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    let page = page_of(&query);
    let total = store::count_vacancies(cx.db(), cx.today()).await?;
    let vacant = store::vacancies(cx.db(), None, cx.today(), PAGE, (page - 1) * PAGE).await?;
    let actors = people::actor_names(cx.db()).await?;
    Ok(cx
        .page(cx.t("governance-vacancies-title"))
        .lead(cx.t("governance-vacancies-lead"))
        .crumb(cx.t("governance-bodies-title"), "/bodies")
        .body(pages::vacancies(cx.say(), &query, &vacant, &actors, total, page)))
}

/// `GET /bodies/{id}/seats/new`.
pub(crate) async fn new(cx: Ctx, Path(id): Path<BodyId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let body = store::open_body(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    new_page(&cx, &body, &Fields::default(), &Problems::new(), StatusCode::OK).await
}

async fn new_page(
    cx: &Ctx,
    body: &Body,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let actors = people::actor_names(cx.db()).await?;
    let options = vec![("group", views::bodies::groups(cx.say())), ("appointed_by", actor_options(cx, &actors))];
    let form = FormView::new(cx, fields, problems, forms::SEAT, options);
    let here = format!("/bodies/{}", body.id);
    Ok(cx
        .page(cx.t("governance-seat-new"))
        .crumb(cx.t("governance-bodies-title"), "/bodies")
        .crumb(body.draft.name.get(cx.locale()), &here)
        .status(status)
        .body(pages::seat_form(&form, &format!("{here}/seats/new"), &here)))
}

/// Reads a seat and makes it.
pub(crate) async fn make(cx: &Ctx, tree: &UnitTree, id: BodyId, fields: &Fields) -> Result<SeatId, Error> {
    let tx = cx.begin().await?;
    let body = store::open_body(&tx, cx.actor(), tree, id, Action::Edit).await?;
    let mut problems = Problems::new();
    let draft = forms::seat(fields, &mut problems);
    let actors = people::actor_names(cx.db()).await?;
    check_actor(&actors, draft.as_ref().and_then(|draft| draft.appointed_by), "appointed_by", &mut problems);
    let Some(draft) = draft.filter(|_| problems.is_empty()) else { return Err(Error::Invalid(problems)) };
    let seat = store::insert_seat(&tx, &body, &draft).await?;
    tx.commit().await?;
    Ok(seat)
}

/// `POST /bodies/{id}/seats/new`.
pub(crate) async fn create(cx: Ctx, Path(id): Path<BodyId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    match make(&cx, &tree, id, &fields).await {
        Ok(_) => Ok(cx.done(&format!("/bodies/{id}"), "governance-said-seat-made")),
        Err(Error::Invalid(problems)) => {
            let body = store::open_body(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
            new_page(&cx, &body, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(error),
    }
}

/// `GET /bodies/seats/{id}/fill`.
pub(crate) async fn fill(cx: Ctx, Path(id): Path<SeatId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (body, seat) = store::open_seat(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let fields = Fields::new(vec![
        ("role".into(), "member".into()),
        ("from".into(), cx.today().to_string()),
        ("version".into(), seat.version.to_string()),
    ]);
    fill_page(&cx, (body, seat), &fields, &Problems::new(), StatusCode::OK).await
}

async fn fill_page(
    cx: &Ctx,
    (body, seat): (Body, Seat),
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let units: Vec<_> = cx.actor().held().iter().map(|held| held.unit).collect();
    let tree = cx.tree().await?;
    let options = vec![("role", pages::roles(cx.say())), ("person", person_options(cx, &tree, &units).await?)];
    let fields = cx.kept((seat.id, seat.version), fields, status).await?;
    let form = FormView::new(cx, &fields, problems, forms::FILL, options);
    let here = format!("/bodies/{}", body.id);
    Ok(cx
        .page(cx.t("governance-seat-fill"))
        .lead(cx.t("governance-seat-fill-lead"))
        .crumb(cx.t("governance-bodies-title"), "/bodies")
        .crumb(body.draft.name.get(cx.locale()), &here)
        .status(status)
        .body(pages::fill_form(&form, &format!("/bodies/seats/{}/fill", seat.id), &here)))
}

/// Reads who takes a seat, holds it against the rules and writes it down.
pub(crate) async fn seat_someone(
    cx: &Ctx,
    tree: &UnitTree,
    id: SeatId,
    fields: &Fields,
) -> Result<SeatHoldingId, Error> {
    let version = fields.version()?;
    let mut problems = Problems::new();
    let held = forms::holding(fields, cx.today(), &mut problems);
    check_person(cx, held.as_ref().and_then(|held| held.person), &mut problems).await?;
    let tx = cx.begin().await?;
    let seat = store::open_seat(&tx, cx.actor(), tree, id, Action::Edit).await?;
    // Told before what the rules say of a seat that someone else has just filled.
    if seat.1.version != version {
        return Err(varde_store::Error::Stale.into());
    }
    let Some(held) = held else { return Err(Error::Invalid(problems)) };
    let all = store::seats_of(&tx, &[seat.0.id]).await?;
    let broken = rules::fill(&all, &seat.1, &held).err().unwrap_or_default();
    forms::refuse(&mut problems, broken.into_iter().map(forms::seat_refused_key));
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let holding = store::fill_seat(&tx, &seat, version, &held).await?;
    tx.commit().await?;
    Ok(holding)
}

/// `POST /bodies/seats/{id}/fill`.
pub(crate) async fn filled(cx: Ctx, Path(id): Path<SeatId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let result = seat_someone(&cx, &tree, id, &fields).await;
    let (body, seat) = store::open_seat(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    match result {
        Ok(_) => Ok(cx.done(&format!("/bodies/{}", body.id), "governance-said-filled")),
        Err(Error::Invalid(problems)) => {
            fill_page(&cx, (body, seat), &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) if error.is_stale() => {
            fill_page(&cx, (body, seat), &fields, &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(error) => Err(error),
    }
}

/// `GET /bodies/seats/{id}/vacate`: asks first.
pub(crate) async fn ask_vacate(cx: Ctx, Path(id): Path<SeatId>) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let (body, seat) = store::open_seat(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    let fields =
        Fields::new(vec![("last_day".into(), cx.today().to_string()), ("version".into(), seat.version.to_string())]);
    vacate_page(&cx, &body, &seat, &fields, &Problems::new(), StatusCode::OK).await
}

async fn vacate_page(
    cx: &Ctx,
    body: &Body,
    seat: &Seat,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Result<Response, Error> {
    let fields = cx.kept((seat.id, seat.version), fields, status).await?;
    let form = FormView::new(cx, &fields, problems, forms::END, Vec::new());
    let here = format!("/bodies/{}", body.id);
    Ok(cx
        .page(cx.t("governance-seat-vacate"))
        .crumb(cx.t("governance-bodies-title"), "/bodies")
        .crumb(body.draft.name.get(cx.locale()), &here)
        .status(status)
        .body(pages::vacate_form(&form, &format!("/bodies/seats/{}/vacate", seat.id), &here)))
}

/// Ends everyone's time in a seat after a last day.
pub(crate) async fn empty(cx: &Ctx, tree: &UnitTree, id: SeatId, fields: &Fields) -> Result<(), Error> {
    let version = fields.version()?;
    let mut problems = Problems::new();
    let last = fields.date("last_day", &mut problems).unwrap_or(cx.today());
    let why = fields.long("why", &mut problems);
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let tx = cx.begin().await?;
    let seat = store::open_seat(&tx, cx.actor(), tree, id, Action::Edit).await?;
    store::vacate_seat(&tx, &seat, version, last.tomorrow().unwrap_or(last), &why).await?;
    tx.commit().await?;
    Ok(())
}

/// `POST /bodies/seats/{id}/vacate`.
pub(crate) async fn vacate(cx: Ctx, Path(id): Path<SeatId>, Form(fields): Form) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let result = empty(&cx, &tree, id, &fields).await;
    let (body, seat) = store::open_seat(cx.db(), cx.actor(), &tree, id, Action::Edit).await?.into_inner();
    match result {
        Ok(()) => Ok(cx.done(&format!("/bodies/{}", body.id), "governance-said-vacated")),
        Err(Error::Invalid(problems)) => {
            vacate_page(&cx, &body, &seat, &fields, &problems, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) if error.is_stale() => {
            vacate_page(&cx, &body, &seat, &fields, &Problems::new(), StatusCode::CONFLICT).await
        }
        Err(error) => Err(error),
    }
}

//! Changing the organisation: each step is asked for on a page, its consequences are told, and it
//! is done when the visitor says so.

use axum::response::Response;
use http::StatusCode;
use varde_kernel::{Problems, UnitId};
use varde_web::{Ctx, Error, Fields, Form, Path, Query};

use super::doing::{Ready, begin, may_change, problems};
use super::fields::{Asks, Reader, first, label};
use super::follows::follows;
use super::list::runs_some;
use crate::model::units::Register;
use crate::store;
use crate::views::units::forms as view;

/// `GET /units/new`: asks what is to begin, below `?parent=` when given.
pub(super) async fn new(cx: Ctx, Query(query): Query) -> Result<Response, Error> {
    cx.signed_in()?;
    if !runs_some(&cx) {
        return Err(Error::Forbidden);
    }
    let register = store::units::register(cx.db()).await?;
    let mut pairs = vec![("valid_from".to_owned(), cx.today().to_string())];
    if let Some(parent) = query.text("parent").parse().ok().and_then(|id| register.get(id)) {
        pairs.push(("owner".to_owned(), label(parent, cx.today())));
    }
    Ok(form(&cx, Asks::Create, None, &register, &Fields::new(pairs), &Problems::new(), StatusCode::OK))
}

/// `POST /units/new`: begins a unit.
pub(super) async fn create(cx: Ctx, Form(fields): Form) -> Result<Response, Error> {
    cx.signed_in()?;
    if !runs_some(&cx) {
        return Err(Error::Forbidden);
    }
    submit(&cx, Asks::Create, None, fields).await
}

macro_rules! steps {
    ($($(#[$ask_doc:meta])* $ask:ident, $(#[$do_doc:meta])* $do:ident, $asks:ident;)*) => {$(
        $(#[$ask_doc])*
        pub(super) async fn $ask(cx: Ctx, Path(id): Path<UnitId>) -> Result<Response, Error> {
            ask(&cx, Asks::$asks, id).await
        }

        $(#[$do_doc])*
        pub(super) async fn $do(cx: Ctx, Path(id): Path<UnitId>, Form(fields): Form) -> Result<Response, Error> {
            submit(&cx, Asks::$asks, Some(id), fields).await
        }
    )*};
}

steps! {
    /// `GET /units/{id}/edit`: asks for a new name or new numbers.
    edit,
    /// `POST /units/{id}/edit`: gives the unit another name or other numbers from a day.
    update, Edit;
    /// `GET /units/{id}/move`: asks where the unit is to stand.
    ask_move,
    /// `POST /units/{id}/move`: moves the unit on a day.
    do_move, Move;
    /// `GET /units/{id}/merge`: asks which units become one.
    ask_merge,
    /// `POST /units/{id}/merge`: merges units on a day.
    do_merge, Merge;
    /// `GET /units/{id}/split`: asks what the unit becomes.
    ask_split,
    /// `POST /units/{id}/split`: splits the unit on a day.
    do_split, Split;
    /// `GET /units/{id}/close`: asks when the unit ends.
    ask_close,
    /// `POST /units/{id}/close`: ends the unit on a day.
    do_close, Close;
}

async fn ask(cx: &Ctx, asks: Asks, id: UnitId) -> Result<Response, Error> {
    cx.signed_in()?;
    let register = store::units::register(cx.db()).await?;
    may_change(cx, &register, id)?;
    let fields = first(asks, register.get(id), &register, cx.today());
    Ok(form(cx, asks, Some(id), &register, &fields, &Problems::new(), StatusCode::OK))
}

async fn submit(cx: &Ctx, asks: Asks, id: Option<UnitId>, fields: Fields) -> Result<Response, Error> {
    // Who may not is told before anything waits for them.
    if let Some(id) = id {
        may_change(cx, &store::units::register(cx.db()).await?, id)?;
    }
    let (tx, register) = begin(cx).await?;
    let mut reader = Reader { fields: &fields, register: &register, today: cx.today(), problems: Problems::new() };
    if fields.has("back") {
        // Back from what would happen, with all that was typed.
        return Ok(form(cx, asks, id, &register, &fields, &Problems::new(), StatusCode::OK));
    }
    let step = reader.step(asks, id.unwrap_or(UnitId::from_code("")));
    let note = fields.long("note", &mut reader.problems);
    let refused =
        |problems: &Problems| Ok(form(cx, asks, id, &register, &fields, problems, StatusCode::UNPROCESSABLE_ENTITY));
    if !reader.problems.is_empty() {
        return refused(&reader.problems);
    }
    let change = match step.draft(&register, &note) {
        Ok(change) => change,
        Err(faults) => return refused(&problems(&faults, view::fields(asks))),
    };
    let version = id.map(|id| Ok::<_, Error>((id, fields.version()?))).transpose()?;
    if let Some((id, read)) = version
        && register.get(id).is_some_and(|unit| unit.version != read)
    {
        return stale(cx, asks, id, read, &register, &fields).await;
    }
    let ready = Ready::new(cx, tx, &register, change)?;
    if view::asks_first(asks) && !fields.has("confirm") {
        let follows = follows(cx, &register, &ready.change).await?;
        return Ok(view::confirm(cx, asks, id, &register, (&ready.change, &follows), &fields));
    }
    let change = ready.save(cx, version).await?;
    let shown = id.or_else(|| change.after.first().map(|unit| unit.id));
    Ok(cx.done(&shown.map_or_else(|| "/units".to_owned(), |id| format!("/units/{id}")), "people-unit-saved"))
}

/// Someone else changed the unit: says who, and keeps what was typed.
async fn stale(
    cx: &Ctx,
    asks: Asks,
    id: UnitId,
    read: i64,
    register: &Register,
    fields: &Fields,
) -> Result<Response, Error> {
    // What is sent in again answers what is saved now.
    let kept = cx.stale(id, fields, register.get(id).map_or(read, |unit| unit.version)).await?;
    Ok(form(cx, asks, Some(id), register, &kept, &Problems::new(), StatusCode::CONFLICT))
}

fn form(
    cx: &Ctx,
    asks: Asks,
    id: Option<UnitId>,
    register: &Register,
    fields: &Fields,
    problems: &Problems,
    status: StatusCode,
) -> Response {
    let unit = id.and_then(|id| register.get(id));
    let body = maud::html! {
        (fields.meanwhile())
        (view::form(cx, asks, unit, register, (fields, problems)))
    };
    view::page(cx, asks, unit, register).status(status).body(body)
}

//! The room's API. Bodies are read through the same fields as the forms, with the same limits.

mod bodies;
mod tasks;

use serde::Serialize;
use serde_json::Value;
use utoipa::OpenApi;
use varde_kernel::access::{Action, Kind};
use varde_web::{Fields, Need, Route};

pub(crate) fn routes() -> Vec<Route> {
    let create = Need::May(Kind::Task, Action::Create);
    let edit = Need::May(Kind::Task, Action::Edit);
    let body = Need::May(Kind::Body, Action::Edit);
    vec![
        Route::get("/api/v1/tasks", Need::SignedIn, tasks::list),
        Route::post("/api/v1/tasks", create, tasks::create),
        Route::get("/api/v1/tasks/{id}", Need::SignedIn, tasks::show),
        Route::put("/api/v1/tasks/{id}", edit, tasks::update),
        Route::post("/api/v1/tasks/{id}/responsibilities", create, tasks::assign),
        Route::post("/api/v1/responsibilities/{id}/delegations", edit, tasks::delegate),
        Route::post("/api/v1/responsibilities/{id}/end", edit, tasks::end),
        Route::get("/api/v1/bodies", Need::SignedIn, bodies::list),
        Route::post("/api/v1/bodies", Need::May(Kind::Body, Action::Create), bodies::create),
        Route::get("/api/v1/bodies/{id}", Need::SignedIn, bodies::show),
        Route::put("/api/v1/bodies/{id}", body, bodies::update),
        Route::post("/api/v1/bodies/{id}/tasks", body, bodies::give_task),
        Route::post("/api/v1/bodies/{id}/seats", body, bodies::make_seat),
        Route::post("/api/v1/seats/{id}/holdings", body, bodies::fill),
        Route::post("/api/v1/seats/{id}/vacate", body, bodies::vacate),
        Route::get("/api/v1/vacancies", Need::SignedIn, bodies::vacancies),
    ]
}

#[derive(OpenApi)]
#[openapi(
    paths(
        tasks::list,
        tasks::create,
        tasks::show,
        tasks::update,
        tasks::assign,
        tasks::delegate,
        tasks::end,
        bodies::list,
        bodies::create,
        bodies::show,
        bodies::update,
        bodies::give_task,
        bodies::make_seat,
        bodies::fill,
        bodies::vacate,
        bodies::vacancies,
    ),
    components(schemas(varde_web::ProblemDetails))
)]
struct Api;

/// The room's part of the API's description.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    Api::openapi()
}

/// A JSON body as the fields of a form. What is absent is empty.
fn fields(body: &impl Serialize) -> Fields {
    let Ok(Value::Object(map)) = serde_json::to_value(body) else { return Fields::default() };
    let mut pairs = Vec::new();
    for (name, value) in map {
        match value {
            Value::Null | Value::Bool(false) | Value::Object(_) => {}
            Value::Bool(true) => pairs.push((name, "true".to_owned())),
            Value::Number(number) => pairs.push((name, number.to_string())),
            Value::String(text) => pairs.push((name, text)),
            Value::Array(items) => {
                pairs.extend(items.into_iter().filter_map(|item| Some((name.clone(), item.as_str()?.to_owned()))));
            }
        }
    }
    Fields::new(pairs)
}

/// The id of what was made.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct Made {
    /// Its id.
    id: String,
}

impl Made {
    fn new(id: impl std::fmt::Display) -> Self {
        Self { id: format!("{id}") }
    }
}

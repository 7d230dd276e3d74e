//! How a request can be refused, for the description.

use serde::{Deserialize, Serialize};
use utoipa::{IntoResponses, ToSchema};
use varde_web::ProblemDetails;

/// Refusals of reading.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "the description is all there is to it")]
pub(super) enum Reading {
    /// The query or a cursor cannot be understood.
    #[response(status = 400)]
    Bad(ProblemDetails),
    /// Not signed in.
    #[response(status = 401)]
    SignIn(ProblemDetails),
    /// There is no such thing, or not for you.
    #[response(status = 404)]
    NotFound(ProblemDetails),
    /// Something in the query cannot be.
    #[response(status = 422)]
    Invalid(ProblemDetails),
}

/// Refusals of changing.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "the description is all there is to it")]
pub(super) enum Changing {
    /// The body is not as described.
    #[response(status = 400)]
    Bad(ProblemDetails),
    /// Not signed in.
    #[response(status = 401)]
    SignIn(ProblemDetails),
    /// Not allowed.
    #[response(status = 403)]
    Forbidden(ProblemDetails),
    /// There is no such thing, or not for you.
    #[response(status = 404)]
    NotFound(ProblemDetails),
    /// Someone else changed it meanwhile, or the step does not come now.
    #[response(status = 409)]
    Conflict(ProblemDetails),
    /// Something in it cannot be.
    #[response(status = 422)]
    Invalid(ProblemDetails),
}

/// The version that was read before the step.
#[derive(Deserialize, ToSchema)]
#[schema(as = FollowUpVersion)]
pub(super) struct Versioned {
    /// The version.
    pub version: i64,
}

/// What was made.
#[derive(Serialize, ToSchema)]
#[schema(as = FollowUpMade)]
pub(super) struct Made {
    /// Its id.
    pub id: String,
}

/// How many things came of it.
#[derive(Serialize, ToSchema)]
#[schema(as = FollowUpCounted)]
pub(super) struct Counted {
    /// How many.
    pub n: usize,
}

/// The answer to something that was made.
pub(super) fn made<K>(id: varde_kernel::Id<K>) -> (http::StatusCode, varde_web::Json<Made>) {
    (http::StatusCode::CREATED, varde_web::Json(Made { id: id.to_string() }))
}

/// Nothing more to say.
pub(super) const DONE: http::StatusCode = http::StatusCode::NO_CONTENT;

//! The room's part of the API.

pub(crate) mod persons;
pub(crate) mod units;

/// The description of the room's part of the API.
pub(crate) fn openapi() -> utoipa::openapi::OpenApi {
    let mut all = units::openapi();
    all.merge(persons::openapi());
    all
}

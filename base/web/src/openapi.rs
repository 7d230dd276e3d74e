//! The API's description (OpenAPI 3.1), put together from the rooms' parts.

use axum::response::{IntoResponse, Response};
use http::header;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, OpenApi, OpenApiBuilder, RefOr};

use crate::{Ctx, Error, Room};

/// The whole API's description.
pub fn openapi(rooms: &[Room]) -> OpenApi {
    let info = InfoBuilder::new()
        .title("Varde")
        .version("1")
        .description(Some(
            "Everything a page of Varde can do. Errors are problem details (RFC 9457). Sign in with a \
             token from your own page: `Authorization: Bearer …`.",
        ))
        .build();
    let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    let components = ComponentsBuilder::new().security_scheme("token", bearer).build();
    let mut api = OpenApiBuilder::new()
        .info(info)
        .components(Some(components))
        .security(Some([SecurityRequirement::new("token", Vec::<String>::new())]))
        .build();
    for part in std::iter::once(&crate::desk::room()).chain(rooms).filter_map(|room| room.api) {
        api.merge(part());
    }
    tell_errors_apart(&mut api);
    api
}

/// Errors have a content type of their own (RFC 9457), wherever a room describes them.
fn tell_errors_apart(api: &mut OpenApi) {
    for path in api.paths.paths.values_mut() {
        let operations = [&mut path.get, &mut path.put, &mut path.post, &mut path.patch, &mut path.delete];
        for (status, response) in operations.into_iter().flatten().flat_map(|known| &mut known.responses.responses) {
            if let RefOr::T(response) = response
                && status.starts_with(['4', '5'])
                && let Some(content) = response.content.swap_remove("application/json")
            {
                response.content.insert("application/problem+json".to_owned(), content);
            }
        }
    }
}

/// `GET /api/v1/openapi.json`
pub(crate) async fn serve(cx: Ctx) -> Result<Response, Error> {
    let text = cx.app().openapi().to_owned();
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}

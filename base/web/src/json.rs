//! The API's wire: JSON in and out, problem details (RFC 9457), cursors.

use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;
use varde_kernel::Place;

use crate::error::{BodyFault, Error};
use crate::words::Say;
use crate::{App, Fields};

/// JSON in a request or an answer.
pub struct Json<T>(pub T);

/// The largest body of an API request.
const MAX_BODY: usize = 2 * 1024 * 1024;

impl<T: DeserializeOwned> FromRequest<App> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: Request, _: &App) -> Result<Self, Error> {
        let is_json = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|kind| kind.split(';').next().is_some_and(|kind| kind.trim() == "application/json"));
        if !is_json {
            return Err(Error::BadRequest("web-error-not-json"));
        }
        let bytes = axum::body::to_bytes(request.into_body(), MAX_BODY).await.map_err(|_| Error::TooLarge)?;
        serde_json::from_slice(&bytes).map(Self).map_err(|error| Error::BadBody(BodyFault::of(&error)))
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(bytes) => {
                ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], bytes).into_response()
            }
            Err(error) => Error::Internal(Box::new(error)).into_response(),
        }
    }
}

/// A problem as the API tells it (RFC 9457).
#[derive(Serialize, ToSchema)]
pub struct ProblemDetails {
    /// A name for the sort of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it is, in the reader's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What to do about it.
    pub detail: String,
    /// The number by which the log knows the request.
    pub request_id: String,
    /// Every problem with the input, with its place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<InputProblem>,
}

/// One problem with the input.
#[derive(Serialize, ToSchema)]
pub struct InputProblem {
    /// The field, or `line N`.
    pub place: String,
    /// What is wrong and what to do.
    pub message: String,
}

pub(crate) fn details(error: &Error, say: &Say, request_id: &str) -> Response {
    let problems = match error {
        Error::Invalid(problems) => problems
            .iter()
            .map(|problem| InputProblem {
                place: match &problem.place {
                    Place::Whole => "body".to_owned(),
                    Place::Field(name) => (*name).to_owned(),
                    Place::Line(line, None) => format!("line {line}"),
                    Place::Line(line, Some(column)) => format!("line {line}, {column}"),
                },
                message: say.problem(problem),
            })
            .collect(),
        Error::BadBody(fault) => vec![InputProblem {
            place: fault.field.clone().unwrap_or_else(|| format!("line {}", fault.line)),
            message: say.with(
                fault.key,
                &[
                    ("field", fault.field.as_deref().unwrap_or_default().into()),
                    ("line", fault.line.to_string().into()),
                    ("column", fault.column.to_string().into()),
                ],
            ),
        }],
        _ => Vec::new(),
    };
    let status = error.status();
    let body = ProblemDetails {
        kind: format!("urn:varde:problem:{}", error.title_key().trim_start_matches("web-error-")),
        title: say.t(error.title_key()),
        status: status.as_u16(),
        detail: say.t(error.help_key()),
        request_id: request_id.to_owned(),
        problems,
    };
    let mut response = (status, serde_json::to_vec(&body).unwrap_or_default()).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

/// One page of a list, and where the next begins.
#[derive(Serialize, ToSchema)]
pub struct Listed<T> {
    /// The things on this page.
    pub items: Vec<T>,
    /// Pass as `cursor` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}

/// A thing with the translations of its texts that were left behind when their text changed, such as
/// `name_nn`.
#[derive(Serialize, ToSchema)]
pub struct Checked<T> {
    /// The thing.
    #[serde(flatten)]
    pub thing: T,
    /// Translations that ought to be looked at.
    pub to_check: Vec<String>,
}

/// Which page of a list is asked for: `limit` (1–200, default 50) and `cursor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// How many things.
    pub limit: i64,
    /// How many to pass over.
    pub skip: i64,
}

impl Cursor {
    /// Reads `limit` and `cursor`.
    ///
    /// # Errors
    ///
    /// [`Error::BadRequest`] when they are not what we gave out.
    pub fn read(query: &Fields) -> Result<Self, Error> {
        let bad = || Error::BadRequest("web-error-bad-cursor");
        let number = |name: &str, fallback: i64| match query.text(name) {
            "" => Ok(fallback),
            text => text.parse::<i64>().map_err(|_| bad()),
        };
        let (limit, skip) = (number("limit", 50)?, number("cursor", 0)?);
        if !(1..=200).contains(&limit) || !(0..=10_000_000).contains(&skip) {
            return Err(bad());
        }
        Ok(Self { limit, skip })
    }

    /// One more than the page holds, to see whether there is a next one.
    pub const fn fetch(self) -> i64 {
        self.limit + 1
    }

    /// Makes the page from what was fetched with [`Cursor::fetch`].
    pub fn page<T>(self, mut items: Vec<T>) -> Listed<T> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = limit < items.len();
        items.truncate(limit);
        Listed { items, next_cursor: more.then(|| (self.skip + self.limit).to_string()) }
    }
}

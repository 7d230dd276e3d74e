//! The one error that a handler returns. It alone becomes a status and a page.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use varde_kernel::Problems;

/// Why a request was not answered as asked.
#[derive(Debug)]
pub enum Error {
    /// There is no such thing, or the visitor may not know that there is.
    NotFound,
    /// The visitor sees the thing but may not do this.
    Forbidden,
    /// Nobody is signed in.
    SignIn,
    /// The form's guard is missing or old.
    Guard,
    /// Someone else changed the thing meanwhile, or the step is out of order. The key says which.
    Conflict(&'static str),
    /// The request cannot be understood. The key says why.
    BadRequest(&'static str),
    /// The body cannot be read as what is asked for; says where.
    BadBody(BodyFault),
    /// More than is taken in.
    TooLarge,
    /// The input has problems (the API; pages show them beside the fields).
    Invalid(Problems),
    /// Too many tries; wait this many seconds.
    TooMany(u64),
    /// Our own fault. The cause is logged once and never shown.
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

/// What is wrong with the body of a request, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyFault {
    /// The key that says what is wrong.
    pub key: &'static str,
    /// The field that is missing or unknown.
    pub field: Option<String>,
    /// The line.
    pub line: usize,
    /// The place in the line.
    pub column: usize,
}

impl BodyFault {
    /// What the reader of JSON says, in our words.
    pub(crate) fn of(error: &serde_json::Error) -> Self {
        let said = error.to_string();
        let named = || said.split('`').nth(1).map(|name| name.chars().take(60).collect::<String>());
        let (key, field) = if said.starts_with("missing field") {
            ("web-body-missing", named())
        } else if said.starts_with("unknown field") {
            ("web-body-unknown", named())
        } else if error.is_data() {
            ("web-body-type", None)
        } else {
            ("web-body-syntax", None)
        };
        Self { key, field, line: error.line(), column: error.column() }
    }
}

/// The key of what is said where someone else saved first.
const STALE: &str = "web-error-stale-help";

impl Error {
    /// Whether someone else saved first: the form comes back with what they changed ([`crate::Ctx::stale`]).
    pub fn is_stale(&self) -> bool {
        matches!(self, Self::Conflict(key) if *key == STALE)
    }

    /// The HTTP status.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::Guard => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::BadRequest(_) | Self::BadBody(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The key of the title shown to the visitor.
    pub(crate) const fn title_key(&self) -> &'static str {
        match self {
            Self::NotFound => "web-error-not-found",
            Self::Forbidden => "web-error-forbidden",
            Self::SignIn => "web-error-sign-in",
            Self::Guard => "web-error-guard",
            Self::Conflict(_) => "web-error-conflict",
            Self::BadRequest(_) | Self::BadBody(_) => "web-error-bad-request",
            Self::TooLarge => "web-error-too-large",
            Self::Invalid(_) => "web-error-invalid",
            Self::TooMany(_) => "web-error-too-many",
            Self::Internal(_) => "web-error-internal",
        }
    }

    /// The key of what to do about it.
    pub(crate) const fn help_key(&self) -> &'static str {
        match self {
            Self::NotFound => "web-error-not-found-help",
            Self::Forbidden => "web-error-forbidden-help",
            Self::SignIn => "web-error-sign-in-help",
            Self::Guard => "web-error-guard-help",
            Self::Conflict(key) | Self::BadRequest(key) => key,
            Self::BadBody(_) => "web-error-bad-json",
            Self::TooLarge => "web-error-too-large-help",
            Self::Invalid(_) => "web-error-invalid-help",
            Self::TooMany(_) => "web-error-too-many-help",
            Self::Internal(_) => "web-error-internal-help",
        }
    }
}

impl From<varde_store::Error> for Error {
    fn from(error: varde_store::Error) -> Self {
        match error {
            varde_store::Error::NotFound => Self::NotFound,
            varde_store::Error::Forbidden => Self::Forbidden,
            varde_store::Error::Stale => Self::Conflict(STALE),
            other => Self::Internal(Box::new(other)),
        }
    }
}

impl From<varde_kernel::access::Denied> for Error {
    fn from(denied: varde_kernel::access::Denied) -> Self {
        if denied.visible { Self::Forbidden } else { Self::NotFound }
    }
}

/// Carries an error out to the layer that knows the visitor's language.
#[derive(Clone)]
pub(crate) struct Carried(pub(crate) std::sync::Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Self::TooMany(seconds) = &self
            && let Ok(value) = http::HeaderValue::from_str(&seconds.to_string())
        {
            response.headers_mut().insert(http::header::RETRY_AFTER, value);
        }
        response.extensions_mut().insert(Carried(std::sync::Arc::new(self)));
        response
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Asked {
        #[expect(dead_code, reason = "only read")]
        name: String,
    }

    #[test]
    fn a_body_that_cannot_be_read_is_told_by_field_and_place() {
        let check = |text: &str, key, field: Option<&str>| {
            let fault = BodyFault::of(&serde_json::from_str::<Asked>(text).unwrap_err());
            assert_eq!((fault.key, fault.field.as_deref()), (key, field), "{text}");
        };
        check("{}", "web-body-missing", Some("name"));
        check(r#"{"name": "a", "nmae": 1}"#, "web-body-unknown", Some("nmae"));
        check(r#"{"name": 1}"#, "web-body-type", None);
        check(r#"{"name""#, "web-body-syntax", None);
    }
}

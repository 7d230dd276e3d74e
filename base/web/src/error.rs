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
    /// The input has problems (the API; pages show them beside the fields).
    Invalid(Problems),
    /// Too many tries; wait this many seconds.
    TooMany(u64),
    /// Our own fault. The cause is logged once and never shown.
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// The HTTP status.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::Guard => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
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
            Self::BadRequest(_) => "web-error-bad-request",
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
            varde_store::Error::Stale => Self::Conflict("web-error-stale-help"),
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

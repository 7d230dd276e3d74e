//! The house as a web server: routes, and the layers that every request passes.

use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, MatchedPath, Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use maud::html;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use varde_kernel::Locale;
use varde_kernel::access::{self, Action, Kind};

use crate::ctx::Asked;
use crate::error::{Carried, Error};
use crate::proxies::Origin;
use crate::ui::Scheme;
use crate::{App, Ctx, Need, Room, assets, cookies, desk, json, secret_text};

/// What pages may load and do: our own files, and nothing written into the page.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'; manifest-src 'self'";
/// How long a request may take.
const PATIENCE: Duration = Duration::from_mins(1);
/// The largest upload.
const MAX_UPLOAD: usize = 64 * 1024 * 1024;

/// All routes of the house, with what they need, for the routes test.
pub fn needs(rooms: &[Room]) -> Vec<(Method, &'static str, Need)> {
    let own = desk::room();
    own.routes
        .iter()
        .chain(rooms.iter().flat_map(|room| &room.routes))
        .map(|route| (route.method.clone(), route.path, route.need))
        .collect()
}

/// Puts the routes of the house and of all rooms behind the common layers.
pub fn router(app: App, rooms: Vec<Room>) -> Router {
    let mut routes = Router::new().route("/assets/{folder}/{file}", axum::routing::get(assets::serve));
    for room in std::iter::once(desk::room()).chain(rooms) {
        for route in room.routes {
            let begins = route.method != Method::GET && !route.path.contains('{');
            let handler = match route.need {
                Need::May(kind, action) if begins => {
                    route.handler.layer(middleware::from_fn(move |cx: axum::Extension<Ctx>, request, next| {
                        only_those_who_may(cx, (kind, action), request, next)
                    }))
                }
                _ => route.handler,
            };
            let handler = match route.need {
                Need::Public => handler,
                Need::SignedIn | Need::May(..) => handler.layer(middleware::from_fn(only_signed_in)),
            };
            routes = routes.route(route.path, handler);
        }
    }
    routes
        .fallback(|| async { Error::NotFound })
        .method_not_allowed_fallback(|| async { StatusCode::METHOD_NOT_ALLOWED })
        .layer(DefaultBodyLimit::max(MAX_UPLOAD))
        .layer(middleware::from_fn_with_state(app.clone(), visit))
        .layer(CsrfLayer::new())
        .layer(CompressionLayer::new())
        .with_state(app)
}

/// Lets in only those who are signed in, and first makes them replace a first password.
async fn only_signed_in(cx: axum::Extension<Ctx>, request: Request, next: Next) -> Response {
    let Some(visitor) = cx.visitor() else { return Error::SignIn.into_response() };
    let free = ["/me/password", "/sign-out"].contains(&cx.path());
    if visitor.must_change_password && !free {
        return cx.go("/me/password");
    }
    next.run(request).await
}

/// Turns away whoever may do this nowhere, before what they sent is read: nothing in the path says where it would be done.
async fn only_those_who_may(
    cx: axum::Extension<Ctx>,
    (kind, action): (Kind, Action),
    request: Request,
    next: Next,
) -> Response {
    if access::may_somewhere(cx.actor(), action, kind) {
        next.run(request).await
    } else {
        Error::Forbidden.into_response()
    }
}

/// Where the pages lie on which nobody is asked who they are: not even the session of someone who is signed in is
/// looked at, and neither log nor metrics tell that they were there, since the minute could be held against who sat
/// where.
pub const NAMELESS: &str = "/anonymous";

fn is_nameless(path: &str) -> bool {
    path.strip_prefix(NAMELESS).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Finds out who asks, answers, and dresses the answer: errors as pages, headers, the log line.
async fn visit(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let request_id = request_id();
    let is_api = request.uri().path().starts_with("/api/");
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    let origin = app.config().proxies.origin(peer(&request), &headers);
    let cx = match visitor(&app, uri, &headers, origin, &request_id).await {
        Ok(cx) => cx,
        Err(error) => {
            tracing::error!(request_id, %error, "the visitor could not be found out");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    request.extensions_mut().insert(cx.clone());
    let answer = tokio::time::timeout(PATIENCE, next.run(request)).await;
    let mut response = answer.unwrap_or_else(|_| Error::Internal("the request took too long".into()).into_response());
    if response.status() == StatusCode::METHOD_NOT_ALLOWED && is_api {
        // Problem details for this one too; it keeps the Allow header.
        let allow = response.headers().get(header::ALLOW).cloned();
        response = json::details(&Error::BadRequest("web-error-method"), cx.say(), &request_id);
        *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
        if let Some(allow) = allow {
            response.headers_mut().insert(header::ALLOW, allow);
        }
    }
    if let Some(Carried(error)) = response.extensions_mut().remove::<Carried>() {
        if let Error::Internal(cause) = &*error {
            tracing::error!(request_id, route, cause = %Chain(&**cause), "a request failed");
        }
        let retry = response.headers().get(header::RETRY_AFTER).cloned();
        response = if is_api { json::details(&error, cx.say(), &request_id) } else { error_page(&cx, &error) };
        if let Some(retry) = retry {
            response.headers_mut().insert(header::RETRY_AFTER, retry);
        }
    }
    dress(&mut response, &cx, &request_id);
    if is_nameless(cx.path()) {
        return response;
    }
    let status = response.status().as_u16();
    let took = began.elapsed();
    // The route's pattern, never the address itself: an address may hold what someone searched for.
    tracing::info!(request_id, %method, route, status, took_ms = took.as_secs_f64() * 1000.0, "answered");
    metrics::counter!("varde_requests_total", "route" => route.clone(), "status" => status.to_string()).increment(1);
    metrics::histogram!("varde_request_seconds", "route" => route).record(took.as_secs_f64());
    response
}

/// An error and its causes in one line.
struct Chain<'a>(&'a (dyn std::error::Error + 'static));

impl std::fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

async fn visitor(
    app: &App,
    uri: http::Uri,
    headers: &HeaderMap,
    origin: Origin,
    request_id: &str,
) -> Result<Ctx, varde_store::Error> {
    let now = app.now();
    let secret = cookies::get(headers, app, cookies::SESSION).filter(|_| !is_nameless(uri.path()));
    let bearer = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    let is_api = uri.path().starts_with("/api/");
    let visitor = match (bearer, secret) {
        // Tokens open the API alone, never the pages.
        (Some(token), _) if is_api => app.gate().by_token(app.db(), token, now).await?,
        (_, Some(secret)) => app.gate().by_session(app.db(), secret, now).await?,
        _ => None,
    };
    let locale = visitor
        .as_ref()
        .and_then(|visitor| visitor.locale)
        .or_else(|| cookies::get(headers, app, cookies::LANGUAGE).and_then(|tag| tag.parse().ok()))
        .unwrap_or_else(|| {
            let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
            Locale::from_header(header.unwrap_or_default())
        });
    let bound_to = match (&visitor, secret) {
        (Some(_), Some(secret)) => secret.to_owned(),
        _ => cookies::get(headers, app, cookies::FORM).map(str::to_owned).or_else(secret_text).unwrap_or_default(),
    };
    let scheme = match &visitor {
        Some(visitor) => visitor.scheme,
        None => cookies::get(headers, app, cookies::SCHEME).and_then(Scheme::from_name).unwrap_or_default(),
    };
    let said = cookies::get(headers, app, cookies::SAID)
        .filter(|key| key.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'))
        .map(str::to_owned);
    let sources = match &visitor {
        Some(_) if !is_api => app.sources().await?,
        _ => std::sync::Arc::default(),
    };
    Ok(Ctx::new(Asked {
        app: app.clone(),
        visitor,
        say: app.say(locale).knowing(sources),
        request_id: request_id.to_owned(),
        now,
        uri,
        bound_to,
        said,
        scheme,
        origin,
    }))
}

fn peer(request: &Request) -> Option<IpAddr> {
    request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip())
}

fn request_id() -> String {
    secret_text().map(|text| text.chars().take(12).collect()).unwrap_or_default()
}

fn error_page(cx: &Ctx, error: &Error) -> Response {
    if matches!(error, Error::SignIn) {
        let back: String = form_urlencoded::byte_serialize(cx.here().as_bytes()).collect();
        return cx.go(&format!("/sign-in?back={back}"));
    }
    let body = html! {
        p { (cx.t(error.help_key())) }
        @if let Error::Invalid(problems) = error {
            ul { @for problem in problems { li { (cx.say().problem(problem)) } } }
        }
        p.quiet { (cx.say().with("web-error-request", &[("id", cx.request_id().into())])) }
        p { a.ds-link href="/" { (cx.t("web-home")) } }
    };
    cx.plain_page(error.status(), &cx.t(error.title_key()), &body)
}

fn dress(response: &mut Response, cx: &Ctx, request_id: &str) {
    let is_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page && cx.said().is_some() {
        cookies::clear(response, cx.app(), cookies::SAID);
    }
    if is_page && cx.visitor().is_none() {
        cookies::set(response, cx.app(), cookies::FORM, cx.bound_to(), None);
    }
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    put(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::REFERRER_POLICY, "same-origin");
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    put(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    // Pages hold what only this visitor may see.
    put(header::CACHE_CONTROL, "no-store");
    if cx.app().is_secure() {
        put(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    put_text(headers, "x-request-id", request_id);
}

fn put_text(headers: &mut HeaderMap, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(HeaderName::from_static(name), value);
    }
}

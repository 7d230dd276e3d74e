//! The few cookies of the house. None of them tells anything to anyone but us.

use axum::response::Response;
use http::{HeaderMap, HeaderValue, header};

use crate::App;

/// The session's secret.
pub const SESSION: &str = "varde_session";
/// What form guards are bound to before anyone has signed in.
pub(crate) const FORM: &str = "varde_form";
/// A word about the last step, shown once.
pub(crate) const SAID: &str = "varde_said";
/// The language of someone who is not signed in.
pub(crate) const LANGUAGE: &str = "varde_language";
/// Light or dark for someone who is not signed in.
pub(crate) const SCHEME: &str = "varde_scheme";

/// What begins a cookie's name where the house is reached by https: browsers then take it only over
/// TLS, for the whole site and from this host alone, so that no neighbour under the same domain can
/// plant one.
const FROM_HERE: &str = "__Host-";

/// A cookie's name as the browser knows it.
fn full(app: &App, name: &str) -> String {
    if app.is_secure() { format!("{FROM_HERE}{name}") } else { name.to_owned() }
}

/// The value of a cookie.
pub fn get<'a>(headers: &'a HeaderMap, app: &App, name: &str) -> Option<&'a str> {
    find(headers, &full(app, name))
}

fn find<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, value)| *known == name && !value.is_empty())
        .map(|(_, value)| value)
}

/// Sets a cookie that scripts cannot read; `seconds` `None` keeps it until the browser closes.
/// The value must be plain letters, digits, `-`, `_` or `.`.
pub fn set(response: &mut Response, app: &App, name: &str, value: &str, seconds: Option<u32>) {
    let secure = if app.is_secure() { "; Secure" } else { "" };
    let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let name = full(app, name);
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// Takes a cookie away.
pub fn clear(response: &mut Response, app: &App, name: &str) {
    set(response, app, name, "", Some(0));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_cookie_is_found() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("a=1; varde_session=abc; xvarde_session=no"));
        assert_eq!(find(&headers, SESSION), Some("abc"));
        assert_eq!(find(&headers, "b"), None);
        assert_eq!(find(&headers, "__Host-varde_session"), None, "a name without the prefix is another cookie");
    }
}

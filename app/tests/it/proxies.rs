//! Where a request came from, with proxies in front: believed from those that are trusted alone.

use std::net::{IpAddr, SocketAddr};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use tower::ServiceExt;
use varde_app::config::Settings;
use varde_app::house;

async fn router(folder: &tempfile::TempDir, trusted: &[&str], tries: u32) -> Router {
    let settings = Settings {
        database: format!("sqlite:{}", folder.path().join("varde.sqlite").display()),
        trusted_proxies: trusted.iter().map(|net| (*net).to_owned()).collect(),
        sign_in_tries: tries,
        ..Settings::default()
    };
    let db = house::open_migrated(&settings).await.unwrap();
    varde_web::router(house::build(&settings, db, None).await.unwrap(), house::rooms())
}

async fn send(router: &Router, peer: &str, mut request: Request<Body>) -> (StatusCode, http::HeaderMap, String) {
    let peer: IpAddr = peer.parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(SocketAddr::new(peer, 4711)));
    let (parts, body) = router.clone().oneshot(request).await.unwrap().into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    (parts.status, parts.headers, String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test]
async fn metrics_are_for_the_machine_itself_whatever_a_header_says() {
    let folder = tempfile::tempdir().unwrap();
    let behind = router(&folder, &["127.0.0.1", "10.0.0.0/8"], 10).await;
    let alone = router(&folder, &[], 10).await;
    for (house, trusts) in [(&behind, true), (&alone, false)] {
        for (peer, said, expected) in [
            ("127.0.0.1", "", true),
            ("::1", "", true),
            ("127.0.0.1", "127.0.0.1", trusts),
            ("127.0.0.1", "203.0.113.9", false),
            ("127.0.0.1", "127.0.0.1, 203.0.113.9", false),
            ("127.0.0.1", "127.0.0.1, 10.1.2.3", false),
            ("203.0.113.9", "127.0.0.1", false),
            ("10.1.2.3", "127.0.0.1", false),
            ("203.0.113.9", "", false),
        ] {
            let mut request = Request::builder().uri("/metrics").header(header::HOST, "localhost");
            if !said.is_empty() {
                request = request.header("x-forwarded-for", said);
            }
            let (status, _, _) = send(house, peer, request.body(Body::empty()).unwrap()).await;
            assert_eq!(status == StatusCode::OK, expected, "from {peer} that says {said:?}, trusted: {trusts}");
        }
    }
}

/// A try at signing in from `peer`, with what a header says.
async fn attempt(router: &Router, peer: &str, said: &str, name: &str) -> StatusCode {
    let get = Request::builder().uri("/sign-in").header(header::HOST, "localhost").body(Body::empty()).unwrap();
    let (_, headers, page) = send(router, peer, get).await;
    let cookie = headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
    let guard = page.split_once("name=\"_csrf\" value=\"").unwrap().1.split('"').next().unwrap();
    let post = Request::builder()
        .method("POST")
        .uri("/sign-in")
        .header(header::HOST, "localhost")
        .header(header::COOKIE, cookie)
        .header("x-forwarded-for", said)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("_csrf={guard}&username={name}&password=feil+passord+her")))
        .unwrap();
    send(router, peer, post).await.0
}

#[tokio::test]
async fn a_forged_header_gives_no_more_tries_at_signing_in() {
    let folder = tempfile::tempdir().unwrap();
    let house = router(&folder, &["127.0.0.1"], 1).await;
    // Someone who is no proxy: whatever they say, it is their own address that counts.
    assert_eq!(attempt(&house, "203.0.113.77", "198.51.100.1", "px.a").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(attempt(&house, "203.0.113.77", "198.51.100.2", "px.a").await, StatusCode::TOO_MANY_REQUESTS);
    // Through the proxy: each is counted alone, and what the stranger wrote before is nothing.
    assert_eq!(attempt(&house, "127.0.0.1", "203.0.113.81", "px.b").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(attempt(&house, "127.0.0.1", "203.0.113.82", "px.b").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(attempt(&house, "127.0.0.1", "9.9.9.9, 203.0.113.82", "px.b").await, StatusCode::TOO_MANY_REQUESTS);
    // A whole network of version 6 is one neighbour.
    assert_eq!(attempt(&house, "127.0.0.1", "2001:db8:77::1", "px.c").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(attempt(&house, "127.0.0.1", "2001:db8:77::2", "px.c").await, StatusCode::TOO_MANY_REQUESTS);
}

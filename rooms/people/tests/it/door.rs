//! A house with the real door: real accounts, real sessions, and browsers that keep cookies.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use tower::ServiceExt;
use varde_kernel::access::{Author, Role, System};
use varde_kernel::{Clock, PersonId, Words};
use varde_people::PeopleGate;
use varde_people::model::persons::NewPerson;
use varde_people::store::persons;
use varde_store::{Db, Insert, Tx, migrate};
use varde_testkit::{organisation, plain_printer, unit};
use varde_web::{App, Config, Parts, router};

/// The password of everyone in these tests.
pub const PASSWORD: &str = "grønn-elv-7-sykkel";

/// A clock that a test can turn.
#[derive(Clone)]
pub struct Hand(Arc<Mutex<Timestamp>>);

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::UTC
    }
}

/// The house.
pub struct House {
    app: App,
    router: Router,
    clock: Hand,
    _folder: tempfile::TempDir,
}

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("no JSON ({error}): {}", self.text))
    }
}

impl House {
    pub async fn new() -> Self {
        Self::with(BTreeMap::new(), "http://varde.test").await
    }

    /// A house with settings, known by an address, at noon UTC on 22 November 2026.
    pub async fn with(settings: BTreeMap<String, String>, public_url: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&format!("sqlite:{}", folder.path().join("varde.sqlite").display())).await.unwrap();
        let mut tables = varde_store::migrations();
        tables.extend(varde_people::migrations());
        let noon: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
        migrate(&db, tables, noon).await.unwrap();
        let clock = Hand(Arc::new(Mutex::new(noon)));
        fill(&db, noon).await;
        let config = Config { public_url: public_url.into(), sign_in_tries: 5, settings, ..Config::default() };
        let gate = Arc::new(PeopleGate::in_zone(TimeZone::UTC));
        let parts = Parts { db, clock: Arc::new(clock.clone()), gate, config, metrics: None, printer: plain_printer };
        let rooms = || vec![varde_people::room()];
        let app = App::new(parts, &rooms()).await.unwrap();
        Self { router: router(app.clone(), rooms()), app, clock, _folder: folder }
    }

    pub fn db(&self) -> &Db {
        self.app.db()
    }

    pub fn app(&self) -> &App {
        &self.app
    }

    /// Lets time pass.
    pub fn wait(&self, hours: i64) {
        let mut now = self.clock.0.lock().unwrap();
        *now = now.checked_add(jiff::SignedDuration::from_hours(hours)).unwrap();
    }

    pub async fn console(&self) -> Tx {
        self.app.begin_as(Author::System(System::Console)).await.unwrap()
    }

    /// Someone with an account and roles since the beginning of the year.
    pub async fn person(&self, username: &str, roles: &[(Role, &str)], must_change: bool) -> PersonId {
        let seal = persons::seal(PASSWORD).await.unwrap();
        let held: Vec<_> = roles.iter().map(|(role, code)| (*role, unit(code))).collect();
        let tx = self.console().await;
        let new = NewPerson {
            name: format!("Test {username}"),
            username: Some(username.to_owned()),
            password: Some(seal),
            must_change,
            home: Some(unit(roles.first().map_or("ward", |(_, code)| *code))),
            roles: persons::roles_since(&held, "2026-01-01".parse().unwrap(), "test"),
            ..NewPerson::default()
        };
        let id = persons::create(&tx, new).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// A browser that is not signed in.
    pub fn browser(&self) -> Browser<'_> {
        Browser { house: self, cookies: HashMap::new() }
    }

    /// A browser in which someone has signed in.
    pub async fn signed_in(&self, username: &str) -> Browser<'_> {
        let mut browser = self.browser();
        let answer = browser.sign_in(username, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        browser
    }

    /// Asks with a token.
    pub async fn with_token(&self, token: &str, method: &str, path: &str, body: Option<serde_json::Value>) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "varde.test")
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(body.map_or(Body::empty(), |body| Body::from(body.to_string()))).unwrap()).await
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

/// A browser: keeps the house's cookies, and carries the guard of the page it saw last.
pub struct Browser<'a> {
    house: &'a House,
    pub cookies: HashMap<String, String>,
}

impl Browser<'_> {
    fn request(&self, method: &str, path: &str) -> http::request::Builder {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder().method(method).uri(path).header(header::HOST, "varde.test");
        if cookies.is_empty() { request } else { request.header(header::COOKIE, cookies.join("; ")) }
    }

    async fn send(&mut self, request: Request<Body>) -> Answer {
        let answer = self.house.send(request).await;
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap_or_default();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        let request = self.request("GET", path).body(Body::empty()).unwrap();
        self.send(request).await
    }

    /// Sends a form with the guard of the page at `seen`.
    pub async fn post_from(&mut self, seen: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(seen).await;
        let guard = between(&page.text, "name=\"_csrf\" value=\"", "\"").to_owned();
        self.post_with(&guard, path, fields).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_from("/search", path, fields).await
    }

    /// Sends a form with this guard.
    pub async fn post_with(&mut self, guard: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.append_pair("_csrf", guard);
        body.extend_pairs(fields);
        let request = self
            .request("POST", path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.finish()))
            .unwrap();
        self.send(request).await
    }

    /// Calls the API with the session's cookie.
    pub async fn api(&mut self, method: &str, path: &str, body: Option<serde_json::Value>) -> Answer {
        let request = self.request(method, path).header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(body.map_or(Body::empty(), |body| Body::from(body.to_string()))).unwrap()).await
    }

    pub async fn sign_in(&mut self, username: &str, password: &str) -> Answer {
        self.post_from("/sign-in", "/sign-in", &[("username", username), ("password", password), ("back", "/me")]).await
    }

    pub fn session(&self) -> Option<&String> {
        self.cookies.get("varde_session")
    }
}

pub fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split_once(before).and_then(|(_, rest)| rest.split_once(after)).map_or("", |(found, _)| found)
}

/// The organisation that every test knows, since the beginning of the century.
async fn fill(db: &Db, now: Timestamp) {
    let tx = db.begin_write(Author::System(System::Console), now).await.unwrap();
    let tree = organisation();
    let begin = "2000-01-01";
    for unit in tree.iter() {
        let insert = Insert::into("unit").set("id", unit.id).set("code", &unit.code).set("kind", unit.kind);
        insert.set("valid_from", begin).set("version", 1).run(&tx).await.unwrap();
        let named = Insert::into("unit_name").set("unit_id", unit.id);
        named.words("name", &Words::plain(unit.name.nb.clone())).set("valid_from", begin).run(&tx).await.unwrap();
    }
    for unit in tree.iter() {
        if let Some(parent) = unit.parent {
            let related = Insert::into("unit_relation").set("unit_id", unit.id).set("relation", "owner");
            related.set("other_id", parent).set("valid_from", begin).run(&tx).await.unwrap();
        }
    }
    varde_people::store::units::changed(&tx, "2026-11-22".parse().unwrap()).await.unwrap();
    tx.commit().await.unwrap();
}

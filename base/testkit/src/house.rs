//! A running house without a network: requests in, replies out.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use jiff::Timestamp;
use tower::ServiceExt;
use varde_kernel::access::{Actor, Author, Held, Role, System};
use varde_kernel::{FixedClock, Locale, PersonId, SessionId, UnitId, UnitTree, Words};
use varde_store::{Db, Error, Insert, Migration};
use varde_web::ui::Scheme;
use varde_web::{App, BoxFuture, Config, Gate, Parts, Room, Seal, Visitor, router};

use crate::databases::for_house;
use crate::organisation;
use crate::printer::plain_printer;

/// A signed-in user of a [`TestApp`]: the secret of the session.
#[derive(Clone, Debug)]
pub struct User {
    secret: String,
    /// Who it is.
    pub person: PersonId,
    /// The user as the policy sees it.
    pub actor: Actor,
}

/// A house of some rooms on a database of its own, at noon UTC on 22 November 2026: a SQLite file, or a
/// PostgreSQL database when `VARDE_TEST_HOUSE` is `postgres`, as one layer of `make test` has it.
pub struct TestApp {
    app: App,
    router: Router,
    gate: Arc<TestGate>,
    // Dropped last: the database lies in it.
    _folder: tempfile::TempDir,
}

/// An answer.
#[derive(Debug)]
pub struct Reply {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body as text.
    pub text: String,
}

impl Reply {
    /// Where a redirect leads; empty when it is none.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as JSON.
    ///
    /// # Panics
    ///
    /// When it is none.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("no JSON ({error}): {}", self.text))
    }
}

impl TestApp {
    /// A house with these rooms and the organisation of [`organisation`].
    ///
    /// # Panics
    ///
    /// When it cannot be built.
    pub async fn new(rooms: fn() -> Vec<Room>) -> Self {
        Self::on(organisation(), rooms).await
    }

    /// A house with these rooms and an organisation of the test's own.
    ///
    /// # Panics
    ///
    /// When it cannot be built.
    pub async fn on(tree: UnitTree, rooms: fn() -> Vec<Room>) -> Self {
        Self::build(tree, rooms, BTreeMap::new()).await
    }

    /// A house with these rooms and the organisation of [`organisation`], set up like this.
    ///
    /// # Panics
    ///
    /// When it cannot be built.
    pub async fn set_up(rooms: fn() -> Vec<Room>, settings: &[(&str, &str)]) -> Self {
        let settings = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self::build(organisation(), rooms, settings).await
    }

    async fn build(tree: UnitTree, rooms: fn() -> Vec<Room>, settings: BTreeMap<String, String>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let tables: Vec<Migration> = rooms().into_iter().flat_map(|room| room.migrations).collect();
        let db = for_house(folder.path(), tables).await;
        let gate = Arc::new(TestGate { tree: Arc::new(tree), users: Mutex::default() });
        let noon = "2026-11-22T12:00:00Z".parse::<Timestamp>().expect("noon");
        fill_lines(&db, &gate.tree, noon).await;
        let parts = Parts {
            db,
            clock: Arc::new(FixedClock(noon)),
            gate: gate.clone(),
            config: Config {
                public_url: "http://varde.test".into(),
                sign_in_tries: 10,
                seal: Seal::new([7; 32]),
                settings,
                ..Config::default()
            },
            metrics: None,
            printer: plain_printer,
        };
        let app = App::new(parts, &rooms()).await.expect("the house is built");
        Self { router: router(app.clone(), rooms()), app, gate, _folder: folder }
    }

    /// The house itself.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The database.
    pub fn db(&self) -> &Db {
        self.app.db()
    }

    /// A transaction that writes as the test's own hand (the console).
    ///
    /// # Panics
    ///
    /// When the database does not answer.
    pub async fn begin(&self) -> varde_store::Tx {
        self.app.begin_as(Author::System(System::Console)).await.expect("a transaction")
    }

    /// The console as an actor, for opening things in tests.
    pub fn console() -> Actor {
        Actor::System(System::Console)
    }

    /// Someone with these roles on units of the organisation (by code), reading bokmål.
    ///
    /// # Panics
    ///
    /// Never in practice.
    pub fn user(&self, name: &str, roles: &[(Role, &str)]) -> User {
        self.user_in(name, roles, Locale::Nb)
    }

    /// Like [`TestApp::user`], reading in `locale`.
    ///
    /// # Panics
    ///
    /// Never in practice.
    pub fn user_in(&self, name: &str, roles: &[(Role, &str)], locale: Locale) -> User {
        let person = PersonId::from_code(name);
        let held: Vec<Held> = roles
            .iter()
            .map(|(role, code)| {
                let unit = UnitId::from_code(code);
                Held { role: *role, unit, line: self.gate.tree.line(unit) }
            })
            .collect();
        let actor = Actor::Person { person, held: held.clone(), read_only: false };
        let secret = format!("secret-of-{person}-{locale}");
        let visitor = Visitor {
            person,
            name: name.to_owned(),
            session: Some(SessionId::from_code(name)),
            actor: actor.clone(),
            locale: Some(locale),
            scheme: Scheme::Auto,
            keeps_drafts: true,
            home: held.first().map(|held| held.unit),
            home_name: held
                .first()
                .map(|held| Words::plain(varde_web::unit_name(&self.gate.tree, held.unit, Locale::Nb)))
                .unwrap_or_default(),
            must_change_password: false,
        };
        self.gate.users.lock().expect("no test panicked here").insert(secret.clone(), visitor);
        User { secret, person, actor }
    }

    /// What someone is called.
    pub(crate) fn name_of(&self, user: &User) -> String {
        let users = self.gate.users.lock().expect("no test panicked here");
        users.get(&user.secret).map(|visitor| visitor.name.clone()).unwrap_or_default()
    }

    /// Asks for a page as `user`, or as nobody.
    ///
    /// # Panics
    ///
    /// When the house does not answer at all.
    pub async fn get(&self, user: Option<&User>, path: &str) -> Reply {
        self.send(request("GET", path, user), Body::empty()).await
    }

    /// Sends a form as `user`, with the guard that a real form carries.
    ///
    /// # Panics
    ///
    /// When the house does not answer at all.
    pub async fn post(&self, user: Option<&User>, path: &str, fields: &[(&str, &str)]) -> Reply {
        let form = self.get(user, "/search").await;
        let guard = if user.is_some() { between(&form.text, "name=\"_csrf\" value=\"", "\"") } else { "" };
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.append_pair("_csrf", guard);
        body.extend_pairs(fields);
        let asked = request("POST", path, user).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(asked, Body::from(body.finish())).await
    }

    /// Sends a form as someone who is not signed in and has just seen the form at `form`, with the guard and the
    /// cookie that it gave them.
    ///
    /// # Panics
    ///
    /// When the house does not answer at all.
    pub async fn post_as_stranger(&self, form: &str, path: &str, fields: &[(&str, &str)]) -> Reply {
        let shown = self.get(None, form).await;
        let guard = between(&shown.text, "name=\"_csrf\" value=\"", "\"");
        let given = shown.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        let cookies: Vec<&str> = given.filter_map(|cookie| cookie.split(';').next()).collect();
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.append_pair("_csrf", guard);
        body.extend_pairs(fields);
        let asked = request("POST", path, None)
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(asked, Body::from(body.finish())).await
    }

    /// Uploads a file in the field `file`, with other fields beside it.
    ///
    /// # Panics
    ///
    /// When the house does not answer at all.
    pub async fn upload(&self, user: &User, path: &str, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Reply {
        self.upload_files(user, path, fields, &[("file", name, bytes)]).await
    }

    /// Uploads files, each in its field and with its name, with other fields beside them.
    ///
    /// # Panics
    ///
    /// When the house does not answer at all.
    pub async fn upload_files(
        &self,
        user: &User,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Reply {
        let form = self.get(Some(user), "/search").await;
        let guard = between(&form.text, "name=\"_csrf\" value=\"", "\"");
        let edge = "varde-test-edge";
        let mut body = Vec::new();
        for (field, value) in std::iter::once(&("_csrf", guard)).chain(fields) {
            body.extend(
                format!("--{edge}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        for (field, name, bytes) in files {
            body.extend(
                format!(
                    "--{edge}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                     Content-Type: application/octet-stream\r\n\r\n"
                )
                .bytes(),
            );
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{edge}--\r\n").bytes());
        let asked = request("POST", path, Some(user))
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={edge}"));
        self.send(asked, Body::from(body)).await
    }

    /// Calls the API with JSON (or nothing) as `user`.
    ///
    /// # Panics
    ///
    /// When the house does not answer at all.
    pub async fn api(&self, user: Option<&User>, method: &str, path: &str, body: Option<serde_json::Value>) -> Reply {
        let asked = request(method, path, user);
        match body {
            None => self.send(asked, Body::empty()).await,
            Some(json) => {
                self.send(asked.header(header::CONTENT_TYPE, "application/json"), Body::from(json.to_string())).await
            }
        }
    }

    /// Sends any request.
    ///
    /// # Panics
    ///
    /// When the house does not answer at all.
    pub async fn send(&self, request: http::request::Builder, body: Body) -> Reply {
        let request = request.body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        Reply { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

fn request(method: &str, path: &str, user: Option<&User>) -> http::request::Builder {
    let request = Request::builder().method(method).uri(path).header(header::HOST, "varde.test");
    match user {
        Some(user) => request.header(header::COOKIE, format!("varde_session={}", user.secret)),
        None => request,
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split_once(before).and_then(|(_, rest)| rest.split_once(after)).map_or("", |(found, _)| found)
}

async fn fill_lines(db: &Db, tree: &UnitTree, now: Timestamp) {
    let tx = db.begin_write(Author::System(System::Console), now).await.expect("a transaction");
    for unit in tree.iter() {
        for (depth, ancestor) in (0_i64..).zip(tree.line(unit.id).iter()) {
            Insert::into("unit_line")
                .set("unit_id", unit.id)
                .set("ancestor_id", *ancestor)
                .set("depth", depth)
                .run(&tx)
                .await
                .expect("the line is written");
        }
    }
    tx.commit().await.expect("committed");
}

struct TestGate {
    tree: Arc<UnitTree>,
    users: Mutex<HashMap<String, Visitor>>,
}

impl Gate for TestGate {
    fn by_session<'a>(
        &'a self,
        _: &'a Db,
        secret: &'a str,
        _: Timestamp,
    ) -> BoxFuture<'a, Result<Option<Visitor>, Error>> {
        let found = self.users.lock().ok().and_then(|users| users.get(secret).cloned());
        Box::pin(async move { Ok(found) })
    }

    fn by_token<'a>(
        &'a self,
        db: &'a Db,
        token: &'a str,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Option<Visitor>, Error>> {
        self.by_session(db, token, now)
    }

    fn keep<'a>(
        &'a self,
        _: &'a App,
        person: PersonId,
        locale: Option<Locale>,
        scheme: Option<Scheme>,
    ) -> BoxFuture<'a, Result<(), Error>> {
        if let Ok(mut users) = self.users.lock() {
            for visitor in users.values_mut().filter(|visitor| visitor.person == person) {
                visitor.locale = locale.or(visitor.locale);
                visitor.scheme = scheme.unwrap_or(visitor.scheme);
            }
        }
        Box::pin(async { Ok(()) })
    }

    fn names<'a>(
        &'a self,
        _: &'a Db,
        persons: &'a [PersonId],
    ) -> BoxFuture<'a, Result<HashMap<PersonId, String>, Error>> {
        let known = self.users.lock().map(|users| {
            let named = users.values().map(|visitor| (visitor.person, visitor.name.clone()));
            named.filter(|(person, _)| persons.contains(person)).collect()
        });
        let known: HashMap<PersonId, String> = known.unwrap_or_default();
        Box::pin(async move { Ok(known) })
    }

    fn tree<'a>(&'a self, _: &'a Db, _: Timestamp) -> BoxFuture<'a, Result<Arc<UnitTree>, Error>> {
        Box::pin(async { Ok(self.tree.clone()) })
    }
}

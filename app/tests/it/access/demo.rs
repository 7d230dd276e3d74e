//! The demo's house, asked without a network.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::Body;
use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use jiff::civil::Date;
use serde_json::Value as Json;
use tower::ServiceExt;
use varde_app::commands::demo::feed;
use varde_app::config::Settings;
use varde_app::{content, house};
use varde_kernel::access::{Actor, Author, System};
use varde_kernel::{Clock, Id, PersonId, UnitTree};
use varde_people::model::persons::SignedInBy;
use varde_store::{Db, Read, values};
use varde_synthetic::{Size, generate};

use super::samples::{AT, BEFORE, PREPARED, SAMPLES};
use super::sent::{FORMS, SENT};
use varde_testkit::forms::{Filled, filled};

/// Everyone's password in the demo of the tests.
pub(super) const PASSWORD: &str = "varde-test-2026";

/// Who knocks: the demo's people, by what they are, and someone of another trust.
pub(super) const VISITORS: [(&str, Option<&str>); 11] = [
    ("nobody", None),
    ("staff", Some("sykepleier")),
    ("elsewhere", Some("syntetisk34")),
    ("leader", Some("avdeling")),
    ("adviser", Some("radgiver")),
    ("board", Some("styret")),
    ("top", Some("direktor")),
    ("town", Some("kommune")),
    ("national", Some("direktorat")),
    ("privacy", Some("personvern")),
    ("admin", Some("admin")),
];

/// Whose forms are looked at, in this order, until one sees the form that is asked for.
const SEERS: [usize; 10] = [8, 10, 6, 3, 4, 1, 5, 7, 9, 2];

/// A visitor at the door.
#[derive(Clone)]
pub(crate) struct Who {
    pub(crate) name: &'static str,
    pub(crate) actor: Actor,
    cookie: String,
}

/// The demo as a file that is copied for each step, so that no step spoils another, with everyone signed in.
pub(crate) struct Template {
    file: PathBuf,
    visitors: Vec<Who>,
    pub(crate) tree: UnitTree,
    pub(super) api: Json,
    held_folder: tempfile::TempDir,
}

/// What a route that writes is sent.
#[derive(Clone)]
pub(crate) enum Sent {
    Nothing,
    Json(Json),
    Form(Vec<(String, String)>),
    Files(Vec<(String, String)>, Option<String>),
}

pub(crate) struct House {
    router: Router,
    pub(crate) db: Db,
    pub(crate) visitors: Vec<Who>,
    today: Date,
    held_folder: tempfile::TempDir,
}

/// The row that a path speaks of.
pub(super) struct Row {
    table: String,
    id: String,
}

fn settings(folder: &Path) -> Settings {
    Settings { database: format!("sqlite:{}", folder.join("varde.sqlite").display()), ..Settings::default() }
}

pub(crate) async fn template() -> Template {
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(folder.path());
    let clock = house::MachineClock::new(&settings);
    let db = house::open_migrated(&settings).await.unwrap();
    content::load(&db, clock.now()).await.unwrap();
    let service = generate(1, &Size::DEMO, clock.today());
    feed::everything(&db, &service, PASSWORD, &clock).await.unwrap();
    let tree = varde_people::tree(&db, clock.today()).await.unwrap();
    let tx = db.begin_write(Author::System(System::Demo), clock.now()).await.unwrap();
    for (what, sql) in PREPARED {
        assert!(0 < tx.run(sql, vec![]).await.unwrap(), "{what}");
    }
    let mut visitors = Vec::new();
    for (name, username) in VISITORS {
        let (mut actor, mut cookie) = (Actor::Anonymous, String::new());
        if let Some(username) = username {
            let person = PersonId::from_code(username);
            let secret = varde_people::store::sessions::begin(&tx, person, SignedInBy::Password).await.unwrap();
            let held = varde_people::store::holdings::held_on(&tx, person, &tree, clock.today()).await.unwrap();
            cookie = format!("varde_session={secret}");
            actor = Actor::Person { person, held, read_only: false };
        }
        visitors.push(Who { name, actor, cookie });
    }
    tx.commit().await.unwrap();
    let api = serde_json::from_str(&varde_web::openapi(&house::rooms()).to_json().unwrap()).unwrap();
    db.close().await.unwrap();
    let file = folder.path().join("varde.sqlite");
    let mut template = Template { file, visitors, tree, api, held_folder: folder };
    // A change that is still to come, made as an administrator makes it.
    let house = open(&template).await;
    let path = house.fill("/api/v1/units/{units}/close").await;
    let body = Sent::Json(serde_json::json!({ "on": "2199-12-31", "version": 1 }));
    let (status, text) = house.send(&Method::POST, &path, &house.visitors[10], &body).await;
    assert_eq!(status, StatusCode::OK, "{text}");
    let folder = house.held_folder;
    house.db.close().await.unwrap();
    template.file = folder.path().join("varde.sqlite");
    template.held_folder = folder;
    template
}

/// A fresh copy of the demo.
pub(crate) async fn open(template: &Template) -> House {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(&template.file, folder.path().join("varde.sqlite")).unwrap();
    let settings = settings(folder.path());
    let db = house::open(&settings).await.unwrap();
    let app = house::build(&settings, db.clone(), None).await.unwrap();
    let today = house::MachineClock::new(&settings).today();
    let router = varde_web::router(app, house::rooms());
    House { router, db, visitors: template.visitors.clone(), today, held_folder: folder }
}

/// A fresh copy of the demo in the state that a route's step needs.
pub(super) async fn open_for(template: &Template, pattern: &str) -> House {
    let house = open(template).await;
    let known = BEFORE.iter().find(|(path, _)| pattern.trim_start_matches("/api/v1") == *path);
    if let Some((_, before)) = known {
        let now = house::MachineClock::new(&Settings::default()).now();
        let tx = house.db.begin_write(Author::System(System::Demo), now).await.unwrap();
        for sql in before.split(';') {
            assert!(0 < tx.run(sql, vec![]).await.unwrap(), "{pattern}: {sql} changes nothing");
        }
        tx.commit().await.unwrap();
    }
    house
}

/// Whether a route is asked for on a copy of its own.
pub(super) fn needs_a_state(pattern: &str) -> bool {
    BEFORE.iter().any(|(path, _)| pattern.trim_start_matches("/api/v1") == *path)
}

/// A month before this one; the demo's monthly values reach to two months back.
fn months_back(today: Date, n: i64) -> String {
    let month = today.first_of_month().checked_sub(jiff::Span::new().months(n)).unwrap();
    month.strftime("%Y-%m").to_string()
}

impl House {
    /// The path of a pattern with the demo's samples, and the row that its first place speaks of.
    pub(super) async fn path(&self, pattern: &str) -> (String, Option<Row>) {
        let (mut path, mut upto, mut row) = (Vec::new(), String::new(), None);
        for part in pattern.split('/') {
            upto = if part.is_empty() { upto } else { format!("{upto}/{part}") };
            if !part.starts_with('{') {
                path.push(part.to_owned());
                continue;
            }
            if part == "{format}" {
                path.push("csv".to_owned());
                continue;
            }
            let word = path.last().cloned().unwrap_or_default();
            let special = AT.iter().find(|(place, _)| *place == upto);
            let sql = match special {
                Some((_, at)) if !at.starts_with("select ") => {
                    path.push((*at).to_owned());
                    continue;
                }
                Some((_, sql)) => sql,
                None => query(&word).unwrap_or_else(|| panic!("{pattern}: no sample for {word}")),
            };
            let id = self.id(sql).await.unwrap_or_else(|| panic!("{pattern}: the demo has no {word}"));
            if row.is_none() {
                let table = sql.split(" from ").nth(1).and_then(|rest| rest.split_whitespace().next());
                row = table.map(|table| Row { table: table.to_owned(), id: id.clone() });
            }
            path.push(id);
        }
        (path.join("/"), row)
    }

    async fn id(&self, sql: &str) -> Option<String> {
        let found = self.db.one(sql, values![], |row| row.get::<Id<()>>("id")).await;
        found.unwrap_or_else(|error| panic!("{sql}: {error}")).map(|id| id.to_string())
    }

    /// A text with samples and days in its places.
    pub(super) async fn fill(&self, text: &str) -> String {
        let mut filled = text
            .replace("{today}", &self.today.to_string())
            .replace("{month}", &months_back(self.today, 1))
            .replace("{month-before}", &months_back(self.today, 2))
            .replace("{tomorrow}", &self.today.tomorrow().unwrap().to_string())
            .replace("{year}", &self.today.year().to_string());
        for (name, sql) in SAMPLES {
            let place = format!("{{{name}}}");
            if filled.contains(&place) {
                let id = self.id(sql).await.unwrap_or_else(|| panic!("the demo has no {name}"));
                filled = filled.replace(&place, &id);
            }
        }
        filled
    }

    async fn version(&self, row: Option<&Row>) -> Option<i64> {
        let row = row?;
        let sql = format!("select version from {} where id = $1", row.table);
        let id: Id<()> = row.id.parse().ok()?;
        self.db.one(&sql, values![id], |row| row.get::<i64>("version")).await.ok().flatten()
    }

    /// What is sent to a route, and the query of its address.
    pub(super) async fn sent(&self, api: &Json, route: (&Method, &str), at: (&str, Option<&Row>)) -> (Sent, String) {
        let ((method, pattern), (path, row)) = (route, at);
        let key = format!("{method} {pattern}");
        let said = SENT.iter().find(|(known, _)| *known == key).map(|(_, sent)| *sent);
        let said = match said {
            Some(said) => Some(self.fill(said).await),
            None => None,
        };
        if method == Method::GET {
            return (Sent::Nothing, said.map(|query| format!("?{}", encoded(&pairs(&query)))).unwrap_or_default());
        }
        let version = self.version(row).await;
        if pattern.starts_with("/api/") {
            let unit = self.fill("{units}").await;
            let place = &api["paths"][pattern][method.as_str().to_lowercase()];
            let schema = &place["requestBody"]["content"]["application/json"]["schema"];
            if schema.is_null() {
                return (Sent::Nothing, String::new());
            }
            let mut body = super::body::smallest(api, schema, &unit);
            let has_version = super::body::names(api, schema).iter().any(|name| name == "version");
            if let (Some(fields), Some(version), true) = (body.as_object_mut(), version, has_version) {
                fields.insert("version".to_owned(), version.into());
            }
            let more = said.map(|said| serde_json::from_str::<Json>(&said).unwrap_or_else(|_| panic!("{key}: {said}")));
            match (body.as_object_mut(), more) {
                (Some(fields), Some(Json::Object(more))) => fields.extend(more),
                (_, Some(whole)) => body = whole,
                (_, None) => {}
            }
            return (Sent::Json(body), String::new());
        }
        let form = self.form(pattern, path).await;
        let takes_files = form.as_ref().is_some_and(|form| form.takes_files) || key.ends_with("/import/confirm");
        let mut fields = form.map_or_else(
            || version.map(|version| ("version".to_owned(), version.to_string())).into_iter().collect(),
            |form| form.pairs,
        );
        let file = said.as_deref().and_then(|said| said.strip_prefix("file:")).map(str::to_owned);
        if let (Some(said), None) = (&said, &file) {
            let more = pairs(said);
            fields.retain(|(name, _)| more.iter().all(|(set, _)| set != name));
            fields.extend(more);
        }
        let sent = if takes_files || file.is_some() { Sent::Files(fields, file) } else { Sent::Form(fields) };
        (sent, String::new())
    }

    /// The form that is sent to this path, off the page where it stands, as the first who sees it finds it.
    async fn form(&self, pattern: &str, path: &str) -> Option<Filled> {
        let day = self.today.tomorrow().unwrap().to_string();
        let elsewhere = FORMS.iter().find(|(known, _)| *known == pattern).map(|(_, place)| *place);
        if let Some(first) = elsewhere.and_then(|place| place.strip_prefix("POST ")) {
            for seer in SEERS {
                let who = &self.visitors[seer];
                let (sent, _) = Box::pin(self.sent(&Json::Null, (&Method::POST, first), (first, None))).await;
                let (_, page) = self.send(&Method::POST, first, who, &sent).await;
                if let Some(form) = filled(&page, path, &day) {
                    return Some(form);
                }
            }
            return None;
        }
        let above = |path: &str| path.rsplit_once('/').map(|(above, _)| above.to_owned()).unwrap_or_default();
        let (one, two) = (above(path), above(&above(path)));
        let mut pages = vec![path.to_owned(), format!("{path}/edit"), one.clone(), format!("{one}/edit"), two];
        pages.push(format!("{path}/new"));
        if let Some(place) = elsewhere {
            pages = vec![self.fill(place).await];
        }
        for page in pages.iter().filter(|page| !page.is_empty()) {
            for seer in SEERS {
                let (status, text) = self.send(&Method::GET, page, &self.visitors[seer], &Sent::Nothing).await;
                if let (StatusCode::OK, Some(form)) = (status, filled(&text, path, &day)) {
                    return Some(form);
                }
            }
        }
        None
    }

    /// Asks, and reads the whole answer. Being sent to sign in counts as such.
    pub(crate) async fn send(&self, method: &Method, path: &str, who: &Who, sent: &Sent) -> (StatusCode, String) {
        let is_form = *method != Method::GET && !path.starts_with("/api/");
        let (cookie, guard) = if is_form { self.guard(&who.cookie).await } else { (who.cookie.clone(), String::new()) };
        let guarded = |pairs: &[(String, String)]| {
            let mut all = vec![("_csrf".to_owned(), guard.clone())];
            all.extend_from_slice(pairs);
            all
        };
        let (kind, body) = match sent {
            Sent::Nothing if is_form => ("application/x-www-form-urlencoded", encoded(&guarded(&[]))),
            Sent::Nothing => ("", String::new()),
            Sent::Json(json) => ("application/json", json.to_string()),
            Sent::Form(pairs) => ("application/x-www-form-urlencoded", encoded(&guarded(pairs))),
            Sent::Files(pairs, file) => ("multipart/form-data; boundary=edge", parts(&guarded(pairs), file.as_deref())),
        };
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "localhost");
        if !cookie.is_empty() {
            request = request.header(header::COOKIE, &cookie);
        }
        if !kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let answer = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let place = answer.headers().get(header::LOCATION).and_then(|place| place.to_str().ok()).unwrap_or_default();
        let to_sign_in = place.starts_with("/sign-in?back");
        let status = if to_sign_in { StatusCode::UNAUTHORIZED } else { answer.status() };
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }

    /// The cookie that a form is bound to, and the guard that forms carry.
    async fn guard(&self, cookie: &str) -> (String, String) {
        let page = if cookie.is_empty() { "/sign-in" } else { "/search" };
        let mut request = Request::builder().uri(page).header(header::HOST, "localhost");
        if !cookie.is_empty() {
            request = request.header(header::COOKIE, cookie);
        }
        let answer = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let set = answer.headers().get(header::SET_COOKIE).and_then(|set| set.to_str().ok()).unwrap_or_default();
        let bound = set.split(';').next().unwrap_or_default().to_owned();
        let text = String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap();
        let (_, rest) = text.split_once("name=\"_csrf\" value=\"").expect("a page carries the guard");
        let guard = rest.split('"').next().unwrap_or_default().to_owned();
        (if cookie.is_empty() { bound } else { cookie.to_owned() }, guard)
    }

    /// The path of a pattern with the demo's samples.
    pub(crate) async fn sample_path(&self, pattern: &str) -> String {
        self.path(pattern).await.0
    }

    /// What is sent to a route, made for the demo's samples.
    pub(crate) async fn what_is_sent(&self, template: &Template, method: &Method, pattern: &str) -> Sent {
        let fresh = open_for(template, pattern).await;
        let (path, row) = fresh.path(pattern).await;
        fresh.sent(&template.api, (method, pattern), (&path, row.as_ref())).await.0
    }
}

fn query(word: &str) -> Option<&'static str> {
    SAMPLES.iter().find(|(name, _)| *name == word).map(|(_, sql)| *sql)
}

/// `a=1&b=2`, where only `%0A` is written otherwise than it is meant.
fn pairs(text: &str) -> Vec<(String, String)> {
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.replace("%0A", "\n"))).collect()
}

fn encoded(pairs: &[(String, String)]) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let code = |text: &str| -> String {
        text.bytes()
            .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
            .collect()
    };
    pairs.iter().map(|(name, value)| format!("{}={}", code(name), code(value))).collect::<Vec<_>>().join("&")
}

fn parts(pairs: &[(String, String)], file: Option<&str>) -> String {
    let mut body = String::new();
    for (name, value) in pairs {
        let _ = write!(body, "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    }
    if let Some(file) = file {
        let head = "Content-Disposition: form-data; name=\"file\"; filename=\"prove.csv\"\r\nContent-Type: text/csv";
        let _ = write!(body, "--edge\r\n{head}\r\n\r\n{file}\r\n");
    }
    body + "--edge--\r\n"
}

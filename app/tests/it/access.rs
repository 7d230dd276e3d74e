//! Every route as every role, held against one printed table: `docs/access.txt`.
//!
//! The table's first part is the policy itself; the second is what really happened when each role
//! knocked on each route of the demo. People review the difference; `VARDE_WRITE=1 cargo test -p
//! varde access` writes it anew.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::Body;
use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use jiff::Timestamp;
use serde_json::{Value as Json, json};
use tower::ServiceExt;
use varde_app::commands::demo::feed;
use varde_app::config::Settings;
use varde_app::{content, house};
use varde_kernel::access::{self, Author, System};
use varde_kernel::{Clock, PersonId, UnitId};
use varde_people::model::persons::SignedInBy;
use varde_store::{Db, Read, values};
use varde_synthetic::{Size, generate};
use varde_web::Need;

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

/// A thing for each place in a path: the words before the place, and where to find one that hangs
/// on the ward or the trust of the demo.
const SAMPLES: &[(&str, &str)] = &[
    ("units", "select id from unit where code = 'syn.hf0.s0.k0.a1.p0'"),
    ("actors", "select id from plan_actor where code = 'hf'"),
    ("people", "select person_id as id from account where username = 'sykepleier'"),
    (
        "sessions",
        "select s.id from session s join account a on a.person_id = s.person_id where a.username = 'sykepleier' limit 1",
    ),
    ("plans", "select id from plan where code = 'syn.hf0.plan'"),
    ("history", "select id from plan where code = 'syn.hf0.plan'"),
    ("goals", "select id from goal where code = 'syn.hf0.plan.gtt.harm'"),
    ("measures", "select id from measure where code = 'syn.hf0.plan.t0'"),
    ("activities", "select id from activity where code = 'syn.hf0.plan.t0.0'"),
    ("sources", "select id from data_source order by code limit 1"),
    ("indicators", "select id from indicator where code = 'ind.gtt.harm'"),
    (
        "rounds",
        "select r.id from status_round r join plan p on p.id = r.plan_id where p.code = 'syn.hf0.plan' order by r.opens desc limit 1",
    ),
    ("documents", "select id from document order by code limit 1"),
    ("notes", "select id from document_note order by code limit 1"),
    ("findings", "select id from finding order by id limit 1"),
    ("proposals", "select id from proposal order by id limit 1"),
    (
        "wheel",
        "select id from wheel_step where unit_id = (select id from unit where code = 'syn.hf0.s0.k0.a1.p0') order by due limit 1",
    ),
    (
        "answers",
        "select a.id from round_answer a join status_round r on r.id = a.round_id where r.state = 'open' and a.unit_id = (select id from unit where code = 'syn.hf0.s0.k0.a1.p0') limit 1",
    ),
    ("tasks", "select id from task where unit_id = (select id from unit where code = 'syn.hf0') order by id limit 1"),
    (
        "held",
        "select r.id from responsibility r join task t on t.id = r.task_id where t.unit_id is not null order by r.id limit 1",
    ),
    (
        "responsibilities",
        "select r.id from responsibility r join task t on t.id = r.task_id where t.unit_id is not null order by r.id limit 1",
    ),
    ("seats", "select id from seat order by id limit 1"),
    ("pilots", "select id from pilot where unit_id = (select id from unit where code = 'syn.hf0') order by id limit 1"),
    ("bodies", "select id from body where code = 'council.nra'"),
];

pub(super) struct House {
    router: Router,
    pub(super) db: Db,
    pub(super) secrets: Vec<Option<String>>,
    _folder: tempfile::TempDir,
}

fn settings(folder: &Path) -> Settings {
    Settings { database: format!("sqlite:{}", folder.join("varde.sqlite").display()), ..Settings::default() }
}

/// The demo as a file that is copied for each route, so that no step of one spoils another.
pub(super) async fn template(folder: &Path) -> PathBuf {
    let settings = settings(folder);
    let clock = house::MachineClock::new(&settings);
    let db = house::open_migrated(&settings).await.unwrap();
    content::load(&db, clock.now()).await.unwrap();
    let service = generate(1, &Size::DEMO, clock.today());
    feed::everything(&db, &service, "varde-test-2026", &clock).await.unwrap();
    db.close().await.unwrap();
    folder.join("varde.sqlite")
}

pub(super) async fn open(template: &Path) -> House {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(template, folder.path().join("varde.sqlite")).unwrap();
    let settings = settings(folder.path());
    let db = house::open(&settings).await.unwrap();
    let now: Timestamp = house::MachineClock::new(&settings).now();
    let tx = db.begin_write(Author::System(System::Console), now).await.unwrap();
    let mut secrets = Vec::new();
    for (_, username) in VISITORS {
        secrets.push(match username {
            None => None,
            Some(username) => {
                let person = PersonId::from_code(username);
                Some(varde_people::store::sessions::begin(&tx, person, SignedInBy::Password).await.unwrap())
            }
        });
    }
    tx.commit().await.unwrap();
    let app = house::build(&settings, db.clone(), None).await.unwrap();
    House { router: varde_web::router(app, house::rooms()), db, secrets, _folder: folder }
}

impl House {
    pub(super) async fn path(&self, pattern: &str) -> String {
        let mut path = Vec::new();
        for part in pattern.split('/') {
            if !part.starts_with('{') {
                path.push(part.to_owned());
                continue;
            }
            if part == "{format}" {
                path.push("csv".to_owned());
                continue;
            }
            let before = path.last().cloned().unwrap_or_default();
            let known = SAMPLES.iter().any(|(name, _)| *name == before);
            let id = if known { self.sample(&before).await } else { self.first_of(&before).await };
            path.push(id);
        }
        path.join("/")
    }

    /// Whatever the demo has first in the table that the word names, or an id that nothing has.
    async fn first_of(&self, word: &str) -> String {
        let singular =
            word.strip_suffix("ies").map_or_else(|| word.trim_end_matches('s').to_owned(), |stem| format!("{stem}y"));
        let sql = format!("select id from {} order by id limit 1", singular.replace('-', "_"));
        let found = self.db.one(&sql, values![], |row| row.get::<UnitId>("id")).await;
        found.ok().flatten().map_or_else(|| "00000000-0000-7000-8000-000000000000".to_owned(), |id| id.to_string())
    }

    async fn knock(&self, method: &Method, path: &str, secret: Option<&String>, json: &Json) -> StatusCode {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "localhost");
        let mut body = Body::empty();
        if let Some(secret) = secret {
            request = request.header(header::COOKIE, format!("varde_session={secret}"));
        }
        if *method != Method::GET {
            if path.starts_with("/api/") {
                request = request.header(header::CONTENT_TYPE, "application/json");
                body = Body::from(json.to_string());
            } else {
                let guard = self.guard(secret).await;
                request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                body = Body::from(format!("_csrf={guard}&version=1&{}", self.fields(path).await));
            }
        }
        let answer = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let to_sign_in = answer
            .headers()
            .get(header::LOCATION)
            .is_some_and(|place| place.to_str().unwrap_or_default().starts_with("/sign-in?back"));
        if to_sign_in { StatusCode::UNAUTHORIZED } else { answer.status() }
    }

    /// What forms ask for before anything else: which unit, plan or goal it is about.
    async fn fields(&self, path: &str) -> String {
        let unit = self.sample("units").await;
        let plan = self.sample("plans").await;
        let field = if path.starts_with("/people") { "home" } else { "unit" };
        format!("{field}={unit}&unit_id={unit}&plan={plan}&parent={unit}")
    }

    /// The smallest body that the API's own description allows.
    async fn body(&self, api: &Json, method: &Method, pattern: &str) -> Json {
        let place = &api["paths"][pattern][method.as_str().to_lowercase()];
        let unit = self.sample("units").await;
        smallest(api, &place["requestBody"]["content"]["application/json"]["schema"], &unit)
    }

    async fn sample(&self, name: &str) -> String {
        let Some((_, sql)) = SAMPLES.iter().find(|(known, _)| *known == name) else { return String::new() };
        let found = self.db.one(sql, values![], |row| row.get::<UnitId>("id")).await.unwrap();
        found.unwrap_or_else(|| panic!("the demo has no sample for {name}")).to_string()
    }

    /// Asks and reads the whole answer. A form or body is empty but for the guard.
    pub(super) async fn ask(&self, method: &Method, path: &str, secret: Option<&String>) -> (StatusCode, String) {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "localhost");
        if let Some(secret) = secret {
            request = request.header(header::COOKIE, format!("varde_session={secret}"));
        }
        let mut body = Body::empty();
        if *method != Method::GET {
            let is_api = path.starts_with("/api/");
            let kind = if is_api { "application/json" } else { "application/x-www-form-urlencoded" };
            request = request.header(header::CONTENT_TYPE, kind);
            let form = format!("_csrf={}&version=1", self.guard(secret).await);
            body = Body::from(if is_api { "{\"version\":1}".to_owned() } else { form });
        }
        let answer = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let status = answer.status();
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }

    async fn guard(&self, secret: Option<&String>) -> String {
        let Some(secret) = secret else { return String::new() };
        let request = Request::builder().uri("/search").header(header::HOST, "localhost");
        let request = request.header(header::COOKIE, format!("varde_session={secret}")).body(Body::empty()).unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let text = String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap();
        let (_, rest) = text.split_once("name=\"_csrf\" value=\"").expect("a page carries the guard");
        rest.split('"').next().unwrap_or_default().to_owned()
    }
}

/// The smallest value that a schema allows: required fields only, the first of a closed set, and
/// the ward's id wherever an id is wanted.
fn smallest(api: &Json, schema: &Json, unit: &str) -> Json {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return smallest(api, &api["components"]["schemas"][name], unit);
    }
    if let Some(first) = schema["enum"].as_array().and_then(|all| all.first()) {
        return first.clone();
    }
    for several in ["oneOf", "anyOf", "allOf"] {
        if let Some(all) = schema[several].as_array() {
            let real = all.iter().find(|one| one["type"] != "null").unwrap_or(&Json::Null);
            return smallest(api, real, unit);
        }
    }
    let kind = schema["type"]
        .as_str()
        .or_else(|| schema["type"].as_array()?.iter().find_map(|kind| kind.as_str().filter(|kind| *kind != "null")));
    match kind {
        Some("integer" | "number") => json!(1),
        Some("boolean") => json!(false),
        Some("array") => json!([]),
        Some("string") => match schema["format"].as_str() {
            Some("uuid") => json!(unit),
            Some("date") => json!("2026-11-22"),
            _ => json!("Prøve"),
        },
        _ => {
            let required = schema["required"].as_array().cloned().unwrap_or_default();
            let fields = required.iter().filter_map(Json::as_str);
            fields.map(|name| (name.to_owned(), smallest(api, &schema["properties"][name], unit))).collect()
        }
    }
}

/// What a status tells of access: in, not allowed, not to be known, must sign in.
fn word(status: StatusCode) -> &'static str {
    match status.as_u16() {
        400 => "unread",
        401 => "sign in",
        403 => "no",
        404 => "hidden",
        500..=599 => "FAULT",
        _ => "in",
    }
}

fn need_word(need: Need) -> String {
    match need {
        Need::Public => "public".to_owned(),
        Need::SignedIn => "signed in".to_owned(),
        Need::May(kind, action) => format!("{} {}", action.name(), kind.name()),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_as_every_role_is_as_printed() {
    let folder = tempfile::tempdir().unwrap();
    let template = template(folder.path()).await;
    let mut text = access::table();
    text.push_str(
        "\nWhat each route answers. Made by knocking on every route of the demo as every role: things of\n\
         a ward and its trust; `elsewhere` works in another trust, `town` leads a municipality.\n\
         in = let in (also when a form comes back with problems); no = refused; hidden = not to be\n\
         known; sign in = asked to sign in; unread = what was sent is no such form, whoever sends it.\n\n",
    );
    let _ = write!(text, "{:<7}{:<66}{:<22}", "", "route", "needs");
    for (name, _) in VISITORS {
        let _ = write!(text, "{name:<10}");
    }
    text.push('\n');
    let mut faults = Vec::new();
    let mut house = open(&template).await;
    let mut routes = varde_web::needs(&house::rooms());
    routes.sort_by_key(|(method, path, _)| (*path, method.to_string()));
    let mut touched = false;
    let api: Json = serde_json::from_str(&varde_web::openapi(&house::rooms()).to_json().unwrap()).unwrap();
    for (method, pattern, need) in routes {
        if touched || method != Method::GET {
            house = open(&template).await;
        }
        touched = method != Method::GET;
        let path = house.path(pattern).await;
        let body = house.body(&api, &method, pattern).await;
        let mut line = format!("{:<7}{pattern:<66}{:<22}", method.as_str(), need_word(need));
        for ((name, _), secret) in VISITORS.iter().zip(&house.secrets) {
            let status = house.knock(&method, &path, secret.as_ref(), &body).await;
            let _ = write!(line, "{:<10}", word(status));
            if status.is_server_error() {
                faults.push(format!("{method} {path} as {name}: {status}"));
            }
            if secret.is_none() && need != Need::Public && status != StatusCode::UNAUTHORIZED {
                faults.push(format!("{method} {path} lets nobody in particular in: {status}"));
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let printed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/access.txt");
    if std::env::var_os("VARDE_WRITE").is_some() {
        std::fs::write(&printed, &text).unwrap();
    }
    let known = std::fs::read_to_string(&printed).unwrap_or_default();
    for (line, (now, before)) in text.lines().zip(known.lines()).enumerate() {
        assert_eq!(now, before, "docs/access.txt line {}: review it, then VARDE_WRITE=1 writes it anew", line + 1);
    }
    assert_eq!(text.lines().count(), known.lines().count(), "docs/access.txt: routes came or went");
}

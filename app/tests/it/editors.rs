//! Two hundred windows of twenty people edit one plan at the same moment, its text, its owners, a goal of it and a
//! measure: nobody's change is lost, nobody meets an error, and the history says whose each change is.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use varde_kernel::{PlanId, UnitId};
use varde_store::{Db, Read, values};

use crate::house::{House, PASSWORD, Visitor, database, on_each, prepare, said};

/// How many edit at the same time.
const EDITORS: usize = 200;
/// How many people they are.
const PEOPLE: usize = 20;
/// Of how many editors one adds an owner, one changes the goal and one the measure; the others change the text.
const TURNS: usize = 10;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_editors_of_one_plan_lose_nothing() {
    on_each(async |folder| println!("{}", all_edit_at_once(folder).await)).await;
}

async fn all_edit_at_once(folder: &Path) -> String {
    prepare(folder);
    let house = House::start(folder);
    let mut sessions = Vec::new();
    for person in 0..PEOPLE {
        let (username, name) = (format!("editor{person}"), format!("Red Aktør {person}"));
        let account = ["user", "create", "--username", &username, "--name", &name, "--role", "planner@top"];
        said(folder, &[&account[..], &["--password-stdin"]].concat(), PASSWORD);
        sessions.push(Visitor::sign_in(&house.address, &username).await);
    }
    let work = Work::begin(&house.address, sessions.first_mut().expect("a session")).await;
    let version = number(&read(&house.address, &work.plan, sessions.first_mut().expect("a session")).await);

    let began = Instant::now();
    let editors: Vec<_> = (0..EDITORS)
        .zip(sessions.iter().cycle())
        .map(|(editor, session)| {
            let (address, work, session) = (house.address.clone(), work.clone(), session.clone());
            tokio::spawn(async move { work.edit(&address, session, editor).await })
        })
        .collect();
    let mut tries = 0;
    for editor in editors {
        tries += editor.await.expect("an editor ends");
    }
    let took = began.elapsed();

    let first = sessions.first_mut().expect("a session");
    let of = |what: What| (0..EDITORS).filter(move |editor| What::of(*editor) == what).count();
    let plan = read(&house.address, &work.plan, first).await;
    // Its text and its owners are versions of the plan; the goal and the measure have their own.
    let made = i64::try_from(of(What::Text) + of(What::Owners)).expect("a small number");
    assert_eq!(number(&plan), version + made);
    assert_eq!(marks(text(&plan, "/purpose/nb")), of(What::Text), "every change is there once");
    let owners = plan["owners"].as_array().expect("owners").len();
    assert_eq!(owners, of(What::Owners) + 1, "every owner that was added is there");
    let goal = read(&house.address, &work.goal, first).await;
    assert_eq!(marks(text(&goal, "/scope/nb")), of(What::Goal), "every change of the goal is there once");
    let measure = read(&house.address, &work.measure, first).await;
    assert_eq!(marks(text(&measure, "/detail/nb")), of(What::Measure), "every change of the measure is there once");
    assert!(said(folder, &["audit", "verify"], "").contains("whole"));
    let db = Db::open(&database(folder)).await.expect("open");
    let id: PlanId = work.plan.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let authors = "select count(distinct author) as n from history_line where thing_id = $1";
    let n = db.number(authors, values![id]).await.expect("a count");
    assert_eq!(usize::try_from(n).expect("a small number"), PEOPLE, "each change has its own author");
    db.close().await.expect("closed");
    stale(&house.address, &work.plan, &mut sessions).await;
    format!("{EDITORS} editors done in {took:.1?} with {tries} tries")
}

/// Two open the form, one saves, and the other's page is old: what they wrote comes back beside what was saved.
async fn stale(address: &str, path: &str, sessions: &mut [Visitor]) {
    let [one, other, ..] = sessions else { panic!("at least two") };
    let plan = read(address, path, one).await;
    let page = path.replace("/api/v1", "");
    let version = number(&plan).to_string();
    let form = |purpose: &'static str| {
        [("version", version.as_str()), ("kind", "unit_plan"), ("name", "Plan for prøven"), ("purpose", purpose)]
    };
    let answer = one.post(address, &page, &form("Slik den ene ville")).await.expect("an answer");
    assert_eq!(answer.status, 303, "{}", answer.text);
    let answer = other.post(address, &page, &form("Slik den andre ville")).await.expect("an answer");
    assert_eq!(answer.status, 409, "{}", answer.text);
    assert!(answer.text.contains("Slik den ene ville") && answer.text.contains("Slik den andre ville"));
    let plan = read(address, path, other).await;
    assert_eq!(text(&plan, "/purpose/nb"), "Slik den ene ville");
}

fn text<'a>(thing: &'a Value, place: &str) -> &'a str {
    thing.pointer(place).and_then(Value::as_str).unwrap_or_default()
}

fn number(plan: &Value) -> i64 {
    plan.get("version").and_then(Value::as_i64).expect("a version")
}

async fn read(address: &str, path: &str, visitor: &mut Visitor) -> Value {
    let answer = visitor.get(address, path).await.expect("an answer");
    assert_eq!(answer.status, 200, "{}", answer.text);
    serde_json::from_str(&answer.text).expect("JSON")
}

/// How many different marks a text holds.
fn marks(text: &str) -> usize {
    let mut marks: Vec<&str> = text.split_whitespace().filter(|word| word.starts_with('e')).collect();
    marks.sort_unstable();
    marks.dedup();
    marks.len()
}

/// What an editor changes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Text,
    Owners,
    Goal,
    Measure,
}

impl What {
    fn of(editor: usize) -> Self {
        // Each person has one of each: the turns pass over the people.
        match (editor + editor / PEOPLE) % TURNS {
            0 => Self::Owners,
            1 => Self::Goal,
            2 => Self::Measure,
            _ => Self::Text,
        }
    }
}

/// What is edited, and the units that become owners.
#[derive(Clone)]
struct Work {
    plan: String,
    goal: String,
    measure: String,
    units: Vec<String>,
}

impl Work {
    async fn begin(address: &str, visitor: &mut Visitor) -> Self {
        let mut administrator = Visitor::sign_in(address, "editor").await;
        let unit = UnitId::from_code("top").to_string();
        let top = read(address, &format!("/api/v1/units/{unit}"), &mut administrator).await;
        for n in 0..EDITORS / TURNS {
            let below = json!({ "code": format!("p{n}"), "name": format!("Prøveenhet {n}"), "kind": "ward",
                "owner": "top", "valid_from": text(&top, "/valid/from") });
            let made = administrator.json(address, "POST", "/api/v1/units", &below).await.expect("an answer");
            assert_eq!(made.status, 201, "{}", made.text);
        }
        let units = (0..EDITORS / TURNS).map(|n| UnitId::from_code(&format!("p{n}")).to_string()).collect();
        let mut make = async |path: &str, body: Value| {
            let made = visitor.json(address, "POST", path, &body).await.expect("an answer");
            assert_eq!(made.status, 201, "{}", made.text);
            let made: Value = serde_json::from_str(&made.text).expect("JSON");
            format!("{path}/{}", text(&made, "/id"))
        };
        let plan = make("/api/v1/plans", json!({ "unit": unit, "kind": "unit_plan", "name": "Plan for prøven" })).await;
        let id = plan.rsplit('/').next().expect("an id").to_owned();
        let goal = make("/api/v1/goals", json!({ "plan": id, "name": "Mål for prøven" })).await;
        let measure =
            make("/api/v1/measures", json!({ "unit_id": unit, "title": { "nb": "Tiltak for prøven" } })).await;
        Self { plan, goal, measure, units }
    }

    /// Makes the editor's change, as often as it takes; gives the number of tries.
    async fn edit(&self, address: &str, mut visitor: Visitor, editor: usize) -> usize {
        let mut tries = 0;
        loop {
            tries += 1;
            let (path, body) = self.change(address, &mut visitor, editor).await;
            let answer = visitor.json(address, "PUT", &path, &body).await.expect("an answer");
            if answer.status == 200 {
                return tries;
            }
            assert_eq!(answer.status, 409, "{}", answer.text);
            // Someone else was faster: have a look, think a little, try again.
            let think = (editor * 37 + tries * 101) % (50 * tries.min(40)) + 5;
            tokio::time::sleep(Duration::from_millis(u64::try_from(think).expect("a small number"))).await;
        }
    }

    /// What the editor sends, over what is read now.
    async fn change(&self, address: &str, visitor: &mut Visitor, editor: usize) -> (String, Value) {
        let marked = |text: &str| format!("{text} e{editor}").trim().to_owned();
        match What::of(editor) {
            What::Text => {
                let plan = read(address, &self.plan, visitor).await;
                let body = json!({
                    "kind": text(&plan, "/kind"), "name": text(&plan, "/name/nb"),
                    "purpose": marked(text(&plan, "/purpose/nb")), "version": number(&plan),
                    "why": format!("change {editor}"),
                });
                (self.plan.clone(), body)
            }
            What::Owners => {
                let plan = read(address, &self.plan, visitor).await;
                let mut units: Vec<&str> =
                    plan["owners"].as_array().expect("owners").iter().map(|owner| text(owner, "/unit")).collect();
                units.push(self.units.get(editor / TURNS).expect("a unit of one's own"));
                (format!("{}/owners", self.plan), json!({ "units": units, "version": number(&plan) }))
            }
            What::Goal => {
                let goal = read(address, &self.goal, visitor).await;
                let body = json!({
                    "name": text(&goal, "/name/nb"), "scope": marked(text(&goal, "/scope/nb")),
                    "version": number(&goal),
                });
                (self.goal.clone(), body)
            }
            What::Measure => {
                let measure = read(address, &self.measure, visitor).await;
                let body = json!({
                    "title": { "nb": text(&measure, "/title/nb") },
                    "detail": { "nb": marked(text(&measure, "/detail/nb")) },
                    "version": number(&measure),
                });
                (self.measure.clone(), body)
            }
        }
    }
}

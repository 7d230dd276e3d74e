//! Two hundred windows of twenty people edit one plan at the same moment: nobody's change is lost, nobody meets
//! an error, and the history says whose each change is.

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
    let unit = UnitId::from_code("top").to_string();
    let draft = json!({ "unit": unit, "kind": "unit_plan", "name": "Plan for prøven" });
    let mut first = sessions.first().expect("a session").clone();
    let made = first.json(&house.address, "POST", "/api/v1/plans", &draft).await.expect("an answer");
    assert_eq!(made.status, 201, "{}", made.text);
    let plan: Value = serde_json::from_str(&made.text).expect("JSON");
    let path = format!("/api/v1/plans/{}", text(&plan, "/id"));
    let version = number(&plan);

    let began = Instant::now();
    let editors: Vec<_> = (0..EDITORS)
        .zip(sessions.iter().cycle())
        .map(|(editor, session)| {
            let (address, path, session) = (house.address.clone(), path.clone(), session.clone());
            tokio::spawn(async move { edit(&address, &path, session, editor).await })
        })
        .collect();
    let mut tries = 0;
    for editor in editors {
        tries += editor.await.expect("an editor ends");
    }
    let took = began.elapsed();

    let plan = read(&house.address, &path, &mut first).await;
    assert_eq!(number(&plan), version + i64::try_from(EDITORS).expect("a small number"));
    let purpose = text(&plan, "/purpose/nb");
    let mut marks: Vec<&str> = purpose.split_whitespace().collect();
    marks.sort_unstable();
    marks.dedup();
    assert_eq!(marks.len(), EDITORS, "every change is there once: {purpose}");
    assert!(said(folder, &["audit", "verify"], "").contains("whole"));
    let db = Db::open(&database(folder)).await.expect("open");
    let id: PlanId = path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let authors = "select count(distinct author) as n from history_line where thing_id = $1";
    let n = db.number(authors, values![id]).await.expect("a count");
    assert_eq!(usize::try_from(n).expect("a small number"), PEOPLE, "each change has its own author");
    db.close().await.expect("closed");
    stale(&house.address, &path, &mut sessions).await;
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

fn text<'a>(plan: &'a Value, place: &str) -> &'a str {
    plan.pointer(place).and_then(Value::as_str).expect("a text")
}

fn number(plan: &Value) -> i64 {
    plan.get("version").and_then(Value::as_i64).expect("a version")
}

async fn read(address: &str, path: &str, visitor: &mut Visitor) -> Value {
    let answer = visitor.get(address, path).await.expect("an answer");
    assert_eq!(answer.status, 200, "{}", answer.text);
    serde_json::from_str(&answer.text).expect("JSON")
}

/// Adds a mark to the plan's purpose, as often as it takes; gives the number of tries.
async fn edit(address: &str, path: &str, mut visitor: Visitor, editor: usize) -> usize {
    let mut tries = 0;
    loop {
        tries += 1;
        let plan = read(address, path, &mut visitor).await;
        let purpose = format!("{} e{editor}", text(&plan, "/purpose/nb"));
        let body = json!({
            "kind": text(&plan, "/kind"), "name": text(&plan, "/name/nb"), "purpose": purpose.trim(),
            "version": number(&plan), "why": format!("change {editor}"),
        });
        let answer = visitor.json(address, "PUT", path, &body).await.expect("an answer");
        if answer.status == 200 {
            return tries;
        }
        assert_eq!(answer.status, 409, "{}", answer.text);
        // Someone else was faster: have a look, think a little, try again.
        let think = (editor * 37 + tries * 101) % (50 * tries.min(40)) + 5;
        tokio::time::sleep(Duration::from_millis(u64::try_from(think).expect("a small number"))).await;
    }
}

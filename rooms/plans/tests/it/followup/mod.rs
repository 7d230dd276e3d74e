//! Following up: wheels, rounds, proposals, challenges, alternatives and pilots.

mod api;
mod mail;
mod pages;
mod rounds;
mod store;

use varde_kernel::access::{Actor, Author, System};
use varde_kernel::{ActivityId, IndicatorId, MeasureId, PartId, PlanId, UnitTree, Words};
use varde_measures::model::{Activity, Links, Measure};
use varde_store::{Db, Insert, Migration, Tx};
use varde_testkit::{Reply, TestApp, organisation, unit};
use varde_web::Room;

pub(crate) fn rooms() -> Vec<Room> {
    vec![varde_people::room(), varde_indicators::room(), varde_measures::room(), varde_plans::room()]
}

pub(crate) fn tables() -> Vec<Migration> {
    [
        varde_people::migrations(),
        varde_indicators::migrations(),
        varde_measures::migrations(),
        varde_plans::migrations(),
    ]
    .concat()
}

pub(crate) fn run<F: Future<Output = ()>>(story: F) {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(story);
}

pub(crate) const fn console() -> Actor {
    Actor::System(System::Console)
}

pub(crate) async fn begin(db: &Db) -> Tx {
    let noon = "2026-11-22T12:00:00Z".parse().unwrap();
    db.begin_write(Author::System(System::Console), noon).await.unwrap()
}

pub(crate) fn plan() -> PlanId {
    PlanId::from_code("testplan")
}

pub(crate) fn part(code: &str) -> PartId {
    PartId::from_code(code)
}

pub(crate) fn measure(code: &str) -> MeasureId {
    MeasureId::from_code(code)
}

/// A plan of the trust with three criteria, three challenges, a measure of the ward and a measure
/// of the clinic whose one activity the other ward does.
pub(crate) async fn fill(tx: &Tx, tree: &UnitTree) {
    Insert::into("plan")
        .set("id", plan())
        .set("code", "testplan")
        .set("kind", "action_plan")
        .set("name", "Testplan for trygghet")
        .set("unit_id", unit("trust"))
        .set("state", "adopted")
        .set("version_no", 1)
        .set("open", true)
        .set("version", 1)
        .run(tx)
        .await
        .unwrap();
    let parts = ["k1", "k2", "k3"].map(|code| (code, "criterion")).into_iter();
    for (ord, (code, kind)) in (0_i64..).zip(parts.chain(["u1", "u2", "u3"].map(|code| (code, "challenge")))) {
        Insert::into("part")
            .set("id", part(code))
            .set("plan_id", plan())
            .set("code", code)
            .set("kind", kind)
            .set("ord", ord)
            .set("name", format!("Punkt {code}"))
            .set("attributes", "{}")
            .set("mandatory", false)
            .set("done", false)
            .set("version", 1)
            .run(tx)
            .await
            .unwrap();
    }
    for (ord, (code, home)) in (0_i64..).zip([("m1", "ward"), ("m2", "clinic")]) {
        let mut stated = Measure::stated(measure(code), unit(home), Words::plain(format!("Tiltak {code}")));
        stated.number = Some(ord + 1);
        let granted = varde_measures::store::propose(&console(), tree, stated).unwrap();
        varde_measures::store::insert(tx, &granted, &Links::default()).await.unwrap();
        Insert::into("plan_measure")
            .set("plan_id", plan())
            .set("measure_id", measure(code))
            .set("ord", ord)
            .run(tx)
            .await
            .unwrap();
        if code == "m2" {
            let activity = Activity {
                letter: Some("a".into()),
                ord: 1,
                unit: Some(unit("ward2")),
                ..Activity::planned(ActivityId::from_code("m2.a"), measure("m2"), Words::plain("Aktivitet a"))
            };
            let known = granted.clone();
            let granted = varde_measures::store::propose_activity(granted, activity);
            varde_measures::store::insert_activity(tx, &granted, &known).await.unwrap();
        }
    }
}

pub(crate) async fn house() -> TestApp {
    let app = TestApp::new(rooms).await;
    let tx = app.begin().await;
    fill(&tx, &organisation()).await;
    let wheel = include_str!("../../../../../content/wheel.yaml");
    varde_plans::import::content_wheel(&tx, wheel).await.unwrap();
    tx.commit().await.unwrap();
    app
}

/// An indicator id that nothing is behind.
pub(crate) fn no_indicator() -> IndicatorId {
    IndicatorId::from_code("nothing")
}

/// The page answers, says these words, and shows no key where words should stand.
#[track_caller]
pub(crate) fn says(reply: &Reply, words: &[&str]) {
    assert!(reply.status.is_success(), "{} {}", reply.status, reply.text);
    holds(reply, words);
}

/// The page says these words, whatever its status, and shows no key.
#[track_caller]
pub(crate) fn holds(reply: &Reply, words: &[&str]) {
    for word in words {
        assert!(reply.text.contains(word), "{word:?} is missing in {}", reply.text);
    }
    let mut left = reply.text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
    let key = left.find(|word| word.starts_with("plans-") && 2 < word.split('-').count());
    assert_eq!(key, None, "a key stands on the page");
}

/// What stands between two marks, after the first place where `after` stands.
pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split_once(before).and_then(|(_, rest)| rest.split_once(after)).map_or("", |(found, _)| found)
}

//! Tests of the room, as one binary.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up must stop")]

mod api;
mod pages;
mod signals;
mod store;

use varde_kernel::access::{Actor, Author, System};
use varde_kernel::{ActorId, MeasureId, UnitId, UnitTree, Words};
use varde_measures::model::{ActivityKind, ActivityState, MeasureState};
use varde_measures::store::{ContentActivity, ContentMeasure};
use varde_people::model::units::Source;
use varde_people::{ActorLevel, PlanActor};
use varde_store::{Db, Insert, Migration, Tx};
use varde_testkit::unit;
use varde_web::Room;

fn rooms() -> Vec<Room> {
    vec![varde_people::room(), varde_indicators::room(), varde_measures::room()]
}

fn migrations() -> Vec<Migration> {
    rooms().into_iter().flat_map(|room| room.migrations).collect()
}

fn console() -> Actor {
    Actor::System(System::Console)
}

fn noon() -> jiff::Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn today() -> jiff::civil::Date {
    "2026-11-22".parse().unwrap()
}

fn day(text: &str) -> jiff::civil::Date {
    text.parse().unwrap()
}

async fn begin(db: &Db) -> Tx {
    db.begin_write(Author::System(System::Console), noon()).await.unwrap()
}

/// Writes the owner lines of the test organisation, which lists ask for.
async fn lines(db: &Db, tree: &UnitTree) {
    let tx = begin(db).await;
    for unit in tree.iter() {
        for (depth, ancestor) in (0_i64..).zip(tree.line(unit.id).iter()) {
            Insert::into("unit_line")
                .set("unit_id", unit.id)
                .set("ancestor_id", *ancestor)
                .set("depth", depth)
                .run(&tx)
                .await
                .unwrap();
        }
    }
    tx.commit().await.unwrap();
}

/// A measure as a plan brings it: stated, with two activities.
fn content(code: &str, on: &str) -> ContentMeasure {
    let activity = |letter: &str, kind| ContentActivity {
        code: format!("{code}.{letter}"),
        letter: Some(letter.to_owned()),
        title: Words::plain(format!("Aktivitet {letter} i {code}")),
        detail: Words::default(),
        kind,
        state: ActivityState::Planned,
        due: None,
        lead: None,
        contributors: Vec::new(),
        stated_in: Some(2019),
    };
    ContentMeasure {
        number: Some(3),
        detail: Words::plain("Alle skal vite hva de skal gjøre"),
        source: Some("d004, tiltak 3".to_owned()),
        activities: vec![activity("a", ActivityKind::Ongoing), activity("b", ActivityKind::New)],
        ..ContentMeasure::stated(code, unit(on), Words::plain(format!("Tiltak {code}")))
    }
}

async fn put(tx: &Tx, content: &ContentMeasure) -> MeasureId {
    varde_measures::put_content(tx, content).await.unwrap();
    content.id()
}

/// A measure that could be started: someone leads it, it has a date and an effect.
fn concrete(code: &str, on: &str) -> ContentMeasure {
    let mut content = content(code, on);
    content.state = MeasureState::Concrete;
    content.lead = Some(ActorId::from_code("hf"));
    content.due = Some(day("2026-12-15"));
    content.effect.text = Words::plain("Færre fall");
    content
}

async fn put_actor(tx: &Tx, code: &str, name: &str, unit: Option<UnitId>) {
    let actor = PlanActor {
        id: ActorId::from_code(code),
        code: code.to_owned(),
        name: Words::plain(name),
        kind: "trust".to_owned(),
        level: ActorLevel::Enterprise,
        parent: None,
        unit,
        unit_kind: None,
        note: Words::default(),
        source: Source::default(),
    };
    varde_people::store::actors::put(tx, &actor, &[]).await.unwrap();
}

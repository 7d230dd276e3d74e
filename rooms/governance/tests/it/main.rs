//! Tests of the room, as one binary.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test says loudly what it expects")]

mod api;
mod late;
mod pages;
mod store;

use varde_kernel::ActorId;
use varde_store::{Insert, Migration, Tx};
use varde_web::Room;

const ACTORS: &str = include_str!("../../../../content/actors.yaml");
const BODIES: &str = include_str!("../../../../content/bodies.yaml");

fn migrations() -> Vec<Migration> {
    varde_people::migrations().into_iter().chain(varde_governance::migrations()).collect()
}

/// The room, and the tables of the room of people that it asks.
fn rooms() -> Vec<Room> {
    let people = Room { migrations: varde_people::migrations(), ..Room::new("people", ["", "", ""]) };
    vec![people, varde_governance::room()]
}

/// An actor of the plans, with a name.
async fn actor(tx: &Tx, code: &str, name: &str, unit: Option<varde_kernel::UnitId>) {
    Insert::into("plan_actor")
        .set("id", ActorId::from_code(code))
        .set("code", code)
        .set("name", name)
        .set("kind", "directorate")
        .set("level", "national")
        .set("unit_id", unit)
        .set("note", "")
        .run(tx)
        .await
        .expect("the actor is written");
}

/// Someone who holds a role on a unit since 2020.
async fn holder(tx: &Tx, name: &str, role: &str, unit: &str) -> varde_kernel::PersonId {
    let person = varde_kernel::PersonId::from_code(name);
    Insert::into("person")
        .set("id", person)
        .set("name", name)
        .set("scheme", "auto")
        .set("active", true)
        .set("link_by_email", false)
        .set("find_text", name)
        .set("created_at", 0)
        .set("version", 1)
        .or_replace("id")
        .run(tx)
        .await
        .expect("the person is written");
    Insert::into("holding")
        .set("id", varde_kernel::HoldingId::from_code(&format!("{name}{role}{unit}")))
        .set("person_id", person)
        .set("unit_id", varde_testkit::unit(unit))
        .set("role", role)
        .set("valid_from", "2020-01-01")
        .set("granted_by", "system:console")
        .set("grounds", "test")
        .set("version", 1)
        .run(tx)
        .await
        .expect("the role is written");
    person
}

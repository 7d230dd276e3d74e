//! Tests of the room, as one binary.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test says loudly what it expects")]

mod api;
mod pages;
mod store;

use varde_knowledge::import::{content_documents, content_notes};
use varde_store::{Insert, Migration, Tx};
use varde_web::Room;

const DOCUMENTS: &str = include_str!("../../../../content/documents.yaml");
const NOTES: &str = include_str!("../../../../content/notes.yaml");

fn migrations() -> Vec<Migration> {
    varde_people::migrations().into_iter().chain(varde_knowledge::migrations()).collect()
}

/// The room, and the tables of the room of people that it asks.
fn rooms() -> Vec<Room> {
    let people = Room { migrations: varde_people::migrations(), ..Room::new("people", ["", "", ""]) };
    vec![people, varde_knowledge::room()]
}

async fn load(tx: &Tx) -> (usize, usize) {
    let documents = content_documents(tx, DOCUMENTS).await.expect("the documents are loaded");
    (documents, content_notes(tx, NOTES).await.expect("the notes are loaded"))
}

/// Someone with a name in the register.
async fn person(tx: &Tx, name: &str) {
    Insert::into("person")
        .set("id", varde_kernel::PersonId::from_code(name))
        .set("name", name)
        .set("scheme", "auto")
        .set("active", true)
        .set("link_by_email", false)
        .set("find_text", name)
        .set("created_at", 0)
        .set("version", 1)
        .run(tx)
        .await
        .expect("the person is written");
}

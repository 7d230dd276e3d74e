//! Tests of the room, as one binary.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test says loudly what it expects")]

mod api;
mod late;
mod pages;
mod store;

use axum::response::Response;
use varde_kernel::PlanId;
use varde_kernel::access::Kind;
use varde_knowledge::import::{content_documents, content_notes};
use varde_store::{Insert, Migration, Tx};
use varde_web::{Ctx, Error, Need, Room, Route};

const DOCUMENTS: &str = include_str!("../../../../content/documents.yaml");
const NOTES: &str = include_str!("../../../../content/notes.yaml");

fn migrations() -> Vec<Migration> {
    varde_people::migrations().into_iter().chain(varde_knowledge::migrations()).collect()
}

/// The room, and the tables of the room of people that it asks.
fn rooms() -> Vec<Room> {
    let people = Room { migrations: varde_people::migrations(), ..Room::new("people", ["", "", ""]) };
    let mut plans = Room::new("plans", ["", "", ""]);
    plans.routes = vec![Route::get("/beside", Need::SignedIn, beside)];
    vec![people, varde_knowledge::room(), plans]
}

/// Another room's page about a plan, with what the other rooms hold of it.
async fn beside(cx: Ctx) -> Result<Response, Error> {
    let tree = cx.tree().await?;
    let told = cx.beside(&tree, Kind::Plan, PlanId::from_code("plan.nhp")).await?;
    Ok(cx.page("Plan").body(maud::html! { @for (heading, lines) in &told { h2 { (heading) } (lines) } }))
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

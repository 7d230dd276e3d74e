//! The room of knowledge: the register of documents, and what is wrong in them.
//!
//! A **document** is an act, regulation, guideline, advice, strategy, plan or report with issuer,
//! year, status and successor; its page shows the chain it stands in and which one applies. A
//! document that applies and whose review date has passed is marked, and whoever keeps it is asked
//! to look at it. Anyone may ask for a revision and sees what became of it.
//!
//! A **note** tells of a contradiction, a gap, an ambiguity or a slip in the documents. It is tied
//! to the things it concerns, so that it can be shown beside them ([`notes_on`]), and it never
//! changes a printed figure.

mod api;
mod export;
pub mod import;
mod migrations;
pub mod model;
mod pages;
pub mod rules;
pub mod store;
mod views;

pub use migrations::migrations;
pub use store::notes_on;
use varde_web::ui::Icon;
use varde_web::{MenuEntry, Room};

/// Everything the room offers to the house.
pub fn room() -> Room {
    Room {
        routes: [pages::routes(), api::routes()].into_iter().flatten().collect(),
        migrations: migrations(),
        menu: vec![MenuEntry::new("knowledge-menu-documents", "/documents", Icon::Docs, 60)],
        work: Some(pages::work::items),
        telling: Some(pages::TELLING),
        beside: Some(pages::beside),
        sources: Some(pages::sources),
        api: Some(api::openapi),
        ..Room::new(
            "knowledge",
            [include_str!("../locales/nb.ftl"), include_str!("../locales/nn.ftl"), include_str!("../locales/en.ftl")],
        )
    }
}

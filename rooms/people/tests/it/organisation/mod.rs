//! The organisation: stories on both databases, pages, the API, files.

mod api;
mod files;
mod fuzz;
mod klass;
mod late;
mod pages;
mod store;
mod trees;

use jiff::Timestamp;
use jiff::civil::Date;
use varde_kernel::UnitKind;
use varde_kernel::access::{Author, System};
use varde_people::import::content;
use varde_store::{Db, Tx};
use varde_testkit::{TestApp, organisation};
use varde_web::Room;

fn rooms() -> Vec<Room> {
    vec![varde_people::room()]
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn noon() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

async fn begin(db: &Db) -> Tx {
    db.begin_write(Author::System(System::Content), noon()).await.unwrap()
}

/// The testkit's organisation as a content file, valid since 2000.
fn yaml() -> String {
    let tree = organisation();
    let mut text = String::from("units:\n");
    let mut units: Vec<_> = tree.iter().collect();
    units.sort_by_key(|unit| unit.id);
    for unit in units {
        let parent =
            unit.parent.and_then(|parent| tree.get(parent)).map_or("null".into(), |unit| format!("\"{}\"", unit.code));
        let codes = if unit.kind == UnitKind::Municipality { "[{system: kommunenr, code: \"1001\"}]" } else { "[]" };
        let line = format!(
            "  - {{code: \"{}\", kind: {}, name: {{nb: \"{}\", nn: \"Eining {}\", en: \"Unit {}\"}}, parent: {parent}, \
             valid_from: \"2000-01-01\", codes: {codes}}}\n",
            unit.code,
            unit.kind.name(),
            unit.name.nb,
            unit.code,
            unit.code
        );
        text.push_str(&line);
    }
    text
}

const ACTORS: &str = r#"
actors:
  - code: trusts
    name: {nb: "Helseforetakene", nn: "Helseføretaka", en: "The health trusts"}
    type: health_trust
    level: enterprise
    unit_kind: health_trust
    duties:
      - {code: trusts.1, name: {nb: "Følge med på skader", nn: "Følgje med på skadar", en: "Watch harm"}, source: {document: d004, place: "vedlegg 1"}}
      - {code: trusts.2, name: {nb: "Lære av hendelser", nn: "Lære av hendingar", en: "Learn from incidents"}, source: null}
    source: {document: d004}
  - code: town
    name: {nb: "Byen", nn: "Byen", en: "The town"}
    type: municipality
    level: municipal
    parent: trusts
    unit: town
    duties: []
    source: null
"#;

/// A house whose database holds the testkit's organisation and two actors.
async fn house() -> TestApp {
    let app = TestApp::new(rooms).await;
    let tx = app.begin().await;
    content::organisation(&tx, &yaml()).await.unwrap();
    content::actors(&tx, ACTORS).await.unwrap();
    tx.commit().await.unwrap();
    app
}

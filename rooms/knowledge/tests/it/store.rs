//! What the room keeps, on both databases.

use jiff::civil::Date;
use varde_kernel::access::{Action, Actor, Author, Scope, System};
use varde_kernel::{DocumentId, GoalId, NoteId, PlanId};
use varde_knowledge::model::{NoteState, Status, ThingKind};
use varde_knowledge::store::{self, Filter, NoteFilter, Order};
use varde_knowledge::{notes_on, rules};
use varde_store::{Db, Error, Read, Tx};
use varde_testkit::{on_both, organisation};

use crate::{load, migrations};

const CONSOLE: Actor = Actor::System(System::Console);

async fn begin(db: &Db) -> Tx {
    let now = "2026-11-22T12:00:00Z".parse().unwrap();
    db.begin_write(Author::System(System::Console), now).await.unwrap()
}

async fn loaded(db: &Db) -> (usize, usize) {
    let tx = begin(db).await;
    let n = load(&tx).await;
    tx.commit().await.unwrap();
    n
}

async fn counts(db: &Db) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in ["document", "document_note", "note_concern", "note_document", "search_entry", "history_line"] {
        counts.push(db.number(&format!("select count(*) as n from {table}"), vec![]).await.unwrap());
    }
    counts
}

#[test]
fn content_loads_twice_with_the_same_result() {
    on_both(migrations(), |db| async move {
        assert_eq!(loaded(&db).await, (60, 41));
        let first = counts(&db).await;
        assert_eq!(first.first_chunk::<3>(), Some(&[60, 41, 134]), "documents, notes, concerns");
        loaded(&db).await;
        assert_eq!(counts(&db).await, first);
    });
}

#[test]
fn either_end_of_a_chain_shows_the_whole_of_it() {
    on_both(migrations(), |db| async move {
        loaded(&db).await;
        let tree = organisation();
        for code in ["doc.kreft-2015", "doc.kreft-rad"] {
            let id = DocumentId::from_code(code);
            let document = store::open_document(&db, &CONSOLE, &tree, id, Action::Read).await.unwrap();
            let chain = store::chain(&db, &document, &Scope::Everything).await.unwrap();
            let codes: Vec<&str> = chain.iter().filter_map(|it| it.code.as_deref()).collect();
            assert!(codes.contains(&"doc.kreft-2015") && codes.last() == Some(&"doc.kreft-rad"), "{code}: {codes:?}");
            let in_force: Vec<&str> =
                chain.iter().filter(|it| rules::applies(it.status)).filter_map(|it| it.code.as_deref()).collect();
            assert_eq!(in_force, ["doc.kreft-2015"]);
        }
    });
}

#[test]
fn notes_are_found_by_the_things_they_concern() {
    on_both(migrations(), |db| async move {
        loaded(&db).await;
        let plan = PlanId::from_code("plan.nhp").uuid();
        let by_face = notes_on(&db, &[plan]).await.unwrap();
        let by_code = NoteFilter { kind: Some(ThingKind::Plan), code: "plan.nhp".into(), ..NoteFilter::default() };
        let by_thing = NoteFilter { thing: Some(plan), ..NoteFilter::default() };
        for filter in [by_code, by_thing] {
            let found = store::notes(&db, &filter, 100, 0).await.unwrap();
            assert_eq!(found, by_face);
            assert!(!found.is_empty());
        }
        let both = notes_on(&db, &[plan, GoalId::from_code("nhp.g8").uuid()]).await.unwrap();
        assert!(by_face.len() <= both.len());
        assert!(notes_on(&db, &[]).await.unwrap().is_empty());
        // A note that was found in a document stands on the document too.
        let about = store::notes_about(&db, DocumentId::from_code("d004")).await.unwrap();
        assert!(about.iter().any(|note| note.code.as_deref() == Some("q.2")), "{about:?}");
        let words = NoteFilter { words: "BASELINE skader utgangsverdi".into(), ..NoteFilter::default() };
        assert_eq!(store::count_notes(&db, &words).await.unwrap(), 1);
    });
}

#[test]
fn an_answer_survives_the_next_load() {
    on_both(migrations(), |db| async move {
        loaded(&db).await;
        let tree = organisation();
        let id = NoteId::from_code("q.1");
        let tx = begin(&db).await;
        let note = store::open_note(&tx, &CONSOLE, &tree, id, Action::Edit).await.unwrap();
        store::answer_note(&tx, &note, NoteState::Explained, "Koden gjelder.", 1).await.unwrap();
        assert!(matches!(store::answer_note(&tx, &note, NoteState::Open, "x", 1).await, Err(Error::Stale)));
        tx.commit().await.unwrap();
        loaded(&db).await;
        let note = store::open_note(&db, &CONSOLE, &tree, id, Action::Read).await.unwrap();
        assert_eq!((note.state, note.answer.as_str()), (NoteState::Explained, "Koden gjelder."));
    });
}

#[test]
fn lists_narrow_sort_and_know_what_is_due() {
    on_both(migrations(), |db| async move {
        loaded(&db).await;
        let tree = organisation();
        let all = Scope::Everything;
        let filter = Filter { status: Some(Status::Planned), ..Filter::default() };
        assert_eq!(store::count_documents(&db, &filter, &all).await.unwrap(), 4);
        let newest = store::documents(&db, &Filter::default(), Order::YearDown, &all, 1, 0).await.unwrap();
        assert_eq!(newest.first().and_then(|it| it.draft.year), Some(2024));
        let id = DocumentId::from_code("reg.ledelse-kvalitet");
        let tx = begin(&db).await;
        let document = store::open_document(&tx, &CONSOLE, &tree, id, Action::Edit).await.unwrap();
        let mut draft = document.draft.clone();
        let today: Date = "2026-11-22".parse().unwrap();
        draft.review_by = Some("2026-11-21".parse().unwrap());
        store::save_document(&tx, &document, &draft, 1).await.unwrap();
        tx.commit().await.unwrap();
        let due = Filter { due_on: Some(today), ..Filter::default() };
        assert_eq!(store::count_documents(&db, &due, &all).await.unwrap(), 1);
        assert_eq!(store::due(&db, &[], true, today).await.unwrap().len(), 1);
        assert_eq!(store::due(&db, &[], false, today).await.unwrap().len(), 0);
    });
}

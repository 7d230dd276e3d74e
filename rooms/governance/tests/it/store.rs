//! What the room keeps, on both databases.

use jiff::Timestamp;
use jiff::civil::Date;
use varde_governance::import::{content_bodies, content_tasks};
use varde_governance::model::{Authority, Delegation, Group, HoldingDraft, ResponsibilityDraft, SeatRole, TaskDraft};
use varde_governance::rules::{self, Lack};
use varde_governance::store::{self, TaskFilter};
use varde_kernel::access::{Action, Actor, Author, Kind, System, grant};
use varde_kernel::{BodyId, TaskId, UnitKind, Words};
use varde_store::{Db, Error, Read, Tx, setting, values};
use varde_testkit::{on_both, organisation, unit};

use crate::{ACTORS, BODIES, migrations};

const CONSOLE: Actor = Actor::System(System::Console);

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

async fn begin(db: &Db) -> Tx {
    db.begin_write(Author::System(System::Console), now()).await.unwrap()
}

async fn load(db: &Db) -> (usize, usize) {
    let tx = begin(db).await;
    let tasks = content_tasks(&tx, ACTORS).await.unwrap();
    let bodies = content_bodies(&tx, BODIES).await.unwrap();
    tx.commit().await.unwrap();
    (tasks, bodies)
}

async fn counts(db: &Db) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in ["task", "body", "seat", "body_task", "seat_holding", "responsibility", "search_entry", "history_line"]
    {
        counts.push(db.number(&format!("select count(*) as n from {table}"), vec![]).await.unwrap());
    }
    counts
}

#[test]
fn content_loads_twice_with_the_same_result() {
    on_both(migrations(), |db| async move {
        assert_eq!(load(&db).await, (98, 24));
        let first = counts(&db).await;
        assert_eq!(first[..5], [126, 24, 27, 28, 0], "tasks, bodies, seats, tasks of bodies, holdings");
        load(&db).await;
        assert_eq!(counts(&db).await, first);
    });
}

#[test]
fn the_seats_of_the_councils_stand_as_printed() {
    on_both(migrations(), |db| async move {
        load(&db).await;
        for (code, seats, filled, vacant, not_appointed) in
            [("council.nra", 10, 9, 1, 0), ("council.nfa", 16, 15, 1, 1)]
        {
            let found = store::seats_of(&db, &[BodyId::from_code(code)]).await.unwrap();
            let count = rules::count(&found, day("2026-11-22"));
            assert_eq!(
                (count.seats, count.filled, count.vacant, count.not_appointed),
                (seats, filled, vacant, not_appointed),
                "{code}"
            );
        }
        assert_eq!(store::count_vacancies(&db, day("2026-11-22")).await.unwrap(), 2);
        let tree = organisation();
        let id = BodyId::from_code("council.samarbeidsorgan");
        let body = store::open_body(&db, &CONSOLE, &tree, id, Action::Read).await.unwrap();
        let missing = rules::unrepresented(&body.draft.required, &[], day("2026-11-22"));
        assert!(missing.contains(&(Group::NextOfKin, Lack::NoSeat)));
    });
}

#[test]
fn what_was_edited_here_survives_the_next_load() {
    on_both(migrations(), |db| async move {
        load(&db).await;
        let tree = organisation();
        let tx = begin(&db).await;
        let task = store::open_task(&tx, &CONSOLE, &tree, TaskId::from_code("hdir.1"), Action::Edit).await.unwrap();
        let draft = TaskDraft { name: Words::plain("Bygge det vi ble bedt om"), ..task.draft.clone() };
        assert_eq!(store::save_task(&tx, &task, &draft, 1).await.unwrap(), 2);
        assert!(matches!(store::save_task(&tx, &task, &draft, 1).await, Err(Error::Stale)));
        tx.commit().await.unwrap();
        load(&db).await;
        let filter = TaskFilter { words: "vi ble bedt".into(), ..TaskFilter::default() };
        assert_eq!(store::count_tasks(&db, &filter).await.unwrap(), 1);
    });
}

fn draft(role: &str, unit_code: &str, from: &str, to: Option<&str>) -> ResponsibilityDraft {
    ResponsibilityDraft {
        authority: Authority::Decides,
        role: role.into(),
        unit: Some(unit(unit_code)),
        person: None,
        actor: None,
        from: day(from),
        to: to.map(day),
    }
}

async fn make_task(db: &Db, task: TaskDraft) -> TaskId {
    let tx = begin(db).await;
    let on = store::target(Kind::Task, &organisation(), task.unit);
    let id = store::insert_task(&tx, &grant(&CONSOLE, Action::Create, &on, task).unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[test]
fn a_class_task_is_settled_unit_by_unit() {
    on_both(migrations(), |db| async move {
        let tree = organisation();
        let task = TaskDraft {
            name: Words::plain("Øve på akutte hendelser"),
            unit_kind: Some(UnitKind::Ward),
            ..TaskDraft::default()
        };
        let id = make_task(&db, task).await;
        let missing = |code: &str| TaskFilter {
            unit: Some((unit(code), Some(UnitKind::Ward))),
            missing_on: Some(day("2026-11-22")),
            ..TaskFilter::default()
        };
        assert_eq!(store::count_tasks(&db, &missing("ward")).await.unwrap(), 1);
        assert_eq!(
            store::tasks(&db, &TaskFilter { words: "øVE AKUTTE".into(), ..TaskFilter::default() }, 5, 0)
                .await
                .unwrap()
                .len(),
            1
        );
        assert_eq!(
            store::count_tasks(&db, &TaskFilter { words: "100%_\\".into(), ..TaskFilter::default() }).await.unwrap(),
            0
        );
        let tx = begin(&db).await;
        for (id, ancestor) in [("ward", "ward"), ("ward2", "ward2")] {
            varde_store::Insert::into("unit_line")
                .set("unit_id", unit(id))
                .set("ancestor_id", unit(ancestor))
                .set("depth", 0)
                .run(&tx)
                .await
                .unwrap();
        }
        let task = store::open_task(&tx, &CONSOLE, &tree, id, Action::Create).await.unwrap();
        store::insert_responsibility(&tx, &task, &draft("unit_leader", "ward", "2026-01-01", None)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(store::count_tasks(&db, &missing("ward")).await.unwrap(), 0);
        assert_eq!(store::count_tasks(&db, &missing("ward2")).await.unwrap(), 1);
    });
}

#[test]
fn ending_a_responsibility_ends_what_was_handed_down() {
    on_both(migrations(), |db| async move {
        let tree = organisation();
        let id = make_task(
            &db,
            TaskDraft { name: Words::plain("Godkjenne avtaler"), unit: Some(unit("trust")), ..TaskDraft::default() },
        )
        .await;
        let tx = begin(&db).await;
        let task = store::open_task(&tx, &CONSOLE, &tree, id, Action::Create).await.unwrap();
        let top =
            store::insert_responsibility(&tx, &task, &draft("top_leader", "trust", "2026-01-01", None)).await.unwrap();
        let held = store::open_responsibility(&tx, &CONSOLE, &tree, top, Action::Edit).await.unwrap();
        let written = Delegation { source: top, document: "Sak 12/2026".into(), on: day("2026-02-01"), by: None };
        let given = draft("unit_leader", "clinic", "2026-03-01", Some("2027-03-01"));
        let below = store::insert_delegation(&tx, &held, &given, &written).await.unwrap();
        // Whoever read it before the delegation is told that it has changed.
        assert!(matches!(store::insert_delegation(&tx, &held, &given, &written).await, Err(Error::Stale)));
        tx.commit().await.unwrap();

        let tx = begin(&db).await;
        let held = store::open_responsibility(&tx, &CONSOLE, &tree, below, Action::Edit).await.unwrap();
        let chain = store::chain(&tx, &held.0).await.unwrap();
        assert_eq!(chain.iter().map(|held| held.id).collect::<Vec<_>>(), [below, top]);
        assert_eq!(store::ending(&tx, &[unit("clinic")], day("2027-02-10"), day("2027-03-12")).await.unwrap().len(), 1);
        let top = store::open_responsibility(&tx, &CONSOLE, &tree, top, Action::Edit).await.unwrap();
        store::end_responsibility(&tx, &top, 2, day("2026-12-01"), "omorganisering").await.unwrap();
        tx.commit().await.unwrap();
        let all = store::of_task(&db, id).await.unwrap();
        assert!(all.iter().all(|held| held.draft.to == Some(day("2026-12-01"))));
        assert!(rules::has_answer(&all, day("2026-11-30")));
        assert!(!rules::has_answer(&all, day("2026-12-01")));
    });
}

#[test]
fn names_are_removed_when_their_time_is_over_and_the_seat_keeps_role_and_organisation() {
    on_both(migrations(), |db| async move {
        load(&db).await;
        let tree = organisation();
        let body = BodyId::from_code("council.nra");
        let vacant = store::vacancies(&db, None, day("2026-11-22"), 10, 0).await.unwrap();
        let seat = vacant.iter().find(|(seat, _)| seat.body == body).map(|(seat, _)| seat.id).unwrap();
        let tx = begin(&db).await;
        let open = store::open_seat(&tx, &CONSOLE, &tree, seat, Action::Edit).await.unwrap();
        let held = HoldingDraft {
            person: None,
            name: Some("Prøve Testesen".into()),
            role: SeatRole::Member,
            organisation: "Prøvedirektoratet".into(),
            public: true,
            from: day("2020-01-01"),
            to: Some(day("2024-11-22")),
        };
        store::fill_seat(&tx, &open, open.1.version, &held).await.unwrap();
        tx.commit().await.unwrap();

        assert_eq!(store::retention_days(&db, None).await.unwrap(), 730);
        let tx = begin(&db).await;
        assert_eq!(store::forget_names(&tx, rules::forget_ended_by(day("2026-11-21"), 730)).await.unwrap(), 0);
        assert_eq!(store::forget_names(&tx, rules::forget_ended_by(day("2026-11-22"), 730)).await.unwrap(), 1);
        assert_eq!(store::forget_names(&tx, day("2026-11-22")).await.unwrap(), 0);
        setting::set(&tx, store::RETENTION, "30").await.unwrap();
        tx.commit().await.unwrap();
        for (set_up, expected) in [(None, 30), (Some("90"), 90), (Some("never"), 730), (Some("-1"), 730)] {
            assert_eq!(store::retention_days(&db, set_up).await.unwrap(), expected, "{set_up:?}");
        }

        let open = store::open_seat(&db, &CONSOLE, &tree, seat, Action::Read).await.unwrap();
        let kept = &open.1.holdings[0].draft;
        assert_eq!(
            (kept.name.as_deref(), kept.role, kept.organisation.as_str()),
            (None, SeatRole::Member, "Prøvedirektoratet")
        );
        // The name stands nowhere else either: not in the history, not in the search.
        for sql in [
            "select count(*) as n from history_payload where body like $1",
            "select count(*) as n from search_entry where title like $1",
        ] {
            assert_eq!(db.number(sql, values!["%Testesen%"]).await.unwrap(), 0);
        }
    });
}

#[test]
fn a_printed_seat_can_be_vacated_and_filled_again() {
    on_both(migrations(), |db| async move {
        load(&db).await;
        let tree = organisation();
        let today = day("2026-11-22");
        let body = BodyId::from_code("council.nra");
        let seat = store::seats_of(&db, &[body]).await.unwrap()[0].id;
        let tx = begin(&db).await;
        let open = store::open_seat(&tx, &CONSOLE, &tree, seat, Action::Edit).await.unwrap();
        store::vacate_seat(&tx, &open, open.1.version, today, "").await.unwrap();
        assert!(matches!(store::vacate_seat(&tx, &open, open.1.version, today, "").await, Err(Error::Stale)));
        tx.commit().await.unwrap();
        let filled = |db: Db| async move { rules::count(&store::seats_of(&db, &[body]).await.unwrap(), today).filled };
        assert_eq!(filled(db.clone()).await, 8);
        load(&db).await;
        assert_eq!(filled(db.clone()).await, 8, "loading again does not fill it");
    });
}

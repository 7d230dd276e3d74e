use varde_kernel::access::{Actor, Held, Role, System};
use varde_kernel::{PersonId, UnitId, UnitKind, Validity, Words};
use varde_people::import::content;
use varde_people::model::units::{ChangeKind, Register, RelationKind, Source, UnitName};
use varde_people::rules::units::{Draft, MergeInto, NewUnit, planned as rules};
use varde_people::store::{actors, changes, planned, units};
use varde_people::{TreeCache, migrations};
use varde_store::{Error, Read, history, search, values};
use varde_testkit::{on_both, unit};

use super::{ACTORS, begin, day, yaml};

/// A change of the organisation on a draft.
type Act = fn(&mut Draft<'_>);

fn new(code: &str, kind: UnitKind, owner: &str, from: &str) -> NewUnit {
    NewUnit {
        id: UnitId::from_code(code),
        code: code.into(),
        kind,
        name: UnitName { words: Words::plain(format!("Ny {code}")), short: None },
        owner: Some(unit(owner)),
        valid: Validity::since(day(from)),
        codes: Vec::new(),
        source: Source::default(),
    }
}

#[test]
fn content_is_loaded_once_and_read_as_of_any_day() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        assert_eq!(content::organisation(&tx, &yaml()).await.unwrap(), 10);
        assert_eq!(content::actors(&tx, ACTORS).await.unwrap(), 2);
        tx.commit().await.unwrap();
        let tx = begin(&db).await;
        assert_eq!(content::organisation(&tx, &yaml()).await.unwrap(), 0);
        assert_eq!(content::actors(&tx, ACTORS).await.unwrap(), 2);
        tx.commit().await.unwrap();

        let tree = units::tree(&db, day("2026-11-22")).await.unwrap();
        assert_eq!(tree.len(), 10);
        assert_eq!(tree.line(unit("ward")).len(), 6);
        assert!(units::tree(&db, day("1999-12-31")).await.unwrap().is_empty());
        let all = actors::actors(&db).await.unwrap();
        let mine = varde_people::actors_of(&tree, &all, unit("trust"));
        let duties = actors::duties(&db, &mine).await.unwrap();
        assert_eq!(duties.iter().map(|duty| duty.code.as_str()).collect::<Vec<_>>(), ["trusts.1", "trusts.2"]);
        let lines = db.number("select count(*) as n from unit_line where ancestor_id = $1", values![unit("no")]);
        assert_eq!(lines.await.unwrap(), 10);
    });
}

#[test]
fn a_merger_to_come_is_planned_told_and_found() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        content::organisation(&tx, &yaml()).await.unwrap();
        tx.commit().await.unwrap();

        let (today, on) = (day("2026-11-22"), day("2028-01-01"));
        let cache = TreeCache::default();
        let before = cache.tree(&db, on).await.unwrap();
        let tx = begin(&db).await;
        let register = units::register(&tx).await.unwrap();
        let before_all = register.clone();
        let mut draft = Draft::of(&register, "Vedtatt i styret");
        let into = MergeInto::New(Box::new(new("both", UnitKind::HealthTrust, "region", "2028-01-01")));
        draft.merge(&[unit("trust"), unit("trust2")], into, on).unwrap();
        let change = draft.finish().unwrap();
        let change = changes::grant(&Actor::System(System::Console), &register, change, today).unwrap();
        changes::save(&tx, &change, Some((unit("trust"), 1)), today).await.unwrap();
        tx.commit().await.unwrap();

        let later = cache.tree(&db, on).await.unwrap();
        assert!(before.get(unit("both")).is_none(), "the cache keeps no old tree");
        assert_eq!(later.get(unit("hospital")).unwrap().parent, Some(unit("both")));
        let now = units::tree(&db, today).await.unwrap();
        assert_eq!(now.get(unit("hospital")).unwrap().parent, Some(unit("trust")));
        // What is stored is what was drafted.
        let stored = units::register(&db).await.unwrap();
        for id in ["trust", "trust2", "hospital", "both"].map(unit) {
            let (stored, drafted) = (stored.get(id).unwrap(), change.register.get(id).unwrap());
            assert_eq!(
                (&stored.names, &stored.relations, stored.valid),
                (&drafted.names, &drafted.relations, drafted.valid)
            );
        }
        let known = units::changes(&db, unit("trust")).await.unwrap();
        let told = &known[0].change;
        assert_eq!((told.kind, told.on, told.before.len()), (ChangeKind::Merged, on, 2));
        assert_eq!(history::since(&db, unit("trust"), 1).await.unwrap()[0].why, "Vedtatt i styret");
        let scope = varde_kernel::access::Scope::Everything;
        assert_eq!(search::find(&db, "ny both", &scope, 10, 0).await.unwrap().len(), 1);

        // The merger gets another day, and then none, as if it had never been planned.
        let id = known[0].planned.expect("its day has not come");
        let console = Actor::System(System::Console);
        let tx = begin(&db).await;
        let kept = planned::get(&tx, id).await.unwrap().unwrap();
        let register = units::register(&tx).await.unwrap();
        let (other, traces) = rules::put_on(&register, &kept.traces, on, day("2029-01-01")).unwrap();
        let other = changes::grant(&console, &register, other, today).unwrap();
        planned::put_on(&tx, &other, &kept, (day("2029-01-01"), &traces), "Utsatt", today).await.unwrap();
        tx.commit().await.unwrap();
        let hospital = units::changes(&db, unit("hospital")).await.unwrap();
        assert_eq!(hospital[0].change.on, day("2029-01-01"), "what comes under another unit is concerned");
        assert!(!hospital[0].is_main);
        assert!(units::tree(&db, on).await.unwrap().get(unit("both")).is_none());

        let tx = begin(&db).await;
        let register = units::register(&tx).await.unwrap();
        assert!(matches!(planned::cancel(&tx, &other, &kept, "", today).await, Err(Error::Stale)));
        let kept = planned::get(&tx, id).await.unwrap().unwrap();
        assert_eq!(kept.traces, traces, "what is stored is what was traced");
        let back = rules::cancel(&register, &kept.traces).unwrap();
        let back = changes::grant(&console, &register, back, today).unwrap();
        planned::cancel(&tx, &back, &kept, "Avlyst", today).await.unwrap();
        tx.commit().await.unwrap();
        let stored = units::register(&db).await.unwrap();
        assert!(stored.get(unit("both")).is_none());
        let places = |register: &Register| register.get(unit("hospital")).unwrap().relations.clone();
        assert_eq!(places(&stored), places(&before_all));
        assert!(search::find(&db, "ny both", &scope, 10, 0).await.unwrap().is_empty());
        assert!(units::changes(&db, unit("trust")).await.unwrap().is_empty());
        let told = history::since(&db, unit("trust"), 1).await.unwrap();
        assert!(told.iter().any(|line| line.action == "plan_cancelled" && line.why == "Avlyst"));
        let (lines, faults) = history::verify(&db, &[]).await.unwrap();
        assert!(0 < lines && faults.is_empty());
    });
}

#[test]
fn two_who_change_the_same_unit_do_not_overwrite_each_other() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        content::organisation(&tx, &yaml()).await.unwrap();
        tx.commit().await.unwrap();
        let today = day("2026-11-22");
        for (turn, expected) in [(1, true), (2, false)] {
            let tx = begin(&db).await;
            let register = units::register(&tx).await.unwrap();
            let mut draft = Draft::of(&register, "");
            let name = UnitName { words: Words::plain(format!("Navn {turn}")), short: None };
            draft.rename(unit("ward"), name, today).unwrap();
            let change = draft.finish().unwrap();
            let change = changes::grant(&Actor::System(System::Console), &register, change, today).unwrap();
            // Both had read the first version.
            let saved = changes::save(&tx, &change, Some((unit("ward"), 1)), today).await;
            assert_eq!(saved.is_ok(), expected);
            assert!(expected || matches!(saved, Err(Error::Stale)));
            if expected {
                tx.commit().await.unwrap();
            }
        }
        let ward = units::get(&db, unit("ward")).await.unwrap().unwrap();
        assert_eq!(ward.name_on(today).unwrap().words.nb, "Navn 1");
    });
}

#[test]
fn an_administrator_changes_what_lies_below_and_nothing_else() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db).await;
        content::organisation(&tx, &yaml()).await.unwrap();
        tx.commit().await.unwrap();
        let today = day("2026-11-22");
        let register = units::register(&db).await.unwrap();
        let administrator = |code: &str| Actor::Person {
            person: PersonId::from_code("admin"),
            held: vec![Held {
                role: Role::Administrator,
                unit: unit(code),
                line: register.line_near(unit(code), today),
            }],
            read_only: false,
        };
        let check = |holder: &str, steps: Act, expected: bool| {
            let mut draft = Draft::of(&register, "");
            steps(&mut draft);
            let change = draft.finish().unwrap();
            let granted = changes::grant(&administrator(holder), &register, change, today);
            assert_eq!(granted.is_ok(), expected, "{holder}");
        };
        let begins: Act = |draft| draft.create(new("x", UnitKind::Ward, "clinic", "2027-01-01")).unwrap();
        check("trust", begins, true);
        check("trust2", begins, false);
        let moves: Act =
            |draft| draft.relate(unit("clinic"), RelationKind::Owner, Some(unit("trust2")), day("2027-01-01")).unwrap();
        check("trust", moves, false);
        check("region", moves, true);
        // A unit on top of everything is the concern of whoever runs the whole.
        let tops: Act = |draft| {
            draft.create(NewUnit { owner: None, ..new("top", UnitKind::Other, "no", "2027-01-01") }).unwrap();
        };
        check("ward", tops, false);
        check("no", tops, true);
        let frees: Act =
            |draft| draft.relate(unit("ward"), RelationKind::Owner, None, day("2027-01-01")).map_or((), |()| ());
        check("ward2", frees, false);
    });
}

//! A history that cannot be changed without showing it.

use varde_kernel::access::{Author, Kind, Scope};
use varde_kernel::{PersonId, PlanId, UnitId};
use varde_store::history::{self, Fault, Line, OfUnit, Wrong};
use varde_store::{Db, json, values};
use varde_testkit::on_both;

use super::{at, begin, begin_at, things};

/// Five lines of one plan, in one chain.
async fn five_lines(db: &Db) -> PlanId {
    let plan = PlanId::from_code("plan");
    for n in 1..=5 {
        let tx = begin_at(db, n).await;
        let line = Line::new(Kind::Plan, plan, None, "edited").version(n);
        tx.record(line.before(json!({ "n": n - 1 })).after(json!({ "n": n })).why(format!("reason {n}")));
        tx.commit().await.unwrap();
    }
    plan
}

/// Does to the database what someone with its password could.
async fn tamper(db: &Db, statements: &[&str]) {
    let tx = begin(db).await;
    for sql in statements {
        tx.run(sql, vec![]).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn faults(db: &Db) -> Vec<(i64, Wrong)> {
    let (_, faults) = history::verify(db, &[]).await.unwrap();
    faults.into_iter().map(|fault| (fault.seq, fault.what)).collect()
}

fn check(statements: &'static [&'static str], expected: &'static [(i64, Wrong)]) {
    on_both(things(), |db| async move {
        five_lines(&db).await;
        assert_eq!(faults(&db).await, []);
        tamper(&db, statements).await;
        assert_eq!(faults(&db).await, expected, "{statements:?}");
    });
}

#[test]
fn what_happened_is_read_back_newest_first() {
    on_both(things(), |db| async move {
        let plan = five_lines(&db).await;
        let told = history::of_thing(&db, plan, 10).await.unwrap();
        assert_eq!(told.len(), 5);
        assert_eq!((told[0].version, told[0].at, told[0].why.as_str()), (Some(5), at(5), "reason 5"));
        assert_eq!(told[0].before, json!({ "n": 4 }));
        let since = history::since(&db, plan, 3).await.unwrap();
        assert_eq!(since.iter().map(|told| told.version).collect::<Vec<_>>(), [Some(5), Some(4)]);
        assert_eq!(history::verify(&db, &[]).await.unwrap(), (5, vec![]));
    });
}

#[test]
fn a_changed_line_shows() {
    check(&["update history_line set author = 'system:demo' where seq = 3"], &[(3, Wrong::Changed)]);
}

#[test]
fn a_line_that_was_changed_and_sealed_again_shows_in_the_next() {
    check(&["update history_line set hash = 'f00' where seq = 3"], &[(3, Wrong::Changed), (4, Wrong::Unlinked)]);
}

#[test]
fn a_removed_line_shows() {
    check(
        &["delete from history_line where seq = 3", "delete from history_payload where seq = 3"],
        &[(4, Wrong::Gap), (4, Wrong::Unlinked)],
    );
}

#[test]
fn lines_that_changed_places_show() {
    check(
        &[
            "update history_line set seq = 30 where seq = 3",
            "update history_line set seq = 3 where seq = 4",
            "update history_line set seq = 4 where seq = 30",
            "update history_payload set seq = 30 where seq = 3",
            "update history_payload set seq = 3 where seq = 4",
            "update history_payload set seq = 4 where seq = 30",
        ],
        &[(3, Wrong::Unlinked), (3, Wrong::Changed), (4, Wrong::Unlinked), (4, Wrong::Changed), (5, Wrong::Unlinked)],
    );
}

#[test]
fn a_changed_payload_shows() {
    check(
        &["update history_payload set body = '{\"why\":\"another reason\"}' where seq = 2"],
        &[(2, Wrong::PayloadChanged)],
    );
}

#[test]
fn a_payload_that_is_gone_shows() {
    check(&["delete from history_payload where seq = 2"], &[(2, Wrong::PayloadGone)]);
}

#[test]
fn a_cut_end_shows() {
    check(&["delete from history_line where 3 < seq"], &[(3, Wrong::CutOff)]);
    check(&["delete from history_head"], &[(0, Wrong::CutOff)]);
}

#[test]
fn a_cut_end_with_its_head_put_right_shows_by_heads_kept_elsewhere() {
    on_both(things(), |db| async move {
        five_lines(&db).await;
        let kept = history::heads(&db).await.unwrap();
        tamper(
            &db,
            &[
                "delete from history_line where 3 < seq",
                "delete from history_payload where 3 < seq",
                "update history_head set seq = 3, hash = (select hash from history_line where seq = 3)",
            ],
        )
        .await;
        assert_eq!(faults(&db).await, [], "the database alone cannot know");
        let (_, found) = history::verify(&db, &kept).await.unwrap();
        let chain = kept[0].0.clone();
        assert_eq!(found, [Fault { chain: chain.clone(), seq: 3, what: Wrong::CutOff }]);
        tamper(&db, &["delete from history_line", "delete from history_payload", "delete from history_head"]).await;
        let (_, found) = history::verify(&db, &kept).await.unwrap();
        assert_eq!(found, [Fault { chain, seq: 0, what: Wrong::CutOff }]);
    });
}

#[test]
fn payloads_go_when_their_time_is_over_and_the_lines_stay() {
    on_both(things(), |db| async move {
        let plan = five_lines(&db).await;
        let kept = history::heads(&db).await.unwrap();
        let tx = begin_at(&db, 100).await;
        assert_eq!(history::delete_payloads(&tx, at(4)).await.unwrap(), 3);
        tx.commit().await.unwrap();
        assert_eq!(history::verify(&db, &kept).await.unwrap(), (6, vec![]));
        let told = history::of_thing(&db, plan, 10).await.unwrap();
        assert_eq!((told[4].version, told[4].why.as_str()), (Some(1), ""));
        assert_eq!(told[0].why, "reason 5");
        // Deleted by hand beyond what the line tells of, or the telling line itself.
        tamper(&db, &["delete from history_payload where seq = 5"]).await;
        assert_eq!(faults(&db).await, [(5, Wrong::PayloadGone)]);
        tamper(&db, &["delete from history_payload"]).await;
        assert!(faults(&db).await.contains(&(6, Wrong::PayloadGone)));
    });
}

#[test]
fn authors_are_read_back_as_they_were() {
    on_both(things(), |db| async move {
        let kari = PersonId::from_code("kari");
        for author in [Author::Person(kari), Author::Anonymous] {
            let plan = PlanId::from_code("one");
            let tx = db.begin_write(author, at(1)).await.unwrap();
            tx.record(Line::new(Kind::Plan, plan, Some(UnitId::from_code("ward")), "created"));
            tx.commit().await.unwrap();
            assert_eq!(history::of_thing(&db, plan, 1).await.unwrap()[0].author, author);
            tamper(&db, &["delete from history_line", "delete from history_payload", "delete from history_head"]).await;
        }
    });
}

#[test]
fn writers_of_several_chains_never_wait_for_each_other_in_a_circle() {
    on_both(things(), |db| async move {
        let units: Vec<UnitId> = (0..16).map(|n| UnitId::from_code(&format!("unit {n}"))).collect();
        let mut tasks = Vec::new();
        for writer in 0..8_usize {
            let db = db.clone();
            let mut units = units.clone();
            units.rotate_left(writer * 2);
            if writer % 2 == 1 {
                units.reverse();
            }
            tasks.push(tokio::spawn(async move {
                for _ in 0..5 {
                    let tx = begin(&db).await;
                    for unit in &units {
                        tx.record(Line::new(Kind::Unit, *unit, Some(*unit), "edited"));
                    }
                    tx.commit().await.unwrap();
                }
            }));
        }
        let all = async {
            for task in tasks {
                task.await.unwrap();
            }
        };
        tokio::time::timeout(std::time::Duration::from_mins(1), all).await.expect("nobody waits for ever");
        assert!(1 < history::heads(&db).await.unwrap().len());
        assert_eq!(history::verify(&db, &[]).await.unwrap(), (8 * 5 * 16, vec![]));
    });
}

#[test]
fn verifying_while_others_write_finds_no_fault() {
    on_both(things(), |db| async move {
        five_lines(&db).await;
        let writer = tokio::spawn({
            let db = db.clone();
            async move {
                for n in 0..60 {
                    let tx = begin_at(&db, n).await;
                    tx.record(Line::new(Kind::Plan, PlanId::from_code("plan"), None, "edited"));
                    tx.commit().await.unwrap();
                }
            }
        });
        while !writer.is_finished() {
            assert_eq!(history::verify(&db, &[]).await.unwrap().1, []);
        }
        writer.await.unwrap();
    });
}

#[test]
fn what_happened_below_a_unit_is_found_from_it() {
    on_both(things(), |db| async move {
        let (trust, ward) = (UnitId::from_code("trust"), UnitId::from_code("ward"));
        let tx = begin(&db).await;
        for (unit, ancestor, depth) in [(ward, ward, 0_i64), (ward, trust, 1), (trust, trust, 0)] {
            let sql = "insert into unit_line (unit_id, ancestor_id, depth) values ($1, $2, $3)";
            tx.run(sql, values![unit, ancestor, depth]).await.unwrap();
        }
        tx.record(Line::new(Kind::Unit, ward, Some(ward), "edited"));
        tx.record(Line::new(Kind::Plan, PlanId::from_code("p"), Some(trust), "created"));
        tx.record(Line::new(Kind::Person, PersonId::from_code("Kari"), Some(ward), "edited"));
        tx.commit().await.unwrap();
        let all = [(Scope::Everything, vec![Kind::Unit, Kind::Plan])];
        let of = |unit| OfUnit { unit, below: true, seen: &all, from: None, until: None, limit: 10, skip: 0 };
        let told = async |asked: OfUnit<'_>| {
            let told = history::of_unit(&db, &asked).await.unwrap();
            let mut kinds: Vec<String> = told.into_iter().map(|line| line.kind).collect();
            kinds.sort();
            kinds
        };
        assert_eq!(told(of(trust)).await, ["plan", "unit"], "kinds that are not asked for are left out");
        assert_eq!(told(of(ward)).await, ["unit"]);
        assert_eq!(told(OfUnit { below: false, ..of(trust) }).await, ["plan"]);
        assert_eq!(told(OfUnit { limit: 1, skip: 1, ..of(trust) }).await.len(), 1);
        assert_eq!(told(OfUnit { skip: 2, ..of(trust) }).await.len(), 0);
        assert_eq!(told(OfUnit { until: Some(at(0)), ..of(trust) }).await.len(), 0);
        assert_eq!(told(OfUnit { from: Some(at(0)), ..of(trust) }).await.len(), 2);
        assert_eq!(told(OfUnit { from: Some(at(1)), ..of(trust) }).await.len(), 0);
        assert_eq!(told(of(UnitId::from_code("other"))).await.len(), 0);
        assert_eq!(told(OfUnit { seen: &[], ..of(trust) }).await.len(), 0);
        let over_ward = Scope::Part { open: true, over: vec![ward], above: vec![] };
        let part = [(Scope::Everything, vec![Kind::Unit]), (over_ward, vec![Kind::Plan, Kind::Person])];
        assert_eq!(
            told(OfUnit { seen: &part, ..of(trust) }).await,
            ["person", "unit"],
            "a plan of the trust is not theirs"
        );
        let any = history::of_any(&db, &[ward.uuid(), trust.uuid()], 5, 0).await.unwrap();
        assert_eq!((any.len(), any[0].unit), (1, Some(ward)));
    });
}

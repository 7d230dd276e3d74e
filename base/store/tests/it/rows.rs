//! Reading and writing rows.

use std::time::Duration;

use varde_kernel::{Period, PlanId, Words};
use varde_store::{Delete, Error, Insert, Read, Update, setting, translation, values};
use varde_testkit::{on_both, on_sqlite};

use super::{begin, put, things};

#[test]
fn every_type_comes_back_as_it_went_in() {
    on_both(things(), |db| async move {
        let id = PlanId::from_code("one");
        let tx = begin(&db).await;
        let words = Words { nb: "Øvelse «å»".into(), nn: None, en: Some("Drill".into()) };
        Insert::into("thing")
            .set("id", id)
            .set("parent_id", None::<PlanId>)
            .words("name", &words)
            .set("n", i64::MIN)
            .set("x", 0.1 + 0.2)
            .set("ok", true)
            .set("version", 1_i64)
            .run(&tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let read = db
            .one("select * from thing where id = $1", values![id], |row| {
                assert_eq!(row.get::<Option<PlanId>>("parent_id")?, None);
                assert_eq!(row.words("name")?, words);
                assert_eq!(row.get::<i64>("n")?, i64::MIN);
                assert_eq!(row.get::<f64>("x")?.to_bits(), (0.1_f64 + 0.2).to_bits());
                assert!(row.get::<bool>("ok")?);
                row.get::<PlanId>("id")
            })
            .await
            .unwrap();
        assert_eq!(read, Some(id));
    });
}

#[test]
fn a_column_that_holds_something_else_is_told_by_name() {
    on_both(things(), |db| async move {
        let tx = begin(&db).await;
        put(&tx, "not a period", 1).await;
        tx.commit().await.unwrap();
        let read = db.one("select name from thing", vec![], |row| row.get::<Period>("name")).await;
        assert!(matches!(read, Err(Error::Column { column }) if column == "name"));
    });
}

#[test]
fn a_stale_version_is_refused_and_the_newer_one_stands() {
    on_both(things(), |db| async move {
        let tx = begin(&db).await;
        let id = put(&tx, "one", 1).await;
        assert_eq!(Update::of("thing").set("n", 2_i64).versioned(&tx, id, 1).await.unwrap(), 2);
        let stale = Update::of("thing").set("n", 3_i64).versioned(&tx, id, 1).await;
        assert!(matches!(stale, Err(Error::Stale)));
        let gone = Update::of("thing").set("n", 3_i64).by_id(&tx, PlanId::from_code("none")).await;
        assert!(matches!(gone, Err(Error::NotFound)));
        tx.commit().await.unwrap();
        assert_eq!(db.number("select n from thing", vec![]).await.unwrap(), 2);
    });
}

#[test]
fn the_same_key_twice_is_a_duplicate_unless_it_replaces() {
    on_both(things(), |db| async move {
        let tx = begin(&db).await;
        let id = put(&tx, "one", 1).await;
        tx.commit().await.unwrap();
        let tx = begin(&db).await;
        let again = Insert::into("thing").set("id", id).set("version", 1_i64).run(&tx).await;
        assert!(again.unwrap_err().is_duplicate());
        drop(tx);
        let tx = begin(&db).await;
        Insert::into("thing")
            .set("id", id)
            .set("n", 7_i64)
            .set("version", 1_i64)
            .or_replace("id")
            .run(&tx)
            .await
            .unwrap();
        assert_eq!(tx.number("select n from thing", vec![]).await.unwrap(), 7);
        assert_eq!(Delete::from(&tx, "thing", "id", id).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(db.number("select count(*) as n from thing", vec![]).await.unwrap(), 0);
    });
}

#[test]
fn what_is_not_committed_never_was() {
    on_both(things(), |db| async move {
        let tx = begin(&db).await;
        put(&tx, "one", 1).await;
        drop(tx);
        assert_eq!(db.number("select count(*) as n from thing", vec![]).await.unwrap(), 0);
    });
}

#[test]
fn twenty_who_read_and_then_write_lose_nothing() {
    on_both(things(), |db| async move {
        let tx = begin(&db).await;
        let id = put(&tx, "counter", 0).await;
        tx.commit().await.unwrap();
        let mut tasks = Vec::new();
        for _ in 0..20 {
            let db = db.clone();
            tasks.push(tokio::spawn(async move {
                loop {
                    let tx = begin(&db).await;
                    let (n, version) = tx
                        .one("select n, version from thing where id = $1", values![id], |row| {
                            Ok((row.get::<i64>("n")?, row.get::<i64>("version")?))
                        })
                        .await
                        .unwrap()
                        .unwrap();
                    tokio::task::yield_now().await;
                    match Update::of("thing").set("n", n + 1).versioned(&tx, id, version).await {
                        Ok(_) => return tx.commit().await.unwrap(),
                        Err(Error::Stale) => {}
                        Err(error) => panic!("{error:?}"),
                    }
                }
            }));
        }
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(db.number("select n from thing", vec![]).await.unwrap(), 20);
    });
}

#[test]
fn many_writers_who_also_read_elsewhere_do_not_starve_each_other() {
    on_both(things(), |db| async move {
        let mut tasks = Vec::new();
        for n in 0..60 {
            let db = db.clone();
            tasks.push(tokio::spawn(async move {
                let tx = begin(&db).await;
                put(&tx, &format!("thing {n}"), n).await;
                db.number("select count(*) as n from thing", vec![]).await.unwrap();
                setting::bump(&tx, "revision").await.unwrap();
                tx.commit().await.unwrap();
            }));
        }
        let all = async {
            for task in tasks {
                task.await.unwrap();
            }
        };
        tokio::time::timeout(Duration::from_secs(20), all).await.expect("nobody waits for a connection in vain");
        assert_eq!(setting::revision(&db, "revision").await.unwrap(), 60, "no addition is lost");
    });
}

#[test]
fn readers_of_one_state_do_not_see_what_is_written_meanwhile() {
    on_both(things(), |db| async move {
        let still = db.snapshot().await.unwrap();
        let count = "select count(*) as n from thing";
        assert_eq!(still.number(count, vec![]).await.unwrap(), 0);
        let tx = begin(&db).await;
        put(&tx, "one", 1).await;
        tx.commit().await.unwrap();
        assert_eq!(still.number(count, vec![]).await.unwrap(), 0);
        assert_eq!(db.number(count, vec![]).await.unwrap(), 1);
    });
}

#[test]
fn sqlite_writes_through_to_the_disk() {
    on_sqlite(things(), |db| async move {
        let pragma = |name: &str| format!("select cast({name} as text) as said from pragma_{name}");
        for (name, said) in [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1")] {
            let read = db.one(&pragma(name), vec![], |row| row.get::<String>("said")).await.unwrap();
            assert_eq!(read.as_deref(), Some(said), "{name}");
        }
    });
}

#[test]
fn a_translation_that_stays_while_its_text_changes_is_marked_until_someone_looks() {
    on_both(things(), |db| async move {
        let tx = begin(&db).await;
        let id = put(&tx, "Ikke", 1).await;
        let mut version = 1;
        let mut told = async |nb: &str, nn: Option<&str>, en: Option<&str>| {
            let words = Words { nb: nb.into(), nn: nn.map(str::to_owned), en: en.map(str::to_owned) };
            version = Update::of("thing").words("name", &words).versioned(&tx, id, version).await.unwrap();
            let marks = translation::to_check(&tx, id).await.unwrap();
            marks.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let none: [&str; 0] = [];
        assert_eq!(told("Ikke", Some("Ikkje"), Some("Not")).await, none, "written for the first time");
        assert_eq!(told("Aldri", Some("Ikkje"), Some("Not")).await, ["name_en", "name_nn"]);
        assert_eq!(told("Aldri", Some("Ikkje"), Some("Not")).await, ["name_en", "name_nn"], "still");
        assert_eq!(told("Aldri", Some("Aldri"), Some("Not")).await, ["name_en"], "one was looked at");
        assert_eq!(told("Aldri", Some("Aldri"), None).await, none, "the other was taken away");
        assert_eq!(told("Sjelden", Some("Aldri"), None).await, ["name_nn"]);
        translation::confirm(&tx, id, &["other".to_owned()]).await.unwrap();
        assert_eq!(translation::to_check(&tx, id).await.unwrap().len(), 1, "of another text");
        translation::confirm(&tx, id, &["name".to_owned()]).await.unwrap();
        assert_eq!(translation::to_check(&tx, id).await.unwrap(), []);
        tx.commit().await.unwrap();
    });
}

#[test]
fn a_long_list_is_asked_as_it_stands_also_where_a_value_is_used_twice() {
    on_both(things(), |db| async move {
        let tx = begin(&db).await;
        for n in 1_i64..=300 {
            Insert::into("thing")
                .set("id", PlanId::from_code(&n.to_string()))
                .set("n", n)
                .set("ok", n % 2 == 0)
                .set("version", 1_i64)
                .run(&tx)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        let mut values = values![250_i64, true];
        let list = varde_store::places((1_i64..=290).rev(), &mut values);
        let sql =
            format!("select n from thing where n in ({list}) and n <= $1 and ok = $2 and n > $1 - 100 order by n");
        let found: Vec<i64> = db.all(&sql, values, |row| row.get("n")).await.unwrap();
        assert_eq!(found, (151..=250).filter(|n| n % 2 == 0).collect::<Vec<i64>>());
    });
}

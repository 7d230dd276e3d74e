//! Both databases find the same.

use uuid::Uuid;
use varde_kernel::access::Scope;
use varde_kernel::{UnitId, Words};
use varde_store::search::{self, Entry};
use varde_store::{Db, values};
use varde_testkit::on_both;

use super::{begin, things};

fn entry(n: u128, title: &str, unit: &str, open: bool) -> Entry {
    Entry {
        id: Uuid::from_u128(n),
        kind: "plan",
        unit: Some(UnitId::from_code(unit)),
        href: format!("/plans/{n}"),
        title: Words::plain(title),
        detail: String::new(),
        text: String::new(),
        open,
    }
}

async fn fill(db: &Db) {
    let tx = begin(db).await;
    for (unit, ancestor) in [("ward", "ward"), ("ward", "trust"), ("trust", "trust"), ("other", "other")] {
        let sql = "insert into unit_line (unit_id, ancestor_id, depth) values ($1, $2, 0)";
        tx.run(sql, values![UnitId::from_code(unit), UnitId::from_code(ancestor)]).await.unwrap();
    }
    for entry in [
        entry(1, "Handlingsplan for pasientsikkerhet", "trust", true),
        entry(2, "Tiltak mot trykksår på sengeposten", "ward", true),
        entry(3, "Utkast: tiltakene mot fall", "ward", false),
        entry(4, "Patient safety plans 2024–2026", "other", false),
    ] {
        search::put(&tx, entry).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn found(db: &Db, query: &str, scope: &Scope) -> Vec<String> {
    let hits = search::find(db, query, scope, 10, 0).await.unwrap();
    assert_eq!(search::count(db, query, scope).await.unwrap(), i64::try_from(hits.len()).unwrap(), "{query}");
    let mut hrefs: Vec<String> = hits.into_iter().map(|hit| hit.href.replace("/plans/", "")).collect();
    hrefs.sort();
    hrefs
}

#[test]
fn words_are_found_whatever_their_form() {
    on_both(things(), |db| async move {
        fill(&db).await;
        for (query, expected) in [
            ("tiltak", &["2", "3"][..]),
            ("TILTAKENE", &["2", "3"]),
            ("tiltaka", &["2", "3"]),
            ("handlingsplanen", &["1"]),
            ("handlingsplaner", &["1"]),
            ("pasientsik", &["1"]),
            ("trykksår", &["2"]),
            ("sengepost", &["2"]),
            ("sengepostene", &["2"]),
            ("tiltak trykk", &["2"]),
            ("trykk tiltak", &[]),
            ("plan patients", &["4"]),
            ("2024", &["4"]),
            ("", &[]),
            ("\" ' * : & | ! ( ) \0 %", &[]),
            ("fall\" or \"tiltak", &[]),
            ("& tiltak :*", &["2", "3"]),
        ] {
            assert_eq!(found(&db, query, &Scope::Everything).await, expected, "{query}");
        }
    });
}

#[test]
fn drafts_are_found_only_by_those_who_may_see_them() {
    on_both(things(), |db| async move {
        fill(&db).await;
        let unit = UnitId::from_code;
        for (scope, expected) in [
            (Scope::Part { open: true, over: vec![], above: vec![] }, &["2"][..]),
            (Scope::Part { open: true, over: vec![unit("trust")], above: vec![] }, &["2", "3"]),
            (Scope::Part { open: true, over: vec![unit("other")], above: vec![unit("ward")] }, &["2", "3"]),
            (Scope::Part { open: false, over: vec![unit("other")], above: vec![unit("trust")] }, &[]),
            (Scope::Part { open: false, over: vec![], above: vec![] }, &[]),
        ] {
            assert_eq!(found(&db, "tiltak", &scope).await, expected, "{scope:?}");
        }
    });
}

#[test]
fn kinds_with_a_rule_of_their_own_follow_it_and_all_others_the_rest() {
    on_both(things(), |db| async move {
        fill(&db).await;
        let part = |above: &[&str]| Scope::Part {
            open: true,
            over: vec![],
            above: above.iter().map(|code| UnitId::from_code(code)).collect(),
        };
        let (rest, wide) = (part(&[]), part(&["ward"]));
        for (kinds, expected) in [(&["plan"][..], &["2", "3"][..]), (&["document"], &["2"])] {
            let of = [(kinds, wide.clone())];
            let seen = search::Seen { scope: &rest, of: &of };
            let hits = search::find(&db, "tiltak", seen, 10, 0).await.unwrap();
            let mut hrefs: Vec<_> = hits.iter().map(|hit| hit.href.trim_start_matches('/')).collect();
            hrefs.sort_unstable();
            assert_eq!(hrefs.len(), expected.len(), "{kinds:?}: {hrefs:?}");
            assert_eq!(search::count(&db, "tiltak", seen).await.unwrap(), i64::try_from(hrefs.len()).unwrap());
        }
    });
}

#[test]
fn what_was_renamed_or_removed_is_found_as_it_is_now() {
    on_both(things(), |db| async move {
        fill(&db).await;
        let tx = begin(&db).await;
        search::put(&tx, entry(2, "Forebygging av liggesår", "ward", true)).await.unwrap();
        search::remove(&tx, Uuid::from_u128(3)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(found(&db, "tiltak", &Scope::Everything).await, [""; 0]);
        assert_eq!(found(&db, "liggesår", &Scope::Everything).await, ["2"]);
    });
}

#[test]
fn what_hangs_on_units_is_listed_by_kind_as_far_as_one_may_see_it() {
    on_both(things(), |db| async move {
        let tx = begin(&db).await;
        for (n, kind, unit, open) in [
            (21, "measure", "ward", true),
            (22, "measure", "ward", false),
            (23, "measure", "trust", true),
            (24, "goal", "ward", true),
        ] {
            search::put(&tx, Entry { kind, ..entry(n, "Ny rutine", unit, open) }).await.unwrap();
        }
        tx.commit().await.unwrap();
        let outside = Scope::Part { open: true, over: vec![], above: vec![] };
        let listed = async |units: &[&str], scope: &Scope, limit: i64| {
            let units: Vec<UnitId> = units.iter().map(|code| UnitId::from_code(code)).collect();
            let found = search::of_units(&db, "measure", &units, scope, limit).await.unwrap();
            found.into_iter().map(|(id, _)| id.as_u128()).collect::<Vec<_>>()
        };
        assert_eq!(listed(&["ward"], &Scope::Everything, 9).await, [22, 21]);
        assert_eq!(listed(&["ward", "trust"], &outside, 9).await, [23, 21]);
        assert_eq!(listed(&["ward", "trust"], &outside, 1).await, [23]);
        assert_eq!(listed(&[], &Scope::Everything, 9).await, [0; 0]);
    });
}

#[test]
fn pages_of_hits_do_not_overlap() {
    on_both(things(), |db| async move {
        let tx = begin(&db).await;
        for n in 0..25 {
            search::put(&tx, entry(n, "Samme navn", "ward", true)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let mut seen = Vec::new();
        for skip in [0, 10, 20] {
            seen.extend(search::find(&db, "samme", &Scope::Everything, 10, skip).await.unwrap());
        }
        let mut hrefs: Vec<_> = seen.into_iter().map(|hit| hit.href).collect();
        hrefs.sort();
        hrefs.dedup();
        assert_eq!(hrefs.len(), 25);
    });
}

#[test]
fn what_is_called_what_one_asks_for_comes_first_and_plans_before_documents() {
    on_both(things(), |db| async move {
        fill(&db).await;
        let tx = begin(&db).await;
        for (n, kind, title, unit, text) in [
            (11, "document", "Handlingsplan for øyehelse", "trust", ""),
            (12, "document", "Nasjonal handlingsplan for øyehelse", "trust", ""),
            (13, "plan", "Nasjonal handlingsplan for øyehelse", "trust", ""),
            (14, "goal", "Færre skader", "ward", "handlingsplan"),
            (15, "goal", "Flere skader", "trust", "handlingsplan"),
            (16, "activity", "Arbeid", "trust", "handlingsplan"),
            (17, "document", "Øyehelse", "trust", ""),
        ] {
            let entry = Entry { kind, text: text.into(), ..entry(n, title, unit, true) };
            search::put(&tx, entry).await.unwrap();
        }
        tx.commit().await.unwrap();
        for (query, expected) in [
            ("handlingsplan", &["1", "11", "13", "12", "15", "14", "16"][..]),
            ("ØYEHELSE", &["17", "13", "11", "12"]),
            ("handlingsplan for", &["1", "11", "13", "12"]),
            ("100 %_!", &[]),
        ] {
            let hits = search::find(&db, query, &Scope::Everything, 10, 0).await.unwrap();
            let hrefs: Vec<String> = hits.into_iter().map(|hit| hit.href.replace("/plans/", "")).collect();
            assert_eq!(hrefs, expected, "{query}");
        }
    });
}

//! Figures of units that report none, added up from those below: the same on both databases, and on every page for those
//! who may see all of them.

use std::collections::HashMap;

use http::StatusCode;
use jiff::civil::Date;
use varde_indicators::model::{Indicator, Measure, Missing, Observation};
use varde_indicators::store::{self, Recording};
use varde_indicators::{Policy, Sight, jobs, migrations, rolled_up};
use varde_kernel::access::{Action, Author, Role, Scope, System};
use varde_kernel::{IndicatorId, Unit, UnitId, UnitKind, UnitTree, Words};
use varde_store::{Db, Insert, values};
use varde_testkit::{TestApp, User, on_both, unit};

use crate::pages::rooms;
use crate::store::{begin, falls, granted, recording, share};

/// A trust of three hospitals with wards, as it is today: `w2` came from `hosp1` in the middle of May 2026.
const UNITS: [(&str, UnitKind, Option<&str>); 10] = [
    ("no", UnitKind::Nation, None),
    ("trust", UnitKind::HealthTrust, Some("no")),
    ("hosp1", UnitKind::Hospital, Some("trust")),
    ("hosp2", UnitKind::Hospital, Some("trust")),
    ("hosp3", UnitKind::Hospital, Some("trust")),
    ("w1", UnitKind::Ward, Some("hosp1")),
    ("w2", UnitKind::Ward, Some("hosp2")),
    ("w3", UnitKind::Ward, Some("hosp2")),
    ("w4", UnitKind::Ward, Some("hosp3")),
    ("town", UnitKind::Municipality, Some("no")),
];
const MOVED: &str = "2026-05-15";
/// How many each ward counts besides the number of the month, and among how many.
const WARDS: [(&str, f64, f64); 4] =
    [("w1", 10.0, 100.0), ("w2", 20.0, 200.0), ("w3", 30.0, 300.0), ("w4", 40.0, 400.0)];

fn country() -> UnitTree {
    let unit = |(code, kind, parent): (&str, UnitKind, Option<&str>)| Unit {
        id: UnitId::from_code(code),
        kind,
        name: Words::plain(format!("Testenhet {code}")),
        code: code.into(),
        parent: parent.map(UnitId::from_code),
    };
    UnitTree::new(UNITS.map(unit).to_vec())
}

fn falls_counted() -> Indicator {
    let (id, code) = (IndicatorId::from_code("ind.count"), "ind.count".to_owned());
    Indicator { id, code, name: Words::plain("Antall fall"), measure: Measure::Count, ..falls() }
}

fn score() -> Indicator {
    let (id, code) = (IndicatorId::from_code("ind.score"), "ind.score".to_owned());
    Indicator { id, code, name: Words::plain("Poeng"), measure: Measure::Score, ..falls() }
}

async fn organise(db: &Db, lines: bool) {
    let tree = country();
    let tx = begin(db, "2026-01-01T00:00:00Z").await;
    for (code, kind, parent) in UNITS {
        let row = Insert::into("unit").set("id", unit(code)).set("code", code).set("kind", kind.name());
        row.set("valid_from", "2020-01-01").set("version", 1_i64).run(&tx).await.unwrap();
        let Some(parent) = parent else { continue };
        let ties = if code == "w2" {
            vec![("hosp1", "2020-01-01", Some(MOVED)), ("hosp2", MOVED, None)]
        } else {
            vec![(parent, "2020-01-01", None)]
        };
        for (above, from, to) in ties {
            let row = Insert::into("unit_relation").set("unit_id", unit(code)).set("relation", "owner");
            let row = row.set("other_id", unit(above)).set("valid_from", from).set("valid_to", to);
            row.run(&tx).await.unwrap();
        }
    }
    for one in tree.iter().filter(|_| lines) {
        for (depth, above) in (0_i64..).zip(tree.line(one.id).iter()) {
            let line = Insert::into("unit_line").set("unit_id", one.id).set("ancestor_id", *above).set("depth", depth);
            line.run(&tx).await.unwrap();
        }
    }
    for indicator in [falls(), falls_counted(), score()] {
        store::insert(&tx, &granted(indicator)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn record(db: &Db, (indicator, code): (&Indicator, &str), recordings: &[Recording]) {
    let tx = begin(db, "2026-11-01T12:00:00Z").await;
    let place = (indicator.id, unit(code));
    let slot = store::open_slot(&tx, &TestApp::console(), &country(), place, Action::Answer).await;
    store::record(&tx, &mut slot.unwrap(), recordings).await.unwrap();
    tx.commit().await.unwrap();
}

/// Ten months of every ward; the first ward has none in August. A third of what the first counts is small if told so.
async fn fill(db: &Db, small: bool) {
    for (code, more, among) in WARDS {
        let months = || (1..=10_i16).filter(|n| code != "w1" || *n != 8);
        let had = |n: i16| if small && code == "w1" && n % 3 == 0 { 2.0 } else { more + f64::from(n) };
        let period = |n: i16| format!("2026-{n:02}");
        let shares: Vec<Recording> = months().map(|n| recording(&period(n), share(had(n), among), None, "")).collect();
        record(db, (&falls(), code), &shares).await;
        let count = |n: i16| varde_indicators::model::Entry { value: Some(had(n)), ..Default::default() };
        let counts: Vec<Recording> = months().map(|n| recording(&period(n), count(n), None, "")).collect();
        record(db, (&falls_counted(), code), &counts).await;
        let points: Vec<Recording> = months().map(|n| recording(&period(n), count(n), None, "")).collect();
        record(db, (&score(), code), &points).await;
    }
    publish(db).await;
}

async fn publish(db: &Db) {
    let now = "2026-11-02T12:00:00Z".parse().unwrap();
    loop {
        let tx = db.begin_write(Author::System(System::Worker), now).await.unwrap();
        let found = jobs::publish_portion(&tx, &country(), &Policy::default()).await.unwrap();
        tx.commit().await.unwrap();
        if !found {
            return;
        }
    }
}

async fn house(small: bool) -> TestApp {
    let app = TestApp::on(country(), rooms).await;
    organise(app.db(), false).await;
    fill(app.db(), small).await;
    app
}

/// The sums of these units as those see them who see everything.
async fn sums(db: &Db, indicator: &Indicator, codes: &[&str]) -> HashMap<String, Vec<Observation>> {
    let units: Vec<UnitId> = codes.iter().map(|code| unit(code)).collect();
    let found = rolled_up(db, (&Scope::Everything, &Sight::Whole), indicator, &units).await.unwrap();
    let code = |id: UnitId| codes.iter().find(|code| unit(code) == id).map(|code| (*code).to_owned()).unwrap();
    found.into_iter().map(|(id, reading)| (code(id), reading.values)).collect()
}

fn counts(values: &[Observation], month: usize) -> (Option<f64>, Option<f64>, Option<f64>, bool) {
    let period = format!("2026-{month:02}").parse().unwrap();
    let one = values.iter().find(|one| one.period == period).unwrap();
    (one.numerator, one.denominator, one.coverage, one.provisional)
}

#[test]
fn sums_are_the_same_by_hand_and_on_both_databases() {
    let tables = || varde_people::migrations().into_iter().chain(migrations()).collect();
    on_both(tables(), |db| async move {
        organise(&db, true).await;
        fill(&db, false).await;
        let all = ["no", "trust", "hosp1", "hosp2", "hosp3", "w1", "town"];
        let found = sums(&db, &falls(), &all).await;
        assert!(!found.contains_key("w1") && !found.contains_key("town"), "nothing lies below that reports");
        // January: 11 + 21 + 31 + 41 of 100 + 200 + 300 + 400.
        for code in ["no", "trust"] {
            assert_eq!(counts(&found[code], 1), (Some(104.0), Some(1000.0), None, false));
            // August without the first ward: 28 + 38 + 48 of 900, three of four.
            assert_eq!(counts(&found[code], 8), (Some(114.0), Some(900.0), Some(75.0), true));
        }
        // The ward was at the first hospital on the last day of April, and at the second on that of May.
        assert_eq!(counts(&found["hosp1"], 4), (Some(14.0 + 24.0), Some(300.0), None, false));
        assert_eq!(counts(&found["hosp1"], 5), (Some(15.0), Some(100.0), None, false));
        assert_eq!(counts(&found["hosp2"], 4), (Some(34.0), Some(300.0), None, false));
        assert_eq!(counts(&found["hosp2"], 5), (Some(25.0 + 35.0), Some(500.0), None, false));
        assert_eq!(found["hosp3"].len(), 10);
        assert_eq!(found["hosp1"].len(), 9, "nobody there reported August");
        let share = found["trust"][0].value.unwrap();
        assert!((share - 10.4).abs() < 1e-9, "{share}");

        // A count without some of those who count is none.
        let found = sums(&db, &falls_counted(), &["trust"]).await;
        let value = |month: usize| found["trust"][month - 1].value;
        assert_eq!((value(1), value(8)), (Some(104.0), None));
        assert_eq!(found["trust"][7].missing, Some(Missing::NotComplete));
        // Points of a scale do not add up.
        assert!(sums(&db, &score(), &["trust", "hosp1"]).await.is_empty());

        // The third hospital reports February itself: 50, where its ward has 42.
        record(&db, (&falls(), "hosp3"), &[recording("2026-02", share_of(50.0, 400.0), None, "")]).await;
        let found = sums(&db, &falls(), &["trust"]).await;
        assert_eq!(counts(&found["trust"], 2), (Some(12.0 + 22.0 + 32.0 + 50.0), Some(1000.0), None, false));
        assert_eq!(counts(&found["trust"], 3), (Some(13.0 + 23.0 + 33.0 + 43.0), Some(1000.0), None, false));
        // What is corrected or taken out is counted as it is now, and what a document prints is no part.
        let tx = begin(&db, "2026-11-03T12:00:00Z").await;
        let sql = "update observation set code = 'b.printed' where period = '2026-03' and series_id in
             (select id from series where unit_id = $1)";
        tx.run(sql, values![unit("w4")]).await.unwrap();
        tx.commit().await.unwrap();
        let found = sums(&db, &falls(), &["trust"]).await;
        assert_eq!(counts(&found["trust"], 3), (Some(13.0 + 23.0 + 33.0), Some(600.0), Some(75.0), true));
    });
}

fn share_of(had: f64, among: f64) -> varde_indicators::model::Entry {
    share(had, among)
}

#[test]
fn ties_are_known_through_time() {
    let tables = || varde_people::migrations().into_iter().chain(migrations()).collect();
    on_both(tables(), |db| async move {
        organise(&db, true).await;
        let mut ties = varde_people::ties_below(&db, &[unit("hosp1"), unit("hosp2")]).await.unwrap();
        ties.sort_by_key(|(unit, above, valid)| (valid.from, *unit, *above));
        let day = |text: &str| text.parse::<Date>().unwrap();
        // The ward and both its places are told, whichever of them is asked about.
        assert_eq!(ties.len(), 4);
        let (moved, above, valid) = ties[3];
        assert_eq!((moved, above, valid.from, valid.to), (unit("w2"), unit("hosp2"), day(MOVED), None));
        assert_eq!(varde_people::ties_below(&db, &[unit("no")]).await.unwrap().len(), UNITS.len());
        assert_eq!(varde_people::ties_below(&db, &[unit("w1")]).await.unwrap(), []);
    });
}

async fn shown(app: &TestApp, user: &User, path: &str, words: &[&str]) -> String {
    let reply = app.get(Some(user), path).await;
    assert_eq!(reply.status, StatusCode::OK, "{path}: {}", reply.text);
    for word in words {
        assert!(reply.text.contains(word), "{path} does not say {word}: {}", reply.text);
    }
    reply.text
}

#[tokio::test]
async fn sums_stand_on_every_page_with_what_they_are_made_of() {
    let app = house(false).await;
    let id = falls().id;
    let director = app.user("Siri Direktør", &[(Role::TopLeader, "trust")]);
    let matrix = shown(
        &app,
        &director,
        &format!("/units/{}/indicators", unit("trust")),
        &["Andel opphold med fall", "Antall fall", "Testenhet hosp1", "summert av 4 av 4 enheter", "14\u{a0}%"],
    )
    .await;
    assert!(!matrix.contains("Poeng"), "a score of wards is no score of the trust: {matrix}");
    assert!(matrix.contains(&format!("/indicators/{id}/units/{}", unit("hosp2"))), "{matrix}");
    // 20 + 30 + 40 + 10 and four times ten of a thousand, in October.
    let page = format!("/indicators/{id}/units/{}", unit("trust"));
    let text = shown(
        &app,
        &director,
        &page,
        &[
            "Summert av enhetene under",
            "I oktober 2026 er 4 av 4 enheter med",
            "I én periode mangler",
            "4 enheter inngår",
            "14,0\u{a0}%",
            "<svg",
            "Testenhet hosp3",
            "Testenhet w1",
            "Dekningsgrad 75\u{a0}%",
        ],
    )
    .await;
    assert!(!text.contains("/chart\""), "nobody decides how sums are charted: {text}");
    shown(&app, &director, &format!("{page}/pdf"), &["I oktober 2026 er 4 av 4 enheter med", "14,0\u{a0}%"]).await;
    // The hospitals beside each other, which none of them reports.
    let funnel = format!("/indicators/{id}/funnel?kind=hospital&period=2026-10");
    shown(
        &app,
        &director,
        &funnel,
        &["Testenhet hosp1", "Testenhet hosp3", "Tallene er ikke rapportert her", "Alle sammen"],
    )
    .await;
    let path = format!("/api/v1/indicators/{id}/units/{}/chart", unit("trust"));
    let chart = app.api(Some(&director), "GET", &path, None).await.json();
    assert_eq!(chart["series"], "");
    assert_eq!(chart["derived"]["units"].as_array().unwrap().len(), 4);
    let august = &chart["derived"]["periods"][7];
    assert_eq!((&august["n_units"], &august["n_expected"]), (&3.into(), &4.into()), "{august}");
    assert_eq!(chart["points"][0]["value"].as_f64().map(|value| (value * 10.0).round()), Some(104.0));
    let own =
        app.api(Some(&director), "GET", &path.replace(&unit("trust").to_string(), &unit("w1").to_string()), None).await;
    assert!(own.json()["derived"].is_null() && own.json()["series"] != "", "{}", own.text);
    let path = format!("/api/v1/indicators/{}/units/{}/chart", score().id, unit("trust"));
    let none = app.api(Some(&director), "GET", &path, None).await.json();
    assert_eq!((none["points"].as_array().map(Vec::len), &none["derived"]), (Some(0), &serde_json::Value::Null));
    // Where nothing is small, the sums are everybody's.
    let other = app.user("Per Annen", &[(Role::UnitLeader, "town")]);
    shown(&app, &other, &page, &["Summert av enhetene under", "14,0\u{a0}%"]).await;
    // What the trust reports itself stands.
    record(app.db(), (&falls(), "trust"), &[recording("2026-10", share(200.0, 1000.0), None, "")]).await;
    let text = shown(&app, &director, &page, &["20\u{a0}%"]).await;
    assert!(!text.contains("Summert av enhetene under"), "{text}");
}

/// Everything about the units above the wards that someone is shown.
async fn everything(app: &TestApp, user: &User) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (code, ..) in UNITS {
        for indicator in [falls().id, falls_counted().id] {
            let place = format!("/indicators/{indicator}/units/{}", unit(code));
            for path in [
                format!("/units/{}/indicators", unit(code)),
                place.clone(),
                format!("{place}/pdf"),
                format!("/api/v1{place}/chart"),
            ] {
                found.push((path.clone(), app.get(Some(user), &path).await));
            }
        }
    }
    for kind in ["hospital", "ward", "health_trust"] {
        let path = format!("/indicators/{}/funnel?kind={kind}&period=2026-03", falls().id);
        found.push((path.clone(), app.get(Some(user), &path).await));
    }
    let told = |(path, reply): (String, varde_testkit::Reply)| {
        let text = if reply.status == StatusCode::OK { reply.text } else { reply.status.to_string() };
        (path, text)
    };
    found.into_iter().map(told).collect()
}

/// A sum of which one part is small would give it away: nobody is shown it who does not see all parts.
#[tokio::test]
async fn a_sum_over_a_hidden_part_is_for_those_who_see_all_parts() {
    let app = house(true).await;
    let page = |code: &str| format!("/indicators/{}/units/{}", falls().id, unit(code));
    let director = app.user("Siri Direktør", &[(Role::TopLeader, "trust")]);
    shown(&app, &director, &page("trust"), &["Summert av enhetene under"]).await;
    let outsiders = [
        app.user("Per Annen", &[(Role::UnitLeader, "town")]),
        app.user("Nina Nabo", &[(Role::UnitLeader, "hosp2")]),
        app.user("Ola Avdeling", &[(Role::UnitLeader, "w3")]),
        app.user("Ada Drift", &[(Role::Administrator, "no")]),
    ];
    let mut before = Vec::new();
    for user in &outsiders {
        // The small ward lies below the nation, the trust and the first hospital. The others have nothing to hide.
        for code in ["no", "trust", "hosp1"] {
            let text = app.get(Some(user), &page(code)).await.text;
            assert!(!text.contains("Summert av enhetene under"), "{code}: {text}");
        }
        shown(&app, user, &page("hosp2"), &["Summert av enhetene under"]).await;
        before.push(everything(&app, user).await);
    }
    // The second hospital's ward lay beside the small one until May. With other numbers there, nobody outside sees any difference.
    let tx = begin(app.db(), "2026-11-04T12:00:00Z").await;
    let sql = "update observation set numerator = numerator + 1, value = value + 1 where shown_to = 'own'";
    assert!(2 < tx.run(sql, values![]).await.unwrap());
    tx.commit().await.unwrap();
    for (user, before) in outsiders.iter().zip(before) {
        for ((path, then), (_, now)) in before.iter().zip(everything(&app, user).await) {
            assert_eq!(*then, now, "{path}");
        }
    }
    // A value that has just come is nobody's outside before it has been decided on.
    record(app.db(), (&falls(), "w3"), &[recording("2026-11", share(33.0, 300.0), None, "")]).await;
    let text = app.get(Some(&outsiders[0]), &page("hosp2")).await.text;
    assert!(!text.contains("Summert av enhetene under"), "{text}");
    publish(app.db()).await;
    shown(&app, &outsiders[0], &page("hosp2"), &["Summert av enhetene under", "november 2026"]).await;
}

/// A ward that has moved away and hides something takes the time when it was there with it, and no more.
#[tokio::test]
async fn a_part_that_moved_away_takes_its_time_with_it() {
    let app = house(false).await;
    let small = recording("2026-11", share(2.0, 200.0), None, "");
    record(app.db(), (&falls(), "w2"), &[small]).await;
    publish(app.db()).await;
    let leader = app.user("Kari Leder", &[(Role::TopLeader, "hosp1")]);
    let path = format!("/api/v1/indicators/{}/units/{}/chart", falls().id, unit("hosp1"));
    let chart = app.api(Some(&leader), "GET", &path, None).await.json();
    let periods: Vec<&str> =
        chart["derived"]["periods"].as_array().unwrap().iter().filter_map(|one| one["period"].as_str()).collect();
    assert_eq!(periods, ["2026-05", "2026-06", "2026-07", "2026-09", "2026-10"]);
}

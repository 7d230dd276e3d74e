//! What those outside are told of a level is the true one, or nothing: a centre of what is left when the small values are
//! taken away is nobody's.

use serde_json::Value as Json;
use varde_indicators::store::{self, Recording};
use varde_indicators::{Policy, jobs};
use varde_kernel::access::{Action, Author, Role, System};
use varde_kernel::{Period, Unit, UnitId, UnitKind, UnitTree, Words};
use varde_testkit::{TestApp, User, unit};

use crate::disclosure::{all_series, publish};
use crate::pages::{house, rooms};
use crate::store::{begin, falls, granted, recording, share, slot};

const UNJUDGED: &str = "kan verken nivå, grenser eller endring bedømmes av det som vises";
const UNJUDGED_UNITS: &str = "hvem som skiller seg ut, kan ikke bedømmes av det som vises";

/// Units with the level of each.
const ALL: [(&str, f64); 5] = [("ward", 3.0), ("ward2", 20.0), ("trust2", 22.0), ("town", 24.0), ("home", 18.0)];

/// Twenty-four months of each unit; those of the ward are small in every other month.
async fn filled() -> TestApp {
    let app = house().await;
    for (code, level) in ALL {
        let months: Vec<Recording> = (0..24_i16)
            .map(|n| {
                let period = Period::Month(2024 + n / 12, i8::try_from(n % 12 + 1).unwrap()).to_string();
                let level = if code == "ward" && n % 2 == 1 { 15.0 } else { level };
                recording(&period, share(level + f64::from(n % 3), 200.0 + f64::from(n)), None, "")
            })
            .collect();
        let tx = begin(app.db(), "2026-11-01T12:00:00Z").await;
        store::record(&tx, &mut slot(app.db(), code).await, &months).await.unwrap();
        tx.commit().await.unwrap();
    }
    publish(app.db(), &Policy::default()).await;
    app
}

async fn charts(app: &TestApp, user: &User) -> Vec<(String, Json)> {
    let mut found = Vec::new();
    for (series, code) in all_series(app).await {
        let reply = app.api(Some(user), "GET", &format!("/api/v1/series/{}/chart", series.id), None).await;
        found.push((code, reply.json()));
    }
    found
}

fn lines(chart: &Json) -> Vec<[Option<f64>; 3]> {
    let line = |point: &Json| ["centre", "lower", "upper"].map(|name| point[name].as_f64());
    chart["points"].as_array().unwrap().iter().map(line).collect()
}

/// Page, document, API, matrix, small charts: all say the same of a series of which some is kept back.
#[tokio::test]
async fn nothing_is_said_of_a_process_that_is_shown_in_part() {
    let app = filled().await;
    let inside = app.user("Siri Direktør", &[(Role::TopLeader, "no")]);
    let outside = app.user("Ada Drift", &[(Role::Administrator, "no")]);
    let (truth, told) = (charts(&app, &inside).await, charts(&app, &outside).await);
    let mut n_untold = 0;
    for ((code, truth), (_, told)) in truth.iter().zip(&told) {
        assert_eq!(truth["points"].as_array().unwrap().len(), 24);
        if told["variation"] == "kept_back" {
            n_untold += 1;
            assert!(lines(told).iter().all(|lines| *lines == [None; 3]), "{code}");
            assert!(told["kind"].is_null() && told["meaning"].is_null() && told["assurance"].is_null(), "{told}");
            assert_eq!((&told["causes"], &told["reasons"]), (&Json::from(vec![0; 0]), &Json::from(vec![0; 0])));
            let answer = told["answer"].as_str().unwrap();
            assert!(answer.contains(UNJUDGED) && !answer.contains("Snitt"), "{answer}");
        } else {
            assert_eq!(lines(truth), lines(told), "{code}");
            assert_eq!(truth["answer"], told["answer"], "{code}");
        }
    }
    assert!((1..ALL.len()).contains(&n_untold), "{n_untold}");
    assert!(truth.iter().all(|(_, chart)| chart["variation"] != "kept_back"));

    let page = format!("/indicators/{}/units/{}", falls().id, unit("ward"));
    for path in [page.clone(), format!("{page}/chart"), format!("{page}/pdf")] {
        let (mine, theirs) = (app.get(Some(&inside), &path).await.text, app.get(Some(&outside), &path).await.text);
        assert!(theirs.contains(UNJUDGED), "{path}: {theirs}");
        assert!(!mine.contains(UNJUDGED), "{path}: {mine}");
        // Points are drawn, and no line among them.
        assert!(theirs.contains("<svg"), "{path}");
        for word in ["Snittet er", "Medianen er", "Ventet mellom", "Diagrammet er", "chart-limit-"] {
            assert!(!theirs.contains(word), "{path} says {word}: {theirs}");
        }
    }
    let matrix = app.get(Some(&outside), &format!("/units/{}/indicators", unit("clinic"))).await.text;
    assert!(matrix.contains("Kan ikke bedømmes av det som vises"), "{matrix}");
    let inside_matrix = app.get(Some(&inside), &format!("/units/{}/indicators", unit("clinic"))).await.text;
    assert!(!inside_matrix.contains("Kan ikke bedømmes av det som vises"), "{inside_matrix}");
    let small = format!("/indicators/{}/multiples?unit={}", falls().id, unit("clinic"));
    let small = app.get(Some(&outside), &small).await.text;
    assert!(small.contains("kan ikke bedømmes av det som vises"), "{small}");
}

/// The nation with a trust of seven wards.
fn country() -> UnitTree {
    let unit = |code: &str, kind, parent: Option<&str>| Unit {
        id: UnitId::from_code(code),
        kind,
        name: Words::plain(format!("Testenhet {code}")),
        code: code.into(),
        parent: parent.map(UnitId::from_code),
    };
    let mut all = vec![unit("no", UnitKind::Nation, None), unit("trust", UnitKind::HealthTrust, Some("no"))];
    all.extend(["w1", "w2", "w3", "w4", "w5", "w6", "w7"].map(|code| unit(code, UnitKind::Ward, Some("trust"))));
    UnitTree::new(all)
}

/// A month of each ward, and of the nation, which is their sum.
async fn wards(first: f64) -> TestApp {
    let app = TestApp::on(country(), rooms).await;
    let tx = begin(app.db(), "2026-10-01T12:00:00Z").await;
    store::insert(&tx, &granted(falls())).await.unwrap();
    for (code, had, among) in [
        ("w1", first, 200.0),
        ("w2", 20.0, 200.0),
        ("w3", 30.0, 200.0),
        ("w4", 38.0, 200.0),
        ("w5", 25.0, 200.0),
        ("w6", 24.0, 200.0),
        ("w7", 20.0, 200.0),
        ("no", first + 157.0, 1400.0),
    ] {
        let place = (falls().id, unit(code));
        let slot = store::open_slot(&tx, &TestApp::console(), &country(), place, Action::Answer).await;
        store::record(&tx, &mut slot.unwrap(), &[recording("2025-11", share(had, among), None, "")]).await.unwrap();
    }
    tx.commit().await.unwrap();
    let now = "2026-11-02T12:00:00Z".parse().unwrap();
    loop {
        let tx = app.db().begin_write(Author::System(System::Worker), now).await.unwrap();
        let found = jobs::publish_portion(&tx, &country(), &Policy::default()).await.unwrap();
        tx.commit().await.unwrap();
        if !found {
            return app;
        }
    }
}

/// With something kept back there is no common level, no limits and no spread; only what is published of a unit above.
#[tokio::test]
async fn a_funnel_of_a_part_has_no_level_of_its_own() {
    let path = format!("/indicators/{}/funnel?kind=ward&period=2025-11", falls().id);
    for small in [true, false] {
        let app = wards(if small { 4.0 } else { 12.0 }).await;
        let mine = app.get(Some(&app.user("Siri Direktør", &[(Role::TopLeader, "no")])), &path).await.text;
        let theirs = app.get(Some(&app.user("Ada Drift", &[(Role::Administrator, "no")])), &path).await.text;
        for word in ["Alle sammen", "utenfor de ytterste grensene", "lavest"] {
            assert!(mine.contains(word), "{word}: {mine}");
            assert_eq!(theirs.contains(word), !small, "{word}: {theirs}");
        }
        assert_eq!(theirs.contains(UNJUDGED_UNITS), small, "{theirs}");
        if small {
            // 4 + 20 + 30 + 38 + 25 + 24 + 20 of 1400, which is published for the nation.
            assert!(theirs.contains("Linjen er det publiserte tallet for Testenhet no: 11,5\u{a0}%"), "{theirs}");
            assert!(theirs.contains("<svg") && !theirs.contains("Testenhet w1"), "{theirs}");
        }
    }
}

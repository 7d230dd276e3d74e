//! Areas beside each other by where people live.

use http::StatusCode;
use varde_indicators::Policy;
use varde_indicators::model::Context;
use varde_indicators::store::{self, Slot};
use varde_kernel::access::{Action, Author, Role, System};
use varde_kernel::{Locale, Unit, UnitId, UnitKind, UnitTree, Words};
use varde_testkit::TestApp;

use crate::pages::rooms;
use crate::store::{begin, falls, granted, recording, share};

/// The nation with six municipalities, and a trust.
fn country() -> UnitTree {
    let unit = |code: &str, kind, parent: Option<&str>| Unit {
        id: UnitId::from_code(code),
        kind,
        name: Words::plain(format!("Kommune {code}")),
        code: code.into(),
        parent: parent.map(UnitId::from_code),
    };
    let mut all = vec![unit("no", UnitKind::Nation, None), unit("trust", UnitKind::HealthTrust, Some("no"))];
    all.extend(AREAS.iter().map(|(code, ..)| unit(code, UnitKind::Municipality, Some("no"))));
    UnitTree::new(all)
}

/// Municipalities with how many of those who live there had it, and how many there are.
const AREAS: [(&str, f64, f64); 6] = [
    ("anes", 40.0, 1000.0),
    ("bvik", 90.0, 1000.0),
    ("cdal", 42.0, 1000.0),
    ("dfjord", 3.0, 60.0),
    ("eby", 38.0, 1000.0),
    ("fli", 45.0, 1000.0),
];

async fn record(app: &TestApp, code: &str, (had, among): (f64, f64), context: Context) {
    let unit = UnitId::from_code(code);
    let whole = Slot { context, ..Slot::whole(falls(), unit, None) };
    let mut slot = store::grant_slot(&TestApp::console(), &country(), whole, Action::Answer).unwrap();
    let tx = begin(app.db(), "2026-11-01T12:00:00Z").await;
    store::record(&tx, &mut slot, &[recording("2025", share(had, among), None, "")]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn house() -> TestApp {
    let app = TestApp::on(country(), rooms).await;
    let tx = app.begin().await;
    store::insert(&tx, &granted(falls())).await.unwrap();
    tx.commit().await.unwrap();
    for (code, had, among) in AREAS {
        record(&app, code, (had, among), Context::Residence).await;
    }
    // Other areas have not reported: nothing follows from the difference.
    record(&app, "no", (408.0, 8000.0), Context::Treating).await;
    // Those whom the trust treated are no area.
    record(&app, "trust", (70.0, 900.0), Context::Treating).await;
    let now = "2026-11-02T12:00:00Z".parse().unwrap();
    loop {
        let tx = app.db().begin_write(Author::System(System::Worker), now).await.unwrap();
        let found = varde_indicators::jobs::publish_portion(&tx, &country(), &Policy::default()).await.unwrap();
        tx.commit().await.unwrap();
        if !found {
            return app;
        }
    }
}

fn page() -> String {
    format!("/indicators/{}/residence", falls().id)
}

#[tokio::test]
async fn small_areas_are_kept_back_and_the_rest_is_shown_with_the_nation() {
    let app = house().await;
    let other = app.user("Per Annen", &[(Role::UnitLeader, "trust")]);
    let text = app.get(Some(&other), &page()).await.text;
    for word in ["Kommune anes", "Kommune bvik", "<svg", "Hele landet: 5,1\u{a0}%", "holdt tilbake", "etter navn"] {
        assert!(text.contains(word), "{word} is not in {text}");
    }
    assert!(!text.contains("Kommune dfjord") && !text.contains(">Kommune trust</th>"), "{text}");
    // What is left when small ones are taken away says nothing of how areas differ.
    assert!(text.contains("kan ikke forskjellene bedømmes av det som vises"), "{text}");
    assert!(!text.contains("av 4 områder") && text.contains("ikke justert for alder"), "{text}");
    let director = app.user("Siri Direktør", &[(Role::TopLeader, "no")]);
    let all = app.get(Some(&director), &page()).await.text;
    assert!(all.contains("av 6 områder") && !all.contains("kan ikke forskjellene bedømmes"), "{all}");
    // The people of one area know their own, so another goes with the small one.
    assert!(text.contains("2 områder er holdt tilbake"), "{text}");
    let (first, second) = (text.find("Kommune anes").unwrap(), text.find("Kommune bvik").unwrap());
    assert!(first < second, "by name, whatever the value");
    // Whoever works for the small one sees it.
    let own = app.user("Dag Leder", &[(Role::UnitLeader, "dfjord")]);
    assert!(app.get(Some(&own), &page()).await.text.contains("Kommune dfjord"));
    for (locale, words) in [(Locale::Nn, "Er det lik behandling uansett kvar ein bur?"), (Locale::En, "By residence")] {
        let reader = app.user_in("Nina", &[(Role::Staff, "trust")], locale);
        let text = app.get(Some(&reader), &page()).await.text;
        assert!(text.contains(words) && !text.contains("indicators-"), "{text}");
    }
    let sheet = app.get(Some(&other), &format!("/indicators/{}", falls().id)).await.text;
    assert!(sheet.contains("Se områdene side om side"), "{sheet}");
}

#[tokio::test]
async fn files_and_programs_get_the_same_areas_and_no_more() {
    let app = house().await;
    let own = app.user("Dag Leder", &[(Role::UnitLeader, "dfjord")]);
    let csv = app.get(Some(&own), &format!("{}?format=csv", page())).await;
    assert_eq!(csv.status, StatusCode::OK);
    assert!(csv.headers["content-type"].to_str().unwrap().starts_with("text/csv"));
    let lines: Vec<&str> = csv.text.lines().collect();
    assert!(lines[0].contains("indicator") && lines[1].contains("Kommune no"), "{}", csv.text);
    assert!(csv.text.contains("Kommune bvik"), "{}", csv.text);
    assert!(!csv.text.contains("dfjord"), "a file holds the published table, also for those inside");
    let json =
        app.api(Some(&own), "GET", &format!("/api/v1{}?period=2025&kind=municipality", page()), None).await.json();
    assert_eq!(json["period"], "2025");
    assert_eq!(json["national"]["numerator"], 408.0);
    let areas = json["areas"].as_array().unwrap();
    assert!(areas.iter().any(|area| area["unit"] == UnitId::from_code("dfjord").to_string()));
    assert!(json["differences"].is_null(), "not by what is left when some are kept back: {json}");
    let director = app.user("Siri Direktør", &[(Role::TopLeader, "no")]);
    let json = app.api(Some(&director), "GET", &format!("/api/v1{}", page()), None).await.json();
    assert_eq!(json["n_kept_back"], 0);
    let differences = &json["differences"];
    assert!(differences["p_value"].as_f64().unwrap() < 0.001, "{differences}");
    let ratio = differences["ratio"].as_f64().unwrap();
    assert!((ratio - 90.0 / 38.0).abs() < 1e-9, "{differences}");
    // Odd queries are no filter, and nobody's fault.
    for query in ["?period=x", "?kind=%00", "?period=9999-99"] {
        assert_eq!(app.get(Some(&own), &format!("{}{query}", page())).await.status, StatusCode::OK);
    }
    let none = format!("/indicators/{}/residence", UnitId::from_code("nothing"));
    assert_eq!(app.get(Some(&own), &none).await.status, StatusCode::NOT_FOUND);
}

//! The register of sources, and all sources about a unit side by side.

use http::StatusCode;
use serde_json::json;
use varde_indicators::model::{Connection, Measure};
use varde_indicators::store::{self, Recording, Slot};
use varde_indicators::{Indicator, Policy, import, migrations};
use varde_kernel::access::{self, Action, Actor, Kind, Role, Scope, System};
use varde_kernel::{IndicatorId, Locale, UnitId, Words};
use varde_store::{Db, Error};
use varde_testkit::{TestApp, on_both, organisation, unit};

use crate::disclosure::publish;
use crate::pages::rooms;
use crate::scans::ready;
use crate::store::{begin, falls, granted};

const INITIATIVES: &str = include_str!("../../../../content/initiatives.yaml");
const SOURCES: &str = include_str!("../../../../content/sources.yaml");

async fn load(db: &Db) -> usize {
    let tx =
        db.begin_write(access::Author::System(System::Content), "2026-11-01T12:00:00Z".parse().unwrap()).await.unwrap();
    let n = import::sources::sources(&tx, &organisation(), INITIATIVES, SOURCES).await.unwrap();
    tx.commit().await.unwrap();
    n
}

/// An indicator that counts what a source holds, and its value for a unit.
async fn count(db: &Db, code: &str, data: &str, at: &str, (n, base): (f64, Option<f64>)) {
    let indicator = Indicator {
        id: IndicatorId::from_code(code),
        code: code.into(),
        name: Words::plain(format!("Tall fra {data}")),
        measure: if base.is_some() { Measure::Percent } else { Measure::Count },
        data: data.into(),
        ..falls()
    };
    let tx = begin(db, "2026-11-02T12:00:00Z").await;
    if store::many(&tx, &[indicator.id]).await.unwrap().is_empty() {
        store::insert(&tx, &granted(indicator.clone())).await.unwrap();
    }
    let console = Actor::System(System::Console);
    let whole = Slot::whole(indicator.clone(), unit(at), None);
    let mut slot = store::grant_slot(&console, &organisation(), whole, Action::Answer).unwrap();
    let entry = varde_indicators::model::Entry {
        numerator: base.map(|_| n),
        denominator: base,
        value: base.is_none().then_some(n),
        source: "Årsrapport".into(),
        ..Default::default()
    };
    let entry = varde_indicators::rules::completed(indicator.measure, None, entry);
    let period = "2025".parse().unwrap();
    let recording = Recording { period, entry, former: None, reason: String::new(), code: None };
    store::record(&tx, &mut slot, &[recording]).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn the_named_sources_are_there_with_owner_status_and_last_delivery() {
    on_both(migrations(), |db| async move {
        ready(&db).await;
        assert!(10 <= load(&db).await);
        assert_eq!(load(&db).await, 0, "once more changes nothing");
        let all = store::data_sources(&db, &Scope::Everything).await.unwrap();
        let named = ["is.tilsyn", "is.npe", "is.ombud", "is.meldeordning", "is.indicators", "is.pasopp", "is.ukom"];
        for code in named {
            let one = all.iter().find(|one| one.code == code).unwrap();
            assert_eq!((one.connection, one.unit), (Connection::None, unit("no")), "{code}");
            for words in [&one.base, &one.limits, &one.name] {
                assert!(!words.nb.is_empty() && words.nn.is_some() && words.en.is_some(), "{code}");
            }
        }
        count(&db, "ind.npe.upheld", "is.npe", "trust", (30.0, Some(90.0))).await;
        let came = store::delivered(&db, &Scope::Everything).await.unwrap();
        assert_eq!(came["is.npe"].n_indicators, 1);
        assert_eq!(came["is.npe"].until.map(|day| day.to_string()), Some("2025-12-31".to_owned()));
        assert_eq!(came["is.npe"].at.map(|at| at.to_string()), Some("2026-11-02T12:00:00Z".to_owned()));
        assert_eq!(
            store::reaches(&db, &Scope::Everything, unit("region")).await.unwrap(),
            [("is.npe".to_owned(), unit("trust"))]
        );
        assert!(store::reaches(&db, &Scope::Everything, unit("town")).await.unwrap().is_empty());
        // Changed by two at once: the second is told.
        let (tree, console) = (organisation(), Actor::System(System::Console));
        let id = all[0].id;
        let open = async || store::open_data_source(&db, &console, &tree, id, Action::Edit).await.unwrap();
        let (first, second) = (open().await, open().await);
        let changed = |granted: access::Granted<varde_indicators::model::DataSource>| {
            granted.map(|mut one| {
                one.connection = Connection::Manual;
                one
            })
        };
        let (before, after) = ((*first).clone(), changed(first));
        let tx = begin(&db, "2026-11-03T12:00:00Z").await;
        store::save_data_source(&tx, &before, &after).await.unwrap();
        tx.commit().await.unwrap();
        let after = changed(second);
        let tx = begin(&db, "2026-11-03T12:01:00Z").await;
        assert!(matches!(store::save_data_source(&tx, &before, &after).await, Err(Error::Stale)));
        drop(tx);
        assert_eq!(load(&db).await, 0);
        assert_eq!(open().await.connection, Connection::Manual, "what people changed stays");
        let told = varde_store::history::of_thing(&db, id, 10).await.unwrap();
        assert_eq!(told.len(), 2);
    });
}

async fn house() -> TestApp {
    let app = TestApp::new(rooms).await;
    load(app.db()).await;
    count(app.db(), "ind.npe.upheld", "is.npe", "trust", (30.0, Some(90.0))).await;
    count(app.db(), "ind.ombud.contacts", "is.ombud", "trust", (240.0, None)).await;
    count(app.db(), "ind.npe.upheld", "is.npe", "ward", (3.0, Some(40.0))).await;
    publish(app.db(), &Policy::default()).await;
    app
}

#[tokio::test]
async fn sources_stand_side_by_side_with_their_bases_and_are_never_added() {
    let app = house().await;
    let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "trust")]);
    let page = format!("/units/{}/sources", unit("trust"));
    let text = app.get(Some(&nora), &page).await.text;
    for words in [
        "Erstatningssaker",
        "30 av 90",
        "medhold teller av avgjorte saker",
        "240",
        "Sier ikke hvor mange som opplevde det samme",
        "Tallene legges ikke sammen",
        "Kilder uten verdier for enheten",
        "Svært begrensede data",
        "Ingen data",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert!(!text.contains(">270<") && !text.contains(">330<"), "no total of any kind: {text}");
    let npe = UnitId::from_uuid(varde_kernel::DataSourceId::from_code("is.npe").uuid());
    assert!(text.contains(&format!("/findings/new?unit={}&amp;source={npe}", unit("trust"))), "{text}");
    // Three of forty are few: those elsewhere are not told.
    let other = app.user("Per Annen", &[(Role::UnitLeader, "town")]);
    let ward = format!("/units/{}/sources", unit("ward"));
    let leader = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    assert!(app.get(Some(&leader), &ward).await.text.contains("3 av 40"));
    assert!(!app.get(Some(&other), &ward).await.text.contains("3 av 40"));
    assert_eq!(
        app.get(Some(&nora), "/units/00000000-0000-7000-8000-000000000000/sources").await.status,
        StatusCode::NOT_FOUND
    );
    for (locale, words) in [(Locale::Nn, "Tala blir ikkje lagde saman"), (Locale::En, "The figures are not added up")] {
        let reader = app.user_in("Nina", &[(Role::Staff, "trust")], locale);
        let text = app.get(Some(&reader), &page).await.text;
        assert!(text.contains(words) && !text.contains("indicators-"), "{text}");
        assert!(!app.get(Some(&reader), "/sources").await.text.contains("indicators-"));
    }
    let json = app.api(Some(&nora), "GET", &format!("/api/v1{page}?year=2025"), None).await.json();
    let npe = json["sources"].as_array().unwrap().iter().find(|one| one["code"] == "is.npe").unwrap().clone();
    assert_eq!((&npe["values"][0]["numerator"], &npe["values"][0]["denominator"]), (&json!(30.0), &json!(90.0)));
    assert!(npe["base"]["en"].as_str().unwrap().contains("out of claims decided"));
    assert_eq!(
        app.api(Some(&nora), "GET", &format!("/api/v1{page}?year=x"), None).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn a_source_is_written_down_with_what_it_cannot_say() {
    let app = house().await;
    let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "trust")]);
    let nurse = app.user("Nils Sykepleier", &[(Role::Staff, "trust")]);
    let register = app.get(Some(&nurse), "/sources").await.text;
    for words in ["Erstatningssaker", "Ikke koblet til", "Ingenting mottatt", "Kom 02.11.2026"] {
        assert!(register.contains(words), "{words} is not in {register}");
    }
    assert!(!register.contains("/sources/new"));
    assert_eq!(app.get(Some(&nurse), "/sources/new").await.status, StatusCode::FORBIDDEN);
    let trust = unit("trust").to_string();
    let mut fields = vec![
        ("unit", trust.as_str()),
        ("code", "lokal.klager"),
        ("name", "Klager til foretaket"),
        ("connection", "manual"),
    ];
    let refused = app.post(Some(&nora), "/sources", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    fields.extend([("base", "Klager som er journalført"), ("limits", "Sier ikke hvor mange som lot være")]);
    let made = app.post(Some(&nora), "/sources", &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    let page = made.location().to_owned();
    assert!(app.get(Some(&nurse), &page).await.text.contains("Sier ikke hvor mange som lot være"));
    let again = app.post(Some(&nora), "/sources", &fields).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "the code is taken");
    let edit = format!("{page}/edit");
    assert!(app.get(Some(&nora), &edit).await.text.contains("Klager som er journalført"));
    let changed: Vec<(&str, &str)> = fields.iter().copied().chain([("version", "1"), ("frequency", "month")]).collect();
    assert_eq!(app.post(Some(&nurse), &edit, &changed).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.post(Some(&nora), &edit, &changed).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.post(Some(&nora), &edit, &changed).await.status, StatusCode::CONFLICT);
    let path = format!("/api/v1{page}");
    let body = json!({"name": {"nb": "Klager"}, "base": {"nb": "b"}, "limits": {"nb": "l"}, "connection": "asked", "version": 2});
    let saved = app.api(Some(&nora), "PUT", &path, Some(body.clone())).await;
    assert_eq!((saved.status, &saved.json()["version"]), (StatusCode::OK, &json!(3)));
    assert_eq!(app.api(Some(&nora), "PUT", &path, Some(body.clone())).await.status, StatusCode::CONFLICT);
    assert_eq!(app.api(Some(&nurse), "PUT", &path, Some(body)).await.status, StatusCode::FORBIDDEN);
    let listed = app.api(Some(&nurse), "GET", "/api/v1/sources", None).await.json();
    assert!(listed["items"].as_array().unwrap().iter().any(|one| one["code"] == "lokal.klager"));
    // Whoever helps the trust does not change what stands of a national source.
    let national = format!("/sources/{}/edit", varde_kernel::DataSourceId::from_code("is.npe"));
    assert_eq!(app.get(Some(&nora), &national).await.status, StatusCode::FORBIDDEN);
    assert!(!access::may(
        &nora.actor,
        Action::Edit,
        &access::Target::open(Kind::DataSource, organisation().line(unit("no")))
    ));
}

/// Counts of a source come by file like any other values, each with its base.
#[tokio::test]
async fn counts_with_their_bases_are_taken_from_a_file() {
    let app = house().await;
    let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "trust")]);
    let csv = "indicator;unit;period;numerator;denominator;source\nind.npe.upheld;trust;2024;25;80;NPE-tabell 2024\n";
    let body = json!({"csv": csv, "dry_run": false});
    let taken = app.api(Some(&nora), "POST", "/api/v1/indicators/import", Some(body)).await;
    assert_eq!((taken.status, &taken.json()["n_new"]), (StatusCode::OK, &json!(1)));
    let text = app.get(Some(&nora), &format!("/units/{}/sources?year=2024", unit("trust"))).await.text;
    assert!(text.contains("25 av 80") && text.contains("NPE-tabell 2024") && text.contains("value=\"2025\""), "{text}");
}

//! Definitions that others made, taken in as proposals.

use http::StatusCode;
use serde_json::json;
use varde_indicators::model::{Direction, Measure, State};
use varde_indicators::{by_code, import};
use varde_kernel::access::Role;
use varde_testkit::unit;

use crate::pages::house;

/// Written from the columns that the registries' service describes.
const DESCRIPTIONS: &str = "id;registry_name;title;name;level_green;level_yellow;level_direction;short_description;\
    long_description;type;measure_unit;min_denominator;min_value;max_value;registry_full_name;dg_id;include\n\
    Hofte_Protese 1;hofte;Reoperert innen 2 år;x;0,02;0,05;0;Andel reoperert;Lang tekst;andel;;30;NA;NA;Hofteregisteret;dg_hofte;TRUE\n\
    hofte_tid;hofte;Ventetid;x;NA;NA;NA;Dager;;median;dager;NA;NA;NA;Hofteregisteret;;TRUE\n\
    hofte_skjult;hofte;Skjult;x;NA;NA;1;;;andel;;NA;NA;NA;Hofteregisteret;;FALSE\n";

const MEASURE: &str = r#"{"resourceType": "Measure", "url": "http://example.org/Measure/Pneumonia|2", "status": "active",
    "title": "Pneumonia readmission", "description": "Who comes back", "version": "2", "publisher": "Example",
    "scoring": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/measure-scoring", "code": "proportion"}]},
    "improvementNotation": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/measure-improvement-notation", "code": "decrease"}]},
    "group": [{"population": [
        {"code": {"coding": [{"code": "denominator"}]}, "description": "Everyone", "criteria": {"language": "text/plain"}},
        {"code": {"coding": [{"code": "numerator"}]}, "description": "Those who come back", "criteria": {"language": "text/plain"}}]}]}"#;

#[tokio::test]
async fn from_description_a_registrys_indicators_become_proposals_once() {
    let app = house().await;
    let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "trust")]);
    let trust = unit("trust").to_string();
    let page = "/indicators/definitions";
    assert!(app.get(Some(&nora), page).await.text.contains("Ta inn definisjoner"));
    let nurse = app.user("Nils Sykepleier", &[(Role::Staff, "trust")]);
    assert_eq!(app.get(Some(&nurse), page).await.status, StatusCode::FORBIDDEN);
    let looked = app.upload(&nora, page, &[("unit", &trust)], "IndBeskr.csv", DESCRIPTIONS.as_bytes()).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", looked.text);
    for text in ["hofte_protese-1", "Reoperert innen 2 år", "2\u{a0}% høy og 5\u{a0}% middels", "Foreslå de valgte"]
    {
        assert!(looked.text.contains(text), "{text} is not in {}", looked.text);
    }
    assert!(by_code(app.db(), "hofte_tid").await.unwrap().is_none(), "looked at only");
    let content = looked.text.split_once("name=\"content\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let yes = app.upload(&nora, page, &[("unit", &trust), ("content", &content)], "", b"").await;
    assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.text);
    let made = by_code(app.db(), "hofte_protese-1").await.unwrap().unwrap();
    assert_eq!((made.state, made.measure, made.direction), (State::Proposed, Measure::Percent, Direction::Down));
    assert_eq!((made.sheet.least_denominator, made.sheet.coverage_indicator.as_str()), (Some(30.0), "dg_hofte"));
    assert_eq!((made.source.as_str(), made.unit), ("Hofteregisteret", Some(unit("trust"))));
    assert_eq!(made.note.en.as_deref(), Some("The registry calls 2% high and 5% moderate achievement."));
    assert_eq!(by_code(app.db(), "hofte_tid").await.unwrap().unwrap().measure, Measure::Score);
    assert!(by_code(app.db(), "hofte_skjult").await.unwrap().is_none(), "the registry does not show it");
    let again = app.upload(&nora, page, &[("unit", &trust)], "IndBeskr.csv", DESCRIPTIONS.as_bytes()).await;
    assert!(again.text.contains("2 finnes fra før og blir som de er"), "{}", again.text);
    // Where one may propose nothing, one is told nothing.
    let town = unit("town").to_string();
    for (fields, bytes) in
        [(vec![("unit", town.as_str())], DESCRIPTIONS), (vec![("unit", &town), ("content", content.as_str())], "")]
    {
        let refused = app.upload(&nora, page, &fields, "x.csv", bytes.as_bytes()).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text);
    }
}

#[tokio::test]
async fn whoever_may_not_propose_learns_nothing_and_drafts_of_others_stay_hidden() {
    let app = house().await;
    let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "trust")]);
    let nurse = app.user("Nils Sykepleier", &[(Role::Staff, "trust")]);
    let torun = app.user("Torun Rådgiver", &[(Role::QualityAdviser, "town")]);
    let elements = |codes: &[&str]| {
        let all: Vec<_> = codes.iter().map(|code| json!({"id": code, "code": code, "name": code})).collect();
        json!({ "dataElements": all }).to_string()
    };
    let send = async |user: &varde_testkit::User, owner: &str, codes: &[&str], dry_run: bool| {
        let owner = if owner == "-" { owner.to_owned() } else { unit(owner).to_string() };
        let body = json!({"text": elements(codes), "unit": owner, "dry_run": dry_run});
        app.api(Some(user), "POST", "/api/v1/indicators/definitions", Some(body)).await
    };
    for dry_run in [true, false] {
        assert_eq!(send(&torun, "town", &["utkast1"], dry_run).await.json()["new"], json!(["utkast1"]));
        for (user, owner) in [(&nurse, "trust"), (&nurse, "-"), (&nora, "town")] {
            let refused = send(user, owner, &["utkast1"], dry_run).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{owner}: {}", refused.text);
        }
    }
    assert_eq!(send(&torun, "town", &["utkast1"], true).await.json()["known"], json!(["utkast1"]));
    // A draft of the town's is no news that the trust gets, and is refused without being named.
    let looked = send(&nora, "trust", &["utkast1", "annet"], true).await;
    assert_eq!((&looked.json()["known"], &looked.json()["new"]), (&json!([]), &json!(["utkast1", "annet"])));
    let refused = send(&nora, "trust", &["annet", "utkast1"], false).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
    assert!(!refused.text.contains("utkast1"), "{}", refused.text);
    assert!(by_code(app.db(), "annet").await.unwrap().is_none(), "all or nothing");
}

#[tokio::test]
async fn a_measure_is_proposed_by_a_program_and_what_is_none_is_refused_with_its_place() {
    let app = house().await;
    let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "trust")]);
    let send = async |text: &str, dry_run: bool| {
        let body = json!({"text": text, "unit": unit("trust").to_string(), "dry_run": dry_run});
        app.api(Some(&nora), "POST", "/api/v1/indicators/definitions", Some(body)).await
    };
    let looked = send(MEASURE, true).await;
    assert_eq!((looked.status, &looked.json()["new"]), (StatusCode::OK, &json!(["pneumonia"])), "{}", looked.text);
    assert!(by_code(app.db(), "pneumonia").await.unwrap().is_none());
    assert_eq!(send(MEASURE, false).await.status, StatusCode::OK);
    let made = by_code(app.db(), "pneumonia").await.unwrap().unwrap();
    assert_eq!(
        (made.state, made.direction, made.numerator.nb.as_str()),
        (State::Proposed, Direction::Down, "Those who come back")
    );
    assert_eq!(send(MEASURE, false).await.json()["known"], json!(["pneumonia"]));
    for (text, place) in [
        ("", "file"),
        ("{\"resourceType\": \"Patient\"}", "line 1"),
        ("{", "line 1"),
        ("title\nx\n", "line 1, id"),
        ("id;title;type\nx;X;noe annet\n", "line 2, type"),
        ("id;title\nx;X\nx;Y\n", "line 3, id"),
    ] {
        let refused = send(text, false).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}: {}", refused.text);
        assert_eq!(refused.json()["problems"][0]["place"], place, "{text}: {}", refused.text);
    }
    let nowhere = json!({"text": MEASURE, "unit": unit("nowhere").to_string()});
    let refused = app.api(Some(&nora), "POST", "/api/v1/indicators/definitions", Some(nowhere)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// HL7's own example.
#[test]
fn the_measure_of_the_fhir_specification_becomes_a_proposal() {
    let bytes = crate::samples::sample("fhir/tests/golden/measure.json");
    let import::definitions::Definitions { found, problems, .. } = import::definitions::read(&bytes, unit("trust"));
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!((found.len(), found[0].indicator.measure), (1, Measure::Percent));
    assert!(!found[0].indicator.name.nb.is_empty() && !found[0].indicator.code.is_empty());
}

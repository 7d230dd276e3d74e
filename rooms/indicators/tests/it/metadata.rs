//! What a DHIS2 says about its values: beside a file, remembered for a sender, as proposals, and in large files.

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use http::StatusCode;
use jiff::civil::{Date, date};
use serde_json::{Value, json};
use varde_indicators::import::definitions::{Definitions, read};
use varde_indicators::import::dhis2::metadata::Metadata;
use varde_indicators::import::sender::Mapping;
use varde_indicators::import::store::sender;
use varde_indicators::import::{kind, translate};
use varde_indicators::model::{Codes, Context, Direction, Indicator, Measure, State};
use varde_indicators::{Sight, by_code, migrations, series_of, store, values};
use varde_kernel::access::Role;
use varde_kernel::{IndicatorId, UnitId, UnitKind, Validity};
use varde_people::model::units::{CodeSystem, Dated, Register, Source, UnitCode, UnitName, UnitRecord};
use varde_store::Read;
use varde_testkit::{TestApp, User, on_both, unit};

use crate::pages::house;
use crate::samples::sample;
use crate::store::{begin, falls, granted};
use crate::uploads::{leader, state, work};

const TODAY: Date = date(2026, 11, 22);

/// Falls per stay, counted by sex; and two checks.
const METADATA: &str = r##"{"dataElements": [{"id": "deFallAAAA1", "code": "FALL", "name": "Fall"}, {"id": "deStayAAAA1", "code": null, "name": "Opphold"}],
    "categoryOptionCombos": [{"id": "HllvX50cXC0", "name": "default"}, {"id": "bothDefault", "name": "default"},
        {"id": "womenAAAAA1", "code": "W", "name": "Kvinner"}],
    "indicatorTypes": [{"id": "share", "factor": 100}],
    "indicators": [{"id": "inFallAAAA1", "code": "ind.falls", "name": "Fall", "numerator": "#{deFallAAAA1}",
        "denominator": "#{deStayAAAA1}", "indicatorType": {"id": "share"}}],
    "validationRules": [{"id": "v", "name": "Fall og opphold", "operator": "compulsory_pair",
        "leftSide": {"expression": "#{deFallAAAA1}"}, "rightSide": {"expression": "#{deStayAAAA1}"}}]}"##;

/// Values of the ward in a month, each with its data element and category option combo.
fn set(values: &[(&str, &str, u32)]) -> String {
    let values: Vec<Value> = values
        .iter()
        .map(|(element, combo, value)| {
            json!({"dataElement": element, "categoryOptionCombo": combo, "orgUnit": "ward", "period": "202610", "value": value})
        })
        .collect();
    json!({ "dataValues": values }).to_string()
}

/// The checks that do not hold, and what is wrong with the metadata itself.
fn broken(operator: &str, strategy: &str, values: &[(&str, &str, u32)]) -> Vec<String> {
    let text = METADATA
        .replace("compulsory_pair", operator)
        .replace("\"leftSide\": {", &format!("\"leftSide\": {{\"missingValueStrategy\": \"{strategy}\", "));
    let metadata = Metadata::read(text.as_bytes()).unwrap();
    let reading = kind::read(set(values).as_bytes(), &Mapping::default(), Some(&metadata), TODAY);
    let arg = |problem: &varde_kernel::Problem, wanted: &str| {
        problem.args.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let told = |problem: &varde_kernel::Problem| match problem.key {
        "indicators-import-check-fails" => format!("{} against {}", arg(problem, "left"), arg(problem, "right")),
        "indicators-import-check-operator" => format!("{}?", arg(problem, "operator")),
        other => other.to_owned(),
    };
    reading.problems.iter().map(told).collect()
}

#[test]
fn checks_hold_together_what_was_sent() {
    let (fall, stay) = (("deFallAAAA1", "", 3), ("deStayAAAA1", "", 40));
    let any = "SKIP_IF_ALL_VALUES_MISSING";
    for (operator, strategy, values, expected) in [
        ("compulsory_pair", any, vec![fall, stay], vec![]),
        ("compulsory_pair", any, vec![fall], vec!["3 against –"]),
        ("compulsory_pair", any, vec![stay], vec!["– against 40"]),
        // What is missing is missing, also where a sum would have taken it for nought.
        ("compulsory_pair", "NEVER_SKIP", vec![stay], vec!["– against 40"]),
        ("compulsory_pair", any, vec![("deOther", "", 1)], vec!["indicators-import-no-indicator"]),
        ("exclusive_pair", any, vec![fall, stay], vec!["3 against 40"]),
        ("exclusive_pair", any, vec![fall], vec![]),
        ("less_than", any, vec![fall, stay], vec![]),
        ("greater_than", any, vec![fall, stay], vec!["3 against 40"]),
        ("greater_than", "NEVER_SKIP", vec![stay], vec!["0 against 40"]),
        ("greater_than", any, vec![stay], vec![]),
        ("roughly", any, vec![fall, stay], vec!["roughly?"]),
        ("", any, vec![fall], vec!["?"]),
    ] {
        assert_eq!(broken(operator, strategy, &values), expected, "{operator} {strategy} {values:?}");
    }
}

#[test]
fn parts_get_their_names_and_units_are_found_by_the_ids_of_a_dhis2() {
    let valid = Validity::since(date(2000, 1, 1));
    let number = |code: &str| Dated { value: UnitCode { system: CodeSystem::Local, code: code.into() }, valid };
    let clinic = UnitRecord {
        id: UnitId::from_code("dhis2.DiszpKrYNg8"),
        code: "dhis2.DiszpKrYNg8".into(),
        kind: UnitKind::Other,
        valid,
        names: vec![Dated { value: UnitName::default(), valid }],
        relations: vec![],
        codes: vec![number("DiszpKrYNg8"), number("OU_559")],
        source: Source::default(),
        version: 1,
    };
    let register = Register::new([clinic]);
    let text = METADATA.replace(
        "{\"dataElements\"",
        "{\"organisationUnits\": [{\"id\": \"DiszpKrYNg8\", \"code\": \"OU_559\"}], \"dataElements\"",
    );
    let metadata = Metadata::read(text.as_bytes()).unwrap();
    let lines = |unit: &str, metadata: Option<&Metadata>| {
        let file = set(&[("ind.falls", "womenAAAAA1", 1), ("ind.falls", "bothDefault", 2)])
            .replace("\"ward\"", &format!("\"{unit}\""));
        let reading = kind::read(file.as_bytes(), &Mapping::default(), None, TODAY);
        let codes = Codes { own: ["ind.falls".to_owned()].into(), ..Codes::default() };
        let (lines, reading) = translate::translate(reading, &Mapping::default(), metadata, &register, &codes);
        assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        lines.into_iter().map(|line| (line.unit, line.stratum, line.stratum_name)).collect::<Vec<_>>()
    };
    let ours = |stratum: &str, name: &str| ("dhis2.DiszpKrYNg8".to_owned(), stratum.to_owned(), name.to_owned());
    let named = [ours("womenAAAAA1", "Kvinner"), ours("", "")];
    assert_eq!(lines("DiszpKrYNg8", Some(&metadata)), named);
    // A code of theirs is known only by what they say of it; an id is known by itself.
    assert_eq!(lines("OU_559", Some(&metadata)), named);
    assert_eq!(lines("OU_559", None)[0].0, "OU_559");
    let bare = [ours("womenAAAAA1", "womenAAAAA1"), ours("bothDefault", "bothDefault")];
    assert_eq!(lines("DiszpKrYNg8", None), bare);
}

/// DHIS2's own test file.
#[test]
fn data_elements_and_indicators_of_a_dhis2_are_proposed_as_they_say() {
    let Definitions { found, left_out, problems } = read(&sample("dhis2/aggregate_metadata.json"), unit("trust"));
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!((found.len(), left_out.len()), (12 + 3, 0));
    let one = found.iter().find(|one| one.indicator.code == "ta_mal_per_cases_with_rdt").unwrap();
    assert_eq!(one.called, ["K1DkT2kokjD", "TA_MAL_PER_CASES_WITH_RDT"]);
    let indicator = &one.indicator;
    assert_eq!((indicator.state, indicator.measure, indicator.per), (State::Proposed, Measure::Percent, None));
    assert_eq!((indicator.direction, indicator.direction_stated), (Direction::None, false));
    assert_eq!(indicator.numerator.nb, "Cases tested with RDT\n«TA MAL - Malaria cases tested (RDT)»");
    assert_eq!(
        indicator.denominator.nb,
        "Cases tested with microscopy + Cases tested with RDT\n\
         «TA MAL - Malaria cases tested with microscopy»+«TA MAL - Malaria cases tested (RDT)»"
    );
    let yearly: Vec<&str> = found.iter().filter(|one| one.annualised).map(|one| one.indicator.code.as_str()).collect();
    assert_eq!(yearly, ["ta_mal_aber"]);
    let element = found.iter().find(|one| one.indicator.code == "ta_mal_cases_pos_rdt").unwrap();
    assert_eq!((element.indicator.measure, element.called[0].as_str()), (Measure::Count, "vTRrNdOOT9g"));
    assert_eq!(element.indicator.definition.nb, "Cases confirmed as positive with RDT");
    // What is no number, or is about single events, is told and left out.
    let Definitions { found, left_out, .. } = read(&sample("dhis2/setup_metadata.json"), unit("trust"));
    assert_eq!((found.len(), left_out.as_slice()), (1, ["TA Yes No".to_owned()].as_slice()));
}

#[test]
fn measures_follow_the_factor_and_codes_are_told_apart() {
    let file = r##"{"indicatorTypes": [{"id": "p", "factor": 1000}, {"id": "n", "number": true, "factor": 1}, {"id": "r", "factor": 1}],
        "indicators": [{"id": "Aaaaaaaaaa1", "code": "X", "name": "Per tusen", "numerator": "#{a}", "denominator": "#{b}", "indicatorType": {"id": "p"}},
            {"id": "Aaaaaaaaaa2", "name": "Antall", "numerator": "#{a}", "denominator": "1", "indicatorType": {"id": "n"}},
            {"id": "Aaaaaaaaaa3", "name": "Forhold", "numerator": "#{a}", "denominator": "#{b}", "indicatorType": {"id": "r"}},
            {"id": "Aaaaaaaaaa4", "name": "Ukjent", "numerator": "#{a}", "denominator": "1", "indicatorType": {"id": "?"}}],
        "dataElements": [{"id": "Bbbbbbbbbb1", "code": "X", "name": "Samme kode", "valueType": "NUMBER"},
            {"id": "Bbbbbbbbbb2", "name": "Andel", "valueType": "PERCENTAGE"}, {"id": "Bbbbbbbbbb3", "name": "Dato", "valueType": "DATE"}]}"##;
    let Definitions { found, left_out, problems } = read(file.as_bytes(), unit("trust"));
    assert!(problems.is_empty(), "{problems:?}");
    let told: Vec<_> =
        found.iter().map(|one| (one.indicator.code.as_str(), one.indicator.measure, one.indicator.per)).collect();
    assert_eq!(
        told,
        [
            ("x", Measure::Rate, Some(1000.0)),
            ("aaaaaaaaaa2", Measure::Count, None),
            ("aaaaaaaaaa3", Measure::Ratio, None),
            ("aaaaaaaaaa4", Measure::Count, None),
            ("bbbbbbbbbb1-x", Measure::Score, None),
            ("bbbbbbbbbb2", Measure::Percent, None),
        ]
    );
    assert_eq!(left_out, ["Dato"]);
    let twice = file.replace("Aaaaaaaaaa3", "Aaaaaaaaaa2");
    let problems = read(twice.as_bytes(), unit("trust")).problems;
    assert_eq!(problems.iter().map(|problem| problem.key).collect::<Vec<_>>(), ["indicators-define-twice"]);
}

/// The value of a hidden field of a page.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&")
}

#[tokio::test]
async fn proposals_of_a_dhis2_are_chosen_and_later_values_find_them_by_their_ids() {
    let app = house().await;
    let nora = app.user("Nora Rådgiver", &[(Role::QualityAdviser, "trust")]);
    let (page, trust) = ("/indicators/definitions", unit("trust").to_string());
    let file = sample("dhis2/aggregate_metadata.json");
    let looked = app.upload(&nora, page, &[("unit", &trust)], "metadata.json", &file).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", looked.text);
    for text in [
        "Foreslå de valgte",
        "Avsenderen regner verdiene om",
        "TA MAL - Malaria cases tested (RDT) (ta_mal_cases_test_rdt)",
    ] {
        assert!(looked.text.contains(text), "{text} is not in {}", looked.text);
    }
    let content = hidden(&looked.text, "content");
    let none = [("unit", trust.as_str()), ("content", content.as_str()), ("chosen", "true")];
    assert_eq!(app.upload(&nora, page, &none, "", b"").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let some = [none.as_slice(), &[("take", "ta_mal_cases_test_rdt"), ("take", "ta_mal_per_cases_with_rdt")]].concat();
    let yes = app.upload(&nora, page, &some, "", b"").await;
    assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.text);
    let made = by_code(app.db(), "ta_mal_cases_test_rdt").await.unwrap().unwrap();
    assert_eq!((made.state, made.unit), (State::Proposed, Some(unit("trust"))));
    assert!(by_code(app.db(), "ta_mal_cases_pos_rdt").await.unwrap().is_none(), "not chosen");
    let sheet = app.get(Some(&nora), &format!("/indicators/{}", made.id)).await;
    assert!(sheet.text.contains("TA_MAL_CASES_TEST_RDT, pmRn0GsUfr6"), "{}", sheet.text);
    let again = app.upload(&nora, page, &[("unit", &trust)], "metadata.json", &file).await;
    assert!(again.text.contains("2 finnes fra før"), "{}", again.text);
    // A set of values that names the data element by its id, without another word.
    let values_of = set(&[("pmRn0GsUfr6", "", 30)]).replace("\"ward\"", "\"trust\"");
    let admin = app.user("Aud Administrator", &[(Role::QualityAdviser, "trust"), (Role::UnitLeader, "trust")]);
    let body = json!({"csv": values_of, "dry_run": true});
    let found = app.api(Some(&admin), "POST", "/api/v1/indicators/import", Some(body)).await;
    assert_eq!((found.status, &found.json()["n_new"]), (StatusCode::OK, &json!(1)), "{}", found.text);
    // With the metadata, the indicator is worked out and found by the code that DHIS2 has for it.
    let values_of = set(&[("pmRn0GsUfr6", "", 30), ("DPNsg3wjxGm", "", 90)]).replace("\"ward\"", "\"trust\"");
    let metadata = String::from_utf8(file).unwrap();
    let body = json!({"csv": values_of, "metadata": metadata, "dry_run": true});
    let found = app.api(Some(&admin), "POST", "/api/v1/indicators/import", Some(body)).await;
    assert_eq!((found.status, &found.json()["n_new"]), (StatusCode::OK, &json!(2)), "{}", found.text);
    // By the API, chosen by code.
    let body = json!({"text": metadata, "unit": trust, "only": ["ta_mal_cases_pos_rdt"]});
    let proposed = app.api(Some(&nora), "POST", "/api/v1/indicators/definitions", Some(body)).await;
    assert_eq!(proposed.json()["new"], json!(["ta_mal_cases_pos_rdt"]), "{}", proposed.text);
}

#[test]
fn a_code_of_others_means_one_indicator_on_both_databases() {
    on_both(migrations(), |db| async move {
        let tx = begin(&db, "2026-11-01T12:00:00Z").await;
        let (first, second) =
            (granted(falls()), granted(Indicator { code: "b".into(), id: IndicatorId::from_code("b"), ..falls() }));
        for one in [&first, &second] {
            store::insert(&tx, one).await.unwrap();
        }
        let names = ["Aaaaaaaaaa1".to_owned(), "ind.falls".to_owned(), String::new()];
        store::put_codes(&tx, &first, &names).await.unwrap();
        store::put_codes(&tx, &second, &["Aaaaaaaaaa1".to_owned(), "FALL".to_owned()]).await.unwrap();
        tx.commit().await.unwrap();
        let codes = store::codes(&db).await.unwrap();
        let expected =
            [("Aaaaaaaaaa1", Some("ind.falls")), ("FALL", Some("b")), ("b", Some("b")), ("x", None), ("", None)];
        for (name, ours) in expected {
            assert_eq!(codes.find(name), ours, "{name}");
        }
        assert_eq!(store::codes_of(&db, first.id).await.unwrap(), ["Aaaaaaaaaa1"]);
    });
}

/// The series of the ward for women, with its name.
async fn women(app: &TestApp) -> Option<String> {
    let found =
        store::series_at(app.db(), (falls().id, unit("ward")), (Context::Treating, "womenAAAAA1")).await.unwrap();
    found.map(|series| series.stratum_name.nb)
}

#[tokio::test]
async fn metadata_beside_a_file_on_the_page_names_parts_runs_checks_and_is_remembered() {
    let app = house().await;
    let kari = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let path = "/indicators/import";
    assert!(app.get(Some(&kari), path).await.text.contains("Metadata fra DHIS2"));
    let file = set(&[("deFallAAAA1", "", 3), ("deStayAAAA1", "", 40)]);
    let send = async |fields: &[(&str, &str)], file: &str, metadata: &str| {
        let files = [("file", "verdier.json", file.as_bytes()), ("metadata", "metadata.json", metadata.as_bytes())];
        app.upload_files(&kari, path, fields, &files).await
    };
    let sender_named = [("sender", "DHIS2")];
    // What is no metadata is told beside its field, and a check that fails by its row.
    let wrong = send(&sender_named, &file, "{").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let half = send(&sender_named, &set(&[("deFallAAAA1", "", 3)]), METADATA).await;
    assert!(half.text.contains("Fall og opphold") && half.text.contains("3 mot –"), "{}", half.text);
    let looked = send(&sender_named, &file, METADATA).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", looked.text);
    let names = ["content", "name", "sender", "mapping", "metadata", "seen"];
    let fields = names.map(|name| (name, hidden(&looked.text, name)));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let done = app.upload(&kari, "/indicators/import/confirm", &fields, "", b"").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let series = series_of(app.db(), falls().id, unit("ward")).await.unwrap().unwrap();
    assert_eq!(values(app.db(), &Sight::Whole, series.id).await.unwrap()[0].value, Some(7.5));
    let kept = sender(app.db(), "DHIS2").await.unwrap().unwrap();
    assert_eq!(kept.metadata.unwrap().validation_rules.len(), 1);
    // From now on the sender's name is enough, also for the check.
    let half = send(&sender_named, &set(&[("deStayAAAA1", "", 41)]), "").await;
    assert!(half.text.contains("Fall og opphold"), "{}", half.text);
    // Beside a file from nobody, it holds for that file.
    let alone = send(&[], &file, METADATA).await;
    assert_eq!(alone.status, StatusCode::OK);
    assert!(alone.text.contains("Det er ingenting å gjøre"), "{}", alone.text);
}

#[tokio::test]
async fn metadata_beside_a_file_through_the_api_names_parts_also_later() {
    let app = house().await;
    let kari = app.user("Kari Leder", &[(Role::UnitLeader, "ward")]);
    let send = async |value: u32, metadata: &str| {
        let csv = json!({"dataValues": [{"dataElement": "ind.falls", "categoryOptionCombo": "womenAAAAA1", "orgUnit": "ward",
            "period": format!("2026{value:02}"), "value": value}]});
        let body = json!({"csv": csv.to_string(), "metadata": metadata, "sender": "DHIS2"});
        app.api(Some(&kari), "POST", "/api/v1/indicators/import", Some(body)).await
    };
    assert_eq!(send(1, "").await.status, StatusCode::OK);
    assert_eq!(women(&app).await.as_deref(), Some("womenAAAAA1"), "nobody has said what it is");
    let wrong = send(2, "[]").await;
    assert_eq!(
        (wrong.status, &wrong.json()["problems"][0]["place"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("metadata"))
    );
    let named = METADATA.replace("deFallAAAA1\", \"code\"", "ind.falls\", \"code\"");
    let done = send(2, &named.replace("compulsory_pair", "exclusive_pair")).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    assert_eq!(women(&app).await.as_deref(), Some("Kvinner"));
    let kept = sender(app.db(), "DHIS2").await.unwrap().unwrap();
    assert_eq!((kept.unit, kept.metadata.unwrap().category_option_combos.len()), (unit("ward"), 3));
}

/// Sends a large file with its metadata, and reads all of it.
async fn upload(app: &TestApp, user: &User, text: &str, metadata: &str) -> Value {
    let body = json!({"name": "stor.csv", "n_bytes": text.len(), "metadata": metadata});
    let made = app.api(Some(user), "POST", "/api/v1/uploads", Some(body)).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let path = format!("/api/v1/uploads/{}", made.json()["id"].as_str().unwrap());
    for (n, part) in text.as_bytes().chunks(900_000).enumerate() {
        let body = json!({"base64": BASE64.encode(part)});
        let kept = app.api(Some(user), "PUT", &format!("{path}/parts/{n}"), Some(body)).await;
        assert_eq!(kept.status, StatusCode::NO_CONTENT, "{}", kept.text);
    }
    work(app, None).await;
    state(app, user, &path).await
}

#[tokio::test]
async fn a_large_file_keeps_its_metadata_over_every_portion() {
    let app = house().await;
    let kari = leader(&app).await;
    let note = "Talt for hånd. ".repeat(26);
    let row = |n: u32, element: &str, value: u32| {
        let (year, month) = (1920 + n / 12, n % 12 + 1);
        format!("{element};ward;{year}-{month:02};{value};womenAAAAA1;{note}\n")
    };
    let head = "indicator;unit;period;value;stratum;note\n";
    // Two rows for each of 1250 months: more than one portion, whose end falls within some month.
    let metadata = METADATA;
    let together: String = (0..1250).map(|n| row(n, "deFallAAAA1", 3) + &row(n, "deStayAAAA1", 40)).collect();
    let text = format!("{head}{together}");
    assert!(1 << 20 < text.len(), "{}", text.len());
    let ready = upload(&app, &kari, &text, metadata).await;
    assert_eq!((&ready["state"], &ready["n_new"]), (&json!("ready"), &json!(1250)), "{ready}");
    let yes = app
        .api(Some(&kari), "POST", &format!("/api/v1/uploads/{}/apply", ready["id"].as_str().unwrap()), Some(json!({})))
        .await;
    assert_eq!(yes.status, StatusCode::ACCEPTED, "{}", yes.text);
    work(&app, None).await;
    let series = series_of(app.db(), falls().id, unit("ward")).await.unwrap().unwrap();
    let kept = values(app.db(), &Sight::Whole, series.id).await.unwrap();
    assert_eq!((kept.len(), kept[0].value), (1250, Some(7.5)));
    let left = app.db().number("select count(*) as n from upload_row", varde_store::values![]).await.unwrap();
    assert_eq!(left, 0);
    // A check runs there too.
    let half = format!("{head}{}", row(1, "deFallAAAA1", 3));
    let refused = upload(&app, &kari, &half, metadata).await;
    assert!(refused["problems"][0]["message"].as_str().unwrap().contains("Fall og opphold"), "{refused}");
    // What belongs together may stand far apart: it is read together.
    let apart: String =
        (0..1250).map(|n| row(n, "deFallAAAA1", 3)).chain((0..1250).map(|n| row(n, "deStayAAAA1", 40))).collect();
    let again = upload(&app, &kari, &format!("{head}{apart}"), metadata).await;
    assert_eq!((&again["state"], &again["n_unchanged"]), (&json!("ready"), &json!(1250)), "{again}");
    let body = json!({"name": "x.csv", "n_bytes": 2, "metadata": "{}"});
    let wrong = app.api(Some(&kari), "POST", "/api/v1/uploads", Some(body)).await;
    assert_eq!(
        (wrong.status, &wrong.json()["problems"][0]["place"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("metadata"))
    );
}
